"""``python -m evals.summaries``: flags on thousands of judged summaries of news texts, right ones beside wrong ones.

For each class the share with any flag (``check`` or ``unsupported`` of the checks number, date and arithmetic) and the
share blocked (``unsupported``), beside the goal and what others reach. The data is not in the repository: without it
the eval says so and passes. ``--misses CLASS N`` prints a random sample of what came out otherwise. With ``--gate`` the
exit code is 1 if a share breaks its limit in ``floors.toml``; 2 means that the floors cannot be used.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from briefing.records.findings import CheckName, Finding
from evals.gate import enforce
from evals.guarded import guarded, print_json
from evals.summaries_data import SETS, Summary, SummarySet, load_set, named_folder
from evals.summaries_goals import ANY, BLOCK, FAITHFUL, GOALS
from evals.verdicts import FIGURE_CHECKS, Verdict, findings_of, verdict_of


@dataclass(frozen=True, slots=True)
class Judged:
    """One summary with what the checks say of its figures."""

    summary: Summary
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst that they say."""
        return verdict_of(self.findings)

    @property
    def missed(self) -> bool:
        """A flag on a faithful summary, or none on a wrong one."""
        return self.verdict.caught is (self.summary.kind in FAITHFUL)


def judge(data: SummarySet, checks: frozenset[CheckName] = FIGURE_CHECKS) -> Iterator[Judged]:
    """Every summary against its source, with what ``checks`` say; each source is read once."""
    from briefing.pipeline import index, prepare
    from briefing.settings import Settings
    from briefing.stages.read import read_text
    from briefing.stages.verify.stage import verify_text

    settings = Settings(language="en")
    by_source: dict[str, list[Summary]] = {}
    for summary in data.summaries:
        by_source.setdefault(summary.source_id, []).append(summary)
    for source_id, summaries in by_source.items():
        source = index(read_text(data.sources[source_id], settings=settings))
        for summary in summaries:
            draft = prepare(read_text(summary.text, settings=settings))
            yield Judged(summary, findings_of(verify_text(draft, source), checks))


def measured(name: str, judged: Sequence[Judged]) -> dict[str, Fraction]:
    """Shares by "set.class_any" and "set.class_block"."""
    shares: dict[str, Fraction] = {}
    for kind, group in grouped(name, judged).items():
        caught = sum(one.verdict.caught for one in group)
        blocked = sum(one.verdict is Verdict.BLOCKED for one in group)
        shares[f"{name}.{kind}_{ANY}"] = Fraction(caught, len(group))
        shares[f"{name}.{kind}_{BLOCK}"] = Fraction(blocked, len(group))
    return shares


def grouped(name: str, judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    """Summaries by class: those with a goal first, in its order."""
    groups: dict[str, list[Judged]] = {kind: [] for kind in GOALS[name]}
    for one in judged:
        groups.setdefault(one.summary.kind, []).append(one)
    return {kind: group for kind, group in groups.items() if group}


def table(name: str, judged: Sequence[Judged]) -> str:
    """One line for each class: count, any flag, blocked, goal, the others."""
    shares = measured(name, judged)
    lines = [f"{name:<32}{'n':>6}{'any':>7}{'block':>7}  {'goal':<26}{'package':>8}{'study':>7}"]
    for kind, group in grouped(name, judged).items():
        goal = GOALS[name].get(kind)
        cells = f"{float(shares[f'{name}.{kind}_{ANY}']):>7.3f}{float(shares[f'{name}.{kind}_{BLOCK}']):>7.3f}"
        others = f"  {goal.wanted:<26}{goal.package:>8.3f}{goal.study:>7.3f}" if goal else ""
        lines.append(f"  {kind:<30}{len(group):>6}{cells}{others}")
    return "\n".join(lines) + "\n"


def sample(judged: Sequence[Judged], kind: str, count: int, seed: int) -> str:
    """``count`` summaries of one class that came out otherwise, with what was said of them."""
    missed = [one for one in judged if one.summary.kind == kind and one.missed]
    chosen = random.Random(seed).sample(missed, min(count, len(missed)))
    return f"{kind}: {len(missed)} came out otherwise\n" + "".join(map(_shown, chosen))


def _shown(one: Judged) -> str:
    said = (f"    {found.status} {found.code}: {found.message}\n" for found in one.findings)
    return f"{one.summary.source_id}: {one.summary.text}\n{''.join(said)}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the eval from the command line and return the exit code."""
    options = _parser().parse_args(argv)
    return guarded("evals.summaries", lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    folder = named_folder(options.data)
    names: list[str] = [options.set] if options.set else list(SETS)
    shares: dict[str, Fraction] = {}
    for name in names:
        judged = tuple(judge(load_set(name, folder)))
        shares |= measured(name, judged)
        if not options.json:
            sys.stdout.write(table(name, judged))
        if options.misses and options.misses[0] in grouped(name, judged):
            sys.stdout.write(sample(judged, options.misses[0], int(options.misses[1]), options.seed))
    if options.json:
        print_json(shares)
    return enforce(shares) if options.gate else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.summaries", description="Flags on judged summaries.")
    parser.add_argument("--data", type=Path, help="folder of the files; default: BRIEFING_EVAL_DATA")
    parser.add_argument("--set", choices=list(SETS), help="only this set")
    parser.add_argument("--misses", nargs=2, metavar=("CLASS", "N"), help="print N that came out otherwise")
    parser.add_argument("--seed", type=int, default=0, help="of the sample that --misses draws")
    parser.add_argument("--json", action="store_true", help="print the shares as JSON")
    parser.add_argument("--gate", action="store_true", help="exit with 1 if a share breaks its limit in floors.toml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
