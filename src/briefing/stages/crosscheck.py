"""Cross-check: a second, blind reading of the facts by a model, which can lower what a fact counts for, never raise it.

It sees the statements and the article, not what the first reading thought. Without a model it says that it did not
happen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.llm.client import Answer, StructuredModel
from briefing.llm.delimit import delimit, numbered
from briefing.llm.prompts import Prompt
from briefing.records.article import Reading
from briefing.records.checked import Checked, CheckedFact, StageNote
from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.records.spans import MatchKind, evidence_at

if TYPE_CHECKING:
    from briefing.profiles.second_reading import Contradiction, Crosscheck, Judgement

STAGE = "crosscheck"
TASK = "crosscheck"
NO_MODEL = "skipped: no model"
_AROUND = 2
"""Sentences to each side of the evidence that the second reader sees of a long article."""
_WHOLE = 12_000
"""Characters up to which it sees all of it."""
_VERDICTS = {
    "supported": (Status.VERIFIED, Code.SUPPORTED, "A second reading finds this in the article"),
    "partly": (Status.CHECK, Code.PARTLY_SUPPORTED, "A second reading finds only part of this in the article"),
    "not_supported": (Status.CHECK, Code.NOT_SUPPORTED, "A second reading does not find this in the article"),
    "cannot_tell": (Status.CHECK, Code.PARTLY_SUPPORTED, "A second reading cannot tell whether the article says this"),
}


@dataclass(frozen=True, slots=True)
class SecondReading:
    """The facts with what the second reader says of them, and the answer that it took."""

    checked: Checked
    answer: "Answer[Crosscheck]"


def crosscheck(checked: Checked) -> Checked:
    """``checked`` with a note that no second reading took place; nothing counts as confirmed by it."""
    return noted(checked, NO_MODEL)


def noted(checked: Checked, outcome: str) -> Checked:
    """``checked`` with a note on what this stage did."""
    return replace(checked, stages=(*checked.stages, StageNote(STAGE, outcome)))


async def read_again(
    checked: Checked, *, prompt: Prompt, model: StructuredModel, only: frozenset[str] | None = None
) -> SecondReading:
    """Every fact, or ``only`` some by their numbers, judged by its evidence, in one request. Raises ``ModelError``."""
    from briefing.profiles.second_reading import Crosscheck

    reading = checked.grounded.reading
    asked = tuple(fact for fact in checked.facts if only is None or fact.grounded.fact.id in only)
    rendered = prompt.render(
        article=delimit("article", numbered(_shown(reading, asked))),
        statements=delimit("statements", numbered(_statements(asked))),
    )
    answer = await model.ask(rendered, Crosscheck)
    ids = {fact.grounded.fact.id for fact in asked}
    judged = {judgement.id: judgement for judgement in answer.value.verdicts if judgement.id in ids}
    facts = tuple(_judged(fact, judged.get(fact.grounded.fact.id), reading) for fact in checked.facts)
    for contradiction in answer.value.contradictions:
        facts = _contradicted(facts, contradiction, ids)
    after = replace(checked, facts=facts)
    return SecondReading(after if only is not None else noted(after, _outcome(checked, answer.value)), answer)


def _shown(reading: Reading, facts: Sequence[CheckedFact]) -> list[tuple[str, str]]:
    """The article's sentences; of a long one those around the evidence."""
    units = reading.units
    if len(reading.text) <= _WHOLE:
        return [(unit.id, reading.text[unit.start : unit.end]) for unit in units]
    near: set[int] = set()
    for fact in facts:
        for position, unit in enumerate(units):
            if any(evidence.span.overlaps(unit.span) for evidence in fact.grounded.evidence):
                near.update(range(max(0, position - _AROUND), min(len(units), position + _AROUND + 1)))
    return [(units[at].id, reading.text[units[at].start : units[at].end]) for at in sorted(near)]


def _statements(facts: Sequence[CheckedFact]) -> list[tuple[str, str]]:
    return [(fact.grounded.fact.id, fact.grounded.fact.statement) for fact in facts]


def _judged(fact: CheckedFact, judgement: "Judgement | None", reading: Reading) -> CheckedFact:
    """The fact with the verdict; one that the reader forgot stays as it is."""
    if judgement is None:
        return fact
    status, code, what = _VERDICTS[judgement.verdict]
    units = {unit.id: unit for unit in reading.units}
    pointed = tuple(
        evidence_at(reading.text, units[name].span, MatchKind.POINTED) for name in judgement.sentences if name in units
    )
    return _with(fact, Finding(CheckName.CROSSCHECK, status, code, f"{what}.", _words(fact), pointed))


def _contradicted(facts: tuple[CheckedFact, ...], found: "Contradiction", known: set[str]) -> tuple[CheckedFact, ...]:
    if found.first == found.second or not {found.first, found.second} <= known:
        return facts
    others = {found.first: found.second, found.second: found.first}
    return tuple(
        _with(fact, _against(fact, other)) if (other := others.get(fact.grounded.fact.id)) else fact for fact in facts
    )


def _against(fact: CheckedFact, other: str) -> Finding:
    message = f"A second reading says that this and {other} cannot both hold."
    return Finding(CheckName.CROSSCHECK, Status.CHECK, Code.CONTRADICTED, message, _words(fact))


def _with(fact: CheckedFact, finding: Finding) -> CheckedFact:
    return replace(fact, findings=(*fact.findings, finding))


def _words(fact: CheckedFact) -> Words:
    statement = fact.grounded.fact.statement
    return Words(statement, 0, len(statement))


def _outcome(checked: Checked, answer: "Crosscheck") -> str:
    """How many were read, and which sentences hold something important that no fact tells."""
    known = {fact.grounded.fact.id for fact in checked.facts}
    read = len({judgement.id for judgement in answer.verdicts} & known)
    units = {unit.id for unit in checked.grounded.reading.units}
    missing = [name for item in answer.missing for name in item.sentences if name in units]
    more = f"; no fact tells what {', '.join(dict.fromkeys(missing))} say" if missing else ""
    return f"{read} of {len(checked.facts)} facts read a second time{more}"
