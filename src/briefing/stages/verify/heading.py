"""The head of an article as a claim about its body: the headline, and the standfirst below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from briefing.records.article import TextUnit, UnitKind
from briefing.records.quantity import Quantity
from briefing.records.spans import Evidence, Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.events import Events, events
from briefing.text.quantities import read_quantities
from briefing.text.wording import content_stems

HEADLINE, STANDFIRST = "headline", "standfirst"
"""What a heading is called in a message."""
_SHARED = 2
"""So many content words must two sentences share to speak of one matter, and such a share of the heading's:"""
HALF, MOST = Fraction(1, 2), Fraction(3, 4)
_ENOUGH_PARAGRAPHS = 4
_LONGEST = 1_000
"""What is longer stands at the head of a text, but is no heading."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One sentence at the head of an article, and the rest of the article, which begins at ``begin``.

    A title that was handed in beside the text is no part of it: ``inside`` is then false.
    """

    what: str
    claim: Claim
    source: SourceIndex
    begin: int
    inside: bool
    known: Events

    @property
    def body(self) -> tuple[Quantity, ...]:
        """The figures and dates of the rest."""
        return tuple(each for each in self.source.reading.quantities if each.start >= self.begin)

    def evidence(self, own: Span, other: Span | None = None) -> tuple[Evidence, ...]:
        """The words of the heading, where the text has it, and those of the rest."""
        spans = ((own,) if self.inside else ()) + ((other,) if other is not None else ())
        return tuple(self.source.evidence(span) for span in spans)


def headings(source: SourceIndex) -> Iterator[Heading]:
    """The headline, and the paragraph below it if that is one sentence above a longer text."""
    units = source.reading.units
    if not units or units[0].kind is not UnitKind.HEADLINE:
        title = (source.reading.article.title or "").strip()
        if title and len(title) <= _LONGEST:
            yield _title(title, source)
        return
    yield _heading(HEADLINE, units[0], source)
    below = [unit for unit in islice(units, 1, 3) if unit.paragraph == units[0].paragraph + 1]
    short = len(below) == 1 and below[0].end - below[0].start <= _LONGEST
    if short and units[-1].paragraph - below[0].paragraph >= _ENOUGH_PARAGRAPHS:
        yield _heading(STANDFIRST, below[0], source)


def _heading(what: str, unit: TextUnit, source: SourceIndex) -> Heading:
    reading = source.reading
    claim = Claim(
        text=source.text,
        span=unit.span,
        language=reading.article.language,
        quantities=reading.quantities_in(unit.span),
        names=reading.names_in(unit.span),
    )
    return Heading(what, claim, source, unit.end, True, events(claim.language))


def _title(title: str, source: SourceIndex) -> Heading:
    article = source.reading.article
    quantities = read_quantities(title, locale=article.language, anchor=article.published_at)
    claim = Claim(text=title, span=Span(0, len(title)), language=article.language, quantities=quantities)
    return Heading(HEADLINE, claim, source, 0, False, events(claim.language))


def one_matter(other: Quantity, heading: Heading, share: Fraction = HALF) -> bool:
    """Whether the sentence of the body speaks in the words of the heading."""
    claim = heading.claim
    stems = content_stems(claim.text[claim.span.start : claim.span.end], claim.language)
    return len(stems & heading.source.stems_around(other.start)) >= max(_SHARED, int(len(stems) * share))


def flat(words: str) -> str:
    """Words as a message quotes them, on one line."""
    return repr(" ".join(words.split()))
