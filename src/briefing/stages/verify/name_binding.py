"""Check: what a claim says of a name, the source says of that name and not of another.

The sentence of the source that has the claim's other words is looked for. If it has another name of the same sort in
the same place and does not have the claim's, or has both with the roles exchanged, an editor has to look.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.records.article import TextUnit, UnitKind
from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.opening import opened
from briefing.stages.verify.source import SourceIndex
from briefing.text.appearances import Appearance, Sort, content_words, exchangeable, kindred, shortened, word_behind
from briefing.text.countries import country_of
from briefing.text.name_index import telling_words
from briefing.text.name_slots import slot_of
from briefing.text.verb_after import Verb, verb_after

_FITS = 0.55
"""Share of the claim's telling words that a sentence must have to be the one that says this."""
_FITS_WELL = 0.7
_FAR_LESS = 0.5
_MUCH_LESS = 0.25
_ACTORS = frozenset((Sort.PERSON, Sort.THING))
_WHERE = frozenset(("in", "at", "near"))
_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself", "they", "i", "me", "my"))


@dataclass(frozen=True, slots=True)
class _Match:
    """A sentence of the source with the share of the claim's telling words that it has."""

    unit: TextUnit
    share: float


def check_binding(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every name of the claim in whose place the source has another one; none for the others."""
    if not source.names or claim.language != "en":
        return ()  # the words around a name are compared by English base forms
    claim = opened(claim, source)
    if not claim.names:
        return ()
    matches = _matches(claim, source)
    if not matches:
        return ()
    peoples = [_other_people(name, matches, claim, source) for name in claim.names]
    found = (
        _check(name, matches, claim, source)
        or _other_subject(name, matches, claim, source)
        or _other_object(name, matches, claim, source)
        for name in claim.names
        if name.kind is not NameKind.NATIONALITY
    )
    return tuple(finding for finding in (*found, *peoples) if finding is not None)


def _matches(claim: Claim, source: SourceIndex) -> list[_Match]:
    """The sentences of the source with words of the claim, names left out, the best first."""
    named = frozenset(word for name in claim.names for word in content_words(name.text))
    wanted = content_words(claim.text[claim.span.start : claim.span.end]) - named
    found = source.appearances.best_units(wanted)
    # A headline leaves out where and when.
    return [_Match(unit, share) for share, unit in found if unit.kind is not UnitKind.HEADLINE]


def _check(name: Name, matches: list[_Match], claim: Claim, source: SourceIndex) -> Finding | None:
    best = matches[0]
    own = source.appearances.like(name)
    if best.share < _FITS or own is None:
        return None  # if there is no such name, another check says so
    with_it = max((match.share for match in matches if _has(match.unit, own, name, source)), default=0.0)
    if with_it > (1 - _MUCH_LESS) * best.share or _goes_on(own, best.unit, source):
        return None
    here = slot_of(claim.text, name, claim.span)
    for rival in _rivals(own, best.unit, claim, source):
        if here.meets(slot_of(source.text, rival.name, best.unit.span)):
            return _said_of(name, rival, source)
        if best.share >= _FITS_WELL and _stands_for(rival, own, name, _Held(best, with_it, claim), source):
            return _said_of(name, rival, source)
    return None


@dataclass(frozen=True, slots=True)
class _Held:
    """A claim beside the sentence that says it; ``with_it`` is the largest share of a sentence with the name."""

    best: _Match
    with_it: float
    claim: Claim


def _stands_for(rival: Appearance, own: Appearance, name: Name, held: _Held, source: SourceIndex) -> bool:
    """Whether the sentence has ``rival`` where the claim has ``own``, by what both are: without the words beside."""
    unit, kin = held.best.unit, kindred(own, rival)
    if not kin and (own.sort is not rival.sort or own.sort is Sort.UNKNOWN):
        return False
    placed = own.sort is Sort.PLACE and slot_of(source.text, rival.name, unit.span).preposition in _WHERE
    if not kin and not placed and source.appearances.named_before(unit, own):
        return False
    if _first(name, held.claim) and source.appearances.in_unit(unit)[0] is rival:
        here = verb_after(held.claim.text, name.end, held.claim.span.end)
        if kin or (here is not None and here == verb_after(source.text, rival.name.end, unit.end)):
            return True
    return held.with_it <= _FAR_LESS * held.best.share and _alone(rival, unit, source)


def _has(unit: TextUnit, own: Appearance, name: Name, source: SourceIndex) -> bool:
    return name.text in source.text[unit.start : unit.end] or source.appearances.has(unit, own)


def _goes_on(own: Appearance, unit: TextUnit, source: SourceIndex) -> bool:
    """Whether a pronoun of the sentence can stand for somebody who was named just before it."""
    if own.sort is not Sort.PERSON or not source.appearances.words_of(unit) & _PRONOUNS:
        return False
    return source.appearances.named_before(unit, own, within=2)


def _rivals(own: Appearance, unit: TextUnit, claim: Claim, source: SourceIndex) -> Iterator[Appearance]:
    """The names of a sentence that can be exchanged for ``own`` and that the claim does not have."""
    known = [other for said in claim.names if (other := source.appearances.like(said)) is not None]
    said = [telling_words(name.text) for name in claim.names]
    for rival in source.appearances.in_unit(unit):
        people = source.cast.person_at(own.name.start) and source.cast.person_at(rival.name.start)
        if not people and not exchangeable(own.sort, rival.sort) and not kindred(own, rival):
            continue
        named = any(shortened(words, rival.words) or set(rival.words) <= set(words) for words in said)
        if not named and not any(source.appearances.same(rival, other) for other in known):
            yield rival


def _first(name: Name, claim: Claim) -> bool:
    """Whether no other name stands before this one in the claim."""
    return not any(other.start < name.start for other in claim.names if other.kind is not NameKind.NATIONALITY)


def _alone(rival: Appearance, unit: TextUnit, source: SourceIndex) -> bool:
    """Whether it is the only one of its sort in the sentence."""
    alike = [one for one in source.appearances.in_unit(unit) if exchangeable(one.sort, rival.sort)]
    if rival.sort is Sort.PERSON and source.appearances.words_of(unit) & _PRONOUNS:
        return False
    return len(alike) == 1 and rival.sort is not Sort.THING


def _said_of(name: Name, rival: Appearance, source: SourceIndex) -> Finding:
    words = Words(name.text, name.start, name.end)
    code = Code.OTHER_PERSON if rival.sort is Sort.PERSON else Code.OTHER_THING
    where = source.where(rival.name.start)
    message = f"The article says this with {rival.name.text!r} ({where}), not with {name.text!r}."
    return Finding(CheckName.NAME, Status.CHECK, code, message, words, (source.evidence(rival.name.span),))


def _other_subject(name: Name, matches: list[_Match], claim: Claim, source: SourceIndex) -> Finding | None:
    """The claim's name right before a verb that in the source has another name right before it."""
    verb = verb_after(claim.text, name.end, claim.span.end)
    best = matches[0]
    if verb is None or best.share < _FITS:
        return None
    own = source.appearances.like(name)
    if own is None or own.sort is Sort.PLACE:
        return None
    subjects = list(_subjects(verb, best.unit, source))
    if not subjects or any(source.appearances.same(own, one) for one in subjects):
        return None
    rival = subjects[0]
    sorts = {own.sort, rival.sort} - {Sort.UNKNOWN}
    if len(sorts) > 1 or Sort.PLACE in sorts:
        return None
    if not source.appearances.has(best.unit, own):
        # A sentence that does not name it may go on about it.
        if best.share < _FITS_WELL or source.appearances.named_before(best.unit, own):
            return None
    elif not sorts:
        return None
    return _said_of(name, rival, source)


def _other_object(name: Name, matches: list[_Match], claim: Claim, source: SourceIndex) -> Finding | None:
    """The claim's name behind words ("led by", "widow of") behind which the source has another name."""
    unit, where = matches[0].unit, source.appearances
    own = where.like(name)
    here = slot_of(claim.text, name, claim.span)
    if own is None or matches[0].share < _FITS or not here.preposition or not here.left:
        return None
    wanted = (here.preposition, here.left[0])
    rival = None
    for one in where.in_unit(unit):
        there = slot_of(source.text, one.name, unit.span)
        if (there.preposition, *there.left[:1]) == wanted:
            if where.same(one, own):
                return None
            rival = rival or one
    # Of places one is often in the other.
    if rival is None or rival.sort is not own.sort or own.sort not in _ACTORS or not where.has(unit, own):
        return None
    return _said_of(name, rival, source)


def _subjects(verb: Verb, unit: TextUnit, source: SourceIndex) -> Iterator[Appearance]:
    for one in source.appearances.in_unit(unit):
        there = verb_after(source.text, one.name.end, unit.end)
        if there is not None and (there.base, there.passive) == (verb.base, verb.passive):
            yield one


def _other_people(name: Name, matches: list[_Match], claim: Claim, source: SourceIndex) -> Finding | None:
    """A nationality before a word that in the source has another one before it ("a Greek tanker")."""
    country = country_of(name.text) if name.kind is NameKind.NATIONALITY else None
    behind = word_behind(claim.text, name.end)
    if country is None or not behind or matches[0].share < _FITS or country not in source.countries:
        return None
    where = source.appearances
    said = {country_of(other.text) for other in claim.names}
    rivals = []
    for unit in source.reading.units:
        before = [(other, people) for other, people, word in where.peoples(unit) if word == behind]
        if any(people == country for _, people in before):
            return None
        if not before and where.has_country(unit, country) and behind in where.content(unit):
            return None
        rivals += [other for other, people in before if unit is matches[0].unit and people not in said]
    return _said_of(name, Appearance(rivals[0], Sort.COUNTRY, ()), source) if rivals else None
