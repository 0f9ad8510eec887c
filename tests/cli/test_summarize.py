"""``briefing summarize``: formats, where they go, and what the exit code says."""

import json
import os
import sys
from pathlib import Path

import pytest

from briefing import Briefing
from tests import stories
from tests.cli.running import Runner

ARTICLE = stories.path(stories.MISSION)
WRONG = stories.path(stories.WRONG_SUM)


def test_markdown_is_the_default(run: Runner) -> None:
    """Data on stdout, the remark about the engine on stderr."""
    done = run("summarize", ARTICLE)
    assert done.code == 0
    assert done.out.startswith("# ")
    assert "200 + 200 = 400" in done.out
    assert done.err == "briefing: no model is used: the embedded engine cuts the facts from the article's own words\n"


@pytest.mark.parametrize("options", [("-q",), ("--engine", "embedded")])
def test_no_remark_when_it_is_quiet_or_the_engine_was_chosen(run: Runner, options: tuple[str, ...]) -> None:
    """Who asked for silence or for this engine is told nothing."""
    done = run("summarize", ARTICLE, *options)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("options", [("--json",), ("--format", "json"), ("-f", "json"), ("--json", "-f", "json")])
def test_json_is_the_briefing(run: Runner, options: tuple[str, ...]) -> None:
    """What is printed can be read back, and is the library's briefing."""
    done = run("summarize", ARTICLE, "-q", *options)
    briefing = Briefing.from_json(done.out)
    assert briefing.profile == "mission"
    assert done.out == briefing.to_json()


def test_html_is_a_page(run: Runner) -> None:
    """A whole page with both columns."""
    done = run("summarize", ARTICLE, "-q", "--format", "html")
    assert done.out.lower().startswith("<!doctype html>")
    assert "Toussaint Louverture" in done.out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.json", "{"),
        ("out.html", "<!"),
        ("out.HTM", "<!"),
        ("out.md", "# "),
        ("out.markdown", "# "),
        ("out.txt", "# "),
        ("out", "# "),
    ],
)
def test_the_name_of_the_file_chooses_the_format(run: Runner, tmp_path: Path, name: str, start: str) -> None:
    """Nothing goes to stdout then."""
    target = tmp_path / name
    done = run("summarize", ARTICLE, "-q", "-o", target)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.read_text("utf-8").startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_option_beats_the_name_of_the_file(run: Runner, tmp_path: Path) -> None:
    """``--json -o notes.md`` writes JSON."""
    target = tmp_path / "notes.md"
    run("summarize", ARTICLE, "-q", "--json", "-o", target)
    assert json.loads(target.read_text("utf-8"))["profile"] == "mission"


def test_a_dash_is_stdin_and_stdout(run: Runner) -> None:
    """An article can be piped in and its briefing out."""
    done = run("summarize", "-", "-q", "--json", "-o", "-", stdin=stories.text(stories.MISSION).encode())
    assert done.code == 0
    assert Briefing.from_json(done.out).profile == "mission"


def test_nothing_on_stdin_is_an_empty_article(run: Runner) -> None:
    """The message names stdin."""
    done = run("summarize", "-", "-q")
    assert done.code == 2
    assert "'stdin' is empty" in done.err


def test_a_file_is_written_whole_or_not_at_all(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the old file and nothing else."""
    target = tmp_path / "out.json"
    target.write_text("old", "utf-8")

    def no_space(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", no_space)
    done = run("summarize", ARTICLE, "-q", "-o", target)
    assert (done.code, done.out) == (2, "")
    assert "No space left on device" in done.err
    assert target.read_text("utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("name", ["", ".", "/", "no/such/folder/out.json", "story.txt/out.json"])
def test_a_place_that_cannot_be_written_is_a_usage_error(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A folder, a name without a folder, a file that is no folder: said in words."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("x", "utf-8")
    done = run("summarize", ARTICLE, "-q", "-o", name)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"briefing: cannot write '{name}': ")


def test_a_device_is_written_to_and_never_replaced(run: Runner, tmp_path: Path) -> None:
    """``-o /dev/null`` must not turn the device into a file."""
    link = tmp_path / "null"
    link.symlink_to(os.devnull)
    done = run("summarize", ARTICLE, "-q", "-o", link)
    assert (done.code, done.err) == (0, "")
    assert link.is_symlink()
    assert not link.is_file()


def test_strict_makes_a_fact_that_is_not_verified_an_exit_code(run: Runner) -> None:
    """1 with --strict, 0 without; the briefing is printed either way."""
    loose, strict = run("summarize", WRONG, "-q"), run("summarize", WRONG, "-q", "--strict")
    assert (loose.code, strict.code) == (0, 1)
    assert loose.out == strict.out
    assert run("summarize", ARTICLE, "-q", "--strict").code == 0


def test_policies(run: Runner) -> None:
    """``drop`` lists what it leaves out, ``raise`` stops with 1 and prints nothing."""
    dropped = run("summarize", WRONG, "-q", "--json", "--policy", "drop", "--strict")
    assert dropped.code == 0
    assert any("9.1 million" in item["what"] for item in json.loads(dropped.out)["dropped"])
    raised = run("summarize", WRONG, "-q", "--policy", "raise")
    assert (raised.code, raised.out) == (1, "")
    assert "does not add up" in raised.err


def test_title_date_profile_and_language_are_taken(run: Runner) -> None:
    """What the text does not say can be said on the command line."""
    done = run(
        "summarize", ARTICLE, "-q", "--json", "--title", "Second flight", "--published-at", "2024-07-17",
        "--profile", "general", "--language", "en",
    )  # fmt: skip
    value = json.loads(done.out)
    assert (value["headline"], value["profile"]) == ("Second flight", "general")
    assert value["source"]["published_at"] == "2024-07-17"
    assert value["source"]["title"] == "Second flight"


def test_the_same_command_prints_the_same_bytes(run: Runner) -> None:
    """Nothing of the day or the machine is in the output."""
    assert run("summarize", ARTICLE, "--json").out == run("summarize", ARTICLE, "--json").out


OWN = """
from pydantic import BaseModel

class Flood(BaseModel):
    "Floods, river by river."
    river: str
"""


def test_a_model_of_ones_own_is_found_where_the_command_runs(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the working folder is enough; the briefing says which profile it was."""
    (tmp_path / "own_flood_profile.py").write_text(OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", [*sys.path])
    done = run("summarize", ARTICLE, "-q", "--json", "--profile", "own_flood_profile.Flood")
    assert Briefing.from_json(done.out).profile == "own_flood_profile.Flood"
    missing = run("summarize", ARTICLE, "-q", "--profile", "own_flood_profile.Drought")
    assert (missing.code, missing.out) == (2, "")
    assert "'own_flood_profile' has no 'Drought'" in missing.err
