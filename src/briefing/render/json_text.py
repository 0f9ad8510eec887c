"""Results as JSON text: the form that is stored, exchanged and checked again."""

from briefing.records import codec
from briefing.records.briefing import Briefing
from briefing.records.report import Report


def to_json(briefing: Briefing) -> str:
    """The briefing as JSON text; ``Briefing.from_json`` reads it back without loss."""
    return codec.briefing_to_json(briefing)


def report_to_json(report: Report) -> str:
    """The report as JSON text: ``status``, ``ok``, ``counts``, findings, and figures on both sides."""
    return codec.report_to_json(report)
