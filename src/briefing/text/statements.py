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
from briefing.text.statement_words import Cue, Opposite, Phrase, StatementWords, topic_of

_WORD = re.compile(r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_STOPS = frozenset(',;:—–()[].?!"“”')
_MEASURED = frozenset(("from", "by", "to", "on", "at", "about", "almost", "nearly", "sharply", "slightly"))
_STRONG = frozenset(";—–().?!")
_SHORTEST_KEY, _SHORTEST_ROOT = 3, 5
_UNTIL = 10
_SHORTEST_PAST = 4
_PERFECT = frozenset(("has", "have", "had"))
_NOUN_ENDINGS = ("ment", "ation", "ion")
"""So that "deployment" meets "deploy"."""
_NEAR_REFERENCES = frozenset(
    ("he", "she", "it", "they", "his", "her", "its", "their", "this", "these", "both", "neither")
)
_TO_END = frozenset((Cue.NEGATED, Cue.DENIED, Cue.CALLED, Cue.ALLEGED, Cue.PLANNED, Cue.EXPECTED))
_ATTRIBUTES = frozenset((Cue.PLANNED, Cue.EXPECTED, Cue.CALLED, Cue.SAID, Cue.KEPT))
_MODALS = frozenset(("will", "would", "shall", "should", "be", "won't", "'ll"))
"""Cues that reach only what stands behind them; the others reach their whole clause and what it introduces."""


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
class Reach:
    """A cue and the words that it stands on."""

    cue: Cue
    first: int
    last: int
    words: Phrase


@dataclass(frozen=True, slots=True)
class Turn:
    """A word of the sentence that has an opposite."""

    opposite: Opposite
    first: int
    last: int


@dataclass(frozen=True)
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
    reaches = _reaches(texts, bases, [match.group() for match in found], tables)
    negated, cues = _marks(texts, clauses, reaches, tables)
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
        if word in _STOPS or (opens and index) or (index and bases[index - 1] in tables.says):
            clause += 1
        numbers.append(clause)
    return numbers


def _joins_clauses(index: int, texts: Sequence[str], bases: Sequence[str], tables: StatementWords) -> bool:
    """Whether "and" joins two statements: a pronoun or a verb stands close behind it."""
    for word in texts[index + 1 : index + 5]:
        if word in _STOPS or word in tables.breaks:
            return False
        if word in tables.pronouns or word in tables.auxiliaries:
            return True
        if word.endswith("ed") and len(word) > 4:
            return True
        if bases and word != lemma(word) and lemma(word) + "e" != word and not word.endswith(("s", "ing", "ly")):
            return True
    return False


def _reaches(texts: Sequence[str], bases: Sequence[str], printed: Sequence[str], tables: StatementWords) -> list[Reach]:
    """Every cue of the sentence; a word inside a longer phrase is no cue of its own, unless it is a negation."""
    found: list[Reach] = []
    taken = 0
    for index, base in enumerate(bases):
        last = index
        for words, cue in tables.cues.get(base, ()):
            if index < taken and cue is not Cue.NEGATED:
                continue
            end = _matches(words, index, texts, bases, tables)
            if end is None or end < last or _is_name(printed, index, tables):
                continue
            if cue is Cue.NEGATED and _says_nothing(index, bases, tables):
                continue
            if cue is Cue.CONDITIONAL and index and bases[index - 1] in tables.not_conditional:
                continue
            if _is_attribute(index, end, cue, texts, tables):
                continue
            if tuple(bases[end : end + 1]) and (words[0], bases[end]) in tables.not_cues:
                continue
            if words == ("be", "to") and texts[index] not in ("is", "are", "'s", "'re"):
                continue
            found.append(Reach(cue, index, end, words))
            last = end
        taken = max(taken, last)
    return found


def _is_attribute(index: int, end: int, cue: Cue, texts: Sequence[str], tables: StatementWords) -> bool:
    """As in "the promised homes", "without warning", "a plan": a cue word that only describes, or is a thing."""
    if cue not in _ATTRIBUTES or not index or end - index > 1:
        return False
    if cue in (Cue.SAID, Cue.KEPT) and texts[index - 1] == "to":
        return True  # "failed to warn people" reports nobody's words
    behind = texts[end] if end < len(texts) else ""
    return texts[index - 1] in tables.determiners and behind not in ("to", "that")


def _is_name(printed: Sequence[str], index: int, tables: StatementWords) -> bool:
    """Whether a cue word is printed as a name or a month is ("May", "Will"): with a capital inside the sentence."""
    return index > 0 and printed[index][0].isupper() and printed[index].lower() in tables.names


def _matches(
    words: Phrase, index: int, texts: Sequence[str], bases: Sequence[str], tables: StatementWords
) -> int | None:
    """The word behind a phrase that begins at ``index``; an adverb may stand between two of its words."""
    position = index
    for word in words:
        while (
            position > index
            and position < len(bases)
            and bases[position] != word
            and _is_adverb(texts[position], tables)
        ):
            position += 1
        if position >= len(bases) or bases[position] != word:
            return None
        position += 1
    return position


def _is_adverb(word: str, tables: StatementWords) -> bool:
    """Whether it may stand inside a phrase; "is unlikely to" is no "is to"."""
    return word in tables.adverbs or (word.endswith("ly") and len(word) > 4 and word not in tables.cues)


def _says_nothing(index: int, bases: Sequence[str], tables: StatementWords) -> bool:
    """As in "no doubt", "not only", "No 10"."""
    if bases[index] == "no" and index + 1 < len(bases) and (bases[index + 1][0].isdigit() or bases[index + 1] == "."):
        return True
    if bases[index] == "not" and "until" in bases[index : index + _UNTIL]:
        return True  # "not until Friday": on Friday
    return any(
        tuple(bases[start : start + len(words)]) == words
        for words in tables.not_negated
        for start in range(max(0, index - len(words) + 1), index + 1)
    )


def _marks(
    texts: Sequence[str], clauses: Sequence[int], reaches: Sequence[Reach], tables: StatementWords
) -> tuple[list[bool], list[set[Cue]]]:
    """For every word whether it is negated, and the cues that reach it."""
    negated = [False] * len(texts)
    cues: list[set[Cue]] = [set() for _ in texts]
    turned: set[tuple[int, int]] = set()
    for reach in reaches:
        start, end = _plain_reach(texts, clauses, reach, tables)
        if reach.cue is Cue.SAID:
            start, end = _said_reach(texts, clauses, reach)
        if reach.cue is Cue.DENIED and reach.words in tables.backward and _denies_before(texts, reach, tables):
            start, end = _before(texts, reach.first), reach.first
        for index in range(start, end):
            if index in range(reach.first, reach.last):
                continue
            cues[index].add(reach.cue)
        if reach.cue in (Cue.NEGATED, Cue.DENIED) and (reach.first, reach.last) not in turned:
            turned.add((reach.first, reach.last))
            for index in range(start, end):
                if not reach.first <= index < reach.last:
                    negated[index] = not negated[index]
        if reach.words == ("unless",):
            _turn(negated, range(reach.last, end))
    _only_if(texts, clauses, negated)
    return negated, cues


def _denies_before(texts: Sequence[str], reach: Reach, tables: StatementWords) -> bool:
    """As in "plans to close it have been dropped", "a report that ... was false": denied is what stands before."""
    return any(word in tables.denied_nouns for word in texts[_before(texts, reach.first) : reach.first])


def _before(texts: Sequence[str], index: int) -> int:
    """Where what stands before a word begins: behind the last strong stop."""
    return next((at + 1 for at in range(index - 1, -1, -1) if texts[at] in _STRONG), 0)


def _turn(negated: list[bool], places: range) -> None:
    for index in places:
        negated[index] = not negated[index]


def _only_if(texts: Sequence[str], clauses: Sequence[int], negated: list[bool]) -> None:
    """As in "will only sell if": not, unless."""
    if "only" not in texts or "if" not in texts:
        return
    only, condition = texts.index("only"), texts.index("if")
    if only > condition:
        return
    _turn(negated, range(_clause_start(clauses, only), condition))
    end = condition
    while end < len(texts) and clauses[end] == clauses[condition]:
        end += 1
    _turn(negated, range(condition, end))


def _plain_reach(texts: Sequence[str], clauses: Sequence[int], reach: Reach, tables: StatementWords) -> tuple[int, int]:
    """The words that a cue reaches: its clause, what stands behind it, or only the noun that it describes."""
    before = texts[reach.first - 1] if reach.first else ""
    if before in tables.determiners and reach.last - reach.first == 1 and texts[reach.first].endswith(("ed", "ing")):
        return reach.last, min(reach.last + 2, len(texts))  # "the promised homes"
    whole = texts[reach.first].endswith("ly") or reach.words[0] in _MODALS
    to_end = reach.cue in _TO_END and not whole
    start = reach.last if to_end else _clause_start(clauses, reach.first)
    return start, _reach_end(texts, clauses, reach, tables)


def _clause_start(clauses: Sequence[int], index: int) -> int:
    start = index
    while start > 0 and clauses[start - 1] == clauses[index]:
        start -= 1
    return start


def _reach_end(texts: Sequence[str], clauses: Sequence[int], reach: Reach, tables: StatementWords) -> int:
    """The end of the clause, and of the one that "that" or "whether" opens right behind it."""
    end = reach.last
    clause = clauses[reach.last - 1]
    while end < len(texts):
        if clauses[end] != clause:
            if texts[end] not in tables.crossed:
                break
            clause = clauses[end]
        end += 1
    return end


def _said_reach(texts: Sequence[str], clauses: Sequence[int], reach: Reach) -> tuple[int, int]:
    """All behind a verb of saying; what stands before it too, where it closes the sentence or stands between commas."""
    before = _clause_start(clauses, reach.first)
    opened = before > 0 and texts[before] in (",", "”", '"')
    behind = reach.last
    closes = behind >= len(texts) or texts[behind] in _STOPS or texts[behind] in ("on", "in", "at")
    adverb = reach.words[0] in ("reportedly", "allegedly", "alleged")
    start = 0 if (opened and closes) or adverb or (reach.words[0] == "accord") else reach.last
    return start, len(texts)
