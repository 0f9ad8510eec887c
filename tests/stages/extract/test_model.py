"""The model engine: what goes out is the article in numbered sentences; what comes back is a draft with pointers."""

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from briefing.errors import ModelServerError
from briefing.llm.prompts import load_prompt
from briefing.profiles.catalog import profile
from briefing.records.article import Reading
from briefing.stages.extract.model import TASK, ModelDraft, extract_with_model, rendered, windows
from tests.llm.fakes import Fake, Said
from tests.llm.scripted import figure, text
from tests.stages.extract.conftest import Read

GENERAL = profile("general")
STORY = "Ana Ruiz leads 200 officers.\n\nShe arrived on Tuesday with 45 of them. Nobody was hurt."


def extract(reading: Reading, *said: Said, name: str = "general") -> tuple[ModelDraft, Fake]:
    """What a model's answers become, and the model with what it was asked."""
    model = Fake(said)
    prompt = load_prompt(TASK)
    drafted = asyncio.run(extract_with_model(reading, profile=profile(name), prompt=prompt, model=model))
    return drafted, model


def test_statements_become_facts_with_their_pointers(read: Read) -> None:
    """In the order of the schema, numbered; nothing is added and nothing believed."""
    said = {
        "figures": [figure("Ruiz leads 200 officers.", "s1")],
        "statements": [text("Nobody was hurt.", "s3", "s3", field="context")],
    }
    drafted, model = extract(read(STORY), said)
    facts = drafted.draft.facts
    assert [(fact.id, fact.statement, fact.pointers) for fact in facts] == [
        ("f1", "Nobody was hurt.", ("s3",)),
        ("f2", "Ruiz leads 200 officers.", ("s1",)),
    ]
    assert [fact.kind.value for fact in facts] == ["background", "figure"]
    assert len(model.asked) == 1


def test_the_same_statement_in_two_fields_is_one_fact(read: Read) -> None:
    """Case and the full stop aside; it fills both fields, and keeps a speaker that only one of them gives."""
    said = {
        "figures": [figure("Ruiz leads 200 officers", "s1")],
        "statements": [text("ruiz leads 200 officers.", "s1", field="context")],
        "speech": [{"text": "Ruiz leads 200 officers.", "sentences": ["s1"], "speaker": "the mayor", "direct": False}],
    }
    drafted, _ = extract(read(STORY), said)
    (fact,) = drafted.draft.facts
    assert fact.speaker == "the mayor"
    assert fact.statement == "According to the mayor, ruiz leads 200 officers."
    assert {leaf.field for leaf in drafted.draft.details} == {"figures", "context", "speech"}


def test_the_headline_is_the_articles(read: Read) -> None:
    """Its title; else the sentence that the model points to, never the model's words; else the first sentence."""
    said = {"headline": text("Made up!", "s2"), "statements": [text("Nobody was hurt.", "s3", field="context")]}
    assert extract(read(STORY, title=" A title "), said)[0].draft.headline == "A title"
    assert extract(read(STORY), said)[0].draft.headline == "She arrived on Tuesday with 45 of them."
    lost = said | {"headline": text("Made up!", "s77")}
    assert extract(read(STORY), lost)[0].draft.headline == "Ana Ruiz leads 200 officers."


def test_not_stated_takes_only_names_that_the_profile_knows(read: Read) -> None:
    """Labels of ours, once each: the model cannot put words of its own there."""
    known = next(field for field in GENERAL.fields if field.name not in {wanted.name for wanted in GENERAL.wanted})
    said = {
        "not_stated": [known.name, known.name.upper(), "who is to blame"],
        "statements": [text("x", "s1", field="context")],
    }
    assert extract(read(STORY), said)[0].draft.not_stated == (known.label,)


def test_what_did_not_fit_is_named_with_its_place(read: Read) -> None:
    """The profile, the field, the number of the item."""
    said = {"figures": [{"text": 3}], "statements": [text("Nobody was hurt.", "s3", field="context")]}
    assert any(note.startswith("general.figures[0]: ") for note in extract(read(STORY), said)[0].draft.dropped)


