"""Times of day, and the ordered pairs of scores and votes."""

from decimal import Decimal
from typing import NamedTuple

from briefing.text.clock_words import hour_in_words
from briefing.text.digits import is_digits
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import HYPHENS, Tokens

_HOURS = 24
_MINUTES = 60
_NOON = 12
_MIDNIGHT = 0
_HIGHEST_SCORE = 250
_GAME_WORDS = 8
_SPOKEN_MINUTES = (5, 10, 15, 20, 25)


class TimeFound(NamedTuple):
    """A clock time in minutes after midnight, up to token ``last``; ``half`` is "am" or "pm" where printed."""

    minutes: int
    last: int
    half: str | None = None


class TimesFound(NamedTuple):
    """From one clock time to another, over the tokens up to ``last``."""

    low: int
    high: int
    last: int


class PairFound(NamedTuple):
    """Two numbers in order ("2-1", "5-3 vote", "52-48"), over the tokens up to ``last``."""

    pair: tuple[Decimal, Decimal]
    last: int


class _Printed(NamedTuple):
    """Hour and minute as they are printed; ``colon`` says that they can be nothing but a time."""

    hour: int
    minute: int
    last: int
    colon: bool


def time_at(tokens: Tokens, index: int, lexicon: Lexicon) -> TimeFound | None:
    """As in "12:30pm", "5 p.m.", "12.30pm", "0800 GMT", "14:05", "five o'clock", "half past six", "noon"."""
    words = tokens.words
    word = words[index]
    if lexicon.times["hour_words"] or lexicon.clock_after:
        worded = hour_in_words(tokens, index, lexicon)
        if worded is not None:
            return TimeFound(*worded)
    if not is_digits(word):
        return _in_words(tokens, index, lexicon)
    if len(word) == 4 and word.isdecimal():
        return _military(tokens, index, lexicon)
    printed = _printed(tokens, index, lexicon)
    if printed is None:
        return None
    if words[printed.last] == "." and tokens.glued(printed.last) and tokens.glued(printed.last + 1):
        dotted = printed._replace(last=printed.last + 1)  # "9.am"
        printed = dotted if words[dotted.last] in lexicon.times["plain_meridiem"] else printed
    half = lexicon.meridiem.at(words, printed.last) if words[printed.last] in lexicon.meridiem else None
    if half is not None:
        return _with_half(tokens, printed, half, lexicon)
    if printed.colon:
        return None if _runs_on(tokens, printed.last) else _clock(printed.hour, printed.minute, printed.last, None)
    spoken = _oclock(tokens, index, printed.hour, lexicon) if word.isdecimal() else None
    return spoken or _zoned(tokens, printed, word, lexicon) or _spoken(tokens, index, lexicon)


def _printed(tokens: Tokens, index: int, lexicon: Lexicon) -> _Printed | None:
    """Hour and minute at ``index``: "5", "5:30", "5.30"; a third part of seconds only where am or pm follows."""
    words = tokens.words
    word, last = words[index], index + 1
    if words[last] in (":", "h") and tokens.glued(last) and tokens.glued(last + 1) and len(words[last + 1]) == 2:
        if not (word.isdecimal() and words[last + 1].isdecimal()) or len(word) > 2:
            return None
        seconds = _runs_on(tokens, last + 2) and words[last + 4] in lexicon.meridiem
        return _Printed(int(word), int(words[last + 1]), last + 4 if seconds else last + 2, True)
    hour, _, minute = word.partition("." if "." in word else ",")
    if len(hour) > 2 or len(minute) not in (0, 2) or not hour.isdecimal() or not (minute + "0").isdecimal():
        return None
    return _Printed(int(hour), int(minute or 0), last, False)


def _with_half(tokens: Tokens, printed: _Printed, half: tuple[int, str], lexicon: Lexicon) -> TimeFound | None:
    size, name = half
    words, last = tokens.words, printed.last
    if not tokens.glued(last) and size == 1 and words[last] not in lexicon.times["plain_meridiem"]:
        return None
    return _clock(printed.hour, printed.minute, last + size, name)


def _runs_on(tokens: Tokens, last: int) -> bool:
    """Whether a third part follows ("2:04:31"): then it is a duration, not a time."""
    return tokens.words[last] == ":" and tokens.glued(last) and is_digits(tokens.words[last + 1])


