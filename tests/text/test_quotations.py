"""Which stretches of a text stand between quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.quotations import quotations


def words(text: str) -> list[str]:
    """The words of every quotation."""
    found = quotations(text)
    return [found.words(each) for each in found.all]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ("«One», dit-elle. « Two »", ["One", "Two"]),
        ("„One“, sagte sie.", ["One"]),
        ("'He's gone,' she said. 'So are we.'", ["He's gone,", "So are we."]),
        ("‘He’s gone,’ she said.", ["He’s gone,"]),
        ("'The players' union is late,' he said.", ["The players' union is late,"]),
        ("“I told them, ‘Go now,’” he said.", ["I told them, ‘Go now,’", "Go now,"]),
        ("\"I told them, 'Go now,'\" he said.", ["I told them, 'Go now,'", "Go now,"]),
    ],
)
def test_marks(text: str, inside: list[str]) -> None:
    """Curly, straight, single, low and angle marks, and quotations in quotations."""
    assert words(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "The dogs' kennels and the cats' baskets burned.",
        "It was the '80s, and the farmers' market was new.",
        "the mayor 's office and the ministers ' offices were closed",
        'A 5" pipe and a 6" pipe burst.',
        'He said "..." and left.',
    ],
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    """Marks that quote nothing are left alone."""
    assert words(text) == []


def test_a_quotation_runs_on_in_the_next_paragraph() -> None:
    """A mark that is not closed quotes its paragraph, and the next one knows that it goes on."""
    first, second = quotations('"One is here.\n\n"Two is there," she said.').all
    assert not first.closed
    assert (second.closed, second.continues) == (True, 0)


@given(st.text(alphabet="ab .,?!\n\"'“”‘’«»„()", max_size=60))
def test_places_hold(text: str) -> None:
    """Any text gives spans inside their marks, in order, and inside a paragraph."""
    found = quotations(text)
    for each in found.all:
        assert each.outer.contains(each.inner)
        assert each.paragraph.contains(each.outer)
        if each.inside is not None:
            assert found.all[each.inside].inner.contains(each.outer)
    outer = [each.outer for each in found.all if each.inside is None]
    assert all(left.end <= right.start for left, right in pairwise(outer))
