"""The words that every format uses: statuses, labels of fields, readings of figures, reasons.

Nothing here knows a format; escaping is each format's own business.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from briefing.profiles.catalog import GENERAL, PROFILES
from briefing.records.briefing import Fact
from briefing.records.checked import CheckedFigure
from briefing.records.findings import Finding, Status, Working
from briefing.records.quantity import DateReading, Hedge, Kind, Quantity

STATUS_WORDS = {
    Status.VERIFIED: "verified",
    Status.DERIVED: "derived",
    Status.CHECK: "check",
    Status.UNSUPPORTED: "not supported",
    Status.NOT_CHECKABLE: "not checkable",
}
STATUS_ICONS = {
    Status.VERIFIED: "✓",
    Status.DERIVED: "=",
    Status.CHECK: "!",
    Status.UNSUPPORTED: "✗",
    Status.NOT_CHECKABLE: "?",
}
_PLAIN_HEDGES = (Hedge.EXACT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.UP_TO, Hedge.FEWER_THAN, Hedge.RANGE)
_URGENCY = {
    Status.UNSUPPORTED: 0,
    Status.CHECK: 1,
    Status.NOT_CHECKABLE: 2,
    Status.DERIVED: 3,
    Status.VERIFIED: 3,
}


@dataclass(frozen=True, slots=True)
class Tally:
    """The three counts that an editor looks at first."""

    verified: int
    """Derived ones included."""
    derived: int
    check: int
    """Those that could not be checked included."""
    unsupported: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.verified + self.check + self.unsupported

    def sentence(self, noun: str) -> str:
        """The counts in words: "3 facts: 2 verified (1 of them derived), 1 to check, 0 not supported"."""
        derived = f" ({self.derived} of them derived)" if self.derived else ""
        return (
            f"{self.total} {plural(noun, self.total)}: {self.verified} verified{derived}, "
            f"{self.check} to check, {self.unsupported} not supported"
        )


def tally(counts: dict[Status, int]) -> Tally:
    """Five statuses as three counts."""
    return Tally(
        verified=counts[Status.VERIFIED] + counts[Status.DERIVED],
        derived=counts[Status.DERIVED],
        check=counts[Status.CHECK] + counts[Status.NOT_CHECKABLE],
        unsupported=counts[Status.UNSUPPORTED],
    )


def plural(noun: str, count: int) -> str:
    """``noun`` as it goes with ``count``."""
    return noun if count == 1 else f"{noun}s"


def problems(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that did not pass, the worst first, else in their order."""
    return tuple(sorted((fact for fact in facts if not fact.status.passed), key=lambda fact: _URGENCY[fact.status]))


