"""Clock times by the words of other languages than English: "14 Uhr 30", "à 18 heures", "a las cinco y media".

Where the word for the hour is also a length of time ("18 heures"), or a bare number could count something ("alle 14"),
the words before and behind decide; both are in the word tables.
"""

from briefing.text.digits import is_digits
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import HYPHENS, Tokens

_HOURS = 24
_MINUTES = 60
_NOON = 12

Clock = tuple[int, int, str | None]
"""Minutes after midnight, the token behind, and "am" or "pm" where printed."""


def hour_in_words(tokens: Tokens, index: int, lexicon: Lexicon) -> Clock | None:
    """The clock time that begins with the hour at ``index``; ``None`` if the words make none of it."""
    words, times = tokens.words, lexicon.times
    if words[index] in times["half_before"]:
        return _half_to(tokens, index, lexicon)
    found = _hour(words[index], lexicon)
    if found is None:
        return None
    hour, minute = found
    opened = _opened(tokens, index, lexicon)
    last = index + 1
    named = words[last] in times["hour_words"] and not (words[last] in times["glued"] and minute is not None)
    if named:
        last += 1
        sure = opened or not lexicon.hour_after or _behind_hour_word(tokens, index, lexicon)
        sure = sure or words[last] in lexicon.meridiem or _is_late(tokens, index, hour, lexicon)
        if not sure and not _has_minutes(tokens, last, lexicon):
            return None
    elif not opened or not _at_clock(tokens, index, lexicon):
        return None
    if minute is None:
        minute, last = _minutes(tokens, last, lexicon, spelled=not is_digits(words[index]))
    plain = last == index + 1
    last, half = _half_of_day(tokens, last, lexicon)
    if half is None and plain and not _ends(tokens, last, lexicon):
        return None
    if half is not None and minute == 0 and words[last] in lexicon.clock_parts:
        minute, last = _minutes(tokens, last, lexicon, spelled=False)  # "8 de la noche menos cuarto"
    return _clock(hour, minute, last, half)


def _has_minutes(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """As in "sept heures moins dix": minutes in words make a time of a length; "et dix minutes" add to the length."""
    words, times = tokens.words, lexicon.times
    joined = words[index] in times["minutes_to"] or words[index] in times["minutes_behind"]
    if not joined or words[index + 1] not in lexicon.cardinals:
        return False
    minute, last = _minutes(tokens, index, lexicon, spelled=True)
    return minute != 0 and words[last - 1] not in times["minute_words"] and _ends(tokens, last, lexicon)


def _clock(hour: int, minute: int, last: int, half: str | None) -> Clock | None:
    if half is not None and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if hour > _HOURS:
        return None
    return (hour * _MINUTES + minute) % (_HOURS * _MINUTES), last, half


def _hour(word: str, lexicon: Lexicon) -> tuple[int, int | None] | None:
    """Hour and, in "18.30", minute."""
    if not is_digits(word):
        value = lexicon.cardinals.get(word, -1)
        return (value, None) if 0 <= value <= _HOURS else None
    hour, _, minute = word.partition("." if "." in word else ",")
    if not (hour.isdecimal() and hour.isascii()) or len(hour) > 2 or int(hour) > _HOURS:
        return None
    if not minute:
        return int(hour), None
    return (int(hour), int(minute)) if len(minute) == 2 and minute.isdecimal() and int(minute) < _MINUTES else None


def _opened(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    if index == 0:
        return False
    return any(phrases.at(tokens.words, index - 1) for phrases in (lexicon.clock_after, lexicon.hour_after))


def _behind_hour_word(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a day stands before ("dimanche 18h"), so that the hour can only be a time."""
    before = tokens.words[index - 1] if index else ""
    return before in lexicon.weekdays or before in lexicon.relative_days or before in lexicon.times["hour_before"]


def _is_late(tokens: Tokens, index: int, hour: int, lexicon: Lexicon) -> bool:
    """Whether "20h" is the evening: a letter right behind an hour that few things last."""
    words = tokens.words
    letter = words[index + 1] in lexicon.times["glued"] and tokens.glued(index + 1)
    return (
        letter
        and hour > _NOON
        and words[index - 1] not in lexicon.times["lasting"]
        and words[index + 2] not in lexicon.linkers
    )


def _at_clock(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether the words before make a bare number a time, and what is behind does not make it something else."""
    behind = tokens.words[index + 1]
    if (
        lexicon.clock_after.at(tokens.words, index - 1) is None
        or behind in lexicon.symbols
        or behind in ("%", "/", ":")
        or (behind in lexicon.times["glued"] and tokens.glued(index + 1) and is_digits(tokens.words[index + 2]))
    ):
        return False
    return not (behind in HYPHENS and tokens.glued(index + 1) and is_digits(tokens.words[index + 2]))


def _ends(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind is counted ("alle 14 vittime")."""
    word = tokens.words[index]
    return (
        not word.isalpha()
        or word in lexicon.counting["stop"]
        or word in lexicon.weekdays
        or word in lexicon.relative_days
    )


def _minutes(tokens: Tokens, index: int, lexicon: Lexicon, *, spelled: bool) -> tuple[int, int]:
    """The minutes behind an hour and the token behind them; none is 0."""
    words, times = tokens.words, lexicon.times
    found = lexicon.clock_parts.at(words, index) if words[index] in lexicon.clock_parts else None
    if found is not None:
        return int(found[1]), index + found[0]
    sign = -1 if words[index] in times["minutes_to"] else 1
    joined = words[index] in times["minutes_behind"] or sign < 0
    position = index + 1 if joined else index
    word = words[position]
    if word.isdecimal() and len(word) == 2 and int(word) < _MINUTES:
        minutes = int(word)
    elif spelled and (joined or times["minutes_spelled"]):
        minutes = lexicon.cardinals.get(word, 0)
        if minutes % 10 == 0 and words[position + 1] in lexicon.scale_rules["joiners"]:
            unit = lexicon.cardinals.get(words[position + 2], 0)
            minutes, position = (minutes + unit, position + 2) if 0 < unit < 10 else (minutes, position)
    else:
        return 0, index
    if not 0 < minutes < _MINUTES and word != "00":
        return 0, index
    last = position + 1
    return sign * minutes, last + 1 if words[last] in times["minute_words"] else last


def _half_of_day(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, str | None]:
    words = tokens.words
    if words[index] in lexicon.times["oclock"] or (" ".join(words[index : index + 2])) in lexicon.times["oclock"]:
        index += 1 if words[index] in lexicon.times["oclock"] else 2
    found = lexicon.meridiem.at(words, index) if words[index] in lexicon.meridiem else None
    return (index + found[0], found[1]) if found else (index, None)


def _half_to(tokens: Tokens, index: int, lexicon: Lexicon) -> Clock | None:
    """As in "Halb acht" is half an hour before eight."""
    found = _hour(tokens.words[index + 1], lexicon)
    if found is None or found[1] is not None or not 1 <= found[0] <= _NOON or not _ends(tokens, index + 2, lexicon):
        return None
    last, half = _half_of_day(tokens, index + 2, lexicon)
    return _clock(found[0] - 1, _MINUTES // 2, last, half)
