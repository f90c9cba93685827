"""Who, when, where: times, places, coreference and actor codes against corpora.

times         TempEval-3: a time is found when it overlaps a gold one; the value F1 is the F1 of
              found times whose value is right too. TimeBank and AQUAINT.
expressions   single sentences with the value expected; see expression_score for the rules and what is left out
places        a place is found when it overlaps a gold toponym that has coordinates; resolved when
              it lies within 161 km of it (100 miles, as geoparsing papers measure)
coreference   CoNLL 2012 without singletons, on raw text. A mention is its head word, by the gold
              tree, as CorefUD's scorer matches: annotators put more words into a span than we do
actors        country and sector of a phrase that names an actor, in PLOVER's terms; "not read" are the
              lines of the file that nobody looked at while tables and rules were written: every
              fourth from line 43 on (until November 2026 all odd ones)
"""

import collections
import csv
import functools
import math
import re
import time
import xml.etree.ElementTree as ElementTree

import coreference
import expression_score
import language_score
import parley_run

NEAR_KM = 161


def byte_offsets(text):
    """The byte at which each character starts, and the end."""
    offsets, at = [], 0
    for character in text:
        offsets.append(at)
        at += len(character.encode("utf-8"))
    return offsets + [at]


def match(golds, answers):
    """Pairs of overlapping spans, each used once, in order.

    >>> match([(0, 4), (8, 9)], [(2, 3), (3, 4), (9, 12)])
    [(0, 0)]
    """
    pairs, used = [], set()
    for i, gold in enumerate(golds):
        for j, answer in enumerate(answers):
            if j not in used and gold[0] < answer[1] and answer[0] < gold[1]:
                pairs.append((i, j))
                used.add(j)
                break
    return pairs


# ---- times ---------------------------------------------------------------------------------------


def read_timeml(path):
    """(text, published, [(start, end, value)]), offsets in bytes."""
    root = ElementTree.fromstring(path.read_text(encoding="utf-8", errors="replace"))
    created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    published = created.get("value")[:10] if created is not None else ""
    pieces, times = [], []
    n_bytes = 0

    def walk(element):
        nonlocal n_bytes
        start = n_bytes
        add(element.text)
        for child in element:
            walk(child)
            add(child.tail)
        if element.tag == "TIMEX3":
            times.append((start, n_bytes, element.get("value")))

    def add(words):
        nonlocal n_bytes
        if words:
            pieces.append(words)
            n_bytes += len(words.encode("utf-8"))

    for body in root.iter("TEXT"):
        walk(body)
    is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", published)
    return "".join(pieces), published if is_day else "", times


def score_times(parley, data, table):
    documents = {}
    for path in sorted((data / "timex/timebank").glob("*/*.tml")):
        documents[path.stem] = read_timeml(path)
    answers = parley.annotate_texts(
        [{"id": name, "text": d[0], "published": d[1]} for name, d in documents.items()]
    )
    n_gold = n_answers = n_found = n_right = 0
    for name, (text, _, golds) in documents.items():
        found = answers[name]["times"]
        spans = [(t["start"], t["end"]) for t in found]
        words = text.encode("utf-8")
        pairs = match(golds, spans)
        n_gold, n_answers, n_found = n_gold + len(golds), n_answers + len(spans), n_found + len(pairs)
        for i, j in pairs:
            if golds[i][2] == found[j]["value"]:
                n_right += 1
            else:
                said = words[spans[j][0] : spans[j][1]].decode("utf-8", "replace")
                table.error("times", "wrong", f"{name}\t{said!r}\t{golds[i][2]} not {found[j]['value']}")
        for i in sorted({*range(len(golds))} - {i for i, _ in pairs}):
            said = words[golds[i][0] : golds[i][1]].decode("utf-8", "replace")
            table.error("times", "missed", f"{name}\t{said!r}\t{golds[i][2]}")
        for j in sorted({*range(len(spans))} - {j for _, j in pairs}):
            said = words[spans[j][0] : spans[j][1]].decode("utf-8", "replace")
            table.error("times", "false", f"{name}\t{said!r}\t{found[j]['value']}")
    table.found("times, relaxed span", n_found, n_gold, n_answers)
    table.share("times, value F1", 2 * n_right / (n_gold + n_answers) * n_gold, n_gold)


