"""Milliseconds of `verify()` for tables of figures: how the time grows while a table and its draft double.

A draft with a table of bare figures is checked against an article with the same table, in which one figure in five is
another. Rows as in Markdown, rows as in CSV, and lists. Time that doubles with the table is a ratio of 2; time that
grows with its square, 4. CPU time of this process, nothing known beforehand.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise

from briefing import Briefer, Settings

SIZES = (100, 200, 400, 800, 1600)
_COLUMNS = 8
_CHANGED = 0.2
_GOAL = 3.0
_SETTINGS = Settings(language="en")
_NAMES = (
    "Ashby", "Brockton", "Calder", "Denholm", "Elmley", "Fairbank", "Garston", "Holt", "Ivybridge", "Jarrow", "Kelso",
    "Larkhill", "Malton", "Norby", "Otley", "Penrith",
)  # fmt: skip

Row = tuple[str, Sequence[int]]


def main(argv: Sequence[str] | None = None) -> int:
    """Print the milliseconds of every size and the ratio to the size before it; 1 if a doubling costs too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="leave out larger tables")
    options, _ = parser.parse_known_args(argv)
    sizes = [size for size in SIZES if size <= options.largest]
    Briefer(_SETTINGS).verify("It approved 12 plans.", "The council met on Monday. It approved 13 plans.")
    print(f"tables, a draft against its article, CPU time (goal: at most {_GOAL:.0f} times as long for twice as many)")
    worst = 0.0
    for kind in KINDS:
        times = [milliseconds(*texts(kind, size)) for size in sizes]
        ratios = [later / earlier for earlier, later in pairwise(times)]
        worst = max(worst, *ratios) if ratios else worst
        shown = "  ".join(f"{size}: {spent:,.0f} ms" for size, spent in zip(sizes, times, strict=True))
        print(f"  {kind:<10} {shown}  (ratios {', '.join(f'{ratio:.1f}' for ratio in ratios)})", flush=True)
    if worst > _GOAL:
        print(f"tables: twice as many figures took {worst:.1f} times as long", file=sys.stderr)
    return 1 if worst > _GOAL else 0


def texts(kind: str, size: int) -> tuple[str, str]:
    """A draft with a table of ``size`` figures, and its article; the same each time."""
    chance = random.Random(f"{kind} {size}")
    columns = 1 if kind == "list" else _COLUMNS
    rows: list[Row] = [
        (
            f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}",
            [
                chance.choice((chance.randint(2, 999), chance.randint(1000, 99_999)))
                for _ in range(min(columns, size - at))
            ],
        )
        for at in range(0, size, columns)
    ]
    changed = [(name, [each + (chance.random() < _CHANGED) for each in figures]) for name, figures in rows]
    write = KINDS[kind]
    return write(changed), write(rows)


def milliseconds(draft: str, article: str) -> float:
    """One call with two texts and nothing known."""
    start = time.process_time()
    Briefer(_SETTINGS).verify(draft, article)
    return 1000 * (time.process_time() - start)


def _markdown(rows: Sequence[Row]) -> str:
    head = "| ward " + "".join(f"| {chr(97 + column)} " for column in range(_COLUMNS)) + "|\n"
    lines = (f"| {name} | {' | '.join(map(str, figures))} |\n" for name, figures in rows)
    return "The council published the figures of its wards on Monday.\n\n" + head + "".join(lines)


def _csv(rows: Sequence[Row]) -> str:
    lines = (f"{name}, {', '.join(map(str, figures))}\n" for name, figures in rows)
    return "The council published the figures of its wards on Monday.\n\n" + "".join(lines)


def _list(rows: Sequence[Row]) -> str:
    lines = (f"- {name}: {figures[0]}\n" for name, figures in rows)
    return "The council published the figures of its wards on Monday.\n\n" + "".join(lines)


KINDS: dict[str, Callable[[Sequence[Row]], str]] = {"markdown": _markdown, "csv": _csv, "list": _list}
"""How a table is written, by name."""


if __name__ == "__main__":
    raise SystemExit(main())
