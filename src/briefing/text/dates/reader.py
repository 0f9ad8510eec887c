"""The date at a token: which rule may begin there, and the readings that are made of another date."""

import datetime as dt
from collections.abc import Callable
from functools import cache

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.behind import (
    counted_span,
    day_phrase,
    decade_behind,
    is_other_day,
    phrase_unit,
    roman_century,
    unit_behind,
)
from briefing.text.dates.context import YEAR_DIGITS, DateContext, DateFound, hung, is_year, steps_of
from briefing.text.dates.digits import COMPACT, decade_name, digit_date
from briefing.text.dates.holidays import holiday
from briefing.text.dates.months import day_month, month_date
from briefing.text.dates.periods import fiscal, ordinal_at, ordinal_period, quarter_code, year_words
from briefing.text.dates.relative import relative_day, relative_phrase, shifted_unit, weekday_date
from briefing.text.dates.short import day_of_month, nearest_day
from briefing.text.dates.spans import in_range
from briefing.text.dates.spelled import spelled_day, year_in_words
from briefing.text.digits import is_digits
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import HYPHENS

_LAST = -1
_MONTHS = 12
_WEEK = 7
_DAYS = 31
_MOST_PARTS = 4
"""How many joints may stand between a part and its whole ("in the middle of the ...")."""


@cache
def _ordinal_neighbours(lexicon: Lexicon) -> frozenset[str]:
    """The words that may stand behind an ordinal which numbers a week, a quarter, a century or the months of a year."""
    named = (lexicon.dates[name] for name in ("century", "quarter", "half", "day_words"))
    return frozenset(lexicon.weekdays).union(*named, lexicon.relative_units, lexicon.cardinals)


DateRule = Callable[[DateContext, int], DateFound | None]


def date_at(context: DateContext, index: int) -> DateFound | None:
    """The date that begins at token ``index``, as long as it goes; ``None`` if none does."""
    word, behind = context.tokens.words[index], context.tokens.words[index + 1]
    lexicon = context.lexicon
    counted = behind in lexicon.relative["inner_last"] or behind in lexicon.relative["inner_next"]
    if counted and (span := counted_span(context, index)) is not None:
        return span
    if is_digits(word):
        return _from_digits(context, index)
    if word in lexicon.day_phrases and (day := day_phrase(context, index)) is not None:
        return day
    if word in lexicon.months:
        return in_range(context, month_date(context, index))
    if word in lexicon.weekdays:
        named = holiday(context, index) if word in lexicon.holidays else None
        return named or weekday_date(context, index)
    if word in lexicon.ordinals or word in lexicon.cardinals:
        return _numbered(context, index, word)
    return _in_other_words(context, index, word)


def _numbered(context: DateContext, index: int, word: str) -> DateFound | None:
    """A date that begins with a number in words."""
    if word in context.lexicon.ordinals:
        behind = context.tokens.words[index + 1]
        if behind not in _ordinal_neighbours(context.lexicon) and not _may_be_a_day(context, index):
            return None
        return _numbered_part(context, index) or ordinal_period(context, index) or day_month(context, index)
    year = year_in_words(context, index)
    if year is None and not _may_be_a_day(context, index):
        return None
    return year or _numbered_part(context, index) or in_range(context, day_month(context, index))


def _in_other_words(context: DateContext, index: int, word: str) -> DateFound | None:
    """A date that begins with neither a number nor a name of the calendar."""
    if word in context.lexicon.relative_days and not is_other_day(context, index):
        return relative_day(context, index)
    for rule in _rules_for(context.lexicon, word):
        found = rule(context, index)
        if found is not None:
            return found
    return None