# ---- places --------------------------------------------------------------------------------------


def distance_km(a, b):
    """Great circle.

    >>> round(distance_km((52.5, 13.4), (48.9, 2.4)))
    871
    """
    x, y = (tuple(map(math.radians, point)) for point in (a, b))
    h = (
        math.sin((y[0] - x[0]) / 2) ** 2
        + math.cos(x[0]) * math.cos(y[0]) * math.sin((y[1] - x[1]) / 2) ** 2
    )
    return 2 * 6371 * math.asin(math.sqrt(h))


def score_places(parley, data, table):
    root = ElementTree.parse(data / "geo/GWN.xml").getroot()
    documents = {}
    for number, article in enumerate(root.iter("article")):
        text = article.find("text").text
        at = byte_offsets(text)
        golds = []
        for toponym in article.iter("toponym"):
            said = {child.tag: child.text or "" for child in toponym}
            if said.get("latitude"):
                where = (float(said["latitude"]), float(said["longitude"]))
                golds.append((at[int(said["start"])], at[int(said["end"])], where))
        documents[str(number)] = (text, sorted(golds))
    answers = parley.annotate_texts([{"id": n, "text": d[0]} for n, d in documents.items()])
    n_gold = n_answers = n_found = n_near = 0
    for name, (text, golds) in documents.items():
        found = sorted(answers[name]["places"], key=lambda p: p["start"])
        spans = [(p["start"], p["end"]) for p in found]
        words = text.encode("utf-8")
        pairs = match(golds, spans)
        n_gold, n_answers, n_found = n_gold + len(golds), n_answers + len(spans), n_found + len(pairs)
        for i, j in pairs:
            place = found[j]
            has = place["lat"] is not None and place["lon"] is not None
            near = has and distance_km(golds[i][2], (place["lat"], place["lon"])) <= NEAR_KM
            n_near += near
            if not near:
                said = words[spans[j][0] : spans[j][1]].decode("utf-8")
                table.error("places resolved", "wrong", f"{name}\t{said}\t{golds[i][2]}\t{place}")
        for i in sorted({*range(len(golds))} - {i for i, _ in pairs}):
            start, end, _ = golds[i]
            around = words[max(0, start - 40) : end + 30].decode("utf-8", "replace").replace("\n", " ")
            table.error("places", "missed", f"{words[start:end].decode('utf-8')}\t{around}")
        for j in sorted({*range(len(spans))} - {j for _, j in pairs}):
            start, end = spans[j]
            around = words[max(0, start - 40) : end + 30].decode("utf-8", "replace").replace("\n", " ")
            table.error("places", "false", f"{words[start:end].decode('utf-8')}\t{around}")
    table.found("places, toponyms", n_found, n_gold, n_answers)
    table.share("places within 161 km, of found", n_near, n_found)


# ---- coreference ---------------------------------------------------------------------------------


def read_entities(path):
    """By report: [[(first word, last word)]] of each entity; words are numbered over the report."""
    reports, open_spans, entities = [], {}, {}
    n_words = 0
    for comments, rows in language_score.read_blocks(path):
        if any(line.startswith("# newdoc id") for line in comments):
            entities, open_spans, n_words = {}, {}, 0
            reports.append(entities)
        for row in rows:
            if not row[0].isdigit():
                continue
            said = [m[7:] for m in row[9].split("|") if m.startswith("Entity=")]
            for piece in re.findall(r"\([^()]+\)?|[^()]+\)", said[0] if said else ""):
                name = piece.strip("()").split("-")[0]
                if piece.startswith("("):
                    open_spans.setdefault(name, []).append(n_words)
                if piece.endswith(")"):
                    entities.setdefault(name, []).append((open_spans[name].pop(), n_words))
            n_words += 1
    return reports


