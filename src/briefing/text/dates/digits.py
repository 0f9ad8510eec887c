"""Dates in digits: "2024-05-03", "3/5/2024", "2018-19", "the 1990s", "2024"."""

import datetime as dt
import re

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.context import YEAR_DIGITS, DateContext, DateFound, glued_run, is_year, printed
from briefing.text.dates.months import day_month, named_run
from briefing.text.dates.short import dotted_date, short_date
from briefing.text.digits import is_digits
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import HYPHENS

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
_LONGEST_SPAN = 120
_THIS_CENTURY = 40
"""Two digits below it are a year of this century: "3/5/87" is in 1987."""
_MONTHS = 12
COMPACT = 8
"""Digits of a date without separators."""
_SLASHES = HYPHENS | {"/", "—"}


def digit_date(context: DateContext, index: int) -> DateFound | None:
    """The date that begins with the digits at ``index``; ``None`` if they are something else."""
    words = context.tokens.words
    word = words[index]
    if not word.isascii():
        return None
    if "." in word or "," in word:
        dotted = dotted_date(context, index) if context.lexicon.month_rules["dotted_dates"] else None
        return _dotted(context, index) or dotted or day_month(context, index)
    if len(word) == YEAR_DIGITS:
        return _from_year(context, index)
    if len(word) == COMPACT:
        return _compact(context, index)
    if len(word) > 2:
        return None
    behind = words[index + 1]
    if behind in _SLASHES:
        found = _slashed(context, index) or named_run(context, index) or _month_year(context, index)
        if found is None and context.lexicon.month_rules["short_dates"]:
            found = short_date(context, index)
        if found is not None:
            return found
    return _decade(context, index) or day_month(context, index)


def printed_date(context: DateContext, index: int) -> DateFound | None:
    """A full date in digits and hyphens or slashes that stands alone: no path, no telephone number."""
    tokens = context.tokens
    word = tokens.words[index]
    if (
        tokens.words[index + 1] not in ("-", "/")
        or len(word) > YEAR_DIGITS
        or tokens.glued(index)
        or not word.isascii()
    ):
        return None
    found = _iso(context, index) if len(word) == YEAR_DIGITS else _slashed(context, index)
    joined = tokens.glued(index + 5) and (tokens.words[index + 5] in "_/@" or tokens.words[index + 5].isalnum())
    return None if found is None or joined else found


def _from_year(context: DateContext, index: int) -> DateFound | None:
    behind = context.tokens.words[index + 1]
    if behind in _SLASHES and context.tokens.glued(index + 1):
        found = _iso(context, index) or named_run(context, index) or _years(context, index)
        if found is not None:
            return found
    return _decade(context, index) or _year(context, index)


def _iso(context: DateContext, index: int) -> DateFound | None:
    run = glued_run(context, index, 5)
    if run is None or run[1] not in "-/" or run[3] != run[1]:
        return None
    if not (run[0].isdecimal() and run[2].isdecimal() and run[4].isdecimal()):
        return None
    if len(run[2]) > 2 or len(run[4]) > 2:
        return None
    return _full(int(run[0]), int(run[2]), int(run[4]), index, index + 5)


def _compact(context: DateContext, index: int) -> DateFound | None:
    """As in "20161016": the basic form of ISO 8601, in this century or the last, where nothing is counted."""
    word = context.tokens.words[index]
    if not "1900" <= word[:YEAR_DIGITS] < "2100" or _is_counted(context, index + 1):
        return None
    return _full(int(word[:4]), int(word[4:6]), int(word[6:]), index, index + 1)


def _is_counted(context: DateContext, index: int) -> bool:
    word = context.tokens.words[index]
    return word.isalpha() and word not in context.lexicon.counting["stop"]


