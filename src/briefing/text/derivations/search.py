"""Figures that a source does not print but gives: sums, differences, shares, changes, multiples.

A derivation needs a cue in the claim's own words, or one in the source that names the claim's thing, and operands of
fitting kinds; the operands come ranked by how much their sentences have to do with the claim, and only the first few
are tried. Small results are found by chance too easily, so for them the operands must stand in one sentence or in the
claim itself. Intervals propagate: "up to 1,000" less 400 is "up to 600". Arithmetic is exact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.derivations.cues import Cues
from briefing.text.derivations.differences import age_gaps, before_changes, complements, differences, levels, rests
from briefing.text.derivations.shares import changes, multiples, shares
from briefing.text.derivations.sums import LISTABLE, counted_parts, listed_parts, sums
from briefing.text.derivations.workings import Derivation, Operation, Workings

_COUNTED = frozenset((Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.AGE, Kind.PERCENT))
_NOT_DERIVED = frozenset((Kind.DATE, Kind.IDENTIFIER, Kind.SCORE, Kind.TIME, Kind.ORDINAL))


def derive(figure: Quantity, words: Sequence[str], workings: Workings, known: Cues) -> Derivation | None:
    """The derivation of ``figure``, if a cue asks for one and the operands give it.

    ``words`` are the claim's beside the figure. ``None`` for figures without a value, without a cue, or that nothing
    gives. With several fits the operands that rank best are taken, and the others are counted.
    """
    if figure.hedge is Hedge.VAGUE or figure.kind in _NOT_DERIVED:
        return None
    for operation in _operations(figure, frozenset(words), known):
        found = list(operation(figure, workings))
        if found:
            return replace(found[0], alternatives=len({each.values for each in found}) - 1)
    return None


def _operations(figure: Quantity, cues: frozenset[str], known: Cues) -> Iterator[Operation]:
    """The operations that the words ask for, those that ask most plainly first."""
    shared = figure.kind in (Kind.PERCENT, Kind.RATIO)
    if shared and cues & known.change:
        yield changes
    if figure.kind is Kind.MULTIPLIER:
        yield multiples
    if figure.kind is Kind.PERCENT and cues & known.rest:
        yield rests
    if figure.kind in _COUNTED:
        yield from _added(figure, cues, known)
        yield from _compared(figure, cues, known)
    elif figure.kind is Kind.PERCENTAGE_POINT:
        yield differences
    if figure.kind is Kind.RATIO or (shared and cues & known.share):
        yield shares


def _added(figure: Quantity, cues: frozenset[str], known: Cues) -> Iterator[Operation]:
    if cues & known.sum:
        yield sums
    elif figure.kind is Kind.CARDINAL and figure.head is not None:
        yield counted_parts
    if figure.kind in LISTABLE:
        yield listed_parts


def _compared(figure: Quantity, cues: frozenset[str], known: Cues) -> Iterator[Operation]:
    if figure.kind is Kind.DURATION and cues & known.older:
        yield age_gaps
    if cues & known.difference:
        yield differences
    if cues & known.negations:
        yield complements
    if cues & known.earlier:
        yield before_changes
    if figure.kind is not Kind.AGE:
        yield levels
