"""Who says what a sentence reports: the words that stand beside its verbs of saying."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.text.statement_cues import Reach
from briefing.text.statement_words import Cue, StatementWords
from briefing.text.statements import Statement, Word

_BEFORE_NAME = frozenset(("to", "of", "by"))
_STRONG = frozenset(";—–().?!")
_MARKS = frozenset('"“”,')
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Sayer:
    """One who speaks, by the topics of the words for him; none for a pronoun."""

    who: frozenset[str]
    names: frozenset[str]
    """Those of them that are printed as names."""
    first: int
    last: int
    """The words of the sentence that name him, the verb among them."""


def sayers(statement: Statement, tables: StatementWords) -> tuple[Sayer, ...]:
    """Every one who speaks in a sentence, in order of the verbs of saying."""
    return tuple(_sayers(statement, tables))


def _sayers(statement: Statement, tables: StatementWords) -> Iterator[Sayer]:
    words, last = statement.words, None
    for reach in statement.reaches:
        if reach.cue is not Cue.SAID or reach.words == ("reportedly",):
            continue
        last = _sayer(words, reach, last, tables)
        yield last


def _sayer(words: Sequence[Word], reach: Reach, last: Sayer | None, tables: StatementWords) -> Sayer:
    if reach.words[-1] in _BEFORE_NAME:
        return _behind(words, reach)
    start = _start(words, reach.first)
    before = words[start : reach.first]
    if any(word.topic or word.text in tables.pronouns for word in before):
        return _sayer_of(words, start, reach.first, reach)
    if before and last is not None:
        return last  # "the front said ... and accused"
    if _is_inverted(words, reach.last, tables):
        return _behind(words, reach)
    return _sayer_of(words, _sentence(words, reach.first), reach.first, reach)  # "Ann Lee, a doctor, said"


def _is_inverted(words: Sequence[Word], index: int, tables: StatementWords) -> bool:
    """As in "said the minister": a name or a noun without a verb behind it."""
    if index >= len(words) or not _names(words[index], tables):
        return False
    for word in words[index : index + _LONGEST]:
        if word.text in _STRONG | _MARKS:
            return True
        if word.text in tables.auxiliaries or (word.text != word.base and word.text.endswith("ed")):
            return False
    return index + _LONGEST >= len(words)


def _sayer_of(words: Sequence[Word], start: int, end: int, reach: Reach) -> Sayer:
    return Sayer(
        _topics(words[start:end]),
        _topics([word for word in words[start:end] if word.name]),
        min(start, reach.first),
        max(end, reach.last),
    )


def _behind(words: Sequence[Word], reach: Reach) -> Sayer:
    """As in "according to the mayor", "said Ann Lee"."""
    end = reach.last
    while end < len(words) and end - reach.last < _LONGEST and words[end].text not in _STRONG | _MARKS:
        end += 1
    return _sayer_of(words, reach.last, end, reach)


def _start(words: Sequence[Word], index: int) -> int:
    start = index
    while (
        start > 0 and words[start - 1].text not in _STRONG | _MARKS and words[start - 1].clause == words[index].clause
    ):
        start -= 1
    return start


def _sentence(words: Sequence[Word], index: int) -> int:
    return next((at + 1 for at in range(index - 1, -1, -1) if words[at].text in _STRONG), 0)


def _names(word: Word, tables: StatementWords) -> bool:
    return word.capital or word.text in tables.determiners


def _topics(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.topic for word in words if word.topic)
