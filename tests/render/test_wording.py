"""The words that every format shares."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.records.findings import Status
from briefing.records.quantity import DateReading, Hedge, Kind, Quantity, Words
from briefing.render.wording import in_context, label, problems, reading, reasons, same_words, tally
from tests.render.sample import FACTS, briefing

D = Decimal


def cardinal(raw: str, low: str | None, high: str | None, hedge: Hedge = Hedge.EXACT, **fields: bool) -> Quantity:
    """A cardinal with these bounds."""
    return Quantity(
        raw,
        0,
        len(raw),
        Kind.CARDINAL,
        hedge,
        low=None if low is None else D(low),
        high=None if high is None else D(high),
        low_inclusive=fields.get("low_inclusive", True),
        high_inclusive=fields.get("high_inclusive", True),
    )


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (cardinal("438", "438", "438"), ""),
        (cardinal("2,500", "2.5E+3", "2500"), ""),
        (cardinal("twelve", "12", "12"), "12"),
        (cardinal("1.2 million", "1.2E+6", "1.2E+6"), "1,200,000"),
        (cardinal("one half", "0.50", "0.50"), "0.5"),
        (cardinal("nearly 438", None, "438", Hedge.NEARLY, high_inclusive=False), "below 438"),
        (cardinal("about 400", "380", "420", Hedge.APPROXIMATE), "at least 380, at most 420"),
        (cardinal("more than 2,500", "2500", None, Hedge.MORE_THAN, low_inclusive=False), ""),
        (cardinal("over two thousand", "2000", None, Hedge.MORE_THAN, low_inclusive=False), "above 2,000"),
        (cardinal("hundreds", None, None, Hedge.VAGUE), "no number stated"),
        (cardinal("9" * 40 + " x", "9" * 40, "9" * 40), ""),
        (Quantity("resolution 2699", 0, 15, Kind.IDENTIFIER), ""),
        (Quantity("two weeks", 0, 9, Kind.DURATION, low=D(2), high=D(2), unit="week"), "2 weeks"),
        (Quantity("a year", 0, 6, Kind.DURATION, low=D(1), high=D(1), unit="year"), "1 year"),
        (Quantity("US$2m", 0, 5, Kind.MONEY, low=D("2E+6"), high=D("2E+6"), currency="USD"), "USD 2,000,000"),
        (Quantity("$2m", 0, 3, Kind.MONEY, low=D("2E+6"), high=D("2E+6"), currency="dollar"), "2,000,000 dollar"),
        (Quantity("half past nine", 0, 14, Kind.TIME, low=D(570), high=D(570)), "09:30"),
        (Quantity("3-1", 0, 3, Kind.SCORE, pair=(D(3), D(1))), ""),
        (Quantity("May", 0, 3, Kind.DATE, date=DateReading(dt.date(2024, 5, 1), dt.date(2024, 5, 31))), ""),
        (
            Quantity(
                "last week", 0, 9, Kind.DATE, date=DateReading(dt.date(2024, 7, 8), dt.date(2024, 7, 14), inferred=True)
            ),
            "2024-07-08 to 2024-07-14, inferred",
        ),
        (
            Quantity("in nine months", 0, 14, Kind.DATE, date=DateReading(relative=True)),
            "no date without the day it counts from",
        ),
    ],
)
def test_a_reading_is_given_only_where_it_says_more(quantity: Quantity, words: str) -> None:
    """An editor sees how a figure was understood, and is spared "438 means 438"."""
    assert reading(quantity) == words


def test_the_worst_facts_come_first() -> None:
    """What no source supports stands above what is merely doubtful."""
    assert [fact.status for fact in problems(FACTS)] == [Status.UNSUPPORTED, Status.CHECK, Status.NOT_CHECKABLE]


def test_three_counts_cover_every_fact() -> None:
    """No status falls between the three counts."""
    counts = tally(briefing().counts)
    assert (counts.verified, counts.derived, counts.check, counts.unsupported) == (3, 1, 2, 1)
    assert counts.total == len(FACTS)
    assert counts.sentence("fact") == "6 facts: 3 verified (1 of them derived), 2 to check, 1 not supported"


def test_the_reason_is_the_finding_that_decided() -> None:
    """A derived fact is explained by its derivation, not by another check that passed."""
    assert [finding.code.value for finding in reasons(FACTS[1].findings, Status.DERIVED)] == ["derived"]


def test_labels_are_for_people() -> None:
    """Names of fields are printed as words."""
    assert (label("lead_nation"), label("strength.in_all")) == ("Lead nation", "Strength: in all")


def test_a_quote_is_told_from_a_repetition() -> None:
    """Case, white space and a full stop do not make another sentence; a figure does."""
    assert same_words("They  left.", "they left")
    assert not same_words("400 left", "300 left")


def test_a_figure_is_shown_with_what_is_said_of_it() -> None:
    """In the order of the text, with a gap where other words stand between; words that overlap are not said twice."""
    text = "Police said 120 people, most of them guests, died."
    quantity = Quantity(
        "120",
        text.index("120"),
        text.index("120") + 3,
        Kind.CARDINAL,
        counted=Words("people", text.index("people"), text.index("people") + 6),
        measure=Words("died", text.index("died"), text.index("died") + 4),
    )
    assert in_context(quantity) == "120 people ... died"
    assert in_context(replace(quantity, counted=Words("120", quantity.start, quantity.end))) == "120 ... died"
