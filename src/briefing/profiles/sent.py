"""The shape in which a profile is asked for: the statements of all fields in one list a kind, each with its field.

Thirty properties that each hold a list of the same thing cost twice as many tokens as one list whose items name their
field, and a figure that belongs to a field of the profile would be written twice. What the user's profile is does not
change: the walk over the answer finds every statement under the name of its field.
"""

from collections.abc import Iterator
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field, WithJsonSchema, create_model
from pydantic.fields import FieldInfo

from briefing.profiles.general import GeneralExtraction
from briefing.profiles.own import schema_of
from briefing.profiles.records import Profile
from briefing.profiles.statements import Figure, Next, Org, Person, Place, Placed, Speech, Strict, Text, When

_LISTS: dict[type | None, str] = {
    Text: "statements",
    When: "statements",
    Figure: "figures",
    Person: "people",
    Org: "organisations",
    Place: "places",
    Speech: "speech",
    Next: "next_steps",
}
"""The list for each kind of leaf, in the order in which a model fills them."""
_MOST: dict[type, int] = {Text: 40, Figure: 24}
_MOST_OTHERS = 12
_ALONE = ("headline", "not_stated")
"""What is asked for once and stands for itself."""


class Sent(Strict):
    """An answer. Which lists it has depends on the profile; two of its parts are there for every one."""

    def title(self) -> Text | None:
        """The sentence that the model takes the headline from."""
        found: Text | None = getattr(self, "headline", None)
        return found

    def missing(self) -> tuple[str, ...]:
        """The fields that the model found missing, in its own words."""
        return tuple(getattr(self, "not_stated", ()))


def sent_schema(profile: Profile) -> type[Sent]:
    """The pydantic model that a model's answer must fit for ``profile``."""
    return sent(schema_of(profile))


@lru_cache(maxsize=32)
def sent(extraction: type[GeneralExtraction]) -> type[Sent]:
    """``extraction`` as it is asked for: the headline, the lists, what fits in none, and what is not stated."""
    groups: dict[str, dict[str, str | None]] = {name: {} for name in _LISTS.values()}
    rest: dict[str, tuple[object, object]] = {}
    for name, field in _fields(extraction):
        group = _LISTS.get(_kind(field.annotation))
        if group is None:
            rest[name] = (field.annotation, field)
        else:
            groups[group][name] = field.description
    kinds = {name: kind for kind, name in reversed(_LISTS.items()) if kind is not None}
    general = GeneralExtraction.model_fields
    fields: dict[str, tuple[object, object]] = {"headline": (Text | None, Field())}
    fields |= {name: _list(name, kinds[name], names) for name, names in groups.items() if names}
    if rest:
        fields["details"] = (create_model("Details", __base__=Strict, **rest), Field())  # type: ignore[call-overload]
    fields["not_stated"] = (general["not_stated"].annotation, general["not_stated"])
    made: type[Sent] = create_model(extraction.__name__, __base__=Sent, **fields)  # type: ignore[call-overload]
    return made


def _fields(extraction: type[GeneralExtraction]) -> Iterator[tuple[str, FieldInfo]]:
    """What is grouped: the fields of the general part, then those of the details."""
    for name, field in extraction.model_fields.items():
        if name not in (*_ALONE, "details"):
            yield name, field
    details = extraction.model_fields.get("details")
    kind = details.annotation if details is not None else None
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from kind.model_fields.items()


def _list(name: str, kind: type, names: dict[str, str | None]) -> tuple[object, object]:
    """A list of leaves that say to which field they belong, unless it can only be the list itself."""
    item = kind
    if tuple(names) != (name,):
        item = create_model(f"Placed{kind.__name__}", __base__=(kind, Placed), field=_choice(tuple(names)))  # type: ignore[arg-type]
    said = "; ".join(f"{field}: {meaning}" for field, meaning in names.items() if meaning)
    most = _MOST.get(kind, _MOST_OTHERS)
    return list[item], Field(max_length=most, description=said or None)  # type: ignore[valid-type]


def _choice(names: tuple[str, ...]) -> tuple[object, object]:
    """One of ``names``. An answer without it is taken for the list itself; what is sent does not offer that."""
    offered = WithJsonSchema({"enum": list(names), "type": "string"})
    return Annotated[Literal[names] | None, offered], Field()


def _kind(annotation: object) -> type | None:
    """The class of a leaf that a field holds, alone, in a list or with null."""
    if get_origin(annotation) in (Annotated, list):
        return _kind(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _kind(next(kind for kind in get_args(annotation) if kind is not NoneType))
    return annotation if isinstance(annotation, type) else None
