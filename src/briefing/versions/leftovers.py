"""Figures without a partner in their sentence: moved, updated in other words, said once more, or really new or gone."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.records.quantity import Kind, Quantity
from briefing.text.alignment import Alignment
from briefing.text.lexicon import lexicon
from briefing.text.wording import lower_words
from briefing.versions.figures import Figures, Pair
from briefing.versions.values import Sort, Values, sort_of

_OTHER_WORDS = 0.8
"""Likeness of two figures' words, in sentences that do not meet, from which one is the other's new value."""
_SHARED_STEMS = 2
"""Content words that two sentences share at least, if the one tells what the other told."""
_SMALL = 3
_LOOK_BACK = 60
_BACK_WORDS = 5
_MOST_SAME = 100
_MOST_ALIKE = 30
"""Figures that one is held against; only tables have more of one value or one noun, and take their size squared."""

_Keys = Callable[[Quantity], tuple[Hashable, ...]]
_Likeness = Callable[[Quantity, Quantity], float]


@dataclass
class Settled:
    """What became of every figure of two versions."""

    pairs: list[Pair]
    moved: list[Pair] = field(default_factory=list)
    once_more: list[Pair] = field(default_factory=list)
    """Figures of the new version, each with another one of it that says the same."""
    once_less: list[Pair] = field(default_factory=list)
    """The same for the old version."""
    told_before: list[Pair] = field(default_factory=list)
    """Figures of the old version that were updated, each with a new one that still tells it, as what was before."""
    added: list[Quantity] = field(default_factory=list)
    gone: list[Quantity] = field(default_factory=list)
    left: list[tuple[Quantity, Quantity, Quantity]] = field(default_factory=list)
    """A figure, its new value, and a place of the new version that still has the old one."""


def settle(figures: Figures, alignment: Alignment) -> Settled:
    """What became of every figure, those that are left over among them."""
    return _Settling(figures.values, alignment, figures.old_left, figures.new_left).settled(figures.pairs)


@dataclass
class _Settling:
    values: Values
    alignment: Alignment
    old_left: list[Quantity]
    new_left: list[Quantity]

    def settled(self, pairs: list[Pair]) -> Settled:
        moved = self._take(self._ranked(_value_keys, _MOST_SAME, self._same_likeness))
        pairs = [*pairs, *self._take(self._ranked(_kind_keys, _MOST_ALIKE, self._likely))]
        found = Settled(pairs, moved)
        before, now = _Shelf(old for old, _ in pairs), _Shelf(new for _, new in pairs)
        for new in self.new_left:
            twin = self._told(now, new)
            if twin is not None:
                found.once_more.append((new, twin))
                continue
            known = self._told(before, new) if sort_of(new) is Sort.DATE or self._looks_back(new) else None
            if known is not None:
                found.told_before.append((known, new))
            else:
                found.added.append(new)
        for old in self.old_left:
            twin = self._told(before, old)
            if twin is not None:
                found.once_less.append((old, twin))
            else:
                found.gone.append(old)
        found.left.extend(self._left_behind(found))
        told = {still.start for _, _, still in found.left}
        found.added = [new for new in found.added if new.start not in told]
        return found

    def _ranked(self, keys: _Keys, most: int, likeness: _Likeness) -> list[tuple[float, Quantity, Quantity]]:
        """Pairs of figures that are left over, share a key and are alike, the most alike first."""
        shelf = _Shelf(self.old_left, keys)
        found = [(likeness(old, new), old, new) for new in self.new_left for old in shelf.like(new, most)]
        alike = [entry for entry in found if entry[0] > 0]
        return sorted(alike, key=lambda entry: (-entry[0], entry[1].start, entry[2].start))

    def _take(self, ranked: Sequence[tuple[float, Quantity, Quantity]]) -> list[Pair]:
        """The best pairs, each figure in one of them; what they hold is no longer left over."""
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        found: list[Pair] = []
        for _, one, two in ranked:
            if one.start not in taken_old and two.start not in taken_new:
                taken_old.add(one.start)
                taken_new.add(two.start)
                found.append((one, two))
        self.old_left = [figure for figure in self.old_left if figure.start not in taken_old]
        self.new_left = [figure for figure in self.new_left if figure.start not in taken_new]
        return found

    def _same_likeness(self, old: Quantity, new: Quantity) -> float:
        return 1.0 + self._shared(old, new) if self._same_of_the_same(old, new) else 0.0

    def _likely(self, old: Quantity, new: Quantity) -> float:
        """How alike two figures of rewritten sentences are: the same thing or event, and words in common."""
        if not self.values.may_pair(old, new) or self._shared(old, new) < _SHARED_STEMS:
            return 0.0
        if not (old.head is not None and old.head == new.head) and None in (old.event, new.event):
            return 0.0
        likeness = self.alignment.likeness(new, old)
        return likeness if likeness >= _OTHER_WORDS else 0.0

    def _shared(self, old: Quantity, new: Quantity) -> int:
        one, two = self.values.old.index.stems_around(old.start), self.values.new.index.stems_around(new.start)
        return len(one & two)

    def _same_of_the_same(self, old: Quantity, new: Quantity) -> bool:
        if not self.values.same(old, new):
            return False
        if sort_of(old) is not Sort.AMOUNT:
            return True
        if self.values.things_differ(old, new) or self.values.known.differ(new.event, old.event):
            return False
        head = old.head is not None and old.head == new.head
        return head or (old.event is not None and old.event == new.event) or not _small(old)

    def _told(self, shelf: "_Shelf", figure: Quantity) -> Quantity | None:
        alike = shelf.like(figure, _MOST_SAME)
        return next((other for other in alike if self._same_of_the_same(other, figure)), None)

    def _looks_back(self, new: Quantity) -> bool:
        """Whether a figure is said to be an earlier one: "raising an earlier toll of 12", "up from 12"."""
        words = lower_words(self.values.new.text[max(0, new.start - _LOOK_BACK) : new.start])[-_BACK_WORDS:]
        earlier = self.values.known.earlier | lexicon(self.values.new.article.language).ranges["old"]
        return not earlier.isdisjoint(words)

    def _left_behind(self, found: Settled) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
        """Places of the new version that still have the value that was updated elsewhere, each told once."""
        updated = [pair for pair in found.pairs if self.values.value_changed(*pair)]
        if not updated:
            return
        kept = [new for old, new in found.pairs if self.values.difference(old, new) is None]
        shelf = _Shelf([*kept, *(new for new in found.added if not self._looks_back(new))])
        told: set[int] = set()
        for old, new in updated:
            for still in shelf.like(old, _MOST_SAME):
                if still.start not in told and self._surely_the_same(old, still):
                    told.add(still.start)
                    yield old, new, still

    def _surely_the_same(self, old: Quantity, still: Quantity) -> bool:
        """Whether a figure that stayed says just what the updated one said: number, noun and event, hedges aside."""
        same_number = old.kind is still.kind and old.stated is not None and old.stated == still.stated
        if not same_number or old.unit != still.unit or old.currency != still.currency or _small(old):
            return False
        return old.event is not None and old.event == still.event and not self.values.things_differ(old, still)


class _Shelf:
    """Figures by what they have to share with another one to be held against it."""

    def __init__(self, figures: Iterable[Quantity], keys: _Keys | None = None) -> None:
        self._keys = keys or _value_keys
        self._figures: dict[Hashable, list[Quantity]] = defaultdict(list)
        for figure in figures:
            for key in self._keys(figure):
                self._figures[key].append(figure)

    def like(self, figure: Quantity, most: int) -> list[Quantity]:
        """The figures that share a key, ``most`` of them at most."""
        keys = self._keys(figure)
        found = {other.start: other for key in keys for other in self._figures.get(key, ())[:most]}
        return list(found.values())[:most]


def _value_keys(figure: Quantity) -> tuple[Hashable, ...]:
    """One key, the same for figures that may be the same in another notation."""
    if figure.kind in (Kind.DURATION, Kind.MEASURE, Kind.AGE, Kind.DATE, Kind.IDENTIFIER):
        return (sort_of(figure),)
    if figure.kind in (Kind.PERCENT, Kind.RATIO):
        return ("share",)
    return (figure.stated if figure.stated is not None else (figure.low, figure.high, figure.pair),)


def _kind_keys(figure: Quantity) -> tuple[Hashable, ...]:
    """The kind; nothing for what is no amount."""
    return (figure.kind,) if sort_of(figure) is Sort.AMOUNT else ()


def _small(figure: Quantity) -> bool:
    """Whether a number is so small that it may be the same by chance."""
    return figure.kind in (Kind.CARDINAL, Kind.ORDINAL) and figure.stated is not None and figure.stated <= _SMALL
