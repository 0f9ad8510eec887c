"""Reading figures: what a newsroom prints is read as what it is, with its hedge, its unit and its place."""

from decimal import Decimal

import pytest

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.quantities import read_quantities


def only(text: str, locale: str = "en") -> Quantity:
    """The one figure of a text."""
    (quantity,) = read_quantities(text, locale=locale)
    return quantity


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("The fund lost $1.2bn.", Kind.MONEY, "1200000000", None),
        ("It sold 2.5m copies.", Kind.CARDINAL, "2500000", None),
        ("The wall is 2.5m high.", Kind.MEASURE, "2.5", "metre"),
        ("The field is 500m2 large.", Kind.MEASURE, "500", "square_metre"),
        ("It cost thirteen dollars forty-five cents.", Kind.MONEY, "13.45", None),
        ("They paid 50 cents a litre.", Kind.MONEY, "0.50", None),
        ("Rates rose 25 basis points.", Kind.PERCENTAGE_POINT, "0.25", None),
        ("The tunnel is ½ mile long.", Kind.MEASURE, "0.5", "mile"),
        ("Turnout was .08 percent.", Kind.PERCENT, "0.08", None),
        ("It is minus 3 degrees.", Kind.MEASURE, "-3", "degree"),
        ("He is 6-foot-2.", Kind.MEASURE, "74", "inch"),
        ("The loan is 12,34,567.89 rupees.", Kind.MONEY, "1234567.89", None),
        ("Talks took an hour and a half.", Kind.DURATION, "1.5", "hour"),
        ("He is the one hundred and twenty-fifth delegate.", Kind.ORDINAL, "125", None),
    ],
)
def test_each_kind_is_read_with_its_value_and_unit(text: str, kind: Kind, value: str, unit: str | None) -> None:
    """A sign, a word or a unit beside a number makes it the kind of figure that a reader takes it for."""
    quantity = only(text)
    assert (quantity.kind, quantity.stated, quantity.unit) == (kind, Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["Boeing 737", "COVID-19", "G7", "M23", "24/7", "9/11", "resolution 2699", "No. 10", "order number 4471-88"]
)
def test_names_with_numbers_are_identifiers(text: str) -> None:
    """A number that names a thing is quoted whole and has no value that could be reckoned with."""
    quantity = only(f"They spoke of {text} again.")
    assert (quantity.kind, quantity.raw, quantity.stated) == (Kind.IDENTIFIER, text, None)


def test_a_range_is_one_figure_with_two_bounds() -> None:
    """Both ends take the unit and the scale that is printed once."""
    quantity = only("The town has between 3 and 4 million visitors.")
    assert (quantity.low, quantity.high, quantity.hedge) == (Decimal(3_000_000), Decimal(4_000_000), Hedge.RANGE)


def test_clock_times_share_the_half_of_the_day() -> None:
    """“From 11 to 2pm” begins before noon: the half of the day is printed behind the later time only."""
    quantity = only("Doors are open from 11 to 2pm daily.")
    assert (quantity.kind, quantity.low, quantity.high) == (Kind.TIME, Decimal(11 * 60), Decimal(14 * 60))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("at half past six", 390), ("at quarter to eight", 465), ("by noon", 720), ("at five in the morning", 300)],
)
def test_spoken_times_are_minutes_after_midnight(text: str, minutes: int) -> None:
    """A time in words is the same minute as in digits."""
    quantity = only(f"They met {text}.")
    assert (quantity.kind, quantity.stated) == (Kind.TIME, Decimal(minutes))


def test_a_score_keeps_the_order_of_its_numbers() -> None:
    """A score is a pair and no range, whichever number is larger."""
    assert only("They lost 2-5 at home.").pair == (Decimal(2), Decimal(5))


def test_a_ratio_keeps_the_numbers_that_are_printed() -> None:
    """“1 in 5” is the pair, so that a quotient without end is never compared."""
    assert only("The study found that 1 in 3 had moved.").pair == (Decimal(1), Decimal(3))


def test_the_core_leaves_the_hedge_out() -> None:
    """The span covers the hedge, the core only the number with its unit."""
    text = "There were more than 2,500 deaths."
    quantity = only(text)
    assert (quantity.raw, text[quantity.core.start : quantity.core.end]) == ("more than 2,500", "2,500")


def test_another_language_is_read_in_digits_and_signs() -> None:
    """Without a word table nothing is guessed from words."""
    assert [quantity.raw for quantity in read_quantities("kaksi 300 km 5 %", locale="fi")] == ["300 km", "5 %"]


def test_a_pronoun_is_no_figure() -> None:
    """“One of”, “no one” and “once” count nothing."""
    assert read_quantities("No one said that one of them had once come.") == ()


def test_last_as_a_verb_dates_nothing() -> None:
    """“Will last three weeks” is a length of time, not the three weeks before today."""
    assert only("The strike will last three weeks.").kind is Kind.DURATION
