"""What speaks against a binding by itself: plain signs that a figure of the right value is said of something else.

Each rule is narrow, names what it saw, and can only ask for a look. What the words around say as a whole is a matter of
the binding's score; these are the cases in which the article gives the claim's own thing another figure.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from briefing.records.findings import Code
from briefing.records.quantity import Kind, Quantity
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.lexicon import lexicon
from briefing.text.wording import content_stems, last_clause, lower_words

_VOTES = re.compile(r"\s+votes?\s+(?:to|against)\s+")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_FEW = 2
_BEHIND = 24
_CHANGE_WORDS = 3
_SENTENCE_BEFORE = 250


class Veto(StrEnum):
    """A sign that speaks against a binding, in words that follow "but"."""

    COUNTED_ELSEWHERE = "the article counts that thing with another figure"
    DISTANCE = "one is a level, the other a distance from a level"
    OTHER_AGE = "the article gives that person another age"
    OTHER_SENTENCE = "another figure stands in a sentence with all these words"
    OTHER_SUBJECT = "the article says another figure of that subject"
    OTHER_NAME = "the article says another figure of that name"
    REVERSED = "the two numbers stand in the other order"


CODES = {
    Veto.COUNTED_ELSEWHERE: Code.OTHER_THING,
    Veto.DISTANCE: Code.OTHER_THING,
    Veto.OTHER_AGE: Code.OTHER_PERSON,
    Veto.OTHER_SENTENCE: Code.OTHER_THING,
    Veto.OTHER_SUBJECT: Code.OTHER_THING,
    Veto.OTHER_NAME: Code.OTHER_PERSON,
    Veto.REVERSED: Code.REVERSED,
}
"""The code that each gives to the finding."""


def vetoes(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> list[Veto]:
    """The signs that speak against holding ``figure`` of the claim against ``other`` of the source."""
    rules = {
        Veto.COUNTED_ELSEWHERE: _counted_elsewhere,
        Veto.DISTANCE: _distance,
        Veto.OTHER_AGE: _other_age,
        Veto.OTHER_SENTENCE: other_sentence,
        Veto.OTHER_SUBJECT: _other_subject,
        Veto.OTHER_NAME: _other_name,
        Veto.REVERSED: _reversed,
    }
    return [veto for veto, rule in rules.items() if rule(figure, other, claim, source, alignment)]


def _rivals(other: Quantity, source: SourceIndex) -> Iterator[Quantity]:
    """Figures of the source of the same sort and another value."""
    for rival in source.dates if other.kind is Kind.DATE else source.figures:
        alike = (rival.kind, rival.unit, rival.currency) == (other.kind, other.unit, other.currency)
        if alike and rival.start != other.start and not equal(rival, other):
            yield rival


def equal(one: Quantity, two: Quantity) -> bool:
    """Whether two figures of one sort have the same value, or two dates the same parts and days."""
    if one.date is not None and two.date is not None:
        first, second = one.date, two.date
        return (first.year, first.month, first.day, first.weekday, first.first) == (
            second.year, second.month, second.day, second.weekday, second.first,
        )  # fmt: skip
    return (one.stated, one.pair, one.low, one.high) == (two.stated, two.pair, two.low, two.high)


def _counted_elsewhere(
    figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment
) -> bool:
    """As in "221 passengers and 25 crew, 246 people": neither 25 nor 246 passengers, for passengers are 221."""
    unit = source.unit(other.start)
    if figure.head is None or figure.head == other.head or figure.kind is not Kind.CARDINAL or unit is None:
        return False
    if figure.head in alignment.known.general_nouns:
        return False
    counted = [
        rival for rival in _rivals(other, source) if rival.head == figure.head and unit.span.contains(rival.span)
    ]
    # Two figures of one noun ("two or three boats") are no two things; a comma parts things.
    return any(
        other.head is not None or "," in source.text[min(rival.end, other.end) : max(rival.start, other.start)]
        for rival in counted
    )


def _distance(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """As in "1.3 metres above the warning level", "120 fewer than": not a level, nor a number of anything."""
    here, there = _is_distance(figure, claim.text, claim), _is_distance(other, source.text, claim)
    if here == there:
        return False
    level, text = (other, source.text) if here else (figure, claim.text)
    changes = lexicon(claim.language).ranges["changes"] | frozenset(("by",))
    before = lower_words(text[max(0, level.start - 2 * _BEHIND) : level.start])[-_CHANGE_WORDS:]
    return not changes.intersection(before)


def _is_distance(quantity: Quantity, text: str, claim: Claim) -> bool:
    counted = quantity.counted
    end = counted.end if counted is not None and counted.start >= quantity.end else quantity.end
    behind = _NEXT_WORD.match(text, end)
    return behind is not None and behind[1].lower() in lexicon(claim.language).counting["comparatives"]


def _other_age(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """An age that the source gives to one person, and the claim to one whom the source gives another age."""
    if figure.kind is not Kind.AGE or other.kind is not Kind.AGE:
        return False
    here, there = alignment.claim.of(figure).subject, alignment.source.of(other)
    if not here or not there.subject or here & (there.subject | there.names):
        return False
    return any(here & alignment.source.of(rival).subject for rival in _rivals(other, source))


def _known(words: frozenset[str], alignment: Alignment) -> frozenset[str]:
    return frozenset(word for word in words if word in alignment.source.rarity)


def other_sentence(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """Another figure stands in a sentence with all words of the claim's clause; this one's clause has none of them."""
    here = alignment.claim.of(figure)
    wanted = _known(here.clause, alignment)
    telling = wanted - here.counted
    if len(wanted) < _FEW or not telling or telling & alignment.source.of(other).clause:
        return False
    rarity, own = alignment.source.rarity, source.stems_around(other.start)
    if 2 * sum(rarity[word] for word in wanted & own) > sum(rarity[word] for word in wanted):
        return False
    return any(
        (figure.head is None or rival.head is None or rival.head == figure.head)
        and wanted <= source.stems_around(rival.start)
        for rival in _rivals(other, source)
    )


def _other_subject(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """What the claim's clause says before its figure is told elsewhere with another figure, and not in this sentence.

    Words of events do not count: the claim may have taken the verb of one sentence and the subject of the other.
    """
    before = last_clause(claim.text[claim.span.start : figure.start])
    own, unit = source.stems_around(other.start), source.unit(other.start)
    acts = content_stems(
        " ".join(word for word in lower_words(before) if word in alignment.known.classes), claim.language
    )
    subject = _known(content_stems(before, claim.language), alignment) - acts
    if unit is None or not subject or subject & own or _refers_back(unit.start, other, source, alignment):
        return False
    same_act = figure.event == other.event and figure.event not in alignment.known.changes
    return any(
        rival.head == other.head
        and source.unit(rival.start) is not unit
        and subject <= source.stems_around(rival.start)
        and (not same_act or rival.event == figure.event)
        for rival in _rivals(other, source)
    )


def _other_name(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """The claim's name has another figure of the sort in the article; this one's sentence names another, not that."""
    here, there, unit = alignment.claim.of(figure), alignment.source.of(other), source.unit(other.start)
    if unit is None or not here.subject or not there.subject or here.subject & there.names:
        return False
    near = source.text[max(0, unit.start - _SENTENCE_BEFORE) : unit.end]
    if here.subject.intersection(lower_words(near)) or _refers_back(unit.start, other, source, alignment):
        return False
    return any(
        here.subject <= alignment.source.of(rival).subject
        for rival in _rivals(other, source)
        if rival.head is None or other.head is None or rival.head == other.head
    )


def _reversed(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """As in "carried by nine votes to 14", where the article says "14 votes to nine"; whoever lost has the fewer."""
    if figure.kind is not Kind.CARDINAL or claim.lower_words & alignment.known.losing:
        return False
    here = _pair(figure, claim.figures, claim.text)
    if here is None or here[0] == here[1]:
        return False
    there = _pair(other, source.figures, source.text)
    return there is not None and here == there[::-1]


def _pair(figure: Quantity, figures: Sequence[Quantity], text: str) -> tuple[Decimal | None, Decimal | None] | None:
    """The two numbers of "14 votes to nine" in their order, if the figure is one of them."""
    for one, two in pairwise(figures):
        if figure.start in (one.start, two.start) and _VOTES.fullmatch(text, one.end, two.start):
            return one.stated, two.stated
    return None


def _refers_back(start: int, other: Quantity, source: SourceIndex, alignment: Alignment) -> bool:
    """Whether a word before the figure stands for something named in an earlier sentence ("it", "the company")."""
    return bool(alignment.known.pronouns.intersection(lower_words(source.text[start : other.start])))
