"""Briefings and expectations put together by hand, so that scoring is tested without an engine."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from briefing.records.briefing import Briefing, Fact, Provenance, SourceInfo
from briefing.records.checked import CheckedFigure
from briefing.records.draft import FactKind, Leaf
from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import Hedge, Kind, Quantity, Words
from evals.expected import Expected, ExpectedFigure, Fixture

NEARLY_438 = ExpectedFigure(
    id="kidnapped",
    raw="nearly 438",
    kind=Kind.CARDINAL,
    hedge=Hedge.NEARLY,
    low=None,
    high=Decimal(438),
    low_inclusive=True,
    high_inclusive=False,
    context=("people", "kidnap|abduct"),
)


def quantity(raw: str, low: str | None, high: str | None, hedge: Hedge = Hedge.EXACT, **changes: object) -> Quantity:
    """A quantity with closed bounds, then changed field by field."""
    lowest, highest = (None if bound is None else Decimal(bound) for bound in (low, high))
    plain = Quantity(raw, 0, len(raw), Kind.CARDINAL, hedge, lowest, highest)
    return replace(plain, **changes)  # type: ignore[arg-type]


def fact(statement: str, *figures: Quantity, fact_id: str = "f1", status: Status = Status.VERIFIED) -> Fact:
    """A fact with that statement and those figures, and no evidence."""
    checked = tuple(CheckedFigure(figure, status) for figure in figures)
    return Fact(fact_id, FactKind.FIGURE, statement, status, (), checked, ())


def leaf(field: str, text: str, **parts: str) -> Leaf:
    """A detail with named parts."""
    return Leaf(field, text, 0, len(text), (), tuple((key, Words(part, 0, len(part))) for key, part in parts.items()))


def finding(code: Code, message: str, expression: str = "", status: Status = Status.CHECK) -> Finding:
    """A finding of the arithmetic check; with an expression it shows its working."""
    working = Working("sum", (), Words("", 0, 0), expression) if expression else None
    return Finding(CheckName.ARITHMETIC, status, code, message, working=working)


def briefing(*facts: Fact, details: tuple[Leaf, ...] = (), findings: tuple[Finding, ...] = ()) -> Briefing:
    """A briefing of nothing in particular."""
    return Briefing(
        schema_version="1",
        profile="general",
        engine="embedded",
        headline="",
        facts=facts,
        details=details,
        source_findings=findings,
        omitted_figures=(),
        not_stated=("what it costs and who pays",),
        dropped=(),
        source=SourceInfo("0" * 64, 0, "en"),
        provenance=Provenance("0", "1", "1", "embedded"),
    )


NOTHING = Expected(
    profile="general",
    facts=(),
    figures=(),
    names=(),
    details=(),
    source_findings=(),
    derived=(),
    not_stated=(),
)


def fixture(expected: Expected, fixture_id: str = "story") -> Fixture:
    """A fixture without a file behind it."""
    return Fixture(fixture_id, Path("article.txt"), None, expected)
