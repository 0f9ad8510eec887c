"""The plan for small models: one tiny request for the first sentence and for each with a figure.

A model that cannot keep a whole article and its schema in mind can still put one sentence into fewer words. What the
statement points to is that sentence by construction; the fields of the profile are filled by the rules of the embedded
engine, with the article's own words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.errors import ModelError, ModelRefusedError, ModelSchemaError, ModelTruncatedError
from briefing.llm.client import Answer, StructuredModel
from briefing.llm.delimit import delimit
from briefing.llm.prompts import Prompt
from briefing.profiles.catalog import PROFILES, Profile
from briefing.records.article import Reading, TextUnit, UnitKind
from briefing.records.draft import Draft, DraftFact, FactKind
from briefing.settings import Settings
from briefing.stages.extract.cues import is_furniture
from briefing.stages.extract.embedded import extract
from briefing.stages.extract.leaves import linked

if TYPE_CHECKING:
    from briefing.profiles.sentence import SentenceStatement

ENGINE = "model"
TASK = "sentence"
_MOST = 24
"""Sentences of one article that are asked about; in news the ones behind them matter least."""
_OF_THIS_SENTENCE = (ModelSchemaError, ModelTruncatedError, ModelRefusedError)
"""What went wrong with one sentence; the next one may go well. Any other error is one of the endpoint."""


@dataclass(frozen=True, slots=True)
class SentenceDraft:
    """What a model wrote, and the answers that it took."""

    draft: Draft
    answers: "tuple[Answer[SentenceStatement], ...]"


async def extract_by_sentence(
    reading: Reading, *, profile: Profile, prompt: Prompt, model: StructuredModel
) -> SentenceDraft:
    """The draft of one article by a small model; sentences without a statement are in ``dropped`` with the reason.

    Raises ``ModelError`` if there is no statement at all.
    """
    asked = list(chosen(reading))
    told, dropped = await _told(reading, asked[:_MOST], prompt, model)
    dropped += [f"{unit.id}: not asked about, {_MOST} sentences came before it" for unit in asked[_MOST:]]
    facts = tuple(
        DraftFact(f"f{number}", _kind(reading, unit), answer.value.text.strip(), (unit.id,))
        for number, (unit, answer) in enumerate(told, 1)
    )
    shipped = any(known.name == profile.name for known in PROFILES)
    base = extract(reading, profile=profile.name if shipped else PROFILES[0].name, settings=Settings())
    spans = [(fact.id, unit.start, unit.end) for fact, (unit, _) in zip(facts, told, strict=True)]
    draft = replace(
        base,
        profile=profile.name,
        engine=ENGINE,
        facts=facts,
        details=linked(base.details, spans),
        dropped=tuple(dropped),
    )
    return SentenceDraft(draft, tuple(answer for _, answer in told))


def chosen(reading: Reading) -> Iterator[TextUnit]:
    """The first sentence of the story and every other one with a figure; no headline and no furniture of a page."""
    story = [
        unit
        for unit in reading.units
        if unit.kind is UnitKind.SENTENCE and not is_furniture(reading.text[unit.start : unit.end])
    ] or list(reading.units)
    for unit in story:
        if unit == story[0] or reading.quantities_in(unit.span):
            yield unit


async def _told(
    reading: Reading, units: list[TextUnit], prompt: Prompt, model: StructuredModel
) -> "tuple[list[tuple[TextUnit, Answer[SentenceStatement]]], list[str]]":
    """One after the other: the rules stay the same, and a local server reads again only what is new."""
    from briefing.profiles.sentence import SentenceStatement

    told: list[tuple[TextUnit, Answer[SentenceStatement]]] = []
    dropped: list[str] = []
    failed: ModelError | None = None
    for unit in units:
        sentence = delimit("sentence", " ".join(reading.text[unit.start : unit.end].split()))
        try:
            answer = await model.ask(prompt.render(sentence=sentence), SentenceStatement)
        except _OF_THIS_SENTENCE as error:
            failed = error
            dropped.append(f"{unit.id}: {error}")
            continue
        except ModelError as error:
            failed = error
            dropped.append(f"{unit.id} and what follows it: {error}")
            break
        told.append((unit, answer))
    if failed is not None and not told:
        raise failed
    return told, dropped


def _kind(reading: Reading, unit: TextUnit) -> FactKind:
    return FactKind.FIGURE if reading.quantities_in(unit.span) else FactKind.EVENT
