"""Check: a statement that no other check can speak about is said to be unchecked, never passed."""

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.stages.verify.claim import Claim


def unchecked(claim: Claim) -> Finding:
    """The finding for a claim without a figure, date, name or quotation, whose wording is not the article's."""
    message = (
        "Nothing here can be checked word by word: no figure, date, name or quotation, and not the article's wording."
    )
    text = claim.text[claim.span.start : claim.span.end]
    words = Words(text, claim.span.start, claim.span.end)
    return Finding(CheckName.EVIDENCE, Status.NOT_CHECKABLE, Code.NO_EVIDENCE, message, words)
