"""Which figures of the source a figure of the claim can rest on: by value first, then by what they are said of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.vetoes import Veto, vetoes
from briefing.text.alignment import FEATURES, Alignment, weights
from briefing.text.digits import significant_place
from briefing.text.events import events
from briefing.text.matching import Relation, relate, rounder

_WORDS_SHARED = ("wide", "near", "clause", "head_same", "event_same")
OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her|our|all)\s+(?:the\s+)?", re.IGNORECASE)
PER = re.compile(
    r"(?:\s+[^\W\d_]+){0,2}?\s+(?:a|an|per|each|every)\s+(second|minute|hour|day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
_MAX_CANDIDATES = 40
_NATURAL = Fraction(1, 10)
_LOOSE = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the source that relates to the claim's by value, and how well it is said of the same thing.

    ``binding`` is a probability; ``doubts`` names the features that speak most against, worst first.
    """

    quantity: Quantity
    relation: Relation
    binding: float
    other_event: bool
    other_thing: bool
    other_period: bool
    near: bool
    old_value: bool
    vetoes: tuple[Veto, ...]
    whole: bool
    """The claim names it only as the whole of a part ("37 of the 75 seats"); what it says is said of the part."""
    alone: bool
    """Nothing but the value is shared: no word of either sentence, and not the thing counted."""

    @property
    def aligned(self) -> bool:
        """Whether the words around both figures are enough to carry a bound that the claim only implies."""
        return not self.other_event and (self.near or self.binding >= weights().threshold)

    @property
    def doubtful(self) -> bool:
        """Whether an editor should look: the value is right, the thing may be another."""
        if self.near or (self.whole and not self.other_thing):
            return False
        vetoed = self.other_event or self.old_value or self.alone or bool(self.vetoes)
        return vetoed or self.binding < weights().threshold


def candidates_for(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> list[Candidate]:
    """Every figure of the source that relates to ``figure``, strongest relation first, best bound first.

    Where some are the same, these only.
    """
    asked = in_cents_of(figure, source)
    related = [
        (other, Relation.OTHER_UNIT if _rates_differ(figure, other, claim, source) else relation)
        for other in source.figures
        if other.kind is not Kind.IDENTIFIER and (relation := relate(asked, other)) is not None
    ]
    same = sum(relation is Relation.SAME for _, relation in related)
    if same:  # one that is the same decides, whatever else is near it in value
        related = [pair for pair in related if pair[1] is Relation.SAME]
    if len(related) > _MAX_CANDIDATES:  # a table: the evidence first, then in text order
        related.sort(key=lambda pair: (pair[1], not claim.rests_on(pair[0])))
        del related[_MAX_CANDIDATES:]
    found = [candidate(figure, other, relation, claim, source, alignment, same) for other, relation in related]
    return sorted(found, key=lambda each: (each.relation, -each.binding))


def candidate(
    figure: Quantity,
    other: Quantity,
    relation: Relation,
    claim: Claim,
    source: SourceIndex,
    alignment: Alignment,
    occurrences: int,
) -> Candidate:
    """One figure of the source with what speaks for and against it."""
    features = alignment.features(figure, other, occurrences=occurrences)
    known = alignment.known
    shared = dict(zip(FEATURES, features, strict=True))
    heads = figure.head is not None and other.head is not None and figure.head != other.head
    return Candidate(
        other,
        relation,
        weights().probability(features),
        other_event=known.differ(figure.event, other.event),
        other_thing=heads and other.head not in known.general_nouns and figure.head not in known.general_nouns,
        other_period=alignment.periods_differ(figure, other),
        old_value=alignment.old_value(figure, other) and not _looks_back(figure, claim, alignment),
        near=claim.rests_on(other),
        vetoes=tuple(vetoes(figure, other, claim, source, alignment)) if relation is Relation.SAME else (),
        whole=figure.kind is Kind.CARDINAL and _is_whole(figure, claim),
        alone=figure.kind is not Kind.SCORE and not any(shared[name] for name in _WORDS_SHARED),
    )


def _is_whole(figure: Quantity, claim: Claim) -> bool:
    return any(
        OF_THE.fullmatch(claim.text, each.end, figure.start) for each in claim.figures if each.end < figure.start
    )


def in_cents_of(figure: Quantity, source: SourceIndex) -> Quantity:
    """Cents are those of the only currency that the article uses, if the claim names none."""
    if figure.kind is not Kind.MONEY or not figure.raw.lower().endswith((" cents", " cent")):
        return figure
    used = {other.currency for other in source.figures if other.kind is Kind.MONEY}
    return replace(figure, currency=used.pop()) if len(used) == 1 else figure


def _rates_differ(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex) -> bool:
    """Whether both are printed for a time and the times differ: "2,000 a day", "2,000 meals a week"."""
    here, there = PER.match(claim.text, figure.end), PER.match(source.text, other.end)
    return here is not None and there is not None and here[1].lower() != there[1].lower()


def _looks_back(figure: Quantity, claim: Claim, alignment: Alignment) -> bool:
    """Whether the claim itself speaks of what was before, and says it of no other of its figures."""
    told = any(alignment.claim.of(each).role == "from" for each in claim.figures if each is not figure)
    return not told and bool(claim.lower_words & alignment.known.earlier)


def best(candidates: Iterable[Candidate]) -> Candidate:
    """The candidate that is most surely said of the same thing."""
    return max(candidates, key=lambda each: (each.near, not each.other_event, not each.vetoes, each.binding))


class Bound(Enum):
    """How near a bound that follows from the source's figure comes to that figure."""

    NATURAL = "natural"
    """One that a writer would choose: "more than 400" for 438."""
    LOOSE = "loose"
    """True and still another figure: "at least 12" for 13."""
    FAR = "far"
    """It follows only as everything follows: "more than 100" from 12,000."""


def bound_of(claim: Quantity, source: Quantity) -> Bound:
    """How near the claim's bound comes to the source's figure; natural bounds print fewer places and stay close."""
    if claim.hedge is Hedge.RANGE and source.hedge is Hedge.RANGE:
        return Bound.FAR
    printed = source.stated if source.stated is not None else source.low if claim.high is None else source.high
    if claim.hedge is Hedge.VAGUE or claim.stated is None or printed is None:
        return Bound.NATURAL
    if claim.unit != source.unit or claim.kind is not source.kind or claim.stated == printed:
        return Bound.NATURAL
    one, two = Fraction(claim.stated), Fraction(printed)
    place = Fraction(significant_place(claim.stated))
    coarser = place > Fraction(significant_place(printed))
    if coarser and abs(one - two) < max(place, abs(one) * _NATURAL):
        return Bound.NATURAL
    if rounder(claim, source):
        return Bound.NATURAL
    near = abs(one - two) <= abs(two) * _LOOSE
    return Bound.LOOSE if near and source.hedge is Hedge.EXACT else Bound.FAR


def aligned_with(claim: Claim, source: SourceIndex) -> Alignment:
    """The claim's words beside the source's."""
    return Alignment(claim.surrounded, source.surrounded, events(claim.language))
