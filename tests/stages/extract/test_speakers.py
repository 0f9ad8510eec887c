"""Who speaks is read from the sentence alone, and is left open rather than guessed."""

from collections.abc import Callable

import pytest

from briefing.records.article import Reading
from briefing.stages.extract.scene import scene
from briefing.stages.extract.speakers import speaker

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The road is closed, police said.", "police"),
        ("Rosa Venn, the head of the brigade, said that the road is closed.", "Rosa Venn"),
        ("Rosa Venn, 48, said that the road is closed.", "Rosa Venn"),
        ('"The road is closed for a whole week," said Rosa Venn.', "Rosa Venn"),
        ("Rosa Venn and Karl Bode told the court that they were sorry.", "Rosa Venn and Karl Bode"),
        ("The works council called the plan poor and said that it would not sign.", "The works council"),
        ("The road is closed, according to the weather office.", "the weather office"),
        ("A senior army officer said that more would follow.", "A senior army officer"),
    ],
)
def test_speakers(read: Read, text: str, who: str) -> None:
    """Names, appositions, inversions, pairs, descriptions and sources are found."""
    found = speaker(scene(read(text)).sentences[0])
    assert found is not None
    assert found.text == who
    assert text[found.start : found.end] == who


@pytest.mark.parametrize(
    "text",
    [
        "She said that the road is closed.",
        "The mayor declared a state of emergency.",
        "He said the Home Office sets the rules.",
        "The court has been told that the wave was a surprise.",
        "The road is closed.",
    ],
)
def test_nobody_is_made_a_speaker(read: Read, text: str) -> None:
    """A pronoun, an object of the verb and a passive name nobody."""
    assert speaker(scene(read(text)).sentences[0]) is None
