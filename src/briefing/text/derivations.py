"""Figures that a source does not print but gives: sums, differences, shares, changes, multiples.

A derivation needs a cue in the claim's own words and operands of fitting kinds; the operands come ranked by how much
their sentences have to do with the claim, and only the first few are tried. Small results are found by chance too
easily, so for them the operands must stand in one sentence or in the claim itself. Intervals propagate: "up to 1,000"
less 400 is "up to 600". Arithmetic is exact.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import combinations, permutations

from briefing.records.quantity import Hedge, Kind, Quantity

_MAX_OPERANDS = 8
_MAX_TERMS = 4
_SMALL = 20
_HUNDRED = 100
_TENTH = 10
_COUNTED = frozenset((Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.AGE, Kind.PERCENT))

Bounds = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows: the operation, its operands in order, and the sum written out."""

    operation: str
    operands: tuple[Quantity, ...]
    expression: str
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


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of one language that announce a figure which was worked out, by the operation."""

    sum: frozenset[str]
    difference: frozenset[str]
    change: frozenset[str]
    earlier: frozenset[str]
    rest: frozenset[str]
    older: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]


@cache
def cues_of(language: str) -> Cues:
    """The cue words of ``language``; none for a language without a table, so that nothing is derived."""
    import tomllib

    file = resources.files("briefing.text") / "data" / f"derivations.{language}.toml"
    data = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    names = ("sum", "difference", "change", "earlier", "rest", "older", "rising", "falling")
    return Cues(*(frozenset(data.get(name, ())) for name in names))


def derive(figure: Quantity, words: Sequence[str], workings: Workings, known: Cues) -> Derivation | None:
    """The derivation of ``figure``, if a cue among the claim's ``words`` asks for one and the operands give it.

    ``None`` for figures without a value, without a cue, or that nothing gives. With several fits the operands that
    rank best are taken, and the others are counted.
    """
    if figure.hedge is Hedge.VAGUE or figure.kind in (Kind.DATE, Kind.IDENTIFIER, Kind.SCORE, Kind.TIME, Kind.ORDINAL):
        return None
    cues = frozenset(words)
    for operation in _operations(figure, cues, known):
        fits = list(operation(figure, workings))
        if fits:
            distinct = {_values(fit) for fit in fits}
            first = fits[0]
            return Derivation(first.operation, first.operands, first.expression, len(distinct) - 1)
    return None


Operation = Callable[[Quantity, Workings], Iterator[Derivation]]


def _operations(figure: Quantity, cues: frozenset[str], known: Cues) -> Iterator[Operation]:
    if figure.kind in (Kind.PERCENT, Kind.RATIO):
        if cues & known.change:
            yield _changes
        yield _shares
    if figure.kind is Kind.MULTIPLIER:
        yield _multiples
    if figure.kind is Kind.PERCENT and cues & known.rest:
        yield _rests
    if figure.kind in _COUNTED and cues & known.sum:
        yield _sums
    elif figure.kind is Kind.CARDINAL and figure.head is not None:
        yield _counted_parts
    if figure.kind is Kind.DURATION and cues & known.older:
        yield _age_gaps
    if figure.kind is Kind.PERCENTAGE_POINT or (figure.kind in _COUNTED and cues & known.difference):
        yield _differences
    if figure.kind in _COUNTED and cues & known.earlier:
        yield _before_changes


def _values(fit: Derivation) -> tuple[object, ...]:
    return tuple(sorted((str(operand.low), str(operand.high)) for operand in fit.operands))


def _of_sort(figure: Quantity, workings: Workings) -> list[Quantity]:
    """The operands that measure what the figure measures."""
    return [
        operand
        for operand in workings.operands
        if (operand.kind, operand.unit, operand.currency) == (figure.kind, figure.unit, figure.currency)
    ][:_MAX_OPERANDS]


def _sums(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    operands = _of_sort(figure, workings)
    for size in range(2, _MAX_TERMS + 1):
        for parts in combinations(operands, size):
            if not _fits(figure, _sum(parts)) or not _likely(figure, parts, workings, loose=size == 2):
                continue
            ordered = tuple(sorted(parts, key=lambda part: part.start))
            yield Derivation("sum", ordered, f"{' + '.join(map(printed, ordered))} = {printed(figure)}")


def _differences(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    if figure.kind is Kind.PERCENTAGE_POINT:
        operands = [operand for operand in workings.operands if operand.kind is Kind.PERCENT][:_MAX_OPERANDS]
    else:
        operands = _of_sort(figure, workings)
    for more, less in permutations(operands, 2):
        if more.hedge is not Hedge.EXACT and workings.parted(less):
            continue  # what is left of a limit is counted from the total, not from one of its parts
        likely = _likely(figure, (more, less), workings, loose=True) or _compared(figure, more, less, workings)
        if _fits(figure, _less(more, (less,))) and likely:
            yield Derivation("difference", (more, less), f"{printed(more)} - {printed(less)} = {printed(figure)}")
    for more, one, two in permutations(operands, 3):
        if one.start > two.start or not workings.together((more, one, two)):
            continue
        if _fits(figure, _less(more, (one, two))) and _likely(figure, (more, one, two), workings, loose=False):
            text = f"{printed(more)} - {printed(one)} - {printed(two)} = {printed(figure)}"
            yield Derivation("difference", (more, one, two), text)


def _compared(figure: Quantity, more: Quantity, less: Quantity, workings: Workings) -> bool:
    """As in "Alder has 15 seats more than the List": one thing counted, one figure for each of two names."""
    same = figure.kind is not Kind.CARDINAL or (figure.head is not None and figure.head == more.head == less.head)
    return same and workings.named(more, less)


def _age_gaps(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "14 years younger": the ages of two people whom the claim names."""
    ages = [each for each in workings.operands if each.kind is Kind.AGE and each.unit == figure.unit]
    for more, less in permutations(ages, 2):
        if _fits(figure, _less(more, (less,))) and workings.named(more, less):
            yield Derivation("difference", (more, less), f"{printed(more)} - {printed(less)} = {printed(figure)}")


