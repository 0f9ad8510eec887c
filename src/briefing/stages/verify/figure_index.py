"""The figures of a source by what is asked of them: value, noun, name, place; each table is built when first needed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from briefing.records.article import Reading, TextUnit
from briefing.records.quantity import Kind, Quantity
from briefing.records.spans import Span
from briefing.text.matching import SCALES, identifier_code, scale_slip
from briefing.text.surroundings import Surrounded
from briefing.text.values import ValueIndex
from briefing.text.wording import lower_words

_VOTES = re.compile(r"\s+votes?\s+(?:to|against)\s+")
_BEFORE = 250

Votes = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True)
class FigureIndex:
    """The figures of one text that are no dates, in text order, and tables over them."""

    reading: Reading
    figures: tuple[Quantity, ...]
    surrounded: Surrounded
    _nouns: dict[str, Mapping[str | None, Sequence[Quantity]]] = field(default_factory=dict, repr=False)
    _near: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def values(self) -> ValueIndex:
        """The figures by value."""
        return ValueIndex(self.figures)

    @cached_property
    def identifiers(self) -> Mapping[str, Quantity]:
        """The first identifier with each code."""
        found: dict[str, Quantity] = {}
        for figure in self.figures:
            if figure.kind is Kind.IDENTIFIER:
                found.setdefault(identifier_code(figure), figure)
        return found

    @cached_property
    def nouns(self) -> frozenset[tuple[Kind, str]]:
        """What is counted, and in which kind of figure."""
        return frozenset((figure.kind, figure.head) for figure in self.figures if figure.head is not None)

    @cached_property
    def by_subject(self) -> Mapping[str, Sequence[Quantity]]:
        """The figures that have each word in the name nearest to them."""
        found: dict[str, list[Quantity]] = {}
        for figure in self.figures:
            for word in self.surrounded.subject(figure):
                found.setdefault(word, []).append(figure)
        return found

    @cached_property
    def votes(self) -> Mapping[int, Votes]:
        """The two numbers of "14 votes to nine" in their order, by where each of the two figures begins."""
        return votes_in(self.reading.text, self.figures)

    def slips(self, figure: Quantity) -> list[Quantity]:
        """The figures that differ from ``figure`` by a thousand or a million exactly."""
        if not figure.stated:
            return []
        number = Fraction(figure.stated)
        return [other for scale in SCALES for other in self.values.stated(number / scale) if scale_slip(figure, other)]

    def overlapping(self, span: Span) -> Sequence[Quantity]:
        """The figures that share a character with ``span``."""
        first = bisect_right(self.figures, span.start, key=lambda figure: figure.end)
        return self.figures[first : bisect_left(self.figures, span.end, key=lambda figure: figure.start)]

    def counting(self, unit: TextUnit, noun: str) -> Sequence[Quantity]:
        """The figures of a sentence that count this noun."""
        found = self._nouns.get(unit.id)
        if found is None:
            by_noun: dict[str | None, list[Quantity]] = {}
            for figure in self.reading.quantities_in(unit.span):
                if figure.kind is not Kind.DATE:
                    by_noun.setdefault(figure.head, []).append(figure)
            found = self._nouns[unit.id] = by_noun
        return found.get(noun, ())

    def words_up_to(self, unit: TextUnit) -> frozenset[str]:
        """The words of a sentence and of what stands just before it, in lower case."""
        found = self._near.get(unit.id)
        if found is None:
            text = self.reading.text[max(0, unit.start - _BEFORE) : unit.end]
            found = self._near[unit.id] = frozenset(lower_words(text))
        return found


def votes_in(text: str, figures: Sequence[Quantity]) -> Mapping[int, Votes]:
    """The two numbers of "14 votes to nine" in their order, by where each of the two figures begins."""
    found: dict[int, Votes] = {}
    for one, two in pairwise(figures):
        if _VOTES.fullmatch(text, one.end, two.start):
            for figure in (one, two):
                found.setdefault(figure.start, (one.stated, two.stated))
    return found
