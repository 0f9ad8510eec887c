"""Which figures of the source a figure of the claim can rest on: by value first, then by what they are said of."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment, weights
from briefing.text.events import events
from briefing.text.matching import Relation, relate
from briefing.text.numbers import significant_place

_NATURAL = Fraction(1, 10)


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

    @property
    def aligned(self) -> bool:
        """Whether the words around both figures are enough to carry a bound that the claim only implies."""
        return not self.other_event and (self.near or self.binding >= weights().threshold)

    @property
    def doubtful(self) -> bool:
        """Whether an editor should look: the value is right, the thing may be another."""
        return not self.near and (self.other_event or self.binding < weights().threshold)


def candidates_for(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> list[Candidate]:
    """Every figure of the source that relates to ``figure``, strongest relation first, best bound first."""
    related = [
        (other, relation)
        for other in source.figures
        if other.kind is not Kind.IDENTIFIER and (relation := relate(figure, other)) is not None
    ]
    same = sum(relation is Relation.SAME for _, relation in related)
    found = [candidate(figure, other, relation, claim, alignment, same) for other, relation in related]
    return sorted(found, key=lambda each: (each.relation, -each.binding))


def candidate(
    figure: Quantity, other: Quantity, relation: Relation, claim: Claim, alignment: Alignment, occurrences: int
) -> Candidate:
    """One figure of the source with what speaks for and against it."""
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
        near=any(span.overlaps(other.span) for span in claim.near),
    )


def best(candidates: Iterable[Candidate]) -> Candidate:
    """The candidate that is most surely said of the same thing."""
    return max(candidates, key=lambda each: (each.near, not each.other_event, each.binding))


def natural_bound(claim: Quantity, source: Quantity) -> bool:
    """Whether a bound is one that a writer would choose for the source's figure: "more than 400" for 438.

    The claim prints fewer places and stays close. "At least 12" for 13 is true and still another figure.
    """
    if claim.hedge is Hedge.VAGUE or claim.stated is None or source.stated is None:
        return True
    if claim.unit != source.unit or claim.kind is not source.kind:
        return True
    one, two = Fraction(claim.stated), Fraction(source.stated)
    if one == two:
        return True
    coarser = significant_place(claim.stated) > significant_place(source.stated)
    place = Fraction(significant_place(claim.stated))
    return coarser and abs(one - two) < max(place, abs(one) * _NATURAL)


def aligned_with(claim: Claim, source: SourceIndex) -> Alignment:
    """The claim's words beside the source's."""
    return Alignment(claim.surrounded, source.surrounded, events(claim.language))
