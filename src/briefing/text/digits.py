"""The value of digits with their separators, as the language writes them, or another where only one reading fits."""

import re
import unicodedata
from decimal import Decimal
from functools import cache

from briefing.text.lexicon import Lexicon
from briefing.text.tokens import Tokens

_THIN_SPACES = frozenset((" ", "\u00a0", "\u202f", "\u2009"))
_GROUP_DIGITS = 3
_MAX_DIGITS = 18
_MAX_LENGTH = 26
_FOREIGN_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}")
_FOREIGN_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}")
_FOREIGN_POINT = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d+")

_LOWEST_PLACE, _HIGHEST_PLACE = -12, 40
_PLACES = {power: Decimal(10) ** power for power in range(_LOWEST_PLACE, _HIGHEST_PLACE)}


def place_of(power: int) -> Decimal:
    """Ten to that power: the place of a digit."""
    return _PLACES[max(_LOWEST_PLACE, min(power, _HIGHEST_PLACE - 1))]


def significant_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not a padding zero: 100 for 2500, 1 for 438, 0.1 for 2.5."""
    if value == 0:
        return _PLACES[0]
    exponent = value.normalize().as_tuple().exponent
    return place_of(exponent) if isinstance(exponent, int) else _PLACES[0]


def printed_place(word: str, value: Decimal) -> Decimal:
    """The last place that digits print: behind the point as printed ("1.50" is 0.01), else without padding zeros."""
    if word.isdecimal():
        kept = len(word.rstrip("0")) if word.isascii() else 0
        return _PLACES[len(word) - kept] if kept else significant_place(value)
    exponent = value.as_tuple().exponent
    return place_of(exponent) if isinstance(exponent, int) and exponent < 0 else significant_place(value)


def is_digits(word: str) -> bool:
    """Whether a token is a run of digits."""
    return word[:1].isdecimal()


@cache
def _digit_patterns(group: str, decimal: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    group_class = f"[{re.escape(group)}]" if group else "(?!)"
    tail = rf"(?:{re.escape(decimal)}\d+)?"
    plain = re.compile(rf"\d+{tail}")
    lakhs = rf"|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}{tail}" if "," in group else ""
    grouped = re.compile(rf"[1-9]\d{{0,2}}(?:{group_class}\d{{3}})+{tail}{lakhs}")
    return plain, grouped


def parse_digits(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of digits with separators as the language writes them; ``None`` if they are no number in any style."""
    if len(word) > _MAX_LENGTH:
        return None
    if not word.isascii():
        word = "".join(char if char in ",." else str(unicodedata.decimal(char, "x")) for char in word)
    if word.isdecimal():
        return Decimal(word)
    plain, grouped = _digit_patterns(lexicon.group, lexicon.decimal)
    if grouped.fullmatch(word):
        for separator in lexicon.group:
            word = word.replace(separator, "")
        return Decimal(word.replace(lexicon.decimal, "."))
    if plain.fullmatch(word):
        return Decimal(word.replace(lexicon.decimal, "."))
    return _foreign_digits(word)


def _foreign_digits(word: str) -> Decimal | None:
    """Digits in another language's style, where only one reading fits ("1.234.567", "12,5")."""
    if _FOREIGN_GROUPED.fullmatch(word):
        return Decimal(word.replace(".", "").replace(",", ""))
    if _FOREIGN_COMMA.fullmatch(word):
        return Decimal(word.replace(".", "").replace(",", "."))
    if _FOREIGN_POINT.fullmatch(word):
        return Decimal(word.replace(",", ""))
    return None


@cache
def _group_pattern(decimal: str) -> re.Pattern[str]:
    return re.compile(rf"\d{{3}}(?:{re.escape(decimal)}\d+)?")


def spaced_groups(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """As in "10 000": groups of three behind one narrow, hard or plain space; the value and the token behind."""
    words = tokens.words
    if len(words[index + 1]) < _GROUP_DIGITS or not words[index + 1][0].isdecimal():
        return None
    pattern = _group_pattern(lexicon.decimal)
    text, last, plain_space = words[index], index + 1, False
    while len(text) <= _MAX_DIGITS and (gap := tokens.gap(last)) in _THIN_SPACES and pattern.fullmatch(words[last]):
        plain_space = plain_space or gap == " "
        text += words[last]
        last += 1
    if last == index + 1 or words[index] == "0" or (is_digits(words[last]) and tokens.gap(last) == " "):
        return None
    if plain_space and is_digits(words[index - 1]) and tokens.gap(index) == " ":
        return None
    value = parse_digits(text, lexicon)
    return None if value is None else (value, last)
