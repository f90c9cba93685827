"""The record of one negotiation against the gold of its reports: who, what, where, when, and where
the reports differ."""

import tempfile
from pathlib import Path

from matching import (
    containment,
    find_words,
    overlap,
    pair,
    same_subject,
    same_words,
    spans_meet,
    stem_containment,
    stems,
    words,
)
from negotiation_gold import Gold, located, parse_values, report_number

# What the gold calls an attribute, and what the program does.
RECIPROCAL = {"CONSULT", "COOPERATE"}
ATTRIBUTE_NAMES = [
    {"initiator", "proposer"},
    {"duration", "since", "time"},
    {"presence", "attendance"},
    {"office", "role", "standing"},
    {"date", "day", "start"},
    {"place", "venue"},
]


def istanbul_arguments(data):
    seeds = data.parent / "seeds"
    return ["--manifest", seeds / "manifest.tsv", *sorted(seeds.glob("*.txt"))]


def iran2015_arguments(data):
    return sorted((data / "iran2015" / "docs").glob("*.txt"))


def score_istanbul(parley, data, table):
    score(parley, Gold(data / "istanbul"), istanbul_arguments(data), table)


def score_iran2015(parley, data, table):
    score(parley, Gold(data / "iran2015"), iran2015_arguments(data), table)


class Prefixed:
    """A table whose measures say which negotiation they are of."""

    def __init__(self, table, prefix):
        self.table, self.prefix = table, prefix

    def share(self, name, right, n):
        self.table.share(f"{self.prefix} {name}", right, n)

    def number(self, name, value, n):
        self.table.number(f"{self.prefix} {name}", value, n)

    def found(self, name, right, n_gold, n_answers):
        self.table.found(f"{self.prefix} {name}", right, n_gold, n_answers)

    def error(self, name, what, line):
        self.table.error(f"{self.prefix} {name}", what, line)


def score_talks(parley, data, table):
    """Who said what and where each side stands, on both negotiations: the distance between the two is
    how far the program is made for the first."""
    for name, arguments in (("istanbul", istanbul_arguments(data)), ("iran2015", iran2015_arguments(data))):
        gold, answers = Gold(data / name), Answers(parley, arguments, timed=False)
        prefixed = Prefixed(table, name)
        score_direct_quotes(gold, answers, prefixed)
        score_reported_quotes(gold, answers, prefixed)
        score_delegations(gold, answers, prefixed)
        score_positions(gold, answers, prefixed)
        score_conditions(gold, answers, prefixed)
        score_outlook(gold, answers, prefixed)


class Answers:
    """What the program says: of each report, and of all of them."""

    def __init__(self, parley, arguments, timed=True):
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "score.db"
            parley.run("read", "--db", database, *arguments)
            self.people = parley.rows("people", database)
            self.positions = parley.rows("positions", database)
            self.differences = parley.rows("differences", database)
            self.agreements = parley.rows("agreements", database)
            self.read_ms = parley.read_ms(folder, *arguments) if timed else 0.0
        reports = parley.annotate(*arguments)
        self.reports = {report_number(report["id"]): report for report in reports}
        self.texts = {number: report["text"] for number, report in self.reports.items()}
        self.bytes = {number: text.encode("utf-8") for number, text in self.texts.items()}
        self.names = {
            number: {entity["id"]: entity["name"] for entity in report["entities"]}
            for number, report in self.reports.items()
        }

    def rows(self, key):
        """The rows `key` of all reports, each with its document."""
        return [
            {**row, "document": number}
            for number in sorted(self.reports)
            for row in self.reports[number][key]
        ]

    def name(self, row, field):
        """The name of the entity that a field of a row points at, or None."""
        entity = row[field]
        return None if entity is None else self.names[row["document"]][entity]

    def words_at(self, row, start="start", end="end"):
        return self.cut(row["document"], row[start], row[end])

    def cut(self, document, start, end):
        return self.bytes[document][start:end].decode("utf-8", "replace")

    def sentence_span(self, document, start, end):
        """The span widened to whole sentences."""
        for first, last in self.reports[document]["sentences"]:
            if spans_meet((first, last), (start, max(end, start + 1))):
                start, end = min(start, first), max(end, last)
        return start, end


