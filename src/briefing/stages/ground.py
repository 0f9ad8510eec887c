"""Grounding: ties every drafted fact to spans of the article, or says that it is not there.

Pointers become evidence that code cuts itself; quotes are looked for and never trusted. Nothing is dropped: what
cannot be tied to the article is a finding, and one bad quote leaves the rest of the draft as it is.
"""

from collections.abc import Sequence

from briefing.records.article import Reading, TextUnit
from briefing.records.draft import Draft, DraftFact
from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.grounded import Grounded, GroundedFact
from briefing.records.quantity import Words
from briefing.records.spans import Evidence, MatchKind, Span, evidence_at
from briefing.text.fold import Folded, fold
from briefing.text.quotes import QuoteMatch, find_quote, find_words

_SHOWN_CHARS = 120
"""Messages quote no more than this; the evidence has all of it."""
_SHOWN_PLACES = 5
_BY_POINTERS = "the one closest to the sentences pointed to"
_BY_ORDER = "the first"


def ground(reading: Reading, draft: Draft) -> Grounded:
    """``draft`` beside the article, every fact with its evidence and with findings about what was not found.

    A pointed sentence is evidence as ``POINTED``; where the statement itself stands in it word for word, the evidence
    is exactly these words and a verified finding says so. A pointed sentence alone proves no wording, so that it
    comes without a finding. Every quote has one finding. A fact with neither is ``not_checkable``. Raises nothing.
    """
    source = fold(reading.text)
    units = {unit.id: unit for unit in reading.units}
    return Grounded(reading, draft, tuple(_ground_fact(fact, reading, source, units) for fact in draft.facts))


def _ground_fact(fact: DraftFact, reading: Reading, source: Folded, units: dict[str, TextUnit]) -> GroundedFact:
    pointed: list[TextUnit] = []
    evidence: list[Evidence] = []
    findings: list[Finding] = []
    for pointer in dict.fromkeys(fact.pointers):
        if pointer in units:
            pointed.append(units[pointer])
        else:
            findings.append(_unknown_pointer(pointer, reading))
    if pointed:
        found, finding = _statement_in(fact, source, pointed)
        evidence.extend(found)
        findings.extend(finding)
    near = [unit.span for unit in pointed]
    for quote in fact.quotes:
        match = find_quote(source, quote, near=near)
        if match.kind is not None:
            evidence.extend(evidence_at(reading.text, span, match.kind) for span in match.spans)
        findings.append(_quote_finding(fact, quote, match, reading.text, by_pointers=bool(near)))
    if not fact.pointers and not fact.quotes:
        findings.append(_nothing_given(fact))
    return GroundedFact(fact, tuple(dict.fromkeys(evidence)), tuple(findings))


def _statement_in(fact: DraftFact, source: Folded, pointed: Sequence[TextUnit]) -> tuple[list[Evidence], list[Finding]]:
    """Evidence from the pointed sentences; the statement's own words where one of them, or a run of them, has them."""
    text = source.original
    stretches = _stretches(text, pointed)
    match = find_words(source, fact.statement)
    inside = [span for span in match.occurrences if any(stretch.contains(span) for stretch in stretches)]
    if match.kind is None or not inside:
        return [evidence_at(text, unit.span, MatchKind.POINTED) for unit in pointed], []
    words = evidence_at(text, inside[0], match.kind)
    others = [unit for unit in pointed if not unit.span.overlaps(words.span)]
    ids = ", ".join(unit.id for unit in pointed if unit.span.overlaps(words.span))
    finding = Finding(
        check=CheckName.EVIDENCE,
        status=Status.VERIFIED,
        code=Code.SAME_WORDS,
        message=f"The statement stands word for word in {ids} of the article.",
        claim=Words(fact.statement, 0, len(fact.statement)),
        evidence=(words,),
    )
    return [words, *(evidence_at(text, unit.span, MatchKind.POINTED) for unit in others)], [finding]


