"""Fractions: "two-thirds", "a quarter of", "½", "1/4", and what stands behind a whole number ("one and a half")."""

from decimal import Decimal

from briefing.text.digits import is_digits, significant_place
from briefing.text.lexicon import Lexicon
from briefing.text.number import HUNDRED, TENTH, THOUSAND, Number
from briefing.text.tokens import HYPHENS, Tokens

VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
}
VULGAR |= {"⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}

ONE = Decimal(1)
_SMALL = 20
_SLASHED = frozenset((*range(2, 11), 12, 16, 20, 32, 64, 100, 1000))
"""Denominators that are printed with a slash; another number behind a slash is a day, a page or a season."""


def fraction_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """As in "two-thirds", "three quarters", "a third", "half": a fraction with its pair; ``None`` if there is none."""
    words = tokens.words
    word = words[index]
    if word in lexicon.scale_rules["half"]:
        return _fraction(1, 2, index, index + 1)
    if is_digits(word) and words[index + 1] == "/":
        return _slashed(tokens, index)
    top, position = _numerator(tokens, index, lexicon)
    if not top:
        return None
    hyphenated = words[position] in HYPHENS
    if hyphenated:
        position += 1
    bottom = lexicon.fractions.get(words[position])
    singular = words[position] in lexicon.scale_rules["one_part"]
    if (
        bottom is None
        or (top > 1 and singular and not hyphenated)
        or (top >= bottom and not _improper(words[position], lexicon))
    ):
        return None
    if top == 1 and not hyphenated and not _is_share(tokens, index, position, lexicon):
        return None
    return _fraction(top, bottom, index, position + 1)


def _numerator(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int]:
    """What is counted in parts and the token behind it; 0 if nothing is."""
    words = tokens.words
    word = words[index]
    if word in lexicon.scale_rules["article"]:
        return 1, index + 1
    if word.isdecimal() and len(word) == 1:
        return int(word), index + 1
    value = lexicon.cardinals.get(word, 0)
    if value < _SMALL or value >= HUNDRED:
        return (value, index + 1) if value < _SMALL else (0, index)
    position = index + 2 if words[index + 1] in HYPHENS else index + 1
    unit = lexicon.cardinals.get(words[position], 0)
    return (value + unit, position + 1) if 0 < unit < 10 else (value, index + 1)


def _improper(word: str, lexicon: Lexicon) -> bool:
    """Whether a part may be counted beyond a whole: "six fifths", but "five quarters" are a length of time."""
    return word in lexicon.scale_rules["improper"]


def _is_share(tokens: Tokens, index: int, position: int, lexicon: Lexicon) -> bool:
    """Whether "a third" is a share: "a third of voters", not "a third contingent"."""
    following = tokens.words[position + 1]
    if following in HYPHENS and tokens.glued(position + 1):
        return False
    if index > 0 and lexicon.before.at(tokens.words, index - 1) is not None:
        return True
    spelled_one = tokens.words[index] not in lexicon.scale_rules["article"]
    return following in lexicon.counting["partitive"] or spelled_one or not following.isalpha()


def _fraction(top: int, bottom: int, first: int, last: int) -> Number:
    value = Decimal(top) / Decimal(bottom)
    return Number(value, first, last, significant_place(value), pair=(Decimal(top), Decimal(bottom)))


def _slashed(tokens: Tokens, index: int) -> Number | None:
    """As in "1/4", "3/5": below one, in a denominator of the kind that is printed so."""
    pair = _slash_pair(tokens, index)
    if pair is None or (tokens.glued(index) and tokens.words[index - 1] not in "-−("):
        return None
    return _fraction(pair[0], pair[1], index, index + 3)._replace(digits=True)


def _slash_pair(tokens: Tokens, index: int) -> tuple[int, int] | None:
    words = tokens.words
    top, bottom = words[index], words[index + 2]
    if not (top.isdecimal() and bottom.isdecimal() and tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if len(top) > 3 or len(bottom) > 4 or words[index + 3] == "/" or top[0] == "0":
        return None
    return (int(top), int(bottom)) if int(top) < int(bottom) and int(bottom) in _SLASHED else None


def with_slashed(tokens: Tokens, number: Number) -> Number | None:
    """As in "1 1/2": a whole number and a slashed fraction behind a space."""
    last = number.last
    pair = _slash_pair(tokens, last) if tokens.words[last + 1] == "/" and not tokens.glued(last) else None
    if pair is None or number.value >= THOUSAND:
        return None
    value = number.value + Decimal(pair[0]) / Decimal(pair[1])
    return Number(value, number.first, last + 3, significant_place(value), digits=True)


def vulgar_at(tokens: Tokens, index: int, whole: Number | None) -> Number:
    """As in "½", alone or behind a whole number."""
    top, bottom = VULGAR[tokens.words[index]]
    part = Decimal(top) / Decimal(bottom)
    if whole is None:
        return Number(
            part, index, index + 1, significant_place(part), digits=True, pair=(Decimal(top), Decimal(bottom))
        )
    value = whole.value + part
    return Number(value, whole.first, index + 1, significant_place(value), digits=True)


def with_half(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """As in "one and a half", "two and three quarters", "three million and a half".

    The number itself if nothing follows.
    """
    words, last = tokens.words, number.last
    if words[last] not in lexicon.scale_rules["joiners"]:
        return number
    position, top = last + 1, 1
    if words[position] in lexicon.scale_rules["article"]:
        position += 1
    elif (count := lexicon.cardinals.get(words[position], 0)) and count < 10:
        top = count
        position += 1
    elif words[position] not in lexicon.scale_rules["half"]:
        return number
    if words[position] in HYPHENS:
        position += 1
    bottom = lexicon.fractions.get(words[position])
    if bottom is None or top >= bottom:
        return number
    above, below = lexicon.scales.get(words[last - 1], 0), lexicon.scales.get(words[position + 1], 0)
    if number.scaled and above > below >= THOUSAND and top == 1:
        # "One billion and a half million": the half has a scale of its own.
        value = number.value + Decimal(below) / bottom
        return Number(value, number.first, position + 2, significant_place(value), number.digits, scaled=True)
    scale = (
        _scale_of(number, lexicon.scales.get(words[last - 1], 0))
        if _halves_the_scale(position > last + 1, lexicon) and top == 1
        else ONE
    )
    value = number.value + scale * Decimal(top) / Decimal(bottom)
    return Number(value, number.first, position + 1, significant_place(value), number.digits, scaled=number.scaled)


def _halves_the_scale(article: bool, lexicon: Lexicon) -> bool:
    return article or bool(lexicon.scale_rules["half_direct"])


def _scale_of(number: Number, behind: int) -> Decimal:
    """What "and a half" is a half of: the million of "three million and a half", one of "a hundred and a half"."""
    return Decimal(behind) if number.scaled and behind >= THOUSAND else ONE


def part_of_scale(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """As in "half a million", "a quarter of a million", "three quarters of a million", "half-million"."""
    words = tokens.words
    part = _part(tokens, index, lexicon)
    if part is None:
        return None
    value, follow = part
    for name in ("of", "article"):
        joints = lexicon.counting["partitive"] if name == "of" else lexicon.scale_rules["article"]
        if words[follow] in joints:
            follow += 1
    if words[follow] in HYPHENS:
        follow += 1
    scale = lexicon.scales.get(words[follow])
    if scale is None or words[follow] not in lexicon.scale_rules["countable"]:
        return None
    whole = value * scale
    return Number(whole, index, follow + 1, significant_place(whole), scaled=True, coefficient=value)


def _part(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Decimal, int] | None:
    """A half or some quarters and the token behind: what may stand before a scale."""
    words = tokens.words
    if words[index] in lexicon.scale_rules["half"]:
        return TENTH * 5, index + 1
    position = index + 1 if words[index] in lexicon.scale_rules["article"] else index
    if words[position] in lexicon.scale_rules["half"]:
        return TENTH * 5, position + 1
    if words[position] in lexicon.scale_rules["quarter"]:
        return Decimal("0.25"), position + 1
    top = lexicon.cardinals.get(words[index], 0)
    behind = index + 2 if words[index + 1] in HYPHENS else index + 1
    if 0 < top < 4 and words[behind] in lexicon.scale_rules["quarters"]:
        return Decimal(top) / 4, behind + 1
    return None
