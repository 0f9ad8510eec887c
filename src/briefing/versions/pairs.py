"""Which word of one sentence stands for which of another, and the words in between that stand for nothing alike.

Figures pair with figures whatever their values, so that "12 people" and "17 people" meet; the words around them decide
which pairs with which.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.versions.version import Token

_CONTENT = 1.0
_FUNCTION = 0.4
_RUN = 0.25
"""A pair right behind another one is likelier than one that stands alone."""
_MOST_CELLS = 250_000
"""Longer texts without a sentence end are paired by their equal words alone, which is quick."""

Likeness = Callable[[Token, Token], float]
"""How well one figure can stand for another; 0 if it cannot."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words between two pairs: those of the old version, and those of the new one in their place.

    ``beside`` are the tokens of the pair in front, or of the one behind at the beginning of a sentence.
    """

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    beside: tuple[Token, Token]

    @property
    def is_split(self) -> bool:
        """Whether only the places where words are split differ, as at a line end ("Port-", "au-Prince")."""
        figures = any(token.figure is not None for token in (*self.old, *self.new))
        return not figures and "".join(token.text for token in self.old) == "".join(token.text for token in self.new)


@dataclass(frozen=True, slots=True)
class Paired:
    """The pairs in text order, by number, and the gaps between them, those without a difference left out."""

    pairs: tuple[tuple[int, int], ...]
    gaps: tuple[Gap, ...]


def paired(old: Sequence[Token], new: Sequence[Token], likeness: Likeness) -> Paired:
    """The best pairing of two token sequences that keeps their order."""
    too_long = len(old) * len(new) > _MOST_CELLS
    pairs = tuple(_equal_words(old, new) if too_long else _best(old, new, likeness))
    return Paired(pairs, tuple(gap for gap in _gaps(old, new, pairs) if not gap.is_split))


def _equal_words(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes([token.text for token in old], [token.text for token in new])
    for block in blocks:
        if block.tag == "equal":
            yield from zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)


def _best(old: Sequence[Token], new: Sequence[Token], likeness: Likeness) -> list[tuple[int, int]]:
    best = [[0.0] * (len(new) + 1)]
    joined = [[float("-inf")] * (len(new) + 1)]  # the best that ends with a pair of exactly these two tokens
    for token in old:
        before, joined_before = best[-1], joined[-1]
        row, ending = [0.0], [float("-inf")]
        for j, other in enumerate(new, start=1):
            worth = _worth(token, other, likeness)
            pair = worth + max(before[j - 1], joined_before[j - 1] + _RUN) if worth else float("-inf")
            ending.append(pair)
            row.append(max(pair, before[j], row[-1]))
        best.append(row)
        joined.append(ending)
    return _back(best, joined)


def _worth(token: Token, other: Token, likeness: Likeness) -> float:
    if token.figure is not None and other.figure is not None:
        return likeness(token, other)
    if token.text != other.text:
        return 0.0
    return _CONTENT if token.content else _FUNCTION


def _back(best: list[list[float]], joined: list[list[float]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i, j = len(best) - 1, len(best[0]) - 1
    in_run = False
    while i and j:
        if in_run or joined[i][j] == best[i][j]:
            pairs.append((i - 1, j - 1))
            in_run = joined[i - 1][j - 1] + _RUN >= best[i - 1][j - 1]
            i, j = i - 1, j - 1
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _gaps(old: Sequence[Token], new: Sequence[Token], pairs: Sequence[tuple[int, int]]) -> Iterator[Gap]:
    if not pairs:
        return
    i = j = 0
    beside = pairs[0]
    for first, second in (*pairs, (len(old), len(new))):
        if first > i or second > j:
            yield Gap(tuple(old[i:first]), tuple(new[j:second]), (old[beside[0]], new[beside[1]]))
        i, j = first + 1, second + 1
        beside = first, second
