"""Sums that the article states: proven with their working, or said to fail."""

import pytest

from briefing.records.findings import CheckName, Code, Status
from briefing.stages.verify.arithmetic import check_arithmetic, equation_finding
from tests.stages.verify.held import held, index, only

CONVOY = "A convoy of 200 officers arrived, joining the 150 officers already there, bringing the total to 350 officers."
HARBOUR = (
    "The plan has 4 million euros for the quay and 3 million euros for the hall. In total it costs 8 million euros."
)


@pytest.mark.parametrize("draft", ["There are now 350 officers.", "Three hundred and fifty officers are there."])
def test_a_stated_total_is_derived_with_its_working(draft: str) -> None:
    """The finding shows operands at their places, the operation and the result."""
    finding = only(check_arithmetic, draft, CONVOY)
    assert (finding.check, finding.status, finding.code) == (CheckName.ARITHMETIC, Status.DERIVED, Code.DERIVED)
    assert finding.working is not None
    assert finding.working.operation == "sum"
    assert finding.working.expression == "200 + 150 = 350"
    assert [CONVOY[words.start : words.end] for words in finding.working.operands] == ["200", "150"]
    assert CONVOY[finding.working.result.start : finding.working.result.end] == "350"
    assert [evidence.exact for evidence in finding.evidence] == ["200", "150", "350"]
    assert "200 + 150 = 350" in finding.message


@pytest.mark.parametrize(
    "draft",
    [
        "There are now 351 officers.",
        "The first convoy had 200 officers.",
        "About 350 officers are there.",
        "It cost 350 euros.",
        "The road is 350 metres long.",
    ],
)
def test_other_figures_have_no_working(draft: str) -> None:
    """Another value, a part of the sum, another hedge or another unit is not the total."""
    assert held(check_arithmetic, draft, CONVOY) == []


def test_a_sum_that_fails_is_said_to_fail_on_the_claim_too() -> None:
    """Whoever repeats the article's wrong total is told what its parts add up to."""
    finding = only(check_arithmetic, "The harbour costs 8 million euros.", HARBOUR)
    assert (finding.status, finding.code) == (Status.CHECK, Code.WRONG_SUM)
    assert "4,000,000 + 3,000,000 = 7,000,000, not 8,000,000" in finding.message
    assert finding.claim is not None
    assert finding.claim.text == "8 million euros"


def test_other_sums_that_fit_are_counted() -> None:
    """A total that several sets of parts would give is not as firm, and the finding says so."""
    there = index("They sold 10 cars, 20 cars, 30 cars and 50 cars, 60 cars in all.")
    (equation,) = there.equations
    assert equation.alternatives > 0
    finding = equation_finding(equation, there, None)
    assert f"{equation.alternatives} other sum(s)" in finding.message
    assert finding.claim is None
