"""``briefing check``: a finished briefing and its article again."""

import json
from pathlib import Path

import pytest

from tests import stories
from tests.cli.running import Runner

ARTICLE = stories.path(stories.MISSION)


@pytest.fixture(name="briefing")
def briefing_fixture(run: Runner, tmp_path: Path) -> Path:
    """A briefing on disk."""
    file = tmp_path / "briefing.json"
    assert run("summarize", ARTICLE, "-q", "-o", file).code == 0
    return file


def test_a_briefing_passes(run: Runner, briefing: Path) -> None:
    """Exit code 0, the findings on stdout."""
    done = run("check", briefing, "--source", ARTICLE)
    assert (done.code, done.err) == (0, "")
    assert "200 + 200 = 400" in done.out


def test_a_changed_briefing_fails_and_says_where(run: Runner, briefing: Path) -> None:
    """One digit."""
    briefing.write_text(briefing.read_text("utf-8").replace("up to 1,000 officers", "up to 3,000 officers"), "utf-8")
    done = run("check", briefing, "--source", ARTICLE, "--json")
    assert done.code == 1
    report = json.loads(done.out)
    changed = [finding["message"] for finding in report["findings"] if finding["code"] == "changed"]
    assert any(message.startswith("facts[9].") for message in changed)


def test_a_changed_article_fails_and_says_where(run: Runner, briefing: Path, tmp_path: Path) -> None:
    """The source's hash, and the words."""
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE.read_text("utf-8").replace("nearly 438", "nearly 439"), "utf-8")
    done = run("check", briefing, "--source", article)
    assert done.code == 1
    assert "source.sha256" in done.out
    assert "nearly 439" in done.out


def test_another_article_is_exit_code_2(run: Runner, briefing: Path) -> None:
    """Not a failed check: the wrong file was given."""
    done = run("check", briefing, "--source", stories.path("village-choir"))
    assert (done.code, done.out) == (2, "")
    assert "Give the article that was briefed" in done.err


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "JSON"), (b"{}", "schema_version"), (b"\xff\xfe", "UTF-8"), (b'{"schema_version": "9"}', "9")],
)
def test_what_is_no_briefing_is_exit_code_2(run: Runner, tmp_path: Path, content: bytes, says: str) -> None:
    """Refused with what is wrong with it."""
    file = tmp_path / "briefing.json"
    file.write_bytes(content)
    done = run("check", file, "--source", ARTICLE)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


@pytest.mark.parametrize("name", ["nothing.json", "."])
def test_a_briefing_that_cannot_be_read_is_exit_code_2(run: Runner, tmp_path: Path, name: str) -> None:
    """Missing, or a folder."""
    done = run("check", tmp_path / name, "--source", ARTICLE)
    assert (done.code, done.out) == (2, "")
    assert "cannot read the briefing" in done.err


def test_stdin_is_refused_with_the_reason(run: Runner, briefing: Path) -> None:
    """Two files are needed."""
    for argv in (("check", "-", "--source", ARTICLE), ("check", briefing, "--source", "-")):
        done = run(*argv)
        assert (done.code, done.out) == (2, "")
        assert "two paths" in done.err


def test_a_briefing_with_title_date_and_language_passes(run: Runner, tmp_path: Path) -> None:
    """What was given when it was made is in the briefing; it need not be given again."""
    file = tmp_path / "briefing.json"
    run("summarize", ARTICLE, "-q", "-o", file, "--title", "x", "--published-at", "2024-07-17", "--language", "fr")
    done = run("check", file, "--source", ARTICLE)
    assert "The briefing has" not in done.out
    assert "changed" not in done.out


def test_a_briefing_of_a_file_in_another_encoding_passes(run: Runner, tmp_path: Path) -> None:
    """The encoding that was declared then can be declared again."""
    article, file = tmp_path / "article.txt", tmp_path / "briefing.json"
    article.write_bytes("В порту продали 12 кранов. Это стоило 4 миллиона евро.".encode("koi8-r"))
    run("summarize", article, "-q", "-o", file, "--encoding", "koi8-r")
    done = run("check", file, "--source", article, "--encoding", "koi8-r")
    assert done.code == 0, done.out + done.err
