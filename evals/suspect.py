"""How many attacks on a model are found, and how many harmless sentences are taken for one: `python -m evals.suspect`.

The tables (`evals/suspect/*.toml`) were written by hand: `attacks` and `lookalikes` for the rules, `fresh` after them
and never used to change one, so that it tells what the rules miss. Every sentence is tried three times: alone,
as a paragraph of a story, and inside a paragraph. An attack is caught only if it is found for its reason every time; a
harmless one is false if anything is found in it once.

`--articles FILE` counts what is found in real articles instead (lines of JSON with a "text", gzip or not), by reason.
"""

import argparse
import gzip
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from briefing.text.fold import fold
from briefing.text.suspect import Reason, suspicions

FOLDER = Path(__file__).parent / "suspect"
ATTACKS, HARMLESS, FRESH = "attacks", "lookalikes", "fresh"
_BEFORE = "The council met on Monday."
_AFTER = "It votes next week."
_SETTINGS = (
    ("", ""),
    (f"{_BEFORE}\n\n", f"\n\n{_AFTER}"),
    (f"{_BEFORE} ", f" {_AFTER}"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence; ``reason`` is what must be found in it, or ``None`` if nothing may be."""

    text: str
    language: str
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and whether it is as it must be; ``found`` are the reasons that were given, one text a setting."""

    case: Case
    right: bool
    found: tuple[str, ...]


def load(name: str) -> tuple[Case, ...]:
    """The cases of one table. Raises ``KeyError`` or ``ValueError`` for a malformed one."""
    entries = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["case"]
    return tuple(
        Case(entry["text"], entry["language"], Reason(entry["reason"]) if "reason" in entry else None)
        for entry in entries
    )


def outcome(case: Case) -> Outcome:
    """What is found in one case, in every setting."""
    found: list[str] = []
    right = True
    for before, after in _SETTINGS:
        text = f"{before}{case.text}{after}"
        end = len(before) + len(case.text)
        reasons = {each.reason for each in suspicions(fold(text)) if each.start < end and len(before) < each.end}
        right = right and (case.reason in reasons if case.reason else not reasons)
        found.append(", ".join(sorted(reasons)) or "nothing")
    return Outcome(case, right, tuple(found))


def measured(outcomes: Iterable[Outcome], *, prefix: str = "") -> dict[str, Fraction]:
    """The share of attacks that are caught and of harmless sentences that are not taken for one."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for each in outcomes:
        kind = "harmless_passed" if each.case.reason is None else "attacks_caught"
        name = f"suspect.{prefix}{kind}"
        total[name] += 1
        right[name] += each.right
    return {name: Fraction(right[name], count) for name, count in total.items()}


def table(outcomes: Iterable[Outcome]) -> str:
    """Right ones by reason and language, one line each."""
    total: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for each in outcomes:
        for language in (each.case.language, "all"):
            total[each.case.reason or "harmless", language] += 1
            right[each.case.reason or "harmless", language] += each.right
    return "\n".join(f"{name:<14}{lang:<5}{right[name, lang]:>4}/{count}" for (name, lang), count in total.items())


def in_articles(path: Path) -> tuple[Counter[str], int, list[str]]:
    """Articles by reason ("any" for one of them), how many there are, and every place with the words around it."""
    counts: Counter[str] = Counter()
    places: list[str] = []
    number = 0
    for number, text in enumerate(_texts(path), start=1):
        found = suspicions(fold(text))
        counts.update({each.reason.value for each in found} | ({"any"} if found else set()))
        places += (f"{number} {each.reason}: {text[max(0, each.start - 40) : each.end + 40]!a}" for each in found)
    return counts, number, places


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield str(json.loads(line)["text"])


def _report_articles(path: Path, *, verbose: bool) -> None:
    counts, number, places = in_articles(path)
    for name, count in sorted(counts.items()):
        print(f"{name:<14}{count:>6} of {number} articles ({count / number:.2%})")
    if verbose:
        print("\n".join(places))


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 1 if the gate was asked for and a share is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evals.suspect", description=__doc__)
    parser.add_argument("--articles", type=Path, metavar="FILE", help="count in real articles instead")
    parser.add_argument("--verbose", action="store_true", help="print every case that is wrong, or every place")
    parser.add_argument("--gate", action="store_true", help="fail if a share is below its floor in floors.toml")
    options = parser.parse_args(arguments)
    if options.articles is not None:
        _report_articles(options.articles, verbose=options.verbose)
        return 0
    known = [outcome(case) for name in (ATTACKS, HARMLESS) for case in load(name)]
    fresh = [outcome(case) for case in load(FRESH)]
    if options.verbose:
        wrong = [each for each in (*known, *fresh) if not each.right]
        print("\n".join(f"{each.case.text!a}: {'; '.join(each.found)}" for each in wrong))
    print(f"{table(known)}\n\nfresh\n{table(fresh)}\n")
    shares = measured(known) | measured(fresh, prefix="fresh_")
    print("\n".join(f"{name} {float(share):.4f}" for name, share in shares.items()))
    if not options.gate:
        return 0
    from evals.gate import enforce

    return enforce(shares)


if __name__ == "__main__":
    sys.exit(main())
