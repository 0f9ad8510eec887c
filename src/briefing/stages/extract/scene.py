"""The reading, sorted by sentence: what every rule of the embedded engine looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from briefing.records.article import Reading, TextUnit, UnitKind
from briefing.records.names import Name
from briefing.records.quantity import Quantity, Words

MAX_SENTENCE = 2_000
"""Rules that weigh every word against every other do not look at longer stretches: those are no sentences."""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_Item = TypeVar("_Item", bound=_Placed)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the names and figures that begin in it; their offsets are the article's."""

    unit: TextUnit
    text: str
    names: tuple[Name, ...]
    quantities: tuple[Quantity, ...]

    @property
    def start(self) -> int:
        """Where the sentence begins in the article."""
        return self.unit.start

    def cut(self, start: int, end: int) -> Words:
        """Words of this sentence by offsets into the sentence, with their place in the article."""
        return Words(self.text[start:end], self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as the rules see it. ``sentences`` leave out the headline."""

    reading: Reading
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.reading.text

    def cut(self, start: int, end: int) -> Words:
        """The article's words at ``start:end``."""
        return Words(self.reading.text[start:end], start, end)


def scene(reading: Reading) -> Scene:
    """The sentences of ``reading`` with what was read in each."""
    units = [unit for unit in reading.units if unit.kind is UnitKind.SENTENCE] or list(reading.units)
    names, quantities = _by_unit(units, reading.names), _by_unit(units, reading.quantities)
    return Scene(
        reading,
        tuple(
            Sentence(unit, reading.text[unit.start : unit.end], tuple(names[index]), tuple(quantities[index]))
            for index, unit in enumerate(units)
        ),
    )


def _by_unit(units: Sequence[TextUnit], items: Sequence[_Item]) -> list[list[_Item]]:
    sorted_items: list[list[_Item]] = [[] for _ in units]
    index = 0
    for item in items:
        while index < len(units) and units[index].end <= item.start:
            index += 1
        if index < len(units) and units[index].start <= item.start:
            sorted_items[index].append(item)
    return sorted_items