def score(parley, gold, arguments, table):
    answers = Answers(parley, arguments)
    score_people(gold, answers, table)
    score_direct_quotes(gold, answers, table)
    score_reported_quotes(gold, answers, table)
    score_delegations(gold, answers, table)
    score_positions(gold, answers, table)
    score_conditions(gold, answers, table)
    score_outlook(gold, answers, table)
    score_events(gold, answers, table)
    score_times(gold, answers, table)
    score_places(gold, answers, table)
    score_differences(gold, answers, table)
    score_agreements(gold, answers, table)
    score_boilerplate(gold, answers, table)
    table.number("read, ms", answers.read_ms, 1)


def score_people(gold, answers, table):
    rows = [row for row in answers.people if row["type"] == "PER" and row["name"]]
    found = {}
    n_false = n_split = 0
    for row in rows:
        person = gold.person(row["name"])
        if person is None:
            n_false += 1
            table.error("people", "false", row["name"])
        elif person in found:
            n_split += 1
            table.error("people", "split", f"{row['name']} = {person}")
        else:
            found[person] = row
    for row in gold.people:
        if row["person"] not in found:
            table.error("people", "missed", row["person"])
    table.share("people found", len(found), len(gold.people))
    table.number("people false", n_false, len(rows))
    table.number("people in two rows", n_split, len(rows))
    sides = [row for row in gold.people if row["person"] in found and gold.country(row["side"])]
    right = 0
    for row in sides:
        answer = found[row["person"]].get("country")
        right += answer == gold.country(row["side"])
        if answer != gold.country(row["side"]):
            table.error("people side", "wrong", f"{row['person']}: {answer}, not {row['side']}")
    table.share("people found, right side", right, len(sides))


def score_direct_quotes(gold, answers, table):
    golds = [row for row in gold.rows("quotes") if row["kind"] == "direct"]
    rows = [row for row in answers.rows("quotes") if row["kind"] == "direct"]

    def same(one, other):
        return float(
            one["document"] == other["document"] and same_words(one["quote"], answers.words_at(other))
        )

    pairs = pair(golds, rows, same, 1.0)
    right = 0
    for i, j in pairs:
        speaker = answers.name(rows[j], "speaker")
        if gold.same_speaker(golds[i]["speaker"], speaker):
            right += 1
        else:
            line = f"{golds[i]['document']} {golds[i]['quote']!r}: {speaker}, not {golds[i]['speaker']}"
            table.error("direct speaker", "wrong", line)
    report_unpaired("direct", golds, rows, pairs, answers, table, "quote")
    table.share("direct quotes found", len(pairs), len(golds))
    table.share("direct quotes, of all with right speaker", right, len(golds))
    table.share("direct quotes, of found with right speaker", right, len(pairs))
    score_about("direct quotes", gold, answers, golds, rows, pairs, table)
    table.share("direct quotes precision", len(pairs), len(rows))

    unattributed = [row for row in gold.rows("quotes") if row["kind"] in ("heading", "scare")]
    wrong = pair(unattributed, [row for j, row in enumerate(rows) if j not in {j for _, j in pairs}], same, 1.0)
    for i, _ in wrong:
        table.error("heading, scare", "attributed", unattributed[i]["quote"])
    table.share("heading and scare quotes not attributed", len(unattributed) - len(wrong), len(unattributed))


def score_reported_quotes(gold, answers, table):
    kinds = ("indirect", "mixed")
    golds = [row for row in gold.rows("quotes") if row["kind"] in kinds]
    rows = [row for row in answers.rows("quotes") if row["kind"] in kinds]

    def alike(one, other):
        return (one["document"] == other["document"]) * overlap(one["quote"], answers.words_at(other))

    pairs = pair(golds, rows, alike, 0.5)
    right = 0
    for i, j in pairs:
        speaker = answers.name(rows[j], "speaker")
        if gold.same_speaker(golds[i]["speaker"], speaker):
            right += 1
        else:
            line = f"{golds[i]['document']} {golds[i]['quote']!r}: {speaker}, not {golds[i]['speaker']}"
            table.error("reported speaker", "wrong", line)
    report_unpaired("reported", golds, rows, pairs, answers, table, "quote")
    table.share("reported quotes found", len(pairs), len(golds))
    table.share("reported quotes, of all with right speaker", right, len(golds))
    score_about("reported quotes", gold, answers, golds, rows, pairs, table)
    table.share("reported quotes precision", len(pairs), len(rows))


