"""Words that hang on another day: "Tuesday", "yesterday", "last week", "the last three months", "three days ago"."""

import datetime as dt
from dataclasses import replace

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.behind import steps_behind
from briefing.text.dates.context import DateContext, DateFound, future_near, hung, is_year, steps_of
from briefing.text.dates.digits import digit_date
from briefing.text.dates.months import day_number, month_date, shifted_month
from briefing.text.dates.periods import year_words
from briefing.text.dates.spelled import spelled_day
from briefing.text.digits import is_digits
from briefing.text.numbers import number_at
from briefing.text.tokens import HYPHENS

_LONGEST = 1000
_SHORT_NAME = 4
_MONTHS_AROUND = 24


def weekday_date(context: DateContext, index: int) -> DateFound | None:
    """As in "Tuesday", "Tuesday, May 3", "Sun., Oct. 1", "Wed 13th", "Tuesday of next week"."""
    words, lexicon = context.tokens.words, context.lexicon
    weekday = lexicon.weekdays[words[index]]
    position, ambiguous = _past_name(context, index)
    behind = position + 1 if words[position] == "," else position
    if words[behind] in lexicon.weekday_joint or words[behind] in lexicon.counting["articles"]:
        behind += 1
    full = _day_behind(context, weekday, index, position, behind)
    if full is not None and full.reading.month is not None and full.reading.day is not None:
        return _named(full, weekday, index)
    if full is not None and full.reading.weekday is not None:
        return full
    if ambiguous:
        return None
    shift = steps_behind(context, position) if words[position] in lexicon.behind else None
    if shift is not None:
        return _shifted_weekday(context, index, weekday, shift[0], shift[1])
    return _in_week(context, weekday, index) or _plain_weekday(context, weekday, index, position)


def _day_behind(context: DateContext, weekday: int, index: int, position: int, behind: int) -> DateFound | None:
    """The day of the month that stands at ``behind``, past a comma and an article behind the weekday's name."""
    words, lexicon = context.tokens.words, context.lexicon
    word, apart = words[behind], words[position] == ","
    if word in lexicon.months:
        return month_date(context, behind)
    if is_digits(word):
        return digit_date(context, behind) or (None if apart else _numbered(context, weekday, index, behind))
    if word in lexicon.ordinals or word in lexicon.cardinals:
        return _numbered(context, weekday, index, behind) if behind > position and not apart else None
    if word == "(" and words[behind + 2] == ")" and lexicon.weekday_rules["numbered"]:
        found = _numbered(context, weekday, index, behind + 1)
        return found and found._replace(last=behind + 3)
    return None


def _past_name(context: DateContext, index: int) -> tuple[int, bool]:
    """The token behind the name of a weekday, and whether the word may be another one ("sun", "segunda")."""
    tokens, lexicon = context.tokens, context.lexicon
    words, last = tokens.words, index + 1
    ambiguous = words[index] in lexicon.weekday_ambiguous
    if words[last] == "." and tokens.glued(last) and ambiguous and len(words[index]) <= _SHORT_NAME:
        last += 1
    if words[last] in HYPHENS and words[last + 1] in lexicon.weekday_rules["tails"] and tokens.glued(last):
        return last + 2, False
    named = words[index - 1] in lexicon.weekday_rules["after"] and _counts_nothing(context, last)
    cased = tokens.capital(index) or lexicon.month_rules["lower_case"]
    return last, ambiguous and not (named and cased)


def _counts_nothing(context: DateContext, index: int) -> bool:
    word = context.tokens.words[index]
    if word in (":", "%", "/", "-") or word in context.lexicon.times["glued"]:
        return False
    return not word.isalpha() or word in context.lexicon.counting["stop"] or word in context.lexicon.behind


def _plain_weekday(context: DateContext, weekday: int, index: int, last: int) -> DateFound:
    """A weekday alone: the nearest one, or, at the end of a range of weekdays, the first one behind its beginning."""
    days = None
    if context.anchor is not None:
        days = calendar.weekday_days(context.anchor, weekday, future=future_near(context, index))
        start = _start_of_range(context, index)
        if start is not None and days[0] < start:
            days = calendar.weekday_days(start, weekday, future=True)
    return hung(days, index, last, weekday=weekday)


def _start_of_range(context: DateContext, index: int) -> dt.date | None:
    """The day from which "to Friday" counts: "from next Monday to Friday"."""
    words, lexicon = context.tokens.words, context.lexicon
    joint, before = words[index - 1], lexicon.weekdays.get(words[index - 2])
    if before is None or (joint not in lexicon.ranges["plain"] and joint not in lexicon.ranges["through"]):
        return None
    if context.anchor is None or joint in lexicon.ranges["or"]:
        return None
    if steps_of(context, words[index - 3]) is not None:
        found = shifted_unit(context, index - 3)
        return found.reading.first if found else None
    return calendar.weekday_days(context.anchor, before, future=future_near(context, index - 2))[0]


