"""Records to plain JSON values, in one fixed order of keys.

A field with nothing in it is left out, except in ``source``, where readers look for a title and a date first. Numbers
of figures are strings in plain notation, so that no reader can turn them into binary floats.
"""

import json
import re
from collections.abc import Iterable
from decimal import Decimal

from briefing.errors import InvalidBriefingError
from briefing.records.briefing import Briefing, Fact, ModelUse, Provenance, SourceInfo
from briefing.records.checked import CheckedFigure
from briefing.records.draft import Leaf
from briefing.records.findings import Finding, Status, Working
from briefing.records.quantity import DateReading, Quantity, Words
from briefing.records.spans import Evidence

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

LEAF_KEYS = ("text", "start", "end", "facts", "order")
"""Keys of a leaf that a part cannot take."""

_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys, what shows a text in another order, and half a surrogate pair, which UTF-8 cannot carry."""


def json_text(value: Json) -> str:
    """``value`` as JSON text with a newline at its end; encodes to UTF-8 whatever the strings hold.

    Characters that no reader can see stand as JSON's own escapes, so that the text is safe to print.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def compact_json(value: Json) -> str:
    """``value`` as JSON text without white space."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def briefing_value(briefing: Briefing) -> dict[str, Json]:
    """The whole briefing. Raises ``InvalidBriefingError`` if a leaf has parts that JSON keys cannot keep apart."""
    return {
        "schema_version": briefing.schema_version,
        "profile": briefing.profile,
        "engine": briefing.engine,
        "headline": briefing.headline,
        "facts": [_fact(fact) for fact in briefing.facts],
        "details": _details(briefing.details),
        "source_findings": [finding_value(finding) for finding in briefing.source_findings],
        "omitted_figures": [quantity_value(quantity) for quantity in briefing.omitted_figures],
        "not_stated": list(briefing.not_stated),
        "dropped": [{"what": item.what, "reason": item.reason} for item in briefing.dropped],
        "counts": counts_value(briefing.counts),
        "source": source_value(briefing.source),
        "provenance": _provenance(briefing.provenance),
    }


def counts_value(counts: dict[Status, int]) -> dict[str, Json]:
    """Every status as a key, in the order of the statuses."""
    return {status.value: counts[status] for status in Status}


def finding_value(finding: Finding) -> dict[str, Json]:
    """One finding; ``claim`` and ``working`` only where there are any."""
    value: dict[str, Json] = {
        "check": finding.check.value,
        "status": finding.status.value,
        "code": finding.code.value,
        "message": finding.message,
    }
    if finding.claim is not None:
        value["claim"] = _words(finding.claim)
    value["evidence"] = [evidence_value(evidence) for evidence in finding.evidence]
    if finding.working is not None:
        value["working"] = _working(finding.working)
    return value


def figure_value(figure: CheckedFigure) -> dict[str, Json]:
    """A checked figure: the quantity's fields, flat, and its status."""
    return quantity_value(figure.quantity, status=figure.status)


def quantity_value(quantity: Quantity, *, status: Status | None = None) -> dict[str, Json]:
    """A figure: the fields that apply, and ``status`` if it was checked."""
    value: dict[str, Json] = {"raw": quantity.raw, "start": quantity.start, "end": quantity.end}
    if status is not None:
        value["status"] = status.value
    value["kind"] = quantity.kind.value
    value["hedge"] = quantity.hedge.value
    value.update(_bounds(quantity))
    value.update(_present({"unit": quantity.unit, "dimension": quantity.dimension, "currency": quantity.currency}))
    if quantity.date is not None:
        value["date"] = _date_reading(quantity.date)
    if quantity.core_start != -1:
        value["core_start"] = quantity.core_start
    if quantity.core_end != -1:
        value["core_end"] = quantity.core_end
    value.update(
        _present(
            {
                "counted": _optional_words(quantity.counted),
                "head": quantity.head,
                "measure": _optional_words(quantity.measure),
                "event": quantity.event,
                "period": _optional_words(quantity.period),
                "place": _optional_words(quantity.place),
            }
        )
    )
    return value


def _bounds(quantity: Quantity) -> dict[str, Json]:
    value: dict[str, Json] = {}
    if quantity.low is not None:
        value["low"] = plain(quantity.low)
    if quantity.low is not None or not quantity.low_inclusive:
        value["low_inclusive"] = quantity.low_inclusive
    if quantity.high is not None:
        value["high"] = plain(quantity.high)
    if quantity.high is not None or not quantity.high_inclusive:
        value["high_inclusive"] = quantity.high_inclusive
    if quantity.stated is not None:
        value["stated"] = plain(quantity.stated)
    if quantity.precision is not None:
        value["precision"] = plain(quantity.precision)
    if quantity.pair is not None:
        value["pair"] = [plain(number) for number in quantity.pair]
    return value