def passed(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that are verified or derived, in their order."""
    return tuple(fact for fact in facts if fact.status.passed)


def reasons(findings: tuple[Finding, ...], status: Status) -> tuple[Finding, ...]:
    """The findings that explain ``status``: all that did not pass, the worst first; else the one that decided."""
    failed = sorted((finding for finding in findings if not finding.status.passed), key=lambda f: _URGENCY[f.status])
    if failed:
        return tuple(failed)
    return tuple(finding for finding in findings if finding.status is status)[:1]


def words_not_in_message(finding: Finding) -> tuple[str, ...]:
    """The source words behind a finding that its message does not quote already."""
    return tuple(item.exact for item in finding.evidence if item.exact.strip() and item.exact not in finding.message)


def workings(findings: Iterable[Finding]) -> tuple[Working, ...]:
    """Every working that the findings show, each once."""
    found: list[Working] = []
    for finding in findings:
        if finding.working is not None and finding.working not in found:
            found.append(finding.working)
    return tuple(found)


def other_derivations(working: Working) -> str:
    """What to add to a working that is not the only one that fits, or nothing."""
    if not working.alternatives:
        return ""
    return f" ({working.alternatives} other {plural('derivation', working.alternatives)} would fit as well)"


def field_label(profile: str, name: str) -> str:
    """What an editor reads for a field: the catalogue's label, else the name as words."""
    known = next((entry for entry in PROFILES if entry.name == profile), GENERAL)
    labels = {field.name: field.label for entry in (GENERAL, known) for field in entry.fields}
    return labels.get(name) or label(name)


def label(field: str) -> str:
    """The name of a field for people: "lead_nation" is "Lead nation", "strength.arrived" is "Strength: arrived"."""
    words = field.replace(".", ": ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but case, white space and closing punctuation."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".!?…").casefold()


def in_context(quantity: Quantity) -> str:
    """A figure's words with the thing counted and what happens to it, in text order: "120 people ... died"."""
    pieces = [(quantity.start, quantity.end, quantity.raw)]
    for words in (quantity.counted, quantity.measure):
        if words is not None and not any(start < words.end and words.start < end for start, end, _ in pieces):
            pieces.append((words.start, words.end, words.text))
    pieces.sort()
    shown = pieces[0][2]
    for before, piece in pairwise(pieces):
        shown += (" " if piece[0] - before[1] <= 1 else " ... ") + piece[2]
    return shown


_EVERYDAY = 20
"""Number words up to here need no digits beside them."""


def figures_with_reading(figures: Iterable[CheckedFigure]) -> tuple[tuple[CheckedFigure, str], ...]:
    """The figures whose reading says more than their words, with that reading."""
    pairs = ((figure, reading(figure.quantity)) for figure in figures)
    return tuple((figure, words) for figure, words in pairs if words)


def reading(quantity: Quantity) -> str:
    """What the words were read as, or an empty string where the words already say it."""
    if quantity.kind is Kind.IDENTIFIER:
        return ""
    if quantity.date is not None:
        return _date_words(quantity.date)
    if quantity.hedge is Hedge.VAGUE and quantity.low is None and quantity.high is None:
        return "no number stated"
    if _is_plain_word(quantity) or _says_it_already(quantity):
        return ""
    return _interval_words(quantity)


def _is_plain_word(quantity: Quantity) -> bool:
    """Whether the figure is one word that every reader counts with ("two", "third")."""
    bare = quantity.kind in (Kind.CARDINAL, Kind.ORDINAL) and quantity.hedge is Hedge.EXACT
    return bare and quantity.raw.isalpha() and quantity.stated is not None and quantity.stated <= _EVERYDAY


def _date_words(date: DateReading) -> str:
    if date.first is None or date.last is None:
        return "no date without the day it counts from" if date.relative else ""
    if not date.inferred:
        return ""
    days = date.first.isoformat()
    if date.last != date.first:
        days = f"{days} to {date.last.isoformat()}"
    return f"{days}, inferred"


def _interval_words(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if quantity.pair is not None or (low is None and high is None):
        return ""
    if low is not None and low == high:
        return _amount(low, quantity)
    parts: list[str] = []
    if low is not None:
        parts.append(f"{'at least' if quantity.low_inclusive else 'above'} {_amount(low, quantity)}")
    if high is not None:
        parts.append(f"{'at most' if quantity.high_inclusive else 'below'} {_amount(high, quantity)}")
    return ", ".join(parts)


def _amount(number: Decimal, quantity: Quantity) -> str:
    digits = f"{number:,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if quantity.kind is Kind.TIME and number == number.to_integral_value():
        return f"{int(number) // 60:02}:{int(number) % 60:02}"
    if quantity.currency:
        # A code stands before the number, the name of a symbol ("dollar") behind it.
        is_code = quantity.currency.isupper()
        return f"{quantity.currency} {digits}" if is_code else f"{digits} {quantity.currency}"
    if quantity.kind is Kind.DURATION and quantity.unit and quantity.unit.isalpha():
        return f"{digits} {plural(quantity.unit, 1 if number == 1 else 2)}"
    return digits


def _says_it_already(quantity: Quantity) -> bool:
    """Whether the words print their bounds in digits and the hedge, if any, is as plain as the reading would be."""
    if quantity.hedge not in _PLAIN_HEDGES:
        return False
    printed = _compact(quantity.raw)
    bounds = (bound for bound in (quantity.low, quantity.high) if bound is not None)
    return all(_compact(_amount(bound, quantity)) in printed for bound in bounds)


def _compact(text: str) -> str:
    return re.sub(r"[,\s]", "", text.casefold())
