"""The readers that are compared in one run: ours, a plain regex over digits, and peers where they are installed."""

import datetime as dt
import importlib.util
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from briefing.records.quantity import Kind, Quantity
from briefing.text.quantities import read_quantities
from evals.recognizers_data import decimal
from evals.recognizers_match import Reading

Reader: TypeAlias = Callable[[str, str, dt.date | None], list[Reading]]
"""Takes text, locale and reference day."""

_DIGITS = re.compile(r"\d[\d,.]*")
_WORDS = re.compile(r"\w+|[^\w\s]")

# the specification's own lengths: it turns months and years into days, which our reader refuses to do
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}
_SECONDS |= {"decade": 315360000, "century": 3153600000, "weekend": 172800, "night": 86400}


@dataclass(frozen=True, slots=True)
class Contestant:
    """A reader, the locales that it claims to read, and its name in the tables."""

    name: str
    locales: frozenset[str]
    read: Reader


def contestants() -> tuple[Contestant, ...]:
    """Return ours first, then the baseline, then the peers that are installed."""
    every = frozenset({"en", "fr", "es", "de", "pt", "it"})
    found = [Contestant("briefing", every, _briefing), Contestant("digits (regex)", every, _digits)]
    if importlib.util.find_spec("text_to_num"):
        found.append(Contestant("text2num and digits", every, _text2num))
    if importlib.util.find_spec("quantulum3"):
        found.append(Contestant("quantulum3", frozenset({"en"}), _quantulum))
    return tuple(found)


def _briefing(text: str, locale: str, anchor: dt.date | None) -> list[Reading]:
    # The English of the specification is American: its "10/1/2018" is the first of October.
    region = "en-US" if locale == "en" else locale
    return [_from_quantity(quantity) for quantity in read_quantities(text, locale=region, anchor=anchor)]


def _from_quantity(q: Quantity) -> Reading:
    values = [value for value in (q.stated, q.low, q.high) if value is not None]
    if q.pair and q.pair[1]:
        values.append(q.pair[0] / q.pair[1])
    date = q.date
    if date:
        values += [Decimal(part) for part in (date.year, date.month, date.day) if part is not None]
    length = q.stated if q.stated is not None else q.low
    timed = q.kind is Kind.DURATION and length is not None and q.unit in _SECONDS
    return Reading(
        start=q.start,
        end=q.end,
        values=tuple(values),
        kind=q.kind.value,
        low=q.low,
        high=q.high,
        seconds=length * _SECONDS[q.unit] if timed and length is not None and q.unit else None,
        first=date.first if date else None,
        last=date.last if date else None,
        month=date.month if date else None,
        day=date.day if date else None,
        weekday=date.weekday if date else None,
        relative=date.relative if date else False,
    )


def _plain(start: int, end: int, value: Decimal) -> Reading:
    return Reading(start, end, values=(value,), low=value, high=value)


def _digits(text: str, locale: str, anchor: dt.date | None) -> list[Reading]:
    found = []
    for match in _DIGITS.finditer(text):
        words = match.group().rstrip(".,")
        value = decimal(words.replace(",", "") if locale == "en" else words.replace(".", ""))
        if value is not None:
            found.append(_plain(match.start(), match.end(), value))
    return found


class _Token:
    """The least that text2num asks of a token, with the offset that it does not ask for."""

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span()
        self._text = match.group()

    def text(self) -> str:
        return self._text

    def nt_separated(self, previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def _text2num(text: str, locale: str, anchor: dt.date | None) -> list[Reading]:
    from text_to_num import find_numbers

    tokens = [_Token(match) for match in _WORDS.finditer(text)]
    found = find_numbers(tokens, locale, threshold=0)
    words = [_plain(tokens[o.start].start, tokens[o.end - 1].end, Decimal(str(o.value))) for o in found]
    # it reads words and leaves digits to its caller
    digits = [r for r in _digits(text, locale, anchor) if not any(r.start < w.end and w.start < r.end for w in words)]
    return words + digits


def _quantulum(text: str, locale: str, anchor: dt.date | None) -> list[Reading]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        try:
            found = parser.parse(text)
        except (ValueError, KeyError, IndexError, AttributeError, TypeError, ZeroDivisionError):
            return []  # it fails on some strings; a reader that fails has read nothing
    readings = []
    for quantity in found:
        value = Decimal(str(quantity.value))
        unit = str(quantity.unit.name)
        length = value * _SECONDS[unit] if unit in _SECONDS else None
        start, end = quantity.span
        readings.append(Reading(start, end, values=(value,), low=value, high=value, seconds=length))
    return readings
