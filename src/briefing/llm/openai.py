"""Any OpenAI-compatible endpoint: the only place that knows openai, instructor and tenacity.

One policy for transport (busy, unreachable, failing), one separate budget for asking again, one deadline over both.
Every error of the lower libraries becomes one of ours; what an answer says is never logged and never in an error.
"""

import asyncio
import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from briefing.errors import (
    BudgetExceededError,
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
from briefing.llm.client import Answer, Usage
from briefing.llm.prompts import RenderedPrompt
from briefing.llm.salvage import Salvaged, UnsalvageableError, salvage
from briefing.settings import Mode, ModelSettings

if TYPE_CHECKING:
    import openai
    from instructor import AsyncInstructor
    from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
    from pydantic import BaseModel
    from tenacity import RetryCallState

Schema = TypeVar("Schema", bound="BaseModel")
_NO_KEY = "no-key"
"""What a local server that wants no key is given: the SDK insists on one."""
_BUSY_FIRST, _BUSY_MOST = 0.5, 30.0
"""Seconds before the second request, and at most, where the endpoint does not say how long to wait."""
_MESSAGE = 200
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_WRONG_SHAPE = ("response_format", "json_schema", "json_object", "tool", "schema", "grammar")
_TEMPORARY = (ModelRateLimitError, ModelConnectionError, ModelServerError)


@dataclass(slots=True)
class _Ledger:
    """What one answer has taken so far."""

    ends: float
    requests: int = 0
    input_tokens: int | None = None
    output_tokens: int | None = None
    retry_after: float | None = None

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.ends - time.monotonic()

    def count(self, completion: "ChatCompletion") -> None:
        """Add the tokens of an answer, whether or not it can be used."""
        if completion.usage is not None:
            self.input_tokens = (self.input_tokens or 0) + completion.usage.prompt_tokens
            self.output_tokens = (self.output_tokens or 0) + completion.usage.completion_tokens


@dataclass
class OpenAIModel:
    """A model behind an OpenAI-compatible endpoint. One object may serve many articles at once, and several loops."""

    settings: ModelSettings
    _clients: "WeakKeyDictionary[asyncio.AbstractEventLoop, openai.AsyncOpenAI]" = field(
        default_factory=WeakKeyDictionary, repr=False, compare=False
    )
    _proven: Mode | None = field(default=None, repr=False, compare=False)
    """How this endpoint was found to take a schema."""

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        """One answer that fits ``schema``, with what did not fit left out and named.

        Raises ``ModelError`` and nothing of a lower library: the deadline, the number of requests and the number of
        times that the model is asked again are in the settings. A refusal is never asked again.
        """
        started = time.monotonic()
        ledger = _Ledger(started + self.settings.deadline)
        messages = _messages(prompt)
        asked = 0
        while True:
            completion, mode = await self._complete(messages, schema, ledger)
            found, reason = _read(completion, mode, schema)
            if found is not None:
                usage = Usage(
                    requests=ledger.requests,
                    seconds=time.monotonic() - started,
                    input_tokens=ledger.input_tokens,
                    output_tokens=ledger.output_tokens,
                )
                model = completion.model or self.settings.model
                return Answer(value=found.value, model=model, mode=mode.value, usage=usage, dropped=found.dropped)
            if _finish(completion) == "length":
                # Another answer would be cut off as well.
                raise ModelTruncatedError(
                    f"the answer was cut off at {self.settings.max_tokens} tokens and nothing of it could be kept "
                    f"({reason}): raise max_tokens, or brief a shorter article"
                )
            if asked == self.settings.reasks:
                break
            asked += 1
            messages = [*_messages(prompt), *_again(completion, reason)]
        raise ModelSchemaError(
            f"{ledger.requests} answer(s) of {self.settings.model!r} did not have the shape of {schema.__name__} "
            f"and nothing of them could be kept: {reason}"
        )

    async def aclose(self) -> None:
        """Close the connections of the running loop."""
        client = self._clients.pop(asyncio.get_running_loop(), None)
        if client is not None:
            await client.close()

    # --- one complete answer, whatever it says ---

    async def _complete(
        self, messages: "Sequence[ChatCompletionMessageParam]", schema: type[Schema], ledger: _Ledger
    ) -> "tuple[ChatCompletion, Mode]":
        """An answer and how it was asked for: ways that the endpoint does not take are given up one after the other."""
        modes = (self._proven,) if self._proven is not None else self.settings.modes
        for position, mode in enumerate(modes):
            try:
                completion = await self._patiently(messages, schema, mode, ledger, last=position == len(modes) - 1)
            except _ShapeRefused:
                continue
            if position == 0 or self._proven is None:
                self._proven = mode
            return completion, mode
        raise ModelRequestError(f"the endpoint takes none of {', '.join(modes)}: it cannot be asked for a schema")

    async def _patiently(
        self,
        messages: "Sequence[ChatCompletionMessageParam]",
        schema: type[Schema],
        mode: Mode,
        ledger: _Ledger,
        *,
        last: bool,
    ) -> "ChatCompletion":
        """One answer, asked for again while the endpoint is busy, unreachable or failing."""
        import tenacity

        retrying = tenacity.AsyncRetrying(
            retry=tenacity.retry_if_exception_type(_TEMPORARY),
            wait=lambda state: _pause(state, ledger),
            stop=lambda state: state.attempt_number >= self.settings.attempts or state.upcoming_sleep >= ledger.left,
            reraise=True,
        )
        async for attempt in retrying:
            with attempt:
                return await self._once(messages, schema, mode, ledger, last=last)
        raise ModelServerError("no request was made")

    async def _once(
        self,
        messages: "Sequence[ChatCompletionMessageParam]",
        schema: type[Schema],
        mode: Mode,
        ledger: _Ledger,
        *,
        last: bool,
    ) -> "ChatCompletion":
        import openai
        from instructor.core.exceptions import InstructorError
        from instructor.core.hooks import Hooks

        if ledger.requests >= self.settings.max_requests:
            raise BudgetExceededError(f"{ledger.requests} requests were made for one answer: the limit is reached")
        ledger.requests += 1
        ledger.retry_after = None
        seen: list[ChatCompletion] = []
        hooks = Hooks()
        hooks.on("completion:response", seen.append)
        try:
            async with asyncio.timeout(max(ledger.left, 0.0)):
                await self._instructor(mode).chat.completions.create_with_completion(
                    model=self.settings.model,
                    messages=list(messages),
                    response_model=schema,
                    max_retries=0,
                    hooks=hooks,
                    max_tokens=self.settings.max_tokens,
                    temperature=openai.NOT_GIVEN if self.settings.temperature is None else self.settings.temperature,
                )
        except TimeoutError:
            raise ModelTimeoutError(f"no complete answer within {self.settings.deadline:g} seconds") from None
        except openai.OpenAIError as error:
            raise self._mapped(error, ledger, mode, last=last) from None
        except InstructorError as error:
            cause = error.__cause__
            if isinstance(cause, openai.OpenAIError):
                raise self._mapped(cause, ledger, mode, last=last) from None
            if not seen:
                raise ModelConnectionError("the endpoint's answer is no chat completion") from None
        if not seen:
            raise ModelConnectionError("the endpoint gave no answer")
        completion = seen[-1]
        ledger.count(completion)
        _refuse_incomplete(completion)
        return completion

    def _mapped(self, error: "openai.OpenAIError", ledger: _Ledger, mode: Mode, *, last: bool) -> Exception:
        ledger.retry_after = _retry_after(error)
        if self._proven is None and not last and _refuses_shape(error):
            return _ShapeRefused(mode.value)
        return mapped(error)

    def _instructor(self, mode: Mode) -> "AsyncInstructor":
        import instructor

        kinds = {
            Mode.JSON_SCHEMA: instructor.Mode.JSON_SCHEMA,
            Mode.TOOLS: instructor.Mode.TOOLS,
            Mode.JSON: instructor.Mode.JSON,
        }
        return instructor.from_openai(self._client(), mode=kinds[mode])

    @property
    def _on_loopback(self) -> bool:
        return urlsplit(self.settings.base_url or "").hostname in _LOOPBACK

    def _client(self) -> "openai.AsyncOpenAI":
        """The connections of the running loop: they cannot be shared between loops."""
        import openai

        # Its loggers print answers and errors in full, and an answer is made of the article's words.
        logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)
        loop = asyncio.get_running_loop()
        found = self._clients.get(loop)
        if found is None:
            key = self.settings.api_key.reveal() if self.settings.api_key else _NO_KEY
            found = openai.AsyncOpenAI(
                api_key=key,
                base_url=self.settings.base_url,
                max_retries=0,
                timeout=self.settings.deadline,
                # No proxy of the environment can know the way to this machine's own loopback.
                http_client=openai.DefaultAsyncHttpxClient(trust_env=False) if self._on_loopback else None,
            )
            self._clients[loop] = found
        return found


