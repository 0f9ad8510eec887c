"""Where the names of a text appear: which of them a sentence has, of what kind they are, and what is said around them.

The kind that reading gives is coarse ("other" for most towns); what stands before a name makes it finer.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from itertools import pairwise

from briefing.records.article import Reading, TextUnit
from briefing.records.names import Name, NameKind
from briefing.text.cast import Cast
from briefing.text.countries import countries_in, country_of
from briefing.text.equivalents import equivalents, one_spelling
from briefing.text.lemmas import lemma
from briefing.text.name_index import telling_words
from briefing.text.name_slots import small_words
from briefing.text.names_acronyms import fits
from briefing.text.names_tables import tables
from briefing.text.plain_words import plain_word, plain_words
from briefing.text.wording import lower_words

_PLACE_BEFORE = frozenset(("in", "near", "outside", "neighbouring", "neighboring", "nearby", "around", "across"))
_NEXT_WORD = re.compile(r" ([a-z]{3,})")
_LOOK_BACK = 20
_TO_BRACKET = 12
_SHORTEST = 3
_FEWEST = 3
"""Words that a claim and a sentence must share: two are in many sentences."""


class Sort(StrEnum):
    """What a name can be exchanged for."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    THING = "thing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Appearance:
    """One name of a sentence with its sort and its telling words."""

    name: Name
    sort: Sort
    words: tuple[str, ...]


@dataclass(frozen=True)
class Appearances:
    """The names of ``reading``, sentence by sentence."""

    reading: Reading
    cast: Cast
    _units: dict[str, tuple[Appearance, ...]] = field(default_factory=dict, repr=False)

    def in_unit(self, unit: TextUnit) -> tuple[Appearance, ...]:
        """The names of a sentence in its order; nationalities are left out."""
        found = self._units.get(unit.id)
        if found is None:
            names = self.reading.names_in(unit.span)
            found = self._units[unit.id] = tuple(
                Appearance(name, self.sort(name), telling_words(name.text))
                for name in names
                if name.kind is not NameKind.NATIONALITY
            )
        return found

    def sort(self, name: Name) -> Sort:
        """What a name is: somebody of the cast, a place, a house; a town that only its look tells is unknown."""
        person = self.cast.person_at(name.start)
        if name.kind is NameKind.PERSON or (person is not None and person.certain):
            return Sort.PERSON
        if name.kind is NameKind.COUNTRY:
            return Sort.COUNTRY
        if name.kind is NameKind.PLACE:
            return Sort.PLACE
        if name.kind in (NameKind.ORGANISATION, NameKind.ACRONYM):
            return Sort.THING
        before = self.reading.text[max(0, name.start - _LOOK_BACK) : name.start].lower().split()
        if not before:
            return Sort.UNKNOWN
        region = before[-1] == "of" and len(before) > 1 and before[-2] in tables().regions
        return Sort.PLACE if region or before[-1] in _PLACE_BEFORE else Sort.UNKNOWN

    def content(self, unit: TextUnit) -> frozenset[str]:
        """The base forms of a sentence's words that tell something."""
        return self._content[unit.id]

    def words_of(self, unit: TextUnit) -> frozenset[str]:
        """The plain words of a sentence."""
        return self._words[unit.id]

    def like(self, name: Name) -> Appearance | None:
        """The first name of this text that a name of another one can stand for; ``None`` if there is none."""
        people = self.cast.person_named(name.text)
        if people:
            first = people[0].mentions[0]
            return Appearance(first, self.sort(first), people[0].words)
        wanted = set(telling_words(name.text))
        forms = {name.text, *other_forms(name.text)}
        for other in self.reading.names:
            if other.text in forms or (
                other.kind is not NameKind.NATIONALITY and wanted <= set(telling_words(other.text))
            ):
                return Appearance(other, self.sort(other), telling_words(other.text))
        return None

    def same(self, one: Appearance, two: Appearance) -> bool:
        """Whether two names are one entity: one person, a name and a part of it, or an acronym and its long form."""
        here, there = self.cast.person_at(one.name.start), self.cast.person_at(two.name.start)
        if here is not None and here is there:
            return True
        if set(one.words) <= set(two.words) or set(two.words) <= set(one.words):
            return not self._parted(*sorted((one, two), key=lambda name: len(name.words)))
        if shortened(one.words, two.words):
            return True
        return bool(self._forms(one.name) & self._forms(two.name))

    def _parted(self, short: Appearance, long: Appearance) -> bool:
        """Whether a name with words more is another house: a short form comes up after its long one, not before."""
        if Sort.THING not in (short.sort, long.sort) or set(short.words) == set(long.words):
            return False
        if all(word in _common_words() for word in long.words if word not in short.words) and len(short.words) > 1:
            return False
        first = self._first
        return first.get(short.words, long.name.start) < first.get(long.words, 0)

    @cached_property
    def _first(self) -> dict[tuple[str, ...], int]:
        """Where each name comes up first, by its telling words."""
        found: dict[tuple[str, ...], int] = {}
        for name in self.reading.names:
            found.setdefault(telling_words(name.text), name.start)
        return found

    def has(self, unit: TextUnit, wanted: Appearance) -> bool:
        """Whether a sentence has a name, in any form, or a word of it that no other name of the sentence explains."""
        there = self.in_unit(unit)
        if any(self.same(one, wanted) for one in there):
            return True
        forms = self._forms(wanted.name)
        if any(name.text in forms or country_of(name.text) in forms for name in self.reading.names_in(unit.span)):
            return True
        others = {word for one in there for word in one.words}
        return any(word in self._words[unit.id] and word not in others for word in wanted.words)

    def best_units(self, wanted: frozenset[str]) -> list[tuple[float, TextUnit]]:
        """The sentences with at least three of the wanted content words, or all, with the share of what those tell.

        The best comes first. A word tells more the fewer sentences have it; one that no sentence has tells nothing.
        """
        whole = math.fsum(self._rarity[word] for word in wanted if word in self._rarity)
        found = []
        for unit in self.reading.units if whole else ():
            shared = wanted & self._content[unit.id]
            if len(shared) >= _FEWEST or (shared and len(shared) == len(wanted)):
                found.append((math.fsum(self._rarity[word] for word in shared) / whole, unit))
        return sorted(found, key=lambda pair: (-pair[0], pair[1].start))

    @cached_property
    def _content(self) -> dict[str, frozenset[str]]:
        text = self.reading.text
        return {unit.id: content_words(text[unit.start : unit.end]) for unit in self.reading.units}

    @cached_property
    def _rarity(self) -> dict[str, float]:
        counts = Counter(word for words in self._content.values() for word in words)
        total = len(self.reading.units) + 1
        return {word: math.log(total / count) for word, count in counts.items()}

    def peoples(self, unit: TextUnit) -> tuple[tuple[Name, str, str], ...]:
        """The nationalities of a sentence, each with its country and the base form of the word behind it."""
        found = []
        for name in self.reading.names_in(unit.span):
            country = country_of(name.text) if name.kind is NameKind.NATIONALITY else None
            if country is not None:
                found.append((name, country, word_behind(self.reading.text, name.end)))
        return tuple(found)

    def has_country(self, unit: TextUnit, country: str) -> bool:
        """Whether a sentence names a country or its people."""
        names = self.reading.names_in(unit.span)
        return any(country == known for name in names for known, _ in countries_in(name.text))

    def named_before(self, unit: TextUnit, wanted: Appearance, *, within: int = 1) -> bool:
        """Whether one of the sentences right before ``unit`` has a name."""
        position = int(unit.id[1:]) - 1
        return any(self.has(one, wanted) for one in self.reading.units[max(0, position - within) : position])

    def _forms(self, name: Name) -> set[str]:
        """A name as printed with its acronym or long form, equivalents and country."""
        forms = {name.text, *other_forms(name.text)}
        forms.update(self.acronyms.get(name.text, ()))
        return forms

    @cached_property
    def acronyms(self) -> dict[str, list[str]]:
        """The acronyms that this text introduces, by their long forms, and the other way round."""
        found: dict[str, list[str]] = {}
        for before, name in pairwise(self.reading.names):
            near = name.kind is NameKind.ACRONYM and name.start - before.end <= _TO_BRACKET
            if near and fits(name.text, before.text.replace("-", " ").split()):
                found.setdefault(before.text, []).append(name.text)
                found.setdefault(name.text, []).append(before.text)
            if name.acronym is not None:
                found.setdefault(name.text, []).append(name.acronym.text)
                found.setdefault(name.acronym.text, []).append(name.text)
        return found

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        text = self.reading.text
        return {unit.id: frozenset(plain_words(text[unit.start : unit.end])) for unit in self.reading.units}


