"""A figure of a headline or standfirst against those of the body.

A figure that the body has in any form is no finding. What is left is another value or bound for the same thing and, of
a headline, a large figure that the body does not have at all. Of a standfirst only the counts of a toll are compared.
"""

import re
from itertools import combinations, islice

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.heading import HEADLINE, MOST, Heading, flat, one_matter
from briefing.stages.verify.number import check_number
from briefing.stages.verify.source import said_in
from briefing.stages.verify.without import without
from briefing.text.events import Events
from briefing.text.matching import Relation, relate, rounder

_HARD = frozenset((Kind.CARDINAL, Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINT))
"""Kinds whose figures nobody works out or makes up for a headline; ages, times and scores of a match are."""
_PRINTED = frozenset((Relation.SAME, Relation.HEDGE_DROPPED, Relation.HEDGE_CHANGED, Relation.ENDPOINT))
_IMPLIED = frozenset((Relation.ENTAILED, Relation.ROUNDED, Relation.ROUNDED_INTEGER, Relation.SIZE))
_THERE = _PRINTED | _IMPLIED
"""How a body has a figure of its headline, whatever it says of it: hedges go first where space is short."""
_LARGE = 12
"""Up to here a headline may count what the article lists ("Five things to know")."""
_YEARS = range(1800, 2101)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MONTH_BEFORE = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s*\Z", re.IGNORECASE)
_SHARE_BEFORE = re.compile(r"\b(?:one|two|three|\d+) (?:in|of|out of)(?: every)? \Z", re.IGNORECASE)
_LOOK_BACK = 24
_NEAR = 10
"""A figure less than a tenth away may be the same, rounded."""
_MOST_PARTS = 40


def figure_finding(quantity: Quantity, heading: Heading) -> Finding | None:
    """What the body has instead of a figure of the heading, or that it lacks it; nothing if it has it in some form."""
    if quantity.kind in (Kind.IDENTIFIER, Kind.ORDINAL, Kind.TIME, Kind.SCORE) or _part_of_words(quantity, heading):
        return None
    related = {_related(quantity, other, heading.known): other for other in heading.body}
    # "Above 150 yen" and "below 150 yen" are two events of one story; of what is counted, one bound is wrong.
    counts = heading.what == HEADLINE and quantity.kind is Kind.CARDINAL
    opposite = related.get(Relation.OPPOSITE) if counts else None
    if related.keys() & _THERE or (opposite is None and _printed(quantity, heading)):
        return None
    other = opposite or next((each for each in heading.body if _same_thing(quantity, each, heading)), None)
    if other is None and not (heading.what == HEADLINE and _cannot_be_missing(quantity, heading)):
        return None
    if _worked_out(quantity, heading) or (other is None and _adds_up(quantity, heading)):
        return None
    return _number_finding(quantity, other, heading)


def _related(quantity: Quantity, other: Quantity, known: Events) -> Relation | None:
    """How a figure of the body stands to the heading's; what is only implied must be said of the same thing."""
    relation = relate(quantity, other)
    if relation is None or relation in _PRINTED:
        return relation
    apart = known.differ(quantity.event, other.event) or known.differ(other.event, quantity.event)
    return None if apart or not _heads_agree(quantity, other, known) else relation


def _part_of_words(quantity: Quantity, heading: Heading) -> bool:
    """Whether a number is a year, the day behind a month, or the end of "one in three", and was read for itself."""
    bare = quantity.kind is Kind.CARDINAL and quantity.stated is not None and quantity.raw.isdigit()
    year = bare and quantity.stated in _YEARS
    before = heading.claim.text[max(0, quantity.start - _LOOK_BACK) : quantity.start]
    return year or (bare and _MONTH_BEFORE.search(before) is not None) or _SHARE_BEFORE.search(before) is not None


def _printed(quantity: Quantity, heading: Heading) -> bool:
    """Whether the body has the same digits, whatever they were read as there."""
    digits = _DIGITS.search(quantity.raw)
    if digits is None:
        return False
    pattern = rf"(?<![\d.,]){re.escape(digits.group())}(?![\d]|[.,]\d)"
    return re.search(pattern, heading.source.text[heading.begin :]) is not None


