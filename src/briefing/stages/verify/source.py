"""The source as the checks see it: built once for an article, asked many times."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from briefing.records.article import Reading, TextUnit, UnitKind
from briefing.records.findings import Finding
from briefing.records.names import Name
from briefing.records.quantity import Kind, Quantity, Words
from briefing.records.spans import Evidence, MatchKind, Span, evidence_at
from briefing.stages.verify.figure_index import FigureIndex
from briefing.stages.verify.ranked import RankedFigure, ranked_figures
from briefing.stages.verify.speech_index import Voices
from briefing.text.alignment import Surrounded
from briefing.text.appearances import Appearance, Appearances
from briefing.text.attachments import attached
from briefing.text.cast import Cast, cast_of
from briefing.text.countries import countries_in
from briefing.text.equations import Equation, stated_sums
from briefing.text.equivalents import one_spelling
from briefing.text.fold import Folded, fold
from briefing.text.name_index import NameIndex
from briefing.text.names_acronyms import AcronymForms, acronym_forms
from briefing.text.plain_words import plain_word
from briefing.text.quantities import read_quantities
from briefing.text.role_phrases import role_phrases
from briefing.text.roles import Role
from briefing.text.statement_match import SourceStatements, source_statements
from briefing.text.suspect import Suspicion, suspicions

PRETENDED_DAY = dt.date(2001, 8, 16)
"""Any day would do; this one is in no first or last week, month or quarter."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SHORTEST_SLIP = 5
"""One letter of a shorter word makes another word."""
_MEASURE_REACH = 40


