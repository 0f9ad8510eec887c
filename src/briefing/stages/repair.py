"""Repair: facts that failed go back to the model with the reason. Without a model they stay as they are, marked.

What comes back is a draft like any other: it is grounded and verified anew, and replaces the fact only if it does
better. The fact keeps what it said before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.llm.client import Answer, StructuredModel
from briefing.llm.delimit import delimit, numbered
from briefing.llm.prompts import Prompt
from briefing.records.checked import Checked, CheckedFact, StageNote
from briefing.records.draft import DeclaredWorking, Draft, DraftFact, Operand
from briefing.records.findings import Status
from briefing.text.said_by import said_by

if TYPE_CHECKING:
    from briefing.profiles.second_reading import Repair
    from briefing.profiles.statements import Derivation

STAGE = "repair"
TASK = "repair"
NO_MODEL = "skipped: no model"
_FAILED = (Status.UNSUPPORTED, Status.CHECK)
_RANK = (Status.UNSUPPORTED, Status.CHECK, Status.NOT_CHECKABLE, Status.DERIVED, Status.VERIFIED)
"""From worst to best."""
_SHOWN = 240


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The facts that the model wrote again, to be grounded and verified, those that it gave up, and its answer."""

    draft: Draft
    withdrawn: tuple[str, ...]
    answer: "Answer[Repair]"


def repair(checked: Checked) -> Checked:
    """``checked`` with a note that no fact was sent back; what failed stays visible."""
    return noted(checked, NO_MODEL)


def noted(checked: Checked, outcome: str) -> Checked:
    """``checked`` with a note on what this stage did."""
    return replace(checked, stages=(*checked.stages, StageNote(STAGE, outcome)))


def failed(checked: Checked) -> tuple[CheckedFact, ...]:
    """The facts that are worth another try."""
    return tuple(fact for fact in checked.facts if fact.status in _FAILED)


async def rewrite(checked: Checked, *, prompt: Prompt, model: StructuredModel) -> Rewritten:
    """The failed facts written again by the model, which is told what the checks found. Raises ``ModelError``."""
    from briefing.profiles.second_reading import Repair

    reading = checked.grounded.reading
    sentences = [(unit.id, reading.text[unit.start : unit.end]) for unit in reading.units]
    wrong = failed(checked)
    rendered = prompt.render(
        article=delimit("article", numbered(sentences)), rejected=delimit("rejected", numbered(_rejected(wrong)))
    )
    answer = await model.ask(rendered, Repair)
    asked = {fact.grounded.fact.id: fact.grounded.fact for fact in wrong}
    facts, withdrawn = [], []
    for item in answer.value.statements:
        fact = asked.pop(item.id, None)
        if fact is None:
            continue  # a number that was not asked about, or twice
        if item.action == "withdraw" or not item.text or not item.text.strip():
            withdrawn.append(fact.id)
        else:
            text = said_by(fact.speaker, item.text.strip(), reading.article.language)
            facts.append(_rewritten(fact, text, item.sentences, _declared(item.derivation)))
    draft = replace(checked.grounded.draft, facts=tuple(facts), details=(), dropped=())
    return Rewritten(draft, tuple(withdrawn), answer)


def merged(checked: Checked, again: Checked) -> Checked:
    """``checked`` with every fact of ``again`` that does better than the one whose number it has."""
    better = {fact.grounded.fact.id: fact for fact in again.facts}
    facts = tuple(
        better[fact.grounded.fact.id]
        if fact.grounded.fact.id in better and _beats(better[fact.grounded.fact.id], fact)
        else fact
        for fact in checked.facts
    )
    grounded = replace(
        checked.grounded,
        draft=replace(checked.grounded.draft, facts=tuple(fact.grounded.fact for fact in facts)),
        facts=tuple(fact.grounded for fact in facts),
    )
    return replace(checked, grounded=grounded, facts=facts)


def without(checked: Checked, withdrawn: Sequence[str]) -> Checked:
    """``checked`` less the facts that the model gave up and that the checks reject as well; they are listed."""
    gone = [fact for fact in checked.facts if fact.grounded.fact.id in withdrawn and fact.status is Status.UNSUPPORTED]
    kept = tuple(fact for fact in checked.facts if fact not in gone)
    draft = checked.grounded.draft
    notes = tuple(f"withdrawn: {fact.grounded.fact.statement}" for fact in gone)
    grounded = replace(
        checked.grounded,
        draft=replace(draft, facts=tuple(fact.grounded.fact for fact in kept), dropped=(*draft.dropped, *notes)),
        facts=tuple(fact.grounded for fact in kept),
    )
    return replace(checked, grounded=grounded, facts=kept)


def _rewritten(fact: DraftFact, text: str, sentences: Sequence[str], declared: DeclaredWorking | None) -> DraftFact:
    pointers = tuple(dict.fromkeys(sentences)) or fact.pointers
    history = (*fact.history, fact.statement)
    return replace(fact, statement=text, pointers=pointers, quotes=(), history=history, declared=declared)


def _declared(derivation: "Derivation | None") -> DeclaredWorking | None:
    if derivation is None:
        return None
    operands = tuple(Operand(each.sentence, each.words.strip()) for each in derivation.operands)
    return DeclaredWorking(derivation.operation, operands)


def _beats(new: CheckedFact, old: CheckedFact) -> bool:
    return _RANK.index(new.status) > _RANK.index(old.status)


def _rejected(facts: Sequence[CheckedFact]) -> list[tuple[str, str]]:
    """Each failed fact with its pointers and the worst that was found, one line each."""
    return [
        (
            fact.grounded.fact.id,
            f"{fact.grounded.fact.statement} | pointed to: {', '.join(fact.grounded.fact.pointers) or 'nothing'}"
            f" | rejected: {_reason(fact)}",
        )
        for fact in facts
    ]


def _reason(fact: CheckedFact) -> str:
    said = [finding.message for finding in fact.findings if finding.status is fact.status]
    return " ".join(said)[:_SHOWN]
