"""``briefing prompts``: what would be sent to a model, for people to read."""

import pytest

from briefing.llm.prompts import load_prompt
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
