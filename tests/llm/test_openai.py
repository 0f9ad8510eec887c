"""The client against a real HTTP server on loopback: every way in which an endpoint can fail ends in a named error."""

import asyncio
import json
import logging
import time
from typing import Annotated

import openai
import pytest
from pydantic import BaseModel, ConfigDict, Field

from briefing.errors import (
    ModelAuthenticationError,
    ModelConnectionError,
    ModelError,
    ModelRateLimitError,
    ModelRefusedError,
    ModelRequestError,
    ModelSchemaError,
    ModelServerError,
    ModelTimeoutError,
    ModelTruncatedError,
)
from briefing.llm.client import Answer
from briefing.llm.openai import OpenAIModel, mapped
from briefing.llm.prompts import RenderedPrompt
from briefing.settings import Mode, ModelSettings, Secret
from tests.llm.server import Reply, Script, Server, chat, failure, serving

pytestmark = pytest.mark.enable_socket


class Item(BaseModel):
    """One thing."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(max_length=40)]
    sentences: Annotated[list[str], Field(min_length=1, max_length=3)]


class Shape(BaseModel):
    """The shape that the tests ask for."""

    model_config = ConfigDict(extra="forbid")
    headline: Item | None
    facts: Annotated[list[Item], Field(max_length=3)]


GOOD = json.dumps({"headline": None, "facts": [{"text": "200 officers arrived", "sentences": ["s1"]}]})
PROMPT = RenderedPrompt(task="extract", version="v1", sha256="0", rules="Rules.", data="Data: {{ 7*6 }} {% raise %}")


def ask(script: Script, **changes: object) -> tuple[Answer[Shape] | ModelError, Server]:
    """What one question ends in, and what the server was asked; the deadline is seconds unless the test names one."""
    with serving(script) as server:
        values: dict[str, object] = {"model": "m", "base_url": server.url, "deadline": 8.0, "attempts": 3}
        settings = ModelSettings(**(values | changes))  # type: ignore[arg-type]

        async def run() -> Answer[Shape] | ModelError:
            model = OpenAIModel(settings)
            try:
                return await model.ask(PROMPT, Shape)
            except ModelError as error:
                return error
            finally:
                await model.aclose()

        return asyncio.run(run()), server


def good(result: Answer[Shape] | ModelError) -> Answer[Shape]:
    """The answer; a failure is shown."""
    assert isinstance(result, Answer), result
    return result


def test_an_answer_that_fits_is_returned_with_what_it_took() -> None:
    """One request, its tokens, the model's own name and how the shape was asked for."""
    result, server = ask([chat(GOOD)])
    answer = good(result)
    assert answer.value.facts[0].text == "200 officers arrived"
    assert (answer.model, answer.mode, answer.dropped) == ("scripted-1", "json_schema", ())
    assert (answer.usage.requests, answer.usage.input_tokens, answer.usage.output_tokens) == (1, 100, 20)
    assert len(server.requests) == 1


def test_the_article_goes_out_as_it_is() -> None:
    """Template syntax in the data is neither rendered nor dropped, and nothing is escaped."""
    _, server = ask([chat(GOOD)])
    messages = server.requests[0]["messages"]
    assert messages == [{"role": "system", "content": PROMPT.rules}, {"role": "user", "content": PROMPT.data}]


def test_busy_twice_then_good_waits_as_long_as_it_is_told() -> None:
    """429 with Retry-After is honoured: three requests, and not before the time that the endpoint named."""
    started = time.monotonic()
    result, server = ask([failure(429, retry_after="0.4"), failure(429, retry_after="0.4"), chat(GOOD)])
    assert good(result).usage.requests == len(server.requests) == 3
    assert time.monotonic() - started >= 0.8


