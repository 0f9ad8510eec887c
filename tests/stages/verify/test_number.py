"""Figures: value, bound and unit decide; what a figure is said of can only ask for a look."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.number import check_number
from tests.stages.verify.held import held, only

VERIFIED, CHECK, UNSUPPORTED = Status.VERIFIED, Status.CHECK, Status.UNSUPPORTED


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The mill has 1,250 workers.", "The mill has 1,250 workers."),
        ("Up to 60 boats sank.", "In the storm, up to 60 boats sank."),
        ("It cost 4.2 million euros.", "It cost 4.2 million euros, no less."),
        ("The team won 3-1.", "The team won 3-1."),
    ],
)
def test_the_same_words_are_verified(source: str, draft: str) -> None:
    """The code says that even the words are the article's."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (VERIFIED, Code.SAME_WORDS)
    assert finding.evidence


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Twelve workers were hired.", "They hired 12 workers."),
        ("It cost 1.2 million euros.", "It cost €1,200,000."),
        ("It cost €1.2bn.", "It cost 1.2 billion euros."),
        ("They waited for two weeks.", "They waited for 14 days."),
        ("The mandate lasts twelve months.", "The mandate lasts one year."),
        ("Turnout was 63 percent.", "Turnout was 63%."),
        ("The dam is 2 kilometres long.", "The dam is 2,000 metres long."),
        ("More than 300 people came.", "Over 300 people came."),
        ("Nearly 300 people came.", "Almost 300 people came."),
        ("About 300 people came.", "Some 300 people came."),
        ("One in five voters stayed at home.", "20% of voters stayed at home."),
        ("Prices rose by 4.50 percent.", "Prices rose by 4.5 percent."),
        ("The mine was shut for about two weeks.", "The mine was shut for about 14 days."),
        ("Repairs could take up to four days.", "Repairs could take up to 96 hours."),
        ("The shares were down 2.9% on Monday.", "The shares were 2.9 percent lower."),
    ],
)
def test_other_notation_is_verified(source: str, draft: str) -> None:
    """Digits and words, scales, units and hedges of the same meaning are one figure."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (VERIFIED, Code.OTHER_NOTATION), finding.message


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The flood displaced 438 people.", "The flood displaced more than 400 people."),
        ("The flood displaced nearly 438 people.", "The flood displaced fewer than 440 people."),
        ("More than 2,500 officers will serve.", "More than 2,000 officers will serve."),
        ("At least 12 miners died.", "At least ten miners died."),
        ("The firm cut 300 jobs.", "The firm cut up to 300 jobs."),
        ("The firm cut 312 jobs.", "The firm cut about 300 jobs."),
        ("The firm cut 400 jobs.", "The firm cut fewer than 500 jobs."),
        ("More than 6,000 homes were dark.", "At least 5,000 homes were dark."),
    ],
)
def test_a_bound_that_follows_is_verified(source: str, draft: str) -> None:
    """What the source says implies what the draft says."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (VERIFIED, Code.ENTAILED), finding.message


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The flood displaced 438 people.", "The flood displaced more than 438 people."),
        ("More than 2,500 officers will serve.", "More than 2,600 officers will serve."),
        ("At least 12 miners died.", "At least 13 miners died."),
        ("The firm cut up to 300 jobs.", "The firm cut fewer than 300 jobs."),
    ],
)
def test_a_bound_that_does_not_follow_is_not_verified(source: str, draft: str) -> None:
    """One step beyond what the source says is not what it says."""
    assert not only(check_number, draft, source).status.passed


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Kenya pledged up to 1,000 officers.", "Kenya pledged more than 1,000 officers."),
        ("Kenya pledged up to 1,000 officers.", "Kenya pledged at least 1,000 officers."),
        ("More than 1,000 officers serve.", "Fewer than 1,000 officers serve."),
        ("Nearly 438 people were freed.", "At least 438 people were freed."),
    ],
)
def test_the_opposite_bound_is_unsupported(source: str, draft: str) -> None:
    """The number is the source's, the claim is its contrary; the message has both."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (UNSUPPORTED, Code.HEDGE_CHANGED)
    assert "the bound is another" in finding.message


def test_the_opposite_bound_is_not_saved_by_a_larger_figure_elsewhere() -> None:
    """The bound "more than 1,000" does not follow from 2,500 of something else when the article says "up to 1,000"."""
    source = "Kenya pledged up to 1,000 officers. All countries together are to send more than 2,500 officers."
    finding = only(check_number, "Kenya will send more than 1,000 officers.", source)
    assert finding.status is UNSUPPORTED
    assert "up to 1,000" in finding.message


@pytest.mark.parametrize(
    "hedged", ["up to 60", "nearly 60", "about 60", "more than 60", "at least 60", "fewer than 60"]
)
def test_a_dropped_hedge_asks_for_a_look(hedged: str) -> None:
    """The number without its hedge says more than the source."""
    finding = only(check_number, "The storm sank 60 boats.", f"The storm sank {hedged} boats.")
    assert (finding.status, finding.code) == (CHECK, Code.HEDGE_DROPPED)
    assert hedged in finding.message
    assert "the hedge is gone" in finding.message


def test_another_hedge_that_does_not_follow_asks_for_a_look() -> None:
    """The words "more than nine" are not "at least nine", even where some larger figure stands elsewhere."""
    source = "At least nine people died. Another 300 people spent the night on roofs."
    finding = only(check_number, "More than nine people died.", source)
    assert (finding.status, finding.code) == (CHECK, Code.HEDGE_CHANGED)
    assert "At least nine" in finding.message


@pytest.mark.parametrize(
    ("source", "draft", "status"),
    [
        ("Turnout was 85.19 percent.", "Turnout was 85 percent.", VERIFIED),
        ("Turnout was 85.19 percent.", "Turnout was 85.2 percent.", VERIFIED),
        ("Turnout was 85.19 percent.", "Turnout was 85.1 percent.", UNSUPPORTED),
        ("Turnout was 85.19 percent.", "Turnout was 86 percent.", UNSUPPORTED),
        ("Revenue was €412.6 million.", "Revenue was €413 million.", VERIFIED),
        ("Revenue was €412.6 million.", "Revenue was €412 million.", UNSUPPORTED),
        ("The town has 8,234 inhabitants.", "The town has 8,000 inhabitants.", CHECK),
        ("The town has 8,234 inhabitants.", "The town has about 8,000 inhabitants.", VERIFIED),
        ("The town has 8,234 inhabitants.", "The town has 9,000 inhabitants.", UNSUPPORTED),
    ],
)
def test_decimals_may_be_rounded_and_whole_numbers_may_not(source: str, draft: str, status: Status) -> None:
    """Rounding half up of printed decimals passes; a count is what it is, unless the draft hedges."""
    assert only(check_number, draft, source).status is status


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("It cost 12 million euros.", "It cost 12 million dollars."),
        ("It cost £12.", "It cost $12."),
        ("The margin rose by 0.8 percentage points.", "The margin rose by 0.8 percent."),
        ("Revenue rose by 4.6%.", "Revenue rose by 4.6 percentage points."),
        ("The water stood at 4.8 metres.", "The water stood at 4.8 feet."),
        ("The work took 18 months.", "The work took 18 weeks."),
    ],
)
def test_the_same_number_of_another_unit_is_unsupported(source: str, draft: str) -> None:
    """Another currency, points for percent, feet for metres: named as such."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (UNSUPPORTED, Code.OTHER_UNIT)
    assert "the unit is another" in finding.message


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Prices rose by 7 percent.", "Prices fell by 7 percent."),
        ("In the fire 31 people were injured.", "In the fire 31 people were killed."),
        ("Kenya has pledged 300 officers.", "The 300 officers have arrived."),
    ],
)
def test_the_same_number_of_another_event_asks_for_a_look(source: str, draft: str) -> None:
    """What happens to the thing counted is part of the claim."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (CHECK, Code.OTHER_EVENT), finding.message


def test_the_same_number_of_another_thing_asks_for_a_look() -> None:
    """Where nothing else is shared, a number alone proves nothing."""
    source = "The harbour has 85 boats. Landings fell last year."
    finding = only(check_number, "The choir bought 85 violins.", source)
    assert (finding.status, finding.code) == (CHECK, Code.OTHER_THING)
    assert "something else is counted" in finding.message


def test_the_figure_that_is_said_of_the_same_thing_is_chosen() -> None:
    """Of two equal numbers the evidence is the one of the draft's event."""
    source = "In the fire 12 people were injured.\n\nPolice arrested 12 people after the fire."
    finding = only(check_number, "Police arrested 12 people.", source)
    assert finding.status is VERIFIED
    assert "arrested" in finding.evidence[0].exact
    assert "paragraph 2" in finding.message


