"""Proves a figure that the source does not print from figures that it does, with the working shown."""

from collections.abc import Sequence

from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.candidates import in_cents_of
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.counted import counted
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.timeline import timeline_of
from briefing.stages.verify.workings import terms_of, workings_of
from briefing.text.alignment import Alignment
from briefing.text.derivations.cues import cues_of
from briefing.text.derivations.elapsed import elapsed
from briefing.text.derivations.search import derive
from briefing.text.derivations.workings import Derivation
from briefing.text.wording import lower_words

_NEAR = 6
_REST_REACH = 70
_FROM_REACH = 30
_THEN = "then"


def derived_finding(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Finding | None:
    """The finding that proves ``figure`` from others, or ``None`` if no cue and no operands do."""
    figure = in_cents_of(figure, source)
    found = (
        _from_figures(figure, claim, source, alignment)
        or _from_dates(figure, claim, source, alignment)
        or counted(figure, claim, source, alignment)
        or _from_terms(figure, claim, source, alignment)
    )
    return _finding(figure, found, claim, source) if found is not None else None


def _from_figures(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Derivation | None:
    workings = workings_of(figure, claim, source, alignment)
    if not workings.operands:
        return None
    cues = _words_near(figure, claim)
    if figure.kind is Kind.PERCENT:
        cues += [word for word in _behind_shares(workings.operands, source) if word in cues_of(claim.language).rest]
    if _told_of_then(claim, workings.operands, source):
        cues.append(_THEN)
    return derive(figure, cues, workings, cues_of(claim.language))


def _from_terms(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Derivation | None:
    """As in "the three parties together hold 75 seats": three, because that many figures add up to the other."""
    for other in claim.figures[1:2]:  # the second figure is the only one with just a count before it
        if other.start <= figure.end or figure.hedge is not Hedge.EXACT or figure.stated is None:
            continue
        if terms_of(other, claim) != figure.stated:
            continue
        workings = workings_of(other, claim, source, alignment)
        found = derive(other, _words_near(other, claim), workings, cues_of(claim.language))
        if found is not None and found.operation == "sum" and len(found.operands) == workings.terms:
            expression = f"{found.expression}: {workings.terms} figures"
            return Derivation("count", found.operands, expression, found.values, found.alternatives)
    return None


def _from_dates(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Derivation | None:
    timeline = timeline_of(figure, claim, source, alignment)
    return elapsed(figure, timeline) if timeline is not None else None


def _finding(figure: Quantity, found: Derivation, claim: Claim, source: SourceIndex) -> Finding:
    working = Working(
        operation=found.operation,
        operands=found.operands,
        result=claim.words(figure),
        expression=found.expression,
        alternatives=found.alternatives,
    )
    places = ", ".join(f"{each.text} ({source.where(each.start)})" for each in found.operands)
    message = f"The article gives it: {found.expression}, from {places}."
    if found.operation not in _OF_OTHER_THINGS:
        message = message.replace("The article gives", "The article's figures give", 1)
    if found.alternatives:
        message += f" {found.alternatives} other set(s) of its figures would give it too."
    evidence = tuple(source.evidence(Span(each.start, each.end)) for each in found.operands)
    return Finding(CheckName.ARITHMETIC, Status.DERIVED, Code.DERIVED, message, claim.words(figure), evidence, working)


_OF_OTHER_THINGS = ("elapsed", "count")


def _told_of_then(claim: Claim, operands: Sequence[Quantity], source: SourceIndex) -> bool:
    """Whether the claim speaks of the time that a change is counted from: "up 2.4 points from 2021"."""
    behind = [source.text[each.end : each.end + _FROM_REACH].lower().split(" from ") for each in operands]
    return any(date.raw.lower() in words[1] for date in claim.dates for words in behind if len(words) > 1)


def _behind_shares(operands: Sequence[Quantity], source: SourceIndex) -> list[str]:
    """The words just behind the source's shares: "60 percent. The town is to borrow the rest"."""
    shares = [each for each in operands if each.kind is Kind.PERCENT]
    return [word for each in shares for word in lower_words(source.text[each.end : each.end + _REST_REACH])]


def _words_near(figure: Quantity, claim: Claim) -> list[str]:
    """The claim's words close to the figure; a cue elsewhere in the sentence speaks of something else."""
    before = lower_words(claim.text[claim.span.start : figure.start])[-_NEAR:]
    behind = lower_words(claim.text[figure.end : claim.span.end])[:_NEAR]
    return before + behind
