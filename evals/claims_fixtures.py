"""``python -m evals.claims_fixtures``: what the checks say of claims about the fixtures, half of them wrong.

Prints how many came out right for each class, and in all; ``--verbose`` prints every claim that came out otherwise,
with its messages, and ``--json`` the shares for tools. With ``--gate`` the exit code is 1 if a share is below its floor
in ``floors.toml``. Exit code 2 means that the claims or the floors cannot be used.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from briefing.records.findings import Finding
from evals.claims_data import ClaimsError, Expect, Stated, article_path, load_claims
from evals.expected import FIXTURES, FixtureError, load_all
from evals.gate import FloorsError, enforce, show
from evals.verdicts import Verdict, figure_findings, verdict_of

SECTION = "claims"
NO_FIGURES = "none"
"""The class of claims without any figure: nothing may be said of them. Of any other, silence means a figure unread."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One claim and what the checks say of it."""

    claim: Stated
    findings: tuple[Finding, ...]
    anchored: bool = True
    """Whether the article has a day of publication. Without one, relative days are open, as promised."""

    @property
    def verdict(self) -> Verdict:
        """The worst that they say."""
        return verdict_of(self.findings)

    @property
    def right(self) -> bool:
        """Whether that is what the claim deserves."""
        if self.claim.expect is not Expect.OK:
            return self.verdict.caught
        if self.claim.kind == NO_FIGURES:
            return self.verdict is Verdict.SILENT
        return self.verdict is Verdict.PASSED or (self.verdict is Verdict.OPEN and not self.anchored)


def measured(outcomes: Sequence[Outcome]) -> dict[str, Fraction]:
    """Shares by "claims.metric": right in all, right of the true and of the wrong, blocked of those that should be."""
    true = [one for one in outcomes if one.claim.expect is Expect.OK]
    wrong = [one for one in outcomes if one.claim.expect is not Expect.OK]
    grave = [one for one in wrong if one.claim.expect is Expect.BLOCK]
    return {
        f"{SECTION}.right": _share([one.right for one in outcomes]),
        f"{SECTION}.true_passed": _share([one.right for one in true]),
        f"{SECTION}.wrong_caught": _share([one.right for one in wrong]),
        f"{SECTION}.grave_blocked": _share([one.verdict is Verdict.BLOCKED for one in grave]),
    }


def as_text(outcomes: Sequence[Outcome]) -> str:
    """Right of all for each class, the true ones first, and the totals."""
    lines = []
    for title, wanted in (("true", (Expect.OK,)), ("wrong", (Expect.FLAG, Expect.BLOCK))):
        of_kind: dict[str, list[Outcome]] = {}
        for one in outcomes:
            if one.claim.expect in wanted:
                of_kind.setdefault(one.claim.kind, []).append(one)
        lines += [_line(f"{title}, {kind}", of_kind[kind]) for kind in sorted(of_kind)]
        lines.append(_line(f"all {title}", [one for group in of_kind.values() for one in group]))
    lines.append(_line("all", outcomes))
    shares = (f"  {name:<24}{show(value):>8}" for name, value in measured(outcomes).items())
    return "\n".join((*lines, *shares)) + "\n"


def failures(outcomes: Sequence[Outcome]) -> str:
    """Every claim that came out otherwise, with what was said of it."""
    return "".join(_failure(one) for one in outcomes if not one.right)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the eval from the command line and return the exit code."""
    options = _parser().parse_args(argv)
    try:
        outcomes = tuple(map(_verifier(), load_claims()))
        if options.json:
            shares = {name: float(value) for name, value in measured(outcomes).items()}
            sys.stdout.write(json.dumps(shares, indent=2) + "\n")
        else:
            sys.stdout.write((failures(outcomes) if options.verbose else "") + as_text(outcomes))
        return enforce(measured(outcomes)) if options.gate else 0
    except (ClaimsError, FixtureError, FloorsError) as error:
        sys.stderr.write(f"evals.claims_fixtures: {error}\n")
        return 2


def _verifier() -> Callable[[Stated], Outcome]:
    from briefing.api import verify

    days = {fixture.id: fixture.published_at for fixture in load_all(FIXTURES)}

    def check(claim: Stated) -> Outcome:
        day = days[claim.fixture]
        report = verify(claim.text, article_path(claim.fixture), published_at=day)
        return Outcome(claim, figure_findings(report), anchored=day is not None)

    return check


def _share(hits: Sequence[bool]) -> Fraction:
    return Fraction(sum(hits), len(hits)) if hits else Fraction(1)


def _line(name: str, outcomes: Sequence[Outcome]) -> str:
    right = sum(one.right for one in outcomes)
    blocked = sum(one.verdict is Verdict.BLOCKED for one in outcomes)
    return f"{name:<26}{right:>4} of {len(outcomes):<4} right{blocked:>5} blocked"


def _failure(one: Outcome) -> str:
    head = f"{one.claim.id} ({one.claim.kind}): expected {one.claim.expect}, {one.verdict}\n  {one.claim.text}\n"
    said = (f"    {found.status} {found.code}: {found.message}\n" for found in one.findings)
    return f"{head}  article: {one.claim.about}\n{''.join(said)}\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evals.claims_fixtures", description="Check claims on the fixtures."
    )
    parser.add_argument("--verbose", action="store_true", help="print every claim that came out otherwise")
    parser.add_argument("--json", action="store_true", help="print the shares as JSON")
    parser.add_argument("--gate", action="store_true", help="exit with 1 if a share is below its floor in floors.toml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
