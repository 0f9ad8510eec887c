"""A comparison of two versions on a terminal, as Markdown and as JSON."""

import dataclasses
import json
import re

from briefing.records.briefing import SourceInfo
from briefing.records.comparison import Change, ChangeKind, Comparison, Currency, FactCurrency, Passage, Subject
from briefing.records.findings import Status
from briefing.records.quantity import Kind, Quantity
from briefing.render.comparison import comparison_to_json, comparison_to_markdown, comparison_to_text

SOURCE = SourceInfo("0" * 64, 100, "en")
TOLL = Change(
    ChangeKind.CHANGED,
    Subject.FIGURE,
    Passage("12 people", 0, 9, 1, headline=True),
    Passage("17 people", 5, 14, 2),
    "'12 people' (headline) is now '17 people' (paragraph 2).",
)
QUOTE = Change(
    ChangeKind.ADDED,
    Subject.QUOTATION,
    None,
    Passage("We | *saw*\nit", 20, 32, 3),
    "A quotation is new (paragraph 3).",
    note="the words stood in the old version, without quotation marks",
)
BOATS = Change(ChangeKind.MOVED, Subject.FIGURE, Passage("2 boats", 30, 37, 4), Passage("2 boats", 3, 10, 1), "Moved.")
STALE = FactCurrency(
    "f1", "12 people were hurt.", Currency.STALE, "It changed.", Status.VERIFIED, Status.CHECK, changes=(TOLL,)
)
HELD = FactCurrency("f2", "The road is closed.", Currency.CURRENT, "It stands.", Status.VERIFIED, Status.VERIFIED)
COMPARISON = Comparison(SOURCE, SOURCE, (TOLL, QUOTE), (BOATS,), (STALE, HELD))


def test_each_change_is_a_line_under_its_subject() -> None:
    """What became of it, the words before, the words now, both places; a note below; the counts last."""
    assert comparison_to_text(COMPARISON).splitlines() == [
        "Figures",
        "  ~ changed      12 people  →  17 people      headline → paragraph 2",
        "",
        "Quotations",
        "  + added        ·          →  We | *saw* it  paragraph 3",
        "                 the words stood in the old version, without quotation marks",
        "",
        "Facts of the briefing",
        "  ✗ stale    f1  12 people were hurt.",
        "             '12 people' (headline) is now '17 people' (paragraph 2).",
        "             checked against the new version: check",
        "",
        "2 changes: 1 changed, 1 added.",
        "2 facts: 1 current, 0 moved, 1 stale, 0 gone.",
    ]


def test_a_figure_is_not_cut_off() -> None:
    """Where the words with what is counted are too long for the table, the figure stands alone."""
    words = "expected operating profit of between 1.8 billion and 2.0 billion euros"
    figure = Quantity("between 1.8 billion and 2.0 billion euros", 29, len(words), Kind.MONEY)
    change = dataclasses.replace(TOLL, old=Passage(words, 0, len(words), 1), old_figure=figure)
    assert "between 1.8 billion and 2.0 billion euros" in comparison_to_text(
        dataclasses.replace(COMPARISON, changes=(change,), facts=None)
    )


def test_everything_is_shown_on_request() -> None:
    """What only stands elsewhere, and the facts that hold."""
    text = comparison_to_text(COMPARISON, everything=True)
    assert "= moved" in text
    assert "✓ current  f2  The road is closed." in text


def test_colour_is_decoration() -> None:
    """Without colour there is no escape sequence, and colour changes no word."""
    plain, coloured = comparison_to_text(COMPARISON), comparison_to_text(COMPARISON, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[33m~ changed\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_nothing_is_said_to_be_nothing() -> None:
    """An empty comparison is a sentence, not an empty page; without a briefing there is no word about facts."""
    same = dataclasses.replace(COMPARISON, changes=(), moved=(), facts=None)
    assert comparison_to_text(same) == "Nothing moved: figures, dates, names, quotations and hedges are the same.\n"
    assert "Nothing moved" in comparison_to_markdown(same)


def test_markdown_tables_hold_whatever_an_article_prints() -> None:
    """A bar, a star or a line end in a quotation breaks no table."""
    text = comparison_to_markdown(COMPARISON)
    assert "| added |  | We \\| \\*saw\\* it | paragraph 3 |" in text
    assert "- ✗ **stale** f1: 12 people were hurt." in text


def test_json_is_complete_whatever_is_shown() -> None:
    """Moved figures and facts that hold are always in it; without a briefing the keys of facts are not."""
    value = json.loads(comparison_to_json(COMPARISON))
    assert [change["kind"] for change in (*value["changes"], *value["moved"])] == ["changed", "added", "moved"]
    assert [fact["currency"] for fact in value["facts"]] == ["stale", "current"]
    assert value["changes"][1]["old"] is None
    assert "facts" not in json.loads(comparison_to_json(dataclasses.replace(COMPARISON, facts=None)))