def score_about(name, gold, answers, golds, rows, pairs, table):
    """Whom or what a quote is about, where the gold names a person or a country."""
    right = n_named = 0
    for i, j in pairs:
        about = golds[i].get("about", "")
        if not (gold.person(about) or gold.country(about)):
            continue
        n_named += 1
        answer = answers.name(rows[j], "about")
        right += gold.same_actor(about, answer)
        if not gold.same_actor(about, answer):
            table.error(name + " about", "wrong", f"{golds[i]['document']} {golds[i]['quote']!r}: {answer}, not {about}")
    table.share(name + ", about someone: right", right, n_named)


def report_unpaired(name, golds, rows, pairs, answers, table, column):
    """Errors for golds without an answer and answers without a gold; answers show their words."""
    for i, row in enumerate(golds):
        if i not in {i for i, _ in pairs}:
            table.error(name, "missed", f"{row['document']} {row[column]!r} ({row.get('speaker', '')})")
    for j, row in enumerate(rows):
        if j not in {j for _, j in pairs}:
            speaker = f" ({answers.name(row, 'speaker')})" if "speaker" in row else ""
            table.error(name, "false", f"{row['document']} {answers.words_at(row)!r}{speaker}")


def score_delegations(gold, answers, table):
    golds = gold.rows("delegations")
    seen, rows = set(), []
    for row in answers.rows("delegations"):
        party, person = answers.name(row, "party"), answers.name(row, "person")
        # The body row carries the delegation's level; the gold has those among the differences.
        if row["role"] != "body" and (row["document"], party, person, row["role"]) not in seen:
            seen.add((row["document"], party, person, row["role"]))
            rows.append({**row, "party_name": party, "person_name": person})

    def same(one, other):
        return float(
            one["document"] == other["document"]
            and one["role_in_delegation"] == other["role"]
            and gold.same_actor(one["party"], other["party_name"])
            and gold.same_actor(one["person"], other["person_name"])
        )

    def report(name, some_golds, some_rows):
        pairs = pair(some_golds, some_rows, same, 1.0)
        for i, row in enumerate(some_golds):
            if i not in {i for i, _ in pairs}:
                line = f"{row['document']} {row['party']}: {row['person']}, {row['role_in_delegation']}"
                table.error(name, "missed", line)
        for j, row in enumerate(some_rows):
            if j not in {j for _, j in pairs}:
                line = f"{row['document']} {row['party_name']}: {row['person_name']}, {row['role']}"
                table.error(name, "false", f"{line} {answers.words_at(row)!r}")
        table.found(name, len(pairs), len(some_golds), len(some_rows))

    report("delegations", golds, rows)
    report(
        "delegation heads",
        [row for row in golds if row["role_in_delegation"] == "head"],
        [row for row in rows if row["role"] == "head"],
    )


def score_positions(gold, answers, table):
    """A stance of a side on an issue counts once, whatever its terms."""
    golds = unique(gold.rows("positions"), lambda row: (row["party"], row["issue"], row["stance"]))
    rows = unique(answers.positions, lambda row: (row["party"], row["issue"], row["stance"]))

    def same(one, other):
        return (
            float(one["stance"] == other["stance"])
            * gold.same_actor(one["party"], other["party"])
            * same_subject(one["issue"], (other["issue"] or "").replace("-", " ").replace("_", " "))
            * (1.0 + (words(one["issue"]) == words(other["issue"])))
        )

    pairs = pair(golds, rows, same, 1.0)
    for i, row in enumerate(golds):
        if i not in {i for i, _ in pairs}:
            line = f"{row['party']} {row['stance']} {row['issue']} ({row['documents']} {row['evidence']!r})"
            table.error("positions", "missed", line)
    for j, row in enumerate(rows):
        if j not in {j for _, j in pairs}:
            line = f"{row['party']} {row['stance']} {row['issue']}: {row['terms']}"
            table.error("positions", "false", line)
    table.found("positions", len(pairs), len(golds), len(rows))


def unique(rows, key):
    return list({key(row): row for row in reversed(rows)}.values())[::-1]


