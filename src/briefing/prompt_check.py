"""Whether prompt files can be used: read, filled, answered, and right in what they show by example.

An example stands among the rules in two lines, and is held against its own sentence by the same checks as any draft::

    Example, for "s7: About 90 boats may stay in port, Okafor said.":
    {"text": "Okafor said that about 90 boats may stay in port.", "sentences": ["s7"]}
"""

import json
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from briefing.errors import PromptError
from briefing.llm.prompts import Prompt, load_prompt, prompts_in_use, stray_files

_EXAMPLE = re.compile(r'^Example, for "(s[0-9]{1,4}): (.+)":\n(.*)$', re.MULTILINE)
_OPENS = re.compile(r"^Example\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PromptState:
    """One prompt, its examples that were checked, and what is wrong with it: nothing if it can be used."""

    name: str
    examples: int
    problems: tuple[str, ...]


def check_prompts(folder: Path | None = None) -> tuple[PromptState, ...]:
    """Every prompt that would be used with this folder of the caller's own, and the files in it that never would be.

    Raises ``PromptError`` for a folder that does not exist.
    """
    stray = tuple(
        PromptState(f"{path.parent.name}/{path.name}", 0, ("is never read: a prompt file is called v1.md, v2.md, ...",))
        for path in stray_files(folder)
    )
    return (*(_state(task, version, folder) for task, version in prompts_in_use(folder)), *stray)


def _state(task: str, version: str, folder: Path | None) -> PromptState:
    name = f"{task}/{version}"
    try:
        prompt = load_prompt(task, version, folder)
    except PromptError as error:
        return PromptState(name, 0, (str(error),))
    rules = prompt.render(**dict.fromkeys(prompt.variables, "")).rules
    examples = _EXAMPLE.findall(rules)
    problems = [*_unfit(prompt), *(said for example in examples for said in _wrong(*example))]
    if len(_OPENS.findall(rules)) > len(examples):
        problems.append('an example is not in two lines: Example, for "s1: SENTENCE": and its JSON below')
    return PromptState(name, len(examples), tuple(problems))


def _unfit(prompt: Prompt) -> Iterator[str]:
    """Where the prompt does not fit the task: its placeholders and its schema are those of the shipped prompt."""
    try:
        shipped = load_prompt(prompt.task)
    except PromptError:
        yield f"no part of the program asks for a task {prompt.task!r}"
        return
    lacking, unknown = shipped.variables - prompt.variables, prompt.variables - shipped.variables
    if lacking:
        yield f"lacks {', '.join(f'<<{name}>>' for name in sorted(lacking))}"
    if unknown:
        yield f"has {', '.join(f'<<{name}>>' for name in sorted(unknown))}, which nothing fills"
    if not _is_schema(prompt.schema):
        yield f"the header names the schema {prompt.schema!r}, which does not exist"
    elif prompt.schema != shipped.schema:
        yield f"the header names the schema {prompt.schema!r}; the answer to this task is {shipped.schema!r}"


def _is_schema(name: str) -> bool:
    import briefing.profiles

    names = (found.name for found in pkgutil.iter_modules(briefing.profiles.__path__) if not found.ispkg)
    return any(hasattr(import_module(f"briefing.profiles.{module}"), name) for module in names)


def _wrong(pointer: str, sentence: str, answer: str) -> Iterator[str]:
    """What an example says that its own sentence does not: a model would learn it."""
    from briefing.api import verify

    try:
        said = json.loads(answer)
        text, sentences = str(said["text"]), list(said["sentences"])
    except (ValueError, KeyError, TypeError):
        yield f"the example for {pointer} has no JSON object with 'text' and 'sentences' in the line below it"
        return
    if sentences != [pointer]:
        yield f"the example for {pointer} points to {sentences}"
    for finding in verify(text, sentence).findings:
        if not finding.status.passed:
            yield f"the example for {pointer} does not hold: {finding.message}"
