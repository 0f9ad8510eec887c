"""Whether a reading gives the value that a specification asks for, at that place.

Readers differ in what they return, so each is brought to a `Reading` first. Three conventions of the specification are
read as news means them: a printed range includes its printed end ("2014 through 2018" ends with 2018), and an open
period ("since August") is compared at its printed edge; "in nine months" is the month, for months are never turned into
days. Two more conventions are ours and count as the same thing: the next three days may begin with the day that they
hang on (the specification begins them tomorrow), and the 18th century is 1701 to 1800 (there 1700 to 1799). Fractions
are compared to nine digits: the data rounds them.
A reader that gives the parts of a result separately gets them put together: a day and a time are an instant, a time and
a length ("from 2pm for 2 hours") or a day and a length are a range, and "in 5 minutes" is right as a length, for the
records hold no instant. Coins count in the currency too: 50 cents are 0.5 dollars.
A reader that tells no kinds gets the benefit of the doubt: its bare number counts as a year or as a length of time.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evals.recognizers_data import Candidate, Expected, decimal

_DAY = dt.timedelta(days=1)
_TOLERANCE = Decimal("1e-9")
_INCHES_IN_A_FOOT = 12
_COINS = frozenset({"Cent", "Penny", "Pence", "Centavo", "Penique"})
_MINUTE, _DAY_SECONDS = 60, 86400
_PARTIAL = re.compile(r"XXXX-(?:WXX-(?P<weekday>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?)$")
_DURATION = re.compile(r"PT?(\d[\d.]*)[A-Z]+$")
_ROLLING = re.compile(r",P\d+[DWM]\)$")
_YEAR = re.compile(r"\d{4}$")
_CLOCKLESS = re.compile(r"T[A-Z]{2,4}$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What some reader made of some words; what it does not tell is empty."""

    start: int
    end: int
    values: tuple[Decimal, ...] = ()
    """Every number that the reading states: printed value, bounds, quotient, parts of a date."""
    kind: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    seconds: Decimal | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: bool = False


def agrees(expected: Expected, readings: Sequence[Reading]) -> bool:
    """Return whether the readings, all at the place of the result, give one of its candidates."""
    compare = _COMPARE.get(expected.family, _number)
    return any(compare(expected, candidate, readings) for candidate in expected.candidates)


def _close(wanted: Decimal | None, got: Decimal | None) -> bool:
    if wanted is None or got is None:
        return wanted is got
    return abs(wanted - got) <= _TOLERANCE * max(abs(wanted), abs(got))


