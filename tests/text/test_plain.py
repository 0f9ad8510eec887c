"""The short way for plain numbers: it changes how long a reading takes, never what is read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.dates.context import DateContext
from briefing.text.found import Found
from briefing.text.lexicon import lexicon
from briefing.text.plain import plain_number
from briefing.text.rules import openings, rules_for
from briefing.text.tokens import Tokens

_WORDS = st.sampled_from(
    (
        "400", "two", "1,200", "10", "000", "5", "one", "3.5", "officers", "boats", "people", "million", "years", "old",
        "May", "at", "of", "the", "age", "between", "and", "to", "$", "(", ".", ",", "-", "about", "nearly", "Rs",
        "number", "No", "from", "a", "first", "half", "minus", "last", "in", "per", "cent", "Canadian", "dollars", "+",
    )
)  # fmt: skip


def _long_way(context: DateContext, index: int) -> Found | None:
    """What the rules read without the short way."""
    for rule in rules_for(context, index):
        found = rule(context, index, 0) if rule is not plain_number else None
        if found is not None:
            return found
    return None


@given(st.lists(_WORDS, max_size=12).map(" ".join), st.sampled_from(("en", "fr", "es", "de", "pt", "it")))
def test_the_short_way_reads_what_the_long_way_reads(text: str, language: str) -> None:
    """Where the short way reads a number, every other rule would have led to the same."""
    tokens, words = Tokens(text), lexicon(language)
    context = DateContext(tokens, words, dt.date(2024, 9, 17))
    for index in openings(tokens, words):
        short = plain_number(context, index, 0)
        assert short is None or short == _long_way(context, index)


@pytest.mark.parametrize(
    "text", ["400 dollars", "at 5 people", "$400 people", "resolution 400 people", "2024 people", "3D film"]
)
def test_what_a_neighbour_may_change_is_left_to_the_rules(text: str) -> None:
    """A unit, a sign, a name or a year is never passed over."""
    tokens, words = Tokens(text), lexicon("en")
    context = DateContext(tokens, words, None)
    assert [plain_number(context, index, 0) for index in openings(tokens, words)] == [None]
