"""Numbers that a language writes as one word: "einundzwanzig", "duecentocinquantasei", "zweitausenddreihundert".

The words for 1 to 999 (and "neunzehnhundert" where the language counts so) are built once from the parts of the word
table. Longer words are split at their thousand when they are looked up, so that no table of a million words is needed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_HUNDRED = 100
_THOUSAND = 1000
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Parts:
    """How the language joins the parts of a number in one word; each field is a key of the ``compounds`` table."""

    units: Mapping[str, int]
    tens: Mapping[str, int]
    units_first: bool
    joint: str
    elided: frozenset[str]
    hundred: Sequence[str]
    thousand: Sequence[str]
    one_thousand: Sequence[str]
    ands: Sequence[str]
    teen_hundreds: bool


class Numerals(Mapping[str, int]):
    """Number words with their values; looks through words that hold a thousand part by part."""

    __slots__ = ("_known", "_parts", "splits")

    def __init__(self, known: Mapping[str, int], parts: Parts) -> None:
        self._known = {**known, **_below_thousand(known, parts)}
        self._parts = parts
        self.splits = tuple(parts.thousand) + tuple(parts.one_thousand)

    def __getitem__(self, word: str) -> int:
        found = self._known.get(word)
        if found is None:
            found = self._split(word)
        if found is None:
            raise KeyError(word)
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._known or (isinstance(word, str) and self._split(word) is not None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def _split(self, word: str) -> int | None:
        """The value of a word around its thousand: "zweitausend", "milleduecento"."""
        if len(word) > _LONGEST:
            return None
        for mark in self.splits:
            before, found, after = word.partition(mark)
            if not found or (not before and not after):
                continue
            count = self._count(before, mark)
            rest = self._rest(after)
            if count is not None and rest is not None:
                return count * _THOUSAND + rest
        return None

    def _count(self, before: str, mark: str) -> int | None:
        if not before:
            return 1 if mark in self._parts.one_thousand else None
        count = self._known.get(before)
        return count if count is not None and 0 < count < _THOUSAND and mark in self._parts.thousand else None

    def _rest(self, after: str) -> int | None:
        if not after:
            return 0
        for joint in self._parts.ands:
            rest = self._known.get(after.removeprefix(joint)) if after.startswith(joint) else None
            if rest is not None and 0 < rest < _THOUSAND:
                return rest
        return None


def _below_thousand(known: Mapping[str, int], parts: Parts) -> dict[str, int]:
    small = {**{word: value for word, value in known.items() if 0 < value < _HUNDRED}, **_with_units(parts)}
    built = dict(small)
    heads = [("", 1), *((word, value) for word, value in parts.units.items())]
    if parts.teen_hundreds:
        heads += [(word, value) for word, value in known.items() if 10 < value < 20]
    for hundred in parts.hundred:
        for head, count in heads:
            stem = head + hundred
            built[stem] = count * _HUNDRED
            for joint in parts.ands:
                built |= {stem + joint + word: count * _HUNDRED + value for word, value in small.items()}
            built |= {
                stem[:-1] + word: count * _HUNDRED + value
                for word, value in small.items()
                if word.startswith(tuple(parts.elided))
            }
    return built


def _with_units(parts: Parts) -> dict[str, int]:
    """Words from 21 to 99."""
    built: dict[str, int] = {}
    for ten, tens in parts.tens.items():
        for unit, value in parts.units.items():
            if parts.units_first:
                built[unit + parts.joint + ten] = tens + value
            else:
                built[(ten[:-1] if unit in parts.elided else ten) + unit] = tens + value
    return built


def inflected(words: Iterable[tuple[str, int]], endings: Sequence[str], *, cut: bool) -> dict[str, int]:
    """Number words with endings: "zwanzigste", and with ``cut`` the last vowel dropped, "ventesimo".

    Before an ending the stressed "tré" loses its accent and, like "sei", keeps its vowel.
    """
    built: dict[str, int] = {}
    for word, value in words:
        kept = not cut or word.endswith(("tre", "tré", "sei"))
        stem = word.replace("tré", "tre") if kept else word[:-1]
        built |= {stem + ending: value for ending in endings}
    return built
