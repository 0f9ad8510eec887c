"""A comparison of two versions as JSON: every change with both passages, every fact with its old and new evidence."""

from briefing.records.comparison import Change, ChangeKind, Comparison, Currency, FactCurrency, Passage
from briefing.records.json_write import Json, evidence_value, finding_value, json_text, quantity_value, source_value


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON text: ``ok``, ``counts``, ``changes``, ``moved``, and with a briefing ``facts``."""
    value: dict[str, Json] = {
        "ok": comparison.ok,
        "old": source_value(comparison.old),
        "new": source_value(comparison.new),
        "counts": {kind.value: comparison.counts[kind] for kind in ChangeKind},
        "sentences": {
            "same": comparison.sentences.same,
            "edited": comparison.sentences.edited,
            "added": comparison.sentences.added,
            "gone": comparison.sentences.gone,
        },
        "changes": [_change(change) for change in comparison.changes],
        "moved": [_change(change) for change in comparison.moved],
    }
    if comparison.facts is not None:
        value["fact_counts"] = {each.value: comparison.currency[each] for each in Currency}
        value["facts"] = [_fact(fact) for fact in comparison.facts]
    return json_text(value)


def _change(change: Change) -> Json:
    value: dict[str, Json] = {
        "kind": change.kind.value,
        "subject": change.subject.value,
        "message": change.message,
        "old": _passage(change.old),
        "new": _passage(change.new),
    }
    if change.old_figure is not None:
        value["old_figure"] = quantity_value(change.old_figure)
    if change.new_figure is not None:
        value["new_figure"] = quantity_value(change.new_figure)
    if change.note:
        value["note"] = change.note
    return value


def _passage(passage: Passage | None) -> Json:
    if passage is None:
        return None
    return {
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "paragraph": passage.paragraph,
        "headline": passage.headline,
    }


def _fact(fact: FactCurrency) -> Json:
    return {
        "id": fact.fact_id,
        "statement": fact.statement,
        "currency": fact.currency.value,
        "message": fact.message,
        "was": fact.was.value,
        "status": fact.status.value,
        "evidence": [evidence_value(evidence) for evidence in fact.evidence],
        "now": [evidence_value(evidence) for evidence in fact.now],
        "changes": [_change(change) for change in fact.changes],
        "findings": [finding_value(finding) for finding in fact.findings],
    }
