"""Prompts are checked before they cost anything: a user's own as well as the shipped ones."""

from pathlib import Path

import pytest

from briefing.errors import PromptError
from briefing.llm.prompts import load_prompt
from briefing.prompt_check import PromptState, check_prompts

EXAMPLE = """Example, for "s7: About 90 boats, nearly half of the fleet, may stay in port, Okafor said.":
{"text": "Okafor said that about 90 boats may stay in port.", "sentences": ["s7"]}"""


def own(folder: Path, change: tuple[str, str] = ("", ""), *, task: str = "extract", name: str = "v7.md") -> PromptState:
    """The state of a copy of a shipped prompt in a folder of the user's own, with one thing changed."""
    shipped = load_prompt(task)
    text = Path(shipped.origin).read_text(encoding="utf-8").replace(f'version = "{shipped.version}"', 'version = "v7"')
    assert change[0] in text
    path = folder / task / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace(*change) if change[0] else text, encoding="utf-8")
    return next(state for state in check_prompts(folder) if state.name in (f"{task}/v7", f"{task}/{name}"))


def test_the_shipped_prompts_can_be_used() -> None:
    """All of them, and every example in them is true to its own sentence."""
    states = check_prompts()
    assert {state.name for state in states} >= {"extract/v2", "crosscheck/v1", "repair/v1", "sentence/v1"}
    assert not [state for state in states if state.problems]
    assert next(state.examples for state in states if state.name == "extract/v2") == 1


def test_a_sound_prompt_of_ones_own_passes(tmp_path: Path) -> None:
    """Other words for the rules are what the folder is for."""
    assert own(tmp_path, ("You prepare a briefing", "You write a short briefing")).problems == ()


def test_tasks_that_the_folder_lacks_are_the_shipped_ones(tmp_path: Path) -> None:
    """One file of one's own is enough; it takes the place of all shipped versions of its task."""
    own(tmp_path)
    names = [state.name for state in check_prompts(tmp_path)]
    assert [name for name in names if name.startswith("extract")] == ["extract/v7"]
    assert {"crosscheck/v1", "repair/v1"} <= set(names)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("<<figures>>", ""), "lacks <<figures>>"),
        (("<<figures>>", "<<figures>> <<weather>>"), "has <<weather>>, which nothing fills"),
        (('schema = "Extraction"', 'schema = "Extract"'), "names the schema 'Extract', which does not exist"),
        (('schema = "Extraction"', 'schema = "Repair"'), "the answer to this task is 'Extraction'"),
        (('task = "extract"', "task = extract"), "the header is not TOML"),
        (("=== data ===", "<<article>>\n=== data ==="), "a placeholder stands above"),
        (("about 90 boats may stay in port.", "about 80 boats may stay in port."), "does not hold"),
        (("about 90 boats may stay in port.", "more than 90 boats may stay in port."), "does not hold"),
        (('"sentences": ["s7"]}', '"sentences": ["s8"]}'), "points to ['s8']"),
        (('"sentences": ["s7"]}', '"sentences": ["s7"]'), "has no JSON object"),
        (('Example, for "s7: ', "Example: "), "an example is not in two lines"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    """One mistake, one line about it: in the header, in a placeholder, or in what an example shows."""
    (problem,) = own(tmp_path, change).problems
    assert says in problem


def test_a_task_that_nothing_asks_for_is_named(tmp_path: Path) -> None:
    """A folder with a typing error would otherwise leave the shipped prompt in use, without a word."""
    own(tmp_path)
    (tmp_path / "extract").rename(tmp_path / "extrakt")
    text = (tmp_path / "extrakt" / "v7.md").read_text(encoding="utf-8")
    (tmp_path / "extrakt" / "v7.md").write_text(text.replace('"extract"', '"extrakt"'), encoding="utf-8")
    (state,) = (state for state in check_prompts(tmp_path) if state.name == "extrakt/v7")
    assert state.problems == ("no part of the program asks for a task 'extrakt'",)


@pytest.mark.parametrize("name", ["v7 copy.md", "V7.md", "draft.md", "v7.MD"])
def test_a_file_that_is_never_read_is_named(tmp_path: Path, name: str) -> None:
    """It looks like a prompt and is not called like one."""
    (problem,) = own(tmp_path, name=name).problems
    assert "is never read" in problem


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Nothing is checked in its place."""
    with pytest.raises(PromptError, match="does not exist"):
        check_prompts(tmp_path / "nowhere")
