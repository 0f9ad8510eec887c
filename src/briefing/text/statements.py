"""How a sentence says what it says: each word with whether it is denied, possible, planned, alleged or reported.

A sentence is cut into clauses. A cue ("may", "refused to", "is expected to", "police said") reaches over its clause, or
over what stands behind it, and marks the words there. Two sentences are then compared word by word: what both of them
speak of must be meant in the same way. Deterministic, by word tables; nothing is parsed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefing.text.lemmas import lemma
from briefing.text.lexicon import lexicon
from briefing.text.statement_cues import Reach, marks, reaches_in
from briefing.text.statement_words import STOPS, Cue, Opposite, StatementWords, topic_of

_WORD = re.compile(r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_MEASURED = frozenset(("from", "by", "to", "on", "at", "about", "almost", "nearly", "sharply", "slightly"))
_SHORTEST_KEY, _SHORTEST_ROOT = 3, 5
_SHORTEST_PAST = 4
_PERFECT = frozenset(("has", "have", "had"))
_NOUN_ENDINGS = ("ment", "ation", "ion")
"""So that "deployment" meets "deploy"."""
_NEAR_REFERENCES = frozenset(
    ("he", "she", "it", "they", "his", "her", "its", "their", "this", "these", "both", "neither")
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: where it stands, its base form, the clause it belongs to, and how it is meant."""

    text: str
    start: int
    end: int
    base: str
    key: str
    """What it is compared by; empty for a word that carries no meaning of its own."""
    topic: str
    """What it is found by: one for a word, its opposites and its relatives."""
    clause: int
    negated: bool = False
    cues: frozenset[Cue] = frozenset()
    cue: bool = False
    """Whether it is itself part of a cue."""
    capital: bool = False
    name: bool = False
    """Whether it is printed with a capital inside the sentence, or is a figure."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of the sentence that has an opposite."""

    opposite: Opposite
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Statement:
    """One sentence, read. ``reaches`` are its cues in order."""

    words: tuple[Word, ...]
    reaches: tuple[Reach, ...]
    turns: tuple[Turn, ...] = ()
    """Its words that have an opposite, in order."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """What the sentence speaks of, names left out."""
        return frozenset(word.topic for word in self.words if word.topic and not word.name)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of its names."""
        return frozenset(word.topic for word in self.words if word.topic and word.name)

    def part(self, first: int, last: int) -> "Statement":
        """The words from ``first`` up to ``last`` as a statement of their own."""
        reaches = tuple(
            Reach(one.cue, one.first - first, one.last - first, one.words)
            for one in self.reaches
            if first <= one.first and one.last <= last
        )
        turns = tuple(
            Turn(one.opposite, one.first - first, one.last - first)
            for one in self.turns
            if first <= one.first and one.last <= last
        )
        return Statement(self.words[first:last], reaches, turns)

    def has(self, cue: Cue) -> bool:
        """Whether a cue of this kind stands anywhere in the sentence."""
        return any(reach.cue is cue for reach in self.reaches)


