"""The flow with a model: it drafts, reads a second time and repairs; code grounds and verifies after each step."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from briefing.errors import ModelError
from briefing.llm.client import Answer, Schema, StructuredModel, Usage
from briefing.llm.prompts import Prompt, load_prompt
from briefing.pipeline import prepare
from briefing.profiles.catalog import Profile, ProfileChoice
from briefing.profiles.catalog import profile as profile_by_name
from briefing.profiles.recognise import recognise
from briefing.records.article import Article, Reading
from briefing.records.briefing import Briefing, ModelUse
from briefing.records.checked import Checked
from briefing.records.draft import Draft
from briefing.records.findings import Status
from briefing.settings import Plan, Policy
from briefing.stages import crosscheck, repair
from briefing.stages.assemble import assemble
from briefing.stages.extract import figures_plan
from briefing.stages.extract import model as extract
from briefing.stages.ground import ground
from briefing.stages.verify.stage import CHECKS_VERSION, recounted, verify

AUTO = "auto"
_ROUNDS = 2
"""Times that failed facts go back to the model."""
_TOO_SMALL = "skipped: plan figure asks for single sentences only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who writes, who reads a second time, and by which prompts."""

    writer: StructuredModel
    reader: StructuredModel | None
    """``None``: nobody reads a second time, and the briefing says so."""
    rounds: int = _ROUNDS
    prompts: Path | None = None
    """A folder of the user's own prompts; ``None`` for the shipped ones."""
    plan: Plan = Plan.ARTICLE


async def brief(article: Article, *, profile: ProfileChoice, policy: Policy, desk: Desk) -> Briefing:
    """The briefing of one article by a model.

    Raises ``ModelError`` if nothing could be drafted. A second reading or a repair that fails is said in the
    provenance and costs nothing of what is there.
    """
    # Reading and checking take turns with other articles in threads: the event loop only waits.
    reading = await asyncio.to_thread(prepare, article)
    chosen = profile_by_name(recognise(reading.text) if profile == AUTO else profile)
    account = _Account()
    draft = await _drafted(reading, chosen, desk, account)
    checked = await _verified(reading, draft)
    if desk.plan is Plan.FIGURE:
        checked = repair.noted(crosscheck.noted(checked, _TOO_SMALL), _TOO_SMALL)
    else:
        checked = await _repaired(await _read_again(checked, desk, account), desk, account)
    return assemble(checked, policy=policy, checks_version=CHECKS_VERSION, model=account.use())


async def _drafted(reading: Reading, profile: Profile, desk: Desk, account: "_Account") -> Draft:
    """What the model writes, by the plan: the whole article at once, or sentence by sentence."""
    if desk.plan is Plan.FIGURE:
        prompt = account.prompt(load_prompt(figures_plan.TASK, folder=desk.prompts))
        told = await figures_plan.extract_by_sentence(reading, profile=profile, prompt=prompt, model=desk.writer)
        for said in told.answers:
            account.add(said)
        return told.draft
    prompt = account.prompt(load_prompt(extract.TASK, folder=desk.prompts))
    drafted = await extract.extract_with_model(reading, profile=profile, prompt=prompt, model=desk.writer)
    for answer in drafted.answers:
        account.add(answer)
    return drafted.draft


async def _verified(reading: Reading, draft: Draft) -> Checked:
    return await asyncio.to_thread(lambda: verify(ground(reading, draft)))


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
        before = _passed(checked)
        try:
            checked = await _round(checked, desk, account)
        except ModelError as error:
            return repair.noted(checked, f"failed: {error}")
        done += 1
        checked = await asyncio.to_thread(recounted, checked)
        if _passed(checked) <= before:
            break  # the model has nothing better to say
    if done == 0:
        return repair.noted(checked, "not needed" if not repair.failed(checked) else "skipped: no rounds")
    return repair.noted(checked, f"{done} round(s); {len(repair.failed(checked))} fact(s) still fail")


async def _round(checked: Checked, desk: Desk, account: "_Account") -> Checked:
    """One round. What was written anew is read a second time as well, else a model could talk away an objection."""
    prompt = account.prompt(load_prompt(repair.TASK, folder=desk.prompts))
    again = await repair.rewrite(checked, prompt=prompt, model=desk.writer)
    account.add(again.answer)
    merged = repair.merged(checked, await _verified(checked.grounded.reading, again.draft))
    taken = frozenset(new.grounded.fact.id for old, new in zip(checked.facts, merged.facts, strict=True) if old != new)
    if taken and desk.reader is not None:
        prompt = account.prompt(load_prompt(crosscheck.TASK, folder=desk.prompts))
        second = await crosscheck.read_again(merged, prompt=prompt, model=desk.reader, only=taken)
        account.add(second.answer)
        merged = repair.merged(checked, second.checked)
    return repair.without(merged, again.withdrawn)


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
            # Each is rounded as a recording keeps it, so that a replay gives the same sum.
            seconds=sum((Decimal(f"{usage.seconds:.3f}") for usage in self._used), Decimal("0.000")),
            input_tokens=_total([usage.input_tokens for usage in self._used]),
            output_tokens=_total([usage.output_tokens for usage in self._used]),
        )


def _total(counts: Sequence[int | None]) -> int | None:
    """The sum; unknown if any part of it is."""
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
