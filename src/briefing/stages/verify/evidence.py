"""Check: a statement that no sentence of the source says in comparable words is said to be unchecked, never passed.

Names and figures can stand in any sentence. What is said of them has to be found as well, at least in part, in one
place of the source.
"""

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex

LEAST = 0.35
"""Share of what a claim speaks of, by weight, that must stand in one place of the source. Of the faithful summaries of
``evals.words`` 2 % have less, of those with an error in them 21 % (names left out)."""
_FEWEST, _FEWEST_WITH_FIGURES = 2, 4
"""Words of meaning below which a claim is too short to tell; one with figures is held to what those are said of."""


def check_support(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding if the source has hardly any of the claim's words in one place; nothing otherwise."""
    statements, statement = source.statements, claim.statement
    fewest = _FEWEST_WITH_FIGURES if claim.quantities else _FEWEST
    if statements is None or statement is None or len(statement.keys) < fewest:
        return ()
    if statements.support(statement) >= LEAST:
        return ()
    message = "No sentence of the article says this in words that can be compared, whatever names and figures it has."
    return (_unchecked(claim, message),)


def unchecked(claim: Claim) -> Finding:
    """The finding for a claim without a figure, date, name or quotation, whose wording is not the article's."""
    return _unchecked(
        claim,
        "Nothing here can be checked word by word: no figure, date, name or quotation, and not the article's wording.",
    )


def _unchecked(claim: Claim, message: str) -> Finding:
    text = claim.text[claim.span.start : claim.span.end]
    words = Words(text, claim.span.start, claim.span.end)
    return Finding(CheckName.EVIDENCE, Status.NOT_CHECKABLE, Code.NO_EVIDENCE, message, words)
