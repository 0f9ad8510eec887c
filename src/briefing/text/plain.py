"""The short way for the most common figure of all: a number that only its noun follows ("400 officers", "two boats").

Every other rule begins with a word that some table of the language knows. Where the word behind a number stands in no
table, and the word before it opens nothing, none of them can hold, and they need not be tried.
"""

from decimal import Decimal
from functools import cache

from briefing.records.quantity import Kind
from briefing.text.amounts import Amount
from briefing.text.dates.context import YEAR_DIGITS, DateContext
from briefing.text.digits import parse_digits, printed_place, significant_place
from briefing.text.figures import amounted
from briefing.text.found import Found
from briefing.text.lexicon import Lexicon
from briefing.text.number import Number


def plain_number(context: DateContext, index: int, floor: int) -> Found | None:
    """The number at ``index`` with its hedge if nothing near it can make it more than that; else ``None``."""
    tokens, words, lexicon = context.tokens, context.tokens.words, context.lexicon
    before, behind = words[index - 1], words[index + 1]
    if behind in lexicon.vocabulary or not behind.isalpha() or tokens.glued(index) or tokens.glued(index + 1):
        return None
    if before in _opening_words(lexicon) or before[:1].isdecimal():
        return None
    if before in lexicon.ages_before and lexicon.ages_before.at(words, index - 1) is not None:
        return None
    word = words[index]
    spelled = lexicon.cardinals.get(word)
    if spelled is not None:
        counting = lexicon.counting
        if word in counting["pronouns"] or word in counting["homographs"] or word in lexicon.scale_rules["article"]:
            return None
        value = Decimal(spelled)
        number = Number(value, index, index + 1, significant_place(value))
    else:
        if len(word) == YEAR_DIGITS and word.isdecimal():
            return None
        digits = parse_digits(word, lexicon) if word[:1].isdecimal() else None
        if digits is None:
            return None
        number = Number(digits, index, index + 1, printed_place(word, digits), True)
    return amounted(context, Amount(number, Kind.CARDINAL, index, index + 1), floor)


@cache
def _opening_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that make something of a number behind them, other than a hedge."""
    ranges, scales, times = lexicon.ranges, lexicon.scale_rules, lexicon.times
    sets = (ranges["between"], ranges["from"], ranges["plain"], scales["article"], scales["several"], times["at"])
    tables = (
        lexicon.identifiers,
        lexicon.cardinals,
        lexicon.scales,
        lexicon.fractions,
        lexicon.months,
        lexicon.clock_after,
    )
    money = (lexicon.symbols, lexicon.money_before)
    return lexicon.negatives.union(*sets, *tables, *money)
