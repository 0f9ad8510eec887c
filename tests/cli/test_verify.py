"""``briefing verify``: a draft in, what is wrong with it out."""

import json
from pathlib import Path

import pytest

from tests import stories
from tests.cli.running import Runner

ARTICLE = stories.path(stories.MISSION)


@pytest.fixture(name="draft")
def draft_fixture(tmp_path: Path) -> Path:
    """A draft with one wrong figure."""
    file = tmp_path / "draft.txt"
    file.write_text("A second contingent of 300 Kenyan police arrived on Tuesday.", "utf-8")
    return file


def test_a_draft_that_fails_is_exit_code_1(run: Runner, draft: Path) -> None:
    """The report is data on stdout; the article's words are in it."""
    done = run("verify", draft, "--source", ARTICLE)
    assert (done.code, done.err) == (1, "")
    assert "300" in done.out
    assert "400 officers" in done.out


def test_a_draft_that_passes_is_exit_code_0(run: Runner, tmp_path: Path) -> None:
    """Nothing to look at."""
    draft = tmp_path / "draft.txt"
    draft.write_text("Two hundred more Kenyan police landed on Tuesday.", "utf-8")
    assert run("verify", draft, "--source", ARTICLE).code == 0


def test_json_is_the_report(run: Runner, draft: Path) -> None:
    """Status, counts and findings with their places."""
    done = run("verify", draft, "--source", ARTICLE, "--json")
    report = json.loads(done.out)
    assert (report["status"], report["ok"]) == ("unsupported", False)
    failed = [finding for finding in report["findings"] if finding["status"] == "unsupported"]
    assert [finding["claim"]["text"] for finding in failed] == ["300"]
    assert report["counts"]["unsupported"] == 1


def test_omitted_lists_what_the_draft_leaves_out(run: Runner, draft: Path) -> None:
    """Only if asked, and without a change of the exit code; JSON always has the list."""
    assert "not used" not in run("verify", draft, "--source", ARTICLE).out
    done = run("verify", draft, "--source", ARTICLE, "--omitted")
    assert done.code == 1
    assert "more than 2,500 officers" in done.out
    report = json.loads(run("verify", draft, "--source", ARTICLE, "--json").out)
    assert "more than 2,500" in [figure["raw"] for figure in report["omitted_figures"]]


def test_either_side_can_come_from_stdin(run: Runner, draft: Path) -> None:
    """A draft from an editor's buffer, or an article from a pipe."""
    assert run("verify", "-", "--source", ARTICLE, stdin=draft.read_bytes()).code == 1
    assert run("verify", draft, "--source", "-", stdin=ARTICLE.read_bytes()).code == 1


def test_both_sides_cannot_come_from_stdin(run: Runner) -> None:
    """One stream holds one text; the message says so instead of calling the second one empty."""
    done = run("verify", "-", "--source", "-", stdin=b"Kenya sent 200 officers.")
    assert (done.code, done.out) == (2, "")
    assert "one of them" in done.err


def test_the_publication_date_anchors_both_texts(run: Runner, tmp_path: Path) -> None:
    """A day in the draft is checked against the article's weekday."""
    draft = tmp_path / "draft.txt"
    draft.write_text("Officers landed on 16 July 2024.", "utf-8")
    assert run("verify", draft, "--source", ARTICLE, "--published-at", "2024-07-17").code == 0
    assert run("verify", draft, "--source", ARTICLE).code == 1


def test_the_report_goes_to_a_file(run: Runner, draft: Path, tmp_path: Path) -> None:
    """With ``-o`` nothing is printed; the exit code stays."""
    done = run("verify", draft, "--source", ARTICLE, "-o", tmp_path / "report.txt")
    assert (done.code, done.out) == (1, "")
    assert "300" in (tmp_path / "report.txt").read_text("utf-8")


class Terminal:
    """Makes stdout look like a terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
        monkeypatch.setenv("TERM", "xterm")


def test_colour_only_on_a_terminal(run: Runner, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets plain text, a terminal colours; a file never does."""
    assert "\x1b[" not in run("verify", draft, "--source", ARTICLE).out
    Terminal(monkeypatch)
    assert "\x1b[31m" in run("verify", draft, "--source", ARTICLE).out


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colour_is_honoured(
    run: Runner, draft: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Who does not want colour gets none."""
    Terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    assert "\x1b[" not in run("verify", draft, "--source", ARTICLE).out


def test_explain_tells_how_every_figure_was_judged(run: Runner, tmp_path: Path) -> None:
    """The reading, the source's figure with relation and probability, reasons; the exit code stays the same."""
    draft = tmp_path / "draft.txt"
    draft.write_text("Two hundred more Kenyan police landed on Tuesday.", "utf-8")
    done = run("verify", draft, "--source", ARTICLE, "--explain")
    assert done.code == 0
    assert "read as:  kind cardinal, hedge exact, interval 200 to 200" in done.out
    assert "(same), said of the same thing with probability 0." in done.out
    assert "    for:  " in done.out


def test_explain_as_json_is_a_key_of_the_report(run: Runner, draft: Path) -> None:
    """Tools get the report that they know, and one object a figure behind it; without the option nothing is added."""
    report = json.loads(run("verify", draft, "--source", ARTICLE, "--json", "--explain").out)
    (wrong,) = [each for each in report["explanations"] if each["raw"] == "300"]
    assert (wrong["status"], wrong["read_as"]["counted"]) == ("unsupported", "Kenyan police")
    assert "held_against" not in wrong
    assert "explanations" not in json.loads(run("verify", draft, "--source", ARTICLE, "--json").out)
