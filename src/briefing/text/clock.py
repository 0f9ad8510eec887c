"""Times of day, and the ordered pairs of scores and votes."""

from dataclasses import dataclass
from decimal import Decimal

from briefing.text.lexicon import Lexicon
from briefing.text.numbers import is_digits
from briefing.text.tokens import Tokens

_HYPHENS = frozenset("-‐‑–")
_HOURS = 24
_MINUTES = 60
_NOON = 12
_HIGHEST_SCORE = 250


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A clock time in minutes after midnight, over the tokens up to ``last``."""

    minutes: int
    last: int


@dataclass(frozen=True, slots=True)
class PairFound:
    """Two numbers in order ("2-1", "5-3 vote", "52-48"), over the tokens up to ``last``."""

    pair: tuple[Decimal, Decimal]
    last: int


def time_at(tokens: Tokens, index: int, lexicon: Lexicon) -> TimeFound | None:
    """ "12:30pm", "5 p.m.", "12.30pm", "0800 GMT", "14:05", "five o'clock"."""
    words = tokens.words
    word = words[index]
    if not is_digits(word):
        hour = lexicon.cardinals.get(word)
        return _oclock(tokens, index, hour, lexicon) if hour is not None else None
    hour_text, _, minute_text = word.partition(".") if "." in word else word.partition(",")
    last = index + 1
    if words[last] in (":", "h") and tokens.glued(last) and tokens.glued(last + 1) and len(words[last + 1]) == 2:
        hour_text, minute_text, last = word, words[last + 1], last + 2
        printed = True
    else:
        printed = False
    if not hour_text.isdecimal() or not (minute_text == "" or minute_text.isdecimal()) or len(hour_text) > 4:
        return None
    if len(hour_text) == 4:
        return _military(tokens, index, lexicon)
    meridiem = lexicon.meridiem.at(words, last)
    if meridiem is None:
        if printed and _seconds(tokens, last) is None and int(hour_text) < _HOURS:
            return _clock(int(hour_text), int(minute_text), last, None)
        return _oclock(tokens, index, int(hour_text), lexicon) or _zoned(tokens, index, hour_text, minute_text, lexicon)
    size, half = meridiem
    if minute_text and len(minute_text) != 2:
        return None
    if not tokens.glued(last) and size == 1 and words[last] not in lexicon.times["plain_meridiem"]:
        return None
    return _clock(int(hour_text), int(minute_text or 0), last + size, half)


def _seconds(tokens: Tokens, last: int) -> int | None:
    """Whether a third part follows ("2:04:31"): then it is a duration, not a time."""
    return last + 2 if tokens.words[last] == ":" and tokens.glued(last) and is_digits(tokens.words[last + 1]) else None


def _clock(hour: int, minute: int, last: int, half: str | None) -> TimeFound | None:
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    return TimeFound(hour * _MINUTES + minute, last)


def _military(tokens: Tokens, index: int, lexicon: Lexicon) -> TimeFound | None:
    word = tokens.words[index]
    if tokens.words[index + 1] not in lexicon.times["zones"] or not word.isdecimal():
        return None
    return _clock(int(word[:2]), int(word[2:]), index + 1, None)


def _zoned(tokens: Tokens, index: int, hour: str, minute: str, lexicon: Lexicon) -> TimeFound | None:
    """ "10.30 GMT"."""
    if len(minute) != 2 or tokens.words[index + 1] not in lexicon.times["zones"] or len(hour) > 2:
        return None
    return _clock(int(hour), int(minute), index + 1, None)


def _oclock(tokens: Tokens, index: int, hour: int, lexicon: Lexicon) -> TimeFound | None:
    words = tokens.words
    if words[index + 1] in lexicon.times["hour_words"] and 0 <= hour < _HOURS:
        last = index + 2
        if words[last].isdecimal() and len(words[last]) == 2 and int(words[last]) < _MINUTES:
            return _clock(hour, int(words[last]), last + 1, None)
        return TimeFound(hour * _MINUTES, last)
    if words[index + 1] == "o" and words[index + 2] in ("'", "’") and words[index + 3] == "clock" and hour <= _NOON:
        return TimeFound(hour * _MINUTES, index + 4)
    return None


def pair_at(tokens: Tokens, index: int, lexicon: Lexicon) -> PairFound | None:
    """A score or a vote at ``index``; ``None`` where two numbers with a hyphen are a range or something else."""
    words = tokens.words
    hyphen, second = index + 1, index + 2
    if words[hyphen] not in _HYPHENS or not (tokens.glued(hyphen) and tokens.glued(second)):
        return None
    if not (words[index].isdecimal() and words[second].isdecimal()):
        return None
    one, two = int(words[index]), int(words[second])
    if max(one, two) > _HIGHEST_SCORE * 2 or _joined_further(tokens, second):
        return None
    if words[index].startswith("0") and len(words[index]) > 1 or words[second].startswith("0") and len(words[second]) > 1:
        return None
    if one < two and not _scored(tokens, index, lexicon):
        return None
    return PairFound((Decimal(one), Decimal(two)), second + 1)


def _joined_further(tokens: Tokens, second: int) -> bool:
    after = tokens.words[second + 1]
    return tokens.glued(second + 1) and (after in _HYPHENS or after in "%/°" or is_digits(after) or after.isalpha())


def _scored(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether the words around two rising numbers speak of a game or a vote."""
    words = tokens.words
    after = words[index + 3]
    if after in lexicon.scores["after"]:
        return True
    if after.isalpha() and (after.endswith("s") or after in lexicon.durations or after in lexicon.irregular):
        return False
    nearby = words[max(0, index - 3) : index]
    return any(word in lexicon.scores["before"] for word in nearby)


def odds_at(tokens: Tokens, index: int, lexicon: Lexicon) -> PairFound | None:
    """ "2:1": a ratio written with a colon; two digits behind it are minutes, not odds."""
    words = tokens.words
    if words[index + 1] != ":" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if not (words[index].isdecimal() and words[index + 2].isdecimal() and len(words[index + 2]) == 1):
        return None
    return PairFound((Decimal(words[index]), Decimal(words[index + 2])), index + 3)


def votes_at(tokens: Tokens, index: int, lexicon: Lexicon) -> PairFound | None:
    """ "312 votes to 208"."""
    words = tokens.words
    if words[index + 1] not in lexicon.scores["votes"] or words[index + 2] not in lexicon.scores["to"]:
        return None
    if not (words[index].isdecimal() and words[index + 3].isdecimal()):
        return None
    return PairFound((Decimal(words[index]), Decimal(words[index + 3])), index + 4)
