"""Dates: coarser than the source passes, finer does not, and no day is ever invented."""

import datetime as dt

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.date import check_date
from tests.stages.verify.held import held, only

WEDNESDAY = dt.date(2024, 7, 17)


@pytest.mark.parametrize(
    ("source", "draft", "code"),
    [
        ("It began in October 2023.", "It began in October 2023.", Code.SAME_WORDS),
        ("It began on 3 October 2023.", "It began on October 3, 2023.", Code.OTHER_NOTATION),
        ("It began on 3 October 2023.", "It began on 2023-10-03.", Code.OTHER_NOTATION),
        ("It began on 3 October 2023.", "It began in October 2023.", Code.ENTAILED),
        ("It began on 3 October 2023.", "It began in 2023.", Code.ENTAILED),
        ("It began on 3 October 2023.", "It began on 3 October.", Code.ENTAILED),
        ("It began on Tuesday.", "It began on Tuesday.", Code.SAME_WORDS),
        ("A review is due in nine months.", "The review will come in nine months.", Code.SAME_WORDS),
    ],
)
def test_the_same_date_or_a_coarser_one_is_verified(source: str, draft: str, code: Code) -> None:
    """Other notation passes, and so does what a printed date implies."""
    finding = only(check_date, draft, source)
    assert finding.status is Status.VERIFIED, finding.message
    assert finding.code is code or {finding.code, code} == {Code.ENTAILED, Code.OTHER_NOTATION}
    assert finding.evidence


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("It began in October 2023.", "It began on 3 October 2023."),
        ("It began in 2023.", "It began in October 2023."),
        ("It began on 3 October.", "It began on 3 October 2023."),
        ("It began on Tuesday.", "It began on 16 July 2024."),
    ],
)
def test_a_finer_date_is_not_verified(source: str, draft: str) -> None:
    """The draft may not know more than its source."""
    assert not only(check_date, draft, source).status.passed


@pytest.mark.parametrize(
    ("source", "draft", "nearest"),
    [
        ("It began in October 2023.", "It began in October 2022.", "October 2023"),
        ("It began in October 2023.", "It began in November 2023.", "October 2023"),
        ("It began on 3 May 2023.", "It began on 4 May 2023.", "3 May 2023"),
        ("It was built in 1997.", "It was built in 1998.", "1997"),
        ("They landed on Tuesday.", "They landed on Wednesday.", "Tuesday"),
    ],
)
def test_another_date_is_unsupported_and_the_nearest_is_shown(source: str, draft: str, nearest: str) -> None:
    """One part that is another makes it another day."""
    finding = only(check_date, draft, source)
    assert (finding.status, finding.code) == (Status.UNSUPPORTED, Code.ABSENT)
    assert repr(nearest) in finding.message
    assert finding.evidence[0].exact == nearest


def test_a_date_where_the_source_has_none_says_so() -> None:
    """Nothing is offered as nearest."""
    finding = only(check_date, "It began in 1998.", "It began in a storm.")
    assert finding.status is Status.UNSUPPORTED
    assert "nor any other date" in finding.message


@pytest.mark.parametrize(
    ("source", "draft", "passes"),
    [
        ("They landed on Tuesday.", "They landed on 16 July 2024.", True),
        ("They landed on Tuesday.", "They landed on 15 July 2024.", False),
        ("They landed yesterday.", "They landed on Tuesday.", True),
        ("They landed on 16 July.", "They landed on Tuesday.", True),
        ("A review is due in nine months.", "A review is due in April 2025.", True),
        ("A review is due in nine months.", "A review is due in May 2025.", False),
        ("They landed in the first three months of the year.", "They landed in early February 2025.", False),
    ],
)
def test_with_an_anchor_days_are_compared(source: str, draft: str, passes: bool) -> None:
    """Relative words on either side stand for days, and the message says that these are inferred."""
    finding = only(check_date, draft, source, anchor=WEDNESDAY)
    assert finding.status.passed is passes, finding.message


def test_inferred_days_are_said_to_be_inferred() -> None:
    """The reader sees that the day is not printed."""
    finding = only(check_date, "They landed on 16 July 2024.", "They landed on Tuesday.", anchor=WEDNESDAY)
    assert (
        finding.message
        == "The article says 'Tuesday' (paragraph 1); from its publication date that is 2024-07-16 (inferred)."
    )


def test_without_an_anchor_other_relative_words_are_not_checkable() -> None:
    """A day that nobody can know is neither passed nor called wrong."""
    finding = only(check_date, "They landed three days ago.", "They landed in good weather.")
    assert (finding.status, finding.code) == (Status.NOT_CHECKABLE, Code.UNANCHORED)
    assert "publication date" in finding.message


def test_without_an_anchor_the_same_relative_words_pass_and_no_day_is_named() -> None:
    """Words are compared as words."""
    finding = only(check_date, "They landed last week.", "The boats landed last week.")
    assert finding.status is Status.VERIFIED
    assert "none was worked out" in finding.message


def test_a_year_may_stand_as_a_number_on_the_other_side() -> None:
    """Four digits that one sentence shows as a year and the other as a code are the same digits."""
    finding = only(check_date, "It goes back to 2004.", "The model is called Tern 2004.")
    assert finding.status.passed


def test_a_year_inside_a_longer_number_is_not_that_year() -> None:
    """2004 does not stand in 12,004 or in 200,415."""
    for source in ("The town has 12,004 people.", "The town has 200,415 people.", "Resolution 12004 was adopted."):
        assert not only(check_date, "It was built in 2004.", source).status.passed


def test_dates_are_reported_in_text_order() -> None:
    """Each with its own words."""
    source = "It began in May 1990 and ended in 1994."
    found = held(check_date, "From May 1990 it ran until 1994.", source)
    assert [finding.claim.text for finding in found if finding.claim] == ["May 1990", "1994"] or len(found) == 1
    assert all(finding.status.passed for finding in found)


def test_the_year_of_another_event_asks_for_a_look() -> None:
    """All words of the claim stand beside another year, and none beside this one."""
    source = "The canal was last cleaned in 2011. Catches fell to 300 tonnes from 450 tonnes in 2018."
    (wrong,) = held(check_date, "The canal was last cleaned in 2018.", source)
    assert (wrong.status, wrong.code) == (Status.CHECK, Code.OTHER_EVENT)
    (right,) = held(check_date, "The canal was last cleaned in 2011.", source)
    assert right.status is Status.VERIFIED