def _stretches(text: str, units: Sequence[TextUnit]) -> list[Span]:
    """The pointed sentences, joined where only white space is between two of them."""
    joined: list[Span] = []
    for span in sorted(unit.span for unit in units):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _unknown_pointer(pointer: str, reading: Reading) -> Finding:
    units = reading.units
    known = f"it has {units[0].id} to {units[-1].id}" if units else "it has no sentences"
    return Finding(
        check=CheckName.EVIDENCE,
        status=Status.UNSUPPORTED,
        code=Code.NO_EVIDENCE,
        message=f"The fact points to sentence {_shown(pointer)}, which the article does not have: {known}.",
    )


def _nothing_given(fact: DraftFact) -> Finding:
    return Finding(
        check=CheckName.EVIDENCE,
        status=Status.NOT_CHECKABLE,
        code=Code.NO_EVIDENCE,
        message="The fact names neither a sentence of the article nor a quote, so that nothing ties it to the article.",
        claim=Words(fact.statement, 0, len(fact.statement)),
    )


def _quote_finding(fact: DraftFact, quote: str, match: QuoteMatch, text: str, *, by_pointers: bool) -> Finding:
    """What became of one quote; its evidence is the chosen place first, then the others."""
    status, code, message = _verdict(quote, match, text)
    if len(match.occurrences) > 1:
        message += _places(match.occurrences, _BY_POINTERS if by_pointers else _BY_ORDER)
    spans = [*match.spans, *(span for span in match.occurrences if span not in match.spans)]
    if match.kind is MatchKind.ELIDED:
        spans = list(match.spans)
    if match.nearest is not None:
        spans.append(match.nearest)
    at = max(fact.statement.find(quote), 0)
    return Finding(
        check=CheckName.QUOTE,
        status=status,
        code=code,
        message=message,
        claim=Words(quote, at, at + len(quote)),
        evidence=tuple(evidence_at(text, span, match.kind or MatchKind.FUZZY) for span in spans),
    )


def _verdict(quote: str, match: QuoteMatch, text: str) -> tuple[Status, Code, str]:
    shown = _shown(quote)
    differs = "; ".join(match.differences)
    if match.altered:
        source = " ... ".join(text[span.start : span.end] for span in match.spans)
        return (
            Status.CHECK,
            Code.ALTERED_QUOTE,
            f"The article has {_shown(source)}, not {shown}: the quote {differs}.",
        )
    if match.kind is MatchKind.FUZZY:
        return Status.VERIFIED, Code.OTHER_NOTATION, f"The words {shown} are in the article with other punctuation."
    if match.kind is MatchKind.ELIDED:
        return Status.VERIFIED, Code.SAME_WORDS, f"The pieces of {shown} are in the article in this order."
    if match.kind is not None:
        return Status.VERIFIED, Code.SAME_WORDS, f"The words {shown} are in the article."
    if not any(char.isalnum() for char in quote):
        return Status.NOT_CHECKABLE, Code.NO_EVIDENCE, f"The quote {shown} has no words that could be looked for."
    if match.nearest is None:
        return Status.UNSUPPORTED, Code.ABSENT, f"The words {shown} are not in the article, nor anything like them."
    nearest = _shown(text[match.nearest.start : match.nearest.end])
    because = f": the quote {differs}" if differs else ""
    return (
        Status.UNSUPPORTED,
        Code.ABSENT,
        f"The words {shown} are not in the article; the nearest are {nearest}{because}.",
    )


def _places(occurrences: Sequence[Span], how: str) -> str:
    places = ", ".join(str(span.start) for span in occurrences[:_SHOWN_PLACES])
    more = ", ..." if len(occurrences) > _SHOWN_PLACES else ""
    return f" They stand {len(occurrences)} times (at characters {places}{more}); {how} was taken."


def _shown(words: str) -> str:
    flat = " ".join(words.split())
    return repr(flat if len(flat) <= _SHOWN_CHARS else flat[: _SHOWN_CHARS - 3] + "...")
