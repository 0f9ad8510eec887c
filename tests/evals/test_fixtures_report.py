"""The report of the fixtures eval shows everything that was scored, for people and for tools."""

import json
from dataclasses import replace

from briefing.records.draft import FactKind
from briefing.records.findings import Status
from evals.expected import ExpectedFact
from evals.fixtures_report import WIDTH, as_json, as_text
from evals.scoring import Score, score
from tests.evals.handmade import NEARLY_438, NOTHING, briefing, fact, fixture


def scores() -> tuple[Score, ...]:
    """Two stories: one half found with a fact that did not pass, one that expects nothing."""
    facts = (ExpectedFact("rain", FactKind.EVENT, ("rain",), ()), ExpectedFact("snow", FactKind.EVENT, ("snow",), ()))
    story = fixture(replace(NOTHING, facts=facts, figures=(NEARLY_438,), profile="mission"), "weather")
    made = briefing(fact("It rained " + "very " * 60 + "hard"), fact("Hail", fact_id="f2", status=Status.UNSUPPORTED))
    return score(story, made), score(fixture(NOTHING, "quiet"), briefing())


def test_text_names_found_missed_and_added() -> None:
    """Each story shows its counts, the ids found and missed, what was added and what did not pass."""
    text = as_text(scores())
    assert "weather (profile general, expected mission): 2 facts, 1 verified, 1 unsupported" in text
    for line in ("  facts: 1 of 2", "    found: rain", "    missed: snow", "    missed: kidnapped (nearly 438)"):
        assert line in text.splitlines()
    assert "- unsupported: Hail" in text


def test_text_ends_with_totals() -> None:
    """The totals name every recall with its counts."""
    totals = as_text(scores()).partition("total (2 fixtures)")[2]
    assert "facts recall" in totals
    assert "0.5000  1 of 2" in totals


def test_lines_stay_readable() -> None:
    """Long statements are wrapped."""
    assert max(len(line) for line in as_text(scores()).splitlines()) <= WIDTH


def test_json_holds_the_same() -> None:
    """Tools get found, missed and added by aspect, and totals as numbers."""
    document = json.loads(as_json(scores()))
    weather, quiet = document["fixtures"]
    assert weather["facts"]["missed"] == ["snow"]
    assert weather["counts"]["unsupported"] == 1
    assert quiet["facts"] == {"found": [], "missed": [], "added": []}
    assert document["totals"]["facts_recall"] == 0.5
    assert document["totals"]["unsupported"] == 1
