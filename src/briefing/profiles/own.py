"""A user's own profile: any pydantic model, named by its dotted path or handed over as a class.

``with_evidence`` makes of it what a model can be asked for: every leaf becomes a statement with the sentences that
carry it. What a strict endpoint would refuse is refused here, with the field's name.
"""

import re
from functools import lru_cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Field, create_model
from pydantic.fields import FieldInfo

from briefing.errors import UnknownProfileError, UsageError
from briefing.profiles.general import Extraction, GeneralExtraction
from briefing.profiles.records import Field as Label
from briefing.profiles.records import Profile
from briefing.profiles.statements import Stated, Strict, Text

_DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+")
_MOST_ITEMS = 12
"""Items of a list for which the user's model sets no limit: small models repeat themselves to the limit otherwise."""
_DEEPEST = 5
"""Objects in each other that strict endpoints take; the extraction and its details are two of them."""


def own_profile(model: str | type) -> Profile:
    """The profile that a dotted path or a class stands for.

    Raises ``UnknownProfileError`` for a path that leads nowhere, ``UsageError`` for what cannot be asked of a model.
    """
    found = _imported(model) if isinstance(model, str) else model
    name = model if isinstance(model, str) else f"{model.__module__}.{model.__qualname__}"
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        raise UsageError(f"profile {name!r} is no pydantic model: name a class that derives from pydantic.BaseModel")
    schema = extraction(found)
    return Profile(
        name=name,
        purpose=_purpose(found),
        fields=tuple(_labels(schema)),
        wanted=(),
        schema=name,
        own=schema,
    )


def schema_of(profile: Profile) -> type[GeneralExtraction]:
    """The pydantic model that a profile's answer must fit."""
    if profile.own is not None:
        return profile.own
    module, _, name = profile.schema.rpartition(".")
    found: type[GeneralExtraction] = getattr(import_module(module), name)
    return found


@lru_cache(maxsize=32)
def extraction(model: type[BaseModel]) -> type[GeneralExtraction]:
    """The whole that a model fills: the general part and ``model`` with evidence; a ready extraction as it is."""
    if issubclass(model, GeneralExtraction):
        return model
    details = with_evidence(model)
    # A name without the brackets of a generic: it is the name of a tool where an endpoint knows only tools.
    return create_model(f"{model.__name__}Extraction", __base__=Extraction[details])  # type: ignore[valid-type]


@lru_cache(maxsize=32)
def with_evidence(model: type[BaseModel]) -> type[BaseModel]:
    """``model`` with every leaf as a statement that points to sentences, and null for what the article leaves open.

    Leaves that are built of ``Stated`` stay as they are. Raises ``UsageError`` for a union, a dictionary, or models
    that lie too deep in each other, and names the field.
    """
    return _wrapped(model, model.__name__, depth=2)


def _wrapped(model: type[BaseModel], where: str, *, depth: int) -> type[BaseModel]:
    if depth >= _DEEPEST:
        raise UsageError(
            f"{where!r} lies too deep: strict endpoints take {_DEEPEST} objects in each other, of which the "
            "extraction, its details and the statement are three; flatten the model"
        )
    if not model.model_fields:
        raise UsageError(f"{where!r} has no fields: there is nothing that a model could fill")
    fields = {name: _field(field, f"{where}.{name}", depth=depth) for name, field in model.model_fields.items()}
    made: type[BaseModel] = create_model(model.__name__, __base__=Strict, **fields)  # type: ignore[call-overload]
    return made


def _field(field: FieldInfo, where: str, *, depth: int) -> tuple[object, object]:
    kind = _single(field.annotation, where)
    if get_origin(kind) is list:
        (item,) = get_args(kind) or (str,)
        limits = [extra.max_length for extra in field.metadata if hasattr(extra, "max_length")]
        wrapped = _leaf(_single(item, where), where, depth=depth)
        most = limits[0] if limits else _MOST_ITEMS
        return list[wrapped], Field(max_length=most, title=field.title, description=field.description)  # type: ignore[valid-type]
    return _leaf(kind, where, depth=depth) | None, Field(title=field.title, description=field.description)


def _leaf(kind: object, where: str, *, depth: int) -> type[BaseModel]:
    if isinstance(kind, type) and issubclass(kind, Stated):
        if depth + _height(kind) > _DEEPEST:
            raise UsageError(
                f"{where!r} lies too deep: {kind.__name__} itself holds {_height(kind)} objects; flatten it"
            )
        return kind
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _wrapped(kind, where, depth=depth + 1)
    if get_origin(kind) is Literal or (isinstance(kind, type) and not issubclass(kind, (dict, set, tuple, list))):
        return Text
    raise UsageError(f"{where!r} is {_named(kind)}, which no endpoint fills strictly: use a model, or a list of models")


def _single(annotation: object, where: str) -> object:
    """What a field holds, without "or null" and without what is only noted beside it."""
    if get_origin(annotation) is Annotated:
        return _single(get_args(annotation)[0], where)
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        if len(kinds) > 1:
            raise UsageError(f"{where!r} is {_named(annotation)}: strict endpoints refuse unions; choose one type")
        return _single(kinds[0], where)
    return annotation


def _height(leaf: type[BaseModel]) -> int:
    """How many objects a leaf is deep: 1 for text and sentences, 3 for a figure with its working."""
    deepest = 0
    for field in leaf.model_fields.values():
        kind = _single(field.annotation, leaf.__name__)
        if get_origin(kind) is list:
            kind = _single(get_args(kind)[0], leaf.__name__)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            deepest = max(deepest, _height(kind))
    return deepest + 1


def _imported(path: str) -> object:
    module, _, name = path.rpartition(".")
    if not _DOTTED.fullmatch(path):
        raise UnknownProfileError(f"profile {path!r} is no dotted path: write it as package.module.Model")
    try:
        return getattr(import_module(module), name)
    except (ImportError, SyntaxError) as error:
        raise UnknownProfileError(
            f"profile {path!r} cannot be imported ({error}): install the package, or start where it lies"
        ) from error
    except AttributeError:
        raise UnknownProfileError(f"profile {path!r}: the module {module!r} has no {name!r}") from None


def _purpose(model: type[BaseModel]) -> str:
    """The first line of the model's docstring: it tells the writer what the fields are for."""
    said = (model.__doc__ or "").strip().split("\n", 1)[0].strip().rstrip(".")
    return said or model.__name__


def _labels(schema: type[GeneralExtraction]) -> list[Label]:
    details = schema.model_fields.get("details")
    kind = details.annotation if details is not None else schema
    fields = kind.model_fields if isinstance(kind, type) and issubclass(kind, BaseModel) else {}
    return [Label(name, field.title or _label(name)) for name, field in fields.items()]


def _label(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def _named(kind: object) -> str:
    return str(getattr(kind, "__name__", None) or kind).replace("typing.", "")
