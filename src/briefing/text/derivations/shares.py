"""Figures that are a quotient of printed ones: shares, changes, multiples."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.derivations.intervals import close_to, printed, quotient, rounded
from briefing.text.derivations.workings import MAX_OPERANDS, Derivation, Workings, alike, derivation, likely

_KINDS = (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE)


def shares(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """A part of a whole, which counts the same thing or one that covers it."""
    for part, whole in permutations(_divisible(workings), 2):
        if part.stated is None or not whole.stated or part.stated >= whole.stated:
            continue
        if not (workings.about(part) or workings.about(whole)):
            continue
        if not alike(part, whole) and not (part.kind is whole.kind is Kind.CARDINAL and workings.general(whole)):
            continue
        if close_to(figure, quotient(part, whole)) and _belongs(figure, part, whole, workings):
            share = Fraction(part.stated) / Fraction(whole.stated)
            yield derivation("share", (part, whole), f"{printed(part)} / {printed(whole)} = {rounded(figure, share)}")


def _belongs(figure: Quantity, part: Quantity, whole: Quantity, workings: Workings) -> bool:
    if likely(figure, (part, whole), workings, loose=False) or _one_noun(figure, part, whole, workings):
        return True
    return _told_of_part(part, whole, workings)


def _one_noun(figure: Quantity, part: Quantity, whole: Quantity, workings: Workings) -> bool:
    """As in "two thirds of the counts": all count the same, what happens fits, and they stand close together."""
    same = figure.head is not None and figure.head == part.head == whole.head
    return same and figure.event is not None and figure.event == part.event and workings.close((part, whole))


def _told_of_part(part: Quantity, whole: Quantity, workings: Workings) -> bool:
    """As in "a third of the money was recovered": what happens stands beside the part, not the whole; both are near."""
    if part.kind is Kind.CARDINAL and (part.head is None or part.head != whole.head):
        return False
    return workings.happens(part) and not workings.happens(whole) and workings.close((part, whole))


def changes(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """The change from one figure to another, in parts of the first."""
    for after, before in permutations(_exactly(workings), 2):
        if after.stated is None or not before.stated or not alike(after, before):
            continue
        if workings.older(after) or not (workings.about(after) or workings.about(before)):
            continue
        moved = Fraction(after.stated) - Fraction(before.stated)
        change = abs(moved) / Fraction(before.stated)
        if workings.older(before) and moved * workings.turn < 0:
            continue
        if change and close_to(figure, (change, change)) and likely(figure, (after, before), workings, loose=False):
            text = f"|{printed(after)} - {printed(before)}| / {printed(before)} = {rounded(figure, change)}"
            yield derivation("change", (after, before), text)


def multiples(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "doubled": one figure is exactly so many times another of the same thing."""
    if figure.stated is None:
        return
    for after, before in permutations(_exactly(workings), 2):
        if after.stated is None or not before.stated or not alike(after, before):
            continue
        if Fraction(after.stated) == Fraction(before.stated) * Fraction(figure.stated):
            text = f"{printed(after)} = {figure.stated} x {printed(before)}"
            yield derivation("multiple", (after, before), text)


def _divisible(workings: Workings) -> list[Quantity]:
    return [operand for operand in workings.operands if operand.kind in _KINDS][:MAX_OPERANDS]


def _exactly(workings: Workings) -> list[Quantity]:
    """Operands of which the printed value is what is meant; a bound or a rough figure changes by nobody knows what."""
    return [each for each in _divisible(workings) if each.hedge is not Hedge.APPROXIMATE]
