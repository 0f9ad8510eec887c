"""Check: a claim is as certain as its source: what is possible, planned, alleged or said there is no fact here."""

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.statement import Beside, beside, objection, objections, printed
from briefing.stages.verify.voices import other_speaker
from briefing.text.lemmas import lemma
from briefing.text.statement_cues import Reach
from briefing.text.statement_words import Cue
from briefing.text.statements import Statement, Word, is_past_form

_MOST, _ALIGNED, _ALIGNED_PART, _LITTLE = 0.5, 0.45, 0.65, 0.3
_SOFT = frozenset((Cue.POSSIBLE, Cue.EXPECTED))
_AHEAD = frozenset((Cue.PLANNED, Cue.EXPECTED))
_NOT_FACT = frozenset((Cue.POSSIBLE, Cue.EXPECTED, Cue.PLANNED, Cue.CALLED, Cue.CONDITIONAL))
_NOT_SURE = frozenset((Cue.POSSIBLE, Cue.EXPECTED, Cue.CALLED, Cue.CONDITIONAL, Cue.KEPT))
_DECIDED = frozenset((Cue.ORDERED,))
_UNSURE = frozenset((Cue.BESIDE, Cue.POSSIBLE, Cue.NEGATED, Cue.DENIED, Cue.CONDITIONAL))
_ALL = frozenset(map(lemma, ("all", "every", "everyone", "everybody", "whole", "entire")))
_FROM = frozenset(("by", "of", "to", "from"))
_BECAUSE = frozenset(map(lemma, ("because", "owe", "thank")))
_PROVES = frozenset(map(lemma, ("prove", "proof", "demonstrate")))
_REPORTED = frozenset(("reportedly", "allegedly"))
_NOT_FIRM = (_NOT_FACT | {Cue.ALLEGED}) - {Cue.PLANNED}
_MILD = frozenset(("may", "might", "could", "possibly", "perhaps", "reportedly", "allegedly"))
_INTRODUCED = 0.3
_COUNTED, _ALIGNED_SAID = 0.55, 0.6
_NOUN, _BESIDE, _PART, _EQUAL = 4, 6, 2, 0.8
_DENIALS = 3
"""A denial stands in the sentence itself or soon behind it."""
_DENYING = frozenset(map(lemma, ("deny", "dispute", "reject", "denial")))
_SUSPECTED = frozenset((Cue.ALLEGED, Cue.SAID, Cue.KEPT))
_GUILTY = frozenset((Cue.CONVICTED,))
_NEGATIVE = frozenset((Cue.NEGATED, Cue.DENIED))


@dataclass(frozen=True, slots=True)
class _Objection:
    code: Code
    message: str


class _Rule(Protocol):
    """What one rule has against a claim beside a sentence."""

    def __call__(self, held: Beside, source: SourceIndex) -> _Objection | None:
        """The objection, if there is one."""


