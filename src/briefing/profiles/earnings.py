"""The profile of company results."""

from typing import Annotated

from pydantic import Field

from briefing.profiles.general import Extraction
from briefing.profiles.statements import Figure, Next, Speech, Strict, Text, When

_Figures = Annotated[list[Figure], Field(max_length=4)]
"""The period that is reported, the one before, and the parts of the company."""


class Earnings(Strict):
    """The profile's own part. What was reported, what was expected and what is forecast stand apart."""

    company: Text | None
    period: When | None
    revenue: _Figures
    operating_profit: _Figures
    net_profit: _Figures
    per_share: _Figures
    change: Annotated[list[Figure], Field(max_length=8)]
    guidance: Annotated[list[Next], Field(max_length=6)]
    dividend: _Figures
    share_price: _Figures
    expectations: _Figures
    comments: Annotated[list[Speech], Field(max_length=6)]


class EarningsExtraction(Extraction[Earnings]):
    """What a model fills for company results."""