def _clock(hour: int, minute: int, last: int, half: str | None) -> TimeFound | None:
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    return TimeFound(hour * _MINUTES + minute, last, half)


def _military(tokens: Tokens, index: int, lexicon: Lexicon) -> TimeFound | None:
    word = tokens.words[index]
    if tokens.words[index + 1] not in lexicon.times["zones"]:
        return None
    return _clock(int(word[:2]), int(word[2:]), index + 1, None)


def _zoned(tokens: Tokens, printed: _Printed, word: str, lexicon: Lexicon) -> TimeFound | None:
    """As in "10.30 GMT"."""
    if word.isdecimal() or tokens.words[printed.last] not in lexicon.times["zones"]:
        return None
    return _clock(printed.hour, printed.minute, printed.last, None)


def _oclock(tokens: Tokens, index: int, hour: int, lexicon: Lexicon) -> TimeFound | None:
    words = tokens.words
    if hour > _NOON:
        return None
    if words[index + 1] in lexicon.times["oclock"]:
        return _halved(tokens, hour, 0, index + 2, lexicon)
    if words[index + 1] == "o" and words[index + 2] in ("'", "’") and words[index + 3] == "clock":
        return _halved(tokens, hour, 0, index + 4, lexicon)
    return None


# --- times in words --------------------------------------------------------------------------------------------------


def _in_words(tokens: Tokens, index: int, lexicon: Lexicon) -> TimeFound | None:
    """As in "five o'clock", "six pm", "half past six", "noon"."""
    words = tokens.words
    word = words[index]
    if word in lexicon.times["words"]:
        noon = word in lexicon.times["noon"]
        behind = words[index + 1]
        named = words[index - 1] in lexicon.times["before"] and (
            not behind.isalpha() or behind in lexicon.counting["stop"]
        )
        return TimeFound(_NOON * _MINUTES if noon else _MIDNIGHT, index + 1) if named else None
    hour = lexicon.cardinals.get(word)
    if hour is not None:
        half = lexicon.meridiem.at(words, index + 1) if words[index + 1] in lexicon.meridiem else None
        if half is not None and (half[0] > 1 or words[index + 1] in lexicon.times["plain_meridiem"]):
            return _clock(hour, 0, index + 1 + half[0], half[1])
        found = _oclock(tokens, index, hour, lexicon)
        if found is not None:
            return found
    return _spoken(tokens, index, lexicon)


def _spoken(tokens: Tokens, index: int, lexicon: Lexicon) -> TimeFound | None:
    """As in "Half past six", "quarter to eight", "ten past nine in the evening", "at five in the morning"."""
    words, times = tokens.words, lexicon.times
    minutes = _minutes_spoken(words[index], lexicon)
    before_hour = words[index + 1] in times["to_hour"] and minutes == _SPOKEN_MINUTES[2] and not is_digits(words[index])
    if minutes is not None and (before_hour or words[index + 1] in times["past"]):
        hour = _hour(words[index + 2], lexicon)
        if hour is None:
            return None
        oclock = _oclock(tokens, index + 2, hour, lexicon)
        last = oclock.last if oclock else index + 3
        return _halved(tokens, hour, -minutes if before_hour else minutes, last, lexicon)
    hour = _hour(words[index], lexicon)
    if hour is None or not (words[index - 1] in times["before"] or index == 0):
        return None
    half = _part_of_day(tokens, index + 1, lexicon)
    return _clock(hour, 0, half[0], half[1]) if half else None


def _minutes_spoken(word: str, lexicon: Lexicon) -> int | None:
    if word in lexicon.scale_rules["half"]:
        return _MINUTES // 2
    if word in lexicon.scale_rules["quarter"]:
        return _MINUTES // 4
    value = lexicon.cardinals.get(word, int(word) if word.isdecimal() and word.isascii() and len(word) == 2 else 0)
    return value if value in _SPOKEN_MINUTES else None


def _hour(word: str, lexicon: Lexicon) -> int | None:
    value = int(word) if word.isdecimal() and len(word) <= 2 else lexicon.cardinals.get(word, 0)
    return value if 1 <= value <= _NOON else None


