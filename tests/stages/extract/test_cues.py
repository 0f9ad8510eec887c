"""Cue words tell page furniture from the story, and what is to come from what has been."""

import pytest

from briefing.stages.extract.clauses import looks_ahead
from briefing.stages.extract.cues import OPEN_QUESTION, SPEECH, is_furniture


@pytest.mark.parametrize(
    "text",
    ["Read more", "We use cookies on this site.", "Image caption The bridge", "By Rosa Venn", "Updated: 12 May", "***"],
)
def test_furniture(text: str) -> None:
    """Notices, captions, bylines and stamps are not the story."""
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text", ["By Friday the water had fallen.", "Readers of the paper protested.", "The photo shows the mayor."]
)
def test_the_story_is_not_furniture(text: str) -> None:
    """A sentence that merely begins with the same letters stays."""
    assert not is_furniture(text)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The school will open in May.", True),
        ("A hearing is due in nine months.", True),
        ("The trains are not expected to run.", True),
        ("Officials said that more would follow.", True),
        ("The task is to guard the port.", False),
        ("They would have won.", False),
        ("She was willing.", False),
        ("There is no plan to sell.", False),
    ],
)
def test_looking_ahead(text: str, ahead: bool) -> None:
    """Plans and promises look ahead; aims, chances that are gone and denials do not."""
    assert looks_ahead(text) is ahead


def test_an_object_is_no_speech() -> None:
    """Some verbs are speech only when they introduce what is said."""
    assert SPEECH.search("The mayor declared that it was over.")
    assert not SPEECH.search("The mayor declared an emergency.")


def test_open_questions() -> None:
    """What nobody knows is recognised in the article's words."""
    assert OPEN_QUESTION.search("The cause is not yet known.")
    assert not OPEN_QUESTION.search("The cause is known.")
