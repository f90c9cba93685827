"""Time expressions: single sentences with the values expected (Recognizers-Text, DateTimeModel).

The corpus belongs to a calendar assistant and writes values its own way, so both sides are brought
to what TIMEX3 can say before they are compared:

open dates       XXXX-10-02 or any of the dates that the corpus offers for it
open ends        "since", "before", "late" are attributes of a TIMEX3 (mod), not of its value
time of day      without a day in the corpus, only the clock is compared; a day and a time of it,
                 a week and a day of it, said apart, are two TIMEX3
end of a day     23:59:59 in the corpus, the day (mod END) in TIMEX3
counted dates    "two months ago" has the grain of its unit in TIMEX3; the corpus counts the day
vague counts     "a few days" is PXD in TIMEX3, P3D in the corpus
stretches        (begin, end, length): one value of that extent (2017-Q1), or two times in the
                 phrase that begin there ("from May to July"), a begin and a length ("from noon for
                 two hours"), or the length alone where it is counted ("the next three days")

A case is right when every phrase of it has its value and no other time is found. What is left out,
and why, is in `left_out`; the suite prints how many cases each reason takes.
"""

import json
import re

import timex_values

CHAT = re.compile(
    r"\b(e\.?o\.?[dyw]|otd|tmrw?|tmr|tonite|w/c|asap|\w+ish|\d+ampm|[\d:]+ ?[ap]|[csf]y ?\d+|\d+[DWY])\b"
)
MEALS = re.compile(r"\b(breakfast|lunch|dinner|brunch)", re.IGNORECASE)
BOTH_MAY_BE_MONTHS = re.compile(r"(?<!\d{4}[-/.])\b(0?[1-9]|1[0-2])[-/.](0?[1-9]|1[0-2])\b")
MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
LOCAL_HOLIDAY = re.compile(
    r"\b(independence day|labou?r day|mother.?s day|father.?s day|eid\b|ramadan|freedom day|jubilee day)"
)
NUMBERED_WEEK = re.compile(r"\bweek \d+$")
HOUR_SAID = re.compile(r"\d:\d\d|\d\.\d\d|o.?clock|noon|midnight|[ap]\.? ?m\b|past|thirty|forty|fifteen")


def values_in(result):
    return (result.get("Resolution") or {}).get("values") or []


def has_no_such_day(value):
    day = re.fullmatch(r"(\d{4})-\d\d-\d\d.*", value.get("timex", ""))
    no_year = re.match(r"XXXX-02-3\d", value.get("timex", ""))
    return bool(no_year or (day and not timex_values.extent(value["timex"][:10])))


def is_two_hours(values):
    """The corpus offers 04:00 and 16:00: nobody said which half of the day."""
    hours = {v["timex"].partition("T")[2][:2] for v in values if "T" in v.get("timex", "")}
    return len(hours) > 1


def is_day_or_month(said, values):
    """Two numbers of which each may be the month: the corpus takes the first, Parley neither.

    >>> is_day_or_month("5/12/2018", [{"timex": "2018-05-12"}])
    True
    >>> is_day_or_month("5/20", [{"timex": "XXXX-05-20"}])
    False
    >>> is_day_or_month("may 5-7", [{"timex": "(XXXX-05-05,XXXX-05-07,P2D)"}])
    False
    """
    numbers = BOTH_MAY_BE_MONTHS.search(said)
    if not numbers or numbers[1].lstrip("0") == numbers[2].lstrip("0") or MONTH.search(said):
        return False
    return bool(re.search(r"[X\d]{4}-\d\d-\d\d", values[0]["timex"]))


def left_out(case):
    """Why no news reader needs the case, or that the corpus gives no value for it; None = in scope."""
    for result in case["Results"]:
        values, said = values_in(result), result["Text"]
        kind = result.get("TypeName", "").rpartition(".")[2]
        written = case["Input"][result["Start"] : result["End"] + 1]
        if kind == "timezone" or not kind or not values or "timex" not in values[0]:
            return "the corpus gives no value"
        if any(has_no_such_day(value) for value in values):
            return "there is no such day (30 February)"
        if any(v["timex"].startswith("SY") for v in values):
            return "school years"
        if LOCAL_HOLIDAY.search(said):
            return "holidays that each country or the moon puts on another day"
        if NUMBERED_WEEK.search(said):
            return "a week by its number alone (week 31: of the year or of a strike)"
        if MEALS.search(said):
            return "meals as times of day"
        if CHAT.search(written) or CHAT.search(said):
            return "shorthand of chats (eod, tmrw, 11ish, 9a, 3Y)"
        if is_two_hours(values) and not HOUR_SAID.search(said):
            return "an hour of unsaid half of the day (at 5)"
        if is_day_or_month(said, values):
            return "day and month not told apart (5/12)"
    return None


