"""Centuries for which the source prints a year or a decade."""

import pytest

from briefing.records.findings import Status
from briefing.stages.verify.date import check_date
from tests.stages.verify.held import only

DRAFT = "Plans by the owner of a bakery to widen the market beside the {} gate have been criticised by traders."


@pytest.mark.parametrize(
    ("source", "century", "status"),
    [
        ("The gate, built in 1642, has a small tower.", "17th-century", Status.VERIFIED),
        ("The king was turned away at the gate in 1642.", "17th-century", Status.CHECK),
        ("The gate is seen in pictures of the 1880s.", "19th-century", Status.CHECK),
        ("The gate, built in 1642, has a small tower.", "16th-century", Status.UNSUPPORTED),
        ("The king died in 1642.", "17th-century", Status.UNSUPPORTED),
        ("The gate was painted in 2019.", "21st-century", Status.UNSUPPORTED),
    ],
)
def test_a_year_beside_the_thing_gives_its_century(source: str, century: str, status: Status) -> None:
    """Verified where something began, for a person where something else happened; recent centuries prove nothing."""
    assert only(check_date, DRAFT.format(century), source).status is status