@dataclass(frozen=True)
class SourceIndex:
    """One article with everything that is looked up in it again and again. Parts are built when first asked for."""

    reading: Reading
    _found: dict[Callable[["SourceIndex"], tuple[Finding, ...]], tuple[Finding, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def once(self, check: Callable[["SourceIndex"], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        """What a check of the source alone finds; it is asked once, however many drafts are held against the source."""
        found = self._found.get(check)
        if found is None:
            found = self._found[check] = check(self)
        return found

    @property
    def text(self) -> str:
        """The canonical text of the article."""
        return self.reading.text

    @cached_property
    def surrounded(self) -> Surrounded:
        """The words around the article's figures."""
        return Surrounded(self.reading)

    @cached_property
    def folded(self) -> Folded:
        """The text in folded form, for finding words."""
        return fold(self.reading.text)

    @cached_property
    def dates(self) -> tuple[Quantity, ...]:
        """The dates of the article."""
        return tuple(quantity for quantity in self.reading.quantities if quantity.kind is Kind.DATE)

    @cached_property
    def pretended_dates(self) -> tuple[Quantity, ...]:
        """The dates as they would read if the article had been published on ``PRETENDED_DAY``.

        Two relative dates that fall on the same days then mean the same, whatever the day; no day leaves this package.
        """
        article = self.reading.article
        read = read_quantities(article.text, locale=article.language, anchor=PRETENDED_DAY)
        return tuple(quantity for quantity in read if quantity.kind is Kind.DATE)

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Everything that is not a date."""
        return tuple(quantity for quantity in self.reading.quantities if quantity.kind is not Kind.DATE)

    @cached_property
    def _sentences(self) -> frozenset[str]:
        text = self.reading.text
        return frozenset(_spaced(text[unit.start : unit.end]) for unit in self.reading.units)

    def has_sentence(self, text: str) -> bool:
        """Whether ``text`` is a whole sentence of the article, letter by letter but for white space."""
        return _spaced(text) in self._sentences

    @cached_property
    def statements(self) -> SourceStatements | None:
        """The sentences of the article as statements; ``None`` in a language without tables."""
        return source_statements(self.reading)

    @cached_property
    def index(self) -> FigureIndex:
        """The figures by what is asked of them."""
        return FigureIndex(self.reading, self.figures, self.surrounded)

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """The sums that the article states."""
        return stated_sums(self.reading)

    @cached_property
    def acronym_forms(self) -> tuple[AcronymForms, ...]:
        """The acronyms that the article prints in two forms."""
        return acronym_forms(self.text)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the article."""
        return self.reading.names

    @cached_property
    def cast(self) -> Cast:
        """The people of the article, each with all mentions and roles."""
        return cast_of(self.reading)

    @cached_property
    def ranked_figures(self) -> tuple[RankedFigure, ...]:
        """The article's figures, each value of a thing once, the weightiest first."""
        return ranked_figures(self.reading, self.stems_around)

    @cached_property
    def suspicions(self) -> tuple[Suspicion, ...]:
        """What in the article reads like an order to a model or hides something."""
        return suspicions(self.folded)

    @cached_property
    def voices(self) -> Voices:
        """Who says what in the article."""
        return Voices(self.reading, self.cast, self.surrounded.weight)

    @cached_property
    def appearances(self) -> Appearances:
        """Where the names of the article appear, and of what sort they are."""
        return Appearances(self.reading, self.cast)

    @cached_property
    def role_phrases(self) -> tuple[Role, ...]:
        """The posts that the article mentions, with or without a name."""
        return tuple(role for unit in self.reading.units for role in role_phrases(self.text, unit.start, unit.end))

    @cached_property
    def attachments(self) -> tuple[tuple[Appearance, Appearance], ...]:
        """The names that the article prints as belonging together."""
        return tuple(pair for unit in self.reading.units for pair in attached(self.appearances, unit))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the article in plain form."""
        return frozenset(map(plain_word, set(WORD.findall(self.text))))

    @cached_property
    def printed_words(self) -> frozenset[str]:
        """Every word of the article in lower case with its accents, without possessive endings."""
        words = {word.casefold() for word in set(WORD.findall(self.text))}
        return frozenset(word.removesuffix("'s").removesuffix("’s") for word in words)

    def prints_small(self, plain: str) -> bool:
        """Whether the article has a plain word without a capital."""
        return plain in self._small_words

    @cached_property
    def _small_words(self) -> frozenset[str]:
        return frozenset(plain_word(word) for word in set(WORD.findall(self.text)) if word[0].islower())

    @cached_property
    def spelled_words(self) -> frozenset[str]:
        """Every word of the article in one spelling, without plural endings."""
        return frozenset(map(one_spelling, self.words))

    @cached_property
    def name_index(self) -> NameIndex:
        """The names of the article by their words."""
        return NameIndex(self.names)

    @cached_property
    def countries(self) -> dict[str, Span]:
        """The countries and peoples that the article names, also inside other names, each with its first place."""
        found: dict[str, Span] = {}
        for name in self.names:
            for country, span in countries_in(name.text):
                found.setdefault(country, Span(name.start + span.start, name.start + span.end))
        return found

    def stems_around(self, offset: int) -> frozenset[str]:
        """Content stems of the sentence at ``offset``; empty between sentences."""
        unit = self.reading.unit_at(offset)
        return self.surrounded.stems(unit) if unit is not None else frozenset()

    def where(self, offset: int) -> str:
        """The place of ``offset`` for a message: "paragraph 3" or "headline"."""
        unit = self.reading.unit_at(offset)
        if unit is None:
            return f"character {offset}"
        return "headline" if unit.kind is UnitKind.HEADLINE else f"paragraph {unit.paragraph}"

    def unit(self, offset: int) -> TextUnit | None:
        """The sentence at ``offset``."""
        return self.reading.unit_at(offset)

    def evidence(self, span: Span) -> Evidence:
        """The article's words at ``span``."""
        return evidence_at(self.text, span, MatchKind.EXACT)

    def said(self, quantity: Quantity) -> Words:
        """The article's words for a figure, with the thing counted and, where it is near, the event."""
        return said_in(self.text, quantity)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def said_in(text: str, quantity: Quantity) -> Words:
    """A figure's words with the thing counted and the event, where these stand close by in ``text``."""
    start, end = quantity.start, quantity.end
    for words in (quantity.counted, quantity.measure):
        if words is not None and words.start - end <= _MEASURE_REACH and start - words.end <= _MEASURE_REACH:
            between = (
                text[min(end, words.end) : max(start, words.start)] if words.end <= start or words.start >= end else ""
            )
            if not any(mark in between for mark in ".;!?\n"):
                start, end = min(start, words.start), max(end, words.end)
    return Words(text[start:end], start, end)
