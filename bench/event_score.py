"""Who did what to whom: events against corpora of coded sentences.

An answer is an event that is said to have happened or to be planned, or is history: what is denied
or only imagined is no answer. Recall is always shown with the extra events, a hundred sentences.

plover_gsr   PLOVER's gold records: type and both countries. Who meets, agrees or works together has
             no direction, there the parties are compared as one set. Types of the first PLOVER are
             read as those that replaced them
plv          a sentence with source and target marked: an answer is right when its source meets the
             gold source, its target the gold target, and its type is the gold's (or its class of
             four). The corpus folds CONCEDE and RETREAT into YIELD. Only the part whose sentences
             are not in plover_gsr
cameo        example sentences of the CAMEO codebook: an answer has the root code. Statements
             (01) are no PLOVER event and are left out
petrarch     see petrarch_score.py
no event     sentences without a political event: GUM's guides, travel, science, fiction, and
             encyclopaedia sentences on music, literature and science; neutral statements apart
speed        sentences a second through the whole pipe, from raw text to JSON, one thread
"""

import csv
import json
import re
import time

import parley_run
import petrarch_score

# PLOVER 0.5 had types that later ones took in; DOCUMENT only describes the file.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "YIELD": "CONCEDE"}
SPELLINGS = {"JAP": "JPN", "ITL": "ITA"}  # codes that the records misspell
RECIPROCAL = {"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "AID"}
YIELD = {"CONCEDE", "RETREAT"}
ANSWERS = {"actual", "planned", "historical"}
NO_EVENT_GENRES = ("whow", "voyage", "academic", "textbook", "fiction", "vlog")
NO_EVENT_DOMAINS = ("music", "literature", "science", "ai")


def score_events(parley, data, table):
    petrarch_score.score_petrarch(parley, data, table, parley_run.ROOT)
    score_gsr(parley, data, table)
    score_plv(parley, data, table)
    score_cameo(parley, data, table)
    score_no_events(parley, data, table)


def coded(parley, texts):
    """The events of each text that count as answers, with its entities at hand."""
    answers = parley.annotate_texts([{"id": str(i), "text": text} for i, text in enumerate(texts)])
    rows = []
    for i in range(len(texts)):
        report = answers[str(i)]
        events = [event for event in report["events"] if event["status"] in ANSWERS]
        rows.append((events, report))
    return rows


def countries(event, side):
    return {(actor["code"] or "")[:3] for actor in event[side]} - {""}


def described(event, report):
    """An event in a line, for the lists of errors."""
    names = [
        "+".join(
            f"{report['entities'][a['entity']]['name'] if a['entity'] is not None else '-'}:{a['code'] or ''}"
            for a in event[side]
        )
        for side in ("sources", "targets")
    ]
    return f"{event['plover']} {event['cameo']} [{names[0]} > {names[1]}] {event['status']}"


def read_gsr(data):
    """The records by sentence: [(text, [(type, countries of source, of target)])]."""
    text = (data / "plover_gsr/PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8", errors="replace")
    by_text = {}
    for record in json.loads(text):
        kind = RENAMED.get(record["event"], record["event"])
        if kind == "DOCUMENT":
            continue
        sides = [
            {SPELLINGS.get(actor["code"][:3], actor["code"][:3])
             for actor in record.get(side) or [] if "code" in actor}
            for side in ("source", "target")
        ]
        by_text.setdefault(record["text"], []).append((kind, *sides))
    return list(by_text.items())


def same_sides(kind, sources, targets, event):
    found = countries(event, "sources"), countries(event, "targets")
    if kind in RECIPROCAL and (not targets or sources & (found[1] - found[0])):
        parties = sources | targets
        return len(parties & (found[0] | found[1])) >= min(2, len(parties))
    return bool(sources & found[0] or not sources) and bool(targets & found[1] or not targets)


def kinds_of(event):
    """CAMEO codes what is announced as an intention: cooperation to come is AGREE, conflict THREATEN."""
    kinds = {event["plover"]}
    if event["status"] == "planned":
        kinds.add("AGREE" if event["quad"] <= 2 else "THREATEN")
    if event["plover"] == "RETREAT":
        kinds.add("CONCEDE")  # YIELD was both
    return kinds


def quads_of(event):
    return {event["quad"]} | ({1 if event["quad"] <= 2 else 3} if event["status"] == "planned" else set())


def roots_of(event):
    intent = "03" if event["quad"] <= 2 else "13"
    return {event["cameo"][:2]} | ({intent} if event["status"] == "planned" else set())


def score_gsr(parley, data, table):
    golds = read_gsr(data)
    n_gold = n_right = n_answers = n_typed = 0
    for (text, records), (events, report) in zip(golds, coded(parley, [text for text, _ in golds])):
        n_gold += len(records)
        n_answers += len(events)
        free = list(events)
        for kind, sources, targets in records:
            of_kind = [e for e in free if kind in kinds_of(e)]
            n_typed += bool(of_kind)
            right = next((e for e in of_kind if same_sides(kind, sources, targets, e)), None)
            if right:
                n_right += 1
                free.remove(right)
            else:
                got = "; ".join(described(e, report) for e in events)
                table.error("plover_gsr", "missed", f"{kind} {sources} > {targets}\t{text}\t{got}")
    table.found("plover_gsr, type + both countries", n_right, n_gold, n_answers)
    table.share("plover_gsr, type alone", n_typed, n_gold)
    table.number("plover_gsr, extra per 100 sentences", 100 * (n_answers - n_right) / len(golds), len(golds))


def read_plv(data):
    """[(sentence, type, class of four, source span, target span)], spans in bytes."""
    rows = []
    with (data / "plv/PLV_train.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, spans = "", {}
            for piece in re.split(r"(</?[st]>)", row["marked_sentence"]):
                at = len(text.encode("utf-8"))
                if piece in ("<s>", "<t>"):
                    spans[piece[1]] = [at, at]
                elif piece in ("</s>", "</t>"):
                    spans[piece[2]][1] = at
                else:
                    text += piece
            if {"s", "t"} <= spans.keys():
                rows.append((text, row["gold_root"], int(row["gold_penta"]), spans["s"], spans["t"]))
    return rows


def spans_of(actors, report):
    """Where the actors are named: in the event's words, and wherever else the sentence names them."""
    spans = [(actor["start"], actor["end"]) for actor in actors if actor["start"] is not None]
    entities = {actor["entity"] for actor in actors} - {None}
    spans += [(m["start"], m["end"]) for m in report["mentions"] if m["entity"] in entities]
    return spans


def meets(actors, report, span):
    return any(start < span[1] and span[0] < end for start, end in spans_of(actors, report))


def has_actors(event, report, source, target):
    """Its sides meet the gold's; who did it together is on one side."""
    if meets(event["sources"], report, source) and meets(event["targets"], report, target):
        return True
    everyone = event["sources"] + event["targets"]
    is_joint = event["plover"] in RECIPROCAL or not event["targets"] and len(event["sources"]) > 1
    return is_joint and meets(everyone, report, source) and meets(everyone, report, target)


def score_plv(parley, data, table):
    golds = read_plv(data)
    n_root = n_class = n_answers = n_used = n_met = 0
    for (text, kind, penta, source, target), (events, report) in zip(golds, coded(parley, [g[0] for g in golds])):
        n_answers += len(events)
        between = [event for event in events if has_actors(event, report, source, target)]
        n_met += bool(between)
        kinds = {"YIELD" if k in YIELD else k for event in between for k in kinds_of(event)}
        n_root += kind in kinds
        n_class += penta in {quad for event in between for quad in quads_of(event)}
        n_used += bool(between)
        if kind not in kinds:
            words = text.encode("utf-8")
            sides = " > ".join(words[a:b].decode("utf-8", "replace") for a, b in (source, target))
            got = "; ".join(described(e, report) for e in events)
            what = "missed" if not events else "actors" if not between else "type"
            table.error("plv", what, f"{kind}\t{sides}\t{text}\t{got}")
    table.share("plv, root right of all", n_root, len(golds))
    table.share("plv, class of four right of all", n_class, len(golds))
    table.share("plv, an event between source and target", n_met, len(golds))
    table.number("plv, extra per 100 sentences", 100 * (n_answers - n_used) / len(golds), len(golds))


def read_cameo(data):
    """[(example, root code)]; the file lost its quotation marks to a wrong encoding."""
    rows = []
    text = (data / "cameo_codes/cameo-codes.csv").read_bytes().decode("latin-1")
    for row in csv.DictReader(text.splitlines()):
        example = re.sub("[\u0080-\u009f\u00e2]+|\u00ef\u00bf\u00bd(\u00ef\u00bf\u00bd)*", "'", row["example"])
        example = example.split(" Note: ")[0].strip()
        if row["root_code"] not in ("01", "NA") and example not in ("", "NA"):
            rows.append((example, row["root_code"]))
    return rows


def score_cameo(parley, data, table):
    golds = read_cameo(data)
    n_right = n_extra = 0
    for (text, root), (events, report) in zip(golds, coded(parley, [text for text, _ in golds])):
        right = sum(root in roots_of(event) for event in events)
        n_right += right > 0
        n_extra += len(events) - (right > 0)
        if not right:
            got = "; ".join(described(e, report) for e in events)
            table.error("cameo", "missed", f"{root}\t{text}\t{got}")
    table.share("cameo examples, root right", n_right, len(golds))
    table.number("cameo examples, extra per 100 sentences", 100 * n_extra / len(golds), len(golds))


def read_no_events(data):
    """Sentences of GUM genres and CrossNER domains that are not about politics."""
    sentences = []
    for path in sorted((data / "gum").glob("**/*.conllu")):
        document = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# newdoc id"):
                document = line.split("=", 1)[1].strip()
            elif line.startswith("# text =") and any(f"_{g}_" in document for g in NO_EVENT_GENRES):
                sentences.append(line.split("=", 1)[1].strip())
    for domain in NO_EVENT_DOMAINS:
        for path in sorted((data / "crossner").glob(f"**/{domain}/*.txt")):
            for block in path.read_text(encoding="utf-8").split("\n\n"):
                words = [line.split("\t")[0] for line in block.splitlines() if line.strip()]
                if len(words) > 4:
                    sentences.append(re.sub(r" ([,.;:)%'])", r"\1", " ".join(words)))
    return sentences


def score_no_events(parley, data, table):
    sentences = read_no_events(data)
    started = time.monotonic()
    rows = coded(parley, sentences)
    seconds = time.monotonic() - started
    n_extra = 0
    for sentence, (events, report) in zip(sentences, rows):
        n_extra += len(events)
        for event in events:
            table.error("no event", "false", f"{described(event, report)}\t{sentence}")
    table.number("no event, extra per 100 sentences", 100 * n_extra / len(sentences), len(sentences))
    table.number("sentences a second, each a report", len(sentences) / seconds, len(sentences))
    with (data / "plv/DEV_cameo_class_train_clean.tsv").open(encoding="utf-8") as file:
        neutral = [row[0] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row[-1] == "0"]
    rows = coded(parley, neutral)
    n_extra = sum(len(events) for events, _ in rows)
    table.number("neutral statements, extra per 100", 100 * n_extra / len(neutral), len(neutral))
