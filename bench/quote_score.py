"""Quotes against corpora made by others: BASIL (speakers of quoted words) and PolNeAR (who is said
to have said what, in spans)."""

import json
import re

from matching import content_words, find_words, overlap, pair, spans_meet

ATTRIBUTED_KINDS = ("direct", "indirect", "mixed", "attitude")
POLNEAR_ROLES = ("content", "source", "cue")

QUOTE_MARKS = "\"“”"

# Last words of speakers that BASIL describes and the reports do not name so.
GROUPS = frozenset(
    """lawmakers democrats republicans officials campaign party members catholics companies plaintiffs
    protestors protesters supporters critics conservatives liberals activists workers families police
    committee administration staff students house senate groups leaders media""".split()
)


def score_basil(parley, data, table):
    """A span that annotators called a quote counts when it holds quoted words; speakers count where
    the gold names one ("other_pro", "Senate_Democrats" and the like name nobody)."""
    golds, reports = [], []
    for path in sorted((data / "basil" / "annotations").glob("*/*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.replace("_ann", "")
        article = json.loads(
            (data / "basil" / "articles" / path.parent.name / name).read_text(encoding="utf-8")
        )
        report_id = path.parent.name + "-" + path.stem
        text, starts = basil_text(article)
        reports.append({"id": report_id, "text": text})
        golds += basil_golds(annotation, report_id, text, starts)
    answers = parley.annotate_texts(reports)

    found = right = n_named = 0
    for gold in golds:
        quote = direct_quote_at(answers[gold["report"]], gold["span"])
        name = speaker_name(answers[gold["report"]], quote)
        found += quote is not None
        if quote is None:
            table.error("basil", "missed", f"{gold['report']} {gold['text']!r}")
        if not gold["speaker"]:
            continue
        n_named += 1
        if name and same_named_speaker(gold["speaker"], name):
            right += 1
        elif quote:
            table.error("basil speaker", "wrong", f"{gold['report']} {gold['text']!r}: {name}, not {gold['speaker']}")
    table.share("basil quoted spans attributed", found, len(golds))
    table.share("basil named speakers right", right, n_named)


def basil_text(article):
    """The article as text, and where (byte) each of its sentences starts."""
    parts, starts, length = [], [], 0
    for paragraph in article["body-paragraphs"]:
        for i, sentence in enumerate(paragraph):
            starts.append(length)
            end = "\n\n" if i + 1 == len(paragraph) else " "
            parts.append(sentence + end)
            length += len(parts[-1].encode("utf-8"))
    return "".join(parts), starts


def basil_golds(annotation, report_id, text, starts):
    golds = []
    whole = text.encode("utf-8")
    for phrase in annotation["phrase-level-annotations"]:
        if phrase["quote"] != "yes":
            continue
        start = starts[int(phrase["id"][1:])]
        span = find_words(text, phrase["txt"], start)
        if not span or not quoted_words(whole, span):
            continue
        speaker = phrase["speaker"]
        golds.append({
            "report": report_id,
            "text": phrase["txt"],
            "span": span,
            "speaker": "" if is_group(speaker) else speaker.replace("_", " "),
        })
    return golds


def is_group(speaker):
    """
    >>> is_group("other_anti"), is_group("Velian_lawmakers"), is_group("Ada_Lovelace")
    (True, True, False)
    """
    return speaker.startswith("other") or not speaker or speaker.lower().split("_")[-1] in GROUPS


def quoted_words(whole, span):
    """Whether a double quotation mark stands in the span or next to it."""
    near = whole[max(0, span[0] - 3) : span[1] + 4].decode("utf-8", "ignore")
    return any(mark in near for mark in QUOTE_MARKS)


def direct_quote_at(report, span):
    quotes = [q for q in report["quotes"] if q["kind"] == "direct" and spans_meet((q["start"], q["end"]), span)]
    return max(quotes, key=lambda q: min(q["end"], span[1]) - max(q["start"], span[0]), default=None)


def speaker_name(report, quote):
    if quote is None or quote["speaker"] is None:
        return None
    return next(entity["name"] for entity in report["entities"] if entity["id"] == quote["speaker"])


def same_named_speaker(gold_name, name):
    """The gold says "Paul Ryan", "Ryan" or "Velian lawmakers"; the last word decides. Its files lose
    a name from the first letter with an accent on.

    >>> same_named_speaker("Ada Lovelace", "Lovelace"), same_named_speaker("Ada", "Charles")
    (True, False)
    >>> same_named_speaker("Ada Lovel", "Ada Lovelåce"), same_named_speaker("Ada", "Adamo")
    (True, False)
    """
    gold_words, answer_words = content_words(gold_name), content_words(name)
    if not gold_words or not answer_words:
        return False
    cut = gold_words[-1]
    return (
        cut in answer_words
        or answer_words[-1] in gold_words
        or (len(cut) > 4 and gold_words[:-1] == answer_words[:-1] != [] and answer_words[-1].startswith(cut))
    )


def score_polnear(parley, data, table):
    """Words that are content, source or cue of an attribution, as the corpus's makers count: each word
    of a report is one of them or none. The gold has beliefs and intentions too.

    Beside it, attributions one by one: one is found when a quote covers its content (half of the
    words, both ways) and its source when the speaker's words meet it."""
    golds, reports = [], []
    for path in sorted((data / "polnear" / "dev" / "attributions").glob("*.ann")):
        text_path = path.parent.parent / "text" / (re.sub(r"_[0-9a-f]{4}$", "", path.stem) + ".txt")
        text = text_path.read_text(encoding="utf-8")
        reports.append({"id": path.stem, "text": text})
        golds += polnear_golds(path.read_text(encoding="utf-8"), path.stem, text)
    answers = parley.annotate_texts(reports)
    score_polnear_words(reports, golds, answers, table)
    score_polnear_cues(reports, golds, answers, table)
    score_polnear_attributions(reports, golds, answers, table)


def score_polnear_words(reports, golds, answers, table):
    for role in POLNEAR_ROLES:
        n_both = n_gold = n_answers = 0
        for report in reports:
            said = word_spans(report["text"])
            some = [span for gold in golds if gold["report"] == report["id"] for span in gold[role + " spans"]]
            gold_words = words_in(said, some)
            answer_words = words_in(said, answered_spans(answers[report["id"]], role))
            n_both += len(gold_words & answer_words)
            n_gold += len(gold_words)
            n_answers += len(answer_words)
        table.found(f"polnear {role} tokens", n_both, n_gold, n_answers)


def score_polnear_cues(reports, golds, answers, table):
    """Cues one by one: one is found when the words of a cue meet it."""
    n_gold = n_answers = n_found = 0
    for report in reports:
        some = [gold["cue spans"] for gold in golds if gold["report"] == report["id"] and gold["cue spans"]]
        cues = sorted(set(answered_spans(answers[report["id"]], "cue")))

        def meets(spans, cue):
            return float(any(spans_meet(span, cue) for span in spans))

        n_gold += len(some)
        n_answers += len(cues)
        n_found += len(pair(some, cues, meets, 1.0))
    table.found("polnear cue", n_found, n_gold, n_answers)


def word_spans(text):
    """The bytes of each word of a text; punctuation is not counted.

    >>> word_spans("“No,” she said")
    [(3, 5), (10, 13), (14, 18)]
    """
    spans = []
    n_bytes = n_chars = 0
    for found in re.finditer(r"\w+", text):
        n_bytes += len(text[n_chars : found.start()].encode("utf-8"))
        n_chars = found.start()
        spans.append((n_bytes, n_bytes + len(found.group().encode("utf-8"))))
    return spans


def words_in(every_word, spans):
    """The indices of the words that meet one of the spans.

    >>> sorted(words_in([(0, 2), (3, 5), (6, 9)], [(0, 3), (7, 8)]))
    [0, 2]
    """
    found, i = set(), 0
    for start, end in sorted(spans):
        while i > 0 and every_word[i - 1][1] > start:
            i -= 1
        while i < len(every_word) and every_word[i][1] <= start:
            i += 1
        while i < len(every_word) and every_word[i][0] < end:
            found.add(i)
            i += 1
    return found


def answered_spans(report, role):
    """The spans of one role in the answer."""
    prefix = {"content": "", "source": "speaker_", "cue": "cue_"}[role]
    return [
        (quote[prefix + "start"], quote[prefix + "end"])
        for quote in report["quotes"]
        if quote["kind"] in ATTRIBUTED_KINDS and quote[prefix + "end"]
    ]


def score_polnear_attributions(reports, golds, answers, table):
    n_gold = n_answers = n_pairs = n_right = 0
    for report in reports:
        whole = report["text"].encode("utf-8")
        some = [gold for gold in golds if gold["report"] == report["id"]]
        rows = attributed_spans(answers[report["id"]], whole)
        pairs = pair(some, rows, lambda one, other: overlap(one["content"], other["content"]), 0.5)
        n_gold += len(some)
        n_answers += len(rows)
        n_pairs += len(pairs)
        for i, j in pairs:
            if rows[j]["source"] and some[i]["source"] and overlap(some[i]["source"], rows[j]["source"]) > 0:
                n_right += 1
            else:
                table.error("polnear source", "wrong",
                            f"{some[i]['content']!r}: {rows[j]['source']!r}, not {some[i]['source']!r}")
        for i, gold in enumerate(some):
            if i not in {i for i, _ in pairs}:
                table.error("polnear", "missed", f"{gold['source']!r} {gold['cue']!r} {gold['content']!r}")
        for j, row in enumerate(rows):
            if j not in {j for _, j in pairs}:
                table.error("polnear", "false", f"{row['source']!r} {row['content']!r}")
    table.found("polnear content", n_pairs, n_gold, n_answers)
    table.share("polnear, of all with right source", n_right, n_gold)
    table.share("polnear, of found with right source", n_right, n_pairs)


def polnear_golds(brat, report_id, text):
    """Each attribution with the words and the spans (bytes) of its three roles."""
    spans, events = {}, []
    for line in brat.splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            offsets = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [tuple(map(int, part.split())) for part in offsets.split(";")]
        elif key.startswith("E"):
            events.append([part.partition(":")[::2] for part in rest.split()])
    golds = []
    for roles in events:
        gold = {"report": report_id}
        for role in POLNEAR_ROLES:
            parts = [part for name, key in roles if name.rstrip("0123456789").lower() == role for part in spans[key]]
            gold[role] = " ".join(text[start:end] for start, end in parts)
            gold[role + " spans"] = [
                (len(text[:start].encode("utf-8")), len(text[:end].encode("utf-8"))) for start, end in parts
            ]
        if gold["content"]:
            golds.append(gold)
    return golds


def attributed_spans(report, whole):
    """Contents as PolNeAR has them: one a cue. The direct stretches of one cue are one content; a
    direct quote inside a mixed one is part of it, and one without a cue goes on from the one before."""
    quotes = [q for q in report["quotes"] if q["kind"] in ATTRIBUTED_KINDS]
    outer = [q for q in quotes if q["kind"] in ("mixed", "attitude")]
    rows, last_direct = {}, None
    for quote in quotes:
        is_direct = quote["kind"] == "direct"
        if is_direct and any(q["start"] <= quote["start"] and quote["end"] <= q["end"] for q in outer):
            continue
        key = (quote["cue_start"], quote["cue_end"], is_direct)
        if not quote["cue_end"]:
            key = last_direct or quote["start"]
        if is_direct:
            last_direct = key
        row = rows.setdefault(key, {"content": "", "source": ""})
        row["content"] += " " + whole[quote["start"] : quote["end"]].decode("utf-8", "replace")
        if quote["speaker_end"]:
            row["source"] = whole[quote["speaker_start"] : quote["speaker_end"]].decode("utf-8", "replace")
    return list(rows.values())
