"""Folding: typography falls away, words and digits stay, and every folded span leads back to the original."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.spans import Span
from briefing.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Guards” and ‘men’, «ici», ‹là›", "\"guards\" and 'men', \"ici\", 'là'"),
        ("10–15 — a\u2011b \u22125", "10-15 - a-b -5"),
        ("a\u00a0b\u202fc \n\t d\u2028e", "a b c d e"),
        ("se\u00adcu\u200brity\ufeff", "security"),
        ("secu-\nrity, secu-  \n  rity, secu\u00ad\nrity", "security, security, security"),
        ("Port-au-\nPrince, 10-\n15, so -\nwell, end-\n\nnew", "port-au-prince, 10-15, so - well, end- new"),
        ("STRASSE Straße", "strasse strasse"),
        ("ef\ufb01cient of\ufb01ce", "efficient office"),
        ("Cafe\u0301 CAF\u00c9", "café café"),
        ("on… and", "on... and"),
        ("a \u200b b", "a b"),
        ("１２ stays", "１２ stays"),
        ("", ""),
    ],
)
def test_typography_falls_away(text: str, folded: str) -> None:
    """Each kind of difference that is not one of words or digits disappears."""
    assert fold(text).text == folded


def test_spans_lead_back_to_the_characters_that_were_folded() -> None:
    """Removed, joined, expanded and composed characters are covered exactly, and nothing beside them."""
    text = "The “secu-\nrity”  of\u00adfice of Straße… cafe\u0301 x"
    folded = fold(text)
    for words, original in [
        ("security", "secu-\nrity"),
        ('"security"', "“secu-\nrity”"),
        ("office", "of\u00adfice"),
        ("strasse", "Straße"),
        ("...", "…"),
        ("café", "cafe\u0301"),
        ("x", "x"),
        ("the", "The"),
    ]:
        at = folded.text.index(words)
        span = folded.original_span(at, at + len(words))
        assert text[span.start : span.end] == original


def test_half_of_an_expansion_is_covered_whole() -> None:
    """A span that ends inside what one character expanded to covers that character."""
    folded = fold("xßy")
    assert folded.original_span(1, 2) == folded.original_span(2, 3) == Span(1, 2)


_ODD = "aA zZ1,.-\n\t\u00a0\u00ad\u200b“”’—…ßﬁİŉé\u0301\u0308"
_ODD += "\u0345ǰ가\u1100\u1161\u11a8\u212a\u2126≠\ufb1d\ufe0f\ud800\U0001f600"
TEXTS = st.one_of(st.text(alphabet=st.sampled_from(list(_ODD)), max_size=60), st.text(max_size=60))


@given(TEXTS)
def test_decomposed_text_folds_like_composed_text(text: str) -> None:
    """Canonically equal texts have equal folded forms."""
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


@given(TEXTS)
def test_every_folded_character_has_a_place(text: str) -> None:
    """Places exist, run forward, and the whole folded text covers the original but for what was removed at the ends."""
    folded = fold(text)
    last = Span(0, 0)
    for index in range(len(folded.text)):
        span = folded.original_span(index, index + 1)
        assert last.start <= span.start < span.end <= len(text)
        assert span == last or span.start >= last.end
        last = span
    if folded.text:
        whole = folded.original_span(0, len(folded.text))
        assert fold(text[: whole.start] + text[whole.end :]).text == ""


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=80))
def test_ascii_and_other_text_follow_the_same_rules(text: str) -> None:
    """The quick way for ASCII gives what the full way gives."""
    assert fold(text + ".é").text == fold(text + ".").text + "é"


@given(TEXTS)
def test_digits_and_letters_are_never_lost(text: str) -> None:
    """Folding cannot make two different numbers equal: the digits are the same, in the same order."""
    assert [c for c in fold(text).text if c.isdigit()] == [c for c in text if c.isdigit()]


@pytest.mark.parametrize("piece", ["-", "-\n", "- \n ", " ", "\u00ad", "e\u0301", "…", "a-\n", "\u0301", "ß", "-\t"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    """A quarter of a megabyte of one thing takes a few seconds at most."""
    begun = time.perf_counter()
    fold(piece * (250_000 // len(piece)))
    assert time.perf_counter() - begun < 5
