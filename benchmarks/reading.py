"""How fast figures are read: MB/s on the English articles of `articles_dev`, with the peers in the same run.

One thread, process time, full records with what each figure is said of. Each reader gets the same articles until its
budget of seconds is used up, because the slowest would take hours for all of them. The articles are not part of the
project: `--data` or `BRIEFING_EVAL_DATA` names their folder; without it the benchmark says so and measures nothing.
"""

import argparse
import gzip
import importlib.util
import json
import os
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from briefing.text.quantities import read_quantities

FILE = "articles_dev.jsonl.gz"
_MEGA = 1_000_000
_SECONDS = 20.0

Read = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Result:
    """What one reader did in its time."""

    name: str
    articles: int
    characters: int
    seconds: float

    @property
    def speed(self) -> float:
        """Millions of characters a second."""
        return self.characters / _MEGA / self.seconds if self.seconds else 0.0


def readers() -> dict[str, Read]:
    """Return ours first, then the peers that are installed."""
    found: dict[str, Read] = {"briefing": read_quantities}
    if importlib.util.find_spec("text_to_num"):
        from text_to_num import alpha2digit

        found["text2num"] = lambda text: alpha2digit(text, "en")
    if importlib.util.find_spec("quantulum3"):
        found["quantulum3"] = _quantulum
    return found


def _quantulum(text: str) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        try:
            return parser.parse(text)
        except (ValueError, KeyError, IndexError, AttributeError, TypeError, ZeroDivisionError):
            return None  # it fails on some texts; the time that it took counts


def articles(folder: Path) -> list[str]:
    """Return the English articles; ``OSError`` if the file is not in the folder."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        rows = (cast("dict[str, object]", json.loads(line)) for line in lines)
        return [str(row["text"]) for row in rows if row["lang"] == "en"]


def measure(name: str, read: Read, texts: list[str], *, seconds: float) -> Result:
    """Return how far a reader comes in so many seconds of processor time; the first text warms its tables up."""
    read(texts[0])
    characters = count = 0
    start = time.process_time()
    spent = 0.0
    for text in texts:
        read(text)
        count += 1
        characters += len(text)
        spent = time.process_time() - start
        if spent > seconds:
            break
    return Result(name, count, characters, spent)


def _folder(argument: Path | None) -> Path | None:
    named = argument or (Path(os.environ["BRIEFING_EVAL_DATA"]) if "BRIEFING_EVAL_DATA" in os.environ else None)
    return named if named is not None and (named / FILE).is_file() else None


def main(arguments: list[str] | None = None) -> int:
    """Print one line for each reader; return 0, also where there is nothing to read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--data", type=Path, help=f"folder of {FILE}; default: BRIEFING_EVAL_DATA")
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="processor time for each reader; default: 20")
    options = parser.parse_args(arguments)
    folder = _folder(options.data)
    if folder is None:
        print(f"{FILE} not found: name its folder with --data or BRIEFING_EVAL_DATA. Nothing was measured.")
        return 0
    texts = articles(folder)
    print(f"{'reader':<14}{'articles':>9}{'MB':>8}{'seconds':>9}{'MB/s':>9}")
    for name, read in readers().items():
        result = measure(name, read, texts, seconds=options.seconds)
        megabytes = result.characters / _MEGA
        print(f"{name:<14}{result.articles:>9}{megabytes:>8.2f}{result.seconds:>9.2f}{result.speed:>9.3f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
