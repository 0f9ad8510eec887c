"""The building blocks of every schema: statements that point to numbered sentences.

A model never returns a value, a quote or an offset: it writes a short statement and names the sentences that carry it,
and code cuts the quote and reads the values. Every property is required, nothing is extra, every text and list is
capped (small models repeat themselves to the limit otherwise), and there are no unions beyond "or null". Nothing is
asked for that no code reads: it would be paid for twice, in the request and in the answer.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema

from briefing.profiles.short_schema import ShortSchema

Line = Annotated[str, Field(max_length=300)]
"""One short sentence."""
Phrase = Annotated[str, Field(max_length=120)]
"""A few words: a name, a role, a thing counted."""
SentenceId = Annotated[str, Field(max_length=5, pattern=r"^s[0-9]{1,4}$")]
"""The number of a sentence, such as "s3"."""


class Strict(BaseModel):
    """Nothing but the declared properties.

    Its JSON schema has no title but its own and no descriptions, and says once what it would say often: a request
    pays for every word of it, and what the fields mean stands in the prompt.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def model_json_schema(  # type: ignore[override] # whoever asks for a schema of ours gets the one that is sent
        cls, by_alias: bool = True, mode: JsonSchemaMode = "validation", **others: object
    ) -> JsonSchemaValue:
        """The schema as it is sent: short. Other options of pydantic's method are not looked at."""
        short = super().model_json_schema(by_alias=by_alias, schema_generator=ShortSchema, mode=mode)
        # The one title that is left: it is the name of the tool where an endpoint takes a schema only as a tool.
        return {"title": cls.__name__, **short}

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema without what only documents it."""
        schema = handler(core_schema)
        resolved = handler.resolve_ref_schema(schema)
        for key in ("title", "description"):
            resolved.pop(key, None)
        for field in resolved.get("properties", {}).values():
            field.pop("title", None)
            field.pop("description", None)
        return schema


class Stated(Strict):
    """Something that the article states: ``sentences`` are the ones that support it, the fewest that do."""

    sentences: Annotated[list[SentenceId], Field(min_length=1, max_length=6)]


class Placed(Stated):
    """A statement that says itself, as ``field``, to which field of the profile it belongs."""


class Text(Stated):
    """One statement."""

    text: Line


class Operand(Strict):
    """A printed figure that enters a derivation: the number of its sentence, and its words as printed."""

    sentence: SentenceId
    words: Phrase


class Derivation(Strict):
    """The working for a figure that the article does not print."""

    operation: Literal["sum", "difference", "multiple", "share", "percentage_change", "count", "rate", "time_between"]
    operands: Annotated[list[Operand], Field(min_length=1, max_length=8)]


class Figure(Stated):
    """A statement about one figure, and who says so. What it counts, when and where, code reads in the sentences."""

    text: Line
    said_by: Phrase | None
    derivation: Derivation | None


class Person(Stated):
    """A person as the article presents them; someone whom it does not name has no name here either."""

    name: Phrase | None
    rank: Phrase | None
    role: Phrase | None
    organisation: Phrase | None
    nation: Phrase | None


class Org(Stated):
    """An organisation with the short forms that the article prints."""

    name: Phrase
    acronyms: Annotated[list[Phrase], Field(max_length=4)]
    role: Phrase | None


class Place(Stated):
    """A place."""

    name: Phrase


class When(Stated):
    """A date, a moment or a stretch of time, in a statement that keeps the article's words for it."""

    text: Line


class Speech(Stated):
    """What somebody said."""

    speaker: Phrase | None
    text: Line


class Next(Stated):
    """Something that has not happened yet; the words say how firm it is."""

    text: Line
