"""The words around the figures of one text, as stems, and how much each of them tells."""

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.records.article import Reading, TextUnit
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.lexicon import lexicon
from briefing.text.sentence_words import SentenceWords
from briefing.text.wording import content_stems, lower_words, stem

_NEAR_WORDS = 4
_NEAR_CHARS = 90
_CAPITAL = re.compile(r"(?<![.!?]\s)(?<!^)\b[^\W\d_a-z][^\W\d_]+")
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around one figure, as stems."""

    left: frozenset[str]
    right: frozenset[str]
    near: frozenset[str]
    """The few words on both sides."""
    clause: frozenset[str]
    beside: frozenset[str]
    """Those near and those of the clause."""
    sentence: frozenset[str]
    wide: frozenset[str]
    """The sentence with its neighbours."""
    names: frozenset[str]
    """Capitalised words of the sentence, lower case."""
    counted: frozenset[str]
    subject: frozenset[str]
    """Words of the name that stands nearest before the figure in its sentence, else behind it; lower case."""
    role: str
    """What a change makes of the figure: "from", "to", "by", or nothing."""


@dataclass(frozen=True)
class Surrounded:
    """The surroundings of all figures of one text, worked out when they are asked for."""

    reading: Reading
    _figures: dict[int, Surroundings] = field(default_factory=dict, repr=False)
    _subjects: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)
    _units: dict[str, SentenceWords] = field(default_factory=dict, repr=False)
    _wides: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _capitals: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)
    _names: dict[str, list[Name]] = field(default_factory=dict, repr=False)
    _set_of: dict[int, int] = field(default_factory=dict, repr=False)
    _sets_known: dict[tuple[object, ...], int] = field(default_factory=dict, repr=False)
    _groups: dict[tuple[Kind, int | None], tuple[tuple[Quantity, ...], ...]] = field(default_factory=dict, repr=False)

    def of(self, quantity: Quantity) -> Surroundings:
        """The surroundings of a figure of this text."""
        found = self._figures.get(quantity.start)
        if found is None:
            found = self._figures[quantity.start] = self._around(quantity)
        return found

    def subject(self, quantity: Quantity) -> frozenset[str]:
        """The ``subject`` of a figure's surroundings, without the rest of them."""
        found = self._subjects.get(quantity.start)
        if found is None:
            unit = self.reading.unit_at(quantity.start)
            found = self._subjects[quantity.start] = self._subject(quantity, unit) if unit is not None else _NONE
        return found

    def stems(self, unit: TextUnit) -> frozenset[str]:
        """Content stems of a sentence."""
        return self.words(unit).stems

    def words(self, unit: TextUnit) -> SentenceWords:
        """The words of a sentence, cut once."""
        found = self._units.get(unit.id)
        if found is None:
            text = self.reading.text[unit.start : unit.end]
            found = self._units[unit.id] = SentenceWords(text, self.reading.article.language)
        return found

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """In which sentences each stem stands, as positions among the units, ascending."""
        places: dict[str, list[int]] = {}
        for position, unit in enumerate(self.reading.units):
            for word in self.stems(unit):
                places.setdefault(word, []).append(position)
        return places

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much a stem tells: the logarithm of how few of the sentences have it."""
        total = len(self.reading.units) + 1
        return {word: math.log(total / len(places)) for word, places in self.places.items()}

    def weight(self, words: frozenset[str]) -> float:
        """How much these stems tell together; one that no sentence of this text has tells nothing."""
        rarity = self.rarity
        # Exactly rounded, so that the order of a set never decides between two figures.
        return math.fsum([rarity[word] for word in words if word in rarity])

    def alike(self, kind: Kind, *, first: int | None = None) -> tuple[tuple[Quantity, ...], ...]:
        """The figures of a kind, those with the very same words around them as one set, such as a row of a table.

        Of each set only its first figure is given, and its first one of another value. ``first`` leaves out what comes
        behind the first so many figures of the kind.
        """
        found = self._groups.get((kind, first))
        if found is None:
            figures = [one for one in self.reading.quantities if one.kind is kind][:first]
            found = self._groups[kind, first] = self._sets(figures)
        return found

    def _sets(self, figures: Sequence[Quantity]) -> tuple[tuple[Quantity, ...], ...]:
        sets: dict[tuple[int, bool], tuple[Quantity, ...]] = {}
        for one in figures:
            key = (self.set_of(one), one.hedge is Hedge.EXACT)
            held = sets.get(key, ())
            if not held or (len(held) == 1 and not same_value(held[0], one)):
                sets[key] = (*held, one)
        return tuple(sets.values())

    def set_of(self, quantity: Quantity) -> int:
        """Where the first asked-for figure begins that has the very same words around it, thing counted and event."""
        found = self._set_of.get(quantity.start)
        if found is None:
            around = self.of(quantity)
            words = (around.sentence, around.beside, quantity.head, quantity.event)
            found = self._set_of[quantity.start] = self._sets_known.setdefault(words, quantity.start)
        return found

    def _around(self, quantity: Quantity) -> Surroundings:
        reading = self.reading
        unit = reading.unit_at(quantity.start)
        language = reading.article.language
        start, end = (unit.start, unit.end) if unit else (quantity.start, quantity.end)
        before, behind = reading.text[start : quantity.start], reading.text[quantity.end : end]
        sentence = self.stems(unit) if unit else _NONE
        left = frozenset(_content(before[-_NEAR_CHARS:], language)[-_NEAR_WORDS:])
        right = frozenset(_content(behind[:_NEAR_CHARS], language)[:_NEAR_WORDS])
        near, clause = left | right, _NONE
        if unit:
            clause = self.words(unit).clause(quantity.start - start, quantity.end - start)
        return Surroundings(
            left=left,
            right=right,
            near=near,
            clause=clause,
            beside=near | clause,
            sentence=sentence,
            wide=self._wide(unit) if unit else sentence,
            names=self._capitalised(start, end),
            counted=content_stems(quantity.counted.text, language) if quantity.counted else _NONE,
            subject=self.subject(quantity),
            role=_role(before, language),
        )

    def _capitalised(self, start: int, end: int) -> frozenset[str]:
        """The capitalised words of a sentence, looked for once however many figures it has."""
        found = self._capitals.get(start)
        if found is None:
            words = _CAPITAL.findall(self.reading.text[start:end])
            found = self._capitals[start] = frozenset(map(str.lower, words))
        return found

    def _subject(self, quantity: Quantity, unit: TextUnit) -> frozenset[str]:
        names = self._names.get(unit.id)
        if names is None:
            named = self.reading.names_in(unit.span)
            names = self._names[unit.id] = [name for name in named if name.kind is not NameKind.NATIONALITY]
        if not names:
            return _NONE
        before = bisect_right(names, quantity.start, key=lambda name: name.end)
        return frozenset(names[max(0, before - 1)].text.lower().split())

    def _wide(self, unit: TextUnit) -> frozenset[str]:
        found = self._wides.get(unit.id)
        if found is None:
            units, position = self.reading.units, int(unit.id[1:]) - 1
            near = units[max(0, position - 1) : position + 2]
            found = self._wides[unit.id] = _NONE.union(*map(self.stems, near))
        return found


def same_value(one: Quantity, two: Quantity) -> bool:
    """Whether two figures have the same value; dates, the same parts in the same words."""
    if one.date is not None and two.date is not None:
        first, second = one.date, two.date
        return (first.year, first.month, first.day, first.weekday) == (
            second.year, second.month, second.day, second.weekday,
        ) and one.raw.lower() == two.raw.lower()  # fmt: skip
    return (one.stated, one.pair, one.low, one.high) == (two.stated, two.pair, two.low, two.high)


def _role(before: str, language: str) -> str:
    """The word that gives a figure its place in a change: "down from 51.8", "rose to 12", "fell by 7"."""
    words = list(map(str.lower, before.rsplit(None, 3)[-3:]))
    last = words[-1] if words else ""
    if last in lexicon(language).ranges["old"] or " ".join(words[-2:]) in lexicon(language).ranges["old"]:
        return "from"
    return last if last in ("to", "by") and len(words) > 1 and words[-2] in lexicon(language).ranges["changes"] else ""


def _content(text: str, language: str) -> list[str]:
    words = lexicon(language)
    stop = words.counting["stop"]
    return [stem(word) for word in lower_words(text) if len(word) > 2 and word not in stop]