def _counted_parts(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "eight of the nine counts": figures of that very noun, close together, that make the part."""
    if not workings.part:
        return
    operands = [each for each in _of_sort(figure, workings) if each.head == figure.head]
    for parts in combinations(operands, 2):
        if _fits(figure, _sum(parts)) and workings.close(parts):
            ordered = tuple(sorted(parts, key=lambda part: part.start))
            yield Derivation("sum", ordered, f"{' + '.join(map(printed, ordered))} = {printed(figure)}")


def _rests(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "the remaining 40 percent": what one share leaves of the whole."""
    if figure.hedge is not Hedge.EXACT or figure.stated is None:
        return
    for share in _of_sort(figure, workings):
        whole = share.hedge is Hedge.EXACT and share.stated is not None and share.stated + figure.stated == _HUNDRED
        if whole and figure.head is not None and figure.head == share.head:
            yield Derivation("difference", (share,), f"100 - {printed(share)} = {printed(figure)}")


def _before_changes(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    """As in "a year earlier there were 6,960": what is printed, and the change since, printed as well."""
    changes = [
        operand
        for operand in workings.operands
        if operand.kind is figure.kind or (figure.kind is Kind.PERCENT and operand.kind is Kind.PERCENTAGE_POINT)
    ]
    changes = sorted(changes, key=lambda each: each.kind is figure.kind)[:_MAX_OPERANDS]
    for now in _of_sort(figure, workings):
        for change in changes:
            if change is now or not workings.together((now, change)):
                continue
            direction = workings.direction(change)
            if direction <= 0 and _fits(figure, _sum((now, change))):
                yield Derivation("sum", (now, change), f"{printed(now)} + {printed(change)} = {printed(figure)}")
            elif direction >= 0 and _fits(figure, _less(now, (change,))):
                yield Derivation("difference", (now, change), f"{printed(now)} - {printed(change)} = {printed(figure)}")


def _shares(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    for part, whole in permutations(_divisible(workings), 2):
        if part.stated is None or not whole.stated or part.stated >= whole.stated:
            continue
        if not _alike(part, whole) and not (part.kind is whole.kind is Kind.CARDINAL and workings.general(whole)):
            continue
        share = Fraction(part.stated) / Fraction(whole.stated)
        likely = _likely(figure, (part, whole), workings, loose=False) or _one_noun(figure, part, whole, workings)
        if _close_to(figure, share) and likely:
            yield Derivation("share", (part, whole), f"{printed(part)} / {printed(whole)} = {_rounded(figure, share)}")


def _one_noun(figure: Quantity, part: Quantity, whole: Quantity, workings: Workings) -> bool:
    """As in "two thirds of the counts": all count the same, what happens fits, and they stand close together."""
    same = figure.head is not None and figure.head == part.head == whole.head
    return same and figure.event is not None and figure.event == part.event and workings.close((part, whole))


def _changes(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    for after, before in permutations(_divisible(workings), 2):
        if after.stated is None or not before.stated or not _alike(after, before):
            continue
        change = abs(Fraction(after.stated) - Fraction(before.stated)) / Fraction(before.stated)
        if change and _close_to(figure, change) and _likely(figure, (after, before), workings, loose=False):
            text = f"|{printed(after)} - {printed(before)}| / {printed(before)} = {_rounded(figure, change)}"
            yield Derivation("change", (after, before), text)


def _multiples(figure: Quantity, workings: Workings) -> Iterator[Derivation]:
    if figure.stated is None:
        return
    for after, before in permutations(_divisible(workings), 2):
        if after.stated is None or not before.stated or not _alike(after, before):
            continue
        if Fraction(after.stated) == Fraction(before.stated) * Fraction(figure.stated):
            text = f"{printed(after)} = {figure.stated} x {printed(before)}"
            yield Derivation("multiple", (after, before), text)


def _divisible(workings: Workings) -> list[Quantity]:
    kinds = (Kind.CARDINAL, Kind.MONEY, Kind.MEASURE)
    return [operand for operand in workings.operands if operand.kind in kinds][:_MAX_OPERANDS]


def _alike(one: Quantity, two: Quantity) -> bool:
    if (one.kind, one.unit, one.currency) != (two.kind, two.unit, two.currency):
        return False
    return one.kind is not Kind.CARDINAL or one.head is None or two.head is None or one.head == two.head


def _likely(figure: Quantity, operands: Sequence[Quantity], workings: Workings, *, loose: bool) -> bool:
    """Whether a fit is more than chance: a large result of few operands, or operands that stand together."""
    if workings.told(operands):
        return True
    if figure.kind is Kind.CARDINAL and any(
        operand.head is None or operand.head != figure.head for operand in operands
    ):
        heads = {operand.head for operand in operands}
        # "9,406 votes to 9,194": the second figure counts what the first does.
        alike = figure.head is not None and heads == {figure.head, None}
        return (alike or workings.general(figure)) and workings.together(operands)
    if figure.kind is Kind.AGE and not loose:
        return False
    large = figure.stated is not None and abs(figure.stated) > _SMALL
    return (loose and large) or workings.together(operands)


def _sum(parts: Sequence[Quantity]) -> Bounds:
    lows, highs = [_low(part) for part in parts], [_high(part) for part in parts]
    return (
        None if None in lows else sum((low for low in lows if low is not None), Fraction(0)),
        None if None in highs else sum((high for high in highs if high is not None), Fraction(0)),
    )


def _less(more: Quantity, parts: Sequence[Quantity]) -> Bounds:
    low, high = _low(more), _high(more)
    taken = _sum(parts)
    return (
        None if low is None or taken[1] is None else low - taken[1],
        None if high is None or taken[0] is None else high - taken[0],
    )


def _low(quantity: Quantity) -> Fraction | None:
    return None if quantity.low is None else Fraction(quantity.low)


def _high(quantity: Quantity) -> Fraction | None:
    return None if quantity.high is None else Fraction(quantity.high)


def _fits(figure: Quantity, derived: Bounds) -> bool:
    """Whether the derived interval is the figure's, or lies in it where the figure is hedged."""
    low, high = _low(figure), _high(figure)
    if derived == (None, None):
        return False
    if (low, high) == derived:
        return True
    if figure.hedge not in (Hedge.APPROXIMATE, Hedge.NEARLY) or derived[0] is None or derived[1] is None:
        # An open bound is met by nearly everything that can be worked out, and proves nothing.
        return False
    return low is not None and high is not None and low <= derived[0] and derived[1] <= high


def _close_to(figure: Quantity, share: Fraction) -> bool:
    """Whether a share is what the figure says, as closely as it says it."""
    value = share * _HUNDRED if figure.kind is Kind.PERCENT else share
    if figure.pair is not None and figure.pair[1] and figure.hedge is Hedge.EXACT:
        return value == Fraction(figure.pair[0]) / Fraction(figure.pair[1])
    if figure.pair is not None and figure.pair[1] and figure.hedge is Hedge.APPROXIMATE:
        near = Fraction(figure.pair[0]) / Fraction(figure.pair[1])
        return abs(value - near) * _TENTH <= near
    if figure.hedge is not Hedge.EXACT:
        low, high = _low(figure), _high(figure)
        return (low is None or low <= value) and (high is None or value <= high)
    if figure.stated is None or figure.precision is None:
        return False
    # A share is printed to whole percents or finer; tens of percents only happen to end in a zero.
    place = min(Fraction(figure.precision), Fraction(1))
    return abs(value - Fraction(figure.stated)) * 2 <= place


def _rounded(figure: Quantity, share: Fraction) -> str:
    value = share * _HUNDRED if figure.kind is Kind.PERCENT else share
    return f"{float(value):.4g}" + (" %" if figure.kind is Kind.PERCENT else "")


def printed(quantity: Quantity) -> str:
    """A figure in digits with its thousands grouped, and the sign of its bound where it has one."""
    if quantity.stated is None:
        return quantity.raw
    signs = {Hedge.UP_TO: "<=", Hedge.FEWER_THAN: "<", Hedge.AT_LEAST: ">=", Hedge.MORE_THAN: ">", Hedge.NEARLY: "<"}
    return signs.get(quantity.hedge, "") + format(quantity.stated.normalize(), ",f")
