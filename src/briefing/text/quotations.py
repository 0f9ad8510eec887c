"""Quotations as a text prints them: which stretches stand between quotation marks, in any of the marks of news.

A mark that opens a paragraph and is never closed there quotes the whole paragraph; the next one then usually goes on
with the same speaker. Apostrophes, inches and feet open nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from briefing.records.spans import Span

_WRAPPED = re.compile(r"[^\n]+(?:\n(?![^\S\n]{2,}\S)[^\S\n]*[^\s\n][^\n]*)*")
"""A paragraph over lines: it ends at a blank line and before an indented one."""
_LINE = re.compile(r"[^\n]+")
_LONG_LINE = re.compile(r"[^\n]{101}")
"""Nobody wraps text by hand at such a width: the lines are paragraphs."""
_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "'": "'"}
_OPENING = re.compile(r"[“«„\"‘']")
_SINGLE = frozenset("'‘")
_ENDS_WORDS = frozenset(",.!?…;—")
_STOPS = frozenset(".!?…")
_ELIDED = re.compile(r"(?:\d0s|s|t|d|m|ve|re|ll|em|til|tis|twas|n)\b", re.IGNORECASE)
"""What an apostrophe at the head of a word stands for."""
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch between quotation marks.

    ``outer`` includes the marks, ``inner`` does not. ``inside`` is the number of the quotation that this one is nested
    in. ``closed`` is false when the paragraph ends first; ``continues`` is the number of such a quotation before this
    one, in the paragraph before.
    """

    outer: Span
    inner: Span
    paragraph: Span
    inside: int | None = None
    closed: bool = True
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one text in text order, each before those nested in it."""

    text: str
    all: tuple[Quotation, ...]
    paragraphs: tuple[Span, ...]
    _starts: tuple[int, ...]

    def at(self, offset: int) -> Quotation | None:
        """The innermost quotation whose words cover ``offset``, or ``None`` outside every quotation."""
        for number in range(bisect_right(self._starts, offset) - 1, -1, -1):
            found = self.all[number]
            if found.inner.start <= offset < found.inner.end:
                return found
            if found.inside is None and found.outer.end <= offset:
                return None
        return None

    def between(self, span: Span) -> list[Quotation]:
        """The quotations with words in ``span``, in text order."""
        if not self.all:
            return []
        first = bisect_right(self._starts, span.start)
        while first > 0 and (self.all[first - 1].inside is not None or self.all[first - 1].inner.end > span.start):
            first -= 1
        return [
            each for each in self.all[first : bisect_right(self._starts, span.end - 1)] if each.inner.overlaps(span)
        ]

    def words(self, quotation: Quotation) -> str:
        """The words between the marks."""
        return self.text[quotation.inner.start : quotation.inner.end]


@lru_cache(maxsize=8)
def quotations(text: str) -> Quotations:
    """Every quotation of at least one word in ``text``. Kept for the last few texts; raises nothing."""
    found: list[Quotation] = []
    lines = _LINE if _LONG_LINE.search(text) else _WRAPPED
    paragraphs = tuple(Span(*match.span()) for match in lines.finditer(text) if not match.group().isspace())
    if _OPENING.search(text) is None:
        return Quotations(text, (), paragraphs, ())
    for paragraph in paragraphs:
        _read(text, paragraph, found)
    linked = tuple(_linked(text, found))
    return Quotations(text, linked, paragraphs, tuple(each.outer.start for each in linked))


def _read(text: str, paragraph: Span, found: list[Quotation]) -> None:
    at = paragraph.start
    while True:
        opening = _OPENING.search(text, at, paragraph.end)
        if opening is None:
            return
        at = opening.start()
        close = _closing(text, at, paragraph) if _opens(text, at) else None
        if close is None:
            at += 1
            continue
        end, closed = close
        outer = Span(at, end)
        inner = _trimmed(text, at + 1, end - 1 if closed else end)
        if _WORD.search(text, inner.start, inner.end) is None:
            at = end
            continue
        number = len(found)
        found.append(Quotation(outer, inner, paragraph, closed=closed))
        found.extend(_nested(text, found[number], number))
        at = end


def _nested(text: str, parent: Quotation, number: int) -> Iterator[Quotation]:
    """Quotations with other marks inside ``parent``."""
    single = text[parent.outer.start] in _SINGLE
    at, end = parent.inner.start, parent.inner.end
    while (opening := _OPENING.search(text, at, end)) is not None:
        at = opening.start()
        if (text[at] in _SINGLE) != single and _opens(text, at):
            close = _closing(text, at, Span(parent.inner.start, end))
            if close is not None and close[1]:
                inner = Span(at + 1, close[0] - 1)
                if _WORD.search(text, inner.start, inner.end) is not None:
                    yield Quotation(Span(at, close[0]), inner, parent.paragraph, inside=number)
                at = close[0] - 1
        at += 1


def _linked(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    """The same quotations; one that opens a paragraph after an unclosed one goes on with it."""
    before: tuple[int, Quotation] | None = None
    for number, each in enumerate(found):
        if (
            before is not None
            and each.inside is None
            and not before[1].closed
            and not text[before[1].outer.end : each.outer.start].strip()
        ):
            yield replace(each, continues=before[0])
        else:
            yield each
        if each.inside is None:
            before = (number, each)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in "«„":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or after.isspace() or (before and (before.isalnum() or before in _ENDS_WORDS - {"—"})):
        return False
    if mark == "“":
        return after not in ",;:)]"
    if mark == '"':
        return after not in ",;:!?)]" and (after != "." or text[at + 1 : at + 4] == "...")
    # Single marks are apostrophes as well.
    return (after.isalnum() or after in '[“"…') and not (mark == "'" and _ELIDED.match(text, at + 1))


def _closing(text: str, at: int, within: Span) -> tuple[int, bool] | None:
    """Where the quotation that opens at ``at`` ends, and whether a mark closes it."""
    mark = text[at]
    if mark in _SINGLE:
        return _closing_single(text, at, within)
    for index in range(at + 1, within.end):
        char = text[index]
        if char in _PAIRS[mark] and not (char == '"' and text[index - 1].isspace() and _opens(text, index)):
            return index + 1, True
        if char == mark or (char in '"“' and mark in '"“' and _opens(text, index)):
            # A mark that opens again: the first was never closed, often because two paragraphs were run together.
            body = text[at:index].rstrip()
            return (at + len(body), False) if body[-1] in _STOPS else None
    return (within.end, False) if mark in '"“' else None


def _closing_single(text: str, at: int, within: Span) -> tuple[int, bool] | None:
    close = "’" if text[at] == "‘" else "'"
    candidates = []
    for index in range(at + 2, within.end):
        if text[index] == text[at] and _opens(text, index):
            break
        if text[index] != close:
            continue
        after = text[index + 1 : index + 2]
        if after.isalnum():
            continue
        candidates.append(index)
        if text[index - 1] in _ENDS_WORDS or not after or after in '.,;:!?)”"':
            break
    if not candidates:
        return None
    for index, following in pairwise([*candidates, within.end]):
        possessive = text[index - 1] == "s" and re.match(r"\s[a-z]", text[index + 1 : index + 3])
        if not possessive or following == within.end:
            return index + 1, True
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))