def without_zero_clock(value):
    """T10:00:00, T10:00 and T10 are one time."""
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value)
    return re.sub(r"(T\d\d):00$", r"\1", re.sub(r"T(\d)(?!\d)", r"T0\1", value))


def bare_clock(value):
    """The time of day of a value, without day and zone."""
    return without_zero_clock("T" + re.sub(r"(Z|[+-]\d\d:\d\d)$", "", value.partition("T")[2]))


def without_zone(value):
    return re.sub(r"(T\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:\d\d)$", r"\1", value)


def begin_of(value, now):
    """Where a value begins; of "now" the reference time's day."""
    if value == "PRESENT_REF":
        return timex_values.extent(now[:10])
    return timex_values.extent(value)


def is_stretch(value, ours, said, now):
    """The begin and end that the corpus gives for a stretch, against one or two of our values."""
    begin, end = value.get("start"), value.get("end")
    if not begin or not end or not 1 <= len(ours) <= 2:
        return False
    bounds = tuple(timex_values.extent(text.replace(" ", "T")) for text in (begin, end))
    if not all(bounds):
        return False
    begin, end = bounds[0][0], bounds[1][0]
    if len(ours) == 1:
        return timex_values.extent(ours[0]) == (begin, end)
    first, last = begin_of(ours[0], now), begin_of(ours[-1], now)
    if not first or not last:
        return False
    if re.search(r"\bmiddle of\b", said):
        # Half of a month or year: the corpus counts it, mod MID says it in TIMEX3.
        return first[0] <= begin < first[1] and last[0] < end <= last[1]
    from_end = re.search(r"\bend of\b.* (to|and|until|till) ", said)
    until_end = re.search(r" (to|and|until|till) .*\bend of\b", said)
    return begin == first[bool(from_end)] and end == last[bool(until_end)]


def is_clock_stretch(value, ours):
    """"from 3 to 5 pm" as two times of day."""
    bounds = re.fullmatch(r"\((T[\d:]+),(T[\d:]+),\w+\)", value["timex"])
    if not bounds or len(ours) != 2:
        return False
    wanted = [without_zero_clock(bounds[1]), without_zero_clock(bounds[2])]
    return [bare_clock(v) for v in ours] == wanted


def is_begin_and_length(value, ours):
    """"from 2 pm for two hours" as a time and a duration, in either order."""
    bounds = re.fullmatch(r"\((.*),.*,(P\w+)\)", value["timex"])
    if not bounds or len(ours) != 2:
        return False
    begin = sorted(ours, key=lambda v: v.startswith("P"))[0]
    of_clock = bounds[1].startswith("T") and bare_clock(begin) == without_zero_clock(bounds[1])
    of_day = without_zero_clock(without_zone(begin)) == without_zero_clock(
        value.get("start", "").replace(" ", "T")
    )
    lengths = [timex_values.length(v) for v in ours if v.startswith("P")]
    return (of_clock or of_day) and lengths == [timex_values.length(bounds[2])]


def without_wholes(ours):
    """Our values without the days, weeks and parts of the day that another of them is a part of.

    >>> without_wholes(["2018-W20", "2018-05-15"]), without_wholes(["2018-05-15TMO", "2018-05-15T09:00"])
    (['2018-05-15'], ['2018-05-15T09:00'])
    >>> without_wholes(["2018-W20", "2018-05-22"])
    ['2018-W20', '2018-05-22']
    """
    kept = []
    for i, value in enumerate(ours):
        whole = timex_values.extent(re.sub(r"T[A-Z]{2}$", "", value))
        others = [timex_values.extent(without_zone(o)) for j, o in enumerate(ours) if j != i]
        is_whole = whole and any(
            o and whole[0] <= o[0] and o[1] <= whole[1] and o[1] - o[0] < whole[1] - whole[0]
            for o in others
        )
        if not is_whole:
            kept.append(value)
    return kept


def is_same_length(timex, ours, said):
    # The corpus writes "every weekend" both ways.
    if timex == "P1WE" and ours == "XXXX-WXX-WE":
        return True
    if timex_values.length(timex) and timex_values.length(timex) == timex_values.length(ours):
        return True
    vague = re.search(r"\b(few|several|some|couple)\b", said)
    return bool(vague) and re.sub(r"\d+", "X", timex) == ours


