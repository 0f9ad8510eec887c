"""How much of the expression table is read as it must be: `python -m evals.expressions`.

The table was written before the reader, as data (`evals/expressions/*.toml`). A case holds only if every figure of its
sentence is read, with the right words, kind, hedge, bounds and unit, and nothing else is.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.text.quantities import read_quantities
from evals.expression_cases import LANGUAGES, Case, differences, load_cases


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what differs from it; an empty tuple says that it holds."""

    case: Case
    differences: tuple[str, ...]


def run(languages: Iterable[str]) -> list[Outcome]:
    """Return the outcome of every case of the languages, in the order of the table."""
    return [_outcome(case) for language in languages for case in load_cases(language)]


def _outcome(case: Case) -> Outcome:
    quantities = read_quantities(case.text, locale=case.language, anchor=case.anchor)
    return Outcome(case, tuple(differences(case, quantities)))


def shares(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """Return the share of cases that hold, by language ("expressions.en")."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for outcome in outcomes:
        total[outcome.case.language] += 1
        right[outcome.case.language] += not outcome.differences
    return {f"expressions.{language}": right[language] / count for language, count in total.items()}


def table(outcomes: Iterable[Outcome]) -> str:
    """Return a table of cases that hold, by class (rows) and language (columns)."""
    cells: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        for group in (outcome.case.group, "all"):
            cells[group, outcome.case.language] += 1
            right[group, outcome.case.language] += not outcome.differences
    languages = [language for language in LANGUAGES if cells["all", language]]
    groups = [*dict.fromkeys(group for group, _ in cells if group != "all"), "all"]
    lines = [f"{'class':<12}" + "".join(f"{language:>9}" for language in languages)]
    for group in groups:
        row = (f"{right[group, lang]}/{cells[group, lang]}" if cells[group, lang] else "-" for lang in languages)
        lines.append(f"{group:<12}" + "".join(f"{cell:>9}" for cell in row))
    return "\n".join(lines)


def _failures(outcomes: Iterable[Outcome]) -> Iterable[str]:
    for outcome in outcomes:
        if outcome.differences:
            yield f"{outcome.case.id}: {outcome.case.text}"
            yield from (f"    {words}" for words in outcome.differences)


def _report(outcomes: list[Outcome]) -> str:
    failed = {o.case.id: list(o.differences) for o in outcomes if o.differences}
    return json.dumps({"shares": shares(outcomes), "failed": failed}, ensure_ascii=False, indent=2)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; return 1 if the gate was asked for and a language is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m evals.expressions", description=__doc__)
    parser.add_argument("--lang", choices=LANGUAGES, action="append", help="only this language; may be repeated")
    parser.add_argument("--verbose", action="store_true", help="print every case that fails, expected and got")
    parser.add_argument("--json", action="store_true", help="print the shares and the failures as JSON")
    parser.add_argument("--gate", action="store_true", help="fail if a share is below its floor in floors.toml")
    options = parser.parse_args(arguments)
    outcomes = run(options.lang or LANGUAGES)
    if options.json:
        print(_report(outcomes))
    else:
        if options.verbose:
            print("\n".join(_failures(outcomes)))
        print(table(outcomes))
    if not options.gate:
        return 0
    from evals.gate import enforce

    return enforce(shares(outcomes))


if __name__ == "__main__":
    sys.exit(main())
