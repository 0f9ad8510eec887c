"""An amount: a number with the sign, currency, unit or percent sign that makes it a kind of figure."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from briefing.records.quantity import Kind
from briefing.text.digits import is_digits
from briefing.text.fractions import fraction_at
from briefing.text.lexicon import Lexicon
from briefing.text.number import HUNDRED, TENTH, Number
from briefing.text.numbers import number_at
from briefing.text.tokens import HYPHENS, Tokens

_ONE = Decimal(1)
_OLDEST = 120
_SIGNS = frozenset("-–−")
_BEFORE_SIGN = frozenset("([<>=≤≥")
_CLAUSE_ENDS = frozenset((".", "?", "!", ";", ""))
_CAPITALS_WITHIN = 400
"""Characters that show whether a text is printed without capitals at all."""
_MINOR = "/100"
"""Marks a coin of a currency in the word tables: "cents" is a hundredth of a dollar."""
_MILLION = "*1000000"
"""Marks a million of a currency in the word tables: "MUSD"."""
_LARGEST_COUNT = 1000


class Amount(NamedTuple):
    """A number over the tokens ``first`` up to, not including, ``last``, with what it is a number of."""

    number: Number
    kind: Kind
    first: int
    last: int
    unit: str | None = None
    currency: str | None = None
    factor: Decimal = _ONE
    """What the printed number is multiplied by: -1 behind a minus sign, 0.01 for basis points."""

    @property
    def value(self) -> Decimal:
        """The value in ``unit``."""
        return self.number.value if self.factor is _ONE else self.number.value * self.factor


UnitRule = Callable[[Tokens, Amount, Lexicon], Amount | None]


def amount_at(tokens: Tokens, index: int, lexicon: Lexicon) -> Amount | None:
    """The amount whose number begins at token ``index``; ``None`` if no number does."""
    number = number_at(tokens, index, lexicon)
    fraction = fraction_at(tokens, index, lexicon) if _may_be_a_fraction(tokens, index, lexicon) else None
    if fraction is not None and (number is None or fraction.last > number.last):
        return _part(tokens, fraction, lexicon)
    if number is None:
        return None
    if number.pair is not None and number.last == index + 1:
        return _part(tokens, number, lexicon)
    return with_unit(tokens, _signed(tokens, number, lexicon), lexicon)


def _may_be_a_fraction(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether the words at ``index`` can be a part of a whole: most numbers are done with here."""
    word, behind = tokens.words[index], tokens.words[index + 1]
    if behind == "/" or behind in HYPHENS or behind in lexicon.fractions:
        return lexicon.words_known
    return word in lexicon.scale_rules["half"] or behind in lexicon.cardinals


def _part(tokens: Tokens, fraction: Number, lexicon: Lexicon) -> Amount:
    """A fraction: in digits it may be of a unit ("½ mile", "1/4 inch"), else it is a share."""
    if not fraction.digits:
        return Amount(fraction, Kind.RATIO, fraction.first, fraction.last)
    amount = _signed(tokens, fraction, lexicon)
    measured = with_unit(tokens, amount._replace(number=fraction._replace(pair=None)), lexicon)
    return amount._replace(kind=Kind.RATIO) if measured.kind is Kind.CARDINAL else measured


def _signed(tokens: Tokens, number: Number, lexicon: Lexicon) -> Amount:
    plain = Amount(number, Kind.CARDINAL, number.first, number.last)
    before = number.first - 1
    word = tokens.words[before]
    if before < 0 or number.vague is not None:
        return plain
    if word in lexicon.negatives and not lexicon.before.at(tokens.words, before):
        return plain._replace(first=before, factor=Decimal(-1))
    if word not in _SIGNS:
        return plain
    if is_digits(tokens.words[before - 1]) and word in HYPHENS:
        return plain  # "75 -300mm" in tokenised text is a range
    loose = not tokens.glued(before) or tokens.words[before - 1] in _BEFORE_SIGN
    if (word in ("-", "–") and tokens.glued(number.first) and loose) or word == "−":
        return plain._replace(first=before, factor=Decimal(-1))
    return plain


