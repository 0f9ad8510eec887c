"""Check: every date of a claim stands in the source, or follows from one that does.

A date may be printed coarser than in the source ("2023" for "October 2023"), never finer. Relative words are compared
by the days they stand for where both sides have an anchor, else by their words; a date whose days nobody can know is
not checkable, and never passed.
"""

import re

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import DateReading, Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.apart import counted_otherwise
from briefing.stages.verify.candidates import aligned_with
from briefing.stages.verify.century import in_century
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.vetoes import equal, other_sentence
from briefing.text.quotes import find_words

_COUNT = re.compile(r"\d[\d,.]*\d|\d")
_ARTICLES = ("the ", "a ", "an ")
_ENOUGH_SHARED = 0.34
"""Share of the claim's content words that make a sentence of the source one about the same matter."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def check_date(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every date of the claim, in text order."""
    return tuple(_check(quantity, claim, source) for quantity in claim.dates)


def _check(quantity: Quantity, claim: Claim, source: SourceIndex) -> Finding:
    reading = quantity.date or DateReading()
    found = _same_words(quantity, claim, source)
    if found is not None:
        return found
    for other in _by_nearness(source.dates, claim):
        code = _compare(reading, other.date or DateReading(), same_matter=_same_matter(other, claim, source))
        if code is not None:
            return _verified(quantity, other, code, claim, source)
    if reading.relative and reading.first is None and not _printed(reading):
        relative = _relative(quantity, claim, source)
        if relative is not None:
            return relative
        message = f"{quantity.raw!r} hangs on another day; without the article's publication date it cannot be checked."
        return Finding(CheckName.DATE, Status.NOT_CHECKABLE, Code.UNANCHORED, message, claim.words(quantity))
    found = _as_number(quantity, claim, source) or in_century(quantity, claim, source)
    return found or _absent(quantity, claim, source)


def _relative(quantity: Quantity, claim: Claim, source: SourceIndex) -> Finding | None:
    """Relative words without an anchor: they pass where the source's would fall on the same days, whatever the day.

    Words that count ("three years ago") are absent where the source prints neither the count nor a year that it could
    have been worked out from. Anything else stays open.
    """
    pretended = claim.pretended(quantity)
    if pretended is None or pretended.first is None:
        return None
    for other in source.pretended_dates:
        there = other.date or DateReading()
        if there.relative and (there.first, there.last) == (pretended.first, pretended.last):
            return _verified(quantity, other, Code.OTHER_NOTATION, claim, source)
    rival = counted_otherwise(quantity, claim, source)
    if rival is not None:
        message = f"The article says {rival.raw!r} ({source.where(rival.start)}); the draft says {quantity.raw!r}."
        evidence = (source.evidence(rival.span),)
        return Finding(CheckName.DATE, Status.UNSUPPORTED, Code.OTHER_PERIOD, message, claim.words(quantity), evidence)
    number = _COUNT.search(quantity.raw)
    if number is None or find_words(source.folded, number.group()).spans:
        return None
    if any(other.date is not None and other.date.year is not None for other in source.dates):
        return None
    return _absent(quantity, claim, source)


def _printed(reading: DateReading) -> bool:
    return any(part is not None for part in (reading.year, reading.month, reading.day, reading.weekday))


def _by_nearness(dates: tuple[Quantity, ...], claim: Claim) -> list[Quantity]:
    """The source's dates, those in the claim's evidence first, else in text order."""
    return sorted(dates, key=lambda date: (not claim.rests_on(date), date.start))


def _same_words(quantity: Quantity, claim: Claim, source: SourceIndex) -> Finding | None:
    raw = _bare(quantity.raw)
    for other in _by_nearness(source.dates, claim):
        if _bare(other.raw) == raw:
            return _verified(quantity, other, Code.SAME_WORDS, claim, source)
    reading = quantity.date or DateReading()
    if not reading.relative or _printed(reading):
        return None
    match = find_words(source.folded, quantity.raw)
    if not match.spans:
        return None
    span = match.spans[0]
    message = f"The article says {source.text[span.start : span.end]!r} ({source.where(span.start)})."
    evidence = (source.evidence(span),)
    return Finding(CheckName.DATE, Status.VERIFIED, Code.SAME_WORDS, message, claim.words(quantity), evidence)


def _bare(raw: str) -> str:
    words = " ".join(raw.casefold().replace(",", " ").replace(".", " ").split())
    for article in _ARTICLES:
        words = words.removeprefix(article)
    return words


def _same_matter(date: Quantity, claim: Claim, source: SourceIndex) -> bool:
    """Whether the source's date stands in a sentence about what the claim tells."""
    if claim.repeats(date):
        return True
    return len(claim.stems & source.stems_around(date.start)) >= _ENOUGH_SHARED * len(claim.stems)


