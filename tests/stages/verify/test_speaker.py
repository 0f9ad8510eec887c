"""Speakers: words belong to whoever says them in the article, and what stands between marks was said there."""

from pathlib import Path

import pytest

from briefing.records.findings import CheckName, Code, Status
from briefing.stages.verify.speaker import check_speaker
from tests.stages.verify.held import held, index, only

SOURCE = """\
Shares in Tarkwa Foods fell on Monday after the biscuit maker warned that full-year profit would miss forecasts.

"Trading has been weaker than we expected and we see no quick recovery," the company said in a statement.

Chief executive Abena Mensah told analysts that the group would raise prices in the spring. "We have absorbed what we
can," she said. "We cannot sell a biscuit for less than it costs to bake."

Luis Carranza, an analyst at Delmar Securities, said the warning was no surprise. "What worries me is the debt, not the
cocoa," he said. A trade union official, who asked not to be named, spoke of "fear on every floor of the building".

Mayor Ruth Castellano promised that the town would help. Her spokesman, Tom Quesada, said later that nothing had been
decided. "Everything else is gossip," he said.

"A woman behind me kept saying, 'Is it over? Is it over?'" said trader Marek Novotny, who lost most of his savings.
"""


@pytest.mark.parametrize(
    "draft",
    [
        '"We cannot sell a biscuit for less than it costs to bake," Mensah said.',
        'The chief executive said the company had "absorbed what we can".',
        'Abena Mensah was blunt. "We have absorbed what we can," she said.',
        '"Trading has been weaker than we expected," Tarkwa Foods said.',
        'According to analyst Luis Carranza, "what worries me is the debt, not the cocoa".',
        'The analyst said: "What worries me is the debt, not the cocoa."',
        'A union official described "fear on every floor of the building".',
        '"Everything else is gossip," the mayor\'s spokesman said.',
        'Novotny said a woman behind him kept asking: "Is it over? Is it over?"',
        "Mensah said the group would raise its prices in the spring.",
        "In the spring prices will go up, the chief executive told analysts.",
        'Shares in "Tarkwa Foods" fell.',
        "The warning was no surprise, according to Carranza.",
    ],
)
def test_true_speakers_are_not_objected_to(draft: str) -> None:
    """By name, by role, by pronoun, before and behind the words, direct and indirect."""
    assert held(check_speaker, draft, SOURCE) == []


@pytest.mark.parametrize(
    ("draft", "other", "given"),
    [
        ('"We have absorbed what we can," Luis Carranza said.', "Abena Mensah", "Luis Carranza"),
        ('Mensah called it "fear on every floor of the building".', "A trade union official", "Abena Mensah"),
        ('"Trading has been weaker than we expected," Mensah said.', "the company", "Abena Mensah"),
        ('The mayor was angry. "Everything else is gossip," she said.', "Tom Quesada", "Ruth Castellano"),
        ('"What worries me is the debt, not the cocoa," the mayor said.', "Luis Carranza", "Ruth Castellano"),
        ('Trader Marek Novotny kept saying: "Is it over? Is it over?"', "A woman behind me", "Marek Novotny"),
        ('"We have absorbed what we can," the company\'s treasurer said.', "Abena Mensah", "the company's treasurer"),
        ('"We have absorbed what we can," the deputy mayor said.', "Abena Mensah", "the deputy mayor"),
    ],
)
def test_words_given_to_another_are_objected_to(draft: str, other: str, given: str) -> None:
    """Another person, a company's statement in somebody's mouth, a post that the article does not have."""
    finding = only(check_speaker, draft, SOURCE)
    assert finding.check is CheckName.ATTRIBUTION
    assert finding.code in (Code.OTHER_PERSON, Code.OTHER_SOURCE)
    assert other in finding.message
    assert given in finding.message
    assert finding.evidence
    assert finding.claim is not None
    assert draft[finding.claim.start : finding.claim.end] == finding.claim.text


