"""How long `import briefing` and `briefing --help` take above a bare interpreter; no heavy module may be loaded."""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

_HEAVY = ("openai", "instructor", "tenacity", "pydantic", "jinja2", "rapidfuzz", "asyncio", "charset_normalizer")
_RUNS = 15
_COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import briefing": ["-c", "import briefing"],
    "briefing --help": ["-m", "briefing", "--help"],
}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the median of each command and its distance from the bare interpreter, run in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=_RUNS)
    options, _ = parser.parse_known_args(argv)
    times: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for _ in range(options.runs):
        for name, command in _COMMANDS.items():
            times[name].append(_seconds(command))
    bare = statistics.median(times["python -c pass"])
    print(f"startup, median of {options.runs} runs in turn (goal: less than 100 ms above the bare interpreter)")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"  {name:<18} {1000 * median:7.1f} ms   +{1000 * (median - bare):6.1f} ms")
    loaded = _heavy_modules()
    print(f"  heavy modules loaded by import briefing: {', '.join(loaded) or 'none'}")
    return 1 if loaded else 0


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _heavy_modules() -> list[str]:
    code = f"import sys, briefing; print(*(name for name in {_HEAVY!r} if name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return found.stdout.split()


if __name__ == "__main__":
    raise SystemExit(main())
