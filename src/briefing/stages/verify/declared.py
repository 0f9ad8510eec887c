"""A figure that the source does not print, and the working that the draft declares for it: found, read, recomputed.

The declaration only says where to look. The operands must stand in the sentences that it names, the arithmetic must
give the figure, and the operands must be said of what the statement tells; else it proves nothing, and says why.
"""

from collections.abc import Sequence

from briefing.records.draft import DeclaredWorking, Operand
from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import Hedge, Kind, Quantity, Words
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.derivations.declared import known, of_one_thing, recomputed
from briefing.text.derivations.intervals import printed
from briefing.text.derivations.workings import Derivation
from briefing.text.whole_words import find_whole

_NOT_DERIVED = frozenset((Kind.DATE, Kind.IDENTIFIER, Kind.SCORE, Kind.TIME, Kind.ORDINAL))


def declared_finding(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Finding | None:
    """What the declared working says of ``figure``; ``None`` without one, or for one that cannot be recomputed."""
    declared = claim.declared
    if declared is None or figure.kind in _NOT_DERIVED or figure.hedge is Hedge.VAGUE or not known(declared.operation):
        return None
    operands = [(each, _printed_at(each, source)) for each in declared.operands]
    missing = next((each for each, found in operands if found is None), None)
    if missing is not None:
        return _unread(figure, missing, claim)
    read = [found for _, found in operands if found is not None]
    if len({each.start for each in read}) < len(read):
        return _wrong(figure, declared, read, claim, source)  # one figure is not two
    found = recomputed(declared.operation, figure, read)
    if found is None:
        return _wrong(figure, declared, read, claim, source)
    return _right(figure, found, read, claim, source, alignment)


def _printed_at(operand: Operand, source: SourceIndex) -> Quantity | None:
    """The figure of the source that an operand names, by its sentence and its printed words."""
    unit = next((unit for unit in source.reading.units if unit.id == operand.sentence), None)
    words = find_whole(source.text, operand.words, unit.start, unit.end) if unit is not None else None
    if unit is None or words is None:
        return None
    inside = [
        each
        for each in source.reading.quantities_in(unit.span)
        if words.overlaps(each.span) and each.kind not in _NOT_DERIVED
    ]
    return inside[0] if len(inside) == 1 else None


def _right(
    figure: Quantity,
    found: Derivation,
    operands: Sequence[Quantity],
    claim: Claim,
    source: SourceIndex,
    alignment: Alignment,
) -> Finding:
    """The arithmetic is right: it proves the figure if the operands are said of what the statement tells."""
    apart = any(alignment.known.differ(figure.event, each.event) for each in operands)
    here = alignment.claim.of(figure)
    told = frozenset(word for word in here.sentence - here.counted if word in alignment.source.rarity)
    about = all(told & source.stems_around(each.start) for each in operands)
    proven = about and not apart and of_one_thing(found.operation, figure, operands)
    working = _working(figure, found.operation, found.operands, found.expression, claim)
    places = ", ".join(f"{each.text} ({source.where(each.start)})" for each in found.operands)
    evidence = tuple(source.evidence(each.span) for each in operands)
    if proven:
        message = f"The article's figures give it, by the working of the draft: {found.expression}, from {places}."
        code, status = Code.DERIVED, Status.DERIVED
    else:
        message = f"The working of the draft is right ({found.expression}), but its figures may be of other things."
        code, status = Code.OTHER_THING, Status.CHECK
    return Finding(CheckName.ARITHMETIC, status, code, message, claim.words(figure), evidence, working)


def _wrong(
    figure: Quantity, declared: DeclaredWorking, operands: Sequence[Quantity], claim: Claim, source: SourceIndex
) -> Finding:
    values = ", ".join(printed(each) for each in operands)
    what = f"the {declared.operation.replace('_', ' ')} of {values}"
    message = f"The article does not say {claim.said(figure)!r}, and {what}, which the draft declares, is not that."
    words = tuple(Words(each.raw, each.start, each.end) for each in operands)
    working = _working(figure, declared.operation, words, f"{what}: not {figure.raw}", claim)
    evidence = tuple(source.evidence(each.span) for each in operands)
    return Finding(
        CheckName.ARITHMETIC, Status.UNSUPPORTED, Code.WRONG_SUM, message, claim.words(figure), evidence, working
    )


def _unread(figure: Quantity, operand: Operand, claim: Claim) -> Finding:
    message = (
        f"The article does not say {claim.said(figure)!r}, and the working that the draft declares for it names "
        f"{operand.words!r} in sentence {operand.sentence!r}, which has no such figure."
    )
    return Finding(CheckName.ARITHMETIC, Status.UNSUPPORTED, Code.WRONG_SUM, message, claim.words(figure))


def _working(figure: Quantity, operation: str, operands: tuple[Words, ...], expression: str, claim: Claim) -> Working:
    return Working(operation, operands, claim.words(figure), expression)
