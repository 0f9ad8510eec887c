"""What a report says of the figures of a text, as one word: the measure of every eval of claims."""

from enum import StrEnum

from briefing.records.findings import CheckName, Finding, Status
from briefing.records.report import Report

FIGURE_CHECKS = frozenset((CheckName.NUMBER, CheckName.DATE, CheckName.ARITHMETIC))
"""What is said of figures."""
WORD_CHECKS = frozenset((CheckName.QUOTE, CheckName.NAME, CheckName.ATTRIBUTION, CheckName.POLARITY))
"""What is said of quotations, names, and of how a statement is meant."""


class Verdict(StrEnum):
    """The worst that these checks say; ``blocked`` is a flag too."""

    PASSED = "passed"
    """Everything that was read is verified or derived."""
    FLAGGED = "flagged"
    """Something is ``check``."""
    BLOCKED = "blocked"
    """Something is ``unsupported``."""
    OPEN = "open"
    """Something could not be checked, and nothing is wrong."""
    SILENT = "silent"
    """No figure was read."""

    @property
    def caught(self) -> bool:
        """Whether an editor is told to look."""
        return self in (Verdict.FLAGGED, Verdict.BLOCKED)


def figure_findings(report: Report) -> tuple[Finding, ...]:
    """The findings of ``report`` about numbers, dates and arithmetic, in text order."""
    return findings_of(report, FIGURE_CHECKS)


def findings_of(report: Report, checks: frozenset[CheckName]) -> tuple[Finding, ...]:
    """The findings of ``report`` by these checks, in text order."""
    return tuple(finding for finding in report.findings if finding.check in checks)


def verdict_of(findings: tuple[Finding, ...]) -> Verdict:
    """One word for ``findings``."""
    statuses = {finding.status for finding in findings}
    if Status.UNSUPPORTED in statuses:
        return Verdict.BLOCKED
    if Status.CHECK in statuses:
        return Verdict.FLAGGED
    if Status.NOT_CHECKABLE in statuses:
        return Verdict.OPEN
    return Verdict.PASSED if statuses else Verdict.SILENT
