"""What an engine wrote: untrusted until it is grounded and verified."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.records.quantity import Words


class FactKind(StrEnum):
    """What part of the story a fact tells."""

    EVENT = "event"
    FIGURE = "figure"
    SPEECH = "speech"
    BACKGROUND = "background"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class Operand:
    """A printed figure that a draft names: the id of its sentence, and its words there."""

    sentence: str
    words: str


@dataclass(frozen=True, slots=True)
class DeclaredWorking:
    """How a draft says that it came to a figure which the article does not print. Untrusted: it is recomputed."""

    operation: str
    operands: tuple[Operand, ...]


@dataclass(frozen=True, slots=True)
class DraftFact:
    """One short statement and where the draft says that it comes from.

    ``pointers`` are sentence ids of the article ("s3"); ``quotes`` are words that some other tool or person claims
    to have copied. A fact may carry both; one with neither cannot be grounded.
    """

    id: str
    kind: FactKind
    statement: str
    pointers: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    speaker: str | None = None
    history: tuple[str, ...] = ()
    """What the statement said before it was repaired, the first wording first."""
    declared: DeclaredWorking | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One filled field of a profile: the article's words, and named parts of them (a person's rank, role, ...)."""

    field: str
    text: str
    start: int
    end: int
    fact_ids: tuple[str, ...] = ()
    parts: tuple[tuple[str, Words], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that an engine wrote about one article."""

    profile: str
    engine: str
    headline: str
    facts: tuple[DraftFact, ...]
    details: tuple[Leaf, ...] = ()
    not_stated: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    """What the engine itself could not use, in words."""
