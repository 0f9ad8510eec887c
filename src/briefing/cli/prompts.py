"""``briefing prompts``: the prompt files that this installation uses."""

import argparse
from pathlib import Path

from briefing.cli.streams import write

_UNUSABLE = 1


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "prompts", help="list, show or check the prompt files", description="List, show or check prompt files."
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="task, version, fingerprint and purpose of every prompt")
    listing.set_defaults(run=run_list)
    showing = actions.add_parser("show", help="one prompt, whole")
    showing.add_argument("task", help="extract, crosscheck, repair or sentence")
    showing.add_argument("--version", dest="prompt_version", metavar="V", help="default: the newest")
    showing.set_defaults(run=run_show)
    checking = actions.add_parser("check", help="whether every prompt can be used; 1 if one cannot")
    checking.set_defaults(run=run_check)
    for action in (listing, showing, checking):
        action.add_argument("--prompts", metavar="FOLDER", help="your own prompts; a task they lack is the shipped one")


def run_list(options: argparse.Namespace) -> int:
    """One line a prompt."""
    from briefing.llm.prompts import load_prompt, prompts_in_use

    folder = _folder(options)
    found = [load_prompt(task, version, folder) for task, version in prompts_in_use(folder)]
    write("".join(f"{p.task:<12} {p.version:<4} {p.sha256[:12]}  {p.purpose}\n" for p in found), None)
    return 0


def run_show(options: argparse.Namespace) -> int:
    """The prompt's text."""
    from briefing.llm.prompts import load_prompt

    body = load_prompt(options.task, options.prompt_version, _folder(options)).body
    write(body if body.endswith("\n") else body + "\n", None)
    return 0


def run_check(options: argparse.Namespace) -> int:
    """One line a prompt, and one for each thing that is wrong with it."""
    from briefing.prompt_check import check_prompts

    states = check_prompts(_folder(options))
    lines = []
    for state in states:
        checked = f", {state.examples} example(s) checked" if state.examples else ""
        lines.append(f"{state.name}: {'cannot be used' if state.problems else 'good'}{checked}\n")
        lines += [f"  {problem}\n" for problem in state.problems]
    write("".join(lines), None)
    return _UNUSABLE if any(state.problems for state in states) else 0


def _folder(options: argparse.Namespace) -> Path | None:
    return Path(options.prompts) if options.prompts else None
