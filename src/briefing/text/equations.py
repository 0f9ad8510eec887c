"""Sums that an article states itself: "200 joined the 200 already there, bringing the total to 400".

Only a linguistic cue opens an equation, and only figures of the same unit and a fitting counted thing enter it; a blind
search for numbers that happen to add up would prove anything. A sum is proven generously and refuted sparingly: it
fails only where the parts are a plain list beside the total.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from briefing.records.article import Reading, TextUnit
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.events import Events, events
from briefing.text.wording import lower_words

_MAX_PARTS = 6
_LOOK_BACK = 8
"""Sentences before the total in which a part may stand: "these new arrivals" were told of a paragraph ago."""
_CUE_BEFORE = 12
_CUE_BEHIND = 5
_LARGEST_SHARE_APART = 200
"""A part smaller than a two-hundredth of the total is another sort of figure that happens to stand there."""
_SUMMABLE = frozenset((Kind.CARDINAL, Kind.MONEY, Kind.DURATION, Kind.MEASURE))


@dataclass(frozen=True, slots=True)
class Equation:
    """A stated total and the parts that its sentence (or one before it) gives; a total without parts is none."""

    parts: tuple[Quantity, ...]
    total: Quantity
    holds: bool
    alternatives: int = 0
    """How many other sets of parts would give the total as well."""

    @property
    def expression(self) -> str:
        """The sum with plain numbers; for one that fails, what the parts really add up to."""
        left = " + ".join(plain(part) for part in self.parts)
        if not self.holds:
            return f"{left} = {plain_number(_sum(self.parts))}, not {plain(self.total)}"
        return f"{left} = {plain(self.total)}"


@dataclass(frozen=True, slots=True)
class _Total:
    """A figure that a cue calls a total. ``opens`` says that the cue opens its sentence ("In total ...")."""

    quantity: Quantity
    position: int
    opens: bool


def plain(quantity: Quantity) -> str:
    """The printed number of a figure without separators or words."""
    return plain_number(_value(quantity))


def plain_number(value: Decimal) -> str:
    """A Decimal with its thousands grouped, without exponent or padding zeros."""
    return format(value.normalize(), ",f")


def stated_sums(reading: Reading) -> tuple[Equation, ...]:
    """Every total that the text states with a cue and whose parts it gives, proven or refuted."""
    text, units = reading.text, reading.units
    known = events(reading.article.language)
    if not known.total_cues:
        return ()
    by_unit = [list(filter(_may_enter, reading.quantities_in(unit.span))) for unit in units]
    found = []
    for position, figures in enumerate(by_unit):
        unit = units[position]
        if not figures or not _may_have_cue(text[unit.start : unit.end], known):
            continue
        for figure in figures:
            opens = _cue(text, unit, figure, known)
            if opens is not None:
                equation = _equation(_Total(figure, position, opens), by_unit, known)
                if equation is not None:
                    found.append(equation)
    return tuple(found)


def _may_enter(quantity: Quantity) -> bool:
    return quantity.kind in _SUMMABLE and quantity.hedge is Hedge.EXACT and quantity.stated is not None


def _may_have_cue(sentence: str, known: Events) -> bool:
    """Whether the words of any cue are in a sentence: most have none, and need no search around each figure."""
    words = frozenset(lower_words(sentence))
    return any(words.issuperset(cue) for cue in known.total_cues)


def _cue(text: str, unit: TextUnit, quantity: Quantity, known: Events) -> bool | None:
    """Whether a cue calls the figure a total: true if it opens the sentence, ``None`` if there is none."""
    before = lower_words(text[unit.start : quantity.start])
    behind = lower_words(_to_first_mark(text[quantity.end : unit.end]))[:_CUE_BEHIND]
    if len(before) <= _CUE_BEFORE and any(tuple(before[: len(cue)]) == cue for cue in known.total_cues):
        return True
    for cue in known.total_cues:
        size = len(cue)
        near = before[-_CUE_BEFORE:]
        if cue in known.total_words and cue[0] in near:
            return False
        if any(tuple(behind[at : at + size]) == cue for at in range(len(behind) - size + 1)):
            return False
    return None


def _to_first_mark(text: str) -> str:
    return re.split(r"[,;:()—–]", text, maxsplit=1)[0]


def _equation(total: _Total, by_unit: Sequence[Sequence[Quantity]], known: Events) -> Equation | None:
    figure = total.quantity
    inside = [part for part in by_unit[total.position] if part is not figure and _same_sort(part, figure, known)]
    first = max(0, total.position - _LOOK_BACK)
    earlier = [part for unit in by_unit[first : total.position] for part in unit if _same_sort(part, figure, known)]
    if len(inside) >= 2:
        return _proven(figure, inside) or _refuted(figure, inside)
    if len(inside) == 1:
        return _joined(figure, inside[0], earlier)
    if total.opens and total.position > 0:
        listed = [part for part in by_unit[total.position - 1] if _same_sort(part, figure, known)]
        if len(listed) >= 2:
            return _proven(figure, listed) or _refuted(figure, listed)
    return _two_earlier(figure, earlier)


def _same_sort(part: Quantity, total: Quantity, known: Events) -> bool:
    """Whether a figure may be a part of the total: same unit, and a thing that the total's noun covers."""
    if (part.kind, part.unit, part.currency) != (total.kind, total.unit, total.currency):
        return False
    if part.head is None or total.head is None or part.head == total.head:
        return True
    return total.head in known.general_nouns


