"""Runs each benchmark in turn: `python -m benchmarks`, or those that are named: `python -m benchmarks reading`."""

import importlib
import pkgutil
import sys

import benchmarks


def main(arguments: list[str] | None = None) -> int:
    """Run every benchmark with its own defaults; return the highest of what they return."""
    names = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name != "__main__")
    wanted = [name for name in (sys.argv[1:] if arguments is None else arguments) if name in names] or names
    worst = 0
    for name in wanted:
        print(f"\n== {name} ==", flush=True)
        module = importlib.import_module(f"benchmarks.{name}")
        worst = max(worst, int(module.main([]) or 0))
    return worst


if __name__ == "__main__":
    sys.exit(main())
