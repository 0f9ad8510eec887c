"""The README runs: its example, its commands and what it says that they print."""

import re
from pathlib import Path

import pytest

from briefing.cli.main import main

_ROOT = Path(__file__).parents[1]
_README = (_ROOT / "README.md").read_text(encoding="utf-8")


def _block(after: str, language: str = "") -> str:
    """The first fenced block of that language behind the words ``after``."""
    found = re.search(rf"```{language}\n(.*?)```", _README[_README.index(after) :], flags=re.DOTALL)
    assert found is not None, f"no block behind {after!r}"
    return found.group(1)


def test_the_ten_lines_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Who copies the example gets facts with their status, and a report that is not ok."""
    monkeypatch.chdir(_ROOT)
    exec(compile(_block("## Ten lines", "python"), "README.md", "exec"), {})  # noqa: S102 - the README's own code
    printed = capsys.readouterr().out.splitlines()
    assert any(line.startswith("verified ") for line in printed)
    assert printed[-1].startswith("False The article says")


def test_the_caught_error_is_printed_as_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The draft in the README, verified, prints the lines in the README and exits with 1."""
    monkeypatch.chdir(_ROOT)
    draft = tmp_path / "draft.txt"
    draft.write_text(_block("## A caught error"), encoding="utf-8")
    assert main(["verify", str(draft), "--source", "fixtures/police-deployment/article.txt"]) == 1
    printed = capsys.readouterr().out
    for line in _block("prints, and exits with 1").splitlines():
        assert line in printed


def test_the_briefing_shown_is_the_briefing_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The excerpt of a briefing whose source does not add up is what the command prints."""
    monkeypatch.chdir(_ROOT)
    assert main(["summarize", "fixtures/harbour-budget/article.txt", "-q"]) == 0
    printed = capsys.readouterr().out
    for line in _block("does not add up").splitlines():
        assert line in printed


def test_the_comparison_shown_is_the_comparison_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines about two versions of a story are among those that the command prints, and it exits with 1."""
    monkeypatch.chdir(_ROOT)
    assert main(["compare", "fixtures/river-flood/article.txt", "fixtures/river-flood/update.txt"]) == 1
    printed = capsys.readouterr().out.splitlines()
    for line in _block("## Two versions of a story").splitlines():
        assert line in printed


def test_every_command_is_in_the_readme() -> None:
    """A command that nobody documents is one that nobody finds."""
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    for command in ("summarize", "verify", "check", "compare", "figures", "prompts"):
        assert f"briefing {command}" in _README
