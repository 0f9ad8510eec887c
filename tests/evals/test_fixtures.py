"""The fixtures eval runs every story, gates on the totals and answers wrong use with code 2."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.records.briefing import Briefing
from briefing.records.findings import Status
from evals.expected import Fixture, load_all
from evals.fixtures import gate, main, run
from tests.evals.handmade import NOTHING, briefing, fact, fixture


def test_every_story_is_briefed_and_scored() -> None:
    """The briefing of each story is held against that story."""
    seen: list[str] = []

    def brief(story: Fixture) -> Briefing:
        seen.append(story.id)
        return briefing()

    scores = run(load_all(), brief)
    assert [one.fixture_id for one in scores] == seen
    assert len(seen) == 8


def test_empty_briefings_find_nothing() -> None:
    """No expected fact, figure, detail or finding is so loose that an empty briefing holds it."""
    for one in run(load_all(), lambda _: replace(briefing(), not_stated=())):
        assert {aspect: tally.found for aspect, tally in one.tallies.items() if tally.found} == {}


def test_the_gate_holds_the_totals_to_the_floors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One unsupported fact breaks a ceiling of zero, and the limit is named."""
    floors = tmp_path / "floors.toml"
    floors.write_text("[fixtures]\nunsupported = { at_most = 0 }\n", encoding="utf-8")
    assert gate(run((fixture(NOTHING),), lambda _: briefing(fact("It rained"))), floors) == 0
    unsupported = briefing(fact("It snowed", status=Status.UNSUPPORTED))
    assert gate(run((fixture(NOTHING),), lambda _: unsupported), floors) == 1
    assert "fixtures.unsupported is 1, above its ceiling of 0" in capsys.readouterr().err


def test_a_story_is_briefed_for_real(capsys: pytest.CaptureFixture[str]) -> None:
    """The command briefs the named story with the embedded engine and prints its score as JSON."""
    assert main(["police-deployment", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["fixtures"]
    assert one["id"] == "police-deployment"
    assert one["profile"] == "mission"
    assert one["facts"]["found"]


def test_an_unknown_story_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The message quotes the id and names the known ones; the exit code is 2."""
    assert main(["moon-landing"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "'moon-landing'" in captured.err
    assert "river-flood" in captured.err