def test_only_two_names_beside_their_words_are_sure() -> None:
    """A speaker who is a pronoun in the article asks for a look; one who is named there is another for sure."""
    source = (
        '"I have read the page many times," said Josephine Akello. Moses Kiptanui was silent. "I was late," he said.'
    )
    sure = only(check_speaker, '"I have read the page many times," Moses Kiptanui said.', source)
    look = only(check_speaker, '"I was late," Josephine Akello said.', source)
    assert (sure.status, sure.code) == (Status.UNSUPPORTED, Code.OTHER_PERSON)
    assert look.status is Status.CHECK


@pytest.mark.parametrize(
    "draft",
    [
        'Mensah said "full-year profit would miss forecasts".',
        'Carranza said that "the warning was no surprise".',
        '"Shares in Tarkwa Foods fell on Monday," the mayor told reporters.',
    ],
)
def test_the_articles_own_words_are_no_quotation(draft: str) -> None:
    """Narration and indirect speech between marks, given to a speaker, ask for a look."""
    finding = only(check_speaker, draft, SOURCE)
    assert (finding.check, finding.status, finding.code) == (CheckName.QUOTE, Status.CHECK, Code.NOT_QUOTED)
    assert finding.message.startswith("These words are the article's own")


@pytest.mark.parametrize(
    "draft",
    [
        'Mensah spoke of a "small rise".',
        'The "biscuit maker" said little.',
        'Carranza wrote "Full-Year Profit Would Miss"',
    ],
)
def test_terms_and_titles_between_marks_are_left_alone(draft: str) -> None:
    """A few words, or a title, are often nobody's speech."""
    assert held(check_speaker, draft, SOURCE) == []


@pytest.mark.parametrize(
    "draft",
    [
        "Mayor Ruth Castellano said the group would raise prices in the spring.",
        "Carranza promised that the town would help.",
        "Abena Mensah said the warning was no surprise.",
    ],
)
def test_indirect_speech_of_another_asks_for_a_look(draft: str) -> None:
    """What one person says in the article is not another's to say."""
    finding = only(check_speaker, draft, SOURCE)
    assert (finding.check, finding.status) == (CheckName.ATTRIBUTION, Status.CHECK)
    assert finding.code in (Code.OTHER_PERSON, Code.OTHER_SOURCE)


def test_an_article_without_marks_shows_nothing_of_what_was_spoken() -> None:
    """A text that lost its quotation marks is no proof against a quotation."""
    assert (
        held(check_speaker, 'Carranza said "the warning was no surprise".', SOURCE.replace('"', "").replace("'", ""))
        == []
    )


def test_an_article_agrees_with_itself() -> None:
    """Every fixture, held against itself, gives its own words to its own speakers."""
    for path in sorted(Path("fixtures").glob("*/article.txt")):
        text = path.read_text(encoding="utf-8")
        assert held(check_speaker, text, text) == [], path


def test_tampering_over_all_fixtures() -> None:
    """A quotation of a named person given to another one of the article is objected to, with both names."""
    tried = objected = 0
    for path in sorted(Path("fixtures").glob("*/article.txt")):
        source = index(path.read_text(encoding="utf-8"))
        voices = source.voices
        for number, quotation in enumerate(voices.speech.quotations.all):
            words = voices.speech.quotations.words(quotation).rstrip(",.")
            attribution = voices.speech.of_quotation[number]
            speaker = voices.speakers.of(attribution) if attribution is not None else None
            if speaker is None or len(speaker.people) != 1 or quotation.inside is not None or '"' in words:
                continue
            others = [each for each in voices.speakers.persons if each not in (*speaker.people, *speaker.maybe)]
            for other in others:
                found = held(check_speaker, f"“{words},” {other.name} said.", source.text)
                tried += 1
                objected += any(speaker.shown in each.message and other.name in each.message for each in found)
    assert tried > 20
    assert objected >= 0.9 * tried
