"""How a figure of the new version stands to one of the old: the same, another bound, another thing, another value."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from briefing.records.comparison import ChangeKind
from briefing.records.quantity import DateReading, Hedge, Kind, Quantity
from briefing.text.events import Events
from briefing.text.fold import fold
from briefing.text.matching import Relation, relate, same_identifier
from briefing.versions.version import Version

_BESIDE = 5


class Sort(Enum):
    """Figures of one sort can stand for each other; those of two never do."""

    DATE = "date"
    TIME = "time"
    IDENTIFIER = "identifier"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a figure, and why in words that end a sentence."""

    kind: ChangeKind
    why: str = ""


def sort_of(figure: Quantity) -> Sort:
    """The sort of a figure."""
    if figure.kind is Kind.DATE:
        return Sort.DATE
    if figure.kind is Kind.TIME:
        return Sort.TIME
    return Sort.IDENTIFIER if figure.kind is Kind.IDENTIFIER else Sort.AMOUNT


@dataclass(frozen=True)
class Values:
    """Two versions whose figures are compared; ``known`` are the event words of their language."""

    old: Version
    new: Version
    known: Events

    def same(self, old: Quantity, new: Quantity) -> bool:
        """Whether both say the same, in whatever notation. What they are said of is another question."""
        sort = sort_of(old)
        if sort is not sort_of(new):
            return False
        if sort is Sort.DATE:
            return self._same_days(old, new)
        if sort is Sort.IDENTIFIER:
            return same_identifier(new, old)
        if old.kind is Kind.SCORE and new.kind is Kind.SCORE:
            return old.pair == new.pair  # in another order it is another result
        return _plain(old.raw) == _plain(new.raw) or relate(new, old) is Relation.SAME

    def difference(self, old: Quantity, new: Quantity) -> Difference | None:
        """What differs between two figures that stand in each other's place; ``None`` if nothing does."""
        if self.same(old, new):
            return self._other_thing(old, new)
        relation = relate(new, old) if sort_of(old) is Sort.AMOUNT else None
        if relation is Relation.OTHER_UNIT:
            return Difference(ChangeKind.CHANGED, "the unit is another")
        if old.stated is not None and old.stated == new.stated and old.hedge is not new.hedge and relation is not None:
            return Difference(ChangeKind.HEDGE_CHANGED, _bound_words(old, new))
        if old.date is not None and new.date is not None:
            return Difference(ChangeKind.CHANGED, _day_words(old, new))
        return Difference(ChangeKind.CHANGED, _bound_words(old, new))

    def value_changed(self, old: Quantity, new: Quantity) -> bool:
        """Whether an amount has another value now."""
        difference = self.difference(old, new) if sort_of(old) is Sort.AMOUNT else None
        return difference is not None and difference.kind is ChangeKind.CHANGED

    def may_pair(self, old: Quantity, new: Quantity) -> bool:
        """Whether a figure can be another one's new value: not of two sorts, and not plainly said of two things."""
        if _tells_time(old) and _tells_time(new):
            return True
        if sort_of(old) is not sort_of(new):
            return False
        if sort_of(old) is not Sort.AMOUNT or self.same(old, new):
            return True
        return not self.things_differ(old, new) and not self.known.differ(new.event, old.event)

    def things_differ(self, old: Quantity, new: Quantity) -> bool:
        """Whether both print what they count and the nouns are two; "people" covers every other noun for people."""
        if old.head is None or new.head is None or fold(old.head).text == fold(new.head).text:
            return False
        general = self.known.general_nouns
        # "17 injured" counts what "12 people injured" counts: the event stands where a noun would.
        events = {word for figure in (old, new) if figure.event for word in figure.event.split("+")}
        return not {old.head, new.head} & (general | events)

    def _other_thing(self, old: Quantity, new: Quantity) -> Difference | None:
        if sort_of(old) is not Sort.AMOUNT or self._beside_the_same_words(old, new):
            return None
        if self.known.differ(new.event, old.event) and self.known.differ(old.event, new.event):
            return Difference(ChangeKind.THING_CHANGED, "the same number, but something else happens to them")
        if self.things_differ(old, new):
            return Difference(ChangeKind.THING_CHANGED, "the same number, but another thing is counted")
        return None

    def _beside_the_same_words(self, old: Quantity, new: Quantity) -> bool:
        """Whether the words around both are the same: then only a line end can have been read as another thing."""
        return self.old.words_beside(old, _BESIDE) == self.new.words_beside(new, _BESIDE)

    def _same_days(self, old: Quantity, new: Quantity) -> bool:
        """Whether two dates are the same days, or one of them is the other, told more exactly."""
        first, second = old.date, new.date
        if first is None or second is None or first.first is None or second.first is None:
            return _plain(old.raw) == _plain(new.raw) or self._same_without_a_day(old, new)
        return _days(first) == _days(second) or (_one_inside(first, second) and _parts_agree(first, second))

    def _same_without_a_day(self, old: Quantity, new: Quantity) -> bool:
        first, second = old.date, new.date
        if first is None or second is None:
            return False
        one, two = self.old.pretended.get(old.start), self.new.pretended.get(new.start)
        if first.relative and second.relative and one is not None and two is not None:
            return _days(one.date) == _days(two.date) or _parts_agree(first, second)
        return _parts_agree(first, second)


def _tells_time(figure: Quantity) -> bool:
    """Whether a figure says when, or for how long: "on Friday" may become "in three days"."""
    return figure.kind in (Kind.DATE, Kind.TIME, Kind.DURATION)


def _days(reading: DateReading | None) -> tuple[dt.date, dt.date] | None:
    if reading is None or reading.first is None or reading.last is None:
        return None
    return reading.first, reading.last


def _one_inside(one: DateReading, two: DateReading) -> bool:
    first, second = _days(one), _days(two)
    if first is None or second is None:
        return False
    outer, inner = sorted((first, second), key=lambda days: days[0] - days[1])
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _parts_agree(one: DateReading, two: DateReading) -> bool:
    """Whether one prints what the other prints and perhaps more: "16 July", "Tuesday, 16 July 2024"."""
    return _share_a_part(one, two) and all(first == second for first, second in _parts_of_both(one, two))


def _share_a_part(one: DateReading, two: DateReading) -> bool:
    """Whether both print a year, or both a month, and so on, whatever its value."""
    return bool(_parts_of_both(one, two))


def _parts_of_both(one: DateReading, two: DateReading) -> list[tuple[int, int]]:
    parts = [(one.year, two.year), (one.month, two.month), (one.day, two.day), (one.weekday, two.weekday)]
    return [(first, second) for first, second in parts if first is not None and second is not None]


def _plain(raw: str) -> str:
    return " ".join(raw.casefold().replace("\u2011", "-").replace("\u2013", "-").replace("\u2019", "'").split())


def _bound_words(old: Quantity, new: Quantity) -> str:
    if old.hedge is new.hedge:
        return ""
    if new.hedge is Hedge.EXACT:
        return "the hedge is gone"
    return "there is a hedge now" if old.hedge is Hedge.EXACT else "the hedge is another"


def _day_words(old: Quantity, new: Quantity) -> str:
    if _plain(old.raw) == _plain(new.raw):
        return "the same words for other days, because the version is of another date"
    one, two = old.date, new.date
    if one is not None and two is not None and None in (one.first, two.first) and not _share_a_part(one, two):
        return "whether it is the same day cannot be told without the date of the story"
    return ""
