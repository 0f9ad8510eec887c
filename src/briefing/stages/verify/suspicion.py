"""What suspect words of the source do to everything that rests on them: a look is needed, whatever the checks say.

The checks themselves cannot be talked to. But words that were put into an article for a model may have been put there
by somebody else than its author, so that a statement which stands nowhere else is not passed.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.records.article import Reading
from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.records.spans import Evidence, Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.without import without
from briefing.text.suspect import Reason, Suspicion

Run = Callable[[Claim, SourceIndex], tuple[Finding, ...]]

_TO_MODELS = (Reason.INSTRUCTION, Reason.PROMPT_SHAPE)
"""Behind these the sentence that follows is suspect too: it often holds what the model is to say."""
_WHAT = {
    Reason.INSTRUCTION: "read like an order to a language model",
    Reason.PROMPT_SHAPE: "are written like a part of a prompt",
    Reason.HIDDEN: "hold characters that cannot be seen",
    Reason.DIRECTION: "are shown in another order than they are stored in",
    Reason.MIXED_LETTERS: "mix letters of two scripts that look alike",
}
_LONGEST = 80


def suspect_findings(source: SourceIndex) -> list[Finding]:
    """One finding for every paragraph and reason, in text order, with all suspect words of it as evidence."""

    def paragraph(each: Suspicion) -> tuple[str, Reason]:
        return source.where(each.start), each.reason

    found = []
    for _, same in groupby(source.suspicions, key=paragraph):
        every = list(same)
        message = f"{_described(every, source)}: what rests on them needs a look."
        evidence = tuple(source.evidence(_shown_span(each, source.text)) for each in every)
        found.append(
            Finding(CheckName.EVIDENCE, Status.CHECK, Code.SUSPECT_TEXT, message, None, tuple(dict.fromkeys(evidence)))
        )
    return found


def suspect_evidence(statement: str, evidence: Sequence[Evidence], source: SourceIndex) -> tuple[Finding, ...]:
    """A finding for a fact whose evidence lies in or right behind suspect words; none for every other fact."""
    behind = _behind(source, evidence)
    if not behind:
        return ()
    message = f"{_described(behind, source)}, and the statement rests on them or on what follows them."
    spans = tuple(dict.fromkeys(source.evidence(_shown_span(each, source.text)) for each in behind))
    claim = Words(statement, 0, len(statement))
    return (Finding(CheckName.EVIDENCE, Status.CHECK, Code.SUSPECT_TEXT, message, claim, spans),)


def lowered(findings: tuple[Finding, ...], claim: Claim, source: SourceIndex, run: Run) -> tuple[Finding, ...]:
    """The findings on a claim; those that passed on suspect words alone ask for a look.

    Where the rest of the article bears a finding out as well, that evidence takes the place of the suspect one.
    """
    if not source.suspicions:
        return findings
    tainted = [span for each in source.suspicions for span in _reach(each, source.reading)]
    resting = [finding for finding in findings if finding.status.passed and _rests_on(finding, tainted)]
    if not resting:
        return findings
    elsewhere = {(each.check, each.claim): each for each in run(claim, without(source, tainted)) if each.status.passed}
    return tuple(
        (elsewhere.get((each.check, each.claim)) or _doubted(each, source)) if each in resting else each
        for each in findings
    )


def _rests_on(finding: Finding, tainted: Sequence[Span]) -> bool:
    """Whether nothing but suspect words supports a finding; what was worked out needs every one of its operands."""
    suspect = [any(span.overlaps(item.span) for span in tainted) for item in finding.evidence]
    if finding.working is not None:
        operands = (Span(each.start, each.end) for each in finding.working.operands)
        return any(suspect) or any(span.overlaps(operand) for operand in operands for span in tainted)
    return bool(suspect) and all(suspect)


def _doubted(finding: Finding, source: SourceIndex) -> Finding:
    behind = _behind(source, finding.evidence)
    why = f", but only in or behind words that {_WHAT[behind[0].reason]}" if behind else ", by way of suspect words"
    message = f"{finding.message.removesuffix('.')}{why}."
    return replace(finding, status=Status.CHECK, code=Code.SUSPECT_TEXT, message=message)


def _behind(source: SourceIndex, evidence: Sequence[Evidence]) -> list[Suspicion]:
    """The suspicions that some evidence lies in, or right behind."""
    return [
        each
        for each in source.suspicions
        if any(span.overlaps(item.span) for span in _reach(each, source.reading) for item in evidence)
    ]


def _reach(suspicion: Suspicion, reading: Reading) -> list[Span]:
    """The sentences that a suspicion lies in and, behind an order to a model, the next one of its paragraph."""
    span = Span(suspicion.start, suspicion.end)
    own = [number for number, unit in enumerate(reading.units) if unit.span.overlaps(span)]
    spans = [span, *(reading.units[number].span for number in own)]
    if own and suspicion.reason in _TO_MODELS and own[-1] + 1 < len(reading.units):
        last, following = reading.units[own[-1]], reading.units[own[-1] + 1]
        if following.paragraph == last.paragraph:
            spans.append(following.span)
    return spans


def _described(found: Sequence[Suspicion], source: SourceIndex) -> str:
    """The first suspect words, where they stand and what is wrong with them."""
    first = found[0]
    span = _shown_span(first, source.text)
    words = source.text[span.start : span.end]
    flat = " ".join(words.split())
    # As a literal: characters that cannot be seen are spelled out, and none of them reaches a terminal.
    shown = repr(flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 3]}...")
    return f"The words {shown} ({source.where(first.start)}) {_WHAT[first.reason]}{_letters(first, words)}"


def _letters(suspicion: Suspicion, words: str) -> str:
    """The letters of the other script by number; in print nobody could tell them from Latin ones."""
    if suspicion.reason is not Reason.MIXED_LETTERS:
        return ""
    strange = dict.fromkeys(f"U+{ord(char):04X}" for char in words if "\u0370" <= char <= "\u052f")
    return f" ({', '.join(strange)})"


def _shown_span(suspicion: Suspicion, text: str) -> Span:
    """The suspect words, with the rest of the word where only some characters of one are suspect."""
    start, end = suspicion.start, suspicion.end
    if suspicion.reason in _TO_MODELS:
        return Span(start, end)
    while start > 0 and not text[start - 1].isspace() and suspicion.start - start < _LONGEST:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - suspicion.end < _LONGEST:
        end += 1
    return Span(start, end)
