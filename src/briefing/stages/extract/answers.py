"""From a model's answer to facts and details: one generic walk over any schema that is built of ``Stated`` leaves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.records.article import Reading, TextUnit
from briefing.records.draft import DeclaredWorking, FactKind, Leaf, Operand
from briefing.records.quantity import Words
from briefing.text.whole_words import find_whole

if TYPE_CHECKING:
    from pydantic import BaseModel

_KINDS = {
    "Figure": FactKind.FIGURE,
    "Result": FactKind.FIGURE,
    "Speech": FactKind.SPEECH,
    "Next": FactKind.NEXT_STEP,
    "When": FactKind.EVENT,
}
"""By the name of a leaf's class or of one that it derives from."""
_BACKGROUND = frozenset(("context", "why", "how"))
_NAMED_PARTS = ("name", "rank", "role", "organisation", "nation")


@dataclass(frozen=True, slots=True)
class AnsweredFact:
    """One statement of an answer with the fields that hold it, its pointers, and the names that it gives apart."""

    kind: FactKind
    statement: str
    pointers: tuple[str, ...]
    fields: tuple[str, ...]
    speaker: str | None = None
    parts: tuple[tuple[str, str], ...] = ()
    declared: DeclaredWorking | None = None

    def joined(self, other: "AnsweredFact") -> "AnsweredFact":
        """The same statement with the fields of both, and with what only one of them says beside it."""
        return replace(
            self,
            fields=tuple(dict.fromkeys((*self.fields, *other.fields))),
            speaker=self.speaker or other.speaker,
            parts=self.parts or other.parts,
            declared=self.declared or other.declared,
        )


def facts_in(answer: "BaseModel", path: str = "") -> Iterator[AnsweredFact]:
    """Every statement of ``answer``, in its order; an item that names its field belongs there."""
    from briefing.profiles.statements import Placed, Stated

    for name in type(answer).model_fields:
        value = getattr(answer, name)
        where = name if not path else f"{path}.{name}"
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Stated):
                fact = _fact(item, (getattr(item, "field", None) if isinstance(item, Placed) else None) or name)
                if fact is not None:
                    yield fact
            elif hasattr(type(item), "model_fields"):
                yield from facts_in(item, where)


def _fact(leaf: "BaseModel", field: str) -> AnsweredFact | None:
    values = {name: getattr(leaf, name) for name in type(leaf).model_fields}
    # Beside a text a role is one of a closed list, and no words of the article.
    named = () if "text" in values else _NAMED_PARTS
    parts = tuple((name, str(values[name])) for name in named if values.get(name))
    statement = str(values.get("text") or _described(values))
    if not statement.strip():
        return None
    known = (_KINDS[base.__name__] for base in type(leaf).__mro__ if base.__name__ in _KINDS)
    kind = next(known, FactKind.BACKGROUND if field in _BACKGROUND or parts else FactKind.EVENT)
    speaker = values.get("speaker") or values.get("said_by")
    pointers = tuple(dict.fromkeys(values["sentences"]))
    return AnsweredFact(
        kind=kind,
        statement=statement.strip(),
        pointers=pointers,
        fields=(field,),
        speaker=str(speaker).strip() or None if speaker else None,
        parts=parts,
        declared=declared_by(values.get("derivation")),
    )


def declared_by(derivation: object) -> DeclaredWorking | None:
    """The working that an answer gives for a figure, as a record; ``None`` where it gives none."""
    from briefing.profiles.statements import Derivation

    if not isinstance(derivation, Derivation):
        return None
    operands = tuple(Operand(each.sentence, each.words.strip()) for each in derivation.operands)
    return DeclaredWorking(derivation.operation, operands)


def _described(values: dict[str, object]) -> str:
    """A person, an organisation or a place in words: "General Ana Ruiz, head of the mission, Ministry of Defence"."""
    name = " ".join(str(values[part]) for part in ("rank", "name") if values.get(part))
    beside = [str(values[part]) for part in ("role", "organisation") if values.get(part)]
    return ", ".join([name, *beside]) if name else ", ".join(beside)


def leaves_of(reading: Reading, facts: Sequence[tuple[AnsweredFact, str]]) -> tuple[Leaf, ...]:
    """The filled fields as words of the article: the thing that the fact names or counts, else the whole sentence."""
    units = {unit.id: unit for unit in reading.units}
    found = []
    for fact, identifier in facts:
        unit = next((units[name] for name in fact.pointers if name in units), None)
        if unit is None:
            continue
        parts = tuple(
            (name, words)
            for name, text in fact.parts
            if (words := _words(reading.text, unit.start, unit.end, text)) is not None
        )
        whole = dict(parts).get("name") or _told(fact, unit, reading)
        others = tuple((name, words) for name, words in parts if name != "name")
        found += [Leaf(field, whole.text, whole.start, whole.end, (identifier,), others) for field in fact.fields]
    return tuple(found)


def _told(fact: AnsweredFact, unit: TextUnit, reading: Reading) -> Words:
    """The words of a sentence that a statement is about: its own, or its only figure with what that counts."""
    text = reading.text
    own = _words(text, unit.start, unit.end, fact.statement.rstrip("."))
    if own is not None:
        return own
    told = [
        each
        for each in reading.quantities_in(unit.span)
        if find_whole(fact.statement, each.raw, 0, len(fact.statement)) is not None
    ]
    if len(told) != 1 or fact.kind not in (FactKind.FIGURE, FactKind.EVENT):
        return Words(text[unit.start : unit.end], unit.start, unit.end)
    start, end = told[0].start, told[0].end
    if told[0].counted is not None and told[0].counted.end <= unit.end:
        start, end = min(start, told[0].counted.start), max(end, told[0].counted.end)
    return Words(text[start:end], start, end)


def _words(text: str, start: int, end: int, wanted: str) -> Words | None:
    found = find_whole(text, wanted, start, end)
    return Words(text[found.start : found.end], found.start, found.end) if found is not None else None
