"""The language engine against treebanks, with the definitions of the CoNLL 2018 shared task.

Words are compared by where they stand: a word of the answer is right when it covers the bytes of a
gold word. UPOS, XPOS and lemma count over such words; UAS asks that the heads cover each other too,
LAS for the relation besides, without what follows its colon. Each is an F1 over gold and answered
words. Every word counts, punctuation too.

Rules for sentences are texts with the sentences that they have; white space does not count.

Raw text and given tokens go through `parley annotate`, each "# newdoc" a report. Names are those that it
writes: what later layers make of the tags, not the tags themselves.
"""

import json
import tempfile
from pathlib import Path

TREEBANKS = {
    "ewt": "ud-ewt/en_ewt-ud-dev.conllu",
    "gum": "gum/gum-clean-dev.conllu",
}
NAMES = "uner-ewt/en_ewt-ud-dev.iob2"
RULES = {
    "golden rules for sentences": "sentence-rules/pysbd_english_golden.json",
    "cases of sentence splitting": "sentence-rules/pragmatic_segmenter_english.json",
}
# Other options ask to change the text first, or for another kind of document.
PLAIN_OPTIONS = ("", "clean: false", "language: 'en'", 'language: "en"')
NAME_TYPES = ("PER", "ORG", "LOC")


class Word:
    """A word where it stands in its report; head: the index of a word in the sentence, -1 = root."""

    def __init__(self, start, end, lemma, upos, xpos, head, relation):
        self.span = (start, end)
        self.lemma = lemma
        self.upos = upos
        self.xpos = xpos
        self.head = head
        self.relation = relation.split(":")[0]


# ---- gold ----------------------------------------------------------------------------------------


def read_blocks(path):
    """The sentences of a CoNLL-U file, as comments and rows.

    A file of one sentence has one block; rows are lists of cells."""
    comments, rows = [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            if rows:
                yield comments, rows
            comments, rows = [], []
        elif line.startswith("#"):
            comments.append(line)
        else:
            rows.append(line.split("\t"))
    if rows:
        yield comments, rows


def surface_of(rows):
    """What a sentence looks like, and where each of its words stands in it, in characters.

    >>> surface_of([["1-2", "don't"] + ["_"] * 7 + ["SpaceAfter=No"],
    ...             ["1", "do"] + ["_"] * 8, ["2", "n't"] + ["_"] * 8, ["3", "."] + ["_"] * 8])
    ("don't.", [(0, 2), (2, 5), (5, 6)])
    >>> surface_of([["1", "so"] + ["_"] * 8, ["2-3", "au"] + ["_"] * 8,
    ...             ["2", "a"] + ["_"] * 8, ["3", "le"] + ["_"] * 8])
    ('so au', [(0, 2), (3, 5), (3, 5)])
    """
    text, places = "", []
    inside_end, whole, at = 0, "", 0
    for row in rows:
        identifier, form, misc = row[0], row[1], row[9]
        if "." in identifier:
            continue
        space = "" if "SpaceAfter=No" in misc.split("|") else " "
        if "-" in identifier:
            first, inside_end = map(int, identifier.split("-"))
            parts = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= inside_end]
            whole, at = form, len(text)
            spells = "".join(parts) == form
            text += form + space
        elif int(identifier) <= inside_end:
            if spells:
                places.append((at, at + len(form)))
                at += len(form)
            else:
                places.append((at, at + len(whole)))
        else:
            places.append((len(text), len(text) + len(form)))
            text += form + space
    return text.rstrip(" "), places


def read_treebank(path):
    """Reports as (id, text, sentences); a sentence is its words."""
    reports = []
    name, text, sentences = None, "", []
    for comments, rows in read_blocks(path):
        new = [line.split("=", 1)[1].strip() for line in comments if line.startswith("# newdoc id")]
        if new or name is None:
            if sentences:
                reports.append((name, text, sentences))
            name, text, sentences = new[0] if new else "all", "", []
        if text:
            text += "\n\n" if any(line.startswith("# newpar") for line in comments) else " "
        surface, places = surface_of(rows)
        base = len(text.encode("utf-8"))
        words = []
        for row, (start, end) in zip((r for r in rows if r[0].isdigit()), places):
            words.append(
                Word(
                    base + len(surface[:start].encode("utf-8")),
                    base + len(surface[:end].encode("utf-8")),
                    row[2],
                    row[3],
                    row[4],
                    int(row[6]) - 1,
                    row[7],
                )
            )
        sentences.append(words)
        text += surface
    if sentences:
        reports.append((name, text, sentences))
    return reports


