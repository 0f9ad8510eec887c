"""Grounded facts after every check has spoken."""

from dataclasses import dataclass, field

from briefing.records.findings import Finding, Status, worst
from briefing.records.grounded import Grounded, GroundedFact
from briefing.records.quantity import Quantity


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A figure of a statement, at its place in the statement, with the verdict on it."""

    quantity: Quantity
    status: Status


@dataclass(frozen=True, slots=True)
class CheckedFact:
    """A fact, its figures and all findings. ``status`` is the worst of them."""

    grounded: GroundedFact
    figures: tuple[CheckedFigure, ...]
    findings: tuple[Finding, ...]

    @property
    def status(self) -> Status:
        """The worst status among the findings."""
        return worst(tuple(finding.status for finding in self.findings))


@dataclass(frozen=True, slots=True)
class StageNote:
    """A stage that did not run, and why; "could not check" is never "passed"."""

    stage: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The draft with a verdict on every fact, and what is wrong with the source itself."""

    grounded: Grounded
    facts: tuple[CheckedFact, ...]
    source_findings: tuple[Finding, ...] = ()
    omitted_figures: tuple[Quantity, ...] = ()
    stages: tuple[StageNote, ...] = field(default=())
