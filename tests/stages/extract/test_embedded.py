"""The embedded engine's draft is cut from the article, complete in its figures, and the same every time."""

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import UnknownProfileError
from briefing.profiles.catalog import PROFILES
from briefing.records.article import Reading
from briefing.records.draft import Draft, FactKind
from briefing.settings import Settings
from briefing.stages.extract.embedded import extract

Read = Callable[..., Reading]

STORY = (
    "A bakery in Oldenmoor burned down on Monday. Fire chief Rosa Venn said that 12 people were treated for smoke. "
    "The owner, Karl Bode, opened it in 1987.\n\n"
    'Two roads stayed closed for six hours. "It smelled of sugar all over the town for a whole night," Bode said.\n\n'
    "The council will decide in June whether the house can be saved. Nobody knows the cause.\n\n"
    "Read more: our newsletter"
)


def drafted(read: Read, text: str, **options: str) -> Draft:
    """The draft of ``text``."""
    return extract(read(text), settings=Settings(), **options)


def test_every_word_is_the_articles(read: Read) -> None:
    """Statements, headline, leaves and their parts are contiguous cuts."""
    draft = drafted(read, STORY)
    assert draft.headline in STORY
    for fact in draft.facts:
        assert fact.statement in STORY
    for leaf in draft.details:
        assert STORY[leaf.start : leaf.end] == leaf.text
        for _, words in leaf.parts:
            assert STORY[words.start : words.end] == words.text


def test_same_input_same_draft(read: Read) -> None:
    """The engine is deterministic."""
    assert drafted(read, STORY) == drafted(read, STORY)


def test_facts_stand_in_text_order_with_running_ids(read: Read) -> None:
    """Ids count from f1, and pointers name the sentence that the words were cut from."""
    draft = drafted(read, STORY)
    assert [fact.id for fact in draft.facts] == [f"f{number}" for number in range(1, len(draft.facts) + 1)]
    places = [STORY.index(fact.statement) for fact in draft.facts]
    assert places == sorted(places)
    assert draft.facts[0].pointers == ("s1",)


def test_kinds_are_read_from_the_sentence(read: Read) -> None:
    """The lead is the event; figures, speech and steps to come are told apart."""
    kinds = {fact.statement[:12]: fact.kind for fact in drafted(read, STORY).facts}
    assert kinds["A bakery in "] is FactKind.EVENT
    assert kinds["Fire chief R"] is FactKind.FIGURE
    assert kinds['"It smelled '] is FactKind.SPEECH
    assert kinds["The council "] is FactKind.NEXT_STEP


def test_speakers_are_named_where_they_are_printed(read: Read) -> None:
    """A fact that is said carries the one who says it."""
    speakers = {fact.statement[:4]: fact.speaker for fact in drafted(read, STORY).facts}
    assert speakers["Fire"] == "Rosa Venn"
    assert speakers['"It '] == "Bode"
    assert speakers["A ba"] is None


def test_page_furniture_is_left_out_and_listed(read: Read) -> None:
    """What is not the story is no fact, and the draft says so."""
    draft = drafted(read, STORY)
    assert not any("newsletter" in fact.statement for fact in draft.facts)
    assert any("newsletter" in note for note in draft.dropped)


def test_what_the_article_leaves_open_is_reported(read: Read) -> None:
    """The article's own "nobody knows" is under not stated, beside what the profile lacks."""
    draft = drafted(read, "The dam in Ulmen broke. It is not known how many people lived below it.")
    assert "It is not known how many people lived below it." in draft.not_stated
    assert "when it happened" in draft.not_stated


