"""Pairing words: the ends are those of the quotation, and every word is accounted for once, in order."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.wordwise import pair

TEXT = "the crew of the ferry said that two boats had left the harbour before noon"
SOURCE = TEXT.split()


def covered(quote: str, shift: int, reach: int = 3) -> str:
    """The words of the source that a quotation was paired with."""
    steps = pair(quote.split(), SOURCE, shift, reach=reach)
    return " ".join(SOURCE[steps[0].start : steps[-1].end])


@pytest.mark.parametrize(
    ("quote", "stretch"),
    [
        ("the ferry said that two boats", "the ferry said that two boats"),
        ("ferry saud that two baots", "ferry said that two boats"),
        ("ferry said two boats had", "ferry said that two boats had"),
        ("ferry that two boats had left", "ferry said that two boats had left"),
        ("the fer ry said that", "the ferry said that"),
        ("of theferry said that", "of the ferry said that"),
        ("ferry said that both two boats had left", "ferry said that two boats had left"),
    ],
)
def test_the_ends_are_those_of_the_quotation(quote: str, stretch: str) -> None:
    """Slips, words dropped beside the ends, split and joined words leave the ends where they are."""
    assert covered(quote, 3) == stretch


def test_a_word_dropped_beside_the_end_is_seen() -> None:
    """What was left out next to the first word is inside the stretch, so that a negation there is not lost."""
    steps = pair(["did", "elaborate", "on"], ["he", "did", "not", "elaborate", "on"], 1, reach=3)
    assert [(step.first, step.start) for step in steps if not step.same] == [(1, 2)]


def test_strange_words_are_foreign_and_slips_are_not() -> None:
    """Added words and words in the place of others are counted; one with a slip is the same word."""
    steps = pair(["two", "whales", "had", "swiftly", "left", "the", "harbuor"], SOURCE, SOURCE.index("two"), reach=3)
    assert sum(step.foreign for step in steps) == 2
    assert [step.first for step in steps if step.added] == [3]


_WORDS = st.lists(st.sampled_from(["a", "ab", "abc", "b", "ba", "not", "12", "1", "2", "n't"]), min_size=1, max_size=20)


@given(_WORDS, _WORDS, st.integers(-25, 25), st.integers(1, 8))
def test_every_word_is_accounted_for_once(quoted: list[str], printed: list[str], shift: int, reach: int) -> None:
    """Wherever the guess is, also outside the source: the steps join, and cover the quotation from end to end."""
    steps = pair(quoted, printed, shift, reach=reach)
    assert (steps[0].first, steps[-1].last) == (0, len(quoted))
    for one, following in pairwise(steps):
        assert (one.last, one.end) == (following.first, following.start)
    for step in steps:
        assert 0 <= step.start <= step.end <= len(printed)
        assert not step.same or quoted[step.first : step.last] == printed[step.start : step.end]


@given(_WORDS, st.integers(0, 5), st.integers(0, 5))
def test_the_same_words_are_paired_at_no_cost(quoted: list[str], ahead: int, behind: int) -> None:
    """A quotation that stands in the source word for word is paired word for word, though other words surround it."""
    steps = pair(quoted, ["x"] * ahead + quoted + ["y"] * behind, ahead, reach=8)
    assert all(step.same for step in steps)
    assert steps[0].start == ahead or quoted[0] == "x"


def test_time_grows_with_the_length_of_the_quotation() -> None:
    """Four hundred words take a fraction of a second, whatever they are."""
    begun = time.perf_counter()
    pair(["ab", "ba"] * 200, ["ba", "ac"] * 210, 8, reach=8)
    assert time.perf_counter() - begun < 2
