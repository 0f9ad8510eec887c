"""The finished, serialisable result. Its JSON shape is relied on by other tools: extend it, do not bend it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from briefing.records.checked import CheckedFigure, StageNote
from briefing.records.draft import DeclaredWorking, DraftFact, FactKind, Leaf
from briefing.records.findings import Finding, Status
from briefing.records.quantity import Quantity
from briefing.records.spans import Evidence

SCHEMA_VERSION = "1"
"""Changes when a reader of version 1 could no longer read the JSON."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement with its status, the source words behind it, its figures and every finding."""

    id: str
    kind: FactKind
    statement: str
    status: Status
    evidence: tuple[Evidence, ...]
    figures: tuple[CheckedFigure, ...]
    findings: tuple[Finding, ...]
    speaker: str | None = None
    pointers: tuple[str, ...] = ()
    """Sentence ids that the draft pointed to, and"""
    quotes: tuple[str, ...] = ()
    """words that it claimed to have copied: kept so that the grounding can be done again."""
    history: tuple[str, ...] = ()
    """What the statement said before it was repaired, the first wording first."""
    declared: DeclaredWorking | None = None
    """The working that the draft gave for a figure: kept so that it can be recomputed again."""

    def drafted(self) -> DraftFact:
        """The draft that this fact was made from: its statement and pointers without evidence, findings or status."""
        return DraftFact(
            id=self.id,
            kind=self.kind,
            statement=self.statement,
            pointers=self.pointers,
            quotes=self.quotes,
            speaker=self.speaker,
            history=self.history,
            declared=self.declared,
        )


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that was left out, and why."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """Which text the offsets refer to. ``length`` is in code points."""

    sha256: str
    length: int
    language: str
    title: str | None = None
    published_at: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ModelUse:
    """Which model wrote, and what it took in all, failed attempts included. ``None``: the endpoint did not say."""

    name: str
    modes: tuple[str, ...]
    """How it was asked for its schema ("json_schema", "tools", "json")."""
    prompts: tuple[str, ...]
    """Every prompt that was sent, by task, version and the fingerprint of its file."""
    requests: int
    seconds: Decimal
    input_tokens: int | None = None
    output_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """How the briefing came about. Model fields are empty when no model was asked."""

    package_version: str
    schema_version: str
    checks_version: str
    engine: str
    stages: tuple[StageNote, ...] = ()
    warnings: tuple[str, ...] = ()
    model: ModelUse | None = None
    content_sha256: str = ""
    """Digest of everything else in the briefing: shows a changed character wherever it stands."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """A structured briefing in which every fact carries its proof."""

    schema_version: str
    profile: str
    engine: str
    headline: str
    facts: tuple[Fact, ...]
    details: tuple[Leaf, ...]
    source_findings: tuple[Finding, ...]
    omitted_figures: tuple[Quantity, ...]
    not_stated: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    source: SourceInfo
    provenance: Provenance

    @property
    def counts(self) -> dict[Status, int]:
        """Facts by status; every status is a key."""
        return {status: sum(fact.status is status for fact in self.facts) for status in Status}

    @property
    def ok(self) -> bool:
        """Whether every fact is verified or derived."""
        return all(fact.status.passed for fact in self.facts)

    def to_json(self) -> str:
        """The briefing as JSON text, UTF-8 safe, the same bytes for the same briefing."""
        from briefing.records.codec import briefing_to_json

        return briefing_to_json(self)

    @classmethod
    def from_json(cls, text: str) -> "Briefing":
        """Read a briefing back without loss. Raises ``InvalidBriefingError`` that names the place."""
        from briefing.records.codec import briefing_from_json

        return briefing_from_json(text)
