"""The strings of the Recognizers-Text specifications and what each must be read as, in one shape for all models.

The data file is not part of the project: `BRIEFING_EVAL_DATA` or an argument names its folder. Each result becomes an
`Expected`: a half-open span and candidates, of which one has to agree. What news never means is excluded here, by the
specification's own classes and never by the words of a string; so is what cannot be checked because the file lacks the
reference day.
"""

import datetime as dt
import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import cast

FILE = "recognizers_dev.jsonl.gz"
LOCALES = {"English": "en", "French": "fr", "Spanish": "es", "German": "de", "Portuguese": "pt", "Italian": "it"}

EXCLUDED = {
    "relative ordinal": "TypeName ordinal.relative ('the previous one'): points at a neighbour",
    "recurring set": "TypeName datetimeV2.set ('every Sunday'): a frequency, neither a day nor an amount",
    "part of the day": "timex of letters ('in the morning'): no clock time is printed",
    "now": "timex PRESENT_REF ('now', 'jetzt'): dates nothing that an article reports",
    "time zone": "TypeName datetimeV2.timezone: names a zone, gives no time",
    "unit without a number": "value null ('in Fahrenheit', '%'): there is no figure",
    "no value given": "value 'not resolved' (seasons, school and fiscal years): there are no days to compare",
    "cut of a period": "Mod start/mid/end, or timex of a period with other days ('end of 2000', 'later this week'): "
    "the specification cuts a third, a half or from the day after tomorrow; news means the edge or the rest",
    "hours without am or pm": "ranges with candidates 12 hours apart ('Monday 11-4', '6-8 next Monday'): "
    "two bare numbers are a score or a count in news",
    "power": "subtype power, or a power sign behind a digit ('1.1^23', '1e10'): notation of calculators",
    "calculators' fraction": "subtype fraction, or per cent in words without an end, that is below a thousandth, above "
    "twenty with a part, whole, or neither one in n nor of a named denominator ('one hundred thirty-two fifths')",
    "division read out": "subtype fraction with over or sobre between two numbers ('one over three', '1 sobre 21'): "
    "arithmetic; behind a number in news, these words say more than, or about",
    "article as a number": "the number 1 for one word that is the indefinite article (un, una, um, ein): "
    "not told from one in five of the languages",
    "length without a number": "duration of exactly 1 or 3 with neither digit nor word for it ('few hours', "
    "'all day'): news gives no amount there",
    "last second of a day": "datetime of 23:59:59 ('end of day', 'EOD'): an assistant's deadline; news names the day",
    "week by its number": "timex Www whose number is printed ('week 10'): in news a week of a season or a trial",
    "bare period": "one noun, with or without its article, for the day, week, month or year that holds the reference "
    "day ('for the day', 'partner of the year')",
    "part of a code": "result within a run of letters, digits and joints (telephone, file, address, 'SCP-173'): "
    "the records keep it whole, as an identifier that is compared letter by letter",
    "chat spelling": "clock time or length whose words end in ish, ampm, or a digit with a single a, p, d or w "
    "('11ish', '7p', '10D')",
    "business days": "timex in BD ('next 4 business days'): needs a country's calendar of holidays",
    "no reference day": "cannot be checked: the data lacks the day that the words hang on, and the text prints no year",
}
"""Class of what is left out, and why; all but the last are nothing that news means."""

