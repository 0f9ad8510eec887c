"""Second thoughts about sentence ends: which of a splitter's boundaries fall inside an abbreviation or a quotation.

The splitter is quick and right nearly always; what it gets wrong in news copy are ranks and titles in languages other
than the one it was told, abbreviations before a number, and what follows a closing quotation mark in lower case.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_OPENERS = "([\"'“‘«‹–—-"
_LOOK_BACK = 24
"""No abbreviation in the list is longer, with the character before it."""
_STOPS = frozenset(".!?…。！？")
_CLOSERS = "\"'”’»)]›"
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    titles: frozenset[str]
    before_numbers: frozenset[str]
    inner: frozenset[str]
    starters: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    import tomllib

    raw = (Path(__file__).parent / "data" / "abbreviations.toml").read_text(encoding="utf-8")
    lists: dict[str, str] = tomllib.loads(raw)
    return _Abbreviations(**{name: frozenset(listed.split()) for name, listed in lists.items()})


def ends_with_stop(text: str) -> bool:
    """Whether ``text`` ends like a sentence: a stop, perhaps with closing quotes or brackets after it."""
    tail = text[-_LOOK_BACK:].rstrip().rstrip(_CLOSERS)
    return tail[-1:] in _STOPS


def closers_at(text: str, start: int, end: int) -> int:
    """Where the closing quotes or brackets that a boundary left behind end, if white space follows; else ``start``."""
    at = start
    end = min(end, start + _LOOK_BACK)
    while at < end and text[at] in _CLOSERS:
        at += 1
    return at if text[at : at + 1].isspace() or at == len(text) else start


def is_false_end(before: str, after: str) -> bool:
    """Whether the sentence goes on between ``before`` and ``after``, which are stripped and not empty.

    Only the last few characters of ``before`` and the first of ``after`` are looked at.
    """
    if not any(char.isalnum() for char in after[:_LOOK_BACK]) and len(after) <= _LOOK_BACK:
        return True
    tail = before[-_LOOK_BACK:]
    if after[0].islower():
        return True
    word = tail.split()[-1].lstrip(_OPENERS)
    if not word.endswith(".") or not word[0].isalpha():
        return not ends_with_stop(tail)
    return _abbreviated(word[:-1], after[: _LOOK_BACK * 2])


def _abbreviated(word: str, after: str) -> bool:
    known = _abbreviations()
    folded = word.lower()
    if after[0].isdigit():
        return folded in known.before_numbers or folded in known.titles or folded in known.inner
    if word[0].isupper() and (folded in known.titles or _is_initial(word)):
        return after[0].isupper() and (folded not in ("m", "st") or not _starts_sentence(after, known))
    return folded in known.inner and after[0].isupper() and not _starts_sentence(after, known)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word != "I"


def _starts_sentence(after: str, known: _Abbreviations) -> bool:
    match = _FIRST_WORD.search(after)
    return match is not None and match.group().lower() in known.starters
