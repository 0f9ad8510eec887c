"""Recording and replay: the same question has the same answer without a model; another one is an error by name."""

import asyncio
import dataclasses
import json
from dataclasses import replace
from pathlib import Path

import pytest

import briefing
from briefing import Briefer, Briefing, Settings, UsageError
from briefing.errors import MissingRecordingError
from briefing.llm.prompts import RenderedPrompt
from briefing.llm.recording import Replay, recording_key
from briefing.profiles.statements import Speech, Text
from briefing.settings import ModelSettings, Secret
from tests.llm.scripted import endpoint, figure, repaired, rewritten, verdicts

pytestmark = pytest.mark.enable_socket
ARTICLE = "Kenya sent 200 officers to Haiti on Tuesday.\n\nNearly 438 people were kidnapped in March."
PROMPT = RenderedPrompt(task="extract", version="v1", sha256="0", rules="Rules.", data="Data.")
SETTINGS = ModelSettings(model="m")


def recorded(folder: Path) -> tuple[Briefing, Settings]:
    """A briefing with a repair, recorded, and the settings to replay it: no endpoint is there any more."""
    answers: dict[str, object] = {
        "extract": {"figures": [figure("Kenya sent 200 officers.", "s1"), figure("Kenya sent 300 officers.", "s1")]},
        "crosscheck": verdicts(f1="supported", f2="not_supported"),
        "repair": repaired(rewritten("f2", "Nearly 438 people were kidnapped in March.", "s2")),
    }
    with endpoint(**answers) as (_, settings):  # type: ignore[arg-type]
        assert settings.model is not None
        keyed = replace(settings.model, api_key=Secret("sk-not-for-anyone"))
        made = briefing.summarize(ARTICLE, settings=replace(settings, model=keyed, recordings=folder))
    nowhere = replace(settings.model, base_url="http://127.0.0.1:9/v1")
    return made, replace(settings, model=nowhere, recordings=folder)


def test_a_replay_gives_the_same_briefing_without_a_server(tmp_path: Path) -> None:
    """To the byte, tokens and seconds included, and every recording is asked for."""
    made, settings = recorded(tmp_path)
    again = briefing.summarize(ARTICLE, settings=settings, engine="replay")
    assert again.to_json() == made.to_json()
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(
    "change",
    [{"model": "other"}, {"temperature": 0.5}, {"max_tokens": 100}],
)
def test_another_model_or_setting_was_never_recorded(tmp_path: Path, change: dict[str, object]) -> None:
    """What shapes an answer is part of the question."""
    _, settings = recorded(tmp_path)
    assert settings.model is not None
    other = dataclasses.replace(settings, model=dataclasses.replace(settings.model, **change))  # type: ignore[arg-type]
    with pytest.raises(MissingRecordingError, match="no recorded answer"):
        briefing.summarize(ARTICLE, settings=other, engine="replay")


def test_another_article_was_never_recorded(tmp_path: Path) -> None:
    """One word more is another question; the error says what may have changed."""
    _, settings = recorded(tmp_path)
    with pytest.raises(MissingRecordingError, match="the article, the prompt, the schema or the model"):
        briefing.summarize(ARTICLE + " Twice.", settings=settings, engine="replay")


def test_neither_key_nor_endpoint_is_recorded(tmp_path: Path) -> None:
    """Recordings can be handed on: no secret is in them, and none shapes their names."""
    recorded(tmp_path)
    everything = "".join(path.name + path.read_text("utf-8") for path in tmp_path.iterdir())
    assert "sk-not" not in everything
    assert "127.0.0.1" not in everything
    keyed = replace(SETTINGS, api_key=Secret("k"), base_url="http://elsewhere/v1", deadline=1.0)
    assert recording_key(PROMPT, Text, keyed) == recording_key(PROMPT, Text, SETTINGS)


def test_everything_that_shapes_an_answer_shapes_its_name() -> None:
    """Prompt, data, schema, model: each by itself."""
    names = {
        recording_key(PROMPT, Text, SETTINGS),
        recording_key(replace(PROMPT, rules="Other."), Text, SETTINGS),
        recording_key(replace(PROMPT, data="Other."), Text, SETTINGS),
        recording_key(PROMPT, Speech, SETTINGS),
        recording_key(PROMPT, Text, replace(SETTINGS, model="n")),
    }
    assert len(names) == 5


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{}",
        "[]",
        "no json",
        '{"answer": 3}',
        {"answer": {"text": 7, "sentences": []}},
        {"usage": {"requests": "many", "seconds": 0, "input_tokens": 0, "output_tokens": 0}},
        {"usage": {}},
        {"dropped": None},
    ],
)
def test_a_damaged_recording_is_named(tmp_path: Path, damage: str | dict[str, object]) -> None:
    """It is no answer, and no traceback either."""
    good: dict[str, object] = {
        "model": "m", "mode": "json", "dropped": [], "answer": {"text": "x", "sentences": ["s1"]},
        "usage": {"requests": 1, "seconds": 0.5, "input_tokens": None, "output_tokens": None},
    }  # fmt: skip
    path = tmp_path / f"{recording_key(PROMPT, Text, SETTINGS)}.json"
    path.write_text(json.dumps(good), "utf-8")
    assert asyncio.run(Replay(SETTINGS, tmp_path).ask(PROMPT, Text)).value.text == "x"
    path.write_text(damage if isinstance(damage, str) else json.dumps(good | damage), "utf-8")
    with pytest.raises(MissingRecordingError, match="cannot be used"):
        asyncio.run(Replay(SETTINGS, tmp_path).ask(PROMPT, Text))


def test_recordings_that_nobody_asks_for_are_known(tmp_path: Path) -> None:
    """So that a folder does not fill with answers to questions of yesterday."""
    recorded(tmp_path)
    (tmp_path / "stale.json").write_text("{}", "utf-8")
    replay = Replay(SETTINGS, tmp_path)
    with pytest.raises(MissingRecordingError):
        asyncio.run(replay.ask(PROMPT, Text))
    assert "stale.json" in replay.unplayed()


def test_replay_without_a_folder_is_a_usage_error() -> None:
    """The option that is missing is named."""
    with pytest.raises(UsageError, match="--replay"):
        Briefer(Settings(model=SETTINGS), "replay").brief(ARTICLE)
