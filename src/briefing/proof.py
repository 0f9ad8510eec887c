"""The proof again: a finished briefing held against its article, with no model, key or network.

Everything that code worked out is worked out once more from the statements and the article, and compared with what the
briefing says. A digest over the whole content shows a change in what cannot be worked out again.
"""

import json
from collections.abc import Iterator
from dataclasses import replace

from briefing.errors import SourceMismatchError
from briefing.pipeline import prepare
from briefing.records.article import Article
from briefing.records.briefing import Briefing, Dropped
from briefing.records.checked import Checked
from briefing.records.codec import briefing_to_json, content_sha256
from briefing.records.draft import Draft, Leaf
from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.records.report import Report
from briefing.records.spans import Evidence, evidence_at
from briefing.settings import Policy
from briefing.stages.assemble import assemble
from briefing.stages.ground import ground
from briefing.stages.verify.stage import CHECKS_VERSION, verify

_SHOWN = 5
_ENOUGH_FOUND = 0.5
"""Share of a briefing's evidence that must still stand in a text for it to be the same article, edited."""
_NOT_RECOMPUTED = frozenset(("provenance", "source", "dropped", "counts"))


def prove(briefing: Briefing, source: Article) -> Report:
    """Findings on every fact, worked out anew, and one for each place where the briefing or the article was changed.

    Raises ``SourceMismatchError`` if the article is another one altogether.
    """
    changed = [*_source_changes(briefing, source), *_evidence_changes(briefing, source)]
    again = _again(briefing, source)
    changed.extend(_differences(briefing, again))
    if content_sha256(briefing) != briefing.provenance.content_sha256 and not changed:
        changed.append(_changed("The briefing's digest does not fit its content: something in it was changed"))
    findings = tuple(finding for fact in again.facts for finding in fact.findings)
    figures = tuple(figure for fact in again.facts for figure in fact.figures)
    return Report((*changed, *findings), again.source_findings, figures, again.omitted_figures)


def count_changes(briefing: Briefing, stored: dict[Status, int]) -> tuple[Finding, ...]:
    """A finding for every count in the file that the facts do not bear out."""
    return tuple(
        _changed(f"counts.{status.value}: the briefing has {stored[status]}, its facts give {number}")
        for status, number in briefing.counts.items()
        if stored[status] != number
    )


def _source_changes(briefing: Briefing, source: Article) -> list[Finding]:
    recorded = briefing.source
    if recorded.sha256 == source.sha256:
        if recorded.length == len(source.text):
            return []
        return [
            _changed(f"source.length: the briefing has {recorded.length}, the article {len(source.text)} characters")
        ]
    pieces = [evidence.exact for fact in briefing.facts for evidence in fact.evidence]
    found = sum(piece in source.text for piece in pieces)
    if not pieces or found / len(pieces) < _ENOUGH_FOUND:
        raise SourceMismatchError(
            f"the briefing was made from a source with sha256 {recorded.sha256[:12]!r}; this article has "
            f"{source.sha256[:12]!r} and holds {found} of its {len(pieces)} pieces of evidence. "
            "Give the article that was briefed"
        )
    return [
        _changed(
            f"source.sha256: the article is not the one that was briefed, letter by letter "
            f"(then {recorded.sha256[:12]}, now {source.sha256[:12]})"
        )
    ]


def _evidence_changes(briefing: Briefing, source: Article) -> Iterator[Finding]:
    """Evidence and details that are not at their place, word for word, and a headline that is not the article's."""
    if briefing.headline not in source.text and briefing.headline != (source.title or "").strip():
        yield _changed(f"headline: the article does not have {_short(briefing.headline)}")
    moved: list[str] = []
    for number, fact in enumerate(briefing.facts):
        for position, evidence in enumerate(fact.evidence):
            path = f"facts[{number}].evidence[{position}]"
            there = evidence_at(source.text, evidence.span, evidence.match)
            if there.exact != evidence.exact and evidence.exact in source.text:
                moved.append(path)
            elif there != evidence:
                yield replace(_changed(f"{path}: {_unlike(evidence, there)}"), evidence=(there,))
    if moved:
        yield _changed(
            f"{moved[0]}: these words stand elsewhere in the article ({len(moved)} piece(s) of evidence moved)"
        )
    edited = briefing.source.sha256 != source.sha256
    for leaf in briefing.details:
        yield from _leaf_changes(leaf, source, edited=edited)


