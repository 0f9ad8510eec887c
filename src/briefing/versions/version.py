"""One version of a story as the comparison sees it: sentences of tokens, in which every figure is one token.

Typography, line ends and paragraph breaks are gone here, so that none of them can ever be a change.
"""

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from briefing.records.article import Article, TextUnit, UnitKind
from briefing.records.comparison import Passage
from briefing.records.names import Name
from briefing.records.quantity import Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.source import SourceIndex, said_in
from briefing.text.critical import tokens
from briefing.text.fold import fold
from briefing.text.lexicon import lexicon
from briefing.text.wording import content_stems

_LONGEST_SAID = 90
"""A figure's words with what it counts; longer ones are cut back to the figure itself."""
_LABEL = 12
_VERSION_BEFORE = re.compile(r"\b(?:UPDATE|WRAPUP|RPT|REFILE|Version|LEAD|Lead|WRITETHRU)[ -]?$")
_VERSION_BEHIND = re.compile(r"\s?(?:lead|ld|Ld|Lead|LEAD|write-?thru|Write-?thru|WRITETHRU)\b")
"""How agencies number the versions of a story in its slug; the numbers say nothing of what happened."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or all the words of one figure, at its place in the version."""

    text: str
    """Folded."""
    start: int
    end: int
    figure: Quantity | None = None
    content: bool = False
    """Whether the word carries meaning by itself; a figure is no word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. ``key`` are its folded words, figures among them; ``stems`` those of its content words."""

    unit: TextUnit
    tokens: tuple[Token, ...]
    key: tuple[str, ...]
    stems: frozenset[str]

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures that begin in this sentence."""
        return tuple(token.figure for token in self.tokens if token.figure is not None)


@dataclass(frozen=True)
class Version:
    """A version, read once; everything else is worked out when it is asked for."""

    index: SourceIndex

    @property
    def article(self) -> Article:
        """The text with its title and date."""
        return self.index.reading.article

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.index.text

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences in text order."""
        words = self._tokens
        starts = [token.start for token in words]
        language = self.article.language
        found = []
        for unit in self.index.reading.units:
            inside = words[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
            key = tuple(token.text for token in inside)
            found.append(Line(unit, inside, key, content_stems(self.text[unit.start : unit.end], language)))
        return tuple(found)

    def words_beside(self, figure: Quantity, reach: int) -> tuple[str, ...]:
        """The words before and behind a figure, folded, ``reach`` of them on each side, across sentences."""
        words = self._tokens
        first = bisect_left(words, figure.start, key=lambda token: token.start)
        return tuple(
            token.text for token in (*words[max(0, first - reach) : first], *words[first + 1 : first + 1 + reach])
        )

    @cached_property
    def _tokens(self) -> tuple[Token, ...]:
        folded, stop = self.index.folded, lexicon(self.article.language).counting["stop"]
        figures = iter(figure for figure in self.index.reading.quantities if not self._numbers_the_version(figure))
        figure = next(figures, None)
        found: list[Token] = []
        for token in tokens(folded.text):
            span = folded.original_span(token.start, token.end)
            while figure is not None and figure.end <= span.start:
                figure = next(figures, None)
            if figure is not None and figure.start < span.end:
                if not found or found[-1].figure is not figure:
                    found.append(Token(" ".join(figure.raw.casefold().split()), figure.start, figure.end, figure))
                continue
            found.append(Token(token.text, span.start, span.end, content=_is_content(token.text, stop)))
        return tuple(found)

    def _numbers_the_version(self, figure: Quantity) -> bool:
        """Whether a figure counts the versions of the story itself ("UPDATE 3", "2nd lead")."""
        before = self.text[max(0, figure.start - _LABEL) : figure.start]
        behind = self.text[figure.end : figure.end + _LABEL]
        return _VERSION_BEFORE.search(before) is not None or _VERSION_BEHIND.match(behind) is not None

    @cached_property
    def pretended(self) -> dict[int, Quantity]:
        """The dates as they would read on a made-up day, by their place: two relative dates compare without a date."""
        return {quantity.start: quantity for quantity in self.index.pretended_dates}

    @cached_property
    def surnames(self) -> dict[str, Name]:
        """The last words of the longer names, folded."""
        return {fold(name.text).text.split()[-1]: name for name in self.index.names if " " in name.text.strip()}

    def line_at(self, offset: int) -> int | None:
        """Number of the sentence that covers ``offset``; ``None`` between sentences."""
        unit = self.index.unit(offset)
        return None if unit is None else int(unit.id[1:]) - 1

    def passage(self, start: int, end: int) -> Passage:
        """The words at ``start:end`` with their paragraph."""
        unit = self.index.unit(start)
        paragraph = unit.paragraph if unit is not None else 0
        headline = unit is not None and unit.kind is UnitKind.HEADLINE
        return Passage(self.text[start:end], start, end, paragraph, headline)

    def said(self, figure: Quantity) -> Passage:
        """A figure with what it counts, where that stands close by."""
        words = said_in(self.text, figure)
        if figure.kind is Kind.DATE or words.end - words.start > _LONGEST_SAID:
            return self.passage(figure.start, figure.end)
        return self.passage(words.start, words.end)

    def around(self, span: Span, reach: int) -> Passage:
        """The words at ``span`` with some words of their sentence on both sides."""
        number = self.line_at(span.start)
        if number is None:
            return self.passage(span.start, span.end)
        inside = self.lines[number].tokens
        first = max(0, bisect_left(inside, span.start + 1, key=lambda token: token.end) - reach)
        last = min(len(inside), bisect_left(inside, span.end, key=lambda token: token.start) + reach)
        return self.passage(min(inside[first].start, span.start), max(inside[last - 1].end, span.end))

    @property
    def published_at(self) -> dt.date | None:
        """The day that relative dates hang on."""
        return self.article.published_at


def _is_content(word: str, stop: frozenset[str]) -> bool:
    return len(word) > 2 and word not in stop and word.isalpha()