def check_attribution(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """At most one finding: the claim is more, or less, certain than the sentences of the source that say it."""
    for held in beside(claim, source):
        for rule in _RULES:
            found = objections(held, partial(rule, source=source))
            if found is not None:
                near, said = found
                return (
                    objection(CheckName.ATTRIBUTION, said.code, said.message, claim, source, near, status=Status.CHECK),
                )
    return ()


def _convicted(held: Beside, source: SourceIndex) -> _Objection | None:
    if not _has(held.claim, _GUILTY) or _has(held.whole, _SUSPECTED | _NEGATIVE):
        return None
    if any(_has(statement, _GUILTY) for statement in held.source.all):
        return None
    return _Objection(Code.HEDGE_DROPPED, "The article does not say that anyone was found guilty.")


def _possible(held: Beside, source: SourceIndex) -> _Objection | None:
    return _dropped(held, source, frozenset((Cue.POSSIBLE,)), _SOFT, "calls this possible")


def _planned(held: Beside, source: SourceIndex) -> _Objection | None:
    if not is_past(held.claim) or _has(held.claim, _NEGATIVE):
        return None
    return _dropped(held, source, _AHEAD, _NOT_FACT, "looks ahead to this")


def _called_for(held: Beside, source: SourceIndex) -> _Objection | None:
    if not is_past(held.claim) or _has(held.claim, _NEGATIVE):
        return None
    return _dropped(held, source, frozenset((Cue.CALLED,)), _NOT_FACT, "says that this was asked for")


def _expected(held: Beside, source: SourceIndex) -> _Objection | None:
    if _has(held.claim, _NEGATIVE):
        return None
    return _dropped(held, source, frozenset((Cue.EXPECTED,)), _NOT_SURE, "only expects this")


def _asked_for(held: Beside, source: SourceIndex) -> _Objection | None:
    """As in "an inquiry has been ordered" for "they called for an inquiry"."""
    called = frozenset((Cue.CALLED,))
    if not _has(held.claim, frozenset((Cue.ORDERED,))) or _has(held.whole, called) or _has(held.said, _DECIDED):
        return None
    paired = {pair.source.key for pair in held.paired}
    for reach in held.said.reaches:
        first = [word.key for word in held.said.words[reach.last :] if word.key][:_PART]
        if reach.cue is Cue.CALLED and paired.intersection(first):
            return _worded(held, source, called, Code.HEDGE_CHANGED, "says that this was asked for")
    return None


def _condition(held: Beside, source: SourceIndex) -> _Objection | None:
    conditions = frozenset((Cue.CONDITIONAL,))
    if _has(held.whole, conditions | _SOFT) or is_past(held.claim):
        return None
    reach = held.reach(conditions)
    if reach is None:
        return None
    condition = held.said.words[reach.first].clause
    main = [pair for pair in held.paired if pair.source.clause != condition]
    if held.weight(pair.source for pair in main) < _MOST * held.weight(pair.source for pair in held.paired):
        return None
    return _worded(held, source, conditions, Code.HEDGE_DROPPED, "makes a condition")


def _alleged(held: Beside, source: SourceIndex) -> _Objection | None:
    if _has(held.whole, _SUSPECTED):
        return None
    return _dropped(held, source, frozenset((Cue.ALLEGED,)), _SUSPECTED, "reports this as an allegation")


def _said(held: Beside, source: SourceIndex) -> _Objection | None:
    """An attribution that is gone, where one side speaks or somebody is blamed; what an agency reports may stand."""
    if _keeps_speaker(held) or not _is_contested(held) or (_names_speaker(held) and not _is_denied_here(held)):
        return None
    said = frozenset((Cue.SAID,))
    if held.covered(said) < _MOST or held.aligned.share < _ALIGNED_SAID:
        return None
    return _worded(held, source, said, Code.HEDGE_DROPPED, "gives this as somebody's words")


def _least(held: Beside) -> float:
    return _ALIGNED if held.claim is held.whole else _ALIGNED_PART


def _keeps_speaker(held: Beside) -> bool:
    """Whether the claim reports words, by a cue of its own and not by one that the source has among what is said."""
    under = {word.base for word in held.said.words if Cue.SAID in word.cues and not _is_verb_of_saying(held, word)}
    return any(
        reach.cue is Cue.ALLEGED or (reach.cue in _SUSPECTED and reach.words[0] not in under)
        for reach in held.whole.reaches
    )


def _is_verb_of_saying(held: Beside, word: Word) -> bool:
    return any(
        reach.cue is Cue.SAID
        and held.said.words[reach.first].start <= word.start <= held.said.words[reach.last - 1].start
        for reach in held.said.reaches
    )


def _is_denied_here(held: Beside) -> bool:
    return any(word.base in _DENYING for word in held.said.words)


def _is_contested(held: Beside) -> bool:
    tables = held.tables
    bases = {word.base for word in held.said.words}
    if bases & tables.contested:
        return True
    if any(_speaker_is(held.said, reach, tables.sides) for reach in held.said.reaches):
        return True
    blamed = any(word.base in tables.blame for word in held.claim.words)
    if blamed and any(_speaker_is(held.said, reach, tables.parties) for reach in held.said.reaches):
        return True
    following = held.source.following(held.aligned.position, _DENIALS)
    return any(word.base in _DENYING for statement in following for word in statement.words)


def _names_speaker(held: Beside) -> bool:
    """Whether the claim begins with the one who speaks: "The company plans" for "the company said it planned"."""
    first = {word.key for word in [word for word in held.whole.words if word.key][:_PART]}
    for reach in held.said.reaches:
        if reach.cue is Cue.SAID:
            clause = held.said.words[reach.first].clause
            near = held.said.words[max(0, reach.first - _BESIDE) : reach.first]
            if any(word.key in first for word in near if word.clause == clause and word.key):
                return True
    return False


def _speaker_is(statement: Statement, reach: Reach, parties: frozenset[str]) -> bool:
    """Whether one of ``parties`` stands beside a verb of saying."""
    if reach.cue is not Cue.SAID:
        return False
    near = statement.words[max(0, reach.first - _BESIDE) : reach.last + _BESIDE]
    return any(word.base in parties for word in near)


def _lowered(held: Beside, source: SourceIndex) -> _Objection | None:
    mild = frozenset((Cue.POSSIBLE,))
    modals = {reach.words[0] for reach in held.claim.reaches if reach.cue is Cue.POSSIBLE} & _MILD
    reported = modals <= _REPORTED and _has(held.said, _SUSPECTED)
    if not modals or reported or _has(held.claim, _NEGATIVE) or "only" in {word.text for word in held.claim.words}:
        return None
    if held.covered(_NOT_FIRM) >= _LITTLE:
        return None
    under = [pair for pair in held.paired if pair.claim.cues & mild]
    if held.weight(pair.claim for pair in under) < _MOST * held.weight(pair.claim for pair in held.paired):
        return None
    where = source.where(held.aligned.unit.start)
    return _Objection(Code.HEDGE_CHANGED, f"The article states this as a fact ({where}); the draft does not.")


def _every(held: Beside, source: SourceIndex) -> _Objection | None:
    """As in "all of the volunteers" for "most of the volunteers": both words count the same noun."""
    every, some = frozenset((Cue.EVERY,)), frozenset((Cue.SOME,))
    if _has(held.claim, some) or _has(held.said, every):
        return None
    counted = [keys for reach in held.claim.reaches if reach.cue is Cue.EVERY and (keys := _behind(held.claim, reach))]
    for reach in held.said.reaches:
        if reach.cue is not Cue.SOME:
            continue
        if any(keys & _behind(held.said, reach) for keys in counted) or _counts_all(held, reach):
            return _worded(held, source, some, Code.HEDGE_CHANGED, "speaks of a part")
    return None


def _counts_all(held: Beside, part: Reach) -> bool:
    """Whether the claim says "all" of what a clause of the source, nearly the same, says of a part."""
    if held.aligned.share < _COUNTED or not any(
        reach.cue is Cue.EVERY and reach.words[0] in _ALL for reach in held.claim.reaches
    ):
        return False
    clause = held.said.words[part.first].clause
    shared = [pair.source for pair in held.paired if pair.source.clause == clause]
    return held.weight(shared) >= _MOST * held.weight(pair.source for pair in held.paired)


def _proved(held: Beside, source: SourceIndex) -> _Objection | None:
    """As in "proves that it works" for "suggests that it works"; nothing in the article is called proven."""
    proved = frozenset((Cue.PROVED,))
    mine = [reach for reach in held.claim.reaches if reach.cue is Cue.PROVED and reach.words[0] in _PROVES]
    if not mine or any(held.claim.words[reach.first].negated for reach in mine):
        return None
    for statement in held.source.all:
        if any(reach.cue is Cue.PROVED and not statement.words[reach.first].negated for reach in statement.reaches):
            return None
    if not _has(held.said, proved | _SOFT | _NEGATIVE):
        return None
    where = source.where(held.aligned.unit.start)
    return _Objection(Code.HEDGE_DROPPED, f"The article does not call this proven ({where}); the draft does.")


def _behind(statement: Statement, reach: Reach) -> frozenset[str]:
    return frozenset(word.key for word in statement.words[reach.last : reach.last + _NOUN] if word.key)


def _cause(held: Beside, source: SourceIndex) -> _Objection | None:
    """As in "caused by the holidays" for "coincided with the holidays": what stands before the cause is looked up."""
    other = frozenset((Cue.BESIDE,))
    reach = next((reach for reach in held.claim.reaches if reach.cue is Cue.CAUSE), None)
    if reach is None or _has(held.claim, other):
        return None
    if (unsure := _unsure_cause(held, reach)) is not None:
        return _worded(unsure, source, _UNSURE, Code.HEDGE_CHANGED, "leaves the cause open")
    named = held.claim.part(0, reach.first)
    if len(named.keys) < _PART:
        return None
    for near in held.source.aligned(named):
        said = near.statement
        caused = any(one.cue is Cue.CAUSE and not said.words[one.first].cues & _UNSURE for one in said.reaches)
        if near.share >= _EQUAL and not caused and _has(said, other):
            return _worded(
                Beside(held.whole, named, near, held.source), source, other, Code.HEDGE_CHANGED, "names no cause"
            )
    return None


def _other_speaker(held: Beside, source: SourceIndex) -> _Objection | None:
    found = other_speaker(held)
    if found is None:
        return None
    return _Objection(found[0], f"{found[1]} ({source.where(held.aligned.unit.start)}).")


def _unsure_cause(held: Beside, cause: Reach) -> Beside | None:
    """The sentence that leaves open whether one thing of the claim is the cause, if none states it."""
    words = held.claim.words
    if _has(held.claim, _UNSURE):
        return None
    before = frozenset(word.topic for word in words[: cause.first] if word.topic and not word.name)
    behind = frozenset(word.topic for word in words[cause.last :] if word.topic and not word.name)
    passive = words[cause.last - 1].text in _FROM or cause.words[0] in _BECAUSE
    causes, effects = (behind, before) if passive else (before, behind)
    open_at = None
    for at in sorted({at for topic in causes for at in held.source.places(topic)}):
        said = held.source.statement(at)
        causal = [word for word in said.words if word.base in held.tables.causal]
        if any(_is_open(said, word) for word in causal):
            open_at = at if open_at is None else open_at
        elif effects & said.keys:
            return None
    if open_at is None:
        return None
    return Beside(held.whole, held.claim, held.source.beside(held.claim, open_at), held.source)


def _is_open(said: Statement, word: Word) -> bool:
    """Whether a word of cause is in reach of a cue that leaves it open, or is such a cue."""
    unsure = [reach for reach in said.reaches if reach.cue in _UNSURE]
    return bool(word.cues & _UNSURE) or any(
        reach.first <= said.words.index(word) < reach.last for reach in unsure if reach.cue is Cue.BESIDE
    )


_RULES: tuple[_Rule, ...] = (
    _other_speaker,
    _convicted,
    _alleged,
    _possible,
    _planned,
    _called_for,
    _asked_for,
    _condition,
    _expected,
    _every,
    _proved,
    _cause,
    _lowered,
    _said,
)


def _dropped(
    held: Beside, source: SourceIndex, cues: frozenset[Cue], kept: frozenset[Cue], what: str
) -> _Objection | None:
    """The objection that the claim has none of ``kept`` where most of it stands under ``cues`` in the source."""
    if _has(held.whole, cues | kept) or held.aligned.share < _least(held):
        return None
    introduced = held.introduced(cues)
    one_part = held.aligned.share >= _EQUAL and introduced >= _EQUAL and _has(held.said, cues & _SOFT)
    if introduced < _INTRODUCED or (held.covered(cues) < _MOST and not one_part):
        return None
    return _worded(held, source, cues, Code.HEDGE_DROPPED, what)


def _worded(held: Beside, source: SourceIndex, cues: frozenset[Cue], code: Code, what: str) -> _Objection | None:
    reach = held.reach(cues)
    if reach is None:
        return None
    where = source.where(held.aligned.unit.start)
    words = printed(source.text, held.said, reach)
    return _Objection(code, f"The article {what}: {words!r} ({where}); the draft does not.")


def _has(statement: Statement, cues: frozenset[Cue]) -> bool:
    return any(reach.cue in cues for reach in statement.reaches)


_PAST = frozenset(("was", "were", "had", "did"))
_PERFECT = frozenset(("has", "have", "'ve"))
_SAYING = frozenset(
    map(lemma, ("say", "tell", "claim", "argue", "warn", "add", "insist", "announce", "confirm", "report"))
)
_REACH = 4


def is_past(statement: Statement) -> bool:
    """Whether the claim says that something has happened."""
    words = statement.words
    for index, word in enumerate(words):
        if word.cue and word.base in _SAYING:
            continue
        if word.text in _PAST or is_past_form(word):
            return True
        if word.text in _PERFECT and any(is_past_form(other) for other in words[index + 1 : index + _REACH]):
            return True
    return False
