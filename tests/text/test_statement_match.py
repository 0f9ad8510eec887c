"""Which sentences of an article say what a claim says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.settings import Settings
from briefing.stages.read import read_text
from briefing.text.statement_match import SourceStatements, pairs, source_statements
from briefing.text.statements import read_statement

ARTICLE = (
    "The council closed the library on Monday. It had promised to keep it open for two years.\n\n"
    "Police said the driver was drunk. He has not been charged.\n\nSales fell 4% to 212 million euros."
)


def statements(text: str) -> SourceStatements:
    """The statements of an English article."""
    from dataclasses import replace

    article = replace(read_text(text, settings=Settings()), language="en")
    found = source_statements(pipeline.index(article).reading)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("The library was shut by the council.", "closed the library"),
        ("The library has been opened by the council.", "closed the library"),
        ("Sales rose 4% to 212 million euros.", "Sales fell"),
        ("According to police, the driver had been drunk.", "driver was drunk"),
    ],
)
def test_the_sentence_on_the_same_is_found(claim: str, words: str) -> None:
    """In other words, and with the opposite ones: only then can the difference be seen."""
    source = statements(ARTICLE)
    best = source.aligned(read_statement(claim, 0, source.tables, "en"))[0]
    assert words in source.reading.text[best.unit.start : best.unit.end]


def test_what_the_article_does_not_speak_of_is_not_found() -> None:
    """A claim about something else is held against nothing."""
    source = statements(ARTICLE)
    assert source.aligned(read_statement("Astronomers discovered a distant comet.", 0, source.tables, "en")) == ()


def test_opposites_are_found_together_but_are_not_the_same() -> None:
    """The word "rose" has "fell" as its partner, and the pair says that they differ."""
    source = statements(ARTICLE)
    claim = read_statement("Sales rose 4%.", 0, source.tables, "en")
    (pair,) = [pair for pair in pairs(claim.words, source.statement(4)) if pair.claim.text == "rose"]
    assert pair.source.text == "fell"
    assert not pair.same


PRINTED = st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF), min_size=1)


@given(PRINTED, PRINTED)
@settings(max_examples=60, deadline=None)
def test_any_claim_is_held_against_any_text(claim: str, text: str) -> None:
    """Never an exception."""
    source = statements("A. " + text)
    source.aligned(read_statement(claim, 0, source.tables, "en"))
