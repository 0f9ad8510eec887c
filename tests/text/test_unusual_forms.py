"""Rarer printed forms: each is read in general, and what only looks like it is left alone."""

import datetime as dt
from decimal import Decimal

import pytest

from briefing.records.quantity import Kind
from briefing.text.quantities import read_quantities

ANCHOR = dt.date(2024, 9, 17)  # a Tuesday


def _dates(text: str, locale: str) -> list[str]:
    read = read_quantities(text, locale=locale, anchor=ANCHOR)
    return [f"{q.date.first}..{q.date.last}" for q in read if q.date is not None]


def _values(text: str, locale: str, kind: Kind) -> list[Decimal | None]:
    return [q.stated for q in read_quantities(text, locale=locale, anchor=ANCHOR) if q.kind is kind]


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "filed 2020/23/Sep again", ["2020-09-23..2020-09-23"]),
        ("de", "am 23-2020-September", ["2020-09-23..2020-09-23"]),
        ("en", "a leap on February 29", ["2024-02-29..2024-02-29"]),
        ("de", "vom 29/2-1/3 geschlossen", ["2024-02-29..2024-02-29", "2024-03-01..2024-03-01"]),
        ("en", "It rained from August to October", ["2023-08-01..2023-08-31", "2023-10-01..2023-10-31"]),
        ("es", "Fue de sept. a nov. en Lima", ["2023-09-01..2023-09-30", "2023-11-01..2023-11-30"]),
        ("en-US", "It closed on 5/12.", ["2024-05-12..2024-05-12"]),
        ("en-US", "Closed 10/1-11/2/2017.", ["2017-10-01..2017-10-01", "2017-11-02..2017-11-02"]),
        ("en", "Presidents in 1990 s.", ["1990-01-01..1999-12-31"]),
        ("en", "She moved there in the nineties.", ["1990-01-01..1999-12-31"]),
        ("en", "He was born on 3/5/87.", ["1987-05-03..1987-05-03"]),
        ("en", "sales in the 2 upcoming months", ["2024-09-17..2024-11-17"]),
        ("en", "gains in this calendar year.", ["2024-01-01..2024-12-31"]),
        ("en", "We will meet in the week of the 18th.", ["2024-09-16..2024-09-22"]),
        ("es", "la semana del 4 de febrero", ["2024-01-29..2024-02-04"]),
        ("es", "el fin de semana del 26 de mayo", ["2024-05-26..2024-05-26"]),
        ("en", "on the first Monday evening of next month", ["2024-10-07..2024-10-07"]),
        ("de", "Im vorletzten Jahr war es so.", ["2022-01-01..2022-12-31"]),
        ("de", "28. Dezember 2012 wurde es verkauft", ["2012-12-28..2012-12-28"]),
        ("de", "zwischen dem 3. und dem 12. August", ["2024-08-03..2024-08-03", "2024-08-12..2024-08-12"]),
        ("fr", "le lundi de Pâques 2018", ["2018-04-02..2018-04-02"]),
        ("es", "el Viernes Santo 2010", ["2010-04-02..2010-04-02"]),
        ("it", "a novembre 19-20 è chiuso", ["2023-11-19..2023-11-20"]),
    ],
)
def test_rare_dates_are_days(locale: str, text: str, expected: list[str]) -> None:
    """A form that is seldom printed but has one meaning is read as its days."""
    assert _dates(text, locale) == expected


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Bumrah took 5/22 and 3/14 at Perth."),
        ("en", "a 1/2-3/4 inch gap"),
        ("en", "a 5/16-7/16 inch drill"),
        ("en", "a woman in her nineties"),
        ("en", "He put on sun cream"),
        ("pt", "nos primeiros dez dias"),
    ],
)
def test_what_only_looks_like_a_date_is_none(locale: str, text: str) -> None:
    """Bowling figures, sizes, ages and counts are no days."""
    assert _dates(text, locale) == []


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "It costs 15 dollars and 50.", ["15.50"]),
        ("de", "Es kostet 15 Dollar 50.", ["15.50"]),
        ("es", "Vale 25 euros con 50.", ["25.50"]),
        ("en", "It fell to between 15 dollars and 50.", None),
        ("en", "He paid 15 dollars and 50 friends came.", ["15"]),
        ("en", "losses of 30 MUSD were reported", ["30000000"]),
        ("pt", "perderam 75 USD milhões", ["75000000"]),
    ],
)
def test_prices_have_their_coins_and_millions(locale: str, text: str, expected: list[str] | None) -> None:
    """Coins without a name count where they end the price; millions count on either side of a currency's code."""
    found = _values(text, locale, Kind.MONEY)
    assert found == [Decimal(value) for value in expected] if expected else Decimal("15.50") not in found


@pytest.mark.parametrize(
    ("locale", "text", "kind", "expected"),
    [
        ("en", "the two hundredth visitor", Kind.ORDINAL, 200),
        ("fr", "le deux centième visiteur", Kind.ORDINAL, 200),
        ("fr", "les 13 dernières minutes", Kind.DURATION, 13),
        ("en", "He left for 3h", Kind.DURATION, 3),
        ("fr", "Il est sept heures moins dix", Kind.TIME, 410),
        ("en", "lens of 75 -300mm", Kind.MEASURE, 300),
        ("en", "3 hundred and 21 yuan", Kind.MONEY, 321),
    ],
)
def test_rare_amounts_have_their_value(locale: str, text: str, kind: Kind, expected: int) -> None:
    """Each form is its value and its kind."""
    assert Decimal(expected) in _values(text, locale, kind)


def test_a_month_leaves_the_full_stop_of_its_sentence() -> None:
    """A full stop behind a whole name ends the sentence, whatever comes next."""
    (found,) = read_quantities("It came in June. To some it was late.", locale="en", anchor=ANCHOR)
    assert found.raw == "June"


def test_hundredths_stay_parts() -> None:
    """Parts of a whole are no rank: "two hundredths of a second" is a share or a length."""
    assert Decimal(200) not in _values("two hundredths of a second", "en", Kind.ORDINAL)
    assert Decimal(200) not in _values("deux centièmes de seconde", "fr", Kind.ORDINAL)


@pytest.mark.parametrize("text", ["It happened between 7 and 9 last night.", "It happened from 7 to 9 this evening."])
def test_bare_hours_of_a_part_of_the_day_are_times(text: str) -> None:
    """Two bare numbers are hours where a part of a day follows."""
    (time,) = [q for q in read_quantities(text, locale="en", anchor=ANCHOR) if q.kind is Kind.TIME]
    assert (time.low, time.high) == (Decimal(19 * 60), Decimal(21 * 60))


def test_bare_numbers_without_a_part_of_the_day_are_no_times() -> None:
    """Between 7 and 9 people last year are people."""
    assert _values("between 7 and 9 died last year", "en", Kind.TIME) == []


def test_a_sign_bounds_a_number_where_it_closes_no_tag() -> None:
    """In "x>10" the sign bounds ten from below; the same sign that closes a tag bounds nothing."""
    (bounded,) = read_quantities("x>10 holds", locale="en")
    (plain,) = read_quantities("<b>10</b> ships", locale="en")
    assert (bounded.low, bounded.high) == (Decimal(10), None)
    assert (plain.low, plain.high) == (Decimal(10), Decimal(10))