@pytest.mark.parametrize(
    ("script", "error", "requests"),
    [
        ([failure(429, retry_after="0")], ModelRateLimitError, 3),
        ([failure(503)], ModelServerError, 3),
        ([failure(401)], ModelAuthenticationError, 1),
        ([failure(403)], ModelAuthenticationError, 1),
        ([failure(404, "no such model")], ModelRequestError, 1),
        ([failure(400, "context length exceeded")], ModelRequestError, 1),
        ([chat(None, refusal="I cannot")], ModelRefusedError, 1),
        ([chat("", finish="content_filter")], ModelRefusedError, 1),
        ([chat(choices=False)], ModelSchemaError, 2),
        ([chat("certainly! here it is")], ModelSchemaError, 2),
        ([chat("{}")], ModelSchemaError, 2),
        ([chat('{"headline": nu', finish="length")], ModelTruncatedError, 1),
        ([chat(GOOD, finish=None)], ModelConnectionError, 3),
        ([Reply(body=chat(GOOD).body, act="reset")], ModelConnectionError, 3),
        ([Reply(body="<html>no API here</html>")], ModelConnectionError, 3),
    ],
)
def test_every_failure_has_its_own_error_and_its_number_of_requests(
    script: list[Reply], error: type[ModelError], requests: int
) -> None:
    """What cannot be mended is not asked again; what may pass is, and no more often than allowed."""
    result, server = ask(script)
    assert type(result) is error, result
    assert len(server.requests) == requests


def test_a_failing_endpoint_that_recovers_is_no_failure() -> None:
    """500, then an answer."""
    result, server = ask([failure(500), chat(GOOD)])
    assert good(result).usage.requests == len(server.requests) == 2


def test_nobody_there_is_a_connection_error() -> None:
    """A closed port is named as such, soon."""
    settings = ModelSettings(model="m", base_url="http://127.0.0.1:9/v1", deadline=4.0, attempts=2)
    with pytest.raises(ModelConnectionError, match="cannot be reached"):
        asyncio.run(OpenAIModel(settings).ask(PROMPT, Shape))


@pytest.mark.parametrize("act", ["hang", "drip"])
def test_one_deadline_covers_silence_and_drips(act: str) -> None:
    """An endpoint that says nothing, or a byte at a time, ends at the deadline and not after it."""
    started = time.monotonic()
    result, server = ask([Reply(body=chat(GOOD).body, act=act)], deadline=1.0)
    assert type(result) is ModelTimeoutError
    assert time.monotonic() - started < 3.0
    assert len(server.requests) == 1


def test_waiting_never_goes_beyond_the_deadline() -> None:
    """An endpoint that asks for an hour of patience is given up at once."""
    started = time.monotonic()
    result, server = ask([failure(429, retry_after="3600")], deadline=2.0)
    assert type(result) is ModelRateLimitError
    assert time.monotonic() - started < 2.0
    assert len(server.requests) == 1


def test_an_answer_that_is_cut_off_keeps_its_whole_items() -> None:
    """Truncation costs the last item, not the answer, and is said."""
    cut = '{"headline": null, "facts": [{"text": "one", "sentences": ["s1"]}, {"text": "tw'
    answer = good(ask([chat(cut, finish="length")])[0])
    assert [fact.text for fact in answer.value.facts] == ["one"]
    assert any("cut off" in note for note in answer.dropped)


def test_invalid_json_is_asked_for_again_with_the_reason() -> None:
    """The second request holds the first answer and what was wrong with it."""
    result, server = ask([chat("no json"), chat(GOOD)])
    assert good(result).usage.requests == 2
    messages = server.requests[1]["messages"]
    assert isinstance(messages, list)
    assert messages[-2]["content"] == "no json"
    assert "could not be used" in messages[-1]["content"]


