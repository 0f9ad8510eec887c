"""Statements: which words of a sentence are denied, possible, planned, alleged or said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.sayers import sayers
from briefing.text.statement_words import Cue, StatementWords, statement_words
from briefing.text.statements import Statement, Word, read_statement


def tables() -> StatementWords:
    """The tables of English, which ship with the package."""
    found = statement_words("en")
    assert found is not None
    return found


def read(text: str) -> Statement:
    """An English sentence, read."""
    return read_statement(text, 0, tables(), "en")


def word(text: str, which: str) -> Word:
    """That word of the sentence."""
    return next(each for each in read(text).words if each.text == which)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The bank did not close the branch.", "close"),
        ("The bank refused to close the branch.", "close"),
        ("Neither side accepted the offer.", "accepted"),
        ("Plans to close the library have been dropped.", "close"),
        ("A report that the ferry had sunk was false.", "sunk"),
        ("There was no evidence that the water was unsafe.", "unsafe"),
    ],
)
def test_what_is_denied_is_marked(text: str, denied: str) -> None:
    """A "not", a verb of denial and a plan that was dropped turn what they speak of."""
    assert word(text, denied).negated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The bank did not refuse to close the branch.", "close"),
        ("No doubt the bank will close the branch.", "close"),
        ("The bank will close not only the branch.", "close"),
        ("He did not speak, but the branch closed.", "closed"),
    ],
)
def test_what_is_stated_is_not_marked(text: str, stated: str) -> None:
    """Two denials cancel each other; a denial ends with its clause; "no doubt" denies nothing."""
    assert not word(text, stated).negated


@pytest.mark.parametrize(
    ("text", "which", "cue"),
    [
        ("The plant may close in May.", "close", Cue.POSSIBLE),
        ("The plant is unlikely to close.", "close", Cue.POSSIBLE),
        ("The plant is to close on Friday.", "close", Cue.PLANNED),
        ("The plant is expected to close.", "close", Cue.EXPECTED),
        ("The union called for a strike.", "strike", Cue.CALLED),
        ("The mayor said the plant was unsafe.", "unsafe", Cue.SAID),
        ("He is accused of stealing the money.", "stealing", Cue.ALLEGED),
    ],
)
def test_how_a_word_is_meant(text: str, which: str, cue: Cue) -> None:
    """A cue marks the words that it is about."""
    assert cue in word(text, which).cues


@pytest.mark.parametrize("text", ["She is to appear before magistrates.", "they meet on may 2", "He will sing in May."])
def test_words_that_only_look_like_a_doubt(text: str) -> None:
    """To "appear before a court" and the month of May are no doubts."""
    assert not read(text).has(Cue.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor said the dam was safe.", "mayor"),
        ("The dam was safe, according to the mayor.", "mayor"),
        ("Ann Lee, a doctor who was not involved, said the results were clear.", "lee"),
        ('"It is safe," said Ann Lee.', "lee"),
    ],
)
def test_who_speaks(text: str, who: str) -> None:
    """The one who speaks stands before the verb, behind it or behind "according to"."""
    assert any(who in sayer.who for sayer in sayers(read(text), tables()))


def test_a_language_without_tables_has_none() -> None:
    """Nothing is compared in a language whose words are not known."""
    assert statement_words("xx") is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """Never an exception, and every word stands where it says."""
    for each in read(text).words:
        assert 0 <= each.start < each.end <= len(text)
    sayers(read(text), tables())
