"""The article's own headline and standfirst against its body: figures, days and names that are not the same there.

Headlines round, shorten, count what the article lists, and leave out units, so that this is narrower than the check of
a draft: another value or bound for the same thing, another day of the same month, a name that is spelled otherwise, and
a large figure that the body does not have at all.
"""

from collections.abc import Iterator

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.heading import Heading, flat, headings, one_matter
from briefing.stages.verify.headline_figures import figure_finding
from briefing.stages.verify.source import WORD, SourceIndex
from briefing.text.equivalents import one_spelling
from briefing.text.plain_words import plain_word

_LONG_NAME, _SHORT_NAME = 8, 5


def headline_findings(source: SourceIndex) -> list[Finding]:
    """What the headline and the standfirst say otherwise than the body, in text order; a person has to look at each."""
    return [finding for heading in headings(source) for finding in _conflicts(heading)]


def _conflicts(heading: Heading) -> Iterator[Finding]:
    for quantity in heading.claim.quantities:
        found = _date(quantity, heading) if quantity.kind is Kind.DATE else figure_finding(quantity, heading)
        if found is not None:
            yield found
    yield from _names(heading)


def _date(quantity: Quantity, heading: Heading) -> Finding | None:
    """A day that is another day of the same month, or the same day of another month, in a sentence on the matter."""
    date = quantity.date
    if date is None or date.day is None or date.month is None:
        return None
    days = [other for other in heading.body if other.date is not None and other.date.day is not None]
    if any(other.date and (other.date.day, other.date.month) == (date.day, date.month) for other in days):
        return None
    for other in days:
        near = other.date is not None and (other.date.month == date.month) != (other.date.day == date.day)
        if near and one_matter(other, heading):
            message = (
                f"The {heading.what} says {flat(quantity.raw)}, but the article has {flat(other.raw)} "
                f"({heading.source.where(other.start)})."
            )
            evidence = heading.evidence(quantity.span, other.span)
            return Finding(CheckName.DATE, Status.CHECK, Code.TWO_VALUES, message, None, evidence)
    return None


def _names(heading: Heading) -> Iterator[Finding]:
    """Words that differ from a name of the body by a slip inside the word; other endings are other forms."""
    source, claim = heading.source, heading.claim
    own = {plain_word(match.group()) for match in WORD.finditer(claim.text, claim.span.start, claim.span.end)}
    body = {plain_word(match.group()) for match in WORD.finditer(source.text, heading.begin)}
    for match in WORD.finditer(claim.text, claim.span.start, claim.span.end):
        word = match.group()
        # A capital at the head of a line, or among capitals, does not make a name.
        shortest = _SHORT_NAME + (match.start() == claim.span.start or word.isupper())
        if not word[0].isupper() or plain_word(word) in body:
            continue
        for name in source.names:
            slip = next((each for each in WORD.finditer(name.text) if _is_slip(word, each.group(), shortest)), None)
            if name.start >= heading.begin and slip is not None and plain_word(slip.group()) not in own:
                message = (
                    f"The {heading.what} spells it {flat(word)}, the article {flat(name.text)} "
                    f"({source.where(name.start)})."
                )
                evidence = heading.evidence(Span(*match.span()), name.span)
                yield Finding(CheckName.NAME, Status.CHECK, Code.TWO_FORMS, message, None, evidence)
                break


def _is_slip(word: str, other: str, shortest: int) -> bool:
    from rapidfuzz.distance import OSA

    one, two = plain_word(word), plain_word(other)
    if min(len(one), len(two)) < shortest or one[0] != two[0] or one[-1] != two[-1] or one == two:
        return False
    allowed = 2 if min(len(one), len(two)) >= _LONG_NAME else 1
    return OSA.distance(one, two, score_cutoff=allowed) <= allowed and one_spelling(one) != one_spelling(two)
