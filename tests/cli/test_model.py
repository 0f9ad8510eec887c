"""``briefing summarize`` with a model: how it is named, what is recorded and replayed, what errors exit with."""

import json
from pathlib import Path

import pytest

from briefing import Briefing
from tests.cli.running import Runner
from tests.llm.scripted import CROSSCHECK, EXTRACT, endpoint, figure, tasks
from tests.llm.server import Json, chat, failure

pytestmark = pytest.mark.enable_socket
SAID: Json = {"figures": [figure("Kenya sent 200 officers.", "s1")]}
WRONG: Json = {"figures": [figure("Kenya sent 300 officers.", "s1")]}


@pytest.fixture(name="article")
def article_fixture(tmp_path: Path) -> Path:
    """A short article on disk."""
    path = tmp_path / "article.txt"
    path.write_text("Kenya sent 200 officers to Haiti on Tuesday. Nobody was hurt.", "utf-8")
    return path


def test_model_and_endpoint_are_options(run: Runner, article: Path) -> None:
    """The remark on stderr says who is asked; the briefing, which model answered."""
    with endpoint(extract=SAID) as (server, _):
        done = run("summarize", article, "-m", "m", "--base-url", server.url, "--json")
    assert done.code == 0
    assert done.err == f"briefing: asking m at {server.url}; every word of its answer is checked\n"
    made = Briefing.from_json(done.out)
    assert made.provenance.model is not None
    assert (made.engine, made.provenance.model.name) == ("model", "scripted-1")
    assert tasks(server) == [EXTRACT, CROSSCHECK]
    assert server.requests[0]["model"] == "m"


def test_the_environment_names_them_too_and_options_win(
    run: Runner, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """OPENAI_BASE_URL, OPENAI_API_KEY, BRIEFING_MODEL; the key is never printed."""
    with endpoint(extract=SAID) as (server, _):
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-not-for-anyone")
        monkeypatch.setenv("BRIEFING_MODEL", "of-the-environment")
        plain = run("summarize", article, "--json")
        chosen = run("summarize", article, "--json", "-m", "of-the-option")
        nobody = run("summarize", article, "--json", "--engine", "embedded")
    assert [request["model"] for request in server.requests] == ["of-the-environment"] * 2 + ["of-the-option"] * 2
    assert Briefing.from_json(nobody.out).engine == "embedded"
    assert "sk-not" not in "".join(part for each in (plain, chosen, nobody) for part in (each.out, each.err))


def test_no_crosscheck_asks_once(run: Runner, article: Path) -> None:
    """And the briefing says that nobody read it again."""
    with endpoint(extract=SAID) as (server, _):
        done = run("summarize", article, "-m", "m", "--base-url", server.url, "--json", "--no-crosscheck")
    assert tasks(server) == [EXTRACT]
    assert json.loads(done.out)["provenance"]["stages"][0]["outcome"].startswith("skipped")


def test_record_then_replay(run: Runner, article: Path, tmp_path: Path) -> None:
    """The same bytes without an endpoint; another article is exit code 4 and the error says what to do."""
    folder = tmp_path / "kept"
    with endpoint(extract=SAID) as (server, _):
        made = run("summarize", article, "-m", "m", "--base-url", server.url, "--json", "--record", folder)
    again = run("summarize", article, "-m", "m", "--json", "--replay", folder)
    assert (again.code, again.out) == (0, made.out)
    article.write_text("Kenya sent 200 officers to Haiti on Monday.", "utf-8")
    other = run("summarize", article, "-m", "m", "--json", "--replay", folder)
    assert (other.code, other.out) == (4, "")
    assert "record it again" in other.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("-m", "m", "--record", "a", "--replay", "b"), "contradict each other"),
        (("--base-url", "http://127.0.0.1:9/v1"), "give --model"),
        (("--engine", "model"), "OPENAI_API_KEY"),
        (("--replay", "a"), "OPENAI_API_KEY"),
        (("-m", " "), "has no name"),
        (("-m", "m", "--max-tokens", "0"), "at least one request"),
        (("-m", "m", "--deadline", "0"), "at least one request"),
        (("-m", "m", "--deadline", "nan"), "at least one request"),
    ],
)
def test_options_that_make_no_sense_are_said_in_words(
    run: Runner, article: Path, options: tuple[str, ...], message: str
) -> None:
    """Nothing is asked, nothing is printed; the way out is named."""
    done = run("summarize", article, *options)
    assert done.code in (2, 4)
    assert done.out == ""
    assert message in done.err


@pytest.mark.parametrize(
    "reply", [failure(401), failure(404), failure(400), chat("no json"), chat(None, refusal="no")], ids=str
)
def test_a_model_that_cannot_be_used_is_exit_code_4(run: Runner, article: Path, reply: object) -> None:
    """One line that says what happened; no traceback, no answer."""
    with endpoint(extract=reply) as (server, _):  # type: ignore[arg-type]
        done = run("summarize", article, "-m", "m", "--base-url", server.url)
    assert (done.code, done.out) == (4, "")
    assert done.err.splitlines()[-1].startswith("briefing: ")


def test_strict_counts_what_a_model_got_wrong(run: Runner, article: Path) -> None:
    """1 with --strict; the briefing is printed, with the fact marked."""
    with endpoint(extract=WRONG) as (server, _):
        done = run("summarize", article, "-m", "m", "--base-url", server.url, "--strict")
    assert done.code == 1
    assert "300 officers" in done.out
