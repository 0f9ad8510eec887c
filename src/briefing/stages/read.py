"""Reading: from a path, a stream, bytes or text to an ``Article`` with one canonical text that every offset refers to.

The canonical text is the decoded text with two changes and no others: line ends (CRLF, CR) become LF, and a leading
byte order mark is removed. Quotation marks, dashes, spaces at line ends, Unicode form: all stay as they were sent, so
that evidence can be printed as the publisher wrote it. Decoding tries, in this order, the declared encoding, the byte
order mark, strict UTF-8, Windows-1252 where that is plausible, and only then a guess; the last two leave a warning.
"""

import datetime as dt
import hashlib
import os
from pathlib import Path
from typing import Protocol

from briefing.errors import EmptySourceError, NotTextError, SourceNotFoundError, SourceTooLargeError
from briefing.records.article import Article
from briefing.settings import Settings
from briefing.text.decoding import decode, looks_like
from briefing.text.language import detect_language

HEADLINE_CHARS = 160
"""A first line longer than this is a paragraph, not a headline."""
_CHUNK = 1 << 16
_STOPS = ".!?…:;,。！？"
_CLOSERS = "\"'”’»)]"


class BinaryStream(Protocol):
    """Anything that gives bytes: an open file, ``sys.stdin.buffer``, ``io.BytesIO``."""

    def read(self, size: int = -1, /) -> bytes | None:
        """At most ``size`` bytes; nothing at the end."""
        ...


def read_text(
    text: str,
    *,
    settings: Settings,
    title: str | None = None,
    published_at: dt.date | None = None,
    origin: str | None = None,
) -> Article:
    """The article that ``text`` holds.

    Only line ends and a leading byte order mark are normalised. Without ``title``, a short first line without a
    full stop that is followed by a blank line counts as the headline; it stays in the text. Raises
    ``SourceTooLargeError``, ``NotTextError`` (NULs, lone surrogates) and ``EmptySourceError``.
    """
    return _article(text, settings, title=title, published_at=published_at, origin=origin, warnings=())


def read_bytes(
    data: bytes,
    *,
    settings: Settings,
    declared: str | None = None,
    title: str | None = None,
    published_at: dt.date | None = None,
    origin: str | None = None,
) -> Article:
    """The article that ``data`` holds, decoded as ``declared`` or as the bytes themselves suggest.

    ``Article.warnings`` says when the encoding was assumed or guessed. Raises what ``read_text`` raises,
    ``NotTextError`` for binary data or a wrong declaration, and ``UsageError`` for an encoding nobody knows.
    """
    where = _where(origin)
    if len(data) > settings.max_bytes:
        raise _too_large(where, f"{len(data):,}", settings)
    if not data:
        raise EmptySourceError(f"{where} is empty (0 bytes): give the text of an article")
    text, warnings = decode(data, declared=declared, where=where)
    return _article(text, settings, title=title, published_at=published_at, origin=origin, warnings=warnings)


def read_path(
    path: str | os.PathLike[str],
    *,
    settings: Settings,
    encoding: str | None = None,
    title: str | None = None,
    published_at: dt.date | None = None,
) -> Article:
    """The article in the file ``path``; its size is looked at before it is read.

    Raises ``SourceNotFoundError`` for a missing file, a folder or a file that may not be read, and what
    ``read_bytes`` raises.
    """
    file = Path(path)
    origin = os.fspath(path)
    try:
        if file.is_dir():
            raise SourceNotFoundError(f"{origin!r} is a folder: give a file in it")
        size = file.stat().st_size
        if size > settings.max_bytes:
            raise _too_large(repr(origin), f"{size:,}", settings)
        with file.open("rb") as stream:
            data = _read_limited(stream, settings.max_bytes + 1)
    except FileNotFoundError:
        raise SourceNotFoundError(f"no such file: {origin!r}; check the spelling and the folder") from None
    except PermissionError:
        raise SourceNotFoundError(f"{origin!r} may not be read: check its permissions") from None
    except (OSError, ValueError) as error:
        raise SourceNotFoundError(f"{origin!r} cannot be read: {error}") from error
    return _limited_bytes(data, settings, encoding, title, published_at, origin)


