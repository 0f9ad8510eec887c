"""The seam: small, typed, and free of the model's libraries."""

import asyncio
import os
import subprocess
import sys

from pydantic import BaseModel

from briefing.llm.client import Answer, Schema, StructuredModel, Usage
from briefing.llm.prompts import RenderedPrompt, load_prompt


class Word(BaseModel):
    """The smallest schema."""

    word: str


class Fixed:
    """A model that always gives the same answer; what a user's own fake looks like."""

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        value = schema.model_validate({"word": prompt.task})
        return Answer(value=value, model="fixed", mode="none", usage=Usage(requests=1, seconds=0.0))


def test_one_method_makes_a_model() -> None:
    """Any object with ``ask`` serves as a model, without a base class or a registry."""
    model: StructuredModel = Fixed()
    prompt = load_prompt("repair").render(article="x", rejected="y")
    answer = asyncio.run(model.ask(prompt, Word))
    assert answer.value == Word(word="repair")
    assert answer.usage.input_tokens is None


def test_the_seam_loads_no_model_library() -> None:
    """Importing the seam and the prompts costs nothing of openai, instructor, tenacity or pydantic."""
    code = (
        "import sys; import briefing.llm.client, briefing.llm.prompts, briefing.profiles.catalog;"
        "print([m for m in ('openai', 'instructor', 'tenacity', 'pydantic', 'tomllib', 'asyncio') if m in sys.modules])"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