@pytest.mark.parametrize(
    ("source", "draft", "nearest"),
    [
        ("A contingent of 200 officers arrived.", "A contingent of 300 officers arrived.", "200 officers"),
        ("It cost 4.2 million euros.", "It cost 4.3 million euros.", "4.2 million euros"),
        ("The dam is 90 metres high.", "The dam is 80 metres high.", "90 metres"),
    ],
)
def test_an_absent_figure_shows_the_nearest_words(source: str, draft: str, nearest: str) -> None:
    """The editor sees what the article has instead."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (UNSUPPORTED, Code.ABSENT)
    assert nearest in finding.message
    assert nearest in finding.evidence[0].exact


def test_a_figure_without_any_of_its_kind_says_so() -> None:
    """Nothing is offered as nearest where nothing is near."""
    finding = only(check_number, "It cost 4 million euros.", "The bridge was closed and nobody knows why.")
    assert finding.code is Code.ABSENT
    assert "no figure of that sort" in finding.message
    assert finding.evidence == ()


@pytest.mark.parametrize(("source", "draft"), [("3 billion", "3 million"), ("250,000", "250 million")])
def test_a_slip_of_scale_is_named(source: str, draft: str) -> None:
    """Million for billion is the commonest slip of all, and the message says what it looks like."""
    finding = only(check_number, f"It cost {draft} euros.", f"It cost {source} euros.")
    assert finding.status is UNSUPPORTED
    assert "factor of a thousand or a million" in finding.message


@pytest.mark.parametrize(
    ("source", "draft", "passes"),
    [
        ("UN resolution 2699 was adopted.", "Resolution 2699 was adopted.", True),
        ("UN resolution 2699 was adopted.", "Resolution 2669 was adopted.", False),
        ("UN resolution 2699 was adopted.", "The council sent 2,699 officers.", False),
        ("The council sent 2,699 officers.", "Resolution 2699 was adopted.", False),
        ("A Boeing 737 landed.", "The Boeing 737 landed.", True),
        ("A Boeing 737 landed.", "The Boeing 747 landed.", False),
        ("Covid-19 spread.", "COVID-19 spread.", True),
        ("Under Article 19 he is free.", "Article 19 protects him.", True),
        ("Under Article 19 he is free.", "Article 91 protects him.", False),
    ],
)
def test_identifiers_are_compared_letter_by_letter(source: str, draft: str, passes: bool) -> None:
    """An identifier is a name: no bound, no rounding, and never an amount."""
    found = held(check_number, draft, source)
    assert found
    assert all(finding.status.passed for finding in found) is passes


def test_an_identifier_that_the_reader_saw_as_plain_words_is_found() -> None:
    """Folded words are enough where the source's reading has no identifier at that place."""
    source = "The rebels of the March 23 Movement hold the town; M23-held areas are closed."
    found = held(check_number, "The M23-held areas are closed.", source)
    assert all(finding.status.passed for finding in found)