def _same_thing(quantity: Quantity, other: Quantity, heading: Heading) -> bool:
    """Whether a figure of the body is surely said of what the heading's is, with another value."""
    known = heading.known
    if not _comparable(quantity, other, known):
        return False
    if quantity.event is not None and quantity.event in known.tolls:
        return quantity.event == other.event and _heads_agree(quantity, other, known)
    if heading.what != HEADLINE:
        return False  # the first paragraph goes on in the next: other values of the same are told there
    if quantity.head is not None and other.head is not None:
        return quantity.head == other.head and one_matter(other, heading)
    if quantity.kind not in _HARD - {Kind.CARDINAL}:
        return False
    if quantity.event == other.event:
        return one_matter(other, heading)
    return quantity.kind is not Kind.MONEY and one_matter(other, heading, MOST)


def _comparable(quantity: Quantity, other: Quantity, known: Events) -> bool:
    """Whether two figures could be two values of one thing: one sort, one unit, one hedge, no two events."""
    if quantity.kind is not other.kind or (quantity.unit, quantity.currency) != (other.unit, other.currency):
        return False
    alike = quantity.hedge is other.hedge and quantity.hedge is not Hedge.VAGUE
    if not alike or quantity.stated is None or other.stated is None or rounder(quantity, other):
        return False
    return not (known.differ(quantity.event, other.event) or known.differ(other.event, quantity.event))


def _heads_agree(one: Quantity, two: Quantity, known: Events) -> bool:
    heads = {one.head, two.head} - {None} - known.general_nouns
    return len(heads) < 2


def _cannot_be_missing(quantity: Quantity, heading: Heading) -> bool:
    """Whether a body that does not have the figure cannot be what the headline tells of."""
    if quantity.kind not in _HARD or quantity.stated is None or quantity.hedge is Hedge.VAGUE:
        return False
    if quantity.kind is Kind.CARDINAL and (quantity.stated <= _LARGE or quantity.counted is None):
        return False
    near = (each.stated for each in heading.body if each.kind in _HARD and each.stated)
    return all(abs(quantity.stated - stated) * _NEAR > abs(stated) for stated in near)


def _worked_out(quantity: Quantity, heading: Heading) -> bool:
    """Whether the figure follows from the body by one of the derivations that the checks accept."""
    body = without(heading.source, [Span(0, heading.begin)])
    found = (each for each in check_number(heading.claim, body) if each.claim is not None)
    return any(each.status.passed for each in found if each.claim and each.claim.start == quantity.start)


def _adds_up(quantity: Quantity, heading: Heading) -> bool:
    """Whether two figures of the body make it: no proof, but reason enough to say nothing of a missing one."""
    if quantity.kind not in (Kind.CARDINAL, Kind.MONEY):
        return False
    alike = (each for each in heading.body if (each.kind, each.currency) == (quantity.kind, quantity.currency))
    agreeing = (each for each in alike if _heads_agree(quantity, each, heading.known) and each.stated is not None)
    values = [each.stated for each in islice(agreeing, _MOST_PARTS) if each.stated is not None]
    return any(one + two == quantity.stated for one, two in combinations(values, 2))


def _number_finding(quantity: Quantity, other: Quantity | None, heading: Heading) -> Finding:
    source = heading.source
    said = said_in(heading.claim.text, quantity)
    own = Span(said.start, said.end)
    if other is None:
        message = f"The {heading.what} says {flat(said.text)}, which the rest of the article does not have."
        return Finding(CheckName.NUMBER, Status.CHECK, Code.ABSENT, message, None, heading.evidence(own))
    there = source.said(other)
    message = (
        f"The {heading.what} says {flat(said.text)}, but the article has {flat(there.text)} "
        f"({source.where(other.start)})."
    )
    evidence = heading.evidence(own, Span(there.start, there.end))
    return Finding(CheckName.NUMBER, Status.CHECK, Code.TWO_VALUES, message, None, evidence)