class _ShapeRefused(Exception):  # noqa: N818 - it is a turn of the flow, not an error
    """The endpoint does not take this way of asking for a schema."""


def _messages(prompt: RenderedPrompt) -> "list[ChatCompletionMessageParam]":
    return [{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.data}]


def _again(completion: "ChatCompletion", reason: str) -> "list[ChatCompletionMessageParam]":
    text = _text(completion) or "(nothing)"
    ask = f"That answer could not be used: {reason}. Answer again with one JSON object that fits the schema."
    return [{"role": "assistant", "content": text}, {"role": "user", "content": ask}]


def _read(completion: "ChatCompletion", mode: Mode, schema: type[Schema]) -> tuple[Salvaged[Schema] | None, str]:
    """What of the answer can be kept, or why nothing can."""
    choice = completion.choices[0] if completion.choices else None
    if choice is None:
        return None, "it has no choices"
    calls = choice.message.tool_calls or []
    named = [call.function.name for call in calls if call.type == "function"]
    if mode is Mode.TOOLS and named and named[0] != schema.__name__:
        return None, f"it calls {named[0]!r}, which was not offered"
    try:
        found = salvage(schema, _text(completion))
    except UnsalvageableError as error:
        return None, str(error)
    if not any(_filled(value) for value in found.value.model_dump().values()):
        return None, "every field of it is empty" + (f" ({found.dropped[0]})" if found.dropped else "")
    if choice.finish_reason == "length":
        return Salvaged(found.value, (*found.dropped, "the answer was cut off at the limit of tokens")), ""
    return found, ""


