"""The place of a name in its sentence: the preposition before it and the content words on both sides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice

from briefing.records.names import Name
from briefing.records.spans import Span
from briefing.text.lemmas import lemma
from briefing.text.lexicon import lexicon
from briefing.text.names_tables import tables
from briefing.text.roles import role_tables
from briefing.text.wording import WORDS

_REACH = 60
_CONTENT = 2
_SHORTEST = 3
_OWNER = re.compile(r"(?:[^\W\d_a-z][\w-]* )*[\w-]+['’]s? $")
"""Whose somebody is, before the title ("Norway's prime minister, ...")."""
_STOP = re.compile(r"[.;:!?()\"“”]\s|\n")


@dataclass(frozen=True, slots=True)
class Slot:
    """``left`` and ``right`` are the base forms of the nearest content words, the nearest first."""

    preposition: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    def meets(self, other: "Slot") -> bool:
        """Whether two places are the same: the words right beside, or the preposition with a word before it."""
        same = self.preposition == other.preposition
        if same and set(self.left) & set(other.left):
            return True
        return same and bool(self.right and other.right) and self.right[0] == other.right[0]


def slot_of(text: str, name: Name, sentence: Span) -> Slot:
    """The place of ``name`` in the sentence at ``sentence``; its title and role before it count as part of it."""
    titles = [words.start for words in (name.rank, name.role) if words is not None and words.start < name.start]
    lead = min([name.start, *titles])
    before = text[max(sentence.start, lead - _REACH) : lead]
    behind = text[name.end : min(sentence.end, name.end + _REACH)]
    before = _OWNER.sub("", _STOP.split(before)[-1])
    behind = _STOP.split(behind)[0]
    words = [word.lower() for word in WORDS.findall(before)]
    while words and (words[-1] in role_tables().determiners or words[-1] in tables().region_words):
        words.pop()
    preposition = words[-1] if words and words[-1] in tables().prepositions else ""
    return Slot(preposition, _content(reversed(words)), _content(word.lower() for word in WORDS.findall(behind)))


def _content(words: Iterable[str]) -> tuple[str, ...]:
    found = (word for word in words if len(word) >= _SHORTEST and word not in small_words())
    return tuple(lemma(word) for word in islice(found, _CONTENT))


@cache
def small_words() -> frozenset[str]:
    """English words that tell nothing by themselves."""
    return lexicon("en").counting["stop"] | tables().prepositions
