"""Days and months by name: "May 3, 2023", "the 3rd of May", "Oct. 2", "in May"; without a year the nearest one."""

import datetime as dt

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.behind import steps_behind
from briefing.text.dates.context import DateContext, DateFound, future_near, glued_run, is_year
from briefing.text.dates.spelled import spelled_day, spelled_year
from briefing.text.digits import is_digits
from briefing.text.tokens import HYPHENS

_TEN, _DAYS, _MONTHS, _YEAR_DIGITS = 10, 31, 12, 4
_LEAP_DAY = (2, 29)
_THIS_CENTURY = 40
"""Two digits up to here behind a month are of this century: "April of 87" is 1987."""
_APOSTROPHES = ("'", "’")
_LONGEST_LIST = 4


def day_number(context: DateContext, index: int) -> tuple[int, int] | None:
    """A day of the month in digits at ``index`` ("3", "3rd"): the day and the token behind it."""
    tokens = context.tokens
    word = tokens.words[index]
    if not (word.isdecimal() and len(word) <= 2 and word.isascii() and 1 <= int(word) <= _DAYS):
        return None
    last = index + 1
    suffixes = context.lexicon.ordinal_suffixes
    if (tokens.words[last] in suffixes and tokens.glued(last)) or _is_dotted(context, last):
        last += 1
    elif tokens.words[last] == "." and tokens.words[last + 1] in suffixes and tokens.glued(last + 1):
        last += 2
    return int(word), last


def _is_dotted(context: DateContext, index: int) -> bool:
    """Whether the full stop at ``index`` makes an ordinal of the day before it: "vom 5. bis 10. Mai"."""
    tokens, lexicon = context.tokens, context.lexicon
    if tokens.words[index] != "." or not lexicon.ordinal_rules["dot"] or not tokens.glued(index):
        return False
    behind = tokens.words[index + 1]
    joins = behind in lexicon.ranges["plain"] or behind in lexicon.ranges["and"]
    follow = index + 3 if tokens.words[index + 2] in lexicon.counting["articles"] else index + 2
    return behind in lexicon.months or (joins and is_digits(tokens.words[follow]))


def _day(context: DateContext, index: int, *, plain: bool = True) -> tuple[int, int] | None:
    """A day of the month in digits or in words; ``plain`` lets a cardinal word be one."""
    return day_number(context, index) or spelled_day(context, index, plain=plain)


def day_month(context: DateContext, index: int) -> DateFound | None:
    """As in "3 May", "3rd of May 2023", "the fourth of July", "3-5 May", "3 and 5 May"."""
    found = _day(context, index)
    if found is None:
        return None
    number, last = found
    words, lexicon = context.tokens.words, context.lexicon
    joint = words[last]
    if joint in (".", "º") and context.tokens.glued(last) and words[last + 1] in lexicon.months:
        last += 1
    elif (
        (joint in HYPHENS or joint == "/")
        and words[last + 1] in lexicon.months
        and (run := glued_run(context, index, 5))
    ):
        return _hyphenated(context, number, run, index)
    behind = last
    if joint in lexicon.dates["day_words"] and words[last + 1] in lexicon.month_rules["between_day_and_month"]:
        behind = last + 2
    elif joint in lexicon.month_rules["between_day_and_month"]:
        behind = last + 1
    if words[behind] in lexicon.months and stands_as_month(context, behind, beside_day=True):
        if (_is_price(context, index) and day_number(context, behind + 1)) or _is_event(context, index, behind - last):
            return None
        return with_year(context, lexicon.months[words[behind]], number, index, past_dot(context, behind))
    counted = _numbered_month(context, number, index, last) if lexicon.month_rules["by_number"] else None
    return counted or _day_of_list(context, index, number, last)


