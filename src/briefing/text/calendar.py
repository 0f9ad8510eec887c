"""Days that partial and relative dates stand for: pure calendar arithmetic, no words.

Every result is a pair of inclusive days. Nothing here turns months into days: a month is the days from its first to
its last.
"""

import calendar
import datetime as dt

Days = tuple[dt.date, dt.date]

MIN_YEAR = 1000
MAX_YEAR = 2199
_FIRST_YEAR, _LAST_YEAR = 100, 9800
"""Whole centuries must fit between these and the ends of the calendar."""
_QUARTER_MONTHS = 3
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}


def year_days(year: int) -> Days:
    """January 1 to December 31."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def month_days(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def months_days(year: int, first: int, last: int) -> Days:
    """From the first day of one month to the last day of another in the same year."""
    return dt.date(year, first, 1), month_days(year, last)[1]


def day(year: int, month: int, number: int) -> Days | None:
    """One day; ``None`` if the month has no such day."""
    try:
        found = dt.date(year, month, number)
    except ValueError:
        return None
    return found, found


def quarter_days(year: int, quarter: int) -> Days:
    """A calendar quarter, 1 to 4."""
    first = (quarter - 1) * _QUARTER_MONTHS + 1
    return months_days(year, first, first + _QUARTER_MONTHS - 1)


def century_days(number: int) -> Days | None:
    """The 18th century is 1701 to 1800."""
    first = (number - 1) * 100 + 1
    if not 1 <= first <= MAX_YEAR:
        return None
    return dt.date(first, 1, 1), dt.date(first + 99, 12, 31)


def leap_year(year: int, *, future: bool) -> int:
    """That year if it has a February 29, else the nearest one after or before it that has."""
    while not calendar.isleap(year):
        year += 1 if future else -1
    return year


def add_months(anchor: dt.date, months: int) -> dt.date | None:
    """The same day of another month, or that month's last day; ``None`` outside the calendar."""
    index = anchor.year * 12 + anchor.month - 1 + months
    year, month = divmod(index, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(anchor.day, calendar.monthrange(year, month + 1)[1]))


def add_days(anchor: dt.date, days: int) -> dt.date | None:
    """So many days later; ``None`` outside the calendar."""
    try:
        return anchor + dt.timedelta(days=days)
    except OverflowError:
        return None


def weekday_days(anchor: dt.date, weekday: int, *, future: bool) -> Days:
    """The last such weekday on or before the anchor, or the next one on or after it."""
    ahead = (weekday - anchor.weekday()) % 7
    found = anchor + dt.timedelta(days=ahead if future else (ahead - 7 if ahead else 0))
    return found, found


