"""What a derivation works with and what it comes to; and when a fit is more than chance."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.records.quantity import Kind, Quantity, Words

MAX_OPERANDS = 8
_SMALL = 20


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows: the operation, its operands in order, and the sum written out."""

    operation: str
    operands: tuple[Words, ...]
    expression: str
    values: tuple[str, ...] = ()
    """The values of the operands in order of size, to tell one derivation from another."""
    alternatives: int = 0
    """How many other sets of operands would give the figure as well."""


@dataclass(frozen=True, slots=True)
class Workings:
    """What a derivation may use: the operands, best first, and which of them stand together."""

    operands: tuple[Quantity, ...]
    together: Callable[[Sequence[Quantity]], bool]
    """Whether figures stand in one sentence of the source, or are printed in the claim."""
    general: Callable[[Quantity], bool]
    """Whether a figure's noun covers others ("people" covers passengers and crew), or it has none."""
    told: Callable[[Sequence[Quantity]], bool] = lambda figures: False
    """Whether the claim itself prints the values of all these figures."""
    named: Callable[[Quantity, Quantity], bool] = lambda one, two: False
    """Whether the claim names two things, and the source gives one figure to each."""
    close: Callable[[Sequence[Quantity]], bool] = lambda figures: False
    """Whether figures stand within a few sentences of each other."""
    direction: Callable[[Quantity], int] = lambda change: 0
    """1 for a change that the source calls a rise, -1 for a fall, 0 where it does not say."""
    part: bool = False
    """Whether the claim prints the figure as part of a whole: "eight of the nine counts"."""
    parted: Callable[[Quantity], bool] = lambda figure: False
    """Whether a figure is a part of a total that the source states; the total then stands for it."""
    about: Callable[[Quantity], bool] = lambda figure: True
    """Whether a figure's sentence has a word of what the claim tells."""
    older: Callable[[Quantity], bool] = lambda figure: False
    """Whether the source prints a figure as one of before: "against 0.81 a year earlier"."""
    doubled: Callable[[Sequence[Quantity]], bool] = lambda figures: False
    """Whether one of the figures is a total that has another of them in it."""
    turn: int = 0
    """1 if the claim tells of a rise, -1 of a fall, 0 if it does not say."""
    happens: Callable[[Quantity], bool] = lambda figure: False
    """Whether what the claim tells beside its figure ("recovered") stands beside this one too."""
    compared: Callable[[Quantity], int] = lambda figure: 0
    """1 if the source prints the figure as a distance above something that the claim names, -1 below, else 0."""
    terms: int | None = None
    """How many things the claim says it adds up: "the three parties together"."""
    listed: Callable[[], Iterator[tuple[Quantity, ...]]] = lambda: iter(())
    """For every sentence about the claim's matter: all the figures that it lists side by side."""


Operation = Callable[[Quantity, Workings], Iterator[Derivation]]


def derivation(operation: str, operands: Sequence[Quantity], expression: str) -> Derivation:
    """A derivation from figures."""
    words = tuple(Words(each.raw, each.start, each.end) for each in operands)
    values = tuple(sorted(f"{each.low} {each.high}" for each in operands))
    return Derivation(operation, words, expression, values)


def of_sort(figure: Quantity, workings: Workings) -> list[Quantity]:
    """The operands that measure what the figure measures."""
    return [
        operand
        for operand in workings.operands
        if (operand.kind, operand.unit, operand.currency) == (figure.kind, figure.unit, figure.currency)
    ][:MAX_OPERANDS]


def alike(one: Quantity, two: Quantity) -> bool:
    """Whether two figures have one unit and count one thing, as far as both say what they count."""
    if (one.kind, one.unit, one.currency) != (two.kind, two.unit, two.currency):
        return False
    return one.kind is not Kind.CARDINAL or one.head is None or two.head is None or one.head == two.head


def likely(figure: Quantity, operands: Sequence[Quantity], workings: Workings, *, loose: bool) -> bool:
    """Whether a fit is more than chance: a large result of few operands, or operands that stand together."""
    if workings.told(operands):
        return True
    if figure.kind is Kind.CARDINAL and any(
        operand.head is None or operand.head != figure.head for operand in operands
    ):
        heads = {operand.head for operand in operands}
        # "9,406 votes to 9,194": the second figure counts what the first does.
        same = figure.head is not None and heads == {figure.head, None}
        return (same or workings.general(figure)) and workings.together(operands)
    if figure.kind is Kind.AGE and not loose:
        return False
    large = figure.stated is not None and abs(figure.stated) > _SMALL
    return (loose and large) or workings.together(operands)