def _named(full: DateFound, weekday: int, index: int) -> DateFound:
    return DateFound(replace(full.reading, weekday=weekday), index, full.last)


def _numbered(context: DateContext, weekday: int, index: int, behind: int) -> DateFound | None:
    """As in "Wed 13th", "Monday the twenty-fourth": the nearest month in which that day is a Wednesday, a Monday."""
    day = day_number(context, behind) or spelled_day(context, behind, plain=False)
    if day is None:
        return None
    plain = context.tokens.words[day[1] - 1].isdecimal()
    if plain and not (context.lexicon.weekday_rules["numbered"] and _counts_nothing(context, day[1])):
        return None
    if context.tokens.words[behind - 1] in context.lexicon.counting["articles"] and not _stands_apart(context, day[1]):
        return None  # "on Monday the 24th victim was found"
    days = None
    if context.anchor is not None:
        ahead = 1 if future_near(context, index) else -1
        months = (calendar.add_months(context.anchor.replace(day=1), ahead * step) for step in range(_MONTHS_AROUND))
        found = (calendar.day(month.year, month.month, day[0]) for month in months if month)
        days = next(
            (d for d in found if d and d[0].weekday() == weekday and (d[0] - context.anchor).days * ahead >= 0), None
        )
    return hung(days, index, day[1], weekday=weekday)


def _stands_apart(context: DateContext, index: int) -> bool:
    """Whether no noun follows: a mark, a small word, or a number such as the hour."""
    word = context.tokens.words[index]
    return not word.isalpha() or word in context.lexicon.counting["stop"] or word in context.lexicon.cardinals


def _in_week(context: DateContext, weekday: int, index: int) -> DateFound | None:
    """As in "Tuesday of next week"."""
    words, lexicon = context.tokens.words, context.lexicon
    position = index + 2 if words[index + 1] in lexicon.counting["partitive"] else index + 1
    if words[position] in lexicon.counting["articles"]:
        position += 1
    if words[position + 1] in lexicon.behind and lexicon.relative_units.get(words[position]) == "week":
        shift = steps_behind(context, position + 1)
        return _day_of_week(context, weekday, shift[0], index, shift[1]) if shift else None
    if lexicon.relative_units.get(words[position + 1]) != "week":
        return None
    steps = steps_of(context, words[position])
    return None if steps is None else _day_of_week(context, weekday, steps, index, position + 2)


def _day_of_week(context: DateContext, weekday: int, steps: int, first: int, last: int) -> DateFound:
    week = calendar.shifted(context.anchor, "week", steps) if context.anchor else None
    day = calendar.add_days(week[0], weekday) if week else None
    return hung((day, day) if day else None, first, last, weekday=weekday)


def relative_day(context: DateContext, index: int) -> DateFound:
    """As in "Yesterday", "yesterday morning", "tonight"."""
    words, lexicon = context.tokens.words, context.lexicon
    offset = lexicon.relative_days[words[index]]
    found = calendar.add_days(context.anchor, offset) if context.anchor else None
    last = index + 2 if words[index + 1] in lexicon.dates["day_parts"] else index + 1
    return hung((found, found) if found else None, index, last)


def relative_phrase(context: DateContext, index: int) -> DateFound | None:
    """As in "The day before": hangs on another event; only "the day before yesterday" hangs on the anchor."""
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
        return hung((day, day) if day else None, first, last + 1)
    return hung(None, first, last)


def shifted_unit(context: DateContext, index: int) -> DateFound | None:
    """As in "Last week", "next Tuesday", "this year", "the last three months", "last October", "this morning"."""
    words, lexicon = context.tokens.words, context.lexicon
    steps = steps_of(context, words[index])
    if steps is None:
        return None
    elided = 1 if words[index + 1] == "'" else 0
    target = words[index + 1 + elided]
    if elided and (unit := lexicon.relative_units.get(target)) is not None:
        return hung(calendar.shifted(context.anchor, unit, steps) if context.anchor else None, index, index + 3)
    if target in lexicon.weekdays:
        last = index + 2
        if words[last] in HYPHENS and words[last + 1] in lexicon.weekday_rules["tails"]:
            last += 2
        dated = words[last] in lexicon.months or is_digits(words[last]) or words[last] == "("
        full = weekday_date(context, index + 1) if dated else None
        if full is not None and (full.reading.month is not None or full.last > last):
            reading = _in_anchor_year(context, full.reading) if steps == 0 else full.reading
            return DateFound(reading, index, full.last)
        return _shifted_weekday(context, index, lexicon.weekdays[target], steps, last)
    if target in lexicon.months and (context.tokens.capital(index + 1) or lexicon.month_rules["lower_case"]):
        return shifted_month(context, lexicon.months[target], steps, index, index + 2)
    unit = lexicon.relative_units.get(target)
    if unit is not None:
        return _week_with_day(context, index, unit, steps) or _whole_unit(context, index, unit, steps)
    if steps == 0 and target in lexicon.dates["day_parts"]:
        return hung((context.anchor, context.anchor) if context.anchor else None, index, index + 2)
    lasts = words[index] in lexicon.relative["last_verb"] and words[index - 1] in lexicon.relative["verb_before"]
    return _recent_span(context, index, steps) if steps and not lasts else None


