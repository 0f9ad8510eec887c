"""What speaks against a binding by itself: plain signs that a figure of the right value is said of something else.

Each rule is narrow, names what it saw, and can only ask for a look. What the words around say as a whole is a matter of
the binding's score; these are the cases in which the article gives the claim's own thing another figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from briefing.records.article import TextUnit
from briefing.records.findings import Code
from briefing.records.quantity import Kind, Quantity
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.lexicon import lexicon
from briefing.text.wording import lower_words

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_FEW = 2
_BEHIND = 24
_CHANGE_WORDS = 3


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


@dataclass(frozen=True)
class Opposed:
    """What speaks against holding a figure of a claim against one of the source; what it asks of the claim, it keeps.

    Figures of the source that could be the right one are looked up by their words, so that a table costs no more than
    its rows that have those words.
    """

    figure: Quantity
    claim: Claim
    source: SourceIndex
    alignment: Alignment

    def vetoes(self, other: Quantity) -> tuple[Veto, ...]:
        """The signs that speak against ``other`` of the source."""
        rules = {
            Veto.COUNTED_ELSEWHERE: self._counted_elsewhere,
            Veto.DISTANCE: self._distance,
            Veto.OTHER_AGE: self._other_age,
            Veto.OTHER_SENTENCE: self.other_sentence,
            Veto.OTHER_SUBJECT: self._other_subject,
            Veto.OTHER_NAME: self._other_name,
            Veto.REVERSED: self._reversed,
        }
        return tuple(veto for veto, rule in rules.items() if rule(other))

    def _counted_elsewhere(self, other: Quantity) -> bool:
        """As in "221 passengers and 25 crew, 246 people": neither 25 nor 246 passengers, for passengers are 221."""
        figure, unit = self.figure, self.source.unit(other.start)
        if figure.head is None or figure.head == other.head or figure.kind is not Kind.CARDINAL or unit is None:
            return False
        if figure.head in self.alignment.known.general_nouns:
            return False
        # Two figures of one noun ("two or three boats") are no two things; a comma parts things.
        return any(
            other.head is not None or "," in self.source.text[min(rival.end, other.end) : max(rival.start, other.start)]
            for rival in self.source.index.counting(unit, figure.head)
            if unit.span.contains(rival.span) and _rivals(rival, other)
        )

    def _distance(self, other: Quantity) -> bool:
        """As in "1.3 metres above the warning level", "120 fewer than": not a level, nor a number of anything."""
        there = _is_distance(other, self.source.text, self.claim)
        if self._told_as_distance == there:
            return False
        level, text = (self.figure, self.claim.text) if there else (other, self.source.text)
        changes = lexicon(self.claim.language).ranges["changes"] | frozenset(("by",))
        before = lower_words(text[max(0, level.start - 2 * _BEHIND) : level.start])[-_CHANGE_WORDS:]
        return not changes.intersection(before)

    @cached_property
    def _told_as_distance(self) -> bool:
        return _is_distance(self.figure, self.claim.text, self.claim)

    def _other_age(self, other: Quantity) -> bool:
        """An age that the source gives to one person, and the claim to one whom the source gives another age."""
        if self.figure.kind is not Kind.AGE or other.kind is not Kind.AGE:
            return False
        here, there = self.alignment.claim.of(self.figure).subject, self.alignment.source.of(other)
        if not here or not there.subject or here & (there.subject | there.names):
            return False
        return any(_rivals(rival, other) for word in here for rival in self.source.index.by_subject.get(word, ()))

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """The words of the claim's clause that the source uses at all."""
        return self._known(self.alignment.claim.of(self.figure).clause)

    def _known(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset(word for word in words if word in self.alignment.source.rarity)

    def other_sentence(self, other: Quantity) -> bool:
        """Another figure stands in a sentence with all words of the claim's clause; this one's has none of them."""
        wanted = self._wanted
        telling = wanted - self.alignment.claim.of(self.figure).counted
        if len(wanted) < _FEW or not telling or telling & self.alignment.source.of(other).clause:
            return False
        rarity, own, head = self.alignment.source.rarity, self.source.stems_around(other.start), self.figure.head
        if 2 * sum(rarity[word] for word in wanted & own) > sum(rarity[word] for word in wanted):
            return False
        return any(
            (head is None or rival.head is None or rival.head == head) and _rivals(rival, other)
            for rival in self._beside(wanted)
        )

    def _beside(self, stems: frozenset[str]) -> Iterator[Quantity]:
        """The figures and dates of the source's sentences that have all these stems, in text order."""
        source, reading = self.alignment.source, self.source.reading
        rarest = min((source.places.get(word, ()) for word in stems), key=len)
        for place in rarest:
            unit = reading.units[place]
            if stems <= source.stems(unit):
                yield from reading.quantities_in(unit.span)

    @cached_property
    def _subject(self) -> frozenset[str]:
        """What the claim's clause says before the figure.

        Words of events do not count: the claim may have taken the verb of one sentence and the subject of the other.
        """
        said = self.claim.surrounded.words(self.claim.unit)
        return self._known(said.before(self.figure.start - self.claim.span.start))

    def _other_subject(self, other: Quantity) -> bool:
        """The claim's subject is told elsewhere with another figure, and does not stand in this sentence."""
        figure, source, subject = self.figure, self.source, self._subject
        own, unit = source.stems_around(other.start), source.unit(other.start)
        if unit is None or not subject or subject & own or self._refers_back(unit, other):
            return False
        same_act = figure.event == other.event and figure.event not in self.alignment.known.changes
        return any(
            rival.head == other.head
            and not unit.start <= rival.start < unit.end
            and (not same_act or rival.event == figure.event)
            and _rivals(rival, other)
            for rival in self._beside(subject)
        )

    def _other_name(self, other: Quantity) -> bool:
        """The claim's name has another figure of the sort in the article; this one's sentence has another name."""
        unit, subject = self.source.unit(other.start), self.alignment.claim.of(self.figure).subject
        there = self.alignment.source.of(other)
        if unit is None or not subject or not there.subject or subject & there.names:
            return False
        if subject & self.source.index.words_up_to(unit) or self._refers_back(unit, other):
            return False
        by_subject = self.source.index.by_subject
        return any(
            subject <= self.alignment.source.subject(rival)
            and (rival.head is None or other.head is None or rival.head == other.head)
            and _rivals(rival, other)
            for rival in min((by_subject.get(word, ()) for word in subject), key=len)
        )

    def _reversed(self, other: Quantity) -> bool:
        """As in "carried by nine votes to 14" for the article's "14 votes to nine"; whoever lost has the fewer."""
        if self.figure.kind is not Kind.CARDINAL or self.claim.lower_words & self.alignment.known.losing:
            return False
        here = self.claim.votes.get(self.figure.start)
        if here is None or here[0] == here[1]:
            return False
        there = self.source.index.votes.get(other.start)
        return there is not None and here == there[::-1]

    def _refers_back(self, unit: TextUnit, other: Quantity) -> bool:
        """Whether a word before the figure stands for something named in an earlier sentence ("it", "the company")."""
        said = self.source.surrounded.words(unit)
        return said.has_before(other.start - unit.start, self.alignment.known.pronouns)


def other_sentence(figure: Quantity, other: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """Whether ``Veto.OTHER_SENTENCE`` speaks against holding the one figure or date against the other."""
    return Opposed(figure, claim, source, alignment).other_sentence(other)


def _rivals(one: Quantity, two: Quantity) -> bool:
    """Whether two figures of the source are of the same sort and have other values."""
    alike = (one.kind, one.unit, one.currency) == (two.kind, two.unit, two.currency)
    return alike and one.start != two.start and not equal(one, two)


def equal(one: Quantity, two: Quantity) -> bool:
    """Whether two figures of one sort have the same value, or two dates the same parts and days."""
    if one.date is not None and two.date is not None:
        first, second = one.date, two.date
        return (first.year, first.month, first.day, first.weekday, first.first) == (
            second.year, second.month, second.day, second.weekday, second.first,
        )  # fmt: skip
    return (one.stated, one.pair, one.low, one.high) == (two.stated, two.pair, two.low, two.high)


def _is_distance(quantity: Quantity, text: str, claim: Claim) -> bool:
    counted = quantity.counted
    end = counted.end if counted is not None and counted.start >= quantity.end else quantity.end
    behind = _NEXT_WORD.match(text, end)
    return behind is not None and behind[1].lower() in lexicon(claim.language).counting["comparatives"]
