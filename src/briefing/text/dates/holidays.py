"""Named days of the year: "Christmas Eve 2014", "Good Friday", "last Thanksgiving"; without a year the nearest one."""

import datetime as dt
import re

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.context import DateContext, DateFound, future_near, is_year, steps_of

_RULE = re.compile(
    r"(?:(?P<easter>easter)|(?P<month>\d\d)-(?P<day>\d\d)|(?P<of>\d\d)/(?P<on>\d)/(?P<no>\d))(?P<plus>[+-]\d+)?"
)
_AROUND = (-2, -1, 0, 1, 2)


def holiday(context: DateContext, index: int) -> DateFound | None:
    """The named day that begins at ``index``; ``None`` where the name goes on ("Good Friday Agreement").

    A name of one word is also a season and an adjective ("the Easter break"): it needs a year, or "last" or "next".
    """
    tokens, words, lexicon = context.tokens, context.tokens.words, context.lexicon
    found = lexicon.holidays.at(words, index)
    if found is None:
        return None
    last = index + found[0]
    if (weekend := _its_weekend(context, index, found)) is not None:
        return weekend
    position = last + 1 if words[last] in lexicon.counting["partitive"] else last
    if is_year(words[position]):
        day = day_of_rule(found[1], int(words[position]))
        return DateFound(DateReading(day, day, int(words[position])), index, position + 1) if day else None
    cased = tokens.capital(index)
    if words[last].isalpha() and (tokens.capital(last) or (not cased and words[last] not in lexicon.counting["stop"])):
        return None
    if words[last] == "'" and tokens.glued(last):
        return None
    steps = steps_of(context, words[index - 1]) if index else None
    counted = (words[index - 1] in lexicon.relative["after"] or words[index - 1] in lexicon.relative["before"]) and (
        words[index - 2] in lexicon.durations
    )
    if steps is None and found[0] == 1 and not counted:
        return None
    day = _nearest(context, found[1], steps, index)
    first = index if steps is None else index - 1
    return DateFound(DateReading(day, day, relative=True, inferred=day is not None), first, last)


def _its_weekend(context: DateContext, index: int, found: tuple[int, str]) -> DateFound | None:
    """As in "Easter weekend 2021", "the weekend of Thanksgiving 2023": the weekend with the days up to the holiday."""
    words, lexicon = context.tokens.words, context.lexicon
    last = index + found[0]
    behind = lexicon.relative_units.get(words[last]) == "weekend"
    before = lexicon.relative_units.get(words[index - 2]) == "weekend" and words[index - 1] in lexicon.dates["year_of"]
    if not behind and not before:
        return None
    first = index - 2 if before else index
    if behind:
        last += 1
    if is_year(words[last]):
        day = day_of_rule(found[1], int(words[last]))
        days = _weekend_around(day) if day else None
        return DateFound(DateReading(*days, int(words[last])), first, last + 1) if days else None
    steps = steps_of(context, words[first - 1]) if first else None
    day = _nearest(context, found[1], steps, index)
    days = _weekend_around(day) if day else None
    start, end = days or (None, None)
    reading = DateReading(start, end, relative=True, inferred=days is not None)
    return DateFound(reading, first if steps is None else first - 1, last)


def _weekend_around(day: dt.date) -> calendar.Days | None:
    """Saturday and Sunday by that day, and the weekdays between it and them."""
    early = day.weekday() in (0, 1)
    saturday = calendar.add_days(day, -2 - day.weekday() if early else 5 - day.weekday())
    sunday = calendar.add_days(saturday, 1) if saturday else None
    return (min(day, saturday), max(day, sunday)) if saturday and sunday else None


def _nearest(context: DateContext, rule: str, steps: int | None, index: int) -> dt.date | None:
    """The day on that side of the anchor to which "last", "next" or the words before point."""
    anchor = context.anchor
    if anchor is None:
        return None
    days = [day for year in _AROUND if (day := day_of_rule(rule, anchor.year + year))]
    if steps == 0:
        return next((day for day in days if day.year == anchor.year), None)
    if steps == 1 or (steps is None and future_near(context, index)):
        return next((day for day in days if day > anchor or (steps is None and day == anchor)), None)
    return next((day for day in reversed(days) if day < anchor or (steps is None and day == anchor)), None)


def day_of_rule(rule: str, year: int) -> dt.date | None:
    """The day that a rule of the word table names in a year.

    "12-25" is a day of the year, "11/3/4" the fourth Thursday of November (Monday is 0), "easter-2" counts from Easter;
    days may be added to each. ``None`` if the year has no such day.
    """
    found = _RULE.fullmatch(rule)
    if found is None or not calendar.MIN_YEAR <= year <= calendar.MAX_YEAR:
        return None
    if found["easter"]:
        base: dt.date | None = calendar.easter(year)
    elif found["month"]:
        days = calendar.day(year, int(found["month"]), int(found["day"]))
        base = days[0] if days else None
    else:
        month = calendar.month_days(year, int(found["of"]))
        days = calendar.nth_weekday(month, int(found["on"]), int(found["no"]))
        base = days[0] if days else None
    return calendar.add_days(base, int(found["plus"] or 0)) if base else None
