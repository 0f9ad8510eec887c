"""Check: every name of a claim is a name of the source, spelled as there.

A nationality stands for its country and the other way round. A near miss is shown with the source's spelling; a name
that the source does not have at all is unsupported.
"""

from collections.abc import Iterator

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SHORTEST_SLIP, WORD, SourceIndex
from briefing.text.countries import country_of
from briefing.text.plain_words import plain_word
from briefing.text.quotes import find_words

_SURE = frozenset(
    (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.COUNTRY, NameKind.NATIONALITY, NameKind.ACRONYM)
)
_SMALL = frozenset(("the", "of", "and", "de", "la", "le", "du", "for", "in", "van", "von", "der", "al", "el", "bin"))
_CLOSE = 84.0


def check_name(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every name of the claim, in text order; a name that repeats is checked each time."""
    found = [finding for name in claim.names if (finding := _check(name, claim, source)) is not None]
    return (*found, *_slips(claim, source))


def _slips(claim: Claim, source: SourceIndex) -> Iterator[Finding]:
    """Words with a capital that nobody would take for names ("Kexya"), one letter from a name of the source."""
    from rapidfuzz.distance import Levenshtein

    for match in WORD.finditer(claim.text, claim.span.start, claim.span.end):
        if not match.group()[0].isupper():
            continue
        word = plain_word(match.group())
        if len(word) < SHORTEST_SLIP or word in source.words:
            continue
        if any(name.start <= match.start() < name.end for name in claim.names):
            continue
        for known, name in source.name_words.items():
            if Levenshtein.distance(word, known, score_cutoff=1) <= 1:
                yield _misspelled(Words(match.group(), *match.span()), name, source)
                break


def _check(name: Name, claim: Claim, source: SourceIndex) -> Finding | None:
    words = Words(name.text, name.start, name.end)
    match = find_words(source.folded, name.text, near=claim.near)
    if match.spans:
        return _verified(words, match.spans[0], Code.SAME_WORDS, source)
    country = _as_country(name, source)
    if country is not None:
        return _verified(words, country, Code.OTHER_NOTATION, source)
    parts = _parts(name, source)
    if parts is not None:
        return _verified(words, parts, Code.OTHER_NOTATION, source)
    nearest = _nearest(name, source)
    if nearest is not None:
        return _misspelled(words, nearest, source)
    if name.kind not in _SURE:
        return None
    code = Code.OTHER_PERSON if name.kind is NameKind.PERSON else Code.ABSENT
    message = f"The article does not name {name.text!r}."
    return Finding(CheckName.NAME, Status.UNSUPPORTED, code, message, words)


def _misspelled(words: Words, name: Name, source: SourceIndex) -> Finding:
    message = f"The article spells it {name.text!r} ({source.where(name.start)})."
    evidence = (source.evidence(name.span),)
    return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_NOTATION, message, words, evidence)


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


def _parts(name: Name, source: SourceIndex) -> Span | None:
    """A form whose words all belong to one name of the source, with its rank and role ("Commissioner Ama Boateng").

    Two people of one sentence are never made into one; only names of other things may change the order of their words.
    """
    wanted = _words(name.text)
    if len(wanted) < 2:
        return None
    person = name.kind is NameKind.PERSON
    for other in source.names:
        own = _words(other.text)
        titles = (other.rank, other.role, other.organisation, other.acronym)
        titled = {word for title in titles if title is not None for word in _words(title.text)}
        shared = [word for word in wanted if word in own]
        if shared and (not person or _in_order(shared, own)) and titled.union(own).issuperset(wanted):
            return other.span
    return _run_of_words(wanted, source, any_order=not person)


def _in_order(words: list[str], there: list[str]) -> bool:
    rest = iter(there)
    return all(word in rest for word in words)


def _run_of_words(wanted: list[str], source: SourceIndex, *, any_order: bool) -> Span | None:
    """A place where these words stand together, with small words and marks between them."""
    for unit in source.reading.units:
        found = [
            match for match in WORD.finditer(source.text, unit.start, unit.end) if match.group().lower() not in _SMALL
        ]
        plain = [plain_word(match.group()) for match in found]
        for at in range(len(plain) - len(wanted) + 1):
            run = plain[at : at + len(wanted)]
            if run == wanted or (any_order and sorted(run) == sorted(wanted)):
                return Span(found[at].start(), found[at + len(wanted) - 1].end())
    return None


def _words(text: str) -> list[str]:
    return [plain_word(word) for word in WORD.findall(text) if word.lower() not in _SMALL]


def _nearest(name: Name, source: SourceIndex) -> Name | None:
    """A name of the source that is spelled nearly so."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    wanted = plain_word(name.text)
    if len(wanted) < 4:
        return None
    scored = [(fuzz.ratio(wanted, plain_word(other.text)), -other.start, other) for other in source.names]
    best = max(scored, default=None, key=lambda item: item[:2])
    if best is None:
        return None
    one_letter = len(wanted) >= SHORTEST_SLIP and Levenshtein.distance(wanted, plain_word(best[2].text)) == 1
    return best[2] if one_letter or best[0] >= _CLOSE else None
