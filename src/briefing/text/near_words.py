"""Words that are spelled nearly alike: a slip of one letter or two, or another way to write foreign sounds.

Words are looked up by what is left of them when a letter is taken out, so that one look-up costs the length of the
word, however many words are known.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

SHORTEST = 4
"""One letter of a shorter word makes another word."""
_LONG = 8
"""From this length on, two letters may differ."""
_SHORTEST_SOUND = 2

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:al|el|ul)-", ""),
        (r"tsch|tch|cz|ch|č", "c"),
        (r"sch|sh|sz|š", "s"),
        (r"zh|dj|dzh|j(?=[aou])", "j"),
        (r"kh|gh|q|ck|g|k|x", "k"),
        (r"ph|w|v|ff?", "v"),
        (r"th|dh|d|t", "t"),
        (r"ts|z|s|c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"[aeiouyhj'-]", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The consonants of a plain word as they are heard ("gaddafi" and "qadhafi" alike)."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


def near(one: str, two: str) -> bool:
    """Whether two plain words are one word with a slip, or one name written in two ways."""
    from rapidfuzz.distance import OSA

    if one == two:
        return True
    shorter = min(len(one), len(two))
    if shorter < SHORTEST:
        return False
    if OSA.distance(one, two, score_cutoff=2) <= (2 if shorter >= _LONG else 1):
        return True
    heard = sound(one)
    return len(heard) >= _SHORTEST_SOUND and one[0] == two[0] and heard == sound(two) and _alike(one, two)


def _alike(one: str, two: str) -> bool:
    """Whether enough letters are the same: consonants alone join "Karen" and "Koran"."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, two, score_cutoff=4) <= max(2, min(len(one), len(two)) // 2 - 1)


@dataclass(frozen=True, slots=True)
class NearWords:
    """A set of plain words that can be asked for those spelled nearly like another."""

    _shorter: dict[str, list[str]] = field(default_factory=dict)
    _sounds: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Iterable[str]) -> "NearWords":
        """The words of ``words`` that are long enough to be told from others, ready to be asked for."""
        found = cls()
        for word in dict.fromkeys(words):
            if len(word) >= SHORTEST:
                for part in _with_one_out(word):
                    found._shorter.setdefault(part, []).append(word)
                found._sounds.setdefault(sound(word), []).append(word)
        return found

    def to(self, word: str) -> tuple[str, ...]:
        """The known words that are near ``word``, itself left out, those with the fewest other letters first."""
        from rapidfuzz.distance import OSA

        if len(word) < SHORTEST:
            return ()
        candidates = dict.fromkeys(self._sounds.get(sound(word), ()))
        for part in _with_one_out(word, twice=len(word) >= _LONG):
            candidates.update(dict.fromkeys(self._shorter.get(part, ())))
        close = [known for known in candidates if known != word and near(word, known)]
        return tuple(sorted(close, key=lambda known: (OSA.distance(word, known), known)))


def _with_one_out(word: str, *, twice: bool = False) -> Iterator[str]:
    """The word, and what is left of it when one letter is taken out; ``twice`` also when two are."""
    yield word
    for at in range(len(word)):
        left = word[:at] + word[at + 1 :]
        yield left
        if twice:
            yield from (left[:more] + left[more + 1 :] for more in range(at, len(left)))
