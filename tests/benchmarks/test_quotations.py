"""The benchmark of quotations: quotes are of the text, slow readers get fewer, and missing data is named."""

import pytest

from benchmarks.quotations import line, main, measure, pick
from evals.quotations_readers import Answer, Contestant
from evals.summaries_data import ENVIRONMENT

TEXT = "The harbour was closed on Monday, and 12 boats waited outside. " * 20


def test_quotes_are_cut_from_the_text() -> None:
    """Without a change every quote stands in the text, and no more are given than were asked for."""
    quotes = pick(TEXT, None, 3)
    assert len(quotes) == 3
    assert all(quote in TEXT for quote in quotes)


def test_a_slow_reader_gets_fewer_quotes() -> None:
    """Once its seconds are used up a reader is asked no more, and the number of quotes is shown."""
    measured = measure(lambda _: Answer(), ["one", "two"], seconds=-1)
    assert measured.count == 1
    shown = line(10, Contestant("slow", lambda _: lambda _: Answer()), TEXT, {"exact": ["one", "two"]}, -1)
    assert "n=1" in shown


def test_without_data_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Missing data fails nothing and is named on stderr."""
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert main([]) == 0
    assert "skipped" in capsys.readouterr().err
