"""How one figure stands to another: the same, implied, rounded, hedged otherwise, or something else.

Values only. Whether both are said of the same thing is a question of binding, and asked elsewhere. There is no
tolerance: either a rule below holds exactly, or the figures do not match.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.digits import significant_place
from briefing.text.units import in_unit


class Relation(IntEnum):
    """What a figure of a claim is to a figure of the source, strongest support first."""

    SAME = 0
    """The same value under the same hedge, in whatever notation."""
    OPPOSITE = 1
    """The same number with the opposite bound: "more than 1,000" for "up to 1,000"."""
    ENTAILED = 2
    """What the source says implies what the claim says."""
    ROUNDED = 3
    """The source's decimals, rounded to the places that the claim prints."""
    ENDPOINT = 4
    """One end of the source's range: "from 300" for "300 to 350"."""
    SIZE = 5
    """A word such as "dozens" for a hedged number of that size: "more than 60"."""
    HEDGE_DROPPED = 6
    """The same number; the source hedges it, the claim does not."""
    HEDGE_CHANGED = 7
    """The same number under another hedge that the source does not imply."""
    LOOSER = 8
    """The source's kind of bound with another number: "up to 2,000" for "up to 1,000". Implied, not said."""
    ROUNDED_INTEGER = 9
    """A whole number, printed coarser and without a hedge."""
    OTHER_UNIT = 10
    """The same number of something else: another currency, points for percent, millions for billions."""


_LOWER = frozenset((Hedge.AT_LEAST, Hedge.MORE_THAN))
_UPPER = frozenset((Hedge.UP_TO, Hedge.FEWER_THAN, Hedge.NEARLY))
_HUNDRED = 100
_QUARTER = 4
_FIVE = 5
SCALES = frozenset((Fraction(1000), Fraction(1_000_000), Fraction(1, 1000), Fraction(1, 1_000_000)))
"""By what a number is off where a scale word slipped: "3 million" for "3 billion"."""
_BIG = 1000
_MEASURED = frozenset((Kind.AGE, Kind.DURATION, Kind.MEASURE))
_SHARES = frozenset((Kind.PERCENT, Kind.RATIO))
_YEARS = frozenset((Kind.AGE, Kind.CARDINAL))
_ONE = Fraction(1)

Number = Decimal | Fraction
"""Exact either way: Decimals as printed, Fractions where a unit was converted."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds in one common unit; ``None`` is open-ended."""

    low: Number | None
    high: Number | None
    low_inclusive: bool
    high_inclusive: bool
    stated: Number | None

    def inside(self, other: "Interval") -> bool:
        """Whether every value of this interval lies in ``other``."""
        if other.low is not None and (self.low is None or not _above(self.low, self.low_inclusive, other)):
            return False
        return other.high is None or (self.high is not None and _below(self.high, self.high_inclusive, other))

    def same(self, other: "Interval") -> bool:
        """Whether both hold exactly the same values."""
        return (self.low, self.high) == (other.low, other.high) and (self.low_inclusive, self.high_inclusive) == (
            other.low_inclusive,
            other.high_inclusive,
        )


def _above(low: Number, inclusive: bool, other: Interval) -> bool:
    floor = other.low if other.low is not None else low
    return low > floor or (low == floor and (other.low_inclusive or not inclusive))


def _below(high: Number, inclusive: bool, other: Interval) -> bool:
    ceiling = other.high if other.high is not None else high
    return high < ceiling or (high == ceiling and (other.high_inclusive or not inclusive))


def relate(claim: Quantity, source: Quantity) -> Relation | None:
    """The strongest relation that holds between two figures; ``None`` if neither supports nor contradicts the other.

    Dates and identifiers are not figures in this sense and never relate.
    """
    if claim.kind is Kind.SCORE or source.kind is Kind.SCORE:
        return _scores(claim, source)
    factor = common_unit(claim, source)
    if factor is None:
        return _other_unit(claim, source)
    one, two = interval(claim, _ONE), interval(source, factor)
    if one is None or two is None:
        return None
    found = _intervals(claim, source, one, two)
    return _other_unit(claim, source) if found is None and claim.unit != source.unit else found


