"""A claim's own verbs, wherever the source has them: always denied there, or said to be denied."""

from collections.abc import Iterator

from briefing.records.findings import Code
from briefing.stages.verify.statement import Beside
from briefing.text.lemmas import lemma
from briefing.text.statement_match import Aligned, SourceStatements
from briefing.text.statement_words import Cue, StatementWords
from briefing.text.statements import Statement, Word, is_past_form

_FEW = 4
_SHARED, _ALIGNED = 0.45, 0.4
_BACK = 3
_FOLLOWING = 3
_SOFT = frozenset((Cue.POSSIBLE, Cue.CONDITIONAL, Cue.CALLED, Cue.EXPECTED, Cue.DENIED, Cue.NEGATED))
_DENYING = frozenset(map(lemma, ("deny", "dispute", "reject", "denial")))
_PARTICLES = frozenset(("out", "up", "down", "off", "away", "back", "over"))


def never(whole: Statement, source: SourceStatements) -> tuple[Beside, Code, str] | None:
    """The objection that the source has what the claim says to have happened only with a "not"."""
    for index, word in enumerate(whole.words):
        if not _is_stated(whole, index, source.tables):
            continue
        places = source.places(word.topic)
        if not 1 <= len(places) <= _FEW:
            continue
        same = [(at, other) for at in places for other in _same(whole.words, index, source.statement(at))]
        if not same or not all(other.negated for _, other in same):
            continue
        for at, _ in same:
            found = source.beside(whole, at)
            if _is_about(whole, word, found, source):
                return (
                    Beside(whole, whole, found, source),
                    Code.NEGATED,
                    "The article denies this, and the draft states it",
                )
    return None


def _is_stated(whole: Statement, index: int, tables: StatementWords) -> bool:
    """Whether the word is a verb of the claim that says what has happened."""
    word = whole.words[index]
    if not word.key or word.name or word.negated or word.cues & _SOFT:
        return False
    denied = (reach for reach in whole.reaches if reach.cue in (Cue.NEGATED, Cue.DENIED))
    return is_past_form(word) and all(whole.words[reach.first].clause != word.clause for reach in denied)


def _same(words: tuple[Word, ...], index: int, said: Statement) -> Iterator[Word]:
    """The words of a sentence that are the same verb, with the same "out" or "up" behind it."""
    particle = _particle(words, index)
    for at, other in enumerate(said.words):
        if (
            other.key == words[index].key
            and _is_verb(other)
            and (not particle or _particle(said.words, at) == particle)
        ):
            yield other


def _particle(words: tuple[Word, ...], index: int) -> str:
    """Also behind a pronoun: "rule it out"."""
    return next((word.text for word in words[index + 1 : index + 3] if word.text in _PARTICLES), "")


def _is_verb(word: Word) -> bool:
    """Not a noun made of it ("statement")."""
    return not word.text.removesuffix("s").endswith(("ment", "ion"))


def _is_about(whole: Statement, word: Word, found: Aligned, source: SourceStatements) -> bool:
    others = (whole.keys | whole.names) - {word.topic}
    spoken = found.statement.keys | found.statement.names
    if source.is_near(found.position) and found.position:
        before = source.following(max(0, found.position - _BACK), min(_BACK, found.position))
        return any(others & (spoken | one.keys | one.names) for one in before)
    return found.share >= _SHARED and bool(others & spoken)


def admitted(held: Beside) -> tuple[Code, str] | None:
    """The objection that the claim has somebody admit, or confirm, what the source has denied."""
    tables = held.tables
    said = [word for word in held.claim.words if word.base in tables.admits and not word.negated]
    if not said or held.aligned.share < _ALIGNED:
        return None
    for word in said:
        for at in held.source.places(word.topic):
            if any(other.base in tables.admits and not other.negated for other in held.source.statement(at).words):
                return None
    following = held.source.following(held.aligned.position, _FOLLOWING)
    if any(word.base in _DENYING for statement in following for word in statement.words):
        return Code.NEGATED, "The article has this denied, and the draft admitted"
    return None