def head_of(words, heads, first, last):
    """The first word of a span whose head is outside of it."""
    for i in range(first, last + 1):
        if not first <= heads[i] <= last:
            return i
    return last


def score_coreference(parley, data, table):
    path = data / "gum/gum-clean-dev.conllu"
    treebank = language_score.read_treebank(path)
    entities = read_entities(path)
    answers = parley.annotate_texts([{"id": name, "text": text} for name, text, _ in treebank])
    conll = coreference.Conll()
    for (name, _, sentences), gold in zip(treebank, entities):
        words, heads = [], []
        for sentence in sentences:
            base = len(words)
            heads += [base + word.head if word.head >= 0 else -1 for word in sentence]
            words += sentence
        keys = [{head_of(words, heads, a, b) for a, b in spans} for spans in gold.values()]
        of_entity, taken = {}, set()
        at = 0
        mentions = sorted(answers[name]["mentions"], key=lambda m: (m["start"], -m["end"]))
        for mention in mentions:
            inside = []
            while at < len(words) and words[at].span[1] <= mention["start"]:
                at += 1
            i = at
            while i < len(words) and words[i].span[0] < mention["end"]:
                inside.append(i)
                i += 1
            if not inside or mention["entity"] is None:
                continue
            head = head_of(words, heads, inside[0], inside[-1])
            if head not in taken:
                taken.add(head)
                of_entity.setdefault(mention["entity"], set()).add(head)
        conll.add(keys, list(of_entity.values()))
    for name, value in conll.scores().items():
        table.share(f"coreference, {name} F1", value * len(treebank), len(treebank))


# ---- actors --------------------------------------------------------------------------------------

# PLOVER's sectors, and what it calls those that only CAMEO has.
PLOVER_SECTORS = set(
    "GOV MIL LEG JUD COP SPY PTY OPP REB PRM UAF CRM BUS AGR EDU HLH MED REL NGO SOC ELI REF PRE CVL".split()
)
PLOVER_SECTOR = {
    "LAB": "CVL", "SET": "CVL", "ENV": "SOC", "HRI": "SOC", "INS": "REB", "SEP": "REB", "RAD": "REB",
    "MNC": "BUS", "ICJ": "JUD", "ICC": "JUD", "WHO": "HLH",
}
# How the file says that a phrase tells of no country or sector.
UNSAID = ("-", "UNK")
INTERNATIONAL = ("IGO", "NGO", "MNC", "IMG")
FAITHS = set("CHR MOS JEW HIN BUD SIK".split())
REGIONS = set("AFR ASA BLK CAU CEU CFR CRB EAF EEU EIN EUR LAM MDT MEA NAF NMR PGS SAF SAM SAS SCN SEA WAF WEU WST".split())


