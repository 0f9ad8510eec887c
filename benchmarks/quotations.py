"""Milliseconds a quote: ours, plain rapidfuzz and langextract's aligner, in texts of 12,000 and 200,000 characters.

The texts are English articles behind one another, the quotes some 30 words of them, changed as `evals.quotations` does
it. What a reader prepares once for a text (ours: folding, and the index that the first absent quote builds) is shown by
itself. A reader that is slow gets fewer quotes: as many as fit into its seconds. CPU time of this process. The articles
are not part of the project (`--data` or `BRIEFING_EVAL_DATA` names their folder).
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from evals import quotations_changes as changes
from evals.quotations_changes import Change
from evals.quotations_data import cut, joined, load_articles
from evals.quotations_readers import INSTALL, LANGEXTRACT, Ask, Contestant, contestants
from evals.summaries_data import MissingDataError, named_folder

SIZES = (12_000, 200_000)
CLASSES: dict[str, Change | None] = {
    "exact": None,
    "folded": changes.upper_case,
    "ellipsis": changes.ellipsis,
    "one typo": changes.one_typo,
    "digit changed": changes.digit_changed,
    "fabricated": changes.fabricated,
}
_GOALS = "goals: under 2 ms at 12,000 characters, under 20 ms at 200,000"
_QUOTES = 50
_SECONDS = 20.0
_ABSENT = "no such words were ever written down by anybody here"
_TRIES = 2_000


@dataclass(frozen=True, slots=True)
class Time:
    """How many quotes were asked for, and milliseconds for one: mean and slowest."""

    count: int
    mean: float
    slowest: float


def main(argv: Sequence[str] | None = None) -> int:
    """Print one line for each size and reader; 0 also where the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the articles; default: BRIEFING_EVAL_DATA")
    parser.add_argument("--quotes", type=int, default=_QUOTES, help="quotes of each class; default: 50")
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="time of a peer for each class; default: 20")
    options, _ = parser.parse_known_args(argv)
    try:
        articles = load_articles(named_folder(options.data))
    except MissingDataError as error:
        print(f"quotations: skipped, {error}", file=sys.stderr)
        return 0
    print(f"quotations, ms a quote, mean (slowest) of up to {options.quotes}; {_GOALS}")
    print(f"  {'characters':>10} {'reader':<14}{'prepared':>9}" + "".join(f"{name:>25}" for name in CLASSES))
    readers = contestants()
    for size in SIZES:
        text = joined(articles, size, seed=size)
        quotes = {name: pick(text, change, options.quotes) for name, change in CLASSES.items()}
        for reader in readers:
            print(line(size, reader, text, quotes, options.seconds), flush=True)
    if all(not reader.name.startswith(LANGEXTRACT) for reader in readers):
        print(f"  langextract is not installed, so it was not timed: {INSTALL}", file=sys.stderr)
    return 0


def pick(text: str, change: Change | None, count: int) -> list[str]:
    """``count`` quotes cut from ``text`` and changed; fewer where the text offers no more."""
    chance = Random(len(text))
    quotes: list[str] = []
    for _ in range(_TRIES):
        place = cut(text, chance)
        if place is None or len(quotes) == count:
            break
        quote = text[place[0] : place[1]]
        changed = changes.Changed(quote) if change is None else change(quote, text, chance)
        if changed is not None:
            quotes.append(changed.text)
    return quotes


def measure(ask: Ask, quotes: Sequence[str], *, seconds: float) -> Time:
    """The time of each quote, until ``seconds`` are used up."""
    times: list[float] = []
    for quote in quotes:
        begun = time.process_time()
        ask(quote)
        times.append(1000 * (time.process_time() - begun))
        if sum(times) > 1000 * seconds:
            break
    return Time(len(times), sum(times) / max(1, len(times)), max(times, default=0.0))


def line(size: int, reader: Contestant, text: str, quotes: dict[str, list[str]], seconds: float) -> str:
    """One row of the report: what is prepared once for the text, then each class of quotes."""
    reader.open("A short text.")(_ABSENT)
    begun = time.process_time()
    ask = reader.open(text)
    if not reader.name.startswith(LANGEXTRACT):
        # langextract keeps nothing from one quote to the next, and an absent quote takes it long.
        ask(_ABSENT)
    prepared = 1000 * (time.process_time() - begun)
    cells = "".join(_cell(measure(ask, some, seconds=seconds), len(some)) for some in quotes.values())
    return f"  {size:>10,} {reader.name:<14}{prepared:>9.1f}{cells}"


def _cell(measured: Time, wanted: int) -> str:
    fewer = f" n={measured.count}" if measured.count < wanted else ""
    return f"{f'{measured.mean:.2f} ({measured.slowest:.1f}){fewer}':>25}"


if __name__ == "__main__":
    raise SystemExit(main())
