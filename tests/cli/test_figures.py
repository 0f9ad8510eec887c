"""``briefing figures``: what was read, as a table, CSV or JSON."""

import csv
import io
import json

from tests import stories
from tests.cli.running import Runner

ARTICLE = stories.path(stories.MISSION)


def test_a_table_is_the_default(run: Runner) -> None:
    """Every figure with its words, on stdout."""
    done = run("figures", ARTICLE)
    assert (done.code, done.err) == (0, "")
    assert all(words in done.out for words in ("up to 1,000", "resolution 2699", "nearly 438", "October 2023"))


def test_json_has_all_fields(run: Runner) -> None:
    """Intervals, hedges and offsets."""
    value = json.loads(run("figures", ARTICLE, "--json").out)
    figures = value if isinstance(value, list) else value["figures"]
    pledged = next(figure for figure in figures if figure["raw"] == "up to 1,000")
    assert (pledged["hedge"], pledged["high"]) == ("up_to", "1000")
    assert stories.text(stories.MISSION)[pledged["start"] : pledged["end"]] == "up to 1,000"


def test_csv_has_a_line_for_each(run: Runner) -> None:
    """A spreadsheet can read it."""
    rows = list(csv.reader(io.StringIO(run("figures", ARTICLE, "--csv").out)))
    count = len(json.loads(run("figures", ARTICLE, "--json").out))
    assert len(rows) == count + 1 or count == 1
    assert any("up to 1,000" in cell for row in rows for cell in row)


def test_json_and_csv_contradict_each_other(run: Runner) -> None:
    """One form at a time."""
    done = run("figures", ARTICLE, "--json", "--csv")
    assert (done.code, done.out) == (2, "")
    assert "contradict" in done.err


def test_a_text_without_figures_is_no_error(run: Runner) -> None:
    """An empty list is an answer."""
    assert run("figures", stories.path("village-choir"), "--json").code == 0


def test_dates_hang_on_the_publication_date(run: Runner) -> None:
    """Tuesday becomes a day."""
    assert "2024-07-16" in run("figures", ARTICLE, "--json", "--published-at", "2024-07-17").out
    assert "2024-07-16" not in run("figures", ARTICLE, "--json").out
