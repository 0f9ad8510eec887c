"""Numbers in digits, in words and in both, read with exact arithmetic.

A number ends where the next token cannot continue it: "two hundred and fifty-six" is one number, "between one hundred
and two hundred" holds two. Nothing here knows what is counted; see ``amounts`` and ``quantities``.
"""

from decimal import Decimal

from briefing.text.digits import is_digits, parse_digits, place_of, printed_place, significant_place, spaced_groups
from briefing.text.fractions import VULGAR, part_of_scale, vulgar_at, with_half, with_slashed
from briefing.text.lexicon import Lexicon
from briefing.text.number import HUNDRED, THOUSAND, Number
from briefing.text.tokens import HYPHENS, Tokens

_GROUP_DIGITS = 3
_ONE, _TEN = Decimal(1), 10
_LARGEST = Decimal(10) ** 24
"""No news counts beyond it, and without a limit "million million ..." would grow for ever."""


def number_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """The number that begins at token ``index``, as long as it goes; ``None`` if none does."""
    word = tokens.words[index]
    if is_digits(word) or (word == lexicon.decimal and opens_with_point(tokens, index)):
        return _digit_number(tokens, index, lexicon)
    if word in VULGAR:
        return _scaled(tokens, vulgar_at(tokens, index, None), lexicon)
    if not lexicon.words_known:
        return None
    rules = lexicon.scale_rules
    if word in rules["article"] or word in rules["several"]:
        return _article_number(tokens, index, lexicon) or _counted_one(tokens, index, lexicon)
    if word in lexicon.vague or word in lexicon.vague_multiplied:
        return _vague(tokens, index, lexicon)
    if word in rules["half"] or word in rules["quarter"]:
        return part_of_scale(tokens, index, lexicon)
    if word in lexicon.mixed:
        value = lexicon.mixed[word]
        return _scaled(tokens, Number(value, index, index + 1, significant_place(value)), lexicon)
    behind = tokens.words[index + 2 if tokens.words[index + 1] in HYPHENS else index + 1]
    parted = part_of_scale(tokens, index, lexicon) if behind in rules["quarters"] else None
    return parted or _word_number(tokens, index, lexicon)


def opens_with_point(tokens: Tokens, index: int) -> bool:
    """Whether the point at ``index`` begins a number (".08"), with nothing before it in the same word."""
    return is_digits(tokens.words[index + 1]) and tokens.glued(index + 1) and not tokens.glued(index)


# --- digits ----------------------------------------------------------------------------------------------------------


