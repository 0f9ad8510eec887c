"""A report on a terminal."""

import re

from briefing.records.report import Report
from briefing.render.terminal import report_to_text
from tests.render.sample import FACTS, briefing, hostile

FINDINGS = tuple(finding for fact in FACTS for finding in fact.findings)


def test_what_needs_a_look_stands_above_what_passed() -> None:
    """The first lines are the ones to act on, with the source's words and a last line that counts."""
    text = report_to_text(Report(FINDINGS, briefing().source_findings))
    lines = text.splitlines()
    assert lines[0].startswith("! check  “more than 500” claims a larger number")
    assert lines[1] == "    source:  “up to 500 people”"
    assert text.index("✗ not supported") < text.index("✓ verified")
    assert "    working: 120 + 80 = 200" in lines
    assert lines[-1] == "7 findings: 4 verified (1 of them derived), 2 to check, 1 not supported."


def test_colour_is_decoration() -> None:
    """Without colour there is no escape sequence, and colour changes no word."""
    report = Report(FINDINGS)
    plain, coloured = report_to_text(report), report_to_text(report, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31m✗ not supported\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_a_text_cannot_steer_the_terminal() -> None:
    """Control characters of an article are printed as names, never sent."""
    bad, _ = hostile("\x1b]0;owned\x07\r\x9b2J\u202e438\x00")
    text = report_to_text(Report(bad.facts[0].findings, bad.source_findings))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "⟨U+001B⟩" in text


def test_omitted_figures_are_listed_if_asked() -> None:
    """In the order of the report, with their reading; a long list is cut and says so."""
    figure = briefing().omitted_figures[0]
    report = Report(FINDINGS, omitted_figures=(figure,) * 22)
    assert "2.5 million crowns" not in report_to_text(report)
    lines = report_to_text(report, omitted=True).splitlines()
    assert lines.count("  “2.5 million crowns”: 2,500,000 crown") == 20
    assert "  and 2 more figures of less weight (--json has them all)" in lines
    assert "Every figure is used." in report_to_text(Report(FINDINGS), omitted=True)
    assert "Figures of the source" in report_to_text(Report((), omitted_figures=(figure,)), omitted=True)


def test_an_omitted_figure_cannot_steer_the_terminal() -> None:
    """Its words are an article's."""
    bad, _ = hostile("\x1b]0;owned\x07\u202e438")
    text = report_to_text(Report((), omitted_figures=bad.omitted_figures), omitted=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)


def test_nothing_to_check_is_said() -> None:
    """An empty report does not look like a passed one."""
    assert report_to_text(Report(())).startswith("Nothing here could be checked")
