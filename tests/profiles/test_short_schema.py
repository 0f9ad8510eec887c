"""The short JSON schema says the same as the long one, with fewer words."""

import json
from typing import Annotated

import pytest
from pydantic import BaseModel, Field
from pydantic.json_schema import GenerateJsonSchema

from briefing.profiles.catalog import PROFILES, Profile
from briefing.profiles.sent import sent_schema
from briefing.profiles.statements import Strict

Node = dict[str, object]


def spelt_out(node: object, definitions: Node) -> object:
    """A schema without references."""
    if isinstance(node, list):
        return [spelt_out(item, definitions) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return spelt_out(definitions[node["$ref"].rpartition("/")[2]], definitions)
    return {key: spelt_out(value, definitions) for key, value in node.items() if key != "$defs"}


@pytest.mark.parametrize("known", PROFILES, ids=lambda known: known.name)
def test_it_says_what_the_long_one_says(known: Profile) -> None:
    """With all references put in, both are the same schema."""
    schema = sent_schema(known)
    short = schema.model_json_schema()
    long = BaseModel.model_json_schema.__func__(  # type: ignore[attr-defined] # the method that ours replaces
        schema, schema_generator=GenerateJsonSchema
    )
    assert short.pop("title") == schema.__name__
    assert spelt_out(short, short.get("$defs", {})) == spelt_out(long, long.get("$defs", {}))
    assert len(json.dumps(short)) < len(json.dumps(long))


def test_it_is_the_same_every_time() -> None:
    """Recordings and caches of endpoints are keyed on it."""
    texts = {json.dumps(sent_schema(PROFILES[1]).model_json_schema()) for _ in range(3)}
    assert len(texts) == 1


def test_a_field_may_be_called_as_a_keyword_is() -> None:
    """A property named like a word of the schema language is a property."""

    class Odd(Strict):
        items: Annotated[list[Annotated[str, Field(max_length=40, pattern="^[a-z]+$")]], Field(max_length=3)]
        required: Annotated[list[Annotated[str, Field(max_length=40, pattern="^[a-z]+$")]], Field(max_length=3)]
        anyOf: str  # noqa: N815 - that is the point

    short = Odd.model_json_schema()
    assert set(short["properties"]) == {"items", "required", "anyOf"}
    assert "$ref" in short["properties"]["items"]
    assert short["properties"]["items"] == short["properties"]["required"]
