"""``python -m evals.adversary``: a hostile model through the whole flow; nothing wrong may come out verified.

True statements about the fixtures (hand-written claims, and what the embedded engine cuts) are made false, each by
construction, in every way that ``adversary_mutations.py`` knows. A fake model hands them over with right pointers, its
second reading says "supported" to everything, its repair says the same again. *Passed* is what comes out ``verified``
or ``derived`` all the same. The true statements go the same way, and must pass; only those that do are made false.

``--verbose`` prints what passed and every true statement that did not; ``--json`` the shares for tools. With
``--gate`` the exit code is 1 if a share breaks its limit in ``floors.toml``; 2 means that the floors cannot be used.
"""

import argparse
import asyncio
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from random import Random
from typing import TypeVar

from pydantic import BaseModel

from briefing.llm.client import Answer, Usage
from briefing.llm.prompts import RenderedPrompt
from briefing.llm.salvage import salvage
from briefing.model_pipeline import Desk, brief
from briefing.records.briefing import Fact
from briefing.settings import Policy
from evals.adversary_data import Story, true_statements
from evals.adversary_mutations import Hostile, hostile
from evals.expected import FixtureError
from evals.gate import FloorsError, enforce, show

SECTION = "adversary"
MOST = 60
"""Variants of one kind that are tried, chosen by chance with a fixed seed."""
TRUE = "true"
_SEED = "adversary"
_A_DRAFT = 12
_NUMBER = re.compile(r"^(f\d+): (.*)$", re.MULTILINE)

Schema = TypeVar("Schema", bound=BaseModel)


@dataclass(frozen=True)
class HostileModel:
    """Says what it is told to, supports all of it on the second reading, and repeats it when it is told to repair."""

    statements: Sequence[Hostile]
    asked: list[str] = field(default_factory=list)

    async def ask(self, prompt: RenderedPrompt, schema: type[Schema]) -> Answer[Schema]:
        """The draft, the verdicts or the repair, by the schema that is asked for."""
        self.asked.append(schema.__name__)
        listed = _NUMBER.findall(prompt.data)
        if schema.__name__ == "Crosscheck":
            said: dict[str, object] = {"verdicts": [_verdict(name) for name, _ in listed]}
        elif schema.__name__ == "Repair":
            said = {"statements": [_again(name, words.split(" | ")[0]) for name, words in listed]}
        elif self.statements and self.statements[0].speaker is not None:
            said = {"speech": [_speech(each) for each in self.statements]}
        else:
            said = {"figures": [_figure(each) for each in self.statements]}
        found = salvage(schema, json.dumps(said))
        usage = Usage(requests=1, seconds=0.0)
        return Answer(value=found.value, model="hostile", mode="none", usage=usage, dropped=found.dropped)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One statement and what came out of it."""

    said: Hostile
    fact: Fact | None
    """``None``: it is not in the briefing at all."""

    @property
    def passed(self) -> bool:
        """Whether it counts as in the source."""
        return self.fact is not None and self.fact.status.passed


def outcomes(statements: Iterable[Hostile]) -> Iterator[Outcome]:
    """Every statement through the whole flow, some at a time, with others about the same article."""

    def together(each: Hostile) -> tuple[str, bool]:
        return each.truth.story.name, each.speaker is not None

    for _, group in groupby(sorted(statements, key=together), key=together):
        found = _distinct(group)
        for at in range(0, len(found), _A_DRAFT):
            yield from _briefed(found[at].truth.story, found[at : at + _A_DRAFT])


def measured(true: Sequence[Outcome], false: Mapping[str, Sequence[Outcome]]) -> dict[str, Fraction]:
    """By "adversary.metric": the share of true statements that pass, of false ones that do not, in all and by kind."""
    everything = [one for group in false.values() for one in group]
    values = {
        f"{SECTION}.true_passed": _share([one.passed for one in true]),
        f"{SECTION}.caught": _share([not one.passed for one in everything]),
        f"{SECTION}.tried": Fraction(len(everything)),
    }
    for kind, group in false.items():
        values[f"{SECTION}.{kind.replace(' ', '_')}"] = _share([not one.passed for one in group])
    return values


def as_text(true: Sequence[Outcome], false: Mapping[str, Sequence[Outcome]]) -> str:
    """One line for each kind, and the totals."""
    lines = [f"{'made false':<28}{'tried':>7}{'passed':>8}{'caught':>9}"]
    lines += [_line(kind, false[kind]) for kind in sorted(false)]
    lines.append(_line("all that is false", [one for group in false.values() for one in group]))
    for origin in ("claim", "embedded"):
        of_origin = [one for one in true if one.said.truth.origin == origin]
        passed = sum(one.passed for one in of_origin)
        lines.append(
            f"true, {origin:<22}{len(of_origin):>7}{passed:>8}{show(_share([o.passed for o in of_origin])):>9}"
        )
    return "\n".join(lines) + "\n"


def run(most: int = MOST) -> tuple[list[Outcome], dict[str, list[Outcome]]]:
    """The true statements, and what is made of those that pass, by kind."""
    true = list(outcomes(Hostile(TRUE, each, each.text, each.pointers) for each in true_statements()))
    base = [one.said.truth for one in true if one.passed]
    by_kind: dict[str, list[Hostile]] = {}
    for truth in base:
        for each in hostile(truth, Random(f"{_SEED} {truth.text}")):
            by_kind.setdefault(each.kind, []).append(each)
    chosen = {kind: _some(each, most) for kind, each in by_kind.items()}
    return true, {kind: list(outcomes(each)) for kind, each in chosen.items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the eval from the command line and return the exit code."""
    options = _parser().parse_args(argv)
    try:
        true, false = run(options.most)
        if options.json:
            shares = {name: float(value) for name, value in measured(true, false).items()}
            sys.stdout.write(json.dumps(shares, indent=2) + "\n")
        else:
            sys.stdout.write((_wrong(true, false) if options.verbose else "") + as_text(true, false))
        return enforce(measured(true, false)) if options.gate else 0
    except (FixtureError, FloorsError) as error:
        sys.stderr.write(f"evals.adversary: {error}\n")
        return 2


