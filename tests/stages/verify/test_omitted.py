"""The figures that are left out: each once, the weightiest first, and the same each time."""

import pytest

from briefing import Kind, verify
from briefing.pipeline import prepare
from briefing.records.codec import report_to_json
from briefing.records.findings import Status
from briefing.stages.verify.omitted import omitted_figures, used_by
from tests import stories
from tests.stages.verify.held import index

STORY = """Ferry fire kills 12

A fire on a ferry killed 12 people off Port Sund, the coastguard said. The ferry carried 340 passengers.

It cost the owner 4 million euros, and traffic fell by 30 percent. The ferry Sund 7 sailed for nine years.

The fire injured 45 people. All 340 passengers were taken ashore in two boats. Rescue took 6 hours.
"""


def ranked(text: str) -> list[str]:
    """The words of every figure of a text that uses none of them, in order."""
    return [quantity.raw for quantity in omitted_figures((), index(text))]


def test_tolls_and_the_head_of_a_story_come_before_durations_and_identifiers() -> None:
    """The dead of the headline first, the name of the ferry last."""
    order = ranked(STORY)
    assert order[:2] == ["12", "340"]
    assert order.index("45") < order.index("6 hours")
    assert order.index("4 million euros") < order.index("nine years")
    assert order.index("30 percent") < order.index("nine years")
    assert order[-1] == "Sund 7" or order[-1] == "two"


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("17", "90", "The town has a hall with 90 seats. The blast killed 17 people."),
        ("17", "90", "The blast injured 90 people. It killed 17 people."),
        ("$3 million", "90", "The hall has 90 seats. It is worth $3 million."),
        ("12,000", "30", "The hall has 30 doors. The town has 12,000 houses."),
        ("40", "two", "The hall has two doors. It has 40 windows."),
    ],
)
def test_what_weighs_more_comes_first(first: str, second: str, text: str) -> None:
    """The dead before the hurt, both before seats; money before things; many before few; figures before small words."""
    order = ranked(text)
    assert order.index(first) < order.index(second)


def test_a_figure_that_repeats_is_listed_once_at_its_first_place_and_weighs_more() -> None:
    """Whatever its notation; another thing with the same value is another figure."""
    text = "The hall has 40 seats. The roof has 50 tiles.\n\nAll forty seats were taken.\n\nThe yard has 40 trees."
    found = omitted_figures((), index(text))
    assert [(quantity.raw, quantity.start) for quantity in found if quantity.low == 40] == [
        ("40", text.index("40 seats")),
        ("40", text.index("40 trees")),
    ]
    assert found[0].raw == "40"


def test_equal_weights_stand_in_text_order() -> None:
    """No order hangs on chance: a second run gives the same."""
    text = "The hall has 40 seats, 41 doors and 42 windows."
    assert ranked(text) == ["40", "41", "42"]
    assert ranked(STORY) == ranked(STORY)


def test_one_use_of_a_value_uses_all_its_places() -> None:
    """What is told once is not asked for again, though it is printed twice."""
    report = verify("The ferry carried 340 passengers.", STORY)
    assert "340" not in [quantity.raw for quantity in report.omitted_figures]
    assert "12" in [quantity.raw for quantity in report.omitted_figures]


def test_a_wrong_figure_does_not_use_the_right_one() -> None:
    """The source's 340 is still missing from a draft that says 430."""
    report = verify("The ferry carried 430 passengers.", STORY)
    assert report.status is Status.UNSUPPORTED
    assert "340" in [quantity.raw for quantity in report.omitted_figures]


def test_operands_of_a_derivation_are_used() -> None:
    """Who writes the sum has read its parts."""
    text = "Harbour has 24 seats and the Union has 14 seats. The hall has 90 windows."
    report = verify("Harbour and the Union have 38 seats together.", text)
    assert [quantity.raw for quantity in report.omitted_figures] == ["90"]


@pytest.mark.parametrize("story", stories.IDS)
def test_a_draft_that_is_the_source_omits_nothing(story: str) -> None:
    """And an empty handed one omits every figure once."""
    reading = prepare(stories.article(story))
    source = index(reading.text)
    assert omitted_figures([unit.span for unit in reading.units], source) == ()
    every = {quantity.start for each in source.ranked_figures for quantity in each.places}
    assert all(quantity.start in every for quantity in source.figures if quantity.kind in (Kind.MONEY, Kind.PERCENT))
    assert used_by(()) == []


def test_what_is_omitted_is_no_reproach() -> None:
    """A right draft that leaves something out is ok; the report has the list, and so has its JSON."""
    report = verify("The fire injured 45 people.", STORY)
    assert report.ok
    assert report.omitted_figures
    assert '"omitted_figures": [' in report_to_json(report)
