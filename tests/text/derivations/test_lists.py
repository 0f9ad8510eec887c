"""Lists of names, and how many members they have."""

import time

import pytest

from briefing.text.derivations.cues import cues_of
from briefing.text.derivations.lists import lists_of, own_list

KNOWN = cues_of("en")


def _found(noun: str, text: str) -> list[tuple[int, bool]]:
    return [(len(each.members), each.partial) for each in lists_of(noun, text, 0, len(text), KNOWN)]


@pytest.mark.parametrize(
    ("noun", "text", "members", "partial"),
    [
        ("country", "Other countries take part, including Ghana, the Gambia and Togo.", 3, True),
        ("country", "They come from countries such as Ghana and Togo.", 2, True),
        ("island", "It gave up the islands of Orra and Little Sund.", 2, False),
        ("town", "Power failed in three towns: Marl, East Bray and Holm.", 3, False),
        ("authority", "The Moor, Bray and North Holm combined authorities wrote to her.", 3, False),
        ("airline", "Avia, Transnor and Blue Sky Airlines have cancelled flights.", 3, False),
    ],
)
def test_a_list_belongs_to_the_noun_that_opens_or_ends_it(noun: str, text: str, members: int, partial: bool) -> None:
    """Its members are counted, and "including" says that there are more."""
    assert _found(noun, text) == [(members, partial)]


@pytest.mark.parametrize(
    ("noun", "text"),
    [
        ("country", "The countries wrote to Anna Holt, Peter Quist and Ada Moor."),
        ("line", "The Moor and City Line was closed."),
        ("man", "The Northern Fire and Rescue service found the men."),
        ("town", "Three towns lost power."),
    ],
)
def test_names_that_are_not_called_so_are_not_counted(noun: str, text: str) -> None:
    """Names beside a noun are not yet a list of such things."""
    assert _found(noun, text) == []


def test_a_list_of_the_claim_stands_behind_a_mark() -> None:
    """Short members behind a colon or a dash, to the end of the sentence; anything else is no list."""
    assert own_list(": a barn, the old school and a mill.") == ("a barn", "the old school", "a mill")
    assert own_list(" were hurt, two of them badly.") == ()
    assert (
        own_list(": the mayor, who had asked the council for a report in the spring of that year, and a clerk.") == ()
    )


def test_a_long_row_of_capitals_is_read_quickly() -> None:
    """Hostile text costs no more than its length."""
    began = time.perf_counter()
    _found("country", "The countries of " + "Aa Bb " * 4000 + "x")
    assert time.perf_counter() - began < 2