def _full(year: int, month: int, number: int, first: int, last: int) -> DateFound | None:
    if not (1 <= month <= _MONTHS and calendar.MIN_YEAR <= year <= calendar.MAX_YEAR):
        return None
    days = calendar.day(year, month, number)
    return DateFound(DateReading(days[0], days[1], year, month, number), first, last) if days else None


def _dotted(context: DateContext, index: int) -> DateFound | None:
    found = _DOTTED.fullmatch(context.tokens.words[index])
    if found is None:
        return None
    return _numeric(context, found.group(1), found.group(2), found.group(3), index, index + 1)


def _slashed(context: DateContext, index: int) -> DateFound | None:
    run = glued_run(context, index, 5)
    if run is None or run[1] not in "/-" or run[3] != run[1] or not (run[2].isdecimal() and run[4].isdecimal()):
        return None
    return _numeric(context, run[0], run[2], run[4], index, index + 5)


def _month_year(context: DateContext, index: int) -> DateFound | None:
    """As in "12/2015", "12-2015"."""
    run = glued_run(context, index, 3)
    if run is None or run[1] not in "/-" or not is_year(run[2]) or not 1 <= int(run[0]) <= _MONTHS:
        return None
    if context.tokens.glued(index) or (context.tokens.glued(index + 3) and context.tokens.words[index + 3] in _SLASHES):
        return None
    days = calendar.month_days(int(run[2]), int(run[0]))
    return DateFound(DateReading(days[0], days[1], int(run[2]), int(run[0])), index, index + 3)


def _numeric(context: DateContext, one: str, two: str, year: str, first: int, last: int) -> DateFound | None:
    if max(len(one), len(two)) > 2 or len(year) not in (2, YEAR_DIGITS):
        return None
    number = int(year)
    if len(year) != YEAR_DIGITS:
        number += 2000 if number < _THIS_CENTURY else 1900
    day, month = (int(two), int(one)) if context.lexicon.month_first else (int(one), int(two))
    if month > _MONTHS:
        day, month = month, day
    return _full(number, month, day, first, last)


def _years(context: DateContext, index: int) -> DateFound | None:
    """As in "2018-19", "1939-45", "2018/19": a span of years, as seasons and school years are printed.

    "2015-12" is a month.
    """
    run = glued_run(context, index, 3)
    if run is None or not is_year(run[0]) or not run[2].isdecimal():
        return None
    first = int(run[0])
    if len(run[2]) == 2:
        last = first // 100 * 100 + int(run[2])
        if last < first and 1 <= int(run[2]) <= _MONTHS:
            days = calendar.month_days(first, int(run[2]))
            return DateFound(DateReading(days[0], days[1], first, int(run[2])), index, index + 3)
        last += 100 if last < first else 0
    elif is_year(run[2]):
        last = int(run[2])
    else:
        return None
    if not first < last <= first + _LONGEST_SPAN:
        return None
    end = index + 4 if context.tokens.words[index + 3] in context.lexicon.dates["season"] else index + 3
    return printed((calendar.year_days(first)[0], calendar.year_days(last)[1]), first, index, end)


def years_at(context: DateContext, index: int) -> DateFound | None:
    """As in "2023-24" as a fiscal year prints it."""
    return _years(context, index) if context.tokens.words[index + 1] in _SLASHES else None


def _decade(context: DateContext, index: int) -> DateFound | None:
    """As in "1990s", "the 90s", "the 1990's"."""
    tokens = context.tokens
    word, behind = tokens.words[index], index + 1
    if tokens.words[behind] in ("'", "’") and tokens.glued(behind + 1):
        behind += 1
    ends = tokens.words[behind] == "s" or tokens.words[behind] in context.lexicon.dates["decade_glued"]
    # Tokenised text parts the "s" from its number; a single letter behind a year can be nothing else.
    apart = tokens.words[behind] == "s" and is_year(word) and tokens.words[behind + 1] not in ("'", "’")
    if not ends or not (tokens.glued(behind) or apart) or not word.isdecimal() or word[-1] != "0":
        return None
    if is_year(word):
        year = int(word)
    elif len(word) == 2 and word != "00" and (tokens.words[index - 1] in context.lexicon.dates["decade_before"]):
        year = 1900 + int(word)
    else:
        return None
    last = behind + 1
    years = last + 1 if tokens.words[last] in HYPHENS else last
    if tokens.words[years] in context.lexicon.dates["decade_years"]:
        last = years + 1
    return printed((dt.date(year, 1, 1), dt.date(year + 9, 12, 31)), year, index, last)


