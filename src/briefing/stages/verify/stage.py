"""The stage: every claim through every check, and what the source says of itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.records.article import Reading
from briefing.records.checked import Checked, CheckedFact, CheckedFigure
from briefing.records.findings import CheckName, Code, Finding, Status, worst
from briefing.records.grounded import Grounded, GroundedFact
from briefing.records.quantity import Quantity
from briefing.records.report import Report
from briefing.records.spans import Span
from briefing.stages.verify.arithmetic import check_arithmetic
from briefing.stages.verify.attribution import check_attribution
from briefing.stages.verify.claim import Claim, claims_of
from briefing.stages.verify.date import check_date
from briefing.stages.verify.evidence import check_support, unchecked
from briefing.stages.verify.name import check_name
from briefing.stages.verify.name_attached import check_attached
from briefing.stages.verify.name_binding import check_binding
from briefing.stages.verify.name_titles import check_titles
from briefing.stages.verify.near_copy import near_copy
from briefing.stages.verify.number import check_number
from briefing.stages.verify.omitted import omitted_figures, used_by
from briefing.stages.verify.pointed import misplaced
from briefing.stages.verify.polarity import check_polarity
from briefing.stages.verify.quote import check_quote
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.source_findings import find_in_source
from briefing.stages.verify.speaker import check_speaker
from briefing.stages.verify.suspicion import lowered, suspect_evidence
from briefing.text.names import read_names
from briefing.text.quantities import read_quantities

Check = Callable[[Claim, SourceIndex], tuple[Finding, ...]]

CHECKS: tuple[Check, ...] = (
    check_number,
    check_date,
    check_arithmetic,
    check_quote,
    check_speaker,
    check_name,
    check_titles,
    check_binding,
    check_attached,
    check_attribution,
    check_polarity,
    check_support,
)
"""Every check, in the order in which they report. A new one is one module and one entry here."""

_OF_OTHER_WORDS = frozenset((check_titles, check_binding, check_attached, check_support))
"""Checks that can find nothing in a run of the article's own words: who is called what, and beside whom, is as there.

Certainty and polarity are not among them: a run may leave out the "not" or the "police said" that stands before it.
"""

_OF_OTHER_SENTENCES = _OF_OTHER_WORDS | {check_speaker, check_attribution, check_polarity}
"""Those that find nothing in a whole sentence of the article either."""
_NONE: frozenset[Check] = frozenset()

CHECKS_VERSION = "2"
"""Changes whenever a check may decide otherwise on the same input."""


def verify(grounded: Grounded) -> Checked:
    """Every fact of ``grounded`` with the verdicts of all checks, the source's own mistakes, and what no fact uses."""
    source = SourceIndex(grounded.reading)
    facts = tuple(_check_fact(fact, source) for fact in grounded.facts)
    return Checked(
        grounded=grounded,
        facts=facts,
        source_findings=source.once(find_in_source),
        omitted_figures=_omitted(facts, source),
    )


def recounted(checked: Checked) -> Checked:
    """``checked`` with the figures that its facts leave out today: other facts rest on other evidence."""
    return replace(checked, omitted_figures=_omitted(checked.facts, SourceIndex(checked.grounded.reading)))


def _omitted(facts: Sequence[CheckedFact], source: SourceIndex) -> tuple[Quantity, ...]:
    return omitted_figures((evidence.span for fact in facts for evidence in fact.grounded.evidence), source)


def verify_text(draft: Reading, source: Reading | SourceIndex) -> Report:
    """Every sentence of a draft against an article: findings in text order, each figure with its status.

    Whoever checks many drafts against one article hands over its ``SourceIndex``: what the first one needed is kept.
    """
    if isinstance(source, Reading):
        source = SourceIndex(source)
    findings: list[Finding] = []
    for claim in claims_of(draft):
        found = _run(claim, source)
        findings.extend(found or (unchecked(claim),))
    return Report(
        findings=_in_text_order(findings),
        source_findings=source.once(find_in_source),
        figures=_figures(draft.quantities, findings),
        omitted_figures=omitted_figures(used_by(findings), source),
    )


def _check_fact(fact: GroundedFact, source: SourceIndex) -> CheckedFact:
    statement = fact.fact.statement
    article = source.reading.article
    span = Span(0, len(statement))
    claim = Claim(
        text=statement,
        span=span,
        language=article.language,
        quantities=_statement_figures(fact, source),
        names=read_names(statement, (span,)),
        near=tuple(evidence.span for evidence in fact.evidence),
        verbatim=any(
            finding.check is CheckName.EVIDENCE and finding.code is Code.SAME_WORDS for finding in fact.findings
        ),
        declared=fact.fact.declared,
    )
    found = (*fact.findings, *_run(claim, source), *suspect_evidence(statement, fact.evidence, source))
    findings = (*found, *misplaced(claim, found, source), *near_copy(claim, source))
    if not findings:
        findings = (unchecked(claim),)
    return CheckedFact(fact, _figures(claim.quantities, findings), findings)


def _statement_figures(fact: GroundedFact, source: SourceIndex) -> tuple[Quantity, ...]:
    """The figures of a statement, read in the statement; days are worked out from the article's date, as in it."""
    article = source.reading.article
    return read_quantities(fact.fact.statement, locale=article.language, anchor=article.published_at)


def _run(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    return lowered(_checked(claim, source), claim, source, _checked)


def _checked(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    spared = _OF_OTHER_WORDS if claim.verbatim else _NONE
    if source.has_sentence(claim.text[claim.span.start : claim.span.end]):
        spared = _OF_OTHER_SENTENCES
    return tuple(finding for check in CHECKS if check not in spared for finding in check(claim, source))


def _in_text_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.claim.start if finding.claim else -1))


def _figures(quantities: Sequence[Quantity], findings: Sequence[Finding]) -> tuple[CheckedFigure, ...]:
    """Each figure with the worst status of the findings about its words."""
    about: dict[tuple[int, int], list[Status]] = {}
    for finding in findings:
        if finding.claim is not None:
            about.setdefault((finding.claim.start, finding.claim.end), []).append(finding.status)
    return tuple(
        CheckedFigure(quantity, worst(tuple(about.get((quantity.start, quantity.end), ())))) for quantity in quantities
    )
