"""Fixtures are read completely, or refused with the file and the place."""

import datetime as dt
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.records.quantity import Hedge, Kind
from evals.expected import FIXTURES, FixtureError, load, load_all


def copy(tmp_path: Path, old: str, new: str) -> Path:
    """The police deployment with one change in its expectations."""
    folder = tmp_path / "police-deployment"
    shutil.copytree(FIXTURES / "police-deployment", folder)
    path = folder / "expected.json"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_every_fixture_of_the_project_is_read() -> None:
    """All eight stories load, in the order of their ids, and each has facts."""
    loaded = load_all()
    assert len(loaded) == 8
    assert [fixture.id for fixture in loaded] == sorted(fixture.id for fixture in loaded)
    assert all(fixture.expected.facts for fixture in loaded)


def test_figures_keep_value_and_context() -> None:
    """A figure comes with its bounds as decimals, its hedge, and the words that its statement must hold."""
    figures = {figure.id: figure for figure in load(FIXTURES / "police-deployment").expected.figures}
    pledged = figures["pledged"]
    assert (pledged.kind, pledged.hedge, pledged.low, pledged.high) == (Kind.CARDINAL, Hedge.UP_TO, None, Decimal(1000))
    assert pledged.context == ("officers|police", "pledge|promise|commit")
    authorised = figures["authorised"].date
    assert authorised is not None
    assert (authorised.first, authorised.last) == (dt.date(2023, 10, 1), dt.date(2023, 10, 31))


def test_a_story_without_a_day_stays_without_one() -> None:
    """The police deployment has no day of publication, so that its relative dates hang on nothing."""
    assert load(FIXTURES / "police-deployment").published_at is None
    assert load(FIXTURES / "river-flood").published_at == dt.date(2025, 3, 13)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"hedge": "exact"', '"hedge": "precise"', r"figures\[0\]\.hedge"),
        ('"low": "200"', '"low": 200', r"figures\[0\]\.low"),
        ('"not_stated"', '"unstated"', "not_stated"),
        ("{", "", "expected.json"),
    ],
)
def test_a_broken_fixture_is_refused_with_its_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    """A value outside the format, a missing key and broken JSON each name the story and the place."""
    with pytest.raises(FixtureError, match=place) as caught:
        load(copy(tmp_path, old, new))
    assert "police-deployment" in str(caught.value)


def test_a_folder_without_fixtures_is_refused(tmp_path: Path) -> None:
    """No fixture at all is an error, never a perfect score."""
    with pytest.raises(FixtureError, match="no fixture"):
        load_all(tmp_path)
