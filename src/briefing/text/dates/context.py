"""What every date rule takes and gives, and the small questions that several of them ask."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import Tokens

_SENTENCE_ENDS = frozenset(".!?;\n")
_LOOK_BACK = 14
YEAR_DIGITS = 4


class DateFound(NamedTuple):
    """A date over the tokens ``first`` up to, not including, ``last``."""

    reading: DateReading
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DateContext:
    """What every date rule needs: the tokens, the words of the language and the day that relative words hang on."""

    tokens: Tokens
    lexicon: Lexicon
    anchor: dt.date | None


def hung(days: calendar.Days | None, first: int, last: int, *, weekday: int | None = None) -> DateFound:
    """A date that was worked out from the anchor, or could not be for lack of one."""
    start, end = days or (None, None)
    return DateFound(DateReading(start, end, weekday=weekday, relative=True, inferred=days is not None), first, last)


def printed(days: calendar.Days | None, year: int | None, first: int, last: int) -> DateFound:
    """A period that the text prints with its year."""
    start, end = days or (None, None)
    return DateFound(DateReading(start, end, year=year), first, last)


def future_near(context: DateContext, index: int) -> bool:
    """Whether the words before token ``index``, back to the sentence's start, speak of the future."""
    words = context.tokens.words
    future = context.lexicon.relative["future"]
    endings = tuple(context.lexicon.counting["future_endings"])
    if words[index - 2] in context.lexicon.relative["now"] and words[index - 1] in context.lexicon.ranges["and"]:
        return True  # "between now and 15 November"
    for position in range(index - 1, max(-1, index - _LOOK_BACK), -1):
        if words[position] in _SENTENCE_ENDS:
            return False
        if words[position] in future or (endings and words[position].endswith(endings) and len(words[position]) > 4):
            return True
    return False


def is_year(word: str) -> bool:
    """Whether a token is four digits of a year that news may print."""
    return len(word) == YEAR_DIGITS and word.isdecimal() and calendar.MIN_YEAR <= int(word) <= calendar.MAX_YEAR


def glued_run(context: DateContext, index: int, count: int) -> list[str] | None:
    """``count`` tokens from ``index`` that touch each other."""
    tokens = context.tokens
    for position in range(index + 1, index + count):
        if not tokens.glued(position):
            return None
    return tokens.words[index : index + count]


def steps_of(context: DateContext, word: str) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next"; ``None`` for another word."""
    relative = context.lexicon.relative
    if word in relative["last"]:
        return -1
    if word in relative["last_but_one"]:
        return -2
    if word in relative["this"]:
        return 0
    return 1 if word in relative["next"] else None