def _halved(tokens: Tokens, hour: int, minutes: int, last: int, lexicon: Lexicon) -> TimeFound:
    """A spoken time with the part of the day behind it, if one is named."""
    half = _part_of_day(tokens, last, lexicon)
    name, last = (half[1], half[0]) if half else (None, last)
    if name is not None:
        hour = hour % _NOON + (_NOON if name == "pm" else 0)
    return TimeFound((hour * _MINUTES + minutes) % (_HOURS * _MINUTES), last, name)


def _part_of_day(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """As in "In the morning", "at night": the token behind and the half of the day.

    A noun behind them takes them away.
    """
    words, times = tokens.words, lexicon.times
    if words[index] in times["in"] and words[index + 1] in lexicon.counting["articles"]:
        last = index + 3
        half = (
            "am" if words[index + 2] in times["mornings"] else "pm" if words[index + 2] in times["evenings"] else None
        )
    else:
        last = index + 2
        half = "pm" if words[index] in times["at"] and words[index + 1] in times["nights"] else None
    if half is None or (words[last].isalpha() and words[last] not in lexicon.counting["stop"]):
        return None
    return last, half


def times_at(tokens: Tokens, index: int, lexicon: Lexicon) -> TimesFound | None:
    """As in "9-10am", "from 5 to 6 pm", "between 2 and 4.30pm".

    The half of the day is printed once, behind the later time.
    """
    words, ranges = tokens.words, lexicon.ranges
    low = _printed(tokens, index, lexicon) if is_digits(words[index]) else None
    if low is None or low.hour >= _HOURS or low.minute >= _MINUTES:
        return None
    between = words[index - 1] in ranges["between"]
    joint = words[low.last]
    if (joint not in ranges["plain"] and not (between and joint in ranges["and"])) or joint in ranges["or"]:
        return None
    if not is_digits(words[low.last + 1]):
        return None
    if (between or words[index - 1] in ranges["from"]) and (whole := _hours_of_part(tokens, low, lexicon)) is not None:
        return whole
    high = time_at(tokens, low.last + 1, lexicon)
    if high is None:
        return None
    if high.half is None:
        opened = between or words[index - 1] in ranges["from"]
        return TimesFound(low.hour * _MINUTES + low.minute, high.minutes, high.last) if opened else None
    first = _clock(low.hour, low.minute, low.last, high.half)
    if first is None:
        return None
    minutes = first.minutes
    if minutes >= high.minutes:
        minutes = (minutes + _NOON * _MINUTES) % (_HOURS * _MINUTES)
    return TimesFound(minutes, high.minutes, high.last)


def _hours_of_part(tokens: Tokens, low: _Printed, lexicon: Lexicon) -> TimesFound | None:
    """As in "between 7 and 9 last night", "from 2 to 4 this morning": a part of a day makes hours of bare numbers."""
    words, times = tokens.words, lexicon.times
    part = low.last + 2
    high = words[low.last + 1]
    if not high.isdecimal() or len(high) > 2 or not 1 <= low.hour < int(high) <= _NOON or low.minute:
        return None
    if words[part] not in lexicon.relative["last"] and words[part] not in lexicon.relative["this"]:
        return None
    late = words[part + 1] in times["nights"] or words[part + 1] in times["evenings"]
    if not (late or words[part + 1] in times["mornings"]):
        return None
    first, last = (hour % _NOON * _MINUTES + (_NOON * _MINUTES if late else 0) for hour in (low.hour, int(high)))
    return TimesFound(first, last, part) if first < last else None


def in_half_of_later(tokens: Tokens, found: TimeFound, lexicon: Lexicon) -> TimeFound:
    """As in "entre las 5 y las 6 de la tarde": the half of the day is printed once, behind the later time."""
    words, ranges = tokens.words, lexicon.ranges
    joint = words[found.last]
    if found.minutes >= _NOON * _MINUTES or not (joint in ranges["and"] or joint in ranges["plain"]):
        return found
    position = found.last + 1
    position += (
        1 if words[position] in lexicon.counting["articles"] or words[position] in lexicon.times["before"] else 0
    )
    later = time_at(tokens, position, lexicon)
    if later is None or later.half != "pm" or found.minutes + _NOON * _MINUTES >= later.minutes:
        return found
    return TimeFound(found.minutes + _NOON * _MINUTES, found.last, "pm")


def hour_behind_day(tokens: Tokens, index: int, lexicon: Lexicon) -> TimeFound | None:
    """As in "Monday at 2.30", "last night at 8".

    A bare hour is a time behind a day and "at", with nothing that it counts.
    """
    words = tokens.words
    if words[index - 1] not in lexicon.times["at"] or index < 2:
        return None
    day = words[index - 2]
    if day not in lexicon.weekdays and day not in lexicon.relative_days and day not in lexicon.dates["day_parts"]:
        return None
    printed = _printed(tokens, index, lexicon)
    if printed is None or not 1 <= printed.hour <= _HOURS:
        return None
    behind = words[printed.last]
    if (
        (behind.isalpha() and behind not in lexicon.counting["stop"])
        or behind in lexicon.symbols
        or behind in ("%", "/", "-")
    ):
        return None
    late = day in lexicon.times["nights"] or day in lexicon.times["evenings"]
    return _clock(printed.hour, printed.minute, printed.last, "pm" if late and printed.hour <= _NOON else None)


def pair_at(tokens: Tokens, index: int, lexicon: Lexicon) -> PairFound | None:
    """A score or a vote at ``index``; ``None`` where two numbers with a hyphen are a range or something else."""
    words = tokens.words
    hyphen, second = index + 1, index + 2
    apart = not tokens.glued(hyphen) and not tokens.glued(second)
    if words[hyphen] not in HYPHENS or (tokens.glued(hyphen) != tokens.glued(second)):
        return None
    if apart and not (_scored(tokens, index, lexicon) and len(words[index]) <= 2 >= len(words[second])):
        return None
    if not (words[index].isdecimal() and words[second].isdecimal()):
        return None
    one, two = int(words[index]), int(words[second])
    if max(one, two) > _HIGHEST_SCORE * 2 or _joined_further(tokens, second):
        return None
    if (words[index].startswith("0") and len(words[index]) > 1) or (
        words[second].startswith("0") and len(words[second]) > 1
    ):
        return None
    if one < two and not _scored(tokens, index, lexicon):
        return None
    return PairFound((Decimal(one), Decimal(two)), second + 1)


def _joined_further(tokens: Tokens, second: int) -> bool:
    after = tokens.words[second + 1]
    return tokens.glued(second + 1) and (after in HYPHENS or after in "%/°" or is_digits(after) or after.isalpha())


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
    """As in "2:1": a ratio written with a colon; two digits behind it are minutes, not odds."""
    words = tokens.words
    if words[index + 1] != ":" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if not (words[index].isdecimal() and words[index + 2].isdecimal() and len(words[index + 2]) == 1):
        return None
    return PairFound((Decimal(words[index]), Decimal(words[index + 2])), index + 3)


def is_game(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether two numbers with a colon are the score of a game, by a word before or behind them."""
    words, colon = tokens.words, lexicon.scores["colon"]
    return bool(colon) and any(
        word in colon for word in (*words[max(0, index - _GAME_WORDS) : index], *words[index + 3 : index + 6])
    )


def game_in_words(tokens: Tokens, index: int, lexicon: Lexicon) -> PairFound | None:
    """As in "Por 2 a 1": two goals with a word between, near a word of winning and with nothing that they count."""
    words = tokens.words
    one, two, behind = words[index], words[index + 2], words[index + 3]
    if not (one.isdecimal() and two.isdecimal() and len(one) <= 2 and len(two) <= 2):
        return None
    counts = behind.isalpha() and behind not in lexicon.counting["stop"]
    if (
        counts
        or behind in "%"
        or not any(word in lexicon.scores["before"] for word in words[max(0, index - _GAME_WORDS) : index])
    ):
        return None
    return PairFound((Decimal(one), Decimal(two)), index + 3)


def votes_at(tokens: Tokens, index: int, lexicon: Lexicon) -> PairFound | None:
    """As in "312 votes to 208"."""
    words = tokens.words
    if words[index + 1] not in lexicon.scores["votes"] or words[index + 2] not in lexicon.scores["to"]:
        return None
    if not (words[index].isdecimal() and words[index + 3].isdecimal()):
        return None
    return PairFound((Decimal(words[index]), Decimal(words[index + 3])), index + 4)
