"""Words behind what they shift: "la semaine dernière", "mardi prochain", "los tres últimos meses", "siglo XX".

Romance languages put behind a unit of time what English puts before it. Which words do so is in the word tables.
"""

import re

from briefing.text import calendar
from briefing.text.dates.context import DateContext, DateFound, hung, is_year, printed
from briefing.text.digits import is_digits
from briefing.text.numbers import number_at
from briefing.text.tokens import HYPHENS

_LONGEST = 1000
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_MOST_CENTURIES = 21
_SENTENCE_ENDS = frozenset(("", ".", "!", "?", "\n", ":", "»", "«", '"', "„", "“"))


def steps_behind(context: DateContext, index: int) -> tuple[int, int] | None:
    """The steps that the words at ``index`` shift by and the token behind them; ``None`` if they shift nothing."""
    found = context.lexicon.behind.at(context.tokens.words, index)
    return None if found is None else (int(found[1]), index + found[0])


def unit_behind(context: DateContext, index: int) -> DateFound | None:
    """As in "La semaine dernière", "el mes que viene", "l'anno scorso"."""
    words, lexicon = context.tokens.words, context.lexicon
    size = 1
    unit = lexicon.relative_units.get(words[index])
    if words[index] in lexicon.unit_phrases and (found := lexicon.unit_phrases.at(words, index)):
        size, unit = found
    shift = steps_behind(context, index + size) if unit is not None else None
    if unit is None or shift is None:
        return None
    first = index - 1 if words[index - 1] in lexicon.counting["articles"] and index else index
    days = calendar.shifted(context.anchor, unit, shift[0]) if context.anchor else None
    return hung(days, first, shift[1])


def phrase_unit(context: DateContext, index: int) -> DateFound | None:
    """As in "El próximo fin de semana", "este fin de semana": a unit of several words behind its shift."""
    words, lexicon = context.tokens.words, context.lexicon
    relative = lexicon.relative
    names = (("last", -1), ("this", 0), ("next", 1))
    steps = next((step for name, step in names if words[index] in relative[name]), None)
    found = lexicon.unit_phrases.at(words, index + 1) if steps is not None else None
    if steps is None or found is None:
        return None
    days = calendar.shifted(context.anchor, found[1], steps) if context.anchor else None
    return hung(days, index, index + 1 + found[0])


def day_phrase(context: DateContext, index: int) -> DateFound | None:
    """As in "Avant-hier", "pasado mañana"."""
    lexicon = context.lexicon
    found = lexicon.day_phrases.at(context.tokens.words, index)
    if found is None:
        return None
    day = calendar.add_days(context.anchor, int(found[1])) if context.anchor else None
    return hung((day, day) if day else None, index, index + found[0])


def is_other_day(context: DateContext, index: int) -> bool:
    """Whether a word for a day is the word for the morning here: "la mañana", "am Morgen"."""
    tokens, relative = context.tokens, context.lexicon.relative
    word = tokens.words[index]
    if word not in relative["day_ambiguous"]:
        return False
    before = tokens.words[index - 1] if index else ""
    if before in relative["not_day_before"]:
        return True
    return word in relative["not_capital"] and tokens.capital(index) and before not in _SENTENCE_ENDS


def counted_span(context: DateContext, index: int) -> DateFound | None:
    """As in "Les trois derniers mois", "los 12 últimos meses": the count stands before the shift."""
    words, lexicon = context.tokens.words, context.lexicon
    relative = lexicon.relative
    shift = words[index + 1]
    steps = -1 if shift in relative["inner_last"] else 1 if shift in relative["inner_next"] else 0
    unit = lexicon.durations.get(words[index + 2]) if steps else None
    if unit is None or calendar.is_clock_unit(unit):
        return None
    if relative["counts_plural"] and not words[index + 2].endswith("s"):
        return None  # "two last month": the month is not what is counted
    number = number_at(context.tokens, index, lexicon)
    if number is None or number.last != index + 1 or not 0 < number.value < _LONGEST:
        return None
    if number.value != number.value.to_integral_value():
        return None
    days = calendar.span_of(context.anchor, unit, steps * int(number.value)) if context.anchor else None
    return hung(days, index, index + 3)


def roman_century(context: DateContext, index: int) -> DateFound | None:
    """As in "Le XXIe siècle", "siglo XX": the number is in capitals before or behind the word."""
    words, dates = context.tokens.words, context.lexicon.dates
    if words[index] not in dates["century"]:
        return None
    behind = words[index] in dates["century_before"]
    number = _roman(context, index + 1 if behind else index - 1)
    days = calendar.century_days(number) if number else None
    if days is None:
        return None
    return printed(days, None, index, index + 2) if behind else printed(days, None, index - 1, index + 1)


def _roman(context: DateContext, index: int) -> int:
    tokens = context.tokens
    word = tokens.words[index] if index >= 0 else ""
    if not word or not tokens.capital(index):
        return 0
    for suffix in ("", *sorted(context.lexicon.ordinal_suffixes, key=len)):
        figures = word.removesuffix(suffix)
        if figures and word.endswith(suffix) and _ROMAN.fullmatch(figures):
            values = [_ROMAN_VALUES[figure] for figure in figures]
            total = sum(
                -value if value < follow else value for value, follow in zip(values, [*values[1:], 0], strict=True)
            )
            return total if total <= _MOST_CENTURIES else 0
    return 0


def decade_behind(context: DateContext, index: int) -> DateFound | None:
    """As in "Les années 90", "gli anni '90", "los años 1990": the number of a decade behind the word for years."""
    tokens, dates = context.tokens, context.lexicon.dates
    words = tokens.words
    if words[index] not in dates["decade_after"] and words[index] not in dates["decade_words"]:
        return None
    position = index + 2 if words[index + 1] == "'" else index + 1
    if words[index] in dates["decade_words"]:
        while position < index + 4 and words[position] in dates["decade_joint"]:
            position += 1
        if position == index + 1:
            return None
    word = words[position]
    if (tens := context.lexicon.cardinals.get(word, 0)) >= 20 and tens % 10 == 0 and tens < 100:
        return _decade(context, 1900 + tens, index, position)
    if not is_digits(word) or not word.isdecimal() or word[-1] != "0" or word == "00":
        return None
    behind = words[position + 1]
    if is_year(word):
        year = int(word)
    elif len(word) == 2 and not (behind.isalpha() and behind not in context.lexicon.counting["stop"]):
        year = (2000 if word in ("10", "20") else 1900) + int(word)
    else:
        return None
    if behind in HYPHENS or (tokens.glued(position + 1) and behind.isalnum()):
        return None
    return _decade(context, year, index, position)


def _decade(context: DateContext, year: int, index: int, position: int) -> DateFound:
    articles = context.lexicon.counting["articles"]
    first = index - 1 if context.tokens.words[index - 1] in articles and index else index
    return printed((calendar.year_days(year)[0], calendar.year_days(year + 9)[1]), year, first, position + 1)
