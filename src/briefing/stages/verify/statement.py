"""A claim beside the sentences of the source that say the same: what the checks of statements look at."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.statement_cues import Reach
from briefing.text.statement_match import Aligned, Paired, SourceStatements, pairs
from briefing.text.statement_words import Cue, StatementWords
from briefing.text.statements import Statement, Word


@dataclass(frozen=True)
class Beside:
    """One claim, or one part of it, beside one sentence of the source that speaks of the same."""

    whole: Statement
    """The claim with all its parts: an attribution holds for each of them."""
    claim: Statement
    aligned: Aligned
    source: SourceStatements

    @property
    def said(self) -> Statement:
        """The sentence of the source."""
        return self.aligned.statement

    @property
    def tables(self) -> StatementWords:
        """The words of the language."""
        return self.source.tables

    @cached_property
    def paired(self) -> tuple[Paired, ...]:
        """The words that both of them have, names left out where there are others."""
        found = pairs(self.claim.words, self.said)
        return tuple(pair for pair in found if not pair.name) or found

    def weight(self, words: Iterable[Word]) -> float:
        """How much these words tell."""
        return self.source.weight(frozenset(word.topic for word in words if word.topic))

    def covered(self, cues: frozenset[Cue]) -> float:
        """Share of the common words that one of these cues reaches in the source."""
        whole = self.weight(pair.source for pair in self.paired)
        part = self.weight(pair.source for pair in self.paired if pair.source.cues & cues)
        return part / whole if whole else 0.0

    def introduced(self, cues: frozenset[Cue]) -> float:
        """Share of what stands behind one of these cues, in its reach, that the claim has; 1 if nothing does."""
        shared = {pair.source.start for pair in self.paired}
        found = [self._introduced(reach, shared) for reach in self.said.reaches if reach.cue in cues]
        return max(found, default=1.0)

    def _introduced(self, reach: Reach, shared: set[int]) -> float:
        words = self.said.words[reach.last :]
        end = next((at for at, word in enumerate(words) if reach.cue not in word.cues), len(words))
        behind = [word for word in words[:end] if word.topic and not word.name]
        whole = self.weight(behind)
        return self.weight(word for word in behind if word.start in shared) / whole if whole else 1.0

    def reach(self, cues: frozenset[Cue]) -> Reach | None:
        """The cue of the source that reaches most of the common words."""
        found = [reach for reach in self.said.reaches if reach.cue in cues]
        return max(found, key=self._closeness, default=None)

    def _closeness(self, reach: Reach) -> float:
        clause = self.said.words[reach.first].clause
        return math.fsum(1.0 for pair in self.paired if pair.source.clause == clause)


T = TypeVar("T")
_VOUCHES, _EQUAL = 0.75, 0.95
"""From which share on another sentence vouches for a claim, in all and beside the nearest."""
_LEAST_PART = 3


def beside(claim: Claim, source: SourceIndex) -> tuple[tuple[Beside, ...], ...]:
    """For the claim, and for each part of it: beside every sentence that says nearly the same, the nearest first."""
    statements, whole = source.statements, claim.statement
    if statements is None or whole is None:
        return ()
    return _remembered(whole, statements)


@lru_cache(maxsize=4)
def _remembered(whole: Statement, statements: SourceStatements) -> tuple[tuple[Beside, ...], ...]:
    """Both checks look at the same claim, one right behind the other."""
    held = []
    for part in parts(whole):
        found = tuple(Beside(whole, part, aligned, statements) for aligned in statements.aligned(part))
        if found:
            held.append(found)
    return tuple(held)


def parts(statement: Statement) -> tuple[Statement, ...]:
    """The statement, and each run of its clauses that speaks of enough to be held against a sentence by itself."""
    found, first = [statement], 0
    words = statement.words
    for index in range(1, len(words) + 1):
        if index == len(words) or words[index].clause != words[index - 1].clause:
            part = statement.part(first, index)
            spoken = part.keys | part.names
            if len(spoken) >= _LEAST_PART:
                if spoken != statement.keys | statement.names:
                    found.append(part)
                first = index
    return tuple(found)


def objections(held: Sequence[Beside], rule: Callable[[Beside], T | None]) -> tuple[Beside, T] | None:
    """What ``rule`` has against the nearest sentence; nothing if another one that says the same is fine with it."""
    first: tuple[Beside, T] | None = None
    best = held[0].aligned.share if held else 0.0
    for one in held:
        found = rule(one)
        if found is None:
            if one.aligned.share >= max(_VOUCHES, best * _EQUAL):
                return None
        elif first is None:
            first = (one, found)
    return first


def objection(
    check: CheckName, code: Code, message: str, claim: Claim, source: SourceIndex, found: Beside, *, status: Status
) -> Finding:
    """The finding on a whole statement, with the sentence of the source that says it otherwise."""
    words = Words(claim.text[claim.span.start : claim.span.end], claim.span.start, claim.span.end)
    return Finding(check, status, code, message, words, (source.evidence(found.aligned.unit.span),))


def printed(text: str, statement: Statement, reach: Reach) -> str:
    """The words of a cue as their text prints them."""
    return text[statement.words[reach.first].start : statement.words[reach.last - 1].end]
