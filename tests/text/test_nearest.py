"""Nearest words: where a quotation almost stands, and whether it may count as the same."""

import pytest

from briefing.text.fold import fold
from briefing.text.nearest import nearest_words

SOURCE = fold(
    "The new harbour was notable in 2015, the guide wrote. It was re-opened for the regatta and a fair of boats."
)


def test_split_words_agree() -> None:
    """A word that is written in one or in two is the same word."""
    found = nearest_words(SOURCE, fold("It was reopened for the regatta and a fair"))
    assert found is not None
    assert (found.agrees, found.differences) == (True, ())


@pytest.mark.parametrize(
    "quote",
    [
        "The new harbour was not able in 2015, the guide wrote",
        "The new harbour was notable in 20 15, the guide wrote",
    ],
)
def test_split_figures_and_negations_do_not(quote: str) -> None:
    """Where the gap between two words carries meaning, another gap is another quotation."""
    found = nearest_words(SOURCE, fold(quote))
    assert found is not None
    assert not found.agrees


def test_few_words_never_agree() -> None:
    """Below four words nearly the same is not the same."""
    found = nearest_words(SOURCE, fold("fair of boots"))
    assert found is not None
    assert not found.agrees
    assert SOURCE.original[found.span.start : found.span.end] == "fair of boats"


@pytest.mark.parametrize("quote", ["", "...", "Parliament rejected every amendment on Tuesday night", "Ω"])
def test_nothing_like_it_is_none(quote: str) -> None:
    """Words that are not similar are not shown: they would only mislead."""
    assert nearest_words(SOURCE, fold(quote)) is None
