"""Figures that the article gives without printing them: found beside a cue, never by chance."""

import pytest

from briefing.records.findings import Status
from briefing.stages.verify.number import check_number
from tests.stages.verify.held import held

COURT = "Moss was charged with nine counts. The jury convicted him on six counts. It acquitted him of one count."
VOTE = "The plan was carried by 16 votes to seven."
PEOPLE = "Anna Holt, 61, won. Her rival Peter Quist, 48, conceded."
SEATS = "Alder remains the largest force with 31 seats. The Reform List won 16 seats."


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (COURT, "Moss was convicted on two thirds of the counts."),
        (COURT, "They reached verdicts on seven of the nine counts."),
        (VOTE, "The plan was carried by a margin of nine votes."),
        (VOTE, "Together 23 votes were cast."),
        (PEOPLE, "Peter Quist is 13 years younger than Anna Holt."),
        (
            "The region bears 70 percent of the cost. The town is to borrow the rest.",
            "It borrows 30 percent of the cost.",
        ),
        ("Sales were 312 tonnes, against 350 tonnes in May.", "Sales were 38 tonnes lower than in May."),
        ("The mill has 640 workers, 35 fewer than a year earlier.", "A year earlier the mill had 675 workers."),
        (SEATS, "Alder has 15 seats more than the Reform List."),
        ("There were 61 passengers and 7 crew aboard, 68 people in all.", "About one in ten aboard was a crew member."),
    ],
)
def test_what_the_figures_give_is_derived(source: str, draft: str) -> None:
    """The working names printed figures, and nothing in the claim is left open."""
    findings = held(check_number, draft, source)
    assert Status.DERIVED in [each.status for each in findings], [each.message for each in findings]
    assert all(each.status.passed for each in findings), [each.message for each in findings]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (COURT, "Moss was convicted on half of the counts."),
        (COURT, "They reached verdicts on eight of the nine counts."),
        (VOTE, "The plan was carried by a margin of eight votes."),
        (PEOPLE, "Peter Quist is 14 years younger than Anna Holt."),
        ("The region bears 70 percent of the cost. It opens in May.", "The town bears 30 percent of the cost."),
        (
            "Norland pledged up to 900 troops. It sent 200 troops, joining the 200 troops there, 400 troops in total.",
            "Norland could send up to 700 more troops.",
        ),
    ],
)
def test_what_the_figures_do_not_give_is_not_derived(source: str, draft: str) -> None:
    """Without a fit, a cue, or with a part where its total is meant, nothing is proven."""
    findings = held(check_number, draft, source)
    assert Status.DERIVED not in [each.status for each in findings], [each.message for each in findings]
