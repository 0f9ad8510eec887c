"""Days without a year or a month in digits: "le 22/04", "am 22.04.", "el día 18"."""

from briefing.records.quantity import DateReading
from briefing.text import calendar
from briefing.text.dates.context import DateContext, DateFound, future_near, is_year
from briefing.text.dates.months import dated

_DAYS, _MONTHS = 31, 12
_SIZES = frozenset((16, 20, 25))
"""What sizes are parted into ("5/16-7/16 inch"): no clear day behind a slash."""


def short_date(context: DateContext, index: int) -> DateFound | None:
    """As in "Le 22/04", "el 12-05": day and month in digits, where a slash or a word before makes them a day."""
    tokens, lexicon = context.tokens, context.lexicon
    words = tokens.words
    one, joint, two = words[index : index + 3]
    behind_range = tokens.glued(index) and words[index - 1] == "-" and words[index - 3] == "/"
    if joint != "/" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if tokens.glued(index) and not behind_range:
        return None
    last = index + 3
    ranged = tokens.glued(last) and words[last] == "-" and words[last + 1].isdecimal() and words[last + 2] == "/"
    further = tokens.glued(last) and not ranged and (words[last] in ("/", "%", "-") or words[last].isalnum())
    if further or not (one.isdecimal() and two.isdecimal()) or max(len(one), len(two)) > 2:
        return None
    before = words[index - 1] if index else ""
    opened = before in lexicon.dates["short_after"] or before in lexicon.weekdays
    sure = int(one) > _MONTHS or (len(two) == 2 and two[0] == "0")
    if lexicon.month_rules["short_opened"]:
        # "5/22" is also the work of a bowler, "1/2-3/4 inch" a size.
        sure = False
        clear = _MONTHS < int(two) <= _DAYS and int(two) not in _SIZES
        ranged = ranged and (clear or before in lexicon.ranges["from"] or _ends_with_year(context, last + 4))
        earlier = words[index - 2] if behind_range else ""
        clear = earlier.isdecimal() and _MONTHS < int(earlier) <= _DAYS and int(earlier) not in _SIZES
        behind_range = behind_range and (clear or words[index - 5] in lexicon.ranges["from"])
    if not (sure or ranged or behind_range or opened):
        return None
    day, month = (int(two), int(one)) if lexicon.month_first and int(one) <= _MONTHS else (int(one), int(two))
    if month > _MONTHS and not lexicon.month_rules["short_opened"]:
        return None
    return _day_in_digits(context, *((month, day) if month > _MONTHS else (day, month)), index, last)


def _ends_with_year(context: DateContext, index: int) -> bool:
    """Whether a year follows the later end of a range: "10/1-11/2/2017", "5/1-5/7, 2020"."""
    return context.tokens.words[index] in ("/", ",") and is_year(context.tokens.words[index + 1])


def _day_in_digits(context: DateContext, day: int, month: int, first: int, last: int) -> DateFound | None:
    if not (1 <= day <= _DAYS and 1 <= month <= _MONTHS):
        return None
    words = context.tokens.words
    if words[last] == "," and is_year(words[last + 1]) and context.tokens.glued(last):
        return dated(context, int(words[last + 1]), month, day, first, last + 2)
    return dated(context, None, month, day, first, last)


def dotted_date(context: DateContext, index: int) -> DateFound | None:
    """As in "Am 22.04." with the full stop behind the month that German prints."""
    tokens = context.tokens
    word = tokens.words[index]
    day, _, month = word.partition(".")
    if not (day.isdecimal() and month.isdecimal()) or max(len(day), len(month)) > 2:
        return None
    stopped = tokens.words[index + 1] == "." and tokens.glued(index + 1)
    behind = tokens.words[index + 1]
    opened = tokens.words[index - 1] in context.lexicon.dates["short_after"] and len(month) == 2
    if opened and not stopped and (not behind.isalpha() or behind in context.lexicon.counting["stop"]):
        return _day_in_digits(context, int(day), int(month), index, index + 1)
    if not stopped:
        return None
    return _day_in_digits(context, int(day), int(month), index, index + 2)


def nearest_day(context: DateContext, day: int, index: int) -> calendar.Days | None:
    """The nearest day of that number on the side of the anchor to which the words before ``index`` point."""
    anchor = context.anchor
    if anchor is None:
        return None
    ahead = future_near(context, index)
    steps = 0 if (day >= anchor.day) == ahead or day == anchor.day else (1 if ahead else -1)
    month = calendar.add_months(anchor.replace(day=1), steps)
    return calendar.day(month.year, month.month, day) if month else None


def day_of_month(context: DateContext, index: int) -> DateFound | None:
    """As in "El día 18": the nearest month's day of that number."""
    words, lexicon = context.tokens.words, context.lexicon
    number = words[index + 1]
    if words[index] not in lexicon.dates["numbered_day"] or not (number.isdecimal() and len(number) <= 2):
        return None
    behind = words[index + 2]
    day = int(number)
    counts = behind.isalpha() and (
        behind not in lexicon.counting["stop"] or behind in lexicon.month_rules["between_day_and_month"]
    )
    opened = not lexicon.dates["numbered_after"] or words[index - 1] in lexicon.dates["numbered_after"]
    if counts or not opened or not 1 <= day <= _DAYS or behind in ("/", ":", "%", "-"):
        return None
    days = nearest_day(context, day, index)
    start, end = days or (None, None)
    reading = DateReading(start, end, day=day, relative=True, inferred=days is not None)
    return DateFound(reading, index, index + 2)
