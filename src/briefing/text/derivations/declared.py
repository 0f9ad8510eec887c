"""Derivations that somebody declares, with the operation and every operand: recomputed, never searched for.

The working is taken at its word: all operands enter it, in the operation that is named. Whether they measure one thing
is part of the question, because a right sum of unlike things proves nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from briefing.records.quantity import Quantity
from briefing.text.derivations.intervals import Bounds, close_to, fits, less, printed, proven, quotient, rounded, sum_of
from briefing.text.derivations.workings import Derivation, alike, derivation

_PAIR = 2


def recomputed(operation: str, figure: Quantity, operands: Sequence[Quantity]) -> Derivation | None:
    """The derivation if its arithmetic gives ``figure``, exactly as closely as it is printed; else ``None``."""
    compute = _OPERATIONS.get(operation)
    return compute(figure, tuple(operands)) if compute is not None else None


def known(operation: str) -> bool:
    """Whether an operation can be recomputed at all."""
    return operation in _OPERATIONS


def of_one_thing(operation: str, figure: Quantity, operands: Sequence[Quantity]) -> bool:
    """Whether the operands measure one thing, and the figure that same thing where the operation keeps it."""
    together = all(alike(one, two) for one, two in combinations(operands, 2))
    keeps = operation in ("sum", "difference")
    return together and (not keeps or all(alike(figure, each) for each in operands))


def _sum(figure: Quantity, parts: tuple[Quantity, ...]) -> Derivation | None:
    if len(parts) < _PAIR or not fits(figure, sum_of(parts)):
        return None
    return derivation("sum", parts, f"{' + '.join(map(printed, parts))} = {proven(figure)}")


def _difference(figure: Quantity, parts: tuple[Quantity, ...]) -> Derivation | None:
    if len(parts) < _PAIR:
        return None
    more, *others = sorted(parts, key=lambda each: each.stated or 0, reverse=True)
    if not fits(figure, less(more, others)):
        return None
    return derivation("difference", (more, *others), f"{' - '.join(map(printed, (more, *others)))} = {proven(figure)}")


def _multiple(figure: Quantity, parts: tuple[Quantity, ...]) -> Derivation | None:
    pair = _by_size(parts)
    if pair is None or figure.stated is None:
        return None
    (more, large), (fewer, small) = pair
    if large != small * Fraction(figure.stated):
        return None
    return derivation("multiple", (more, fewer), f"{printed(more)} = {figure.stated} x {printed(fewer)}")


def _share(figure: Quantity, parts: tuple[Quantity, ...]) -> Derivation | None:
    pair = _by_size(parts)
    if pair is None:
        return None
    (whole, large), (part, small) = pair
    if not close_to(figure, quotient(part, whole)):
        return None
    return derivation("share", (part, whole), f"{printed(part)} / {printed(whole)} = {rounded(figure, small / large)}")


def _change(figure: Quantity, parts: tuple[Quantity, ...]) -> Derivation | None:
    if len(parts) != _PAIR or any(not each.stated for each in parts):
        return None
    for before, after in (parts, parts[::-1]):
        first, second = Fraction(before.stated or 0), Fraction(after.stated or 0)
        change: Bounds = (abs(second - first) / first,) * 2
        if change[0] and close_to(figure, change):
            shown = rounded(figure, change[0])
            text = f"|{printed(after)} - {printed(before)}| / {printed(before)} = {shown}"
            return derivation("change", (after, before), text)
    return None


def _by_size(parts: tuple[Quantity, ...]) -> tuple[tuple[Quantity, Fraction], tuple[Quantity, Fraction]] | None:
    """Two figures with their values, the larger one first."""
    if len(parts) != _PAIR or any(not each.stated or each.stated < 0 for each in parts):
        return None
    one, two = ((each, Fraction(each.stated or 0)) for each in parts)
    return (one, two) if one[1] >= two[1] else (two, one)


_OPERATIONS: Mapping[str, Callable[[Quantity, tuple[Quantity, ...]], Derivation | None]] = {
    "sum": _sum,
    "difference": _difference,
    "multiple": _multiple,
    "share": _share,
    "percentage_change": _change,
}
