"""The model engine: the article goes in as numbered sentences, short statements with pointers come out.

The model never returns a value, a quote or an offset; code cuts the words of the sentences that it points to. A long
article is read in windows that overlap by a paragraph, and what two windows both say is kept once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.llm.client import Answer, StructuredModel
from briefing.llm.delimit import delimit, numbered
from briefing.llm.prompts import Prompt, RenderedPrompt
from briefing.profiles.catalog import Profile
from briefing.records.article import Reading, TextUnit
from briefing.records.draft import Draft, DraftFact, FactKind
from briefing.stages.extract.answers import AnsweredFact, facts_in, leaves_of
from briefing.stages.extract.notation import fields_of
from briefing.text.said_by import said_by

if TYPE_CHECKING:
    from briefing.profiles.sent import Sent

ENGINE = "model"
"""The engine's name in drafts and briefings."""
TASK = "extract"
_WINDOW = 24_000
"""Characters of an article that one request carries; nearly every article is shorter."""
_MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class ModelDraft:
    """What a model wrote, and the answers that it took."""

    draft: Draft
    answers: "tuple[Answer[Sent], ...]"


async def extract_with_model(
    reading: Reading, *, profile: Profile, prompt: Prompt, model: StructuredModel
) -> ModelDraft:
    """The draft of one article by a model. Raises ``ModelError``; what did not fit the schema is in ``dropped``."""
    from briefing.profiles.sent import sent_schema

    schema = sent_schema(profile)
    answers = [
        await model.ask(rendered(reading, window, profile=profile, prompt=prompt), schema)
        for window in windows(reading)
    ]
    facts = _merged([fact for answer in answers for fact in facts_in(answer.value)])
    language = reading.article.language
    drafted = tuple(_drafted(number, fact, language) for number, fact in enumerate(facts, 1))
    dropped = tuple(f"{profile.name}.{note}" for answer in answers for note in answer.dropped)
    draft = Draft(
        profile=profile.name,
        engine=ENGINE,
        headline=_headline(reading, [answer.value for answer in answers]),
        facts=drafted,
        details=leaves_of(reading, [(fact, one.id) for fact, one in zip(facts, drafted, strict=True)]),
        not_stated=tuple(dict.fromkeys(words for answer in answers for words in _not_stated(answer.value, profile))),
        dropped=dropped,
    )
    return ModelDraft(draft, tuple(answers))


def rendered(reading: Reading, window: Sequence[TextUnit], *, profile: Profile, prompt: Prompt) -> RenderedPrompt:
    """The request for one window: what is the same for every article comes first, the article last, as data."""
    from briefing.profiles.sent import sent_schema

    sentences = ((unit.id, reading.text[unit.start : unit.end]) for unit in window)
    figures = "\n".join(
        f"{unit.id}: {' '.join(quantity.raw.split())}"
        for unit in window
        for quantity in reading.quantities_in(unit.span)
    )
    article = delimit("article", numbered(sentences))
    names = _names(reading, window)
    return prompt.render(
        profile=f"{profile.name}: {profile.purpose}",
        fields=fields_of(sent_schema(profile)),
        figures=figures or "none",
        article=f"{names}{article}",
    )


def windows(reading: Reading) -> tuple[tuple[TextUnit, ...], ...]:
    """The sentences in runs that a request can carry, cut between paragraphs; each repeats the paragraph before it."""
    runs: list[list[TextUnit]] = [[]]
    for paragraph in _paragraphs(reading.units):
        size = sum(unit.end - unit.start for unit in runs[-1])
        if runs[-1] and size + sum(unit.end - unit.start for unit in paragraph) > _WINDOW:
            last = runs[-1][-1].paragraph
            runs.append([unit for unit in runs[-1] if unit.paragraph == last])
        runs[-1].extend(paragraph)
    return tuple(tuple(run) for run in runs if run)


def _paragraphs(units: Sequence[TextUnit]) -> Iterator[list[TextUnit]]:
    run: list[TextUnit] = []
    for unit in units:
        if run and unit.paragraph != run[-1].paragraph:
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _names(reading: Reading, window: Sequence[TextUnit]) -> str:
    """The names that came before a window, so that "he" and "the company" can be told in it."""
    if not window or window[0] == reading.units[0]:
        return ""
    before = dict.fromkeys(name.text for name in reading.names if name.end <= window[0].start)
    listed = "\n".join(list(before)[-_MOST_NAMES:])
    return delimit("names", listed) + "\n" if listed else ""


def _merged(facts: Sequence[AnsweredFact]) -> list[AnsweredFact]:
    """Each statement once: two windows, or two fields, may tell the same of the same sentences."""
    kept: dict[tuple[str, frozenset[str]], AnsweredFact] = {}
    for fact in facts:
        key = (" ".join(fact.statement.casefold().split()).rstrip("."), frozenset(fact.pointers))
        known = kept.get(key)
        kept[key] = fact if known is None else known.joined(fact)
    return list(kept.values())


def _drafted(number: int, fact: AnsweredFact, language: str) -> DraftFact:
    """The fact as a draft. A speaker who is given apart goes into the statement, else nothing would check them."""
    return DraftFact(
        id=f"f{number}",
        kind=fact.kind,
        statement=said_by(fact.speaker, fact.statement, language),
        pointers=fact.pointers,
        speaker=fact.speaker,
        declared=fact.declared,
    )


def _headline(reading: Reading, answers: "Sequence[Sent]") -> str:
    """The article's own title; without one the sentence that the model takes the headline from, else the first."""
    if reading.article.title:
        return reading.article.title.strip()
    units = {unit.id: unit for unit in reading.units}
    pointed = [name for answer in answers if (said := answer.title()) for name in said.sentences if name in units]
    unit = units[pointed[0]] if pointed else reading.units[0]
    return reading.text[unit.start : unit.end].strip()


def _not_stated(answer: "Sent", profile: Profile) -> list[str]:
    """What the model found missing, as far as the profile knows it: labels, never the model's own words."""
    known = {wanted.name: wanted.label for wanted in profile.wanted}
    known |= {field.name: field.label for field in profile.fields}
    return [
        known[name] for name in (words.strip().lower().replace(" ", "_") for words in answer.missing()) if name in known
    ]


__all__ = ["ENGINE", "TASK", "FactKind", "ModelDraft", "extract_with_model", "rendered", "windows"]
