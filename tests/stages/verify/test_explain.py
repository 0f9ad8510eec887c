"""Explanations: one for every figure of a draft, with the reasons that decided."""

from briefing import Briefer, Settings
from briefing.records.explanation import Explanation
from briefing.records.findings import Status

ABOARD = "The tender had 61 passengers and 14 crew on board, 75 people in all. It sank in March."


def _explained(draft: str) -> tuple[Explanation, ...]:
    return Briefer(Settings(language="en")).open(ABOARD).explain(draft)


def test_a_veto_is_told_in_words() -> None:
    """An editor sees which sign spoke against the figure, and what it was held against."""
    (each,) = _explained("The tender had 14 passengers.")
    assert each.status is Status.CHECK
    assert each.held_against is not None
    assert "14 crew" in each.held_against.text
    assert "the article counts that thing with another figure" in each.vetoes


def test_a_derivation_shows_its_working() -> None:
    """A figure that was worked out carries operands and result."""
    (each,) = _explained("Together 75 people were on board.")
    assert each.working is not None
    assert each.working.expression == "61 + 14 = 75"


def test_figures_and_dates_stand_in_text_order_with_few_reasons() -> None:
    """Every figure is explained, no more than three reasons on either side; a figure without a like says so."""
    first, second, third = _explained("In March 61 passengers sank with 99 boxes.")
    assert [each.figure.raw for each in (first, second, third)] == ["March", "61", "99"]
    assert second.probability is not None
    assert max(len(second.speaks_for), len(second.speaks_against)) <= 3
    assert third.held_against is None
