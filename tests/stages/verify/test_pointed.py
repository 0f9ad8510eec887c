"""What a fact points to must carry it: true words beside the wrong evidence, and copies with one word exchanged."""

import pytest

from briefing.records.findings import CheckName, Code, Status
from tests.stages.test_crosscheck import checked

STORY = (
    "Alder won the vote in Eastmere by 212 ballots. The old hall will be kept and turned into a museum by the town.\n\n"
    "The choir sang in the cold barn for the winter months.\n\nAna Ruiz runs six ferries.\n\n"
    "Revenue rose by 4 percent, according to Ben Okoro. The mission was not extended."
)


def said(statement: str, *pointers: str) -> list[tuple[Code, Status]]:
    """What is said about the evidence of a fact: code and status of each objection."""
    (fact,) = checked(STORY, (statement, pointers[0])).facts
    found = [each for each in fact.findings if each.check is CheckName.EVIDENCE and not each.status.passed]
    return [(each.code, each.status) for each in found if each.status is Status.CHECK]


@pytest.mark.parametrize(
    ("statement", "pointer"),
    [
        ("Alder won in Eastmere by 212 ballots.", "s1"),
        ("The old hall will be kept and turned into a museum by the town.", "s2"),
        ("The old hall is to be kept and turned into a museum.", "s2"),
        ("Ruiz has six ferries.", "s4"),
        ("Revenue was up 4 percent, Ben Okoro said.", "s5"),
        ("The mission was not extended.", "s6"),
    ],
)
def test_what_the_sentences_say_passes(statement: str, pointer: str) -> None:
    """In their words or in others."""
    assert said(statement, pointer) == []


@pytest.mark.parametrize(
    ("statement", "pointer", "code"),
    [
        ("Ruiz runs six ferries.", "s3", Code.NO_EVIDENCE),
        ("Alder won by 212 ballots.", "s5", Code.NO_EVIDENCE),
        ("Ana Ruiz has been praised by the president.", "s4", Code.NO_EVIDENCE),
        ("Ruiz does not run six ferries.", "s4", Code.NEGATED),
        ("Revenue fell by 4 percent.", "s5", Code.OTHER_EVENT),
        ("Ana Ruiz won the vote in Eastmere by 212 ballots.", "s1", Code.ALTERED_QUOTE),
        ("The choir burned in the cold barn for the winter months.", "s3", Code.ALTERED_QUOTE),
        ("The old hall has been kept and turned into a museum by the town.", "s2", Code.ALTERED_QUOTE),
        ("The old town will be kept and turned into a museum by the market.", "s2", Code.ALTERED_QUOTE),
    ],
)
def test_what_they_do_not_say_asks_for_a_look(statement: str, pointer: str, code: Code) -> None:
    """Other evidence, a denial out of nothing, an event that excludes theirs, a copy with a word exchanged."""
    assert (code, Status.CHECK) in said(statement, pointer)


def test_a_fact_in_the_articles_own_words_is_left_alone() -> None:
    """It was cut out of the article: there is nothing to compare."""
    (fact,) = checked(STORY, ("The choir sang in the cold barn for the winter months.", "s3")).facts
    assert fact.status is Status.VERIFIED


def test_a_copy_with_another_figure_is_not_saved_by_arithmetic() -> None:
    """The sentence prints 14 seats there; that other figures would give two is no proof of two."""
    article = (
        "Alder won 37 seats in the assembly. The Green List won 17.9 percent and 14 seats there. Birch has 39 seats."
    )
    (right,) = checked(article, ("The Green List won 17.9 percent and 14 seats there.", "s2")).facts
    (wrong,) = checked(article, ("The Green List won 17.9 percent and two seats there.", "s2")).facts
    assert right.status is Status.VERIFIED
    assert not wrong.status.passed


def test_a_figure_elsewhere_that_counts_something_else_is_not_the_facts() -> None:
    """It points to the sentence about officers; "six" is said of ferries."""
    article = "The mission has 200 officers in town.\n\nAna Ruiz runs six ferries."
    (fact,) = checked(article, ("The mission has six officers in town.", "s1")).facts
    assert not fact.status.passed
