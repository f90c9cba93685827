"""Stories and copies against gold.

ecbplus        each topic has two halves, two happenings of one kind (reports named N_Kecb and
               N_Kecbplus), told by several reports each. All topics are read into one record;
               B-cubed over reports says how well its stories are those happenings (Bagga and
               Baldwin 1998). Thresholds are tuned on the topics with even numbers; the topics with
               odd numbers are what is reported, and the even ones are shown beside them.
basil          events that three outlets told, with dates: B-cubed, on data that nothing is tuned
               on.
allsides       pairs of reports that share text. A pair is found when `parley copies` has it. Pairs
               of one outlet share its page furniture more often than a report, so pairs across
               outlets are counted on their own too, and there also by families: both reports have
               one original.
stream         made-up reports through the story layer alone: what a report costs with 10 k, 100 k and
               1 M in the index, and how right stories and copies are (bench/story_world.h).
orders         the record is a function of the set of reports: 500 reports of many outlets are read
               in 20 random orders, each in five portions; their exports must have the same bytes.
"""

import collections
import hashlib
import json
import random
import re
import subprocess
import tempfile
from pathlib import Path


def read_record(parley, reports, folder, name):
    """A record of `reports`; gives its database."""
    lines = Path(folder) / f"{name}.jsonl"
    lines.write_text("\n".join(json.dumps(report, ensure_ascii=False) for report in reports),
                     encoding="utf-8")
    database = Path(folder) / f"{name}.db"
    parley.run("read", "--db", database, "--input", "jsonl", lines)
    return database


# ---- ecbplus ----


def ecbplus_report(path):
    """The words of a report, a sentence a line, without the address that begins many."""
    sentences = collections.defaultdict(list)
    for sentence, word in re.findall(
        r'<token [^>]*sentence="(\d+)"[^>]*>([^<]*)</token>', path.read_text(encoding="utf-8")
    ):
        sentences[int(sentence)].append(word)
    texts = [" ".join(words) for _, words in sorted(sentences.items()) if words[0] != "http"]
    text = "\n".join(texts)
    return {"id": path.stem, "text": unescaped(text)}


def unescaped(text):
    """
    >>> unescaped("&lt;a&gt; &amp;amp;")
    '<a> &amp;'
    """
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"),
                         ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


def happening_of(report):
    """The topic and its half, which a report's id tells.

    >>> happening_of("12_7ecb"), happening_of("12_7ecbplus")
    ('12_ecb', '12_ecbplus')
    """
    return re.sub(r"_\d+", "_", report)


def b_cubed(gold_of, answer_of):
    """Recall and precision, each summed over the reports of `gold_of`.

    Every report of `gold_of` must have an answer. An answer may hold reports that are in no gold
    here, such as those of other topics: they are none of the happening, and cost precision.

    >>> gold = {"a": 1, "b": 1, "c": 1, "d": 2}
    >>> b_cubed(gold, {"a": "x", "b": "x", "c": "x", "d": "y"})
    (4.0, 4.0)
    >>> recall, precision = b_cubed(gold, dict.fromkeys("abcd", "x"))  # all one story
    >>> recall, round(precision, 6)  # three have 3 of 4 right, one has 1 of 4
    (4.0, 2.5)
    >>> recall, precision = b_cubed(gold, {"a": "p", "b": "q", "c": "r", "d": "s"})  # each alone
    >>> round(recall, 6), precision
    (2.0, 4.0)
    >>> b_cubed({"a": 1, "b": 1}, {"a": "x", "b": "x", "other": "x", "another": "x"})
    (2.0, 1.0)
    """
    gold, answers = collections.defaultdict(set), collections.defaultdict(set)
    for report, label in gold_of.items():
        gold[label].add(report)
    for report, label in answer_of.items():
        answers[label].add(report)
    recall = precision = 0.0
    for report, label in gold_of.items():
        together = gold[label] & answers[answer_of[report]]
        recall += len(together) / len(gold[label])
        precision += len(together) / len(answers[answer_of[report]])
    return recall, precision


def add_b_cubed(table, name, gold_of, answer_of):
    if not gold_of:
        return
    n = len(gold_of)
    recall, precision = b_cubed(gold_of, answer_of)
    table.share(f"{name} B-cubed recall", recall, n)
    table.share(f"{name} B-cubed precision", precision, n)
    f1 = 2 * recall * precision / (recall + precision) / n
    table.share(f"{name} B-cubed F1", f1 * n, n)


def score_ecbplus(parley, data, table):
    paths = sorted((data / "ecbplus/text").glob("*/*.xml"))
    reports = [report for report in map(ecbplus_report, paths) if report["text"]]
    with tempfile.TemporaryDirectory() as folder:
        rows = parley.rows("stories", read_record(parley, reports, folder, "ecbplus"))
    answer_of = {report: row["id"] for row in rows for report in row["reports"]}
    gold_of = {report["id"]: happening_of(report["id"]) for report in reports}
    for report in gold_of.keys() - answer_of.keys():  # in no story: alone
        answer_of[report] = f"alone: {report}"
    for name, odd in (("ecbplus odd topics", 1), ("ecbplus even topics (tuned on)", 0)):
        chosen = {r: label for r, label in gold_of.items() if int(label.split("_")[0]) % 2 == odd}
        add_b_cubed(table, name, chosen, answer_of)
    members = collections.defaultdict(list)
    for report, label in gold_of.items():
        members[label].append(answer_of[report])
    for label, stories in sorted(members.items()):
        parts = collections.Counter(stories)
        if len(parts) > 1:
            table.error("ecbplus", "missed", f"{label}: {len(stories)} reports in {dict(parts)}")
    for row in rows:
        labels = collections.Counter(gold_of[report] for report in row["reports"])
        if len(labels) > 1:
            table.error("ecbplus", "false", f"story {row['id']}: {dict(labels)}")


