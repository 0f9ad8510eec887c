"""Base forms: what the words of two sentences are compared by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.lemmas import lemma


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bought", "buy"),
        ("closing", "closed"),
        ("denies", "denied"),
        ("dropped", "drop"),
        ("children", "child"),
        ("fell", "fallen"),
        ("noted", "notes"),
        ("council's", "council"),
    ],
)
def test_forms_of_one_word_meet(one: str, other: str) -> None:
    """Regular or not, two forms of a word have one base form."""
    assert lemma(one) == lemma(other)


@pytest.mark.parametrize(("one", "other"), [("authorised", "authorities"), ("unlikely", "likely"), ("rose", "raise")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """What looks alike is not taken for the same."""
    assert lemma(one) != lemma(other)


@given(st.text(min_size=1))
def test_every_word_has_a_base_form(word: str) -> None:
    """Never an exception, and never nothing: not even of a lone apostrophe."""
    assert lemma(word)
