"""Explanations of a draft's figures, as lines for a terminal and as JSON."""

import json
from collections.abc import Iterator, Sequence

from briefing.records.codec import report_to_json
from briefing.records.explanation import Explanation
from briefing.records.json_write import Json, json_text
from briefing.records.quantity import Quantity, Words
from briefing.records.report import Report
from briefing.render.controls import visible
from briefing.render.wording import STATUS_WORDS


def explanations_to_text(explanations: Sequence[Explanation]) -> str:
    """A paragraph for every figure: how it was read, what it was held against, the reasons, the working."""
    if not explanations:
        return "The draft has no figure to explain.\n"
    return "\n".join("\n".join(_lines(each)) + "\n" for each in explanations)


def explained_to_json(report: Report, explanations: Sequence[Explanation]) -> str:
    """The report as JSON text with one more key, ``explanations``: one object a figure, in text order."""
    value: dict[str, Json] = json.loads(report_to_json(report))
    value["explanations"] = [_value(each) for each in explanations]
    return json_text(value)


def _lines(each: Explanation) -> Iterator[str]:
    yield f"“{visible(each.figure.raw)}”: {STATUS_WORDS[each.status]}"
    yield "    read as:  " + visible(", ".join(f"{name} {words}" for name, words in _read_as(each.figure).items()))
    if each.held_against is None:
        yield "    held against:  no figure of the article relates to it by value"
    else:
        against = f"“{visible(each.held_against.text)}” ({each.relation})"
        yield f"    held against:  {against}, said of the same thing with probability {each.probability:.2f}"
    for title, reasons in (("for", each.speaks_for), ("against", each.speaks_against), ("but", each.vetoes)):
        if reasons:
            yield f"    {title}:  {'; '.join(reasons)}"
    if each.working is not None:
        yield f"    working:  {visible(each.working.expression)}"


def _read_as(figure: Quantity) -> dict[str, str]:
    """The parts of a reading that are there, in words."""
    low = "…" if figure.low is None else format(figure.low, "f")
    high = "…" if figure.high is None else format(figure.high, "f")
    bounded = figure.low is not None or figure.high is not None
    parts = {
        "kind": figure.kind.value,
        "hedge": figure.hedge.value,
        "interval": f"{low} to {high}" if bounded else None,
        "unit": figure.currency or figure.unit,
        "counted": _text(figure.counted),
        "event": figure.event,
        "period": _text(figure.period),
    }
    return {name: words for name, words in parts.items() if words is not None}


def _text(words: Words | None) -> str | None:
    return None if words is None else words.text


def _value(each: Explanation) -> dict[str, Json]:
    value: dict[str, Json] = {
        "raw": each.figure.raw,
        "start": each.figure.start,
        "end": each.figure.end,
        "status": each.status.value,
        "read_as": dict(_read_as(each.figure)),
    }
    if each.held_against is not None:
        words = each.held_against
        value["held_against"] = {"text": words.text, "start": words.start, "end": words.end}
        value["relation"] = each.relation
        value["probability"] = f"{each.probability:.4f}"
    value["for"] = list(each.speaks_for)
    value["against"] = list(each.speaks_against)
    value["vetoes"] = list(each.vetoes)
    if each.working is not None:
        value["working"] = each.working.expression
    return value
