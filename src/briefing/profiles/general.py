"""The part of a briefing that every story has, and the frame that joins it to a profile's own part."""

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, Field

from briefing.profiles.statements import Figure, Next, Org, Person, Phrase, Place, Speech, Strict, Text, When

Details = TypeVar("Details", bound=BaseModel)


class GeneralExtraction(Strict):
    """What a model fills for any news story."""

    headline: Text | None
    what: Text | None
    people: Annotated[list[Person], Field(max_length=12)]
    organisations: Annotated[list[Org], Field(max_length=12)]
    places: Annotated[list[Place], Field(max_length=12)]
    dates: Annotated[list[When], Field(max_length=12)]
    why: Annotated[list[Text], Field(max_length=4)]
    how: Annotated[list[Text], Field(max_length=4)]
    figures: Annotated[list[Figure], Field(max_length=24)]
    speech: Annotated[list[Speech], Field(max_length=12)]
    context: Annotated[list[Text], Field(max_length=8)]
    next_steps: Annotated[list[Next], Field(max_length=8)]
    not_stated: Annotated[list[Phrase], Field(max_length=12)]


class Extraction(GeneralExtraction, Generic[Details]):
    """The general part and a profile's own: ``Extraction[Mission]``, or with a model of the user's own."""

    details: Details
