"""What a figure is said of: the thing counted, the event, the period.

Reading only: each field is words near the figure, chosen by fixed rules of position. Whether two figures speak of the
same thing is decided elsewhere, from more than one of these fields.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from briefing.records.quantity import Kind, Words
from briefing.text.events import Events
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import Tokens

_MAX_NOUNS = 6
_NEAR = 7
_FAR = 14
_TO_TOTAL = 18
_CLAUSE_ENDS = frozenset((",", ";", ":", "—", "–", "(", ")"))
_SENTENCE_ENDS = frozenset((".", "!", "?", ""))
# Tuples: members of an enum are found by identity there, and hashed by a call of Python in a set.
_COUNTING_KINDS = (Kind.CARDINAL, Kind.RATIO, Kind.PERCENT, Kind.MULTIPLIER, Kind.ORDINAL)
_UNBOUND_KINDS = (Kind.DATE, Kind.TIME, Kind.IDENTIFIER, Kind.AGE)


class Place(Protocol):
    """A figure by its tokens, as the reader found it."""

    @property
    def kind(self) -> Kind:
        """What sort of figure it is."""

    @property
    def first(self) -> int:
        """Its first token."""

    @property
    def last(self) -> int:
        """The token behind it."""


class Bound(NamedTuple):
    """What one figure is said of; each part is ``None`` where the words near by do not say."""

    counted: Words | None = None
    head: str | None = None
    measure: Words | None = None
    event: str | None = None
    period: Words | None = None


_NOTHING = Bound()


@dataclass(frozen=True, slots=True)
class Binder:
    """Binds the figures of one text."""

    tokens: Tokens
    lexicon: Lexicon
    events: Events

    def bind(self, places: Sequence[Place]) -> list[Bound]:
        """One ``Bound`` for each figure, in the same order."""
        starts = {place.first: position for position, place in enumerate(places)}
        return [self._bind(place, position, places, starts) for position, place in enumerate(places)]

    def _bind(self, place: Place, position: int, places: Sequence[Place], starts: dict[int, int]) -> Bound:
        if place.kind in _UNBOUND_KINDS:
            return _NOTHING
        noun = self._counted(place) if place.kind in _COUNTING_KINDS else None
        behind = noun[1] if noun else place.last
        measure = (self._toll_in(noun) if noun else None) or self._measure(place.first, behind, starts)
        return Bound(
            counted=self._words(*noun) if noun else None,
            head=self._head(noun[1] - 1) if noun else None,
            measure=self._words(*measure[:2]) if measure else None,
            event=measure[2] if measure else None,
            period=self._period(position, places),
        )

    def _words(self, first: int, last: int) -> Words:
        start, end = self.tokens.starts[first], self.tokens.end(last - 1)
        return Words(self.tokens.text[start:end], start, end)

    # --- the thing counted ---

    def _counted(self, place: Place) -> tuple[int, int] | None:
        """First token of the noun phrase behind the figure and the token behind it."""
        noun = self._noun_phrase(place.last)
        if noun is None and place.kind is Kind.CARDINAL:
            noun = self._noun_of_total(place.first)
        return noun

    def _noun_phrase(self, index: int) -> tuple[int, int] | None:
        words, counting = self.tokens.words, self.lexicon.counting
        skipped = 0
        joint = words[index] in "-‐‑" and self.tokens.glued(index)
        index += 1 if joint and words[index] else 0
        while skipped < 4 and (
            words[index] in counting["transparent"] or (skipped and words[index] in counting["determiners"])
        ):
            index, skipped = index + 1, skipped + 1
        last = index
        while last - index < _MAX_NOUNS and self._continues(index, last):
            last += 1
        while last > index and not words[last - 1].isalpha():
            last -= 1
        return (index, last) if last > index else None

    def _continues(self, first: int, index: int) -> bool:
        """Whether token ``index`` still belongs to the noun phrase that began at ``first``."""
        word = self.tokens.words[index]
        if word in "-‐‑'’" and word:
            return self.tokens.glued(index) and self.tokens.glued(index + 1) and index > first
        if not word.isalpha() or word in self.lexicon.counting["stop"] or "\n" in self.tokens.gap(index):
            return False
        if word == "s" and self.tokens.glued(index):
            return True
        if index == first:
            dated = word in self.lexicon.weekdays or word in self.lexicon.months
            return not dated and word not in self.lexicon.counting["comparatives"]
        if word in self.events.classes and not word.endswith("s"):
            return False
        if word.endswith(("ed", "ing", "ly")) and len(word) > 4:
            return False
        return word not in self.lexicon.relative_days and word not in self.lexicon.weekdays

    def _noun_of_total(self, first: int) -> tuple[int, int] | None:
        """As in "The total number of officers deployed in Haiti to 400": the noun stands before the figure."""
        words = self.tokens.words
        for index in range(first - 1, max(0, first - _TO_TOTAL), -1):
            if words[index] in _SENTENCE_ENDS:
                return None
            if words[index] in self.events.number_of and words[index + 1] in self.lexicon.counting["partitive"]:
                return self._noun_phrase(index + 1)
        return None

    def _head(self, index: int) -> str:
        return singular(self.tokens.words[index], self.lexicon)

    # --- the event ---

    def _toll_in(self, noun: tuple[int, int]) -> tuple[int, int, str] | None:
        """As in "30 injured", "30 blessés": what is counted says itself what happened, whatever stands before it."""
        for index in (noun[1] - 1, noun[0]):
            name = self.events.classes.get(self.tokens.words[index])
            if name in self.events.tolls:
                return index, index + 1, name
        return None

    def _measure(self, first: int, behind: int, starts: dict[int, int]) -> tuple[int, int, str] | None:
        near = self._event_behind(behind, starts)
        if near is not None:
            return near
        return self._event_before(first, _NEAR) or self._event_far(behind, starts) or self._event_before(first, _FAR)

    def _event_behind(self, index: int, starts: dict[int, int]) -> tuple[int, int, str] | None:
        """As in "438 people kidnapped", "12 were killed or injured": with nothing but helping words between."""
        words = self.tokens.words
        if words[index] in self.events.joints:
            return None  # "killing 17 people and wounding ...": the next event has figures of its own
        for position in range(index, index + 4):
            if position in starts:
                return None
            if words[position] in self.events.classes:
                return self._joined(position)
            if words[position] not in self.events.auxiliaries:
                return None
        return None

    def _joined(self, index: int) -> tuple[int, int, str]:
        """The event at ``index`` with one that "or" or "and" joins to it."""
        words, classes = self.tokens.words, self.events.classes
        name = classes[words[index]]
        second = classes.get(words[index + 2])
        ranges, joint = self.lexicon.ranges, words[index + 1]
        if (joint in ranges["or"] or joint in ranges["and"]) and second is not None and second != name:
            return index, index + 3, f"{name}+{second}"
        return index, index + 1, name

    def _event_before(self, first: int, reach: int) -> tuple[int, int, str] | None:
        words = self.tokens.words
        for index in range(first - 1, max(-1, first - reach - 1), -1):
            if words[index] in _SENTENCE_ENDS or (reach == _NEAR and words[index] in _CLAUSE_ENDS):
                return None
            if words[index] in self.events.classes:
                return index, index + 1, self.events.classes[words[index]]
        return None

    def _event_far(self, behind: int, starts: dict[int, int]) -> tuple[int, int, str] | None:
        words = self.tokens.words
        for index in range(behind, behind + _NEAR + 1):
            if words[index] in _SENTENCE_ENDS or words[index] in _CLAUSE_ENDS or index in starts:
                return None
            if words[index] in self.events.classes:
                return self._joined(index)
        return None

    # --- the period ---

    def _period(self, position: int, places: Sequence[Place]) -> Words | None:
        """The nearest date in the same sentence, one behind the figure first."""
        place = places[position]
        for other in places[position + 1 : position + 4]:
            if not self._same_sentence(place.last, other.first):
                break
            if other.kind is Kind.DATE:
                return self._words(other.first, other.last)
        for other in reversed(places[max(0, position - 3) : position]):
            if not self._same_sentence(other.last, place.first):
                break
            if other.kind is Kind.DATE:
                return self._words(other.first, other.last)
        return None

    def _same_sentence(self, first: int, last: int) -> bool:
        if last - first > 40:
            return False
        tokens, words = self.tokens, self.tokens.words
        for index in range(first, last):
            if words[index] in _SENTENCE_ENDS and tokens.gap(index + 1) and tokens.capital(index + 1):
                return False
        return True


def singular(word: str, lexicon: Lexicon) -> str:
    """The singular of a head noun, by the table of irregular nouns and the regular endings."""
    known = lexicon.irregular.get(word)
    if known is not None:
        return known
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
