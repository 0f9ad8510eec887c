"""``briefing summarize``: an article in, a briefing out."""

import argparse
import sys
from pathlib import Path

from briefing.briefer import AUTO, Briefer
from briefing.cli.options import add_making, add_model, add_output, add_reading, briefer_from
from briefing.cli.streams import load, note, write
from briefing.errors import UsageError
from briefing.records.article import Article
from briefing.records.briefing import Briefing

_FORMATS = ("markdown", "json", "html")
_BY_SUFFIX = {".json": "json", ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_NOT_ALL_VERIFIED = 1


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("summarize", help="brief an article", description="Brief one article.")
    parser.add_argument("article", help="file with the article's text, or - for stdin")
    parser.add_argument("--title", help="headline, if the text does not begin with it")
    parser.add_argument(
        "-f", "--format", choices=_FORMATS, help="default: by the name of the output file, else markdown"
    )
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    add_making(parser)
    add_reading(parser)
    add_model(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Brief the article; 1 with ``--strict`` if some fact is not verified."""
    form = _format(options)
    briefer = briefer_from(options)
    article = load(
        options.article, briefer, encoding=options.encoding, title=options.title, published_at=options.published_at,
        progress=not (options.quiet or options.no_progress),
    )  # fmt: skip
    if briefer.uses_model:
        note(f"asking {_model_name(briefer)}; every word of its answer is checked", quiet=options.quiet)
    elif briefer.engine == AUTO:
        note("no model is used: the embedded engine cuts the facts from the article's own words", quiet=options.quiet)
    if "." in options.profile:
        # A console script does not look where it is started; at the end of the path, nothing there replaces ours.
        sys.path.append(str(Path.cwd()))
    briefing = briefer.brief(article, profile=options.profile)
    write(_rendered(briefing, article, form), options.output)
    return _NOT_ALL_VERIFIED if options.strict and not briefing.ok else 0


def _model_name(briefer: Briefer) -> str:
    settings = briefer.settings.model
    if settings is None:
        return "nobody"
    place = "on this machine" if settings.model_path else f"at {settings.base_url or 'OpenAI'}"
    return f"{settings.model} {place}"


def _format(options: argparse.Namespace) -> str:
    if options.json and options.format not in (None, "json"):
        raise UsageError(f"--json and --format {options.format} contradict each other: give one of them")
    if options.json:
        return "json"
    by_name = _BY_SUFFIX.get(Path(options.output).suffix.lower(), "markdown") if options.output else "markdown"
    return options.format or by_name


def _rendered(briefing: Briefing, article: Article, form: str) -> str:
    if form == "json":
        from briefing.render.json_text import to_json

        return to_json(briefing)
    if form == "html":
        from briefing.render.html import to_html

        return to_html(briefing, article)
    from briefing.render.markdown import to_markdown

    return to_markdown(briefing)
