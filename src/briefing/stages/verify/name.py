"""Check: every name of a claim is a name of the source, spelled as there.

A nationality stands for its country and the other way round. A near miss is shown with the source's spelling; a name
that the source does not have at all is unsupported.
"""

import re
import unicodedata

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.countries import country_of
from briefing.text.quotes import find_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SURE = frozenset(
    (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.COUNTRY, NameKind.NATIONALITY, NameKind.ACRONYM)
)
_SMALL = frozenset(("the", "of", "and", "de", "la", "le", "du", "for", "in", "van", "von", "der", "al", "el", "bin"))
_CLOSE = 84.0


def check_name(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every name of the claim, in text order; a name that repeats is checked each time."""
    return tuple(finding for name in claim.names if (finding := _check(name, source)) is not None)


def _check(name: Name, source: SourceIndex) -> Finding | None:
    words = Words(name.text, name.start, name.end)
    match = find_words(source.folded, name.text)
    if match.spans:
        return _verified(words, match.spans[0], Code.SAME_WORDS, source)
    country = _as_country(name, source)
    if country is not None:
        return _verified(words, country, Code.OTHER_NOTATION, source)
    parts = _parts(name.text, source)
    if parts is not None:
        return _verified(words, parts, Code.OTHER_NOTATION, source)
    nearest = _nearest(name, source)
    if nearest is not None:
        message = f"The article spells it {nearest.text!r} ({source.where(nearest.start)})."
        evidence = (source.evidence(nearest.span),)
        return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_NOTATION, message, words, evidence)
    if name.kind not in _SURE:
        return None
    code = Code.OTHER_PERSON if name.kind is NameKind.PERSON else Code.ABSENT
    message = f"The article does not name {name.text!r}."
    return Finding(CheckName.NAME, Status.UNSUPPORTED, code, message, words)


def _verified(words: Words, span: Span, code: Code, source: SourceIndex) -> Finding:
    shown = source.text[span.start : span.end]
    message = f"The article names {shown!r} ({source.where(span.start)})."
    return Finding(CheckName.NAME, Status.VERIFIED, code, message, words, (source.evidence(span),))


def _as_country(name: Name, source: SourceIndex) -> Span | None:
    """The source's "Kenya" for the claim's "Kenyan", or the other way round."""
    wanted = country_of(name.text)
    if wanted is None:
        return None
    for other in source.names:
        if other.kind in (NameKind.COUNTRY, NameKind.NATIONALITY) and country_of(other.text) == wanted:
            return other.span
    return None


def _parts(text: str, source: SourceIndex) -> Span | None:
    """A longer form whose words all stand in one name of the source, in order ("Police Commissioner Ama Boateng")."""
    wanted = [_plain(word) for word in _WORD.findall(text) if word.lower() not in _SMALL]
    if len(wanted) < 2:
        return None
    for other in source.names:
        unit = source.unit(other.start)
        if unit is None:
            continue
        there = [_plain(word) for word in _WORD.findall(source.text[unit.start : unit.end])]
        if all(word in there for word in wanted):
            return other.span
    return None


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return bare.removesuffix("'s").removesuffix("’s")


def _nearest(name: Name, source: SourceIndex) -> Name | None:
    """A name of the source that is spelled nearly so."""
    from rapidfuzz import fuzz

    wanted = _plain(name.text)
    if len(wanted) < 4:
        return None
    scored = [(fuzz.ratio(wanted, _plain(other.text)), -other.start, other) for other in source.names]
    best = max(scored, default=None, key=lambda item: item[:2])
    return best[2] if best is not None and best[0] >= _CLOSE else None
