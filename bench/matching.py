"""When an answer is the same as what the gold says.

Gold data are text, not offsets, and people write one thing in several ways; so words are compared,
without case, accents, punctuation and the shape of quotation marks.
"""

import difflib
import re
import unicodedata

# Words that say nothing of what a clause is about.
STOP_WORDS = frozenset(
    """a an the of in on at to for from by with and or but as that which who whom whose this these
    those it its he she they their his her them him i we you our my is are was were be been being am
    will would could can may might should must shall do does did has have had having not no s t""".split()
)


def words(text):
    """
    >>> words("Erdoğan’s “big  mistake.”")
    ['erdogan', 's', 'big', 'mistake']
    >>> words("30-day")
    ['30', 'day']
    """
    plain = unicodedata.normalize("NFKD", text).replace("ı", "i")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"\w+", plain.lower())


def content_words(text):
    """Words that carry content; all words when none does."""
    every = words(text)
    return [word for word in every if word not in STOP_WORDS] or every


def same_words(a, b):
    """
    >>> same_words("We are ready,", "“We are ready.”")
    True
    >>> same_words("We are ready", "We are not ready")
    False
    """
    return words(a) == words(b) != []


def common(a, b):
    """How many words two lists share, repeats counted."""
    left = list(b)
    n = 0
    for word in a:
        if word in left:
            left.remove(word)
            n += 1
    return n


def overlap(a, b):
    """The share of content words that two texts have in common, of the longer one.

    >>> overlap("the talks could start on Friday", "talks could start")
    0.6666666666666666
    >>> overlap("peace", "war")
    0.0
    """
    a, b = content_words(a), content_words(b)
    return common(a, b) / max(len(a), len(b), 1)


def containment(a, b):
    """The same, of the shorter one.

    >>> containment("hopes for a breakthrough remain low", "hopes remain low")
    1.0
    """
    a, b = content_words(a), content_words(b)
    return common(a, b) / max(min(len(a), len(b)), 1)


def stem_containment(a, b):
    """As containment, of stems, long words in two spellings being one: how a report spells a name,
    and in which form it uses a verb, is no other value.

    >>> stem_containment("strongly rejects ceding occupied territory", "rejects occupied territories")
    1.0
    >>> stem_containment("Okonjo", "Mary Okonyo")
    1.0
    >>> stem_containment("Norway", "Iceland")
    0.0
    """
    a, b = sorted((list(stems(a)), list(stems(b))), key=len)
    shared = sum(
        any(
            x == y
            or (min(len(x), len(y)) >= 6 and difflib.SequenceMatcher(None, x, y).ratio() >= 0.8)
            for y in b
        )
        for x in a
    )
    return shared / max(len(a), 1)


def stems(text):
    """Crude stems: enough to let "sanction" meet "sanctions", and "military" "militaries".

    >>> sorted(stems("sanctions on the military"))
    ['milita', 'sancti']
    """
    return {word[:6].removesuffix("s") if len(word) > 4 else word for word in content_words(text)}


def same_subject(a, b):
    """At least half of the stems of the shorter.

    >>> same_subject("troop withdrawal", "withdrawal of troops")
    True
    >>> same_subject("ceasefire", "sanctions")
    False
    """
    a, b = stems(a), stems(b)
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def same_name(a, b):
    """One name in two spellings.

    >>> same_name("Harald Bergman", "Harriet Borgen")
    False
    >>> same_name("Mary Okonjo", "mary  okonyo")
    True
    >>> same_name("the Velian officials", "Velian officials")
    True
    >>> same_name("Iran", "Iraq")
    False
    """
    a, b = content_words(a), content_words(b)
    if len(a) != len(b):
        return False
    return all(
        x == y
        or (min(len(x), len(y)) >= 5 and difflib.SequenceMatcher(None, x, y).ratio() >= 0.8)
        for x, y in zip(a, b)
    )


def pair(golds, answers, score, least):
    """One-to-one pairs (gold index, answer index), the best score first.

    >>> pair(["ab", "b"], ["b", "abc"], lambda g, a: len(set(g) & set(a)), 1)
    [(0, 1), (1, 0)]
    """
    scored = [
        (-score(gold, answer), i, j)
        for i, gold in enumerate(golds)
        for j, answer in enumerate(answers)
    ]
    pairs, used_golds, used_answers = [], set(), set()
    for value, i, j in sorted(scored):
        if -value >= least and i not in used_golds and j not in used_answers:
            pairs.append((i, j))
            used_golds.add(i)
            used_answers.add(j)
    return sorted(pairs)


def find_words(text, phrase, start=0):
    """The bytes [start, end) of the first place at or after `start` where `phrase` stands, as words.

    >>> find_words("Peace “talks” begin; talks end", "talks")
    (9, 14)
    >>> find_words("Peace “talks” begin; talks end", "talks", 12)
    (25, 30)
    >>> find_words("nothing", "thing") is None
    True
    """
    pattern = r"[\W_]+".join(re.escape(word) for word in re.findall(r"\w+", phrase))
    if not pattern:
        return None
    for found in re.finditer(r"(?<!\w)" + pattern + r"(?!\w)", text):
        first = len(text[: found.start()].encode("utf-8"))
        if first >= start:
            return first, first + len(found.group().encode("utf-8"))
    return None


def spans_meet(a, b):
    """
    >>> spans_meet((0, 4), (3, 5)), spans_meet((0, 4), (4, 5))
    (True, False)
    """
    return a[0] < b[1] and b[0] < a[1]
