"""Two amounts that are one figure: ranges ("10-15 %", "between 3 and 4 million") and ratios ("1 in 5")."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from briefing.records.quantity import Kind
from briefing.text.amounts import Amount, amount_at
from briefing.text.dates.context import DateContext
from briefing.text.dates.reader import date_at
from briefing.text.digits import is_digits
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import HYPHENS, Tokens

_SHARES_UNIT = frozenset((Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MEASURE, Kind.DURATION, Kind.AGE))
_LOOK_BACK = 6
_MANY = 20


class RangeFound(NamedTuple):
    """Low and high amount in one unit, over the tokens ``first`` up to ``last``, "between" and "from" included."""

    low: Amount
    high: Amount
    first: int
    last: int


def range_at(context: DateContext, low: Amount) -> RangeFound | None:
    """The range that begins with the amount ``low``; ``None`` if it stands alone."""
    tokens, lexicon = context.tokens, context.lexicon
    joint = tokens.words[low.last]
    if joint not in lexicon.ranges["plain"] and joint not in lexicon.ranges["and"]:
        return None
    if low.number.vague is not None or low.number.pair is not None:
        return None
    opener = _opener(tokens, low, lexicon)
    if not _joins(tokens, low, opener, lexicon):
        return None
    aged = lexicon.ages_before.at(tokens.words, low.first - 2) if opener is not None and low.first > 1 else None
    if aged is not None and low.kind is Kind.CARDINAL:
        low = low._replace(kind=Kind.AGE, unit="year")
    high = _amount_behind(tokens, low.last + 1, lexicon)
    if high is None or not _can_end(low, high, joint, opener, lexicon):
        return None
    joined = _in_one_unit(low, high)
    if joined is None or (opener is None and date_at(context, low.last + 1) is not None):
        return None
    first = low.first if opener is None else low.first - 1
    return RangeFound(joined[0], joined[1], first - aged[0] if aged else first, high.last)


def shared_unit(context: DateContext, low: Amount) -> Amount:
    """The first value of a change in the unit that only the second prints: "from 16 to 31 per cent"."""
    tokens, lexicon = context.tokens, context.lexicon
    if (
        low.kind is not Kind.CARDINAL
        or tokens.words[low.last] not in lexicon.ranges["plain"]
        or low.last != low.number.last
    ):
        return low
    if _opener(tokens, low, lexicon) != "from" or low.number.vague is not None or low.number.pair is not None:
        return low
    high = _amount_behind(tokens, low.last + 1, lexicon)
    if high is None or high.kind not in _SHARES_UNIT or (high.kind is Kind.MONEY and not high.number.scaled):
        return low
    return low._replace(kind=high.kind, unit=high.unit, currency=high.currency, factor=low.factor * abs(high.factor))


def _joins(tokens: Tokens, low: Amount, opener: str | None, lexicon: Lexicon) -> bool:
    """Whether the word behind ``low`` can join it to another amount, behind that opener."""
    joint = tokens.words[low.last]
    if opener == "between":
        return joint in lexicon.ranges["and"]
    if joint not in lexicon.ranges["plain"] or (opener == "from" and _is_change(tokens, low.first - 1, lexicon)):
        return False
    return joint not in HYPHENS or tokens.glued(low.last) == tokens.glued(low.last + 1)


def _can_end(low: Amount, high: Amount, joint: str, opener: str | None, lexicon: Lexicon) -> bool:
    if high.number.vague is not None or high.number.pair is not None:
        return False
    if joint in lexicon.ranges["or"] and not _neighbours(low, high):
        return False
    return opener is not None or joint in HYPHENS or _alike(low, high)


def _opener(tokens: Tokens, low: Amount, lexicon: Lexicon) -> str | None:
    before = tokens.words[low.first - 1] if low.first > 0 else ""
    if before in lexicon.ranges["between"]:
        return "between"
    return "from" if before in lexicon.ranges["from"] else None


def _is_change(tokens: Tokens, start: int, lexicon: Lexicon) -> bool:
    """Whether "from A to B" is a change from one value to another, not a range."""
    return any(word in lexicon.ranges["changes"] for word in tokens.words[max(0, start - _LOOK_BACK) : start])


def _amount_behind(tokens: Tokens, index: int, lexicon: Lexicon) -> Amount | None:
    """The amount whose number stands at ``index`` or behind a currency sign there."""
    for skipped in range(3):
        word = tokens.words[index + skipped]
        found = amount_at(tokens, index + skipped, lexicon)
        if found is not None:
            return found if found.first >= index or skipped == 0 else None
        if word not in lexicon.symbols and word not in lexicon.prefixed and word not in lexicon.money_before:
            return None
    return None


def _neighbours(low: Amount, high: Amount) -> bool:
    """Whether one follows the other: "two or three" is a range, "10 or 500" a choice."""
    return high.number.value == low.number.value + 1


def _alike(low: Amount, high: Amount) -> bool:
    """Whether two amounts joined by a bare "to" are of one sort."""
    return low.kind is high.kind or (low.kind is Kind.CARDINAL and low.last == low.number.last)


def _in_one_unit(low: Amount, high: Amount) -> tuple[Amount, Amount] | None:
    """Both amounts in the unit and the scale that either of them prints; ``None`` if they are no range."""
    if low.kind is Kind.CARDINAL and high.kind in _SHARES_UNIT:
        low = low._replace(kind=high.kind, unit=high.unit, currency=high.currency, factor=low.factor * abs(high.factor))
    elif high.kind is Kind.CARDINAL and low.kind in (Kind.MONEY, Kind.AGE) and high.last == high.number.last:
        high = high._replace(kind=low.kind, currency=low.currency, unit=low.unit)
    if low.kind is not high.kind or low.unit != high.unit or low.currency != high.currency:
        return None
    if high.number.scaled and not low.number.scaled and high.number.coefficient is not None:
        scale = high.number.value / high.number.coefficient if high.number.coefficient else Decimal(1)
        if low.number.value < 1000 and low.number.value < high.number.coefficient:
            number = low.number._replace(value=low.number.value * scale, precision=low.number.precision * scale)
            low = low._replace(number=number)
    return (low, high) if low.value < high.value else None


def ratio_at(context: DateContext, top: Amount) -> tuple[Decimal, Decimal, int] | None:
    """As in "1 in 5", "three out of four": both numbers and the token behind; ``None`` if it is no ratio."""
    tokens, lexicon = context.tokens, context.lexicon
    if tokens.words[top.last] not in _ratio_words(lexicon):
        return None
    if top.kind is not Kind.CARDINAL or top.last != top.number.last or top.number.vague is not None:
        return None
    for name, phrases in lexicon.ratios.items():
        for words in phrases:
            behind = top.last + len(words)
            if tuple(tokens.words[top.last : behind]) != words:
                continue
            bottom = amount_at(tokens, behind, lexicon)
            if bottom is not None and _is_ratio(context, name, top, bottom):
                return top.number.value, bottom.number.value, bottom.last
    return None


@cache
def _ratio_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that may join the two numbers of a ratio."""
    return frozenset(words[0] for phrases in lexicon.ratios.values() for words in phrases)


def _is_ratio(context: DateContext, name: str, top: Amount, bottom: Amount) -> bool:
    whole = bottom.number.value == bottom.number.value.to_integral_value()
    if bottom.kind is not Kind.CARDINAL or not whole or bottom.number.vague is not None:
        return False
    if not 0 < top.number.value < bottom.number.value:
        return False
    if name == "to":
        return False
    if name == "out_of":
        return True
    words = context.tokens.words
    if is_digits(words[bottom.first]) and date_at(context, bottom.first) is not None:
        return False
    alike = top.number.digits == bottom.number.digits or (top.number.value == 1 and bottom.number.value >= _MANY)
    return alike and words[bottom.last] not in context.lexicon.dates["half"]
