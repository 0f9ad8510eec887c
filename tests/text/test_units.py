"""Units: exact conversions within a dimension, and none that would be a guess."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.quantity import Kind
from briefing.text.units import dimension_of, in_unit


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        ("1", "mile", "metre", "1609.344"),
        ("2", "fortnight", "day", "28"),
        ("3", "year", "month", "36"),
        ("12", "inch", "foot", "1"),
    ],
)
def test_conversions_are_exact(value: str, unit: str, target: str, expected: str) -> None:
    """Values convert by the definition of their units, without rounding."""
    assert in_unit(Decimal(value), unit, target) == Fraction(expected)


@pytest.mark.parametrize(
    ("unit", "target"), [("month", "day"), ("mile", "kilogram"), ("gallon", "litre"), ("x", "metre")]
)
def test_what_has_no_exact_factor_converts_into_nothing(unit: str, target: str) -> None:
    """Months are never days, and a gallon is not the same everywhere."""
    assert in_unit(Decimal(1), unit, target) is None


@given(
    st.decimals(-(10**6), 10**6, allow_nan=False, places=3),
    st.sampled_from(("metre", "mile", "inch", "foot", "kilometre")),
)
def test_there_and_back_is_the_same_value(value: Decimal, unit: str) -> None:
    """A conversion loses nothing."""
    there = in_unit(value, unit, "centimetre")
    back = in_unit(Decimal(1), "centimetre", unit)
    assert there is not None
    assert back is not None
    assert there * back == Fraction(value)


def test_a_unit_names_its_dimension() -> None:
    """Length, mass and time are told apart; a clock time has no dimension."""
    assert dimension_of("mile", Kind.MEASURE) == "length"
    assert dimension_of("minute", Kind.TIME) is None
    assert dimension_of(None, Kind.CARDINAL) is None
