"""The expression table is sound, and its comparison sees every difference."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.records.quantity import DateReading, Hedge, Kind, Quantity
from evals.expression_cases import LANGUAGES, Case, Expected, differences, load_cases

TEXT = "It booked nearly $1.2bn then."
MONEY = Quantity(
    raw="nearly $1.2bn",
    start=10,
    end=23,
    kind=Kind.MONEY,
    hedge=Hedge.NEARLY,
    low=Decimal(1_100_000_000),
    high=Decimal(1_200_000_000),
    high_inclusive=False,
    stated=Decimal(1_200_000_000),
    currency="USD",
)
CASE = Case(
    id="en-money-001",
    language="en",
    text=TEXT,
    read=(
        Expected(
            raw="nearly $1.2bn",
            kind=Kind.MONEY,
            hedge="nearly",
            stated=Decimal(1_200_000_000),
            high=Decimal(1_200_000_000),
            high_open=True,
            currency="USD",
        ),
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_is_large_enough_and_consistent(language: str) -> None:
    """Each language has its minimum of cases; ids are unique, and every reading is cut from its sentence, in order."""
    cases = load_cases(language)
    assert len(cases) >= (190 if language == "en" else 26)
    assert max(Counter(case.id for case in cases).values()) == 1
    assert max(Counter((case.text, case.anchor) for case in cases).values()) == 1
    for case in cases:
        position = 0
        for reading in case.read:
            position = case.text.index(reading.raw, position) + len(reading.raw)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_in_the_english_table(kind: Kind) -> None:
    """No kind of figure goes untested: each stands at least five times in the English table."""
    readings = [reading for case in load_cases("en") for reading in case.read]
    assert sum(reading.kind is kind for reading in readings) >= 5


@pytest.mark.parametrize("hedge", Hedge)
def test_every_hedge_is_in_the_english_table(hedge: Hedge) -> None:
    """No hedge goes untested: each stands at least five times in the English table."""
    readings = [reading for case in load_cases("en") for reading in case.read]
    assert sum(reading.hedge == hedge.value for reading in readings) >= 5


def test_right_reading_has_no_differences() -> None:
    """A reading that agrees in every stated field passes, whatever "nearly" reaches down to."""
    assert differences(CASE, (MONEY,)) == []


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        (replace(MONEY, raw="$1.2bn", start=17), "raw"),
        (replace(MONEY, start=9), "span"),
        (replace(MONEY, kind=Kind.CARDINAL), "kind"),
        (replace(MONEY, hedge=Hedge.EXACT), "hedge"),
        (replace(MONEY, high=Decimal(1)), "high"),
        (replace(MONEY, high=None), "high"),
        (replace(MONEY, high_inclusive=True), "high inclusive"),
        (replace(MONEY, stated=None), "stated"),
        (replace(MONEY, currency="CAD"), "currency"),
    ],
)
def test_each_wrong_field_is_named(wrong: Quantity, word: str) -> None:
    """A single wrong field is found and named, with what was expected and what was got."""
    found = differences(CASE, (wrong,))
    assert any(f": {word} expected" in line for line in found), found


def test_missing_and_extra_readings_are_named() -> None:
    """A figure that was not read and one that must not be read are both differences."""
    assert differences(CASE, ()) == ["'nearly $1.2bn': not read"]
    assert differences(replace(CASE, read=()), (MONEY,)) == ["'nearly $1.2bn': read as money, must not be"]


def test_identifiers_are_ignored_only_where_the_case_says_so() -> None:
    """`ignore_identifiers` lets identifiers pass and nothing else."""
    identifier = Quantity(raw="War II", start=0, end=6, kind=Kind.IDENTIFIER)
    case = Case(id="en-identifier-001", language="en", text="War II", read=(), ignore_identifiers=True)
    assert differences(case, (identifier,)) == []
    assert differences(replace(case, ignore_identifiers=False), (identifier,)) != []
    assert differences(case, (replace(identifier, kind=Kind.CARDINAL),)) != []


def test_unanchored_date_must_have_no_days() -> None:
    """A date that must stay unanchored fails when days were given to it."""
    case = Case("en-date-001", "en", "on Tuesday", (Expected(raw="Tuesday", kind=Kind.DATE, unanchored=True),))
    open_date = Quantity(raw="Tuesday", start=3, end=10, kind=Kind.DATE, date=DateReading(weekday=1, relative=True))
    day = dt.date(2024, 9, 17)
    closed = replace(open_date, date=DateReading(first=day, last=day))
    assert differences(case, (open_date,)) == []
    assert differences(case, (closed,)) != []
    assert differences(case, (replace(open_date, date=None),)) != []
