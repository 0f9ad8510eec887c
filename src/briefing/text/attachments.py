"""Which names a text prints together: "of Tulsa", "which is based in ...", the house of a role."""

import re
from collections.abc import Iterator

from briefing.records.article import TextUnit
from briefing.records.names import NameKind
from briefing.text.appearances import Appearance, Appearances, Sort
from briefing.text.names_tables import tables

_AGE = r"(?:, (?:aged )?\d{1,3}(?=,)| \(\d{1,3}\))?"
_OF = re.compile(rf"{_AGE},? (?:of|from|at|with) (?:the )?$")
_APPOSED = re.compile(
    rf"{_AGE},? (?:who|which|based|an?|the|then|now|part|owned|run|headed|led|chaired)\b[^,.;:()\n\"“”]{{0,70}} $"
)
_OWNED = re.compile(r"['’]s? (?:[a-z-]+ ){0,5}[a-z-]+,? (?:the )?$")
_NO_LINK = frozenset(("and", "but", "to", "after", "before", "against", "while", "when", "than"))
_REACH = 90


def attached(where: Appearances, unit: TextUnit) -> Iterator[tuple[Appearance, Appearance]]:
    """The pairs of names of a sentence that are printed as belonging together, the person or house first."""
    names = where.in_unit(unit)
    text = where.reading.text
    for at, one in enumerate(names):
        if one.sort in (Sort.PLACE, Sort.COUNTRY) or one.name.kind is NameKind.NATIONALITY:
            continue
        for other in names[at + 1 :]:
            if other.name.start - one.name.end > _REACH or other.sort is Sort.PERSON:
                break
            if _linked(text[one.name.end : other.name.start], person=one.sort is Sort.PERSON):
                yield one, other
        yield from _in_roles(where, one, names)


def _linked(gap: str, *, person: bool) -> bool:
    if person and _OF.match(gap):
        return True
    match = _APPOSED.match(gap)
    return match is not None and not any(word in _NO_LINK or word in tables().speech for word in gap.split())


def _in_roles(
    where: Appearances, one: Appearance, names: tuple[Appearance, ...]
) -> Iterator[tuple[Appearance, Appearance]]:
    """Names within the words that say what somebody is, before the name ("Portway Sul's chief executive, ...")."""
    person = where.cast.person_at(one.name.start)
    if person is None or one.sort is not Sort.PERSON:
        return
    text = where.reading.text
    for role in person.roles:
        for other in names:
            if other.sort is Sort.PERSON:
                continue
            inside = role.words.start <= other.name.start < role.words.end
            if inside or (other.name.end <= role.words.start and _OWNED.match(text[other.name.end : one.name.start])):
                yield one, other
