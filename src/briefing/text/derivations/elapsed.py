"""Time that has gone by between two printed dates, or since a printed date until the day of the story."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from briefing.records.quantity import DateReading, Hedge, Quantity, Words
from briefing.text.derivations.intervals import fits
from briefing.text.derivations.workings import Derivation

_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"day": 1, "week": 7}
_MONTHS_A_YEAR = 12
_SOME_YEAR = 2001
"""Of two days without a year; neither it nor the next has a 29 February, on which nothing can be worked out."""
_NATURAL = Fraction(1, 10)
"""A bound on a span is a writer's where it is this near: "more than 90 years" of 94, not of 140."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates that a claim's span of time may lie between, those that fit best first."""

    today: dt.date | None = None
    """The day of the story; without it nothing is as old as anything."""
    began: Sequence[Quantity] = ()
    """When something began of which the claim tells."""
    earlier: Sequence[Quantity] = ()
    """Dates of what the claim says came first."""
    later: Sequence[Quantity] = ()
    """Dates of what it says came after."""


def elapsed(figure: Quantity, timeline: Timeline) -> Derivation | None:
    """How the dates give the span or the age that ``figure`` states; ``None`` if they do not."""
    found = [*_since(figure, timeline), *_between(figure, timeline)]
    if not found:
        return None
    first, others = found[0], {each.values for each in found[1:]}
    return Derivation("elapsed", first.operands, first.expression, first.values, len(others - {first.values}))


def _since(figure: Quantity, timeline: Timeline) -> Iterator[Derivation]:
    today = timeline.today
    if today is None:
        return
    now = DateReading(today, today, today.year, today.month, today.day)
    for date in timeline.began:
        spent = _spent(date.date or DateReading(), now, figure.unit)
        if spent is not None and _says(figure, spent):
            yield _derivation(figure, spent, (date,), f"the day of the article, {today.isoformat()}")


def _between(figure: Quantity, timeline: Timeline) -> Iterator[Derivation]:
    for first in timeline.earlier:
        for last in timeline.later:
            spent = _spent(first.date or DateReading(), last.date or DateReading(), figure.unit)
            if spent is not None and _says(figure, spent):
                yield _derivation(figure, spent, (first, last), last.raw)


def _derivation(figure: Quantity, spent: int, dates: tuple[Quantity, ...], until: str) -> Derivation:
    count = spent // _YEARS.get(figure.unit or "", 1)
    text = f"from {dates[0].raw} to {until} = {count} {figure.unit}{'' if count == 1 else 's'}"
    operands = tuple(Words(each.raw, each.start, each.end) for each in dates)
    return Derivation("elapsed", operands, text, tuple(str(each.date.first) for each in dates if each.date))


def _spent(first: DateReading, last: DateReading, unit: str | None) -> int | None:
    """What lies between two dates in years, months or days, by the unit; ``None`` if they are not so exact.

    Between two years, or two months, writers count the difference.
    """
    if unit in _YEARS:
        return _whole_years(first, last)
    if unit == "month" and None not in (first.year, first.month, last.year, last.month):
        return _month_number(last) - _month_number(first)
    if unit in _DAYS:
        days = _whole_days(first, last)
        return days // _DAYS[unit] if days is not None and days % _DAYS[unit] == 0 else None
    return None


def _whole_days(first: DateReading, last: DateReading) -> int | None:
    """The days between two printed days. Without years, the later one is the next after the earlier one."""
    one, two = _day(first), _day(last)
    if one is None or two is None or (first.year is None) is not (last.year is None):
        return None
    if two < one and last.year is None:
        two = _day(last, _SOME_YEAR + 1) or two
    return (two - one).days


def _day(reading: DateReading, year: int = _SOME_YEAR) -> dt.date | None:
    if reading.month is None or reading.day is None:
        return None
    try:
        return dt.date(reading.year or year, reading.month, reading.day)
    except ValueError:
        return None


def _whole_years(first: DateReading, last: DateReading) -> int | None:
    if first.year is None or last.year is None:
        return None
    years = last.year - first.year
    days = (first.month, first.day, last.month, last.day)
    if None not in days and (last.month or 0, last.day or 0) < (first.month or 0, first.day or 0):
        years -= 1
    return years


def _month_number(reading: DateReading) -> int:
    return (reading.year or 0) * _MONTHS_A_YEAR + (reading.month or 0)


def _says(figure: Quantity, spent: int) -> bool:
    """Whether a figure states a span: in whole units, or by a bound that comes near to it."""
    units = Fraction(spent, _YEARS.get(figure.unit or "", 1))
    if spent <= 0 or figure.stated is None:
        return False
    bound = Fraction(figure.stated)
    if figure.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return bound <= units and units - bound <= _NATURAL * units and (bound < units or figure.low_inclusive)
    return fits(figure, (units, units))
