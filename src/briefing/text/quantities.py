"""Every figure, date and identifier of a text, each read as what it is.

A single pass: the tokens that can open a figure are found by one set lookup each, and at each of them the rules below
are tried in a fixed order. What is claimed by one figure is never read again by another.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.records.quantity import DateReading, Hedge, Kind, Quantity
from briefing.text.amounts import Amount, amount_at, duration_unit, with_unit
from briefing.text.binding import Binder, Bound, Place
from briefing.text.clock import odds_at, pair_at, time_at, votes_at
from briefing.text.dates import DateContext, DateFound, date_at, future_near, moved_by
from briefing.text.events import events
from briefing.text.hedges import Bounds, bounds_of, hedge_around
from briefing.text.identifiers import identifier_at
from briefing.text.lexicon import Lexicon, lexicon
from briefing.text.numbers import VULGAR, Number, fraction_at, is_digits, parse_digits
from briefing.text.ranges import range_at, ratio_at
from briefing.text.tokens import Tokens
from briefing.text.units import dimension_of

_HYPHENS = frozenset("-‐‑–")
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure over the tokens ``first`` up to ``last``; ``core`` is the same without its hedge."""

    kind: Kind
    first: int
    last: int
    core: tuple[int, int]
    hedge: Hedge = Hedge.EXACT
    bounds: Bounds = Bounds(None, None)
    stated: Decimal | None = None
    precision: Decimal | None = None
    pair: tuple[Decimal, Decimal] | None = None
    unit: str | None = None
    currency: str | None = None
    date: DateReading | None = None


def read_quantities(text: str, *, locale: str = "en", anchor: dt.date | None = None) -> tuple[Quantity, ...]:
    """Every figure of ``text`` in text order, none overlapping another.

    ``locale`` names the language whose words are read; of a language without a word table only digits and signs are.
    Relative dates hang on ``anchor`` and are marked inferred; without it they carry no days. Never raises on any text.
    """
    return quantities_of(Tokens(text), lexicon(locale), anchor)


def quantities_of(tokens: Tokens, words: Lexicon, anchor: dt.date | None) -> tuple[Quantity, ...]:
    """The same on a text that is already cut into tokens."""
    context = DateContext(tokens, words, anchor)
    figures: list[Found] = []
    floor = 0
    for index in _openings(tokens, words):
        if index < floor:
            continue
        found = _figure_at(context, index, floor)
        if found is not None and found.first >= floor:
            figures.append(found)
            floor = found.last
    binder = Binder(tokens, words, events(words.language))
    bound = binder.bind([Place(found.kind, found.first, found.last, found.hedge) for found in figures])
    return tuple(_quantity(tokens, found, said_of) for found, said_of in zip(figures, bound, strict=True))


def _openings(tokens: Tokens, words: Lexicon) -> list[int]:
    """The tokens at which a figure can begin."""
    triggers = words.triggers
    return [
        index for index, word in enumerate(tokens.words) if word in triggers or (word and word[0].isdecimal()) or word in VULGAR
    ]


def _figure_at(context: DateContext, index: int, floor: int) -> Found | None:
    word = context.tokens.words[index]
    rules = _DIGIT_RULES if is_digits(word) else _WORD_RULES
    for rule in rules:
        found = rule(context, index, floor)
        if found is not None:
            return found
    return None


# --- rules, in the order in which they are tried ---------------------------------------------------------------------


def _identifier(context: DateContext, index: int, floor: int) -> Found | None:
    span = identifier_at(context.tokens, index, context.lexicon)
    if span is None:
        return None
    first = max(span[0], floor)
    return Found(Kind.IDENTIFIER, first, span[1], (first, span[1]))


def _spelled_identifier(context: DateContext, index: int, floor: int) -> Found | None:
    """ "Formula One": a number word with a capital behind a naming noun."""
    if context.tokens.words[index] not in context.lexicon.cardinals:
        return None
    return _identifier(context, index, floor)


def _date(context: DateContext, index: int, floor: int) -> Found | None:
    found = date_at(context, index)
    return None if found is None else _dated(context, found, floor)


def _dated(context: DateContext, found: DateFound, floor: int) -> Found:
    hedged = hedge_around(context.tokens, found.first, found.last, Kind.DATE, context.lexicon)
    keep = hedged.hedge in (Hedge.APPROXIMATE, Hedge.NEARLY) and hedged.first >= floor
    first = hedged.first if keep else max(found.first, floor)
    hedge = hedged.hedge if keep else Hedge.EXACT
    return Found(Kind.DATE, first, found.last, (found.first, found.last), hedge, date=found.reading)


