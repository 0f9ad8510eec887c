"""Hedges: what the words around a number let it mean, as an interval."""

from decimal import Decimal

import pytest

from briefing.records.quantity import Hedge, Kind
from briefing.text.hedges import bounds_of
from briefing.text.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("about 400", Hedge.APPROXIMATE, 350, 450),
        ("nearly 438", Hedge.NEARLY, Decimal("402.96"), 438),
        ("more than 2,500", Hedge.MORE_THAN, 2500, None),
        ("at least 20", Hedge.AT_LEAST, 20, None),
        ("20 or more", Hedge.AT_LEAST, 20, None),
        (">= 20", Hedge.AT_LEAST, 20, None),
        ("up to 1,000", Hedge.UP_TO, None, 1000),
        ("less than or equal to 40", Hedge.UP_TO, None, 40),
        ("fewer than 9", Hedge.FEWER_THAN, None, 9),
        ("dozens", Hedge.VAGUE, 24, 120),
        ("20~100", Hedge.RANGE, 20, 100),
        ("400", Hedge.EXACT, 400, 400),
    ],
)
def test_a_hedge_is_an_interval(text: str, hedge: Hedge, low: Decimal | None, high: Decimal | None) -> None:
    """The words around a number bound what it claims."""
    (quantity,) = read_quantities(f"There were {text} boats.")
    assert (quantity.hedge, quantity.low, quantity.high) == (hedge, low, high)


def test_strict_bounds_leave_the_number_out() -> None:
    """“More than 5” does not hold 5, “at least 5” does."""
    more, least = bounds_of(Decimal(5), Hedge.MORE_THAN, Decimal(1)), bounds_of(Decimal(5), Hedge.AT_LEAST, Decimal(1))
    assert (more.low_inclusive, least.low_inclusive) == (False, True)


def test_nearly_a_negative_number_lies_above_it() -> None:
    """The bounds of a negative number are never upside down."""
    bounds = bounds_of(Decimal(-10), Hedge.NEARLY, Decimal(1))
    assert bounds.low is not None
    assert bounds.high is not None
    assert bounds.low < bounds.high


def test_the_printed_number_is_kept_beside_the_interval() -> None:
    """“Nearly 438” still says 438."""
    assert read_quantities("Nearly 438 people came.")[0].stated == 438


@pytest.mark.parametrize(
    "text", ["It took over two years.", "They sat around the 200 tables.", "He came at 5pm under lights."]
)
def test_a_word_that_means_something_else_is_no_hedge(text: str) -> None:
    """“Over two years” is during, “around the 200” is a place."""
    assert {quantity.hedge for quantity in read_quantities(text)} == {Hedge.EXACT}


def test_or_more_than_begins_another_figure() -> None:
    """“5,000 or more than 4,500” holds no “or more”."""
    first, second = read_quantities("A score of 5,000 or more than 4,500 counts.")[-2:]
    assert (first.hedge, second.hedge) != (Hedge.AT_LEAST, Hedge.EXACT)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("The parts add up to 8.7 million euros.", "8.7 million euros"),
        ("The losses came to 400.", "400"),
        ("It employs 60 people, 12 fewer than a year earlier.", "a year"),
        ("Profit was three cents lower than a year before.", "a year"),
        ("<t> about 4,500 people left </t>", "about 4,500"),
    ],
)
def test_words_that_add_or_compare_are_no_bound(text: str, raw: str) -> None:
    """What parts add up to, and the time that a figure is compared with, are not bounded by those words."""
    assert raw in [quantity.raw for quantity in read_quantities(text, locale="en")]


def test_a_bound_in_front_of_a_time_stays_a_bound() -> None:
    """Words that count nothing before them, as in more than a year earlier, bound the year."""
    (found,) = [each for each in read_quantities("He left more than a year earlier.") if each.kind is Kind.DURATION]
    assert found.hedge is Hedge.MORE_THAN
