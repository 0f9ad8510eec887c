"""``briefing check``: a finished briefing against its article again."""

import argparse
from pathlib import Path

from briefing import api
from briefing.cli.options import add_output, briefer_from
from briefing.cli.streams import STDIN, load, write
from briefing.cli.verify import rendered
from briefing.errors import UsageError

_NOT_VERIFIED = 1


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="check a finished briefing against its article again",
        description="Work out the proof of a finished briefing again: source hash, evidence, figures, sums, statuses. "
        "No model, key or network. Exit code 1 if something was changed or is not verified.",
    )
    parser.add_argument("briefing", help="the briefing's JSON file")
    parser.add_argument("--source", required=True, metavar="ARTICLE", help="file with the article that was briefed")
    parser.add_argument("--json", action="store_true", help="the report as JSON")
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the article; told from it if not given")
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check; 1 if something was changed or is not verified."""
    if STDIN in (options.briefing, options.source):
        raise UsageError("check reads files only, because it needs both the briefing and the article: give two paths")
    briefer = briefer_from(options)
    source = load(options.source, briefer, encoding=options.encoding)
    report = api.check(Path(options.briefing), source, settings=briefer.settings)
    write(rendered(report, as_json=options.json, to_file=options.output is not None), options.output)
    return 0 if report.ok else _NOT_VERIFIED
