"""Sentences are cut only where no attribution, negation, hedge or condition is lost."""

from collections.abc import Callable

import pytest

from briefing.records.article import Reading
from briefing.stages.extract.clauses import WHOLE, clauses, main_clause
from briefing.stages.extract.scene import scene

Read = Callable[..., Reading]
PAD = "in the wide and quiet valley behind the old mills of the northern bank of the river that crosses the province"


def cuts(read: Read, text: str) -> list[str]:
    """The clauses of a text of one sentence."""
    (sentence,) = scene(read(text)).sentences
    return [clause.text for clause in clauses(sentence)]


def test_a_short_sentence_stays_whole(read: Read) -> None:
    """Up to the limit nothing is cut, whatever boundaries there are."""
    text = "The bridge fell, and the road was closed for two days."
    assert cuts(read, text) == [text]


def test_a_long_sentence_is_cut_before_a_new_subject(read: Read) -> None:
    """A new subject with its own verb begins a statement of its own."""
    text = (
        f"The first bridge fell {PAD} on the first day of the flood, and the second bridge was closed "
        f"{PAD} for two days."
    )
    assert len(text) > WHOLE
    first, second = cuts(read, text)
    assert first.endswith("of the flood")
    assert second.startswith("the second bridge was closed")


@pytest.mark.parametrize("reach", ["police said ", "it was not true that ", "if it rains, ", "allegedly "])
def test_words_that_reach_over_a_boundary_keep_the_sentence_whole(read: Read, reach: str) -> None:
    """Attribution, negation, condition and hearsay hold for both halves, so there is no cut."""
    text = (
        f"On Monday {reach}the first bridge fell {PAD} on the first day, and the second bridge was closed "
        f"{PAD} for two days."
    )
    assert len(text) > WHOLE
    assert cuts(read, text) == [text]


def test_text_without_sentence_ends_is_cut_into_pieces_that_lose_nothing(read: Read) -> None:
    """A page that is one endless line still gives statements, in order, with all its words."""
    text = "word " * 700
    pieces = cuts(read, text)
    assert len(pieces) > 1
    assert " ".join(pieces).split() == text.split()


def test_the_main_clause_ends_before_a_participle(read: Read) -> None:
    """A headline drops what a participle adds at the end."""
    (sentence,) = scene(
        read("A second team of 40 divers reached the island on Friday, landing at Port Ellery.")
    ).sentences
    assert main_clause(sentence).text == "A second team of 40 divers reached the island on Friday"


def test_a_reported_lead_keeps_who_said_it(read: Read) -> None:
    """A headline never loses the attribution."""
    text = "At least nine miners died in the shaft on Friday, leaving many families bereft, the union said."
    (sentence,) = scene(read(text)).sentences
    assert main_clause(sentence).text == text