def decade_name(context: DateContext, index: int) -> DateFound | None:
    """As in "The nineties", "in the early eighties": the name of a decade, which "his eighties" is not."""
    words, lexicon = context.tokens.words, context.lexicon
    if words[index - 1] not in lexicon.dates["decade_name_before"] or words[index] not in lexicon.dates["decade_names"]:
        return None
    tens = lexicon.cardinals.get(words[index].removesuffix("ies") + "y", 0)
    behind = words[index + 1]
    if not tens or behind in lexicon.dates["decade_name_not_behind"]:
        return None
    year = 1900 + tens
    return printed((dt.date(year, 1, 1), dt.date(year + 9, 12, 31)), year, index, index + 1)


def _year(context: DateContext, index: int) -> DateFound | None:
    word, after = context.tokens.words[index], context.tokens.words[index + 1]
    if not is_year(word) or after in context.lexicon.dates["era_before"]:
        return None
    if not _reads_as_year(context, index, context.tokens.words[index - 1], after):
        return None
    return printed(calendar.year_days(int(word)), int(word), index, index + 1)


def _reads_as_year(context: DateContext, index: int, before: str, after: str) -> bool:
    """Four digits are a year unless a sign, a unit or a counted plural makes them an amount."""
    lexicon, tokens = context.lexicon, context.tokens
    year = int(tokens.words[index])
    if before in lexicon.symbols or (
        before in ("-", "/") and tokens.glued(index) and is_digits(tokens.words[index - 2])
    ):
        return False
    if after in lexicon.scales or after in lexicon.durations or after in lexicon.money_after or after in lexicon.units:
        return after in lexicon.dates["year_units"]
    if lexicon.percent.at(tokens.words, index + 1) or (after in lexicon.symbols and tokens.glued(index + 1)):
        return False
    prepositional = before in lexicon.dates["year_before"]
    plural = _plural(after, lexicon) or _is_noun(context, index + 1)
    if 1900 <= year <= 2100:
        weak = plural and bool(lexicon.counting["plural_ends"]) and before in lexicon.dates["not_old_year"]
        return (prepositional and not weak) or not plural
    if _opens_years(context, index):
        return True
    if not prepositional or plural or after.isalpha():
        return False
    return before not in lexicon.dates["not_old_year"]


def _opens_years(context: DateContext, index: int) -> bool:
    """As in "from 1840 to 2000": four digits at both ends, with nothing that they count."""
    words, ranges = context.tokens.words, context.lexicon.ranges
    opened = words[index - 1] in ranges["from"] and words[index + 1] in ranges["plain"]
    if not opened or not is_year(words[index + 2]) or words[index + 1] in ranges["or"]:
        return False
    behind = words[index + 3]
    return not behind.isalpha() or behind in context.lexicon.counting["stop"]


def _is_noun(context: DateContext, index: int) -> bool:
    """Whether the word at ``index`` looks like a noun that is counted: by its ending or its capital."""
    word, counting = context.tokens.words[index], context.lexicon.counting
    if not word.isalpha() or len(word) < 4 or word in counting["stop"] or word in context.lexicon.months:
        return False
    if counting["capital_nouns"] and context.tokens.capital(index):
        return True
    return word.endswith(tuple(counting["plural_ends"]))


def _plural(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.irregular or (word.endswith("s") and len(word) > 3 and word not in lexicon.counting["stop"])
