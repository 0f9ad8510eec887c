"""Who does it to whom: changed places, and somebody else in the place of one."""

import pytest

from briefing.pipeline import prepare
from briefing.records.findings import Code
from briefing.stages.verify.polarity import check_polarity
from briefing.stages.verify.source import SourceIndex
from tests.stages.verify.held import claims, english


def codes(draft: str, article: str) -> list[Code]:
    """What the check of polarity has against a draft."""
    there = SourceIndex(prepare(english(article)))
    return [finding.code for claim in claims(draft) for finding in check_polarity(claim, there)]


@pytest.mark.parametrize(
    ("article", "draft"),
    [
        ("Ostmark accused Varenia of sending vessels.", "Varenia accused Ostmark of sending vessels."),
        ("Calder beat Westhaven 2-1 on Saturday.", "Westhaven beat Calder 2-1 on Saturday."),
        ("Lawson must pay Marsh's legal costs.", "Marsh must pay Lawson's legal costs."),
        ("Skyfjord rejected a bid from Aeronor.", "Aeronor rejected a bid from Skyfjord."),
    ],
)
def test_changed_places_are_objected_to(article: str, draft: str) -> None:
    """The two names around a verb may not change places."""
    assert codes(draft, article) == [Code.REVERSED]


@pytest.mark.parametrize(
    ("article", "draft"),
    [
        ("Ostmark accused Varenia of sending vessels.", "Varenia was accused by Ostmark of sending vessels."),
        ("Calder beat Westhaven 2-1 on Saturday.", "Westhaven lost 2-1 to Calder on Saturday."),
        ("Anna Berg met Carl Lund on Monday.", "Carl Lund met Anna Berg on Monday."),
    ],
)
def test_the_passive_and_the_other_view_pass(article: str, draft: str) -> None:
    """A passive, the loser's view of a match, and verbs that say the same of both are no swap."""
    assert codes(draft, article) == []
