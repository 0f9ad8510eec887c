"""The result of the fixtures eval as text for people and as JSON for tools."""

import json
import textwrap
from fractions import Fraction

from briefing.records.findings import Status
from evals.gate import show
from evals.scoring import ASPECTS, Score, Tally, metrics

WIDTH = 120


def as_text(scores: tuple[Score, ...]) -> str:
    """For each fixture what was found, missed and added; then the totals."""
    return "\n\n".join((*(_fixture(one) for one in scores), _totals(scores))) + "\n"


def as_json(scores: tuple[Score, ...]) -> str:
    """The same as JSON: ``fixtures`` with found, missed and added by aspect, and ``totals``."""
    document = {
        "fixtures": [_fixture_json(one) for one in scores],
        "totals": {name: _number(value) for name, value in metrics(scores).items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _fixture(one: Score) -> str:
    profile = one.profile if one.profile == one.expected_profile else f"{one.profile}, expected {one.expected_profile}"
    lines = [f"{one.fixture_id} (profile {profile}): {_statuses(one.statuses)}"]
    for aspect in ASPECTS:
        lines.extend(_aspect(aspect, one.tallies[aspect]))
    lines.extend(_listed("  did not pass", one.not_passed, "\n"))
    return "\n".join(lines)


def _aspect(aspect: str, tally: Tally) -> list[str]:
    if not tally.expected and not tally.added:
        return []
    lines = [f"  {aspect.replace('_', ' ')}: {len(tally.found)} of {tally.expected}"]
    for label, items in (("found", tally.found), ("missed", tally.missed), ("added", tally.added)):
        separator = "\n" if aspect == "facts" and label == "added" else "; "
        lines.extend(_listed(f"    {label}", items, separator))
    return lines


def _listed(label: str, items: tuple[str, ...], separator: str) -> list[str]:
    if not items:
        return []
    indent = " " * (len(label) - len(label.lstrip()) + 2)
    if separator == "\n":
        return [f"{label}:", *(_wrapped(f"{indent}- {item}", indent + "  ") for item in items)]
    return [_wrapped(f"{label}: {separator.join(items)}", indent)]


def _wrapped(line: str, indent: str) -> str:
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _totals(scores: tuple[Score, ...]) -> str:
    measured = metrics(scores)
    lines = [f"total ({len(scores)} fixtures)"]
    for aspect in ASPECTS:
        tallies = [one.tallies[aspect] for one in scores]
        found, expected = sum(len(tally.found) for tally in tallies), sum(tally.expected for tally in tallies)
        label = f"{aspect.replace('_', ' ')} recall"
        lines.append(f"  {label:<24}{show(measured[f'{aspect}_recall']):>8}  {found} of {expected}")
    lines.append(f"  {'source findings added':<24}{show(measured['source_findings_added']):>8}")
    counts = {status: sum(one.statuses[status] for one in scores) for status in Status}
    lines.append(f"  {_statuses(counts)}")
    return "\n".join(lines)


def _statuses(counts: dict[Status, int]) -> str:
    by_status = ", ".join(f"{counts[status]} {status.replace('_', ' ')}" for status in Status if counts[status])
    return f"{sum(counts.values())} facts" + (f", {by_status}" if by_status else "")


def _fixture_json(one: Score) -> dict[str, object]:
    tallies: dict[str, object] = {
        aspect: {"found": tally.found, "missed": tally.missed, "added": tally.added}
        for aspect, tally in one.tallies.items()
    }
    return {
        "id": one.fixture_id,
        "profile": one.profile,
        "expected_profile": one.expected_profile,
        **tallies,
        "counts": {status.value: count for status, count in one.statuses.items()},
        "not_passed": one.not_passed,
    }


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(show(value))