def _number(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    wanted = decimal(candidate.value)
    if wanted is None:
        return False
    acceptable = [wanted]
    if expected.unit == "Foot":
        acceptable.append(wanted * _INCHES_IN_A_FOOT)
    if expected.unit in _COINS:
        acceptable.append(wanted / 100)
    return any(_close(a, value) for reading in readings for value in reading.values for a in acceptable)


def _number_range(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    """Compare bounds; two readings ("more than 10 and less than 40") count as what both allow."""
    low, high = (decimal(part) for part in candidate.value.strip("[]()").split(",", 1))
    bounded = [r for r in readings if r.low is not None or r.high is not None]
    if not bounded:
        return False
    lows = [r.low for r in bounded if r.low is not None]
    highs = [r.high for r in bounded if r.high is not None]
    return _close(low, max(lows, default=None)) and _close(high, min(highs, default=None))


def _duration(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    wanted = decimal(candidate.value)
    lengths = [r.seconds for r in readings if r.seconds is not None]
    total = sum(lengths, Decimal(0)) if lengths else None
    printed = _DURATION.match(candidate.timex)
    bare = _bare_number(decimal(printed.group(1)), readings) if printed else False
    return bare or any(_close(wanted, length) for length in [*lengths, total])


def _bare_number(wanted: Decimal | None, readings: Sequence[Reading]) -> bool:
    return any(_close(wanted, value) for r in readings if not r.kind for value in r.values)


def _minutes(words: str) -> tuple[Decimal, ...]:
    """Minutes after midnight of "08:00:31", with and without the seconds."""
    hours, minutes, seconds = (int(part) for part in words.split(":"))
    whole = Decimal(hours * 60 + minutes)
    return (whole, whole + Decimal(seconds) / 60)


def _has_time(words: str, readings: Sequence[Reading]) -> bool:
    times = [value for r in readings if r.kind == "time" for value in r.values]
    lengths = [r.seconds / _MINUTE for r in readings if r.seconds is not None]
    times += [time + length for time in times for length in (*lengths, sum(lengths, Decimal(0)))]
    return any(_close(wanted, time) for wanted in _minutes(words) for time in times)


def _time(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    return all(_has_time(words, readings) for words in (candidate.value, candidate.start, candidate.end) if words)


def _date(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    if _partial(candidate, readings):
        return True
    day = _to_day(candidate.value)
    return any(r.first == day == r.last or _rolled(r, day) for r in readings if r.first)


def _rolled(reading: Reading, day: dt.date | None) -> bool:
    """Whether relative words were read as the whole month or year around the day that the specification rolls to."""
    first, last = reading.first, reading.last
    if not (reading.relative and day and first and last and first <= day <= last and first.day == 1):
        return False
    following = last + _DAY
    months = (following.year - first.year) * 12 + following.month - first.month
    return following.day == 1 and (months == 1 or (months == 12 and first.month == 1))


def _partial(candidate: Candidate, readings: Sequence[Reading]) -> bool:
    """Compare the printed parts where the reader had no day to hang them on."""
    printed = _PARTIAL.match(candidate.timex)
    if printed is None:
        return False
    weekday, month, day = (int(part) if part else None for part in printed.group("weekday", "month", "day"))
    for reading in readings:
        if reading.kind != "date" or reading.first:
            continue
        if weekday is not None and reading.weekday == weekday - 1:
            return True
        if month is not None and (reading.month, reading.day) == (month, day):
            return True
    return False


def _to_day(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words[:10])
    except ValueError:
        return None


def _date_range(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    if _partial(candidate, readings):
        return True
    if _YEAR.match(candidate.timex) and _bare_number(decimal(candidate.timex), readings):
        return True
    start, end = _to_day(candidate.start), _to_day(candidate.end)
    spans = [(r.first, r.last) for r in readings if r.first and r.last]
    if len(spans) == 1:
        spans += [(spans[0][0], spans[0][1] + _days(r.seconds)) for r in readings if r.seconds]
    if start and end:
        ends = _printed_ends(end) if candidate.timex.startswith("(") else {end - _DAY}
        spans += [(min(s[0] for s in spans), max(s[1] for s in spans))] if spans else []
        starts = {start}
        if (moment := expected.moment) and start - _DAY == moment.date() and _ROLLING.search(candidate.timex):
            starts.add(moment.date())
        if (start.year % 100, end) == (0, start.replace(year=start.year + 100)):
            return any((first.year - 1, last.year) == (start.year, end.year) for first, last in spans)
        return any(first in starts and last in ends for first, last in spans)
    edge = start or end
    return edge is not None and any(day in {edge, edge - _DAY} for span in spans for day in span)


def _days(seconds: Decimal) -> dt.timedelta:
    """Whole days beyond the first of a length of time."""
    return dt.timedelta(days=max(0, int(seconds) // _DAY_SECONDS - 1))


def _offset(expected: Expected, instant: str, readings: Sequence[Reading]) -> bool:
    """Whether the length that was read leads from the moment that the words hang on to the instant."""
    if expected.moment is None or ":" not in instant:
        return False
    wanted = abs((dt.datetime.fromisoformat(instant) - expected.moment).total_seconds())
    return any(r.seconds is not None and r.seconds == Decimal(int(wanted)) for r in readings)


def _printed_ends(end: dt.date) -> set[dt.date]:
    """Last days that a printed range with this exclusive end may mean: before it, on it, or all of its period."""
    ends = {end - _DAY, end}
    if end.day == 1:
        following = dt.date(end.year + end.month // 12, end.month % 12 + 1, 1)
        ends.add(following - _DAY)
        if end.month % 3 == 1:
            ends.add((following + 62 * _DAY).replace(day=1) - _DAY)
        if end.month == 1:
            ends.add(dt.date(end.year, 12, 31))
    return ends


def _date_time(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    if _offset(expected, candidate.value, readings):
        return True
    day, clock = candidate.value[:10], candidate.value[11:]
    dated = _to_day(day)
    return any(r.first == dated == r.last for r in readings if r.first) and _has_time(clock, readings)


def _date_time_range(expected: Expected, candidate: Candidate, readings: Sequence[Reading]) -> bool:
    """Compare the day and the clock times; a part of the day without a clock ("tomorrow morning") is its day."""
    edges = [edge for edge in (candidate.start, candidate.end) if edge]
    if len(edges) == 2 and any(_offset(expected, edge, readings) for edge in edges):
        return True
    days = {_to_day(edge) for edge in edges}
    dated = {r.first for r in readings if r.first}
    if not days & dated:
        return False
    return bool(_CLOCKLESS.search(candidate.timex)) or all(_has_time(edge[11:], readings) for edge in edges)


_COMPARE: dict[str, Callable[[Expected, Candidate, Sequence[Reading]], bool]] = {
    "numberrange": _number_range,
    "duration": _duration,
    "time": _time,
    "timerange": _time,
    "date": _date,
    "daterange": _date_range,
    "datetime": _date_time,
    "datetimerange": _date_time_range,
}
