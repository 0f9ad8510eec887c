"""The profile of disasters and accidents."""

from typing import Annotated

from pydantic import Field

from briefing.profiles.general import Extraction
from briefing.profiles.statements import Figure, Speech, Strict, Text, When

_Figures = Annotated[list[Figure], Field(max_length=3)]
"""A toll is often given twice: by two sources, or as a part and as the whole."""
_Texts = Annotated[list[Text], Field(max_length=8)]


class Disaster(Strict):
    """The profile's own part. Every toll stands alone, and a cause never stands without the one who names it."""

    event: Text | None
    when: When | None
    where: Text | None
    killed: _Figures
    injured: _Figures
    missing: _Figures
    displaced: _Figures
    damage: _Texts
    damage_cost: _Figures
    response: _Texts
    warnings: _Texts
    cause: Annotated[list[Speech], Field(max_length=4)]


class DisasterExtraction(Extraction[Disaster]):
    """What a model fills for a disaster."""