def _numbered_month(context: DateContext, number: int, index: int, last: int) -> DateFound | None:
    """As in "am siebten vierten", "9 de 8 de 1971": the month is counted too, where the words before make it a day."""
    words, lexicon = context.tokens.words, context.lexicon
    position = last + 1 if words[last] in lexicon.month_rules["between_day_and_month"] else last
    month, behind = lexicon.ordinals.get(words[position], 0), position + 1
    if position > last:
        digits = words[position]
        month = int(digits) if digits.isdecimal() and len(digits) <= 2 else 0
        if words[behind] not in lexicon.dates["year_of"] or not is_year(words[behind + 1]):
            return None
    elif not lexicon.month_rules["by_ordinal"] or (
        words[index - 1] not in lexicon.dates["short_after"] and words[index - 1] not in lexicon.weekdays
    ):
        return None
    return with_year(context, month, number, index, behind) if 1 <= month <= _MONTHS else None


def _is_price(context: DateContext, index: int) -> bool:
    """As in "For $12 December 27": the digits behind a currency sign open no date if the month has a day of its own."""
    return context.tokens.words[index - 1] in context.lexicon.symbols and index > 0


def _is_event(context: DateContext, index: int, joint: int) -> bool:
    """As in "The first March for Science": an ordinal in words right before a word that is not only a month."""
    words, lexicon = context.tokens.words, context.lexicon
    if lexicon.month_rules["lower_case"]:
        return False
    return joint == 0 and words[index] in lexicon.ordinals and words[index + 1] in lexicon.month_rules["ambiguous"]


def _hyphenated(context: DateContext, number: int, run: list[str], index: int) -> DateFound | None:
    """As in "05-Aug-2016"."""
    year = _hyphenated_year(run[4])
    return None if year is None else dated(context, year, context.lexicon.months[run[2]], number, index, index + 5)


def _hyphenated_year(word: str) -> int | None:
    if len(word) == 2 and word.isdecimal() and word.isascii():
        return int(word) + (2000 if int(word) <= _THIS_CENTURY else 1900)
    return int(word) if is_year(word) else None


def named_run(context: DateContext, index: int) -> DateFound | None:
    """As in "2019-Aug-01", "Sep-23-2020", "2020/23/Sep": day, named month and year, told apart in any order."""
    run = glued_run(context, index, 5)
    if run is None or run[1] not in "-/" or run[3] != run[1]:
        return None
    months = context.lexicon.months
    month = next((months[word] for word in run if word in months), None)
    year = next((int(word) for word in run if is_year(word)), None)
    number = next((int(word) for word in run if word.isdecimal() and len(word) <= 2), None)
    if month is None or year is None or number is None or not 1 <= number <= _DAYS:
        return None
    return dated(context, year, month, number, index, index + 5)


def _day_of_list(context: DateContext, index: int, number: int, last: int) -> DateFound | None:
    """A day whose month stands behind a later day: "3-5 May" is one span, "3 and 5 May" are two days."""
    words, lexicon = context.tokens.words, context.lexicon
    joint = words[last]
    if joint not in lexicon.ranges["plain"] and joint not in lexicon.ranges["and"] and joint != ",":
        return None
    follow = last + 2 if words[last + 1] in lexicon.counting["articles"] else last + 1
    if _day(context, follow) is None:
        return None
    later = _later_day(context, follow)
    if later is None or later.reading.month is None:
        return None
    reading, month = later.reading, later.reading.month
    if joint not in lexicon.ranges["plain"] or joint in lexicon.ranges["or"]:
        return dated(context, reading.year, month, number, index, last)
    return DateFound(_span(reading, month, number), index, later.last)


def _span(later: DateReading, month: int, number: int) -> DateReading:
    """From a day of the month to the later day of it that was read."""
    year = later.last.year if later.last else None
    start = calendar.day(year, month, number) if year else None
    first, last = (start[0], later.last) if start else (None, None)
    return DateReading(first, last, later.year, month, number, None, later.relative, later.inferred)


def _later_day(context: DateContext, index: int) -> DateFound | None:
    """The day at ``index`` with its month, in a list of at most a few days: a chain would be walked again and again."""
    words, lexicon = context.tokens.words, context.lexicon
    position = index
    for _ in range(_LONGEST_LIST):
        found = _day(context, position)
        if found is None:
            return None
        behind = found[1] + 1 if words[found[1]] in lexicon.month_rules["between_day_and_month"] else found[1]
        if words[behind] in lexicon.months:
            return day_month(context, index) if position == index else day_month(context, position)
        position = found[1] + 1
    return None


