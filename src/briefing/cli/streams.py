"""Where things go: data to stdout or a file, notes to stderr, sources from files or stdin."""

import contextlib
import io
import os
import sys
from pathlib import Path

from briefing.briefer import Briefer, parse_day
from briefing.errors import UsageError
from briefing.records.article import Article

STDIN = "-"
_LARGE = 200_000
"""Bytes from which reading an article takes long enough to say so."""


def prepare() -> None:
    """Makes every character printable: data that another program reads is UTF-8, a terminal's gaps are escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def complain(message: str) -> None:
    """An error on stderr, without control characters of whatever it quotes."""
    from briefing.render.controls import visible

    print(f"briefing: {visible(message)}", file=sys.stderr)


def note(message: str, *, quiet: bool) -> None:
    """A remark on stderr unless ``quiet``."""
    if not quiet:
        complain(message)


def colour_wanted() -> bool:
    """Whether stdout is a terminal that takes colour; ``NO_COLOR`` forbids it."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def load(
    name: str,
    briefer: Briefer,
    *,
    encoding: str | None = None,
    title: str | None = None,
    published_at: str | None = None,
    progress: bool = True,
) -> Article:
    """The article in the file ``name``, or on stdin for "-". Warnings of the reader go to stderr."""
    from briefing.stages.read import read_path, read_stream

    day = parse_day(published_at)
    if name == STDIN:
        article = read_stream(
            sys.stdin.buffer, settings=briefer.settings, declared=encoding, title=title, published_at=day
        )
    else:
        article = read_path(Path(name), settings=briefer.settings, encoding=encoding, title=title, published_at=day)
    for warning in article.warnings:
        complain(f"{name}: {warning}")
    if progress and len(article.text) > _LARGE and sys.stderr.isatty():
        complain(f"{name}: {len(article.text):,} characters, this takes a few seconds ...")
    return article


def write(text: str, output: str | None) -> None:
    """``text`` to the file ``output``, or to stdout. The file appears whole or not at all."""
    if output is None or output == STDIN:
        sys.stdout.write(text)
        return
    target = Path(output)
    if not target.name:
        raise UsageError(f"cannot write {output!r}: give the name of a file")
    try:
        if target.exists() and not target.is_file():
            # A device or a pipe is written to, never replaced by a file; a folder is refused here.
            target.write_text(text, encoding="utf-8", newline="\n")
        else:
            _replace(target, text)
    except OSError as error:
        raise UsageError(f"cannot write {output!r}: {error.strerror}") from None


def _replace(target: Path, text: str) -> None:
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