@pytest.mark.parametrize(
    ("draft", "passes"),
    [("They won 3-1.", True), ("They lost 1-3.", True), ("They won 3-2.", False), ("They won 4-1.", False)],
)
def test_scores_are_pairs(draft: str, passes: bool) -> None:
    """Both numbers count, told from either side."""
    assert only(check_number, draft, "The home team won 3-1 on Saturday.").status.passed is passes


def test_a_pair_of_counts_the_wrong_way_round_asks_for_a_look() -> None:
    """A result told backwards is no range that happens to hold the right number."""
    source = "Orsini beat Weil by 9,406 votes to 9,194."
    assert not only(check_number, "Weil lost by 9,194 to 9,406.", source).status.passed


def test_a_range_is_verified_as_a_range() -> None:
    """Its two ends in any notation, and nothing narrower."""
    source = "Between 300 and 350 people spent the night on roofs."
    assert only(check_number, "300-350 people spent the night on roofs.", source).status is VERIFIED
    assert not only(check_number, "Between 310 and 350 people spent the night on roofs.", source).status.passed
    assert not only(check_number, "325 people spent the night on roofs.", source).status.passed


def test_figures_are_reported_in_text_order_with_their_own_words() -> None:
    """Each finding points to the words of its figure in the draft."""
    draft = "In 3 days 250 boats and 40 crews left."
    found = held(check_number, draft, "In 3 days 250 boats and 40 crews left the harbour.")
    claims = [finding.claim for finding in found if finding.claim is not None]
    assert [claim.text for claim in claims] == ["3 days", "250", "40"]
    assert all(draft[claim.start : claim.end] == claim.text for claim in claims)
