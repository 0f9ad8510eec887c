"""The rules that read a figure, and which of them a word can begin."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import compress, filterfalse

from briefing.records.quantity import Hedge, Kind
from briefing.text.amounts import Amount
from briefing.text.clock import (
    game_in_words,
    hour_behind_day,
    in_half_of_later,
    is_game,
    odds_at,
    pair_at,
    time_at,
    times_at,
    votes_at,
)
from briefing.text.dates.context import DateContext
from briefing.text.dates.digits import printed_date
from briefing.text.dates.reader import date_at
from briefing.text.digits import is_digits, parse_digits
from briefing.text.figures import amount_rule, amounted, bare_duration_rule
from briefing.text.found import ONE, Found, found_date
from briefing.text.fractions import VULGAR, fraction_at
from briefing.text.hedges import Bounds, hedge_around
from briefing.text.identifiers import identifier_at
from briefing.text.lexicon import Lexicon
from briefing.text.number import Number
from briefing.text.numbers import number_at
from briefing.text.ordinals import is_other_word, joined_ordinal
from briefing.text.plain import plain_number
from briefing.text.tables import Opens
from briefing.text.tokens import HYPHENS, Tokens

Rule = Callable[[DateContext, int, int], Found | None]
_LONGEST_ORDINAL = 9


def openings(tokens: Tokens, lexicon: Lexicon) -> list[int]:
    """The tokens at which a figure can begin."""
    words = tokens.words
    # Each word is looked at once, however often it stands in the text; letters alone are never a number in digits.
    distinct = set(words)
    others = filterfalse(str.isalpha, distinct)
    opening = {word for word in others if word[:1].isdecimal() or word in VULGAR}
    opening |= lexicon.triggers.keys() & distinct
    if lexicon.joined_thousands:
        marks, cardinals = lexicon.joined_thousands, lexicon.cardinals
        opening |= {word for word in distinct if any(mark in word for mark in marks) and word in cardinals}
    return list(compress(range(tokens.count), map(opening.__contains__, words)))


def rules_for(context: DateContext, index: int) -> tuple[Rule, ...]:
    """The rules that the word at an opening can begin, in the order in which they are tried."""
    tokens, lexicon = context.tokens, context.lexicon
    word = tokens.words[index]
    if not word[0].isdecimal():
        return _word_rules(lexicon.triggers.get(word, 0))
    if tokens.glued(index):
        signed = tokens.words[index - 1] in lexicon.symbols
    else:
        signed = lexicon.percent.at(tokens.words, index + 1) is not None
    return _AMOUNT_ONLY if signed else _DIGIT_RULES


def figure_at(context: DateContext, index: int, floor: int) -> Found | None:
    """The figure at an opening; it takes no token before ``floor``. ``None`` if no rule reads one."""
    word = context.tokens.words[index]
    if word[0].isdecimal() and _numbers_a_line(context.tokens, index, context.lexicon):
        return None
    for rule in rules_for(context, index):
        found = rule(context, index, floor)
        if found is not None:
            return found
    return None


def _numbers_a_line(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether digits only number an item of a list: "1. Born in ...", "2) Later ..."."""
    word, mark = tokens.words[index], tokens.words[index + 1]
    if mark not in (".", ")") or len(word) > 2 or not word.isdecimal() or not tokens.glued(index + 1):
        return False
    if mark == "." and tokens.words[index + 2] in lexicon.months and lexicon.ordinal_rules["dot"]:
        return False  # "28. Dezember 2012 wurde ..."
    opens = index == 0 or "\n" in tokens.gap(index)
    return opens and tokens.gap(index + 2) != "" and tokens.words[index + 2].isalpha()


def _identifier(context: DateContext, index: int, floor: int) -> Found | None:
    span = identifier_at(context.tokens, index, context.lexicon)
    if span is None:
        return None
    first = max(span[0], floor)
    return Found(Kind.IDENTIFIER, first, span[1], first, span[1])


def _spelled_identifier(context: DateContext, index: int, floor: int) -> Found | None:
    """As in "Formula One": a number word with a capital behind a naming noun."""
    tokens = context.tokens
    if not tokens.capital(index) or tokens.words[index] not in context.lexicon.cardinals:
        return None
    return _identifier(context, index, floor)


def _date(context: DateContext, index: int, floor: int) -> Found | None:
    found = date_at(context, index)
    return None if found is None else found_date(context, found, floor)


def _printed_date(context: DateContext, index: int, floor: int) -> Found | None:
    found = printed_date(context, index)
    return None if found is None else found_date(context, found, floor)


