"""From an answer to facts and details: one walk over any schema, and details that are the article's own words."""

from typing import Any

from briefing.llm.salvage import salvage
from briefing.profiles.catalog import profile
from briefing.profiles.sent import sent_schema
from briefing.records.draft import FactKind, Leaf
from briefing.stages.extract.answers import AnsweredFact, facts_in, leaves_of
from tests.llm.scripted import figure, text
from tests.stages.extract.conftest import Read

STORY = (
    "General Ana Ruiz, head of the mission, brought 200 police officers over the weekend. "
    "The end of the mission is planned for June. Ben Okoro and Carla Diaz thanked 30 men and 40 women."
)


def facts(answer: dict[str, Any], name: str = "general") -> list[AnsweredFact]:
    """The facts of an answer as JSON."""
    import json

    return list(facts_in(salvage(sent_schema(profile(name)), json.dumps(answer)).value))


def leaves(read: Read, answer: dict[str, Any]) -> tuple[Leaf, ...]:
    """The details of an answer about the story."""
    return leaves_of(read(STORY), [(fact, f"f{number}") for number, fact in enumerate(facts(answer), 1)])


def person(**parts: str) -> dict[str, Any]:
    """A person of the first sentence."""
    empty = dict.fromkeys(("name", "rank", "role", "organisation", "nation"))
    return {"people": [{**empty, **parts, "sentences": ["s1"]}]}


def test_people_become_statements_of_what_is_given() -> None:
    """Rank, name, role, organisation; somebody without a name by their role; nobody at all is no fact."""
    (fact,) = facts(person(name="Ana Ruiz", rank="General", role="head of the mission"))
    assert (fact.statement, fact.kind) == ("General Ana Ruiz, head of the mission", FactKind.BACKGROUND)
    (fact,) = facts(person(role="head of the mission"))
    assert fact.statement == "head of the mission"
    assert facts(person()) == []


def test_every_leaf_of_a_profile_is_found() -> None:
    """Also those that lie in its own part, by the field that holds them."""
    found = facts({"figures": [figure("a", "s1")], "statements": [text("b", "s2", field="host")]}, "mission")
    assert {fact.fields for fact in found} == {("figures",), ("host",)}


def test_a_statement_of_white_space_is_no_fact() -> None:
    """An empty text says nothing that could be checked."""
    assert facts({"statements": [text("  ", "s1", field="context")]}) == []


def test_a_detail_is_the_thing_that_is_named(read: Read) -> None:
    """Its parts stand in the sentence, whole words; what is not printed there is no part."""
    (leaf,) = leaves(read, person(name="Ana Ruiz", rank="General", role="head", organisation="UN"))
    assert (leaf.text, STORY[leaf.start : leaf.end], leaf.fact_ids) == ("Ana Ruiz", "Ana Ruiz", ("f1",))
    assert [(name, words.text) for name, words in leaf.parts] == [("rank", "General"), ("role", "head")]


def test_a_part_is_found_as_whole_words_alone(read: Read) -> None:
    """A role "end" is not the end of "weekend", and "200" would not be found in "1,200"."""
    (leaf,) = leaves(read, person(name="Ana Ruiz", role="end"))
    assert leaf.parts == ()


def test_a_figure_is_its_words_with_what_it_counts(read: Read) -> None:
    """Not the whole sentence, where the statement has one figure of it."""
    (leaf,) = leaves(read, {"figures": [figure("Ruiz brought 200 officers.", "s1")]})
    assert leaf.text == "200 police officers"
    assert STORY[leaf.start : leaf.end] == leaf.text


def test_several_figures_or_none_leave_the_sentence(read: Read) -> None:
    """Which of them is meant cannot be told."""
    (both,) = leaves(read, {"figures": [figure("They thanked 30 men and 40 women.", "s3")]})
    assert both.text.startswith("Ben Okoro")
    assert both.text.endswith("40 women.")


def test_words_that_the_statement_copies_are_the_detail(read: Read) -> None:
    """A statement that stands in its sentence is cut out of it."""
    (leaf,) = leaves(read, {"statements": [text("The end of the mission is planned for June.", "s2", field="context")]})
    assert leaf.text == "The end of the mission is planned for June"


def test_a_pointer_to_nowhere_fills_no_detail(read: Read) -> None:
    """The fact says what is wrong; the field stays empty."""
    assert leaves(read, {"statements": [text("x", "s77", field="context")]}) == ()
