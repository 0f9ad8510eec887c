"""Dates and periods: intervals of days, printed or hung on an anchor, and never months turned into days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.quantity import Kind, Quantity
from briefing.text import calendar
from briefing.text.quantities import read_quantities

ANCHOR = dt.date(2024, 9, 17)  # a Tuesday


def dates(text: str, anchor: dt.date | None = ANCHOR, locale: str = "en") -> list[Quantity]:
    """The dates of a text."""
    return [q for q in read_quantities(text, locale=locale, anchor=anchor) if q.kind is Kind.DATE]


def days(text: str, anchor: dt.date | None = ANCHOR, locale: str = "en") -> str:
    """First and last day of the first date of a text."""
    reading = dates(text, anchor, locale)[0].date
    assert reading is not None
    return f"{reading.first}..{reading.last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on the fourth of July 1995", "1995-07-04..1995-07-04"),
        ("on 05-Aug-2016", "2016-08-05..2016-08-05"),
        ("on Sep-23-2020", "2020-09-23..2020-09-23"),
        ("in April of 87.", "1987-04-01..1987-04-30"),
        ("in nineteen ninety-six", "1996-01-01..1996-12-31"),
        ("in 2019-Q1", "2019-01-01..2019-03-31"),
        ("in 2015-12", "2015-12-01..2015-12-31"),
        ("the 2018-19 season", "2018-01-01..2019-12-31"),
        ("the first week of 2021", "2021-01-04..2021-01-10"),
        ("the last week of December 2016", "2016-12-26..2017-01-01"),
        ("the second Tuesday of November 2020", "2020-11-10..2020-11-10"),
        ("the week of April 10, 2024", "2024-04-08..2024-04-14"),
        ("from January to April 2015", "2015-01-01..2015-01-31"),
        ("from November to February 2015", "2014-11-01..2014-11-30"),
        ("two weeks before May 13, 1999", "1999-04-29..1999-04-29"),
    ],
)
def test_printed_dates_are_days(text: str, expected: str) -> None:
    """A printed date is its days, whatever the anchor."""
    assert days(f"It happened {text}", anchor=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("came earlier this year", "2024-01-01..2024-09-17"),
        ("comes later this week", "2024-09-17..2024-09-22"),
        ("came this morning", "2024-09-17..2024-09-17"),
        ("came in the last two quarters", "2024-01-01..2024-06-30"),
        ("will come within six months", "2024-09-17..2025-03-17"),
        ("will come in six months", "2025-03-01..2025-03-31"),
        ("comes on Tuesday of next week", "2024-09-24..2024-09-24"),
        ("will come three days from tomorrow", "2024-09-21..2024-09-21"),
        ("will come between now and November 15", "2024-09-17..2024-11-15"),
    ],
)
def test_relative_words_hang_on_the_anchor_and_say_so(text: str, expected: str) -> None:
    """Days that were worked out are marked inferred."""
    assert days(f"It {text}.") == expected
    assert all(q.date is not None and q.date.inferred and q.date.relative for q in dates(f"It {text}."))


@pytest.mark.parametrize(
    "text", ["last Tuesday", "three days ago", "earlier this year", "this morning", "the week of May 3"]
)
def test_without_an_anchor_no_day_is_invented(text: str) -> None:
    """Relative words keep their words and stay without days."""
    for quantity in dates(f"It happened {text}.", anchor=None):
        assert quantity.date is not None
        assert quantity.date.first is None
        assert not quantity.date.inferred


def test_the_second_weekday_of_a_range_follows_the_first() -> None:
    """“From Thursday to Monday” ends behind its beginning."""
    first, second = (q.date for q in dates("It was shut from Thursday to Monday."))
    assert first is not None
    assert second is not None
    assert (first.first, second.first) == (dt.date(2024, 9, 12), dt.date(2024, 9, 16))


def test_hours_count_no_days() -> None:
    """“Two hours ago” is a length of time: no day is claimed."""
    assert dates("It happened two hours ago.") == []


def test_the_region_settles_the_order_of_digits() -> None:
    """3/5/2024 is May in Britain and March in America; 30/5/2024 has only one reading."""
    assert days("on 3/5/2024") == "2024-05-03..2024-05-03"
    assert days("on 3/5/2024", locale="en-US") == "2024-03-05..2024-03-05"
    assert days("on 30/5/2024", locale="en-US") == "2024-05-30..2024-05-30"


@pytest.mark.parametrize(
    "text", ["The first March for Science drew crowds.", "It may rain.", "They march on.", "Sun and sea."]
)
def test_words_that_are_also_months_or_days_are_no_dates(text: str) -> None:
    """“May”, “march” and “sun” need a date-like neighbour."""
    assert dates(text) == []


@given(st.dates(dt.date(1200, 1, 1), dt.date(2100, 1, 1)), st.integers(-400, 400))
def test_months_move_to_the_same_day_or_the_last(anchor: dt.date, months: int) -> None:
    """Adding months keeps the day, or takes the month's last day where it has none such."""
    moved = calendar.add_months(anchor, months)
    assert moved is not None
    assert moved.day <= anchor.day
    assert (moved.year - anchor.year) * 12 + moved.month - anchor.month == months


@given(st.dates(dt.date(1200, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 6))
def test_the_nearest_weekday_is_within_a_week(anchor: dt.date, weekday: int) -> None:
    """Back or ahead, the weekday that is meant is less than seven days away."""
    for future in (False, True):
        found = calendar.weekday_days(anchor, weekday, future=future)[0]
        assert found.weekday() == weekday
        assert 0 <= (found - anchor).days * (1 if future else -1) < 7
