"""``python -m evals.words``: what the checks of words say of thousands of judged summaries of news texts.

For each class of summaries the share with any flag and the share blocked by the checks of quotations, names,
attribution and polarity, and how often each check gives each code. People judged ``ok_literal`` and ``orig`` faithful:
a flag on them is a false alarm, or something that they let pass. What is said of "UNK", a masked word, is left out.
The data is not in the repository: without it the eval says so and passes. ``--read CODE N`` prints a random sample.
With ``--gate`` the exit code is 1 if a share breaks its limit in ``floors.toml``; 2 means that the floors cannot be
used.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from evals.gate import enforce
from evals.guarded import guarded, print_json
from evals.summaries import Judged, grouped, judge
from evals.summaries_data import SETS, load_set, named_folder
from evals.summaries_goals import FAITHFUL
from evals.verdicts import WORD_CHECKS, Verdict

SECTION = "words"
MASK = "UNK"


def measured(name: str, judged: Sequence[Judged]) -> dict[str, Fraction]:
    """Shares of the faithful summaries by "words.set_class_any" and "words.set_class_block"."""
    shares: dict[str, Fraction] = {}
    for kind, group in grouped(name, judged).items():
        if kind in FAITHFUL:
            caught = sum(one.verdict.caught for one in group)
            blocked = sum(one.verdict is Verdict.BLOCKED for one in group)
            shares[f"{SECTION}.{name}_{kind}_any"] = Fraction(caught, len(group))
            shares[f"{SECTION}.{name}_{kind}_block"] = Fraction(blocked, len(group))
    return shares


def table(name: str, judged: Sequence[Judged]) -> str:
    """One line for each class, and below it every check with its codes, the most frequent first."""
    lines = [f"{name:<40}{'n':>6}{'any':>8}{'block':>8}"]
    for kind, group in grouped(name, judged).items():
        caught = sum(one.verdict.caught for one in group) / len(group)
        blocked = sum(one.verdict is Verdict.BLOCKED for one in group) / len(group)
        lines.append(f"  {kind:<38}{len(group):>6}{caught:>8.4f}{blocked:>8.4f}")
        codes = Counter(
            f"{found.check.value} {found.status.value} {found.code.value}"
            for one in group
            for found in one.findings
            if not found.status.passed
        )
        lines += [f"      {code:<46}{count:>5}" for code, count in codes.most_common()]
    return "\n".join(lines) + "\n"


def sample(judged: Sequence[Judged], code: str, count: int, seed: int) -> str:
    """``count`` findings with that code on faithful summaries, each with the summary and the source's words."""
    found = [
        (one.summary, finding)
        for one in judged
        if one.summary.kind in FAITHFUL
        for finding in one.findings
        if not finding.status.passed and code in (finding.code.value, finding.check.value, "all")
    ]
    chosen = random.Random(seed).sample(found, min(count, len(found)))
    return "".join(
        f"{finding.check.value} {finding.status.value} {finding.code.value}: {finding.message}\n"
        f"    draft:  {finding.claim.text if finding.claim else summary.text}\n"
        f"    source: {' ... '.join(evidence.exact for evidence in finding.evidence)}\n"
        for summary, finding in chosen
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the eval from the command line and return the exit code."""
    options = _parser().parse_args(argv)
    return guarded("evals.words", lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    folder = named_folder(options.data)
    shares: dict[str, Fraction] = {}
    for name in [options.set] if options.set else list(SETS):
        judged = tuple(map(_unmasked, judge(load_set(name, folder), WORD_CHECKS)))
        shares |= measured(name, judged)
        if not options.json:
            sys.stdout.write(table(name, judged))
        if options.read:
            sys.stdout.write(sample(judged, options.read[0], int(options.read[1]), options.seed))
    if options.json:
        print_json(shares)
    return enforce(shares) if options.gate else 0


def _unmasked(one: Judged) -> Judged:
    """Without what is said of "UNK", which stands in some of the summaries for a word that their makers took out."""
    kept = tuple(found for found in one.findings if found.claim is None or found.claim.text != MASK)
    return replace(one, findings=kept)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.words", description="Checks of words on judged summaries.")
    parser.add_argument("--data", type=Path, help="folder of the files; default: BRIEFING_EVAL_DATA")
    parser.add_argument("--set", choices=list(SETS), help="only this set")
    parser.add_argument("--read", nargs=2, metavar=("CODE", "N"), help="print N findings with a code, a check, or all")
    parser.add_argument("--seed", type=int, default=0, help="of the sample that --read draws")
    parser.add_argument("--json", action="store_true", help="print the shares as JSON")
    parser.add_argument("--gate", action="store_true", help="exit with 1 if a share breaks its limit in floors.toml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
