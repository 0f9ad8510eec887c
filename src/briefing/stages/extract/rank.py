"""Which clauses become facts: every one with a figure that matters, then the ones that tell most."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.records.draft import FactKind
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Kind, Quantity
from briefing.stages.extract.clauses import Clause, looks_ahead
from briefing.stages.extract.cues import BACKGROUND, EVENT, PRONOUN_START, QUOTED, SPEECH
from briefing.stages.extract.general import is_filler

_AMOUNTS = frozenset(
    {
        Kind.CARDINAL,
        Kind.MONEY,
        Kind.PERCENT,
        Kind.PERCENTAGE_POINT,
        Kind.RATIO,
        Kind.MULTIPLIER,
        Kind.MEASURE,
        Kind.SCORE,
        Kind.AGE,
    }
)
_TIMES = frozenset({Kind.DATE, Kind.DURATION, Kind.IDENTIFIER})
_FIRM = frozenset({Kind.DURATION, Kind.IDENTIFIER})
_WORD = re.compile(r"[^\W\d_]{4,}")
_ENOUGH = 18
"""A story of up to this many statements is told in full."""
_SHORT = 30
_TABLE_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Ranked:
    """A clause with what speaks for it. ``important`` clauses are kept as long as there is room."""

    clause: Clause
    score: float
    important: bool


def ranked(clauses: Sequence[Clause], *, title: str, wanted: Sequence[int]) -> list[Ranked]:
    """Score every clause; ``wanted`` are sorted offsets that the profile's fields rest on."""
    topic = {word.casefold() for word in _WORD.findall(title)}
    result: list[Ranked] = []
    seen: set[str] = set()
    at = 0
    for position, clause in enumerate(clauses):
        key = " ".join(clause.text.casefold().split())
        if key in seen:
            continue
        seen.add(key)
        while at < len(wanted) and wanted[at] < clause.start:
            at += 1
        needed = at < len(wanted) and wanted[at] < clause.end
        result.append(_rank(clause, position, topic, needed=needed))
    return result


def choose(candidates: Sequence[Ranked], *, limit: int) -> tuple[list[Clause], int]:
    """The clauses to keep, in text order, and how many good ones the limit left out."""
    by_score = sorted(candidates, key=lambda one: (-one.score, one.clause.start))
    important = [one for one in by_score if one.important]
    others = [one for one in by_score if not one.important]
    room = max(_ENOUGH - len(important), len(candidates) // 3)
    kept = [*important, *others[:room]][:limit]
    left_out = max(0, len(important) - limit)
    return sorted((one.clause for one in kept), key=lambda clause: clause.start), left_out


def amounts(clause: Clause) -> list[Quantity]:
    """The figures of a clause that count or measure something."""
    return [one for one in _quantities(clause) if one.kind in _AMOUNTS and not is_filler(one)]


def _quantities(clause: Clause) -> list[Quantity]:
    items = clause.sentence.quantities
    first = bisect_left(items, clause.start, key=_start)
    return [one for one in items[first : bisect_left(items, clause.end, key=_start)] if one.end <= clause.end]


def _start(item: Quantity | Name) -> int:
    return item.start


def kind_of(clause: Clause, *, first: bool) -> FactKind:
    """What part of the story a clause tells."""
    text = clause.text
    if first:
        return FactKind.EVENT
    if amounts(clause):
        return FactKind.FIGURE
    if looks_ahead(text):
        return FactKind.NEXT_STEP
    if SPEECH.search(text) or QUOTED.search(text):
        return FactKind.SPEECH
    if EVENT.search(text) and not BACKGROUND.search(text):
        return FactKind.EVENT
    return FactKind.BACKGROUND


def _rank(clause: Clause, position: int, topic: set[str], *, needed: bool) -> Ranked:
    text = clause.text
    figures = amounts(clause)
    times = [one for one in _quantities(clause) if one.kind in _TIMES]
    score = 10.0 / (1 + position / 3)
    score += min(3 * len(figures), 9) + min(len(times), 2) + (3 if needed else 0)
    score += min(_name_points(clause), 4.0)
    score += min(sum(word.casefold() in topic for word in _WORD.findall(text)) * 0.5, 3)
    score += bool(EVENT.search(text)) + 2 * looks_ahead(text) + 0.5 * bool(SPEECH.search(text))
    score -= 2 * bool(PRONOUN_START.match(text)) + 3 * (len(text) < _SHORT) + text.rstrip().endswith("?")
    table = _is_table(text)
    firm = any(one.kind in _FIRM or _is_calendar_date(one) for one in times)
    return Ranked(clause, score - 8 * table, (bool(figures) or firm or needed) and not table)


def _is_calendar_date(quantity: Quantity) -> bool:
    date = quantity.date
    return date is not None and not date.relative and (date.year is not None or date.day is not None)


def _is_table(text: str) -> bool:
    """Rows of numbers: they state nothing without their headings."""
    digits = sum(map(str.isdigit, text))
    return digits > _TABLE_DIGITS and digits * 2 > sum(map(str.isalpha, text))


def _name_points(clause: Clause) -> float:
    points = 0.0
    names = clause.sentence.names
    first = bisect_left(names, clause.start, key=_start)
    for name in names[first : bisect_left(names, clause.end, key=_start)]:
        if name.kind is NameKind.PERSON:
            points += 1.5 if name.rank or name.role else 1
        elif name.kind is NameKind.ORGANISATION:
            points += 1
    return points
