"""Decoding on its own; the order as a whole is tested with the reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import NotTextError
from briefing.text.decoding import decode, looks_like


@given(st.text(max_size=100))
def test_utf8_without_controls_comes_back_unchanged(text: str) -> None:
    """What was written as UTF-8 is read as UTF-8, without a warning."""
    clean = "".join(char for char in text if char.isprintable() or char == "\n")
    if looks_like(clean.encode()) is None and not clean.startswith("\ufeff"):
        assert decode(clean.encode()) == (clean, ())


@given(st.text(alphabet="abcdefghij klmno.,\n", min_size=30), st.sampled_from("éü’“—£"))
def test_windows_1252_comes_back_with_one_warning(text: str, char: str) -> None:
    """Western text in Windows-1252 is exact, and says that it was assumed."""
    story = f"{text} {char} {text}"
    read, warnings = decode(story.encode("cp1252"), where="'a.txt'")
    assert read == story
    assert len(warnings) == 1


def test_a_mark_without_the_encoding_is_an_error() -> None:
    """A UTF-16 mark before half a unit cannot be decoded, and the message says why it was tried."""
    with pytest.raises(NotTextError, match="byte order mark"):
        decode(b"\xff\xfea\x00b")


def test_undefined_bytes_are_never_windows_1252() -> None:
    """Bytes that Windows-1252 does not define lead to a guess or an error, never to wrong letters in silence."""
    try:
        _, warnings = decode(b"caf\x81 and \x8d words " * 4)
    except NotTextError:
        return
    assert "guessed" in warnings[0]