def test_a_model_that_fails_is_an_error(read: Read) -> None:
    """There is no draft without it."""
    with pytest.raises(ModelServerError):
        extract(read(STORY), ModelServerError("down"))


def long_story(paragraphs: int) -> str:
    """A story of so many paragraphs of 1,000 characters, each with a figure and a name of its own."""
    names = ("Ana Ruiz", "Ben Okoro", "Carla Diaz", "Dov Levin")
    rest = "The road was closed and the school stayed open. " * 19
    return "\n\n".join(
        f"{names[number % 4]} counted {100 + number} houses in the valley. {rest.strip()}"
        for number in range(paragraphs)
    )


def test_a_long_article_is_read_in_windows_that_overlap_by_a_paragraph(read: Read) -> None:
    """Every sentence is in a window, none is cut, each window begins with the last paragraph of the one before."""
    reading = read(long_story(60))
    runs = windows(reading)
    assert len(runs) == 3
    assert {unit.id for run in runs for unit in run} == {unit.id for unit in reading.units}
    for one, two in pairwise(runs):
        last = one[-1].paragraph
        repeated = [unit for unit in two if unit.paragraph == last]
        assert repeated == [unit for unit in one if unit.paragraph == last]
        assert two[: len(repeated)] == tuple(repeated)
    assert all(run[-1].end - run[0].start < 26_000 for run in runs)


def test_a_short_article_is_one_window(read: Read) -> None:
    """Without a header of names."""
    reading = read(STORY)
    assert windows(reading) == (reading.units,)
    assert "<names>" not in rendered(reading, reading.units, profile=GENERAL, prompt=load_prompt(TASK)).data


def test_later_windows_name_who_came_before(read: Read) -> None:
    """So that "she" can be told there; as data, set apart like the article."""
    reading = read(long_story(60))
    first, second, _ = (
        rendered(reading, run, profile=GENERAL, prompt=load_prompt(TASK)).data for run in windows(reading)
    )
    assert "<names>" not in first
    assert "Ben Okoro" in second[second.index("<names>") : second.index("</names>")]


def test_what_two_windows_tell_of_one_sentence_is_one_fact(read: Read) -> None:
    """One request for each window; facts of the paragraph that both have are merged."""
    reading = read(long_story(60))
    runs = windows(reading)
    shared = next(unit for unit in runs[1])
    number = reading.quantities_in(shared.span)[0].raw
    same = figure(f"{number} houses were counted in the valley.", shared.id)
    own = [figure(f"Something else in window {place}.", run[-1].id) for place, run in enumerate(runs)]
    drafted, model = extract(reading, *({"figures": [same, each]} for each in own))
    assert len(model.asked) == 3
    assert [fact.statement for fact in drafted.draft.facts].count(f"{number} houses were counted in the valley.") == 1
    assert len(drafted.draft.facts) == 4


def test_the_request_holds_every_figure_by_its_sentence(read: Read) -> None:
    """What the code read, before the article; the article stands last, numbered."""
    reading = read(STORY)
    data = rendered(reading, reading.units, profile=GENERAL, prompt=load_prompt(TASK)).data
    assert "s1: 200" in data
    assert "s2: 45" in data
    assert data.index("s2: Tuesday") < data.index("<article>")
    assert data.rstrip().endswith("</article>")


def test_a_declared_working_is_carried(read: Read) -> None:
    """With the operation, and operands by sentence and printed words."""
    derivation: dict[str, Any] = {"operation": "sum", "operands": [{"sentence": "s1", "words": " 200 "}]}
    drafted, _ = extract(read(STORY), {"figures": [figure("245 in all.", "s1", derivation=derivation)]})
    declared = drafted.draft.facts[0].declared
    assert declared is not None
    assert (declared.operation, declared.operands[0].words) == ("sum", "200")
