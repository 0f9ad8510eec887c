"""A briefing as Markdown, for mail, tickets and editorial systems.

Words of an article are data: they are escaped so that none of them becomes a link, an image, HTML or a heading, and
GitHub, Jekyll and CommonMark readers show them as they were printed.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.profiles.catalog import GENERAL
from briefing.records.briefing import Briefing, Fact, Provenance
from briefing.records.draft import Leaf
from briefing.records.findings import Finding, Working
from briefing.records.spans import Evidence
from briefing.render.controls import visible
from briefing.render.wording import (
    STATUS_ICONS,
    STATUS_WORDS,
    field_label,
    figures_with_reading,
    in_context,
    label,
    other_derivations,
    passed,
    problems,
    reading,
    reasons,
    same_words,
    tally,
    words_not_in_message,
    workings,
)

_SPECIAL = re.compile(r"[\\`*_\[\]<>&#|~${}]|(?<={)%")
_LINK_LIKE = re.compile(r":(?=//)|(?<=\w)\.(?=[^\W\d]{2})")
_BLOCK_START = re.compile(r"^(?:[-+=:]|\d+(?=[.)](?:\s|$)))")
_SHORT_LEAF = 60
"""Longer words of a field stand on a line of their own."""
_BREAKS_MAIL_ADDRESS = "@&#8288;"


def to_markdown(briefing: Briefing) -> str:
    """The briefing as Markdown text: what needs a look comes first, then what passed, then the source's own part."""
    lines = [
        f"# {escaped(briefing.headline) or 'Briefing'}",
        "",
        f"{tally(briefing.counts).sentence('fact')}.",
    ]
    lines += _section("Needs a look", _facts(problems(briefing.facts)))
    lines += _section("Verified", _facts(passed(briefing.facts)))
    own, general = _parts_of_profile(briefing)
    lines += _section(escaped(label(briefing.profile)), _details(own, briefing.profile))
    lines += _section("At a glance", _details(general, briefing.profile))
    lines += _section("Findings about the source", _source_findings(briefing.source_findings))
    lines += _section("Not stated in the source", (f"- {escaped(item)}" for item in briefing.not_stated))
    lines += _section("Figures that no fact uses", _omitted(briefing))
    dropped = (f"- {escaped(item.what)}: {escaped(item.reason)}" for item in briefing.dropped)
    lines += _section("Left out", dropped)
    lines += ["", "---", "", *_footer(briefing)]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """``text`` on one line, as Markdown that shows exactly these words and does nothing else."""
    shown = _SPECIAL.sub(r"\\\g<0>", visible(text))
    shown = _LINK_LIKE.sub(r"\\\g<0>", shown)
    # A backslash does not keep GitHub from making a mail address of "a@b.org"; a character in between does.
    shown = shown.replace("@", _BREAKS_MAIL_ADDRESS)
    return _BLOCK_START.sub(_escape_block_start, shown)


def _escape_block_start(match: re.Match[str]) -> str:
    start = match.group()
    # A number is made a list item by the mark after it, and only that mark can be escaped.
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"


def _quoted(text: str) -> str:
    return f"“{escaped(text)}”"


def _section(title: str, lines: Iterable[str]) -> list[str]:
    body = list(lines)
    return ["", f"## {title}", "", *body] if body else []


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield f"- {STATUS_ICONS[fact.status]} **{STATUS_WORDS[fact.status]}:** {escaped(fact.statement)}"
        if not fact.status.passed:
            yield from (f"  - {_reason(finding)}" for finding in reasons(fact.findings, fact.status))
        for figure, words in figures_with_reading(fact.figures):
            yield f"  - {_quoted(figure.quantity.raw)}: {escaped(words)}"
        yield from (f"  - {_working(working)}" for working in workings(fact.findings))
        yield from _quotes(fact.statement, fact.evidence)


def _reason(finding: Finding) -> str:
    nearest = [_quoted(words) for words in words_not_in_message(finding)]
    source = f" Source: {'; '.join(nearest)}" if nearest else ""
    return f"{escaped(finding.message)}{source}"


def _working(working: Working) -> str:
    operands = " and ".join(_quoted(operand.text) for operand in working.operands)
    origin = f", from {operands}" if operands else ""
    return f"Working: {escaped(working.expression)}{origin}{other_derivations(working)}"


def _quotes(statement: str, evidence: tuple[Evidence, ...]) -> Iterator[str]:
    for item in evidence:
        if item.exact.strip() and not same_words(item.exact, statement):
            yield ""
            yield f"  > {escaped(item.exact)}"
            yield ""


def _parts_of_profile(briefing: Briefing) -> tuple[list[Leaf], list[Leaf]]:
    """The leaves of the profile's own fields, and those of the general part that every briefing has."""
    general = {field.name for field in GENERAL.fields}
    own = [leaf for leaf in briefing.details if leaf.field not in general]
    return own, [leaf for leaf in briefing.details if leaf.field in general]


def _details(leaves: Iterable[Leaf], profile: str) -> Iterator[str]:
    """One line a field; leaves with parts get a line each below it."""
    for name, group in groupby(leaves, key=lambda leaf: leaf.field):
        found = list(group)
        title = f"- **{escaped(field_label(profile, name))}:**"
        if len(found) > 1 and any(leaf.parts or len(leaf.text) > _SHORT_LEAF for leaf in found):
            yield title
            yield from (f"  - {_leaf(leaf)}" for leaf in found)
        else:
            yield f"{title} {'; '.join(_leaf(leaf) for leaf in found)}"


def _leaf(leaf: Leaf) -> str:
    """The leaf's words, and those of its parts that it does not show already."""
    parts = ", ".join(
        f"{escaped(label(name)).lower()}: {escaped(words.text)}"
        for name, words in leaf.parts
        if not (leaf.start <= words.start and words.end <= leaf.end)
    )
    return escaped(leaf.text) + (f" ({parts})" if parts else "")


def _source_findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        yield f"- {STATUS_ICONS[finding.status]} {escaped(finding.message)}"
        if finding.working is not None:
            yield f"  - {_working(finding.working)}"


def _omitted(briefing: Briefing) -> Iterator[str]:
    for quantity in briefing.omitted_figures:
        words = reading(quantity)
        yield f"- {_quoted(in_context(quantity))}" + (f": {escaped(words)}" if words else "")


def _footer(briefing: Briefing) -> Iterator[str]:
    source, provenance = briefing.source, briefing.provenance
    facts = [f"Source sha256 {escaped(source.sha256[:12])}"]
    if source.title:
        facts.append(_quoted(source.title))
    if source.published_at:
        facts.append(f"published {source.published_at.isoformat()}")
    facts.append(f"profile {escaped(briefing.profile)}")
    facts.append(f"engine {escaped(briefing.engine)}")
    facts.append(f"version {escaped(provenance.package_version)}")
    yield ", ".join(facts) + "."
    yield from _remarks(provenance)


def _remarks(provenance: Provenance) -> Iterator[str]:
    remarks = [f"{note.stage} {note.outcome}" for note in provenance.stages] + list(provenance.warnings)
    if remarks:
        yield ""
        yield from (f"- {escaped(remark)}" for remark in remarks)
