"""The profile of court cases."""

from typing import Annotated, Literal

from pydantic import Field

from briefing.profiles.general import Extraction
from briefing.profiles.statements import Person, Phrase, Stated, Strict, Text, When

_Texts = Annotated[list[Text], Field(max_length=8)]


class Party(Stated):
    """Someone in the case, and on which side; a person whom the article does not name has no name here either."""

    name: Phrase | None
    role: Phrase | None
    side: Literal["defendant", "claimant", "prosecution", "defence", "victim", "witness", "other"]


class Court(Strict):
    """The profile's own part. Charge, plea, verdict and sentence stand apart: one is not yet the other."""

    court: Text | None
    case: Text | None
    parties: Annotated[list[Party], Field(max_length=12)]
    charges: _Texts
    pleas: _Texts
    verdicts: _Texts
    penalties: _Texts
    judge: Person | None
    next_hearing: When | None
    appeal: Text | None
    custody: Text | None
    reporting_limits: Annotated[list[Text], Field(max_length=4)]


class CourtExtraction(Extraction[Court]):
    """What a model fills for a court case."""
