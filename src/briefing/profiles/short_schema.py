"""A JSON schema that says once what pydantic says at every place: repeated parts become definitions of their own."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import count

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema

_REFERENCE = 31
"""Characters of JSON that cost as many tokens as a reference does: nine. A shorter part is cheaper where it stands."""
_NAME = 12


class ShortSchema(GenerateJsonSchema):
    """What pydantic generates, shortened; it accepts the same answers."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        """The schema with every part under ``$defs`` that is worth it, and no other."""
        return shortened(_inlined(super().generate(schema, mode)))


def shortened(schema: JsonSchemaValue) -> JsonSchemaValue:
    """``schema`` with the parts that repeat as definitions "p0", "p1", ..., the most worthwhile first."""
    names = (f"p{number}" for number in count())
    while (part := _worth(schema)) is not None:
        name = next(names)
        schema = _replaced(schema, part, {"$ref": f"#/$defs/{name}"})
        schema.setdefault("$defs", {})[name] = json.loads(part)
    return schema


def _inlined(schema: JsonSchemaValue) -> JsonSchemaValue:
    """``schema`` without definitions. One that holds itself would never end: no profile may."""
    definitions = schema.get("$defs", {})

    def put(item: object) -> object:
        if isinstance(item, list):
            return [put(one) for one in item]
        if not isinstance(item, dict):
            return item
        if "$ref" in item:
            return put(definitions[item["$ref"].rpartition("/")[2]])
        return {key: put(one) for key, one in item.items()}

    return {key: put(item) for key, item in schema.items() if key != "$defs"}


def _worth(schema: JsonSchemaValue) -> str | None:
    """The part that saves most characters as a definition, or ``None`` if none saves any."""
    seen = Counter(_text(part) for part in _parts(schema) if "$ref" not in part)
    saved = {part: (times - 1) * (len(part) - _REFERENCE) - _REFERENCE - _NAME for part, times in seen.items()}
    best = max(saved, key=lambda part: (saved[part], part), default=None)
    return best if best is not None and saved[best] > 0 else None


def _parts(schema: JsonSchemaValue) -> Iterator[JsonSchemaValue]:
    """Every schema inside ``schema``, itself left out."""
    inside = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values(), *schema.get("anyOf", [])]
    if "items" in schema:
        inside.append(schema["items"])
    for part in inside:
        yield part
        yield from _parts(part)


def _replaced(value: JsonSchemaValue, part: str, by: JsonSchemaValue) -> JsonSchemaValue:
    """``value`` with ``by`` in every place of ``part``."""

    def put(item: object) -> object:
        if isinstance(item, list):
            return [put(one) for one in item]
        if not isinstance(item, dict):
            return item
        return dict(by) if _text(item) == part else {key: put(one) for key, one in item.items()}

    return {key: put(item) for key, item in value.items()}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
