"""Stated sums: opened by a cue, made of figures of one sort, proven generously and refuted sparingly."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import Briefer, Settings
from briefing.pipeline import prepare
from briefing.text.equations import Equation, plain_number, stated_sums

_ENGLISH = Briefer(Settings(language="en"))


def sums(text: str) -> tuple[Equation, ...]:
    """The sums that a text states."""
    return stated_sums(prepare(_ENGLISH.read(text)))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        (
            "A team of 200 officers came, joining the 150 officers already there, bringing the total to 350 officers.",
            "200 + 150 = 350",
        ),
        ("The ship carried 221 passengers and 25 crew, 246 people in all.", "221 + 25 = 246"),
        ("Harbour has 24 seats and the Union 14 seats. Together they hold 38 seats.", "24 + 14 = 38"),
        ("They sold 10 boats in May. They sold 12 boats in June. In total they sold 22 boats.", "10 + 12 = 22"),
        (
            "The quay costs 4.5 million euros and the hall 3 million euros, 7.5 million euros in total.",
            "4,500,000 + 3,000,000 = 7,500,000",
        ),
        (
            "Police arrested 12 people on Monday and 13 people on Tuesday. In total 25 people were arrested.",
            "12 + 13 = 25",
        ),
    ],
)
def test_a_stated_total_is_proven(text: str, expression: str) -> None:
    """Parts in the same sentence, the one before it, or told earlier."""
    (equation,) = sums(text)
    assert equation.holds
    assert equation.expression == expression
    assert all(text[part.start : part.end] == part.raw for part in equation.parts)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The ship carried 221 passengers and 25 crew, 247 people in all.", "221 + 25 = 246, not 247"),
        (
            "The quay costs 4 million euros, the hall costs 3 million euros. In total they cost 8 million euros.",
            "4,000,000 + 3,000,000 = 7,000,000, not 8,000,000",
        ),
    ],
)
def test_a_list_that_does_not_add_up_is_refuted(text: str, expression: str) -> None:
    """What the parts really give stands in the expression."""
    (equation,) = sums(text)
    assert not equation.holds
    assert equation.expression == expression


@pytest.mark.parametrize(
    "text",
    [
        "Harbour has 24 seats and the Union 14 seats. The assembly has 38 seats.",
        "In all, 12 people were injured. The bridge is 30 metres long.",
        "About 200 officers arrived, joining 150 officers, 350 officers in total.",
        "The shop has 3 rooms, 4 doors and 7 windows in total.",
        "They paid 3 euros and 4 dollars, 7 pounds in total.",
        "Resolution 2000 and resolution 699 were adopted together.",
        "The firm sold 12 boats in May, 3 boats in June and 900 boats in total.",
        "",
    ],
)
def test_no_cue_or_no_parts_is_no_sum(text: str) -> None:
    """Numbers that happen to add up, other units, hedged figures and identifiers open nothing."""
    assert sums(text or "Nothing was counted.") == ()


def test_a_language_without_cues_has_no_sums() -> None:
    """Nothing is guessed."""
    reading = prepare(_ENGLISH.read("The ship carried 221 passengers and 25 crew, 246 people in all."))
    foreign = replace(reading, article=replace(reading.article, language="xx"))
    assert stated_sums(reading)
    assert stated_sums(foreign) == ()


def test_other_sets_of_parts_are_counted() -> None:
    """A total that could come about in several ways says so."""
    (equation,) = sums("They sold 10 cars, 20 cars, 30 cars and 50 cars, 60 cars in all.")
    assert equation.holds
    assert equation.alternatives > 0


@pytest.mark.parametrize(
    ("value", "shown"), [("400", "400"), ("4.50", "4.5"), ("1E+3", "1,000"), ("0.000", "0"), ("1200000", "1,200,000")]
)
def test_numbers_are_printed_plainly(value: str, shown: str) -> None:
    """No exponent, no padding, thousands grouped."""
    from decimal import Decimal

    assert plain_number(Decimal(value)) == shown


@given(st.lists(st.integers(min_value=2, max_value=900), min_size=2, max_size=5))
def test_any_list_with_its_true_total_is_proven_and_with_a_wrong_one_is_not(parts: list[int]) -> None:
    """Exact arithmetic on lists of any length; a total off by one is never proven from the whole list."""
    listed = ", ".join(f"{part} boats" for part in parts)
    right = sums(f"They sold {listed}. In total they sold {sum(parts)} boats.")
    assert [equation.holds for equation in right] == [True]
    wrong = sums(f"They sold {listed}. In total they sold {sum(parts) + 1} boats.")
    assert not any(equation.holds and len(equation.parts) == len(parts) for equation in wrong)
