"""Named days: the day that the calendar gives them, in a printed year or in the nearest one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import calendar
from briefing.text.dates.holidays import day_of_rule
from briefing.text.quantities import read_quantities

_ANCHOR = dt.date(2024, 9, 17)


def day(text: str) -> dt.date | None:
    """The day of the only date of a text."""
    (quantity,) = read_quantities(text, anchor=_ANCHOR)
    assert quantity.date is not None
    assert quantity.date.first == quantity.date.last
    return quantity.date.first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed on Boxing Day 2014.", dt.date(2014, 12, 26)),
        ("It closed on Christmas Eve.", dt.date(2023, 12, 24)),
        ("It will close on Christmas Eve.", dt.date(2024, 12, 24)),
        ("It closed last Easter.", dt.date(2024, 3, 31)),
        ("It closed on Good Friday.", dt.date(2024, 3, 29)),
        ("Sales rose on Black Friday 2010.", dt.date(2010, 11, 26)),
        ("It closed on New Year’s Day.", dt.date(2024, 1, 1)),
    ],
)
def test_a_named_day_is_its_day(text: str, expected: dt.date) -> None:
    """With a year it is that year's, without one the nearest that the sentence can mean."""
    assert day(text) == expected


@pytest.mark.parametrize(
    "text", ["The Easter break was long.", "Halloween costumes sold well.", "A Boxing Day Dip was held."]
)
def test_a_name_that_goes_on_is_no_day(text: str) -> None:
    """A season, an adjective or a longer name dates nothing."""
    assert read_quantities(text, anchor=_ANCHOR) == ()


@given(st.integers(1583, 2199))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Easter falls on a Sunday between 22 March and 25 April."""
    found = calendar.easter(year)
    assert found.weekday() == 6
    assert dt.date(year, 3, 22) <= found <= dt.date(year, 4, 25)


@pytest.mark.parametrize(("rule", "year"), [("02-29", 2023), ("nonsense", 2023), ("12-25", 1)])
def test_a_rule_without_a_day_gives_none(rule: str, year: int) -> None:
    """A day that a year does not have, and a rule that is none, is left open."""
    assert day_of_rule(rule, year) is None
