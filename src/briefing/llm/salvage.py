"""What is good in an answer that does not fit its schema as a whole: malformed items are left out, each with a reason.

Works on any pydantic model without unions beyond "or null": lists are kept item by item, a field that may be null
becomes null, unknown keys are ignored. An answer that was cut off is read up to the cut.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar, Union, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

Schema = TypeVar("Schema", bound="BaseModel")
_SHOWN = 60


class UnsalvageableError(ValueError):
    """Nothing of an answer can be kept; the message says why."""


@dataclass(frozen=True, slots=True)
class Salvaged(Generic[Schema]):
    """What could be kept, and what was left out, one line each with its place and the reason."""

    value: Schema
    dropped: tuple[str, ...]


def salvage(schema: type[Schema], text: str) -> Salvaged[Schema]:
    """The good part of ``text``, which should be JSON that fits ``schema``. Raises ``UnsalvageableError``."""
    import pydantic
    import pydantic_core

    start = text.find("{")
    if start < 0:
        raise UnsalvageableError("the answer has no JSON object")
    try:
        data = pydantic_core.from_json(text[start:], allow_partial=True)
    except ValueError:
        try:
            data = pydantic_core.from_json(text[start : text.rfind("}") + 1])
        except ValueError as error:
            raise UnsalvageableError(f"the answer is not JSON: {error}") from None
    dropped: list[str] = []
    kept = _model(schema, data, "", dropped)
    try:
        return Salvaged(schema.model_validate(kept), tuple(dropped))
    except pydantic.ValidationError as error:
        raise UnsalvageableError(_reason(error)) from None


def _model(schema: "type[BaseModel]", data: object, path: str, dropped: list[str]) -> dict[str, object]:
    if not isinstance(data, dict):
        raise UnsalvageableError("is no object" if path else "the answer is no object")
    dropped.extend(f"{_at(path, str(key))}: no such field" for key in data if key not in schema.model_fields)
    return {
        name: _field(field, data.get(name), _at(path, name), dropped) for name, field in schema.model_fields.items()
    }


def _field(field: "FieldInfo", value: object, path: str, dropped: list[str]) -> object:
    """The value of one field; null or nothing where it does not fit and the schema allows that."""
    kind, nullable = _without_null(field.annotation)
    if get_origin(kind) is list:
        return _items(field, kind, value, path, dropped)
    if value is None and nullable:
        return None
    try:
        return _value(kind, value, path, dropped)
    except UnsalvageableError as error:
        if not nullable:
            return _emptied(kind, path, error, dropped)
        dropped.append(f"{path}: {error}")
        return None


def _emptied(kind: object, path: str, error: UnsalvageableError, dropped: list[str]) -> object:
    """A part that may not be null, with nothing in it: what stands beside it must not be lost with it."""
    import pydantic

    if not (isinstance(kind, type) and issubclass(kind, pydantic.BaseModel)):
        raise error
    empty = _model(kind, {}, path, [])  # raises where something in it is needed: then the whole of it is
    dropped.append(f"{path}: {error}")
    return empty


def _items(field: "FieldInfo", kind: object, value: object, path: str, dropped: list[str]) -> list[object]:
    if not isinstance(value, list):
        if value is not None:
            dropped.append(f"{path}: is no list")
        return []
    (item_kind,) = get_args(kind)
    kept: list[object] = []
    for number, item in enumerate(value):
        try:
            kept.append(_value(item_kind, item, f"{path}[{number}]", dropped))
        except UnsalvageableError as error:
            dropped.append(f"{path}[{number}]: {error}")
    most = _limit(field)
    if most is not None and len(kept) > most:
        dropped.extend(f"{path}[{number}]: more than {most} items" for number in range(most, len(kept)))
        kept = kept[:most]
    return kept


def _value(kind: object, value: object, path: str, dropped: list[str]) -> object:
    import pydantic

    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if isinstance(bare, type) and issubclass(bare, pydantic.BaseModel):
        value = _model(bare, value, path, dropped)
    adapter: pydantic.TypeAdapter[object] = pydantic.TypeAdapter(kind)  # type: ignore[arg-type] # an annotation
    try:
        # What lies below is kept as plain data; the whole is validated once more at the end.
        adapter.validate_python(value)
    except pydantic.ValidationError as error:
        raise UnsalvageableError(_reason(error)) from None
    return value


def _without_null(annotation: object) -> tuple[object, bool]:
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return kinds[0], len(kinds) < len(get_args(annotation))
    return annotation, False


def _limit(field: "FieldInfo") -> int | None:
    limits: Iterator[int] = (extra.max_length for extra in field.metadata if hasattr(extra, "max_length"))
    return next(limits, None)


def _at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _reason(error: "object") -> str:
    """The first thing that is wrong, without the value: that may be the article's text."""
    import pydantic

    if not isinstance(error, pydantic.ValidationError):
        return str(error)[:_SHOWN]
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
