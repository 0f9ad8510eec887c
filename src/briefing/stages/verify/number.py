"""Check: every figure and identifier of a claim stands in the source, with the same value, bound and unit.

Value, bound and unit decide between verified and unsupported; what the figure is said of can only ask for a look.
"""

from dataclasses import dataclass

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.events import Events, events
from briefing.text.matching import Relation, relate, same_identifier, scale_slip

_SAME_NUMBER = (Relation.HEDGE_DROPPED, Relation.HEDGE_CHANGED)
_ENOUGH_SHARED = 0.34
"""Share of the claim's content words that a sentence must have to carry a bound that the claim only implies."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A figure of the source that relates to the claim's, and how well it is said of the same thing."""

    quantity: Quantity
    relation: Relation
    binding: float
    other_event: bool
    other_thing: bool
    aligned: bool


def check_number(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every figure of the claim that is not a date, in text order."""
    return tuple(_check(quantity, claim, source) for quantity in claim.figures)


def _check(quantity: Quantity, claim: Claim, source: SourceIndex) -> Finding:
    if quantity.kind is Kind.IDENTIFIER:
        return _identifier(quantity, claim, source)
    known = events(claim.language)
    candidates = [
        _candidate(quantity, other, relation, claim, source, known)
        for other in source.figures
        if other.kind is not Kind.IDENTIFIER and (relation := relate(quantity, other)) is not None
    ]
    candidates.sort(key=lambda candidate: (candidate.relation, -candidate.binding))
    for verdict in (_same, _opposite, _implied, _close, _other_unit):
        finding = verdict(quantity, candidates, claim, source)
        if finding is not None:
            return finding
    return _absent(quantity, claim, source, known)


def _candidate(
    quantity: Quantity, other: Quantity, relation: Relation, claim: Claim, source: SourceIndex, known: Events
) -> _Candidate:
    stems = source.stems_around(other.start)
    shared = len(claim.stems & stems) / len(claim.stems) if claim.stems else 0.0
    other_event = known.differ(quantity.event, other.event)
    same_event = quantity.event is not None and other.event is not None and not other_event
    same_event = same_event and bool(set((quantity.event or "").split("+")) & set((other.event or "").split("+")))
    same_head = quantity.head is not None and quantity.head == other.head
    other_head = quantity.head is not None and other.head is not None and not same_head
    near = any(span.overlaps(other.span) for span in claim.near)
    binding = 4 * shared + 1.5 * same_head + 1.5 * same_event - 2 * other_event - 0.5 * other_head + 2 * near
    return _Candidate(
        other,
        relation,
        binding,
        other_event,
        other_thing=other_head and not same_event and shared < _ENOUGH_SHARED,
        aligned=same_head or same_event or near or shared >= _ENOUGH_SHARED,
    )


def _same(quantity: Quantity, candidates: list[_Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    same = [candidate for candidate in candidates if candidate.relation is Relation.SAME]
    if not same:
        return None
    best = max(same, key=lambda candidate: (not candidate.other_event, not candidate.other_thing, candidate.binding))
    if best.other_event:
        return _finding(quantity, best, Status.CHECK, Code.OTHER_EVENT, claim, source)
    if best.other_thing:
        return _finding(quantity, best, Status.CHECK, Code.OTHER_THING, claim, source)
    alike = quantity.raw.casefold() == best.quantity.raw.casefold()
    return _finding(quantity, best, Status.VERIFIED, Code.SAME_WORDS if alike else Code.OTHER_NOTATION, claim, source)


def _opposite(quantity: Quantity, candidates: list[_Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    """The same number with the opposite bound, unless another figure of the source fits the claim better."""
    opposite = [candidate for candidate in candidates if candidate.relation is Relation.OPPOSITE]
    implied = [candidate for candidate in _aligned(candidates) if candidate.relation is Relation.ENTAILED]
    if not opposite or (implied and _best(implied).binding > _best(opposite).binding):
        return None
    return _finding(quantity, _best(opposite), Status.UNSUPPORTED, Code.HEDGE_CHANGED, claim, source)


def _implied(quantity: Quantity, candidates: list[_Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    """A bound that the source implies, or its decimals rounded; only from a figure that is said of the same thing."""
    reworded = [candidate for candidate in candidates if candidate.relation in _SAME_NUMBER]
    for relation, code in ((Relation.ENTAILED, Code.ENTAILED), (Relation.ROUNDED, Code.ROUNDED)):
        fitting = [candidate for candidate in candidates if candidate.relation is relation]
        aligned = _aligned(fitting)
        # "more than nine" is the article's "at least nine" with another bound, not a consequence of some 300 elsewhere.
        if aligned and not (reworded and _best(reworded).binding >= _best(aligned).binding):
            return _finding(quantity, _best(aligned), Status.VERIFIED, code, claim, source)
        printed = [candidate for candidate in fitting if _prints_alike(quantity, candidate.quantity)]
        if printed:
            return _finding(quantity, _best(printed), Status.CHECK, Code.OTHER_THING, claim, source)
    return None


def _close(quantity: Quantity, candidates: list[_Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    """The same number under another hedge, or a whole number printed coarser: for a person to decide."""
    codes = {
        Relation.HEDGE_DROPPED: Code.HEDGE_DROPPED,
        Relation.HEDGE_CHANGED: Code.HEDGE_CHANGED,
        Relation.ROUNDED_INTEGER: Code.ROUNDED,
    }
    for relation, code in codes.items():
        fitting = [candidate for candidate in candidates if candidate.relation is relation]
        if relation is Relation.ROUNDED_INTEGER:
            fitting = [candidate for candidate in fitting if candidate.aligned]
        if fitting:
            return _finding(quantity, _best(fitting), Status.CHECK, code, claim, source)
    return None


def _other_unit(quantity: Quantity, candidates: list[_Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    fitting = [candidate for candidate in candidates if candidate.relation is Relation.OTHER_UNIT]
    if not fitting:
        return None
    return _finding(quantity, _best(fitting), Status.UNSUPPORTED, Code.OTHER_UNIT, claim, source)


def _aligned(candidates: list[_Candidate]) -> list[_Candidate]:
    return [candidate for candidate in candidates if candidate.aligned and not candidate.other_event]


def _prints_alike(one: Quantity, two: Quantity) -> bool:
    return one.stated is not None and one.stated == two.stated


def _best(candidates: list[_Candidate]) -> _Candidate:
    return max(candidates, key=lambda candidate: candidate.binding)


def _finding(
    quantity: Quantity, candidate: _Candidate, status: Status, code: Code, claim: Claim, source: SourceIndex
) -> Finding:
    said = source.said(candidate.quantity)
    place = source.where(candidate.quantity.start)
    if status is Status.VERIFIED:
        message = f"The article says {said.text!r} ({place})."
    else:
        why = _REASONS.get(code, "")
        message = f"The article says {said.text!r} ({place}); the draft says {claim.said(quantity)!r}{why}."
    evidence = source.evidence(Span(said.start, said.end))
    return Finding(CheckName.NUMBER, status, code, message, claim.words(quantity), (evidence,))


_REASONS = {
    Code.HEDGE_DROPPED: ": the hedge is gone",
    Code.HEDGE_CHANGED: ": the bound is another",
    Code.OTHER_EVENT: ": something else happens to them",
    Code.OTHER_THING: ": something else is counted",
    Code.OTHER_UNIT: ": the unit is another",
    Code.ROUNDED: ": a whole number was rounded",
}


def _absent(quantity: Quantity, claim: Claim, source: SourceIndex, known: Events) -> Finding:
    said = claim.said(quantity)
    nearest = _nearest(quantity, claim, source, known)
    if nearest is None:
        message = f"The article does not say {said!r}, and has no figure of that sort."
        return Finding(CheckName.NUMBER, Status.UNSUPPORTED, Code.ABSENT, message, claim.words(quantity))
    words = source.said(nearest)
    slip = " The two differ by a factor of a thousand or a million." if scale_slip(quantity, nearest) else ""
    message = f"The article does not say {said!r}; the nearest is {words.text!r} ({source.where(nearest.start)}).{slip}"
    evidence = (source.evidence(Span(words.start, words.end)),)
    return Finding(CheckName.NUMBER, Status.UNSUPPORTED, Code.ABSENT, message, claim.words(quantity), evidence)


def _nearest(quantity: Quantity, claim: Claim, source: SourceIndex, known: Events) -> Quantity | None:
    """The figure of the same kind whose sentence and thing counted are most like the claim's."""
    alike = [other for other in source.figures if other.kind is quantity.kind]
    if not alike:
        return None

    def likeness(other: Quantity) -> tuple[float, int]:
        bound = _candidate(quantity, other, Relation.SAME, claim, source, known).binding
        return bound + 3 * scale_slip(quantity, other) + (0.1 if other.hedge is Hedge.EXACT else 0.0), -other.start

    return max(alike, key=likeness)


def _identifier(quantity: Quantity, claim: Claim, source: SourceIndex) -> Finding:
    """Letter by letter; a code also counts where the source prints it as a plain number behind another noun."""
    for other in source.figures:
        if other.kind is Kind.IDENTIFIER and same_identifier(quantity, other):
            alike = quantity.raw.casefold() == other.raw.casefold()
            code = Code.SAME_WORDS if alike else Code.OTHER_NOTATION
            candidate = _Candidate(other, Relation.SAME, 0.0, other_event=False, other_thing=False, aligned=True)
            return _finding(quantity, candidate, Status.VERIFIED, code, claim, source)
    at = source.folded.text.find(quantity.raw.casefold())
    if at >= 0:
        span = source.folded.original_span(at, at + len(quantity.raw))
        message = f"The article says {source.text[span.start : span.end]!r} ({source.where(span.start)})."
        return Finding(
            CheckName.NUMBER, Status.VERIFIED, Code.SAME_WORDS, message, claim.words(quantity), (source.evidence(span),)
        )
    return _absent(quantity, claim, source, events(claim.language))
