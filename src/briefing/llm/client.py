"""The seam between this package and any model: one protocol with one method.

What implements it decides about endpoint, transport, retries and recording; what uses it sees nothing but this page.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, runtime_checkable

from briefing.llm.prompts import RenderedPrompt

if TYPE_CHECKING:
    from pydantic import BaseModel

Schema = TypeVar("Schema", bound="BaseModel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one answer took, failed attempts included. ``None`` means that the endpoint did not say, never zero."""

    requests: int
    seconds: float
    input_tokens: int | None = None
    output_tokens: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[Schema]):
    """An answer that fits its schema and is otherwise untrusted.

    ``model`` is the name that the endpoint reported, ``mode`` how the shape was asked for. ``dropped`` names what did
    not fit and was left out, so that one malformed item never costs the others.
    """

    value: Schema
    model: str
    mode: str
    usage: Usage
    dropped: tuple[str, ...] = ()


class StructuredModel(Protocol):
    """Anything that can answer a prompt in the shape of a schema."""

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        """One answer that fits ``schema``. Raises ``ModelError``, and no error of a lower library."""
        ...


@runtime_checkable
class Closable(Protocol):
    """A model that holds connections open for the running event loop."""

    async def aclose(self) -> None:
        """Let go of them."""
        ...
