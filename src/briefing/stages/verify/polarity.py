"""Check: a claim says what its source says, not the opposite: "not", rose and fell, won and lost, before, after."""

from collections.abc import Callable
from typing import NamedTuple

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.sides import another_acts, contest, swapped
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.statement import Beside, beside, objection, objections
from briefing.stages.verify.turned import admitted, never
from briefing.text.lemmas import lemma
from briefing.text.statement_match import Paired
from briefing.text.statement_words import Cue
from briefing.text.statements import Statement, Turn, Word

_MOST, _ALIGNED, _EQUAL = 0.4, 0.6, 0.8
_CONTAINED, _SOME = 0.8, 0.4
_NEAR, _COMPARED, _HEADS, _FOLLOWING = 8, 4, 2, 2
_SIDE = 3
_TIMES = frozenset(map(lemma, ("before", "after")))

_NOT_FACT = frozenset((Cue.CALLED, Cue.EXPECTED, Cue.POSSIBLE, Cue.ALLEGED, Cue.CONDITIONAL))


def check_polarity(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """At most one finding: the sentences of the source that speak of the same say the opposite."""
    for held in beside(claim, source):
        for rule in _RULES:
            found = objections(held, rule)
            if found is not None:
                near, (code, what) = found
                message = f"{what} ({source.where(near.aligned.unit.start)})."
                return (objection(CheckName.POLARITY, code, message, claim, source, near, status=Status.CHECK),)
    return _never(claim, source)


def _never(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    if claim.statement is None or source.statements is None:
        return ()
    found = never(claim.statement, source.statements)
    if found is None:
        return ()
    near, code, what = found
    message = f"{what} ({source.where(near.aligned.unit.start)})."
    return (objection(CheckName.POLARITY, code, message, claim, source, near, status=Status.CHECK),)


def _negated(held: Beside) -> tuple[Code, str] | None:
    """What is denied on one side only; where both sides deny something, only if they are all but equal."""
    both = _denies(held.whole) and _denies(held.said)
    contained = held.aligned.reverse >= _CONTAINED and held.aligned.share >= _SOME
    if held.aligned.share < (_EQUAL if both else _ALIGNED) and (both or not contained):
        return None
    mine, theirs = _heads(held.claim), _heads(held.said)
    if not both and (_implies(held) or _crossing(held)):
        return None
    first = _heads(held.claim, 1)
    if both and not mine:
        return None  # what the claim denies, it says in words that carry no meaning by themselves
    for pair in held.paired:
        heads = first if pair.claim.negated else theirs
        if _turned_over(held, pair) and pair.same and pair.claim.key in heads and not pair.name:
            return _denial(held, pair)
    return None


def _implies(held: Beside) -> bool:
    """Whether the side without a "not" has a word that denies by itself, and the other one has not."""
    implied = held.tables.implied
    with_not, without = (held.whole, held.said) if _denies(held.whole) else (held.said, held.whole)
    clauses = {pair.source.clause if without is held.said else pair.claim.clause for pair in held.paired}
    has = {word.base for word in with_not.words}
    return any(word.base in implied - has for word in without.words if word.clause in clauses)


def _crossing(held: Beside) -> bool:
    """Whether both sides have words that are opposites: with a "not" on one side they may say the same."""
    sides = {(turn.opposite.pair, turn.opposite.side) for turn in held.said.turns}
    return any((turn.opposite.pair, turn.opposite.side ^ 1) in sides for turn in held.claim.turns)


def _turned_over(held: Beside, pair: Paired) -> bool:
    """Whether the word is denied on one side, and no "not" stands in its clause on the other."""
    if pair.claim.negated == pair.source.negated:
        return False
    free, word = (held.said, pair.source) if pair.claim.negated else (held.claim, pair.claim)
    return not any(reach.cue is Cue.NEGATED and free.words[reach.first].clause == word.clause for reach in free.reaches)


def _denial(held: Beside, head: Paired) -> tuple[Code, str] | None:
    """The objection, if most of what the clause of the source shares is turned with its head."""
    clause = [pair for pair in held.paired if pair.source.clause == head.source.clause and not pair.name]
    turned = [pair for pair in clause if pair.claim.negated != pair.source.negated]
    if held.weight(pair.source for pair in turned) < _MOST * held.weight(pair.source for pair in clause):
        return None
    if head.source.negated:
        return Code.NEGATED, "The article denies this, and the draft states it"
    if any(pair.source.cues & _NOT_FACT for pair in turned):
        return None  # what was only proposed can be denied
    return Code.NEGATED, "The article states this, and the draft denies it"


def _heads(statement: Statement, count: int = _HEADS) -> frozenset[str]:
    """The first words of meaning behind each "not": what is denied."""
    return frozenset(
        key
        for reach in statement.reaches
        if reach.cue in (Cue.NEGATED, Cue.DENIED, Cue.CONDITIONAL)
        for key in [word.key for word in statement.words[reach.last :] if word.key and not word.name][:count]
    )


def _denies(statement: Statement) -> bool:
    return any(reach.cue in (Cue.NEGATED, Cue.DENIED) for reach in statement.reaches)


def _opposite(held: Beside) -> tuple[Code, str] | None:
    """As in "fell" for "rose", in the clause of the source that shares most with that of the claim."""
    for turn in held.claim.turns:
        if turn.opposite.order or _has(held.whole, turn, turn.opposite.side ^ 1):
            continue
        mine = held.claim.words[turn.first]
        clause = _nearest_clause(held, mine)
        if clause is None or _has(held.said, turn, turn.opposite.side, clause=clause):
            continue
        if _elsewhere(held, mine, clause):
            continue
        theirs = _turned(held.said, turn, turn.opposite.side ^ 1, clause=clause)
        if theirs is not None and mine.negated == theirs.negated:
            return Code.REVERSED, f"The article says {theirs.text!r}, the draft {mine.text!r}"
    return None


def _elsewhere(held: Beside, mine: Word, clause: int) -> bool:
    """Whether the two clauses share too little, or name different subjects before their verbs."""
    own = {word.topic for word in held.claim.words if word.topic and word.clause == mine.clause} - {mine.topic}
    theirs = {word.topic for word in held.said.words if word.clause == clause} & own
    again = {word.clause for word in held.said.words if word.base == mine.base}
    same = max((len(own & {word.topic for word in held.said.words if word.clause == at}) for at in again), default=0)
    if held.source.weight(frozenset(theirs)) < _MOST * held.source.weight(frozenset(own)) or same > len(theirs):
        return True
    before = {word.topic for word in held.claim.words if word.clause == mine.clause and _is_name_before(word, mine)}
    named = {word.topic for word in held.said.words if word.clause == clause and word.capital and word.topic}
    return bool(before and named) and not before & named


def _is_name_before(word: Word, mine: Word) -> bool:
    return bool(word.topic) and word.capital and word.start < mine.start


def _nearest_clause(held: Beside, mine: Word) -> int | None:
    """The clause of the source that shares most with the clause of ``mine``."""
    shared: dict[int, list[Word]] = {}
    for pair in held.paired:
        if pair.claim.clause == mine.clause:
            shared.setdefault(pair.source.clause, []).append(pair.source)
    return max(shared, key=lambda clause: (held.weight(shared[clause]), -clause), default=None)


def _has(statement: Statement, turn: Turn, side: int, *, clause: int | None = None) -> bool:
    return _turned(statement, turn, side, clause=clause) is not None


def _turned(statement: Statement, turn: Turn, side: int, *, clause: int | None = None) -> Word | None:
    """The first word of the statement, or of one clause of it, that is of that side of the pair."""
    for one in statement.turns:
        word = statement.words[one.first]
        same = one.opposite.pair == turn.opposite.pair and one.opposite.side == side
        if same and (clause is None or word.clause == clause):
            return word
    return None


def _order(held: Beside) -> tuple[Code, str] | None:
    """As in "after the vote" for "before the vote": opposite words before the same one."""
    for turn in held.claim.turns:
        if turn.opposite.order and (found := _crossed(held, turn)) is not None:
            return Code.REVERSED, found
    return None


def _crossed(held: Beside, turn: Turn) -> str | None:
    mine = _followed(held.claim, turn)
    others = [one for one in held.said.turns if one.opposite.pair == turn.opposite.pair]
    if _denies(held.claim) != _denies(held.said):
        return None  # "more than half has not" may be "less than half has"
    if (changed := _places_changed(held, turn, others)) is not None:
        return changed
    if not mine.keys or any(
        _followed(held.said, one).keys & mine.keys for one in others if one.opposite.side == turn.opposite.side
    ):
        return None
    for one in others:
        theirs = _followed(held.said, one)
        turned = bool(mine.compared) and bool(theirs.compared) and not mine.compared & theirs.compared
        opposed = one.opposite.side != turn.opposite.side and bool(theirs.keys & mine.keys) and not turned
        if opposed and mine.word.negated == theirs.word.negated:
            return f"The article says {theirs.word.text!r}, the draft {mine.word.text!r}"
    return None


def _places_changed(held: Beside, turn: Turn, others: list[Turn]) -> str | None:
    """As in "stones were thrown before gas was fired" for the other way round; "40 more" for "40 fewer"."""
    mine = _sides_of(held.claim, turn)
    in_time = turn.opposite.phrase[0] in _TIMES
    for one in others:
        theirs = _sides_of(held.said, one)
        opposed = one.opposite.side != turn.opposite.side
        crossed = mine.before & theirs.behind and mine.behind & theirs.before
        straight = mine.before & theirs.before or mine.behind & theirs.behind
        if in_time and not opposed and crossed and not straight:
            return f"The article has the two sides of {held.said.words[one.first].text!r} the other way round"
        if opposed and mine.figure and mine.figure == theirs.figure:
            return (
                f"The article says {held.said.words[one.first].text!r}, the draft {held.claim.words[turn.first].text!r}"
            )
    return None


class _Around(NamedTuple):
    """The words of meaning before and behind a word of order, and a figure right before it."""

    before: frozenset[str]
    behind: frozenset[str]
    figure: str


def _sides_of(statement: Statement, turn: Turn) -> _Around:
    words = statement.words
    before = [word.topic for word in words[: turn.first] if word.topic][-_SIDE:]
    behind = [word.topic for word in words[turn.last :] if word.topic][:_SIDE]
    figure = words[turn.first - 1].text if turn.first else ""
    return _Around(frozenset(before), frozenset(behind), figure if figure[:1].isdigit() else "")


class _Followed(NamedTuple):
    """A word of order, the next words of meaning, and what stands behind a "than" of the clause."""

    word: Word
    keys: frozenset[str]
    compared: frozenset[str]


def _followed(statement: Statement, turn: Turn) -> _Followed:
    word = statement.words[turn.first]
    behind = [other for other in statement.words[turn.last :] if other.clause - word.clause <= 1]
    keys = frozenset([other.key for other in behind[:_NEAR] if other.key][:_FOLLOWING])
    than = next((at for at, other in enumerate(behind) if other.text == "than"), len(behind))
    compared = frozenset(other.key for other in behind[than + 1 : than + _COMPARED] if other.key)
    return _Followed(word, keys, compared)


_RULES: tuple[Callable[[Beside], tuple[Code, str] | None], ...] = (
    _negated,
    admitted,
    contest,
    swapped,
    another_acts,
    _opposite,
    _order,
)