def _time(context: DateContext, index: int, floor: int) -> Found | None:
    found = time_at(context.tokens, index, context.lexicon)
    if found is None:
        return None
    minutes = Decimal(found.minutes)
    hedged = hedge_around(context.tokens, index, found.last, Kind.TIME, context.lexicon)
    keep = hedged.hedge is not Hedge.EXACT and hedged.first >= floor
    return Found(
        Kind.TIME, hedged.first if keep else index, hedged.last if keep else found.last, (index, found.last),
        hedged.hedge if keep else Hedge.EXACT, Bounds(minutes, minutes), minutes, _ONE, unit="minute",
    )  # fmt: skip


def _score(context: DateContext, index: int, floor: int) -> Found | None:
    odds = odds_at(context.tokens, index, context.lexicon)
    if odds is not None:
        share = Number(odds.pair[0] / odds.pair[1] if odds.pair[1] else odds.pair[0], index, odds.last, _ONE, pair=odds.pair)
        return _amounted(context, Amount(share, Kind.RATIO, index, odds.last), floor)
    found = pair_at(context.tokens, index, context.lexicon) or votes_at(context.tokens, index, context.lexicon)
    if found is None:
        return None
    return Found(Kind.SCORE, index, found.last, (index, found.last), pair=found.pair, precision=_ONE)


def _ordinal(context: DateContext, index: int, floor: int) -> Found | None:
    """ "third", "21st", "twenty-first"."""
    tokens, words = context.tokens, context.tokens.words
    lex = context.lexicon
    value, last = lex.ordinals.get(words[index]), index + 1
    if value is None:
        value, last = _built_ordinal(context, index)
    if value is None or _is_moment(context, index):
        return None
    number = Decimal(value)
    hyphenated = tokens.words[last] in _HYPHENS and tokens.words[last + 1] in lex.ordinal_rules["hyphen_stops"]
    if hyphenated or tokens.words[last] in lex.ordinal_rules["stops"]:
        return None
    return Found(Kind.ORDINAL, index, last, (index, last), bounds=Bounds(number, number), stated=number, precision=_ONE)


def _built_ordinal(context: DateContext, index: int) -> tuple[int | None, int]:
    tokens, lex = context.tokens, context.lexicon
    words = tokens.words
    word = words[index]
    if is_digits(word):
        suffix = words[index + 1] in lex.ordinal_suffixes and tokens.glued(index + 1)
        value = parse_digits(word, lex) if suffix and len(word) <= 9 else None
        return (int(value), index + 2) if value is not None else (None, index)
    tens = lex.cardinals.get(word, 0)
    if tens < 20 or words[index + 1] not in _HYPHENS:
        return None, index
    unit = lex.ordinals.get(words[index + 2], 0)
    return (tens + unit, index + 3) if 0 < unit < 10 else (None, index)


def _is_moment(context: DateContext, index: int) -> bool:
    """ "A second later": a duration, not an order."""
    words, lex = context.tokens.words, context.lexicon
    if words[index] not in lex.durations:
        return False
    behind = words[index + 1]
    return words[index - 1] in lex.duration_rules["per"] or (
        words[index - 1] in lex.scale_rules["article"] and (not behind.isalpha() or behind in lex.counting["stop"])
    )


def _multiplier(context: DateContext, index: int, floor: int) -> Found | None:
    """ "twice", "doubled", "fourfold"."""
    words, lex = context.tokens.words, context.lexicon
    value = lex.multipliers.get(words[index])
    if value is None:
        return None
    behind = index + 2 if words[index + 1] in _HYPHENS else index + 1
    if words[behind] in lex.multiplier_rules["names_after"]:
        return None
    return _amounted(context, _plain(Kind.MULTIPLIER, value, index, index + 1), floor)


def _plain(kind: Kind, value: Decimal, first: int, last: int, unit: str | None = None) -> Amount:
    return Amount(Number(value, first, last, _ONE), kind, first, last, unit)


def _amount(context: DateContext, index: int, floor: int) -> Found | None:
    tokens, lex = context.tokens, context.lexicon
    start = index
    opens = tokens.words[index] in lex.scales or tokens.words[index] in lex.fractions
    if opens and index > floor and tokens.words[index - 1] in lex.scale_rules["article"]:
        start = index - 1  # "a million", "a third of"
    amount = amount_at(tokens, start, lex)
    if amount is None or amount.last <= index or _is_pronoun(context, amount):
        return None
    if amount.kind is Kind.RATIO and not _is_share(context, amount):
        return _half_of_unit(context, amount, floor)
    return _times(context, amount, floor) or _ranged(context, amount, floor) or _amounted(context, amount, floor)