def plain(number: Decimal) -> str:
    """``number`` without an exponent: "2500", never "2.5E+3". Raises ``InvalidBriefingError`` if it is not finite."""
    if not number.is_finite():
        raise InvalidBriefingError(f"a figure is {number}, which is no number: bounds that are open are None")
    return format(number, "f")


def _date_reading(reading: DateReading) -> dict[str, Json]:
    value = _present(
        {
            "first": reading.first.isoformat() if reading.first else None,
            "last": reading.last.isoformat() if reading.last else None,
            "year": reading.year,
            "month": reading.month,
            "day": reading.day,
            "weekday": reading.weekday,
        }
    )
    value["relative"] = reading.relative
    value["inferred"] = reading.inferred
    return value


def _present(fields: dict[str, Json]) -> dict[str, Json]:
    return {key: value for key, value in fields.items() if value is not None}


def _words(words: Words) -> dict[str, Json]:
    return {"text": words.text, "start": words.start, "end": words.end}


def _optional_words(words: Words | None) -> Json:
    return None if words is None else _words(words)


def evidence_value(evidence: Evidence) -> Json:
    """Words of the source at their place, with their context."""
    return {
        "exact": evidence.exact,
        "start": evidence.start,
        "end": evidence.end,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "match": evidence.match.value,
    }


def _working(working: Working) -> Json:
    return {
        "operation": working.operation,
        "operands": [_words(operand) for operand in working.operands],
        "result": _words(working.result),
        "expression": working.expression,
        "alternatives": working.alternatives,
    }


def _fact(fact: Fact) -> Json:
    value: dict[str, Json] = {"id": fact.id, "kind": fact.kind.value, "statement": fact.statement}
    if fact.speaker is not None:
        value["speaker"] = fact.speaker
    if fact.pointers:
        value["pointers"] = list(fact.pointers)
    if fact.quotes:
        value["quotes"] = list(fact.quotes)
    if fact.history:
        value["history"] = list(fact.history)
    if fact.declared is not None:
        operands: list[Json] = [{"sentence": each.sentence, "words": each.words} for each in fact.declared.operands]
        value["declared"] = {"operation": fact.declared.operation, "operands": operands}
    value["status"] = fact.status.value
    value["evidence"] = [evidence_value(evidence) for evidence in fact.evidence]
    value["figures"] = [figure_value(figure) for figure in fact.figures]
    value["findings"] = [finding_value(finding) for finding in fact.findings]
    return value


def _details(leaves: tuple[Leaf, ...]) -> Json:
    by_field: dict[str, list[Json]] = {}
    # Leaves of one field normally stand together; where they do not, their order has to be written down.
    scattered = _scattered([leaf.field for leaf in leaves])
    for position, leaf in enumerate(leaves):
        by_field.setdefault(leaf.field, []).append(_leaf(leaf, order=position if scattered else None))
    return dict[str, Json](by_field)


def _scattered(fields: Iterable[str]) -> bool:
    seen: set[str] = set()
    previous: str | None = None
    for field in fields:
        if field != previous and field in seen:
            return True
        seen.add(field)
        previous = field
    return False


def _leaf(leaf: Leaf, *, order: int | None) -> Json:
    value: dict[str, Json] = {
        "text": leaf.text,
        "start": leaf.start,
        "end": leaf.end,
        "facts": list(leaf.fact_ids),
    }
    if order is not None:
        value["order"] = order
    for name, words in leaf.parts:
        if name in value or name in LEAF_KEYS:
            raise InvalidBriefingError(f"details.{leaf.field}: {leaf.text!r} cannot have a part {name!r} (once more)")
        value[name] = _words(words)
    return value


def source_value(source: SourceInfo) -> Json:
    """Which text the offsets refer to; a title or a date that is missing is null."""
    return {
        "sha256": source.sha256,
        "title": source.title,
        "published_at": source.published_at.isoformat() if source.published_at else None,
        "language": source.language,
        "length": source.length,
    }


def _provenance(provenance: Provenance) -> Json:
    value: dict[str, Json] = {
        "package_version": provenance.package_version,
        "schema_version": provenance.schema_version,
        "checks_version": provenance.checks_version,
        "engine": provenance.engine,
        "stages": [{"stage": note.stage, "outcome": note.outcome} for note in provenance.stages],
        "warnings": list(provenance.warnings),
    }
    if provenance.model is not None:
        value["model"] = _model_use(provenance.model)
    value["content_sha256"] = provenance.content_sha256
    return value


def _model_use(use: ModelUse) -> Json:
    value: dict[str, Json] = {
        "name": use.name,
        "modes": list(use.modes),
        "prompts": list(use.prompts),
        "requests": use.requests,
        "seconds": str(use.seconds),
    }
    if use.input_tokens is not None:
        value["input_tokens"] = use.input_tokens
    if use.output_tokens is not None:
        value["output_tokens"] = use.output_tokens
    return value
