"""Which names were added, are gone, stand for another one, or are spelt otherwise.

A name counts as missing only when the other version does not print its words at all: whether a capital makes a name is
hard to tell, whether the words are there is not.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.records.comparison import Change, ChangeKind, Subject
from briefing.records.names import Name, NameKind
from briefing.records.spans import Span
from briefing.text.countries import country_of
from briefing.text.critical import tokens
from briefing.text.fold import fold
from briefing.text.plain_words import plain_word
from briefing.text.quotes import find_words
from briefing.versions.pairs import Gap
from briefing.versions.version import Token, Version

_SPELT_ALIKE = 0.74
"""Similarity in letters from which one name is another one, spelt otherwise."""
_SHORTEST_SLIP = 4
_LONGEST_NAME = 100
_SURELY_THE_NAME = 10
"""Letters of a name that do not stand in a row by chance."""
_COUNTRIES = (NameKind.COUNTRY, NameKind.NATIONALITY)


@dataclass
class Names:
    """Collects names that stand in each other's place, group by group; ``changes`` tells it in the end."""

    old: Version
    new: Version
    _replaced: dict[tuple[str, str], tuple[Name, Name]] = field(default_factory=dict)

    def group(self, gaps: Sequence[Gap]) -> None:
        """Take in the places where two sentences that meet differ: as many names on both sides are pairs."""
        for gap in gaps:
            one, two = _inside(self.old, gap.old), _inside(self.new, gap.new)
            if len(one) != len(two):
                continue
            for first, second in zip(one, two, strict=True):
                if not _same_entity(first, second) and _may_replace(first, second):
                    self._replaced.setdefault((_plain(first.text), _plain(second.text)), (first, second))

    def changes(self) -> list[Change]:
        """Every change, each name once."""
        gone, added = _missing(self.old, self.new), _missing(self.new, self.old)
        pairs = list(self._replaced.values())
        pairs += self._respelt(gone, added, pairs)
        told_old = {_plain(first.text) for first, _ in pairs}
        told_new = {_plain(second.text) for _, second in pairs}
        changes = [self._replacement(first, second) for first, second in pairs]
        changes += [self._one(name, ChangeKind.ADDED) for key, name in added.items() if key not in told_new]
        changes += [self._one(name, ChangeKind.GONE) for key, name in gone.items() if key not in told_old]
        return changes

    def _respelt(
        self, gone: dict[str, Name], added: dict[str, Name], known: Sequence[tuple[Name, Name]]
    ) -> list[tuple[Name, Name]]:
        """Names that are missing on either side and nearly the same in letters, the most alike first."""
        told_old = {_plain(first.text) for first, _ in known}
        told_new = {_plain(second.text) for _, second in known}
        ranked = sorted(
            (-_alike(one, two), one, two)
            for one in gone
            for two in added
            if one not in told_old and two not in told_new and _spelt_alike(one, two)
        )
        found: list[tuple[Name, Name]] = []
        for _, one, two in ranked:
            if one not in told_old and two not in told_new:
                told_old.add(one)
                told_new.add(two)
                found.append((gone[one], added[two]))
        return found

    def _replacement(self, old: Name, new: Name) -> Change:
        there, here = self.old.passage(old.start, old.end), self.new.passage(new.start, new.end)
        respelt = _spelt_alike(_plain(old.text), _plain(new.text))
        kind = ChangeKind.RESPELT if respelt else ChangeKind.CHANGED
        verb = "is spelt" if respelt else "is now"
        message = f"{there.text!r} ({there.where}) {verb} {here.text!r} ({here.where}){' now' if respelt else ''}."
        return Change(kind, Subject.NAME, there, here, message)

    def _one(self, name: Name, kind: ChangeKind) -> Change:
        version = self.new if kind is ChangeKind.ADDED else self.old
        passage = version.passage(name.start, name.end)
        times = Counter(_plain(other.text) for other in version.index.names)[_plain(name.text)]
        often = f" It stands there {times} times." if times > 1 else ""
        if kind is ChangeKind.ADDED:
            message = f"{passage.text!r} ({passage.where}): new.{often}"
            return Change(kind, Subject.NAME, None, passage, message)
        message = f"{passage.text!r} ({passage.where}): gone.{often.replace('stands', 'stood')}"
        return Change(kind, Subject.NAME, passage, None, message)


