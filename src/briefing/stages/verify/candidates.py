"""Which figures of the source a figure of the claim can rest on: by value first, then by what they are said of."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import cached_property

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.vetoes import Opposed, Veto
from briefing.text.alignment import FEATURES, Alignment, weights
from briefing.text.digits import significant_place
from briefing.text.events import events
from briefing.text.matching import Relation, rounder

_WORDS_SHARED = tuple(map(FEATURES.index, ("wide", "near", "clause", "head_same", "event_same")))
OF_THE = re.compile(r"\s+of\s+(?:the|its|their|his|her|our|all)\s+(?:the\s+)?", re.IGNORECASE)
PER = re.compile(
    r"(?:\s+[^\W\d_]+){0,2}?\s+(?:a|an|per|each|every)\s+(second|minute|hour|day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
_MAX_CANDIDATES = 40
_NATURAL = Fraction(1, 10)
_LOOSE = Fraction(1, 4)
_ELSEWHERE = 0.5
"""Below this probability a figure outside the sentences that a claim points to is not taken for its figure."""


@dataclass(frozen=True)
class Candidate:
    """A figure of the source that relates to the claim's by value, and how well it is said of the same thing.

    ``binding`` is a probability.
    """

    quantity: Quantity
    relation: Relation
    binding: float
    other_event: bool
    other_thing: bool
    other_period: bool
    near: bool
    """It stands in what the claim is said to rest on: preferred among equals, and no proof."""
    repeated: bool
    """It stands in the very words that the claim repeats."""
    old_value: bool
    whole: bool
    """The claim names it only as the whole of a part ("37 of the 75 seats"); what it says is said of the part."""
    alone: bool
    """Nothing but the value is shared: no word of either sentence, and not the thing counted."""
    opposed: Opposed
    """What is asked for the vetoes, and only of a candidate that could be chosen: they cost most."""

    @cached_property
    def vetoes(self) -> tuple[Veto, ...]:
        """The plain signs that speak against one of the same value."""
        return self.opposed.vetoes(self.quantity) if self.relation is Relation.SAME else ()

    @property
    def aligned(self) -> bool:
        """Whether the words around both figures are enough to carry a bound that the claim only implies."""
        return not self.other_event and (self.repeated or self.binding >= weights().threshold)

    @property
    def doubtful(self) -> bool:
        """Whether an editor should look: the value is right, the thing may be another."""
        if self.repeated or (self.whole and not self.other_thing):
            return False
        if self.other_event or self.old_value or self.alone or self.binding < weights().threshold:
            return True
        if self.opposed.claim.near and not self.near and (self.other_thing or self.binding < _ELSEWHERE):
            return True  # the claim says where it comes from, and the figure stands somewhere else
        return bool(self.vetoes)


def candidates_for(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> list[Candidate]:
    """Every figure of the source that relates to ``figure``, strongest relation first, best bound first.

    Where some are the same, these only.
    """
    related = _related(figure, claim, source)
    same = sum(relation is Relation.SAME for _, relation in related)
    if len(related) > _MAX_CANDIDATES:  # a table: the evidence first, then in text order
        related.sort(key=lambda pair: (pair[1], not claim.rests_on(pair[0])))
        del related[_MAX_CANDIDATES:]
    opposed = Opposed(figure, claim, source, alignment)
    found = [_held(opposed, other, relation, same) for other, relation in related]
    return sorted(found, key=lambda each: (each.relation, -each.binding))


def _related(figure: Quantity, claim: Claim, source: SourceIndex) -> list[tuple[Quantity, Relation]]:
    """Figures that relate by value, in text order; one that is the same decides, whatever else is near it in value."""
    asked, values = in_cents_of(figure, source), source.index.values
    rate = PER.match(claim.text, figure.end)
    same = values.same(asked)
    if rate is not None:
        same = [other for other in same if not _rates_differ(rate, other, source)]
    if same:
        return [(other, Relation.SAME) for other in same]
    related = values.related(asked)
    if rate is None:
        return related
    return [
        (other, Relation.OTHER_UNIT if _rates_differ(rate, other, source) else relation) for other, relation in related
    ]


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
    return _held(Opposed(figure, claim, source, alignment), other, relation, occurrences)


def _held(opposed: Opposed, other: Quantity, relation: Relation, occurrences: int) -> Candidate:
    figure, claim, alignment = opposed.figure, opposed.claim, opposed.alignment
    features = alignment.features(figure, other, occurrences=occurrences)
    known = alignment.known
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
        repeated=claim.repeats(other),
        whole=figure.kind is Kind.CARDINAL and _is_whole(figure, claim),
        alone=figure.kind is not Kind.SCORE and not any(features[place] for place in _WORDS_SHARED),
        opposed=opposed,
    )


def _is_whole(figure: Quantity, claim: Claim) -> bool:
    """Whether nothing but "of the" stands between the figure and the one before it."""
    before = bisect_left(claim.figures, figure.start, key=lambda each: each.end)
    return before > 0 and OF_THE.fullmatch(claim.text, claim.figures[before - 1].end, figure.start) is not None


def in_cents_of(figure: Quantity, source: SourceIndex) -> Quantity:
    """Cents are those of the only currency that the article uses, if the claim names none."""
    if figure.kind is not Kind.MONEY or not figure.raw.lower().endswith((" cents", " cent")):
        return figure
    used = {other.currency for other in source.figures if other.kind is Kind.MONEY}
    return replace(figure, currency=used.pop()) if len(used) == 1 else figure


def _rates_differ(rate: re.Match[str], other: Quantity, source: SourceIndex) -> bool:
    """Whether both are printed for a time and the times differ: "2,000 a day", "2,000 meals a week"."""
    there = PER.match(source.text, other.end)
    return there is not None and rate[1].lower() != there[1].lower()


def _looks_back(figure: Quantity, claim: Claim, alignment: Alignment) -> bool:
    """Whether the claim itself speaks of what was before, and says it of no other of its figures."""
    return not claim.old_values - {figure.start} and bool(claim.lower_words & alignment.known.earlier)


def best(candidates: Iterable[Candidate]) -> Candidate:
    """The candidate that is most surely said of the same thing; no veto is asked for that cannot decide."""
    ranked = sorted(candidates, key=lambda each: (each.near, not each.other_event, each.binding), reverse=True)
    first = ranked[0]
    level = [each for each in ranked if (each.near, each.other_event) == (first.near, first.other_event)]
    return next((each for each in level if not each.vetoes), first)


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
