"""Figures as intervals: their sums, differences and quotients, and whether a result is what a figure says."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from briefing.records.quantity import Hedge, Kind, Quantity

HUNDRED = 100
_TENTH = 10
_NATURAL = Fraction(1, 4)
"""A bound on a share is a writer's where it is this near: "more than half" of 60 percent, not of 90."""
_UPPER = frozenset((Hedge.UP_TO, Hedge.FEWER_THAN))
_ONE_SIDED = frozenset((Hedge.AT_LEAST, Hedge.MORE_THAN)) | _UPPER

Bounds = tuple[Fraction | None, Fraction | None]


def sum_of(parts: Sequence[Quantity]) -> Bounds:
    """The interval of a sum; open where one of the parts is."""
    lows, highs = [low(part) for part in parts], [high(part) for part in parts]
    return (
        None if None in lows else sum((each for each in lows if each is not None), Fraction(0)),
        None if None in highs else sum((each for each in highs if each is not None), Fraction(0)),
    )


def less(more: Quantity, parts: Sequence[Quantity]) -> Bounds:
    """The interval of what ``parts`` leave of ``more``."""
    least, most = low(more), high(more)
    taken = sum_of(parts)
    return (
        None if least is None or taken[1] is None else least - taken[1],
        None if most is None or taken[0] is None else most - taken[0],
    )


def quotient(part: Quantity, whole: Quantity) -> Bounds:
    """The interval of a share; open where the part or the whole has no such bound."""
    least, most = low(part), high(part)
    smallest, largest = low(whole), high(whole)
    return (
        least / largest if least is not None and largest else None,
        most / smallest if most is not None and smallest else None,
    )


def low(quantity: Quantity) -> Fraction | None:
    """The lower bound of a figure, exact."""
    return None if quantity.low is None else Fraction(quantity.low)


def high(quantity: Quantity) -> Fraction | None:
    """The upper bound of a figure, exact."""
    return None if quantity.high is None else Fraction(quantity.high)


def fits(figure: Quantity, derived: Bounds) -> bool:
    """Whether the derived interval is the figure's, or lies in it where the figure is hedged to both sides.

    An open bound is met by nearly everything that can be worked out, and proves nothing; "at least nine" fits nine.
    """
    least, most = low(figure), high(figure)
    if derived == (None, None):
        return False
    if (least, most) == derived:
        return True
    if derived[0] is None or derived[1] is None:
        return False
    if figure.hedge is Hedge.AT_LEAST:
        return derived == (least, least)
    if figure.hedge not in (Hedge.APPROXIMATE, Hedge.NEARLY):
        return False
    return least is not None and most is not None and least <= derived[0] and derived[1] <= most


def close_to(figure: Quantity, share: Bounds) -> bool:
    """Whether a share is what the figure says, as closely as it says it. A bound must come near to the share."""
    scale = HUNDRED if figure.kind is Kind.PERCENT else 1
    least, most = (None if bound is None else bound * scale for bound in share)
    if figure.hedge in _ONE_SIDED:
        return _bounded(figure, most if figure.hedge in _UPPER else least)
    if least is None or most is None or figure.stated is None:
        return False
    if figure.hedge is Hedge.EXACT:
        return least == most and _printed_as(figure, least)
    if figure.pair is not None and figure.pair[1] and figure.hedge is Hedge.APPROXIMATE:
        near = Fraction(figure.pair[0]) / Fraction(figure.pair[1])
        return max(abs(least - near), abs(most - near)) * _TENTH <= near
    floor, ceiling = low(figure), high(figure)
    return (floor is None or floor <= least) and (ceiling is None or most <= ceiling)


def _bounded(figure: Quantity, nearest: Fraction | None) -> bool:
    """Whether the end of the share that lies nearest to a bound keeps it, and comes near to it."""
    if nearest is None:
        return False
    bound = _exact_ratio(figure)
    if nearest == bound:
        return figure.hedge in (Hedge.UP_TO, Hedge.AT_LEAST)
    kept = nearest < bound if figure.hedge in _UPPER else nearest > bound
    return kept and abs(nearest - bound) <= bound * _NATURAL


def _exact_ratio(figure: Quantity) -> Fraction:
    if figure.pair is not None and figure.pair[1]:
        return Fraction(figure.pair[0]) / Fraction(figure.pair[1])
    return Fraction(figure.stated or 0)


def _printed_as(figure: Quantity, value: Fraction) -> bool:
    if figure.pair is not None and figure.pair[1]:
        return value == Fraction(figure.pair[0]) / Fraction(figure.pair[1])
    if figure.stated is None or figure.precision is None:
        return False
    # A share is printed to whole percents or finer; tens of percents only happen to end in a zero.
    place = min(Fraction(figure.precision), Fraction(1))
    return abs(value - Fraction(figure.stated)) * 2 <= place


def rounded(figure: Quantity, share: Fraction) -> str:
    """A share to four places, as percents if the figure is one."""
    value = share * HUNDRED if figure.kind is Kind.PERCENT else share
    return f"{float(value):.4g}" + (" %" if figure.kind is Kind.PERCENT else "")


def printed(quantity: Quantity) -> str:
    """A figure in digits with its thousands grouped, and the sign of its bound where it has one."""
    if quantity.stated is None:
        return quantity.raw
    signs = {
        Hedge.UP_TO: "<=", Hedge.FEWER_THAN: "<", Hedge.AT_LEAST: ">=", Hedge.MORE_THAN: ">", Hedge.NEARLY: "<",
        Hedge.APPROXIMATE: "~",
    }  # fmt: skip
    return signs.get(quantity.hedge, "") + format(quantity.stated.normalize(), ",f")


def proven(figure: Quantity) -> str:
    """What a derivation comes to: the figure as it is printed, but "at least nine" of nine is nine."""
    return printed(replace(figure, hedge=Hedge.EXACT) if figure.hedge is Hedge.AT_LEAST else figure)
