"""Finding quoted words in a source: exact, folded, elided, and within narrow bounds nearly the same.

Nothing weaker than the same words ever forgives a changed figure, number word, negation or name: one digit decides
whether a quotation is true. What is not found says so and shows the nearest words.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.records.spans import MatchKind, Span
from briefing.text.elision import find_elided
from briefing.text.fold import Folded, fold
from briefing.text.nearest import nearest_words

_OUTER = " \t\n\"'“”‘’„«»‹›"
_TAIL = ".,;:"
_SEPARATORS = frozenset(".,:/'’")
_DIGITS_AT_END = re.compile(r"\d+$")
_DIGITS = re.compile(r"\d+")
_NO_WORD = re.compile(r"[\W_]")
_GROUP = 3
"""Digits in a group of thousands."""


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Where quoted words stand in the source, and how they were found.

    ``kind`` is ``None`` when the source does not have them; ``nearest`` are then the most similar words, if any are.
    ``spans`` are the chosen place, several for an elided quote; ``occurrences`` all places, in text order.
    ``altered`` says that the match is close but the wording is not the source's; ``differences`` names what differs.
    All offsets refer to the original text.
    """

    kind: MatchKind | None
    spans: tuple[Span, ...] = ()
    occurrences: tuple[Span, ...] = ()
    nearest: Span | None = None
    altered: bool = False
    differences: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """Whether the source has these words, at least nearly."""
        return self.kind is not None


def find_quote(source: Folded, quote: str, *, near: Sequence[Span] = ()) -> QuoteMatch:
    """Where ``quote`` stands in ``source``; with several places, the one closest to ``near``, else the first.

    Outer quotation marks and a comma or stop at the end of the quote do not count. Never raises: words that are not
    there give a match without ``kind``.
    """
    same = find_words(source, quote, near=near)
    if same.found or not any(char.isalnum() for char in quote):
        return same
    folded = fold(quote.strip(_OUTER))
    elided = find_elided(source, folded.text, find=_places)
    if elided is not None:
        whole = Span(elided.spans[0].start, elided.spans[-1].end)
        differences = tuple(f"leaves out {word!r}" for word in elided.lost_negations)
        return QuoteMatch(MatchKind.ELIDED, elided.spans, (whole,), altered=bool(differences), differences=differences)
    near_words = nearest_words(source, folded)
    if near_words is None:
        return QuoteMatch(None)
    if near_words.agrees:
        printed = source.text[near_words.start : near_words.end]
        occurrences = tuple(source.original_span(start, end) for start, end in _places(source.text, printed))
        spans = (_closest(occurrences, near),) if near and occurrences else (near_words.span,)
        altered = bool(near_words.differences)
        return QuoteMatch(
            MatchKind.FUZZY, spans, occurrences or spans, altered=altered, differences=near_words.differences
        )
    return QuoteMatch(None, nearest=near_words.span, differences=near_words.differences)


def find_words(source: Folded, quote: str, *, near: Sequence[Span] = ()) -> QuoteMatch:
    """Like ``find_quote``, but only exact and folded matches count; much the quickest."""
    words = quote.strip()
    if not any(char.isalnum() for char in words):
        return QuoteMatch(None)
    occurrences = tuple(Span(start, end) for start, end in _places(source.original, words))
    if occurrences:
        return QuoteMatch(MatchKind.EXACT, (_closest(occurrences, near),), occurrences)
    folded = fold(words).text.strip()
    bare = folded.strip(_OUTER)
    for form in dict.fromkeys((folded, bare, bare.rstrip(_TAIL).rstrip(_OUTER))):
        occurrences = tuple(source.original_span(start, end) for start, end in _places(source.text, form))
        if occurrences:
            return QuoteMatch(MatchKind.FOLDED, (_closest(occurrences, near),), occurrences)
    return QuoteMatch(None)


def _closest(occurrences: tuple[Span, ...], near: Sequence[Span]) -> Span:
    def distance(span: Span) -> int:
        return min((max(other.start - span.end, span.start - other.end, 0) for other in near), default=0)

    return min(occurrences, key=distance)


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Every place of ``words`` in ``text`` that does not begin or end inside a word or number; no two overlap.

    Takes time in proportion to the length of ``text``, also where both are one word again and again.
    """
    if not words:
        return
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        following = at + 1
        if not _begins_cleanly(text, at, words):
            if text[at - 1].isalnum():
                # Nothing begins cleanly inside a word: the rest of it need not be looked at.
                outside = _NO_WORD.search(text, at)
                following = outside.start() if outside else len(text)
        elif _ends_cleanly(text, end, words):
            yield at, end
            following = end
        at = text.find(words, following)


def _begins_cleanly(text: str, at: int, words: str) -> bool:
    if at == 0 or not words[0].isalnum():
        return True
    before = text[at - 1]
    if before.isalnum() or _combines(text[at]):
        return False
    if not words[0].isdigit():
        return True
    ahead = text[at - 2] if at > 1 else " "
    if ahead.isdigit() and before in _SEPARATORS:
        return False
    if before in ".-\u2212" and not ahead.isalnum() and ahead != before:
        return False
    if not before.isspace():
        return True
    # "1 200" with a space is one number: "200" is not in it.
    first = _DIGITS.match(words)
    run = _DIGITS_AT_END.search(text[max(0, at - 5) : at - 1])
    return first is None or run is None or len(first.group()) != _GROUP or len(run.group()) > _GROUP


def _ends_cleanly(text: str, end: int, words: str) -> bool:
    if end == len(text) or not words[-1].isalnum():
        return True
    after = text[end]
    if after.isalnum() or _combines(after) or text[end : end + 2].lower() in ("'t", "’t"):
        return False
    if not words[-1].isdigit():
        return True
    following = _DIGITS.match(text, end + 1, end + 6)
    if following is None:
        return True
    if after in _SEPARATORS:
        return False
    run = _DIGITS_AT_END.search(words[-5:])
    return not after.isspace() or len(following.group()) != _GROUP or run is None or len(run.group()) > _GROUP


def _combines(char: str) -> bool:
    return char > "\x7f" and unicodedata.category(char)[0] == "M"