def _in_anchor_year(context: DateContext, reading: DateReading) -> DateReading:
    """As in "this Friday 12 May": without a printed year it is the anchor's."""
    if context.anchor is None or not reading.inferred or not reading.month or not reading.day:
        return reading
    days = calendar.day(context.anchor.year, reading.month, reading.day)
    return replace(reading, first=days[0], last=days[1]) if days else reading


def _whole_unit(context: DateContext, index: int, unit: str, steps: int) -> DateFound:
    rolling = unit == "fortnight"
    anchor = context.anchor
    days = calendar.shifted(anchor, unit, steps) if anchor and not rolling else None
    if anchor and rolling and steps and (edge := calendar.add_days(anchor, 14 * steps)):
        days = (min(edge, anchor), max(edge, anchor))
    return hung(days, index, index + 2)


def _week_with_day(context: DateContext, index: int, unit: str, steps: int) -> DateFound | None:
    """As in "Next week Wednesday", "next week on Tuesday"."""
    if unit != "week":
        return None
    words, lexicon = context.tokens.words, context.lexicon
    position = index + 3 if words[index + 2] in lexicon.dates["on"] else index + 2
    weekday = lexicon.weekdays.get(words[position])
    return None if weekday is None else _day_of_week(context, weekday, steps, index, position + 1)


def _shifted_weekday(context: DateContext, index: int, weekday: int, steps: int, last: int) -> DateFound:
    days = None
    if context.anchor is not None:
        anchor = calendar.add_days(context.anchor, steps) or context.anchor
        days = calendar.weekday_days(anchor, weekday, future=steps >= 0)
    return hung(days, index, last, weekday=weekday)


def _recent_span(context: DateContext, index: int, steps: int) -> DateFound | None:
    """As in "The last three months", "the next 12 weeks": from the anchor back, or on."""
    words, lexicon = context.tokens.words, context.lexicon
    number = number_at(context.tokens, index + 1, lexicon)
    if number is None or number.value != number.value.to_integral_value() or not 0 < number.value < _LONGEST:
        return None
    word = words[number.last + 1] if words[number.last] in HYPHENS else words[number.last]
    unit = lexicon.durations.get(word)
    if unit is None or calendar.is_clock_unit(unit):
        return None
    last = number.last + 2 if words[number.last] in HYPHENS else number.last + 1
    if words[index] in lexicon.relative["last_part"] and _is_edge(context, unit, last):
        return None
    days = calendar.span_of(context.anchor, unit, steps * int(number.value)) if context.anchor else None
    return hung(days, index, last)


def _is_edge(context: DateContext, unit: str, last: int) -> bool:
    """Whether "the last three months" is the end of a year that the words behind it name: "of 2024", "of the year"."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[last] not in lexicon.dates["year_of"]:
        return False
    if unit == "month":
        return words[last] in lexicon.counting["partitive"] or is_year(words[last + 1])
    return unit in ("week", "day") and (is_year(words[last + 1]) or year_words(context, last + 1)[0] != last + 1)


def moved_by(context: DateContext, unit: str, steps: int, first: int, last: int) -> DateFound:
    """As in "Three days ago", "in nine months": the date so many units from the anchor."""
    days = calendar.moved(context.anchor, unit, steps) if context.anchor else None
    return hung(days, first, last)


def moved_from(found: DateFound, unit: str, steps: int, first: int) -> DateFound | None:
    """As in "Two weeks before May 13 1999": so many units from another date; ``None`` if that is no single day."""
    reading = found.reading
    if reading.first is None or reading.first != reading.last:
        return None
    day = calendar.stepped(reading.first, unit, steps)
    if day is None:
        return None
    return DateFound(DateReading(day, day, relative=True, inferred=True), first, found.last)
