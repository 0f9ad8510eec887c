"""Figures that the article gives without printing them: found beside a cue, never by chance."""

import datetime as dt

import pytest

from briefing.records.findings import Status
from briefing.stages.verify.number import check_number
from tests.stages.verify.held import held

COURT = "Moss was charged with nine counts. The jury convicted him on six counts. It acquitted him of one count."
VOTE = "The plan was carried by 16 votes to seven."
PEOPLE = "Anna Holt, 61, won. Her rival Peter Quist, 48, conceded."
THEFT = "She took £950,000 of the takings. It was spent on cars. About £270,000 was returned."
GAUGE = "The water stood at 4.2 metres at the old bridge, 1.3 metres above the flood mark and a record."
RAID = "Three men, aged 61 and 40, and two women were arrested in the raid."
COUNCIL = "Alder has 28 seats. The Reform List has 19 seats. The Greens have 13 seats."
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
        (
            "Earnings per share came to £0.78, against £0.81 a year before.",
            "Earnings per share fell by about 4 percent.",
        ),
        (THEFT, "Less than a third of the money was returned."),
        (THEFT, "About £680,000 of the takings has not been returned."),
        (GAUGE, "The flood mark at the old bridge is 2.9 metres."),
        ("The margin narrowed by 0.6 percentage points to 8.1%.", "Previously the margin was 8.7%."),
        (RAID, "Five people were arrested in the raid."),
        (RAID, "At least five people were arrested in the raid."),
        ("Six crew members and three others aboard were killed.", "At least nine people were killed."),
        ("A letter came from the Moor, Bray and Holm combined authorities.", "The letter is from three authorities."),
        ("Farms brought in £40.5m and shops £20.2m, while tours brought in £3.1m.", "All this brought in £63.8m."),
        (COUNCIL, "Together the three parties hold 60 seats."),
        (
            "Towns across the valley, including Marl, East Bray and Holm, were hit.",
            "At least three towns were hit.",
        ),
        ("The deal covers the islands of Orra and Little Sund.", "The deal covers two islands."),
        (
            "They sang in the barn, then in the school hall, and later in a mill.",
            "They sang in three places: a barn, the school hall and a mill.",
        ),
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
        (THEFT, "Less than a quarter of the money was returned."),
        (THEFT, "About £800,000 of the takings has not been returned."),
        (THEFT, "About £680,000 of the takings was spent."),
        (GAUGE, "The flood mark at the old bridge is 3.1 metres."),
        (GAUGE, "The record at the old bridge is 2.9 metres."),
        (RAID, "Six people were arrested in the raid."),
        (RAID, "Five people were charged after the fire."),
        ("Two of the three men were arrested.", "Five people were arrested."),
        ("The number of people arrested rose from two to three.", "Five people were arrested."),
        (COUNCIL, "Together the two parties hold 60 seats."),
        ("Towns across the valley, including Marl, East Bray and Holm, were hit.", "Three towns were hit."),
        ("Towns across the valley, including Marl, East Bray and Holm, were hit.", "At least four towns were hit."),
        ("The deal covers the islands of Orra and Little Sund.", "The deal covers three islands."),
        (
            "They sang in the barn and in the school hall.",
            "They sang in three places: a barn, the school hall and a mill.",
        ),
        ("Turnover was £418m and profit £51m.", "Growth came to 12.2 percent."),
        (
            SEATS + " The Greens won 8 seats. Together Alder and the Greens have 39 seats.",
            "Together the three parties have 78 seats.",
        ),
        (SEATS + " The Greens won 8 seats.", "Alder has 23 seats more than the Reform List."),
        ("Turnout was 63.1 percent. The Greens won 17.9 percent.", "Alder won 45.2 percent, down from 51.8 percent."),
        ("Dredging cost £1.9m, the hall £2.6m. Landings fell.", "Landings are down by about 27 percent."),
        (
            "Earnings per share came to £0.78, against £0.81 a year before.",
            "Earnings per share rose by about 4 percent.",
        ),
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


DAY = dt.date(2025, 7, 1)
HALL = "The corn hall, which dates from 1931, is to close. Rents were raised for the first time since 1997."


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (HALL, "The corn hall is 94 years old."),
        (HALL, "Rents were raised for the first time in 28 years."),
        (
            "The court will publish its ruling on 23 May. The new council meets on 3 June.",
            "The new council meets 11 days after the court publishes its ruling.",
        ),
    ],
)
def test_time_that_has_gone_by_is_derived(source: str, draft: str) -> None:
    """From printed dates to the day of the story, or between two of them that the claim tells of."""
    findings = [each for each in held(check_number, draft, source, anchor=DAY) if each.working is not None]
    assert [each.working.operation for each in findings if each.working] == ["elapsed"]
    assert all(each.status is Status.DERIVED for each in findings)


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (HALL, "The corn hall is 95 years old."),
        (HALL, "The town hall clock is 94 years old."),
        (HALL, "Rents were raised for the first time in 27 years."),
        ("The corn hall burned in 1931. It is to close.", "The corn hall is 94 years old."),
        (
            "The court will publish its ruling on 23 May. The new council meets on 3 June.",
            "The new council meets 11 days before the court publishes its ruling.",
        ),
        (
            "The court will publish its ruling on 23 May. The market opens on 3 June.",
            "The new council meets 11 days after the court publishes its ruling.",
        ),
    ],
)
def test_time_is_not_derived_from_other_dates(source: str, draft: str) -> None:
    """Another year, another thing, a date on which nothing began, the wrong order: nothing is proven."""
    findings = held(check_number, draft, source, anchor=DAY)
    assert Status.DERIVED not in [each.status for each in findings], [each.message for each in findings]
