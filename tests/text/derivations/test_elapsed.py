"""Time between printed dates."""

import datetime as dt

import pytest

from briefing.records.quantity import Kind, Quantity
from briefing.text.derivations.elapsed import Timeline, elapsed
from briefing.text.quantities import read_quantities

TODAY = dt.date(2025, 7, 1)


def _span(text: str) -> Quantity:
    return next(each for each in read_quantities(text, locale="en") if each.kind in (Kind.AGE, Kind.DURATION))


def _date(text: str) -> Quantity:
    return next(each for each in read_quantities(text, locale="en") if each.kind is Kind.DATE)


@pytest.mark.parametrize(
    ("span", "began", "said"),
    [
        ("The hall is 94 years old.", "1931", True),
        ("It was the first in two decades.", "2005", True),
        ("She is 45 years old.", "30 June 1980", True),
        ("She is 44 years old.", "2 July 1980", True),
        ("The hall is more than 90 years old.", "1931", True),
        ("The hall is nearly 100 years old.", "1931", True),
        ("The hall is 93 years old.", "1931", False),
        ("She is 45 years old.", "2 July 1980", False),
        ("The hall is more than 50 years old.", "1931", False),
        ("The hall is more than 94 years old.", "1931", False),
        ("It was the first in 20 days.", "2005", False),
    ],
)
def test_an_age_is_counted_to_the_day_of_the_story(span: str, began: str, said: bool) -> None:
    """Whole years from a year or a day; a bound must come near, and days are not worked out from years."""
    found = elapsed(_span(span), Timeline(TODAY, began=[_date(began)]))
    assert (found is not None) is said, found


@pytest.mark.parametrize(
    ("span", "first", "last", "said"),
    [
        ("11 days after", "23 May", "3 June", True),
        ("two weeks after", "20 May 2025", "3 June 2025", True),
        ("five days after", "29 December", "3 January", True),
        ("four months after", "January 2025", "May 2025", True),
        ("three years after", "2019", "2022", True),
        ("10 days after", "23 May", "3 June", False),
        ("two weeks after", "21 May 2025", "3 June 2025", False),
        ("11 days after", "23 May 2025", "3 June", False),
        ("three years after", "2022", "2019", False),
    ],
)
def test_a_span_lies_between_two_dates(span: str, first: str, last: str, said: bool) -> None:
    """Exact to the day or the year, the later date last; a day without a year is not held against one with a year."""
    found = elapsed(_span(span), Timeline(earlier=[_date(first)], later=[_date(last)]))
    assert (found is not None) is said, found


def test_without_the_day_of_the_story_nothing_has_an_age() -> None:
    """No day is made up."""
    assert elapsed(_span("The hall is 94 years old."), Timeline(None, began=[_date("1931")])) is None


def test_the_dates_are_the_operands() -> None:
    """Whoever reads the working finds both dates where they are printed."""
    found = elapsed(_span("11 days after"), Timeline(earlier=[_date("23 May")], later=[_date("3 June")]))
    assert found is not None
    assert [each.text for each in found.operands] == ["23 May", "3 June"]
    assert found.expression == "from 23 May to 3 June = 11 days"