def _compare(claim: DateReading, source: DateReading, *, same_matter: bool) -> Code | None:
    """Why the source's date supports the claim's; ``None`` if it does not.

    That some day of the source lies within the claim's period proves nothing by itself: it must be the same matter.
    """
    parts = [
        (claim.year, source.year),
        (claim.month, source.month),
        (claim.day, source.day),
        (claim.weekday, source.weekday),
    ]
    printed = [(one, two) for one, two in parts if one is not None]
    same_range = (claim.first, claim.last) == (source.first, source.last)
    if printed and not claim.relative and all(one == two for one, two in printed):
        exact = same_range or claim.first is None
        coarser = claim.first is not None and source.first is not None and _inside(source, claim)
        if exact or coarser:
            return Code.OTHER_NOTATION if exact else Code.ENTAILED
    if printed and claim.relative and source.day is not None and all(one == two for one, two in printed):
        return Code.ENTAILED
    if printed and claim.relative and claim.first is None and all(one == two for one, two in printed):
        return Code.OTHER_NOTATION
    if claim.first is None or source.first is None:
        return None
    if same_range:
        return Code.OTHER_NOTATION
    return Code.ENTAILED if same_matter and _inside(source, claim) else None


def _inside(source: DateReading, claim: DateReading) -> bool:
    if source.first is None or source.last is None or claim.first is None or claim.last is None:
        return False
    return claim.first <= source.first and source.last <= claim.last


def _is_printed_day(date: Quantity) -> bool:
    reading = date.date or DateReading()
    return not reading.relative and (reading.year is not None or reading.day is not None)


def _of_another_matter(quantity: Quantity, other: Quantity, claim: Claim, source: SourceIndex) -> bool:
    """Whether the claim's words stand beside another date, and beside this one nowhere: that is for a person to see.

    Only days and years that are printed: relative days and weekdays hang on the whole story.
    """
    if not _is_printed_day(other) or claim.repeats(other):
        return False
    alignment = aligned_with(claim, source)
    told = frozenset(word for word in claim.stems if word in alignment.source.rarity)
    if not any(
        _is_printed_day(each) and not equal(each, other) and told <= source.stems_around(each.start)
        for each in source.dates
    ):
        return False
    same = (each for each in source.dates if equal(each, other))
    return all(other_sentence(quantity, each, claim, source, alignment) for each in same)


def _verified(quantity: Quantity, other: Quantity, code: Code, claim: Claim, source: SourceIndex) -> Finding:
    if _of_another_matter(quantity, other, claim, source):
        place = source.where(other.start)
        message = f"The article says {other.raw!r} ({place}), but of something else: other words stand beside it."
        evidence = (source.evidence(other.span),)
        return Finding(CheckName.DATE, Status.CHECK, Code.OTHER_EVENT, message, claim.words(quantity), evidence)
    message = f"The article says {other.raw!r} ({source.where(other.start)})."
    reading = other.date or DateReading()
    if reading.relative and reading.first is None:
        message = message[:-1] + "; which day that is, it does not say, and none was worked out."
    elif reading.inferred and reading.first is not None and reading.last is not None:
        days = reading.first.isoformat() if reading.first == reading.last else f"{reading.first} to {reading.last}"
        message = message[:-1] + f"; from its publication date that is {days} (inferred)."
    evidence = (source.evidence(other.span),)
    return Finding(CheckName.DATE, Status.VERIFIED, code, message, claim.words(quantity), evidence)


def _as_number(quantity: Quantity, claim: Claim, source: SourceIndex) -> Finding | None:
    """Four digits that one side reads as a year and the other as an amount."""
    reading = quantity.date or DateReading()
    if reading.year is None or reading.month is not None:
        return None
    for other in source.figures:
        if other.kind in (Kind.CARDINAL, Kind.IDENTIFIER) and str(reading.year) in _DIGITS.findall(other.raw):
            message = f"The article says {other.raw!r} ({source.where(other.start)})."
            evidence = (source.evidence(other.span),)
            return Finding(
                CheckName.DATE, Status.VERIFIED, Code.OTHER_NOTATION, message, claim.words(quantity), evidence
            )
    return None


def _absent(quantity: Quantity, claim: Claim, source: SourceIndex) -> Finding:
    nearest = _nearest(quantity, claim, source)
    if nearest is None:
        message = f"The article does not give {quantity.raw!r}, nor any other date."
        return Finding(CheckName.DATE, Status.UNSUPPORTED, Code.ABSENT, message, claim.words(quantity))
    place = source.where(nearest.start)
    message = f"The article does not give {quantity.raw!r}; the nearest date is {nearest.raw!r} ({place})."
    evidence = (source.evidence(Span(nearest.start, nearest.end)),)
    return Finding(CheckName.DATE, Status.UNSUPPORTED, Code.ABSENT, message, claim.words(quantity), evidence)


def _nearest(quantity: Quantity, claim: Claim, source: SourceIndex) -> Quantity | None:
    """The date that shares most printed parts with the claim's, in the sentence most like it."""
    reading = quantity.date or DateReading()

    def likeness(other: Quantity) -> tuple[float, int]:
        there = other.date or DateReading()
        parts = ("year", "month", "day", "weekday")
        equal = sum(
            getattr(reading, part) is not None and getattr(reading, part) == getattr(there, part) for part in parts
        )
        shared = len(claim.stems & source.stems_around(other.start)) / (len(claim.stems) or 1)
        return equal + 2 * shared, -other.start

    return max(source.dates, key=likeness, default=None)
