"""Dates and periods as intervals of days: full, partial and relative.

Relative words hang on the anchor and are marked inferred; without an anchor they keep their words and no day is
invented.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.lexicon import Lexicon
from briefing.text.numbers import is_digits, number_at
from briefing.text.tokens import Tokens

HYPHENS = frozenset("-‐‑–—")
_SENTENCE_ENDS = frozenset(".!?;\n")
_LOOK_BACK = 14
_DAYS = 31
_MONTHS = 12
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date over the tokens ``first`` up to, not including, ``last``."""

    reading: DateReading
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DateContext:
    """What every date rule needs: the tokens, the words of the language and the day that relative words hang on."""

    tokens: Tokens
    lexicon: Lexicon
    anchor: dt.date | None


def date_at(context: DateContext, index: int) -> DateFound | None:
    """The date that begins at token ``index``, as long as it goes; ``None`` if none does."""
    word = context.tokens.words[index]
    lexicon = context.lexicon
    if is_digits(word):
        return _digit_date(context, index)
    if word in lexicon.months:
        return _month_date(context, index)
    if word in lexicon.weekdays:
        return _weekday(context, index)
    if word in lexicon.relative_days:
        return _relative_day(context, index)
    for rule in (_relative_phrase, _part_of, _shifted_unit, _ordinal_period, _edge_of_period, _fiscal, _quarter_code):
        found = rule(context, index)
        if found is not None:
            return found
    return None


def _reading(days: calendar.Days | None, **parts: int | bool | None) -> DateReading:
    first, last = days or (None, None)
    return replace(DateReading(first=first, last=last), **parts)  # type: ignore[arg-type]


def future_near(context: DateContext, index: int) -> bool:
    """Whether the words before token ``index``, back to the sentence's start, speak of the future."""
    words = context.tokens.words
    for position in range(index - 1, max(-1, index - _LOOK_BACK), -1):
        if words[position] in _SENTENCE_ENDS:
            return False
        if words[position] in context.lexicon.relative["future"]:
            return True
    return False


# --- dates in digits ---------------------------------------------------------------------------------------------


def _digit_date(context: DateContext, index: int) -> DateFound | None:
    word = context.tokens.words[index]
    if not word.isascii():
        return None
    if "." in word or "," in word:
        return _dotted(context, index) or _day_month(context, index)
    for rule in (_iso, _slashed, _years, _decade, _day_month, _year, _ordinal_period):
        found = rule(context, index)
        if found is not None:
            return found
    return None


def _glued_run(tokens: Tokens, index: int, count: int) -> list[str] | None:
    """``count`` tokens from ``index`` that touch each other."""
    if any(not tokens.glued(position) for position in range(index + 1, index + count)):
        return None
    return tokens.words[index : index + count]


def _iso(context: DateContext, index: int) -> DateFound | None:
    run = _glued_run(context.tokens, index, 5)
    if run is None or run[1] != "-" or run[3] != "-" or len(run[0]) != _YEAR_DIGITS:
        return None
    if not (run[2].isdecimal() and run[4].isdecimal() and len(run[2]) <= 2 and len(run[4]) <= 2):
        return None
    return _full(int(run[0]), int(run[2]), int(run[4]), index, index + 5)


def _full(year: int, month: int, number: int, first: int, last: int) -> DateFound | None:
    if not (1 <= month <= _MONTHS and calendar.MIN_YEAR <= year <= calendar.MAX_YEAR):
        return None
    days = calendar.day(year, month, number)
    return DateFound(_reading(days, year=year, month=month, day=number), first, last) if days else None


def _dotted(context: DateContext, index: int) -> DateFound | None:
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})", context.tokens.words[index])
    if found is None:
        return None
    return _numeric(context, found.group(1), found.group(2), found.group(3), index, index + 1)


def _slashed(context: DateContext, index: int) -> DateFound | None:
    run = _glued_run(context.tokens, index, 5)
    if run is None or run[1] not in "/-" or run[3] != run[1] or not (run[2].isdecimal() and run[4].isdecimal()):
        return None
    return _numeric(context, run[0], run[2], run[4], index, index + 5)


