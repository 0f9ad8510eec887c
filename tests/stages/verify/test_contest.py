"""Contests: who beat whom, and by how much."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.arithmetic import check_arithmetic
from briefing.stages.verify.number import check_number
from tests.stages.verify.held import held, only

WON = "In Bray itself Peter Quist of the Reform List beat the sitting member, Anna Holt, by 9,120 votes to 8,870."


def test_winner_and_loser_turned_around_ask_for_a_look() -> None:
    """The article's words are shown."""
    finding = only(check_arithmetic, "Anna Holt beat Peter Quist by 9,120 votes to 8,870.", WON)
    assert (finding.status, finding.code) == (Status.CHECK, Code.REVERSED)
    assert "Peter Quist" in finding.message


@pytest.mark.parametrize(
    "draft",
    [
        "Peter Quist beat Anna Holt by 9,120 votes to 8,870.",
        "Quist defeated Holt in Bray.",
        "Anna Holt lost to Peter Quist.",
        "Anna Holt beat Ada Moor two years ago.",
    ],
)
def test_a_contest_told_as_it_was_or_another_one_is_left_alone(draft: str) -> None:
    """Only both names in each other's place count."""
    assert held(check_arithmetic, draft, WON) == []


def test_votes_in_words_are_a_score() -> None:
    """What is carried 16-7 is "16 votes to seven", in this order only."""
    source = "The plan was carried by 16 votes to seven."
    assert only(check_number, "They carried the plan 16-7.", source).status is Status.DERIVED
    assert not only(check_number, "They carried the plan 7-16.", source).status.passed
    assert not only(check_number, "They carried the plan 16-8.", source).status.passed
