"""Finds a figure of the claim that the source prints with stray spaces: "98. 7 per cent", "56 , 000 dogs"."""

import re

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Kind, Quantity
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.matching import Relation, relate
from briefing.text.quantities import read_quantities

_DIGITS = re.compile(r"\d{1,15}(?:[.,]\d{1,15})+")
_REACH = 60
_MOST = 20


def spaced_finding(figure: Quantity, claim: Claim, source: SourceIndex) -> Finding | None:
    """The finding for a figure whose digits the source prints apart; ``None`` if it does not, or of another thing."""
    digits = _DIGITS.search(figure.raw)
    if digits is None:
        return None
    parts = re.split(r"([.,])", digits.group())
    pattern = re.compile(r"(?<![\d.,])" + r"\s?".join(map(re.escape, parts)) + r"(?![\d]|[.,]\d)")
    for number, match in enumerate(pattern.finditer(source.text)):
        if number >= _MOST:
            return None
        span = _read_as(figure, match, source)
        if span is not None:
            words = source.text[span.start : span.end]
            message = f"The article says {words!r} ({source.where(span.start)}), with spaces in the number."
            return Finding(
                CheckName.NUMBER, Status.VERIFIED, Code.OTHER_NOTATION, message,
                claim.words(figure), (source.evidence(span),),
            )  # fmt: skip
    return None


def _read_as(figure: Quantity, match: re.Match[str], source: SourceIndex) -> Span | None:
    """The place of the figure, if the source says the same once the spaces are taken out of the number."""
    printed = match.group()
    joined = re.sub(r"\s", "", printed)
    if joined == printed:
        return None
    start, end = max(0, match.start() - _REACH), min(len(source.text), match.end() + _REACH)
    before = source.text[start : match.start()]
    text = before + joined + source.text[match.end() : end]
    for other in read_quantities(text, locale=source.reading.article.language):
        if other.start <= len(before) < other.end and other.kind is not Kind.DATE and _same(figure, other):
            lost = len(printed) - len(joined)
            return Span(start + other.start, start + other.end + lost)
    return None


def _same(figure: Quantity, other: Quantity) -> bool:
    heads = figure.head is None or other.head is None or figure.head == other.head
    return relate(figure, other) is Relation.SAME and (heads or figure.kind is not Kind.CARDINAL)
