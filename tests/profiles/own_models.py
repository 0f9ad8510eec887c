"""Models as a user would write them, to be named by their dotted path."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from briefing.profiles.general import GeneralExtraction
from briefing.profiles.statements import Figure, Stated, Text


class Act(BaseModel):
    """One act of the evening."""

    artist: str
    song: str | None = None


class Concert(BaseModel):
    """Concerts and festivals: who played where. More is not needed."""

    venue: str = Field(title="Hall", description="where it took place")
    sold_out: bool
    day: date
    price: Decimal | None = None
    kind: Literal["rock", "classical"] = "rock"
    acts: list[Act] = []
    songs: Annotated[list[str], Field(max_length=3)]


class Award(Stated):
    """A leaf of the user's own."""

    text: Annotated[str, Field(max_length=200)]
    prize: Annotated[str, Field(max_length=80)]


class Prizes(BaseModel):
    """Leaves that point to sentences already."""

    awards: list[Award]
    money: Figure | None
    host: str


class Whole(GeneralExtraction):
    """An extraction that is complete as it is."""

    colour: Text | None


class Either(BaseModel):
    """A union."""

    seats: int | str


class Table(BaseModel):
    """A dictionary."""

    rows: dict[str, str]


class Nothing(BaseModel):
    """No field."""


class Fifth(BaseModel):
    """The innermost."""

    text: str


class Fourth(BaseModel):
    """One further out."""

    inner: Fifth


class Third(BaseModel):
    """One further out."""

    inner: Fourth


class Deep(BaseModel):
    """Too deep, by one."""

    inner: Third


class Endless(BaseModel):
    """Holds itself."""

    again: "Endless | None"


class DeepFigure(BaseModel):
    """A figure holds its working, which holds operands: in a model of its own it lies too deep."""

    inner: list["Prizes"]


NOT_A_MODEL = 7
