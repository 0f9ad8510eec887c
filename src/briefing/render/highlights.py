"""Which words of the article are marked, and how: overlapping ranges cut into pieces that do not overlap.

HTML elements nest and evidence overlaps, so a range is not an element: it is a class that all of its pieces carry,
and an anchor at its first piece.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing.records.briefing import Briefing, Fact
from briefing.records.findings import Finding
from briefing.records.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph in which the same ranges apply from end to end."""

    text: str
    anchors: tuple[str, ...] = ()
    """Ids of the ranges that begin here."""
    ranges: tuple[str, ...] = ()
    """Ids of all ranges that cover these words."""
    claim: int | None = None
    """Number of the most specific claim that rests on these words."""
    omitted: bool = False
    """The words are a figure that no fact uses."""

    @property
    def has_words(self) -> bool:
        """Whether there is something to read: a link on a lone space or comma would have no name."""
        return any(character.isalnum() for character in self.text)

    @property
    def classes(self) -> str:
        """The value of the class attribute."""
        evidence = ("ev",) if self.claim is not None else ()
        return " ".join((*evidence, *(("om",) if self.omitted else ()), *self.ranges))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article, and the line ends before it; the last one may have no pieces."""

    before: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Every range of the article that something in the briefing points to."""

    length: int
    claims: dict[Span, int] = field(default_factory=dict)
    plain: frozenset[Span] = frozenset()
    omitted: frozenset[Span] = frozenset()

    @property
    def spans(self) -> frozenset[Span]:
        """All ranges that have an anchor."""
        return frozenset(self.claims) | self.plain | self.omitted

    def has(self, span: Span) -> bool:
        """Whether the article has an anchor for ``span``."""
        return span in self.spans


def anchor(span: Span) -> str:
    """The id of a range in the page."""
    return f"e-{span.start}-{span.end}"


def marks(briefing: Briefing, facts: Iterable[Fact], length: int) -> Marks:
    """The ranges to mark, claims numbered from 1 in the order of ``facts``; a range outside the article is left out."""
    claims: dict[Span, int] = {}
    plain: set[Span] = set()
    for number, fact in enumerate(facts, start=1):
        for evidence in fact.evidence:
            claims.setdefault(evidence.span, number)
        for span in _finding_spans(fact.findings):
            claims.setdefault(span, number)
    for leaf in briefing.details:
        plain.add(Span(leaf.start, leaf.end))
        plain.update(Span(words.start, words.end) for _, words in leaf.parts)
    plain.update(_finding_spans(briefing.source_findings))
    omitted = {quantity.span for quantity in briefing.omitted_figures}

    def inside(span: Span) -> bool:
        return 0 <= span.start < span.end <= length

    return Marks(
        length=length,
        claims={span: number for span, number in claims.items() if inside(span)},
        plain=frozenset(filter(inside, plain)),
        omitted=frozenset(filter(inside, omitted)),
    )


def _finding_spans(findings: Iterable[Finding]) -> Iterator[Span]:
    for finding in findings:
        yield from (evidence.span for evidence in finding.evidence)
        if finding.working is not None:
            yield from (Span(operand.start, operand.end) for operand in finding.working.operands)


def paragraphs(text: str, found: Marks) -> tuple[Paragraph, ...]:
    """The whole of ``text`` in paragraphs and pieces; joined together they are ``text`` again."""
    spans = sorted(found.spans)
    result: list[Paragraph] = []
    end = 0
    for match in _PARAGRAPH.finditer(text):
        here = Span(match.start(), match.end())
        result.append(Paragraph(text[end : here.start], tuple(_pieces(text, here, spans, found))))
        end = here.end
    if end < len(text):
        result.append(Paragraph(text[end:], ()))
    return tuple(result)


def _pieces(text: str, here: Span, spans: list[Span], found: Marks) -> Iterator[Piece]:
    touching = [span for span in spans if span.overlaps(here)]
    inner = {edge for span in touching for edge in (span.start, span.end) if here.start < edge < here.end}
    edges = sorted({here.start, here.end} | inner)
    for start, end in itertools.pairwise(edges):
        piece = Span(start, end)
        covering = [span for span in touching if span.contains(piece)]
        yield Piece(
            text=text[start:end],
            # A range that began on an earlier line has its anchor there.
            anchors=tuple(
                anchor(span) for span in covering if max(span.start, here.start) == start and _first(span, here, text)
            ),
            ranges=tuple(anchor(span) for span in covering),
            claim=_narrowest_claim(covering, found),
            omitted=any(span in found.omitted for span in covering),
        )


def _first(span: Span, here: Span, text: str) -> bool:
    return not text[span.start : max(span.start, here.start)].strip("\n")


def _narrowest_claim(covering: list[Span], found: Marks) -> int | None:
    claimed = [span for span in covering if span in found.claims]
    if not claimed:
        return None
    return found.claims[min(claimed, key=lambda span: (span.end - span.start, span.start))]


def split_ranges(article: Iterable[Paragraph]) -> tuple[str, ...]:
    """Ids of the ranges that more than one piece carries, so that their anchor alone cannot show them."""
    seen: dict[str, int] = {}
    for paragraph in article:
        for piece in paragraph.pieces:
            for name in piece.ranges:
                seen[name] = seen.get(name, 0) + 1
    return tuple(name for name, count in seen.items() if count > 1)
