"""Figures that are what is left, or what lies between two printed ones."""

from collections.abc import Iterator
from itertools import combinations, permutations

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.derivations.intervals import HUNDRED, fits, less, printed, proven, sum_of
from briefing.text.derivations.workings import MAX_OPERANDS, Derivation, Workings, derivation, likely, of_sort


def differences(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """One figure less another, or less two others, with a word of comparing beside the claim's."""
    if figure.kind is Kind.PERCENTAGE_POINT:
        operands = [operand for operand in workings.operands if operand.kind is Kind.PERCENT][:MAX_OPERANDS]
    else:
        operands = of_sort(figure, workings)
    if figure.stated is None or figure.stated <= 0:
        return
    named = any(workings.named(one, two) for one, two in combinations(operands, 2))
    for more, smaller in permutations(operands, 2):
        if more.hedge is not Hedge.EXACT and workings.parted(smaller):
            continue  # what is left of a limit is counted from the total, not from one of its parts
        if fits(figure, less(more, (smaller,))) and _believed(figure, more, smaller, workings, named=named):
            yield _taken(figure, more, smaller)
    for more, one, two in permutations(operands, 3):
        if one.start > two.start or not workings.together((more, one, two)):
            continue
        if fits(figure, less(more, (one, two))) and likely(figure, (more, one, two), workings, loose=False):
            yield _taken(figure, more, one, two)


def _believed(figure: Quantity, more: Quantity, smaller: Quantity, workings: Workings, *, named: bool) -> bool:
    """Whether a difference is more than chance; where two things that the claim names have figures, it is of these."""
    if workings.together((more, smaller)):
        return likely(figure, (more, smaller), workings, loose=True)
    if _compared(figure, more, smaller, workings):
        return True
    # What lies between two shares is percentage points, and no share.
    return not named and figure.kind is not Kind.PERCENT and likely(figure, (more, smaller), workings, loose=True)


def _taken(figure: Quantity, *operands: Quantity) -> Derivation:
    return derivation("difference", operands, f"{' - '.join(map(printed, operands))} = {proven(figure)}")


def _compared(figure: Quantity, more: Quantity, smaller: Quantity, workings: Workings) -> bool:
    """As in "Alder has 15 seats more than the List": one thing counted, one figure for each of two names."""
    same = figure.kind is not Kind.CARDINAL or (figure.head is not None and figure.head == more.head == smaller.head)
    return same and workings.named(more, smaller)


def age_gaps(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "14 years younger": the ages of two people whom the claim names."""
    ages = [each for each in workings.operands if each.kind is Kind.AGE and each.unit == figure.unit]
    for more, smaller in permutations(ages, 2):
        if fits(figure, less(more, (smaller,))) and workings.named(more, smaller):
            yield _taken(figure, more, smaller)


def rests(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "the remaining 40 percent": what one share leaves of the whole."""
    if figure.hedge is not Hedge.EXACT or figure.stated is None:
        return
    for share in of_sort(figure, workings):
        whole = share.hedge is Hedge.EXACT and share.stated is not None and share.stated + figure.stated == HUNDRED
        if whole and figure.head is not None and figure.head == share.head:
            yield derivation("difference", (share,), f"100 - {printed(share)} = {proven(figure)}")


def complements(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "£930,000 has not been recovered": the whole, less the part of which the source says what is denied."""
    for part in of_sort(figure, workings):
        if not workings.happens(part):
            continue
        for whole in of_sort(figure, workings):
            if whole is part or workings.happens(whole) or not workings.close((part, whole)):
                continue
            if fits(figure, less(whole, (part,))) and _one_thing(figure, part, whole, workings):
                yield _taken(figure, whole, part)


def _one_thing(figure: Quantity, part: Quantity, whole: Quantity, workings: Workings) -> bool:
    if figure.kind is not Kind.CARDINAL:
        return True
    return figure.head is not None and whole.head == figure.head and part.head in (figure.head, None)


def before_changes(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "a year earlier there were 6,960": what is printed, and the change since, printed as well."""
    changes = [
        operand
        for operand in workings.operands
        if operand.kind is figure.kind or (figure.kind is Kind.PERCENT and operand.kind is Kind.PERCENTAGE_POINT)
    ]
    changes = sorted(changes, key=lambda each: each.kind is figure.kind)[:MAX_OPERANDS]
    for now in of_sort(figure, workings):
        for change in changes:
            if change is now or not workings.together((now, change)):
                continue
            direction = workings.direction(change)
            if direction <= 0 and fits(figure, sum_of((now, change))):
                yield derivation("sum", (now, change), f"{printed(now)} + {printed(change)} = {proven(figure)}")
            elif direction >= 0 and fits(figure, less(now, (change,))):
                yield _taken(figure, now, change)


def levels(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "the warning level is 3.5 metres": the source prints a value, and how far that is above the level."""
    operands = of_sort(figure, workings)
    for distance in operands:
        side = workings.compared(distance)
        if not side:
            continue
        for value in operands:
            if value is distance or workings.compared(value) or not workings.together((value, distance)):
                continue
            if side > 0 and fits(figure, less(value, (distance,))):
                yield _taken(figure, value, distance)
            elif side < 0 and fits(figure, sum_of((value, distance))):
                yield derivation("sum", (value, distance), f"{printed(value)} + {printed(distance)} = {proven(figure)}")
