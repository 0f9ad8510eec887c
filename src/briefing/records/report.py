"""What ``verify`` and ``check`` return."""

from dataclasses import dataclass

from briefing.records.checked import CheckedFigure
from briefing.records.findings import Finding, Status, worst
from briefing.records.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Report:
    """Findings on one text against one source, in text order.

    ``ok`` is true when every finding is verified or derived. A text in which nothing could be checked is
    ``not_checkable`` and not ok.
    """

    findings: tuple[Finding, ...]
    source_findings: tuple[Finding, ...] = ()
    figures: tuple[CheckedFigure, ...] = ()
    omitted_figures: tuple[Quantity, ...] = ()
    """Figures of the source that the text does not use, the weightiest first; no reproach, so ``ok`` is the same."""

    @property
    def status(self) -> Status:
        """The worst status among the findings."""
        return worst(tuple(finding.status for finding in self.findings))

    @property
    def counts(self) -> dict[Status, int]:
        """Findings by status; every status is a key."""
        return {status: sum(finding.status is status for finding in self.findings) for status in Status}

    @property
    def ok(self) -> bool:
        """Whether every finding is verified or derived."""
        return self.status.passed
