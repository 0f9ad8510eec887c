"""The figures of a text by value, so that a figure is compared with those near it and not with all of a table.

Which figures relate is for ``matching.relate`` alone to say. This only knows where a figure that relates can stand:
one of its ends, or its printed number, lies within what the claim's figure claims or rounds to.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.matching import Interval, Number, Relation, common_unit, interval, relate

_ONE = Fraction(1)

Sort = tuple[Kind, str | None, str | None, bool]
"""What makes values comparable: kind, unit, currency, and whether nothing is counted."""
Related = list[tuple[Quantity, Relation]]


@dataclass(frozen=True)
class _Values:
    """The figures of one sort, by the numbers that bound them; all in their own unit."""

    one: Quantity
    """Any of them: what is asked of the sort can be asked of it."""
    at: dict[Number, list[int]] = field(default_factory=dict)
    everywhere: list[int] = field(default_factory=list)
    """Figures without bounds: nothing says where they stand."""

    def add(self, position: int, bounds: Interval | None) -> None:
        """Enter the figure at ``position`` of the text under each of its numbers."""
        for number in _numbers(bounds):
            self.at.setdefault(number, []).append(position)
        if bounds is None or (bounds.low is None and bounds.high is None):
            self.everywhere.append(position)

    @cached_property
    def line(self) -> tuple[tuple[Fraction, ...], tuple[int, ...]]:
        """Every number in ascending order, and beside each the position of a figure that has it."""
        pairs = sorted((Fraction(number), position) for number, places in self.at.items() for position in places)
        return tuple(number for number, _ in pairs), tuple(position for _, position in pairs)

    def between(self, low: Fraction | None, high: Fraction | None) -> Iterator[int]:
        """Positions of the figures that have a number from ``low`` to ``high``; ``None`` is open-ended."""
        numbers, positions = self.line
        first = 0 if low is None else bisect_left(numbers, low)
        yield from positions[first : len(numbers) if high is None else bisect_right(numbers, high)]
        yield from self.everywhere


class ValueIndex:
    """Figures of one text that can be asked for those that relate to a figure of another; identifiers never do."""

    __slots__ = ("_figures", "_pairs", "_sorts", "_stated")

    def __init__(self, figures: Iterable[Quantity]) -> None:
        self._figures: Sequence[Quantity] = [each for each in figures if each.kind is not Kind.IDENTIFIER]
        self._sorts: dict[Sort, _Values] = {}
        self._stated: dict[Number, list[int]] = {}
        self._pairs: dict[frozenset[Decimal | None], list[int]] = {}
        for position, each in enumerate(self._figures):
            pair = _pair(each)
            if pair is not None:
                self._pairs.setdefault(pair, []).append(position)
            if each.kind is Kind.SCORE:
                continue
            self._sorts.setdefault(_sort(each), _Values(each)).add(position, interval(each, _ONE))
            if each.stated is not None:
                self._stated.setdefault(each.stated, []).append(position)

    def same(self, figure: Quantity) -> list[Quantity]:
        """The figures that are the same as ``figure`` in value and hedge, in text order."""
        return [other for other, relation in self._of(self._alike(figure), figure) if relation is Relation.SAME]

    def related(self, figure: Quantity) -> Related:
        """Every figure that relates to ``figure``, in text order, with the relation."""
        return self._of(self._near(figure), figure)

    def stated(self, number: Number) -> list[Quantity]:
        """The figures that print this very number, whatever it counts or measures, in text order; no scores."""
        return [self._figures[position] for position in self._stated.get(number, ())]

    def _of(self, positions: set[int], figure: Quantity) -> Related:
        others = (self._figures[position] for position in sorted(positions))
        return [(other, relation) for other in others if (relation := relate(figure, other)) is not None]

    def _alike(self, figure: Quantity) -> set[int]:
        """Where a figure with one of the same numbers stands."""
        found = set(self._pairs.get(_pair(figure) or frozenset(), ()))
        numbers = _numbers(interval(figure, _ONE)) if figure.kind is not Kind.SCORE else ()
        for values, factor in self._comparable(figure):
            found.update(values.everywhere)
            for number in numbers:
                found.update(values.at.get(number if factor == 1 else Fraction(number) / factor, ()))
        return found

    def _near(self, figure: Quantity) -> set[int]:
        """Where a figure stands that may relate: near in value, or the same number of another unit."""
        found = set(self._pairs.get(_pair(figure) or frozenset(), ()))
        if figure.stated is not None:
            found.update(self._stated.get(figure.stated, ()))
        low, high = _reach(figure)
        for values, factor in self._comparable(figure):
            found.update(values.between(None if low is None else low / factor, None if high is None else high / factor))
        return found

    def _comparable(self, figure: Quantity) -> Iterator[tuple[_Values, Fraction]]:
        if figure.kind is Kind.SCORE:
            return
        for values in self._sorts.values():
            factor = common_unit(figure, values.one)
            if factor is not None:
                yield values, factor


def _sort(figure: Quantity) -> Sort:
    return figure.kind, figure.unit, figure.currency, figure.head is None


def _pair(figure: Quantity) -> frozenset[Decimal | None] | None:
    """The two numbers of a score, or of a range that may be a score, in any order."""
    if figure.kind is Kind.SCORE:
        return frozenset(figure.pair) if figure.pair is not None else None
    ranged = figure.kind is Kind.CARDINAL and figure.hedge is Hedge.RANGE
    return frozenset((figure.low, figure.high)) if ranged else None


def _numbers(bounds: Interval | None) -> tuple[Number, ...]:
    if bounds is None:
        return ()
    found = (bounds.low, bounds.high, bounds.stated)
    return tuple({number for number in found if number is not None})


def _reach(figure: Quantity) -> tuple[Fraction | None, Fraction | None]:
    """Between what numbers a related figure has one of its own; ``None`` is open-ended."""
    bounds = interval(figure, _ONE)
    numbers = [Fraction(number) for number in _numbers(bounds)]
    if bounds is None or not numbers:
        return None, None
    rounded = Fraction(figure.precision) if figure.precision is not None else Fraction(0)
    low = None if bounds.low is None else min(numbers) - rounded
    high = None if bounds.high is None else max(numbers) + rounded
    return low, high
