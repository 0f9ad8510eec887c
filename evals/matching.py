"""When something in a briefing counts as what a fixture expects. Pure functions on records."""

import re

from briefing.records.briefing import Briefing, Fact
from briefing.records.draft import Leaf
from briefing.records.findings import Finding
from briefing.records.quantity import Hedge, Kind, Quantity
from evals.expected import ExpectedFact, ExpectedFigure, ExpectedFinding

ONE_SIDED = frozenset({Hedge.UP_TO, Hedge.FEWER_THAN, Hedge.NEARLY})
"""Their lower end is 0, open or unknown, as a reader sees it; only the upper end is claimed."""


def has_words(text: str, words: str) -> bool:
    """Whether one alternative of ``words`` (divided by "|") occurs in ``text``, whatever the case; a stem will do."""
    folded = text.casefold()
    return any(alternative.casefold() in folded for alternative in words.split("|"))


def has_figure(fact: Fact, wanted: ExpectedFigure) -> bool:
    """Whether ``fact`` holds the figure: the same value, and the words that tell what it counts in its statement."""
    if not all(has_words(fact.statement, words) for words in wanted.context):
        return False
    return any(same_value(wanted, figure.quantity) for figure in fact.figures)


def same_value(wanted: ExpectedFigure, found: Quantity) -> bool:
    """Whether the two claim the same: kind, hedge, bounds; unit, currency, pair and days as far as they are given."""
    if (wanted.kind, wanted.hedge) != (found.kind, found.hedge):
        return False
    if wanted.kind is Kind.IDENTIFIER:
        return _designation(wanted.raw) == _designation(found.raw)
    if wanted.date is not None:
        return _same_days(wanted, found)
    if wanted.pair is not None:
        return wanted.pair == found.pair
    return _same_bounds(wanted, found) and _same_unit(wanted, found)


def has_fact(fact: Fact, wanted: ExpectedFact, figures: dict[str, ExpectedFigure]) -> bool:
    """Whether one statement, with its speaker, holds all the terms of ``wanted``, and the same fact all the figures."""
    told = f"{fact.speaker or ''}\n{fact.statement}"
    terms = all(has_words(told, term) for term in wanted.terms)
    return terms and all(has_figure(fact, figures[figure_id]) for figure_id in wanted.figures)


def leaf_text(leaf: Leaf) -> str:
    """All the words of a leaf: its own and those of its parts."""
    return "\n".join((leaf.text, *(words.text for _, words in leaf.parts)))


def has_name_part(briefing: Briefing, name: str, part: str, words: str) -> bool:
    """Whether a leaf of that name holds ``words`` in the part ``part``; a rank may stand as a role and the reverse."""
    accepted = {"rank", "role"} if part in {"rank", "role"} else {part}
    return any(
        key in accepted and has_words(found.text, words)
        for leaf in briefing.details
        if has_words(leaf_text(leaf), name)
        for key, found in leaf.parts
    )


def has_name(briefing: Briefing, name: str) -> bool:
    """Whether the name stands in a detail or in a statement."""
    texts = (*(leaf_text(leaf) for leaf in briefing.details), *(fact.statement for fact in briefing.facts))
    return any(has_words(text, name) for text in texts)


def is_finding(finding: Finding, wanted: ExpectedFinding) -> bool:
    """Whether a finding on the source has the code and shows all the words."""
    return finding.code is wanted.code and all(has_words(_shown(finding), words) for words in wanted.words)


def same_sum(left: str, right: str) -> bool:
    """Whether two printed sums are the same, whatever the order of what is added and the spaces between."""
    return _sum_key(left) == _sum_key(right)


def _same_bounds(wanted: ExpectedFigure, found: Quantity) -> bool:
    high = (wanted.high, wanted.high is None or wanted.high_inclusive)
    if high != (found.high, found.high is None or found.high_inclusive):
        return False
    if wanted.low is None and wanted.hedge in ONE_SIDED:
        return True
    low = (wanted.low, wanted.low is None or wanted.low_inclusive)
    return low == (found.low, found.low is None or found.low_inclusive)


def _same_unit(wanted: ExpectedFigure, found: Quantity) -> bool:
    return (wanted.unit is None or wanted.unit == found.unit) and (
        wanted.currency is None or wanted.currency == found.currency
    )


def _same_days(wanted: ExpectedFigure, found: Quantity) -> bool:
    if wanted.date is None or found.date is None:
        return False
    days = (wanted.date.first, wanted.date.last)
    if days != (found.date.first, found.date.last):
        return False
    # without days only the words tell "Tuesday" from "in nine months"
    return wanted.date.first is not None or has_words(found.raw, wanted.raw) or has_words(wanted.raw, found.raw)


def _designation(raw: str) -> tuple[str, ...]:
    """The words that carry a digit: "UN resolution 2699" and "resolution 2699" designate the same."""
    return tuple(word.casefold() for word in re.findall(r"[\w./-]*\d[\w./-]*", raw))


def _shown(finding: Finding) -> str:
    claim = (finding.claim.text,) if finding.claim else ()
    working = (finding.working.expression,) if finding.working else ()
    return "\n".join((finding.message, *claim, *working, *(evidence.exact for evidence in finding.evidence)))


def _sum_key(expression: str) -> tuple[tuple[str, ...], str]:
    left, _, right = "".join(expression.split()).partition("=")
    return tuple(sorted(left.split("+"))), right
