"""Verdicts: what a check found, why, and the words it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.records.quantity import Words
from briefing.records.spans import Evidence


class Status(StrEnum):
    """How far the source carries a statement. "verified" means "in the source", never "true"."""

    VERIFIED = "verified"
    DERIVED = "derived"
    CHECK = "check"
    UNSUPPORTED = "unsupported"
    NOT_CHECKABLE = "not_checkable"

    @property
    def passed(self) -> bool:
        """Whether nobody needs to look again."""
        return self in (Status.VERIFIED, Status.DERIVED)


_WORST_FIRST = (Status.UNSUPPORTED, Status.CHECK, Status.NOT_CHECKABLE, Status.DERIVED, Status.VERIFIED)


def worst(statuses: "tuple[Status, ...]") -> Status:
    """The worst of ``statuses``; nothing checked at all is ``not_checkable``, never passed."""
    for status in _WORST_FIRST:
        if status in statuses:
            return status
    return Status.NOT_CHECKABLE


class CheckName(StrEnum):
    """Which check speaks."""

    NUMBER = "number"
    DATE = "date"
    ARITHMETIC = "arithmetic"
    QUOTE = "quote"
    NAME = "name"
    ATTRIBUTION = "attribution"
    POLARITY = "polarity"
    EVIDENCE = "evidence"
    CROSSCHECK = "crosscheck"


class Code(StrEnum):
    """Why, in one stable word. Other tools rely on these: add, never rename."""

    SAME_WORDS = "same_words"
    OTHER_NOTATION = "other_notation"
    ENTAILED = "entailed"
    ROUNDED = "rounded"
    DERIVED = "derived"
    HEDGE_CHANGED = "hedge_changed"
    HEDGE_DROPPED = "hedge_dropped"
    OTHER_THING = "other_thing"
    OTHER_EVENT = "other_event"
    OTHER_PERIOD = "other_period"
    OTHER_UNIT = "other_unit"
    OTHER_PERSON = "other_person"
    WRONG_SUM = "wrong_sum"
    TWO_VALUES = "two_values"
    TWO_FORMS = "two_forms"
    ALTERED_QUOTE = "altered_quote"
    NOT_QUOTED = "not_quoted"
    """Between marks here, but the source's own words there."""
    NEGATED = "negated"
    REVERSED = "reversed"
    ABSENT = "absent"
    UNANCHORED = "unanchored"
    NO_EVIDENCE = "no_evidence"
    SUSPECT_TEXT = "suspect_text"
    """Words of the source that instruct a model or hide something, and what rests on them."""
    OTHER_SOURCE = "other_source"
    CHANGED = "changed"
    """A finished briefing no longer says what its source gives."""
    SKIPPED = "skipped"
    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    NOT_SUPPORTED = "not_supported"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Working:
    """The arithmetic that proves or refutes a figure; operands keep their place in the source."""

    operation: str
    operands: tuple[Words, ...]
    result: Words
    expression: str
    """Printable, with plain numbers: "200 + 200 = 400"."""
    alternatives: int = 0
    """How many other derivations fit as well."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict of one check.

    ``claim`` is the words that were checked, in the text that was checked; ``evidence`` the words of the source that
    carry them, or the nearest ones when nothing does. ``message`` is one sentence for an editor.
    """

    check: CheckName
    status: Status
    code: Code
    message: str
    claim: Words | None = None
    evidence: tuple[Evidence, ...] = ()
    working: Working | None = None