def is_open_date(value, ours):
    """XXXX-09, or an hour of a weekday, before or after which something happens: one that the corpus
    offers."""
    timex = value["timex"]
    if not value.get("Mod"):
        return False
    sides = [without_zero_clock(value[s].replace(" ", "T")) for s in ("start", "end") if value.get(s)]
    if "T" in ours and ours in sides:
        return True
    if not timex.startswith("XXXX-"):
        return False
    years = {value[side][:4] for side in ("start", "end") if value.get(side)}
    return ours[:4] in years and ours[4:] == without_zero_clock(timex)[4:]


def is_counted(value, ours, said):
    """A date counted in weeks, months or years, at the grain of its unit."""
    day = timex_values.extent(value.get("value", ""))
    stretch = timex_values.extent(ours)
    unit = re.search(r"\b(week|fortnight|month|year|decade)s?\b", said)
    if not day or not stretch or not unit:
        return False
    grain = {"week": r"\d{4}-W\d\d", "fortnight": r"\d{4}-W\d\d", "month": r"\d{4}-\d\d"}
    return bool(re.fullmatch(grain.get(unit[1], r"\d{4}"), ours)) and stretch[0] <= day[0] < stretch[1]


def is_value(value, ours, said, now):
    """One value that the corpus offers, against our values inside the phrase, in order."""
    timex = value["timex"]
    ours = without_wholes(ours)
    if is_stretch(value, ours, said, now) or is_clock_stretch(value, ours):
        return True
    if is_begin_and_length(value, ours):
        return True
    if len(ours) != 1:
        return False
    own = without_zero_clock(without_zone(ours[0]))
    timex = re.sub("T23:59:59$", "", without_zero_clock(timex))
    if own == timex or is_same_length(timex, own, said):
        return True
    if timex.startswith("T"):
        return bare_clock(own) == timex
    counted = re.fullmatch(r"\(.*,(P\w+)\)", timex)
    if counted and re.search(r"\b(last|past|previous|next|coming|upcoming|following|within|starting)\b", said):
        if is_same_length(counted[1], own, said):
            return True
    if value["type"] in ("date", "datetime") and value.get("value", "")[:1].isdigit():
        said_as = without_zero_clock(value["value"].replace(" ", "T"))
        if own == re.sub("T23:59:59$", "", said_as):
            return True
    if is_counted(value, own, said) or is_open_date(value, own):
        return True
    day_part = re.fullmatch(r".*T([A-Z]{2})", timex)
    if day_part and value.get("start"):
        return own == f"{value['start'][:10]}T{day_part[1]}"
    return False


def is_right(case, times, at):
    """at[i] is the byte of the case's character i."""
    now = (case.get("Context") or {}).get("ReferenceDateTime", "")
    golds = [(at[r["Start"]], at[min(r["End"] + 1, len(at) - 1)]) for r in case["Results"]]
    inside = [[] for _ in golds]
    for time in times:
        for i, (start, end) in enumerate(golds):
            if time["start"] < end and start < time["end"]:
                inside[i].append(time["value"] or "")
                break
        else:
            return False
    return all(
        any(is_value(value, ours, result["Text"], now) for value in values_in(result))
        for ours, result in zip(inside, case["Results"])
    )


def score_expressions(parley, data, table, byte_offsets):
    path = data / "timex/recognizers/Specs/DateTime/English/DateTimeModel.json"
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    reasons = [left_out(case) for case in cases]
    answers = parley.annotate_texts(
        [
            {
                "id": str(i),
                "text": case["Input"],
                "published": (case.get("Context") or {}).get("ReferenceDateTime", ""),
            }
            for i, case in enumerate(cases)
        ]
    )
    n_right = 0
    for i, case in enumerate(cases):
        if reasons[i]:
            continue
        found = answers[str(i)]["times"]
        right = is_right(case, found, byte_offsets(case["Input"]))
        n_right += right
        if not right:
            wanted = [
                f"{r['Text']}={'|'.join(dict.fromkeys(v['timex'] for v in values_in(r)))}"
                for r in case["Results"]
            ]
            ours = [
                f"{case['Input'].encode()[t['start'] : t['end']].decode('utf-8', 'replace')}={t['value']}"
                for t in found
            ]
            table.error("expressions", "wrong", f"{case['Input']}\t{wanted}\t{ours}")
    n_scope = reasons.count(None)
    table.share("time expressions right, of those in scope", n_right, n_scope)
    table.number("time expressions out of scope", len(cases) - n_scope, len(cases))
    for reason in sorted(set(filter(None, reasons))):
        table.number(f"  out: {reason}", reasons.count(reason), len(cases))
