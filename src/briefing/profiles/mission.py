"""The profile of deployments: police, soldiers or observers sent by some countries to another."""

from typing import Annotated

from pydantic import Field

from briefing.profiles.general import Extraction
from briefing.profiles.statements import Figure, Person, Place, Strict, Text, When

_Figures = Annotated[list[Figure], Field(max_length=3)]


class Mission(Strict):
    """The profile's own part. Each measure of strength stands alone: two equal numbers are often two measures."""

    name: Text | None
    acronyms: Annotated[list[Text], Field(max_length=4)]
    lead_nation: Text | None
    host: Text | None
    mandate_instrument: Text | None
    mandate_body: Text | None
    mandate_adopted: When | None
    duration: When | None
    review: When | None
    contributors: Annotated[list[Text], Field(max_length=40)]
    contributors_partial: Text | None
    strength_arrived: _Figures
    strength_present: _Figures
    strength_total: _Figures
    strength_pledged: _Figures
    strength_ceiling: _Figures
    officials: Annotated[list[Person], Field(max_length=12)]
    places: Annotated[list[Place], Field(max_length=12)]
    casualties: _Figures
    kidnappings: _Figures
    displaced: _Figures
    tasks: Annotated[list[Text], Field(max_length=8)]
    limits: Annotated[list[Text], Field(max_length=8)]


class MissionExtraction(Extraction[Mission]):
    """What a model fills for a deployment."""
