"""Milliseconds per article of `summarize()` with the embedded engine, over real articles in one process."""

import argparse
import gzip
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing import Briefer, InputError, Settings
from briefing.records.article import Article

_ARTICLES = 1000
_FILE = "articles_dev.jsonl.gz"
_GOAL = 10.0
_ENOUGH = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Brief the articles; 1 if one crashes or comes back empty though it has more than two sentences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default=os.environ.get("BRIEFING_EVAL_DATA"), help=f"folder with {_FILE}")
    parser.add_argument("--articles", type=int, default=_ARTICLES)
    options, _ = parser.parse_known_args(argv)
    path = Path(options.data or ".") / _FILE
    if not options.data or not path.is_file():
        print(f"summarize: skipped, no {_FILE} (give --data FOLDER or BRIEFING_EVAL_DATA)", file=sys.stderr)
        return 0
    briefer = Briefer(Settings(), "embedded")
    briefer.brief("The council met on Monday. It approved 12 plans. It will meet again in May.")
    times, empty, refused = [], 0, 0
    for text in _texts(path, options.articles):
        try:
            article = briefer.read(text)
        except InputError:
            refused += 1
            continue
        times.append(_milliseconds(briefer, article))
        empty += not briefer.brief(article).facts and _sentences(article) > _ENOUGH
    times.sort()
    print(f"summarize, embedded engine, {len(times)} articles in one process (goal: under {_GOAL:.0f} ms each)")
    print(f"  median {statistics.median(times):.1f} ms, mean {statistics.mean(times):.1f} ms, "
          f"p95 {times[int(0.95 * len(times))]:.1f} ms, slowest {times[-1]:.1f} ms")  # fmt: skip
    print(f"  refused as no article: {refused}; empty briefings of more than {_ENOUGH} sentences: {empty}")
    return 1 if empty else 0


def _texts(path: Path, limit: int) -> Iterator[str]:
    """Every n-th article, so that all languages and origins of the file take part."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["text"] for line in lines]
    step = max(1, len(rows) // limit)
    yield from rows[::step][:limit]


def _milliseconds(briefer: Briefer, article: Article) -> float:
    start = time.perf_counter()
    briefer.brief(article)
    return 1000 * (time.perf_counter() - start)


def _sentences(article: Article) -> int:
    from briefing.stages.segment import sentences

    return len(sentences(article))


if __name__ == "__main__":
    raise SystemExit(main())
