"""A statement that copies a sentence of its evidence but for a few words: those words must be the sentence's own.

Checks read figures, names, hedges and some verbs; a copy with one word exchanged ("won" for "lost", "has been" for
"will be") differs in the one place that matters. Figures and dates are left to their own checks, and paraphrases are
left alone: how much they say otherwise, no comparison of words can tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.records.spans import MatchKind, Span, evidence_at
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.events import events
from briefing.text.matching import relate
from briefing.text.wording import content_stems, stem

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,:%]*")
_ALIKE = 0.75
"""Share of the statement's words that stand in the sentence, in its order."""
_FEWEST = 6
_MOST_OTHER = 4
_PLAIN = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "of", "in", "on", "at", "to", "from", "by",
    "for", "with", "as", "it", "its", "he", "his", "she", "her", "they", "their", "who", "which", "also", "then",
    "there", "between",
))  # fmt: skip
"""Words that carry no claim by themselves."""
_DONE = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did"))
_OPEN = frozenset((
    "will", "shall", "would", "to", "may", "might", "could", "can", "should", "must", "plans", "plan", "expects",
    "expected", "due",
))  # fmt: skip
"""Auxiliaries of what is, and words of what is to come; one kind in place of the other makes a plan a deed."""
_SILENT = _PLAIN | _DONE | _OPEN


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Copy:
    share: float
    span: Span
    places: Sequence[tuple[Sequence[_Word], Sequence[_Word]]]
    """Where the two differ: the statement's words, and those of the sentence."""


def near_copy(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """A finding for each place where a statement that copies a sentence has another word than it; ``check`` at most."""
    if claim.verbatim or claim.language != "en":
        return ()
    ours = _words(claim.text, claim.span)
    if len(ours) < _FEWEST:
        return ()
    copies = [copy for span in claim.near if (copy := _copied(ours, span, source)) is not None]
    if not copies:
        return ()
    copy = max(copies, key=lambda each: each.share)
    figures = [each.span for each in claim.quantities]
    other = [
        place
        for place in copy.places
        if _differs(*place, claim, source, copy.span, figures) or _other_figure(*place, claim, source)
    ]
    if sum(len(mine) for mine, _ in other) > _MOST_OTHER:
        return ()
    return tuple(_finding(mine, its, copy.span, source) for mine, its in other)


def _copied(ours: Sequence[_Word], span: Span, source: SourceIndex) -> _Copy | None:
    """The statement beside one sentence; ``None`` if too few of its words stand there in its order."""
    theirs = _words(source.text, span)
    matcher = SequenceMatcher(None, [each.key for each in ours], [each.key for each in theirs], autojunk=False)
    share = sum(block.size for block in matcher.get_matching_blocks()) / len(ours)
    if share < _ALIKE:
        return None
    places = [(ours[a:b], theirs[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag in ("replace", "delete")]
    return _Copy(share, span, places)


def _words(text: str, span: Span) -> list[_Word]:
    return [
        _Word(match.group(), _key(match.group()), match.start(), match.end())
        for match in _WORD.finditer(text, span.start, span.end)
    ]


def _key(word: str) -> str:
    bare = word.lower().replace("’", "'").removesuffix("'s")
    return bare.rstrip(".,:")


def _differs(
    mine: Sequence[_Word],
    its: Sequence[_Word],
    claim: Claim,
    source: SourceIndex,
    span: Span,
    figures: Sequence[Span],
) -> bool:
    """Whether the statement's words at a place say something that the sentence does not say there."""
    known = events(claim.language)
    there = {each.key for each in its} | {stem(each.key) for each in its}
    classes = {known.classes.get(each.key) for each in its} - {None}
    around = content_stems(source.text[span.start : span.end], claim.language)
    names_here = any(each.text[:1].isupper() for each in its)

    def same(word: _Word) -> bool:
        if word.key in there or stem(word.key) in there or known.classes.get(word.key) in classes:
            return True
        # Moved, not exchanged; a name that stands in another's place is.
        return stem(word.key) in around and not (word.text[:1].isupper() and names_here)

    told = [word for word in mine if word.key not in _SILENT and not _figure(word, figures)]
    return _turned(mine, its) or not all(map(same, told))


def _other_figure(mine: Sequence[_Word], its: Sequence[_Word], claim: Claim, source: SourceIndex) -> bool:
    """Whether one figure stands where the sentence has one that it has nothing to do with, whatever gives its value."""
    if not mine or not its:
        return False
    here = [each for each in claim.figures if each.span.overlaps(Span(mine[0].start, mine[-1].end))]
    there = source.reading.quantities_in(Span(its[0].start, its[-1].end))
    if len(here) != 1 or len(there) != 1 or here[0].kind is not there[0].kind:
        return False
    return relate(here[0], there[0]) is None


def _figure(word: _Word, figures: Sequence[Span]) -> bool:
    return word.text[0].isdigit() or any(span.start <= word.start < span.end for span in figures)


def _turned(mine: Sequence[_Word], its: Sequence[_Word]) -> bool:
    """Whether what is done stands for what is to come, or the other way round, and nothing else is exchanged."""
    here, there = {each.key for each in mine}, {each.key for each in its}
    if not there or not there <= _DONE | _OPEN | _PLAIN:
        return False
    return bool(here & _OPEN) != bool(there & _OPEN)


def _finding(mine: Sequence[_Word], its: Sequence[_Word], span: Span, source: SourceIndex) -> Finding:
    said = " ".join(each.text for each in mine)
    words = Words(said, mine[0].start, mine[-1].end)
    printed = " ".join(each.text for each in its)
    where = f"the article has {printed!r}" if printed else "the article has nothing"
    message = f"Where the statement has {said!r}, {where} ({source.where(span.start)})."
    evidence = (evidence_at(source.text, span, MatchKind.POINTED),)
    return Finding(CheckName.EVIDENCE, Status.CHECK, Code.ALTERED_QUOTE, message, words, evidence)
