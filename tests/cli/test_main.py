"""The command line as a whole: exit codes, streams, bad input, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import Briefing, __version__
from briefing.cli import main as main_module
from tests import stories
from tests.cli.running import CONTROL, Runner

COMMANDS = ("summarize", "verify", "check", "figures", "prompts")
ARTICLE = stories.path(stories.MISSION)


def test_help_names_every_command(run: Runner) -> None:
    """``--help`` is data, on stdout, exit code 0."""
    done = run("--help")
    assert done.code == 0
    assert all(command in done.out for command in COMMANDS)
    assert done.err == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Runner, command: str) -> None:
    """Each command says what it takes."""
    done = run(command, "--help")
    assert done.code == 0
    assert "usage:" in done.out


def test_version(run: Runner) -> None:
    """``--version`` prints the package's version."""
    assert run("--version").out == f"briefing {__version__}\n"


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("frobnicate",),
        ("summarize",),
        ("verify", str(ARTICLE)),
        ("check", str(ARTICLE)),
        ("summarize", str(ARTICLE), "--engine", "magic"),
        ("summarize", str(ARTICLE), "--policy", "perhaps"),
        ("summarize", str(ARTICLE), "--format", "pdf"),
        ("summarize", str(ARTICLE), "--no-such-option"),
        ("prompts",),
    ],
)
def test_usage_errors_have_exit_code_2_and_nothing_on_stdout(run: Runner, argv: tuple[str, ...]) -> None:
    """A command line that cannot be read is explained on stderr."""
    done = run(*argv)
    assert done.code == 2
    assert done.out == ""
    assert "usage:" in done.err


def bad_files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that cannot be briefed, each with what must be said about it."""
    contents: dict[str, tuple[bytes, str]] = {
        "empty": (b"", "empty"),
        "white space": (b" \n\t\n ", "white space"),
        "binary": (b"%PDF-1.7\n\x00\x01\x02\xff", "PDF"),
        "nul": (b"The cranes\x00 were sold.", "NUL"),
        "no sentence": (b"*** --- ***", "no sentence"),
        "too large": (b"It rained for a week. " * 100_000, "limit"),
    }
    found: dict[str, tuple[Path, str]] = {
        "missing": (folder / "missing.txt", "no such file"),
        "folder": (folder, "folder"),
    }
    for name, (content, says) in contents.items():
        file = folder / f"{name.replace(' ', '-')}.txt"
        file.write_bytes(content)
        found[name] = (file, says)
    return found


BAD = ("missing", "folder", "empty", "white space", "binary", "nul", "no sentence", "too large")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_has_a_message_of_its_own(run: Runner, tmp_path: Path, name: str) -> None:
    """Exit code 2, nothing on stdout, one line on stderr that names the file and what is wrong with it."""
    file, says = bad_files(tmp_path)[name]
    for argv in (
        ("summarize", file, "-q"),
        ("figures", file),
        ("verify", file, "--source", ARTICLE),
        ("verify", ARTICLE, "--source", file),
    ):
        done = run(*argv)
        assert done.code == 2
        assert done.out == ""
        assert done.err.startswith("briefing: ")
        assert says in done.err
        assert str(file) in done.err
        assert done.err.count("\n") == 1


def test_messages_of_bad_articles_differ(run: Runner, tmp_path: Path) -> None:
    """No two sorts of bad input are answered with the same words."""
    files = bad_files(tmp_path)
    said = {name: run("summarize", file, "-q").err.replace(str(file), "FILE") for name, (file, _) in files.items()}
    assert len(set(said.values())) == len(said)


def test_a_wrong_encoding_is_named(run: Runner, tmp_path: Path) -> None:
    """A declared encoding that does not fit, or that nobody knows, is an error and not a guess."""
    file = tmp_path / "story.txt"
    file.write_bytes("Caf\u00e9 owners met.".encode("latin-1"))
    wrong = run("summarize", file, "-q", "--encoding", "utf-8")
    assert (wrong.code, wrong.out) == (2, "")
    assert "utf-8" in wrong.err.lower()
    unknown = run("summarize", file, "-q", "--encoding", "klingon-8")
    assert (unknown.code, unknown.out) == (2, "")
    assert "klingon-8" in unknown.err


def test_a_guessed_encoding_is_a_note_on_stderr(run: Runner, tmp_path: Path) -> None:
    """What was assumed while reading is said, and the data stays clean."""
    file = tmp_path / "story.txt"
    file.write_bytes("The caf\u00e9 of Port Ellery was sold for 12 million euros.".encode("cp1252"))
    done = run("summarize", file, "--json")
    assert done.code == 0
    assert "caf\u00e9" in done.out
    assert "1252" in done.err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--profile", "weather"), "'weather'"),
        (("--published-at", "yesterday"), "2024-07-17"),
        (("--json", "--format", "html"), "contradict"),
        (("--engine", "model"), "embedded"),
    ],
)
def test_options_that_make_no_sense_say_so(run: Runner, options: tuple[str, ...], says: str) -> None:
    """Exit code 2, or 4 where a model would be needed; the message quotes the value and names the fix."""
    done = run("summarize", ARTICLE, *options)
    assert done.code == (4 if "model" in options else 2)
    assert done.out == ""
    assert says in done.err


def test_a_bad_setting_in_the_environment_is_named(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that cannot be used is a usage error."""
    monkeypatch.setenv("BRIEFING_MAX_FACTS", "many")
    done = run("summarize", ARTICLE)
    assert done.code == 2
    assert "BRIEFING_MAX_FACTS is 'many'" in done.err


