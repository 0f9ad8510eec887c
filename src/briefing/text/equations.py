"""Sums that an article states itself: "200 joined the 200 already there, bringing the total to 400".

Only a linguistic cue opens an equation, and only figures of the same unit and the same counted thing enter it; a blind
search for numbers that happen to add up would prove anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from briefing.records.article import TextUnit
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.events import events

_MAX_PARTS = 6
_LOOK_BACK = 8
"""Sentences before the total in which a part may stand: "these new arrivals" were told of a paragraph ago."""
_SUMMABLE = frozenset((Kind.CARDINAL, Kind.MONEY, Kind.DURATION, Kind.MEASURE))


@dataclass(frozen=True, slots=True)
class Equation:
    """A stated total and the parts that its sentence (or one before it) gives; a total without parts is none."""

    parts: tuple[Quantity, ...]
    total: Quantity
    holds: bool
    alternatives: int = 0

    @property
    def expression(self) -> str:
        """The sum with plain numbers; for one that fails, what the parts really add up to."""
        left = " + ".join(plain(part) for part in self.parts)
        if not self.holds:
            return f"{left} = {plain_number(sum((_value(part) for part in self.parts), Decimal(0)))}, not {plain(self.total)}"
        return f"{left} = {plain(self.total)}"


def plain(quantity: Quantity) -> str:
    """The printed number of a figure without separators or words."""
    return plain_number(_value(quantity))


def plain_number(value: Decimal) -> str:
    """A Decimal without exponent."""
    return format(value.normalize(), "f")


def _value(quantity: Quantity) -> Decimal:
    return quantity.stated if quantity.stated is not None else Decimal(0)


def stated_sums(
    text: str, units: Sequence[TextUnit], quantities: Sequence[Quantity], language: str
) -> tuple[Equation, ...]:
    """Every total that the text states with a cue, with its parts, proven or refuted where the text allows it."""
    cues = events(language)
    found: list[Equation] = []
    by_unit = [
        [quantity for quantity in quantities if unit.start <= quantity.start < unit.end and _may_enter(quantity)]
        for unit in units
    ]
    for position, figures in enumerate(by_unit):
        for total in figures:
            if not _is_total(text, units[position], total, cues.totals):
                continue
            equation = _equation(total, figures, _earlier(by_unit, position))
            if equation is not None:
                found.append(equation)
    return tuple(found)


def _may_enter(quantity: Quantity) -> bool:
    return quantity.kind in _SUMMABLE and quantity.hedge is Hedge.EXACT and quantity.stated is not None


def _is_total(text: str, unit: TextUnit, quantity: Quantity, cues: frozenset[str]) -> bool:
    """Whether a cue word stands close before the figure, or right behind it ("400 in total")."""
    before = text[unit.start : quantity.start].lower().split()[-12:]
    behind = text[quantity.end : unit.end].lower().split()[:6]
    near = {word.strip(",.;:") for word in before} | ({"all"} if behind[:2] == ["in", "all"] else set())
    after = {word.strip(",.;:") for word in behind if word not in ("all", "all,")}
    loose = cues - {"all", "overall", "combined", "together"}
    return bool(near & (loose | {"together", "combined"})) or bool(after & {"altogether", "total", "combined"}) or (
        behind[:2] in (["in", "all"], ["in", "total"]) or before[-2:] in (["in", "all,"], ["in", "all"])
    )


def _earlier(by_unit: list[list[Quantity]], position: int) -> list[Quantity]:
    """Figures of the sentences before, in text order: a total may sum up what they said."""
    first = max(0, position - _LOOK_BACK)
    return [figure for index in range(first, position) for figure in by_unit[index]]


def _equation(total: Quantity, here: Sequence[Quantity], earlier: Sequence[Quantity]) -> Equation | None:
    inside = [figure for figure in here if figure is not total and _same_sort(figure, total)]
    if len(inside) >= 2:
        proven = _proven(total, inside)
        if proven is not None:
            return proven
        if _is_list_before(inside, total):
            return Equation(tuple(inside), total, holds=False)
    return _joined(total, inside, earlier)


def _joined(total: Quantity, inside: Sequence[Quantity], earlier: Sequence[Quantity]) -> Equation | None:
    """ "These new arrivals will join the 200 already there, bringing the total to 400": one part was told earlier.

    Only with exactly one part beside the total, and only a figure of surely the same thing; its first mention counts.
    """
    if len(inside) != 1:
        return None
    missing = _value(total) - _value(inside[0])
    fits = [figure for figure in earlier if figure.head == total.head is not None and _value(figure) == missing]
    if missing <= 0 or not fits or not _same_sort(fits[0], total):
        return None
    return Equation((fits[0], inside[0]), total, holds=True)


def _is_list_before(parts: Sequence[Quantity], total: Quantity) -> bool:
    """Whether the parts all stand on one side of the total and each is smaller: a list that claims to add up."""
    one_side = all(part.end <= total.start for part in parts) or all(part.start >= total.end for part in parts)
    return one_side and all(_value(part) < _value(total) for part in parts)


def _same_sort(part: Quantity, total: Quantity) -> bool:
    if (part.kind, part.unit, part.currency) != (total.kind, total.unit, total.currency):
        return False
    return part.head is None or total.head is None or part.head == total.head


def _proven(total: Quantity, candidates: Sequence[Quantity]) -> Equation | None:
    """The parts nearest to the total that add up to it; how many other sets would do as well is counted."""
    near = sorted(candidates, key=lambda figure: abs(figure.start - total.start))[:_MAX_PARTS]
    fits = [
        parts
        for size in (2, 3, 4, 5, 6)
        for parts in combinations(near, size)
        if sum((_value(part) for part in parts), Decimal(0)) == _value(total) and all(_value(part) for part in parts)
    ]
    if not fits:
        return None
    parts = tuple(sorted(fits[0], key=lambda figure: figure.start))
    distinct = {tuple(sorted(_value(part) for part in fit)) for fit in fits}
    return Equation(parts, total, holds=True, alternatives=len(distinct) - 1)
