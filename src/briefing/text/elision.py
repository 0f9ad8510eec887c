"""Quotations with words left out ("the mission ... restore order"): ordered pieces, as close together as they come."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from briefing.records.spans import Span
from briefing.text.critical import is_negation, tokens
from briefing.text.fold import Folded

_GAP = re.compile(r"\s*[\[(]?\s*(?:\.(?:\s?\.){2,})\s*[\])]?\s*")
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s")
_MAX_PIECES = 8
_MAX_PLACES = 200
"""Places of one piece that are looked at; a piece that stands more often proves nothing."""
_WIDE_GAP = 2_000
_NARROW_GAP = 120
"""Short pieces are everywhere, so that they must stand close together to be one quotation."""
_SHORT_PIECE = 3
"""Words; shorter pieces get the narrow gap."""

_Find = Callable[[str, str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Elided:
    """The pieces in the original, in order, and negations between two pieces of one sentence that were left out."""

    spans: tuple[Span, ...]
    lost_negations: tuple[str, ...]


def find_elided(source: Folded, quote: str, *, find: _Find) -> Elided | None:
    """The tightest ordered places of the pieces of the folded ``quote``, or ``None``.

    ``None`` too when the quote has no ellipsis, or when the pieces are too small or too far apart to be one quote.
    """
    pieces = [piece.strip(" \"'.,;:") for piece in _GAP.split(quote)]
    if len(pieces) < 2 or len(pieces) > _MAX_PIECES + 2:
        return None
    pieces = [piece for piece in pieces if any(char.isalnum() for char in piece)]
    if not pieces or sum(len(tokens(piece)) for piece in pieces) < _SHORT_PIECE:
        return None
    chain = _tightest(source.text, pieces, find)
    if chain is None:
        return None
    chain = _joined(source.text, chain)
    lost = tuple(word for left, right in pairwise(chain) for word in _lost(source.text[left[1] : right[0]]))
    return Elided(tuple(source.original_span(start, end) for start, end in chain), lost)


def _joined(text: str, chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces with no word between them are one: the ellipsis is the source's own, and nothing was left out."""
    joined = chain[:1]
    for start, end in chain[1:]:
        if any(char.isalnum() for char in text[joined[-1][1] : start]):
            joined.append((start, end))
        else:
            joined[-1] = (joined[-1][0], end)
    return joined


def _tightest(text: str, pieces: list[str], find: _Find) -> list[tuple[int, int]] | None:
    places: list[list[tuple[int, int]]] = []
    for piece in pieces:
        found = [place for place, _ in zip(find(text, piece), range(_MAX_PLACES), strict=False)]
        if not found:
            return None
        places.append(found)
    limits = [_limit(left, right) for left, right in pairwise(pieces)]
    chains = (_chain(first, places[1:], limits) for first in places[0])
    complete = [chain for chain in chains if chain is not None]
    return min(complete, key=lambda chain: chain[-1][1] - chain[0][0], default=None)


def _limit(left: str, right: str) -> int:
    return _NARROW_GAP if min(len(tokens(left)), len(tokens(right))) < _SHORT_PIECE else _WIDE_GAP


def _chain(
    first: tuple[int, int], places: list[list[tuple[int, int]]], limits: list[int]
) -> list[tuple[int, int]] | None:
    chain = [first]
    for found, limit in zip(places, limits, strict=True):
        number = bisect_left(found, (chain[-1][1], 0))
        if number == len(found) or found[number][0] - chain[-1][1] > limit:
            return None
        chain.append(found[number])
    return chain


def _lost(gap: str) -> list[str]:
    """Negations in words that were left out inside one sentence: leaving them out turns it round."""
    if _SENTENCE_END.search(gap):
        return []
    return [token.text for token in tokens(gap) if is_negation(token.text)]