def _plain(text: str) -> str:
    """A name without case, accents and possessive ending."""
    return " ".join(plain_word(word) for word in fold(text).text.split())


def _inside(version: Version, words: Sequence[Token]) -> list[Name]:
    """The names that one of these tokens belongs to, each once, in text order.

    At the head of a sentence a surname alone looks like any other word: it counts if the version has it in a name.
    """
    if not words:
        return []
    near = version.index.reading.names_in(Span(words[0].start - _LONGEST_NAME, words[-1].end))
    found = [name for name in near if any(name.start < token.end and token.start < name.end for token in words)]
    for token in words:
        full = version.surnames.get(token.text) if version.text[token.start].isupper() else None
        if full is not None and not any(name.start <= token.start < name.end for name in found):
            found.append(Name(version.text[token.start : token.end], token.start, token.end, full.kind))
    return sorted(found, key=lambda name: name.start)


def _same_entity(one: Name, two: Name) -> bool:
    """Whether one is the other, or a shorter form of it, or the country of a nationality."""
    first, second = _plain(one.text), _plain(two.text)
    country = country_of(first)
    if country is not None and country == country_of(second):
        return True
    short, long = sorted((first.split(), second.split()), key=len)
    return set(short) <= set(long)


def _may_replace(one: Name, two: Name) -> bool:
    """Whether both can be the same sort of name; a kind that is not told can be any."""
    if one.kind is two.kind or NameKind.OTHER in (one.kind, two.kind):
        return True
    return one.kind in _COUNTRIES and two.kind in _COUNTRIES


def _missing(version: Version, other: Version) -> dict[str, Name]:
    """The names whose words the other version does not print, by plain form, at their first place."""
    countries = {country_of(_plain(name.text)) for name in other.index.names}
    words = {plain_word(token.text) for token in tokens(other.index.folded.text)}
    people = {_plain(name.text) for name in other.index.names if name.kind is NameKind.PERSON}
    run = "".join(token.text for token in tokens(other.index.folded.text))
    found: dict[str, Name] = {}
    for name in version.index.names:
        key = _plain(name.text)
        country = country_of(key)
        if version.index.reading.quantities_in(name.span):
            continue  # "Seventeen" at the head of a sentence is a figure
        if key in found or (country is not None and country in countries):
            continue
        if words.issuperset(key.split()) or (name.kind is NameKind.PERSON and _named_shorter(key, people)):
            continue
        if not find_words(other.index.folded, name.text).found and not _split_elsewhere(key, run):
            found[key] = name
    return found


def _split_elsewhere(key: str, run: str) -> bool:
    """Whether the letters of a name stand there, broken at other places: "Port-" at a line end, "au-Prince"."""
    letters = "".join(token.text for token in tokens(key))
    return len(letters) >= _SURELY_THE_NAME and letters in run


def _named_shorter(key: str, people: set[str]) -> bool:
    """Whether people of that surname are only named by it there: a first name was added, or dropped."""
    surname = key.rsplit(maxsplit=1)[-1]
    namesakes = [person for person in people if person.split()[-1] == surname]
    return bool(namesakes) and all(person == surname for person in namesakes)


def _spelt_alike(one: str, two: str) -> bool:
    return min(len(one), len(two)) >= _SHORTEST_SLIP and _alike(one, two) >= _SPELT_ALIKE


def _alike(one: str, two: str) -> float:
    from rapidfuzz.distance import OSA

    similarity: float = OSA.normalized_similarity(one, two)
    return similarity
