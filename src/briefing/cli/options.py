"""Options that several commands share."""

import argparse

from briefing.briefer import AUTO, ENGINES, Briefer
from briefing.settings import Policy, Settings


def add_output(parser: argparse.ArgumentParser) -> None:
    """``-o``, ``-q``, ``--no-progress``."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of stdout")
    parser.add_argument("-q", "--quiet", action="store_true", help="no notes on stderr, errors only")
    parser.add_argument("--no-progress", action="store_true", help="do not report progress on stderr")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """``--published-at``, ``--language``, ``--encoding``."""
    parser.add_argument(
        "--published-at", metavar="DATE", help="the article's date (2024-07-17); relative dates hang on it"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="language of the text (en, fr, ...); told from it if not given"
    )
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the file; told from it if not given")


def add_making(parser: argparse.ArgumentParser) -> None:
    """``--profile``, ``--engine``, ``--policy``, ``--strict``."""
    parser.add_argument("--profile", default=AUTO, help="general, mission, or auto (default): told from the article")
    parser.add_argument(
        "--engine", default=AUTO, choices=ENGINES, help="who drafts; auto (default) is the embedded engine"
    )
    parser.add_argument(
        "--policy",
        choices=[policy.value for policy in Policy],
        help="what to do with facts that do not pass (default: flag)",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 if some fact is not verified")


def briefer_from(options: argparse.Namespace) -> Briefer:
    """The briefer that the environment and the options ask for; an option wins."""
    policy = getattr(options, "policy", None)
    settings = Settings.from_env().changed(
        policy=Policy(policy) if policy else None, language=getattr(options, "language", None)
    )
    return Briefer(settings, getattr(options, "engine", AUTO))
