"""Proves a figure that the source does not print from figures that it does, with the working shown."""

import re
from collections.abc import Sequence

from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import Hedge, Kind, Quantity, Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.derivations import Workings, cues_of, derive

_MAX_RANKED = 14
_NEAR = 6
_WORD = re.compile(r"[^\W\d_]+")
_OPERANDS = frozenset((Hedge.EXACT, Hedge.UP_TO, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.FEWER_THAN))
_NO_OPERANDS = frozenset((Kind.DATE, Kind.IDENTIFIER, Kind.ORDINAL, Kind.TIME, Kind.SCORE))


def derived_finding(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Finding | None:
    """The finding that proves ``figure`` from others, or ``None`` if no cue and no operands do."""
    language = claim.language
    operands = _ranked(figure, source, alignment)
    if len(operands) < 2:
        return None
    values = {(other.kind, other.stated) for other in claim.figures if other is not figure}

    def together(figures: Sequence[Quantity]) -> bool:
        units = {unit.id for each in figures if (unit := source.unit(each.start)) is not None}
        return len(units) == 1 or all((each.kind, each.stated) in values for each in figures)

    def general(each: Quantity) -> bool:
        return each.head is None or each.head in alignment.known.general_nouns

    found = derive(figure, _words_near(figure, claim), Workings(operands, together, general), cues_of(language))
    if found is None:
        return None
    working = Working(
        operation=found.operation,
        operands=tuple(Words(each.raw, each.start, each.end) for each in found.operands),
        result=claim.words(figure),
        expression=found.expression,
        alternatives=found.alternatives,
    )
    places = ", ".join(f"{each.raw} ({source.where(each.start)})" for each in found.operands)
    message = f"The article's figures give it: {found.expression}, from {places}."
    if found.alternatives:
        message += f" {found.alternatives} other set(s) of its figures would give it too."
    evidence = tuple(source.evidence(Span(each.start, each.end)) for each in found.operands)
    return Finding(CheckName.ARITHMETIC, Status.DERIVED, Code.DERIVED, message, claim.words(figure), evidence, working)


def _words_near(figure: Quantity, claim: Claim) -> list[str]:
    """The claim's words close to the figure; a cue elsewhere in the sentence speaks of something else."""
    before = _WORD.findall(claim.text[claim.span.start : figure.start])[-_NEAR:]
    behind = _WORD.findall(claim.text[figure.end : claim.span.end])[:_NEAR]
    return [word.lower() for word in (*before, *behind)]


def _ranked(figure: Quantity, source: SourceIndex, alignment: Alignment) -> tuple[Quantity, ...]:
    """The source's figures that could be operands, those whose words are most like the claim's first."""
    able = [
        other
        for other in source.figures
        if other.kind not in _NO_OPERANDS and other.hedge in _OPERANDS and other.stated is not None
    ]
    able.sort(key=lambda other: (-alignment.likeness(figure, other), other.start))
    return tuple(able[:_MAX_RANKED])