def shortened(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether every word of one is the beginning of the other's ("Lib Dem" for "Liberal Democrat")."""
    if len(one) != len(two):
        return False
    pairs = [sorted(map(one_spelling, pair), key=len) for pair in zip(one, two, strict=True)]
    return all(len(short) >= _SHORTEST and long.startswith(short) for short, long in pairs)


def word_behind(text: str, end: int) -> str:
    """The base form of the word right behind ``end``; empty if none follows."""
    match = _NEXT_WORD.match(text, end)
    return lemma(match.group(1)) if match is not None else ""


def content_words(text: str) -> frozenset[str]:
    """The base forms of the words of a text that tell something."""
    small = small_words()
    return frozenset(lemma(word) for word in lower_words(text) if len(word) >= _SHORTEST and word not in small)


def exchangeable(one: Sort, two: Sort) -> bool:
    """Whether two sorts can stand for each other; an unknown one for any but a person or a country."""
    if one is two:
        return True
    return Sort.UNKNOWN in (one, two) and not {one, two} & {Sort.PERSON, Sort.COUNTRY}


def kindred(one: Appearance, two: Appearance) -> bool:
    """Whether two names begin or end with one word that is nobody else's, as the houses of one group do."""
    ends = {(one.words[0], two.words[0]), (one.words[-1], two.words[-1])}
    return any(first == second and first not in _common_words() for first, second in ends)


@cache
def _common_words() -> frozenset[str]:
    """Words that many names have: what sort of house or place they are of."""
    table = tables()
    words = table.heads | table.suffixes | table.facilities | table.tails | table.place_starts | table.nationalities
    return frozenset(plain_word(part) for word in words for part in word.split())


def other_forms(text: str) -> tuple[str, ...]:
    """What else may be printed for a name: its equivalents and its country."""
    country = country_of(text)
    return (*equivalents(text), *((country,) if country is not None else ()))
