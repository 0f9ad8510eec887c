"""``briefing prompts``: the prompt files that this installation uses."""

import argparse

from briefing.cli.streams import write


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "prompts", help="list or show the prompt files", description="List or show prompt files."
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="task, version, fingerprint and purpose of every prompt")
    listing.set_defaults(run=run_list)
    showing = actions.add_parser("show", help="one prompt, whole")
    showing.add_argument("task", help="extract, crosscheck, repair or sentence")
    showing.add_argument("--version", dest="prompt_version", metavar="V", help="default: the newest")
    showing.set_defaults(run=run_show)


def run_list(options: argparse.Namespace) -> int:
    """One line a prompt."""
    from briefing.llm.prompts import list_prompts

    write("".join(f"{p.task:<12} {p.version:<4} {p.sha256[:12]}  {p.purpose}\n" for p in list_prompts()), None)
    return 0


def run_show(options: argparse.Namespace) -> int:
    """The prompt's text."""
    from briefing.llm.prompts import load_prompt

    body = load_prompt(options.task, options.prompt_version).body
    write(body if body.endswith("\n") else body + "\n", None)
    return 0
