"""A reading agrees with a specification if it gives the value, and only then."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from evals.recognizers_data import Candidate, Expected
from evals.recognizers_match import Reading, agrees


def _want(family: str, *, unit: str = "", **fields: str) -> Expected:
    return Expected(0, 1, family, unit, (Candidate(**fields),))


def _number(value: str) -> Reading:
    return Reading(0, 1, values=(Decimal(value),), kind="cardinal")


def _days(first: str, last: str) -> Reading:
    return Reading(0, 1, kind="date", first=dt.date.fromisoformat(first), last=dt.date.fromisoformat(last))


def _time(minutes: int) -> Reading:
    return Reading(0, 1, kind="time", values=(Decimal(minutes),))


def _bounds(low: str | None, high: str | None) -> Reading:
    return Reading(0, 1, kind="cardinal", low=Decimal(low) if low else None, high=Decimal(high) if high else None)


RIGHT = [
    (_want("number", value="0.333333333333333"), [Reading(0, 1, values=(Decimal(1) / Decimal(3),))]),
    (_want("percentage", value="12,5%"), [_number("12.5")]),
    (_want("dimension", value="5.166666666666667", unit="Foot"), [_number("62")]),
    (_want("numberrange", value="(10,40)"), [_bounds("10", "40")]),
    (_want("numberrange", value="(10,40)"), [_bounds("10", None), _bounds(None, "40")]),
    (_want("numberrange", value="[30,)"), [_bounds("30", None)]),
    (_want("duration", value="5400"), [Reading(0, 1, kind="duration", seconds=Decimal(5400))]),
    (
        _want("duration", value="5400"),
        [Reading(0, 1, kind="duration", seconds=Decimal(s)) for s in (3600, 1800)],
    ),
    (_want("time", value="12:30:00"), [_time(750)]),
    (_want("timerange", start="08:00:00", end="09:30:00"), [_time(480), _time(570)]),
    (_want("date", value="2024-05-03"), [_days("2024-05-03", "2024-05-03")]),
    (_want("date", value="2024-05-03", timex="XXXX-05-03"), [Reading(0, 1, kind="date", month=5, day=3)]),
    (_want("date", value="2024-05-03", timex="XXXX-WXX-5"), [Reading(0, 1, kind="date", weekday=4)]),
    (_want("daterange", start="2024-01-01", end="2025-01-01"), [_days("2024-01-01", "2024-12-31")]),
    (_want("daterange", end="2018-01-01", mod="before"), [_days("2018-01-01", "2018-12-31")]),
    (_want("daterange", start="2011-01-01", mod="after"), [_days("2010-01-01", "2010-12-31")]),
    (
        _want("daterange", start="2014-01-01", end="2018-01-01", timex="(2014-01-01,2018-01-01,P4Y)"),
        [_days("2014-01-01", "2018-12-31")],
    ),
    (_want("datetime", value="2024-05-03 12:30:00"), [_days("2024-05-03", "2024-05-03"), _time(750)]),
    (
        _want("datetimerange", start="2024-05-03 08:00:00", end="2024-05-03 12:00:00", timex="2024-05-03TMO"),
        [_days("2024-05-03", "2024-05-03")],
    ),
]

WRONG = [
    (_want("number", value="12"), [_number("13")]),
    (_want("numberrange", value="[30,)"), [_bounds("30", "40")]),
    (_want("numberrange", value="[30,)"), []),
    (_want("duration", value="5400"), [_number("5400")]),
    (_want("time", value="12:30:00"), [_number("750")]),
    (_want("timerange", start="08:00:00", end="09:30:00"), [_time(480)]),
    (_want("date", value="2024-05-03"), [_days("2024-05-01", "2024-05-31")]),
    (_want("date", value="2024-05-03", timex="XXXX-05-03"), [Reading(0, 1, kind="date", month=5, day=4)]),
    (_want("daterange", start="2024-01-01", end="2025-01-01"), [_days("2024-01-01", "2025-01-01")]),
    (_want("datetime", value="2024-05-03 12:30:00"), [_days("2024-05-03", "2024-05-03")]),
    (_want("datetime", value="2024-05-03 12:30:00"), [_time(750)]),
    (
        _want("datetimerange", start="2024-05-03 08:00:00", end="2024-05-03 09:00:00", timex="(x)"),
        [_days("2024-05-03", "2024-05-03")],
    ),
]


@pytest.mark.parametrize(("expected", "readings"), RIGHT)
def test_right_value_agrees(expected: Expected, readings: list[Reading]) -> None:
    """The value counts in every family, at the printed edge where the period is open."""
    assert agrees(expected, readings)


@pytest.mark.parametrize(("expected", "readings"), WRONG)
def test_other_value_does_not_agree(expected: Expected, readings: list[Reading]) -> None:
    """A different value, a half of a value or the value of another kind is not right."""
    assert not agrees(expected, readings)


def test_relative_month_is_not_turned_into_a_day() -> None:
    """Words like "in nine months" may be the whole month or year; printed days may not be widened so."""
    expected = _want("date", value="2025-06-17")
    month = replace(_days("2025-06-01", "2025-06-30"), relative=True)
    assert agrees(expected, [month])
    assert agrees(expected, [replace(_days("2025-01-01", "2025-12-31"), relative=True)])
    assert not agrees(expected, [replace(month, relative=False)])
    assert not agrees(expected, [replace(_days("2025-06-01", "2025-07-31"), relative=True)])
    assert not agrees(expected, [replace(_days("2025-07-01", "2025-07-31"), relative=True)])


def test_any_candidate_is_enough() -> None:
    """Where the specification allows several days, each of them is right."""
    expected = Expected(0, 1, "date", "", (Candidate(value="2024-05-03"), Candidate(value="2025-05-03")))
    assert agrees(expected, [_days("2025-05-03", "2025-05-03")])
    assert not agrees(expected, [_days("2026-05-03", "2026-05-03")])


def test_number_without_a_kind_counts_as_year_or_length() -> None:
    """A reader that tells no kinds is not punished for it; one that does must tell the right kind."""
    year = _want("daterange", start="2018-01-01", end="2019-01-01", timex="2018")
    length = _want("duration", value="10800", timex="PT3H")
    assert agrees(year, [Reading(0, 1, values=(Decimal(2018),))])
    assert agrees(length, [Reading(0, 1, values=(Decimal(3),))])
    assert not agrees(year, [_number("2018")])
    assert not agrees(length, [_number("3")])


def test_a_length_counts_as_the_instant_that_it_leads_to() -> None:
    """The records hold no instant: "in 5 minutes" is right as five minutes, and as no other length."""
    moment = dt.datetime(2016, 11, 7, 16, 12)
    expected = replace(_want("datetime", value="2016-11-07 16:17:00"), moment=moment)
    assert agrees(expected, [Reading(0, 1, kind="duration", seconds=Decimal(300))])
    assert not agrees(expected, [Reading(0, 1, kind="duration", seconds=Decimal(360))])
    assert not agrees(replace(expected, moment=None), [Reading(0, 1, kind="duration", seconds=Decimal(300))])


def test_a_beginning_and_a_length_are_a_range() -> None:
    """“From 2pm for 2 hours” ends at four, “for 3 days from today” two days behind today."""
    hours = _want("timerange", start="14:00:00", end="16:00:00")
    assert agrees(hours, [_time(840), Reading(1, 2, kind="duration", seconds=Decimal(7200))])
    assert not agrees(hours, [_time(840), Reading(1, 2, kind="duration", seconds=Decimal(3600))])
    spell = _want("daterange", start="2018-05-23", end="2018-05-26")
    assert agrees(spell, [_days("2018-05-23", "2018-05-23"), Reading(1, 2, seconds=Decimal(3 * 86400))])


def test_coins_count_in_their_currency() -> None:
    """Fifty cents are half a dollar; fifty dollars are not."""
    assert agrees(_want("currency", value="50", unit="Cent"), [_number("0.5")])
    assert not agrees(_want("currency", value="50", unit="Dollar"), [_number("0.5")])


def test_a_rolling_period_may_begin_with_its_reference_day() -> None:
    """The next three days may include today, as news counts them; no other day may begin them."""
    moment = dt.datetime(2016, 11, 7, 16, 12)
    timex = "(2016-11-08,2016-11-11,P3D)"
    expected = replace(_want("daterange", start="2016-11-08", end="2016-11-11", timex=timex), moment=moment)
    assert agrees(expected, [_days("2016-11-07", "2016-11-10")])
    assert agrees(expected, [_days("2016-11-08", "2016-11-10")])
    assert not agrees(expected, [_days("2016-11-06", "2016-11-10")])


def test_a_century_may_begin_with_the_year_one() -> None:
    """The 21st century is 2001 to 2100; another hundred years is not."""
    expected = _want("daterange", start="2000-01-01", end="2100-01-01", timex="(2000-01-01,2100-01-01,P100Y)")
    assert agrees(expected, [_days("2001-01-01", "2100-12-31")])
    assert not agrees(expected, [_days("1901-01-01", "2000-12-31")])
