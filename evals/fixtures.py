"""``python -m evals.fixtures``: how much of what the fixtures expect a briefing holds.

Prints what was found, missed and added for each fixture, and the totals; ``--json`` prints the same for tools.
With ``--gate`` the exit code is 1 if a total breaks a limit of ``floors.toml``, and the limit is named on stderr.
Exit code 2 means that a fixture, the floors or the options cannot be used.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.records.briefing import Briefing
from evals.expected import FIXTURES, Fixture, FixtureError, load_all
from evals.fixtures_report import as_json, as_text
from evals.gate import FLOORS, FloorsError, enforce
from evals.scoring import Score, metrics, score

SECTION = "fixtures"


def run(fixtures: tuple[Fixture, ...], brief: Callable[[Fixture], Briefing]) -> tuple[Score, ...]:
    """The score of the briefing that ``brief`` makes of each fixture."""
    return tuple(score(fixture, brief(fixture)) for fixture in fixtures)


def gate(scores: tuple[Score, ...], floors: Path = FLOORS) -> int:
    """1 if the totals of ``scores`` break a limit, which is named on stderr; else 0. Raises ``FloorsError``."""
    return enforce({f"{SECTION}.{name}": value for name, value in metrics(scores).items()}, floors)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the eval from the command line and return the exit code."""
    options = _parser().parse_args(argv)
    try:
        scores = run(_selected(load_all(FIXTURES), tuple(options.ids)), _briefer(str(options.engine)))
        sys.stdout.write(as_json(scores) if options.json else as_text(scores))
        return gate(scores) if options.gate else 0
    except (FixtureError, FloorsError) as error:
        sys.stderr.write(f"evals.fixtures: {error}\n")
        return 2


def _briefer(engine: str) -> Callable[[Fixture], Briefing]:
    from briefing.api import summarize

    def brief(fixture: Fixture) -> Briefing:
        return summarize(fixture.article, profile="auto", engine=engine, published_at=fixture.published_at)

    return brief


def _selected(fixtures: tuple[Fixture, ...], ids: tuple[str, ...]) -> tuple[Fixture, ...]:
    known = {fixture.id: fixture for fixture in fixtures}
    for fixture_id in ids:
        if fixture_id not in known:
            raise FixtureError(f"unknown fixture {fixture_id!r}: use one of {', '.join(known)}")
    return tuple(known[fixture_id] for fixture_id in ids) if ids else fixtures


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.fixtures", description="Score briefings of the fixtures.")
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these fixtures (all of them by default)")
    parser.add_argument("--engine", default="embedded", help="the engine that writes the briefings")
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    parser.add_argument("--gate", action="store_true", help="exit with 1 if a total breaks a limit of floors.toml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
