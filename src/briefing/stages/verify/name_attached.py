"""Check: where somebody belongs, or a house has its seat, in a claim is where the source has them.

"Of Tulsa", "an astronomer at ...", "which is based in ...": if the source never has the two together and has one of
them with another name instead, an editor has to look.
"""

from collections.abc import Iterator
from itertools import pairwise

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.opening import opened
from briefing.stages.verify.source import SourceIndex
from briefing.text.appearances import Appearance, Appearances, Sort, exchangeable
from briefing.text.attachments import attached
from briefing.text.name_index import telling_words
from briefing.text.quotes import find_words

_LINKS = 2
"""A pair needs two names."""
_BRACKET = 2


def check_attached(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every pair of names of the claim that the source parts; none for the others."""
    if not source.names or claim.language != "en":
        return ()  # what joins names is told by English words
    claim = opened(claim, source)
    if len(claim.names) < _LINKS:
        return ()
    found = [_check(one, other, source) for one, other in _pairs(claim)]
    found += [_bracket(long, short, source) for long, short in pairwise(claim.names)]
    return tuple({finding.claim: finding for finding in found if finding is not None}.values())


def _pairs(claim: Claim) -> Iterator[tuple[Appearance, Appearance]]:
    where = Appearances(claim.reading, claim.cast)
    for unit in claim.reading.units:
        yield from attached(where, unit)


def _check(one: Appearance, other: Appearance, source: SourceIndex) -> Finding | None:
    where = source.appearances
    owner, place = where.like(one.name), where.like(other.name)
    if owner is None or place is None or where.same(owner, place):
        return None
    printed = source.attachments
    if any(where.same(first, owner) and where.same(second, place) for first, second in printed):
        return None
    instead = [
        second
        for first, second in printed
        if where.same(first, owner) and second.sort is not Sort.COUNTRY and exchangeable(second.sort, place.sort)
    ]
    holders = [first for first, second in printed if where.same(second, place) and first.sort is owner.sort]
    together = any(where.has(unit, owner) and where.has(unit, place) for unit in source.reading.units)
    if together and not (instead and holders):
        return None
    if instead:
        return _apart(other, one.name.text, instead[0], source)
    return _held(other, one.name.text, holders[0], source) if holders else None


def _bracket(long: Name, short: Name, source: SourceIndex) -> Finding | None:
    """An acronym behind a long form that in the source is another's."""
    if short.kind is not NameKind.ACRONYM or not 0 < short.start - long.end <= _BRACKET:
        return None
    printed = source.appearances.acronyms
    for name, partner in ((long, short), (short, long)):
        partners = printed.get(name.text, [])
        if partners and partner.text not in partners and not _alike(partner.text, partners):
            words = Words(short.text, short.start, short.end)
            message = f"In the article {name.text!r} goes with {partners[0]!r}, not with {partner.text!r}."
            match = find_words(source.folded, name.text)
            evidence = tuple(source.evidence(span) for span in match.spans)
            return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_THING, message, words, evidence)
    return None


def _alike(text: str, partners: list[str]) -> bool:
    """Whether a long form is one of these in fewer or other words."""
    wanted = set(telling_words(text))
    return any(wanted <= set(telling_words(one)) or set(telling_words(one)) <= wanted for one in partners)


def _apart(other: Appearance, owner: str, instead: Appearance, source: SourceIndex) -> Finding:
    where = source.where(instead.name.start)
    message = f"The article has {owner} with {instead.name.text!r} ({where}), not with {other.name.text!r}."
    return _finding(other, instead.name.span, message, source)


def _held(other: Appearance, owner: str, holder: Appearance, source: SourceIndex) -> Finding:
    where = source.where(holder.name.start)
    message = f"In the article {other.name.text!r} goes with {holder.name.text!r} ({where}), not with {owner}."
    return _finding(other, holder.name.span, message, source)


def _finding(other: Appearance, span: Span, message: str, source: SourceIndex) -> Finding:
    words = Words(other.name.text, other.name.start, other.name.end)
    evidence = (source.evidence(span),)
    return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_THING, message, words, evidence)
