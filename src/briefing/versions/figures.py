"""Figures and dates where the sentences meet: those that stand in each other's place, and those that are left over."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from briefing.records.comparison import Passage
from briefing.records.quantity import Quantity
from briefing.records.spans import Span
from briefing.versions.pairs import Paired
from briefing.versions.values import Values
from briefing.versions.version import Token

_SAME_VALUE = 2.0
_SAME_THING = 1.0
_SAME_KIND = 0.7
_SAME_SORT = 0.3
_NEAR = 5
"""Tokens on either side within which a word must stand for another, or two figures do not meet."""
_SHOWN = 3
"""Words shown on both sides of what stands in a figure's place."""

Pair = tuple[Quantity, Quantity]


@dataclass
class Figures:
    """Collects the figures of two versions, group by group: pairs, and what is left over on either side."""

    values: Values
    pairs: list[Pair] = field(default_factory=list)
    old_left: list[Quantity] = field(default_factory=list)
    new_left: list[Quantity] = field(default_factory=list)
    now_there: dict[int, Passage] = field(default_factory=dict)
    """For a figure of the old version that is left over, by its place: the words that stand there now, and"""
    was_there: dict[int, Passage] = field(default_factory=dict)
    """for one of the new version those that stood there."""

    def likeness(self, token: Token, other: Token) -> float:
        """How well a figure of the new version can stand for one of the old; 0 if it cannot."""
        old, new = token.figure, other.figure
        if old is None or new is None or not self.values.may_pair(old, new):
            return 0.0
        if self.values.same(old, new):
            return _SAME_VALUE
        if old.kind is not new.kind:
            return _SAME_SORT
        alike = (old.head is not None and old.head == new.head) or (old.unit is not None and old.unit == new.unit)
        return _SAME_THING if alike else _SAME_KIND

    def same_sentences(self, old: Sequence[Token], new: Sequence[Token]) -> None:
        """Take in two sentences with the same words."""
        one, two = _rest(old, ()), _rest(new, ())
        if len(one) == len(two):
            self.pairs.extend(zip(one, two, strict=True))
        else:
            self.alone(old, new)

    def group(self, old: Sequence[Token], new: Sequence[Token], paired: Paired) -> None:
        """Take in sentences that meet."""
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        for first, second in paired.pairs:
            one, two = old[first].figure, new[second].figure
            if one is None or two is None:
                continue
            if self.values.same(one, two) or _meet(first, second, paired, old):
                self.pairs.append((one, two))
                taken_old.add(first)
                taken_new.add(second)
        self.old_left.extend(_rest(old, taken_old))
        self.new_left.extend(_rest(new, taken_new))
        for gap in paired.gaps:
            for figure in _rest(gap.old, ()):
                self.now_there[figure.start] = self.values.new.around(_span(gap.new or gap.beside[1:]), _SHOWN)
            for figure in _rest(gap.new, ()):
                self.was_there[figure.start] = self.values.old.around(_span(gap.old or gap.beside[:1]), _SHOWN)

    def alone(self, old: Sequence[Token], new: Sequence[Token]) -> None:
        """Take in sentences that nothing on the other side stands for."""
        self.old_left.extend(_rest(old, ()))
        self.new_left.extend(_rest(new, ()))


def _rest(tokens: Sequence[Token], taken: Container[int]) -> list[Quantity]:
    """The figures whose tokens were not taken."""
    return [token.figure for number, token in enumerate(tokens) if token.figure is not None and number not in taken]


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)


def _meet(first: int, second: int, paired: Paired, old: Sequence[Token]) -> bool:
    """Whether a word with a meaning near the one figure stands for a word near the other."""
    near = bisect_left(paired.pairs, (first - _NEAR, 0))
    for i, j in paired.pairs[near:]:
        if i > first + _NEAR:
            return False
        if old[i].content and abs(j - second) <= _NEAR:
            return True
    return False
