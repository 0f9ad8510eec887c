"""Which sentences of a source say what a claim says: looked up by an index of what each of them speaks of."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.records.article import Reading, TextUnit
from briefing.text.statement_words import StatementWords, statement_words
from briefing.text.statements import Spoken, Statement, Word, read_statement, spoken_of

ALIGNED = 0.45
"""Share of what a claim speaks of, by weight, that a sentence must have to count as saying the same."""
_CLOSE = 0.8
"""A sentence that comes so near to the best one may be what is meant as well."""
_NAME, _BEFORE = 0.5, 0.5
_CONTAINED = 0.8
"""A short sentence of which a claim has so much is held against it, whatever else the claim says."""
_TOKENISED_STOP = re.compile(r"\s[.?!](?=\s)")
_LEAST = 2
_FLOOR = 0.5
"""What a word weighs that every sentence has."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence of the source, with the share of the claim's words that it has."""

    unit: TextUnit
    position: int
    statement: Statement
    share: float
    reverse: float
    """Share of what the sentence speaks of that the claim has."""


@dataclass(frozen=True, eq=False)
class SourceStatements:
    """The sentences of an article, indexed by what they speak of and read as statements when they are asked for."""

    reading: Reading
    tables: StatementWords
    _read: dict[int, Statement] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def units(self) -> tuple[TextUnit, ...]:
        """The sentences, cut where a full stop stands between spaces, as in text that a machine cut into tokens."""
        return tuple(piece for unit in self.reading.units for piece in self._pieces(unit))

    def _pieces(self, unit: TextUnit) -> Iterator[TextUnit]:
        text = self.reading.text[unit.start : unit.end]
        start = 0
        for end in (*(match.end() for match in _TOKENISED_STOP.finditer(text)), len(text)):
            if end > start and text[start:end].strip():
                yield TextUnit(unit.id, unit.kind, unit.paragraph, unit.start + start, unit.start + end)
            start = end

    def statement(self, position: int) -> Statement:
        """The sentence at that place, read."""
        found = self._read.get(position)
        if found is None:
            unit = self.units[position]
            text = self.reading.text[unit.start : unit.end]
            found = read_statement(text, unit.start, self.tables, self.reading.article.language)
            self._read[position] = found
        return found

    def following(self, position: int, count: int) -> tuple[Statement, ...]:
        """The statement at that place and those behind it."""
        return tuple(self.statement(at) for at in range(position, min(position + count, len(self.units))))

    @cached_property
    def all(self) -> tuple[Statement, ...]:
        """Every sentence, read."""
        return self.following(0, len(self.units))

    @cached_property
    def _spoken(self) -> tuple[Spoken, ...]:
        language, text = self.reading.article.language, self.reading.text
        return tuple(spoken_of(text[unit.start : unit.end], self.tables, language) for unit in self.units)

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, ...]]:
        """Every key with the sentences that have it."""
        found: dict[str, list[int]] = {}
        for position, spoken in enumerate(self._spoken):
            for key in spoken.keys | spoken.names:
                found.setdefault(key, []).append(position)
        return {key: tuple(positions) for key, positions in found.items()}

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """How much a key tells: the logarithm of how few of the sentences have it."""
        total = len(self.units) + 1
        return {key: math.log(total / len(places)) + _FLOOR for key, places in self._places.items()}

    @cached_property
    def _unknown(self) -> float:
        """What a key tells that no sentence has: most."""
        return math.log(len(self.units) + 1) + _FLOOR

    def speaks_of(self, topic: str) -> bool:
        """Whether any sentence does."""
        return topic in self._places

    def places(self, topic: str) -> tuple[int, ...]:
        """The sentences that speak of it."""
        return self._places.get(topic, ())

    def together(self, some: frozenset[str], others: frozenset[str]) -> bool:
        """Whether any sentence speaks of one of each."""
        at = {place for topic in some for place in self.places(topic)}
        return any(place in at for topic in others for place in self.places(topic))

    def weight(self, keys: frozenset[str]) -> float:
        """How much these keys tell together."""
        # Exactly rounded, so that the order of a set never decides.
        weights, unknown = self._weights, self._unknown
        return math.fsum([weights.get(key, unknown) for key in keys])

    def aligned(self, claim: Statement) -> tuple[Aligned, ...]:
        """The sentences that speak of what ``claim`` speaks of, the best first; none where none has enough of it.

        A name counts for little, since the next sentence calls it "he" or "the company"; a sentence that opens with
        such a word has half of what the sentence before it speaks of.
        """
        keys = claim.keys
        names = claim.names - keys
        whole = self.weight(keys) + _NAME * self.weight(names)
        if not keys or not whole:
            return ()
        parts = self._parts(keys, names)
        shares = {at: part / whole for at, part in parts.items() if not self._spoken[at].asks}
        least = max(ALIGNED, max(shares.values(), default=0.0) * _CLOSE)
        found = [
            Aligned(self.units[at], at, self.statement(at), share, reverse)
            for at, share in shares.items()
            if (reverse := self._reverse(keys, at)) >= _CONTAINED or share >= least
        ]
        return tuple(sorted(found, key=lambda one: (-one.share, one.position)))

    def support(self, claim: Statement) -> float:
        """The largest share of what ``claim`` speaks of that a sentence has together with its neighbours.

        1 if it speaks of nothing. Names do not count: they can be put into any sentence.
        """
        keys = claim.keys
        whole = self.weight(keys)
        best = 0.0
        for at in self._parts(keys, frozenset()) if whole else ():
            near = self._spoken[max(0, at - 1) : at + 2]
            own = frozenset().union(*(spoken.keys | spoken.names for spoken in near))
            best = max(best, self.weight(keys & own) / whole)
        return best if whole else 1.0

    def _parts(self, keys: frozenset[str], names: frozenset[str]) -> dict[int, float]:
        """The weight of the claim's words that each sentence has, by its place; sentences with none are left out."""
        terms: dict[int, list[float]] = {}
        for factor, some in ((1.0, keys), (_NAME, names)):
            for key in some:
                weight = factor * self._weights.get(key, self._unknown)
                for at in self._places.get(key, ()):
                    terms.setdefault(at, []).append(weight)
                    if at + 1 < len(self.units) and self._spoken[at + 1].near and not self._spoken[at + 1].has(key):
                        terms.setdefault(at + 1, []).append(_BEFORE * weight)
        return {at: math.fsum(weights) for at, weights in sorted(terms.items())}

    def beside(self, claim: Statement, position: int) -> Aligned:
        """The sentence at that place, with how much of ``claim`` it has."""
        names = claim.names - claim.keys
        whole = self.weight(claim.keys) + _NAME * self.weight(names)
        part = self._parts(claim.keys, names).get(position, 0.0)
        share = part / whole if whole else 0.0
        unit, reverse = self.units[position], self._reverse(claim.keys, position)
        return Aligned(unit, position, self.statement(position), share, reverse)

    def is_near(self, position: int) -> bool:
        """Whether its subject stands in the sentence before ("He", "Its board")."""
        return self._spoken[position].near

    def _reverse(self, keys: frozenset[str], at: int) -> float:
        own = self._spoken[at].keys
        shared = own & keys
        if len(shared) < _LEAST or len(shared) * _LEAST <= len(own):
            return 0.0
        return self.weight(shared) / self.weight(own)


