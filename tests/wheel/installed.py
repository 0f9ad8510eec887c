"""Uses an installed wheel as a user would. Run by ``.ci/wheel-test`` with the interpreter of a new environment.

Usage: ``python -I installed.py ARTICLE CHECKOUT``; exits with 1 and says what is wrong at the first failure.
"""

import json
import subprocess
import sys
from pathlib import Path


def main(article: str, checkout: str) -> None:
    """Fail unless version, prompts and a briefing all come from the installed package."""
    import briefing
    from briefing.llm.prompts import list_prompts, load_prompt
    from briefing.version import __version__

    home = Path(briefing.__file__).resolve().parent
    _require(not home.is_relative_to(Path(checkout).resolve()), f"{home} is the checkout, not the installed package")
    _require("site-packages" in home.parts or "dist-packages" in home.parts, f"{home} is not an installed package")

    names = {(prompt.task, prompt.version) for prompt in list_prompts()}
    _require({"extract", "crosscheck", "repair"} <= {task for task, _ in names}, f"the wheel lacks prompts: {names}")
    for task, version in names:
        origin = Path(load_prompt(task, version).origin)
        _require(origin.is_relative_to(home), f"prompt {task}/{version} was read from {origin}, outside {home}")

    _require(__version__ in _run("--version"), "briefing --version does not print the version")
    _require("extract" in _run("prompts", "list"), "briefing prompts list does not name the prompt extract")
    result = json.loads(_run("summarize", article, "--engine", "embedded", "--json"))
    _require(len(result["facts"]) > 0, "the briefing of the fixture has no facts")
    _require("<html" in _page(json.dumps(result), article), "the page was rendered without its template")
    sys.stdout.write(f"wheel {__version__}: {len(result['facts'])} facts, {len(names)} prompts, all from {home}\n")


def _page(text: str, article: str) -> str:
    from briefing.records.briefing import Briefing
    from briefing.render.html import to_html
    from briefing.settings import Settings
    from briefing.stages.read import read_path

    return to_html(Briefing.from_json(text), read_path(article, settings=Settings()))


def _run(*arguments: str) -> str:
    command = Path(sys.executable).with_name("briefing")
    done = subprocess.run([str(command), *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    _require(done.returncode == 0, f"briefing {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def _require(condition: bool, message: str) -> None:
    if not condition:
        sys.exit(f"wheel test: {message}")


if __name__ == "__main__":
    main(*sys.argv[1:])
