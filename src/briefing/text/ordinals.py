"""Ordinals of several words or with a full stop: "vingt et unième", "trigésimo segundo", "der 21. Pfeiler", "21.º"."""

from briefing.text.dates.context import DateContext
from briefing.text.digits import is_digits, parse_digits
from briefing.text.numbers import number_at
from briefing.text.tokens import HYPHENS

_LONGEST = 9
_MOST_JOINTS = 2
_HUNDRED, _THOUSAND = 100, 1000
_SCALES = frozenset((_THOUSAND, _THOUSAND**2, _THOUSAND**3, _THOUSAND**4))
Ordinal = tuple[int, int]
"""Its number and the token behind it."""


def joined_ordinal(context: DateContext, index: int) -> Ordinal | None:
    """The ordinal that begins at ``index`` by the rules of the language; ``None`` if none does."""
    words, lexicon = context.tokens.words, context.lexicon
    rules = lexicon.ordinal_rules
    word = words[index]
    if is_digits(word):
        return _dotted(context, index)
    if words[index + 1] in lexicon.ordinals and (scaled := _scaled(context, index)) is not None:
        return scaled
    if word in lexicon.ordinals:
        return _added(context, index) if rules["adds"] else None
    if rules["adds"]:
        return _multiplied(context, index)
    return _behind_number(context, index) if rules["number_first"] and word not in rules["inside_only"] else None


def _scaled(context: DateContext, index: int) -> Ordinal | None:
    """As in "two hundredth", "cent trillionième": how many of the scale; "two hundredths" are parts of a whole."""
    words, lexicon = context.tokens.words, context.lexicon
    count, unit = lexicon.cardinals.get(words[index], 0), lexicon.ordinals[words[index + 1]]
    before, behind = words[index - 1], words[index + 2]
    if unit not in _SCALES and unit != _HUNDRED:
        return None
    parts = words[index + 1] in lexicon.fractions and words[index + 1] not in lexicon.scale_rules["one_part"]
    if not 1 < count < (10 if unit == _HUNDRED else _THOUSAND) or parts or behind in lexicon.counting["partitive"]:
        return None
    joined = before in lexicon.cardinals or before in lexicon.scales or before in HYPHENS
    added = behind in lexicon.ordinals
    return None if joined or added else (count * unit, index + 2)


def is_other_word(context: DateContext, index: int, last: int) -> bool:
    """Whether an ordinal word is no ordinal here: "prima di", "segundo o governo", "unième" without its tens."""
    words, lexicon = context.tokens.words, context.lexicon
    rules = lexicon.ordinal_rules
    if last != index + 1:
        return False
    if words[index] in rules["inside_only"]:
        return True
    if words[index] not in rules["needs_noun"]:
        return False
    behind = words[last]
    return not behind.isalpha() or behind in lexicon.counting["stop"]


def _dotted(context: DateContext, index: int) -> Ordinal | None:
    """As in "Der 21. Pfeiler", "el 21.º puente"."""
    tokens, lexicon = context.tokens, context.lexicon
    words, rules = tokens.words, lexicon.ordinal_rules
    if words[index + 1] != "." or not tokens.glued(index + 1) or len(words[index]) > _LONGEST:
        return None
    value = parse_digits(words[index], lexicon)
    if value is None or value != value.to_integral_value():
        return None
    behind = index + 2
    if rules["spaced_dot"] and words[behind] in lexicon.ordinal_suffixes and tokens.glued(behind):
        return int(value), behind + 1
    stands = (
        rules["dot"] and not tokens.glued(behind) and words[behind].isalpha() and words[index - 1] in rules["dot_after"]
    )
    return (int(value), behind) if stands and index and words[index].isdecimal() else None


def _added(context: DateContext, index: int) -> Ordinal | None:
    """As in "Trigésimo segundo", "centésima vigésima quinta": the parts are added."""
    words, ordinals = context.tokens.words, context.lexicon.ordinals
    total, last = ordinals[words[index]], index + 1
    return _with_added(context, total, last) if total >= 10 else None


def _multiplied(context: DateContext, index: int) -> Ordinal | None:
    """As in "Dos milésimo tricentésimo", "quinientos diez millonésimo": the group before is multiplied."""
    number = number_at(context.tokens, index, context.lexicon)
    if number is None or number.digits or number.value != number.value.to_integral_value():
        return None
    unit = context.lexicon.ordinals.get(context.tokens.words[number.last], 0)
    if unit not in _SCALES:
        return None
    value = int(number.value)
    group = value % (_THOUSAND if unit == _THOUSAND else _THOUSAND**2)
    total, last = value - group + group * unit, number.last + 1
    return (_with_added(context, total, last) or (total, last)) if group else None


def _with_added(context: DateContext, total: int, last: int) -> Ordinal | None:
    words, ordinals = context.tokens.words, context.lexicon.ordinals
    index = last - 1
    place = total
    while place >= 10 and total % 10 == 0:
        follow = ordinals.get(words[last], 0)
        if not 0 < follow < (10 if place < 100 else 100 if place < 1000 else 1000) or total % _above(follow):
            break
        total, place, last = total + follow, follow, last + 1
    return (total, last) if last > index + 1 else None


def _above(value: int) -> int:
    """The power of ten above a number: 100 for 47."""
    return int(10 ** len(str(value)))


def _behind_number(context: DateContext, index: int) -> Ordinal | None:
    """As in "Vingt et unième", "dix-septième", "cent vingt-cinquième", "soixante-dixième"."""
    words, lexicon = context.tokens.words, context.lexicon
    number = number_at(context.tokens, index, lexicon)
    if number is None or number.digits or number.value != number.value.to_integral_value() or number.value < 10:
        return None
    position = number.last
    while position < number.last + _MOST_JOINTS + 1 and (
        words[position] in HYPHENS or words[position] in lexicon.scale_rules["joiners"]
    ):
        position += 1
    value, unit = int(number.value), lexicon.ordinals.get(words[position], 0)
    rest = value % 100
    fits = (
        (rest % 10 == 0 and unit < 10 and rest != 10) or (rest == 10 and 7 <= unit < 10) or (rest == 0 and unit < 100)
    )
    fits = fits or (rest in (60, 80) and 10 <= unit < 20 and "vigesimal" in lexicon.scale_rules["style"])
    return (value + unit, position + 1) if unit and fits else None