def score_conditions(gold, answers, table):
    golds, rows = gold.rows("conditions"), answers.rows("conditions")

    def alike(one, other):
        if one["document"] != other["document"]:
            return 0.0
        condition = answers.words_at(other, "condition_start", "condition_end")
        consequence = answers.words_at(other, "consequence_start", "consequence_end")
        return min(overlap(one["condition"], condition), overlap(one["consequence"], consequence))

    pairs = pair(golds, rows, alike, 0.5)
    right = sum(gold.same_speaker(golds[i]["holder"], answers.name(rows[j], "holder")) for i, j in pairs)
    for i, row in enumerate(golds):
        if i not in {i for i, _ in pairs}:
            table.error("conditions", "missed", f"{row['document']} {row['condition']!r} -> {row['consequence']!r}")
    for j, row in enumerate(rows):
        if j not in {j for _, j in pairs}:
            condition = answers.words_at(row, "condition_start", "condition_end")
            consequence = answers.words_at(row, "consequence_start", "consequence_end")
            table.error("conditions", "false", f"{row['document']} {condition!r} -> {consequence!r}")
    table.found("conditions", len(pairs), len(golds), len(rows))
    table.share("conditions, of found with right holder", right, len(pairs))


def score_outlook(gold, answers, table):
    golds, rows = gold.rows("outlook"), answers.rows("outlook")

    def alike(one, other):
        return (one["document"] == other["document"]) * containment(one["expectation"], answers.words_at(other))

    pairs = pair(golds, rows, alike, 0.6)
    polarity = sum(golds[i]["polarity"] == rows[j]["polarity"] for i, j in pairs)
    holder = sum(gold.same_speaker(golds[i]["holder"], answers.name(rows[j], "holder")) for i, j in pairs)
    report_unpaired("outlook", golds, rows, pairs, answers, table, "expectation")
    table.found("outlook", len(pairs), len(golds), len(rows))
    table.share("outlook, of found with right polarity", polarity, len(pairs))
    table.share("outlook, of found with right holder", holder, len(pairs))


def score_events(gold, answers, table):
    """An event is found when its trigger meets the gold's, inside the gold's sentence."""
    golds = gold.rows("events")
    for row in golds:
        text = answers.texts.get(row["document"], "")
        sentence = find_words(text, row["sentence"])
        row["span"] = find_words(text, row["trigger"], sentence[0] if sentence else 0)
    rows = answers.rows("events")

    def same(one, other):
        trigger = (other["trigger_start"], other["trigger_end"])
        if one["document"] != other["document"] or not one["span"] or not spans_meet(one["span"], trigger):
            return 0.0
        return 1.0 + (one["plover"] == other["plover"])

    pairs = pair(golds, rows, same, 1.0)
    for i, row in enumerate(golds):
        if i not in {i for i, _ in pairs}:
            table.error("events", "missed", f"{row['document']} {row['trigger']!r} {row['plover']}")
    for i, j in pairs:
        if golds[i]["plover"] != rows[j]["plover"]:
            line = f"{golds[i]['document']} {golds[i]['trigger']!r}: {rows[j]['plover']}, not {golds[i]['plover']}"
            table.error("events type", "wrong", line)
    for j, row in enumerate(rows):
        if j not in {j for _, j in pairs}:
            line = f"{row['document']} {answers.words_at(row, 'trigger_start', 'trigger_end')!r} {row['plover']}"
            table.error("events", "false", line)
    table.found("events", len(pairs), len(golds), len(rows))
    typed = [(i, j) for i, j in pairs if golds[i]["plover"] == rows[j]["plover"]]
    table.share("events, type F1", 2 * len(typed) / (len(golds) + len(rows)) * len(golds), len(golds))
    whole = [(i, j) for i, j in typed if same_event_countries(golds[i], rows[j])]
    table.share("events, type + source + target F1", 2 * len(whole) / (len(golds) + len(rows)) * len(golds), len(golds))
    table.share("events, of found with right type", len(typed), len(pairs))
    for side in ("source", "target"):
        right = sum(
            gold_event_countries(golds[i], side) == event_countries(rows[j], side) for i, j in pairs
        )
        table.share(f"events, of found with right {side} country", right, len(pairs))
    for i, j in typed:
        if not same_event_countries(golds[i], rows[j]):
            line = (f"{golds[i]['document']} {golds[i]['trigger']!r} {golds[i]['source']} > {golds[i]['target']}: "
                    f"{sorted(event_countries(rows[j], 'source'))} > {sorted(event_countries(rows[j], 'target'))}")
            table.error("events actors", "wrong", line)
    right = sum(golds[i]["status"] == rows[j]["status"] for i, j in pairs)
    for i, j in pairs:
        if golds[i]["status"] != rows[j]["status"]:
            line = f"{golds[i]['document']} {golds[i]['trigger']!r}: {rows[j]['status']}, not {golds[i]['status']}"
            table.error("events status", "wrong", line)
    table.share("events, of found with right status", right, len(pairs))


