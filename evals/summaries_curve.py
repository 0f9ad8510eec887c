"""How much of the wrong is caught at each rate of false alarms, when the threshold of the binding is moved.

One number a summary: how sure the binding is that a figure of it is said of another thing, at the worst figure. What is
flagged for any other reason stays flagged wherever the threshold is.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

RATES = (Fraction(1, 100), Fraction(2, 100), Fraction(3, 100), Fraction(5, 100), Fraction(8, 100))
"""Shares of faithful summaries that are flagged."""
ALWAYS = math.inf
"""The score of a summary that is flagged for another reason than its binding."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the curve; ``threshold`` and ``recalls`` are missing where the rate cannot be reached.

    It cannot where other reasons alone flag more of the faithful summaries than that.
    """

    rate: Fraction
    threshold: float | None
    recalls: tuple[tuple[str, Fraction], ...] = ()


def curve(
    faithful: Sequence[float], wrong: Mapping[str, Sequence[float]], rates: Sequence[Fraction] = RATES
) -> tuple[Point, ...]:
    """A point for each rate: the lowest threshold that flags no more of ``faithful``, and what it catches of ``wrong``.

    A summary is flagged if its score is at the threshold or above.
    """
    return tuple(_point(rate, faithful, wrong) for rate in rates)


def as_text(points: Sequence[Point], name: str) -> str:
    """A table: a row for each rate, a column for each class; a dash where the rate cannot be reached."""
    kinds = [kind for kind, _ in next((point.recalls for point in points if point.recalls), ())]
    head = "".join(f"{kind:>24}" for kind in kinds)
    return "\n".join([f"{name} flagged at most  threshold{head}", *(_row(point) for point in points)]) + "\n"


def _point(rate: Fraction, faithful: Sequence[float], wrong: Mapping[str, Sequence[float]]) -> Point:
    threshold = _threshold(rate, faithful)
    if threshold is None:
        return Point(rate, None)
    recalls = tuple(
        (kind, Fraction(sum(score >= threshold for score in scores), len(scores)))
        for kind, scores in wrong.items()
        if scores
    )
    return Point(rate, threshold, recalls)


def _threshold(rate: Fraction, faithful: Sequence[float]) -> float | None:
    """The lowest threshold at which no more than ``rate`` of ``faithful`` is flagged."""
    allowed = math.floor(rate * len(faithful))
    ordered = sorted(faithful, reverse=True)
    if allowed >= len(ordered):
        return 0.0
    # the first that must not be flagged; equal scores stand or fall together
    spared = ordered[allowed]
    return None if spared == ALWAYS else math.nextafter(spared, ALWAYS)


def _row(point: Point) -> str:
    if point.threshold is None:
        return f"{float(point.rate):>27.2f}          -"
    cells = "".join(f"{float(recall):>24.3f}" for _, recall in point.recalls)
    return f"{float(point.rate):>27.2f}  {point.threshold:>9.3f}{cells}"
