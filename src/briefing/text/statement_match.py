"""Which sentences of a source say what a claim says, and where the two do not mean it in the same way."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.records.article import Reading, TextUnit
from briefing.text.statement_words import StatementWords, statement_words
from briefing.text.statements import Statement, Word, read_statement

ALIGNED = 0.45
"""Share of what a claim speaks of, by weight, that a sentence must have to count as saying the same."""
_CLOSE = 0.8
"""A sentence that comes so near to the best one may be what is meant as well."""
_NAME, _BEFORE = 0.35, 0.5
_CONTAINED = 0.8
"""A short sentence of which a claim has so much is held against it, whatever else the claim says."""
_TOKENISED_STOP = re.compile(r"\s[.?!](?=\s)")


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence of the source, with the share of the claim's words that it has."""

    unit: TextUnit
    statement: Statement
    share: float
    reverse: float
    """Share of what the sentence speaks of that the claim has."""


@dataclass(frozen=True)
class SourceStatements:
    """The sentences of an article, read as statements when they are asked for."""

    reading: Reading
    tables: StatementWords

    @cached_property
    def all(self) -> tuple[tuple[TextUnit, Statement], ...]:
        """Every sentence with its statement, in text order."""
        return tuple(piece for unit in self.reading.units for piece in self._read(unit))

    def _read(self, unit: TextUnit) -> Iterator[tuple[TextUnit, Statement]]:
        """The unit, cut where a full stop stands between spaces, as in text that a machine has cut into tokens."""
        text = self.reading.text[unit.start : unit.end]
        start = 0
        for end in (*(match.end() for match in _TOKENISED_STOP.finditer(text)), len(text)):
            if end > start and text[start:end].strip():
                piece = TextUnit(unit.id, unit.kind, unit.paragraph, unit.start + start, unit.start + end)
                statement = read_statement(text[start:end], piece.start, self.tables, self.reading.article.language)
                yield piece, statement
            start = end

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much a key tells: the logarithm of how few of the sentences have it."""
        counts: dict[str, int] = {}
        for _, statement in self.all:
            for key in statement.keys | statement.names:
                counts[key] = counts.get(key, 0) + 1
        total = len(self.all) + 1
        return {key: math.log(total / count) + 0.5 for key, count in counts.items()}

    @cached_property
    def _unknown(self) -> float:
        return math.log(len(self.all) + 1) + 0.5

    def following(self, unit: TextUnit, count: int) -> tuple[Statement, ...]:
        """The statement of a sentence and of those behind it."""
        position = next(at for at, (other, _) in enumerate(self.all) if other.start == unit.start)
        return tuple(statement for _, statement in self.all[position : position + count])

    def weight(self, keys: frozenset[str]) -> float:
        """How much these keys tell together; one that the source does not have tells most."""
        return math.fsum(sorted(self.rarity.get(key, self._unknown) for key in keys))

    def aligned(self, claim: Statement) -> tuple[Aligned, ...]:
        """The sentences that speak of what ``claim`` speaks of, the best first; none where none has enough of it.

        A name counts for little, since the next sentence calls it "he" or "the company"; a sentence that opens with
        such a word has half of what the sentence before it speaks of.
        """
        whole = self.weight(claim.keys) + _NAME * self.weight(claim.names)
        if not claim.keys or not whole:
            return ()
        found = []
        before: frozenset[str] = frozenset()
        for unit, statement in self.all:
            own = statement.keys | statement.names
            part = self._part(claim, own)
            if statement.opens_with_pronoun:
                part += _BEFORE * self._part(claim, before - own)
            if not statement.asks:
                found.append(Aligned(unit, statement, part / whole, self._reverse(claim, statement)))
            before = own
        best = max((one.share for one in found), default=0.0)
        least = max(ALIGNED, best * _CLOSE)
        near = [one for one in found if one.share >= least or one.reverse >= _CONTAINED]
        return tuple(sorted(near, key=lambda one: -one.share))

    def _reverse(self, claim: Statement, statement: Statement) -> float:
        shared = statement.keys & claim.keys
        return self.weight(shared) / self.weight(statement.keys) if len(shared) > 1 else 0.0

    def _part(self, claim: Statement, keys: frozenset[str]) -> float:
        return self.weight(claim.keys & keys) + _NAME * self.weight(claim.names & keys)


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
    def name(self) -> bool:
        """Whether either of them is printed as a name."""
        return self.claim.name or self.source.name


def pairs(claim: Sequence[Word], source: Statement) -> tuple[Paired, ...]:
    """Each word of ``claim`` with its partner in the clause of the source that shares most with it."""
    shared = {word.key for word in claim if word.key and not word.cue}
    by_clause: dict[int, set[str]] = {}
    for word in source.words:
        if word.key in shared and not word.cue:
            by_clause.setdefault(word.clause, set()).add(word.key)
    return tuple(_pairs(claim, source, by_clause))


def _pairs(claim: Sequence[Word], source: Statement, by_clause: Mapping[int, set[str]]) -> Iterator[Paired]:
    for word in claim:
        if word.key and not word.cue:
            same = [other for other in source.words if other.key == word.key and not other.cue]
            if same:
                yield Paired(word, max(same, key=lambda other: (len(by_clause[other.clause]), -other.start)))
