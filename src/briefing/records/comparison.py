"""What moved between two versions of a story, and what became of the facts of a briefing of the first."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.records.briefing import SourceInfo
from briefing.records.findings import Finding, Status
from briefing.records.quantity import Quantity
from briefing.records.spans import Evidence, Span


class Subject(StrEnum):
    """What sort of words a change is about."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    WORDING = "wording"
    """A word that turns a statement round or makes it less sure: "not", "allegedly", "may"."""


class ChangeKind(StrEnum):
    """What became of them. Other tools rely on these words: add, never rename."""

    CHANGED = "changed"
    """Another value, day, name or word where the sentence is still the same: an update or a correction."""
    HEDGE_CHANGED = "hedge_changed"
    """The same number under another bound: "at least 12", now "12"."""
    THING_CHANGED = "thing_changed"
    """The same number of something else: "12 injured", now "12 killed"."""
    RESPELT = "respelt"
    ALTERED = "altered"
    """A quotation that stands in both versions, in other words."""
    ADDED = "added"
    GONE = "gone"
    LEFT = "left"
    """A figure that was updated in one place and still has its old value in another."""
    MOVED = "moved"
    """It stands elsewhere in the other version, with the same thing. Not a change."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of one version. ``paragraph`` counts from 1; a headline is a paragraph of its own."""

    text: str
    start: int
    end: int
    paragraph: int
    headline: bool = False

    @property
    def span(self) -> Span:
        """The range of these words in their version."""
        return Span(self.start, self.end)

    @property
    def where(self) -> str:
        """The place in words: "headline" or "paragraph 3"."""
        return "headline" if self.headline else f"paragraph {self.paragraph}"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that moved: the words before, the words now, and one sentence for an editor.

    ``old`` is ``None`` for what was added, ``new`` for what is gone; a figure that was left behind has both, the value
    it had and the place where it still stands. The figures are there for subjects that have a value.
    """

    kind: ChangeKind
    subject: Subject
    old: Passage | None
    new: Passage | None
    message: str
    old_figure: Quantity | None = None
    new_figure: Quantity | None = None
    note: str = ""
    """What the two passages do not show: which words differ, what stands in the place of what is gone."""


class Currency(StrEnum):
    """Whether a fact of the old version still stands in the new one."""

    CURRENT = "current"
    """Its evidence stands word for word, and the checks pass against the new version as they did before."""
    MOVED = "moved"
    """The same, at another place in the order of the story."""
    STALE = "stale"
    """Its evidence reads otherwise now, or a check no longer passes."""
    GONE = "gone"
    """The new version has nothing like its evidence."""

    @property
    def holds(self) -> bool:
        """Whether nobody needs to look again."""
        return self in (Currency.CURRENT, Currency.MOVED)


@dataclass(frozen=True, slots=True)
class FactCurrency:
    """One fact of a briefing, held against the new version.

    ``evidence`` is what the briefing rests on, with offsets into the old version; ``now`` the words of the new version
    that stand for it, with offsets into that. ``status`` is the verdict of the checks on the statement against the new
    version; ``changes`` are those inside the evidence; ``findings`` the verdicts that did not pass.
    """

    fact_id: str
    statement: str
    currency: Currency
    message: str
    was: Status
    status: Status
    evidence: tuple[Evidence, ...] = ()
    now: tuple[Evidence, ...] = ()
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentences:
    """How many sentences of the new version have the words of old ones, are edited or are new; and how many are gone.

    A word that nothing here names may still be the news: "closed" that became "reopened" is an edited sentence.
    """

    same: int = 0
    edited: int = 0
    added: int = 0
    gone: int = 0
    """Of the old version."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a story, side by side. ``changes`` are in the order of the new version, what is gone last.

    ``moved`` are figures that only stand elsewhere; they are no changes. ``facts`` is ``None`` when no briefing was
    given, so that "not asked" is not "all current".
    """

    old: SourceInfo
    new: SourceInfo
    changes: tuple[Change, ...]
    moved: tuple[Change, ...] = ()
    facts: tuple[FactCurrency, ...] | None = None
    sentences: Sentences = Sentences()

    @property
    def counts(self) -> dict[ChangeKind, int]:
        """Changes by kind; every kind is a key."""
        return {kind: sum(change.kind is kind for change in (*self.changes, *self.moved)) for kind in ChangeKind}

    @property
    def currency(self) -> dict[Currency, int]:
        """Facts by currency; every one is a key."""
        return {each: sum(fact.currency is each for fact in self.facts or ()) for each in Currency}

    @property
    def ok(self) -> bool:
        """Whether nothing changed and no fact is stale or gone."""
        return not self.changes and all(fact.currency.holds for fact in self.facts or ())

    def to_json(self) -> str:
        """The comparison as JSON text, UTF-8 safe, the same bytes for the same comparison."""
        from briefing.records.json_comparison import comparison_to_json

        return comparison_to_json(self)