_CLOCKLESS = re.compile(r"T[A-Z]{2,4}$")
_PARTIAL = re.compile(r"XXXX-(\d\d(-\d\d)?|WXX-\d)$")
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)|-W(\d\d))?$")
_POWER = re.compile(r"\d\s*\^|\de[+-]?\d", re.IGNORECASE)
_DIVISION = re.compile(r"\w (?:over|sobre) \w", re.IGNORECASE)
_WEEK = re.compile(r"\d{4}-W(\d\d)$")
_CHAT = re.compile(r"(?:ish|ampm|\d\s?[apdw])$", re.IGNORECASE)
_BARE = re.compile(r"(?:(?:the|l[ae]|el|il|l[’']|d(?:er|ie|as|em|en)|[oa]) ?)?[^\W\d_]{3,}", re.IGNORECASE)
_RUN = re.compile(r"[\w@+/.:-]*\w")
_JOINTS = frozenset("-_/@.+")
_UNPRINTED = re.compile(r"PT?([13])[A-Z]+$")
_NUMBER_WORDS = {
    "1": re.compile(r"\b(one|an?|une?|una|uno|uma?|eine?[nmrs]?)\b|\d|\bein", re.IGNORECASE),
    "3": re.compile(r"\b(three|trois|tr[eê]s|tre|drei)|\d", re.IGNORECASE),
}
"""How a length of 1 or 3 is printed in the six languages."""
_ARTICLE = re.compile(r"une?|una|uma?|eine?[nmrs]?|un'", re.IGNORECASE)
_DENOMINATORS = frozenset((*range(1, 11), 12, 16, 20, 100, 1000))
_DECIMALS = 4
_SMALLEST, _LARGEST_MIXED, _LARGEST_WHOLE = Decimal("0.001"), 20, 10_000
_CUTS = frozenset({"start", "mid", "end", "before-end", "since-end", "after-start"})
_CLOCKS = frozenset({"time", "datetime", "duration"})
_CLOCK_TYPES = frozenset({"time", "timerange", "duration"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One resolution that counts as right; times and days as the specification prints them."""

    value: str = ""
    start: str = ""
    end: str = ""
    timex: str = ""
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """One result of the specification: where it stands, what family it is of, and its possible values."""

    start: int
    end: int
    family: str
    """The TypeName without "datetimeV2."."""
    unit: str
    candidates: tuple[Candidate, ...]
    excluded: str | None = None
    """A key of `EXCLUDED`, if this result is not scored."""
    moment: dt.datetime | None = None
    """The time that the words hang on."""


@dataclass(frozen=True, slots=True)
class Row:
    """One string and everything that its model must find in it."""

    locale: str
    model: str
    text: str
    reference: dt.date | None
    results: tuple[Expected, ...]


def load_rows(folder: Path) -> tuple[Row, ...]:
    """Return the rows of the six languages; ``OSError`` if the file is not in the folder."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        return tuple(_rows(lines))


def _rows(lines: Iterator[str]) -> Iterator[Row]:
    for line in lines:
        raw = cast("dict[str, object]", json.loads(line))
        if str(raw["lang"]) not in LOCALES:
            continue
        text = str(raw["input"])
        moment = str(raw["reference"]) if raw["reference"] else None
        reference = dt.date.fromisoformat(moment[:10]) if moment else None
        results = tuple(
            _expected(result, text, moment, str(raw["model"]))
            for result in cast("list[dict[str, object]]", raw["results"])
        )
        yield Row(LOCALES[str(raw["lang"])], str(raw["model"]), text, reference, results)


def _expected(result: dict[str, object], text: str, reference: str | None, model: str) -> Expected:
    resolution = cast("dict[str, object]", result.get("Resolution") or {})
    values = cast("list[dict[str, str] | None]", resolution.get("values") or [])
    candidates = tuple(
        Candidate(v.get("value", ""), v.get("start", ""), v.get("end", ""), v.get("timex", ""), v.get("Mod", ""))
        for v in values
        if v
    )
    if not values:
        candidates = (Candidate(value=str(resolution.get("value") or "null")),)
    family = str(result.get("TypeName") or (values[0] or {}).get("type", "")).removeprefix("datetimeV2.")
    start, end = _span(result, resolution, text)
    reason = _exclusion(family, str(resolution.get("subtype", "")), candidates)
    if reason is None:
        reason = _excluded_words(family, str(resolution.get("subtype", "")), candidates, text[start:end], model)
    moment = dt.datetime.fromisoformat(str(reference)) if reference else None
    if reason is None and moment and _BARE.fullmatch(text[start:end]):
        held = all(_holds(c, moment.date(), longer=" " not in text[start:end]) for c in candidates)
        reason = "bare period" if held else None
    if reason is None and _is_within_code(text, start, end):
        reason = "part of a code"
    if reason is None and model == "DateTimeModel" and reference is None and not _checkable(family, candidates, text):
        reason = "no reference day"
    return Expected(start, end, family, str(resolution.get("unit", "")), candidates, reason, moment)


def _span(result: dict[str, object], resolution: dict[str, object], text: str) -> tuple[int, int]:
    """Find the words: the specification's `End` is inclusive in some languages and exclusive in others."""
    words = str(result["Text"]).lower()
    claimed = int(str(result.get("Start", resolution.get("Start", 0))))
    lowered = text.lower()
    if not lowered.startswith(words, claimed):
        found = lowered.find(words)
        claimed = found if found >= 0 else claimed
    return claimed, claimed + len(words)


_BY_FAMILY = {"ordinal.relative": "relative ordinal", "set": "recurring set", "timezone": "time zone"}
_BY_CANDIDATE: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("unit without a number", lambda c: c.value == "null"),
    ("no value given", lambda c: c.value == "not resolved"),
    ("now", lambda c: c.timex == "PRESENT_REF"),
    ("business days", lambda c: c.timex.endswith("BD)")),
    ("last second of a day", lambda c: c.value.endswith(" 23:59:59")),
)


def _exclusion(family: str, subtype: str, candidates: tuple[Candidate, ...]) -> str | None:
    if family in _BY_FAMILY or subtype == "power":
        return _BY_FAMILY.get(family, "power")
    for reason, applies in _BY_CANDIDATE:
        if all(map(applies, candidates)):
            return reason
    if family == "daterange" and all(_is_cut(c) for c in candidates):
        return "cut of a period"
    if family in ("timerange", "datetimerange"):
        return _excluded_hours(family, candidates)
    return None


def _excluded_words(family: str, subtype: str, candidates: tuple[Candidate, ...], words: str, model: str) -> str | None:
    """Classes that show in the value and in whether the words print it."""
    if model == "DateTimeModel":
        return _excluded_time(family, candidates, words)
    return _excluded_number(model, subtype, candidates, words) if model in ("NumberModel", "PercentModel") else None


def _excluded_time(family: str, candidates: tuple[Candidate, ...], words: str) -> str | None:
    if family in _CLOCKS and _CHAT.search(words):
        return "chat spelling"
    if family == "duration":
        lengths = [_UNPRINTED.match(c.timex) for c in candidates]
        unprinted = all(found and not _NUMBER_WORDS[found.group(1)].search(words) for found in lengths)
        return "length without a number" if unprinted else None
    weeks = [_WEEK.match(c.timex) for c in candidates]
    printed = all(week and re.search(rf"\b0?{int(week.group(1))}\b", words) for week in weeks)
    return "week by its number" if printed and family == "daterange" else None


def _excluded_number(model: str, subtype: str, candidates: tuple[Candidate, ...], words: str) -> str | None:
    if _POWER.search(words):
        return "power"
    if subtype == "fraction" and _DIVISION.search(words):
        return "division read out"
    value = decimal(candidates[0].value)
    if value is None:
        return None
    if model == "NumberModel" and value == 1 and _ARTICLE.fullmatch(words):
        return "article as a number"
    printed = any(char.isdigit() for char in words)
    worded = model == "PercentModel" and not printed and value != round(value, _DECIMALS)
    return "calculators' fraction" if (subtype == "fraction" or worded) and not _is_named(abs(value)) else None


def _holds(candidate: Candidate, reference: dt.date, *, longer: bool) -> bool:
    """Whether the days of a candidate hold the reference day; ``longer`` asks for more than that one."""
    if ":" in candidate.value + candidate.start + candidate.end:
        return False
    if candidate.value:
        return not longer and candidate.value == reference.isoformat()
    return bool(candidate.start and candidate.end) and candidate.start <= reference.isoformat() < candidate.end


def _is_within_code(text: str, start: int, end: int) -> bool:
    """Whether the result is cut from a longer run: letters joined to it, or more parts than a range has."""
    for run in _RUN.finditer(text):
        if run.start() < start < run.end() or run.start() < end < run.end():
            rest = text[run.start() : min(start, run.end())], text[max(end, run.start()) : run.end()]
            joined = text[start].isdigit() and (rest[0][-1:] in _JOINTS or rest[1][:1] in _JOINTS)
            lettered = any(re.search(r"[^\W\d]{2}", part) for part in rest)
            return joined and (lettered or len(re.findall(r"\w+", " ".join(rest))) > 2)
    return False


def _is_named(value: Decimal) -> bool:
    """Whether news has words for a fraction: a third, 1 in 21, three and a half, half a million."""
    if value >= _LARGEST_WHOLE:
        return True
    part = value - int(value)
    if part == 0 or value < _SMALLEST or value > _LARGEST_MIXED:
        return False
    exact = Fraction(part).limit_denominator(1000)
    named = exact.denominator in _DENOMINATORS or Fraction(value).limit_denominator(1000).numerator == 1
    return named and abs(exact - Fraction(part)) < Fraction(1, 10**9)


def _excluded_hours(family: str, candidates: tuple[Candidate, ...]) -> str | None:
    if all(c.mod in _CUTS for c in candidates):
        return "cut of a period"
    if len({_minute(c.start) for c in candidates} - {None}) > 1:
        return "hours without am or pm"
    if family == "timerange" and all(_CLOCKLESS.search(c.timex) for c in candidates):
        return "part of the day"
    return None


def _minute(clock: str) -> str | None:
    """The clock part of "2018-07-25 10:00:00" or "10:00:00"."""
    return clock[-8:] if ":" in clock else None


def _is_cut(candidate: Candidate) -> bool:
    """Whether the days are a part of the period that the timex names, by a rule that the words do not give."""
    if candidate.mod in _CUTS:
        return True
    named = _PERIOD.match(candidate.timex)
    if named is None or not candidate.start or not candidate.end:
        return False
    year, month, week = named.groups()
    if week:
        monday = dt.date.fromisocalendar(int(year), int(week), 1)
        whole = (monday, monday + dt.timedelta(days=7))
    elif month:
        first = dt.date(int(year), int(month), 1)
        whole = (first, (first + dt.timedelta(days=31)).replace(day=1))
    else:
        whole = (dt.date(int(year), 1, 1), dt.date(int(year) + 1, 1, 1))
    return (candidate.start, candidate.end) != tuple(day.isoformat() for day in whole)


def _checkable(family: str, candidates: tuple[Candidate, ...], text: str) -> bool:
    """Whether the text alone gives the value: it prints the year, or only a day, month or weekday is wanted."""
    if family in _CLOCK_TYPES:
        return True
    printed = any(_prints_years(c, text) for c in candidates)
    return printed or all(_PARTIAL.match(c.timex) for c in candidates)


def _prints_years(candidate: Candidate, text: str) -> bool:
    """Whether the years of a candidate stand in the text; a period up to January 1 may print the year before."""
    first, last = (candidate.value or candidate.start or candidate.end)[:4], candidate.end[:4]
    before = str(int(last) - 1) if candidate.end.endswith("-01-01") else last
    return first in text and (last in text or before in text)


def decimal(words: str) -> Decimal | None:
    """Read a number as the specification prints it ("12,5", "1E-09", "20%"); ``None`` if it is none."""
    try:
        return Decimal(words.rstrip("%").replace(",", "."))
    except InvalidOperation:
        return None
