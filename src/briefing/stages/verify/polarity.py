"""Check: a claim says what its source says, not the opposite: "not", rose and fell, won and lost, before, after."""

from collections.abc import Callable, Sequence

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.sides import contest, swapped
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.statement import Beside, beside, objection, objections
from briefing.text.statement_match import Paired
from briefing.text.statement_words import Cue, Phrase
from briefing.text.statements import Statement, Word

_MOST, _CLOSE, _ALIGNED, _EQUAL = 0.6, 0.5, 0.6, 0.8
_CONTAINED, _SOME = 0.8, 0.4
_NEAR, _COMPARED = 8, 4
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
    return ()


def _negated(held: Beside) -> tuple[Code, str] | None:
    """A clause denied on one side only; where both sides deny something, only if they are all but equal."""
    both = _denies(held.whole) and _denies(held.said)
    near = max(held.aligned.share, held.aligned.reverse * _CONTAINED)
    if near < (_EQUAL if both else _ALIGNED) or held.aligned.share < _SOME:
        return None
    for clause in dict.fromkeys(word.clause for word in held.claim.words):
        words = [
            word for word in held.claim.words if word.clause == clause and word.key and not word.cue and not word.name
        ]
        paired = _in_one_clause(held, [pair for pair in held.paired if pair.claim.clause == clause and not pair.name])
        whole = held.weight(pair.claim for pair in paired)
        if not paired or whole < _CLOSE * held.weight(words):
            continue
        turned = [pair for pair in paired if pair.claim.negated != pair.source.negated]
        if turned and held.weight(pair.claim for pair in turned) >= _MOST * whole:
            if not turned[0].source.negated and all(pair.source.cues & _NOT_FACT for pair in turned):
                continue  # what was only proposed can be denied
            if turned[0].source.negated:
                return Code.NEGATED, "The article denies this, and the draft states it"
            return Code.NEGATED, "The article states this, and the draft denies it"
    return None


def _in_one_clause(held: Beside, paired: Sequence[Paired]) -> list[Paired]:
    """Those of the pairs that stand in the clause of the source which has most of them."""
    by_clause: dict[int, list[Paired]] = {}
    for pair in paired:
        by_clause.setdefault(pair.source.clause, []).append(pair)
    return max(by_clause.values(), key=lambda found: held.weight(pair.claim for pair in found), default=[])


def _denies(statement: Statement) -> bool:
    return any(reach.cue in (Cue.NEGATED, Cue.DENIED) for reach in statement.reaches)


def _opposite(held: Beside) -> tuple[Code, str] | None:
    for opposite in held.tables.pairs:
        for one, other in ((opposite.one, opposite.other), (opposite.other, opposite.one)):
            mine = _first(held.claim, one)
            if mine is None or _first(held.claim, other):
                continue
            theirs = _in_nearest_clause(held, mine, one, other)
            if theirs is not None and mine.negated == theirs.negated:
                return Code.REVERSED, f"The article says {theirs.text!r}, the draft {mine.text!r}"
    return None


def _in_nearest_clause(held: Beside, mine: Word, one: frozenset[Phrase], other: frozenset[Phrase]) -> Word | None:
    """The opposite word in the clause of the source that shares most with that of ``mine``, if it has only that one."""
    shared: dict[int, float] = {}
    for pair in held.paired:
        if pair.claim.clause == mine.clause:
            shared[pair.source.clause] = shared.get(pair.source.clause, 0.0) + held.weight((pair.source,))
    if not shared:
        return None
    nearest = max(shared, key=lambda clause: (shared[clause], -clause))
    words = tuple(word for word in held.said.words if word.clause == nearest)
    clause = Statement(words, ())
    return None if _first(clause, one) else _first(clause, other)


def _order(held: Beside) -> tuple[Code, str] | None:
    for opposite in held.tables.before:
        for one, other in ((opposite.one, opposite.other), (opposite.other, opposite.one)):
            found = _crossed(held, one, other)
            if found is not None:
                return Code.REVERSED, found
    return None


def _crossed(held: Beside, one: frozenset[Phrase], other: frozenset[Phrase]) -> str | None:
    """As in "after the vote" for "before the vote": opposite words before the same one."""
    theirs = _followers(held.said, other)
    same = {key for _, key, _ in _followers(held.said, one)}
    for word, key, compared in _followers(held.claim, one):
        for opposed, following, against in theirs:
            turned = bool(compared) and bool(against) and not compared & against
            if key == following and key not in same and word.negated == opposed.negated and not turned:
                return f"The article says {opposed.text!r}, the draft {word.text!r}"
    return None


def _followers(statement: Statement, phrases: frozenset[Phrase]) -> list[tuple[Word, str, frozenset[str]]]:
    """Each place of these phrases, the next word of meaning, and what stands behind a "than" of the clause."""
    found = []
    words = statement.words
    for index, word in enumerate(words):
        size = _size(statement, index, phrases)
        behind = [other for other in words[index + size :] if other.clause - word.clause <= 1] if size else []
        key = next((other.key for other in behind[:_NEAR] if other.key), "")
        if key:
            than = next((at for at, other in enumerate(behind) if other.text == "than"), len(behind))
            compared = frozenset(other.key for other in behind[than + 1 : than + _COMPARED] if other.key)
            found.append((word, key, compared))
    return found


def _first(statement: Statement, phrases: frozenset[Phrase]) -> Word | None:
    return next((word for index, word in enumerate(statement.words) if _size(statement, index, phrases)), None)


def _size(statement: Statement, index: int, phrases: frozenset[Phrase]) -> int:
    words = statement.words
    return max(
        (
            len(phrase)
            for phrase in phrases
            if words[index].base == phrase[0]
            and tuple(word.base for word in words[index : index + len(phrase)]) == phrase
        ),
        default=0,
    )


_RULES: tuple[Callable[[Beside], tuple[Code, str] | None], ...] = (_negated, contest, swapped, _opposite, _order)
