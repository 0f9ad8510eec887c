"""The benchmark of `verify()` picks what it says it picks, times calls only, and says when it has no data."""

import pytest

from benchmarks.verify import Pair, best, line, main, pick, ways
from evals.summaries_data import ENVIRONMENT, Summary, SummarySet

ONE = "Police counted 12 boats."
TWO = "Police counted 12 boats. The harbour was closed on Monday."


def test_only_drafts_of_two_sentences_are_picked() -> None:
    """Shorter and longer drafts would make the milliseconds mean something else."""
    texts = (ONE, TWO, f"{TWO} Nobody was hurt.")
    data = SummarySet("numeric", tuple(Summary(text, "ok_literal", "a") for text in texts), {"a": "An article."})
    assert pick(data, 10) == (Pair(TWO, "An article."),)


def test_drafts_are_spread_over_the_whole_set() -> None:
    """A smaller count takes every n-th draft, not the first ones."""
    summaries = tuple(Summary(TWO.replace("12", str(n)), "ok_literal", "a") for n in range(10, 20))
    picked = pick(SummarySet("numeric", summaries, {"a": "An article."}), 2)
    assert [pair.draft[15:17] for pair in picked] == ["10", "15"]


def test_every_way_checks_a_pair() -> None:
    """Ours with and without an index give a result for the same pair, and the first call is not counted."""
    for make in ways().values():
        check = make(Pair(TWO, TWO))
        assert check() is not None
        assert best(check, 1) >= 0


def test_best_counts_calls_after_the_first() -> None:
    """One call warms up; the number of rounds is what is timed."""
    calls: list[int] = []
    best(lambda: calls.append(1), 3)
    assert len(calls) == 4


def test_line_shows_median_and_slowest() -> None:
    """A row reads the same whatever the order of the times."""
    shown = " ".join(line("ours", [3.0, 1.0, 2.0]).split())
    assert shown == "ours median 2.00 ms, mean 2.00 ms, p95 2.00 ms, slowest 3.00 ms"
    assert line("ours", []).endswith("-")


def test_without_data_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing data fails nothing and is named on stderr."""
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert main([]) == 0
    assert "skipped" in capsys.readouterr().err
