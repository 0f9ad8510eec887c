"""Rules for amounts.

Numbers with their units, ranges, ratios, multiples, lengths of time, and dates counted in them.
"""

from decimal import Decimal
from functools import lru_cache

from briefing.records.quantity import Hedge, Kind
from briefing.text import calendar
from briefing.text.amounts import Amount, amount_at, duration_unit, with_unit
from briefing.text.dates.context import DateContext, DateFound, future_near, hung
from briefing.text.dates.reader import date_at
from briefing.text.dates.relative import moved_by, moved_from
from briefing.text.found import ONE, Found, found_date
from briefing.text.hedges import Bounds, bounds_of, hedge_around
from briefing.text.lexicon import Lexicon
from briefing.text.number import TENTH, Number
from briefing.text.numbers import opens_with_point
from briefing.text.ranges import range_at, ratio_at, shared_unit
from briefing.text.tokens import HYPHENS, Tokens

_MOST_STEPS = 10_000


def amount_rule(context: DateContext, index: int, floor: int) -> Found | None:
    """A number with its unit, alone, in a range, in a ratio or as a multiple."""
    lex = context.lexicon
    amount = amount_at(context.tokens, _start(context, index, floor), lex)
    if amount is None or amount.last <= index or _is_pronoun(context, amount):
        return None
    if amount.kind is Kind.RATIO and not _is_share(context, amount):
        return _half_of_unit(context, amount, floor)
    together = _times(context, amount, floor) or _ranged(context, amount, floor)
    return together or amounted(context, shared_unit(context, amount), floor)


def _start(context: DateContext, index: int, floor: int) -> int:
    """Where the number begins that was noticed at ``index``: "a million", "a third of", ".08" begin a token earlier."""
    tokens, lex = context.tokens, context.lexicon
    if index <= floor:
        return index
    word, before = tokens.words[index], tokens.words[index - 1]
    if before == lex.decimal:
        return index - 1 if opens_with_point(tokens, index - 1) else index
    opens = before in lex.scale_rules["article"] and (word in lex.scales or word in lex.fractions)
    opens = opens and not (lex.scale_rules["half_direct"] and word in lex.scale_rules["half"])
    return index - 1 if opens else index


def _is_pronoun(context: DateContext, amount: Amount) -> bool:
    """As in "one of the ministers", "no one": not a figure."""
    words, lex = context.tokens.words, context.lexicon
    word = words[amount.first]
    if word not in lex.counting["pronouns"] or amount.number.last != amount.first + 1:
        return False
    if amount.kind is Kind.DURATION and words[amount.last - 1] in lex.counting["some_time"]:
        return (
            words[amount.last] in lex.counting["stop"]
            and words[amount.first - 1] not in lex.duration_rules["article_after"]
        )
    if amount.kind is not Kind.CARDINAL:
        return False
    behind = words[amount.last]
    if behind in HYPHENS and context.tokens.glued(amount.last):
        return words[amount.last + 1] not in lex.durations
    if words[amount.first - 1] in lex.counting["pronoun_one_before"] or behind in lex.counting["pronoun_one_after"]:
        ratio = any(behind == words_of[0] for phrases in lex.ratios.values() for words_of in phrases)
        return not (ratio and ratio_at(context, amount) is not None)
    return not behind.isalpha()


def _is_share(context: DateContext, amount: Amount) -> bool:
    """Whether a fraction is a share ("half of", "two-thirds", "a quarter of"), not part of another word."""
    words, lex = context.tokens.words, context.lexicon
    first = words[amount.first]
    if (
        first not in lex.scale_rules["half"]
        or amount.last != amount.first + 1
        or first in lex.scale_rules["whole_half"]
    ):
        return True
    before, behind = words[amount.first - 1], words[amount.last]
    if before in lex.ordinals or before in lex.relative["last"] or behind in HYPHENS or before in HYPHENS:
        return False
    return behind in lex.scale_rules["half_of"] or (before in lex.scale_rules["half_after"] and not behind.isalpha())


def _half_of_unit(context: DateContext, amount: Amount, floor: int) -> Found | None:
    """As in "half an hour", "half a year"."""
    words, lex = context.tokens.words, context.lexicon
    position = amount.last
    if words[position] in lex.scale_rules["article"] or words[position] in HYPHENS or words[position] == "'":
        position += 1
    direct = position == amount.last and not lex.scale_rules["half_direct"]
    if direct or words[amount.first] not in lex.scale_rules["half"]:
        return None
    number = Number(TENTH * 5, amount.first, position, TENTH)
    half = with_unit(context.tokens, Amount(number, Kind.CARDINAL, amount.first, position), lex)
    return None if half.kind is Kind.CARDINAL else amounted(context, half, floor)