@pytest.mark.parametrize(
    ("profile", "text", "lacking", "stated"),
    [
        ("disaster", "A dam in Ulmen broke on Monday; two men drowned.", "whether anybody is missing", "killed"),
        ("election", "The Greens won in Ulmen on Monday. Turnout was 61 percent.", "whether the result is", "turnout"),
        ("court", "Rosa Venn was jailed on Monday in Ulmen. She had denied theft.", "who the judge is", "says to"),
        ("earnings", "Ulmen Mills made a profit on Monday. It expects more.", "the dividend", "expects"),
    ],
)
def test_a_field_that_no_rule_fills_is_not_missing_for_that(
    read: Read, profile: str, text: str, lacking: str, stated: str
) -> None:
    """The engine fills the general part of every profile; what the article has words for is never "not stated"."""
    draft = drafted(read, text, profile=profile)
    assert draft.profile == profile
    assert {"dates", "figures"} & {leaf.field for leaf in draft.details}
    assert any(lacking in words for words in draft.not_stated)
    assert not any(stated in words for words in draft.not_stated)


def test_the_title_is_the_headline(read: Read) -> None:
    """A title that is known is used as it stands."""
    draft = extract(read(STORY, title="Bakery burns"), settings=Settings())
    assert draft.headline == "Bakery burns"


def test_leaves_point_to_the_facts_that_hold_them(read: Read) -> None:
    """A leaf that stands inside a kept statement names that fact."""
    draft = drafted(read, STORY)
    by_id = {fact.id: fact for fact in draft.facts}
    leaf = next(leaf for leaf in draft.details if leaf.field == "people")
    assert leaf.fact_ids
    assert all(leaf.text in by_id[fact].statement for fact in leaf.fact_ids)


def test_the_limit_keeps_the_first_of_many_figures_and_says_what_it_left(read: Read) -> None:
    """No more than ``max_facts`` facts, and the rest is counted."""
    text = " ".join(f"Team {chr(65 + at)} scored {at + 20} points in the final round." for at in range(12))
    draft = extract(read(text), settings=Settings(max_facts=5))
    assert len(draft.facts) == 5
    assert any("max_facts" in note for note in draft.dropped)


def test_repeated_sentences_are_one_fact(read: Read) -> None:
    """A sentence that the page prints twice is told once."""
    draft = drafted(read, "The river rose by 3 metres. Nobody was hurt.\n\nThe river rose by 3 metres. It fell again.")
    assert sum(fact.statement.startswith("The river rose") for fact in draft.facts) == 1


def test_an_unknown_profile_is_an_error_that_names_the_known_ones(read: Read) -> None:
    """A profile nobody ships is the user's mistake, said in words."""
    with pytest.raises(UnknownProfileError, match="mission"):
        drafted(read, STORY, profile="weather")


# fmt: off
_PIECES = st.sampled_from([
    "Police said ", "200 officers ", "arrived", ". ", "\n\n", "“It will rain for the next two weeks,” ",
    "Kenya, Chad and Benin", "; ", ", and the ", "not ", "Ada Byron, 34, ", "(UN) ", "x" * 90 + " ",
    "resolution 2699 ", "mission ", "led by ", "é", "1,000",
])
# fmt: on


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(_PIECES, min_size=1, max_size=60).map("".join),
)
@pytest.mark.parametrize("profile", [shipped.name for shipped in PROFILES])
def test_any_text_gives_a_draft_of_its_own_words(read: Read, profile: str, text: str) -> None:
    """Whatever the text: no exception, no words that it does not print, and facts if it has a sentence."""
    reading = read(text)
    draft = extract(reading, profile=profile, settings=Settings())
    assert bool(draft.facts) == bool(reading.units)
    assert all(fact.statement in text and fact.statement.strip() for fact in draft.facts)
    assert all(text[leaf.start : leaf.end] == leaf.text for leaf in draft.details)


@pytest.mark.parametrize("piece", ["A-", "A'", "he said ", "Kenya, ", "General ", "200 officers arrived, "])
def test_endless_text_takes_time_in_step_with_its_length(read: Read, piece: str) -> None:
    """Text made to be slow is drafted in seconds, where a square of its length would take minutes."""
    reading = read(piece * (100_000 // len(piece)))
    before = time.perf_counter()
    extract(reading, profile="mission", settings=Settings())
    assert time.perf_counter() - before < 10
