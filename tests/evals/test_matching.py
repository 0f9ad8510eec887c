"""A figure, fact, name or finding counts as found only if it says what the fixture says."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.records.draft import FactKind
from briefing.records.findings import Code
from briefing.records.quantity import DateReading, Hedge, Kind, Quantity
from evals import matching
from evals.expected import DayRange, ExpectedFact, ExpectedFigure, ExpectedFinding
from tests.evals.handmade import NEARLY_438, briefing, fact, finding, leaf, quantity

NEARLY = quantity("nearly 438", None, "438", Hedge.NEARLY, high_inclusive=False)
STATEMENT = "Nearly 438 people were abducted"


def expected_date(raw: str, first: dt.date | None, last: dt.date | None) -> ExpectedFigure:
    """A date without context."""
    return replace(
        NEARLY_438, raw=raw, kind=Kind.DATE, hedge=Hedge.EXACT, high=None, context=(), date=DayRange(first, last)
    )


def date(raw: str, first: dt.date | None = None, last: dt.date | None = None) -> Quantity:
    """A date as a reader gives it."""
    return quantity(raw, None, None, kind=Kind.DATE, date=DateReading(first, last))


def test_a_figure_is_found_by_value_and_context() -> None:
    """The same bounds and hedge in a statement that says what is counted and what happened."""
    assert matching.has_figure(fact(STATEMENT, NEARLY), NEARLY_438)


@pytest.mark.parametrize("statement", ["Nearly 438 people were wounded", "Nearly 438 abducted"])
def test_a_figure_bound_to_something_else_is_not_found(statement: str) -> None:
    """The right number in a statement about another event or another thing does not count."""
    assert not matching.has_figure(fact(statement, NEARLY), NEARLY_438)


@pytest.mark.parametrize(
    "other",
    [
        replace(NEARLY, hedge=Hedge.EXACT),
        replace(NEARLY, high=Decimal(439)),
        replace(NEARLY, high_inclusive=True),
        replace(NEARLY, kind=Kind.DURATION),
    ],
)
def test_another_value_is_not_found(other: Quantity) -> None:
    """Another hedge, bound, bound's side or kind is another figure."""
    assert not matching.same_value(NEARLY_438, other)


@pytest.mark.parametrize("low", [None, Decimal(0), Decimal(400)])
def test_the_open_side_of_a_ceiling_is_not_looked_at(low: Decimal | None) -> None:
    """How low "nearly 438" may reach is a convention of the reader, not a claim of the story."""
    assert matching.same_value(NEARLY_438, replace(NEARLY, low=low))


def test_an_open_end_above_is_a_claim() -> None:
    """There is no upper end to "more than 2,500"; a reading that closes it is another figure."""
    wanted = replace(NEARLY_438, hedge=Hedge.MORE_THAN, low=Decimal(2500), low_inclusive=False, high=None)
    found = quantity("more than 2,500", "2500", None, Hedge.MORE_THAN, low_inclusive=False)
    assert matching.same_value(wanted, found)
    assert not matching.same_value(wanted, replace(found, high=Decimal(3000)))


def test_units_and_currencies_count_when_given() -> None:
    """Twelve months are not twelve weeks; where the fixture gives no currency any will do."""
    wanted = replace(NEARLY_438, kind=Kind.MONEY, currency="EUR")
    assert matching.same_value(wanted, replace(NEARLY, kind=Kind.MONEY, currency="EUR"))
    assert not matching.same_value(wanted, replace(NEARLY, kind=Kind.MONEY, currency="USD"))
    assert matching.same_value(replace(wanted, currency=None), replace(NEARLY, kind=Kind.MONEY, currency="USD"))
    assert not matching.same_value(replace(NEARLY_438, unit="month"), replace(NEARLY, unit="week"))


def test_an_identifier_matches_itself_alone() -> None:
    """Resolution 2699 is "UN resolution 2699" as well; resolution 2669 is another."""
    wanted = replace(NEARLY_438, raw="resolution 2699", kind=Kind.IDENTIFIER, hedge=Hedge.EXACT)
    assert matching.same_value(wanted, quantity("UN resolution 2699", None, None, kind=Kind.IDENTIFIER))
    assert not matching.same_value(wanted, quantity("resolution 2669", None, None, kind=Kind.IDENTIFIER))