def _times(context: DateContext, amount: Amount, floor: int) -> Found | None:
    """As in "ten times higher", "20-fold"; "three times" alone counts occasions."""
    words, lex = context.tokens.words, context.lexicon
    if amount.kind is not Kind.CARDINAL:
        return None
    position = amount.last + 1 if words[amount.last] in HYPHENS else amount.last
    last = position + 1
    if words[position] in lex.multiplier_rules["suffixes"]:
        return amounted(context, amount._replace(kind=Kind.MULTIPLIER, last=last), floor)
    compared = words[last] in lex.multiplier_rules["nouns_need"] or words[last + 1] in lex.multiplier_rules["than"]
    if words[position] in lex.multiplier_rules["nouns"] and compared:
        return amounted(context, amount._replace(kind=Kind.MULTIPLIER, last=last), floor)
    return None


def _ranged(context: DateContext, amount: Amount, floor: int) -> Found | None:
    ratio = ratio_at(context, amount)
    if ratio is not None:
        top, bottom, last = ratio
        share = Number(top / bottom, amount.first, last, ONE, pair=(top, bottom))
        return amounted(context, Amount(share, Kind.RATIO, amount.first, last), floor)
    found = range_at(context, amount)
    if found is None or found.first < floor:
        return None
    hedged = hedge_around(context.tokens, found.first, found.last, amount.kind, context.lexicon)
    first = hedged.first if hedged.hedge is not Hedge.EXACT and hedged.first >= floor else found.first
    bounds = Bounds(clean(found.low.value), clean(found.high.value))
    return Found(
        found.high.kind, first, found.last, found.first, found.last, Hedge.RANGE, bounds,
        precision=found.high.number.precision, unit=found.high.unit, currency=found.high.currency,
    )  # fmt: skip


def amounted(context: DateContext, amount: Amount, floor: int) -> Found | None:
    """An amount under its hedge; a length of time that counts from a day becomes that date."""
    tokens, lex = context.tokens, context.lexicon
    if amount.kind is Kind.DURATION:
        date = _date_by_duration(context, amount)
        if date is not None:
            return found_date(context, date, floor)
    hedged = hedge_around(tokens, amount.first, amount.last, amount.kind, lex)
    first, last, hedge = hedged.first, hedged.last, hedged.hedge
    if first < floor:
        first, last, hedge = max(amount.first, floor), amount.last, Hedge.EXACT
    number = amount.number
    value, precision = clean(amount.value), number.precision * abs(amount.factor)
    if number.vague is not None:
        low, high = number.vague
        bounds = Bounds(low, high, high_inclusive=False)
        if hedge in (Hedge.EXACT, Hedge.APPROXIMATE, Hedge.NEARLY):
            hedge = Hedge.VAGUE
    else:
        if hedge is Hedge.EXACT and number.scaled and tokens.words[number.last - 1] in lex.scale_rules["approximate"]:
            hedge = Hedge.APPROXIMATE
        bounds = bounds_of(value, hedge, precision)
    return Found(
        amount.kind, first, _with_rate(tokens, last, amount, lex), amount.first, amount.last, hedge, bounds, value,
        precision, number.pair, amount.unit, amount.currency,
    )  # fmt: skip


def _with_rate(tokens: Tokens, last: int, amount: Amount, lex: Lexicon) -> int:
    """As in "£2m-a-year": a rate that is written into the same word belongs to it."""
    words = tokens.words
    glued = words[last] in HYPHENS and tokens.glued(last) and tokens.glued(last + 1)
    if glued and words[last + 1] in lex.scale_rules["article"] and words[last + 2] in HYPHENS:
        return last + 4 if words[last + 3] in lex.durations else last
    return last


