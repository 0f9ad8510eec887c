"""Explains the verdicts on a draft figure by figure; the checks themselves do not pay for it."""

from briefing.records.article import Reading
from briefing.records.explanation import Explanation
from briefing.records.findings import Finding, Working
from briefing.records.quantity import Kind, Quantity
from briefing.records.report import Report
from briefing.stages.verify.candidates import Candidate, aligned_with, best, candidates_for
from briefing.stages.verify.claim import Claim, claims_of
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import FEATURES, Alignment, weights

_REASONS = 3
_LEAST = 0.1
"""A smaller push in either direction is no reason."""

_WORDS = {
    "sentence": "words of the draft's sentence in the article's",
    "wide": "words of the draft's sentence in the article's sentence or its neighbours",
    "best": "no other sentence has more of the words",
    "near": "the words beside the figure",
    "left": "the words before the figure",
    "right": "the words behind the figure",
    "clause": "the words of the clause",
    "head_same": "the same thing is counted",
    "head_differs": "something else is counted",
    "head_there": "the thing counted is in the sentence",
    "counted": "the words of the thing counted",
    "event_same": "the same happens to it",
    "event_differs": "something else happens to it",
    "period_differs": "the period is another",
    "names": "the names in both sentences",
    "names_missing": "none of the draft's names is in the sentence",
    "unique": "how often the article has this value",
    "small": "a very small number",
    "rival": "how well figures of another value fit the words",
    "is_date": "it is a date",
    "is_share": "it is a share",
    "is_age": "it is an age",
    "is_score": "it is a score",
    "subject_same": "the same name before the figure",
    "subject_differs": "another name before the figure",
    "old_value": "the article gives it as the value before a change",
}


def explain(draft: Reading, source: SourceIndex, report: Report) -> tuple[Explanation, ...]:
    """One explanation for every figure of ``draft`` in text order; ``report`` is the verdict on the same texts."""
    statuses = {(each.quantity.start, each.quantity.end): each.status for each in report.figures}
    found = []
    for claim in claims_of(draft):
        alignment = aligned_with(claim, source)
        for quantity in claim.quantities:
            status = statuses[quantity.start, quantity.end]
            about = [each for each in report.findings if _is_about(each, quantity)]
            working = next((each.working for each in about if each.working is not None), None)
            chosen = _chosen(quantity, claim, source, alignment)
            if chosen is None:
                found.append(Explanation(quantity, status, working=working))
            else:
                found.append(_explained(Explanation(quantity, status), chosen, working, source, alignment))
    return tuple(found)


def _is_about(finding: Finding, quantity: Quantity) -> bool:
    return finding.claim is not None and (finding.claim.start, finding.claim.end) == (quantity.start, quantity.end)


def _chosen(quantity: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Candidate | None:
    """The source's figure that relates best by value; of equals, the one most surely said of the same thing."""
    if quantity.kind in (Kind.DATE, Kind.IDENTIFIER):
        return None
    candidates = candidates_for(quantity, claim, source, alignment)
    return best(each for each in candidates if each.relation is candidates[0].relation) if candidates else None


def _explained(
    bare: Explanation, chosen: Candidate, working: Working | None, source: SourceIndex, alignment: Alignment
) -> Explanation:
    vector = alignment.features(bare.figure, chosen.quantity, occurrences=1)
    pushes = sorted(
        (
            (weight * value, _WORDS[name])
            for weight, value, name in zip(weights().weights, vector, FEATURES, strict=True)
        ),
        key=lambda push: push[0],
    )
    return Explanation(
        figure=bare.figure,
        status=bare.status,
        held_against=source.said(chosen.quantity),
        relation=chosen.relation.name.lower(),
        probability=chosen.binding,
        speaks_for=tuple(words for push, words in reversed(pushes) if push > _LEAST)[:_REASONS],
        speaks_against=tuple(words for push, words in pushes if push < -_LEAST)[:_REASONS],
        vetoes=tuple(_vetoes(chosen)),
        working=working,
    )


def _vetoes(chosen: Candidate) -> list[str]:
    signs = (
        (chosen.other_event, "something else happens to it in the article"),
        (chosen.old_value, "the article gives it as the value before a change"),
        (chosen.alone, "nothing but the value is shared"),
    )
    return [*(words for holds, words in signs if holds), *(veto.value for veto in chosen.vetoes)]
