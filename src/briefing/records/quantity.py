"""A figure as it was read from words: an interval, never a bare number."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from briefing.records.spans import Span


class Hedge(StrEnum):
    """What the words around a number say about how firm it is."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


class Kind(StrEnum):
    """What sort of figure the words are; figures of different kinds never match."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    RATIO = "ratio"
    MULTIPLIER = "multiplier"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    SCORE = "score"
    MEASURE = "measure"
    IDENTIFIER = "identifier"
    """Names itself and nothing else ("resolution 2699"); never enters arithmetic."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """The days that words stand for, and which parts of a date they print.

    ``first`` and ``last`` are inclusive; both are ``None`` while relative words have no anchor.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    relative: bool = False
    """The words hang on another day ("last Tuesday", "in nine months")."""
    inferred: bool = False
    """The days were worked out from the anchor; the article does not print them."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some words and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure, date or identifier with the words it was read from.

    ``low`` and ``high`` bound what the words claim; ``None`` is open-ended. "438" is [438, 438], "more than 2,500"
    is (2500, open). ``stated`` is the number that is printed, so that "nearly 438" keeps its 438.
    Durations are in ``unit``; times are minutes after midnight. Dates carry ``date`` and no bounds.
    """

    raw: str
    start: int
    end: int
    kind: Kind
    hedge: Hedge = Hedge.EXACT
    low: Decimal | None = None
    high: Decimal | None = None
    low_inclusive: bool = True
    high_inclusive: bool = True
    stated: Decimal | None = None
    precision: Decimal | None = None
    """The last place that was printed: 1 for "438", 100000 for "1.2 million"."""
    pair: tuple[Decimal, Decimal] | None = None
    """Ordered pair of a score, a vote or a ratio ("1 in 5" is (1, 5)); exact where a quotient is not."""
    unit: str | None = None
    dimension: str | None = None
    currency: str | None = None
    """ISO 4217 where the words allow it ("US$" is USD); else the symbol's name ("dollar")."""
    date: DateReading | None = None
    core_start: int = -1
    """Where the number itself begins, without its hedge; -1 if it is the whole span."""
    core_end: int = -1
    counted: Words | None = None
    """The thing counted ("Kenyan police officers")."""
    head: str | None = None
    """Head noun of ``counted``, lower case and singular."""
    measure: Words | None = None
    """The words that say what happens to it ("kidnapped", "arrived")."""
    event: str | None = None
    """The class of event that ``measure`` belongs to ("abducted", "arrived", "pledged")."""
    period: Words | None = None
    """The window that the figure refers to ("the first three months of the year")."""
    place: Words | None = None

    @property
    def span(self) -> Span:
        """The whole words, hedge and unit included."""
        return Span(self.start, self.end)

    @property
    def core(self) -> Span:
        """The number with its unit, without the hedge."""
        return Span(self.core_start, self.core_end) if self.core_start >= 0 else self.span
