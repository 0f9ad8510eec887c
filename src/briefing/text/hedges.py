"""Hedges as intervals: what "nearly", "up to" or "more than" before (or behind) a number lets it mean.

The bounds of approximate words are conventions, printed with every figure so that a reader can judge them:
"about 400" reaches half a unit of the last printed place to either side (350 to 450); "nearly 438" lies below 438 and
not below 92 % of it.
"""

from decimal import Decimal
from typing import NamedTuple

from briefing.records.quantity import Hedge, Kind
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import Tokens

_TAG = 40
"""The tokens before ">" among which the "<" of a tag would stand."""
NEARLY_FLOOR = Decimal("0.92")
_COMPARED_REACH = 3


class Hedged(NamedTuple):
    """A hedge and the tokens that the figure reaches over with it."""

    hedge: Hedge
    first: int
    last: int


class Bounds(NamedTuple):
    """An interval; ``None`` is open-ended."""

    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool = True
    high_inclusive: bool = True


def hedge_around(tokens: Tokens, first: int, last: int, kind: Kind, lexicon: Lexicon) -> Hedged:
    """The hedge of a figure over tokens ``first`` to ``last``; ``Hedge.EXACT`` over the same tokens if it has none."""
    words = tokens.words
    near = words[first - 1]
    alone = near not in lexicon.before and near not in lexicon.hedge_rules["skip"]
    if alone and words[last] not in lexicon.after and words[last] != "+":
        return Hedged(Hedge.EXACT, first, last)  # most figures have no hedge, and are done with here
    before = _hedge_before(tokens, first, kind, lexicon)
    if before is not None and _compares(tokens, before.first, first, last, lexicon):
        before = None
    if before is not None and words[last] in lexicon.hedge_rules["during_nouns"]:
        # "Over two seasons" says during.
        spans = " ".join(words[before.first : first]) in lexicon.hedge_rules["during"]
        before = None if spans else before
    found = lexicon.after.at(tokens.words, last) if tokens.words[last] in lexicon.after else None
    if found is not None and tokens.words[last + found[0]] in lexicon.hedge_rules["after_not_before"]:
        found = None
    if before is not None:
        # "About 500 or more": the bound says more than the approximation before it.
        bound = found if before.hedge is Hedge.APPROXIMATE else None
        return Hedged(Hedge(bound[1]) if bound else before.hedge, before.first, last + bound[0] if bound else last)
    if found is not None:
        return Hedged(Hedge(found[1]), first, last + found[0])
    if tokens.words[last] == "+" and tokens.glued(last):
        return Hedged(Hedge.AT_LEAST, first, last + 1)
    return Hedged(Hedge.EXACT, first, last)


def _hedge_before(tokens: Tokens, first: int, kind: Kind, lexicon: Lexicon) -> Hedged | None:
    for skipped in (0, 1):
        index = first - 1 - skipped
        if index < 0 or (skipped and tokens.words[first - 1] not in lexicon.hedge_rules["skip"]):
            return None
        word = tokens.words[index]
        found = lexicon.before.at(tokens.words, index) if word in lexicon.before else None
        if found is None:
            continue
        size, hedge = found
        name = " ".join(tokens.words[index - size + 1 : index + 1])
        if _is_other_word(name, kind, skipped, lexicon) or _closes_markup(tokens, index - size + 1):
            return None
        if tokens.words[index - size] in lexicon.hedge_rules["adding"] and name in lexicon.hedge_rules["added"]:
            return None  # "the parts add up to 8.7 million" is the sum itself
        return _outer(tokens, Hedged(Hedge(hedge), index - size + 1, first), lexicon)
    return None


def _outer(tokens: Tokens, hedged: Hedged, lexicon: Lexicon) -> Hedged:
    """A bound in front of an approximation counts: "up to around 30" is up to."""
    index = hedged.first - 1
    if hedged.hedge is not Hedge.APPROXIMATE or index < 0:
        return hedged
    found = lexicon.before.at(tokens.words, index)
    if found is None or " ".join(tokens.words[index - found[0] + 1 : index + 1]) in lexicon.hedge_rules["weak"]:
        return hedged
    if _closes_markup(tokens, index - found[0] + 1):
        return hedged
    return Hedged(Hedge(found[1]), index - found[0] + 1, hedged.last)


def _compares(tokens: Tokens, hedge: int, first: int, last: int, lexicon: Lexicon) -> bool:
    """As in "120 fewer than a year earlier", "three cents lower than a year before": the words compare two figures.

    A number stands just before them, and the time behind them is the one compared with.
    """
    words, rules = tokens.words, lexicon.hedge_rules
    if words[last] not in rules["compared_with"] or not rules["comparing"].intersection(words[hedge:first]):
        return False
    near = words[max(0, hedge - _COMPARED_REACH) : hedge]
    return any(word[:1].isdigit() or word in lexicon.cardinals for word in near)


def _closes_markup(tokens: Tokens, index: int) -> bool:
    """Whether ">" closes what stands before it ("<b>") instead of bounding the number, as in "x>10"."""
    return tokens.words[index] == ">" and tokens.glued(index) and "<" in tokens.words[max(0, index - _TAG) : index]


def _is_other_word(name: str, kind: Kind, skipped: int, lexicon: Lexicon) -> bool:
    """Whether a hedge word is something else here: "over two years" is during, "around the 200" is a place."""
    if name not in lexicon.hedge_rules["weak"]:
        return False
    if skipped and kind is Kind.AGE:
        return False  # "over the age of 60"
    if skipped or kind in (Kind.DATE, Kind.ORDINAL):
        return True
    if kind is Kind.DURATION:
        return name in lexicon.hedge_rules["during"]
    if name in lexicon.hedge_rules["needs_amount"]:
        return kind in (Kind.TIME, Kind.SCORE)
    return False


def bounds_of(value: Decimal, hedge: Hedge, precision: Decimal) -> Bounds:
    """The interval that a value claims under a hedge."""
    if hedge is Hedge.EXACT:
        return Bounds(value, value)
    if hedge is Hedge.APPROXIMATE:
        return Bounds(value - precision / 2, value + precision / 2)
    if hedge is Hedge.NEARLY:
        low, high = sorted((value * NEARLY_FLOOR, value))
        return Bounds(low, high, high_inclusive=False)
    if hedge is Hedge.AT_LEAST:
        return Bounds(value, None)
    if hedge is Hedge.MORE_THAN:
        return Bounds(value, None, low_inclusive=False)
    if hedge is Hedge.UP_TO:
        return Bounds(None, value)
    if hedge is Hedge.FEWER_THAN:
        return Bounds(None, value, high_inclusive=False)
    return Bounds(value, value)
