"""What is sent for a profile is small, strict, and gives every field of the profile back."""

import json

import pytest

from briefing.profiles.catalog import PROFILES, Profile, profile
from briefing.profiles.mission import Mission
from briefing.profiles.own import schema_of
from briefing.profiles.sent import Sent, sent_schema
from briefing.records.draft import FactKind
from briefing.stages.extract.answers import facts_in
from briefing.stages.extract.notation import fields_of
from tests.profiles.own_models import Concert, Prizes, Whole
from tests.profiles.test_schemas import nodes

ALL = (*PROFILES, profile(Concert), profile(Prizes), profile(Whole))
every_profile = pytest.mark.parametrize("known", ALL, ids=lambda known: known.name)
S1 = {"sentences": ["s1"]}
FIGURE = {**S1, "said_by": None, "derivation": None}


def answer(name: str, **filled: object) -> Sent:
    """An answer with some lists filled and the others empty."""
    schema = sent_schema(profile(name))
    empty: dict[str, object] = {key: None if key == "headline" else [] for key in schema.model_fields}
    return schema.model_validate({**empty, **filled})


@every_profile
def test_strict_endpoints_take_what_is_sent(known: Profile) -> None:
    """Every property required, none extra, no unions but "or null", five objects deep at most, all of it capped."""
    for node, depth in nodes(sent_schema(known)):
        assert depth <= 5
        assert not any(word in node for word in ("oneOf", "allOf", "description", "default"))
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert sorted(node["required"]) == sorted(node["properties"])  # type: ignore[call-overload]
        if node.get("type") == "array":
            assert "maxItems" in node
        if node.get("type") == "string":
            assert any(limit in node for limit in ("maxLength", "enum", "const"))


@every_profile
def test_it_has_a_name_that_a_tool_may_have(known: Profile) -> None:
    """Where an endpoint takes a schema only as a tool, its title is the tool's name; there is no other title."""
    schema = sent_schema(known).model_json_schema()
    assert schema["title"] == sent_schema(known).__name__
    assert schema["title"].isidentifier()
    assert json.dumps(schema).count('"title"') == 1


@every_profile
def test_every_field_of_the_profile_can_be_filled(known: Profile) -> None:
    """Nothing is lost by the grouping: each field is a key, or one of the fields that a list offers."""
    text = json.dumps(sent_schema(known).model_json_schema()) + fields_of(sent_schema(known))
    whole = schema_of(known).model_fields
    names = set(whole) - {"details"}
    if "details" in whole:
        names |= set(getattr(whole["details"].annotation, "model_fields", ()))
    assert not [name for name in names if json.dumps(name) not in text]


@every_profile
def test_the_prompt_names_every_key(known: Profile) -> None:
    """A model that does not see the schema reads its keys, and the fields that the items of a list may name."""
    lines = fields_of(sent_schema(known)).splitlines()
    assert [line.partition(":")[0] for line in lines] == list(sent_schema(known).model_fields)


def test_a_statement_stands_under_the_field_that_it_names() -> None:
    """Two equal numbers stay two measures; what names no field belongs to the list."""
    said = answer(
        "mission",
        figures=[
            {**FIGURE, "text": "200 arrived.", "field": "strength_arrived"},
            {**FIGURE, "text": "200 were there.", "field": "strength_present"},
            {**FIGURE, "text": "It took 8 months.", "field": None},
        ],
        statements=[{**S1, "text": "Kenya leads it.", "field": "lead_nation"}],
        next_steps=[{**S1, "text": "More will come."}],
    )
    assert [(fact.fields, fact.kind) for fact in facts_in(said)] == [
        (("lead_nation",), FactKind.EVENT),
        (("strength_arrived",), FactKind.FIGURE),
        (("strength_present",), FactKind.FIGURE),
        (("figures",), FactKind.FIGURE),
        (("next_steps",), FactKind.NEXT_STEP),
    ]


def test_context_is_background() -> None:
    """Why, how and context are told apart from what happened."""
    said = answer("general", statements=[{**S1, "text": name, "field": name} for name in ("what", "why", "context")])
    kinds = [fact.kind for fact in facts_in(said)]
    assert kinds == [FactKind.EVENT, FactKind.BACKGROUND, FactKind.BACKGROUND]


def test_a_leaf_of_the_users_own_stays_whole() -> None:
    """What is no kind of ours stands under the details as it is, and the meaning of fields goes along."""
    assert "details: {awards: [{sentences: [text], text, prize}]}" in fields_of(sent_schema(profile(Prizes)))
    assert "(venue: where it took place)" in fields_of(sent_schema(profile(Concert)))


def test_only_lists_of_several_fields_ask_for_the_field() -> None:
    """The general profile has one kind of figure; nothing is paid for telling it from others."""
    lines = dict(line.split(": ", 1) for line in fields_of(sent_schema(profile("general"))).splitlines())
    assert "field" not in lines["figures"]
    assert lines["statements"].endswith("field: what, dates, why, how, context")
    assert Mission.model_fields.keys() - set(lines)