def event_countries(row, side):
    """The first three letters of an answer's actor codes."""
    return {(actor["code"] or "")[:3] for actor in row[side + "s"]} - {""}


def gold_event_countries(row, side):
    return {code[:3] for code in row[side].split("|") if code}


def same_event_countries(gold, row):
    """Both sides share a country with the gold's, or are as empty. Who meets whom has no direction:
    there two parties of the gold's are enough, on whichever side they stand."""
    wanted = [gold_event_countries(gold, side) for side in ("source", "target")]
    got = [event_countries(row, side) for side in ("source", "target")]
    if gold["plover"] in RECIPROCAL:
        parties = wanted[0] | wanted[1]
        return len(parties & (got[0] | got[1])) >= min(2, len(parties))
    return all(bool(w & g) or (not w and not g) for w, g in zip(wanted, got))


def score_times(gold, answers, table):
    golds = [row for row in located(gold.rows("times"), answers.texts, "text") if row["span"]]
    rows = answers.rows("times")

    def same(one, other):
        if one["document"] != other["document"] or not spans_meet(one["span"], (other["start"], other["end"])):
            return 0.0
        return 1.0 + same_time(one["iso"], other["value"])

    pairs = pair(golds, rows, same, 1.0)
    right = 0
    for i, j in pairs:
        if same_time(golds[i]["iso"], rows[j]["value"]):
            right += 1
        else:
            line = f"{golds[i]['document']} {golds[i]['text']!r}: {rows[j]['value']}, not {golds[i]['iso']}"
            table.error("times value", "wrong", line)
    report_unpaired("times", golds, rows, pairs, answers, table, "text")
    table.found("times", len(pairs), len(golds), len(rows))
    table.share("times, of found with right value", right, len(pairs))


def same_time(gold_value, value):
    """
    >>> same_time("P2M/P3M", "P2M/P3M"), same_time("2025-05-15TEV", None)
    (True, False)
    """
    return (value or "").upper() == gold_value.upper()


def score_places(gold, answers, table):
    """A place counts once a report, by its words."""
    golds = unique(gold.rows("places"), lambda row: (row["document"], *words(row["text"])))
    rows = unique(answers.rows("places"), lambda row: (row["document"], *words(answers.words_at(row))))

    def same(one, other):
        return (one["document"] == other["document"]) * float(
            same_words(one["text"], answers.words_at(other))
            or same_words(one["text"], "the " + answers.words_at(other))
        )

    pairs = pair(golds, rows, same, 1.0)
    right = sum(golds[i]["country"] == (rows[j]["country"] or "") for i, j in pairs)
    report_unpaired("places", golds, rows, pairs, answers, table, "text")
    table.found("places", len(pairs), len(golds), len(rows))
    table.share("places, of found with right country", right, len(pairs))


def score_differences(gold, answers, table):
    golds = gold.rows("disagreements")
    rows = answers.differences
    pairs = pair(golds, rows, same_difference, 1.0)
    for i, row in enumerate(golds):
        if i not in {i for i, _ in pairs}:
            table.error("differences", "missed", f"{row['subject']}, {row['attribute']}: {row['values']}")
    for j, row in enumerate(rows):
        if j not in {j for _, j in pairs}:
            values = " / ".join(
                f"{value['value']} ({','.join(sorted(reports_of(value)))})" for value in row["values"]
            )
            table.error("differences", "not in gold", f"{row['subject']}, {row['attribute']}: {values}")
    table.share("differences found", len(pairs), len(golds))
    table.share("differences in gold", len(pairs), len(rows))


def reports_of(value):
    return {report_number(evidence["report"]) for evidence in value["evidence"]}


def same_difference(gold_row, row):
    """On one thing, with at least two of the gold's values, each from one of its reports.

    >>> gold = {"subject": "last walkout", "attribute": "duration",
    ...         "values": "three weeks (000) / nearly a month (001)"}
    >>> def value(text, report):
    ...     return {"value": text, "evidence": [{"report": report + "_wire"}]}
    >>> same_difference(gold, {"subject": "walkout", "attribute": "since",
    ...     "values": [value("nearly a month", "001"), value("three weeks", "000")]})
    2.0
    >>> same_difference(gold, {"subject": "walkout", "attribute": "since",
    ...     "values": [value("nearly a month", "001"), value("a year", "000")]})
    0.0
    """
    if not same_subject_and_attribute(gold_row, row):
        return 0.0
    golds = parse_values(gold_row["values"])

    def same(one, other):
        return bool(one[1] & reports_of(other)) * stem_containment(one[0], other["value"] or "")

    n = len(pair(golds, row["values"], same, 0.5))
    return float(n) if n >= 2 else 0.0


