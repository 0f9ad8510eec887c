"""Days and years that are written in words: "the fourth of July", "May twenty-nine", "in nineteen ninety-six"."""

from briefing.text import calendar
from briefing.text.dates.context import DateContext, DateFound, printed
from briefing.text.numbers import number_at
from briefing.text.tokens import HYPHENS

_DAYS = 31
_FIRST_CENTURY, _LAST_CENTURY = 13, 20
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000


def spelled_day(context: DateContext, index: int, *, plain: bool) -> tuple[int, int] | None:
    """A day of the month in words and the token behind it; ``plain`` lets a cardinal be one ("May twenty-nine")."""
    words, lexicon = context.tokens.words, context.lexicon
    word = words[index]
    value = lexicon.ordinals.get(word)
    if value is not None:
        return (value, index + 1) if 1 <= value <= _DAYS else None
    tens = lexicon.cardinals.get(word, 0)
    if not 1 <= tens <= _DAYS:
        return None
    if words[index + 1] in lexicon.scale_rules["joiners"] and "tens" in lexicon.scale_rules["style"]:
        number = number_at(context.tokens, index, lexicon)
        joined = number is not None and number.last > index + 1 and 1 <= number.value <= _DAYS
        return (int(number.value), number.last) if number is not None and joined and plain else None
    position = index + 2 if words[index + 1] in HYPHENS else index + 1
    if tens in (20, 30):
        unit = lexicon.ordinals.get(words[position], 0)
        if 0 < unit < _TEN:
            return (tens + unit, position + 1) if tens + unit <= _DAYS else None
        unit = lexicon.cardinals.get(words[position], 0)
        if plain and 0 < unit < _TEN and tens + unit <= _DAYS:
            return tens + unit, position + 1
    return (tens, index + 1) if plain and words[index + 1] not in HYPHENS else None


def spelled_year(context: DateContext, index: int) -> tuple[int, int] | None:
    """As in "nineteen ninety-six", "two thousand and five": the year and the token behind it."""
    words, lexicon = context.tokens.words, context.lexicon
    century = lexicon.cardinals.get(words[index], 0)
    if not century:
        return _hundreds(context, index) if words[index] in lexicon.scale_rules["bare"] else None
    if _FIRST_CENTURY <= century <= _LAST_CENTURY:
        rest = number_at(context.tokens, index + 1, lexicon)
        if rest is None or rest.digits or rest.scaled or not _TEN <= rest.value < _HUNDRED:
            return _hundreds(context, index)
        return century * _HUNDRED + int(rest.value), rest.last
    return _hundreds(context, index)


def _hundreds(context: DateContext, index: int) -> tuple[int, int] | None:
    """As in "seventeen hundred thirty-three", "two thousand and five"."""
    number = number_at(context.tokens, index, context.lexicon)
    if number is None or not number.scaled or number.digits or number.value != number.value.to_integral_value():
        return None
    value = int(number.value)
    behind = context.tokens.words[number.last]
    counted = behind.isalpha() and behind not in context.lexicon.counting["stop"]
    return (value, number.last) if calendar.MIN_YEAR < value <= calendar.MAX_YEAR and not counted else None


def year_in_words(context: DateContext, index: int) -> DateFound | None:
    """A year in words behind a preposition of time: two numbers in a row, or a number of the thousands."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index - 1] not in lexicon.dates["word_year_before"]:
        return None
    found = spelled_year(context, index)
    if found is None:
        return None
    year, last = found
    behind = words[last]
    if behind in HYPHENS or (behind.isalpha() and behind not in lexicon.counting["stop"]):
        return None
    return printed(calendar.year_days(year), year, index, last)
