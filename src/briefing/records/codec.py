"""Lossless JSON for finished results: the same bytes for the same briefing, and nothing ignored when reading back."""

import dataclasses
import hashlib

from briefing.records.briefing import Briefing
from briefing.records.findings import Status
from briefing.records.json_node import parse
from briefing.records.json_read import known_version, read_briefing, read_counts
from briefing.records.json_write import (
    Json,
    briefing_value,
    compact_json,
    counts_value,
    figure_value,
    finding_value,
    json_text,
    quantity_value,
)
from briefing.records.report import Report


def briefing_to_json(briefing: Briefing) -> str:
    """The briefing as JSON text in a fixed order of keys, with a newline at its end.

    Numbers of figures are strings in plain notation and dates are ISO 8601; a field with nothing in it is left out.
    Raises ``InvalidBriefingError`` for what JSON cannot hold: a figure that is not finite, a part named twice.
    """
    return json_text(briefing_value(briefing))


def briefing_from_json(text: str) -> Briefing:
    """The briefing that ``briefing_to_json`` wrote.

    Counts are worked out from the facts; ``stored_counts`` tells what the file says. Raises
    ``InvalidBriefingError`` that names the place ("facts[3].figures[0].low") and what was expected there.
    """
    return read_briefing(parse(text))


def stored_counts(text: str) -> dict[Status, int]:
    """The counts as the file gives them, every status a key, whether or not the facts bear them out.

    Raises ``InvalidBriefingError`` if the text is no briefing of a known version or its counts are malformed.
    """
    return read_counts(known_version(parse(text))["counts"])


def content_sha256(briefing: Briefing) -> str:
    """Digest, in hex, of everything in the briefing but its own ``provenance.content_sha256``.

    It is the SHA-256 of the JSON in UTF-8 with its keys in their order, no white space, and that one field empty.
    """
    blank = dataclasses.replace(briefing.provenance, content_sha256="")
    value = briefing_value(dataclasses.replace(briefing, provenance=blank))
    return hashlib.sha256(compact_json(value).encode("utf-8")).hexdigest()


def report_to_json(report: Report) -> str:
    """The report as JSON text: its verdict, then its findings, those on the source, and the figures on both sides."""
    value: dict[str, Json] = {
        "status": report.status.value,
        "ok": report.ok,
        "counts": counts_value(report.counts),
        "findings": [finding_value(finding) for finding in report.findings],
        "source_findings": [finding_value(finding) for finding in report.source_findings],
        "figures": [figure_value(figure) for figure in report.figures],
        "omitted_figures": [quantity_value(quantity) for quantity in report.omitted_figures],
    }
    return json_text(value)
