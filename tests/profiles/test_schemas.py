"""The schemas: strict enough for every endpoint, and capped."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError

from briefing.profiles.court import CourtExtraction
from briefing.profiles.disaster import DisasterExtraction
from briefing.profiles.earnings import EarningsExtraction
from briefing.profiles.election import ElectionExtraction
from briefing.profiles.general import Extraction, GeneralExtraction
from briefing.profiles.mission import Mission, MissionExtraction
from briefing.profiles.statements import Figure, Person, Strict, Text

Node = dict[str, object]


class Own(Strict):
    """A user's own profile."""

    venue: Text | None


SHIPPED = (
    GeneralExtraction,
    MissionExtraction,
    DisasterExtraction,
    ElectionExtraction,
    CourtExtraction,
    EarningsExtraction,
)
SCHEMAS: tuple[type[BaseModel], ...] = (*SHIPPED, Extraction[Own])
every_schema = pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.__name__)


def resolved(node: object, definitions: Node) -> Node:
    """The node itself, or what it refers to."""
    assert isinstance(node, dict)
    reference = node.get("$ref")
    if isinstance(reference, str):
        return resolved(definitions[reference.rpartition("/")[2]], definitions)
    return node


def children(node: Node) -> Iterator[object]:
    """The schemas directly under a node."""
    properties = node.get("properties", {})
    assert isinstance(properties, dict)
    yield from properties.values()
    if "items" in node:
        yield node["items"]
    alternatives = node.get("anyOf", [])
    assert isinstance(alternatives, list)
    yield from alternatives


def walk(node: object, definitions: Node, depth: int = 0) -> Iterator[tuple[Node, int]]:
    """Every schema in the tree with the number of objects around it, itself included."""
    here = resolved(node, definitions)
    depth += here.get("type") == "object"
    yield here, depth
    for child in children(here):
        yield from walk(child, definitions, depth)


def nodes(schema: type[BaseModel]) -> list[tuple[Node, int]]:
    """The whole tree of a JSON schema."""
    root = schema.model_json_schema()
    return list(walk(root, root.get("$defs", {})))


@every_schema
def test_nesting_is_at_most_five(schema: type[BaseModel]) -> None:
    """Strict endpoints refuse objects more than five deep."""
    assert max(depth for _, depth in nodes(schema)) <= 5


@every_schema
def test_there_is_no_union_but_or_null(schema: type[BaseModel]) -> None:
    """No oneOf or allOf, and anyOf only for "or null"."""
    for node, _ in nodes(schema):
        assert not {"oneOf", "allOf", "discriminator"} & node.keys()
        if "anyOf" in node:
            alternatives = node["anyOf"]
            assert isinstance(alternatives, list)
            assert len(alternatives) == 2
            assert alternatives[1] == {"type": "null"}


@every_schema
def test_every_property_is_required_and_nothing_is_extra(schema: type[BaseModel]) -> None:
    """A model must decide about every field: it cannot leave one out, nor add its own."""
    objects = [node for node, _ in nodes(schema) if node.get("type") == "object"]
    assert len(objects) > 3
    for node in objects:
        properties, required = node["properties"], node["required"]
        assert isinstance(properties, dict)
        assert isinstance(required, list)
        assert set(required) == set(properties)
        assert node["additionalProperties"] is False


@every_schema
def test_every_text_and_list_is_capped(schema: type[BaseModel]) -> None:
    """A small model that repeats itself is stopped by the schema."""
    for node, _ in nodes(schema):
        if node.get("type") == "string":
            assert "maxLength" in node or "enum" in node
        if node.get("type") == "array":
            assert "maxItems" in node


def test_no_leaf_can_carry_a_value_quote_or_offset() -> None:
    """A model has no property in which to put a number it read, words it copied, or a position."""
    names: set[str] = set()
    for node, _ in (node for schema in SHIPPED for node in nodes(schema)):
        properties = node.get("properties", {})
        assert isinstance(properties, dict)
        names |= set(properties)
    assert "text" in names
    assert not names & {"quote", "raw", "value", "low", "high", "start", "end", "offset", "exact"}


@pytest.mark.parametrize("pointer", ["3", "s", "sentence 3", "s3-s5", "S3", "s12345", "s3\n"])
def test_a_pointer_is_a_sentence_number(pointer: str) -> None:
    """What is not the number of a sentence is refused, not interpreted."""
    with pytest.raises(ValidationError, match="sentences"):
        Text(text="x", sentences=[pointer])


def test_a_statement_without_a_pointer_is_refused() -> None:
    """Nothing can be stated without saying where the article says it."""
    with pytest.raises(ValidationError, match="sentences"):
        Text(text="x", sentences=[])


def test_what_the_schema_does_not_know_is_refused() -> None:
    """A model's own property is an error that can be asked about again, not something that is dropped."""
    with pytest.raises(ValidationError, match="quote"):
        Text.model_validate({"text": "x", "sentences": ["s1"], "quote": "x"})


def test_an_unnamed_person_stays_unnamed() -> None:
    """An official whom the article does not name has a role and no name."""
    person = Person(
        sentences=["s2"], name=None, rank=None, role="senior police official", organisation=None, nation=None
    )
    assert person.name is None


def test_a_derived_figure_shows_its_working() -> None:
    """A figure that the article does not print carries operation and operands, each with its sentence."""
    figure = Figure.model_validate(
        {
            "text": "400 officers in all",
            "sentences": ["s1", "s2"],
            "said_by": None,
            "derivation": {
                "operation": "sum",
                "operands": [{"sentence": "s1", "words": "200"}, {"sentence": "s2", "words": "200"}],
            },
        }
    )
    assert figure.derivation is not None
    assert [operand.words for operand in figure.derivation.operands] == ["200", "200"]


def test_a_profile_of_ones_own_needs_no_registration() -> None:
    """Any pydantic model serves as the details of an extraction."""
    assert set(Extraction[Own].model_fields) == set(Extraction[Mission].model_fields)
    assert Extraction[Own].model_fields["details"].annotation is Own
