"""A text's figures as a table, CSV or JSON: what was read, and as what."""

import csv
import io
from collections.abc import Sequence

from briefing.records.json_write import Json, json_text, quantity_value
from briefing.records.quantity import Kind, Quantity
from briefing.render.controls import plain_spaces, visible

_COLUMNS = ("words", "reading", "hedge", "kind", "counted", "event", "period", "position")
_LEADING = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 36


def reading_of(quantity: Quantity) -> str:
    """The reading in one short expression: "438", "> 2500", "<= 1000", "[10, 15]", "2023-10-01..2023-10-31"."""
    if quantity.kind is Kind.IDENTIFIER:
        return "names itself"
    if quantity.date is not None:
        first, last = quantity.date.first, quantity.date.last
        if first is None or last is None:
            return "unanchored"
        days = first.isoformat() if first == last else f"{first}..{last}"
        return days + (" (inferred)" if quantity.date.inferred else "")
    if quantity.pair is not None:
        return f"{quantity.pair[0]} : {quantity.pair[1]}"
    value = _interval(quantity)
    measured = quantity.currency or quantity.unit
    percent = {Kind.PERCENT: "%", Kind.PERCENTAGE_POINT: "points"}.get(quantity.kind)
    return " ".join(part for part in (value, percent or measured) if part)


def _interval(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        if low == high:
            return format(low, "f")
        closing = "]" if quantity.high_inclusive else ")"
        return f"{'[' if quantity.low_inclusive else '('}{low:f}, {high:f}{closing}"
    if low is not None:
        return f"{'>=' if quantity.low_inclusive else '>'} {low:f}"
    if high is not None:
        return f"{'<=' if quantity.high_inclusive else '<'} {high:f}"
    return "?"


def _row(quantity: Quantity) -> tuple[str, ...]:
    return (
        plain_spaces(quantity.raw),
        reading_of(quantity),
        quantity.hedge.value,
        quantity.kind.value,
        plain_spaces(quantity.counted.text) if quantity.counted else "",
        quantity.event or "",
        plain_spaces(quantity.period.text) if quantity.period else "",
        f"{quantity.start}-{quantity.end}",
    )


def figures_to_table(quantities: Sequence[Quantity]) -> str:
    """A table for a terminal, one figure a line; long cells are cut, control characters are shown."""
    rows = [_COLUMNS, *(tuple(_cut(visible(cell)) for cell in _row(quantity)) for quantity in quantities)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines) + "\n"


def _cut(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…"


def figures_to_csv(quantities: Sequence[Quantity]) -> str:
    """CSV with a header line; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for quantity in quantities:
        writer.writerow(["'" + cell if cell.startswith(_LEADING) else cell for cell in _row(quantity)])
    return buffer.getvalue()


def figures_to_json(quantities: Sequence[Quantity]) -> str:
    """A JSON list with every field of every figure that applies."""
    values: list[Json] = [quantity_value(quantity) for quantity in quantities]
    return json_text(values)