def past_dot(context: DateContext, month: int) -> int:
    """The token behind a month and the full stop of its short form ("Oct.")."""
    words, tokens = context.tokens.words, context.tokens
    dotted = words[month + 1] == "." and len(words[month]) <= 4 and tokens.glued(month + 1)
    behind = words[month + 2]
    ranged = behind in context.lexicon.ranges["plain"] and words[month + 3] in context.lexicon.months
    goes_on = is_digits(behind) or behind == "," or ranged
    if dotted and not tokens.glued(month + 2) and goes_on:
        return month + 2
    return month + 1


def with_year(context: DateContext, month: int, number: int | None, first: int, last: int) -> DateFound:
    """A month or a day of it with the year that follows, if one does."""
    words, order = context.tokens.words, context.lexicon.month_rules["order"]
    of = words[last] in context.lexicon.dates["year_of"]
    position = last + 1 if words[last] in (",", "de", "del") or of else last
    if is_year(words[position]):
        return dated(context, int(words[position]), month, number, first, position + 1)
    joined = (words[last] == "/" or words[last] in HYPHENS) and context.tokens.glued(last)
    if joined and number is None and is_year(words[last + 1]):
        return dated(context, int(words[last + 1]), month, number, first, last + 2)
    two = words[last]
    day_first = bool(context.lexicon.month_rules["lower_case"]) and (number is not None or "dm" in order)
    if day_first and two.isdecimal() and two.isascii() and len(two) == 2:
        short = int(two) > _DAYS and _counts_nothing(context, last + 1)
        return dated(context, 1900 + int(two) if short else None, month, number, first, last + 1 if short else last)
    two = words[last + 1]
    if two.isdecimal() and len(two) == 2 and two.isascii() and _opens_short_year(context, last):
        century = 2000 if int(two) <= _THIS_CENTURY else 1900
        return dated(context, int(two) + century, month, number, first, last + 2)
    spelled = spelled_year(context, position)
    if spelled is not None:
        return dated(context, spelled[0], month, number, first, spelled[1])
    return dated(context, None, month, number, first, last)


def _counts_nothing(context: DateContext, index: int) -> bool:
    word = context.tokens.words[index]
    return word not in (":", "%", "/", "-") and (not word.isalpha() or word in context.lexicon.counting["stop"])


def _opens_short_year(context: DateContext, index: int) -> bool:
    """As in "May '87", "May of 87": two digits behind are a year, unless they count something."""
    words = context.tokens.words
    if words[index] in _APOSTROPHES:
        return True
    behind = words[index + 2]
    counts = behind.isalpha() or behind in context.lexicon.symbols or behind in ("%", "/", ":", "-")
    return words[index] in context.lexicon.counting["partitive"] and not counts


def dated(context: DateContext, year: int | None, month: int, number: int | None, first: int, last: int) -> DateFound:
    """A month or a day of it; without a printed year the anchor's nearest one, marked inferred."""
    shown, inferred = year, False
    if year is None and context.anchor is not None:
        year, inferred = _nearest_year(context, context.anchor, month, number, first), True
        if (month, number) == _LEAP_DAY:
            year = calendar.leap_year(year, future=future_near(context, first))
    days = None
    if year is not None:
        days = calendar.day(year, month, number) if number else calendar.month_days(year, month)
    start, end = days or (None, None)
    parts = DateReading(start, end, shown, month, number, None, shown is None, inferred and days is not None)
    return DateFound(parts, first, last)


def _nearest_year(context: DateContext, anchor: dt.date, month: int, number: int | None, first: int) -> int:
    here = (month, number or 1)
    now = (anchor.month, anchor.day if number else 1)
    if here == now:
        return anchor.year
    if future_near(context, first):
        return anchor.year if here > now else anchor.year + 1
    return anchor.year if here < now else anchor.year - 1


