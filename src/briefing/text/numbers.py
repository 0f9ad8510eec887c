"""Numbers in digits, in words and in both, read with exact arithmetic.

A number ends where the next token cannot continue it: "two hundred and fifty-six" is one number, "between one hundred
and two hundred" holds two. Nothing here knows what is counted; see ``amounts`` and ``quantities``.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefing.text.lexicon import Lexicon
from briefing.text.tokens import Tokens

_HYPHENS = frozenset("-‐‑–")
_THIN_SPACES = frozenset((" ", "\u00a0", "\u202f", "\u2009"))
_SMALL = 100
_HUNDRED = 100
_THOUSAND = 1000
_GROUP_DIGITS = 3
_MAX_DIGITS = 18

VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5)}
VULGAR |= {"⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number over the tokens ``first`` up to, not including, ``last``.

    ``precision`` is the last place that was printed. ``pair`` is set for fractions ("two-thirds"), ``vague`` for plural
    scales ("hundreds of thousands"): low bound and, unless open-ended, high bound.
    """

    value: Decimal
    first: int
    last: int
    precision: Decimal
    digits: bool = False
    pair: tuple[Decimal, Decimal] | None = None
    vague: tuple[Decimal, Decimal | None] | None = None
    scaled: bool = False
    coefficient: Decimal | None = None
    """What stood before the scale: 3 in "3 million"."""


def significant_place(value: Decimal) -> Decimal:
    """The place of the last digit that is not a padding zero: 100 for 2500, 1 for 438, 0.1 for 2.5."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


@cache
def _digit_patterns(group: str, decimal: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    group_class = f"[{re.escape(group)}]" if group else "(?!)"
    plain = re.compile(rf"\d+(?:{re.escape(decimal)}\d+)?")
    grouped = re.compile(rf"\d{{1,3}}(?:{group_class}\d{{3}})+(?:{re.escape(decimal)}\d+)?|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}")
    return plain, grouped


def parse_digits(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of digits with separators as the language writes them; ``None`` if they are no number in any style."""
    if not word.isascii():
        word = "".join(str(unicodedata.decimal(char, "") or char) if char.isdigit() else char for char in word)
        word = "".join(char if char in ",.0123456789" else str(unicodedata.decimal(char, "x")) for char in word)
    plain, grouped = _digit_patterns(lexicon.group, lexicon.decimal)
    if len(word) > _MAX_DIGITS + 8:
        return None
    if grouped.fullmatch(word):
        for separator in lexicon.group:
            word = word.replace(separator, "")
        return Decimal(word.replace(lexicon.decimal, "."))
    if plain.fullmatch(word):
        return Decimal(word.replace(lexicon.decimal, "."))
    return _foreign_digits(word)


