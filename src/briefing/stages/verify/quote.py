"""Check: what stands between quotation marks stands in the source, word for word."""

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.records.spans import Evidence, MatchKind, evidence_at
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.quoting import find_quoted
from briefing.stages.verify.source import SourceIndex
from briefing.text.quotations import Quotation, quotations
from briefing.text.quotes import QuoteMatch

_SINGLE = frozenset("'‘")
_LONG = 12
"""Single marks are apostrophes as well: only longer stretches are held against the source."""


def check_quote(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every quotation of at least one word in the claim, in text order.

    A quotation of several sentences is checked as a whole where it begins, and by its part in the sentences behind.
    """
    found = []
    for quotation in quotations(claim.text).between(claim.span):
        words = _in_claim(quotation, claim)
        if words is not None:
            found.append(_check(words, find_quoted(words.text, source, near=claim.near), source))
    return tuple(found)


def _in_claim(quotation: Quotation, claim: Claim) -> Words | None:
    """The words of a quotation as far as this claim answers for them; ``None`` if it does not."""
    start, end = quotation.inner.start, quotation.inner.end
    if start < claim.span.start:
        start, end = claim.span.start, min(end, claim.span.end)
    text = claim.text[start:end]
    short = claim.text[quotation.outer.start] in _SINGLE and len(text) < _LONG
    if quotation.inside is not None or short or not any(char.isalnum() for char in text):
        return None
    return Words(text, start, end)


def _check(words: Words, match: QuoteMatch, source: SourceIndex) -> Finding:
    evidence = _evidence(match, source)
    if match.kind in (MatchKind.EXACT, MatchKind.FOLDED) or (match.kind is MatchKind.ELIDED and not match.altered):
        message = f"The article has these words ({source.where(evidence[0].start)})."
        return Finding(CheckName.QUOTE, Status.VERIFIED, Code.SAME_WORDS, message, words, evidence)
    if match.kind is not None and not match.altered:
        message = f"The article has these words with other punctuation ({source.where(evidence[0].start)})."
        return Finding(CheckName.QUOTE, Status.VERIFIED, Code.OTHER_NOTATION, message, words, evidence)
    differs = f" It {'; '.join(match.differences)}." if match.differences else ""
    if match.kind is not None:
        message = f"The quotation is not word for word: the article has {evidence[0].exact!r}.{differs}"
        return Finding(CheckName.QUOTE, Status.CHECK, Code.ALTERED_QUOTE, message, words, evidence)
    if evidence:
        message = f"The article does not have this quotation; the nearest words are {evidence[0].exact!r}.{differs}"
        return Finding(CheckName.QUOTE, Status.UNSUPPORTED, Code.ALTERED_QUOTE, message, words, evidence)
    message = "The article does not have this quotation, nor anything like it."
    return Finding(CheckName.QUOTE, Status.UNSUPPORTED, Code.ABSENT, message, words)


def _evidence(match: QuoteMatch, source: SourceIndex) -> tuple[Evidence, ...]:
    spans = match.spans or ((match.nearest,) if match.nearest is not None else ())
    return tuple(evidence_at(source.text, span, match.kind or MatchKind.FUZZY) for span in spans)
