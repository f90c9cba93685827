"""MUC, B-cubed and CEAF-e, as the CoNLL 2012 scorer defines them. Entities are sets of mentions; a
mention is whatever can be a member of a set."""


def f1(recall, precision):
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def entity_of(entities):
    return {mention: i for i, entity in enumerate(entities) for mention in entity}


def muc_side(keys, answers):
    """Links of `keys` that `answers` keep, and all links: (kept, all).

    >>> muc_side([{1, 2, 3}], [{1, 2}, {3, 4}])
    (1, 2)
    """
    where = entity_of(answers)
    kept = total = 0
    for key in keys:
        parts = {where.get(mention, ("alone", mention)) for mention in key}
        kept += len(key) - len(parts)
        total += len(key) - 1
    return kept, total


def b_cubed_side(keys, answers):
    """
    >>> b_cubed_side([{1, 2, 3}], [{1, 2}, {3, 4}])
    (1.6666666666666665, 3)
    """
    where = entity_of(answers)
    right, total = 0.0, 0
    for key in keys:
        for mention in key:
            total += 1
            if mention in where:
                right += len(key & answers[where[mention]]) / len(key)
    return right, total


def assign(weights):
    """The largest sum of weights[i][j] with each i and each j used once: shortest augmenting paths.

    >>> assign([[3, 1], [3, 0]])
    4.0
    """
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights)]
    n, m = len(weights), len(weights[0])
    infinity = float("inf")
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    row_of, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        row_of[0], column = i, 0
        least, used = [infinity] * (m + 1), [False] * (m + 1)
        while row_of[column]:
            used[column] = True
            row, delta, next_column = row_of[column], infinity, 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -weights[row - 1][j - 1] - u[row] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < delta:
                    delta, next_column = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[row_of[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = next_column
        while column:
            row_of[column], column = row_of[way[column]], way[column]
    return float(sum(weights[row_of[j] - 1][j - 1] for j in range(1, m + 1) if row_of[j]))


def ceaf_e(keys, answers):
    """The similarity of the best one-to-one match of entities.

    >>> ceaf_e([{1, 2, 3}], [{1, 2}, {3, 4}])
    0.8
    """
    return assign(
        [[2 * len(k & a) / (len(k) + len(a)) for a in answers] for k in keys] if answers else []
    )


class Conll:
    """Sums over documents; `score` is the mean of the three F1."""

    def __init__(self):
        self.muc = [0, 0, 0, 0]
        self.b_cubed = [0, 0, 0, 0]
        self.ceaf = [0.0, 0, 0]

    def add(self, keys, answers):
        """Entities of one mention count for nothing, as in CoNLL 2012."""
        keys = [set(entity) for entity in keys if len(entity) > 1]
        answers = [set(entity) for entity in answers if len(entity) > 1]
        for sums, side in ((self.muc, muc_side), (self.b_cubed, b_cubed_side)):
            for i, value in enumerate((*side(keys, answers), *side(answers, keys))):
                sums[i] += value
        self.ceaf[0] += ceaf_e(keys, answers)
        self.ceaf[1] += len(keys)
        self.ceaf[2] += len(answers)

    def scores(self):
        """
        >>> conll = Conll()
        >>> conll.add([{1, 2, 3}, {4, 5}, {6}], [{1, 2, 3}, {4, 5}])
        >>> conll.scores()
        {'MUC': 1.0, 'B-cubed': 1.0, 'CEAF-e': 1.0, 'CoNLL': 1.0}
        """
        def of(sums):
            recall = sums[0] / sums[1] if sums[1] else 0.0
            return f1(recall, sums[2] / sums[3] if sums[3] else 0.0)

        found = {
            "MUC": of(self.muc),
            "B-cubed": of(self.b_cubed),
            "CEAF-e": f1(
                self.ceaf[0] / self.ceaf[1] if self.ceaf[1] else 0.0,
                self.ceaf[0] / self.ceaf[2] if self.ceaf[2] else 0.0,
            ),
        }
        found["CoNLL"] = sum(found.values()) / 3
        return found
