"""Relative periods that count otherwise than the source's."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.date import check_date
from tests.stages.verify.held import only

REVIEW = "A review of the force is due in nine months. Costs will be published then."
THEFTS = "Some 410 cars were stolen in the first three months of the year."


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (REVIEW, "A review of the force is due in nine weeks."),
        (REVIEW, "A review of the force is due in six months."),
        (THEFTS, "Some 410 cars were stolen in the last three months of the year."),
        (THEFTS, "Some 410 cars were stolen in the first nine months of the year."),
    ],
)
def test_another_period_of_the_same_matter_is_unsupported(source: str, draft: str) -> None:
    """No day is needed to see that nine weeks are not nine months."""
    finding = only(check_date, draft, source)
    assert (finding.status, finding.code) == (Status.UNSUPPORTED, Code.OTHER_PERIOD)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (REVIEW, "The bridge will be finished in nine weeks."),
        (THEFTS, "Some 410 cars were stolen last year."),
        ("A review is due in nine months, and another review in nine weeks.", "A review is due in six weeks."),
    ],
)
def test_what_speaks_of_something_else_stays_open(source: str, draft: str) -> None:
    """Other words around, no number in the period, or several periods to choose from: nothing is refuted."""
    assert only(check_date, draft, source).code is not Code.OTHER_PERIOD
