"""The gate names what fell below its floor, and never passes what it did not look at in silence."""

from fractions import Fraction
from pathlib import Path

import pytest

from evals.gate import FLOORS, FloorsError, Limit, breaches, enforce, load_limits, show


def floors(folder: Path, text: str) -> Path:
    """A file of floors."""
    path = folder / "floors.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_value_on_its_floor_passes(tmp_path: Path) -> None:
    """A floor is included: exactly 0.9 is enough, as a fraction and as a float."""
    path = floors(tmp_path, "[quality]\nrecall = 0.9\nshare = 0.95\n")
    assert enforce({"quality.recall": Fraction(9, 10), "quality.share": 19 / 20}, path) == 0


def test_a_value_below_its_floor_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 1, and stderr holds the key, the value and the floor."""
    path = floors(tmp_path, "[quality]\nrecall = 0.9\n")
    assert enforce({"quality.recall": Fraction(89, 100)}, path) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "gate: quality.recall is 0.8900, below its floor of 0.9000\n"


def test_a_value_above_its_ceiling_is_named(tmp_path: Path) -> None:
    """A ceiling is included: 0 passes a ceiling of 0 and 1 does not."""
    limits = load_limits("quality", floors(tmp_path, "[quality]\nunsupported = { at_most = 0 }\n"))
    assert breaches({"quality.unsupported": Fraction(0)}, limits) == ()
    assert breaches({"quality.unsupported": Fraction(1)}, limits) == (
        "quality.unsupported is 1, above its ceiling of 0",
    )


def test_a_limit_that_was_not_measured_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that is restricted passes, but says which limit it did not check."""
    path = floors(tmp_path, "[quality]\nrecall = 0.9\nother = 1\n")
    assert enforce({"quality.recall": Fraction(1)}, path) == 0
    assert "quality.other was not measured" in capsys.readouterr().err


def test_a_section_without_limits_is_refused(tmp_path: Path) -> None:
    """A gate without any limit would pass everything, so it is an error that names the section."""
    with pytest.raises(FloorsError, match=r"\[quality\]"):
        enforce({"quality.recall": Fraction(1)}, floors(tmp_path, "[speed]\nimport = 1\n"))


@pytest.mark.parametrize("value", ['"0.9"', "true", "{}", "{ about = 1 }", "{ at_least = '1' }"])
def test_a_malformed_limit_is_refused_by_its_key(tmp_path: Path, value: str) -> None:
    """A limit that is not a number, nor a table with known bounds, is an error that names its key."""
    with pytest.raises(FloorsError, match=r"quality\.recall"):
        load_limits("quality", floors(tmp_path, f"[quality]\nrecall = {value}\n"))


def test_a_value_is_never_shown_as_better_than_it_is() -> None:
    """Values are cut, not rounded: what lies just below a floor does not read as the floor."""
    assert show(Fraction(899_999, 1_000_000)) == "0.8999"


def test_the_goals_of_the_first_release_are_kept() -> None:
    """The committed floors of the fixtures are the goals or higher, and nothing may be unsupported."""
    limits = {limit.key: limit for limit in load_limits("fixtures", FLOORS)}
    assert (limits["fixtures.figures_recall"].at_least or 0) >= Fraction("0.9")
    assert (limits["fixtures.facts_recall"].at_least or 0) >= Fraction("0.75")
    assert limits["fixtures.unsupported"] == Limit("fixtures.unsupported", at_most=Fraction(0))