def test_an_interrupt_is_130(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends quietly."""

    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.cli.figures.load", interrupted)
    done = run("figures", ARTICLE)
    assert (done.code, done.out, done.err) == (130, "", "briefing: interrupted\n")


def test_control_characters_of_a_name_never_reach_the_terminal(run: Runner, tmp_path: Path) -> None:
    """A file name in an error is shown, not obeyed."""
    done = run("summarize", tmp_path / CONTROL.replace("/", ""), "-q")
    assert done.code == 2
    assert not set(done.err) & set("\x1b\x07\x9b\u202e")
    assert "U+001B" in done.err or "\\x1b" in done.err


@pytest.mark.parametrize("command", ["summarize", "figures", "verify"])
def test_control_characters_of_an_article_never_reach_the_terminal(run: Runner, tmp_path: Path, command: str) -> None:
    """Neither on stdout nor on stderr, whatever the command prints of it."""
    file = tmp_path / "story.txt"
    file.write_text(
        f"The {CONTROL} cranes of Port Ellery were sold for 12 {CONTROL} million euros. It rained.", "utf-8"
    )
    source = ("--source", str(ARTICLE)) if command == "verify" else ()
    done = run(command, file, *source)
    assert done.code in (0, 1)
    assert not set(done.out + done.err) & set("\x1b\x07\x9b\u202e")


def test_json_holds_control_characters_as_escapes(run: Runner, tmp_path: Path) -> None:
    """JSON is exact, and still harmless to print: what a terminal obeys is escaped, and comes back when it is read."""
    file = tmp_path / "story.txt"
    file.write_text(f"The {CONTROL} cranes were sold for 12 million euros on Tuesday.", "utf-8")
    for command in (("summarize", "-q"), ("figures",)):
        done = run(*command, file, "--json")
        assert done.code == 0
        assert not set(done.out) & set("\x1b\x07\x9b\u202e")
    done = run("summarize", "-q", file, "--json")
    assert all(escape in done.out for escape in ("\\u001b", "\\u0007", "\\u009b", "\\u202e"))
    assert any(CONTROL in fact.statement for fact in Briefing.from_json(done.out).facts)


def _briefing(*argv: str, env: dict[str, str] | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *argv],
        capture_output=True,
        env={**os.environ, **(env or {})},
        input=stdin,
        check=False,
    )


def test_the_module_is_the_command() -> None:
    """``python -m briefing`` runs the same thing in a process of its own, data apart from notes."""
    done = _briefing("summarize", str(ARTICLE))
    assert done.returncode == 0
    assert done.stdout.startswith(b"# ")
    assert done.stderr.startswith(b"briefing: no model is used")


def test_every_locale_can_print(tmp_path: Path) -> None:
    """A terminal or pipe without UTF-8 gets the same bytes, and no traceback."""
    file = tmp_path / "story.txt"
    file.write_text(
        "Die Br\u00fccke von \u017d\u00edlina \u2013 \u201ealt\u201c \u2013 kostet 12 Millionen Euro.", "utf-8"
    )
    plain = _briefing("summarize", str(file), "--json", "-q", env={"PYTHONIOENCODING": "utf-8"})
    ascii_only = _briefing("summarize", str(file), "--json", "-q", env={"PYTHONIOENCODING": "ascii"})
    assert (ascii_only.returncode, ascii_only.stderr) == (0, b"")
    assert ascii_only.stdout == plain.stdout
    assert "\u017d\u00edlina".encode() in plain.stdout


def test_a_reader_that_goes_away_is_no_error_message() -> None:
    """``briefing ... | head -1`` ends without a traceback."""
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", "summarize", str(ARTICLE), "--json", "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
        process.wait()
    assert errors == b""
    assert process.returncode in (0, 141)


def test_only_main_decides_about_exit_codes() -> None:
    """The codes are documented in one place."""
    assert main_module.__doc__ is not None
    assert all(code in main_module.__doc__ for code in ("0 all verified", "1 some", "2 usage", "4 model", "130"))
