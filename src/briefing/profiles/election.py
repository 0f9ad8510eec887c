"""The profile of elections and referendums."""

from typing import Annotated, Literal

from pydantic import Field

from briefing.profiles.general import Extraction
from briefing.profiles.statements import Figure, Line, Phrase, Speech, Stated, Strict, Text, When

_Texts = Annotated[list[Text], Field(max_length=4)]


class Result(Stated):
    """One figure of one party or candidate: votes, share and seats are three results. Code reads the value."""

    text: Line
    contender: Phrase
    kind: Literal["votes", "share", "seats", "lead", "other"]


class Count(Stated):
    """How far the count is: a projection is not a result, and a partial result is not the final one."""

    text: Line
    status: Literal["projection", "partial", "provisional", "final"]


class Election(Strict):
    """The profile's own part."""

    body: Text | None
    date: When | None
    turnout: Annotated[list[Figure], Field(max_length=3)]
    results: Annotated[list[Result], Field(max_length=24)]
    winner: Text | None
    count: Count | None
    change: _Texts
    coalition: _Texts
    disputes: Annotated[list[Speech], Field(max_length=4)]


class ElectionExtraction(Extraction[Election]):
    """What a model fills for an election."""
