"""Claims are counted as right by what they deserve, and what came out otherwise is shown with its reasons."""

from fractions import Fraction

import pytest

from briefing.records.findings import CheckName, Code, Finding, Status
from evals.claims_data import Expect, Stated
from evals.claims_fixtures import Outcome, as_text, failures, measured


def outcome(expect: Expect, *statuses: Status, kind: str = "sum", anchored: bool = True) -> Outcome:
    """A claim with one finding for each status."""
    findings = tuple(Finding(CheckName.NUMBER, status, Code.ABSENT, f"It is {status}.") for status in statuses)
    return Outcome(Stated("story", f"story-{expect}", "Two came.", expect, kind, "two"), findings, anchored)


@pytest.mark.parametrize(
    ("one", "right"),
    [
        (outcome(Expect.OK, Status.DERIVED), True),
        (outcome(Expect.OK, Status.CHECK), False),
        (outcome(Expect.OK), False),
        (outcome(Expect.OK, kind="none"), True),
        (outcome(Expect.OK, Status.VERIFIED, kind="none"), False),
        (outcome(Expect.OK, Status.NOT_CHECKABLE), False),
        (outcome(Expect.OK, Status.NOT_CHECKABLE, anchored=False), True),
        (outcome(Expect.FLAG, Status.CHECK), True),
        (outcome(Expect.FLAG, Status.UNSUPPORTED), True),
        (outcome(Expect.FLAG, Status.VERIFIED), False),
        (outcome(Expect.BLOCK, Status.CHECK), True),
        (outcome(Expect.BLOCK, Status.NOT_CHECKABLE), False),
    ],
)
def test_a_claim_is_right_by_what_it_deserves(one: Outcome, right: bool) -> None:
    """True claims must pass with their figures read; wrong ones must be caught; an open question is neither."""
    assert one.right is right


def test_shares_tell_true_from_wrong() -> None:
    """The gate sees all claims, each half of them, and how many of the grave ones are blocked."""
    outcomes = (
        outcome(Expect.OK, Status.VERIFIED),
        outcome(Expect.OK, Status.CHECK),
        outcome(Expect.FLAG, Status.CHECK),
        outcome(Expect.BLOCK, Status.CHECK),
    )
    assert measured(outcomes) == {
        "claims.right": Fraction(3, 4),
        "claims.true_passed": Fraction(1, 2),
        "claims.wrong_caught": Fraction(1),
        "claims.grave_blocked": Fraction(0),
    }


def test_text_counts_each_class() -> None:
    """Every class has a line with right and all, and the totals follow."""
    text = as_text((outcome(Expect.OK, Status.VERIFIED), outcome(Expect.BLOCK, Status.UNSUPPORTED, kind="digit")))
    words = [" ".join(line.split()) for line in text.splitlines()]
    assert "true, sum 1 of 1 right 0 blocked" in words
    assert "wrong, digit 1 of 1 right 1 blocked" in words
    assert "claims.right 1" in words


def test_failures_show_the_messages() -> None:
    """What came out otherwise is printed with the article's words and each reason; the rest is not."""
    text = failures((outcome(Expect.OK, Status.CHECK), outcome(Expect.FLAG, Status.CHECK)))
    assert text.startswith("story-ok (sum): expected ok, flagged\n  Two came.\n")
    assert "check absent: It is check." in text
    assert "story-flag" not in text
