"""Which figures of the source a briefing or a draft leaves out, the weightiest first."""

from bisect import bisect_right
from collections.abc import Iterable

from briefing.records.findings import Finding, Status
from briefing.records.quantity import Quantity
from briefing.records.spans import Span
from briefing.stages.verify.source import SourceIndex


def omitted_figures(used: Iterable[Span], source: SourceIndex) -> tuple[Quantity, ...]:
    """The figures of the source that stand in no ``used`` passage, in the order of ``ranked``.

    A value of a thing that is used once is used; one that is given several times is listed at its first place.
    """
    spans = _joined(used)
    starts = [span.start for span in spans]

    def is_used(quantity: Quantity) -> bool:
        at = bisect_right(starts, quantity.end - 1) - 1
        return at >= 0 and spans[at].overlaps(quantity.span)

    return tuple(each.first for each in source.ranked_figures if not any(map(is_used, each.places)))


def used_by(findings: Iterable[Finding]) -> list[Span]:
    """The passages of the source that bear out what was checked, or come near it.

    What nothing supports uses no figure: the nearest words that such a finding shows say something else.
    """
    spans = []
    for finding in findings:
        if finding.status.passed or finding.status is Status.CHECK:
            spans += [item.span for item in finding.evidence]
            operands = finding.working.operands if finding.working is not None else ()
            spans += [Span(each.start, each.end) for each in operands]
    return spans


def _joined(used: Iterable[Span]) -> list[Span]:
    """The passages in text order, without overlaps."""
    joined: list[Span] = []
    for span in sorted(used):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