def _is_pronoun(context: DateContext, amount: Amount) -> bool:
    """ "one of the ministers", "no one": not a figure."""
    words, lex = context.tokens.words, context.lexicon
    word = words[amount.first]
    if word not in lex.counting["pronouns"] or amount.number.last != amount.first + 1:
        return False
    if amount.kind is Kind.DURATION and words[amount.last - 1] in lex.counting["some_time"]:
        return words[amount.last] in lex.counting["stop"] and words[amount.first - 1] not in lex.duration_rules["article_after"]
    if amount.kind is not Kind.CARDINAL:
        return False
    behind = words[amount.last]
    if behind in _HYPHENS and context.tokens.glued(amount.last):
        return words[amount.last + 1] not in lex.durations
    if words[amount.first - 1] in lex.counting["pronoun_one_before"] or behind in lex.counting["pronoun_one_after"]:
        ratio = any(behind == words_of[0] for phrases in lex.ratios.values() for words_of in phrases)
        return not (ratio and ratio_at(context, amount) is not None)
    return not behind.isalpha()


def _is_share(context: DateContext, amount: Amount) -> bool:
    """Whether a fraction is a share ("half of", "two-thirds", "a quarter of"), not part of another word."""
    words, lex = context.tokens.words, context.lexicon
    if words[amount.first] not in lex.scale_rules["half"] or amount.last != amount.first + 1:
        return True
    before, behind = words[amount.first - 1], words[amount.last]
    if before in lex.ordinals or before in lex.relative["last"] or behind in _HYPHENS or before in _HYPHENS:
        return False
    return behind in lex.scale_rules["half_of"] or (before in lex.scale_rules["half_after"] and not behind.isalpha())


def _half_of_unit(context: DateContext, amount: Amount, floor: int) -> Found | None:
    """ "half an hour", "half a year"."""
    words, lex = context.tokens.words, context.lexicon
    position = amount.last
    if words[position] in lex.scale_rules["article"] or words[position] in _HYPHENS:
        position += 1
    if position == amount.last or words[amount.first] not in lex.scale_rules["half"]:
        return None
    number = Number(Decimal("0.5"), amount.first, position, Decimal("0.1"))
    half = with_unit(context.tokens, Amount(number, Kind.CARDINAL, amount.first, position), lex)
    return None if half.kind is Kind.CARDINAL else _amounted(context, half, floor)


def _times(context: DateContext, amount: Amount, floor: int) -> Found | None:
    """ "ten times higher", "20-fold"; "three times" alone counts occasions."""
    words, lex = context.tokens.words, context.lexicon
    if amount.kind is not Kind.CARDINAL:
        return None
    position = amount.last + 1 if words[amount.last] in _HYPHENS else amount.last
    last = position + 1
    if words[position] in lex.multiplier_rules["suffixes"]:
        return _amounted(context, replace(amount, kind=Kind.MULTIPLIER, last=last), floor)
    compared = words[last] in lex.multiplier_rules["nouns_need"] or words[last + 1] in lex.multiplier_rules["than"]
    if words[position] in lex.multiplier_rules["nouns"] and compared:
        return _amounted(context, replace(amount, kind=Kind.MULTIPLIER, last=last), floor)
    return None


def _ranged(context: DateContext, amount: Amount, floor: int) -> Found | None:
    ratio = ratio_at(context, amount)
    if ratio is not None:
        top, bottom, last = ratio
        share = Number(top / bottom, amount.first, last, _ONE, pair=(top, bottom))
        return _amounted(context, Amount(share, Kind.RATIO, amount.first, last), floor)
    found = range_at(context, amount)
    if found is None or found.first < floor:
        return None
    hedged = hedge_around(context.tokens, found.first, found.last, amount.kind, context.lexicon)
    first = hedged.first if hedged.hedge is not Hedge.EXACT and hedged.first >= floor else found.first
    bounds = Bounds(_clean(found.low.value), _clean(found.high.value))
    return Found(
        found.high.kind, first, found.last, (found.first, found.last), Hedge.RANGE, bounds,
        precision=found.high.number.precision, unit=found.high.unit, currency=found.high.currency,
    )  # fmt: skip


def _amounted(context: DateContext, amount: Amount, floor: int) -> Found | None:
    tokens, lex = context.tokens, context.lexicon
    if amount.kind is Kind.DURATION:
        date = _date_by_duration(context, amount)
        if date is not None:
            return _dated(context, date, floor)
    hedged = hedge_around(tokens, amount.first, amount.last, amount.kind, lex)
    first, last, hedge = hedged.first, hedged.last, hedged.hedge
    if first < floor:
        first, last, hedge = max(amount.first, floor), amount.last, Hedge.EXACT
    number = amount.number
    value, precision = _clean(amount.value), number.precision * abs(amount.factor)
    if number.vague is not None:
        low, high = number.vague
        bounds = Bounds(low, high, high_inclusive=False)
        if hedge in (Hedge.EXACT, Hedge.APPROXIMATE, Hedge.NEARLY):
            hedge = Hedge.VAGUE
    else:
        bounds = bounds_of(value, hedge, precision)
    return Found(
        amount.kind, first, _with_rate(tokens, last, amount, lex), (amount.first, amount.last), hedge, bounds, value,
        precision, number.pair, amount.unit, amount.currency,
    )  # fmt: skip


