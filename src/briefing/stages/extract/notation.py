"""The keys of an answer in a short notation, for models that do not see the schema itself."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Literal, Union, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

_PLAIN = {"bool": "true|false", "int": "number", "float": "number"}
_FIELD = "field"
"""The property that says to which field of the profile an item of a list belongs."""


def fields_of(schema: "type[BaseModel]") -> str:
    """One line a key. ``[...]`` is a list, ``?`` allows null, and what has no sign is text.

    The fields that the items of a list may name stand behind it.
    """
    return "\n".join(_line(name, field) for name, field in schema.model_fields.items())


def _line(name: str, field: "FieldInfo") -> str:
    kind, form = _form(field.annotation)
    said = f" ({field.description})" if field.description else ""
    named = list(_choices(kind))
    fields = f"; {_FIELD}: {', '.join(named)}" if named else ""
    return f"{name}: {form.format(_shape(kind))}{fields}{said}"


def _shape(kind: object) -> str:
    if not hasattr(kind, "model_fields"):
        return _value(kind)
    inner = []
    for name, field in kind.model_fields.items():
        held, form = _form(field.annotation)
        value = _shape(held)
        if name == _FIELD:
            inner.append(name)
        elif value == "text":
            inner.append(name + {"{}": "", "{}?": "?", "[{}]": ": [text]"}.get(form, f": {form.format(value)}"))
        else:
            inner.append(f"{name}{'?' if form.endswith('?') else ''}: {form.rstrip('?').format(value)}")
        if field.description:
            inner[-1] += f" ({field.description})"
    return "{" + ", ".join(inner) + "}"


def _choices(kind: object) -> Iterator[str]:
    fields: dict[str, FieldInfo] = getattr(kind, "model_fields", {})
    if _FIELD in fields:
        held, _ = _form(fields[_FIELD].annotation)
        if get_origin(held) is Literal:
            yield from map(str, get_args(held))


def _form(annotation: object) -> tuple[object, str]:
    """What a field holds, and how: "{}", "{}?" or "[{}]"."""
    if get_origin(annotation) is Annotated:
        return _form(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kind, form = _form(next(kind for kind in get_args(annotation) if kind is not NoneType))
        return kind, f"{form}?"
    if get_origin(annotation) is list:
        kind, _ = _form(get_args(annotation)[0])
        return kind, "[{}]"
    return annotation, "{}"


def _value(kind: object) -> str:
    if get_origin(kind) is Literal:
        return "|".join(map(str, get_args(kind)))
    return _PLAIN.get(getattr(kind, "__name__", ""), "text")
