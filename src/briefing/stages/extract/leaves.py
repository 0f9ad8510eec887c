"""Collecting the filled fields of a profile: each is a cut of the article, entered once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.records.draft import Leaf
from briefing.records.quantity import Words

Parts = Mapping[str, Words | None]
"""Named parts of a leaf, as a rule found them or did not."""


@dataclass(slots=True)
class Leaves:
    """Leaves in the order in which rules found them; the same field at the same place is kept once."""

    text: str
    found: list[Leaf] = field(default_factory=list)
    _seen: set[tuple[str, str]] = field(default_factory=set)
    _first: dict[str, Leaf] = field(default_factory=dict)

    def add(self, name: str, words: Words, parts: Parts | None = None, *, once: bool = True) -> None:
        """Enter ``words`` under the field ``name``; with ``once``, not again if the field has the same words.

        Parts that are ``None`` are left out.
        """
        key = (name, words.text.casefold() if once else f"{words.start}:{words.end}")
        if not words.text.strip() or key in self._seen:
            return
        self._seen.add(key)
        filled = tuple((part, value) for part, value in (parts or {}).items() if value is not None)
        leaf = Leaf(name, words.text, words.start, words.end, parts=filled)
        self.found.append(leaf)
        self._first.setdefault(name, leaf)

    def has(self, name: str) -> bool:
        """Whether the field has at least one leaf."""
        return name in self._first

    def first(self, name: str) -> Leaf | None:
        """The first leaf of the field, or ``None``."""
        return self._first.get(name)


def linked(leaves: Sequence[Leaf], facts: Sequence[tuple[str, int, int]]) -> tuple[Leaf, ...]:
    """The same leaves with the ids of the facts (id, start, end) whose words cover them, at least in part."""
    return tuple(
        replace(leaf, fact_ids=tuple(fact for fact, start, end in facts if start < leaf.end and leaf.start < end))
        for leaf in leaves
    )
