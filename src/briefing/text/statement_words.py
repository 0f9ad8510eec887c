"""The words that decide how a statement is meant, loaded once: cues as phrases of base forms, opposites, synonyms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from briefing.text.lemmas import lemma

STOPS = frozenset(',;:—–()[].?!"“”')
"""Marks that end a clause."""
_TOPIC = 7
"""So many letters of a word hold for its relatives: "investigators" found by "investigation"."""


class Cue(StrEnum):
    """How the words in reach of a cue are meant."""

    NEGATED = "negated"
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"
    EXPECTED = "expected"
    CALLED = "called for"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"
    CONVICTED = "convicted"
    ORDERED = "ordered"
    PROVED = "proved"
    EVERY = "every"
    SOME = "some"
    CAUSE = "cause"
    BESIDE = "beside"
    SAID = "said"
    KEPT = "kept"


Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """One side of a pair of opposites that a phrase belongs to."""

    phrase: Phrase
    pair: int
    side: int
    """0 or 1; the other side of the same pair says the opposite."""
    order: bool
    """Whether it binds what follows ("before the vote") instead of its clause ("rose")."""


@dataclass(frozen=True, slots=True, eq=False)
class StatementWords:
    """The tables of one language; every phrase is a tuple of base forms."""

    cues: Mapping[str, tuple[tuple[Phrase, Cue], ...]]
    """By the first word of a phrase, the longest phrases first."""
    not_negated: frozenset[Phrase]
    implied: frozenset[str]
    """Words that deny something without a "not"."""
    backward: frozenset[Phrase]
    """Phrases that deny what stands before them, if one of ``denied_nouns`` does."""
    denied_nouns: frozenset[str]
    not_cues: frozenset[Phrase]
    """First words of a cue with a word behind it that makes it none."""
    causal: frozenset[str]
    """Words of cause: where one of them is left open, no cause is stated."""
    admits: frozenset[str]
    generic: frozenset[str]
    """Topics of speakers who may be anybody."""
    opposites: Mapping[str, tuple[Opposite, ...]]
    """By the first word of a phrase, the longest phrases first."""
    contested: frozenset[str]
    sides: frozenset[str]
    parties: frozenset[str]
    blame: frozenset[str]
    not_conditional: frozenset[str]
    symmetric: frozenset[str]
    alone: frozenset[str]
    winner_first: frozenset[Phrase]
    loser_first: frozenset[Phrase]
    names: frozenset[str]
    breaks: frozenset[str]
    crossed: frozenset[str]
    joins: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    says: frozenset[str]
    """Single verbs of saying: behind one, another statement begins."""
    empty: frozenset[str]
    synonyms: Mapping[str, str]
    topics: Mapping[str, str]
    """For the key of a word with an opposite, one key that both have."""


def phrase(words: str) -> Phrase:
    """A phrase of the tables by its base forms."""
    return tuple(lemma(word) for word in words.split())


def topic_of(key: str, topics: Mapping[str, str]) -> str:
    """What a word with that key is found by."""
    return topics.get(key, key)[:_TOPIC]


def _phrases(listed: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(map(phrase, listed))


@cache
def statement_words(language: str) -> StatementWords | None:
    """The tables of ``language``; ``None`` for a language without them: its statements are not compared."""
    import tomllib

    file = resources.files("briefing.text") / "data" / f"statements.{language}.toml"
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text("utf-8"))
    clauses = data["clauses"]
    synonyms = {lemma(word): lemma(words[0]) for words in data["synonyms"]["sets"] for word in words}
    topics = _topics([*data["opposites"]["pairs"], *([one] for one in data["relatives"]["sets"])], synonyms)
    return StatementWords(
        cues=_cues(data),
        not_negated=_phrases(data["negation"]["not_negated"]),
        backward=_phrases(data["negation"]["backward"]),
        denied_nouns=frozenset(data["negation"]["denied_nouns"]),
        not_cues=_phrases(data["modality"]["not_cues"]),
        causal=_bases(data["cause"]["words"]),
        admits=_bases(data["attribution"]["admits"]),
        generic=frozenset(
            topic_of(synonyms.get(base, base), topics) for base in _bases(data["attribution"]["generic"])
        ),
        implied=_bases(data["negation"]["implied"]),
        opposites=_opposites(data["opposites"]["pairs"], data["opposites"]["before"]),
        contested=_bases(data["contested"]["verbs"]),
        sides=_bases(data["contested"]["sides"]),
        parties=_bases(data["contested"]["parties"]),
        blame=_bases(data["contested"]["blame"]),
        not_conditional=_bases(data["modality"]["not_conditional"]),
        symmetric=_bases(data["order"]["symmetric"]),
        alone=_bases(data["contests"]["alone"]),
        winner_first=_phrases(data["contests"]["winner_first"]),
        loser_first=_phrases(data["contests"]["loser_first"]),
        names=frozenset(clauses["names"]),
        breaks=frozenset(clauses["breaks"]),
        crossed=frozenset(clauses["crossed"]),
        joins=frozenset(clauses["joins"]),
        pronouns=frozenset(clauses["pronouns"]),
        auxiliaries=frozenset(clauses["auxiliaries"]),
        adverbs=frozenset(clauses["adverbs"]),
        determiners=frozenset(clauses["determiners"]),
        says=_bases(clauses["introduces"]),
        empty=frozenset(lemma(word) for word in data["empty"]["words"]),
        synonyms=synonyms,
        topics=topics,
    )


def _bases(listed: Iterable[str]) -> frozenset[str]:
    """The first word of each."""
    return frozenset(words[0] for words in _phrases(listed))


def _topics(pairs: list[list[list[str]]], synonyms: Mapping[str, str]) -> dict[str, str]:
    """Of each single word of a pair, or of relatives, the first word of it; a word of several of them joins them."""
    found: dict[str, str] = {}
    for sides in pairs:
        words = [synonyms.get(lemma(word), lemma(word)) for side in sides for word in side if " " not in word]
        head = next((found[word] for word in words if word in found), words[0])
        for word in words:
            found.setdefault(word, head)
    return found


def _opposites(pairs: list[list[list[str]]], order: list[list[list[str]]]) -> dict[str, tuple[Opposite, ...]]:
    by_first: dict[str, list[Opposite]] = {}
    for number, sides in enumerate((*pairs, *order)):
        for side, phrases in enumerate(sides):
            for words in sorted(_phrases(phrases)):
                found = Opposite(words, number, side, order=number >= len(pairs))
                by_first.setdefault(words[0], []).append(found)
    return {first: tuple(sorted(found, key=lambda one: -len(one.phrase))) for first, found in by_first.items()}


def _cues(data: dict[str, dict[str, list[str]]]) -> dict[str, tuple[tuple[Phrase, Cue], ...]]:
    listed = (
        (Cue.NEGATED, data["negation"]["words"]),
        (Cue.DENIED, [*data["negation"]["verbs"], *data["negation"]["backward"]]),
        (Cue.POSSIBLE, data["modality"]["possible"]),
        (Cue.PLANNED, data["modality"]["planned"]),
        (Cue.EXPECTED, data["modality"]["expected"]),
        (Cue.CALLED, data["modality"]["called"]),
        (Cue.ALLEGED, data["modality"]["alleged"]),
        (Cue.CONDITIONAL, data["modality"]["conditional"]),
        (Cue.CONVICTED, data["settled"]["convicted"]),
        (Cue.ORDERED, data["settled"]["ordered"]),
        (Cue.PROVED, data["settled"]["proved"]),
        (Cue.EVERY, data["quantifier"]["every"]),
        (Cue.SOME, data["quantifier"]["some"]),
        (Cue.CAUSE, data["cause"]["cause"]),
        (Cue.BESIDE, data["cause"]["beside"]),
        (Cue.SAID, data["attribution"]["said"]),
        (Cue.KEPT, data["attribution"]["kept"]),
    )
    by_first: dict[str, set[tuple[Phrase, Cue]]] = {}
    for cue, phrases in listed:
        for words in _phrases(phrases):
            by_first.setdefault(words[0], set()).add((words, cue))
    return {first: tuple(sorted(found, key=lambda one: (-len(one[0]), one))) for first, found in by_first.items()}