def _foreign_digits(word: str) -> Decimal | None:
    """Digits in another language's style, where only one reading fits ("1.234.567", "12,5")."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}", word):
        return Decimal(re.sub(r"[.,]", "", word))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2}", word):
        return Decimal(word.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d+|\d+\.\d+", word):
        return Decimal(word.replace(",", ""))
    return None


def is_digits(word: str) -> bool:
    """Whether a token is a run of digits."""
    return bool(word) and word[0].isdecimal()


def number_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """The number that begins at token ``index``, as long as it goes; ``None`` if none does."""
    word = tokens.words[index]
    if is_digits(word) or (word == lexicon.decimal and _leading_point(tokens, index)):
        return _digit_number(tokens, index, lexicon)
    if word in VULGAR:
        return _scaled(tokens, _vulgar(tokens, index, None), lexicon)
    if not lexicon.words_known:
        return None
    if word in lexicon.scale_rules["article"] or word in lexicon.scale_rules["several"]:
        return _article_number(tokens, index, lexicon)
    if word in lexicon.vague or word in lexicon.vague_multiplied:
        return _vague(tokens, index, lexicon)
    if word in lexicon.scale_rules["half"]:
        return _half(tokens, index, lexicon)
    return _word_number(tokens, index, lexicon)


def _leading_point(tokens: Tokens, index: int) -> bool:
    return is_digits(tokens.words[index + 1]) and tokens.glued(index + 1) and not tokens.glued(index)


def _digit_number(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    last = index + 1
    if tokens.words[index] == lexicon.decimal:
        value = Decimal("0." + tokens.words[index + 1]) if tokens.words[index + 1].isdecimal() else None
        last += 1
    else:
        value = parse_digits(tokens.words[index], lexicon)
    if value is None:
        return None
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= _GROUP_DIGITS:
        grouped = _spaced_groups(tokens, index, lexicon)
        if grouped is not None:
            value, last = grouped
    exponent = value.as_tuple().exponent
    place = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else significant_place(value)
    number = Number(value, index, last, place, digits=True)
    if tokens.words[last] in VULGAR and value < _THOUSAND:
        number = _vulgar(tokens, last, number)
    elif tokens.words[last + 1] == "/" and tokens.gap(last) and value == value.to_integral_value():
        number = _slashed_fraction(tokens, number, last) or number
    return _scaled(tokens, number, lexicon)


def _spaced_groups(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """ "10 000": groups of three behind one narrow, hard or plain space."""
    text = tokens.words[index]
    last = index + 1
    plain_space = False
    while (
        tokens.gap(last) in _THIN_SPACES
        and len(tokens.words[last]) >= _GROUP_DIGITS
        and re.fullmatch(rf"\d{{3}}(?:{re.escape(lexicon.decimal)}\d+)?", tokens.words[last])
        and len(text) <= _MAX_DIGITS
    ):
        plain_space = plain_space or tokens.gap(last) == " "
        text += tokens.words[last]
        last += 1
    if last == index + 1 or tokens.words[index] == "0" or (is_digits(tokens.words[last]) and tokens.gap(last) == " "):
        return None
    if plain_space and is_digits(tokens.words[index - 1]) and tokens.gap(index) == " ":
        return None
    value = parse_digits(text, lexicon)
    return None if value is None else (value, last)


def _slashed_fraction(tokens: Tokens, number: Number, last: int) -> Number | None:
    """ "1 1/2"."""
    top, bottom = tokens.words[last], tokens.words[last + 2]
    if not (top.isdecimal() and bottom.isdecimal() and tokens.glued(last + 1) and tokens.glued(last + 2)):
        return None
    if tokens.words[last + 3] == "/" or not 0 < int(top) < int(bottom) <= _SMALL or number.value >= _THOUSAND:
        return None
    value = number.value + Decimal(int(top)) / Decimal(int(bottom))
    return Number(value, number.first, last + 3, significant_place(value), digits=True)


def _vulgar(tokens: Tokens, index: int, whole: Number | None) -> Number:
    top, bottom = VULGAR[tokens.words[index]]
    part = Decimal(top) / Decimal(bottom)
    if whole is None:
        pair = (Decimal(top), Decimal(bottom))
        return Number(part, index, index + 1, significant_place(part), digits=True, pair=pair)
    value = whole.value + part
    return Number(value, whole.first, index + 1, significant_place(value), digits=True)


def _scaled(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """The number times the scale words behind it ("2.5 million", "1.2bn", "5 lakh crore")."""
    last, value, precision = number.last, number.value, number.precision
    while True:
        index = last + 1 if tokens.words[last] in _HYPHENS and tokens.words[last + 1] in lexicon.scales else last
        word = tokens.words[index]
        scale = lexicon.scales.get(word)
        if scale is None or (scale == _HUNDRED and value >= _HUNDRED):
            break
        if word in lexicon.scale_rules["weak"] and not (tokens.glued(index) and number.digits):
            break
        value, precision, last = value * scale, precision * scale, index + 1
    if last == number.last:
        return number
    return Number(value, number.first, last, precision, number.digits, scaled=True, coefficient=number.value)


def _article_number(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """ "a million", "a dozen", "several hundred"; nothing for a bare article."""
    word, scale = tokens.words[index], lexicon.scales.get(tokens.words[index + 1])
    if scale is None or tokens.words[index + 1] not in lexicon.scale_rules["countable"]:
        return None
    if word in lexicon.scale_rules["several"]:
        low, high = Decimal(2 * scale), Decimal(10 * scale)
        return Number(low, index, index + 2, Decimal(scale), vague=(low, high), scaled=True)
    follow = _word_number(tokens, index + 1, lexicon, implied=True)
    if follow is None:
        return None
    return Number(follow.value, index, follow.last, follow.precision, scaled=True, coefficient=Decimal(1))


def _vague(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    words = tokens.words
    of = index + 1
    if words[index] in lexicon.vague_multiplied and words[of] in lexicon.counting["partitive"]:
        scale = lexicon.vague_scales.get(words[of + 1])
        if scale is not None:
            low, high = lexicon.vague_multiplied[words[index]]
            bounds = (Decimal(low * scale), Decimal(high * scale) if high else None)
            return Number(bounds[0], index, of + 2, Decimal(scale), vague=bounds, scaled=True)
    if words[index] not in lexicon.vague:
        return None
    if words[index] in lexicon.scale_rules["needs_of"] and words[of] not in lexicon.counting["partitive"]:
        return None
    low, high = lexicon.vague[words[index]]
    return Number(Decimal(low), index, of, Decimal(low), vague=(Decimal(low), Decimal(high) if high else None))


def _half(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """ "half a million", "half a dozen", "half-million"."""
    follow = index + 1
    while tokens.words[follow] in _HYPHENS or tokens.words[follow] in lexicon.scale_rules["article"]:
        follow += 1
    scale = lexicon.scales.get(tokens.words[follow])
    if scale is None or follow > index + 2 or tokens.words[follow] not in lexicon.scale_rules["countable"]:
        return None
    value = Decimal(scale) / 2
    return Number(value, index, follow + 1, significant_place(value), scaled=True, coefficient=Decimal("0.5"))


class _Groups:
    """The state of a number in words: what is complete, and the group below the last scale."""

    __slots__ = ("group", "last", "lowest", "total", "under")

    def __init__(self) -> None:
        self.total = 0
        self.group = 0
        self.lowest: int | None = None
        """The smallest scale used so far; a later scale must be smaller."""
        self.under = 0
        """The next plain number must be below this to continue the group; 0 means that none may follow."""

    def add(self, value: int) -> bool:
        """Continue with a plain number below a hundred; false if it cannot follow."""
        if self.group == 0 and self.under == 0:
            self.group = value
        elif 0 < value < self.under:
            self.group += value
        else:
            return False
        self.under = 10 if value >= 20 and value % 10 == 0 else -1
        return True

    def scale(self, scale: int) -> bool:
        """Multiply by a scale word; false if it cannot follow."""
        if scale == _HUNDRED:
            if not 0 < self.group < _SMALL:
                return False
            self.group *= _HUNDRED
            self.under = _HUNDRED
            return True
        if self.group == 0 or (self.lowest is not None and scale >= self.lowest):
            return False
        self.total += self.group * scale
        self.group, self.under, self.lowest = 0, 0, scale
        return True

    @property
    def value(self) -> int:
        return self.total + self.group


def _word_number(tokens: Tokens, index: int, lexicon: Lexicon, *, implied: bool = False) -> Number | None:
    """A number in words from ``index``; ``implied`` lets it begin with a scale ("a hundred and ten")."""
    words = tokens.words
    state = _Groups()
    if implied:
        state.group = 1
        state.under = -1
    last, scaled = index, False
    coefficient: Decimal | None = None
    while True:
        position = _past_joint(tokens, last, lexicon, state) if last > index else index
        word = words[position]
        value = lexicon.cardinals.get(word)
        if value is not None and not _twenties_of_four(state, value, lexicon):
            if not state.add(value):
                break
        elif value is not None:
            state.group *= value
            state.under = 20
        elif word in lexicon.scales and word not in lexicon.scale_rules["weak"]:
            before = state.value
            if not state.scale(lexicon.scales[word]):
                break
            scaled, coefficient = True, Decimal(before)
        else:
            break
        last = position + 1
    if last == index:
        return None
    number = Number(
        Decimal(state.value), index, last, significant_place(Decimal(state.value)), scaled=scaled, coefficient=coefficient
    )
    return _with_half(tokens, number, lexicon)


def _twenties_of_four(state: _Groups, value: int, lexicon: Lexicon) -> bool:
    """French "quatre-vingts": a unit before twenty multiplies it."""
    return value == 20 and state.group == 4 and "vigesimal" in lexicon.scale_rules["style"]


def _past_joint(tokens: Tokens, last: int, lexicon: Lexicon, state: _Groups) -> int:
    """The token behind a hyphen or an "and" that may join two parts of a number; ``last`` if there is none."""
    word, follow = tokens.words[last], tokens.words[last + 1]
    if word in _HYPHENS and (follow in lexicon.cardinals or follow in lexicon.scales):
        return last + 1
    if word in lexicon.scale_rules["joiners"] and follow in lexicon.cardinals:
        behind = last + 2
        if tokens.words[behind] in _HYPHENS and tokens.words[behind + 1] in lexicon.cardinals:
            behind += 2
        elif tokens.words[behind] in lexicon.cardinals and lexicon.cardinals[follow] >= 20:
            behind += 1
        next_scale = lexicon.scales.get(tokens.words[behind], 0)
        joins_tens = "tens" in lexicon.scale_rules["style"] or state.group % _HUNDRED == 0
        if next_scale != _HUNDRED and (state.lowest is None or next_scale < state.lowest) and joins_tens:
            if state.lowest is None and state.group < _HUNDRED and "tens" not in lexicon.scale_rules["style"]:
                return last
            return last + 1
    return last


def _with_half(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """ "one and a half", "two and three quarters", then the scale behind it."""
    words, last = tokens.words, number.last
    if words[last] not in lexicon.scale_rules["joiners"]:
        return number
    position, top = last + 1, 1
    if words[position] in lexicon.scale_rules["article"]:
        position += 1
    elif words[position] in lexicon.cardinals and 0 < lexicon.cardinals[words[position]] < 10:
        top = lexicon.cardinals[words[position]]
        position += 1
    elif words[position] not in lexicon.scale_rules["half"]:
        return number
    if words[position] in _HYPHENS:
        position += 1
    bottom = lexicon.fractions.get(words[position])
    if bottom is None or top >= bottom:
        return number
    scale = number.value / number.coefficient if number.scaled and number.coefficient else Decimal(1)
    value = number.value + scale * Decimal(top) / Decimal(bottom)
    extended = Number(value, number.first, position + 1, significant_place(value), scaled=number.scaled)
    return extended if number.scaled else _scaled(tokens, extended, lexicon)


def fraction_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """ "two-thirds", "three quarters", "a third", "half": a fraction with its pair; ``None`` if there is none."""
    words = tokens.words
    word = words[index]
    if word in lexicon.scale_rules["half"]:
        return _fraction(1, 2, index, index + 1)
    if word in lexicon.scale_rules["article"]:
        top = 1
    elif (value := lexicon.cardinals.get(word)) is not None and 0 < value < 20:
        top = value
    elif word.isdecimal() and len(word) == 1:
        top = int(word)
    else:
        return None
    position = index + 1
    hyphenated = words[position] in _HYPHENS
    if hyphenated:
        position += 1
    bottom = lexicon.fractions.get(words[position])
    if bottom is None or top >= bottom or top == 0:
        return None
    if top == 1 and not hyphenated and not _is_share(tokens, index, position, lexicon):
        return None
    return _fraction(top, bottom, index, position + 1)


def _is_share(tokens: Tokens, index: int, position: int, lexicon: Lexicon) -> bool:
    """Whether "a third" is a share: "a third of voters", not "a third contingent"."""
    following = tokens.words[position + 1]
    if following in _HYPHENS and tokens.glued(position + 1):
        return False
    spelled_one = tokens.words[index] not in lexicon.scale_rules["article"]
    return following in lexicon.counting["partitive"] or spelled_one or not following.isalpha()


def _fraction(top: int, bottom: int, first: int, last: int) -> Number:
    value = Decimal(top) / Decimal(bottom)
    return Number(value, first, last, significant_place(value), pair=(Decimal(top), Decimal(bottom)))