def stands_as_month(context: DateContext, index: int, *, beside_day: bool = False) -> bool:
    """Whether a word that is also something else ("may", "march") is a month here."""
    tokens, lexicon = context.tokens, context.lexicon
    word = tokens.words[index]
    if word in lexicon.cardinals and tokens.words[index + 1] in lexicon.durations:
        return False  # "os primeiros dez dias"
    if word not in lexicon.month_rules["ambiguous"]:
        return True
    if lexicon.month_rules["lower_case"]:
        return _named_in_small(context, index, beside_day=beside_day)
    if not tokens.capital(index):
        return _printed_small(context, index, beside_day=beside_day)
    before = tokens.words[index - 1]
    if beside_day or before in lexicon.month_rules["prepositions"] or before in lexicon.weekdays:
        return True
    if before == "," and tokens.words[index - 2] in lexicon.weekdays and tokens.words[index + 1] in lexicon.ordinals:
        return True
    return _shown_by_next(context, index) or (before in HYPHENS and tokens.words[index - 2] in lexicon.date_parts)


def _shown_by_next(context: DateContext, index: int) -> bool:
    """As in "May to March", "May 5", "back May twenty-nine", "May/2019": what stands behind shows a month."""
    tokens, lexicon = context.tokens, context.lexicon
    before, after, follow = tokens.words[index - 1], tokens.words[index + 1], tokens.words[index + 2]
    if after in lexicon.ranges["plain"] and tokens.capital(index + 2) and follow in lexicon.months:
        return True
    if after == "/" or after in HYPHENS:
        return tokens.glued(index + 1) and (is_year(follow) if after == "/" else is_digits(follow))
    if is_digits(after) or lexicon.cardinals.get(after, 0) not in (20, 30):
        return is_digits(after)
    whole = 0 < lexicon.cardinals.get(follow, 0) < _TEN and not tokens.words[index + 3].isalpha()
    return whole or (before.isalpha() and before not in lexicon.counting["stop"])