def _digit_number(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    words = tokens.words
    word, last = words[index], index + 1
    if word == lexicon.decimal:
        word, last = "0." + words[index + 1], index + 2
        value = parse_digits(word.replace(".", lexicon.decimal), lexicon) if words[index + 1].isdecimal() else None
    else:
        value = parse_digits(word, lexicon)
    if value is None:
        return None
    if len(word) <= _GROUP_DIGITS and word.isdecimal():
        grouped = spaced_groups(tokens, index, lexicon)
        if grouped is not None:
            value, last = grouped
            word = str(value)
    number = Number(value, index, last, printed_place(word, value), True)
    if words[last] in VULGAR and value < THOUSAND:
        number = vulgar_at(tokens, last, number)
    elif words[last + 1] == "/":
        number = with_slashed(tokens, number) or number
    return _scaled(tokens, number, lexicon)


def _scaled(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """The number times the scale words behind it ("2.5 million", "1.2bn", "5 lakh crore")."""
    words, scales = tokens.words, lexicon.scales
    last, value, precision = number.last, number.value, number.precision
    while value < _LARGEST:
        index = last + 1 if words[last] in HYPHENS and words[last + 1] in scales else last
        word = words[index]
        scale = scales.get(word)
        if scale is None:
            scale = _symbol_scale(tokens, index, lexicon) if word in lexicon.symbol_scales else None
        if scale is None or (scale == HUNDRED and value >= HUNDRED):
            break
        if number.digits and word in lexicon.scale_rules["spelled"]:
            break
        if word in lexicon.scale_rules["weak"] and not (tokens.glued(index) and number.digits):
            break
        value, precision, last = value * scale, precision * scale, _past_scale(tokens, index, lexicon)
    if last == number.last:
        return number
    if number.digits and scales.get(words[last - 1]) == HUNDRED and words[last] in lexicon.scale_rules["joiners"]:
        rest = words[last + 1]
        if number.value < _TEN and rest.isdecimal() and len(rest) <= 2:
            return Number(value + Decimal(rest), number.first, last + 2, _ONE, digits=True)  # "3 hundred and 21"
    scaled = Number(value, number.first, last, precision, number.digits, None, None, True, number.value)
    return with_half(tokens, scaled, lexicon) if words[last] in lexicon.scale_rules["joiners"] else scaled


def _symbol_scale(tokens: Tokens, index: int, lexicon: Lexicon) -> int | None:
    """As in "45 M€": a letter that is a scale only before a currency sign."""
    return lexicon.symbol_scales[tokens.words[index]] if tokens.words[index + 1] in lexicon.symbols else None


def _past_scale(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """The token behind a scale and the full stop of its short form ("3,5 Mio. Euro"), unless that ends the sentence."""
    words = tokens.words
    if words[index + 1] != "." or words[index] not in lexicon.scale_rules["dotted"] or not tokens.glued(index + 1):
        return index + 1
    return index + 2 if words[index + 2] and not tokens.glued(index + 2) else index + 1


# --- words -----------------------------------------------------------------------------------------------------------


def _article_number(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """As in "a million", "a dozen", "several hundred", "a quarter of a million"; nothing for a bare article."""
    word, behind = tokens.words[index], tokens.words[index + 1]
    scale = lexicon.scales.get(behind)
    if scale is None or behind not in lexicon.scale_rules["countable"]:
        parted = behind in lexicon.scale_rules["half"] or behind in lexicon.scale_rules["quarter"]
        return part_of_scale(tokens, index, lexicon) if parted else None
    if word in lexicon.scale_rules["several"]:
        low, high = Decimal(2 * scale), Decimal(10 * scale)
        return Number(low, index, index + 2, Decimal(scale), vague=(low, high), scaled=True)
    follow = _word_number(tokens, index + 1, lexicon, implied=True)
    if follow is None:
        return None
    return Number(follow.value, index, follow.last, follow.precision, scaled=True, coefficient=Decimal(1))


def _counted_one(tokens: Tokens, index: int, lexicon: Lexicon) -> Number | None:
    """An article that is also the word for one, where it counts: "un euro", "un sur cinq", "ein bis zwei"."""
    words, rules = tokens.words, lexicon.scale_rules
    if words[index] not in lexicon.cardinals:
        return None
    behind, follow = words[index + 1], words[index + 2]
    counted = behind in lexicon.percent or behind in lexicon.money_after or behind in rules["ones_before"]
    numbered = follow in lexicon.cardinals or follow in rules["bare"] or is_digits(follow)
    ranges = lexicon.ranges
    joined = (
        behind in ranges["or"]
        or behind in ranges["plain"]
        or behind in rules["ones_behind"]
        or behind in rules["point"]
    )
    joined = joined or (behind in ranges["and"] and words[index - 1] in ranges["between"])
    halved = behind in rules["joiners"] and _opens_half(words, index + 2, lexicon)
    negative = words[index - 1] in lexicon.negatives and not lexicon.before.at(words, index - 1)
    if not (counted or negative or (joined and numbered) or halved):
        return None
    return _with_parts(tokens, Number(Decimal(1), index, index + 1, Decimal(1)), lexicon)


def _opens_half(words: list[str], index: int, lexicon: Lexicon) -> bool:
    half = lexicon.scale_rules["half"]
    return words[index] in half or (words[index] in lexicon.scale_rules["article"] and words[index + 1] in half)


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


class _Groups:
    """The state of a number in words: what is complete, and the group below the last scale."""

    __slots__ = ("above", "group", "least", "lowest", "style", "total", "under")

    def __init__(self, style: frozenset[str]) -> None:
        self.style = style
        self.total = 0
        self.group = 0
        self.above = 0
        """What is complete above the thousands: in "dos millones tres mil" two million."""
        self.lowest: int | None = None
        """The smallest scale used so far; a later scale must be smaller."""
        self.under = 0
        """The next plain number must be below this to continue the group; 0 means that none may follow."""
        self.least = 0
        """And not below this: behind "dix" only "sept", "huit" and "neuf" go on."""

    def add(self, value: int) -> bool:
        """Continue with a plain number, or with one above a thousand that is one word; false if it cannot follow."""
        if value >= THOUSAND:
            return self._add_compound(value)
        if self.group == 0 and self.under == 0:
            self.group = value
        elif self.least < value < self.under:
            self.group += value
        else:
            return False
        self.under, self.least = self._room(value)
        return True

    def _room(self, value: int) -> tuple[int, int]:
        """Below what and above what the next plain number must be."""
        if "vigesimal" in self.style and value in (60, 80):
            return 20, 0
        if "vigesimal" in self.style and value == 10:
            return 10, 6
        if value >= HUNDRED and value % HUNDRED == 0:
            return HUNDRED, 0
        return (10 if value >= 20 and value % 10 == 0 else -1), 0

    def _add_compound(self, value: int) -> bool:
        if self.group or (self.lowest is not None and self.lowest <= THOUSAND):
            return False
        self.group = value % THOUSAND
        self.total += value - self.group
        self.lowest = THOUSAND
        self.under = -1 if self.group else 0
        return True

    def twenties(self) -> bool:
        """French "quatre-vingts": twenty behind four multiplies it; false if no four stands before."""
        if self.group % HUNDRED != 4 or "vigesimal" not in self.style:
            return False
        self.group += 80 - 4
        self.under, self.least = 20, 0
        return True

    def bare(self) -> bool:
        """As in "mille", "cent": a scale that may stand for one of itself; false if a number stands before it."""
        if self.group or self.under:
            return False
        self.group = 1
        return True

    def scale(self, scale: int, *, stacked: bool) -> bool:
        """Multiply by a scale word; false if it cannot follow. ``stacked``: right behind another one ("lakh crore")."""
        if scale == HUNDRED and not stacked:
            if not 0 < self.group < (10 if "hundred_units" in self.style else HUNDRED):
                return False
            self.group *= HUNDRED
            self.under, self.least = HUNDRED, 0
            return True
        if "long" in self.style and self.lowest == THOUSAND and scale > THOUSAND:
            return self._thousands_of(scale)
        if stacked and self.group == 0 and self.lowest is not None and scale > HUNDRED and self.total < _LARGEST:
            self.total *= scale
            return True
        if self.group == 0 or (self.lowest is not None and scale >= self.lowest):
            return False
        self.total += self.group * scale
        self.above = self.total if scale > THOUSAND else self.above
        self.group, self.under, self.lowest = 0, 0, scale
        return True

    def _thousands_of(self, scale: int) -> bool:
        """As in "Dos mil millones", "mille milliards": the scale takes all the thousands before it."""
        if self.total >= _LARGEST or (self.above and self.above % (scale * THOUSAND * THOUSAND)):
            return False
        self.total = self.above + (self.total - self.above + self.group) * scale
        self.above = self.total
        self.group, self.under, self.lowest = 0, 0, scale
        return True

    @property
    def value(self) -> int:
        """What has been said so far."""
        return self.total + self.group


def _word_number(tokens: Tokens, index: int, lexicon: Lexicon, *, implied: bool = False) -> Number | None:
    """A number in words from ``index``; ``implied`` lets it begin with a scale ("a hundred and ten")."""
    words, cardinals, scales = tokens.words, lexicon.cardinals, lexicon.scales
    bare = lexicon.scale_rules["bare"]
    if words[index] not in cardinals and not implied and words[index] not in bare:
        return None
    state = _Groups(lexicon.scale_rules["style"])
    if implied:
        state.group = 1
        state.under = -1
    last, scaled, behind_scale = index, False, False
    coefficient: Decimal | None = None
    while True:
        position = _past_joint(tokens, index, last, lexicon, state) if last > index else index
        word = words[position]
        if (value := cardinals.get(word)) is not None:
            if not ((value == 20 and state.twenties()) or state.add(value)):
                break
            behind_scale = False
        elif word in scales and word not in lexicon.scale_rules["weak"]:
            alone = word in bare and state.bare()
            before = state.value
            if not state.scale(scales[word], stacked=behind_scale and not alone):
                state.group = 0 if alone else state.group
                break
            scaled, coefficient, behind_scale = True, Decimal(before), True
        else:
            break
        last = position + 1
    if last == index or _is_homograph(tokens, index, last, lexicon):
        return None
    if words[last] == ".":
        last = _past_scale(tokens, last - 1, lexicon)
    whole = Decimal(state.value)
    number = Number(whole, index, last, significant_place(whole), scaled=scaled, coefficient=coefficient)
    return _with_parts(tokens, number, lexicon)


def _is_homograph(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """As in "Un vélo neuf", "tu sei bravo": a number word that is another word unless it counts what follows."""
    words, counting = tokens.words, lexicon.counting
    if last != first + 1 or words[first] not in counting["homographs"]:
        return False
    before, behind = words[first - 1], words[last]
    if before in counting["homograph_after"]:
        return True
    if words[first] not in counting["homograph_behind"]:
        return False
    counts = behind.isalpha() and behind not in counting["stop"]
    return not counts and before.isalpha() and before not in counting["stop"] and behind not in HYPHENS


def _with_parts(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    """What follows a number in words: a fraction and then a scale, or decimals ("two point five million")."""
    word = tokens.words[number.last]
    if word in lexicon.scale_rules["joiners"]:
        parted = with_half(tokens, number, lexicon)
        return parted if parted is number or number.scaled else _scaled(tokens, parted, lexicon)
    if word in lexicon.scale_rules["point"]:
        return _with_decimals(tokens, number, lexicon)
    return number


def _with_decimals(tokens: Tokens, number: Number, lexicon: Lexicon) -> Number:
    words, cardinals, last = tokens.words, lexicon.cardinals, number.last + 1
    digits = ""
    while words[last] in cardinals and len(digits) < _GROUP_DIGITS * 2:
        group, last = _plain_group(words, last, lexicon)
        digits += str(group)
    if not digits or words[number.first - 1] in lexicon.scale_rules["not_before_point"]:
        return number
    place = place_of(-len(digits))
    value = number.value + Decimal(digits) * place
    return _scaled(tokens, Number(value, number.first, last, place), lexicon)


def _plain_group(words: list[str], index: int, lexicon: Lexicon) -> tuple[int, int]:
    """The number below a thousand, without scales, at ``index``, and the token behind it."""
    state, last = _Groups(lexicon.scale_rules["style"]), index
    while True:
        joined = (
            last > index and words[last] in lexicon.scale_rules["joiners"] and "tens" in lexicon.scale_rules["style"]
        )
        position = last + 1 if joined or (last > index and words[last] in HYPHENS) else last
        value = lexicon.cardinals.get(words[position])
        if value is None or not state.add(value):
            return state.value, last
        last = position + 1


def _past_joint(tokens: Tokens, first: int, last: int, lexicon: Lexicon, state: _Groups) -> int:
    """The token behind a hyphen or an "and" that may join two parts of a number; ``last`` if there is none."""
    words, cardinals = tokens.words, lexicon.cardinals
    word, follow = words[last], words[last + 1]
    if word in HYPHENS and (follow in cardinals or follow in lexicon.scales):
        return last + 1
    if word not in lexicon.scale_rules["joiners"] or (
        follow not in cardinals and follow not in lexicon.scale_rules["bare"]
    ):
        return last
    joined = lexicon.scale_rules["joined"]
    if joined and follow not in joined:
        return last
    behind = last + 2
    if words[behind] in HYPHENS and words[behind + 1] in cardinals:
        behind += 2
    elif words[behind] in cardinals and cardinals.get(follow, 0) >= 20:
        behind += 1
    if words[behind] in lexicon.fractions and words[behind] not in lexicon.ordinals:
        return last  # "a hundred and three quarters"
    scale = lexicon.scales.get(words[behind], 0)
    tens = "tens" in lexicon.scale_rules["style"]
    if scale == HUNDRED and (state.group or words[first - 1] in lexicon.ranges["between"]):
        return last
    if (state.lowest is not None and scale >= state.lowest) or not (tens or state.group % HUNDRED == 0):
        return last
    return last if state.lowest is None and state.group < HUNDRED and not tens else last + 1
