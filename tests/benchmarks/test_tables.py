"""The benchmark of tables writes the tables that it says, and what a table costs grows with its figures."""

import pytest

from benchmarks.tables import KINDS, main, texts
from briefing import Briefer, Settings
from briefing.records.quantity import Quantity
from briefing.stages.verify.vetoes import Opposed, Veto
from briefing.text import values
from briefing.text.alignment import Alignment
from briefing.text.matching import Relation, relate
from briefing.text.quantities import read_quantities

SMALL, LARGE = 100, 400
GROWTH = 2 * LARGE / SMALL
"""Work that grows with the figures of a table grows by no more than this; with their square it would be twice that."""


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_table_holds_as_many_figures_as_it_says(kind: str) -> None:
    """Draft and article alike, and the draft differs."""
    draft, article = texts(kind, SMALL)
    for text in (draft, article):
        assert len([figure for figure in read_quantities(text) if figure.raw[0].isdigit()]) == SMALL
    assert draft != article
    assert texts(kind, SMALL) == (draft, article)


@pytest.mark.parametrize("kind", list(KINDS))
def test_work_grows_with_the_figures(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: figures compared by value, candidates scored, candidates asked for vetoes."""
    work = _counted(monkeypatch)
    spent = {}
    for size in (SMALL, LARGE):
        work.clear()
        Briefer(Settings(language="en")).verify(*texts(kind, size))
        spent[size] = dict(work)
    for name, count in spent[SMALL].items():
        assert spent[LARGE][name] <= GROWTH * count + LARGE, name


def _counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Calls of what costs most, by name, from now on."""
    work: dict[str, int] = {}

    def count(name: str) -> None:
        work[name] = work.get(name, 0) + 1

    def compared(claim: Quantity, source: Quantity) -> Relation | None:
        count("compared")
        return relate(claim, source)

    monkeypatch.setattr(values, "relate", compared)
    features, vetoes = Alignment.features, Opposed.vetoes

    def scored(self: Alignment, figure: Quantity, other: Quantity, *, occurrences: int) -> tuple[float, ...]:
        count("scored")
        return features(self, figure, other, occurrences=occurrences)

    def doubted(self: Opposed, other: Quantity) -> tuple[Veto, ...]:
        count("doubted")
        return vetoes(self, other)

    monkeypatch.setattr(Alignment, "features", scored)
    monkeypatch.setattr(Opposed, "vetoes", doubted)
    return work


def test_it_prints_a_row_for_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    """With one size there is no ratio, and nothing to fail."""
    assert main(["--largest", "100"]) == 0
    shown = capsys.readouterr().out
    assert all(kind in shown for kind in KINDS)
