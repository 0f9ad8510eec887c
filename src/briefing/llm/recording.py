"""Answers on disk, by what was asked: recorded once, replayed without a model, a key or a network.

The name of a file is the digest of prompt, schema, model and the settings that shape an answer; neither the key nor the
endpoint enters it. A question that was never recorded is an error, and so is a recording that was never asked for.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing.errors import MissingRecordingError
from briefing.llm.client import Answer, Closable, StructuredModel, Usage
from briefing.llm.prompts import RenderedPrompt
from briefing.settings import ModelSettings

if TYPE_CHECKING:
    from pydantic import BaseModel

Schema = TypeVar("Schema", bound="BaseModel")
_SHOWN = 12


def recording_key(prompt: RenderedPrompt, schema: "type[BaseModel]", settings: ModelSettings) -> str:
    """The digest of everything that an answer depends on, in hex."""
    asked = {
        "task": prompt.task,
        "version": prompt.version,
        "rules": prompt.rules,
        "data": prompt.data,
        "schema": schema.model_json_schema(),
        "model": settings.model,
        "temperature": settings.temperature,
        "max_tokens": settings.max_tokens,
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Recorder:
    """A model whose answers are kept in ``folder`` as they come."""

    model: StructuredModel
    settings: ModelSettings
    folder: Path

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        """The model's answer, written to disk before it is returned."""
        answer = await self.model.ask(prompt, schema)
        kept = {
            "task": prompt.task,
            "version": prompt.version,
            "schema": schema.__name__,
            "model": answer.model,
            "mode": answer.mode,
            "usage": {
                "requests": answer.usage.requests,
                "seconds": round(answer.usage.seconds, 3),
                "input_tokens": answer.usage.input_tokens,
                "output_tokens": answer.usage.output_tokens,
            },
            "dropped": list(answer.dropped),
            "answer": answer.value.model_dump(mode="json"),
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{recording_key(prompt, schema, self.settings)}.json"
        # Under another name first: what is interrupted must not look like a recording.
        part = target.with_suffix(".part")
        part.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        part.replace(target)
        return answer

    async def aclose(self) -> None:
        """Close what the model holds open."""
        if isinstance(self.model, Closable):
            await self.model.aclose()


@dataclass(frozen=True, slots=True)
class Replay:
    """Recorded answers in place of a model; ``played`` remembers which were asked for."""

    settings: ModelSettings
    folder: Path
    played: set[str] = field(default_factory=set, repr=False, compare=False)

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        """The recorded answer. Raises ``MissingRecordingError`` if this was never asked, or the file is damaged."""
        import pydantic

        key = recording_key(prompt, schema, self.settings)
        path = self.folder / f"{key}.json"
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            answer = Answer(
                value=schema.model_validate(kept["answer"]),
                model=str(kept["model"]),
                mode=str(kept["mode"]),
                usage=_usage(kept["usage"]),
                dropped=tuple(map(str, kept["dropped"])),
            )
        except FileNotFoundError:
            raise MissingRecordingError(
                f"no recorded answer {key[:_SHOWN]!r} in {str(self.folder)!r} for {prompt.task}/{prompt.version}: the "
                "article, the prompt, the schema or the model has changed; record it again"
            ) from None
        except (OSError, ValueError, KeyError, TypeError, pydantic.ValidationError) as error:
            raise MissingRecordingError(f"the recording {path.name!r} cannot be used: {type(error).__name__}") from None
        self.played.add(path.name)
        return answer

    def unplayed(self) -> tuple[str, ...]:
        """The recordings that nobody asked for, by file name."""
        return tuple(sorted(path.name for path in self.folder.glob("*.json") if path.name not in self.played))


def _usage(kept: Mapping[str, int | float | None]) -> Usage:
    """What an answer took, as it was recorded. Raises ``TypeError`` or ``ValueError`` for what are no numbers."""
    read, written = kept["input_tokens"], kept["output_tokens"]
    return Usage(
        requests=int(kept["requests"] or 0),
        seconds=float(kept["seconds"] or 0.0),
        input_tokens=None if read is None else int(read),
        output_tokens=None if written is None else int(written),
    )
