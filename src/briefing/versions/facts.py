"""Which facts of a briefing still stand in the new version: evidence found again, statements verified anew."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.errors import SourceMismatchError
from briefing.records.article import Article
from briefing.records.briefing import Briefing, Fact
from briefing.records.checked import CheckedFact
from briefing.records.comparison import Change, ChangeKind, Comparison, Currency, FactCurrency
from briefing.records.draft import Draft
from briefing.records.findings import Code
from briefing.records.spans import Evidence, MatchKind, Span, evidence_at
from briefing.stages.ground import ground
from briefing.stages.verify.stage import verify
from briefing.text.fold import fold
from briefing.text.quotes import find_quote, find_words
from briefing.versions.comparison import Versions
from briefing.versions.version import Line, Version
from briefing.versions.wording import turn
from briefing.versions.words import Words, differences, words_of

_MOST_DIFFERENCES = 6


@dataclass(frozen=True, slots=True)
class _Anchored:
    """One fact's evidence in the new version. ``kept`` says that all of it stands word for word."""

    now: tuple[Evidence, ...]
    kept: bool
    around: str = ""
    """How the sentence of evidence that stands word for word differs elsewhere, in words."""
    turned: bool = False
    """Whether that difference has a word that turns a sentence round or makes it less sure."""


def same_source(briefing: Briefing, old: Article, new: Article) -> None:
    """Raises ``SourceMismatchError`` unless the briefing was made from ``old``."""
    made_from = briefing.source.sha256
    if made_from == old.sha256:
        return
    if made_from == new.sha256:
        raise SourceMismatchError(
            "the briefing was made from the new version: give the version that was briefed first, the other one second"
        )
    raise SourceMismatchError(
        f"the briefing was made from a text with sha256 {made_from[:12]!r}, the old version has {old.sha256[:12]!r}: "
        "give the version that was briefed as the old one, or brief this one with 'briefing summarize'"
    )


def fact_currency(briefing: Briefing, versions: Versions, comparison: Comparison) -> tuple[FactCurrency, ...]:
    """Every fact of the briefing in its order, held against the new version."""
    anchored = [_anchored(fact, versions) for fact in briefing.facts]
    checked = _checked_anew(briefing, [each.now for each in anchored], versions.new)
    before: Sequence[CheckedFact] = ()
    found: list[FactCurrency] = []
    for number, fact in enumerate(briefing.facts):
        here, verdict = anchored[number], checked[number]
        failing = fact.status.passed and not verdict.status.passed
        if failing and here.kept:
            # Only what passes today against the old version can have become stale by the text.
            before = before or _checked_anew(briefing, [each.evidence for each in briefing.facts], versions.old)
            failing = before[number].status.passed
        found.append(_judged(fact, here, verdict, _inside(fact, comparison), failing=failing))
    moved = _out_of_order([fact for fact in found if fact.currency is Currency.CURRENT])
    return tuple(_moved(fact, versions.new) if fact.fact_id in moved else fact for fact in found)


def _anchored(fact: Fact, versions: Versions) -> _Anchored:
    """Where the fact's evidence stands now, or the sentences that took its place."""
    now: list[Evidence] = []
    kept, around, turned = bool(fact.evidence), "", False
    for evidence in fact.evidence:
        partners = _partners(evidence.span, versions)
        again = _again(evidence, versions, partners)
        if again is None:
            kept = False
            text = versions.new.text
            now.extend(evidence_at(text, line.unit.span, MatchKind.FUZZY) for line in partners)
        else:
            now.append(again)
            told, turns = _around(evidence, again, versions)
            around, turned = around or told, turned or turns
    return _Anchored(tuple(dict.fromkeys(now)), kept, around, turned)


def _around(evidence: Evidence, again: Evidence, versions: Versions) -> tuple[str, bool]:
    """How the sentences around the same words differ, and whether by a word that turns them."""
    was, now = (_sentence(version, each.span) for version, each in ((versions.old, evidence), (versions.new, again)))
    if not set(was.keys).symmetric_difference(now.keys):
        return "", False
    language = versions.old.article.language
    turns = any(turn(word, language) for word in set(was.keys).symmetric_difference(now.keys))
    return "; ".join(list(differences(was, now))[:_MOST_DIFFERENCES]), turns


def _sentence(version: Version, span: Span) -> Words:
    """The words of the sentences that a span touches."""
    touched = [line.unit for line in version.lines if line.unit.span.overlaps(span)]
    return words_of(version.text[touched[0].start : touched[-1].end] if touched else "")


def _partners(span: Span, versions: Versions) -> list[Line]:
    old = versions.old
    inside = (number for number, line in enumerate(old.lines) if line.unit.span.overlaps(span))
    lines = (line for number in inside for line in versions.partners.get(number, ()))
    return list({line.unit.start: line for line in lines}.values())


