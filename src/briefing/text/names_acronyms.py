"""Acronyms: whether one fits its long form, and one that a text prints in two forms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.records.quantity import Words

_SMALL = "of|the|for|and|on|to|in|de|des|du|la"
_SHORT = 3
"""Two letters are too few to tell a slip from another acronym."""


@dataclass(frozen=True, slots=True)
class AcronymForms:
    """An acronym as the text introduces it, its long form, and the differing form that it uses later."""

    introduced: Words
    long_form: Words
    used: Words


@cache
def _introduction() -> re.Pattern[str]:
    word = r"(?!The\b|A\b|An\b)[A-Z][\w'’-]*"
    return re.compile(rf"(?<![\w'’-])((?:{word}) (?:(?:{word}|{_SMALL}) ){{0,7}}?(?:{word})) \(([A-Z]{{2,9}})\)")


_ACRONYM = re.compile(r"(?<![\w.&/-])[A-Z]{3,9}(?![\w&/-]|\.[A-Z])")


def initials(words: Sequence[str]) -> str:
    """First letters of the words that begin with a capital."""
    return "".join(word[0] for word in words if word[:1].isupper())


def fits(acronym: str, words: Sequence[str]) -> bool:
    """Whether ``acronym`` can stand for ``words``: at least two thirds of its letters are their initials.

    Order is left open because an acronym may be made of the name in another language.
    """
    pool = list(initials(words))
    letters = [letter for letter in acronym if letter.isalpha()]
    hits = 0
    for letter in letters:
        if letter in pool:
            pool.remove(letter)
            hits += 1
    return len(letters) > 1 and 3 * hits >= 2 * len(letters)


def acronym_forms(text: str) -> tuple[AcronymForms, ...]:
    """Acronyms that ``text`` introduces in one form and then uses in another, in text order.

    A pair is reported only when the introduced form is never used again, the other form is never introduced, and
    the two are one doubled letter apart or the other form is what the initials of the long form give.
    """
    introduced = list(_introduction().finditer(text))
    if not introduced:
        return ()
    uses: dict[str, list[int]] = {}
    for match in _ACRONYM.finditer(text):
        uses.setdefault(match.group(), []).append(match.start())
    known = {match.group(2) for match in introduced} | set(re.findall(r"\(([A-Z]{2,9})\)", text))
    found = [_pair(match, uses, known) for match in introduced]
    return tuple(pair for pair in found if pair is not None)


def _pair(match: re.Match[str], uses: dict[str, list[int]], known: set[str]) -> AcronymForms | None:
    acronym = match.group(2)
    if len(acronym) < _SHORT:
        return None
    expected = initials(match.group(1).split())
    for other, places in uses.items():
        if other in known or places[0] < match.end() or not _is_slip(acronym, other, expected):
            continue
        return AcronymForms(
            introduced=Words(acronym, match.start(2), match.end(2)),
            long_form=Words(match.group(1), match.start(1), match.end(1)),
            used=Words(other, places[0], places[0] + len(other)),
        )
    return None


def _is_slip(acronym: str, other: str, expected: str) -> bool:
    if acronym == other or len(other) < _SHORT:
        return False
    if other == expected:
        return True
    short, long = sorted((acronym, other), key=len)
    return len(long) == len(short) + 1 and _without_doubles(long, short)


def _without_doubles(long: str, short: str) -> bool:
    """Whether ``long`` is ``short`` with one letter printed twice."""
    return any(long[at] == long[at + 1] and long[:at] + long[at + 1 :] == short for at in range(len(long) - 1))