def _intervals(claim: Quantity, source: Quantity, one: Interval, two: Interval) -> Relation | None:
    printed_alike = one.stated is not None and one.stated == two.stated
    if claim.hedge is Hedge.VAGUE or source.hedge is Hedge.VAGUE:
        return _vaguely(claim, source, one, two)
    if claim.hedge is source.hedge and (one.same(two) or (printed_alike and _about(claim, source))):
        return Relation.SAME
    if printed_alike and _opposite(claim.hedge, source.hedge):
        return Relation.OPPOSITE
    if claim.hedge is Hedge.RANGE and two.stated is not None and two.stated in (one.low, one.high):
        # "9,194 to 9,406" beside a plain 9,406 is more likely a score in the wrong order than a vaguer figure.
        return Relation.HEDGE_CHANGED
    if claim.hedge is not Hedge.EXACT and two.inside(one):
        return Relation.LOOSER if _other_number(claim, source) else Relation.ENTAILED
    if printed_alike:
        return Relation.HEDGE_DROPPED if claim.hedge is Hedge.EXACT else Relation.HEDGE_CHANGED
    return _ranged(claim, source, one, two) or _rounded(claim, source, one, two)


def _about(claim: Quantity, source: Quantity) -> bool:
    """Whether both are approximate, in units that convert: "about two weeks" is "about 14 days"."""
    return claim.hedge is Hedge.APPROXIMATE and source.hedge is Hedge.APPROXIMATE and claim.unit != source.unit


def _ranged(claim: Quantity, source: Quantity, one: Interval, two: Interval) -> Relation | None:
    if source.hedge is Hedge.RANGE and claim.hedge is Hedge.EXACT and one.stated in (two.low, two.high):
        return Relation.ENDPOINT
    alike = claim.hedge is Hedge.RANGE and (one.low, one.high) == (two.low, two.high)
    return Relation.HEDGE_CHANGED if alike else None


def _vaguely(claim: Quantity, source: Quantity, one: Interval, two: Interval) -> Relation | None:
    """As in "dozens", "thousands": same words, or a number of the size that such words stand for."""
    if claim.hedge is source.hedge and one.same(two):
        return Relation.SAME
    if claim.hedge is not Hedge.VAGUE:
        return None
    if two.inside(one):
        return Relation.ENTAILED
    value = two.stated if two.stated is not None else two.low
    if value is None or one.low is None or source.hedge is Hedge.VAGUE:
        return None
    return Relation.SIZE if one.low <= value and (one.high is None or value <= one.high) else None


def _other_number(claim: Quantity, source: Quantity) -> bool:
    """Whether a bound of the same kind has another number that is not just printed coarser."""
    if claim.hedge is not source.hedge or claim.hedge not in (_LOWER | _UPPER | {Hedge.RANGE}):
        return False
    if claim.precision is None or source.precision is None:
        return True
    return claim.precision <= source.precision


def rounder(claim: Quantity, source: Quantity) -> bool:
    """Whether the claim's number is the next rounder one: a multiple of a larger five or ten, at most a quarter away.

    That is how writers choose a bound: "fewer than 500" from 400, "at least 5,000" from "more than 6,000". Under the
    very same hedge ("over 1,500" from "more than 1,900") a slip of one digit looks just so, and a person must decide.
    """
    if not claim.stated or not source.stated:
        return False
    apart = abs(Fraction(claim.stated) - Fraction(source.stated))
    close = apart * _QUARTER <= abs(Fraction(source.stated))
    return close and _step(claim.stated) > _step(source.stated)


def _step(value: Decimal) -> Fraction:
    """The largest power of ten, or five times one, that divides ``value``."""
    place = Fraction(significant_place(value))
    return place * _FIVE if (Fraction(value) / place) % _FIVE == 0 else place


def _opposite(one: Hedge, two: Hedge) -> bool:
    return (one in _LOWER and two in _UPPER) or (one in _UPPER and two in _LOWER)


def _rounded(claim: Quantity, source: Quantity, one: Interval, two: Interval) -> Relation | None:
    """Decimals may be rounded away; whole numbers may not, unless the claim says that it is approximate."""
    if claim.hedge not in (Hedge.EXACT, Hedge.APPROXIMATE) or source.hedge not in (Hedge.EXACT, claim.hedge):
        return None
    if one.stated is None or two.stated is None or claim.precision is None or source.precision is None:
        return None
    place = claim.precision
    if place <= source.precision:
        return None
    value = Fraction(two.stated)
    off = abs(value - Fraction(one.stated))
    if off * 2 > Fraction(place):
        return None
    if claim.hedge is Hedge.EXACT and source.precision >= 1 and abs(value) < _BIG:
        return None  # nobody rounds 12 to 10
    if off * 10 > abs(value):
        return None  # that far off it is another number, whatever was rounded
    fractional = source.precision < 1 or ("." in source.raw and source.precision >= _BIG)
    return Relation.ROUNDED if fractional else Relation.ROUNDED_INTEGER


