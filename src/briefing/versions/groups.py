"""Which sentences of two versions stand for each other, wherever they stand and however they were cut.

Sentences with the same words first; then those that share most of their content words, figures left out; last the
parts of sentences that were split or joined. What is in no group was added or is gone.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.versions.version import Line

_ALIKE = 0.45
"""Shared content words, weighted by rarity, from which two sentences are the same one, edited."""
_INSIDE = 0.75
"""Share of a sentence's words that must stand in another for it to be a part of that one."""
_FEW = 3
"""A sentence with fewer content words is a part of nothing: they may meet by chance."""
_EVERYWHERE = 50
"""A word of more sentences than this pairs none of them; tables would take their size squared."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that stand for each other, by number; ``same`` when their words are the same, figures and all."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    same: bool = False


def groups(old: Sequence[Line], new: Sequence[Line]) -> tuple[Group, ...]:
    """Every group, in the order of the new version. A sentence is in one group at most."""
    found = list(_same(old, new))
    left_old = _left(range(len(old)), (number for group in found for number in group.old))
    left_new = _left(range(len(new)), (number for group in found for number in group.new))
    found += _Pairing(old, new, left_old, left_new).groups()
    return tuple(sorted(found, key=lambda group: group.new))


def _same(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Group]:
    """Sentences with the same words, each with the next one of these words: a paragraph may have moved."""
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in reversed(range(len(old))):
        waiting[old[number].key].append(number)
    for number, line in enumerate(new):
        if line.key and waiting[line.key]:
            yield Group((waiting[line.key].pop(),), (number,), same=True)


def _left(numbers: Iterable[int], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [number for number in numbers if number not in gone]


@dataclass
class _Pairing:
    """Sentences that are left over, on their way into groups."""

    old: Sequence[Line]
    new: Sequence[Line]
    left_old: list[int]
    left_new: list[int]
    _weights: dict[str, float] = field(default_factory=dict)

    def groups(self) -> list[Group]:
        """The groups of edited sentences."""
        counts = Counter(stem for line in (*self.old, *self.new) for stem in line.stems)
        total = len(self.old) + len(self.new) + 1
        self._weights = {stem: math.log(total / count) + 0.2 for stem, count in counts.items()}
        partners = self._best_pairs()
        members_old = {first: [first] for first, _ in partners}
        members_new = {first: [second] for first, second in partners}
        group_of_new = {second: first for first, second in partners}
        for number in _left(self.left_new, group_of_new):
            home = self._home(
                self.new[number], ((one, self._uncovered_old(one, members_new[one])) for one in members_new)
            )
            if home is not None:
                members_new[home].append(number)
        for number in _left(self.left_old, members_old):
            choices = ((one, self._uncovered_new(one, members_old, members_new)) for one in members_old)
            home = self._home(self.old[number], choices)
            if home is not None:
                members_old[home].append(number)
        return [Group(tuple(sorted(members_old[one])), tuple(sorted(members_new[one]))) for one in members_old]

    def _best_pairs(self) -> list[tuple[int, int]]:
        """One to one, the most alike first; of equals those that stand at the same height of the story."""
        scored = []
        for first, second in self._meeting():
            alike = self._alike(self.old[first].stems, self.new[second].stems)
            if alike >= _ALIKE:
                apart = abs(first / len(self.old) - second / len(self.new))
                scored.append((-alike, apart, first, second))
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, _, first, second in sorted(scored):
            if first not in pairs and second not in taken:
                pairs[first] = second
                taken.add(second)
        return list(pairs.items())

    def _meeting(self) -> Iterator[tuple[int, int]]:
        """Pairs of sentences that share a word which not every sentence has."""
        places: dict[str, list[int]] = defaultdict(list)
        for number in self.left_old:
            for stem in self.old[number].stems:
                places[stem].append(number)
        for number in self.left_new:
            shared = {
                first
                for stem in self.new[number].stems
                if len(places.get(stem, ())) <= _EVERYWHERE
                for first in places.get(stem, ())
            }
            yield from ((first, number) for first in sorted(shared))

    def _alike(self, one: frozenset[str], two: frozenset[str]) -> float:
        shared, first, second = self._weight(one & two), self._weight(one), self._weight(two)
        dice = 2 * shared / (first + second) if shared else 0.0
        inside = shared / min(first, second) if shared and min(len(one), len(two)) >= _FEW else 0.0
        return max(dice, inside * 0.6)

    def _weight(self, stems: frozenset[str]) -> float:
        return math.fsum(self._weights[stem] for stem in stems)

    def _uncovered_old(self, first: int, members: Sequence[int]) -> frozenset[str]:
        return self.old[first].stems.difference(*(self.new[number].stems for number in members))

    def _uncovered_new(self, one: int, old: dict[int, list[int]], new: dict[int, list[int]]) -> frozenset[str]:
        there = frozenset().union(*(self.new[number].stems for number in new[one]))
        return there.difference(*(self.old[number].stems for number in old[one]))

    def _home(self, line: Line, choices: Iterable[tuple[int, frozenset[str]]]) -> int | None:
        """The group whose other side has words of ``line`` that nothing stands for yet, most of them at least."""
        whole = self._weight(line.stems)
        if len(line.stems) < _FEW:
            return None
        best = max(((self._weight(line.stems & free) / whole, -one) for one, free in choices), default=(0.0, 0))
        return -best[1] if best[0] >= _INSIDE else None
