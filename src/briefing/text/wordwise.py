"""Which word of a quotation stands for which word of a stretch of the source: the cheapest pairing, loose at the ends.

Words of the stretch in front of the first pair and behind the last cost nothing, so that the pairs say where the
quotation begins and ends. A word with a slip is a pair of its own and not a word lost beside a word gained.
"""

from collections.abc import Sequence
from typing import NamedTuple

REACH = 8
"""Words by which the pairing may drift from the place that was guessed, to either side."""
_GAP = 1.0
_OTHER_WORD = 1.2
"""Dearer than a word left out, so that no strange word is taken in at the ends, and cheaper than one out and one in."""
_ALIKE = 0.5
"""Similarity from which two words may be one with a slip."""
_SPLIT = 0.1
_FAR = float("inf")
_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
"""Words of the quotation and of the stretch that a step takes: a pair, one added, one left out, one word split."""


class Step(NamedTuple):
    """``quoted[first:last]`` stands for ``printed[start:end]``; one of the two may be empty."""

    first: int
    last: int
    start: int
    end: int


def pair(quoted: Sequence[str], printed: Sequence[str], shift: int) -> list[Step]:
    """The steps from the first to the last word of ``quoted``; word 0 is expected at ``printed[shift]``.

    Time grows with the length of ``quoted`` alone.
    """
    rows = [dict.fromkeys(_within_reach(shift, len(printed)), 0.0)]
    moves: list[dict[int, int]] = [{}]
    for i in range(1, len(quoted) + 1):
        row, taken = _row(quoted, printed, i, shift, rows)
        rows.append(row)
        moves.append(taken)
    last = rows[-1]
    # Of equally cheap ends the first is taken: it is the shorter stretch.
    j = min(last, key=lambda at: (last[at], at))
    return _back(moves, len(quoted), j)


def _within_reach(middle: int, length: int) -> range:
    """Ends of the stretch around ``middle``; never empty, also where the quotation sticks out of the source."""
    first = min(max(0, middle - REACH), length)
    return range(first, max(first, min(length, middle + REACH)) + 1)


def _row(
    quoted: Sequence[str], printed: Sequence[str], i: int, shift: int, rows: list[dict[int, float]]
) -> tuple[dict[int, float], dict[int, int]]:
    """The cost of every end of the first ``i`` words within reach, and the move that led there."""
    before, earlier = rows[-1], rows[-2] if i > 1 else {}
    word = quoted[i - 1]
    joined = quoted[i - 2] + word if i > 1 else ""
    row: dict[int, float] = {}
    taken: dict[int, int] = {}
    for j in _within_reach(i + shift, len(printed)):
        best, move = before.get(j, _FAR) + _GAP, 1
        if j:
            other = printed[j - 1]
            paired = before.get(j - 1, _FAR)
            paired += 0.0 if word == other else _unlike(word, other)
            if paired <= best:
                best, move = paired, 0
            if (left_out := row.get(j - 1, _FAR) + _GAP) < best:
                best, move = left_out, 2
            if joined == other and (split := earlier.get(j - 1, _FAR) + _SPLIT) < best:
                best, move = split, 3
            if j > 1 and word == printed[j - 2] + other and (split := before.get(j - 2, _FAR) + _SPLIT) < best:
                best, move = split, 4
        row[j], taken[j] = best, move
    return row, taken


def _unlike(word: str, other: str) -> float:
    from rapidfuzz.distance import OSA

    alike: float = OSA.normalized_similarity(word, other)
    return 1 - alike if alike >= _ALIKE else _OTHER_WORD


def _back(moves: list[dict[int, int]], i: int, j: int) -> list[Step]:
    steps: list[Step] = []
    while i:
        quoted, printed = _MOVES[moves[i][j]]
        steps.append(Step(i - quoted, i, j - printed, j))
        i, j = i - quoted, j - printed
    return steps[::-1]
