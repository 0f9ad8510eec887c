"""Milliseconds of `verify()` for a draft of two sentences against its article: index built, and cold.

"Index built" is what the second and every later draft about an article costs: the article has been read, and one draft
was held against it before. "Cold" is one call with two texts and nothing known. Drafts are summaries of real articles;
they are not part of the project (`--data` or `BRIEFING_EVAL_DATA` names their folder). corroborate runs on the same
pairs in the same run where it is installed; it keeps no index and looks each number up, no more. CPU time of this
process, the best of a few rounds for each draft.
"""

import argparse
import importlib.util
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import Briefer, Settings
from briefing.stages.read import read_text
from briefing.stages.segment import sentences
from evals.summaries_data import MissingDataError, SummarySet, load_set, named_folder

_SETTINGS = Settings(language="en")
_DRAFTS = 200
_ROUNDS = 3
_SENTENCES = 2

Check = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """A draft and its article."""

    draft: str
    article: str


def main(argv: Sequence[str] | None = None) -> int:
    """Print median, mean, p95 and slowest for each way of checking; 0 also where the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of numeric_dev; default: BRIEFING_EVAL_DATA")
    parser.add_argument("--drafts", type=int, default=_DRAFTS)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    options, _ = parser.parse_known_args(argv)
    try:
        pairs = pick(load_set("numeric", named_folder(options.data)), options.drafts)
    except MissingDataError as error:
        print(f"verify: skipped, {error}", file=sys.stderr)
        return 0
    characters = statistics.median(len(pair.article) for pair in pairs) if pairs else 0
    print(f"verify, {len(pairs)} drafts of two sentences, articles of {characters:,.0f} characters (median), CPU time")
    print(f"  best of {options.rounds} rounds; goals: under 1 ms with the index built, under 4 ms cold")
    for name, make in ways().items():
        print(line(name, [best(make(pair), options.rounds) for pair in pairs]))
    return 0


def pick(data: SummarySet, count: int) -> tuple[Pair, ...]:
    """At most ``count`` summaries of two sentences, spread over the whole set."""
    pairs = [
        Pair(summary.text, data.sources[summary.source_id])
        for summary in data.summaries
        if len(sentences(read_text(summary.text, settings=_SETTINGS))) == _SENTENCES
    ]
    return tuple(pairs[:: max(1, len(pairs) // count)][:count])


def ways() -> dict[str, Callable[[Pair], Check]]:
    """Each way of checking a pair, ours first; what it prepares before it is asked is not timed."""
    found: dict[str, Callable[[Pair], Check]] = {"briefing, index built": _indexed, "briefing, cold": _cold}
    if importlib.util.find_spec("corroborate"):
        found["corroborate (no index)"] = _corroborate
    return found


def best(check: Check, rounds: int) -> float:
    """Milliseconds of the quickest of ``rounds`` calls, after one that is not counted."""
    check()
    return min(_milliseconds(check) for _ in range(max(1, rounds)))


def line(name: str, times: Sequence[float]) -> str:
    """One row of the report; a dash where nothing was measured."""
    if not times:
        return f"  {name:<24} -"
    ordered = sorted(times)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    return (
        f"  {name:<24} median {statistics.median(ordered):6.2f} ms, mean {statistics.mean(ordered):6.2f} ms, "
        f"p95 {p95:6.2f} ms, slowest {ordered[-1]:6.2f} ms"
    )


def _indexed(pair: Pair) -> Check:
    source = Briefer(_SETTINGS).open(pair.article)
    return lambda: source.verify(pair.draft)


def _cold(pair: Pair) -> Check:
    briefer = Briefer(_SETTINGS)
    return lambda: briefer.verify(pair.draft, pair.article)


def _corroborate(pair: Pair) -> Check:
    from corroborate import check_answer

    return lambda: check_answer("", [pair.article], pair.draft)


def _milliseconds(check: Check) -> float:
    start = time.process_time()
    check()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    raise SystemExit(main())
