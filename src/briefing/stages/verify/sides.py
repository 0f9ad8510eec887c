"""Who does it to whom: the sides of a verb in a claim and in the sentence of the source that says the same."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.records.findings import Code
from briefing.stages.verify.statement import Beside
from briefing.text.statement_words import Cue, Phrase, StatementWords
from briefing.text.statements import Statement, Word

_KEPT = 4096
"""Sentences that are remembered with the sides of their verbs."""
_WINDOW = 5
_GAP = 9
_POSITIONS = frozenset(("in", "ahead", "clear"))
_SPEAKING = frozenset((Cue.SAID, Cue.KEPT, Cue.CALLED, Cue.DENIED))
_PLACES = frozenset(("home", "narrowly", "heavily", "away"))
_BE = frozenset(("was", "were", "been", "being", "is", "are", "be", "get", "got"))
_LEAST = 0.6
_MODALS = frozenset(("must", "will", "would", "can", "could", "should", "may", "might", "shall"))


class Sides(NamedTuple):
    """What stands on the acting and on the other side of a verb, as keys."""

    verb: Word
    acting: frozenset[str]
    other: frozenset[str]
    names: frozenset[str] = frozenset()
    """Of the acting side, what is printed with a capital."""


def contest(held: Beside) -> tuple[Code, str] | None:
    """The objection that winner and loser have changed places: "A beat B", "B lost to A"."""
    for mine in _contests(held.claim, held.tables):
        for theirs in _contests(held.said, held.tables):
            if (mine.verb.base in _POSITIONS) != (theirs.verb.base in _POSITIONS):
                continue
            if _crossed(mine, theirs) or _lost(mine, theirs) or _replaced(held, mine, theirs):
                return Code.REVERSED, "The article has winner and loser the other way round"
    return None


def _lost(mine: Sides, theirs: Sides) -> bool:
    """Whether the claim's winner is the source's loser, and the other one is only a pronoun."""
    winner_lost = bool(mine.acting & theirs.other) and not mine.acting & theirs.acting
    return winner_lost and (not mine.other or not theirs.acting)


def _replaced(held: Beside, mine: Sides, theirs: Sides) -> bool:
    """Whether another one of the two acts: each side's name stands elsewhere in the other sentence."""
    if mine.verb.base != theirs.verb.base or not mine.acting or not theirs.acting or mine.acting & theirs.acting:
        return False
    return mine.acting <= _all_capitals(held.said) and theirs.acting <= _all_capitals(held.whole)


def _all_capitals(statement: Statement) -> frozenset[str]:
    return frozenset(word.key for word in statement.words if word.capital and word.key)


def swapped(held: Beside) -> tuple[Code, str] | None:
    """The objection that who does it and who it is done to have changed places around the same verb."""
    if held.aligned.share < _LEAST:
        return None
    for mine in _acts(held.claim, held.tables):
        same = [theirs for theirs in _acts(held.said, held.tables) if mine.verb.key == theirs.verb.key]
        if same and all(_crossed(mine, theirs) or _turned_round(mine, theirs) for theirs in same):
            return Code.REVERSED, f"The article has the two sides of {same[0].verb.text!r} the other way round"
    return None


def _turned_round(mine: Sides, theirs: Sides) -> bool:
    """Whether the named one who acts is the one it is done to in the source, and nobody is named to act there."""
    return not theirs.acting and bool(mine.names & theirs.names) and mine.names <= theirs.other


def another_acts(held: Beside) -> tuple[Code, str] | None:
    """The objection that somebody else does it, who is never spoken of together with this one."""
    if held.aligned.share < _LEAST:
        return None
    for mine in _acts(held.claim, held.tables):
        for theirs in _acts(held.said, held.tables):
            if mine.verb.key == theirs.verb.key and _is_another(held, mine, theirs):
                return Code.OTHER_PERSON, f"The article has somebody else {theirs.verb.text!r}"
    return None


def _is_another(held: Beside, mine: Sides, theirs: Sides) -> bool:
    if not mine.names or not theirs.names or not mine.other & theirs.other:
        return False
    cues = {reach.cue for reach in held.said.reaches if held.said.words[reach.first] is theirs.verb}
    if not cues & _SPEAKING or Cue.PLANNED in cues:
        return False  # a capital may act for its country; who says and demands it is held apart
    if mine.names & (held.said.names | held.said.keys) or theirs.names & (held.whole.names | held.whole.keys):
        return False
    known = all(held.source.speaks_of(topic) for topic in mine.names)
    return known and not held.source.together(mine.names, theirs.names)


def _crossed(mine: Sides, theirs: Sides) -> bool:
    """Whether each side stands on the other one of the second, and neither on its own."""
    acting, other = mine.acting - theirs.acting, mine.other - theirs.other
    return bool(acting & (theirs.other - mine.other)) and bool(other & (theirs.acting - mine.acting))


