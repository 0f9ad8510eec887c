"""The index by value finds what comparing with every figure finds, and compares with far fewer."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.quantity import Kind, Quantity
from briefing.text import values
from briefing.text.matching import Relation, relate
from briefing.text.quantities import read_quantities
from briefing.text.values import ValueIndex

TEXT = """
They won 3-2, then lost 2-3. Between 2 and 3 people met, 10 to 12 of them, 1 in 5, one in five, 20 percent, 0.2 percent.
5 km and 5000 metres, 5,000 dollars and 5,000 euros, 5 million and 5m. About 5, about 5.2, nearly 5, up to 5, more than
4.9, at least 4.95 people. Smith (35), aged 35, a 35-year-old, 35 years. Two weeks or 14 days, about two weeks, about 14
days. Dozens, thousands, more than 60, 8,234 and 8,000, 4.49 million, $4.5m, 4.5 billion, 3 percentage points, 3%, a
third, half, twice, the 3rd, 10:30, minus 5 degrees, -5C, 23F, a 2:1 majority, hundreds of people, some 200, 1,200.
"""
FIGURES = tuple(figure for figure in read_quantities(TEXT) if figure.kind is not Kind.DATE)
ABLE = [figure for figure in FIGURES if figure.kind is not Kind.IDENTIFIER]
MANY = tuple(read_quantities("\n".join(f"| {number} | {number + 5000} |" for number in range(100, 900))))


def by_comparing(figure: Quantity) -> list[tuple[Quantity, Relation]]:
    """What the index stands for."""
    return [(other, relation) for other in ABLE if (relation := relate(figure, other)) is not None]


@pytest.mark.parametrize("figure", ABLE, ids=lambda figure: figure.raw)
def test_it_finds_what_comparing_with_all_finds(figure: Quantity) -> None:
    """Each figure of a text full of odd ones, against that text."""
    index = ValueIndex(FIGURES)
    assert index.related(figure) == by_comparing(figure)
    assert index.same(figure) == [other for other, relation in by_comparing(figure) if relation is Relation.SAME]


@given(
    number=st.one_of(st.integers(0, 20_000), st.decimals(0, 200, places=1)),
    hedge=st.sampled_from(["", "about ", "nearly ", "up to ", "more than ", "at least ", "2 to "]),
    unit=st.sampled_from([" people", " percent", " km", " metres", " days", " weeks", " dollars", " million", ""]),
)
def test_any_figure_finds_what_comparing_finds(number: object, hedge: str, unit: str) -> None:
    """Numbers, hedges and units as they come."""
    for figure in read_quantities(f"It was {hedge}{number}{unit}."):
        if figure.kind not in (Kind.DATE, Kind.IDENTIFIER):
            assert ValueIndex(FIGURES).related(figure) == by_comparing(figure)


def test_a_table_is_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure of a table of 1,600 is compared with those near it in value, and with no others."""
    calls: list[Quantity] = []

    def counted(claim: Quantity, source: Quantity) -> Relation | None:
        calls.append(source)
        return relate(claim, source)

    monkeypatch.setattr(values, "relate", counted)
    index = ValueIndex(MANY)
    for figure in MANY:
        assert index.same(figure) == [figure]
    assert len(calls) <= 2 * len(MANY)


def test_figures_by_the_printed_number() -> None:
    """Whatever it counts or measures."""
    found = ValueIndex(FIGURES).stated(Decimal(5000))
    assert [figure.kind for figure in found] == [Kind.MEASURE, Kind.MONEY, Kind.MONEY]
