"""Where words stand in a text, and how they were found there.

Every offset counts Unicode code points, half open, into one text: ``text[start:end]``.
"""

from dataclasses import dataclass
from enum import StrEnum

CONTEXT_CHARS = 32
"""Length of ``prefix`` and ``suffix``; what W3C text quote selectors commonly carry."""


class MatchKind(StrEnum):
    """How the words of a quote were found in the source, strongest first."""

    POINTED = "pointed"
    """Code cut them itself, from a sentence that the draft pointed to."""
    EXACT = "exact"
    FOLDED = "folded"
    """The same words after quotes, dashes, spaces, case and Unicode form were made equal."""
    ELIDED = "elided"
    """Several pieces in order, joined by an ellipsis in the quote."""
    FUZZY = "fuzzy"
    """Nearly the same words; digits, number words, negations and names agree one for one."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies inside this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the source at their place, with enough context to find them again after an edit."""

    exact: str
    start: int
    end: int
    prefix: str
    suffix: str
    match: MatchKind

    @property
    def span(self) -> Span:
        """The range of these words in the source."""
        return Span(self.start, self.end)


def evidence_at(text: str, span: Span, match: MatchKind) -> Evidence:
    """The words of ``text`` at ``span`` as evidence, with their context on both sides."""
    return Evidence(
        exact=text[span.start : span.end],
        start=span.start,
        end=span.end,
        prefix=text[max(0, span.start - CONTEXT_CHARS) : span.start],
        suffix=text[span.end : span.end + CONTEXT_CHARS],
        match=match,
    )
