"""A report as lines for a terminal: what needs a look first, each with the source's words."""

from collections.abc import Iterator

from briefing.records.findings import Finding, Status
from briefing.records.report import Report
from briefing.render.controls import visible
from briefing.render.wording import (
    STATUS_ICONS,
    STATUS_WORDS,
    in_context,
    other_derivations,
    plural,
    reading,
    tally,
    words_not_in_message,
)

_COLOURS = {
    Status.VERIFIED: "32",
    Status.DERIVED: "32",
    Status.CHECK: "33",
    Status.UNSUPPORTED: "31",
    Status.NOT_CHECKABLE: "33",
}
_LONGEST_QUOTE = 240
_MOST_OMITTED = 20


def report_to_text(report: Report, *, colour: bool = False, omitted: bool = False) -> str:
    """The report as text with a newline at its end; ``colour`` adds ANSI colours, which never carry meaning alone.

    ``omitted`` adds the weightiest figures of the source that the text does not use. Nothing in the texts that were
    checked can reach the terminal as a control character.
    """
    lines: list[str] = []
    if not report.findings and not report.source_findings:
        lines.append("Nothing here could be checked: no figure, date, name or quote was found.")
        return "\n".join([*lines, *_omitted(report, wanted=omitted)]) + "\n"
    failed = [finding for finding in report.findings if not finding.status.passed]
    for finding in (*failed, *(finding for finding in report.findings if finding.status.passed)):
        lines += _finding(finding, colour=colour)
    if report.source_findings:
        lines += ["", "About the source itself:"]
        for finding in report.source_findings:
            lines += _finding(finding, colour=colour)
    lines += _omitted(report, wanted=omitted)
    lines += ["", f"{tally(report.counts).sentence('finding')}."]
    return "\n".join(lines) + "\n"


def _omitted(report: Report, *, wanted: bool) -> Iterator[str]:
    """The figures that were left out, the weightiest first; how many more there are, if it is a long list."""
    if not wanted:
        return
    yield from ("", "Figures of the source that are not used:" if report.omitted_figures else "Every figure is used.")
    for quantity in report.omitted_figures[:_MOST_OMITTED]:
        words = reading(quantity)
        yield f"  “{_shortened(in_context(quantity))}”" + (f": {visible(words)}" if words else "")
    more = len(report.omitted_figures) - _MOST_OMITTED
    if more > 0:
        yield f"  and {more} more {plural('figure', more)} of less weight (--json has them all)"


def _finding(finding: Finding, *, colour: bool) -> Iterator[str]:
    badge = f"{STATUS_ICONS[finding.status]} {STATUS_WORDS[finding.status]}"
    if colour:
        badge = f"\x1b[{_COLOURS[finding.status]}m{badge}\x1b[0m"
    claimed = "" if finding.claim is None or finding.claim.text in finding.message else finding.claim.text
    claim = f"“{_shortened(claimed)}”: " if claimed else ""
    yield f"{badge}  {claim}{visible(finding.message)}"
    if finding.working is not None:
        yield f"    working: {visible(finding.working.expression)}{other_derivations(finding.working)}"
    if not finding.status.passed:
        yield from (f"    source:  “{_shortened(words)}”" for words in words_not_in_message(finding))


def _shortened(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + "…"