def interval(quantity: Quantity, factor: Fraction) -> Interval | None:
    """The figure's bounds times ``factor``; plain Decimals while nothing is converted, which is nearly always."""
    if quantity.kind in (Kind.DATE, Kind.IDENTIFIER):
        return None
    if quantity.pair is not None and quantity.kind is Kind.RATIO and quantity.pair[1] and quantity.hedge is Hedge.EXACT:
        value = Fraction(quantity.pair[0]) / Fraction(quantity.pair[1]) * factor
        return Interval(value, value, True, True, value)
    low, high, stated = quantity.low, quantity.high, quantity.stated
    if factor == 1:
        return Interval(low, high, quantity.low_inclusive, quantity.high_inclusive, stated)
    return Interval(
        None if low is None else Fraction(low) * factor,
        None if high is None else Fraction(high) * factor,
        quantity.low_inclusive,
        quantity.high_inclusive,
        None if stated is None else Fraction(stated) * factor,
    )


def common_unit(claim: Quantity, source: Quantity) -> Fraction | None:
    """What a value of ``source`` is multiplied by to be in the claim's unit; ``None`` if they measure other things."""
    one, two = claim.kind, source.kind
    if one is two:
        if one is Kind.MONEY:
            return _ONE if claim.currency == source.currency else None
        if one in _MEASURED and claim.unit != source.unit:
            return _converted(claim.unit, source.unit)
        return _ONE
    if one in _SHARES and two in _SHARES:
        return Fraction(_HUNDRED) if two is Kind.RATIO else Fraction(1, _HUNDRED)
    if one in _YEARS and two in _YEARS:
        return _ONE if "year" in (claim.unit, source.unit) and _bare(claim, source) else None
    return None


def _bare(claim: Quantity, source: Quantity) -> bool:
    """Whether the one of two figures that has no unit counts nothing either: "Smith (35)"."""
    return all(figure.head is None for figure in (claim, source) if figure.kind is Kind.CARDINAL)


def _converted(unit: str | None, other: str | None) -> Fraction | None:
    return None if unit is None or other is None else in_unit(Decimal(1), other, unit)


def _other_unit(claim: Quantity, source: Quantity) -> Relation | None:
    """The same printed number of another unit: worth naming as such."""
    if claim.stated is None or source.stated is None or claim.hedge is not source.hedge:
        return None
    if claim.stated != source.stated:
        return None
    if claim.kind is source.kind:
        return Relation.OTHER_UNIT if claim.kind in (Kind.MONEY, Kind.DURATION, Kind.MEASURE) else None
    points = {claim.kind, source.kind} == {Kind.PERCENT, Kind.PERCENTAGE_POINT}
    return Relation.OTHER_UNIT if points else None


def scale_slip(claim: Quantity, source: Quantity) -> bool:
    """Whether two figures differ by a thousand or a million exactly: "3 million" for "3 billion"."""
    if claim.kind is not source.kind or not claim.stated or not source.stated or claim.currency != source.currency:
        return False
    return Fraction(claim.stated) / Fraction(source.stated) in SCALES


def _scores(claim: Quantity, source: Quantity) -> Relation | None:
    ranged = source if claim.kind is Kind.SCORE else claim
    score = claim if claim.kind is Kind.SCORE else source
    if ranged.hedge is Hedge.RANGE and ranged.kind is Kind.CARDINAL and score.pair is not None:
        # "3-5" between two names is a score that looks like a range.
        return Relation.SAME if set(score.pair) == {ranged.low, ranged.high} else None
    if claim.pair is None or source.pair is None or claim.kind is not source.kind:
        return None
    return Relation.SAME if claim.pair == source.pair or claim.pair == source.pair[::-1] else None


def same_identifier(claim: Quantity, source: Quantity) -> bool:
    """Whether two identifiers name the same thing, letter by letter, apart from case and the noun in front."""
    return identifier_code(claim) == identifier_code(source)


def identifier_code(identifier: Quantity) -> str:
    """The part of an identifier that holds its digits, in lower case: "2699" of "resolution 2699"."""
    pieces = identifier.raw.casefold().replace("\u2011", "-").split()
    coded = [piece for piece in pieces if any(char.isdigit() for char in piece)]
    return " ".join(coded or pieces)
