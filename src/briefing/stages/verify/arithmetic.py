"""Check: sums and contests. A figure that the source states as a total carries its working; one that fails is told."""

from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import Quantity, Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.contest import reversed_contest
from briefing.stages.verify.source import SourceIndex
from briefing.text.equations import Equation
from briefing.text.events import events
from briefing.text.matching import Relation, relate


def check_arithmetic(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """A finding for every figure that is the total of a sum in the source, and for every contest told in reverse."""
    known = events(claim.language)
    found: list[Finding] = []
    for quantity in claim.figures:
        for equation in source.equations:
            fits = relate(quantity, equation.total) is Relation.SAME
            if fits and _same_head(quantity, equation.total) and not known.differ(quantity.event, equation.total.event):
                found.append(equation_finding(equation, source, claim.words(quantity)))
                break
    return (*found, *reversed_contest(claim, source))


def _same_head(one: Quantity, two: Quantity) -> bool:
    return one.head is None or two.head is None or one.head == two.head


def equation_finding(equation: Equation, source: SourceIndex, words: Words | None) -> Finding:
    """The working of a stated sum as a finding; ``words`` are the claim's, or ``None`` for the source itself."""
    working = Working(
        operation="sum",
        operands=tuple(Words(part.raw, part.start, part.end) for part in equation.parts),
        result=Words(equation.total.raw, equation.total.start, equation.total.end),
        expression=equation.expression,
        alternatives=equation.alternatives,
    )
    evidence = tuple(source.evidence(Span(part.start, part.end)) for part in (*equation.parts, equation.total))
    if equation.holds:
        places = ", ".join(f"{part.raw} ({source.where(part.start)})" for part in equation.parts)
        message = f"The article's figures give it: {equation.expression}, from {places}."
        if equation.alternatives:
            message += f" {equation.alternatives} other sum(s) of its figures would give it too."
        return Finding(CheckName.ARITHMETIC, Status.DERIVED, Code.DERIVED, message, words, evidence, working)
    total = f"{equation.total.raw!r} ({source.where(equation.total.start)})"
    message = f"The article's own sum does not add up: it states {total}, but {equation.expression}."
    return Finding(CheckName.ARITHMETIC, Status.CHECK, Code.WRONG_SUM, message, words, evidence, working)