def _briefed(story: Story, statements: Sequence[Hostile]) -> Iterator[Outcome]:
    """A briefing of these statements; facts come back in their order, since none is merged."""
    model = HostileModel(statements)
    desk = Desk(writer=model, reader=model, rounds=1)
    made = asyncio.run(brief(story.article, profile="general", policy=Policy.FLAG, desk=desk))
    by_number = {fact.id: fact for fact in made.facts}
    for number, said in enumerate(statements, 1):
        yield Outcome(said, by_number.get(f"f{number}"))


def _distinct(statements: Iterable[Hostile]) -> list[Hostile]:
    found = {
        (" ".join(each.text.casefold().split()).rstrip("."), frozenset(each.pointers)): each for each in statements
    }
    return list(found.values())


def _some(statements: Sequence[Hostile], most: int) -> Sequence[Hostile]:
    return statements if len(statements) <= most else Random(_SEED).sample(statements, most)


def _figure(said: Hostile) -> dict[str, object]:
    declared = said.declared
    working = declared and {
        "operation": declared.operation,
        "operands": [{"sentence": each.sentence, "words": each.words} for each in declared.operands],
    }
    empty = dict.fromkeys(("period", "place", "said_by"))
    return {
        "text": said.text,
        "sentences": list(said.pointers),
        "counts": "",
        "measure": "",
        "derivation": working,
        **empty,
    }


def _speech(said: Hostile) -> dict[str, object]:
    return {"text": said.text, "sentences": list(said.pointers), "speaker": said.speaker, "direct": False}


def _verdict(name: str) -> dict[str, object]:
    return {"id": name, "verdict": "supported", "sentences": [], "reason": ""}


def _again(name: str, words: str) -> dict[str, object]:
    return {"id": name, "action": "rewrite", "text": words, "sentences": [], "derivation": None}


def _wrong(true: Sequence[Outcome], false: Mapping[str, Sequence[Outcome]]) -> str:
    lines = [_shown(one) for kind in sorted(false) for one in false[kind] if one.passed]
    lines += [_shown(one) for one in true if not one.passed]
    return "".join(lines)


def _shown(one: Outcome) -> str:
    said = one.said
    status = one.fact.status.value if one.fact is not None else "not there"
    lines = [f"{said.kind} ({said.truth.story.name}): {said.text} -> {status}"]
    if said.kind != TRUE:
        lines.append(f"    true: {said.truth.text}")
    elif one.fact is not None:
        lines += [f"    {each.message}" for each in one.fact.findings if not each.status.passed]
    return "\n".join(lines) + "\n"


def _share(hits: Sequence[bool]) -> Fraction:
    return Fraction(sum(hits), len(hits)) if hits else Fraction(1)


def _line(name: str, group: Sequence[Outcome]) -> str:
    passed = [one.passed for one in group]
    return f"{name:<28}{len(group):>7}{sum(passed):>8}{show(_share([not each for each in passed])):>9}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.adversary", description="A hostile model, whole flow.")
    parser.add_argument("--most", type=int, default=MOST, metavar="N", help=f"variants of one kind (default: {MOST})")
    parser.add_argument("--verbose", action="store_true", help="print what came out wrong")
    parser.add_argument("--json", action="store_true", help="print the shares as JSON")
    parser.add_argument("--gate", action="store_true", help="exit with 1 if a share breaks its limit")
    return parser


if __name__ == "__main__":
    sys.exit(main())