def is_past_form(word: Word) -> bool:
    """Whether it is printed as a past form of a verb, regular or not."""
    text = word.text
    regular = text.endswith("ed") and len(text) > _SHORTEST_PAST
    return regular or (
        text != word.base and text.isalpha() and not text.endswith(("s", "ing", "e", "er", "est")) and text != "am"
    )


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence speaks of, without reading how: the keys of its words and of its names."""

    keys: frozenset[str]
    names: frozenset[str]
    near: bool
    """Whether its subject stands in the sentence before ("He", "Its board")."""
    asks: bool
    """Whether it is a question, which states nothing."""

    def has(self, key: str) -> bool:
        """Whether the sentence itself speaks of it."""
        return key in self.keys or key in self.names


def spoken_of(text: str, tables: StatementWords, language: str) -> Spoken:
    """What the sentence ``text`` speaks of; much quicker than reading it."""
    printed = _WORD.findall(text)
    stop = lexicon(language).counting["stop"]
    keys: set[str] = set()
    names: set[str] = set()
    for index, word in enumerate(printed):
        key = _topic_of(word.lower().replace("’", "'"), stop, tables)
        if key:
            (names if _is_named(index, word) else keys).add(key)
    first = printed[0].lower() if printed else ""
    return Spoken(frozenset(keys), frozenset(names), first in _NEAR_REFERENCES, "?" in printed[-2:])


def read_statement(text: str, offset: int, tables: StatementWords, language: str) -> Statement:
    """The sentence ``text``, which begins at ``offset`` of its article."""
    found = list(_WORD.finditer(text))
    texts = [_plain(match, text) for match in found]
    bases = ["not" if word == "n't" else lemma(word) for word in texts]
    clauses = _clauses(texts, bases, tables)
    reaches = reaches_in(texts, bases, [match.group() for match in found], tables)
    negated, cues = marks(texts, clauses, reaches, tables)
    cue_words = {index for reach in reaches for index in range(reach.first, reach.last)}
    stop = lexicon(language).counting["stop"]
    words = tuple(
        Word(
            texts[index], offset + match.start(), offset + match.end(), bases[index],
            _key_of(texts[index], stop, tables), _topic_of(texts[index], stop, tables),
            clauses[index], negated[index], frozenset(cues[index]),
            index in cue_words, match.group()[0].isupper(), _is_named(index, match.group()),
        )
        for index, match in enumerate(found)
    )  # fmt: skip
    return Statement(words, tuple(reaches), tuple(_turns(bases, tables)))


def _is_named(index: int, word: str) -> bool:
    """Whether a word is printed as a name is, or is a figure: both tell which sentence is meant, not what it says."""
    return word[0].isdigit() or (index > 0 and word[0].isupper())


def _plain(match: re.Match[str], text: str) -> str:
    """A word in lower case; a hyphen between spaces is a dash."""
    word = match.group().lower().replace("’", "'")
    return "—" if word == "-" and text[match.start() - 1 : match.start()].isspace() else word


def _turns(bases: Sequence[str], tables: StatementWords) -> Iterator[Turn]:
    for index, base in enumerate(bases):
        for opposite in tables.opposites.get(base, ()):
            end = index + len(opposite.phrase)
            if tuple(bases[index:end]) == opposite.phrase and _is_turn(base, bases[end : end + 1]):
                yield Turn(opposite, index, end)


def _is_turn(base: str, behind: Sequence[str]) -> bool:
    """Whether "up" and "down" are words of change here: "up 3%", "down from", not "drag down their income"."""
    return base not in ("up", "down") or any(word in _MEASURED or word[0].isdigit() for word in behind)


@lru_cache(maxsize=20_000)
def _key_of(text: str, stop: frozenset[str], tables: StatementWords) -> str:
    """What a word in lower case is compared by; nothing for a word without meaning of its own."""
    if len(text) < _SHORTEST_KEY or not text[0].isalpha() or text in stop:
        return ""
    base = lemma(text)
    if base in tables.empty:
        return ""
    base = tables.synonyms.get(base, base)
    for ending in _NOUN_ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _SHORTEST_ROOT:
            return base[: -len(ending)]
    return base


@lru_cache(maxsize=20_000)
def _topic_of(text: str, stop: frozenset[str], tables: StatementWords) -> str:
    """What a word in lower case is found by; of a figure, its digits."""
    if text[0].isdigit():
        return text
    return topic_of(_key_of(text, stop, tables), tables.topics)


def _clauses(texts: Sequence[str], bases: Sequence[str], tables: StatementWords) -> list[int]:
    """The number of the clause of each word."""
    numbers, clause = [], 0
    for index, word in enumerate(texts):
        perfect = word == "since" and index > 0 and texts[index - 1] in _PERFECT  # "has since fallen"
        joins = word in tables.joins and not perfect and _joins_clauses(index, texts, bases, tables)
        opens = word in tables.breaks or joins
        if word in STOPS or (opens and index) or (index and bases[index - 1] in tables.says):
            clause += 1
        numbers.append(clause)
    return numbers


def _joins_clauses(index: int, texts: Sequence[str], bases: Sequence[str], tables: StatementWords) -> bool:
    """Whether "and" joins two statements: a pronoun or a verb stands close behind it."""
    for word in texts[index + 1 : index + 5]:
        if word in STOPS or word in tables.breaks:
            return False
        if word in tables.pronouns or word in tables.auxiliaries:
            return True
        if word.endswith("ed") and len(word) > 4:
            return True
        if bases and word != lemma(word) and lemma(word) + "e" != word and not word.endswith(("s", "ing", "ly")):
            return True
    return False
