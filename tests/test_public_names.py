"""The public surface: what is in ``__all__``, nothing else, and nothing heavy behind it."""

import json
import subprocess
import sys
import types

import briefing

_HEAVY = ("openai", "instructor", "tenacity", "pydantic", "jinja2", "rapidfuzz", "asyncio", "tomllib", "sentencex")


def test_the_names_are_sorted_and_each_is_there_once() -> None:
    """The list reads as an index."""
    assert list(briefing.__all__) == sorted(set(briefing.__all__))


def test_every_name_can_be_imported() -> None:
    """What is promised is there, and a star import brings exactly that."""
    space: dict[str, object] = {}
    exec("from briefing import *", space)  # noqa: S102 - the statement under test is this literal
    assert set(space) - {"__builtins__"} == set(briefing.__all__)


def test_nothing_else_is_public() -> None:
    """An accidental export would have to stay for ever."""
    others = {
        name
        for name, value in vars(briefing).items()
        if not name.startswith("_") and name not in briefing.__all__ and not isinstance(value, types.ModuleType)
    }
    assert others == set()


def test_every_public_name_says_what_it_is() -> None:
    """Functions and classes carry a docstring."""
    silent = [
        name
        for name in briefing.__all__
        if callable(getattr(briefing, name)) and not (getattr(briefing, name).__doc__ or "").strip()
    ]
    assert silent == []


def test_the_import_is_light() -> None:
    """``import briefing`` loads no model library and nothing that only some calls need."""
    code = f"import sys, json, briefing; print(json.dumps([name for name in {_HEAVY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


def test_the_command_line_is_light_too() -> None:
    """``briefing --help`` answers without loading them either."""
    code = (
        "import sys, json\nfrom briefing.cli.main import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print(json.dumps([name for name in {_HEAVY!r} if name in sys.modules]), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "summarize" in done.stdout
    assert json.loads(done.stderr) == []


def test_the_errors_are_one_tree() -> None:
    """Catching ``BriefingError`` catches everything that the package raises on purpose."""
    for name in ("InputError", "ModelError", "PolicyError", "PromptError", "UsageError"):
        assert issubclass(getattr(briefing, name), briefing.BriefingError)
