"""Plain signs that a figure of the right value is said of something else: each asks for a look, none blocks."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.number import check_number
from tests.stages.verify.held import held

ABOARD = "The tender had 61 passengers and 14 crew on board, 75 people in all."
RESULTS = "Gross profit rose by 8.4% to $21 million. Net profit fell by 2.2% to $9 million."
SEATS = "Alder won 41 percent and 31 seats. The Reform List won 22 percent and 16 seats. The council has 60 seats."
WATER = (
    "The lake reached 6.2 metres on Monday, 1.4 metres above the alarm level. "
    "The mill has 640 workers, 35 fewer than in May."
)


@pytest.mark.parametrize(
    ("source", "draft", "code"),
    [
        (ABOARD, "The tender had 14 passengers.", Code.OTHER_THING),
        (ABOARD, "There were 75 passengers on board.", Code.OTHER_THING),
        (WATER, "The lake stood 6.2 metres above the alarm level.", Code.OTHER_THING),
        (WATER, "The mill has 35 workers.", Code.OTHER_THING),
        (RESULTS, "Net profit rose by 8.4%.", Code.OTHER_THING),
        (SEATS, "The council has 31 seats.", Code.OTHER_THING),
        (
            "Anna Holt, 61, was elected. Her rival Peter Quist, 48, conceded.",
            "Peter Quist, 61, lost.",
            Code.OTHER_PERSON,
        ),
    ],
)
def test_the_figure_of_another_thing_asks_for_a_look(source: str, draft: str, code: Code) -> None:
    """The value is in the article, and the article gives the claim's own thing another one."""
    findings = held(check_number, draft, source)
    assert [(each.status, each.code) for each in findings] == [(Status.CHECK, code)], [e.message for e in findings]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (ABOARD, "There were 75 people on board."),
        (ABOARD, "It carried 61 passengers."),
        (WATER, "The lake stood 1.4 metres above the alarm level."),
        (WATER, "The mill has 640 workers in all."),
        (RESULTS, "Net profit fell by 2.2%."),
        (SEATS, "The Reform List won 16 seats."),
        (SEATS, "The council has 60 seats."),
        ("Anna Holt, 61, was elected. Her rival Peter Quist, 48, conceded.", "Anna Holt is 61."),
        ("The plan was carried by 14 votes to nine.", "The plan won by 14 votes to nine."),
        ("The plan was carried by 14 votes to nine.", "The opponents lost by nine votes to 14."),
        ("Shares were down 2.9% at noon.", "Shares were 2.9 percent lower."),
        (
            "Norland leads the force. It has 90 troops there. Harby has pledged up to 500 troops.",
            "Norland pledged up to 500 troops.",
        ),
    ],
)
def test_the_figure_of_the_same_thing_passes(source: str, draft: str) -> None:
    """A sign that speaks against a binding is not seen where the claim says what the article says."""
    findings = held(check_number, draft, source)
    assert all(each.status is Status.VERIFIED for each in findings), [each.message for each in findings]


def test_votes_in_the_other_order_ask_for_a_look() -> None:
    """Nine votes to 14 carry nothing; both figures say so."""
    findings = held(
        check_number, "The plan was carried by nine votes to 14.", "The plan was carried by 14 votes to nine."
    )
    assert [(each.status, each.code) for each in findings] == [(Status.CHECK, Code.REVERSED)] * 2