def shifted(anchor: dt.date, unit: str, steps: int) -> Days | None:
    """The whole unit that lies ``steps`` units from the one that contains the anchor (-1 is "last", 0 is "this")."""
    if unit == "week":
        monday = add_days(anchor, -anchor.weekday() + 7 * steps)
        sunday = add_days(monday, 6) if monday else None
        return (monday, sunday) if monday and sunday else None
    if unit == "weekend":
        saturday = add_days(anchor, 5 - anchor.weekday() + 7 * steps)
        sunday = add_days(saturday, 1) if saturday else None
        return (saturday, sunday) if saturday and sunday else None
    if unit in ("month", "quarter"):
        found = add_months(anchor.replace(day=1), steps * (_QUARTER_MONTHS if unit == "quarter" else 1))
        if found is None:
            return None
        return (
            month_days(found.year, found.month) if unit == "month" else quarter_days(found.year, (found.month + 2) // 3)
        )
    if unit == "night":
        found = add_days(anchor, steps)
        return (found, found) if found else None
    return _shifted_years(anchor, unit, steps)


def _shifted_years(anchor: dt.date, unit: str, steps: int) -> Days | None:
    year = anchor.year
    reached = year + steps * {"decade": 10, "century": 100}.get(unit, 1)
    if not _FIRST_YEAR < reached < _LAST_YEAR:
        return None
    if unit == "decade":
        first = year // 10 * 10 + 10 * steps
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)
    if unit == "century":
        return century_days((year - 1) // 100 + 1 + steps)
    if unit == "winter":
        return dt.date(year + steps, 12, 1), month_days(year + steps + 1, 2)[1]
    if unit in _SEASONS:
        return months_days(year + steps, *_SEASONS[unit])
    return year_days(year + steps) if unit == "year" and dt.MINYEAR <= year + steps <= dt.MAXYEAR else None


def moved(anchor: dt.date, unit: str, steps: int) -> Days | None:
    """As in "Three days ago", "in nine months".

    The day for days and weeks, the whole month or year for longer units.
    """
    if unit in ("day", "night", "week", "fortnight"):
        size = {"week": 7, "fortnight": 14}.get(unit, 1)
        found = add_days(anchor, steps * size)
        return (found, found) if found else None
    if unit == "month":
        found = add_months(anchor, steps)
        return month_days(found.year, found.month) if found else None
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None or not dt.MINYEAR <= anchor.year + steps * years <= dt.MAXYEAR:
        return None
    return year_days(anchor.year + steps * years)


def narrowed(days: Days, part: str) -> Days:
    """The early, mid or late third of a month, a year or a decade."""
    first, last = days
    if first.month == last.month and first.year == last.year:
        cuts = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return first.replace(day=cuts[0]), first.replace(day=cuts[1])
    if first.year == last.year:
        cuts = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        return months_days(first.year, *cuts)
    cuts = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    return dt.date(first.year + cuts[0], 1, 1), dt.date(min(first.year + cuts[1], last.year), 12, 31)


def stepped(day: dt.date, unit: str, steps: int) -> dt.date | None:
    """The day so many units away, on the same day of the month; ``None`` for units shorter than a day."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return add_months(day, steps * months)
    size = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14, "2 week": 14}.get(unit)
    return add_days(day, steps * size) if size else None


def span_of(anchor: dt.date, unit: str, steps: int) -> Days | None:
    """The days of "the last three months", back from the anchor.

    "the last two quarters" are the two that are complete.
    """
    if unit in ("quarter", "decade") and steps:
        near, far = shifted(anchor, unit, 1 if steps > 0 else -1), shifted(anchor, unit, steps)
        return (min(near[0], far[0]), max(near[1], far[1])) if near and far else None
    edge = stepped(anchor, unit, steps)
    return None if edge is None else (min(edge, anchor), max(edge, anchor))


def is_clock_unit(unit: str) -> bool:
    """Whether a unit is shorter than a day: no day can be counted with it."""
    return unit in ("second", "minute", "hour")


def week_days(day: dt.date) -> Days | None:
    """Monday to Sunday around a day."""
    return shifted(day, "week", 0)


def days_from(day: dt.date, count: int) -> Days | None:
    """So many days, the first of them ``day``; ``None`` beyond the calendar."""
    last = add_days(day, count - 1)
    return (day, last) if last else None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, as printed by Meeus)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    quarter, single = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - moon - single) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def nth_week(days: Days, number: int) -> Days | None:
    """The numbered week of a month or a year (-1 is the last).

    Weeks belong where their Thursday lies, as in ISO 8601.
    """
    thursday = add_days(days[0], (3 - days[0].weekday()) % 7 + 7 * (number - 1)) if number > 0 else None
    if number < 0:
        thursday = add_days(days[1], -((days[1].weekday() - 3) % 7))
    if thursday is None or not days[0] <= thursday <= days[1]:
        return None
    return week_days(thursday)


def nth_weekday(days: Days, weekday: int, number: int) -> Days | None:
    """The numbered Monday, Tuesday ... of a month or a year (-1 is the last)."""
    found = add_days(days[0], (weekday - days[0].weekday()) % 7 + 7 * (number - 1)) if number > 0 else None
    if number < 0:
        found = add_days(days[1], -((days[1].weekday() - weekday) % 7))
    return (found, found) if found and days[0] <= found <= days[1] else None
