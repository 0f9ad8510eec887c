"""Dates that open a range: "from January to April 2015", "between 2010 and now", "from 28 April to the 3rd"."""

from dataclasses import replace

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.context import DateContext, DateFound
from briefing.text.dates.digits import digit_date
from briefing.text.dates.months import month_date
from briefing.text.dates.periods import ordinal_at
from briefing.text.digits import is_digits

_DAYS = 31


def in_range(context: DateContext, found: DateFound | None) -> DateFound | None:
    """A month that opens a range takes its year from the other end: "from January to April 2015", "August to May"."""
    found = _with_now(context, found) if found is not None else None
    if found is not None and found.reading.day is not None and (ranged := _to_later_day(context, found)) is not None:
        return ranged
    if found is None or found.reading.year is not None or found.reading.month is None:
        return found
    words, ranges = context.tokens.words, context.lexicon.ranges
    joint = words[found.last]
    between = joint in ranges["and"] and words[found.first - 1] in ranges["between"]
    if joint not in ranges["plain"] and joint not in ranges["through"] and not between:
        return found
    return _with_year_of(found, _end_of_range(context, found.last + 1))


def _to_later_day(context: DateContext, found: DateFound) -> DateFound | None:
    """As in "from 27 April to the 3rd": up to the next day of that number, where "from" opens the range."""
    words, lexicon, reading = context.tokens.words, context.lexicon, found.reading
    joint = words[found.last]
    if words[found.first - 1] not in lexicon.ranges["from"] or reading.last is None or reading.month is None:
        return None
    if joint not in lexicon.ranges["plain"] or words[found.last + 1] not in lexicon.counting["articles"]:
        return None
    later = ordinal_at(context, found.last + 2)
    if later is None or not 1 <= later[0] <= _DAYS or words[later[1]].isalpha():
        return None
    month = reading.last if later[0] > reading.last.day else calendar.add_months(reading.last.replace(day=1), 1)
    end = calendar.day(month.year, month.month, later[0]) if month else None
    if end is None:
        return None
    return DateFound(replace(reading, last=end[1]), found.first, later[1])


def _with_now(context: DateContext, found: DateFound) -> DateFound:
    """As in "Between now and November 15", "between 2010 and now": up to the anchor, or from it."""
    words, lexicon, anchor = context.tokens.words, context.lexicon, context.anchor
    reading, first, last = found
    if anchor is None or reading.first is None or reading.last is None:
        return found
    now, joints, between = lexicon.relative["now"], lexicon.ranges["and"], lexicon.ranges["between"]
    if words[last] in joints and words[last + 1] in now and words[first - 1] in between and reading.first <= anchor:
        return DateFound(
            DateReading(reading.first, anchor, reading.year, relative=True, inferred=True), first - 1, last + 2
        )
    opened = first > 2 and words[first - 1] in joints and words[first - 2] in now and words[first - 3] in between
    if not opened or reading.last < anchor:
        return found
    return DateFound(DateReading(anchor, reading.last, reading.year, relative=True, inferred=True), first - 3, last)


def _end_of_range(context: DateContext, index: int) -> DateReading | None:
    words = context.tokens.words
    if words[index] in context.lexicon.months:
        later = month_date(context, index)
    else:
        later = digit_date(context, index) if is_digits(words[index]) else None
    return later.reading if later else None


def _with_year_of(found: DateFound, later: DateReading | None) -> DateFound:
    reading = found.reading
    if later is None or later.month is None or reading.month is None:
        return found
    end = later.year or (later.last.year if later.last else None)
    if end is None:
        return found
    year = end if reading.month <= later.month else end - 1
    if not later.year and not reading.inferred:
        return found
    days = calendar.day(year, reading.month, reading.day) if reading.day else calendar.month_days(year, reading.month)
    if days is None:
        return found
    if later.year is None:
        made = DateReading(*days, None, reading.month, reading.day, reading.weekday, relative=True, inferred=True)
        return DateFound(made, found.first, found.last)
    return DateFound(DateReading(*days, year, reading.month, reading.day), found.first, found.last)