def _date_by_duration(context: DateContext, amount: Amount) -> DateFound | None:
    """As in "three days ago", "in nine months", "two weeks before May 13"; nothing in hours, which count no days."""
    words, relative = context.tokens.words, context.lexicon.relative
    value, unit = amount.value, amount.unit
    if unit is None or not _counts_days(amount, unit):
        return None
    behind, before = words[amount.last], words[amount.first - 1]
    if before in relative["in"] and behind == "'" and words[amount.last + 2] in relative["time"]:
        return moved_by(context, unit, int(value), amount.first - 1, amount.last + 3)
    if behind in relative["ago"]:
        return moved_by(context, unit, -int(value), amount.first, amount.last + 1)
    if (behind in relative["after"] or behind in relative["before"]) and before not in relative["lasting"]:
        return _counted_from(context, amount, unit, int(value) if behind in relative["after"] else -int(value))
    if before in context.lexicon.ago_before and (ago := context.lexicon.ago_before.at(words, amount.first - 1)):
        return moved_by(context, unit, -int(value), amount.first - ago[0], amount.last)
    if before in context.lexicon.in_always and (ahead := context.lexicon.in_always.at(words, amount.first - 1)):
        return moved_by(context, unit, int(value), amount.first - ahead[0], amount.last)
    if before not in relative["within"] and before not in relative["in"]:
        return None
    return _ahead(context, amount, unit, int(value)) if future_near(context, amount.first) else None


def _counts_days(amount: Amount, unit: str) -> bool:
    """Whether a length is a whole number of days or longer units, few enough for the calendar."""
    value = amount.value
    if calendar.is_clock_unit(unit) or amount.number.vague is not None:
        return False
    return 0 < value < _MOST_STEPS and value == value.to_integral_value()


def _ahead(context: DateContext, amount: Amount, unit: str, steps: int) -> DateFound:
    """The whole time from the anchor for "within nine months", only its end for "in nine months"."""
    if context.tokens.words[amount.first - 1] in context.lexicon.relative["within"]:
        days = calendar.span_of(context.anchor, unit, steps) if context.anchor else None
        return hung(days, amount.first - 1, amount.last)
    return moved_by(context, unit, steps, amount.first - 1, amount.last)


def _counted_from(context: DateContext, amount: Amount, unit: str, steps: int) -> DateFound | None:
    """As in "Three days from today", "two weeks before May 13", "a year from now"."""
    behind = amount.last + 1
    if context.tokens.words[behind] in context.lexicon.relative["now"]:
        return moved_by(context, unit, steps, amount.first, behind + 1)
    words, lex = context.tokens.words, context.lexicon
    if words[behind] in lex.unit_rules["counted_from"]:
        behind += 1
    if words[behind] in lex.counting["articles"] and lex.unit_rules["counted_from"]:
        behind += 1
    day = date_at(context, behind)
    return None if day is None or day.first != behind else moved_from(day, unit, steps, amount.first)


def bare_duration_rule(context: DateContext, index: int, floor: int) -> Found | None:
    """As in "a week ago", "for a year", "a fortnight"."""
    words, lex = context.tokens.words, context.lexicon
    unit = lex.durations.get(words[index])
    article = index - 2 if words[index - 1] == "'" else index - 1
    if unit is None or article < floor or words[article] not in lex.scale_rules["article"]:
        return None
    before = words[article - 1] if article else ""
    if words[index] not in lex.duration_rules["article_units"] or not _stands_alone(context, index, before):
        return None
    value, last = ONE, index + 1
    if words[last] in lex.scale_rules["joiners"] and words[last + 2] in lex.scale_rules["half"]:
        value, last = ONE + TENTH * 5, last + 3
    elif (
        words[last] in lex.scale_rules["joiners"]
        and lex.scale_rules["half_direct"]
        and words[last + 1] in lex.scale_rules["half"]
    ):
        value, last = ONE + TENTH * 5, last + 2
    size, unit = duration_unit(unit)
    number = Number(value, article, last, ONE if value is ONE else TENTH)
    return amounted(context, Amount(number, Kind.DURATION, article, last, unit, factor=size), floor)


def _stands_alone(context: DateContext, index: int, before: str) -> bool:
    """Whether "a week" is a length of time here: "for a week", "a week ago"; not "twice a week"."""
    rules, relative = context.lexicon.duration_rules, context.lexicon.relative
    word, behind = context.tokens.words[index], context.tokens.words[index + 1]
    if word in rules["stands_alone"] or behind in relative["ago"] or before in rules["article_after"]:
        return True
    return behind in rules["article_before"] or (before in relative["in"] and future_near(context, index))


@lru_cache(maxsize=4096)  # the same small values and places come again and again
def clean(value: Decimal) -> Decimal:
    """The same value without padding zeros behind the point; a whole number is never in exponent notation."""
    whole = int(value)
    return Decimal(whole) if whole == value else value.normalize()
