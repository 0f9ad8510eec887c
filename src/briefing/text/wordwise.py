"""Which word of a quotation stands for which word of a stretch of the source: the cheapest pairing, loose at the ends.

Words of the stretch in front of the first pair and behind the last cost nothing, so that the pairs say where the
quotation begins and ends. A word with a slip is a pair of its own and not a word lost beside a word gained.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

_LEFT_OUT = 1.0
_MORE_LEFT_OUT = 0.1
_ADDED = 1.2
"""Dearer than one to three words left out: a negation that was dropped beside the last word is still seen."""
_OTHER_WORD = 1.4
"""Dearer than a word added, so that no strange word is taken in at the ends, and cheaper than one out and one in."""
_SPLIT = 0.1
_FAR = float("inf")
_PAIR, _ADD, _LEAVE, _JOIN, _PART = range(5)
_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
"""Words of the quotation and of the stretch that each of these moves takes."""


class Step(NamedTuple):
    """``quoted[first:last]`` stands for ``printed[start:end]``; one of the two may be empty.

    ``same`` says that it is one word on both sides, ``foreign`` that the word of the quotation is added, or stands for
    one that does not resemble it.
    """

    first: int
    last: int
    start: int
    end: int
    same: bool
    foreign: bool

    @property
    def added(self) -> bool:
        """Whether the quotation has a word here and the stretch none."""
        return self.start == self.end


def pair(quoted: Sequence[str], printed: Sequence[str], shift: int, *, reach: int) -> list[Step]:
    """The steps from the first to the last word of ``quoted``; word 0 is expected at ``printed[shift]``.

    The pairing may drift by ``reach`` words to either side. Time grows with the length of ``quoted`` and with
    ``reach``.
    """
    rows = [dict.fromkeys(_within(reach, shift, len(printed)), 0.0)]
    moves: list[dict[int, int]] = [{}]
    for i in range(1, len(quoted) + 1):
        row, taken = _row(quoted, printed, i, _within(reach, i + shift, len(printed)), rows)
        rows.append(row)
        moves.append(taken)
    last = rows[-1]
    # Of equally cheap ends the first is taken: it is the shorter stretch.
    return _back(moves, quoted, printed, min(last, key=lambda at: (last[at], at)))


def _within(reach: int, middle: int, length: int) -> range:
    """Ends of the stretch around ``middle``; never empty, also where the quotation sticks out of the source."""
    first = min(max(0, middle - reach), length)
    return range(first, max(first, min(length, middle + reach)) + 1)


def _row(
    quoted: Sequence[str], printed: Sequence[str], i: int, ends: range, rows: list[dict[int, float]]
) -> tuple[dict[int, float], dict[int, int]]:
    """The cost of every end of the first ``i`` words within reach, and the move that led there."""
    before, earlier = rows[-1], rows[-2] if i > 1 else {}
    word = quoted[i - 1]
    joined = quoted[i - 2] + word if i > 1 else ""
    row: dict[int, float] = {}
    taken: dict[int, int] = {}
    for j in ends:
        best, move = before.get(j, _FAR) + _ADDED, _ADD
        if j:
            other = printed[j - 1]
            paired = before.get(j - 1, _FAR) + (0.0 if word == other else _unlike(word, other))
            if paired <= best:
                best, move = paired, _PAIR
            left_out = row.get(j - 1, _FAR) + (_MORE_LEFT_OUT if taken.get(j - 1) == _LEAVE else _LEFT_OUT)
            if left_out < best:
                best, move = left_out, _LEAVE
            if joined == other and (split := earlier.get(j - 1, _FAR) + _SPLIT) < best:
                best, move = split, _JOIN
            if j > 1 and word == printed[j - 2] + other and (split := before.get(j - 2, _FAR) + _SPLIT) < best:
                best, move = split, _PART
        row[j], taken[j] = best, move
    return row, taken


def _unlike(word: str, other: str) -> float:
    """What it costs to take one word for the other."""
    longest = max(len(word), len(other))
    if 2 * abs(len(word) - len(other)) > longest:
        return _OTHER_WORD
    slips = _distance()(word, other)
    return slips / longest if 2 * slips <= longest else _OTHER_WORD


@cache
def _distance() -> Callable[[str, str], int]:
    """Slips between two words; looked up once, since an import costs more than the comparison."""
    from rapidfuzz.distance import OSA

    return OSA.distance


def _back(moves: list[dict[int, int]], quoted: Sequence[str], printed: Sequence[str], j: int) -> list[Step]:
    steps: list[Step] = []
    i = len(quoted)
    while i:
        move = moves[i][j]
        taken, passed = _MOVES[move]
        same = move == _PAIR and quoted[i - 1] == printed[j - 1]
        foreign = move == _ADD or (move == _PAIR and _unlike(quoted[i - 1], printed[j - 1]) == _OTHER_WORD)
        steps.append(Step(i - taken, i, j - passed, j, same, foreign))
        i, j = i - taken, j - passed
    return steps[::-1]