def _time(context: DateContext, index: int, floor: int) -> Found | None:
    tokens, lexicon = context.tokens, context.lexicon
    if not _may_be_a_time(tokens, index, lexicon):
        return None
    if is_digits(tokens.words[index]):
        times = times_at(tokens, index, lexicon)
        if times is not None:
            return _times(context, index, times.last, Bounds(Decimal(times.low), Decimal(times.high)), floor)
    found = time_at(tokens, index, lexicon) or hour_behind_day(tokens, index, lexicon)
    if found is None:
        return None
    if found.half is None and lexicon.clock_after:
        found = in_half_of_later(tokens, found, lexicon)
    minutes = Decimal(found.minutes)
    hedged = hedge_around(tokens, index, found.last, Kind.TIME, lexicon)
    keep = hedged.hedge is not Hedge.EXACT and hedged.first >= floor
    return Found(
        Kind.TIME, hedged.first if keep else index, hedged.last if keep else found.last, index, found.last,
        hedged.hedge if keep else Hedge.EXACT, Bounds(minutes, minutes), minutes, ONE, unit="minute",
    )  # fmt: skip


def _may_be_a_time(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a neighbour lets a number be a time: most numbers have none such, and are done with here."""
    words, times = tokens.words, lexicon.times
    neighbours = _clock_neighbours(lexicon)
    if not neighbours or words[index + 1] in neighbours:
        return True
    return words[index - 1] in times["at"] or words[index] in times["words"]


@cache
def _clock_neighbours(lexicon: Lexicon) -> frozenset[str]:
    """The words that may stand behind the hour; none in a language that has times of other forms."""
    if lexicon.clock_after or lexicon.times["hour_words"]:
        return frozenset()
    named = (words for name, words in lexicon.times.items() if name != "before")
    joints = (lexicon.ranges["plain"], lexicon.ranges["and"], lexicon.meridiem.keys())
    return frozenset((":", "h", "o")).union(*named, *joints)


def _times(context: DateContext, index: int, last: int, bounds: Bounds, floor: int) -> Found:
    """From one clock time to another: "from" and "between" belong to it."""
    before, ranges = context.tokens.words[index - 1], context.lexicon.ranges
    opened = index > floor and (before in ranges["between"] or before in ranges["from"])
    first = index - 1 if opened else index
    return Found(Kind.TIME, first, last, first, last, Hedge.RANGE, bounds, precision=ONE, unit="minute")


def _score(context: DateContext, index: int, floor: int) -> Found | None:
    tokens, lexicon = context.tokens, context.lexicon
    behind = tokens.words[index + 1]
    if behind == ":":
        odds = odds_at(tokens, index, lexicon)
        if odds is None:
            return None
        if is_game(tokens, index, lexicon):
            return Found(Kind.SCORE, index, odds.last, index, odds.last, pair=odds.pair, precision=ONE)
        top, bottom = odds.pair
        share = Number(top / bottom if bottom else top, index, odds.last, ONE, pair=odds.pair)
        return amounted(context, Amount(share, Kind.RATIO, index, odds.last), floor)
    if behind in lexicon.scores["to_words"]:
        found = game_in_words(tokens, index, lexicon)
    else:
        found = pair_at(tokens, index, lexicon) if behind in HYPHENS else votes_at(tokens, index, lexicon)
    if found is None:
        return None
    return Found(Kind.SCORE, index, found.last, index, found.last, pair=found.pair, precision=ONE)


def _ordinal(context: DateContext, index: int, floor: int) -> Found | None:
    """As in "third", "21st", "twenty-first", "one hundred and twenty-fifth"."""
    words, lex = context.tokens.words, context.lexicon
    value, last = lex.ordinals.get(words[index]), index + 1
    if words[index].isdecimal() and words[index + 1] != "." and words[index + 1] not in lex.ordinal_suffixes:
        return None  # most digits are followed by neither, and are done with here
    joined = joined_ordinal(context, index)
    if joined is not None:
        value, last = joined
    elif value is None:
        value, last = _built_ordinal(context, index)
    if value is None or _is_moment(context, index) or is_other_word(context, index, last):
        return None
    hyphenated = words[last] in HYPHENS and words[last + 1] in lex.ordinal_rules["hyphen_stops"]
    if hyphenated or words[last] in lex.ordinal_rules["stops"]:
        return None
    number = Decimal(value)
    ranged = _ordinal_range(context, index, last, number, floor) if words[last] in lex.ranges["and"] else None
    if ranged is not None:
        return ranged
    return Found(Kind.ORDINAL, index, last, index, last, bounds=Bounds(number, number), stated=number, precision=ONE)


def _ordinal_range(context: DateContext, index: int, last: int, low: Decimal, floor: int) -> Found | None:
    """As in "between the 10th and the 15th", from the first one and its "and" on."""
    words, lex = context.tokens.words, context.lexicon
    articles = lex.counting["articles"]
    first = index - 2 if words[index - 1] in articles else index - 1
    if first < floor or words[first] not in lex.ranges["between"]:
        return None
    behind = last + 2 if words[last + 1] in articles else last + 1
    value, end = lex.ordinals.get(words[behind]), behind + 1
    if value is None:
        value, end = _built_ordinal(context, behind)
    if value is None or value <= low:
        return None
    return Found(Kind.ORDINAL, first, end, first, end, Hedge.RANGE, Bounds(low, Decimal(value)), precision=ONE)


def _built_ordinal(context: DateContext, index: int) -> tuple[int | None, int]:
    """The value of an ordinal of several tokens and the token behind it."""
    tokens, lex = context.tokens, context.lexicon
    words = tokens.words
    word = words[index]
    if is_digits(word):
        suffix = (
            words[index + 1] in lex.ordinal_suffixes and tokens.glued(index + 1) and not lex.units.at(words, index + 1)
        )
        value = parse_digits(word, lex) if suffix and len(word) <= _LONGEST_ORDINAL else None
        return (int(value), index + 2) if value is not None else (None, index)
    tens = lex.cardinals.get(word, 0)
    unit = lex.ordinals.get(words[index + 2], 0) if words[index + 1] in HYPHENS else 0
    if tens >= 20 and 0 < unit < 10:
        return tens + unit, index + 3
    return _ordinal_of_hundreds(context, index) if words[index + 1] in lex.scales else (None, index)


def _ordinal_of_hundreds(context: DateContext, index: int) -> tuple[int | None, int]:
    """As in "one hundred and twenty-fifth"."""
    words, lex = context.tokens.words, context.lexicon
    number = number_at(context.tokens, index, lex)
    if number is None or number.value != number.value.to_integral_value():
        return None, index
    position = number.last
    while position < number.last + 2 and (words[position] in HYPHENS or words[position] in lex.scale_rules["joiners"]):
        position += 1
    tens = lex.cardinals.get(words[position], 0)
    if position > number.last and tens >= 20 and words[position + 1] in HYPHENS:
        position += 2
    elif position > number.last and words[position] not in lex.ordinals:
        return None, index
    else:
        tens = 0
    unit = lex.ordinals.get(words[position], 0)
    if not unit or int(number.value) % (10 if unit < 10 else 100):
        return None, index
    return int(number.value) + tens + unit, position + 1


def _is_moment(context: DateContext, index: int) -> bool:
    """As in "A second later": a duration, not an order."""
    words, lex = context.tokens.words, context.lexicon
    if words[index] not in lex.durations:
        return False
    behind = words[index + 1]
    return words[index - 1] in lex.duration_rules["per"] or (
        words[index - 1] in lex.scale_rules["article"] and (not behind.isalpha() or behind in lex.counting["stop"])
    )


def _multiplier(context: DateContext, index: int, floor: int) -> Found | None:
    """As in "twice", "doubled", "fourfold"."""
    words, lex = context.tokens.words, context.lexicon
    value = lex.multipliers.get(words[index])
    if value is None:
        return None
    behind = index + 2 if words[index + 1] in HYPHENS else index + 1
    if words[behind] in lex.multiplier_rules["names_after"]:
        return None
    return amounted(context, Amount(Number(value, index, index + 1, ONE), Kind.MULTIPLIER, index, index + 1), floor)


def _fraction_word(context: DateContext, index: int, floor: int) -> Found | None:
    """As in "a third of": the article opens the fraction, the denominator is what was noticed."""
    words, lex = context.tokens.words, context.lexicon
    if index <= floor or words[index - 1] not in lex.scale_rules["article"]:
        return None
    fraction = fraction_at(context.tokens, index - 1, lex)
    if fraction is None:
        return None
    return amounted(context, Amount(fraction, Kind.RATIO, index - 1, fraction.last), floor)


_AMOUNT_ONLY: tuple[Rule, ...] = (amount_rule,)
"""Behind a currency sign and before a percent sign stand amounts and nothing else."""
_DIGIT_RULES: tuple[Rule, ...] = (plain_number, _printed_date, _identifier, _date, _time, _score, _ordinal, amount_rule)
_ORDERED: tuple[tuple[Opens, Rule], ...] = (
    (Opens.CLOCK, plain_number),
    (Opens.CLOCK, _spelled_identifier),
    (Opens.DATE | Opens.CLOCK, _date),
    (Opens.CLOCK | Opens.FRACTION, _time),
    (Opens.FRACTION, _fraction_word),
    (Opens.MULTIPLIER, _multiplier),
    (Opens.ORDINAL, _ordinal),
    (Opens.NUMBER, amount_rule),
    (Opens.DURATION, bare_duration_rule),
)
"""Rules in the order in which they are tried, and what a word must be able to open for each."""


@cache
def _word_rules(opens: int) -> tuple[Rule, ...]:
    """The rules for a word; a sign such as "½" opens numbers only."""
    return tuple(rule for flag, rule in _ORDERED if opens & flag) if opens else (amount_rule,)
