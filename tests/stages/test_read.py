"""Reading: one canonical text, the right encoding, and a clear error for everything that is not an article."""

import codecs
import contextlib
import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import (
    BriefingError,
    EmptySourceError,
    InputError,
    NotTextError,
    SourceNotFoundError,
    SourceTooLargeError,
    UsageError,
)
from briefing.settings import Settings
from briefing.stages.read import read_bytes, read_path, read_stream, read_text

SETTINGS = Settings()
STORY = "The minister’s office in Besançon said on Friday that 14 people — all of them guards — had left.\n"


def test_line_ends_and_a_leading_mark_are_all_that_changes() -> None:
    """CRLF and CR become LF and the byte order mark goes; trailing spaces, tabs and odd quotes stay as they were."""
    article = read_text("\ufeffOne “line”.  \r\n\tTwo\u00a0lines.\rThree. \n", settings=SETTINGS)
    assert article.text == "One “line”.  \n\tTwo\u00a0lines.\nThree. \n"


def test_digest_is_of_the_canonical_text() -> None:
    """The same article with other line ends has the same digest."""
    unix = read_text("One.\nTwo.", settings=SETTINGS)
    windows = read_bytes(b"One.\r\nTwo.", settings=SETTINGS)
    assert unix.sha256 == windows.sha256 == hashlib.sha256(b"One.\nTwo.").hexdigest()


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (STORY.encode(), None),
        (codecs.BOM_UTF8 + STORY.encode(), None),
        (codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), None),
        (codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"), None),
        (codecs.BOM_UTF32_BE + STORY.encode("utf-32-be"), None),
        (STORY.encode("utf-16"), "utf-16"),
        (STORY.encode("utf-16-le"), "UTF-16LE"),
        (STORY.encode("cp1252"), "windows-1252"),
        (codecs.BOM_UTF8 + STORY.encode(), "utf_8"),
    ],
)
def test_declared_and_marked_encodings_read_without_a_warning(data: bytes, declared: str | None) -> None:
    """Where the encoding is known, the text is exact and nothing was guessed."""
    article = read_bytes(data, settings=SETTINGS, declared=declared)
    assert article.text == STORY
    assert article.warnings == ()


def test_windows_1252_comes_before_any_guess_and_says_so() -> None:
    """English news in Windows-1252 keeps its curly quotes and dashes, with a warning that names the encoding."""
    article = read_bytes(STORY.encode("cp1252"), settings=SETTINGS, origin="wire.txt")
    assert article.text == STORY
    assert len(article.warnings) == 1
    assert "Windows-1252" in article.warnings[0]
    assert "wire.txt" in article.warnings[0]


def test_another_script_is_guessed_with_a_warning() -> None:
    """Cyrillic in its own code page is not taken for Western text; the guess is named."""
    story = "Полиция сообщила в пятницу, что в город прибыли двести сотрудников. Об этом говорится в заявлении. " * 5
    article = read_bytes(story.encode("cp1251"), settings=SETTINGS)
    assert article.text == story
    assert "guessed" in article.warnings[0]


def test_one_broken_byte_does_not_turn_utf8_into_mojibake() -> None:
    """UTF-8 with a damaged byte stays UTF-8; the damage shows and is reported."""
    article = read_bytes(STORY.encode() + b"\xff end", settings=SETTINGS)
    assert article.text == STORY + "\ufffd end"
    assert "broken" in article.warnings[0]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"PK\x03\x04word/document.xml", "zip"),
        (b"\x89PNG\r\n\x1a\n0000", "PNG"),
        (b"\xff\xd8\xff\xe0 JFIF", "JPEG"),
        (b"{\\rtf1 Hello", "RTF"),
        (b"RIFF0000WEBPVP8 ", "WebP"),
        (b"Words and a \x00 in the middle", "NUL"),
        ("Half of it is NULs".encode("utf-16-le"), "utf-16"),
        (b"\x01\x02\x03\x04\x05\x06abc", "control characters"),
    ],
)
def test_binary_data_is_named(data: bytes, what: str) -> None:
    """Binary data is refused with what it looks like, and never briefed."""
    with pytest.raises(NotTextError, match=what):
        read_bytes(data, settings=SETTINGS)


def test_wrong_declaration_says_where_it_breaks() -> None:
    """Bytes that are not in the declared encoding raise, with the encoding and the place."""
    with pytest.raises(NotTextError, match=r"ascii.*byte 12"):
        read_bytes(STORY.encode(), settings=SETTINGS, declared="ascii")


def test_declaration_against_the_mark_is_refused() -> None:
    """Latin-1 decodes anything, so a byte order mark that contradicts it must speak up."""
    with pytest.raises(NotTextError, match="byte order mark of utf-8"):
        read_bytes(codecs.BOM_UTF8 + STORY.encode(), settings=SETTINGS, declared="latin-1")


@pytest.mark.parametrize("name", ["utf9", "", "base64", "idna", "undefined", "utf-8\0", "\ud800"])
def test_unknown_encoding_is_the_callers_mistake(name: str) -> None:
    """A name that is no text encoding is a usage error, whatever the name."""
    with pytest.raises(UsageError, match="unknown encoding"):
        read_bytes(b"Words.", settings=SETTINGS, declared=name)


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "is empty"), ("\ufeff", "is empty"), (" \n\t\u00a0", "white space"), ("... — !", "no sent")],
)
def test_nothing_to_read_is_an_error(text: str, message: str) -> None:
    """Empty text, white space and text without a letter or digit each say what they are."""
    with pytest.raises(EmptySourceError, match=message):
        read_text(text, settings=SETTINGS)