def _again(evidence: Evidence, versions: Versions, partners: Sequence[Line]) -> Evidence | None:
    """The same words in the new version; of several places the one whose surroundings are most alike.

    Where other sentences stand for theirs, only these count: the words may be said of something else elsewhere.
    """
    new = versions.new
    match = find_words(new.index.folded, evidence.exact)
    if not match.found:
        match = find_quote(new.index.folded, evidence.exact, near=[line.unit.span for line in partners])
    if match.kind is None or match.altered or match.kind is MatchKind.ELIDED:
        return None
    places = [span for span in match.occurrences if not partners or _begins_in(span, partners)]
    if not places:
        return None
    best = max(places, key=lambda span: (_context(evidence, new.text, span), -span.start))
    return evidence_at(new.text, best, match.kind)


def _begins_in(span: Span, lines: Sequence[Line]) -> bool:
    return any(line.unit.start <= span.start < line.unit.end for line in lines)


def _context(evidence: Evidence, text: str, span: Span) -> float:
    """How alike the words before and behind a place are to those that stood around the evidence."""
    from rapidfuzz import fuzz

    there = evidence_at(text, span, evidence.match)
    sides = ((evidence.prefix, there.prefix), (evidence.suffix, there.suffix))
    return sum(float(fuzz.ratio(fold(one).text, fold(two).text)) for one, two in sides)


def _checked_anew(
    briefing: Briefing, evidence: Sequence[Sequence[Evidence]], version: Version
) -> tuple[CheckedFact, ...]:
    """The statements through all checks against one version, each pointing to the sentences of its evidence.

    A declared working is left out: it names sentences by their ids in the old version, which are others in the new one.
    """
    reading = version.index.reading
    facts = tuple(
        replace(fact.drafted(), pointers=_pointers(each, version), history=(), declared=None)
        for fact, each in zip(briefing.facts, evidence, strict=True)
    )
    draft = Draft(briefing.profile, briefing.engine, briefing.headline, facts)
    return verify(ground(reading, draft)).facts


def _pointers(evidence: Sequence[Evidence], version: Version) -> tuple[str, ...]:
    units = version.index.reading.units
    return tuple(unit.id for unit in units if any(unit.span.overlaps(each.span) for each in evidence))


def _inside(fact: Fact, comparison: Comparison) -> tuple[Change, ...]:
    """The changes of words that the fact rests on."""
    return tuple(
        change
        for change in comparison.changes
        if change.old is not None
        and change.kind is not ChangeKind.LEFT
        and any(change.old.span.overlaps(evidence.span) for evidence in fact.evidence)
    )


def _judged(
    fact: Fact, here: _Anchored, verdict: CheckedFact, changes: tuple[Change, ...], *, failing: bool
) -> FactCurrency:
    failed = tuple(
        finding for finding in verdict.findings if not finding.status.passed and finding.code is not Code.NO_EVIDENCE
    )
    if not here.now and fact.evidence:
        currency, message = Currency.GONE, "The new version has nothing like its evidence."
    elif here.kept and not changes and not failing and not here.turned:
        more = f"; around it {here.around}" if here.around else ""
        currency, message = Currency.CURRENT, f"Its evidence stands word for word{more}."
    elif not fact.evidence and not failing:
        currency, message = Currency.CURRENT, "It had no evidence, and its checks have not changed."
    else:
        currency, message = Currency.STALE, _why(fact, here, changes, failed[0].message if failed else "")
    return FactCurrency(
        fact_id=fact.id,
        statement=fact.statement,
        currency=currency,
        message=message,
        was=fact.status,
        status=verdict.status,
        evidence=fact.evidence,
        now=here.now,
        changes=changes,
        findings=failed,
    )


def _why(fact: Fact, here: _Anchored, changes: Sequence[Change], finding: str) -> str:
    """One sentence on what differs: the figures and names first, else the words, else the check that fails."""
    if changes:
        return " ".join(change.message for change in changes)
    if here.kept:
        around = f"Its words still stand, but around them {here.around}." if here.turned else ""
        return around or finding or "A check no longer passes."
    was = words_of(" ".join(each.exact for each in fact.evidence))
    now = words_of(" ".join(each.exact for each in here.now))
    told = list(differences(was, now))
    more = f"; and {len(told) - _MOST_DIFFERENCES} more" if len(told) > _MOST_DIFFERENCES else ""
    return f"The wording changed: {'; '.join(told[:_MOST_DIFFERENCES])}{more}."


def _out_of_order(facts: Sequence[FactCurrency]) -> set[str]:
    """The ids of the facts whose evidence no longer stands in the order of the others: as few as explain it."""
    placed = [(fact.evidence[0].start, fact.now[0].start, fact.fact_id) for fact in facts if fact.evidence and fact.now]
    placed.sort()
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, start, _) in enumerate(placed):
        at = bisect_right(tails, start)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [start], [number]
    kept: set[str] = set()
    number = ends[-1] if ends else -1
    while number >= 0:
        kept.add(placed[number][2])
        number = before[number]
    return {fact_id for _, _, fact_id in placed} - kept


def _moved(fact: FactCurrency, new: Version) -> FactCurrency:
    where = new.passage(fact.now[0].start, fact.now[0].end).where
    return replace(fact, currency=Currency.MOVED, message=f"Its evidence stands word for word elsewhere now ({where}).")
