"""Lists of names that a text prints, so that their members can be counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.records.quantity import Words
from briefing.text.derivations.cues import Cues
from briefing.text.wording import lower_words, stem

_NAME = (
    r"(?:the\s)?\b[a-z]{0,5}[^\W\d_a-z][\w'’&-]*"
    r"(?:\s(?:(?:of|the|de|du|la|al|van|von)\s)?[^\W\d_a-z][\w'’&-]*){0,4}"
)
_LIST = re.compile(rf"(?:{_NAME},\s){{0,30}}{_NAME},?\sand\s{_NAME}")
_ITEM = re.compile(r",\s(?:and\s)?|\sand\s")
_MARKS = (":", "—", "–", "(")
_WORDS_AWAY = 4
_FAR_AWAY = 10
_BEHIND = 2
_LONGEST_ITEM = 6


@dataclass(frozen=True, slots=True)
class PrintedList:
    """The members of a list, and whether the text says that there are more."""

    members: tuple[Words, ...]
    partial: bool
    """Whether they are some of the members only: "countries, including Benin and Chad"."""


def lists_of(noun: str, text: str, start: int, end: int, known: Cues) -> Iterator[PrintedList]:
    """The lists of names in ``text[start:end]``, one sentence, that name things called ``noun``."""
    wanted = stem(noun)
    for match in _LIST.finditer(text, start, end):
        members = tuple(_members(text, match.start(), match.end()))
        before = text[start : match.start()]
        opened = _opened(wanted, before, known)
        if opened is not None:
            yield PrintedList(members, opened)
        elif _closed(noun, members[-1].text, text[match.end() : end]):
            yield PrintedList(members, partial=False)


def _members(text: str, start: int, end: int) -> Iterator[Words]:
    at = start
    for mark in _ITEM.finditer(text, start, end):
        yield Words(text[at : mark.start()], at, mark.start())
        at = mark.end()
    yield Words(text[at:end], at, end)


def _opened(noun: str, before: str, known: Cues) -> bool | None:
    """Whether words in front of a list say that it holds some things of that noun, or all; ``None`` if neither."""
    words = lower_words(before)
    if not words:
        return None
    if words[-1] in known.partial or words[-2:] in (["such", "as"], ["among", "them"]):
        return True if noun in map(stem, words[-_FAR_AWAY:]) else None
    if before.rstrip().endswith(_MARKS):
        return False if noun in map(stem, words[-_WORDS_AWAY:]) else None
    direct = words[-1] in known.complete and len(words) > 1 and stem(words[-2]) == noun
    return False if direct else None


def _closed(noun: str, last: str, behind: str) -> bool:
    """Whether the noun, in the plural, ends a list: "the York and Hull combined authorities", "Avia Airlines"."""
    own = lower_words(last)
    if len(own) > 1 and _is_plural(own[-1], noun):
        return True
    clause = re.split(r"[,.;:()]", behind, maxsplit=1)[0]
    return any(_is_plural(word, noun) for word in lower_words(clause)[:_BEHIND])


def _is_plural(word: str, noun: str) -> bool:
    return word != noun and stem(word) == stem(noun)


def own_list(behind: str) -> tuple[str, ...]:
    """The members that a sentence lists behind a mark: "three places: a barn, a shed and a hall"; empty if none."""
    text = behind.strip()
    if not text.startswith(_MARKS):
        return ()
    members = tuple(part.strip(" .)") for part in _ITEM.split(text[1:].strip()))
    short = all(0 < len(lower_words(member)) <= _LONGEST_ITEM for member in members)
    return members if short and len(members) > 1 else ()