def _numeric(context: DateContext, one: str, two: str, year: str, first: int, last: int) -> DateFound | None:
    if max(len(one), len(two)) > 2 or len(year) not in (2, 4):
        return None
    number = int(year) + (0 if len(year) == _YEAR_DIGITS else 2000)
    day, month = (int(two), int(one)) if context.lexicon.month_first else (int(one), int(two))
    if month > _MONTHS:
        day, month = month, day
    return _full(number, month, day, first, last)


def _years(context: DateContext, index: int) -> DateFound | None:
    """ "2018-19", "1939-45", "2018/19": a span of years, as seasons and school years are printed."""
    run = _glued_run(context.tokens, index, 3)
    if run is None or run[1] not in HYPHENS | {"/"} or not _is_year(run[0]) or not run[2].isdecimal():
        return None
    first = int(run[0])
    if len(run[2]) == 2:
        last = first // 100 * 100 + int(run[2])
        last += 100 if last < first else 0
    elif _is_year(run[2]):
        last = int(run[2])
    else:
        return None
    if not first < last <= first + 120:
        return None
    end = index + 4 if context.tokens.words[index + 3] in context.lexicon.dates["season"] else index + 3
    return DateFound(_reading((calendar.year_days(first)[0], calendar.year_days(last)[1]), year=first), index, end)


