"""Hostile texts: nothing raises, every span cuts its words, and twice the text is twice the work."""

import datetime as dt
import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from briefing.text.lexicon import lexicon
from briefing.text.quantities import quantities_of, read_quantities
from briefing.text.tokens import Tokens

if TYPE_CHECKING:
    from _typeshed import TraceFunction

_ANCHOR = dt.date(2024, 9, 17)
_SIZE = 20_000
_COUNTED = 600
_UNITS = (
    "1234567890", "1", "million million ", "1 million ", "one and one and ", "-", "1-", "1 - ", "555-", "1/", "1:",
    "([{<", "( 1 ", "1,", "1.", "3, ", "3 and ", "one ", "one hundred and ", "thirty ", "three-", "twenty-", "½", "1½",
    "between 1 and ", "from 5 to ", "1 to ", "1 in ", "1 out of ", "half a ", "half ", "quarter to ", "two point ",
    "end of ", "early end of ", "mid-", "week of ", "first day of ", "first of may ", "1 may ", "may ", "sun. ",
    "monday to ", "Monday, ", "three days after ", "last 3 ", "fiscal ", "Q1 ", "1990's", "2024-01-", "2024-",
    "A1B", "x1", "1x", "a1-", "http://1/", "a@1.", "$", "$1 ", "1 dollar and ", "3 million and a half ", "6 foot ",
    "1°", "1h", "1'", ", 35, ", "a, 35, ", "0 11 ", "1 000 ", "00", "about ", "nearly 3 ", "number of 3 ", "killed 3 ",
    "3 votes to ", "order number ", "no ", "aged ", "İ1", "\n1", "1\u00a0", "\u202f1", "ß1",
)  # fmt: skip
_DIGITS = ("²", "³", "⁵", "₂", "①", "⑩", "❶", "１２", "१२", "١٢", "۱۲", "๓", "𝟙", "Ⅷ", "〇", "五", "½", "㉈", "🄁")


@pytest.mark.parametrize("unit", _UNITS)
def test_a_repeated_fragment_is_read_without_failing(unit: str) -> None:
    """Twenty kilobytes of one fragment raise nothing, and each figure cuts its own words from the text."""
    text = unit * (_SIZE // len(unit))
    for quantity in read_quantities(text, anchor=_ANCHOR):
        assert text[quantity.start : quantity.end] == quantity.raw


@pytest.mark.parametrize("unit", _UNITS)
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    """The lines of code that run grow with the text, never with its square."""
    count = _COUNTED // len(unit) + 1
    once, twice = _work(unit * count), _work(unit * count * 2)
    assert twice < 2.5 * once + 1_000


@pytest.mark.parametrize("digits", _DIGITS)
def test_every_kind_of_digit_is_read_or_left_alone(digits: str) -> None:
    """Digits of any script, alone, beside others and in a run, never raise."""
    for text in (
        digits,
        f"about {digits} people",
        digits * 50,
        f"1{digits}",
        f"{digits}%",
        f"${digits}m",
        f"3 {digits} May",
    ):
        for quantity in read_quantities(text, anchor=_ANCHOR):
            assert text[quantity.start : quantity.end] == quantity.raw


def test_digits_of_other_scripts_have_their_value() -> None:
    """Full-width, Devanagari and Arabic digits are read as the numbers that they write."""
    values = [read_quantities(f"{digits} people")[0].stated for digits in ("１２", "१२", "١٢")]
    assert values == [12, 12, 12]


def test_a_sentence_of_half_a_million_characters_is_read_to_its_end() -> None:
    """A text without a single full stop is read like any other."""
    text = "the town that had 12 bridges and " * 15_000 + "300 boats"
    assert read_quantities(text)[-1].raw == "300"


def test_a_run_of_digits_is_never_one_huge_number() -> None:
    """Digit runs are bounded: more digits than any figure of the news are an identifier."""
    assert {quantity.kind.value for quantity in read_quantities("1234567890" * 5_000)} == {"identifier"}


def test_scales_upon_scales_stay_finite() -> None:
    """A number that is multiplied for ever stops growing instead of overflowing."""
    (first, *_) = read_quantities("999 " + "trillion " * 500)
    assert first.stated is not None
    assert first.stated < 10**60


def test_ranges_and_dates_at_the_edge_of_the_calendar_are_no_error() -> None:
    """Days outside the calendar are left open, whatever the anchor."""
    text = "Last year, 9,000 years ago, in 9999 years, next week, last 999 decades, 31 June, 30/02/2024, 2024-13-45."
    for anchor in (dt.date.min, dt.date(1000, 1, 1), dt.date(2199, 12, 31), dt.date.max, None):
        for quantity in read_quantities(text, anchor=anchor):
            assert text[quantity.start : quantity.end] == quantity.raw


def _work(text: str) -> int:
    """Lines of the reader that run for a text."""
    return _lines_run(lambda: quantities_of(Tokens(text), lexicon("en"), _ANCHOR))


def _lines_run(task: Callable[[], object]) -> int:
    lines = 0

    def trace(frame: FrameType, event: str, argument: object) -> "TraceFunction":
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        task()
    finally:
        sys.settrace(before)
    return lines
