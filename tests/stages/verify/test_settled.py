"""What a derivation settles about the figures beside it."""

from briefing.records.findings import Status
from briefing.stages.verify.number import check_number
from tests.stages.verify.held import held


def _statuses(draft: str, source: str) -> list[Status]:
    return [finding.status for finding in held(check_number, draft, source)]


def test_operands_that_the_claim_prints_are_bound_by_what_follows_from_them() -> None:
    """That 17 less 12 is five shows that both are the article's 12 and 17."""
    source = "The number of injured has risen to 17. So far 12 people have been hurt, the harbour master said."
    assert _statuses("The number of injured rose by five, from 12 to 17.", source) == [
        Status.DERIVED,
        Status.VERIFIED,
        Status.VERIFIED,
    ]


def test_a_difference_that_is_wrong_settles_nothing() -> None:
    """Only a proven derivation binds its operands."""
    source = "The number of injured has risen to 17. So far 12 people have been hurt, the harbour master said."
    assert Status.DERIVED not in _statuses("The number of injured rose by six, from 12 to 17.", source)


def test_a_sum_that_the_claim_does_itself_is_no_dropped_hedge() -> None:
    """Five and four are nine in all, though the article elsewhere says "at least nine"."""
    source = "At least nine people died. Five died in the hall. Four died on the road."
    assert _statuses("Five people died in the hall and four on the road, nine in all.", source)[-1] is Status.DERIVED
    assert _statuses("Nine people died.", source) == [Status.CHECK]
    assert not _statuses("Five people died in the hall and four on the road, ten in all.", source)[-1].passed
