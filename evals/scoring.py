"""Which of the things that a fixture expects a briefing has found, missed or added."""

from dataclasses import dataclass
from fractions import Fraction

from briefing.records.briefing import Briefing
from briefing.records.findings import Code, Finding, Status
from evals import matching
from evals.expected import Expected, ExpectedFigure, Fixture

ASPECTS = ("facts", "figures", "details", "names", "source_findings", "derived", "not_stated")
"""What is scored, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Expected things that were found and missed, and things that nobody expected, each as a short text.

    What was added is not wrong: a briefing may hold more than the list of an editor. It is shown to be looked at.
    """

    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def expected(self) -> int:
        """How many things were expected."""
        return len(self.found) + len(self.missed)


@dataclass(frozen=True, slots=True)
class Score:
    """One briefing held against its fixture; ``tallies`` has every aspect as a key."""

    fixture_id: str
    profile: str
    expected_profile: str
    tallies: dict[str, Tally]
    statuses: dict[Status, int]
    not_passed: tuple[str, ...]
    """Facts that are neither verified nor derived: their status and statement."""


def score(fixture: Fixture, briefing: Briefing) -> Score:
    """What ``briefing`` has found, missed and added of what ``fixture`` expects."""
    wanted = fixture.expected
    return Score(
        fixture_id=fixture.id,
        profile=briefing.profile,
        expected_profile=wanted.profile,
        tallies={
            "facts": _facts(wanted, briefing),
            "figures": _figures(wanted, briefing),
            "details": _details(wanted, briefing),
            "names": _names(wanted, briefing),
            "source_findings": _source_findings(wanted, briefing),
            "derived": _derived(wanted, briefing),
            "not_stated": _not_stated(wanted, briefing),
        },
        statuses=briefing.counts,
        not_passed=tuple(f"{fact.status}: {fact.statement}" for fact in briefing.facts if not fact.status.passed),
    )


def recall(scores: tuple[Score, ...], aspect: str) -> Fraction:
    """The share of what was expected that was found, over all scores; 1 where nothing was expected."""
    tallies = [one.tallies[aspect] for one in scores]
    expected = sum(tally.expected for tally in tallies)
    return Fraction(sum(len(tally.found) for tally in tallies), expected) if expected else Fraction(1)


def metrics(scores: tuple[Score, ...]) -> dict[str, Fraction]:
    """The numbers that limits may be set for.

    A recall for each aspect, the facts by status, and ``source_findings_added``: complaints about a story that gives
    no reason for them, which cost an editor more than a fact too many.
    """
    recalls = {f"{aspect}_recall": recall(scores, aspect) for aspect in ASPECTS}
    statuses = {status.value: Fraction(sum(one.statuses[status] for one in scores)) for status in Status}
    added = sum(len(one.tallies["source_findings"].added) for one in scores)
    return recalls | statuses | {"source_findings_added": Fraction(added)}


def _facts(wanted: Expected, briefing: Briefing) -> Tally:
    figures = {figure.id: figure for figure in wanted.figures}
    hits = {
        fact.id: {one.id for one in briefing.facts if matching.has_fact(one, fact, figures)} for fact in wanted.facts
    }
    used = set().union(*hits.values()) if hits else set()
    return Tally(
        found=tuple(fact_id for fact_id, by in hits.items() if by),
        missed=tuple(fact_id for fact_id, by in hits.items() if not by),
        added=tuple(fact.statement for fact in briefing.facts if fact.id not in used),
    )


def _figures(wanted: Expected, briefing: Briefing) -> Tally:
    def found(figure: ExpectedFigure) -> bool:
        return any(matching.has_figure(fact, figure) for fact in briefing.facts)

    added = (
        f"{checked.quantity.raw} ({checked.quantity.kind}, {checked.quantity.hedge}) in {fact.id}"
        for fact in briefing.facts
        for checked in fact.figures
        if not any(matching.same_value(figure, checked.quantity) for figure in wanted.figures)
    )
    return Tally(
        found=tuple(figure.id for figure in wanted.figures if found(figure)),
        missed=tuple(f"{figure.id} ({figure.raw})" for figure in wanted.figures if not found(figure)),
        added=tuple(dict.fromkeys(added)),
    )


def _details(wanted: Expected, briefing: Briefing) -> Tally:
    texts: dict[str, str] = {}
    for leaf in briefing.details:
        texts[leaf.field] = texts.get(leaf.field, "") + "\n" + matching.leaf_text(leaf)
    pairs = {(field, words): matching.has_words(texts.get(field, ""), words) for field, words in wanted.details}
    # fields that the fixture does not speak of are no surprise: the general part stands beside the profile's own
    expected_words: dict[str, list[str]] = {}
    for field, words in wanted.details:
        expected_words.setdefault(field, []).append(words)
    added = (
        f"{leaf.field}: {leaf.text}"
        for leaf in briefing.details
        if leaf.field in expected_words
        and not any(matching.has_words(matching.leaf_text(leaf), word) for word in expected_words[leaf.field])
    )
    return _tally({f"{field}: {words}": hit for (field, words), hit in pairs.items()}, tuple(added))


def _names(wanted: Expected, briefing: Briefing) -> Tally:
    hits = {name.text: matching.has_name(briefing, name.text) for name in wanted.names}
    for name in wanted.names:
        for part, words in name.parts:
            hits[f"{name.text}, {part}: {words}"] = matching.has_name_part(briefing, name.text, part, words)
    return _tally(hits)


def _source_findings(wanted: Expected, briefing: Briefing) -> Tally:
    hits = {
        f"{one.code}: {', '.join(one.words)}": any(
            matching.is_finding(found, one) for found in briefing.source_findings
        )
        for one in wanted.source_findings
    }
    added = (
        f"{found.code}: {found.message}"
        for found in briefing.source_findings
        if found.code is not Code.DERIVED and not any(matching.is_finding(found, one) for one in wanted.source_findings)
    )
    return _tally(hits, tuple(added))


def _derived(wanted: Expected, briefing: Briefing) -> Tally:
    proven = [
        finding.working.expression
        for finding in _all_findings(briefing)
        if finding.working is not None and finding.status.passed
    ]
    hits = {one: any(matching.same_sum(one, expression) for expression in proven) for one in wanted.derived}
    added = (
        expression for expression in proven if not any(matching.same_sum(one, expression) for one in wanted.derived)
    )
    return _tally(hits, tuple(dict.fromkeys(added)))


def _not_stated(wanted: Expected, briefing: Briefing) -> Tally:
    hits = {words: any(matching.has_words(text, words) for text in briefing.not_stated) for words in wanted.not_stated}
    added = (
        text for text in briefing.not_stated if not any(matching.has_words(text, one) for one in wanted.not_stated)
    )
    return _tally(hits, tuple(added))


def _all_findings(briefing: Briefing) -> tuple[Finding, ...]:
    return (*briefing.source_findings, *(finding for fact in briefing.facts for finding in fact.findings))


def _tally(hits: dict[str, bool], added: tuple[str, ...] = ()) -> Tally:
    return Tally(
        found=tuple(label for label, hit in hits.items() if hit),
        missed=tuple(label for label, hit in hits.items() if not hit),
        added=added,
    )
