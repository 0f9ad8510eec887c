"""A draft whose facts are tied to spans of the source, or marked as not tied."""

from dataclasses import dataclass

from briefing.records.article import Reading
from briefing.records.draft import Draft, DraftFact
from briefing.records.findings import Finding
from briefing.records.spans import Evidence


@dataclass(frozen=True, slots=True)
class GroundedFact:
    """A drafted fact with the evidence that was found, and findings about what was not."""

    fact: DraftFact
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounded:
    """The draft beside the source it was held against."""

    reading: Reading
    draft: Draft
    facts: tuple[GroundedFact, ...]