def _proven(total: Quantity, candidates: Sequence[Quantity]) -> Equation | None:
    """The parts nearest to the total that add up to it; how many other sets would do as well is counted."""
    near = sorted(candidates, key=lambda figure: abs(figure.start - total.start))[:_MAX_PARTS]
    fits = [
        parts
        for size in range(2, _MAX_PARTS + 1)
        for parts in combinations(near, size)
        if _sum(parts) == _value(total) and all(_value(part) for part in parts)
    ]
    return _chosen(total, fits)


def _chosen(total: Quantity, fits: Sequence[tuple[Quantity, ...]]) -> Equation | None:
    if not fits:
        return None
    parts = tuple(sorted(fits[0], key=lambda figure: figure.start))
    distinct = {tuple(sorted(_value(part) for part in fit)) for fit in fits}
    return Equation(parts, total, holds=True, alternatives=len(distinct) - 1)


def _refuted(total: Quantity, parts: Sequence[Quantity]) -> Equation | None:
    """A list of smaller parts, all on one side of the total, that claims to add up and does not."""
    one_side = all(part.end <= total.start for part in parts) or all(part.start >= total.end for part in parts)
    smaller = all(
        _value(total) <= _value(part) * _LARGEST_SHARE_APART and _value(part) < _value(total) for part in parts
    )
    close = _value(total) / 2 < _sum(parts) < _value(total) * 2
    return Equation(tuple(parts), total, holds=False) if one_side and smaller and close else None


def _joined(total: Quantity, inside: Quantity, earlier: Sequence[Quantity]) -> Equation | None:
    """One part was told earlier: "These new arrivals will join the 200 already there, bringing the total to 400".

    Only a figure of surely the same thing; its first mention counts.
    """
    missing = _value(total) - _value(inside)
    fits = [figure for figure in earlier if total.head is not None and figure.head == total.head]
    fits = [figure for figure in fits if _value(figure) == missing]
    return Equation((fits[0], inside), total, holds=True) if fits and missing > 0 else None


def _two_earlier(total: Quantity, earlier: Sequence[Quantity]) -> Equation | None:
    """Both parts were told before: "Together the two parties hold 38 seats"; proven only, never refuted.

    Both must surely count the same thing. Of several mentions of one value the first counts.
    """
    alike = [figure for figure in earlier if total.head is not None and figure.head == total.head]
    fits = [parts for parts in combinations(alike, 2) if _sum(parts) == _value(total) and all(map(_value, parts))]
    return _chosen(total, fits)


def _value(quantity: Quantity) -> Decimal:
    return quantity.stated if quantity.stated is not None else Decimal(0)


def _sum(parts: Sequence[Quantity]) -> Decimal:
    return sum((_value(part) for part in parts), Decimal(0))
