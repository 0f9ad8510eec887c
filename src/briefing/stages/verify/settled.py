"""What a derivation settles about the figures beside it: its operands in the claim, and a sum that the claim does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.records.findings import Code, Finding, Status
from briefing.records.quantity import Hedge, Quantity, Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.derivations.cues import cues_of
from briefing.text.wording import lower_words

_NEAR = 3
_UNSURE = (Code.OTHER_THING, Code.OTHER_PERIOD)


def own_sum(figure: Quantity, claim: Claim) -> bool:
    """Whether the claim itself adds ``figure`` up: "five in the hall and four on the road, nine in all"."""
    near = lower_words(claim.text[figure.end : claim.span.end])[:_NEAR]
    near += lower_words(claim.text[claim.span.start : figure.start])[-_NEAR:]
    if figure.stated is None or figure.hedge is not Hedge.EXACT or not cues_of(claim.language).sum.intersection(near):
        return False
    others = [
        each.stated
        for each in claim.figures
        if each.kind is figure.kind and each.end <= figure.start and each.stated and each.hedge is Hedge.EXACT
    ]
    return len(others) > 1 and sum(others) == figure.stated


def confirmed(findings: Sequence[Finding], claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """The findings, with those figures verified that a proven sum or difference of the claim rests on.

    "Rose by five, from 12 to 17": that 17 less 12 is five binds both to what the article says of them. Only what was
    unsure of the thing counted is settled so; another event or person is not.
    """
    if not any(finding.status is Status.CHECK and finding.code in _UNSURE for finding in findings):
        return tuple(findings)  # nearly always: nothing is unsure
    proven = list(_proven(findings, claim, source))
    return tuple(_settled(finding, proven, claim, source) for finding in findings)


def _proven(findings: Sequence[Finding], claim: Claim, source: SourceIndex) -> Iterator[tuple[Words, ...]]:
    """The operands of every derivation whose operands the claim prints as well."""
    for finding in findings:
        if finding.status is Status.DERIVED and finding.working is not None:
            yield finding.working.operands
    printed = {(each.kind, each.stated) for each in claim.figures if each.hedge is Hedge.EXACT}
    for equation in source.equations:
        terms = (*equation.parts, equation.total)
        if equation.holds and all((each.kind, each.stated) in printed for each in terms):
            counts = [each.stated for each in claim.figures]
            if all(counts.count(each.stated) >= [one.stated for one in terms].count(each.stated) for each in terms):
                yield tuple(Words(each.raw, each.start, each.end) for each in equation.parts)


def _settled(finding: Finding, proven: Sequence[tuple[Words, ...]], claim: Claim, source: SourceIndex) -> Finding:
    if finding.status is not Status.CHECK or finding.code not in _UNSURE or finding.claim is None:
        return finding
    figure = next((each for each in claim.figures if each.start == finding.claim.start), None)
    if figure is None or figure.hedge is not Hedge.EXACT:
        return finding
    for operands in proven:
        for operand in operands:
            there = next((each for each in source.figures if each.start == operand.start), None)
            if there is not None and (there.kind, there.stated, there.hedge) == (
                figure.kind,
                figure.stated,
                figure.hedge,
            ):
                place = source.where(operand.start)
                message = f"The article says {operand.text!r} ({place}); what is worked out from it fits."
                evidence = (source.evidence(Span(operand.start, operand.end)),)
                return replace(
                    finding, status=Status.VERIFIED, code=Code.SAME_WORDS, message=message, evidence=evidence
                )
    return finding
