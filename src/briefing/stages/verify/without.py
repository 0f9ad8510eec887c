"""An article as if some passages were not there, so that one part of it can be held against the rest."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.records.article import Reading
from briefing.records.spans import Span
from briefing.stages.verify.source import SourceIndex


def without(source: SourceIndex, passages: Sequence[Span]) -> SourceIndex:
    """The article with ``passages`` blank; everything else keeps its place, so that offsets hold in both."""
    reading = source.reading
    letters = list(reading.text)
    for span in passages:
        letters[span.start : span.end] = " " * (span.end - span.start)

    def stays(span: Span) -> bool:
        return not any(passage.overlaps(span) for passage in passages)

    return SourceIndex(
        Reading(
            article=replace(reading.article, text="".join(letters)),
            units=tuple(unit for unit in reading.units if stays(unit.span)),
            quantities=tuple(quantity for quantity in reading.quantities if stays(quantity.span)),
            names=tuple(name for name in reading.names if stays(name.span)),
        )
    )
