"""Check: every figure and identifier of a claim stands in the source, with the same value, bound and unit.

Value, bound and unit decide between verified and unsupported; what the figure is said of can only ask for a look.
"""

from dataclasses import replace

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.candidates import (
    Bound,
    Candidate,
    aligned_with,
    best,
    bound_of,
    candidate,
    candidates_for,
)
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.contest import votes_as_score
from briefing.stages.verify.declared import declared_finding
from briefing.stages.verify.derived import derived_finding
from briefing.stages.verify.settled import confirmed, own_sum
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.spaced import spaced_finding
from briefing.stages.verify.vetoes import CODES
from briefing.text.alignment import Alignment
from briefing.text.matching import Relation, identifier_code, relate, scale_slip

_REWORDED = (Relation.HEDGE_DROPPED, Relation.HEDGE_CHANGED, Relation.LOOSER)
_SETTLED = (Code.HEDGE_CHANGED, Code.HEDGE_DROPPED, Code.OTHER_EVENT)
"""What these say of a figure that the source prints is not put right by one that could be worked out."""
_SURELY_SAME = 0.9
"""From this probability on two figures are said of the same thing, whatever their values."""
_COUNTABLE = 3
"""Up to here a number in words may be the writer's own count of what the source lists."""


def check_number(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every figure of the claim that is not a date, in text order."""
    alignment = aligned_with(claim, source)
    return confirmed([_check(quantity, claim, source, alignment) for quantity in claim.figures], claim, source)


def _check(quantity: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Finding:
    if quantity.kind is Kind.IDENTIFIER:
        return _identifier(quantity, claim, source, alignment)
    there = _at_its_place(quantity, claim, source)
    if there is not None:
        return _verified(quantity, there, claim, source)
    candidates = candidates_for(quantity, claim, source, alignment)
    found = None
    for verdict in (_same, _opposite, _implied, _close, _other_unit):
        found = verdict(quantity, candidates, claim, source)
        if found is not None:
            break
    if found is not None and (found.status.passed or (found.code in _SETTLED and not own_sum(quantity, claim))):
        return found
    if found is None:
        printed = votes_as_score(quantity, claim, source) or spaced_finding(quantity, claim, source)
        if printed is not None:
            return printed
    derived = derived_finding(quantity, claim, source, alignment)
    if derived is not None and found is None and _contradicted(quantity, derived, claim, source, alignment):
        return _absent(quantity, claim, source, alignment)
    return (
        derived
        or found
        or declared_finding(quantity, claim, source, alignment)
        or _absent(quantity, claim, source, alignment)
    )


def _at_its_place(quantity: Quantity, claim: Claim, source: SourceIndex) -> Quantity | None:
    """The same figure in the words that the claim repeats; ``None`` if none is there, or several must be weighed.

    It wins over every figure elsewhere, so that nothing has to be compared: most figures of a briefing end here.
    """
    same: dict[int, Quantity] = {}
    if not claim.verbatim:
        return None
    for span in claim.near:
        for other in source.index.overlapping(span):
            if other.kind is not Kind.IDENTIFIER and relate(quantity, other) is Relation.SAME:
                same[other.start] = other
    return next(iter(same.values())) if len(same) == 1 else None


def _contradicted(
    quantity: Quantity, derived: Finding, claim: Claim, source: SourceIndex, alignment: Alignment
) -> bool:
    """Whether the source says just this with another value; then nothing worked out proves the claim's.

    An operand is no such value: "11 votes together" from six and five speaks in the same words as both. What lies
    between two dates is told by no other span of time, and how many are listed by no count of other things.
    """
    working = derived.working
    nearest = _nearest(quantity, claim, source, alignment)
    if working is None or nearest is None or working.operation == "elapsed":
        return False
    operand = nearest.start in [each.start for each in working.operands]
    if operand or (working.operation == "count" and nearest.head != quantity.head):
        return False
    return candidate(quantity, nearest, Relation.SAME, claim, source, alignment, 1).binding >= _SURELY_SAME


def _same(quantity: Quantity, candidates: list[Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    same = [each for each in candidates if each.relation is Relation.SAME]
    if not same:
        return None
    chosen = best(same)
    if chosen.doubtful:
        return _finding(quantity, chosen, Status.CHECK, _doubt(chosen), claim, source)
    return _verified(quantity, chosen.quantity, claim, source)


def _verified(quantity: Quantity, other: Quantity, claim: Claim, source: SourceIndex) -> Finding:
    """The finding for a figure that the source prints, in these words or other ones."""
    alike = quantity.raw.casefold() == other.raw.casefold()
    return _supported(quantity, other, Code.SAME_WORDS if alike else Code.OTHER_NOTATION, claim, source)


def _supported(quantity: Quantity, other: Quantity, code: Code, claim: Claim, source: SourceIndex) -> Finding:
    said = source.said(other)
    message = f"The article says {said.text!r} ({source.where(other.start)})."
    evidence = source.evidence(Span(said.start, said.end))
    return Finding(CheckName.NUMBER, Status.VERIFIED, code, message, claim.words(quantity), (evidence,))


def _doubt(chosen: Candidate) -> Code:
    if chosen.other_event:
        return Code.OTHER_EVENT
    if chosen.old_value:
        return Code.OTHER_PERIOD
    if chosen.vetoes:
        return CODES[chosen.vetoes[0]]
    return Code.OTHER_PERIOD if chosen.other_period and not chosen.other_thing else Code.OTHER_THING


def _opposite(quantity: Quantity, candidates: list[Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    """The same number with the opposite bound; where it counts another thing, a figure that implies the claim wins."""
    opposite = [each for each in candidates if each.relation is Relation.OPPOSITE]
    if not opposite:
        return None
    implied = any(each.relation is Relation.ENTAILED and each.aligned for each in candidates)
    chosen = max(opposite, key=lambda each: (not each.other_thing, each.binding))
    if chosen.other_thing and implied:
        return None
    return _finding(quantity, chosen, Status.UNSUPPORTED, Code.HEDGE_CHANGED, claim, source)


_IMPLIED = {
    Relation.ENTAILED: Code.ENTAILED,
    Relation.ROUNDED: Code.ROUNDED,
    Relation.ENDPOINT: Code.OTHER_NOTATION,
    Relation.SIZE: Code.ENTAILED,
}


def _implied(quantity: Quantity, candidates: list[Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    """A bound that the source implies, or its decimals rounded; only from a figure that is said of the same thing."""
    reworded = [each for each in candidates if each.relation in _REWORDED]
    for relation, code in _IMPLIED.items():
        aligned = [each for each in candidates if each.relation is relation and each.aligned]
        # "more than nine" is the article's "at least nine" with another bound, not a consequence of some 300 elsewhere.
        if not aligned or (reworded and best(reworded).binding >= best(aligned).binding):
            continue
        for bound, status in ((Bound.NATURAL, Status.VERIFIED), (Bound.LOOSE, Status.CHECK)):
            fitting = [each for each in aligned if bound_of(quantity, each.quantity) is bound]
            if fitting:
                return _finding(quantity, best(fitting), status, code, claim, source)
    return _printed_alike(quantity, candidates, claim, source)


def _printed_alike(
    quantity: Quantity, candidates: list[Candidate], claim: Claim, source: SourceIndex
) -> Finding | None:
    """A bound on a number that the source prints of something that may be another thing."""
    printed = [
        each
        for each in candidates
        if each.relation is Relation.ENTAILED
        and quantity.stated is not None
        and each.quantity.stated == quantity.stated
    ]
    return _finding(quantity, best(printed), Status.CHECK, _doubt(best(printed)), claim, source) if printed else None


def _close(quantity: Quantity, candidates: list[Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    """The same number under another hedge, or a whole number printed coarser: for a person to decide."""
    codes = {
        Relation.HEDGE_DROPPED: Code.HEDGE_DROPPED,
        Relation.HEDGE_CHANGED: Code.HEDGE_CHANGED,
        Relation.LOOSER: Code.HEDGE_CHANGED,
        Relation.ROUNDED_INTEGER: Code.ROUNDED,
    }
    for relation, code in codes.items():
        fitting = [each for each in candidates if each.relation is relation]
        if relation is Relation.ROUNDED_INTEGER or _is_small(quantity):
            fitting = [each for each in fitting if each.aligned]
        if fitting:
            return _finding(quantity, best(fitting), Status.CHECK, code, claim, source)
    return None


def _is_small(quantity: Quantity) -> bool:
    """Whether a number is so small that another of its value means nothing by itself."""
    return quantity.stated is not None and quantity.stated <= _COUNTABLE


def _other_unit(quantity: Quantity, candidates: list[Candidate], claim: Claim, source: SourceIndex) -> Finding | None:
    fitting = [each for each in candidates if each.relation is Relation.OTHER_UNIT]
    if not fitting:
        return None
    return _finding(quantity, best(fitting), Status.UNSUPPORTED, Code.OTHER_UNIT, claim, source)


def _finding(
    quantity: Quantity, chosen: Candidate, status: Status, code: Code, claim: Claim, source: SourceIndex
) -> Finding:
    if status is Status.VERIFIED:
        return _supported(quantity, chosen.quantity, code, claim, source)
    said = source.said(chosen.quantity)
    place = source.where(chosen.quantity.start)
    why = _REASONS.get(code, "")
    if code is Code.OTHER_THING and chosen.other_thing:
        why = ": something else is counted"
    message = f"The article says {said.text!r} ({place}); the draft says {claim.said(quantity)!r}{why}."
    evidence = source.evidence(Span(said.start, said.end))
    return Finding(CheckName.NUMBER, status, code, message, claim.words(quantity), (evidence,))


_REASONS = {
    Code.HEDGE_DROPPED: ": the hedge is gone",
    Code.HEDGE_CHANGED: ": the bound is another",
    Code.OTHER_EVENT: ": something else happens to them",
    Code.OTHER_PERSON: ": the article gives that person another figure",
    Code.OTHER_THING: ": it may be said of something else",
    Code.OTHER_PERIOD: ": the period may be another",
    Code.OTHER_UNIT: ": the unit is another",
    Code.ROUNDED: ": a whole number was rounded",
    Code.ENTAILED: ": that follows, but it is another number",
}


def _absent(quantity: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Finding:
    said = claim.said(quantity)
    nearest = _nearest(quantity, claim, source, alignment)
    status = _absent_status(quantity, source)
    if nearest is None:
        message = f"The article does not say {said!r}, and has no figure of that sort."
        return Finding(CheckName.NUMBER, status, Code.ABSENT, message, claim.words(quantity))
    words = source.said(nearest)
    slip = " The two differ by a factor of a thousand or a million." if scale_slip(quantity, nearest) else ""
    message = f"The article does not say {said!r}; the nearest is {words.text!r} ({source.where(nearest.start)}).{slip}"
    evidence = (source.evidence(Span(words.start, words.end)),)
    return Finding(CheckName.NUMBER, status, Code.ABSENT, message, claim.words(quantity), evidence)


def _absent_status(quantity: Quantity, source: SourceIndex) -> Status:
    """Unsupported, unless the writer may have counted: a small number in words, or an order that nobody contradicts."""
    rivals = quantity.head is not None and (quantity.kind, quantity.head) in source.index.nouns
    if rivals or quantity.hedge is not Hedge.EXACT or quantity.stated is None:
        return Status.UNSUPPORTED
    if quantity.kind is Kind.ORDINAL:
        return Status.NOT_CHECKABLE if quantity.stated == 1 else Status.CHECK
    spelled = quantity.raw[:1].isalpha()
    if quantity.kind is not Kind.CARDINAL or not spelled or quantity.stated > _COUNTABLE:
        return Status.UNSUPPORTED
    return Status.NOT_CHECKABLE if quantity.stated == 1 else Status.CHECK


def _nearest(quantity: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Quantity | None:
    """The figure of the same kind whose sentence and thing counted are most like the claim's."""
    # Of figures with the same words around the first is the nearest, unless its value or the evidence says more.
    alike = [each[0] for each in source.surrounded.alike(quantity.kind)]
    alike += source.index.slips(quantity)
    alike += [other for span in claim.near for other in source.index.overlapping(span) if other.kind is quantity.kind]

    def likeness(other: Quantity) -> tuple[float, int]:
        near = claim.rests_on(other)
        exact = 0.05 if other.hedge is Hedge.EXACT else 0.0
        return alignment.likeness(quantity, other) + near + scale_slip(quantity, other) + exact, -other.start

    return max(alike, key=likeness, default=None)


def _identifier(quantity: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Finding:
    """Letter by letter; a code also counts where the source prints it as a plain number behind another noun."""
    other = source.index.identifiers.get(identifier_code(quantity))
    if other is not None:
        return _verified(quantity, other, claim, source)
    at = source.folded.text.find(quantity.raw.casefold())
    if at >= 0:
        span = source.folded.original_span(at, at + len(quantity.raw))
        message = f"The article says {source.text[span.start : span.end]!r} ({source.where(span.start)})."
        evidence = (source.evidence(span),)
        return Finding(CheckName.NUMBER, Status.VERIFIED, Code.SAME_WORDS, message, claim.words(quantity), evidence)
    finding = _absent(quantity, claim, source, alignment)
    spelled = not any(char.isdigit() for char in quantity.raw)
    return replace(finding, status=Status.CHECK) if spelled else finding