def _filled(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_filled, value.values()))
    return bool(value)


def _text(completion: "ChatCompletion") -> str:
    if not completion.choices:
        return ""
    message = completion.choices[0].message
    for call in message.tool_calls or []:
        if call.type == "function":
            return call.function.arguments
    return message.content or ""


def _finish(completion: "ChatCompletion") -> str | None:
    return completion.choices[0].finish_reason if completion.choices else None


def _refuse_incomplete(completion: "ChatCompletion") -> None:
    """Refusals and answers that never ended are seen before anything is read out of them."""
    if not completion.choices:
        return
    choice = completion.choices[0]
    refusal = getattr(choice.message, "refusal", None)
    if choice.finish_reason == "content_filter" or refusal:
        raise ModelRefusedError("the model refused to answer: its filter, or its maker's rules, do not allow the text")
    if choice.finish_reason is None:
        raise ModelConnectionError("the answer ended before the endpoint said that it was complete")


def _pause(state: "RetryCallState", ledger: _Ledger) -> float:
    """Seconds to wait: what the endpoint asks for, else ever longer with jitter, so that many do not come at once."""
    if ledger.retry_after is not None:
        return ledger.retry_after
    longest = min(_BUSY_MOST, _BUSY_FIRST * 2 ** (state.attempt_number - 1))
    jitter = random.uniform(0.5, 1.0)  # noqa: S311 - keeps no secret
    return float(longest * jitter)


def _retry_after(error: "openai.OpenAIError") -> float | None:
    response = getattr(error, "response", None)
    value = response.headers.get("retry-after") if response is not None else None
    try:
        return max(float(value), 0.0) if value is not None else None
    except ValueError:
        return None


def _refuses_shape(error: "openai.OpenAIError") -> bool:
    """Whether the endpoint does not know this way of asking: it says so, or fails with 500 as some local servers do."""
    import openai

    if isinstance(error, openai.InternalServerError):
        return error.status_code == 500 and "schema" in str(error).lower()
    if isinstance(error, (openai.BadRequestError, openai.UnprocessableEntityError)):
        return any(word in str(error).lower() for word in _WRONG_SHAPE)
    return False


def mapped(error: "openai.OpenAIError") -> ModelError:
    """Our error for one of the SDK's; its message is cut, since endpoints repeat what they were sent."""
    import openai

    said = " ".join(str(error).split())[:_MESSAGE]
    kinds: tuple[tuple[type[Exception], type[ModelError], str], ...] = (
        (openai.AuthenticationError, ModelAuthenticationError, "the endpoint does not accept the key"),
        (openai.PermissionDeniedError, ModelAuthenticationError, "the key may not use this model"),
        (openai.RateLimitError, ModelRateLimitError, "the endpoint asks to send less"),
        (openai.APITimeoutError, ModelTimeoutError, "the endpoint took too long"),
        (openai.APIConnectionError, ModelConnectionError, "the endpoint cannot be reached"),
        (openai.InternalServerError, ModelServerError, "the endpoint failed"),
        (openai.APIStatusError, ModelRequestError, "the endpoint refuses the request"),
        (openai.LengthFinishReasonError, ModelTruncatedError, "the answer was cut off"),
        (openai.ContentFilterFinishReasonError, ModelRefusedError, "the answer was stopped by a filter"),
        (openai.APIResponseValidationError, ModelConnectionError, "the endpoint's answer is no chat completion"),
        (openai.APIError, ModelConnectionError, "the endpoint's answer could not be read"),
    )
    for kind, ours, what in kinds:
        if isinstance(error, kind):
            return ours(f"{what}: {said}")
    return ModelRequestError(f"the client refuses the request: {said}")
