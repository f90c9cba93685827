"""Happenings against gold: which mentions of events are of one happening.

ecbplus        in each topic several reports tell of two happenings of one kind, and mentions of
               events are annotated with what they corefer to, across reports. A mention counts when
               Parley codes an event whose trigger meets it; those that it does not code are no
               matter here. B-cubed over these mentions (Bagga and Baldwin 1998), beside what it
               would be if no two mentions were one, and links: pairs of mentions of one happening.
               Points and thresholds are tuned on the topics with even numbers, the topics with odd
               numbers are what is reported. Reports there have no dates.
"""

import collections
import itertools
import json
import re
import tempfile
from pathlib import Path

import story_score


def report_with_places(path):
    """The report as the story suite reads it, and the bytes of each token by its number."""
    tokens = re.findall(r'<token t_id="(\d+)" sentence="(\d+)"[^>]*>([^<]*)</token>',
                        path.read_text(encoding="utf-8"))
    sentences = collections.defaultdict(list)
    for token, sentence, word in tokens:
        sentences[int(sentence)].append((token, story_score.unescaped(word)))
    text, places = "", {}
    for _, words in sorted(sentences.items()):
        if words[0][1] == "http":
            continue
        text += "\n" if text else ""
        for i, (token, word) in enumerate(words):
            text += " " if i else ""
            start = len(text.encode("utf-8"))
            text += word
            places[token] = (start, start + len(word.encode("utf-8")))
    return {"id": path.stem, "text": text}, places


def gold_mentions(path, places):
    """What each mention of an event corefers to: [(start, end, happening)].

    A mention that corefers with nothing is a happening of its own.
    """
    xml = path.read_text(encoding="utf-8")
    spans = {}
    for mention, body in re.findall(
        r'<ACTION_(?:OCCURRENCE|REPORTING) m_id="(\d+)"\s*>(.*?)</ACTION', xml, re.DOTALL
    ):
        anchored = [places[t] for t in re.findall(r't_id="(\d+)"', body) if t in places]
        if anchored:
            spans[mention] = (min(a for a, _ in anchored), max(b for _, b in anchored))
    label_of = {mention: f"{path.stem}:{mention}" for mention in spans}
    for kind, head, body in re.findall(
        r"<(CROSS_DOC_COREF|INTRA_DOC_COREF) ([^>]*)>(.*?)</\1>", xml, re.DOTALL
    ):
        note = re.search(r'note="([^"]+)"', head)
        target = re.search(r'<target m_id="(\d+)"', body)
        if not target:
            continue
        label = note.group(1) if kind == "CROSS_DOC_COREF" and note else f"{path.stem}:t{target.group(1)}"
        for source in re.findall(r'<source m_id="(\d+)"', body):
            if source in label_of:
                label_of[source] = label
    return [(*spans[mention], label_of[mention]) for mention in spans]


def links(gold_of, answer_of):
    """Pairs of mentions that are one: right ones, those of the gold, those of the answers.

    >>> links({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"})
    (1, 1, 3)
    """
    right = n_gold = n_answers = 0
    for one, other in itertools.combinations(gold_of, 2):
        is_gold = gold_of[one] == gold_of[other]
        is_answer = answer_of[one] == answer_of[other]
        right += is_gold and is_answer
        n_gold += is_gold
        n_answers += is_answer
    return right, n_gold, n_answers


def coded_mentions(parley, database, folder):
    """[(report, trigger's start and end, happening, words)]."""
    parley.run("export", "--as", "jsonl", "--dir", folder, "--db", database)
    rows = {
        name: [json.loads(line) for line in open(Path(folder) / f"{name}.jsonl", encoding="utf-8")]
        for name in ("happening_mentions", "events")
    }
    events = {(row["report"], row["number"]): row for row in rows["events"]}
    for row in rows["happening_mentions"]:
        event = events[row["report"], row["event"]]
        yield row["report"], event["trigger_start"], event["trigger_end"], row["happening"], event


def score_happenings(parley, data, table):
    paths = sorted((data / "ecbplus/text").glob("*/*.xml"))
    reports, gold = [], collections.defaultdict(list)
    for path in paths:
        report, places = report_with_places(path)
        if report["text"]:
            reports.append(report)
            gold[report["id"]] = gold_mentions(path, places)
    text_of = {report["id"]: report["text"].encode("utf-8") for report in reports}
    with tempfile.TemporaryDirectory() as folder:
        database = story_score.read_record(parley, reports, folder, "ecbplus")
        coded = list(coded_mentions(parley, database, Path(folder) / "tables"))
    gold_of, answer_of, clause_of = {}, {}, {}
    for report, start, end, happening, event in coded:
        for gold_start, gold_end, label in gold[report]:
            key = (report, gold_start)
            if start < gold_end and gold_start < end and key not in gold_of:
                gold_of[key], answer_of[key] = label, happening
                clause_of[key] = text_of[report][event["start"]:event["end"]].decode("utf-8")
                break
    for name, odd in (("odd topics", 1), ("even topics (tuned on)", 0)):
        chosen = {k: v for k, v in gold_of.items() if int(k[0].split("_")[0]) % 2 == odd}
        answers = {k: answer_of[k] for k in chosen}
        story_score.add_b_cubed(table, f"ecbplus {name}", chosen, answers)
        alone = {k: k for k in chosen}
        story_score.add_b_cubed(table, f"ecbplus {name}, each alone", chosen, alone)
        right, n_gold, n_answers = links(chosen, answers)
        table.found(f"ecbplus {name} links", right, n_gold, n_answers)
    for one, other in itertools.combinations(gold_of, 2):
        is_gold = gold_of[one] == gold_of[other]
        if is_gold != (answer_of[one] == answer_of[other]):
            line = f"{one[0]}: {clause_of[one]!r} | {other[0]}: {clause_of[other]!r}"
            table.error("links", "missed" if is_gold else "false", line)