# ---- basil ----


def basil_articles(folder):
    """The report and the event of each article."""
    for path in sorted(folder.glob("articles/*/*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        paragraphs = ["\n".join(lines) for lines in article["body-paragraphs"]]
        yield {"id": path.stem, "text": "\n\n".join(paragraphs), "title": article["title"],
               "source": article["source"],
               "published": article["date"]}, article["triplet-uuid"]


def score_basil_events(parley, data, table):
    reports, gold_of = [], {}
    for report, event in basil_articles(data / "basil"):
        reports.append(report)
        gold_of[report["id"]] = event
    with tempfile.TemporaryDirectory() as folder:
        rows = parley.rows("stories", read_record(parley, reports, folder, "basil"))
    answer_of = {report: row["id"] for row in rows for report in row["reports"]}
    add_b_cubed(table, "basil events", gold_of, answer_of)
    title_of = {report["id"]: f"{report['published']} {report['title']}" for report in reports}
    for row in rows:
        if len({gold_of[report] for report in row["reports"]}) > 1:
            table.error("basil", "false", " | ".join(map(title_of.get, row["reports"])))
    members = collections.defaultdict(list)
    for report, event in gold_of.items():
        members[event].append(report)
    for event in members.values():
        if len({answer_of[report] for report in event}) > 1:
            table.error("basil", "missed", " | ".join(map(title_of.get, event)))


# ---- allsides ----


def allsides_reports(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield {"id": article["ID"], "text": article["content_original"], "title": article["title"],
               "source": article["source"], "published": article["date"], "url": article["url"]}


def gold_pairs(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t")))
        yield frozenset((row["id_a"], row["id_b"])), row


def score_neardup(parley, data, table):
    folder = data / "allsides_neardup"
    reports = list(allsides_reports(folder / "articles.jsonl"))
    with tempfile.TemporaryDirectory() as scratch:
        database = read_record(parley, reports, scratch, "neardup")
        rows = parley.rows("reports", database)
        found = {frozenset((row["report"], row["shares_with"]))
                 for row in parley.rows("copies", database)}
    families = collections.defaultdict(list)
    for row in rows:
        families[row["copy_of"] or row["id"]].append(row["id"])
    related = {frozenset((a, b)) for family in families.values()
               for a in family for b in family if a < b}
    known = {row["id"] for row in rows}
    gold = {pair: row for pair, row in gold_pairs(folder / "pairs.tsv") if pair <= known}
    table.found("allsides_neardup pairs", len(found & gold.keys()), len(gold), len(found))
    across = {pair for pair, row in gold.items() if row["cross_outlet"] == "1"}
    source_of = {report["id"]: report["source"] for report in reports}
    for name, pairs in (("across outlets", found), ("families across outlets", related)):
        answers = {pair for pair in pairs if len({source_of[report] for report in pair}) == 2}
        table.found(f"allsides_neardup {name}", len(answers & across), len(across), len(answers))
    for pair in sorted(gold.keys() - found, key=sorted):
        row = gold[pair]
        table.error("allsides_neardup", "missed",
                    f"{' '.join(sorted(pair))} jaccard {row['jaccard5']} contain {row['contain5']} "
                    f"{row['source_a']} / {row['source_b']}: {row['title_a']}")
    for pair in sorted(found - gold.keys(), key=sorted):
        table.error("allsides_neardup", "false", " ".join(sorted(pair)))


def score_stories(parley, data, table):
    score_ecbplus(parley, data, table)
    score_basil_events(parley, data, table)
    score_neardup(parley, data, table)


# ---- stream ----


def score_stream(parley, _data, table):
    """What bench/story_stream of the same build prints."""
    program = Path(parley.program).resolve().parents[1] / "bench/story_stream"
    done = subprocess.run([program], capture_output=True, check=True, text=True)
    for line in done.stdout.splitlines():
        name, value, n = line.split("\t")
        if name.startswith(("B-cubed", "copies", "shared")):
            table.share(name, float(value) * int(n), int(n))
        else:
            table.number(name, float(value), int(float(n)))


# ---- orders ----

N_ORDERS = 20
N_ORDERED_REPORTS = 500
N_PORTIONS = 5


def digest_of_export(parley, database, folder):
    """Of the names and bytes of the exported tables, and of the views that read the most."""
    parley.run("export", "--as", "csv", "--dir", folder, "--db", database)
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode() + path.read_bytes())
    for view in ("stories", "differences", "positions"):
        digest.update(parley.run(view, "--db", database, "--format", "json"))
    return digest.hexdigest()


def score_orders(parley, data, table):
    reports = list(allsides_reports(data.parent / "corpora/allsides_negotiations/articles.jsonl"))
    reports = random.Random(0).sample(reports, N_ORDERED_REPORTS)
    digests = []
    for seed in range(N_ORDERS):
        shuffled = random.Random(seed).sample(reports, len(reports))
        with tempfile.TemporaryDirectory() as folder:
            for portion in range(N_PORTIONS):
                database = read_record(parley, shuffled[portion::N_PORTIONS], folder, "ordered")
            digests.append(digest_of_export(parley, database, Path(folder) / "export"))
        if digests[-1] != digests[0]:
            table.error("orders", "wrong", f"seed {seed} gives another record than seed 0")
    table.share("random orders with the same record", digests.count(digests[0]), N_ORDERS)
