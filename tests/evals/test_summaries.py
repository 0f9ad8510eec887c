"""Flags on judged summaries are counted by class, and false alarms are shown beside what was caught."""

from fractions import Fraction

import pytest

from briefing.records.findings import CheckName, Code, Finding, Status
from evals.summaries import Judged, grouped, judge, main, measured, sample, table
from evals.summaries_data import ENVIRONMENT, Summary, SummarySet
from evals.summaries_goals import FAITHFUL, GOALS


def judged(kind: str, *statuses: Status, text: str = "Two came.") -> Judged:
    """A summary with one finding for each status."""
    findings = tuple(Finding(CheckName.NUMBER, status, Code.ABSENT, f"It is {status}.") for status in statuses)
    return Judged(Summary(text, kind, "source"), findings)


def test_shares_count_any_flag_and_blocks() -> None:
    """``check`` is a flag, ``unsupported`` is a flag and a block, and what is verified is neither."""
    found = measured("numeric", [judged("ok_literal", one) for one in (Status.CHECK, Status.UNSUPPORTED)])
    found |= measured("numeric", [judged("err_absent", one) for one in (Status.VERIFIED, Status.UNSUPPORTED)])
    assert found == {
        "numeric.ok_literal_any": Fraction(1),
        "numeric.ok_literal_block": Fraction(1, 2),
        "numeric.err_absent_any": Fraction(1, 2),
        "numeric.err_absent_block": Fraction(1, 2),
    }


@pytest.mark.parametrize(
    ("one", "missed"),
    [
        (judged("ok_literal", Status.CHECK), True),
        (judged("ok_literal", Status.VERIFIED), False),
        (judged("swap_in_article", Status.VERIFIED), True),
        (judged("swap_in_article", Status.CHECK), False),
    ],
)
def test_a_miss_depends_on_the_class(one: Judged, missed: bool) -> None:
    """A flag on a faithful summary is a miss, and so is none on a wrong one."""
    assert one.missed is missed


def test_classes_with_a_goal_come_first() -> None:
    """The order is that of the goals; classes that nobody set a goal for follow."""
    groups = grouped("numeric", [judged("other"), judged("ok_literal"), judged("err_absent")])
    assert list(groups) == ["err_absent", "ok_literal", "other"]


def test_table_shows_goal_and_others_beside_each_share() -> None:
    """A share is read against its goal and against what others reach."""
    lines = [" ".join(line.split()) for line in table("mutations", [judged("orig", Status.CHECK)]).splitlines()]
    assert lines[0] == "mutations n any block goal package study"
    assert lines[1] == "orig 1 1.000 0.000 any <= .03, block <= .01 0.010 0.060"


def test_sample_shows_only_misses_of_its_class() -> None:
    """What came out right, or is of another class, is not shown; the sample has no more than was asked for."""
    many = [judged("orig", Status.CHECK, text=f"{n} came.") for n in range(5)]
    shown = sample([*many, judged("orig", Status.VERIFIED), judged("perturb")], "orig", 2, seed=1)
    assert shown.startswith("orig: 5 came out otherwise\n")
    assert shown.count("check absent: It is check.") == 2
    assert shown == sample([*many, judged("perturb")], "orig", 2, seed=1)


def test_summaries_are_held_against_their_own_source() -> None:
    """Each is verified against the text of its id, whatever the order."""
    sources = {"a": "Police said that 438 people were injured.", "b": "Police said that 12 people were injured."}
    text = "Police said 438 people were injured."
    data = SummarySet("numeric", tuple(Summary(text, "ok_literal", one) for one in ("b", "a", "b")), sources)
    caught = {(one.summary.source_id, one.verdict.caught) for one in judge(data)}
    assert caught == {("a", False), ("b", True)}


def test_without_data_the_eval_is_skipped(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A machine without the data passes, and is told why nothing was measured."""
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert main(["--gate"]) == 0
    captured = capsys.readouterr()
    assert "skipped" in captured.err
    assert captured.out == ""


def test_every_faithful_class_has_a_goal() -> None:
    """False alarms are never without a bound."""
    assert {kind for goals in GOALS.values() for kind in goals} >= FAITHFUL
