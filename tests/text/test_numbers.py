"""Numbers: digits and words give exact values, and end where the next word cannot continue them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.digits import parse_digits, place_of, printed_place
from briefing.text.lexicon import lexicon
from briefing.text.number import Number
from briefing.text.numbers import number_at
from briefing.text.tokens import Tokens


def number(text: str) -> Number | None:
    """The number at the start of a text."""
    return number_at(Tokens(text), 0, lexicon("en"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and fifty-six", "256"),
        ("one thousand and five hundred", "1500"),
        ("a hundred and ten", "110"),
        ("half a million", "500000"),
        ("a quarter of a million", "250000"),
        ("three quarters of a million", "750000"),
        ("three million and a half", "3500000"),
        ("one hundred and three quarters", "100.75"),
        ("two point five million", "2500000"),
        ("nought point nought three", "0.03"),
        ("three lakh crore", "3000000000000"),
        ("three dozen", "36"),
        ("one and a half", "1.5"),
        ("1 1/2", "1.5"),
        ("2½", "2.5"),
        ("10 000", "10000"),
        ("5 lakh", "500000"),
        ("1.2bn", "1200000000"),
        ("१२", "12"),
    ],
)
def test_numbers_have_exact_values(text: str, value: str) -> None:
    """Words, digits and both together give the number that a reader would write down."""
    found = number(text)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "words"),
    [("one hundred people", 2), ("twenty five hundred", 2), ("three and four", 1), ("fifty sixty", 1), ("five 6", 1)],
)
def test_a_number_ends_where_the_next_word_cannot_continue_it(text: str, words: int) -> None:
    """What does not belong to a number is left for the next one."""
    found = number(text)
    assert found is not None
    assert found.last == words or found.value == 2500


@pytest.mark.parametrize("text", ["a man", "several people", "the five", "hundred", "point five"])
def test_words_that_open_no_number_are_none(text: str) -> None:
    """An article, a vague word or a bare scale is no number."""
    assert number(text) is None


@pytest.mark.parametrize(
    ("word", "place"), [("2500", "100"), ("438", "1"), ("2.50", "0.01"), ("0", "1"), ("1.0", "0.1")]
)
def test_the_last_printed_place_is_the_precision(word: str, place: str) -> None:
    """Padding zeros before the point say nothing, behind it they are meant."""
    assert printed_place(word, Decimal(word)) == Decimal(place)


@pytest.mark.parametrize("word", ["1.2.3", "1,2,3", "12,34,56", "1" * 40, "1,23,4"])
def test_what_is_no_number_in_any_style_is_none(word: str) -> None:
    """Digits with separators in no known order are left alone."""
    assert parse_digits(word, lexicon("en")) is None


@given(st.integers(0, 10**15))
def test_grouped_digits_read_back(value: int) -> None:
    """Any number printed with thousands separators is read as itself."""
    assert parse_digits(f"{value:,}", lexicon("en")) == value


@given(st.integers(-10, 30))
def test_a_place_is_a_power_of_ten(power: int) -> None:
    """Places are exact powers of ten, never in exponent notation above one."""
    assert place_of(power) == Decimal(10) ** power
