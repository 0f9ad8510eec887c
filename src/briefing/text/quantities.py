"""Every figure, date and identifier of a text, each read as what it is.

A single pass: the tokens that can open a figure are found by one set lookup each, and at each of them the rules that
its word can begin are tried in a fixed order. What is claimed by one figure is never read again by another.
"""

import datetime as dt

from briefing.records.quantity import Quantity
from briefing.text.binding import Binder, Bound
from briefing.text.calendar import MAX_YEAR, MIN_YEAR
from briefing.text.dates.context import DateContext
from briefing.text.events import events
from briefing.text.figures import clean
from briefing.text.found import Found
from briefing.text.lexicon import Lexicon, lexicon
from briefing.text.rules import figure_at, openings
from briefing.text.tokens import Tokens
from briefing.text.units import dimension_of


def read_quantities(text: str, *, locale: str = "en", anchor: dt.date | None = None) -> tuple[Quantity, ...]:
    """Every figure of ``text`` in text order, none overlapping another.

    ``locale`` names the language whose words are read; of a language without a word table only digits and signs are.
    Relative dates hang on ``anchor`` and are marked inferred; without it they carry no days, nor with one outside the
    years that news may print (1000 to 2199). Never raises on any text.
    """
    return quantities_of(Tokens(text), lexicon(locale), anchor)


def quantities_of(tokens: Tokens, words: Lexicon, anchor: dt.date | None) -> tuple[Quantity, ...]:
    """The same on a text that is already cut into tokens."""
    known = anchor is not None and MIN_YEAR <= anchor.year <= MAX_YEAR
    context = DateContext(tokens, words, anchor if known else None)
    figures: list[Found] = []
    floor = 0
    for index in openings(tokens, words):
        if index < floor:
            continue
        found = figure_at(context, index, floor)
        if found is not None and found.first >= floor:
            figures.append(found)
            floor = found.last
    binder = Binder(tokens, words, events(words.language))
    bound = binder.bind(figures)
    return tuple(_quantity(tokens, found, said_of) for found, said_of in zip(figures, bound, strict=True))


def _quantity(tokens: Tokens, found: Found, said_of: Bound) -> Quantity:
    start, end = tokens.starts[found.first], tokens.end(found.last - 1)
    bounds = found.bounds
    low = bounds.low
    if low is not None and low is not found.stated:
        low = clean(low)
    high = low if bounds.high is bounds.low else None if bounds.high is None else clean(bounds.high)
    hedged = found.core_first != found.first or found.core_last != found.last
    return Quantity(
        raw=tokens.text[start:end],
        start=start,
        end=end,
        kind=found.kind,
        hedge=found.hedge,
        low=low,
        high=high,
        low_inclusive=bounds.low_inclusive,
        high_inclusive=bounds.high_inclusive,
        stated=found.stated,
        precision=None if found.precision is None else clean(found.precision),
        pair=found.pair,
        unit=found.unit,
        dimension=dimension_of(found.unit, found.kind) if found.unit is not None else None,
        currency=found.currency,
        date=found.date,
        core_start=tokens.starts[found.core_first] if hedged else -1,
        core_end=tokens.end(found.core_last - 1) if hedged else -1,
        counted=said_of.counted,
        head=said_of.head,
        measure=said_of.measure,
        event=said_of.event,
        period=said_of.period,
    )
