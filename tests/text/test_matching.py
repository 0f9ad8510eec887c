"""How two figures relate: exact rules, no tolerance, and the same answer for the same figures every time."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.matching import Relation, relate, same_identifier, scale_slip
from briefing.text.quantities import read_quantities

_NUMBERS = st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=2)
_UNITS = st.sampled_from([None, "week", "day", "month", "year", "metre", "foot", "kilometre", "litre", "parsec"])
_AMOUNTS = [kind for kind in Kind if kind not in (Kind.DATE, Kind.IDENTIFIER, Kind.SCORE)]


def only(text: str) -> Quantity:
    """The one figure of a text."""
    (quantity,) = read_quantities(text)
    return quantity


@st.composite
def bounds(draw: st.DrawFn, hedge: Hedge) -> tuple[Decimal | None, Decimal | None, bool, bool, Decimal | None]:
    """What the words of a hedge claim: low, high, whether these are included, and the printed number."""
    number = draw(_NUMBERS)
    other = number + draw(_NUMBERS)
    return {
        Hedge.EXACT: (number, number, True, True, number),
        Hedge.APPROXIMATE: (number * 9 / 10, number * 11 / 10, True, True, number),
        Hedge.AT_LEAST: (number, None, True, True, number),
        Hedge.MORE_THAN: (number, None, False, True, number),
        Hedge.UP_TO: (None, number, True, True, number),
        Hedge.FEWER_THAN: (None, number, True, False, number),
        Hedge.NEARLY: (number * 92 / 100, number, True, False, number),
        Hedge.RANGE: (number, other, True, True, None),
        Hedge.VAGUE: (number, None, True, False, number),
    }[hedge]


@st.composite
def quantities(draw: st.DrawFn, kinds: st.SearchStrategy[Kind] | None = None) -> Quantity:
    """Any figure that a reader might hand over, sensible or not."""
    kind = draw(kinds if kinds is not None else st.sampled_from(list(Kind)))
    hedge = draw(st.sampled_from(list(Hedge)))
    low, high, low_inclusive, high_inclusive, stated = draw(bounds(hedge))
    pair = draw(st.none() | st.tuples(_NUMBERS, _NUMBERS)) if kind in (Kind.SCORE, Kind.RATIO) else None
    raw = draw(st.sampled_from(["1.5 million", "438", "resolution 2699", "about 12"]))
    return Quantity(
        raw=raw,
        start=0,
        end=len(raw),
        kind=kind,
        hedge=hedge,
        low=low,
        high=high,
        low_inclusive=low_inclusive,
        high_inclusive=high_inclusive,
        stated=stated,
        precision=draw(st.none() | st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(1000), Decimal(10**6)])),
        pair=pair,
        unit=draw(_UNITS),
        currency=draw(st.sampled_from([None, "EUR", "USD"])),
    )


@given(quantities())
def test_a_figure_is_the_same_as_itself(quantity: Quantity) -> None:
    """Whatever it is: the same words give the same figure. Dates and identifiers are compared elsewhere."""
    assume(not (quantity.kind is Kind.SCORE and quantity.pair is None))
    expected = None if quantity.kind in (Kind.DATE, Kind.IDENTIFIER) else Relation.SAME
    assert relate(quantity, quantity) is expected


@given(quantities(), quantities())
def test_relating_never_raises_and_sameness_goes_both_ways(one: Quantity, two: Quantity) -> None:
    """Any two figures have a relation or none; being the same is mutual."""
    there, back = relate(one, two), relate(two, one)
    assert there is None or isinstance(there, Relation)
    assert (there is Relation.SAME) is (back is Relation.SAME)
    assert isinstance(scale_slip(one, two), bool)
    assert isinstance(same_identifier(one, two), bool)


def inside(source: Quantity, claim: Quantity) -> bool:
    """Whether every value that the source allows is one that the claim allows, told from the bounds alone."""
    low = claim.low is None or (
        source.low is not None
        and (source.low > claim.low or (source.low == claim.low and (claim.low_inclusive or not source.low_inclusive)))
    )
    high = claim.high is None or (
        source.high is not None
        and (
            source.high < claim.high
            or (source.high == claim.high and (claim.high_inclusive or not source.high_inclusive))
        )
    )
    return low and high


@given(quantities(st.just(Kind.CARDINAL)), quantities(st.just(Kind.CARDINAL)))
def test_only_what_the_source_implies_is_entailed(claim: Quantity, source: Quantity) -> None:
    """Entailment is inclusion of intervals, and never gives an exact figure out of a bound."""
    found = relate(claim, source)
    if found in (Relation.SAME, Relation.ENTAILED, Relation.LOOSER):
        assert inside(source, claim)
    if found is Relation.ENTAILED:
        assert claim.hedge is not Hedge.EXACT
    if inside(source, claim) and claim.hedge is not Hedge.EXACT and found is not None:
        assert found in (
            Relation.SAME,
            Relation.ENTAILED,
            Relation.LOOSER,
            Relation.HEDGE_CHANGED,
            Relation.OPPOSITE,
        )


@given(quantities(st.sampled_from(_AMOUNTS)), quantities(st.sampled_from(_AMOUNTS)))
def test_other_values_are_never_the_same(one: Quantity, other: Quantity) -> None:
    """Without a unit to convert, sameness means equal bounds."""
    one = replace(one, pair=None)
    two = replace(other, kind=one.kind, unit=one.unit, currency=one.currency, pair=None)
    same = (one.low, one.high, one.hedge) == (two.low, two.high, two.hedge)
    assert (relate(one, two) is Relation.SAME) is same


@pytest.mark.parametrize(
    ("claim", "source", "relation"),
    [
        ("twelve", "12", Relation.SAME),
        ("1.2 million euros", "€1,200,000", Relation.SAME),
        ("14 days", "two weeks", Relation.SAME),
        ("one year", "twelve months", Relation.SAME),
        ("2 kilometres", "2,000 metres", Relation.SAME),
        ("20%", "one in five", Relation.SAME),
        ("more than 400", "438", Relation.ENTAILED),
        ("fewer than 440", "nearly 438", Relation.ENTAILED),
        ("about 400", "412", Relation.ENTAILED),
        ("more than 2,000", "more than 2,500", Relation.ENTAILED),
        ("up to 2,000", "up to 1,000", Relation.LOOSER),
        ("more than 2,499", "more than 2,500", Relation.LOOSER),
        ("300 to 450", "300 to 350", Relation.LOOSER),
        ("more than 1,000", "up to 1,000", Relation.OPPOSITE),
        ("up to 1,000", "more than 1,000", Relation.OPPOSITE),
        ("85 percent", "85.19 percent", Relation.ROUNDED),
        ("8,000", "8,234", Relation.ROUNDED_INTEGER),
        ("438", "nearly 438", Relation.HEDGE_DROPPED),
        ("about 438", "up to 438", Relation.HEDGE_CHANGED),
        ("more than nine", "at least nine", Relation.HEDGE_CHANGED),
        ("9,194 to 9,406", "9,406", Relation.HEDGE_CHANGED),
        ("€12", "$12", Relation.OTHER_UNIT),
        ("0.8 percent", "0.8 percentage points", Relation.OTHER_UNIT),
        ("4.8 feet", "4.8 metres", Relation.OTHER_UNIT),
        ("439", "438", None),
        ("more than 438", "438", Relation.HEDGE_CHANGED),
        ("86 percent", "85.19 percent", None),
        ("12 euros", "12", None),
        ("12 months", "360 days", None),
        ("resolution 2699", "2,699", None),
    ],
)
def test_every_relation_has_its_words(claim: str, source: str, relation: Relation | None) -> None:
    """The rules on figures as people print them."""
    assert relate(only(claim), only(source)) is relation


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("3 million", "3 billion", True),
        ("250,000", "250 million", True),
        ("3 million euros", "3 billion euros", True),
        ("3 million euros", "3 billion dollars", False),
        ("3 million", "4 billion", False),
        ("30", "300", False),
    ],
)
def test_a_scale_slip_is_a_thousand_or_a_million(one: str, two: str, slip: bool) -> None:
    """Other factors are other mistakes."""
    assert scale_slip(only(one), only(two)) is slip
    assert scale_slip(only(two), only(one)) is slip


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("resolution 2699", "Resolution 2699", True),
        ("resolution 2699", "resolution 2669", False),
        ("resolution 2699", "resolution 26990", False),
        ("Article 19", "Article 91", False),
    ],
)
def test_identifiers_are_the_same_letter_by_letter(one: str, two: str, same: bool) -> None:
    """One digit makes another code."""
    assert same_identifier(only(one), only(two)) is same


def test_ratios_are_exact() -> None:
    """One in three is not 33 percent."""
    assert relate(only("33 percent"), only("one in three")) is not Relation.SAME
    assert Fraction(1, 3) != Fraction(33, 100)
