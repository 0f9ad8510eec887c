"""What is checked: one statement, or one sentence of a draft, with what code read in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefing.records.article import Article, Reading, TextUnit, UnitKind
from briefing.records.draft import DeclaredWorking
from briefing.records.names import Name
from briefing.records.quantity import DateReading, Kind, Quantity, Words
from briefing.records.spans import Span
from briefing.stages.verify.figure_index import Votes, votes_in
from briefing.stages.verify.source import PRETENDED_DAY, said_in
from briefing.text.alignment import Surrounded
from briefing.text.cast import Cast, cast_of
from briefing.text.quantities import read_quantities
from briefing.text.statement_words import statement_words
from briefing.text.statements import Statement, read_statement
from briefing.text.wording import content_stems, lower_words


@dataclass(frozen=True)
class Claim:
    """A stretch of ``text`` with its figures and names; all offsets refer to the whole of ``text``.

    ``near`` are spans of the source that the claim is said to rest on; they only help to choose between equals, because
    whoever wrote the claim chose them. ``verbatim``: the claim's own words stand there, so that its figures are those.
    """

    text: str
    span: Span
    language: str
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...] = ()
    near: tuple[Span, ...] = ()
    verbatim: bool = False
    declared: DeclaredWorking | None = None
    """How the draft says that it came to a figure which the source does not print."""

    @cached_property
    def surrounded(self) -> Surrounded:
        """The words around the claim's figures."""
        article = Article(text=self.text, sha256="", language=self.language)
        return Surrounded(Reading(article, (self.unit,), self.quantities, self.names))

    @property
    def unit(self) -> TextUnit:
        """The claim as the only sentence of its text."""
        return TextUnit("s1", UnitKind.SENTENCE, 1, self.span.start, self.span.end)

    @cached_property
    def cast(self) -> Cast:
        """The people whom the claim names, with what it calls them."""
        return cast_of(self.reading)

    @cached_property
    def reading(self) -> Reading:
        """The claim as a text of one sentence, with its names."""
        article = Article(text=self.text, sha256="", language=self.language)
        unit = TextUnit("s1", UnitKind.SENTENCE, 1, self.span.start, self.span.end)
        return Reading(article, (unit,), (), self.names)

    def pretended(self, quantity: Quantity) -> DateReading | None:
        """What a relative date would stand for if the text had been published on ``PRETENDED_DAY``."""
        for other in self._pretended:
            if (other.start, other.end) == (quantity.start, quantity.end):
                return other.date
        return None

    @cached_property
    def _pretended(self) -> tuple[Quantity, ...]:
        return read_quantities(self.text, locale=self.language, anchor=PRETENDED_DAY)

    @cached_property
    def statement(self) -> Statement | None:
        """How the claim says what it says; ``None`` in a language without tables."""
        tables = statement_words(self.language)
        if tables is None:
            return None
        return read_statement(self.text[self.span.start : self.span.end], self.span.start, tables, self.language)

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The claim's words in lower case."""
        return frozenset(lower_words(self.text[self.span.start : self.span.end]))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Content stems of the claim."""
        return content_stems(self.text[self.span.start : self.span.end], self.language)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Figures that are no dates."""
        return tuple(quantity for quantity in self.quantities if quantity.kind is not Kind.DATE)

    @cached_property
    def votes(self) -> Mapping[int, Votes]:
        """The two numbers of "14 votes to nine" in their order, by where each of the two figures begins."""
        return votes_in(self.text, self.figures)

    @cached_property
    def old_values(self) -> frozenset[int]:
        """Where the figures begin that the claim itself gives as values before a change."""
        return frozenset(each.start for each in self.figures if self.surrounded.of(each).role == "from")

    @cached_property
    def dates(self) -> tuple[Quantity, ...]:
        """Dates and periods."""
        return tuple(quantity for quantity in self.quantities if quantity.kind is Kind.DATE)

    def rests_on(self, quantity: Quantity) -> bool:
        """Whether a figure of the source stands in what the claim is said to rest on."""
        return bool(self.near) and any(span.overlaps(quantity.span) for span in self.near)

    def repeats(self, quantity: Quantity) -> bool:
        """Whether a figure of the source stands in the words that the claim repeats."""
        return self.verbatim and self.rests_on(quantity)

    def words(self, quantity: Quantity) -> Words:
        """The figure's own words in the claim."""
        return Words(quantity.raw, quantity.start, quantity.end)

    def said(self, quantity: Quantity) -> str:
        """The figure with what it counts, as the claim prints it."""
        return said_in(self.text, quantity).text


def claims_of(draft: Reading) -> Iterator[Claim]:
    """Every sentence of a draft as a claim, in text order."""
    for unit in draft.units:
        yield Claim(
            text=draft.text,
            span=unit.span,
            language=draft.article.language,
            quantities=draft.quantities_in(unit.span),
            names=draft.names_in(unit.span),
        )
