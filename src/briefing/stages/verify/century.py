"""A century that a claim gives where the source prints a year or a decade in it."""

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import DateReading, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.derivations.cues import cues_of
from briefing.text.wording import content_stems, lower_words

_LAST_YEAR = 1900
"""Most years in the news lie in later centuries, so that being in one of those proves nothing."""
_YEARS = 99
_NEAR = 40
_BEGAN_WORDS = 4


def in_century(date: Quantity, claim: Claim, source: SourceIndex) -> Finding | None:
    """The finding for "a 17th-century hall" where the article has a year of that century beside the hall.

    Verified if something began in that year; for a person to decide if something else happened; ``None`` without one.
    """
    reading = date.date or DateReading()
    if reading.first is None or reading.last is None or reading.last.year > _LAST_YEAR:
        return None
    if reading.last.year - reading.first.year < _YEARS:
        return None
    matter = content_stems(claim.text[max(claim.span.start, date.start - _NEAR) : date.start], claim.language)
    matter |= content_stems(claim.text[date.end : min(claim.span.end, date.end + _NEAR)], claim.language)
    inside = [
        other
        for other in source.dates
        if other.date is not None and other.date.first is not None and other.date.last is not None
        and reading.first <= other.date.first and other.date.last <= reading.last
        and matter & source.surrounded.of(other).wide
    ]  # fmt: skip
    if not inside:
        return None
    began = [other for other in inside if _began(other, claim, source)]
    chosen = (began or inside)[0]
    status = Status.VERIFIED if began else Status.CHECK
    place = source.where(chosen.start)
    message = f"The article says {chosen.raw!r} ({place}), which is in the {date.raw}."
    evidence = (source.evidence(Span(chosen.start, chosen.end)),)
    return Finding(CheckName.DATE, status, Code.ENTAILED, message, claim.words(date), evidence)


def _began(date: Quantity, claim: Claim, source: SourceIndex) -> bool:
    before = lower_words(source.text[max(0, date.start - _NEAR) : date.start])[-_BEGAN_WORDS:]
    return bool(cues_of(claim.language).began.intersection(before))
