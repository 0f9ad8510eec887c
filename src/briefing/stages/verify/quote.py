"""Check: what stands between quotation marks stands in the source, word for word."""

import re

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.records.spans import Evidence, MatchKind, evidence_at
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.quotes import QuoteMatch, find_quote

_OPENS = r"(?=[^\s,.;:!?)\]])"
"""What follows an opening mark; a closing one stands before a space or a stop."""
_QUOTED = re.compile(
    # A quotation that runs on in the next paragraph has no closing mark: it ends with the claim.
    rf"(?<!\w)“{_OPENS}([^“”]{{2,2000}})(?:”|\Z)"
    rf"|(?<!\w)\"{_OPENS}([^\"]{{2,2000}})(?:\"|\Z)"
    r"|«\s?([^«»]{2,2000}?)\s?»"
    r"|„([^„“”]{2,2000})[“”]"
    # Single marks are apostrophes as well: only longer stretches, and none that ends inside a word.
    r"|(?<!\w)‘((?:[^‘’]|(?<=\w)’(?=\w)){12,2000})’(?!\w)"
    r"|(?<!\w)'(?=[^\W\d_])(?!(?:s|t|d|m|ve|re|ll)\b)((?:[^'\n]|(?<=\w)'(?=\w)){12,2000})'(?!\w)"
)
_GROUPS = range(1, 7)
_WORD = re.compile(r"\w+")


def check_quote(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every quotation of at least one word in the claim, in text order."""
    text = claim.text[: claim.span.end]
    found = []
    for match in _QUOTED.finditer(text, claim.span.start):
        group = next(index for index in _GROUPS if match.group(index) is not None)
        if _WORD.search(match.group(group)):
            words = Words(match.group(group), match.start(group), match.end(group))
            found.append(_check(words, find_quote(source.folded, words.text, near=claim.near), source))
    return tuple(found)


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
