"""Relative periods that a claim and its source count otherwise: "in nine weeks" for "in nine months"."""

from briefing.records.quantity import Kind, Quantity
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.lexicon import lexicon
from briefing.text.wording import lower_words

_ENOUGH_SHARED = 0.5
_UNITS = 3


def counted_otherwise(date: Quantity, claim: Claim, source: SourceIndex) -> Quantity | None:
    """The source's period in place of the claim's ``date``: both count units of time, in a sentence of the same words.

    ``None`` if one of them counts nothing, if the source has several such periods there, or if both fall on the same
    days, whatever the day of the story.
    """
    here = claim.pretended(date)
    if here is None or here.first is None or not _counts(date, claim.language):
        return None
    told = claim.stems - _unit_stems(claim)
    found = [
        other
        for other in source.pretended_dates
        if other.date is not None
        and other.date.relative
        and other.date.first is not None
        and _counts(other, claim.language)
        and len(told & source.stems_around(other.start)) > _ENOUGH_SHARED * len(told)
    ]
    if len(found) != 1 or found[0].date is None:
        return None
    there = found[0].date
    return found[0] if (there.first, there.last) != (here.first, here.last) else None


def _counts(date: Quantity, language: str) -> bool:
    """Whether the words of a date hold a number and a unit of time: "in nine months", "the first three months"."""
    words = lower_words(date.raw)
    numbered = any(char.isdigit() for char in date.raw) or any(word in lexicon(language).triggers for word in words)
    return date.kind is Kind.DATE and numbered and len(words) + any(c.isdigit() for c in date.raw) >= _UNITS


def _unit_stems(claim: Claim) -> frozenset[str]:
    """The stems of the dates' own words, which say nothing of the matter."""
    from briefing.text.wording import content_stems

    return frozenset().union(*(content_stems(date.raw, claim.language) for date in claim.dates))
