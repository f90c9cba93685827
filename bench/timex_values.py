"""TIMEX3 values: the stretch of the calendar that a value names, and the length of a duration."""

import datetime
import re

DAY = datetime.timedelta(days=1)
HALF_DAY = datetime.timedelta(hours=12)
UNIT_MONTHS = {"Y": 12, "Q": 3, "M": 1, "E": 120, "C": 1200}
UNIT_SECONDS = {"W": 604800, "D": 86400, "BD": 86400}
CLOCK_SECONDS = {"H": 3600, "M": 60, "S": 1}


def months_after(year, month, n):
    at = year * 12 + month - 1 + n
    return datetime.datetime(at // 12, at % 12 + 1, 1)


def extent(value):
    """(begin, end) of a calendar value, the end not included; None for anything else.

    >>> extent("197")[0].isoformat(), extent("2017-Q1")[1].isoformat()
    ('1970-01-01T00:00:00', '2017-04-01T00:00:00')
    >>> extent("2018-W15")[0].isoformat(), extent("2018-W15-WE")[0].isoformat()
    ('2018-04-09T00:00:00', '2018-04-14T00:00:00')
    >>> extent("2018-05-03T10:30")[0].isoformat()
    '2018-05-03T10:30:00'
    >>> extent("XXXX-05-03"), extent("P3D"), extent("2018-02-30")
    (None, None, None)
    """
    try:
        return calendar_extent(value)
    except (ValueError, OverflowError):
        return None


def calendar_extent(value):
    if re.fullmatch(r"\d{2,4}", value):
        years = 10 ** (4 - len(value))
        year = int(value) * years
        return months_after(year, 1, 0), months_after(year + years, 1, 0)
    parts = re.fullmatch(r"(\d{4})-([QH])(\d)", value)
    if parts:
        months = 3 if parts[2] == "Q" else 6
        first = months_after(int(parts[1]), 1, (int(parts[3]) - 1) * months)
        return first, months_after(first.year, first.month, months)
    parts = re.fullmatch(r"(\d{4})-(\d\d)", value)
    if parts:
        return tuple(months_after(int(parts[1]), int(parts[2]), n) for n in (0, 1))
    parts = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if parts:
        monday = datetime.datetime.fromisocalendar(int(parts[1]), int(parts[2]), 1)
        return monday + (5 * DAY if parts[3] else 0 * DAY), monday + 7 * DAY
    parts = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d?)(?::(\d\d))?(?::(\d\d))?)?", value)
    if not parts:
        return None
    day = datetime.datetime.fromisoformat(parts[1])
    if not parts[2]:
        return day, day + DAY
    moment = day + datetime.timedelta(
        hours=int(parts[2]), minutes=int(parts[3] or 0), seconds=int(parts[4] or 0)
    )
    return moment, moment + datetime.timedelta(seconds=1)


def length(value):
    """(months, seconds) of a duration; None for anything else.

    >>> length("P1Q") == length("P3M"), length("PT1H30M") == length("PT1.5H")
    (True, True)
    >>> length("P2W"), length("PXD"), length("2018")
    ((0.0, 1209600.0), None, None)
    """
    parts = re.fullmatch(r"P((?:[\d.]+[A-Z]+?)*)(?:T((?:[\d.]+[HMS])+))?", value)
    if not parts or not (parts[1] or parts[2]):
        return None
    months = seconds = 0.0
    for amount, unit in re.findall(r"([\d.]+)(BD|[A-Z])", parts[1]):
        if unit not in UNIT_MONTHS and unit not in UNIT_SECONDS:
            return None
        months += float(amount) * UNIT_MONTHS.get(unit, 0)
        seconds += float(amount) * UNIT_SECONDS.get(unit, 0)
    for amount, unit in re.findall(r"([\d.]+)([HMS])", parts[2] or ""):
        seconds += float(amount) * CLOCK_SECONDS[unit]
    return months, seconds