def _is_year(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdecimal() and calendar.MIN_YEAR <= int(word) <= calendar.MAX_YEAR


def _decade(context: DateContext, index: int) -> DateFound | None:
    """ "1990s", "the 90s", "the 1990's"."""
    tokens = context.tokens
    word, behind = tokens.words[index], index + 1
    if tokens.words[behind] in ("'", "’") and tokens.glued(behind):
        behind += 1
    if tokens.words[behind] != "s" or not tokens.glued(behind) or not word.isdecimal() or not word.endswith("0"):
        return None
    if _is_year(word):
        year = int(word)
    elif len(word) == 2 and word != "00" and (tokens.words[index - 1] in context.lexicon.dates["decade_before"]):
        year = 1900 + int(word)
    else:
        return None
    return DateFound(_reading((dt.date(year, 1, 1), dt.date(year + 9, 12, 31)), year=year), index, behind + 1)


def _day_number(context: DateContext, index: int) -> tuple[int, int] | None:
    """A day of the month at ``index`` ("3", "3rd"): the day and the token behind it."""
    tokens = context.tokens
    word = tokens.words[index]
    if not (word.isdecimal() and len(word) <= 2 and word.isascii() and 1 <= int(word) <= _DAYS):
        return None
    last = index + 1
    if tokens.words[last] in context.lexicon.ordinal_suffixes and tokens.glued(last):
        last += 1
    return int(word), last


def _day_month(context: DateContext, index: int) -> DateFound | None:
    """ "3 May", "3rd of May 2023", "3-5 May", "3 and 5 May"."""
    found = _day_number(context, index)
    if found is None:
        return None
    number, last = found
    words, lexicon = context.tokens.words, context.lexicon
    if words[last] in ("." , "º") and context.tokens.glued(last) and words[last + 1] in lexicon.months:
        last += 1
    behind = last + 1 if words[last] in lexicon.month_rules["between_day_and_month"] else last
    if words[behind] in lexicon.months and _stands_as_month(context, behind, beside_day=True):
        return _with_year(context, lexicon.months[words[behind]], number, index, _past_dot(context, behind))
    return _day_of_list(context, index, number, last)


def _day_of_list(context: DateContext, index: int, number: int, last: int) -> DateFound | None:
    """A day whose month stands behind a later day: "3-5 May" is one span, "3 and 5 May" are two days."""
    words, lexicon = context.tokens.words, context.lexicon
    joint = words[last]
    if joint not in lexicon.ranges["plain"] and joint not in lexicon.ranges["and"] and joint != ",":
        return None
    nxt = _day_number(context, last + 1)
    if nxt is None:
        return None
    later = _day_month(context, last + 1)
    if later is None or later.reading.month is None:
        return None
    reading = later.reading
    if joint in lexicon.ranges["plain"] and joint not in lexicon.ranges["or"]:
        start = calendar.day(reading.year, reading.month, number) if reading.year else None
        if reading.first is not None:
            start = calendar.day(reading.first.year, reading.month, number)
        days = (start[0], reading.last) if start and reading.last else None
        return DateFound(_reading(days, year=reading.year, month=reading.month, day=number,
                                  relative=reading.relative, inferred=reading.inferred), index, later.last)  # fmt: skip
    return replace(_dated(context, reading.year, reading.month, number, index, last), last=last)


def _past_dot(context: DateContext, month: int) -> int:
    """The token behind a month and the full stop of its short form ("Oct.")."""
    words, tokens = context.tokens.words, context.tokens
    short = len(words[month]) <= 4
    if words[month + 1] == "." and tokens.glued(month + 1) and short and tokens.glued(month + 2) is False:
        following = words[month + 2]
        if is_digits(following) or following == ",":
            return month + 2
    return month + 1


def _with_year(context: DateContext, month: int, number: int | None, first: int, last: int) -> DateFound:
    words = context.tokens.words
    position = last
    if words[position] in (",", "de", "del") or words[position] in context.lexicon.dates["year_of"]:
        position += 1
    if _is_year(words[position]):
        return _dated(context, int(words[position]), month, number, first, position + 1)
    if words[last] in ("'", "’") and words[last + 1].isdecimal() and len(words[last + 1]) == 2:
        return _dated(context, 2000 + int(words[last + 1]), month, number, first, last + 2)
    return _dated(context, None, month, number, first, last)


def _dated(
    context: DateContext, year: int | None, month: int, number: int | None, first: int, last: int
) -> DateFound:
    """A month or a day of it; without a printed year the anchor's nearest one, marked inferred."""
    inferred = False
    shown = year
    if year is None and context.anchor is not None:
        year, inferred = _nearest_year(context, month, number, first), True
    days = None
    if year is not None:
        days = calendar.day(year, month, number) if number else calendar.month_days(year, month)
    relative = shown is None
    parts = _reading(days, year=shown, month=month, day=number, relative=relative, inferred=inferred and days is not None)
    return DateFound(parts, first, last)


def _nearest_year(context: DateContext, month: int, number: int | None, first: int) -> int:
    anchor = context.anchor or dt.date.min
    future = future_near(context, first)
    here = (month, number or 1)
    now = (anchor.month, anchor.day if number else 1)
    if future:
        return anchor.year if here >= now else anchor.year + 1
    return anchor.year if here <= now else anchor.year - 1


def _year(context: DateContext, index: int) -> DateFound | None:
    tokens, lexicon = context.tokens, context.lexicon
    word = tokens.words[index]
    if not _is_year(word):
        return None
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if not _reads_as_year(context, index, before, after):
        return None
    year = int(word)
    if after in lexicon.dates["era_before"]:
        return None
    return DateFound(_reading(calendar.year_days(year), year=year), index, index + 1)


def _reads_as_year(context: DateContext, index: int, before: str, after: str) -> bool:
    """Four digits are a year unless a sign, a unit or a counted plural makes them an amount."""
    lexicon, tokens = context.lexicon, context.tokens
    year = int(tokens.words[index])
    if before in lexicon.symbols or (before in ("-", "/") and tokens.glued(index) and is_digits(tokens.words[index - 2])):
        return False
    if after in lexicon.scales or after in lexicon.durations or after in lexicon.money_after or after in lexicon.units:
        return after in lexicon.dates["year_units"]
    if lexicon.percent.at(tokens.words, index + 1) or (after in lexicon.symbols and tokens.glued(index + 1)):
        return False
    prepositional = before in lexicon.dates["year_before"]
    if 1900 <= year <= 2100:
        return prepositional or not _plural(after, lexicon)
    return prepositional and not _plural(after, lexicon) and before not in lexicon.dates["not_old_year"] and not after.isalpha()


def _plural(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.irregular or (word.endswith("s") and len(word) > 3 and word not in lexicon.counting["stop"])


# --- months and weekdays ---------------------------------------------------------------------------------------------


def _stands_as_month(context: DateContext, index: int, *, beside_day: bool = False) -> bool:
    """Whether a word that is also something else ("may", "march") is a month here."""
    tokens, lexicon = context.tokens, context.lexicon
    word = tokens.words[index]
    if word not in lexicon.month_rules["ambiguous"]:
        return True
    if not tokens.capital(index):
        return beside_day and not tokens.words[index + 1].isalpha()
    before, after = tokens.words[index - 1], tokens.words[index + 1]
    if beside_day or before in lexicon.month_rules["prepositions"] or before in lexicon.weekdays:
        return True
    return is_digits(after) or (before in HYPHENS and tokens.words[index - 2] in lexicon.date_parts)


def _month_date(context: DateContext, index: int) -> DateFound | None:
    """ "May 3, 2023", "May 2023", "Oct. 2", "in May"."""
    words, lexicon = context.tokens.words, context.lexicon
    if not _stands_as_month(context, index):
        return None
    month = lexicon.months[words[index]]
    last = _past_dot(context, index)
    day = _day_number(context, last)
    if day is not None and not _belongs_elsewhere(context, day[1]):
        return _month_day(context, month, day, index)
    if words[index] in lexicon.month_rules["short_needs_digit"] and not is_digits(words[last]):
        return None
    return _with_year(context, month, None, index, last)


def _belongs_elsewhere(context: DateContext, index: int) -> bool:
    """Whether the digits before ``index`` open an amount or a clock time ("in May 5 percent", "May 10:30")."""
    lexicon, tokens = context.lexicon, context.tokens
    word = tokens.words[index]
    if word in (":", "%") and tokens.glued(index):
        return True
    return word in lexicon.scales or bool(lexicon.percent.at(tokens.words, index)) or word in lexicon.durations


def _month_day(context: DateContext, month: int, day: tuple[int, int], index: int) -> DateFound:
    number, last = day
    words, lexicon = context.tokens.words, context.lexicon
    if words[last] in lexicon.ranges["plain"] and words[last] not in lexicon.ranges["or"]:
        upper = _day_number(context, last + 1)
        if upper is not None and upper[0] > number and not _belongs_elsewhere(context, upper[1]):
            end = _with_year(context, month, upper[0], index, upper[1])
            reading = end.reading
            start = calendar.day(reading.last.year, month, number) if reading.last else None
            days = (start[0], reading.last) if start and reading.last else None
            return DateFound(replace(reading, first=days[0] if days else None, day=number), index, end.last)
    return _with_year(context, month, number, index, last)


def _weekday(context: DateContext, index: int) -> DateFound | None:
    """ "Tuesday", "Tuesday, May 3", "Sun., Oct. 1"."""
    tokens, lexicon = context.tokens, context.lexicon
    words = tokens.words
    weekday = lexicon.weekdays[words[index]]
    position = index + 1
    if words[position] == "." and tokens.glued(position) and words[index] in lexicon.weekday_ambiguous:
        position += 1
    behind = position + 1 if words[position] == "," else position
    if words[behind] in lexicon.weekday_joint:
        behind += 1
    if words[behind] in lexicon.months or is_digits(words[behind]):
        full = date_at(context, behind)
        if full is not None and full.reading.month is not None and full.reading.day is not None:
            return DateFound(replace(full.reading, weekday=weekday), index, full.last)
    if words[index] in lexicon.weekday_ambiguous:
        return None
    days = None
    if context.anchor is not None:
        days = calendar.weekday_days(context.anchor, weekday, future=future_near(context, index))
    return DateFound(_reading(days, weekday=weekday, relative=True, inferred=days is not None), index, index + 1)


# --- relative words --------------------------------------------------------------------------------------------------


def _hung(context: DateContext, days: calendar.Days | None, first: int, last: int) -> DateFound:
    return DateFound(_reading(days, relative=True, inferred=days is not None), first, last)


def _relative_day(context: DateContext, index: int) -> DateFound:
    offset = context.lexicon.relative_days[context.tokens.words[index]]
    found = calendar.add_days(context.anchor, offset) if context.anchor else None
    return _hung(context, (found, found) if found else None, index, index + 1)


def _relative_phrase(context: DateContext, index: int) -> DateFound | None:
    """ "the day before": hangs on another event; only "the day before yesterday" hangs on the anchor."""
    words, lexicon = context.tokens.words, context.lexicon
    found = lexicon.relative_phrases.at(words, index)
    if found is None:
        return None
    last = index + found[0]
    steps = -1 if found[1] == "day_before" else 1
    first = index - 1 if words[index - 1] in lexicon.counting["articles"] else index
    if words[last] in lexicon.relative_days:
        offset = lexicon.relative_days[words[last]] + steps
        day = calendar.add_days(context.anchor, offset) if context.anchor else None
        return _hung(context, (day, day) if day else None, first, last + 1)
    return _hung(context, None, first, last)


def _part_of(context: DateContext, index: int) -> DateFound | None:
    """ "early 2023", "mid-October", "late last month"."""
    tokens, lexicon = context.tokens, context.lexicon
    found = lexicon.date_parts.at(tokens.words, index)
    if found is None:
        return None
    behind = index + found[0]
    while tokens.words[behind] in HYPHENS or tokens.words[behind] in lexicon.dates["part_joint"]:
        behind += 1
    whole = date_at(context, behind)
    if whole is None or whole.first != behind or (whole.reading.day and not whole.reading.relative):
        return None
    reading = whole.reading
    if reading.first is not None and reading.last is not None and reading.first != reading.last:
        first, last = calendar.narrowed((reading.first, reading.last), found[1])
        reading = replace(reading, first=first, last=last)
    elif reading.first is not None or reading.weekday is not None:
        return None
    return DateFound(reading, index, whole.last)


def _shifted_unit(context: DateContext, index: int) -> DateFound | None:
    """ "last week", "next Tuesday", "this year", "the last three months", "last October"."""
    words, lexicon = context.tokens.words, context.lexicon
    word = words[index]
    steps = next((step for name, step in (("last", -1), ("this", 0), ("next", 1)) if word in lexicon.relative[name]), None)
    if steps is None:
        return None
    target = words[index + 1]
    if target in lexicon.weekdays:
        return _shifted_weekday(context, index, lexicon.weekdays[target], steps)
    if target in lexicon.months and context.tokens.capital(index + 1):
        return _shifted_month(context, index, lexicon.months[target], steps)
    unit = lexicon.relative_units.get(target)
    if unit is not None:
        days = calendar.shifted(context.anchor, unit, steps) if context.anchor else None
        return _hung(context, days, index, index + 2)
    return _recent_span(context, index, steps) if steps else None


def _shifted_weekday(context: DateContext, index: int, weekday: int, steps: int) -> DateFound:
    days = None
    if context.anchor is not None:
        anchor = calendar.add_days(context.anchor, steps) or context.anchor
        days = calendar.weekday_days(anchor, weekday, future=steps >= 0)
    return DateFound(_reading(days, weekday=weekday, relative=True, inferred=days is not None), index, index + 2)


def _shifted_month(context: DateContext, index: int, month: int, steps: int) -> DateFound:
    days = None
    anchor = context.anchor
    if anchor is not None:
        year = anchor.year
        if steps < 0 and month >= anchor.month:
            year -= 1
        elif steps > 0 and month <= anchor.month:
            year += 1
        days = calendar.month_days(year, month)
    return DateFound(_reading(days, month=month, relative=True, inferred=days is not None), index, index + 2)


def _recent_span(context: DateContext, index: int, steps: int) -> DateFound | None:
    """ "the last three months", "the next 12 weeks": from the anchor back, or on."""
    words, lexicon = context.tokens.words, context.lexicon
    number = number_at(context.tokens, index + 1, lexicon)
    if number is None or number.value != number.value.to_integral_value() or not 0 < number.value < 1000:
        return None
    unit = lexicon.durations.get(words[number.last])
    if unit is None:
        return None
    days = None
    if context.anchor is not None:
        edge = _stepped(context.anchor, unit, steps * int(number.value))
        days = None if edge is None else (min(edge, context.anchor), max(edge, context.anchor))
    return _hung(context, days, index, number.last + 1)


def _stepped(anchor: dt.date, unit: str, steps: int) -> dt.date | None:
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return calendar.add_months(anchor, steps * months)
    size = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    return calendar.add_days(anchor, steps * size) if size else None


def moved_by(context: DateContext, unit: str, steps: int, first: int, last: int) -> DateFound:
    """ "Three days ago", "in nine months": the date so many units from the anchor."""
    days = calendar.moved(context.anchor, unit, steps) if context.anchor else None
    return _hung(context, days, first, last)


# --- quarters, halves, centuries, fiscal years -----------------------------------------------------------------------


def _ordinal(context: DateContext, index: int) -> tuple[int, int] | None:
    """An ordinal at ``index``: its number and the token behind it."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index] in lexicon.ordinals:
        return lexicon.ordinals[words[index]], index + 1
    if words[index].isdecimal() and len(words[index]) <= 2 and words[index + 1] in lexicon.ordinal_suffixes:
        return (int(words[index]), index + 2) if context.tokens.glued(index + 1) else None
    return None


def ordinal_period(context: DateContext, index: int) -> DateFound | None:
    """ "first quarter of 2024", "18th century", "the first three months of the year"."""
    return _ordinal_period(context, index)


def _ordinal_period(context: DateContext, index: int) -> DateFound | None:
    words, lexicon = context.tokens.words, context.lexicon
    found = _ordinal(context, index)
    if found is None:
        return _last_months(context, index) if words[index] in lexicon.relative["last_part"] else None
    number, last = found
    if words[last] in HYPHENS:
        last += 1
    if words[last] in lexicon.dates["century"]:
        days = calendar.century_days(number)
        return DateFound(_reading(days), index, last + 1) if days else None
    if words[last] in lexicon.dates["quarter"] and 1 <= number <= 4:
        return _of_year(context, index, last + 1, lambda year: calendar.quarter_days(year, number))
    if words[last] in lexicon.dates["half"] and 1 <= number <= 2:
        half = (1, 6) if number == 1 else (7, 12)
        return _of_year(context, index, last + 1, lambda year: calendar.months_days(year, *half), needs_year=True)
    return _first_months(context, index, last) if number == 1 else None


def _first_months(context: DateContext, index: int, last: int) -> DateFound | None:
    """ "the first three months of the year"."""
    count = _months_counted(context, last)
    if count is None:
        return None
    months, behind = count
    return _of_year(context, index, behind, lambda year: calendar.months_days(year, 1, months))


def _last_months(context: DateContext, index: int) -> DateFound | None:
    count = _months_counted(context, index + 1)
    if count is None or context.tokens.words[count[1]] not in context.lexicon.dates["year_of"]:
        return None
    months, behind = count
    return _of_year(context, index, behind, lambda year: calendar.months_days(year, 13 - months, 12), needs_year=True)


def _months_counted(context: DateContext, index: int) -> tuple[int, int] | None:
    number = number_at(context.tokens, index, context.lexicon)
    if number is None or context.lexicon.durations.get(context.tokens.words[number.last]) != "month":
        return None
    whole = number.value == number.value.to_integral_value() and 1 <= number.value <= _MONTHS
    return (int(number.value), number.last + 1) if whole else None


def _of_year(
    context: DateContext, first: int, last: int, days: Callable[[int], calendar.Days], *, needs_year: bool = False
) -> DateFound | None:
    """A part of a year whose year is printed behind it, or hangs on the anchor."""
    words, lexicon = context.tokens.words, context.lexicon
    position = last + 1 if words[last] in lexicon.dates["year_of"] else last
    if _is_year(words[position]):
        return DateFound(_reading(days(int(words[position])), year=int(words[position])), first, position + 1)
    end, steps = _year_words(context, position)
    if end == position or position == last:
        if needs_year:
            return None
        end, steps = last, 0
    inferred = context.anchor is not None
    found = days(context.anchor.year + steps) if context.anchor else None
    return DateFound(_reading(found, relative=True, inferred=inferred), first, end)


def _year_words(context: DateContext, index: int) -> tuple[int, int]:
    """ "the year", "this year", "last year": the token behind them and the year's distance from the anchor's."""
    words, lexicon = context.tokens.words, context.lexicon
    year = next((word for word in words[index + 1 : index + 2] if lexicon.relative_units.get(word) == "year"), None)
    if year is None:
        return index, 0
    if words[index] in lexicon.relative["last"]:
        return index + 2, -1
    if words[index] in lexicon.relative["next"]:
        return index + 2, 1
    if words[index] in lexicon.counting["articles"] or words[index] in lexicon.relative["this"]:
        return index + 2, 0
    return index, 0


def _edge_of_period(context: DateContext, index: int) -> DateFound | None:
    """ "the start of the year", "the end of 2024", "the beginning of May"."""
    words, lexicon = context.tokens.words, context.lexicon
    edge = "first" if words[index] in lexicon.dates["start"] else "last" if words[index] in lexicon.dates["end"] else None
    if edge is None or words[index + 1] not in lexicon.dates["year_of"]:
        return None
    first = index - 1 if words[index - 1] in lexicon.counting["articles"] else index
    end, steps = _year_words(context, index + 2)
    if end != index + 2:
        whole = calendar.year_days(context.anchor.year + steps) if context.anchor else None
        reading = _reading(whole, relative=True, inferred=whole is not None)
    else:
        found = date_at(context, index + 2)
        if found is None or found.reading.day is not None or found.first != index + 2:
            return None
        reading, end = found.reading, found.last
    if reading.first is not None and reading.last is not None:
        day = reading.first if edge == "first" else reading.last
        reading = replace(reading, first=day, last=day)
    return DateFound(reading, first, end)


def _fiscal(context: DateContext, index: int) -> DateFound | None:
    """ "fiscal 2023", "financial year 2023-24", "FY24": whose year starts when it likes, so no days are given."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index] not in lexicon.dates["fiscal"]:
        return None
    position = index + 1
    if lexicon.relative_units.get(words[position]) == "year":
        position += 1
    if _is_year(words[position]):
        years = _years(context, position)
        return DateFound(DateReading(year=int(words[position]), relative=True), index, years.last if years else position + 1)
    if words[index] in lexicon.dates["fiscal_short"] and words[position].isdecimal() and len(words[position]) == 2:
        return DateFound(DateReading(year=2000 + int(words[position]), relative=True), index, position + 1)
    return None


def _quarter_code(context: DateContext, index: int) -> DateFound | None:
    """ "Q3 2024", "H1"."""
    tokens = context.tokens
    word, number = tokens.words[index], tokens.words[index + 1]
    limit = {"q": 4, "h": 2, "t": 4, "s": 2}.get(word) if word in context.lexicon.dates["quarter_letters"] else None
    if limit is None or not tokens.glued(index + 1) or not number.isdecimal() or not tokens.capital(index):
        return None
    value = int(number)
    if len(number) != 1 or not 1 <= value <= limit or tokens.glued(index + 2) and tokens.words[index + 2].isalnum():
        return None
    if limit == 4:
        return _of_year(context, index, index + 2, lambda year: calendar.quarter_days(year, value))
    return _of_year(context, index, index + 2, lambda year: calendar.months_days(year, 6 * value - 5, 6 * value))
