"""Folding: one plain form for text that differs only in typography, with a way back to the original characters.

Folded alike are curly and straight quotation marks and guillemets, all dashes, all white space (runs become one
space), soft hyphens and zero-width characters (removed), words broken at a line end ("secu-", "rity"), case,
composed and decomposed accents, ligatures, and the ellipsis character. Digits and words are never changed.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefing.records.spans import Span

_SINGLE_QUOTES = frozenset("‘’‚‛′‹›´ʹʻʼʽˈ")
_DOUBLE_QUOTES = frozenset("“”„‟″«»〝〞〟")
_MINUS = "\u2212"
_REMOVED = frozenset(
    chr(code)
    for first, last in (
        (0xAD, 0xAD),  # soft hyphen
        (0x61C, 0x61C),
        (0x180E, 0x180E),
        (0x200B, 0x200F),  # zero-width space and joiners, direction marks
        (0x202A, 0x202E),
        (0x2060, 0x2064),
        (0x2066, 0x2069),
        (0xFE00, 0xFE0F),  # variation selectors
        (0xFEFF, 0xFEFF),
    )
    for code in range(first, last + 1)
)
_HANGUL_VOWELS_AND_TAILS = ("\u1160", "\u11ff")
_ASCII_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f "
_HYPHENS = "-\u2010\u2011\u00ad"


class _Change(NamedTuple):
    """A stretch whose length changed; between changes, folded and original text run in step."""

    folded_start: int
    folded_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in folded form beside its original. Two texts that differ only in typography have equal ``text``."""

    original: str
    text: str
    changes: tuple[_Change, ...] = ()
    change_starts: tuple[int, ...] = ()

    def original_span(self, start: int, end: int) -> Span:
        """The characters of the original that ``text[start:end]`` came from, half open; ``start < end``.

        A folded character that came from several ("...", from one ellipsis character, or the other way round) is
        covered whole. Removed characters count only when they stand between two that are covered.
        """
        return Span(self._place(start)[0], self._place(end - 1)[1])

    def _place(self, index: int) -> tuple[int, int]:
        """Where the one folded character at ``index`` came from."""
        number = bisect_right(self.change_starts, index) - 1
        if number < 0:
            return index, index + 1
        change = self.changes[number]
        if index < change.folded_end:
            return change.start, change.end
        at = change.end + index - change.folded_end
        return at, at + 1


@dataclass(frozen=True, slots=True)
class _Plan:
    """How to fold texts that use one set of characters."""

    table: dict[int, str]
    """Characters that fold to one other character."""
    special: re.Pattern[str]
    """Stretches whose length changes, or may."""


def fold(text: str) -> Folded:
    """``text`` in folded form. Takes time in proportion to its length; raises nothing."""
    plan = _plan(frozenset() if text.isascii() else frozenset(char for char in set(text) if char > "\x7f"))
    same_length = text.translate(plan.table)
    pieces: list[str] = []
    changes: list[_Change] = []
    at = 0
    length = 0
    for match in plan.special.finditer(text):
        start, end = match.span()
        new = _fold_special(match.group(), text[end : end + 1])
        pieces.append(same_length[at:start])
        pieces.append(new)
        length += start - at
        changes.append(_Change(length, length + len(new), start, end))
        length += len(new)
        at = end
    pieces.append(same_length[at:])
    return Folded(text, "".join(pieces), tuple(changes), tuple(change.folded_start for change in changes))


def _fold_special(words: str, following: str) -> str:
    """The folded form of a stretch that a plan's pattern matched."""
    if words[0] in _HYPHENS and words.endswith(("\n", " ", "\t")) and "\n" in words:
        # Lower case goes on with a broken word; "Port-au-" at a line end, or "10-", keeps its hyphen.
        return "" if words[0] == "\u00ad" or following.islower() else "-"
    if all(char in _REMOVED or char.isspace() for char in words):
        return " " if any(char.isspace() for char in words) else ""
    return _fold_cluster(words)


@lru_cache(maxsize=4096)
def _fold_cluster(cluster: str) -> str:
    """A character with its combining marks: composed, without case, and with plain punctuation."""
    composed = unicodedata.normalize("NFC", cluster)
    caseless = unicodedata.normalize("NFC", composed.casefold())
    return "".join(_plain(char) for char in caseless)


def _plain(char: str) -> str:
    if char in _SINGLE_QUOTES:
        return "'"
    if char in _DOUBLE_QUOTES:
        return '"'
    if char == "…":
        return "..."
    if char == _MINUS or unicodedata.category(char) == "Pd":
        return "-"
    return " " if char.isspace() else char


def _is_mark(char: str) -> bool:
    """Whether ``char`` may become one with the character before it."""
    first, last = _HANGUL_VOWELS_AND_TAILS
    return (unicodedata.category(char)[0] == "M" or first <= char <= last) and char not in _REMOVED


@lru_cache(maxsize=256)
def _plan(characters: frozenset[str]) -> _Plan:
    """The plan for texts whose characters beyond ASCII are ``characters``."""
    # Every character has an entry, even if it stays: a miss costs more than a hit.
    table = {code: chr(code).lower() for code in range(128)} | {ord(char): char for char in characters}
    table |= dict.fromkeys(map(ord, _ASCII_SPACES), " ")
    marks = {char for char in characters if _is_mark(char)}
    spaces = {char for char in characters if char.isspace()}
    removed = characters & _REMOVED
    longer: set[str] = set()
    for char in characters - marks - removed:
        folded = _fold_cluster(char)
        if len(folded) == 1:
            table[ord(char)] = folded
        else:
            longer.add(char)
    return _Plan(table, _pattern(marks, spaces, removed, longer))


def _pattern(marks: set[str], spaces: set[str], removed: frozenset[str], longer: set[str]) -> re.Pattern[str]:
    gap = _class(set(_ASCII_SPACES) | spaces | removed)
    letter = rf"[^\W_]|[{_class(marks)}]" if marks else r"[^\W_]"
    parts = [rf"(?<={letter})[-\u2010\u2011\u00ad][ \t]*\n[ \t]*(?=[^\W_])", rf"[{gap}]{{2,}}"]
    if removed:
        parts.append(f"[{_class(set(removed))}]")
    if marks:
        parts.insert(0, f"[^{gap}{_class(marks)}]?[{_class(marks)}]+")
    if longer:
        parts.append(f"[{_class(longer)}]")
    return re.compile("|".join(parts))


def _class(characters: set[str]) -> str:
    """The inside of a regular expression's character class."""
    return "".join(f"\\U{ord(char):08x}" for char in sorted(characters))