@cache
def _rules_for(lexicon: Lexicon, word: str) -> tuple[DateRule, ...]:
    """The rules that a word can begin, in the order in which they are tried; asked for words that open dates only."""
    dates, relative = lexicon.dates, lexicon.relative
    shifts = any(word in relative[name] for name in ("last", "last_but_one", "this", "next"))
    part = word in relative["last_part"]
    begins: tuple[tuple[bool, DateRule], ...] = (
        (word in lexicon.holidays, holiday),
        (word in lexicon.relative_phrases, relative_phrase),
        (part, _numbered_part),
        (word in lexicon.date_parts, _part_of),
        (word in dates["earlier"] or word in dates["later"], _earlier_or_later),
        (shifts, shifted_unit),
        (part, ordinal_period),
        (any(word in dates[edge] for edge in ("start", "end", "middle")), _edge_of_period),
        (word in dates["fiscal"], fiscal),
        (word in dates["quarter_letters"], quarter_code),
        (word in dates["week"], _week_of),
        (word in lexicon.relative_units or word in lexicon.unit_phrases, unit_behind),
        (shifts, phrase_unit),
        (word in dates["century"], roman_century),
        (word in dates["decade_after"] or word in dates["decade_words"], decade_behind),
        (word in dates["numbered_day"], day_of_month),
        (word in dates["decade_names"], decade_name),
    )
    return tuple(rule for may, rule in begins if may)


def _from_digits(context: DateContext, index: int) -> DateFound | None:
    words = context.tokens.words
    if len(words[index]) == YEAR_DIGITS and words[index + 1] in context.lexicon.dates["quarter_letters"]:
        found = quarter_code(context, index + 1)
        if found is not None:
            return found
    if words[index + 1] in HYPHENS and words[index + 2] in context.lexicon.dates["quarter_letters"]:
        found = quarter_code(context, index + 2)
        if found is not None and len(words[index]) == YEAR_DIGITS:
            return found
    if words[index + 1] in context.lexicon.ordinal_suffixes or (
        words[index + 1] == "." and context.lexicon.ordinal_rules["dot"]
    ):
        found = _numbered_part(context, index) or ordinal_period(context, index)
        if found is not None:
            return found
    dated = len(words[index]) in (YEAR_DIGITS, COMPACT) or not words[index].isdecimal()
    if not dated and not _may_be_a_day(context, index):
        return None
    return in_range(context, digit_date(context, index))


def _may_be_a_day(context: DateContext, index: int) -> bool:
    """Whether what stands behind a number lets it open a date: most numbers are done with here."""
    behind = context.tokens.words[index + 1]
    return behind in _day_neighbours(context.lexicon) or behind[:1].isdecimal()


@cache
def _day_neighbours(lexicon: Lexicon) -> frozenset[str]:
    """The words that may stand behind the day of a month."""
    ranges, rules = lexicon.ranges, lexicon.month_rules
    joints = (ranges["plain"], ranges["and"], ranges["through"], rules["between_day_and_month"])
    named = (lexicon.months, lexicon.cardinals, lexicon.ordinals)
    signs = (HYPHENS, (".", ",", "/", "º", "—", "'", "s"), lexicon.ordinal_suffixes)
    return lexicon.dates["day_words"].union(*joints, *signs, *named)


# --- parts of another date -------------------------------------------------------------------------------------------


def _part_of(context: DateContext, index: int) -> DateFound | None:
    """As in "Early 2023", "mid-October", "late last month"."""
    tokens, lexicon = context.tokens, context.lexicon
    found = lexicon.date_parts.at(tokens.words, index)
    if found is None:
        return None
    if _opens_a_part(context, index, edges=True) and tokens.words[index + 1] in lexicon.dates["year_of"]:
        return None
    behind = index + found[0]
    limit = behind + _MOST_PARTS
    while behind < limit and (tokens.words[behind] in HYPHENS or tokens.words[behind] in lexicon.dates["part_joint"]):
        behind += 1
    if _opens_a_part(context, behind):
        return None
    whole = date_at(context, behind)
    if whole is None or whole.first != behind or (whole.reading.day and not whole.reading.relative):
        return None
    reading = whole.reading
    if reading.first is not None and reading.last is not None and reading.first != reading.last:
        first, last = calendar.narrowed((reading.first, reading.last), found[1])
        reading = _between(reading, first, last)
    elif (reading.first is not None and not _is_part_of_today(context, behind)) or reading.weekday is not None:
        return None
    return DateFound(reading, index, whole.last)


def _opens_a_part(context: DateContext, index: int, *, edges: bool = False) -> bool:
    """Whether another part begins here: parts of parts are no date, and would be read without end."""
    word, dates = context.tokens.words[index], context.lexicon.dates
    named = not edges and (word in context.lexicon.date_parts or word in dates["week"])
    return named or any(word in dates[name] for name in ("start", "end", "middle"))


