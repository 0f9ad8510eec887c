"""The printed dates that a claim's span of time, or an age, may be counted from."""

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.derivations.cues import Cues, cues_of
from briefing.text.derivations.elapsed import Timeline
from briefing.text.wording import content_stems, lower_words

_BEGAN_REACH = 60
_BEGAN_WORDS = 4
_SPAN_WORDS = 1


def timeline_of(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Timeline | None:
    """The dates for ``figure``; ``None`` if its words do not ask for any."""
    known = cues_of(claim.language)
    if figure.kind not in (Kind.AGE, Kind.DURATION) or figure.hedge is Hedge.VAGUE:
        return None
    before, behind = claim.text[claim.span.start : figure.start], claim.text[figure.end : claim.span.end]
    if figure.kind is Kind.AGE or set(lower_words(before)[-_SPAN_WORDS:]) & known.spans:
        today = source.reading.article.published_at
        matter = content_stems(f"{before} {behind}", claim.language)
        return Timeline(today, began=[date for date in source.dates if _began(date, matter, source, known)])
    turn = lower_words(behind)[:1]
    if not turn or turn[0] not in known.after | known.before:
        return None
    first = _told_in(content_stems(before, claim.language), source, alignment)
    second = _told_in(content_stems(behind, claim.language), source, alignment)
    return Timeline(
        earlier=second if turn[0] in known.after else first,
        later=first if turn[0] in known.after else second,
    )


def _began(date: Quantity, matter: frozenset[str], source: SourceIndex, known: Cues) -> bool:
    """Whether the source says of what the claim tells that it began on this day or in this year."""
    reading, unit = date.date, source.unit(date.start)
    if reading is None or reading.year is None or reading.relative or unit is None:
        return False
    before = lower_words(source.text[max(unit.start, date.start - _BEGAN_REACH) : date.start])[-_BEGAN_WORDS:]
    return bool(known.began.intersection(before)) and _mostly(matter, source.stems_around(date.start))


def _told_in(matter: frozenset[str], source: SourceIndex, alignment: Alignment) -> list[Quantity]:
    """The printed dates that stand with most of the words of one side of the claim."""
    return [
        date
        for date in source.dates
        if date.date is not None
        and (date.date.day is not None or date.date.year is not None)
        and _mostly(matter, alignment.source.of(date).clause)
    ]


def _mostly(matter: frozenset[str], there: frozenset[str]) -> bool:
    return bool(matter) and 2 * len(matter & there) >= len(matter)
