"""Settings: frozen, explicit; only ``from_env`` reads the environment."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from briefing.errors import UsageError

DEFAULT_MODEL = "gpt-4.1-mini"
"""Asked when there is a key and nobody names a model."""
_LOCAL_TOKENS, _LOCAL_DEADLINE = 2048, 600.0


class Policy(StrEnum):
    """What a run does with facts that did not pass."""

    FLAG = "flag"
    DROP = "drop"
    RAISE = "raise"


class Secret:
    """A key that shows itself to nobody who does not ask for it by name: not in repr, logs, errors or cache keys.

    It is no dataclass, because ``dataclasses.asdict`` would lay open what holds it.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        """Hides ``value``."""
        self._value = value

    def __eq__(self, other: object) -> bool:
        """Whether both hide the same."""
        return isinstance(other, Secret) and other._value == self._value

    def __hash__(self) -> int:
        """So that settings can be keys."""
        return hash((Secret, self._value))

    def __deepcopy__(self, memo: object) -> "Secret":
        """Itself: there is nothing in it that changes."""
        return self

    def reveal(self) -> str:
        """The key itself."""
        return self._value

    def __repr__(self) -> str:
        return "Secret('***')"

    def __str__(self) -> str:
        return "***"


class Plan(StrEnum):
    """How a model drafts: the whole article in one answer, or, for small models, a sentence at a time."""

    ARTICLE = "article"
    FIGURE = "figure"


class Mode(StrEnum):
    """How an endpoint is asked for an answer in the shape of a schema, the strictest way first."""

    JSON_SCHEMA = "json_schema"
    TOOLS = "tools"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """Which model is asked, and what it may take. ``base_url`` is any OpenAI-compatible endpoint."""

    model: str
    base_url: str | None = None
    api_key: Secret | None = None
    deadline: float = 120.0
    """Seconds for one answer, over all attempts."""
    attempts: int = 5
    """Requests for one answer while the endpoint is busy, unreachable or failing."""
    reasks: int = 1
    """Times that a model is asked again for an answer of which nothing could be kept; a budget of its own."""
    max_tokens: int = 4096
    """Tokens of one answer."""
    modes: tuple[Mode, ...] = (Mode.JSON_SCHEMA, Mode.TOOLS, Mode.JSON)
    """How the shape may be asked for; what the endpoint refuses is followed by the next one."""
    temperature: float | None = 0.0
    max_requests: int = 12
    """Requests for one answer, everything counted; an article takes two answers, and one more for each repair."""
    model_path: Path | None = None
    """A GGUF file, served on loopback while an article is briefed; ``base_url`` and ``api_key`` are then not used."""

    def __post_init__(self) -> None:
        """Refuses a budget that allows nothing."""
        if not self.model.strip():
            raise UsageError("the model has no name: give the name that the endpoint knows it by")
        least = min(self.attempts, self.max_tokens, self.max_requests, len(self.modes))
        if not 0 < self.deadline < math.inf or least < 1 or self.reasks < 0:
            raise UsageError("deadline, attempts, max_tokens, max_requests and modes must allow at least one request")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a briefing is made. Every field has a safe default; ``policy`` decides about facts that did not pass."""

    policy: Policy = Policy.FLAG
    max_bytes: int = 2_000_000
    """Larger sources are refused: a news article has some ten thousand bytes."""
    max_facts: int = 40
    """The embedded engine stops here; what it leaves out is listed, never lost in silence."""
    language: str | None = None
    """Language of the sources; ``None`` lets the reader tell."""
    model: ModelSettings | None = None
    """The model that writes the briefings; ``None`` is the embedded engine."""
    crosscheck: bool = True
    """Whether a model reads the facts a second time."""
    plan: Plan | None = None
    """How the model drafts; ``None`` is sentence by sentence for a model on this machine, else the whole article."""
    prompts: Path | None = None
    """A folder of prompts in place of the shipped ones."""
    recordings: Path | None = None
    """A folder that answers are recorded in, or replayed from."""

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Settings from ``BRIEFING_*`` variables. Raises ``UsageError`` that names a value it cannot use."""
        env = os.environ if environ is None else environ
        return cls(
            policy=_policy(env.get("BRIEFING_POLICY") or Policy.FLAG.value),
            max_bytes=_positive(env, "BRIEFING_MAX_BYTES", 2_000_000),
            max_facts=_positive(env, "BRIEFING_MAX_FACTS", 40),
            language=env.get("BRIEFING_LANGUAGE") or None,
            model=model_from_env(env),
        )

    def changed(self, *, policy: Policy | None = None, language: str | None = None) -> "Settings":
        """The same settings with what is given in place of what was there."""
        return replace(self, policy=policy or self.policy, language=language or self.language)


def model_from_env(env: Mapping[str, str]) -> ModelSettings | None:
    """The model that the environment names: ``BRIEFING_MODEL``, ``OPENAI_BASE_URL`` and ``OPENAI_API_KEY``.

    A key alone is enough for the default model; an endpoint of one's own needs the name of its model as well.
    """
    key, base_url = env.get("OPENAI_API_KEY") or None, env.get("OPENAI_BASE_URL") or None
    name = env.get("BRIEFING_MODEL") or None
    if name is None and (base_url is not None or key is None):
        return None
    return ModelSettings(
        model=name or DEFAULT_MODEL,
        base_url=base_url,
        api_key=Secret(key) if key else None,
        max_tokens=_positive(env, "BRIEFING_MAX_TOKENS", 4096),
        deadline=float(_positive(env, "BRIEFING_DEADLINE", 120)),
    )


def model_changed(
    settings: ModelSettings | None,
    *,
    model: str | None = None,
    base_url: str | None = None,
    max_tokens: int | None = None,
    deadline: float | None = None,
) -> ModelSettings | None:
    """The same model with what is given in place of what was there; ``None`` if there is none and none is named.

    Raises ``UsageError`` for an endpoint without a model, or a number that allows nothing.
    """
    if settings is None and model is None:
        if base_url is not None:
            raise UsageError(f"--base-url {base_url!r} needs the name of a model: give --model")
        return None
    known = settings or ModelSettings(model=model or DEFAULT_MODEL, api_key=_key(os.environ))
    return replace(
        known,
        model=model or known.model,
        base_url=base_url or known.base_url,
        max_tokens=known.max_tokens if max_tokens is None else max_tokens,
        deadline=known.deadline if deadline is None else deadline,
    )


def local_model(path: Path, *, max_tokens: int | None = None, deadline: float | None = None) -> ModelSettings:
    """A model by its GGUF file, named after it. A machine of one's own is slower than an endpoint: more time each."""
    return ModelSettings(
        model=path.stem or str(path),
        model_path=path,
        max_tokens=_LOCAL_TOKENS if max_tokens is None else max_tokens,
        deadline=_LOCAL_DEADLINE if deadline is None else deadline,
    )


def _key(env: Mapping[str, str]) -> Secret | None:
    key = env.get("OPENAI_API_KEY")
    return Secret(key) if key else None


def _policy(value: str) -> Policy:
    try:
        return Policy(value)
    except ValueError:
        known = ", ".join(policy.value for policy in Policy)
        raise UsageError(f"unknown policy {value!r}: use one of {known}") from None


def _positive(env: Mapping[str, str], name: str, default: int) -> int:
    raw = env.get(name)
    if raw is None or raw == "":
        return default
    if not raw.isdecimal() or int(raw) == 0:
        raise UsageError(f"{name} is {raw!r}: give a whole number above zero")
    return int(raw)
