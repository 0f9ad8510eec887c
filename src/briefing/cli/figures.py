"""``briefing figures``: every figure, date and identifier of a text, as it is read."""

import argparse

from briefing.api import read_quantities
from briefing.cli.options import add_output, add_reading, briefer_from
from briefing.cli.streams import load, write
from briefing.errors import UsageError


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "figures",
        help="list the figures of a text as they are read",
        description="List every figure, date and identifier.",
    )
    parser.add_argument("article", help="file with the text, or - for stdin")
    parser.add_argument("--json", action="store_true", help="all fields, as JSON")
    parser.add_argument("--csv", action="store_true", help="one line a figure, as CSV")
    add_reading(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read and list; always 0."""
    from briefing.render.figures import figures_to_csv, figures_to_json, figures_to_table

    if options.json and options.csv:
        raise UsageError("--json and --csv contradict each other: give one of them")
    briefer = briefer_from(options)
    article = load(options.article, briefer, encoding=options.encoding, published_at=options.published_at)
    figures = read_quantities(article.text, locale=article.language, anchor=article.published_at)
    render = figures_to_json if options.json else figures_to_csv if options.csv else figures_to_table
    write(render(figures), options.output)
    return 0
