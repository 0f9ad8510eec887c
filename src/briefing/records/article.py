"""The source: one canonical text that every offset refers to, and what code read in it."""

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.records.names import Name
from briefing.records.quantity import Quantity
from briefing.records.spans import Span


@dataclass(frozen=True, slots=True)
class Article:
    """What was read, decoded and kept. ``sha256`` is of ``text`` in UTF-8."""

    text: str
    sha256: str
    title: str | None = None
    published_at: dt.date | None = None
    language: str = "en"
    origin: str | None = None
    """Where it came from: a path, "stdin", or nothing for text that was handed in."""
    warnings: tuple[str, ...] = ()
    """What was guessed or repaired while reading, in words."""


class UnitKind(StrEnum):
    """What a stretch of the article is."""

    HEADLINE = "headline"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class TextUnit:
    """One numbered sentence. ``id`` is "s1", "s2", ...; paragraphs count from 1."""

    id: str
    kind: UnitKind
    paragraph: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The range of the sentence in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """What code read in a text before anything was drafted: sentences, figures and names, in text order."""

    article: Article
    units: tuple[TextUnit, ...]
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...] = field(default=())

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.article.text

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The figures and dates that begin in ``span``, found without a look at the others."""
        first = bisect_left(self.quantities, span.start, key=lambda quantity: quantity.start)
        return self.quantities[first : bisect_left(self.quantities, span.end, key=lambda quantity: quantity.start)]

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """The names that begin in ``span``, found without a look at the others."""
        first = bisect_left(self.names, span.start, key=lambda name: name.start)
        return self.names[first : bisect_left(self.names, span.end, key=lambda name: name.start)]

    def unit_at(self, offset: int) -> TextUnit | None:
        """The sentence that covers ``offset``, or ``None`` between sentences."""
        low, high = 0, len(self.units)
        while low < high:
            middle = (low + high) // 2
            if self.units[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.units) and self.units[low].start <= offset:
            return self.units[low]
        return None
