"""Numbers that name something and count nothing: "resolution 2699", "Boeing 737", "COVID-19", "M23", a phone number.

An identifier is compared letter by letter and never enters arithmetic.
"""

from briefing.text.digits import is_digits
from briefing.text.lexicon import Lexicon
from briefing.text.tokens import Tokens

_JOINTS = frozenset("-‐‑/.:@_#+=&?%")
_PHONE_DIGITS = 7
_YEAR_DIGITS = 4
_PHONE_GROUPS = 3
_RUN_JOINTS = frozenset(("°", "º", "-", "‐", ")"))
"""What may stand between the parts of a telephone number or behind the degrees of a place."""
_COMPASS = frozenset("nsew")
_ANGLE = frozenset("°º'’′″\".,")


def identifier_at(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """First and last token of the identifier that holds the number at ``index``; ``None`` if it is none."""
    glued, glued_behind = tokens.glued(index), tokens.glued(index + 1)
    found = _slashed(tokens, index, lexicon) if glued_behind else None
    if glued and found is None:
        found = _address(tokens, index) or _glued_to_letters(tokens, index, lexicon)
    found = found or _long_run(tokens, index)
    if glued_behind and found is None:
        found = _letters_behind(tokens, index, lexicon)
    return found or _named(tokens, index, lexicon)


def _slashed(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """As in "24/7", "9/11"."""
    words = tokens.words
    if words[index + 1] != "/" or not tokens.glued(index + 1) or not tokens.glued(index + 2):
        return None
    joined = f"{words[index]}/{words[index + 2]}"
    return (index, index + 3) if joined in lexicon.identifier_rules["slashed"] else None


def _address(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A web address or a path that holds digits."""
    if not tokens.glued(index) or tokens.words[index - 1] not in _JOINTS:
        return None
    first, last = _whole_run(tokens, index)
    run = tokens.words[first:last]
    parts = run.count("/") + run.count("@") + (2 if "://" in "".join(run) else 0)
    return (first, last) if parts > 1 and any(len(word) > 1 and word.isalpha() for word in run) else None


def _glued_to_letters(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """As in "M23", "G7", "COVID-19", "F-16", "A320neo": letters in front, with or without a hyphen."""
    words = tokens.words
    if not tokens.glued(index) or not is_digits(words[index]):
        return None
    before = index - 1
    if words[before].isalpha() and not _is_currency(tokens, before, lexicon):
        first, last = _whole_run(tokens, index)
        headed = lexicon.identifiers.at(words, first - 1) if first else None
        return (first - headed[0] if headed else first), last
    if words[before] not in "-‐‑" or not tokens.glued(before):
        return None
    prefix = words[before - 1]
    if not prefix.isalpha() or prefix in lexicon.identifier_rules["prefixes_open"]:
        return None
    if (
        prefix in lexicon.months
        or prefix in lexicon.date_parts
        or prefix in lexicon.weekdays
        or prefix in lexicon.cardinals
    ):
        return None
    return _whole_run(tokens, index)


def _is_currency(tokens: Tokens, before: int, lexicon: Lexicon) -> bool:
    return lexicon.money_before.at(tokens.words, before) is not None


def _whole_run(tokens: Tokens, index: int) -> tuple[int, int]:
    """Everything that touches the number without a space, as one name."""
    words = tokens.words
    first = index
    while tokens.glued(first) and (words[first - 1].isalnum() or words[first - 1] in _JOINTS) and first > index - 64:
        first -= 1
    last = index + 1
    while last < tokens.count and tokens.glued(last) and _continues(tokens, last) and last < index + 64:
        last += 1
    return first, last


def _continues(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word.isalnum():
        return True
    return word in _JOINTS and tokens.glued(index + 1) and tokens.words[index + 1].isalnum()


def _long_run(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Phone numbers, coordinates and digit runs too long to be an amount."""
    words = tokens.words
    behind = words[index + 1]
    if not is_digits(words[index]) or not (is_digits(behind) or behind in _RUN_JOINTS):
        return None
    if is_digits(words[index + 1]) and tokens.glued(index + 1):
        return _whole_run(tokens, index)
    degrees = words[index + 1] in ("°", "º")
    compass = words[index + 2] in _COMPASS and tokens.capital(index + 2)
    if degrees and (compass or (is_digits(words[index + 2]) and tokens.glued(index + 2))):
        return _coordinate(tokens, index)
    last, digits = index + 1, len(words[index])
    while last < index + 12:
        step = last + 1 if words[last] in ("-", "‐", ")") else last
        if not words[step].isdecimal() or not 2 <= len(words[step]) <= 5 or (step == last and tokens.gap(last) != " "):
            break
        digits += len(words[step])
        last = step + 1
    groups = last - index
    if len(words[index]) == len(words[last - 1]) == _YEAR_DIGITS and digits == 2 * _YEAR_DIGITS:
        return None  # the years of a life, not a telephone
    opened = words[index - 1] in ("+", "(") and tokens.glued(index)
    if digits < _PHONE_DIGITS or groups == 1 or not (opened or words[index].startswith("0")):
        return _phone_by_hyphens(tokens, index)
    return (index - 1 if opened else index), last


def _phone_by_hyphens(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """As in "555-0142", "800-555-0142"."""
    words = tokens.words
    if not words[index].isdecimal() or len(words[index]) != 3:
        return None
    last, groups = index + 1, [len(words[index])]
    while words[last] == "-" and tokens.glued(last) and tokens.glued(last + 1) and words[last + 1].isdecimal():
        if len(groups) == _PHONE_GROUPS:
            return None
        groups.append(len(words[last + 1]))
        last += 2
    return (index, last) if groups in ([3, 4], [3, 3, 4]) else None


def _coordinate(tokens: Tokens, index: int) -> tuple[int, int]:
    words, last = tokens.words, index + 1
    while last < index + 24 and (is_digits(words[last]) or words[last] in _ANGLE or words[last] in _COMPASS):
        last += 1
    while words[last - 1] in (".", ","):
        last -= 1
    return index, last


def _letters_behind(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """As in "3D", "747-400", "5G": digits with letters that are no unit, scale or ordinal."""
    words = tokens.words
    word = words[index + 1]
    if not is_digits(words[index]) or not tokens.glued(index + 1) or not word.isalpha():
        return None
    known = (
        word in lexicon.scales or word in lexicon.ordinal_suffixes or word in lexicon.units or word in lexicon.durations
    )
    known = (
        known
        or word in lexicon.meridiem
        or word in lexicon.money_after
        or word in lexicon.percent
        or word == "s"
        or word in lexicon.capital_units
    )
    known = known or word in lexicon.dates["decade_glued"]
    if known or word in lexicon.times["glued"] or not words[index].isdecimal() or word in lexicon.dates["era"]:
        return None
    return _whole_run(tokens, index) if len(word) <= 2 or is_digits(words[index + 2]) else None


def _named(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """As in "resolution 2699", "Article 19", "No. 10", "Formula One", "Boeing 737"."""
    words = tokens.words
    before = index - 1
    if words[before] == "(" or before < 0:
        return None
    found = lexicon.identifiers.at(words, before) if words[before] in lexicon.identifiers else None
    if found is None or (tokens.glued(index) and words[before] not in ("#", ".")):
        return None
    size = found[0]
    head = words[before]
    if head in lexicon.identifier_rules["measured"]:
        return None
    spelled = not is_digits(words[index])
    if spelled and not tokens.capital(index):
        return None
    name = " ".join(words[before - size + 1 : index])
    if (head in lexicon.identifier_rules["weak"] or name in lexicon.identifier_rules["weak"]) and not _weak_name(
        tokens, before - size + 1, index, lexicon
    ):
        return None
    return before - size + 1, _tail(tokens, index)


def _weak_name(tokens: Tokens, head: int, index: int, lexicon: Lexicon) -> bool:
    """Whether an ordinary noun before a number names with it: "Part 2", "on day 3", not "the number 20 passengers"."""
    behind = tokens.words[index + 1]
    if tokens.words[index + 1] in lexicon.scales or tokens.words[index + 1] in lexicon.percent:
        return False
    if (
        tokens.words[index + 1] in _JOINTS
        and tokens.glued(index + 1)
        and _short(tokens.words[index], tokens.words[index + 2])
    ):
        return False
    joined = tokens.words[index + 1] in _JOINTS and tokens.glued(index + 1)
    if tokens.words[index].isdecimal() and len(tokens.words[index]) == 4 and not tokens.capital(head) and not joined:
        return False
    capital = tokens.capital(head) and head > 0 and tokens.words[head - 1] not in (".", "!", "?", "", "\n")
    return capital or not behind.isalpha() or behind in lexicon.counting["stop"]


def _short(one: str, two: str) -> bool:
    """Whether two numbers look like a score or a vote behind the noun ("backed the bill 52-48")."""
    return one.isdecimal() and two.isdecimal() and max(len(one), len(two)) <= 3


def _tail(tokens: Tokens, index: int) -> int:
    """The token behind the number and what is glued to it ("2A", "19(b)", "10-K")."""
    _, last = _whole_run(tokens, index)
    while tokens.words[last] == "(" and tokens.glued(last) and tokens.words[last + 2] == ")":
        last += 3
    return last
