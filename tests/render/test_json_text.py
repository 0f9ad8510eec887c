"""JSON as an output format."""

from briefing.records.briefing import Briefing
from briefing.records.report import Report
from briefing.render.json_text import report_to_json, to_json
from tests.render.sample import FACTS, briefing


def test_the_rendered_json_is_the_stored_one() -> None:
    """What is printed as JSON can be read back as the same briefing."""
    assert Briefing.from_json(to_json(briefing())) == briefing()


def test_a_report_renders_to_json() -> None:
    """The JSON of a report starts with its worst status."""
    assert report_to_json(Report(FACTS[4].findings)).startswith('{\n  "status": "unsupported",\n  "ok": false,')
