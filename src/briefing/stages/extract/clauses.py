"""Cutting the article's own clauses: whole sentences, and parts of long ones where nothing that matters is lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.stages.extract.cues import CONDITION, HEARSAY, NEGATION, NEXT, QUOTED, SPEECH
from briefing.stages.extract.scene import Sentence

WHOLE = 260
"""A sentence up to this many characters is short enough to be a fact as it stands."""
LONGEST = 700
"""Text without sentence ends (tables, lists) is cut here, at a space, rather than left out."""
_SHORTEST = 40

_SUBJECT = (
    r"(?:the|a|an|some|about|nearly|more than|at least|up to|another|\d[\d,.]*|[A-Z][\w'’-]+)"
    r"(?: [\w'’%-]+){0,6}? (?:is|are|was|were|has|have|had|will|\w{3,}ed)\b"
)
_BOUNDARY = re.compile(
    rf";\s(?={_SUBJECT})|, (?:and|but|while) (?={_SUBJECT})"
    r"|, (?=(?:bringing|leaving|adding|taking|raising|pushing|lifting|cutting) [^,;]*\d)"
)
_LOOSE_STOP = re.compile(r"\s[.!?]\s|[.!?]\s|\n\s*\n|\n(?=\W)")
_MAIN_END = re.compile(r", (?=[a-z]+ing\b)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A contiguous cut of the article that can stand as a statement."""

    sentence: Sentence
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.sentence.text[self.start - self.sentence.start : self.end - self.sentence.start]


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """The statements that one sentence gives: itself when it is short or cannot be cut safely, else its parts."""
    text, start = sentence.text, sentence.start
    if len(text) > LONGEST:
        yield from _pieces(sentence)
        return
    if len(text) <= WHOLE or not _may_cut(text):
        yield Clause(sentence, start, start + len(text))
        return
    begin = 0
    for match in _BOUNDARY.finditer(text):
        if match.start() - begin < _SHORTEST or len(text) - match.end() < _SHORTEST:
            continue
        yield _trimmed(sentence, begin, match.start())
        begin = match.end()
    yield _trimmed(sentence, begin, len(text))


def _trimmed(sentence: Sentence, begin: int, end: int) -> Clause:
    """The part of the sentence without white space at its ends."""
    piece = sentence.text[begin:end]
    begin += len(piece) - len(piece.lstrip())
    return Clause(sentence, sentence.start + begin, sentence.start + begin + len(piece.strip()))


def _pieces(sentence: Sentence) -> Iterator[Clause]:
    """Parts of text that has no sentence ends one can see: up to a loose stop, a line or, failing that, a space."""
    text = sentence.text
    begin = 0
    while begin < len(text):
        end = _piece_end(text, begin)
        if text[begin:end].strip():
            yield _trimmed(sentence, begin, end)
        begin = end


def _piece_end(text: str, begin: int) -> int:
    if len(text) - begin <= WHOLE:
        return len(text)
    stop = _LOOSE_STOP.search(text, begin + _SHORTEST, begin + LONGEST)
    return stop.end() if stop is not None else begin + _fitting(text[begin : begin + LONGEST + 1])


def main_clause(sentence: Sentence) -> Clause:
    """The sentence up to a participle that only adds to it; the whole sentence where a cut could change its sense."""
    text = sentence.text
    match = _MAIN_END.search(text, _SHORTEST)
    if match is None or not _may_cut(text):
        return _trimmed(sentence, 0, _fitting(text))
    return _trimmed(sentence, 0, match.start())


def _may_cut(text: str) -> bool:
    """Whether no word of the sentence reaches over a boundary: attribution, negation, hedge, condition, quotation."""
    return not any(pattern.search(text) for pattern in (SPEECH, NEGATION, HEARSAY, CONDITION, QUOTED)) and not any(
        mark in text for mark in '"“”«»('
    )


def _fitting(text: str) -> int:
    """Length of the part that is kept: all of it, unless it is no sentence any more."""
    if len(text) <= LONGEST:
        return len(text)
    space = max(text.rfind(" ", 0, LONGEST), text.rfind("\n", 0, LONGEST))
    return space if space > 0 else LONGEST


@lru_cache(maxsize=512)  # a clause is asked several times on its way to a fact
def looks_ahead(text: str) -> bool:
    """Whether the words speak of something that has not happened yet."""
    return NEXT.search(text) is not None
