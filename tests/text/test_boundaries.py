"""Sentence ends that are none, looked at one by one."""

import pytest

from briefing.text.boundaries import closers_at, ends_with_stop, is_false_end


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He met M.", "Normil there."),
        ("Approx.", "400 came."),
        ("No.", "10 was closed."),
        ("It fell on Jan.", "5 again."),
        ("He met Gen.", "Otunga."),
        ("“Where?”", "he asked."),
        ("The U.S.", "Army came."),
        ("He met J.", "Moreau."),
        ("They left.", "..."),
        ("a cut in the middle", "Of a sentence"),
    ],
)
def test_false_ends(before: str, after: str) -> None:
    """Titles before names, abbreviations before numbers, lower case after a quote, stray marks."""
    assert is_false_end(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He lives in the U.S.", "The army came."),
        ("He said no.", "Nobody came."),
        ("It closed at 5 p.m.", "The doors stayed shut."),
        ("It was 10.", "Nobody came."),
        ("“They left.”", "Nobody came."),
        ("So did I.", "Nobody came."),
    ],
)
def test_true_ends(before: str, after: str) -> None:
    """What ends like a sentence and is followed by one stays an end."""
    assert not is_false_end(before, after)


def test_closing_marks_belong_to_the_sentence_before() -> None:
    """A bracket or quote that the splitter left behind is taken back only if white space follows it."""
    assert closers_at("It left.) So", 8, 12) == 9
    assert closers_at("It left. (So", 8, 12) == 8
    assert closers_at('It left."So', 8, 11) == 8
    assert closers_at("It left.”", 8, 9) == 9


def test_stops_are_seen_through_closing_quotes() -> None:
    """A sentence may end inside quotes or brackets."""
    assert ends_with_stop("“They left.”")
    assert ends_with_stop("They left!) ")
    assert not ends_with_stop("They left,”")
    assert not ends_with_stop("")
