"""A user's own model is a profile: every leaf gets its evidence, and what endpoints refuse is refused at once."""

import pytest
from pydantic import BaseModel, ValidationError

from briefing.errors import UnknownProfileError, UsageError
from briefing.profiles.catalog import PROFILES, profile
from briefing.profiles.general import GeneralExtraction
from briefing.profiles.own import extraction, schema_of, with_evidence
from briefing.profiles.statements import Figure, Text
from briefing.records.draft import FactKind
from briefing.stages.extract.answers import facts_in
from tests.profiles.own_models import Award, Concert, Prizes, Whole
from tests.profiles.test_schemas import nodes

HERE = "tests.profiles.own_models"
POINTED = {"text": "It was full.", "sentences": ["s1"]}


def filled(schema: type[GeneralExtraction], details: dict[str, object]) -> GeneralExtraction:
    """An answer with the details and an empty general part."""
    empty: dict[str, object] = {
        name: None if name in ("headline", "what") else [] for name in GeneralExtraction.model_fields
    }
    return schema.model_validate({**empty, "details": details})


def test_every_leaf_becomes_a_statement_that_points() -> None:
    """Text, number, date, truth value and choice alike: a sentence of the writer's and the numbers of the article's."""
    wrapped = with_evidence(Concert)
    assert wrapped.__name__ == "Concert"
    for name in ("venue", "sold_out", "day", "price", "kind"):
        assert wrapped.model_fields[name].annotation == Text | None
        assert wrapped.model_fields[name].is_required()
    assert wrapped.model_fields["songs"].annotation == list[Text]


def test_what_the_article_leaves_open_is_null_and_what_does_not_point_is_refused() -> None:
    """A field that the user's model demands may still be missing from an article; a bare value is no answer."""
    wrapped = with_evidence(Concert)
    empty: dict[str, object] = {**dict.fromkeys(("venue", "sold_out", "day", "price", "kind")), "acts": [], "songs": []}
    assert wrapped.model_validate({**empty, "venue": POINTED}).model_dump()["day"] is None
    with pytest.raises(ValidationError):
        wrapped.model_validate({**empty, "venue": "Town Hall"})


def test_leaves_that_point_stay_as_they_are() -> None:
    """A user's own leaf keeps its properties; a plain one beside it is wrapped."""
    fields = with_evidence(Prizes).model_fields
    assert fields["awards"].annotation == list[Award]
    assert fields["money"].annotation == Figure | None
    assert fields["host"].annotation == Text | None


@pytest.mark.parametrize("model", [Concert, Prizes, Whole], ids=lambda model: model.__name__)
def test_strict_endpoints_take_the_schema(model: type[BaseModel]) -> None:
    """Every property required, none extra, no unions but "or null", five objects deep at most, lists capped."""
    schema = extraction(model)
    assert schema.__name__.isidentifier(), "it is the name of a tool where an endpoint knows only tools"
    for node, depth in nodes(schema):
        assert depth <= 5
        assert not {"oneOf", "allOf", "description", "default"} & node.keys()
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert sorted(node["required"]) == sorted(node["properties"])  # type: ignore[call-overload]
        if node.get("type") == "array":
            assert "maxItems" in node


def test_the_walk_finds_the_leaves_of_any_model() -> None:
    """Facts come out of a nested model of the user's own, figures as figures, with no registration."""
    concert = filled(
        extraction(Concert),
        {
            **dict.fromkeys(("venue", "sold_out", "day", "price", "kind")),
            "acts": [{"artist": {"text": "Ada sang.", "sentences": ["s2"]}, "song": None}],
            "songs": [POINTED],
        },
    )
    assert [(fact.statement, fact.pointers, fact.fields) for fact in facts_in(concert)] == [
        ("Ada sang.", ("s2",), ("artist",)),
        ("It was full.", ("s1",), ("songs",)),
    ]
    prizes = filled(
        extraction(Prizes),
        {"awards": [{**POINTED, "prize": "Best Tenor"}], "money": None, "host": None},
    )
    assert [fact.kind for fact in facts_in(prizes)] == [FactKind.EVENT]


def test_a_dotted_path_and_a_class_are_the_same_profile() -> None:
    """Both name the model, and give its purpose and its labels; the titles of fields are their labels."""
    by_path, by_class = profile(f"{HERE}.Concert"), profile(Concert)
    assert by_path == by_class
    assert by_path.name == f"{HERE}.Concert"
    assert by_path.purpose == "Concerts and festivals: who played where. More is not needed"
    assert by_path.label("venue") == "Hall"
    assert by_path.label("sold_out") == "Sold out"
    assert schema_of(by_path) is extraction(Concert)


def test_a_ready_extraction_is_used_as_it_is() -> None:
    """Who wants another general part writes the whole."""
    assert schema_of(profile(f"{HERE}.Whole")) is Whole


def test_shipped_profiles_find_their_schemas() -> None:
    """The same function serves both kinds."""
    assert all(issubclass(schema_of(shipped), GeneralExtraction) for shipped in PROFILES)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("no_such_package.Model", "cannot be imported"),
        (f"{HERE}.Missing", "has no 'Missing'"),
        (f"{HERE}.", "is no dotted path"),
        (".Concert", "is no dotted path"),
        ("../secret.Model", "is no dotted path"),
        ("a..b", "is no dotted path"),
    ],
)
def test_a_path_that_leads_nowhere_is_quoted(path: str, says: str) -> None:
    """The message repeats the path and says what to do."""
    with pytest.raises(UnknownProfileError) as caught:
        profile(path)
    assert repr(path) in str(caught.value)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("NOT_A_MODEL", "is no pydantic model"),
        ("Either", "'Either.seats' is int | str: strict endpoints refuse unions"),
        ("Table", "'Table.rows' is dict"),
        ("Nothing", "'Nothing' has no fields"),
        ("Deep", "'Deep.inner.inner.inner' lies too deep"),
        ("Endless", "lies too deep"),
        ("DeepFigure", "'DeepFigure.inner.money' lies too deep"),
    ],
)
def test_what_cannot_be_asked_of_a_model_is_refused_at_once(name: str, says: str) -> None:
    """Before any request, with the field's place in the user's model and the way out."""
    with pytest.raises(UsageError) as caught:
        profile(f"{HERE}.{name}")
    assert says in str(caught.value)
