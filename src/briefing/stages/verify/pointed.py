"""Whether the sentences that a draft points to say what it states: true words beside the wrong evidence prove nothing.

The other checks look through the whole article, so that a statement passes wherever it is true. What an editor is shown
as its evidence must carry it too: its figures stand there, or its words do; whom it names is named near by; it denies
nothing that they do not deny, and tells no event that excludes theirs.
"""

import re
from collections.abc import Sequence

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.names import NameKind
from briefing.records.quantity import Words
from briefing.records.spans import MatchKind, evidence_at
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.events import events
from briefing.text.wording import content_stems, lower_words

_OF_FIGURES = (CheckName.NUMBER, CheckName.DATE, CheckName.ARITHMETIC, CheckName.QUOTE)
_ENOUGH = 1 / 3
"""Share of the statement's content words, names left out, that the sentences must have beside its figures."""
_DENIED = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
_DENYING = re.compile(
    r"\b(?:not|no|nobody|none|nothing|never|neither|nor|without|cannot|fail\w*|refus\w*|den(?:y|ied|ies)\w*|reject\w*"
    r"|ruled? out|hardly|unable|lack\w*|until|yet|only|except|unless|un[a-z]{4,}|in[a-z]{5,}able)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of a sentence that a statement with "not" may rest on: this is generous on purpose."""
_NEAR_PARAGRAPHS = 1


def misplaced(claim: Claim, findings: Sequence[Finding], source: SourceIndex) -> tuple[Finding, ...]:
    """Findings about a fact that says what the sentences that it points to do not say; each asks for a look."""
    if claim.verbatim or not claim.near:
        return ()
    pointed = " ".join(source.text[span.start : span.end] for span in claim.near)
    return (
        *_elsewhere(claim, findings, pointed, source),
        *_denied(claim, pointed, source),
        *_excluded(claim, pointed, source),
        *_person_far_away(claim, source),
    )


def _elsewhere(claim: Claim, findings: Sequence[Finding], pointed: str, source: SourceIndex) -> tuple[Finding, ...]:
    """What carries the claim stands elsewhere than in the sentences that it points to."""
    carried = [
        evidence.span
        for finding in findings
        if finding.check in _OF_FIGURES and finding.status.passed
        for evidence in finding.evidence
    ]
    if any(span.overlaps(near) for span in carried for near in claim.near):
        return ()
    names = content_stems(" ".join(name.text for name in claim.names), claim.language)
    told = claim.stems - names
    shared = told & content_stems(pointed, claim.language)
    if not told or (not carried and len(shared) >= _ENOUGH * len(told)):
        return ()
    where = f"; it stands in {source.where(carried[0].start)}" if carried else ""
    return (
        _finding(Code.NO_EVIDENCE, f"The sentences that the fact points to do not say this{where}.", claim, source),
    )


def _denied(claim: Claim, pointed: str, source: SourceIndex) -> tuple[Finding, ...]:
    """The statement denies something, and nothing in its sentences does."""
    said = claim.text[claim.span.start : claim.span.end]
    if claim.language != "en" or not _DENIED.search(said) or _DENYING.search(pointed):
        return ()
    return (_finding(Code.NEGATED, "The statement denies what its sentences do not deny.", claim, source),)


def _excluded(claim: Claim, pointed: str, source: SourceIndex) -> tuple[Finding, ...]:
    """The statement tells of an event of which its sentences have no word, and they of one that excludes it."""
    known = events(claim.language)
    ours = {known.classes[word]: word for word in claim.lower_words if word in known.classes}
    theirs = {known.classes[word]: word for word in lower_words(pointed) if word in known.classes}
    for kind, word in ours.items():
        rival = next((theirs[other] for other in theirs if frozenset((kind, other)) in known.apart), None)
        if kind not in theirs and rival is not None:
            message = f"The statement says {word!r} where its sentences say {rival!r}."
            return (_finding(Code.OTHER_EVENT, message, claim, source),)
    return ()


def _person_far_away(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """The statement names a person who is not named in its sentences' paragraph, nor in the one before."""
    units = source.reading.units
    paragraphs = {unit.paragraph for unit in units if any(unit.span.overlaps(span) for span in claim.near)}
    near = {number - back for number in paragraphs for back in range(_NEAR_PARAGRAPHS + 1)}
    around = " ".join(source.text[unit.start : unit.end] for unit in units if unit.paragraph in near)
    people = {name.text for name in source.names if name.kind is NameKind.PERSON}
    for name in claim.names:
        surname = name.text.split()[-1]
        if name.text in people and surname not in around:
            message = f"The statement names {name.text!r}, whom neither its sentences nor those around them name."
            return (_finding(Code.OTHER_PERSON, message, claim, source),)
    return ()


def _finding(code: Code, message: str, claim: Claim, source: SourceIndex) -> Finding:
    said = claim.text[claim.span.start : claim.span.end]
    words = Words(said, claim.span.start, claim.span.end)
    evidence = tuple(evidence_at(source.text, span, MatchKind.POINTED) for span in claim.near)
    return Finding(CheckName.EVIDENCE, Status.CHECK, code, message, words, evidence)
