"""What is wrong in the article itself: found where it is, and not where it only looks so."""

import pytest

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.stages.verify.source_findings import find_in_source
from tests.stages.verify.held import index


def found(source: str) -> list[Finding]:
    """Findings about a source."""
    return list(find_in_source(index(source)))


@pytest.mark.parametrize(
    ("source", "expression"),
    [
        (
            "The quay costs 4 million euros, the hall costs 3 million euros. In total they cost 8 million euros.",
            "4,000,000 + 3,000,000 = 7,000,000, not 8,000,000",
        ),
        ("The ship carried 221 passengers and 25 crew, 247 people in all.", "221 + 25 = 246, not 247"),
    ],
)
def test_a_wrong_sum_is_found(source: str, expression: str) -> None:
    """The total, its parts and what they really give."""
    (finding,) = found(source)
    assert (finding.check, finding.status, finding.code) == (CheckName.ARITHMETIC, Status.CHECK, Code.WRONG_SUM)
    assert finding.working is not None
    assert finding.working.expression == expression
    assert "does not add up" in finding.message
    assert finding.claim is None


@pytest.mark.parametrize(
    "source",
    [
        "The ship carried 221 passengers and 25 crew, 246 people in all.",
        "Harbour has 24 seats and the Union 14 seats. Together they hold 38 seats.",
    ],
)
def test_a_right_sum_is_shown_with_its_working(source: str) -> None:
    """What adds up is proven too."""
    (finding,) = found(source)
    assert (finding.status, finding.code) == (Status.DERIVED, Code.DERIVED)


@pytest.mark.parametrize(
    "source",
    [
        "In all, 12 people were injured. The bridge is 30 metres long.",
        "The shop has 3 rooms, 4 doors and 7 windows in total.",
        "About 200 officers arrived, joining 200 officers, 500 officers in total.",
        "The firm sold 12 boats in May, 3 boats in June and 900 boats in total.",
        "Together they wrote 2 books. One of them wrote 5 books.",
    ],
)
def test_figures_that_need_not_add_up_are_left_alone(source: str) -> None:
    """Other things, hedged figures, a sample of a total: no complaint."""
    assert [finding for finding in found(source) if not finding.status.passed] == []


def test_an_acronym_in_two_forms_is_found() -> None:
    """Both forms with their places."""
    (finding,) = found("The Multinational Security Support (MMSS) mission began. The MSS went on.")
    assert (finding.check, finding.status, finding.code) == (CheckName.NAME, Status.CHECK, Code.TWO_FORMS)
    assert [evidence.exact for evidence in finding.evidence] == ["MMSS", "MSS"]


@pytest.mark.parametrize(
    "source",
    [
        "The National Health Board (NHB) met. The NHB said no.",
        "The National Health Board (NHB) and the World Health Union (WHU) met. The NHB and the WHU said no.",
    ],
)
def test_acronyms_used_as_introduced_are_left_alone(source: str) -> None:
    """One form each."""
    assert found(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "The fire killed 12 people, police said.\n\nPolice said that 17 people were killed in the fire.",
        "So far 12 people have been injured, the coastguard says.\n\n"
        "The number of injured has risen to 17, the coastguard says.",
    ],
)
def test_a_toll_given_twice_with_different_values_is_found(source: str) -> None:
    """Two counts of one toll: an editor has to choose."""
    (finding,) = found(source)
    assert (finding.check, finding.status, finding.code) == (CheckName.NUMBER, Status.CHECK, Code.TWO_VALUES)
    assert "12" in finding.message
    assert "17" in finding.message
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    "source",
    [
        "The fire killed 12 people, police said.\n\nPolice said that twelve people were killed in the fire.",
        "In Quay Town 12 people were killed in floods.\n\nIn Port Sund 17 people were killed in floods.",
        "In the north 12 people were killed in floods.\n\nIn the south 17 people were killed in floods.",
        "On Monday 12 people were killed in floods.\n\nOn Tuesday 17 people were killed in floods.",
        "The first blast killed 12 people in the market.\n\nThe second blast killed 17 people in the market.",
        "The army lost 12 soldiers killed in the attack.\n\nThe rebels lost 17 fighters killed in the attack.",
        "The fire killed 12 people, police said.\n\nThe fire injured 17 people, police said.",
        "The fire killed 12 people, police said.\n\nMore than 10 people were killed in the fire, police said.",
        "The team scored 12 goals in May.\n\nThe team scored 17 goals in June.",
    ],
)
def test_counts_of_different_things_are_left_alone(source: str) -> None:
    """Other places, days, parties, events and hedges are no contradiction."""
    assert [finding for finding in found(source) if finding.code is Code.TWO_VALUES] == []


def test_findings_stand_in_text_order() -> None:
    """By their first evidence."""
    starts = [
        finding.evidence[0].start
        for finding in found(
            "The Multinational Security Support (MMSS) mission began. The MSS went on.\n\n"
            "The ship carried 221 passengers and 25 crew, 247 people in all."
        )
    ]
    assert len(starts) == 2
    assert starts == sorted(starts)