def _named_in_small(context: DateContext, index: int, *, beside_day: bool) -> bool:
    """The same where months have no capital: a day, a year or a preposition must stand beside the word."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index + 1] == "/" and is_year(words[index + 2]):
        return context.tokens.glued(index + 1)
    if beside_day or words[index - 1] in lexicon.month_rules["prepositions"] or words[index - 1] in lexicon.date_parts:
        return True
    if words[index + 1] in HYPHENS and context.tokens.glued(index + 1):
        return is_digits(words[index + 2])
    return is_digits(words[index + 1]) or words[index + 1] in lexicon.behind


def shifted_month(context: DateContext, month: int, steps: int, first: int, last: int) -> DateFound:
    """As in "Last October", "mai dernier": the nearest such month on that side of the anchor."""
    days = None
    anchor = context.anchor
    if anchor is not None:
        year = anchor.year
        if steps < 0 and month >= anchor.month:
            year -= 1
        elif steps > 0 and month <= anchor.month:
            year += 1
        days = calendar.month_days(year, month)
    start, end = days or (None, None)
    reading = DateReading(start, end, month=month, relative=True, inferred=days is not None)
    return DateFound(reading, first, last)


def _before_small_day(context: DateContext, index: int) -> bool:
    """As in "on march 29", "may 7 will": digits behind that can be a day or a year, and count nothing."""
    words, lexicon = context.tokens.words, context.lexicon
    after, behind = words[index + 1], words[index + 2]
    if context.tokens.glued(index + 1) or not after.isdecimal() or len(after) > _YEAR_DIGITS:
        return False
    if words[index - 1] in lexicon.month_rules["prepositions"] or len(after) == _YEAR_DIGITS:
        return True
    return not behind.isalpha() or behind in lexicon.counting["stop"]


def _printed_small(context: DateContext, index: int, *, beside_day: bool) -> bool:
    """Whether a month is printed without its capital: beside a day, or as in "since may" with no noun behind."""
    words, lexicon = context.tokens.words, context.lexicon
    after = words[index + 1]
    if beside_day:
        return not after.isalpha()
    if is_digits(after):
        return _before_small_day(context, index)
    if words[index - 1] in lexicon.weekdays and after in lexicon.ordinals:
        return True
    counted = after.isalpha() and after not in lexicon.counting["stop"]
    return words[index - 1] in lexicon.month_rules["small_after"] and not counted


def month_date(context: DateContext, index: int) -> DateFound | None:
    """As in "May 3, 2023", "May 2023", "Oct. 2", "January the first", "in May"."""
    words, lexicon = context.tokens.words, context.lexicon
    if not stands_as_month(context, index):
        return None
    month = lexicon.months[words[index]]
    last = past_dot(context, index)
    if words[last] in HYPHENS and is_digits(words[last + 1]) and (full := named_run(context, index)):
        return full
    start = last + 1 if words[last] in lexicon.counting["articles"] else last
    behind = "dm" in lexicon.month_rules["order"]
    if behind and (days := _days_behind(context, month, index, last)) is not None:
        return days
    day = None if behind else _day(context, start, plain=start == last and context.tokens.capital(index))
    if day is not None and not _belongs_elsewhere(context, day[1]):
        return _month_day(context, month, day, index)
    short = words[index] in lexicon.month_rules["short_needs_digit"] and not is_digits(words[last])
    if short and not _beside_month(context, index, last):
        return None
    shift = steps_behind(context, last) if words[last] in lexicon.behind else None
    if shift is not None:
        return shifted_month(context, month, shift[0], index, shift[1])
    return with_year(context, month, None, index, last)


def _days_behind(context: DateContext, month: int, index: int, last: int) -> DateFound | None:
    """As in "November 19-20" where days stand before their month: two rising days in one word may stand behind it."""
    run = glued_run(context, last, 3)
    if run is None or run[1] not in HYPHENS or not (run[0].isdecimal() and run[2].isdecimal()):
        return None
    if context.tokens.glued(last + 3) and context.tokens.words[last + 3].isalnum():
        return None
    if max(len(run[0]), len(run[2])) > 2 or not 1 <= int(run[0]) < int(run[2]) <= _DAYS:
        return None
    return _month_day(context, month, (int(run[0]), last + 1), index)


def _beside_month(context: DateContext, index: int, last: int) -> bool:
    """As in "de sept. a nov.", "ago-2019": another month or a glued year shows that a short form is a month."""
    words, joints = context.tokens.words, context.lexicon.ranges["plain"]
    if words[last] in HYPHENS and is_year(words[last + 1]):
        return context.tokens.glued(last) and context.tokens.glued(last + 1)
    behind = last + 1 if words[last] == "." else last
    if words[behind] in joints and words[behind + 1] in context.lexicon.months:
        return True
    before = index - 3 if words[index - 2] == "." else index - 2
    if before >= 0 and words[index - 1] in context.lexicon.dates["year_of"] and context.tokens.capital(index):
        return words[index - 2] in context.lexicon.dates["week"]  # "the 3rd week of Jan"
    return before >= 0 and words[index - 1] in joints and words[before] in context.lexicon.months


def _belongs_elsewhere(context: DateContext, index: int) -> bool:
    """Whether the digits before ``index`` open an amount or a clock time ("in May 5 percent", "May 10:30")."""
    lexicon, tokens = context.lexicon, context.tokens
    word = tokens.words[index]
    if word in (":", "%") and tokens.glued(index):
        return True
    return word in lexicon.scales or bool(lexicon.percent.at(tokens.words, index)) or word in lexicon.durations


def _month_day(context: DateContext, month: int, day: tuple[int, int], index: int) -> DateFound:
    number, last = day
    words, ranges = context.tokens.words, context.lexicon.ranges
    if words[last] in ranges["through"] or (words[last] in ranges["plain"] and words[last] not in ranges["or"]):
        start = last + 2 if words[last + 1] in context.lexicon.counting["articles"] else last + 1
        upper = _day(context, start)
        if upper is not None and upper[0] > number and not _belongs_elsewhere(context, upper[1]) and (
            words[upper[1]] not in context.lexicon.months
        ):  # fmt: skip
            end = with_year(context, month, upper[0], index, upper[1])
            return DateFound(_span(end.reading, month, number), index, end.last)
    return with_year(context, month, number, index, last)
