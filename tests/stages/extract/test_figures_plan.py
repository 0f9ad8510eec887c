"""The plan for small models: one request a sentence, and what it says of the sentences without a statement."""

import asyncio
from dataclasses import dataclass, field

import pytest
from pydantic import BaseModel

from briefing.errors import ModelConnectionError, ModelError, ModelSchemaError
from briefing.llm.client import Answer, Schema, Usage
from briefing.llm.prompts import RenderedPrompt, load_prompt
from briefing.profiles.catalog import profile
from briefing.records.draft import FactKind
from briefing.stages.extract.figures_plan import SentenceDraft, extract_by_sentence, words_added
from tests.stages.extract.conftest import Read

TITLE = "Ferry sails again"
STORY = (
    "Ferry sails again\n\nThe ferry to Skelda sailed again on Monday. The crew was pleased. The repair took 11 days "
    "and cost 340,000 euros. Nearly 2,400 passengers had been rebooked.\n\nFollow us on social media for 24 hours."
)


FIRST = "The ferry sailed."
ALL: list[str | ModelError] = [FIRST, "The repair took 11 days.", "Nearly 2,400 passengers were rebooked."]


@dataclass
class Told:
    """A model that says the next thing it was told to, and repeats the last."""

    says: list[str | ModelError]
    prompts: list[RenderedPrompt] = field(default_factory=list)
    schemas: list[type[BaseModel]] = field(default_factory=list)

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        said = self.says[min(len(self.prompts), len(self.says) - 1)]
        self.prompts.append(prompt)
        self.schemas.append(schema)
        if isinstance(said, ModelError):
            raise said
        value = schema.model_validate({"text": said})
        return Answer(value=value, model="told", mode="json_schema", usage=Usage(requests=1, seconds=0.5))


def drafted(read: Read, model: Told, text: str = STORY, title: str = TITLE) -> SentenceDraft:
    """The draft of a story by ``model``."""
    reading = read(text, title=title)
    asked = extract_by_sentence(reading, profile=profile("general"), prompt=load_prompt("sentence"), model=model)
    return asyncio.run(asked)


def test_the_first_sentence_and_those_with_figures_are_asked_about(read: Read) -> None:
    """One request each, which carries that sentence and no other; no headline, no furniture of a page."""
    model = Told(ALL)
    draft = drafted(read, model).draft
    assert [fact.pointers for fact in draft.facts] == [("s2",), ("s4",), ("s5",)]
    assert [fact.kind for fact in draft.facts] == [FactKind.FIGURE] * 3
    assert [prompt.data.count("ferry") + prompt.data.count("passengers") for prompt in model.prompts] == [1, 0, 1]
    assert all("crew" not in prompt.data for prompt in model.prompts)


def test_rules_stay_the_same_from_sentence_to_sentence(read: Read) -> None:
    """Whatever a server keeps of the last request serves the next one."""
    model = Told([FIRST])
    drafted(read, model)
    assert len({prompt.rules for prompt in model.prompts}) == 1


def test_an_answer_may_be_about_as_long_as_its_sentence(read: Read) -> None:
    """The schema is closed: a model that repeats itself ends soon."""
    model = Told([FIRST])
    drafted(read, model)
    limits = [schema.model_json_schema()["properties"]["text"]["maxLength"] for schema in model.schemas]
    assert limits == [80, 80, 80]
    assert {schema.__name__ for schema in model.schemas} == {"SentenceStatement"}


def test_fields_are_cut_from_the_article(read: Read) -> None:
    """The profile is filled by rules, with words of the article, and tied to the statements of their sentences."""
    draft = drafted(read, Told(ALL)).draft
    assert (draft.engine, draft.headline) == ("model", TITLE)
    figures = [leaf for leaf in draft.details if leaf.field == "figures"]
    assert any("340,000" in leaf.text and leaf.fact_ids == ("f2",) for leaf in figures)
    assert all(STORY[leaf.start : leaf.end] == leaf.text for leaf in draft.details)


