"""Parts of a year and of longer times: quarters, halves, centuries, fiscal years, "the first three months of 2024"."""

import datetime as dt
from collections.abc import Callable

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.context import DateContext, DateFound, hung, is_year, printed, steps_of
from briefing.text.dates.digits import years_at
from briefing.text.numbers import number_at
from briefing.text.tokens import HYPHENS

_MONTHS = 12
_QUARTERS, _HALVES = 4, 2
_WEEK, _LONGEST_EDGE = 7, 52
_HALF_MONTHS = ((1, 6), (7, 12))
_LIMITS = {"q": _QUARTERS, "h": _HALVES, "t": _QUARTERS, "s": _HALVES}


def ordinal_at(context: DateContext, index: int) -> tuple[int, int] | None:
    """An ordinal at ``index``: its number and the token behind it."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index] in lexicon.ordinals:
        return lexicon.ordinals[words[index]], index + 1
    if words[index].isdecimal() and len(words[index]) <= 2 and words[index + 1] in lexicon.ordinal_suffixes:
        return (int(words[index]), index + 2) if context.tokens.glued(index + 1) else None
    dotted = words[index + 1] == "." and context.lexicon.ordinal_rules["dot"] and context.tokens.glued(index + 1)
    if dotted and words[index].isdecimal() and len(words[index]) <= 2:
        return int(words[index]), index + 2
    return None


def ordinal_period(context: DateContext, index: int) -> DateFound | None:
    """As in "First quarter of 2024", "18th century", "the first three months of the year"."""
    words, dates = context.tokens.words, context.lexicon.dates
    found = ordinal_at(context, index)
    if found is None:
        last_part = words[index] in context.lexicon.relative["last_part"]
        return _last_months(context, index) or _last_days(context, index) if last_part else None
    number, last = found
    if words[last] in HYPHENS:
        last += 1
    word = words[last]
    if word in dates["century"]:
        days = calendar.century_days(number)
        return printed(days, None, index, last + 1) if days else None
    if word in dates["quarter"] and 1 <= number <= _QUARTERS:
        return of_year(context, index, last + 1, lambda year: calendar.quarter_days(year, number))
    if word in dates["half"] and 1 <= number <= _HALVES:
        half, unsure = _HALF_MONTHS[number - 1], not dates["half_sure"]
        return of_year(context, index, last + 1, lambda year: calendar.months_days(year, *half), needs_year=unsure)
    return _first_months(context, index, last) if number == 1 else None


def _first_months(context: DateContext, index: int, last: int) -> DateFound | None:
    """As in "The first three months of the year"."""
    count = _months_counted(context, last)
    if count is None:
        return None
    months, behind = count
    return of_year(context, index, behind, lambda year: calendar.months_days(year, 1, months))


def _last_months(context: DateContext, index: int) -> DateFound | None:
    count = _months_counted(context, index + 1)
    if count is None or context.tokens.words[count[1]] not in context.lexicon.dates["year_of"]:
        return None
    months, behind = count
    return of_year(context, index, behind, lambda year: calendar.months_days(year, 13 - months, 12), needs_year=True)


def _last_days(context: DateContext, index: int) -> DateFound | None:
    """As in "The last three weeks of the year", "the last 10 days of 2024": whole days up to the end of the year."""
    lexicon = context.lexicon
    number = number_at(context.tokens, index + 1, lexicon)
    if number is None or number.value != number.value.to_integral_value() or not 1 <= number.value <= _LONGEST_EDGE:
        return None
    unit = lexicon.durations.get(context.tokens.words[number.last])
    size = {"week": _WEEK, "day": 1}.get(unit or "")
    if size is None or context.tokens.words[number.last + 1] not in lexicon.dates["year_of"]:
        return None
    length = dt.timedelta(days=size * int(number.value) - 1)

    def days(year: int) -> calendar.Days:
        last = calendar.year_days(year)[1]
        return last - length, last

    return of_year(context, index, number.last + 1, days, needs_year=True)


def _months_counted(context: DateContext, index: int) -> tuple[int, int] | None:
    number = number_at(context.tokens, index, context.lexicon)
    if number is None or context.lexicon.durations.get(context.tokens.words[number.last]) != "month":
        return None
    whole = number.value == number.value.to_integral_value() and 1 <= number.value <= _MONTHS
    return (int(number.value), number.last + 1) if whole else None


def of_year(
    context: DateContext, first: int, last: int, days: Callable[[int], calendar.Days], *, needs_year: bool = False
) -> DateFound | None:
    """A part of a year whose year is printed behind it, or hangs on the anchor."""
    words, lexicon = context.tokens.words, context.lexicon
    position = last + 1 if words[last] in lexicon.dates["year_of"] else last
    if is_year(words[position]):
        return printed(days(int(words[position])), int(words[position]), first, position + 1)
    end, steps = year_words(context, position)
    if position in (end, last):
        if needs_year:
            return None
        end, steps = last, 0
    return hung(days(context.anchor.year + steps) if context.anchor else None, first, end)


def year_words(context: DateContext, index: int) -> tuple[int, int]:
    """As in "The year", "this year", "last year": the token behind them and the year's distance from the anchor's."""
    words, lexicon = context.tokens.words, context.lexicon
    if lexicon.relative_units.get(words[index + 1]) != "year":
        return index, 0
    steps = 0 if words[index] in lexicon.counting["articles"] else steps_of(context, words[index])
    return (index, 0) if steps is None else (index + 2, steps)


def fiscal(context: DateContext, index: int) -> DateFound | None:
    """As in "Fiscal 2023", "financial year 2023-24", "FY24": whose year starts when it likes, so no days are given."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index] not in lexicon.dates["fiscal"]:
        return None
    position = index + 1
    if lexicon.relative_units.get(words[position]) == "year":
        position += 1
    if is_year(words[position]):
        years = years_at(context, position)
        last = years.last if years else position + 1
        return DateFound(DateReading(year=int(words[position]), relative=True), index, last)
    if words[index] in lexicon.dates["fiscal_short"] and words[position].isdecimal() and len(words[position]) == 2:
        return DateFound(DateReading(year=2000 + int(words[position]), relative=True), index, position + 1)
    return None


def quarter_code(context: DateContext, index: int) -> DateFound | None:
    """As in "Q3 2024", "H1", "2019 Q1"; without a capital only beside its year."""
    tokens = context.tokens
    word, number = tokens.words[index], tokens.words[index + 1]
    limit = _LIMITS.get(word) if word in context.lexicon.dates["quarter_letters"] else None
    year = index - 2 if tokens.glued(index) and tokens.words[index - 1] in HYPHENS else index - 1
    apart = not tokens.glued(index) or (year == index - 2 and is_year(tokens.words[year]))
    if limit is None or not tokens.glued(index + 1) or not apart or len(number) != 1 or not number.isdecimal():
        return None
    value = int(number)
    if not 1 <= value <= limit or (tokens.glued(index + 2) and tokens.words[index + 2].isalnum()):
        return None
    days = _quarter(value) if limit == _QUARTERS else _half(value)
    if is_year(tokens.words[year]):
        number_of_year = int(tokens.words[year])
        return printed(days(number_of_year), number_of_year, year, index + 2)
    if not (tokens.capital(index) or tokens.caseless or is_year(tokens.words[index + 2])):
        return None
    return of_year(context, index, index + 2, days)


def _quarter(number: int) -> Callable[[int], calendar.Days]:
    return lambda year: calendar.quarter_days(year, number)


def _half(number: int) -> Callable[[int], calendar.Days]:
    return lambda year: calendar.months_days(year, *_HALF_MONTHS[number - 1])
