"""What the weights of the binding are learned from: feature vectors of figures whose value stands in the source.

A figure of a faithful summary is said of the same thing as its source's figure; the same figure held against another
figure of that kind in the article is not. Of a wrong summary one figure is wrong, and nobody says which.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from briefing import Settings
from briefing.pipeline import prepare
from briefing.records.article import Reading
from briefing.records.quantity import Kind, Quantity
from briefing.stages.read import read_text
from briefing.text.alignment import Alignment, Surrounded
from briefing.text.events import events
from briefing.text.matching import Relation, relate
from evals.summaries_data import SummarySet

FAITHFUL = frozenset(("ok_literal", "orig"))
WRONG = frozenset(("err_present_elsewhere", "swap_in_article"))
_OTHERS = 4
"""Other figures of the article that each figure of a faithful summary is held against."""

Vector = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a summary: vectors for the figures of its value, and for some of another value."""

    same: tuple[Vector, ...]
    others: tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One summary with all its figures that the source has; ``article`` tells which rows must not be torn apart."""

    article: str
    kind: str
    figures: tuple[FigureRow, ...]


def rows_of(summaries: SummarySet) -> list[SummaryRow]:
    """A row for each summary that is faithful, or wrong in a way that only the binding can see."""
    settings = Settings(language="en")
    sources: dict[str, Surrounded] = {}
    found: list[SummaryRow] = []
    for summary in summaries.summaries:
        if summary.kind not in FAITHFUL | WRONG:
            continue
        if summary.source_id not in sources:
            text = read_text(summaries.sources[summary.source_id], settings=settings)
            sources[summary.source_id] = Surrounded(prepare(text))
        source = sources[summary.source_id]
        draft = Surrounded(prepare(read_text(summary.text, settings=settings)))
        alignment = Alignment(draft, source, events("en"))
        figures = _figures(
            draft.reading, source.reading, alignment, seed=len(found), negatives=summary.kind in FAITHFUL
        )
        found.append(SummaryRow(f"{summaries.name} {summary.source_id}", summary.kind, tuple(figures)))
    return found


def _figures(draft: Reading, source: Reading, alignment: Alignment, *, seed: int, negatives: bool) -> list[FigureRow]:
    found = []
    for figure in draft.quantities:
        same = [other for other in source.quantities if _same(figure, other)]
        if same:
            others = _others(same, source.quantities, seed) if negatives else []
            found.append(
                FigureRow(
                    tuple(alignment.features(figure, other, occurrences=len(same)) for other in same),
                    tuple(
                        alignment.features(figure, other, occurrences=_occurrences(other, source)) for other in others
                    ),
                )
            )
    return found


def _same(figure: Quantity, other: Quantity) -> bool:
    if Kind.IDENTIFIER in (figure.kind, other.kind):
        return False
    if figure.kind is Kind.DATE:
        return other.kind is Kind.DATE and figure.raw.lower() == other.raw.lower()
    return other.kind is not Kind.DATE and relate(figure, other) is Relation.SAME


def _occurrences(figure: Quantity, source: Reading) -> int:
    return sum(
        other.kind is figure.kind and (other.stated, other.pair) == (figure.stated, figure.pair)
        for other in source.quantities
        if figure.kind is not Kind.DATE or other.raw.lower() == figure.raw.lower()
    )


def _others(same: Sequence[Quantity], figures: Sequence[Quantity], seed: int) -> list[Quantity]:
    values = {(other.stated, other.raw.lower()) for other in same}
    able = [
        other for other in figures if other.kind is same[0].kind and (other.stated, other.raw.lower()) not in values
    ]
    # Pseudo-random, and the same at every run, so that the weights can be fitted again.
    random.Random(seed).shuffle(able)
    return able[:_OTHERS]
