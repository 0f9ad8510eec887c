"""The names of one text, to be asked by a word or by a word that is spelled nearly so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.records.names import Name
from briefing.text.near_words import NearWords, near
from briefing.text.plain_words import LETTERS, plain_word

SMALL = frozenset(
    (
        "the",
        "of",
        "and",
        "de",
        "la",
        "le",
        "du",
        "for",
        "in",
        "on",
        "at",
        "to",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
        "bin",
    )
)
"""Words that names have in common."""
_MOST_LEFT_OUT = 2


def telling_words(text: str) -> tuple[str, ...]:
    """The plain words of a name without the small ones; all of them if it has no other."""
    words = tuple(plain_word(match.group()) for match in LETTERS.finditer(text))
    return tuple(word for word in words if word not in SMALL) or words


@dataclass(frozen=True)
class NameIndex:
    """Look-ups over ``names``, each built when first asked for."""

    names: tuple[Name, ...]
    _words: dict[int, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def words_of(self, name: Name) -> tuple[str, ...]:
        """The telling words of a name of this text."""
        found = self._words.get(name.start)
        if found is None:
            found = self._words[name.start] = telling_words(name.text)
        return found

    def with_word(self, word: str) -> Sequence[Name]:
        """The names that have a plain word, in text order, each form once."""
        return self._by_word.get(word, ())

    def near_words(self, word: str) -> tuple[str, ...]:
        """The words of names that are spelled nearly like a plain word, the nearest first."""
        return self._near.to(word)

    def nearest(self, wanted: Sequence[str]) -> Name | None:
        """The name that ``wanted`` misspells: its words are all there in their order, and not all as printed."""
        best: tuple[int, int, Name] | None = None
        for name in self._like(wanted):
            exact = _aligned(wanted, self.words_of(name))
            if exact is None or exact == len(wanted) == len(self.words_of(name)):
                continue
            key = (exact, -len(self.words_of(name)), name)
            if best is None or key[:2] > best[:2]:
                best = key
        return best[2] if best is not None else None

    def sharing(self, wanted: Sequence[str]) -> tuple[Name, ...]:
        """The names that share a word with ``wanted``, those that share most of theirs first."""
        found: dict[Name, int] = {}
        for word in wanted:
            for name in self.with_word(word):
                found[name] = found.get(name, 0) + 1
        return tuple(
            sorted(found, key=lambda name: (-found[name] / len(self.words_of(name)), -found[name], name.start))
        )

    def _like(self, wanted: Sequence[str]) -> dict[Name, None]:
        found: dict[Name, None] = {}
        joined = "".join(wanted)
        for word in (*wanted, *((joined,) if len(wanted) > 1 else ())):
            for known in (word, *self.near_words(word)):
                found.update(dict.fromkeys(self.with_word(known)))
        for name in self._near_joined(joined):
            found[name] = None
        return found

    def _near_joined(self, joined: str) -> list[Name]:
        return [name for word in self._joined_near.to(joined) for name in self._joined[word]]

    @cached_property
    def _by_word(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        forms: set[str] = set()
        for name in self.names:
            if name.text not in forms:
                forms.add(name.text)
                for word in self.words_of(name):
                    found.setdefault(word, []).append(name)
        return found

    @cached_property
    def _near(self) -> NearWords:
        return NearWords.of(self._by_word)

    @cached_property
    def _joined(self) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {}
        for name in self.names:
            found.setdefault("".join(self.words_of(name)), []).append(name)
        return found

    @cached_property
    def _joined_near(self) -> NearWords:
        return NearWords.of(self._joined)


def _aligned(wanted: Sequence[str], own: Sequence[str]) -> int | None:
    """How many of the wanted words are there exactly, if all are there in their order exactly or nearly."""
    # "Joan" for "Alan" is no slip, however long the last name is.
    begin_alike = len(wanted) != len(own) or all(word[0] == other[0] for word, other in zip(wanted, own, strict=True))
    if begin_alike and near("".join(wanted), "".join(own)):
        return sum(word in own for word in wanted)
    if len(own) - len(wanted) > _MOST_LEFT_OUT:
        return None
    exact, rest = 0, iter(own)
    for word in wanted:
        for other in rest:
            if word == other or near(word, other):
                exact += word == other
                break
        else:
            return None
    return exact
