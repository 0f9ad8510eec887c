"""The curve never promises more than the threshold gives, and says where a rate cannot be reached."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from evals.summaries_curve import ALWAYS, as_text, curve

_SCORES = st.lists(st.one_of(st.floats(0, 1), st.just(ALWAYS)), min_size=1, max_size=40)


def test_threshold_is_the_lowest_that_keeps_the_rate() -> None:
    """One of four may be flagged: the threshold lies just above the second highest score."""
    (point,) = curve([0.1, 0.2, 0.3, 0.9], {"swap": [0.3, 0.31, 0.95, 0.1]}, [Fraction(1, 4)])
    assert point.threshold is not None
    assert 0.3 < point.threshold < 0.31
    assert point.recalls == (("swap", Fraction(1, 2)),)


def test_a_rate_below_the_other_flags_cannot_be_reached() -> None:
    """What is flagged for other reasons stays flagged, so that the point is left out instead of invented."""
    (point,) = curve([ALWAYS, ALWAYS, 0.1], {"swap": [0.5]}, [Fraction(1, 3)])
    assert point.threshold is None
    assert point.recalls == ()


def test_equal_scores_stand_or_fall_together() -> None:
    """A threshold between equal scores does not exist, so all of them are spared."""
    (point,) = curve([0.5, 0.5, 0.5, 0.1], {"swap": [0.5, 0.6]}, [Fraction(1, 4)])
    assert point.recalls == (("swap", Fraction(1, 2)),)


@given(faithful=_SCORES, wrong=_SCORES, percent=st.integers(0, 100))
def test_the_rate_is_never_exceeded(faithful: list[float], wrong: list[float], percent: int) -> None:
    """At the threshold no more of the faithful are flagged than the point says."""
    rate = Fraction(percent, 100)
    (point,) = curve(faithful, {"swap": wrong}, [rate])
    if point.threshold is not None:
        assert sum(score >= point.threshold for score in faithful) <= rate * len(faithful)
    else:
        assert sum(score == ALWAYS for score in faithful) > rate * len(faithful)


@given(faithful=_SCORES, wrong=_SCORES)
def test_more_false_alarms_never_catch_less(faithful: list[float], wrong: list[float]) -> None:
    """Recall rises with the rate."""
    caught = [recall for point in curve(faithful, {"swap": wrong}) for _, recall in point.recalls]
    assert caught == sorted(caught)


def test_text_shows_recall_by_rate() -> None:
    """A row for each rate with the threshold and the share caught, and a dash where there is none."""
    points = curve([0.1, 0.2, ALWAYS], {"swap": [0.15, 0.9]}, [Fraction(1, 100), Fraction(2, 3)])
    rows = [row.split() for row in as_text(points, "ok_literal").splitlines()]
    assert rows[0] == ["ok_literal", "flagged", "at", "most", "threshold", "swap"]
    assert rows[1:] == [["0.01", "-"], ["0.67", "0.100", "1.000"]]
