"""The figures of an article in the order in which an editor would miss them, each value of a thing once.

The order is a sum of plain points, so that it can be told why one stands before another:

| what speaks for a figure | points |
| --- | --- |
| it counts people killed; harmed, missing, fled or held in another way | 60; 50 |
| it is money, or a percentage | 40 |
| it counts, measures or compares something that is named; something that is not | 30; 15 |
| it is a duration; an identifier | 20; 0 |
| it stands in the headline; in one of the first two sentences; in one of the next three | 40; 25; 10 |
| each further sentence that gives it, up to three | 10 |
| each digit of its size, up to six; percentages have none | 2 |
| it is a word up to three ("two of them"); no number at all ("dozens") | -25; -10 |

Equal sums stand in text order. Dates, clock times, ages and orders ("third") are not ranked: without what happened
then, they say nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.records.article import Reading, UnitKind
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.events import Events, events

Stems = Callable[[int], frozenset[str]]

_RANKED = frozenset(
    (
        Kind.CARDINAL,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.PERCENTAGE_POINT,
        Kind.RATIO,
        Kind.MEASURE,
        Kind.DURATION,
        Kind.SCORE,
        Kind.MULTIPLIER,
        Kind.IDENTIFIER,
    )
)
_COUNTS = frozenset((Kind.CARDINAL, Kind.MULTIPLIER))
_PERCENT = frozenset((Kind.PERCENT, Kind.PERCENTAGE_POINT))
_KILLED, _TOLL, _MONEY, _NAMED, _DURATION, _BARE = 60, 50, 40, 30, 20, 15
_HEADLINE = 40
_LEDE = (25, 25, 10, 10, 10)
"""What the first sentences are worth."""
_REPEATED, _MOST_REPEATS = 10, 3
_DIGIT, _MOST_DIGITS = 2, 6
_SMALL_WORD, _NO_NUMBER = -25, -10
_SMALL = 3

_Value = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class RankedFigure:
    """One value of one thing: the first figure that gives it, all that do, and the points that place it."""

    first: Quantity
    places: tuple[Quantity, ...]
    points: int


def ranked_figures(reading: Reading, stems_around: Stems) -> tuple[RankedFigure, ...]:
    """Every figure of an article that is no date, once for each value of a thing, the weightiest first.

    ``stems_around`` gives the content stems of the sentence at an offset; where two equal figures name no thing, their
    sentences must share one to be the same figure.
    """
    known = events(reading.article.language)
    body = [unit.id for unit in reading.units if unit.kind is UnitKind.SENTENCE]
    lede = dict(zip(body, _LEDE, strict=False))
    found = [
        RankedFigure(places[0], tuple(places), _points(places, reading, lede, known))
        for places in _grouped(reading, stems_around, known)
    ]
    return tuple(sorted(found, key=lambda each: (-each.points, each.first.start)))


def _grouped(reading: Reading, stems_around: Stems, known: Events) -> Iterator[list[Quantity]]:
    """Figures of one value and thing, in text order."""
    by_value: dict[_Value, list[list[Quantity]]] = {}
    for quantity in reading.quantities:
        if quantity.kind not in _RANKED:
            continue
        groups = by_value.setdefault(_value(quantity), [])
        for group in groups:
            if _same_thing(group[0], quantity, stems_around, known):
                group.append(quantity)
                break
        else:
            groups.append([quantity])
    for groups in by_value.values():
        yield from groups


def _value(quantity: Quantity) -> _Value:
    if quantity.kind is Kind.IDENTIFIER or (quantity.low is None and quantity.high is None and quantity.pair is None):
        return quantity.kind, quantity.raw.casefold()
    bounds = (quantity.low, quantity.low_inclusive, quantity.high, quantity.high_inclusive)
    return quantity.kind, bounds, quantity.pair, quantity.unit, quantity.currency


def _same_thing(one: Quantity, two: Quantity, stems_around: Stems, known: Events) -> bool:
    if one.kind is Kind.IDENTIFIER:
        return True
    if known.differ(one.event, two.event) or known.differ(two.event, one.event):
        return False
    if one.head is not None and two.head is not None:
        general = one.head in known.general_nouns or two.head in known.general_nouns
        return one.head == two.head or (general and one.event == two.event)
    return bool(stems_around(one.start) & stems_around(two.start))


def _points(places: list[Quantity], reading: Reading, lede: dict[str, int], known: Events) -> int:
    units = dict.fromkeys(unit.id for each in places if (unit := reading.unit_at(each.start)) is not None)
    position = max(_position(each, reading, lede) for each in places)
    repeats = min(len(units) - 1, _MOST_REPEATS) if units else 0
    return max(_kind(each, known) for each in places) + position + repeats * _REPEATED + _size(places[0])


def _position(quantity: Quantity, reading: Reading, lede: dict[str, int]) -> int:
    unit = reading.unit_at(quantity.start)
    if unit is None:
        return 0
    return _HEADLINE if unit.kind is UnitKind.HEADLINE else lede.get(unit.id, 0)


def _kind(quantity: Quantity, known: Events) -> int:
    told = frozenset(quantity.event.split("+")) if quantity.event else frozenset[str]()
    if quantity.kind is Kind.CARDINAL and told & known.tolls:
        return _KILLED if "killed" in told else _TOLL
    if quantity.kind is Kind.MONEY or quantity.kind in _PERCENT:
        return _MONEY
    if quantity.kind is Kind.IDENTIFIER:
        return 0
    if quantity.kind is Kind.DURATION:
        return _DURATION
    named = quantity.counted is not None or quantity.event is not None or quantity.unit is not None
    return _NAMED if named else _BARE


def _size(quantity: Quantity) -> int:
    if quantity.kind is Kind.IDENTIFIER:
        return 0
    number = quantity.stated if quantity.stated is not None else quantity.low
    if number is None:
        return _NO_NUMBER if quantity.hedge is Hedge.VAGUE else 0
    if quantity.kind in _COUNTS and number <= _SMALL and quantity.raw[:1].isalpha():
        return _SMALL_WORD
    digits = 0 if quantity.kind in _PERCENT else len(str(abs(int(number))))
    return min(digits, _MOST_DIGITS) * _DIGIT
