"""Articles find their profile."""

from pathlib import Path

import pytest

from briefing.profiles.catalog import MISSION
from briefing.profiles.recognise import cue_score, has_words, may_state, recognise

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


KINDS = {
    "ferry-live": "disaster",
    "fraud-trial": "court",
    "harbour-budget": "general",
    "police-deployment": "mission",
    "quarterly-results": "earnings",
    "regional-election": "election",
    "river-flood": "disaster",
    "village-choir": "general",
}


@pytest.mark.parametrize("folder", sorted(path.parent.name for path in FIXTURES.glob("*/article.txt")))
def test_each_fixture_finds_its_profile(folder: str) -> None:
    """Each story is what it is about: a vote of a council is no election, and police in a trial make no mission."""
    article = (FIXTURES / folder / "article.txt").read_text(encoding="utf-8")
    assert recognise(article) == KINDS[folder]


def test_what_an_article_is_about_stands_in_its_head() -> None:
    """The same sentences are an election at the top of an article and a digression far down."""
    poll = "Turnout was 61 percent, the electoral commission said. The Blue Party won 40 percent of the vote. "
    filler = "The choir sang in the village hall, and people listened. " * 20
    assert recognise(poll + filler) == "election"
    assert recognise(filler + poll) == "general"


def test_no_cue_means_general() -> None:
    """Whatever nothing speaks for is an ordinary story."""
    assert recognise("") == "general"
    assert recognise("The choir sang in the village hall on Sunday.") == "general"


def test_a_cue_counts_once() -> None:
    """A word that is repeated through a long article does not make it a mission."""
    assert cue_score("troops " * 50, MISSION) == cue_score("troops", MISSION)


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("they deploy now", "deploy", True),
        ("deploy", "deploy", True),
        ("redeployed", "deploy", False),
        ("deployed, then to deploy", "deploy", True),
        ("the security council met", "security council", True),
        ("it cost us$3m", "$", True),
        ("on jan. 3", "jan.", True),
        ("", "deploy", False),
    ],
)
def test_cues_are_whole_words(text: str, words: str, stands: bool) -> None:
    """A cue inside a longer word does not count; one beside punctuation does."""
    assert has_words(text, words) is stands


WANTED = {wanted.name: wanted for wanted in MISSION.wanted}


@pytest.mark.parametrize(
    ("name", "sentence", "may"),
    [
        ("arrival_date", "They landed on Tuesday.", False),
        ("arrival_date", "The Council decided in October 2023.", False),
        ("arrival_date", "They landed on 3 May.", True),
        ("arrival_date", "More may have arrived.", False),
        ("budget", "It will cost $600 million.", True),
        ("budget", "It will last a year.", False),
        ("rules_of_engagement", "Officers may open fire only when attacked.", True),
        ("rules_of_engagement", "The fire was put out.", False),
    ],
)
def test_what_is_not_stated_is_told_by_its_words(name: str, sentence: str, may: bool) -> None:
    """A date elsewhere in the article is not the date of the arrival; without any word of money no budget is stated."""
    assert may_state([sentence], WANTED[name]) is may


def test_the_words_must_stand_in_one_sentence() -> None:
    """An arrival in one sentence and a month in another do not make a date of arrival."""
    assert not may_state(["They arrived.", "The mandate dates from March."], WANTED["arrival_date"])
