"""Settings: frozen, explicit; only ``from_env`` reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.errors import UsageError


class Policy(StrEnum):
    """What a run does with facts that did not pass."""

    FLAG = "flag"
    DROP = "drop"
    RAISE = "raise"


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

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Settings from ``BRIEFING_*`` variables. Raises ``UsageError`` that names a value it cannot use."""
        env = os.environ if environ is None else environ
        return cls(
            policy=_policy(env.get("BRIEFING_POLICY") or Policy.FLAG.value),
            max_bytes=_positive(env, "BRIEFING_MAX_BYTES", 2_000_000),
            max_facts=_positive(env, "BRIEFING_MAX_FACTS", 40),
            language=env.get("BRIEFING_LANGUAGE") or None,
        )

    def changed(self, *, policy: Policy | None = None, language: str | None = None) -> "Settings":
        """The same settings with what is given in place of what was there."""
        return replace(self, policy=policy or self.policy, language=language or self.language)


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