def test_one_malformed_item_costs_only_itself() -> None:
    """Valid JSON that breaks the schema is salvaged at once: no second request, and what is lost is named."""
    body = {
        "headline": {"text": 7},
        "facts": [{"text": "one", "sentences": ["s1"]}, {"text": "two"}, {"text": "x" * 99, "sentences": ["s2"]}],
        "extra": 1,
    }
    result, server = ask([chat(json.dumps(body))])
    answer = good(result)
    assert [fact.text for fact in answer.value.facts] == ["one"]
    assert len(server.requests) == 1
    assert {note.split(":")[0] for note in answer.dropped} >= {"extra", "headline", "facts[1]", "facts[2]"}


def test_a_long_answer_is_cut_to_what_the_schema_allows() -> None:
    """Two megabytes of items do no harm: the first few are kept, the others are counted as dropped."""
    item = {"text": "again", "sentences": ["s1"]}
    answer = good(ask([chat(json.dumps({"headline": None, "facts": [item] * 40_000}))])[0])
    assert len(answer.value.facts) == 3
    assert len(answer.dropped) >= 39_997


def test_ways_that_the_endpoint_does_not_take_are_given_up_once() -> None:
    """JSON schema refused, tools refused, JSON mode taken: the answer says which, and the next one asks at once so."""
    script = [
        failure(400, "response_format json_schema is not supported"),
        failure(400, "tools are not supported"),
        chat(GOOD),
    ]
    with serving(script) as server:
        settings = ModelSettings(model="m", base_url=server.url, deadline=8.0)

        async def run() -> list[Answer[Shape]]:
            model = OpenAIModel(settings)
            answers = [await model.ask(PROMPT, Shape), await model.ask(PROMPT, Shape)]
            await model.aclose()
            return answers

        first, second = asyncio.run(run())
    assert (first.mode, first.usage.requests) == ("json", 3)
    assert (second.mode, second.usage.requests) == ("json", 1)


def test_a_tool_that_was_not_offered_is_not_believed() -> None:
    """The arguments of a call by another name are no answer."""
    result, _ = ask([chat(tool=("Other", GOOD)), chat(tool=("Shape", GOOD))], modes=(Mode.TOOLS,))
    assert good(result).usage.requests == 2


def test_many_articles_share_one_model() -> None:
    """64 questions at once over one object: each has its answer."""
    with serving([chat(GOOD)]) as server:
        model = OpenAIModel(ModelSettings(model="m", base_url=server.url, deadline=20.0))

        async def run() -> list[Answer[Shape]]:
            answers = await asyncio.gather(*(model.ask(PROMPT, Shape) for _ in range(64)))
            await model.aclose()
            return answers

        answers = asyncio.run(run())
        again = asyncio.run(run())  # a second loop, as summarize() makes one for each article
    assert len(server.requests) == len(answers) + len(again) == 128


def test_the_key_is_shown_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """Neither repr, nor an error, nor a log holds the key or the answer."""
    with caplog.at_level(logging.INFO, logger="instructor"):
        result, _ = ask([failure(401, "bad key")], api_key=Secret("sk-very-secret"))
        ask([chat("words of the article")])
    settings = ModelSettings(model="m", api_key=Secret("sk-very-secret"))
    assert "sk-very-secret" not in f"{settings!r} {result} {settings.api_key}"
    assert "very-secret" not in caplog.text
    assert "words of the article" not in caplog.text


def _sdk_errors(kind: type[BaseException]) -> set[type[BaseException]]:
    return {kind, *(deeper for sub in kind.__subclasses__() for deeper in _sdk_errors(sub))}


def test_the_map_of_errors_is_complete() -> None:
    """Every error class of the SDK, also one that a later version adds below these, becomes one of ours."""
    for kind in _sdk_errors(openai.OpenAIError):
        error = kind.__new__(kind)
        error.args = ("what the endpoint said",)
        ours = mapped(error)  # type: ignore[arg-type]
        assert isinstance(ours, ModelError), kind
        assert type(ours) is not ModelError, kind


def test_a_proxy_of_the_environment_is_not_asked_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A local model is reached where a proxy is set for everything else."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    answer, _ = ask([chat(GOOD)], attempts=1)
    assert isinstance(answer, Answer)