def test_a_pair_keeps_its_order() -> None:
    """14 votes to nine is not nine to 14."""
    wanted = replace(NEARLY_438, kind=Kind.SCORE, hedge=Hedge.EXACT, high=None, pair=(Decimal(14), Decimal(9)))
    found = quantity("14 to nine", None, None, kind=Kind.SCORE, pair=(Decimal(14), Decimal(9)))
    assert matching.same_value(wanted, found)
    assert not matching.same_value(wanted, replace(found, pair=(Decimal(9), Decimal(14))))


def test_a_date_is_found_by_its_days() -> None:
    """Both ends must agree: October is not its first day."""
    first, last = dt.date(2023, 10, 1), dt.date(2023, 10, 31)
    wanted = expected_date("October 2023", first, last)
    assert matching.same_value(wanted, date("in October 2023", first, last))
    assert not matching.same_value(wanted, date("October 2023", first, first))


def test_an_unanchored_date_must_stay_so() -> None:
    """A day that was invented is not found, nor are other relative words."""
    wanted = expected_date("in nine months", None, None)
    assert matching.same_value(wanted, date("in nine months"))
    assert not matching.same_value(wanted, date("in nine months", dt.date(2024, 7, 1), dt.date(2024, 7, 31)))
    assert not matching.same_value(wanted, date("Tuesday"))


def test_a_fact_needs_its_terms_and_its_figures_in_one_statement() -> None:
    """Terms without the figure, or the figure without the terms, are not the fact."""
    wanted = ExpectedFact("kidnapped", FactKind.FIGURE, ("people", "kidnap|abduct"), ("kidnapped",))
    figures = {"kidnapped": NEARLY_438}
    assert matching.has_fact(fact(STATEMENT, NEARLY), wanted, figures)
    assert not matching.has_fact(fact(STATEMENT), wanted, figures)
    assert not matching.has_fact(fact("Nearly 438 people", NEARLY), wanted, figures)


def test_a_speaker_is_part_of_what_was_said() -> None:
    """A bare quotation is the expected fact if the briefing names who said it."""
    wanted = ExpectedFact("warning", FactKind.SPEECH, ("vassal", "dead"), ())
    said = fact('"I expect the number of dead to rise."')
    assert matching.has_fact(replace(said, speaker="Ingrid Vassal"), wanted, {})
    assert not matching.has_fact(said, wanted, {})


def test_parts_of_a_name_stand_in_the_leaf_of_that_name() -> None:
    """A rank counts for its own bearer only; rank and role may change places."""
    made = briefing(details=(leaf("officials", "Godfrey Otunga", role="General"), leaf("officials", "Fritz St Fort")))
    assert matching.has_name_part(made, "Godfrey Otunga", "rank", "General")
    assert not matching.has_name_part(made, "Fritz St Fort", "rank", "General")
    assert not matching.has_name_part(made, "Godfrey Otunga", "organisation", "General")


def test_a_name_may_stand_in_a_detail_or_a_statement() -> None:
    """A name that is nowhere is missed."""
    made = briefing(fact("Ingrid Vassal spoke"), details=(leaf("places", "Hallbeck"),))
    assert matching.has_name(made, "Ingrid Vassal")
    assert matching.has_name(made, "Hallbeck")
    assert not matching.has_name(made, "Calder")


def test_a_finding_needs_its_code_and_its_words() -> None:
    """A wrong sum must show the total that is wrong."""
    wanted = ExpectedFinding(Code.WRONG_SUM, ("9.1 million",))
    assert matching.is_finding(finding(Code.WRONG_SUM, "The parts make 8.7, not 9.1 million"), wanted)
    assert not matching.is_finding(finding(Code.WRONG_SUM, "The parts make 8.7"), wanted)
    assert not matching.is_finding(finding(Code.TWO_VALUES, "9.1 million"), wanted)


def test_sums_are_compared_by_what_is_added() -> None:
    """Order and spaces do not matter; operands and result do."""
    assert matching.same_sum("221 + 25 = 246", "25+221=246")
    assert not matching.same_sum("200 + 200 = 400", "100 + 300 = 400")
