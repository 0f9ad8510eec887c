"""Results as intervals, and whether a figure says them."""

from fractions import Fraction

import pytest

from briefing.records.quantity import Quantity
from briefing.text.derivations.intervals import close_to, fits, less, quotient, sum_of
from briefing.text.quantities import read_quantities


def only(text: str) -> Quantity:
    """The one figure of a text."""
    found = read_quantities(text, locale="en")
    assert len(found) == 1, found
    return found[0]


def test_intervals_propagate() -> None:
    """Up to 1,000 less 400 is up to 600, and what is rough stays rough."""
    assert less(only("up to 1,000 officers"), (only("400 officers"),))[1] == Fraction(600)
    assert less(only("£900"), (only("about £400"),)) == (Fraction(450), Fraction(550))
    assert sum_of((only("at least 9 people"), only("3 people"))) == (Fraction(12), None)


@pytest.mark.parametrize(
    ("claim", "part", "whole", "said"),
    [
        ("more than half", "60 votes", "100 votes", True),
        ("more than half", "at least 60 votes", "100 votes", True),
        ("less than a third", "about £28", "£100", True),
        ("half of the votes", "50 votes", "100 votes", True),
        ("about a third", "33 votes", "100 votes", True),
        ("more than half", "50 votes", "100 votes", False),
        ("more than half", "95 votes", "100 votes", False),
        ("more than half", "up to 60 votes", "100 votes", False),
        ("less than a third", "about £34", "£100", False),
        ("half of the votes", "about 50 votes", "100 votes", False),
        ("60 percent", "61 votes", "100 votes", False),
    ],
)
def test_a_share_is_said_as_closely_as_it_is_printed(claim: str, part: str, whole: str, said: bool) -> None:
    """A bound must come near to the share, an exact one needs exact operands, an open operand proves one side only."""
    assert close_to(only(claim), quotient(only(part), only(whole))) is said


@pytest.mark.parametrize(
    ("claim", "result", "said"),
    [
        ("nine people", 9, True),
        ("at least nine people", 9, True),
        ("about 900 people", 920, True),
        ("at least nine people", 12, False),
        ("more than nine people", 12, False),
        ("fewer than nine people", 3, False),
        ("about 900 people", 1100, False),
    ],
)
def test_an_open_bound_is_proven_by_its_own_value_only(claim: str, result: int, said: bool) -> None:
    """Everything that can be worked out is more than something; that proves nothing."""
    assert fits(only(claim), (Fraction(result), Fraction(result))) is said
