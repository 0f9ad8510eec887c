"""A figure as the rules hand it over, before it is bound to what it is said of."""

from decimal import Decimal
from typing import NamedTuple

from briefing.records.quantity import DateReading, Hedge, Kind
from briefing.text.dates.context import DateContext, DateFound
from briefing.text.hedges import Bounds, hedge_around

UNBOUNDED = Bounds(None, None)
ONE = Decimal(1)


class Found(NamedTuple):
    """A figure over the tokens ``first`` up to ``last``; ``core_first`` to ``core_last`` is it without its hedge."""

    kind: Kind
    first: int
    last: int
    core_first: int
    core_last: int
    hedge: Hedge = Hedge.EXACT
    bounds: Bounds = UNBOUNDED
    stated: Decimal | None = None
    precision: Decimal | None = None
    pair: tuple[Decimal, Decimal] | None = None
    unit: str | None = None
    currency: str | None = None
    date: DateReading | None = None


def found_date(context: DateContext, found: DateFound, floor: int) -> Found:
    """A date, with a hedge if one stands before it."""
    hedged = hedge_around(context.tokens, found.first, found.last, Kind.DATE, context.lexicon)
    keep = hedged.hedge in (Hedge.APPROXIMATE, Hedge.NEARLY) and hedged.first >= floor
    first = hedged.first if keep else max(found.first, floor)
    hedge = hedged.hedge if keep else Hedge.EXACT
    return Found(Kind.DATE, first, found.last, found.first, found.last, hedge, date=found.reading)