# ---- answers -------------------------------------------------------------------------------------


def sentences_of_answer(answer):
    """The sentences of an object of `parley annotate --tokens`."""
    sentences, tokens = [], answer["tokens"]
    at = 0
    for _, end in answer["sentences"]:
        first = at
        while at < len(tokens) and tokens[at]["end"] <= end:
            at += 1
        sentences.append(
            [
                Word(
                    token["start"],
                    token["end"],
                    token["lemma"],
                    token["upos"],
                    token["xpos"],
                    token["head"] - first if token["head"] >= 0 else -1,
                    token["deprel"],
                )
                for token in tokens[first:at]
            ]
        )
    return sentences


# ---- counting ------------------------------------------------------------------------------------


class Counts:
    NAMES = ("sentences", "words", "UPOS", "XPOS", "lemma", "UAS", "LAS")

    def __init__(self):
        self.right = dict.fromkeys(self.NAMES, 0)
        self.gold = dict.fromkeys(self.NAMES, 0)
        self.said = dict.fromkeys(self.NAMES, 0)

    def add(self, gold_sentences, said_sentences):
        """Two analyses of one report."""
        gold_at = self.places(gold_sentences, self.gold)
        said_at = self.places(said_sentences, self.said)
        ends = {(s[0].span[0], s[-1].span[1]) for s in gold_sentences if s}
        self.right["sentences"] += sum(
            (s[0].span[0], s[-1].span[1]) in ends for s in said_sentences if s
        )
        for key, (word, head) in said_at.items():
            if key not in gold_at:
                continue
            gold, gold_head = gold_at[key]
            heads = head == gold_head
            self.right["words"] += 1
            self.right["UPOS"] += word.upos == gold.upos
            self.right["XPOS"] += word.xpos == gold.xpos
            self.right["lemma"] += word.lemma == gold.lemma or gold.lemma == "_"
            self.right["UAS"] += heads
            self.right["LAS"] += heads and word.relation == gold.relation

    def places(self, sentences, totals):
        """Words with the place of their head, by place; of words in one place (au = a + le) each
        by its number there."""
        found = {}
        totals["sentences"] += sum(bool(s) for s in sentences)
        for words in sentences:
            keys = []
            for word in words:
                n = sum(key[0] == word.span for key in keys[-3:])
                keys.append((word.span, n))
            for word, key in zip(words, keys):
                found[key] = (word, keys[word.head] if word.head >= 0 else None)
            for name in self.NAMES[1:]:
                totals[name] += len(words)
        return found

    def put(self, table, prefix, names=NAMES):
        for name in names:
            if self.gold[name] + self.said[name]:
                table.share(
                    f"{prefix} {name} F1", 2 * self.right[name], self.gold[name] + self.said[name]
                )


# ---- names ---------------------------------------------------------------------------------------


def name_spans(tags):
    """Names in BIO tags, those of UNER's types.

    >>> sorted(name_spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "B-MISC"]))
    [(0, 2, 'PER'), (3, 4, 'LOC'), (4, 5, 'LOC')]
    """
    spans, at = set(), 0
    while at < len(tags):
        end = at + 1
        if tags[at].startswith("B-"):
            while end < len(tags) and tags[end] == "I" + tags[at][1:]:
                end += 1
            if tags[at][2:] in NAME_TYPES:
                spans.add((at, end, tags[at][2:]))
        at = end
    return spans


def score_names(gold_path, answer_path, table):
    """Of the tagger of the engine, and of the mentions that the rules after it make of its names."""
    for key, what in (("Tagger", "names of uner-ewt, tokens given,"), ("NER", "names as mentions,")):
        golds = {}
        for _, rows in read_blocks(gold_path):
            golds.setdefault(tuple(row[1] for row in rows), []).append([row[2] for row in rows])
        right = n_gold = n_said = 0
        for _, rows in read_blocks(answer_path):
            known = golds.get(tuple(row[1] for row in rows))
            if not known:
                continue
            gold = name_spans(known.pop(0))
            said = name_spans([misc(row, key) for row in rows])
            right += len(gold & said)
            n_gold += len(gold)
            n_said += len(said)
        table.found(what, right, n_gold, n_said)