def same_subject_and_attribute(gold_row, row):
    subject, attribute = row["subject"] or "", row["attribute"] or ""
    gold_words = stems(gold_row["subject"]) | stems(gold_row["attribute"])
    if not same_subject(gold_row["subject"], subject) and not stems(subject) & gold_words:
        return False
    gold_attribute, attribute = set(words(gold_row["attribute"])), set(words(attribute))
    return bool(
        gold_attribute & attribute
        or set(words(gold_row["subject"])) & attribute
        or any(gold_attribute & names and attribute & names for names in ATTRIBUTE_NAMES)
    )


def score_agreements(gold, answers, table):
    """Found when evidence in at least two of the gold's reports stands where the gold's does."""
    golds = gold.rows("agreements")
    for row in golds:
        row["spans"] = gold_evidence(row["evidence"], answers)
    rows = answers.agreements
    for row in rows:
        row["spans"] = [
            (report_number(evidence["report"]), evidence["start"], evidence["end"])
            for value in row["values"]
            for evidence in value["evidence"]
        ]

    def same(one, other):
        shared = {
            document
            for document, start, end in other["spans"]
            for gold_document, gold_span in one["spans"]
            if document == gold_document
            and spans_meet(gold_span, answers.sentence_span(document, start, end))
        }
        named = stems(one["fact"]) & (stems(other["subject"] or "") | stems(other["values"][0]["value"] or ""))
        return float(len(shared)) if len(shared) >= 2 and named else 0.0

    pairs = pair(golds, rows, same, 2.0)
    for i, row in enumerate(golds):
        if i not in {i for i, _ in pairs}:
            table.error("agreements", "missed", row["fact"])
    for j, row in enumerate(rows):
        if j not in {j for _, j in pairs}:
            values = " / ".join(value["value"] or "" for value in row["values"])
            table.error("agreements", "not in gold", f"{row['subject']}, {row['attribute']}: {values}")
    table.share("agreements found", len(pairs), len(golds))
    table.share("agreements in gold", len(pairs), len(rows))


def gold_evidence(cell, answers):
    """(document, span) of "000: words | 003: other words"."""
    spans = []
    for part in cell.split(" | "):
        document, _, quoted = part.partition(": ")
        span = find_words(answers.texts.get(document, ""), quoted)
        if span:
            spans.append((document, span))
    return spans


def score_boilerplate(gold, answers, table):
    """A line is removed when most of it lies in boilerplate. Front matter counts as neither."""
    golds = located(gold.rows("boilerplate"), answers.texts, "text")
    removed = n_lost = n_body = 0
    for row in golds:
        spans = answers.reports[row["document"]]["boilerplate"]
        if is_covered(row["span"], spans):
            removed += 1
        else:
            table.error("boilerplate", "missed", f"{row['document']} {row['text']}")
    for document, text in answers.texts.items():
        furniture = [row["span"] for row in golds if row["document"] == document and row["span"]]
        for span in body_lines(text):
            if any(spans_meet(span, other) for other in furniture):
                continue
            n_body += 1
            if is_covered(span, answers.reports[document]["boilerplate"]):
                n_lost += 1
                table.error("body lines", "lost", f"{document} {answers.cut(document, *span)}")
    table.share("boilerplate removed", removed, len(golds))
    table.number("body lines lost", n_lost, n_body)


def is_covered(span, spans):
    if not span:
        return False
    inside = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in spans)
    return 2 * inside > span[1] - span[0]


def body_lines(text):
    """Byte spans of the lines, without front matter ("source: ..." lines before the first empty one).

    >>> body_lines("title: A\\n\\nB.\\nC.")
    [(10, 12), (13, 15)]
    >>> body_lines("A.\\n\\nB.")
    [(0, 2), (4, 6)]
    """
    spans, start = [], 0
    in_front_matter = text.partition("\n")[0].startswith(("source: ", "date: ", "title: ", "url: "))
    for line in text.encode("utf-8").split(b"\n"):
        if not line.strip():
            in_front_matter = False
        elif not in_front_matter:
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans
