"""Scores count what was expected, once each, and show what was added."""

from dataclasses import replace
from fractions import Fraction

from briefing.records.draft import FactKind
from briefing.records.findings import Code, Status
from briefing.records.quantity import Hedge
from evals.expected import ExpectedFact, ExpectedFinding, ExpectedName
from evals.scoring import ASPECTS, Tally, metrics, recall, score
from tests.evals.handmade import NEARLY_438, NOTHING, briefing, fact, finding, fixture, leaf, quantity

NEARLY = quantity("Nearly 438", None, "438", Hedge.NEARLY, high_inclusive=False)
KIDNAPPED = ExpectedFact("kidnapped", FactKind.FIGURE, ("abduct",), ("kidnapped",))
DISPLACED = ExpectedFact("displaced", FactKind.FIGURE, ("homes",), ())
STORY = fixture(replace(NOTHING, facts=(KIDNAPPED, DISPLACED), figures=(NEARLY_438,)))


def test_facts_are_found_missed_and_added() -> None:
    """A fact is listed by its id, and a statement that nobody expected by its words."""
    tally = score(STORY, briefing(fact("Nearly 438 people were abducted", NEARLY), fact("It rained", fact_id="f2")))
    assert tally.tallies["facts"] == Tally(("kidnapped",), ("displaced",), ("It rained",))


def test_a_repeated_figure_is_found_once_and_not_added() -> None:
    """A figure in two facts counts once; one with an expected value is never listed as added."""
    one = score(STORY, briefing(fact("Nearly 438 people were abducted", NEARLY), fact("Nearly 438", NEARLY)))
    assert one.tallies["figures"] == Tally(("kidnapped",), (), ())


def test_a_figure_that_nobody_expected_is_shown() -> None:
    """An added figure is listed with its words, kind, hedge and fact."""
    one = score(STORY, briefing(fact("Seven dogs", quantity("Seven", "7", "7"))))
    assert one.tallies["figures"] == Tally((), ("kidnapped (nearly 438)",), ("Seven (cardinal, exact) in f1",))


def test_details_are_looked_for_in_their_own_field() -> None:
    """Kenya as the host does not pass for the lead nation; a field that the fixture leaves out adds nothing."""
    story = fixture(replace(NOTHING, details=(("lead_nation", "Kenya"), ("host", "Haiti"))))
    one = score(story, briefing(details=(leaf("host", "Haiti"), leaf("host", "Kenya"), leaf("dates", "May"))))
    assert one.tallies["details"] == Tally(("host: Haiti",), ("lead_nation: Kenya",), ("host: Kenya",))


def test_each_part_of_a_name_counts() -> None:
    """A name whose role is missing is half found."""
    story = fixture(replace(NOTHING, names=(ExpectedName("Mats Ferro", (("role", "leader"),)),)))
    assert score(story, briefing(fact("Mats Ferro won"))).tallies["names"] == Tally(
        ("Mats Ferro",), ("Mats Ferro, role: leader",)
    )


def test_only_a_finding_with_the_words_is_the_expected_one() -> None:
    """A finding that shows other words is listed as added; a proven sum is a sum, not a complaint."""
    story = fixture(replace(NOTHING, source_findings=(ExpectedFinding(Code.TWO_VALUES, ("12", "17")),)))
    other = finding(Code.TWO_VALUES, "3 and 4")
    proven = finding(Code.DERIVED, "right", "1 + 1 = 2", Status.DERIVED)
    tally = score(story, briefing(findings=(other, proven))).tallies["source_findings"]
    assert tally == Tally((), ("two_values: 12, 17",), ("two_values: 3 and 4",))


def test_unfounded_complaints_about_a_story_are_counted() -> None:
    """A limit can be set for findings on a source that nobody expected."""
    one = score(fixture(NOTHING), briefing(findings=(finding(Code.TWO_VALUES, "3 and 4"),)))
    assert metrics((one, one))["source_findings_added"] == 2


def test_a_sum_counts_when_it_is_proven() -> None:
    """Working that refutes a sum is no proof of it."""
    story = fixture(replace(NOTHING, derived=("200 + 200 = 400",)))
    proven = finding(Code.DERIVED, "", "200 + 200 = 400", Status.DERIVED)
    refuted = finding(Code.WRONG_SUM, "", "200 + 200 = 400", Status.CHECK)
    assert score(story, briefing(findings=(proven,))).tallies["derived"].found == ("200 + 200 = 400",)
    assert score(story, briefing(findings=(refuted,))).tallies["derived"].missed == ("200 + 200 = 400",)


def test_what_is_not_stated_is_matched_by_words() -> None:
    """A gap counts when the briefing's words for it hold the expected one."""
    story = fixture(replace(NOTHING, not_stated=("cost", "route")))
    assert score(story, briefing()).tallies["not_stated"] == Tally(("cost",), ("route",))


def test_facts_that_did_not_pass_are_shown() -> None:
    """Every fact that is neither verified nor derived is listed with its status."""
    one = score(STORY, briefing(fact("It snowed", status=Status.UNSUPPORTED)))
    assert one.not_passed == ("unsupported: It snowed",)
    assert one.statuses[Status.UNSUPPORTED] == 1


def test_recall_is_over_all_expected_things() -> None:
    """Large stories weigh more than small ones, and a story that expects nothing weighs nothing."""
    full = score(STORY, briefing(fact("Nearly 438 people were abducted from homes", NEARLY)))
    empty = score(STORY, briefing())
    nothing = score(fixture(NOTHING), briefing())
    assert recall((full, empty, nothing), "facts") == Fraction(2, 4)
    assert recall((nothing,), "facts") == 1


def test_every_aspect_and_status_is_a_metric() -> None:
    """Floors can be set for each recall and for the facts of each status."""
    measured = metrics((score(STORY, briefing(fact("It snowed", status=Status.UNSUPPORTED))),))
    assert measured["unsupported"] == 1
    assert measured["source_findings_added"] == 0
    recalls = {f"{aspect}_recall" for aspect in ASPECTS}
    assert set(measured) == recalls | {status.value for status in Status} | {"source_findings_added"}