def with_unit(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount:
    """The amount with the currency, percent sign or unit that stands beside its number."""
    words = tokens.words
    before, behind = words[amount.number.first - 1], words[_unit_place(tokens, amount, lexicon)]
    if before in lexicon.amount_before:
        found = _money_before(tokens, amount, lexicon)
        if found is not None:
            return found
    if behind in lexicon.amount_behind:
        for rule in _rules_behind(lexicon, behind):
            found = rule(tokens, amount, lexicon)
            if found is not None:
                return found
    elif before in lexicon.amount_before:
        return _age(tokens, amount, lexicon) or amount
    elif amount.number.scaled:
        return _unit(tokens, amount, lexicon) or amount
    return amount


@cache
def _rules_behind(lexicon: Lexicon, word: str) -> tuple[UnitRule, ...]:
    """The rules that a word behind a number can begin, in the order in which they are tried."""
    money = (lexicon.symbols, lexicon.money_after, lexicon.money_countries)
    begins: tuple[tuple[bool, UnitRule], ...] = (
        (word in lexicon.percent, _percent),
        (any(word in table for table in money), _money_after),
        (True, _age),
        (word in lexicon.durations or word in _shifts(lexicon), _duration),
        (word in lexicon.unit_rules["compound_feet"], _feet_and_inches),
        (True, _unit),
    )
    return tuple(rule for may, rule in begins if may)


def _unit_place(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> int:
    """Where the unit stands: behind a hyphen ("12-month"), or behind what links a scale to it ("millions d'euros")."""
    index, number = amount.last, amount.number
    if tokens.words[index] in lexicon.linkers and (number.scaled or number.vague is not None):
        found = lexicon.linkers.at(tokens.words, index)
        return index + found[0] if found else index
    return _past_hyphen(tokens, index)


def _money_before(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    before = amount.number.first - 1
    if before < 0:
        return None
    symbol = lexicon.symbols.get(tokens.words[before])
    if symbol is None and not tokens.glued(before + 1) and not _in_hashtag(tokens, amount):
        symbol = lexicon.symbols_apart.get(tokens.words[before])
    first = before
    if symbol is not None:
        if tokens.glued(before) and (code := _country_prefix(tokens, before, lexicon)) is not None:
            first, symbol = code
        amount = _letter_scale(tokens, amount, lexicon)
        sign = first - 1
        factor = amount.factor
        if sign >= 0 and tokens.words[sign] in ("-", "–", "−") and tokens.glued(first) and not tokens.glued(sign):
            first, factor = sign, Decimal(-1)
        return amount._replace(kind=Kind.MONEY, currency=symbol, first=first, factor=factor)
    found = lexicon.money_before.at(tokens.words, before)
    if found is None or not _is_code(tokens, before, found[0]):
        return None
    amount = _letter_scale(tokens, amount, lexicon)
    return amount._replace(kind=Kind.MONEY, currency=found[1], first=before - found[0] + 1)


def _in_hashtag(tokens: Tokens, amount: Amount) -> bool:
    """Whether letters that are no scale go on where the number ends: "# 147notjustanumber"."""
    return tokens.glued(amount.last) and tokens.words[amount.last].isalpha()


def _is_code(tokens: Tokens, before: int, size: int) -> bool:
    """Whether "rs", "usd", "try" is written as a currency: with a capital, or touching the number."""
    return tokens.capital(before - size + 1) or tokens.glued(before + 1)


def _country_prefix(tokens: Tokens, symbol: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """As in "US$", "C$", "U.S.$": first token and currency."""
    before = symbol - 1
    if tokens.words[symbol] != "$":
        return None
    if (code := lexicon.prefixed.get(tokens.words[before])) is not None:
        return before, code
    if tokens.words[before] == "." and tokens.words[before - 3] == "u" and tokens.words[before - 1] == "s":
        return before - 3, lexicon.prefixed.get("us", "USD")
    return None


def _letter_scale(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount:
    """As in "$2 m": behind a currency a letter is a scale even with a space before it."""
    word = tokens.words[amount.last]
    scale = lexicon.scales.get(word)
    if scale is None or word not in lexicon.scale_rules["weak"] or amount.number.scaled or not amount.number.digits:
        return amount
    number = amount.number
    scaled = number._replace(
        value=number.value * scale, precision=number.precision * scale, last=amount.last + 1, scaled=True,
        coefficient=number.value,
    )  # fmt: skip
    return amount._replace(number=scaled, last=amount.last + 1)


def _percent(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    index = _unit_place(tokens, amount, lexicon)
    found = lexicon.percent.at(tokens.words, index)
    if found is None:
        return None
    size, name = found
    if name == "percent":
        return amount._replace(kind=Kind.PERCENT, last=index + size)
    factor = amount.factor / 100 if name == "basis_points" else amount.factor
    return amount._replace(kind=Kind.PERCENTAGE_POINT, last=index + size, factor=factor)


def _past_hyphen(tokens: Tokens, index: int) -> int:
    """The token behind a hyphen that joins number and unit ("12-month")."""
    if tokens.words[index] not in HYPHENS or tokens.glued(index) != tokens.glued(index + 1):
        return index
    # Tokenised text has spaces on both sides; then only a unit right behind shows that it joins ("six - month").
    return index + 1


def _money_after(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    index = _unit_place(tokens, amount, lexicon)
    words = tokens.words
    code = lexicon.symbols.get(words[index])
    if code is not None and amount.number.digits:
        money = amount._replace(kind=Kind.MONEY, currency=code, last=index + 1)
        return _with_coins(tokens, money, lexicon) if is_digits(words[index + 1]) else money
    country = lexicon.money_countries.at(words, index) or _plural_country(tokens, index, lexicon)
    if country is not None:
        return amount._replace(kind=Kind.MONEY, currency=country[1], last=index + country[0])
    code = lexicon.money_after.get(words[index])
    if code is None or (code == "GBP" and _weighs(tokens, amount, lexicon)):
        return None
    if code.endswith(_MINOR):
        code = code.removesuffix(_MINOR)
        return amount._replace(kind=Kind.MONEY, currency=code, last=index + 1, factor=amount.factor / 100)
    if code.endswith(_MILLION):
        millions = amount._replace(kind=Kind.MONEY, currency=code.removesuffix(_MILLION), last=index + 1)
        return millions._replace(factor=amount.factor * 10**6)
    last = index + 2 if lexicon.money_after.get(words[index + 1]) == code else index + 1
    money = amount._replace(kind=Kind.MONEY, currency=code, last=last)
    if words[last] in lexicon.scales and _scales_code(tokens, money, lexicon):
        scale = lexicon.scales[words[last]]
        return money._replace(factor=money.factor * scale, last=last + 1)
    return _with_coins(tokens, money, lexicon) or money


def _scales_code(tokens: Tokens, money: Amount, lexicon: Lexicon) -> bool:
    """As in "75 USD millones": a scale behind the code in capitals, of a number without one."""
    first = tokens.starts[money.last - 1]
    code = tokens.text[first : tokens.end(money.last - 1)]
    weak = tokens.words[money.last] in lexicon.scale_rules["weak"]
    return code.isupper() and not weak and not money.number.scaled and money.number.value < _LARGEST_COUNT


def _with_coins(tokens: Tokens, money: Amount, lexicon: Lexicon) -> Amount | None:
    """As in "thirteen dollars forty-five cents": one sum; ``None`` if no coins follow."""
    words, index = tokens.words, money.last
    joined = words[index] in lexicon.scale_rules["joiners"] or words[index] in lexicon.scale_rules["point"]
    index += 1 if joined else 0
    if not (is_digits(words[index]) or words[index] in lexicon.cardinals) or money.number.scaled:
        return None
    coins = number_at(tokens, index, lexicon)
    if coins is None or coins.value >= HUNDRED:
        return None
    named = lexicon.money_after.get(words[coins.last], "").endswith(_MINOR)
    if not named and not _ends_a_price(tokens, money, coins, lexicon):
        return None
    number = money.number._replace(value=money.number.value + coins.value / HUNDRED, precision=TENTH * TENTH)
    return money._replace(number=number, last=coins.last + 1 if named else coins.last)


def _ends_a_price(tokens: Tokens, money: Amount, coins: Number, lexicon: Lexicon) -> bool:
    """As in "It costs 15 dollars and 50.": two digits that end the clause behind a price are its coins."""
    words = tokens.words
    before = words[money.first - 1]
    opened = before in lexicon.ranges["between"] or before in lexicon.ranges["from"] or before in lexicon.money_before
    ends = words[coins.last] in _CLAUSE_ENDS and not tokens.glued(coins.last + 1)
    return ends and not opened and len(words[coins.first]) == 2 and words[coins.first].isdecimal()


def _plural_country(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """As in "Canadian dollars": the table holds singulars."""
    for size in (2, 3, 4):
        last = tokens.words[index + size - 1]
        if last in lexicon.money_after:
            singular = [*tokens.words[index : index + size - 1], last[:-1], ""]
            return lexicon.money_countries.at(singular, 0) if last.endswith("s") else None
    return None


def _weighs(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether pounds are a weight here."""
    around = tokens.words[max(0, amount.first - 4) : amount.first] + tokens.words[amount.last : amount.last + 4]
    return any(word in lexicon.unit_rules["money_pounds"] for word in around)


def _age(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    number = amount.number
    if number.value != number.value.to_integral_value() or number.vague is not None:
        return None
    found = lexicon.ages_after.at(tokens.words, _unit_place(tokens, amount, lexicon))
    if found is not None:
        index = _unit_place(tokens, amount, lexicon)
        unit = lexicon.durations.get(tokens.words[index], "year")
        return amount._replace(kind=Kind.AGE, unit=unit, last=index + found[0])
    if number.value > _OLDEST or number.scaled or amount.factor != 1:
        return None
    before = lexicon.ages_before.at(tokens.words, amount.first - 1) if amount.first > 0 else None
    if before is not None and tokens.words[amount.last] in lexicon.ages["unit_behind"]:
        unit = lexicon.durations.get(tokens.words[amount.last], "year")
        return amount._replace(kind=Kind.AGE, unit=unit, first=amount.first - before[0], last=amount.last + 1)
    if tokens.words[amount.last] in lexicon.ages["unit_behind"]:
        return _age_with_unit(tokens, amount, lexicon)
    if before is not None and tokens.words[amount.last] not in lexicon.durations:
        return amount._replace(kind=Kind.AGE, unit="year", first=amount.first - before[0])
    return amount._replace(kind=Kind.AGE, unit="year") if _between_commas(tokens, amount, lexicon) else None


def _age_with_unit(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    """As in "Marie, 35 ans, enseignante", "un hombre de 35 años".

    A number of years that is an age by what stands around it.
    """
    words, ages = tokens.words, lexicon.ages
    before, behind = amount.first - 1, amount.last + 1
    opened = words[before] in (",", "(") and words[amount.last] in ages["set_off"] and before > 0
    linked = words[before] in ages["of"]
    if opened:
        aged = (
            tokens.capital(before - 1)
            and words[behind] in (",", ".", ")", ";")
            and words[before - 1] not in lexicon.months
        )
    else:
        person = words[before - 1]
        aged = linked and before > 0 and (person == "," or person in ages["of_after"])
    unit = lexicon.durations.get(words[amount.last], "year")
    return amount._replace(kind=Kind.AGE, unit=unit, last=behind) if aged else None


def _between_commas(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> bool:
    """As in "Smith, 35, said": an age set off behind a name."""
    words, first, last = tokens.words, amount.first, amount.last
    if not amount.number.digits or words[first - 1] != "," or words[last] not in (",", ".", ";") or first < 2:
        return False
    name = words[first - 2]
    closed = words[last] == "," or not is_digits(words[last + 1])
    if not closed or not name.isalpha() or len(name) < 2 or name in lexicon.months or name in lexicon.weekdays:
        return False
    return tokens.capital(first - 2) or not _capitals_before(tokens, first)


def _capitals_before(tokens: Tokens, index: int) -> bool:
    start = tokens.starts[index]
    return any(map(str.isupper, tokens.text[max(0, start - _CAPITALS_WITHIN) : start]))


def _duration(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    index = _unit_place(tokens, amount, lexicon)
    index += 1 if (shifted := tokens.words[index] in _shifts(lexicon)) else 0
    unit = lexicon.durations.get(tokens.words[index])
    if unit is None or (shifted and lexicon.relative["counts_plural"] and not tokens.words[index].endswith("s")):
        return None  # "two last minute goals"
    size, unit = duration_unit(unit)
    sized = amount._replace(kind=Kind.DURATION, unit=unit, last=index + 1, factor=amount.factor * size)
    return _with_half_unit(tokens, sized, lexicon)


def _shifts(lexicon: Lexicon) -> frozenset[str]:
    """The words that may stand between a number and its unit of time: "les 13 dernières minutes"."""
    return lexicon.relative["inner_last"] | lexicon.relative["inner_next"]


def duration_unit(unit: str) -> tuple[Decimal, str]:
    """Size and unit of a duration word: a fortnight is "2 week" in the tables."""
    size, _, name = unit.rpartition(" ")
    return Decimal(size or 1), name


def _with_half_unit(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount:
    """As in "a year and a half", "an hour and a quarter"."""
    words, last = tokens.words, amount.last
    joined = words[last] in lexicon.scale_rules["joiners"]
    last = last if words[last + 1] in lexicon.scale_rules["article"] else last - 1
    if joined and words[last + 2] in lexicon.scale_rules["quarter"]:
        number = amount.number._replace(value=amount.number.value + TENTH * 5 / 2, precision=TENTH * TENTH)
        return amount._replace(number=number, last=last + 3)
    if joined and words[last + 2] in lexicon.scale_rules["half"]:
        value = amount.number.value + TENTH * 5
        return amount._replace(number=amount.number._replace(value=value, precision=TENTH), last=last + 3)
    return amount


def _feet_and_inches(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    """As in "6-foot-2", "5ft 10in", "6 feet 2 inches": one length in inches."""
    words = tokens.words
    index = _past_hyphen(tokens, amount.last)
    if words[index] not in lexicon.unit_rules["compound_feet"]:
        return None
    joiner = tokens.words[index + 1] in lexicon.scale_rules["joiners"]
    second = index + 2 if joiner else _past_hyphen(tokens, index + 1)
    inches = number_at(tokens, second, lexicon) if second > index + 1 or is_digits(words[second]) else None
    if inches is None or inches.value >= 12 or amount.number.value > 20:
        return None
    last = inches.last
    named = words[last] in lexicon.unit_rules["compound_inches"]
    if not named and second == index + 1 and not tokens.glued(second):
        return None
    value = amount.number.value * 12 + inches.value
    number = amount.number._replace(value=value, precision=Decimal(1))
    return amount._replace(number=number, kind=Kind.MEASURE, unit="inch", last=last + 1 if named else last)


def _unit(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    number = amount.number
    if number.scaled and number.digits and tokens.words[number.last - 1] in lexicon.unit_rules["letter_units"]:
        return _letter_unit(tokens, amount, lexicon)
    index = _unit_place(tokens, amount, lexicon)
    word = tokens.words[index]
    capital = lexicon.capital_units.get(word)
    large = capital is not None and (tokens.capital(index) or tokens.caseless)
    if capital is not None and large and number.digits and tokens.glued(index) and index == amount.last:
        return amount._replace(kind=Kind.MEASURE, unit=capital, last=index + 1)
    found = lexicon.units.at(tokens.words, index)
    if found is None:
        return None
    size, unit = found
    if len(word) <= 2 and word.isalpha() and not number.digits:
        return None
    follows = tokens.words[index + size] in lexicon.unit_rules["letter_units_before"]
    if word in lexicon.unit_rules["letter_units"] and not (tokens.glued(index) or follows):
        return None
    return amount._replace(kind=Kind.MEASURE, unit=unit, last=index + size)


def _measures(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether the word behind "46m" makes it a length: a word of size, or one thing ("a 46m well", not "46m users")."""
    word = tokens.words[index]
    if word in lexicon.unit_rules["letter_units_before"]:
        return True
    plural = (
        word.endswith("s") or word in lexicon.irregular or word in lexicon.scales or word in lexicon.counting["stop"]
    )
    one_thing = tokens.words[index - 3] in lexicon.counting["articles"] and len(word) > 2
    return one_thing and word.isalpha() and not plural


def _letter_unit(tokens: Tokens, amount: Amount, lexicon: Lexicon) -> Amount | None:
    """Metres in "2.5m high"; in "2.5m sales" the letter stays a scale."""
    number = amount.number
    found = lexicon.units.at(tokens.words, number.last - 1)
    if found is None or not number.coefficient:
        return None
    squared = found[0] > 1 and tokens.glued(number.last)
    if not squared and not _measures(tokens, number.last, lexicon):
        return None
    scale = number.value / number.coefficient
    plain = number._replace(value=number.coefficient, precision=number.precision / scale, scaled=False)
    return amount._replace(number=plain, kind=Kind.MEASURE, unit=found[1], last=number.last - 1 + found[0])