def _is_part_of_today(context: DateContext, index: int) -> bool:
    """As in "Late this morning", "early yesterday": of a single day only the day is read."""
    words, lexicon = context.tokens.words, context.lexicon
    return words[index] in lexicon.relative_days or words[index + 1] in lexicon.dates["day_parts"]


def _between(reading: DateReading, first: dt.date, last: dt.date) -> DateReading:
    """The same reading over other days."""
    return DateReading(
        first, last, reading.year, reading.month, reading.day, reading.weekday, reading.relative, reading.inferred
    )


def _earlier_or_later(context: DateContext, index: int) -> DateFound | None:
    """As in "Earlier this year", "later this week", "later in the year": up to the anchor, or from it."""
    words, dates = context.tokens.words, context.lexicon.dates
    earlier = words[index] in dates["earlier"]
    if not earlier and words[index] not in dates["later"]:
        return None
    position = index + 1
    while position < index + 3 and words[position] in dates["part_joint"]:
        position += 1
    unit = context.lexicon.relative_units.get(words[position if position > index + 1 else position + 1])
    if unit is None or (position == index + 1 and steps_of(context, words[position]) != 0):
        return None
    last = position + 1 if position > index + 1 else position + 2
    whole = calendar.shifted(context.anchor, unit, 0) if context.anchor else None
    if whole is None or context.anchor is None:
        return hung(None, index, last)
    return hung((whole[0], context.anchor) if earlier else (context.anchor, whole[1]), index, last)


def _edge_of_period(context: DateContext, index: int) -> DateFound | None:
    """As in "The start of the year", "the end of 2024", "the beginning of May", "the middle of 2007"."""
    words, lexicon = context.tokens.words, context.lexicon
    dates = lexicon.dates
    edge = next((name for name in ("start", "end", "middle") if words[index] in dates[name]), None)
    if edge is None or words[index + 1] not in dates["year_of"]:
        return None
    first = index - 1 if words[index - 1] in lexicon.counting["articles"] else index
    end, steps = year_words(context, index + 2)
    if end != index + 2:
        found = hung(calendar.year_days(context.anchor.year + steps) if context.anchor else None, first, end)
    else:
        if _opens_a_part(context, index + 2):
            return None
        whole = _month_words(context, index + 2) or date_at(context, index + 2)
        if whole is None or whole.reading.day is not None or whole.first != index + 2:
            return None
        found = whole
    reading = found.reading
    if reading.first is not None and reading.last is not None:
        days = (reading.first, reading.last)
        if edge == "middle":
            days = calendar.narrowed(days, "mid") if days[0] != days[1] else days
        else:
            days = (days[0], days[0]) if edge == "start" else (days[1], days[1])
        reading = _between(reading, *days)
    return DateFound(reading, first, found.last)


def _month_words(context: DateContext, index: int) -> DateFound | None:
    """As in "The month", "the week" behind a part of it."""
    words, lexicon = context.tokens.words, context.lexicon
    unit = lexicon.relative_units.get(words[index + 1]) if words[index] in lexicon.counting["articles"] else None
    if unit not in ("month", "week", "quarter", "decade", "century", "weekend"):
        return None
    return hung(calendar.shifted(context.anchor, unit, 0) if context.anchor else None, index, index + 2)


# --- weeks and numbered days -----------------------------------------------------------------------------------------


def _week_of(context: DateContext, index: int) -> DateFound | None:
    """As in "The week of April 10": from Monday to Sunday around that day; "the week starting on April 10": from it."""
    words, lexicon = context.tokens.words, context.lexicon
    if lexicon.relative_units.get(words[index]) != "week" or words[index] not in lexicon.dates["week"]:
        return None
    if words[index + 1] not in lexicon.dates["week_of"] or _is_weekend(context, index):
        return None
    behind = index + 3 if words[index + 2] in lexicon.dates["on"] else index + 2
    if _opens_a_part(context, behind):
        return None
    while words[behind] in lexicon.dates["week_of"] and behind < index + _MOST_PARTS:
        behind += 1
    first = index - 1 if words[index - 1] in lexicon.counting["articles"] else index
    day = date_at(context, behind)
    if day is None:
        return _week_of_number(context, behind, first)
    if day.reading.day is None or day.reading.first is None:
        return None
    around = words[index + 1] in lexicon.counting["partitive"]
    week = calendar.week_days(day.reading.first) if around else calendar.days_from(day.reading.first, _WEEK)
    if week is None:
        return None
    return DateFound(DateReading(*week, relative=day.reading.relative, inferred=day.reading.inferred), first, day.last)


