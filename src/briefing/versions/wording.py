"""Words that turn a sentence round, or make it less sure, and came or went while the sentence stayed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.records.comparison import Change, ChangeKind, Passage, Subject
from briefing.records.spans import Span
from briefing.text.critical import is_negation
from briefing.text.lemmas import lemma
from briefing.text.statement_words import Cue, statement_words
from briefing.versions.pairs import Gap
from briefing.versions.version import Token, Version

_REACH = 3
"""Words shown on both sides."""
_EDIT = 3
"""Words of a gap up to which it is an edit of the sentence; more are a clause of their own."""
_TURNS = {
    Cue.NEGATED: "negation",
    Cue.DENIED: "negation",
    Cue.POSSIBLE: "doubt",
    Cue.ALLEGED: "doubt",
    Cue.CONDITIONAL: "doubt",
    Cue.PLANNED: "plan",
    Cue.EXPECTED: "plan",
}


def wording_changes(gaps: Sequence[Gap], old: Version, new: Version, quoted: Sequence[Span]) -> Iterator[Change]:
    """One change for each gap between two sentences that meet in which such words came, went or are others.

    ``quoted`` are the quotations of the new version: their words are compared as quotations.
    """
    for gap in gaps:
        if max(len(gap.old), len(gap.new)) > _EDIT:
            continue
        before, now = _turning(gap.old, old), _turning(gap.new, new)
        if Counter(before.values()) == Counter(now.values()) or _inside(gap.new or gap.beside[1:], quoted):
            continue
        there = old.around(_span(tuple(before) or gap.old or gap.beside[:1]), _REACH)
        here = new.around(_span(tuple(now) or gap.new or gap.beside[1:]), _REACH)
        yield _change(tuple(before), tuple(now), there, here)


def _turning(tokens: Sequence[Token], version: Version) -> dict[Token, str]:
    """The words of a gap that turn their sentence, each with what it does; a figure has its own hedge."""
    language = version.article.language
    turns = {token: turn(token.text, language) for token in tokens if token.figure is None}
    return {token: name for token, name in turns.items() if name is not None}


def _change(before: Sequence[Token], now: Sequence[Token], there: Passage, here: Passage) -> Change:
    was, words = (" ".join(token.text for token in side) for side in (before, now))
    if before and now:
        kind, became = ChangeKind.CHANGED, f"{was!r} became {words!r}"
    elif now:
        kind, became = ChangeKind.ADDED, f"{words!r} was put in"
    else:
        kind, became = ChangeKind.GONE, f"{was!r} was left out"
    message = f"{became} ({here.where}): {here.text!r}."
    return Change(kind, Subject.WORDING, there, here, message, note=became)


def turn(word: str, language: str) -> str | None:
    """What a folded word does to its sentence: "negation", "doubt" or "plan"; ``None`` for nearly every word.

    A language without tables has its negations.
    """
    if is_negation(word):
        return "negation"
    tables = statement_words(language)
    if tables is None:
        return None
    base = lemma(word)
    cues = {cue for phrase, cue in tables.cues.get(base, ()) if phrase == (base,)}
    return next((name for cue, name in _TURNS.items() if cue in cues), None)


def _inside(tokens: Sequence[Token], quoted: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for token in tokens for span in quoted)


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].start, tokens[-1].end)
