"""``--engine local`` and ``--model-path``: what is missing or contradicts itself is told before anything starts."""

from pathlib import Path

import pytest

from tests import stories
from tests.cli.running import Runner

ARTICLE = stories.path(stories.MISSION)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--engine", "local"), "--model-path FILE.gguf"),
        (("--engine", "local", "--model", "some-model"), "--model-path FILE.gguf"),
        (("--model-path", "m.gguf", "--base-url", "http://127.0.0.1:1/v1"), "--base-url contradict"),
        (("--model-path", "m.gguf", "--engine", "embedded"), "--engine embedded contradict"),
    ],
)
def test_a_model_by_path_needs_its_path_and_nothing_else(run: Runner, options: tuple[str, ...], said: str) -> None:
    """Exit code 2, nothing on stdout, and the option to give or to leave out."""
    done = run("summarize", ARTICLE, *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("engine", [(), ("--engine", "local")])
def test_a_file_that_is_no_model_is_exit_code_4(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: tuple[str, ...]
) -> None:
    """A path is enough to choose the engine; the message names the file and the fix."""
    fake = Path(__file__).parents[1] / "llm" / "fake_llama"
    monkeypatch.syspath_prepend(str(fake))
    monkeypatch.setenv("PYTHONPATH", str(fake))
    missing = tmp_path / "none.gguf"
    done = run("summarize", ARTICLE, "--model-path", str(missing), *engine)
    assert (done.code, done.out) == (4, "")
    assert "none.gguf" in done.err
    assert "--model-path" in done.err