@functools.cache
def state_names():
    """Names of states, as entities bear them."""
    with (parley_run.ROOT / "data/en/countries.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {name for row in rows for name in [row["name"], *(row["aliases"] or "").split("|")]}


def country_and_sector(entity):
    """What an actor code says, in PLOVER's terms: the first of its roles that PLOVER has. CAMEO's regions
    ("Western") are no country. Who only has a country in CAMEO has a sector in PLOVER when it is a place that
    is no state, a people (civilians), a faith, or somebody of an organisation of states (government).

    >>> country_and_sector({"country": "FRA", "code": "FRAGOV"})
    ('FRA', 'GOV')
    >>> country_and_sector({"country": None, "code": "IGOUNOWHO"})
    ('UNO', 'HLH')
    >>> country_and_sector({"country": None, "code": "IGOUNOKID"})
    ('UNO', '')
    >>> country_and_sector({"country": None, "code": "IGOJUD"})
    ('IGO', 'JUD')
    >>> country_and_sector({"country": None, "code": "NGOHRI"})
    ('-', 'NGO')
    >>> country_and_sector({"country": None, "code": "LAB"})
    ('-', 'CVL')
    """
    code = entity["code"] or ""
    country = entity["country"] or "-"
    groups = [code[at:at + 3] for at in range(0, len(code), 3)]
    if code.startswith("IGOUNO"):
        country = "UNO"
    elif code.startswith("IGOEUR"):
        country = "EUR"
    elif groups and groups[0] == "IGO":
        country = "IGO"
    elif groups and groups[0] in INTERNATIONAL or country in REGIONS:
        country = "-"
    sectors = [PLOVER_SECTOR.get(group, group) for group in groups]
    sector = next((sector for sector in sectors if sector in PLOVER_SECTORS), "")
    kind = entity.get("type")
    if not sector and kind == "LOC" and len(groups) == 1 and entity["name"] not in state_names():
        sector = "CVL"
    if not sector and kind == "NORP" and groups and (len(groups) > 1 or groups[0] != entity["country"]):
        sector = "REL" if FAITHS & set(groups) else "CVL"
    if not sector and kind == "PER" and groups and groups[0] == "IGO":
        sector = "GOV"
    return country, sector


def main_entity(answer):
    """The entity that a phrase is about: not what has it ("Kenya's"), what it is made of ("Kenyan"), or
    what stands behind a preposition; of those left a person ("the army's chief, Jane Doe"), else the longest
    mention; the last of several."""
    text = answer["text"].encode("utf-8")
    mentions = [m for m in answer["mentions"] if m["entity"] is not None]
    if not mentions:
        return {"country": None, "code": None}
    heads = [
        m for m in mentions
        if m["type"] != "NORP"
        and not re.match(rb" ?('|\xe2\x80\x99)(s\b|\s)", text[m["end"]:])
        and not re.search(rb"\b(of|in|from|for|at|on)( the)? $", text[:m["start"]])
    ]
    head = max(heads or mentions, key=lambda m: (m["type"] == "PER", m["end"] - m["start"], m["start"]))
    return answer["entities"][head["entity"]]


def score_actors(parley, data, table):
    with (data / "actors/actors.tsv").open(encoding="utf-8") as file:
        numbered = list(enumerate(csv.DictReader(file, delimiter="\t"), start=2))
    rows = [row for _, row in numbered if row["text"]]
    line_of = {(row["test"], row["text"]): line for line, row in numbered}
    answers = parley.annotate_texts(
        [{"id": str(i), "text": row["text"], "published": row["query_date"] or ""} for i, row in enumerate(rows)]
    )
    asked, right = collections.Counter(), collections.Counter()
    for i, row in enumerate(rows):
        line = line_of[row["test"], row["text"]]
        parts = ("", " (not read)") if line > 41 and line % 4 == 3 else ("",)
        country, sector = country_and_sector(main_entity(answers[str(i)]))
        for what, ours in (("country", country), ("sector", sector)):
            if not row[what]:
                continue
            asked.update(what + part for part in parts)
            wanted = row[what] if row[what] not in UNSAID else ("-" if what == "country" else "")
            if ours == wanted:
                right.update(what + part for part in parts)
            else:
                table.error(f"actors {what}", "wrong", f"{row['text']}\t{row['query_date']}\t{wanted} not {ours}")
    for what in sorted(asked):
        table.share(f"actors, {what}", right[what], asked[what])


# ---- speed ---------------------------------------------------------------------------------------


def score_speed(parley, data, table):
    """Reports of 500 words a second, the whole of annotate, one thread; the start-up taken off."""
    words = " ".join(
        ElementTree.parse(data / "geo/GWN.xml").getroot().find("article/text").text.split()[:500]
    )
    reports = [{"id": str(i), "text": words} for i in range(400)]
    seconds = []
    for n in (1, 1, len(reports), len(reports), len(reports)):
        start = time.perf_counter()
        parley.annotate_texts(reports[:n], "--threads", "1")
        seconds.append(time.perf_counter() - start)
    whole = sorted(seconds[2:])[1] - min(seconds[:2])
    table.number("reports a second, whole annotate", (len(reports) - 1) / whole, len(reports))


def score_mentions(parley, data, table):
    score_times(parley, data, table)
    expression_score.score_expressions(parley, data, table, byte_offsets)
    score_places(parley, data, table)
    score_coreference(parley, data, table)
    score_actors(parley, data, table)
    score_speed(parley, data, table)