def test_a_statement_that_comes_to_no_end_is_no_fact(read: Read) -> None:
    """It is listed with its sentence, and its answer is counted."""
    done = drafted(read, Told(["The ferry sailed.", "again and " * 8, "2,400 were rebooked."]))
    assert [fact.pointers for fact in done.draft.facts] == [("s2",), ("s5",)]
    assert len(done.answers) == 3
    assert [note for note in done.draft.dropped if note.startswith("s4: cut off at 80 characters: 'again and")]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("It cost 340,000 euros. " * 3 + "It cost 340", "It cost 340,000 euros."),
        ("It cost 340,000 euros. It took 11 days and then it took 11 days and then it", "It cost 340,000 euros."),
        ("It cost 340,000 euros. It took 11 days.", "It cost 340,000 euros. It took 11 days."),
        ("It cost 340,000 euros", "It cost 340,000 euros"),
    ],
)
def test_whole_sentences_are_kept_once(read: Read, said: str, kept: str) -> None:
    """What a model repeats, or begins and does not end, is cut from behind what it did say."""
    facts = drafted(read, Told(["The ferry sailed.", said.ljust(80, "x") if len(said) > 60 else said])).draft.facts
    assert [fact.statement for fact in facts if fact.pointers == ("s4",)] == [kept]


def test_an_answer_of_no_use_costs_its_own_sentence(read: Read) -> None:
    """The others are asked about all the same."""
    done = drafted(read, Told(["The ferry sailed.", ModelSchemaError("no shape"), "2,400 were rebooked."]))
    assert [fact.pointers for fact in done.draft.facts] == [("s2",), ("s5",)]
    assert "s4: no shape" in done.draft.dropped


def test_an_endpoint_that_fails_is_not_asked_further(read: Read) -> None:
    """What was said before is kept, and the note tells from where on nothing was asked."""
    model = Told(["The ferry sailed.", ModelConnectionError("gone")])
    done = drafted(read, model)
    assert [fact.pointers for fact in done.draft.facts] == [("s2",)]
    assert "s4 and what follows it: gone" in done.draft.dropped
    assert len(model.prompts) == 2


@pytest.mark.parametrize("error", [ModelConnectionError("gone"), ModelSchemaError("no shape")])
def test_no_answer_at_all_is_an_error(read: Read, error: ModelError) -> None:
    """A briefing without a word of the model is not called the model's."""
    with pytest.raises(type(error), match=str(error)):
        drafted(read, Told([error]))


def test_a_long_story_is_asked_about_up_to_a_limit(read: Read) -> None:
    """The sentences behind it are named, not lost."""
    text = " ".join(f"The town of Aldmere bought {number} boats." for number in range(20, 60))
    model = Told([FIRST])
    done = drafted(read, model, text, title="Boats")
    assert len(model.prompts) == 24
    assert len([note for note in done.draft.dropped if "not asked about" in note]) == 16


@pytest.mark.parametrize(
    ("sentence", "statement", "added"),
    [
        ("A total of 600 masks have been lost at a hospital.", "The hospital is in a state of emergency.",
         ["state", "emergency"]),
        ("She taught the boy, a 13-year-old student.", "The boy was a 13-year-old son.", ["son"]),
        ("The toll might eventually approach 80.", "The toll might eventually reach 80.", ["reach"]),
        ("The ferry sailed on Monday.", "The ferry has not sailed.", ["not"]),
        ("Officers who arrived on Monday are staying.", "The officers arrive and stay.", []),
        ("Le coût a été de 40 millions.", "Le cout de 40 millions.", []),
    ],
)  # fmt: skip
def test_a_word_that_the_sentence_has_in_no_form_is_seen(sentence: str, statement: str, added: list[str]) -> None:
    """Shortening adds nothing: forms of a word are one word, and words that only join others may come in."""
    assert words_added(statement, sentence) == added


def test_what_a_model_adds_is_no_fact(read: Read) -> None:
    """The part that adds something is listed with the word; the rest of the answer stays."""
    said = "It cost 340,000 euros. The mayor wept."
    draft = drafted(read, Told([FIRST, said, "2,400 were rebooked."])).draft
    assert [fact.statement for fact in draft.facts if fact.pointers == ("s4",)] == ["It cost 340,000 euros."]
    assert "s4: its sentence has no 'mayor', 'wept': 'The mayor wept.'" in draft.dropped


def test_a_stop_within_a_sentence_does_not_end_it(read: Read) -> None:
    """What stands in front of "U.S." or "St." is no statement of its own."""
    story = "The U.S. envoy met 40 officers in St. Albans at 6 p.m. on Monday and he lost 12 euros."
    draft = drafted(
        read, Told(["The U.S. envoy met 40 officers in St. Albans at 6 p.m. on Monday; he wept."]), story, "Met"
    )
    assert draft.draft.facts == ()
    assert len(draft.draft.dropped) == 1
