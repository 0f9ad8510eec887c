"""``briefing compare``: two versions of a story, and a briefing of the first."""

import json
from pathlib import Path

import pytest

from tests import stories
from tests.cli.running import CONTROL, Runner

OLD = stories.path("river-flood")
NEW = stories.FIXTURES / "river-flood" / "update.txt"


@pytest.fixture(name="briefing")
def briefing_fixture(run: Runner, tmp_path: Path) -> Path:
    """A briefing of the old version on disk."""
    file = tmp_path / "briefing.json"
    assert run("summarize", OLD, "-q", "-o", file).code == 0
    return file


def test_what_moved_is_exit_code_1(run: Runner) -> None:
    """As with diff; the table is data on stdout, with both sides and their paragraphs."""
    done = run("compare", OLD, NEW)
    assert (done.code, done.err) == (1, "")
    (line,) = [line for line in done.out.splitlines() if "540 soldiers" in line]
    assert line.split() == [
        "~",
        "changed",
        "sent",
        "450",
        "soldiers",
        "→",
        "sent",
        "540",
        "soldiers",
        "paragraph",
        "8",
        "→",
        "3",
    ]
    assert done.out.splitlines()[-2:] == [
        "15 changes: 7 changed, 1 hedge, 1 respelt, 1 altered, 4 added, 1 gone.",
        "Sentences: 13 with the same words, 9 edited, 1 new.",
    ]


def test_nothing_moved_is_exit_code_0(run: Runner, tmp_path: Path) -> None:
    """Other paragraphs, other line ends: the same story."""
    moved = tmp_path / "moved.txt"
    moved.write_text("\r\n\r\n".join(reversed(OLD.read_text("utf-8").strip().split("\n\n"))), "utf-8")
    done = run("compare", OLD, moved)
    assert (done.code, done.err) == (0, "")
    assert done.out == "Nothing moved: figures, dates, names, quotations and hedges are the same.\n"


def test_a_briefing_shows_its_stale_facts(run: Runner, briefing: Path) -> None:
    """Those that hold are counted, and listed only on request."""
    done = run("compare", OLD, NEW, "--briefing", briefing)
    assert done.code == 1
    assert "✗ stale" in done.out
    assert "✓ current" not in done.out
    assert done.out.splitlines()[-1] == "22 facts: 11 current, 2 moved, 9 stale, 0 gone."
    assert "✓ current" in run("compare", OLD, NEW, "--briefing", briefing, "--all").out


def test_a_briefing_whose_facts_all_hold_is_exit_code_0(run: Runner, briefing: Path) -> None:
    """The approval stands."""
    done = run("compare", OLD, OLD, "--briefing", briefing)
    assert done.code == 0
    assert "every fact still holds" in done.out


def test_json_has_everything(run: Runner, briefing: Path) -> None:
    """Kinds, both passages with their places, figures with their values, facts with old and new evidence."""
    done = run("compare", OLD, NEW, "--briefing", briefing, "--json")
    assert done.code == 1
    found = json.loads(done.out)
    assert found["ok"] is False
    assert (found["counts"]["changed"], found["counts"]["moved"]) == (7, 1)
    (soldiers,) = [change for change in found["changes"] if change["new"] and "soldiers" in change["new"]["text"]]
    assert (soldiers["kind"], soldiers["subject"]) == ("changed", "figure")
    assert (soldiers["old_figure"]["stated"], soldiers["new_figure"]["stated"]) == ("450", "540")
    assert (soldiers["old"]["paragraph"], soldiers["new"]["paragraph"]) == (8, 3)
    text = NEW.read_text("utf-8")
    for fact in found["facts"]:
        assert fact["currency"] in ("current", "moved", "stale")
        for evidence in fact["now"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["exact"]
    assert found["fact_counts"] == {"current": 11, "moved": 2, "stale": 9, "gone": 0}


def test_markdown_goes_to_a_file_by_its_name(run: Runner, tmp_path: Path) -> None:
    """With ``-o`` nothing is printed; the exit code stays."""
    done = run("compare", OLD, NEW, "-o", tmp_path / "moved.md")
    assert (done.code, done.out) == (1, "")
    assert "| changed | sent 450 soldiers | sent 540 soldiers | paragraph 8 → 3 |" in (tmp_path / "moved.md").read_text(
        "utf-8"
    )


def test_either_version_can_come_from_stdin(run: Runner) -> None:
    """A version from an editor's buffer."""
    assert run("compare", "-", NEW, stdin=OLD.read_bytes()).code == 1
    assert run("compare", OLD, "-", stdin=OLD.read_bytes()).code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("-", "-"), "one of them"),
        ((OLD, "missing.txt"), "no such file"),
        ((OLD, NEW.parent), "is a folder"),
        ((OLD, NEW, "--json", "--format", "text"), "contradict"),
        ((OLD, NEW, "--briefing", "missing.json"), "cannot read the briefing"),
        ((OLD, NEW, "--briefing", OLD), "JSON"),
        ((OLD, NEW, "--published-at", "soon"), "2024-07-17"),
    ],
)
def test_what_cannot_be_used_is_exit_code_2(run: Runner, arguments: tuple[str | Path, ...], says: str) -> None:
    """Refused with what is wrong and what would be right."""
    done = run("compare", *arguments, stdin=b"Kenya sent 200 officers.")
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_a_briefing_of_another_article_is_exit_code_2(run: Runner, briefing: Path) -> None:
    """The old version has to be the one that was briefed; the message says so."""
    other = run("compare", stories.path("village-choir"), NEW, "--briefing", briefing)
    turned = run("compare", NEW, OLD, "--briefing", briefing)
    assert (other.code, turned.code) == (2, 2)
    assert "give the version that was briefed as the old one" in other.err
    assert "was made from the new version" in turned.err


def test_a_date_of_its_own_for_the_new_version(run: Runner, tmp_path: Path) -> None:
    """The word "yesterday" means another day in a story of the next day."""
    file = tmp_path / "story.txt"
    file.write_text("The talks began yesterday in Lund, police said.", "utf-8")
    assert run("compare", file, file, "--published-at", "2025-08-21").code == 0
    done = run("compare", file, file, "--published-at", "2025-08-21", "--new-published-at", "2025-08-22")
    assert done.code == 1
    assert "of another date" in done.out


def test_a_text_cannot_steer_the_terminal(run: Runner, tmp_path: Path) -> None:
    """Control characters of either version are shown, not obeyed."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(f"Police said 12 {CONTROL} people were hurt in Lund.", "utf-8")
    new.write_text(f'Police said 17 {CONTROL} people were hurt in Lund. "We saw {CONTROL} it all," said one.', "utf-8")
    for form in ("text", "markdown", "json"):
        done = run("compare", old, new, "--format", form)
        assert done.code == 1
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.out)