def _with_rate(tokens: Tokens, last: int, amount: Amount, lex: Lexicon) -> int:
    """ "£2m-a-year": a rate that is written into the same word belongs to it."""
    words = tokens.words
    glued = words[last] in _HYPHENS and tokens.glued(last) and tokens.glued(last + 1)
    if glued and words[last + 1] in lex.scale_rules["article"] and words[last + 2] in _HYPHENS:
        return last + 4 if words[last + 3] in lex.durations else last
    return last


def _date_by_duration(context: DateContext, amount: Amount) -> DateFound | None:
    """ "three days ago", "in nine months"."""
    words, lex = context.tokens.words, context.lexicon
    value = amount.value
    if value != value.to_integral_value() or not 0 < value < 10_000 or amount.unit is None or amount.number.vague:
        return None
    if words[amount.last] in lex.relative["ago"]:
        return moved_by(context, amount.unit, -int(value), amount.first, amount.last + 1)
    before = words[amount.first - 1] if amount.first else ""
    if before in lex.relative["ago_before"]:
        return moved_by(context, amount.unit, -int(value), amount.first - 1, amount.last)
    if before in lex.relative["in"] and future_near(context, amount.first):
        return moved_by(context, amount.unit, int(value), amount.first - 1, amount.last)
    return None


def _bare_duration(context: DateContext, index: int, floor: int) -> Found | None:
    """ "a week ago", "for a year", "a fortnight"."""
    words, lex = context.tokens.words, context.lexicon
    unit = lex.durations.get(words[index])
    article = index - 1
    if unit is None or article < floor or words[article] not in lex.scale_rules["article"]:
        return None
    before = words[article - 1] if article else ""
    stands = words[index] in lex.duration_rules["stands_alone"] or words[index + 1] in lex.relative["ago"]
    stands = stands or before in lex.duration_rules["article_after"] or words[index + 1] in lex.duration_rules["article_before"]
    if not stands or words[index] not in lex.duration_rules["article_units"]:
        return None
    value = _ONE
    last = index + 1
    if words[last] in lex.scale_rules["joiners"] and words[last + 2] in lex.scale_rules["half"]:
        value, last = Decimal("1.5"), last + 3
    size, unit = duration_unit(unit)
    number = Number(value, article, last, _ONE if value == 1 else Decimal("0.1"))
    return _amounted(context, Amount(number, Kind.DURATION, article, last, unit, factor=size), floor)


def _fraction_word(context: DateContext, index: int, floor: int) -> Found | None:
    """ "a third of": the article opens the fraction, the denominator is what was noticed."""
    words, lex = context.tokens.words, context.lexicon
    if words[index] not in lex.fractions or index <= floor or words[index - 1] not in lex.scale_rules["article"]:
        return None
    fraction = fraction_at(context.tokens, index - 1, lex)
    if fraction is None:
        return None
    return _amounted(context, Amount(fraction, Kind.RATIO, index - 1, fraction.last), floor)


Rule = Callable[[DateContext, int, int], Found | None]
_DIGIT_RULES: tuple[Rule, ...] = (_identifier, _date, _time, _score, _ordinal, _amount)
_WORD_RULES: tuple[Rule, ...] = (
    _spelled_identifier, _date, _time, _fraction_word, _multiplier, _ordinal, _amount, _bare_duration,
)  # fmt: skip


def _clean(value: Decimal) -> Decimal:
    """The same value without padding zeros behind the point, and never in exponent notation."""
    if value == value.to_integral_value():
        return value.quantize(_ONE)
    return value.normalize()


def _quantity(tokens: Tokens, found: Found, said_of: Bound) -> Quantity:
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    bounds = found.bounds
    core = (tokens.starts[found.core[0]], tokens.ends[found.core[1] - 1])
    hedged = core != (start, end)
    return Quantity(
        raw=tokens.text[start:end],
        start=start,
        end=end,
        kind=found.kind,
        hedge=found.hedge,
        low=None if bounds.low is None else _clean(bounds.low),
        high=None if bounds.high is None else _clean(bounds.high),
        low_inclusive=bounds.low_inclusive,
        high_inclusive=bounds.high_inclusive,
        stated=found.stated,
        precision=None if found.precision is None else _clean(found.precision),
        pair=found.pair,
        unit=found.unit,
        dimension=dimension_of(found.unit, found.kind),
        currency=found.currency,
        date=found.date,
        core_start=core[0] if hedged else -1,
        core_end=core[1] if hedged else -1,
        counted=said_of.counted,
        head=said_of.head,
        measure=said_of.measure,
        event=said_of.event,
        period=said_of.period,
    )
