"""``briefing compare``: two versions of a story, and which facts of a briefing that makes stale."""

import argparse
from pathlib import Path

from briefing import api
from briefing.cli.options import add_output, add_reading, briefer_from
from briefing.cli.streams import STDIN, colour_wanted, load, write
from briefing.errors import UsageError
from briefing.records.comparison import Comparison

_FORMATS = ("text", "markdown", "json")
_BY_SUFFIX = {".json": "json", ".md": "markdown", ".markdown": "markdown"}
_MOVED = 1


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "compare",
        help="show what moved between two versions of a story",
        description="Show which figures, dates, names, quotations and hedges moved between two versions of a story, "
        "and with --briefing which facts of a briefing of the old one are stale. No model. Exit codes are those of "
        "diff: 0 nothing moved and no fact is stale, 1 something did, 2 usage or input that cannot be used.",
    )
    parser.add_argument("old", help="file with the old version, or - for stdin")
    parser.add_argument("new", help="file with the new version, or - for stdin")
    parser.add_argument("--briefing", metavar="FILE", help="JSON of a briefing that was made from the old version")
    parser.add_argument("--all", action="store_true", help="show what only stands elsewhere and facts that hold, too")
    parser.add_argument("-f", "--format", choices=_FORMATS, help="default: by the name of the output file, else text")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument(
        "--new-published-at", metavar="DATE", help="the new version's date, if it is not --published-at"
    )
    add_reading(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare; 1 if something moved or a fact is stale."""
    if options.old == options.new == STDIN:
        raise UsageError("old and new version cannot both come from stdin: give a file for one of them")
    form = _format(options)
    briefer = briefer_from(options)
    old = load(options.old, briefer, encoding=options.encoding, published_at=options.published_at)
    new = load(
        options.new,
        briefer,
        encoding=options.encoding,
        published_at=options.new_published_at or options.published_at,
    )
    made = Path(options.briefing) if options.briefing is not None else None
    comparison = api.compare(old, new, briefing=made, settings=briefer.settings)
    write(_rendered(comparison, form, options), options.output)
    return 0 if comparison.ok else _MOVED


def _format(options: argparse.Namespace) -> str:
    if options.json and options.format not in (None, "json"):
        raise UsageError(f"--json and --format {options.format} contradict each other: give one of them")
    if options.json:
        return "json"
    by_name = _BY_SUFFIX.get(Path(options.output).suffix.lower(), "text") if options.output else "text"
    return options.format or by_name


def _rendered(comparison: Comparison, form: str, options: argparse.Namespace) -> str:
    from briefing.render import comparison as render

    if form == "json":
        return render.comparison_to_json(comparison)
    if form == "markdown":
        return render.comparison_to_markdown(comparison, everything=options.all)
    colour = colour_wanted() and options.output is None
    return render.comparison_to_text(comparison, everything=options.all, colour=colour)