@lru_cache(maxsize=_KEPT)
def _acts(statement: Statement, tables: StatementWords) -> tuple[Sides, ...]:
    """Every verb with its sides; kept, since one sentence of a source is held against many claims."""
    return tuple(_each_act(statement.words, tables))


def _each_act(words: tuple[Word, ...], tables: StatementWords) -> Iterator[Sides]:
    for index, word in enumerate(words):
        if not _is_verb(words, index) or word.base in tables.symmetric:
            continue
        passive = any(other.text in _BE for other in words[max(0, index - 2) : index])
        left = _keys(words[:index][::-1], word.clause)
        by = next((at for at in range(index + 1, min(index + 4, len(words))) if _is_by(words, at)), None)
        if by is None and not passive:
            names = _capitals(words[:index], word.clause)
            yield Sides(word, left, _keys(words[index + 1 :], word.clause), names)
        elif by is not None:
            yield Sides(word, _keys(words[by + 1 :], word.clause), left, _capitals(words[by + 1 :], word.clause))


def _capitals(words: tuple[Word, ...], clause: int) -> frozenset[str]:
    return frozenset(word.topic for word in words if word.clause == clause and word.capital and word.topic)


def _is_verb(words: tuple[Word, ...], index: int) -> bool:
    """A past form, or the base form right behind a modal verb ("must pay")."""
    word = words[index]
    modal = index > 0 and words[index - 1].text in _MODALS and word.text == word.base and bool(word.key)
    return modal or _is_past_verb(word)


def _is_by(words: tuple[Word, ...], index: int) -> bool:
    """Whether "by" names who did it, not by how much."""
    behind = words[index + 1 : index + 2]
    return words[index].text == "by" and bool(behind) and not behind[0].text[0].isdigit()


def _is_past_verb(word: Word) -> bool:
    regular = word.text.endswith("ed") and len(word.text) >= 4
    return regular or (
        word.text != word.base and not word.text.endswith(("s", "ing", "e", "'")) and word.text.isalpha()
    )


def _keys(words: tuple[Word, ...], clause: int) -> frozenset[str]:
    """The first few words of meaning that belong to the clause, and its names."""
    found: list[str] = []
    for word in words:
        if word.clause != clause:
            break
        if word.topic and (len(found) < _WINDOW or word.name):
            found.append(word.topic)
    return frozenset(found)


@lru_cache(maxsize=_KEPT)
def _contests(statement: Statement, tables: StatementWords) -> tuple[Sides, ...]:
    """Every contest with winner and loser; kept as well."""
    return tuple(_each_contest(statement.words, tables))


@cache
def _contest_words(tables: StatementWords) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in (*tables.loser_first, *tables.winner_first)) | tables.alone


def _each_contest(words: tuple[Word, ...], tables: StatementWords) -> Iterator[Sides]:
    first = _contest_words(tables)
    for index, word in enumerate(words):
        if word.base not in first:
            continue
        left = frozenset(other.key for other in words[:index] if other.capital and other.key)
        passive = any(other.text in _BE for other in words[max(0, index - 2) : index])
        end = _end(words, index, tables.loser_first)
        if end and not passive:
            yield Sides(word, _names(words[end:]), left)
            continue
        end = _end(words, index, tables.winner_first)
        if not end and word.base in tables.alone and not passive:
            yield Sides(word, _subject(words, index), frozenset())
        if not end:
            continue
        behind = words[end:]
        if not passive:
            yield Sides(word, left, _names(behind))
        elif any(other.text == "by" for other in behind[:2]):
            yield Sides(word, _names(behind), left)


def _subject(words: tuple[Word, ...], index: int) -> frozenset[str]:
    """The name right before the verb."""
    found: list[str] = []
    for word in reversed(words[max(0, index - _WINDOW) : index]):
        if word.capital and word.key:
            found.append(word.key)
        elif found or word.text in (",", "and"):
            break
    return frozenset(found)


def _names(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.key for word in words[: _GAP + _WINDOW] if word.capital and word.key)


def _end(words: tuple[Word, ...], index: int, phrases: frozenset[Phrase]) -> int:
    """The word behind the longest phrase at ``index``; figures may stand inside it ("lost 2-1 to"). 0: none."""
    return max((_match(words, index, phrase) for phrase in phrases if phrase[0] == words[index].base), default=0)


def _may_stand_inside(word: Word) -> bool:
    """Between "lost" and "to": a score, or "at home"."""
    return not word.key or word.text in _PLACES


def _match(words: tuple[Word, ...], index: int, phrase: Phrase) -> int:
    position = index + 1
    for part in phrase[1:]:
        limit = position + _GAP
        while position < min(limit, len(words)) and words[position].base != part and _may_stand_inside(words[position]):
            position += 1
        if position >= len(words) or words[position].base != part:
            return 0
        position += 1
    return position
