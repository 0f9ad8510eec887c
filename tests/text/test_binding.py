"""Binding: what a figure counts, what happens to it, and the time that it speaks of."""

import pytest

from briefing.records.quantity import Quantity
from briefing.text.binding import singular
from briefing.text.lexicon import lexicon
from briefing.text.quantities import read_quantities


def first(text: str) -> Quantity:
    """The first figure of a text."""
    return read_quantities(text)[0]


@pytest.mark.parametrize(
    ("text", "counted", "head"),
    [
        ("The court freed 400 Kenyan police officers on bail.", "Kenyan police officers", "officer"),
        ("At least 12 more people came.", "people", "person"),
        ("Thousands of families left.", "families", "family"),
        ("A third of voters stayed away.", "voters", "voter"),
    ],
)
def test_the_thing_counted_is_the_noun_phrase_behind(text: str, counted: str, head: str) -> None:
    """The words behind a figure, up to the verb, are what it counts; the head is its last noun in the singular."""
    quantity = first(text)
    assert quantity.counted is not None
    assert (quantity.counted.text, quantity.head) == (counted, head)


def test_the_total_of_a_number_stands_before_it() -> None:
    """“The number of officers rose to 400” counts officers."""
    quantity = first("The number of officers rose to 400.")
    assert quantity.head == "officer"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("At least 438 people kidnapped this week are home.", "abducted"),
        ("12 people were killed.", "killed"),
        ("12 people were killed or injured.", "killed+injured"),
        ("Police arrested 30 men.", "arrested"),
    ],
)
def test_the_event_is_the_class_of_the_nearest_verb(text: str, event: str) -> None:
    """What happens to the thing counted is a class, so that other words for it match."""
    assert first(text).event == event


def test_the_period_is_the_date_of_the_same_sentence() -> None:
    """A date of another sentence says nothing of the figure."""
    quantity = first("There were 400 arrests in May 2023. In 2024 nobody came.")
    assert quantity.period is not None
    assert quantity.period.text == "May 2023"
    alone = first("There were 400 arrests. In 2024 nobody came.")
    assert alone.period is None


def test_dates_and_names_are_bound_to_nothing() -> None:
    """A date, a time, an age or an identifier counts nothing."""
    for quantity in read_quantities("Boeing 737 crews met at 5pm on 3 May 2023."):
        assert (quantity.counted, quantity.measure, quantity.period) == (None, None, None)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("families", "family"), ("boxes", "box"), ("people", "person"), ("glass", "glass"), ("boats", "boat")],
)
def test_heads_are_singular(word: str, expected: str) -> None:
    """Irregular nouns stand in a table, the others follow their endings."""
    assert singular(word, lexicon("en")) == expected
