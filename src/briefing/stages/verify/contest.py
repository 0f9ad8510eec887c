"""Contests: who beat whom, by how much, and whether a claim has turned the two around."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.names import Name
from briefing.records.quantity import Kind, Quantity, Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.derivations.cues import cues_of
from briefing.text.wording import WORDS, last_clause

_BETWEEN = re.compile(r"\s+(?:[^\W\d_]+\s+){0,2}?(?:to|against)\s+")
_LONGEST_GAP = 40


@dataclass(frozen=True, slots=True)
class _Contest:
    """One "X beat Y": the words of the names on either side, lower case."""

    winner: frozenset[str]
    loser: frozenset[str]
    words: Words


def reversed_contest(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """A finding for every contest of the claim that the source tells the other way round."""
    found = []
    for said in _contests(claim.text, claim.span, claim.names, claim.language):
        told = [
            each
            for unit in source.reading.units
            for each in _contests(source.text, unit.span, source.reading.names_in(unit.span), claim.language)
        ]
        if any(said.winner & each.winner and said.loser & each.loser for each in told):
            continue
        turned = [each for each in told if said.winner & each.loser and said.loser & each.winner]
        if turned:
            found.append(_finding(said, turned[0], source))
    return tuple(found)


def _finding(said: _Contest, told: _Contest, source: SourceIndex) -> Finding:
    place = source.where(told.words.start)
    message = f"The article says {told.words.text!r} ({place}): the draft has the two the other way round."
    evidence = (source.evidence(Span(told.words.start, told.words.end)),)
    return Finding(CheckName.ARITHMETIC, Status.CHECK, Code.REVERSED, message, said.words, evidence)


def _contests(text: str, span: Span, names: Sequence[Name], language: str) -> Iterator[_Contest]:
    beats = cues_of(language).beats
    for verb in WORDS.finditer(text, span.start, span.end):
        if verb.group().lower() not in beats:
            continue
        before = [name for name in names if name.end <= verb.start()]
        behind = [name for name in names if name.start >= verb.end()]
        if not before or not behind:
            continue
        first, last = _subject(before, text, verb.start()), behind[-1]
        words = Words(text[first[0].start : last.end], first[0].start, last.end)
        yield _Contest(_words(first), _words(behind), words)


def _subject(before: Sequence[Name], text: str, verb: int) -> list[Name]:
    """The names of the clause in front of the verb."""
    start = verb - len(last_clause(text[:verb]))
    return [name for name in before if name.start >= start] or [before[-1]]


def _words(names: Sequence[Name]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.text.lower().split())


def votes_as_score(figure: Quantity, claim: Claim, source: SourceIndex) -> Finding | None:
    """As in "carried 14-9": the two numbers that the source prints as "14 votes to nine", in this order."""
    if figure.kind is not Kind.SCORE or figure.pair is None:
        return None
    for one, two in zip(source.figures, source.figures[1:], strict=False):
        gap = source.text[one.end : two.start]
        if (one.stated, two.stated) != figure.pair or len(gap) > _LONGEST_GAP or one.kind is not Kind.CARDINAL:
            continue
        if two.kind is Kind.CARDINAL and _BETWEEN.fullmatch(gap):
            return _as_score(figure, one, two, claim, source)
    return None


def _as_score(figure: Quantity, one: Quantity, two: Quantity, claim: Claim, source: SourceIndex) -> Finding:
    operands = (Words(one.raw, one.start, one.end), Words(two.raw, two.start, two.end))
    said = source.text[one.start : two.end]
    working = Working("pair", operands, claim.words(figure), f"{one.raw} : {two.raw} = {figure.raw}")
    message = f"The article says {said!r} ({source.where(one.start)})."
    evidence = (source.evidence(Span(one.start, two.end)),)
    return Finding(CheckName.ARITHMETIC, Status.DERIVED, Code.DERIVED, message, claim.words(figure), evidence, working)
