"""The plan for small models: one tiny request for the first sentence and for each with a figure.

A model that cannot keep a whole article and its schema in mind can still put one sentence into fewer words. What the
statement points to is that sentence by construction; the fields of the profile are filled by the rules of the embedded
engine, with the article's own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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
from briefing.text.boundaries import is_false_end
from briefing.text.lemmas import lemma
from briefing.text.plain_words import plain_words

if TYPE_CHECKING:
    from briefing.profiles.sentence import SentenceStatement

ENGINE = "model"
TASK = "sentence"
_MOST = 24
"""Sentences of one article that are asked about; in news the ones behind them matter least."""
_SHOWN = 80
_SHOWN_WORDS = 3
_JOINING = frozenset((
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "and", "that", "which",
    "who", "it", "its", "he", "she", "they", "his", "her", "their", "this", "these", "is", "are", "was",
    "were", "be", "been", "has", "have", "had",
))  # fmt: skip
"""May be added; no word that turns, bounds or joins what is said to another cause ("not", "all", "but", "because")."""
_AFTER_STOP = re.compile(r"(?<=[.!?])\s+")
_ENDS = tuple(".!?…\"”’'»)")
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

    Raises ``ModelError`` if there is no answer at all.
    """
    asked = list(chosen(reading))
    said = await _asked(reading, asked[:_MOST], prompt, model)
    told = said.statements
    dropped = [*said.dropped, *(f"{unit.id}: not asked about, {_MOST} sentences came first" for unit in asked[_MOST:])]
    facts = tuple(
        DraftFact(f"f{number}", _kind(reading, unit), statement, (unit.id,))
        for number, (unit, statement) in enumerate(told, 1)
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
    return SentenceDraft(draft, tuple(said.answers))


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


@dataclass(slots=True)
class _Said:
    """What the model has said so far."""

    statements: list[tuple[TextUnit, str]] = field(default_factory=list)
    answers: "list[Answer[SentenceStatement]]" = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


async def _asked(reading: Reading, units: list[TextUnit], prompt: Prompt, model: StructuredModel) -> _Said:
    """One after the other: the rules stay the same, and a local server reads again only what is new."""
    from briefing.profiles.sentence import most_characters, schema_of_length

    said = _Said()
    failed: ModelError | None = None
    for unit in units:
        sentence = " ".join(reading.text[unit.start : unit.end].split())
        most = most_characters(sentence)
        try:
            answer = await model.ask(prompt.render(sentence=delimit("sentence", sentence)), schema_of_length(most))
        except _OF_THIS_SENTENCE as error:
            failed = error
            said.dropped.append(f"{unit.id}: {error}")
            continue
        except ModelError as error:
            failed = error
            said.dropped.append(f"{unit.id} and what follows it: {error}")
            break
        said.answers.append(answer)
        parts, rest = _whole(answer.value.text, cut=bool(answer.dropped) or len(answer.value.text) >= most)
        if rest:
            said.dropped.append(f"{unit.id}: cut off at {most} characters: {rest[:_SHOWN]!r}")
        strange = {part: added for part in parts if (added := words_added(part, sentence))}
        said.dropped += [
            f"{unit.id}: its sentence has no {', '.join(map(repr, added[:_SHOWN_WORDS]))}: {part[:_SHOWN]!r}"
            for part, added in strange.items()
        ]
        statement = " ".join(part for part in parts if part not in strange)
        if statement:
            said.statements.append((unit, statement))
    if failed is not None and not said.answers:
        raise failed
    return said


def _whole(text: str, *, cut: bool) -> tuple[list[str], str]:
    """The sentences of an answer that came to an end, each once, and what is left of the last one."""
    parts: list[str] = []
    for piece in _AFTER_STOP.split(text.strip()):
        if parts and piece and is_false_end(parts[-1], piece):
            parts[-1] += f" {piece}"
        else:
            parts.append(piece)
    parts = list(dict.fromkeys(parts))
    rest = parts.pop() if cut and parts[-1][-1:] not in _ENDS else ""
    return [part for part in parts if part], rest


def words_added(statement: str, sentence: str) -> list[str]:
    """Words of ``statement`` that ``sentence`` has in no form, but for those that only join others.

    The model was asked for the same with fewer words. What it adds no check of figures and names would find: a hospital
    that is "in a state of emergency", a "son" who was a student.
    """
    known = {lemma(word) for word in plain_words(sentence)}
    return [word for word in plain_words(statement) if word not in _JOINING and lemma(word) not in known]


def _kind(reading: Reading, unit: TextUnit) -> FactKind:
    return FactKind.FIGURE if reading.quantities_in(unit.span) else FactKind.EVENT
