"""``briefing prompts``: what would be sent to a model, for people to read."""

from pathlib import Path

import pytest

from briefing.llm.prompts import list_prompts, load_prompt
from tests.cli.running import Runner


def test_list_has_a_line_for_each_prompt(run: Runner) -> None:
    """Task, version and fingerprint."""
    done = run("prompts", "list")
    assert (done.code, done.err) == (0, "")
    listed = [line.split()[0] for line in done.out.splitlines()]
    assert listed == sorted(listed)
    assert set(listed) == {"crosscheck", "extract", "repair", "sentence"}


@pytest.mark.parametrize("task", ["extract", "crosscheck", "repair", "sentence"])
def test_show_prints_the_whole_prompt(run: Runner, task: str) -> None:
    """Its text and a line end."""
    done = run("prompts", "show", task)
    assert done.code == 0
    assert len(done.out) > 200
    assert done.out.endswith("\n")
    newest = load_prompt(task).version
    assert run("prompts", "show", task, "--version", newest).out == done.out


@pytest.mark.parametrize("argv", [("show", "poetry"), ("show", "extract", "--version", "v99"), ("show", "../secret")])
def test_an_unknown_prompt_is_exit_code_2(run: Runner, argv: tuple[str, ...]) -> None:
    """The value is quoted."""
    done = run("prompts", *argv)
    assert (done.code, done.out) == (2, "")
    assert argv[-1] in done.err


def test_check_says_that_the_shipped_prompts_are_good(run: Runner) -> None:
    """One line each."""
    done = run("prompts", "check")
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) == len(list_prompts())
    assert all(": good" in line for line in done.out.splitlines())


def test_check_is_exit_code_1_for_a_prompt_that_cannot_be_used(run: Runner, tmp_path: Path) -> None:
    """What is wrong stands below its name; list and show take the same folder."""
    (tmp_path / "repair").mkdir()
    text = Path(load_prompt("repair").origin).read_text(encoding="utf-8")
    (tmp_path / "repair" / "v1.md").write_text(text.replace("<<rejected>>", ""), encoding="utf-8")
    done = run("prompts", "check", "--prompts", tmp_path)
    assert done.code == 1
    assert "repair/v1: cannot be used\n  lacks <<rejected>>" in done.out
    assert "extract/v2: good" in done.out
    assert "<<rejected>>" not in run("prompts", "show", "repair", "--prompts", tmp_path).out
    assert len(run("prompts", "list", "--prompts", tmp_path).out.splitlines()) == len(list_prompts())
    assert run("prompts", "check", "--prompts", tmp_path / "nowhere").code == 2