def misc(row, key):
    """
    >>> misc(["1", "Velda", "_", "_", "_", "_", "0", "root", "_", "NER=O|Tagger=B-LOC"], "Tagger")
    'B-LOC'
    >>> misc(["1", "Velda", "_", "_", "_", "_", "0", "root", "_", "NER=O"], "Tagger")
    'O'
    """
    return dict(part.partition("=")[::2] for part in row[9].split("|")).get(key, "O")


# ---- rules for sentences -------------------------------------------------------------------------


def squeezed(text):
    """A sentence without its white space, which splitters treat in ways of their own.

    >>> squeezed(" Wait\\n here. ")
    'Waithere.'
    """
    return "".join(text.split())


def sentence_texts(text, spans):
    """The sentences at these places, in bytes.

    >>> sentence_texts("Né. Oui.", [(0, 4), (5, 9)])
    ['Né.', 'Oui.']
    """
    raw = text.encode("utf-8")
    return [squeezed(raw[start:end].decode("utf-8")) for start, end in spans]


def score_rules(parley, path, name, table):
    """Texts whose sentences all come out as they should."""
    cases = json.loads(path.read_text(encoding="utf-8"))
    cases = [case for case in cases if case.get("opts", "") in PLAIN_OPTIONS]
    lines = [{"id": str(i), "text": case["text"]} for i, case in enumerate(cases)]
    answers = parley.annotate_texts(lines, "--tokens")
    right = 0
    for i, case in enumerate(cases):
        answer = answers.get(str(i))
        said = sentence_texts(case["text"], answer["sentences"]) if answer else []
        wanted = [squeezed(sentence) for sentence in case["expected"]]
        right += said == wanted
        if said != wanted:
            table.error(name, "missed", f"{case['text']!r}: {said}")
    table.share(name, right, len(cases))


# ---- the suite -----------------------------------------------------------------------------------


def score_given(parley, path, name, table, folder):
    """Tags and trees over the gold's own words."""
    answer = folder / f"{name}.conllu"
    answer.write_bytes(parley.run("annotate", "--input", "conllu", "--format", "conllu", path))
    counts = Counts()
    pairs = zip(read_treebank_flat(path), read_treebank_flat(answer), strict=True)
    for gold, said in pairs:
        counts.add([gold], [said])
    counts.put(table, f"{name}, tokens given:", ("UPOS", "XPOS", "lemma", "UAS", "LAS"))
    return answer


def head_of(row):
    """The index of a word's head, -1 = root; none of a report that was not taken for English.

    >>> head_of(["2", "he", "he", "PRON", "PRP", "_", "_", "_", "_", "_"])
    1
    """
    return -1 if row[6] == "0" else int(row[6]) - 1 if row[6] != "_" else int(row[0]) - 1


def read_treebank_flat(path):
    """Sentences whose words stand at their own numbers: for answers over the same words."""
    for _, rows in read_blocks(path):
        words = [row for row in rows if row[0].isdigit()]
        yield [
            Word(i, i + 1, row[2], row[3], row[4], head_of(row), row[7])
            for i, row in enumerate(words)
        ]


def score_raw(parley, path, name, table):
    reports = read_treebank(path)
    lines = [{"id": str(i), "text": text} for i, (_, text, _) in enumerate(reports)]
    answers = parley.annotate_texts(lines, "--tokens")
    counts = Counts()
    for i, (_, _, sentences) in enumerate(reports):
        said = sentences_of_answer(answers[str(i)]) if str(i) in answers else []
        counts.add(sentences, said)
    counts.put(table, f"{name}, raw text:")


def score_language(parley, data, table):
    with tempfile.TemporaryDirectory() as folder:
        for name, file in TREEBANKS.items():
            answer = score_given(parley, data / file, name, table, Path(folder))
            if name == "ewt":
                score_names(data / NAMES, answer, table)
            score_raw(parley, data / file, name, table)
    for name, file in RULES.items():
        score_rules(parley, data / file, name, table)