def _is_weekend(context: DateContext, index: int) -> bool:
    """As in "el fin de semana del 26 de mayo": the week is part of another unit."""
    phrases, words = context.lexicon.unit_phrases, context.tokens.words
    found = phrases.at(words, index - 2) if index > 1 else None
    return found is not None and found[0] > 2


def _week_of_number(context: DateContext, index: int, first: int) -> DateFound | None:
    """As in "The week of the 18th": a day whose month is not printed."""
    words, lexicon = context.tokens.words, context.lexicon
    start = index + 1 if words[index] in lexicon.counting["articles"] else index
    number = ordinal_at(context, start) if is_digits(words[start]) else None
    if number is None or words[number[1]].isalpha() or not 1 <= number[0] <= _DAYS:
        return None
    days = nearest_day(context, number[0], first)
    return hung(calendar.week_days(days[0]) if days else None, first, number[1])


def _numbered_part(context: DateContext, index: int) -> DateFound | None:
    """As in "The first week of 2021", "the second Tuesday of November", "the 15th day of next month"."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index] in lexicon.relative["last_part"]:
        number, position = _LAST, index + 1
    else:
        found = ordinal_at(context, index) or spelled_day(context, index, plain=False)
        if found is None:
            return None
        number, position = found
    word = words[position]
    weekday = lexicon.weekdays.get(word)
    unit = lexicon.relative_units.get(word) if word not in lexicon.dates["day_words"] else "day"
    if weekday is not None and words[position + 1] in lexicon.dates["day_parts"]:
        position += 1  # "the first Monday evening of next month"
    if (weekday is None and unit not in ("week", "day", "month")) or words[position + 1] not in lexicon.dates[
        "year_of"
    ]:
        return None
    whole = _period_behind(context, position + 2)
    if whole is None:
        return None
    reading = whole.reading
    if reading.first is None or reading.last is None:
        return hung(None, index, whole.last, weekday=weekday)
    days = _numbered_days((reading.first, reading.last), number, weekday, unit)
    if days is None:
        return None
    made = DateReading(*days, weekday=weekday, relative=reading.relative, inferred=reading.inferred)
    return DateFound(made, index, whole.last)


def _numbered_days(days: calendar.Days, number: int, weekday: int | None, unit: str | None) -> calendar.Days | None:
    if weekday is not None:
        return calendar.nth_weekday(days, weekday, number)
    if unit == "week":
        return calendar.nth_week(days, number)
    if unit == "month":
        return _nth_month(days, number)
    day = days[1] if number < 0 else calendar.add_days(days[0], number - 1)
    return (day, day) if day and days[0] <= day <= days[1] else None


def _nth_month(days: calendar.Days, number: int) -> calendar.Days | None:
    """As in "The third month of 2021"."""
    whole = days == calendar.year_days(days[0].year) and number <= _MONTHS
    return calendar.month_days(days[0].year, number % (_MONTHS + 1)) if whole else None


def _period_behind(context: DateContext, index: int) -> DateFound | None:
    """The month or the year of a numbered week or day."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index] in lexicon.months:
        found = month_date(context, index)
        return found if found and found.reading.day is None else None
    if is_year(words[index]):
        year = int(words[index])
        return DateFound(DateReading(*calendar.year_days(year), year), index, index + 1)
    end, steps = year_words(context, index)
    if end != index:
        return hung(calendar.year_days(context.anchor.year + steps) if context.anchor else None, index, end)
    unit = lexicon.relative_units.get(words[index + 1])
    step = 0 if words[index] in lexicon.counting["articles"] else steps_of(context, words[index])
    if unit != "month" or step is None:
        return None
    return hung(calendar.shifted(context.anchor, unit, step) if context.anchor else None, index, index + 2)
