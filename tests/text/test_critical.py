"""Critical words: what a quotation may not change."""

import pytest

from briefing.text.critical import is_critical, is_negation, tokens


@pytest.mark.parametrize(
    "printed",
    [
        "438",
        "1,200",
        "M23",
        "two",
        "thousands",
        "million",
        "nearly",
        "not",
        "didn't",
        "sans",
        "kein",
        "$",
        "%",
        "-",
        "Kenya",
    ],
)
def test_claims_are_critical(printed: str) -> None:
    """Figures, number words, hedges, negations, signs and names."""
    assert is_critical(printed.lower(), printed=printed)


@pytest.mark.parametrize("printed", ["guards", "The", "Their", "Dans", "landed", "batch"])
def test_ordinary_words_are_not(printed: str) -> None:
    """Other words may differ; a common word with a capital at the head of a sentence is no name."""
    assert not is_critical(printed.lower(), printed=printed)


def test_negations_in_short_forms() -> None:
    """English and French negations glued to another word are seen."""
    assert is_negation("won't")
    assert is_negation("n'est")
    assert not is_negation("point")


def test_tokens_keep_numbers_whole_and_split_hyphens() -> None:
    """A number keeps its separators, a minus is a word of its own, a dash between words is none."""
    found = [token.text for token in tokens("re-opened 1,200.5 at -5% or $3m, 24/7, it's 10-15")]
    assert found == ["re", "opened", "1,200.5", "at", "-", "5", "%", "or", "$", "3m", "24/7", "it's", "10", "15"]
