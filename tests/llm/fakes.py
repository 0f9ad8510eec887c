"""A model in process that says what a test tells it to, and remembers what it was asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from briefing.errors import ModelError
from briefing.llm.client import Answer, Usage
from briefing.llm.prompts import RenderedPrompt
from briefing.llm.salvage import salvage

Schema = TypeVar("Schema", bound=BaseModel)
Said = Mapping[str, object] | ModelError


@dataclass
class Fake:
    """Answers one after the other, the last one for ever; or what a function makes of a prompt."""

    script: Sequence[Said] | Callable[[RenderedPrompt], Said]
    asked: list[RenderedPrompt] = field(default_factory=list)

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        """The next answer, salvaged as one of an endpoint is."""
        import json

        self.asked.append(prompt)
        said = self.script(prompt) if callable(self.script) else self.script[min(len(self.asked), len(self.script)) - 1]
        if isinstance(said, ModelError):
            raise said
        found = salvage(schema, json.dumps(said))
        return Answer(
            value=found.value, model="fake", mode="json", usage=Usage(requests=1, seconds=0.0), dropped=found.dropped
        )
