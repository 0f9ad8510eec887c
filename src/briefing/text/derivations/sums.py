"""Figures that are the sum of printed ones."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefing.records.quantity import Kind, Quantity
from briefing.text.derivations.intervals import fits, printed, proven, sum_of
from briefing.text.derivations.workings import Derivation, Workings, derivation, likely, of_sort

_MAX_TERMS = 4


def sums(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """Two to four figures of the same sort, with a word of adding up beside the claim's."""
    operands = of_sort(figure, workings)
    sizes = range(2, _MAX_TERMS + 1) if workings.terms is None else (workings.terms,)
    for size in sizes:
        loose = size == 2 or workings.terms is not None
        for parts in combinations(operands, size):
            if not fits(figure, sum_of(parts)) or workings.doubled(parts):
                continue
            if likely(figure, parts, workings, loose=loose):
                yield _added(figure, parts)


def counted_parts(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "eight of the nine counts": figures of that very noun, close together, that make the part."""
    if not workings.part:
        return
    operands = [each for each in of_sort(figure, workings) if each.head == figure.head]
    for parts in combinations(operands, 2):
        if fits(figure, sum_of(parts)) and workings.close(parts):
            yield _added(figure, parts)


def listed_parts(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "three men and two women were arrested": five people. All that a sentence lists, never a choice of it."""
    for parts in workings.listed():
        if fits(figure, sum_of(parts)):
            yield _added(figure, parts)


def _added(figure: Quantity, parts: Sequence[Quantity]) -> Derivation:
    ordered = tuple(sorted(parts, key=lambda part: part.start))
    return derivation("sum", ordered, f"{' + '.join(map(printed, ordered))} = {proven(figure)}")


LISTABLE = frozenset((Kind.CARDINAL, Kind.MONEY))
"""Kinds of figures that a sentence lists to be added up."""
