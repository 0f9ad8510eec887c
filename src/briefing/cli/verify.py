"""``briefing verify``: anyone's draft against an article."""

import argparse

from briefing.cli.options import add_output, add_reading, briefer_from
from briefing.cli.streams import STDIN, colour_wanted, load, write
from briefing.errors import UsageError
from briefing.records.explanation import Explanation
from briefing.records.report import Report

_NOT_VERIFIED = 1


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "verify",
        help="check a draft against an article",
        description="Check every figure, date, name and quotation of a draft against an article. No model. "
        "Exit code 1 if something is not verified.",
    )
    parser.add_argument("draft", help="file with the draft, or - for stdin")
    parser.add_argument("--source", required=True, metavar="ARTICLE", help="file with the article")
    parser.add_argument("--json", action="store_true", help="the report as JSON")
    parser.add_argument("--explain", action="store_true", help="for every figure: how it was read and judged, and why")
    parser.add_argument(
        "--omitted", action="store_true", help="also list the figures of the article that the draft does not use"
    )
    add_reading(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare; 1 if something in the draft is not verified."""
    if options.draft == options.source == STDIN:
        raise UsageError("draft and article cannot both come from stdin: give a file for one of them")
    briefer = briefer_from(options)
    source = load(options.source, briefer, encoding=options.encoding, published_at=options.published_at)
    draft = load(options.draft, briefer, published_at=options.published_at)
    opened = briefer.open(source)
    report = opened.verify(draft)
    to_file = options.output is not None
    if options.explain:
        explanations = opened.explain(draft)
        text = explained(report, explanations, as_json=options.json, to_file=to_file, omitted=options.omitted)
    else:
        text = rendered(report, as_json=options.json, to_file=to_file, omitted=options.omitted)
    write(text, options.output)
    return 0 if report.ok else _NOT_VERIFIED


def rendered(report: Report, *, as_json: bool, to_file: bool, omitted: bool = False) -> str:
    """The report as JSON, which always has the omitted figures, or as text for a terminal, which has them if asked."""
    if as_json:
        from briefing.render.json_text import report_to_json

        return report_to_json(report)
    from briefing.render.terminal import report_to_text

    return report_to_text(report, colour=colour_wanted() and not to_file, omitted=omitted)


def explained(
    report: Report, explanations: tuple[Explanation, ...], *, as_json: bool, to_file: bool, omitted: bool = False
) -> str:
    """The report with an explanation of every figure: one more key of the JSON, or a part behind the text."""
    from briefing.render.explain import explained_to_json, explanations_to_text

    if as_json:
        return explained_to_json(report, explanations)
    return f"{rendered(report, as_json=False, to_file=to_file, omitted=omitted)}\n{explanations_to_text(explanations)}"