def test_empty_file_says_so(tmp_path: Path) -> None:
    """A file of no bytes is reported as empty, with its name."""
    (tmp_path / "none.txt").write_bytes(b"")
    with pytest.raises(EmptySourceError, match=r"none\.txt' is empty"):
        read_path(tmp_path / "none.txt", settings=SETTINGS)


def test_half_a_character_is_refused_with_its_place() -> None:
    """A lone surrogate cannot be written as UTF-8; the message says which and where."""
    with pytest.raises(NotTextError, match=r"U\+D83D at character 3"):
        read_text("abc\ud83d def", settings=SETTINGS)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """A path that is missing, a folder, or no path at all is refused by name."""
    with pytest.raises(SourceNotFoundError, match="no such file"):
        read_path(tmp_path / "gone.txt", settings=SETTINGS)
    with pytest.raises(SourceNotFoundError, match="is a folder"):
        read_path(tmp_path, settings=SETTINGS)
    with pytest.raises(SourceNotFoundError, match="cannot be read"):
        read_path("a\0b", settings=SETTINGS)
    with pytest.raises(SourceNotFoundError):
        read_path("x" * 5000, settings=SETTINGS)


def test_unreadable_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system does not let us open is an input error, not a traceback."""
    file = tmp_path / "locked.txt"
    file.write_text("Words.")

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceNotFoundError, match=r"locked\.txt.*permissions"):
        read_path(file, settings=SETTINGS)


def test_large_file_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is checked first: a file over the limit is never opened."""
    file = tmp_path / "large.txt"
    file.write_bytes(b"word " * 100)

    def fail(*_args: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(SourceTooLargeError, match="500 bytes, the limit is 100"):
        read_path(file, settings=Settings(max_bytes=100))


def test_stream_is_read_no_further_than_the_limit() -> None:
    """An endless stream costs one byte more than the limit."""

    class Endless:
        taken = 0

        def read(self, size: int = -1, /) -> bytes:
            assert size > 0
            self.taken += size
            return b"a" * size

    stream = Endless()
    with pytest.raises(SourceTooLargeError, match="more than 1,000"):
        read_stream(stream, settings=Settings(max_bytes=1000))
    assert stream.taken == 1001


def test_limits_hold_for_text_too() -> None:
    """Text is measured in UTF-8 bytes; exactly the limit is allowed."""
    assert read_text("é" * 50, settings=Settings(max_bytes=100)).text == "é" * 50
    with pytest.raises(SourceTooLargeError, match="102 bytes"):
        read_text("é" * 51, settings=Settings(max_bytes=100))


def test_stream_and_path_say_where_they_came_from(tmp_path: Path) -> None:
    """``origin`` is the path, or stdin."""
    file = tmp_path / "a.txt"
    file.write_bytes(STORY.encode())
    assert read_path(file, settings=SETTINGS).origin == str(file)
    assert read_stream(io.BytesIO(STORY.encode()), settings=SETTINGS).origin == "stdin"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Guards leave\n\nThe guards left on Friday.", "Guards leave"),
        ("\n  Guards leave \n \nThe guards left.", "Guards leave"),
        ("Guards leave\nThe guards left on Friday.", None),
        ("The guards left.\n\nNobody knows why.", None),
        ("“The guards left.”\n\nNobody knows why.", None),
        ("Guards leave\n\n", None),
        ("word " * 60 + "\n\nNobody knows why.", None),
        ("***\n\nNobody knows why.", None),
    ],
)
def test_first_line_is_the_headline_only_if_it_looks_like_one(text: str, title: str | None) -> None:
    """Short, no full stop, a blank line and more text after it: otherwise there is no title."""
    assert read_text(text, settings=SETTINGS).title == title


def test_given_title_and_language_win() -> None:
    """What the caller knows is never replaced by what was told from the text."""
    article = read_text("Guards leave\n\nThe guards left.", settings=Settings(language="fr"), title="Given")
    assert (article.title, article.language) == ("Given", "fr")


def test_html_is_read_with_a_warning() -> None:
    """A page's source is text, but the reader is told that its tags were kept."""
    article = read_text("<!DOCTYPE html><p>The guards left.</p>", settings=SETTINGS)
    assert "looks like HTML" in article.warnings[0]


@given(st.binary(max_size=400))
def test_arbitrary_bytes_give_text_or_an_input_error(data: bytes) -> None:
    """No bytes crash the reader: they are an article whose text is valid UTF-8, or an error of our own."""
    with contextlib.suppress(InputError):
        article = read_bytes(data, settings=SETTINGS)
        assert article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
        assert "\r" not in article.text


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-7", "cp1252", "shift_jis", "x", "hz"]))
def test_arbitrary_text_under_any_declaration_never_crashes(text: str, declared: str) -> None:
    """Whatever is declared, the outcome is an article or an error of our own."""
    with contextlib.suppress(BriefingError):
        article = read_bytes(text.encode("utf-8", "replace"), settings=SETTINGS, declared=declared)
        assert article.text