def _unlike(evidence: Evidence, there: Evidence) -> str:
    if evidence.exact != there.exact:
        return f"the briefing has {evidence.exact!r}, the article has {there.exact!r} at that place"
    side, one, two = (
        ("before", evidence.prefix, there.prefix)
        if evidence.prefix != there.prefix
        else ("behind", evidence.suffix, there.suffix)
    )
    return f"{side} {_short(evidence.exact)} the briefing has {one!r}, the article has {two!r}"


def _leaf_changes(leaf: Leaf, source: Article, *, edited: bool) -> Iterator[Finding]:
    """Words of a detail that are others at their place; in an edited article it is enough that they still stand."""
    named = [("text", Words(leaf.text, leaf.start, leaf.end)), *leaf.parts]
    for name, words in named:
        there = source.text[words.start : words.end] if words.start >= 0 else ""
        if there != words.text and not (edited and words.text in source.text):
            yield _changed(f"details.{leaf.field}.{name}: the briefing has {words.text!r}, the article {there!r}")


def _again(briefing: Briefing, source: Article) -> Briefing:
    """What the checks make of the briefing's statements today."""
    reading = prepare(source)
    draft = Draft(
        profile=briefing.profile,
        engine=briefing.engine,
        headline=briefing.headline,
        facts=tuple(fact.drafted() for fact in briefing.facts),
        details=briefing.details,
        not_stated=briefing.not_stated,
    )
    checked = replace(_read_again(verify(ground(reading, draft)), briefing), stages=briefing.provenance.stages)
    again = assemble(checked, policy=Policy.FLAG, checks_version=CHECKS_VERSION)
    dropped = tuple(Dropped(item.what, item.reason) for item in briefing.dropped)
    omitted = again.omitted_figures if not _policy_dropped(briefing) else briefing.omitted_figures
    return replace(again, dropped=dropped, omitted_figures=omitted)


def _read_again(checked: Checked, briefing: Briefing) -> Checked:
    """What a model said on its second reading, beside what was worked out anew: only the digest proves it."""
    said = {
        fact.id: tuple(finding for finding in fact.findings if finding.check is CheckName.CROSSCHECK)
        for fact in briefing.facts
    }
    facts = tuple(
        replace(fact, findings=(*fact.findings, *said.get(fact.grounded.fact.id, ()))) for fact in checked.facts
    )
    return replace(checked, facts=facts)


def _policy_dropped(briefing: Briefing) -> bool:
    """Whether facts were left out by policy; the figures that they used are then listed nowhere."""
    return any(item.reason != "left out by the engine" for item in briefing.dropped)


def _differences(briefing: Briefing, again: Briefing) -> list[Finding]:
    """Where the briefing's JSON differs from what is worked out today, by path."""
    then, now = json.loads(briefing_to_json(briefing)), json.loads(briefing_to_json(again))
    found = [
        difference
        for key in then
        if key not in _NOT_RECOMPUTED
        for difference in _compare(key, then[key], now.get(key))
    ]
    shown = [_changed(text) for text in found[:_SHOWN]]
    if len(found) > _SHOWN:
        shown.append(_changed(f"{len(found) - _SHOWN} more places differ"))
    return shown


def _compare(path: str, then: object, now: object) -> Iterator[str]:
    if isinstance(then, dict) and isinstance(now, dict):
        for key in sorted(then.keys() | now.keys()):
            yield from _compare(f"{path}.{key}", then.get(key), now.get(key))
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for position, (one, two) in enumerate(zip(then, now, strict=True)):
            yield from _compare(f"{path}[{position}]", one, two)
    elif then != now:
        yield f"{path}: the briefing has {_short(then)}, the article gives {_short(now)}"


def _short(value: object) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


def _changed(message: str) -> Finding:
    text = message if message.endswith(".") else message + "."
    return Finding(CheckName.EVIDENCE, Status.UNSUPPORTED, Code.CHANGED, text)
