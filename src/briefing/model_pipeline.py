"""The flow with a model: it drafts, reads a second time and repairs; code grounds and verifies after each step."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from briefing.errors import ModelError
from briefing.llm.client import Answer, Schema, StructuredModel, Usage
from briefing.llm.prompts import Prompt, load_prompt
from briefing.pipeline import prepare
from briefing.profiles.catalog import profile as profile_by_name
from briefing.profiles.recognise import recognise
from briefing.records.article import Article
from briefing.records.briefing import Briefing, ModelUse
from briefing.records.checked import Checked
from briefing.records.findings import Status
from briefing.settings import Policy
from briefing.stages import crosscheck, repair
from briefing.stages.assemble import assemble
from briefing.stages.extract import model as extract
from briefing.stages.ground import ground
from briefing.stages.verify.stage import CHECKS_VERSION, verify

AUTO = "auto"
_ROUNDS = 2
"""Times that failed facts go back to the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who writes, who reads a second time, and by which prompts."""

    writer: StructuredModel
    reader: StructuredModel | None
    """``None``: nobody reads a second time, and the briefing says so."""
    rounds: int = _ROUNDS
    prompts: Path | None = None
    """A folder of the user's own prompts; ``None`` for the shipped ones."""


async def brief(article: Article, *, profile: str, policy: Policy, desk: Desk) -> Briefing:
    """The briefing of one article by a model.

    Raises ``ModelError`` if nothing could be drafted. A second reading or a repair that fails is said in the
    provenance and costs nothing of what is there.
    """
    reading = prepare(article)
    chosen = profile_by_name(recognise(reading.text) if profile == AUTO else profile)
    account = _Account()
    prompt = account.prompt(load_prompt(extract.TASK, folder=desk.prompts))
    drafted = await extract.extract_with_model(reading, profile=chosen, prompt=prompt, model=desk.writer)
    for answer in drafted.answers:
        account.add(answer)
    checked = verify(ground(reading, drafted.draft))
    checked = await _read_again(checked, desk, account)
    checked = await _repaired(checked, desk, account)
    return assemble(checked, policy=policy, checks_version=CHECKS_VERSION, model=account.use())


async def _read_again(checked: Checked, desk: Desk, account: "_Account") -> Checked:
    if desk.reader is None or not checked.facts:
        return crosscheck.crosscheck(checked)
    prompt = account.prompt(load_prompt(crosscheck.TASK, folder=desk.prompts))
    try:
        second = await crosscheck.read_again(checked, prompt=prompt, model=desk.reader)
    except ModelError as error:
        return crosscheck.noted(checked, f"failed: {error}")
    account.add(second.answer)
    return second.checked


async def _repaired(checked: Checked, desk: Desk, account: "_Account") -> Checked:
    """At most so many rounds, each for the facts that still fail; what does not get better stays as it was."""
    done = 0
    for _ in range(desk.rounds):
        if not repair.failed(checked):
            break
        prompt = account.prompt(load_prompt(repair.TASK, folder=desk.prompts))
        try:
            again = await repair.rewrite(checked, prompt=prompt, model=desk.writer)
        except ModelError as error:
            return repair.noted(checked, f"failed: {error}")
        account.add(again.answer)
        before = _passed(checked)
        checked = repair.merged(checked, verify(ground(checked.grounded.reading, again.draft)))
        checked = repair.without(checked, again.withdrawn)
        done += 1
        if _passed(checked) == before:
            break  # the model has nothing better to say
    if done == 0:
        return repair.noted(checked, "not needed" if not repair.failed(checked) else "skipped: no rounds")
    return repair.noted(checked, f"{done} round(s); {len(repair.failed(checked))} fact(s) still fail")


def _passed(checked: Checked) -> int:
    return sum(fact.status in (Status.VERIFIED, Status.DERIVED) for fact in checked.facts)


class _Account:
    """What the models took for one article."""

    def __init__(self) -> None:
        self._used: list[Usage] = []
        self._models: dict[str, None] = {}
        self._modes: dict[str, None] = {}
        self._prompts: dict[str, None] = {}

    def prompt(self, prompt: Prompt) -> Prompt:
        """Remember that a prompt was used."""
        self._prompts[f"{prompt.task}/{prompt.version}:{prompt.sha256[:12]}"] = None
        return prompt

    def add(self, answer: Answer[Schema]) -> None:
        """Count an answer."""
        self._used.append(answer.usage)
        self._models[answer.model] = None
        self._modes[answer.mode] = None

    def use(self) -> ModelUse:
        """The sum."""
        return ModelUse(
            name=", ".join(self._models),
            modes=tuple(self._modes),
            prompts=tuple(self._prompts),
            requests=sum(usage.requests for usage in self._used),
            seconds=Decimal(f"{sum(usage.seconds for usage in self._used):.3f}"),
            input_tokens=_total([usage.input_tokens for usage in self._used]),
            output_tokens=_total([usage.output_tokens for usage in self._used]),
        )


def _total(counts: Sequence[int | None]) -> int | None:
    """The sum; unknown if any part of it is."""
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