def read_stream(
    binary_stream: BinaryStream,
    *,
    settings: Settings,
    declared: str | None = None,
    title: str | None = None,
    published_at: dt.date | None = None,
    origin: str | None = "stdin",
) -> Article:
    """The article that a stream of bytes gives; at most one byte beyond the limit is taken from it.

    Raises what ``read_bytes`` raises.
    """
    data = _read_limited(binary_stream, settings.max_bytes + 1)
    return _limited_bytes(data, settings, declared, title, published_at, origin)


def _limited_bytes(
    data: bytes,
    settings: Settings,
    declared: str | None,
    title: str | None,
    published_at: dt.date | None,
    origin: str | None,
) -> Article:
    if len(data) > settings.max_bytes:
        # The rest was never read, so that the real size is not known.
        raise _too_large(_where(origin), f"more than {settings.max_bytes:,}", settings)
    return read_bytes(data, settings=settings, declared=declared, title=title, published_at=published_at, origin=origin)


def _read_limited(stream: BinaryStream, limit: int) -> bytes:
    parts: list[bytes] = []
    missing = limit
    while missing > 0:
        part = stream.read(min(_CHUNK, missing))
        if not part:
            break
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _where(origin: str | None) -> str:
    return "the source" if origin is None else repr(origin)


def _too_large(where: str, size: str, settings: Settings) -> SourceTooLargeError:
    return SourceTooLargeError(
        f"{where} has {size} bytes, the limit is {settings.max_bytes:,}: "
        "give one article, or raise max_bytes (BRIEFING_MAX_BYTES)"
    )


def _article(
    text: str,
    settings: Settings,
    *,
    title: str | None,
    published_at: dt.date | None,
    origin: str | None,
    warnings: tuple[str, ...],
) -> Article:
    where = _where(origin)
    canonical = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    encoded = _encoded(canonical, where, settings)
    _require_words(canonical, where)
    start = canonical[:200].lstrip().lower()
    if start.startswith(("<!doctype html", "<html")):
        warnings = (*warnings, f"{where} looks like HTML; its tags were read as text")
    return Article(
        text=canonical,
        sha256=hashlib.sha256(encoded).hexdigest(),
        title=title if title is not None else _headline(canonical),
        published_at=published_at,
        language=settings.language or detect_language(canonical),
        origin=origin,
        warnings=warnings,
    )


def _encoded(text: str, where: str, settings: Settings) -> bytes:
    if len(text) > settings.max_bytes:
        raise _too_large(where, f"at least {len(text):,}", settings)
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = f"U+{ord(text[error.start]):04X}"
        raise NotTextError(
            f"{where} holds half a character ({code} at character {error.start}): "
            "decode it again, without 'surrogateescape' or 'surrogatepass'"
        ) from None
    if len(encoded) > settings.max_bytes:
        raise _too_large(where, f"{len(encoded):,}", settings)
    return encoded


def _require_words(text: str, where: str) -> None:
    if not text:
        raise EmptySourceError(f"{where} is empty: give the text of an article")
    if text.isspace():
        raise EmptySourceError(f"{where} is only white space ({len(text):,} characters): give the text of an article")
    nul = text.find("\0")
    if nul >= 0:
        raise NotTextError(f"{where} is not text: a NUL stands at character {nul}")
    what = looks_like(text[:16].encode("utf-8"))
    if what is not None:
        raise NotTextError(f"{where} looks like {what}, not plain text: extract its text first")
    if not any(char.isalnum() for char in text):
        raise EmptySourceError(f"{where} holds no sentence: not one letter or digit in {text[:20]!r}")


def _headline(text: str) -> str | None:
    """The first line, if it is short, ends without a stop and a blank line and more text follow."""
    body = text.lstrip()
    first, _, after = body.partition("\n")
    line = first.rstrip()
    if not line or len(line) > HEADLINE_CHARS or not any(char.isalnum() for char in line):
        return None
    if line.rstrip(_CLOSERS).endswith(tuple(_STOPS)):
        return None
    blank, newline, more = after.partition("\n")
    if not newline or blank.strip() or not more.strip():
        return None
    return line
