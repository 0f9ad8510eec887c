"""``python -m evals.pairs``: what the checks of words say of true and wrong statements about short passages.

Quotations and speakers, names, and attribution with modality and polarity: 200 pairs each, half of them true. *Caught*
is the share of the wrong that a check of words calls ``check`` or ``unsupported``; *flagged* the share of the true that
any of them does not pass. The second half of every group is held out: no rule was written from it. ``--verbose`` prints
every pair of the first half that came out otherwise. With ``--gate`` the exit code is 1 if a share breaks its limit in
``floors.toml``; 2 means that the pairs or the floors cannot be used.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from briefing.records.findings import Finding, Status
from evals.gate import FloorsError, enforce, show
from evals.pairs_data import GROUPS, Half, Pair, PairsError, load_pairs
from evals.verdicts import WORD_CHECKS, findings_of

SECTION = "pairs"
_NAMES = {Half.OPEN: "open", Half.HELD_OUT: "held out", Half.MORE: "open, second", Half.FURTHER: "open, third"}
_OBJECTS = frozenset((Status.CHECK, Status.UNSUPPORTED))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One pair and what the checks of words say of it."""

    pair: Pair
    findings: tuple[Finding, ...]

    @property
    def flagged(self) -> bool:
        """Whether a check objects; of a true statement, whether any does not pass it."""
        if self.pair.wrong:
            return any(finding.status in _OBJECTS for finding in self.findings)
        return any(not finding.status.passed for finding in self.findings)

    @property
    def right(self) -> bool:
        """Whether that is what the statement deserves."""
        return self.flagged == self.pair.wrong


def measured(outcomes: Sequence[Outcome]) -> dict[str, Fraction]:
    """Shares by "pairs.group_half_metric": ``caught`` of the wrong and ``flagged`` of the true."""
    found = {}
    for group in GROUPS:
        for half in Half:
            for wrong, metric in ((True, "caught"), (False, "flagged")):
                of = [
                    one for one in outcomes if (one.pair.group, one.pair.half, one.pair.wrong) == (group, half, wrong)
                ]
                if of:
                    found[f"{SECTION}.{group}_{half}_{metric}"] = Fraction(sum(one.flagged for one in of), len(of))
    return found


def as_text(outcomes: Sequence[Outcome], *, classes: bool) -> str:
    """One line for each group and half, with the classes below if asked for."""
    lines = [f"{'':<30}{'wrong':>6}{'caught':>8}{'true':>6}{'flagged':>9}"]
    for group in GROUPS:
        for half in Half:
            of = [one for one in outcomes if one.pair.group == group and one.pair.half == half]
            if not of:
                continue
            lines.append(_line(f"{group}, {_NAMES[half]}", of))
            kinds = sorted({(not one.pair.wrong, one.pair.kind) for one in of}) if classes else []
            lines += [_line(f"  {kind}", [one for one in of if one.pair.kind == kind]) for _, kind in kinds]
    return "\n".join(lines) + "\n"


def failures(outcomes: Sequence[Outcome]) -> str:
    """Every pair of the open half that came out otherwise, with what was said of it."""
    return "".join(_failure(one) for one in outcomes if not one.right and one.pair.half is not Half.HELD_OUT)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the eval from the command line and return the exit code."""
    options = _parser().parse_args(argv)
    try:
        pairs = [pair for pair in load_pairs() if options.group in (None, pair.group)]
        outcomes = tuple(map(_verifier(), pairs))
        if options.json:
            shares = {name: float(value) for name, value in measured(outcomes).items()}
            sys.stdout.write(json.dumps(shares, indent=2) + "\n")
        else:
            sys.stdout.write(
                (failures(outcomes) if options.verbose else "") + as_text(outcomes, classes=options.classes)
            )
        return enforce(measured(outcomes)) if options.gate else 0
    except (PairsError, FloorsError) as error:
        sys.stderr.write(f"evals.pairs: {error}\n")
        return 2


def _verifier() -> Callable[[Pair], Outcome]:
    from briefing.api import verify

    def check(pair: Pair) -> Outcome:
        report = verify(pair.text, pair.source)
        return Outcome(pair, findings_of(report, WORD_CHECKS))

    return check


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    cells = ""
    for wrong, width in ((True, 8), (False, 9)):
        of = [one.flagged for one in outcomes if one.pair.wrong is wrong]
        share = show(Fraction(sum(of), len(of)))[:6] if of else "-"
        cells += f"{len(of) or '-':>6}{share:>{width}}"
    return f"{name:<30}{cells}"


def _failure(one: Outcome) -> str:
    expected = "wrong, not caught" if one.pair.wrong else "true, flagged"
    said = (f"    {found.check} {found.status} {found.code}: {found.message}\n" for found in one.findings)
    return f"{one.pair.id} ({one.pair.kind}): {expected}\n  {one.pair.text}\n  {one.pair.note}\n{''.join(said)}\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.pairs", description="Check statements about passages.")
    parser.add_argument("--group", choices=GROUPS, help="only this group")
    parser.add_argument("--classes", action="store_true", help="a line for every class")
    parser.add_argument(
        "--verbose", action="store_true", help="print every pair of the open half that came out otherwise"
    )
    parser.add_argument("--json", action="store_true", help="print the shares as JSON")
    parser.add_argument("--gate", action="store_true", help="exit with 1 if a share breaks its limit in floors.toml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