def source_statements(reading: Reading) -> SourceStatements | None:
    """The statements of an article; ``None`` in a language without tables."""
    tables = statement_words(reading.article.language)
    return SourceStatements(reading, tables) if tables is not None else None


@dataclass(frozen=True, slots=True)
class Paired:
    """A word of the claim and the word of the source that says the same."""

    claim: Word
    source: Word

    @property
    def same(self) -> bool:
        """Whether they mean the same, and not only belong together as "rise" and "fall" do."""
        return self.claim.key == self.source.key

    @property
    def name(self) -> bool:
        """Whether either of them is printed as a name."""
        return self.claim.name or self.source.name


def pairs(claim: Sequence[Word], source: Statement) -> tuple[Paired, ...]:
    """Each word of ``claim`` with its partner in the clause of the source that shares most with it."""
    wanted = {word.topic for word in claim if word.topic}
    same: dict[str, list[Word]] = {}
    by_clause: dict[int, set[str]] = {}
    for word in source.words:
        if word.topic in wanted:
            same.setdefault(word.topic, []).append(word)
            by_clause.setdefault(word.clause, set()).add(word.topic)
    return tuple(
        Paired(word, max(same[word.topic], key=lambda other: _nearness(word, other, by_clause)))
        for word in claim
        if word.topic in same
    )


def _nearness(word: Word, other: Word, by_clause: Mapping[int, set[str]]) -> tuple[int, bool, int]:
    return len(by_clause[other.clause]), word.key == other.key, -other.start
