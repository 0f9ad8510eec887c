"""What a report says of the figures of a text, in one word."""

import pytest

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.report import Report
from evals.verdicts import Verdict, figure_findings, verdict_of


def finding(status: Status, check: CheckName = CheckName.NUMBER) -> Finding:
    """A finding that says nothing but its status."""
    return Finding(check, status, Code.ABSENT, "")


@pytest.mark.parametrize(
    ("statuses", "verdict"),
    [
        ((), Verdict.SILENT),
        ((Status.VERIFIED, Status.DERIVED), Verdict.PASSED),
        ((Status.VERIFIED, Status.NOT_CHECKABLE), Verdict.OPEN),
        ((Status.NOT_CHECKABLE, Status.CHECK), Verdict.FLAGGED),
        ((Status.UNSUPPORTED, Status.CHECK), Verdict.BLOCKED),
    ],
)
def test_the_worst_status_decides(statuses: tuple[Status, ...], verdict: Verdict) -> None:
    """One wrong figure spoils the text, and no figure is not the same as every figure verified."""
    assert verdict_of(tuple(finding(status) for status in statuses)) is verdict


def test_flagged_and_blocked_are_caught() -> None:
    """An editor is told to look at these two and at nothing else."""
    assert [one for one in Verdict if one.caught] == [Verdict.FLAGGED, Verdict.BLOCKED]


def test_only_checks_of_figures_are_looked_at() -> None:
    """A name that is not in the article says nothing about numbers."""
    figure = finding(Status.VERIFIED, CheckName.DATE)
    report = Report(findings=(finding(Status.UNSUPPORTED, CheckName.NAME), figure), source_findings=(), figures=())
    assert figure_findings(report) == (figure,)
