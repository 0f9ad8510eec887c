"""Who says what in a text: the speaker's words, the verb, and what they cover."""

import pytest

from briefing.records.spans import Span
from briefing.text.attribution import IMPLIED, Attribution, speech


def said(text: str, words: str) -> Attribution | None:
    """The attribution of ``words``, which stand once in ``text``."""
    at = text.index(words)
    return speech(text, "en").said_at(Span(at, at + len(words)))


def who(text: str, words: str) -> str | None:
    """The words for the one who says ``words``."""
    found = said(text, words)
    return found.who.text if found is not None and found.who is not None else None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We are late," Strand said.', "Strand"),
        ('"We are late," said Rear Admiral Mateo Aquino.', "Rear Admiral Mateo Aquino"),
        ('"We are late," said Benali, who runs a business in the city.', "Benali, who runs a business in the city"),
        ('"We are late," said Greta Moser at the finish.', "Greta Moser"),
        ('Luis Carranza, an analyst at Delmar, said: "We are late."', "Luis Carranza, an analyst at Delmar"),
        ('Outside court Margaret Lowe, 81, who lost it all, said "we are late".', "Margaret Lowe, 81, who lost it all"),
        ('In a post on social media the culture secretary called it "we are late".', "the culture secretary"),
        ('According to opposition leader Helen Strand, "we are late".', "opposition leader Helen Strand"),
        ('Parents thought "we are late", according to nurse Ponce.', "nurse Ponce"),
        ('"We are late?" Novotny asked.', "Novotny"),
        ('PORT ELISE (Newswire) - Minister Bo on Tuesday went home, telling members: "We are late."', "Minister Bo"),
        ('A summit opened, which a presidential aide said was "we are late".', "a presidential aide"),
        ('The union met on Monday and said "we are late".', "The union"),
        ("“We are late,” the company said in a statement.", "the company"),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str) -> None:
    """Before and behind the verb, with rank, role, age and what stands between commas."""
    assert who(text, "e are late") == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"One is here," Strand said. "Two is there."', "Two is there", "Strand"),
        ('"One is here," Strand said, "and two is there."', "and two is there", "Strand"),
        ('"One is here," Strand said.\n\n"Two is there."', "Two is there", "Strand"),
        ('"One is here," Strand said. "Two is.\n\n"And three is there."', "And three is", "Strand"),
        ('Blanco wants an inquiry. "Two is there."', "Two is there", "Blanco"),
        ('He said one, but Rossi called it "two is there".', "two is there", "Rossi"),
        ('"One is here," Strand said, adding: "Two is there."', "Two is there", "Strand"),
        ("\"A woman kept saying, 'Is it over?'\" Novotny said.", "Is it over", "A woman"),
        ("\"I told them, 'Is it over?'\" Novotny said.", "Is it over", "Novotny"),
    ],
)
def test_quotations_that_go_on(text: str, words: str, speaker: str) -> None:
    """Split, continued and nested quotations keep their own speaker."""
    assert who(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("The road is closed, police said on Sunday.", "road is closed", "police"),
        ("The road is closed, said the fire chief, Jana Krizova.", "road is closed", "the fire chief, Jana Krizova"),
        ("Krizova said that the road is closed.", "road is closed", "Krizova"),
        ("She said the road was open and called for a levy on bank profits.", "a levy on bank profits", "She"),
        ("Lowe rejected the idea, saying the road is closed.", "road is closed", "Lowe"),
        ("Nobody was hurt, Hext said, but the road is closed.", "road is closed", "Hext"),
    ],
)
def test_indirect_speech(text: str, words: str, speaker: str) -> None:
    """A reported clause has the speaker of its verb, wherever that stands."""
    found = said(text, words)
    assert found is not None
    assert found.indirect
    assert found.who is not None
    assert found.who.text == speaker


def test_kinds_and_places() -> None:
    """Every attribution keeps its words at their place, and says what kind of verb it has."""
    text = 'The union warned of delays. "We are late," Strand said. Rossi is "a nice man".'
    found = speech(text, "en").attributions
    assert [each.kind for each in found] == ["warned", "said", IMPLIED]
    for each in found:
        assert text[each.verb.start : each.verb.end] == each.verb.text
        assert each.who is not None
        assert text[each.who.start : each.who.end] == each.who.text


@pytest.mark.parametrize(
    "text",
    ["The claims were false.", "Ships ignored radio calls.", "They were told to wait.", "The bank reports on Monday."],
)
def test_nouns_and_passives_give_words_to_nobody(text: str) -> None:
    """A noun that looks like a verb of speech is none."""
    assert speech(text, "en").attributions == ()


def test_a_language_without_verbs_has_quotations_without_speakers() -> None:
    """Nothing is guessed where no table is."""
    found = speech("„Wir kommen“, sagte Meier.", "de")
    assert len(found.quotations.all) == 1
    assert found.of_quotation == (None,)
    assert found.attributions == ()
