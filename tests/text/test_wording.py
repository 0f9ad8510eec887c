"""Content words: inflected forms meet, and what carries no meaning is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.wording import content_stems, stem


@pytest.mark.parametrize(
    ("one", "two"),
    [("deployed", "deployment"), ("arrested", "arrests"), ("killing", "killed"), ("officers", "officer")],
)
def test_inflected_forms_meet(one: str, two: str) -> None:
    """Crude, and good enough to see that two sentences tell the same."""
    assert stem(one) == stem(two)


@pytest.mark.parametrize(("one", "two"), [("party", "partner"), ("injured", "insured"), ("north", "south")])
def test_other_words_stay_apart(one: str, two: str) -> None:
    """Words that look alike are not the same."""
    assert stem(one) != stem(two)


def test_function_words_numbers_and_digits_are_no_content() -> None:
    """What is left is what the sentence is about."""
    assert content_stems("The two hundred and 12 of them, who were there: 438 officers!", "en") == {stem("officers")}


def test_an_unknown_language_keeps_all_words() -> None:
    """Nothing is known to be empty there."""
    assert stem("polisi") in content_stems("polisi elfu kumi", "xx")


@given(st.text(max_size=60))
def test_any_text_has_stems_of_its_own_words(text: str) -> None:
    """Never an exception, never an empty stem."""
    assert all(found and found in text.lower() for found in content_stems(text, "en"))
