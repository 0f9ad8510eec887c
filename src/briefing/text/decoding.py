"""Decoding: from bytes to text, in an order that never prefers a guess over what the bytes themselves say.

Windows-1252 comes before any guess because statistical detection takes English news in that encoding for an old
code page and turns its quotation marks into other letters.
"""

import codecs
import re

from briefing.errors import NotTextError, UsageError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 comes first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or DOCX, ODT, EPUB)"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\x89PNG\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (DOC, XLS, PPT)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "an MP3 recording"),
)
_NOT_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"})
_CP1252_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.002
"""Stray control characters occur in wire copy; more than this is not text."""
_HIGH_SHARE = 0.3
"""Western text has fewer accented letters than this; other scripts in their own code pages have more."""


def looks_like(data: bytes) -> str | None:
    """What the first bytes give away ("a PDF"), or ``None`` when they are no known file type."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image"
    return next((what for magic, what in _MAGIC if data.startswith(magic)), None)


def decode(data: bytes, *, declared: str | None = None, where: str = "the source") -> tuple[str, tuple[str, ...]]:
    """The text of ``data`` and warnings about what was assumed; a byte order mark may still lead the text.

    Raises ``NotTextError`` for binary data and for bytes that are not in the ``declared`` encoding, ``UsageError``
    for a declared name that no codec has.
    """
    what = looks_like(data)
    if what is not None:
        raise NotTextError(f"{where} looks like {what}, not plain text: extract its text first")
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    if declared is not None:
        return _decode_declared(data, declared, marked, where), ()
    if marked is not None:
        return _decode_as(data, marked, where, because="as its byte order mark says"), ()
    _refuse_binary(data, where)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_legacy(data, error.start, where)


def _decode_declared(data: bytes, declared: str, marked: str | None, where: str) -> str:
    name = _codec_name(declared)
    if marked is not None and not (marked.startswith(name.removesuffix("-sig")) or name == "utf-8-sig"):
        raise NotTextError(
            f"{where} is declared as {declared!r} but begins with the byte order mark of {marked}: "
            f"declare {marked}, or leave the encoding out"
        )
    return _decode_as(data, name, where, because=f"as declared ({declared!r})")


def _codec_name(declared: str) -> str:
    problem = UsageError(f"unknown encoding {declared!r}: use a name such as utf-8, utf-16, cp1252 or iso-8859-15")
    try:
        name = codecs.lookup(declared).name.replace("_", "-")
        bytes(4).decode(name, "replace")
    except (LookupError, ValueError):
        raise problem from None
    if name in _NOT_CHARSETS:
        raise problem
    return name


def _decode_as(data: bytes, name: str, where: str, *, because: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        shown = data[error.start : error.start + 4].hex(" ")
        raise NotTextError(
            f"{where} cannot be decoded as {name}, {because}: byte {error.start} begins {shown}; "
            "declare the right encoding, or leave it out to have it found"
        ) from None
    except (LookupError, ValueError) as error:
        raise NotTextError(f"{where} cannot be decoded as {name}, {because}: {error}") from None


def _refuse_binary(data: bytes, where: str) -> None:
    nul = data.find(b"\0")
    if nul >= 0:
        hint = "declare utf-16 or utf-32 if it is text" if data.count(b"\0") * 5 > len(data) else "it looks binary"
        raise NotTextError(f"{where} is not text: byte {nul} is NUL; {hint}")
    controls = len(_CONTROLS.findall(data))
    if controls > max(4, len(data) * _CONTROL_SHARE):
        raise NotTextError(f"{where} is not text: {controls:,} of its {len(data):,} bytes are control characters")


def _decode_legacy(data: bytes, first_bad: int, where: str) -> tuple[str, tuple[str, ...]]:
    lenient = data.decode("utf-8", "replace")
    damaged = lenient.count("\ufffd")
    sound = sum(char > "\x7f" for char in lenient) - damaged
    if sound > damaged:
        # Multi-byte sequences are not found by chance: this is UTF-8 with a few broken bytes.
        return lenient, (
            f"{where} is UTF-8 with {damaged} broken byte(s), the first at byte {first_bad}; they show as U+FFFD",
        )
    high = sum(byte > 0x7F for byte in data)
    if not _CP1252_UNDEFINED.search(data) and high <= max(2, len(data) * _HIGH_SHARE):
        return data.decode("cp1252"), (
            f"{where} is not UTF-8 (byte {first_bad}); it was read as Windows-1252: declare the encoding if not",
        )
    return _guess(data, where)


def _guess(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise NotTextError(f"{where} is in no encoding that could be told: declare the encoding")
    return str(best), (f"{where} has no clear encoding; it was guessed to be {best.encoding}: declare the encoding",)
