"""Check: whoever has a title, rank or role in a claim has it in the source.

"Deputy", "acting" and "former" make another post; a rank is another rank with a word more; a post that the source
gives to somebody else is shown with its holder. What the source does not say of a person's work is not objected to.
"""

import re
from collections.abc import Iterator

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.opening import opened
from briefing.stages.verify.source import SourceIndex
from briefing.text.cast import Cast, Person
from briefing.text.countries import country_of
from briefing.text.names_tables import tables
from briefing.text.plain_words import plain_words
from briefing.text.role_phrases import role_phrases
from briefing.text.roles import Role, portfolios_differ, rank_of, read_role, role_tables, same_noun


def check_titles(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every person whom the claim calls something that the source does not; none for the others."""
    if claim.language != "en":
        return ()  # the word lists of roles are English
    claim = opened(claim, source)
    found: list[Finding | None] = list(_unnamed(claim, source))
    for person in claim.cast.people:
        known = source.cast.person_named(person.name)
        objections = [_objection(person, one, claim, source) for one in known]
        if objections and all(objection is not None for objection in objections):
            found.append(objections[0])
    return tuple(finding for finding in found if finding is not None)


def _unnamed(claim: Claim, source: SourceIndex) -> Iterator[Finding]:
    """A post that the claim mentions without a name, and that the source has only as deputy, acting or former."""
    named = [role.words for person in claim.cast.people for role in person.roles]
    for role in role_phrases(claim.text, claim.span.start, claim.span.end):
        words = role.words
        beside = any(other.start < words.end and words.start < other.end for other in named)
        if beside or not role.fields or _ONCE.search(claim.text[: words.start]):
            continue
        alike = [own for own in source.role_phrases if own.noun == role.noun and own.fields & role.fields]
        if alike and not any(_same_post(role, own) for own in alike):
            printed = alike[0].words
            message = f"The article has {printed.text!r} ({source.where(printed.start)}), not {words.text!r}."
            evidence = (source.evidence(Span(printed.start, printed.end)),)
            yield Finding(CheckName.NAME, Status.CHECK, Code.OTHER_THING, message, words, evidence)


def _objection(said: Person, known: Person, claim: Claim, source: SourceIndex) -> Finding | None:
    """What is wrong with the titles that the claim gives to somebody whom the source knows, if anything is."""
    return (
        next(_ranks(said, known, source), None)
        or next((found for role in said.roles if (found := _role(role, known, source)) is not None), None)
        or _nationality(said, known, claim, source)
    )


def _ranks(said: Person, known: Person, source: SourceIndex) -> Iterator[Finding]:
    printed = {_rank(words): words for words in known.ranks if not _is_style(words)}
    for words in said.ranks:
        rank = _rank(words)
        if _is_style(words) or rank in printed:
            continue
        # "Detective Devane" is short for any rank of a detective.
        if any(_is_short(rank, other) or _is_short(other, rank) for other in printed):
            continue
        if printed:
            yield _called(words, known, next(iter(printed.values())), source)
        elif (role := _with_rank_inside(rank, known)) is not None:
            yield _called(words, known, role.words, source)
        elif (holder := _ranked(rank, source.cast)) is not None:
            yield _belongs(words, known, holder, source)


def _ranked(rank: tuple[str, ...], cast: Cast) -> tuple[Person, Words] | None:
    """Somebody whom the source gives a rank."""
    return next(((one, words) for one in cast.people for words in one.ranks if _rank(words) == rank), None)


def _rank(words: Words) -> tuple[str, ...]:
    return rank_of(words.text)


def _is_short(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return short == ("detective",) == long[:1] or ("detective", *short) == long


def _is_style(words: Words) -> bool:
    return all(word.rstrip(".") in _style_words() for word in words.text.split())


def _style_words() -> frozenset[str]:
    return frozenset(word for style in tables().styles for word in style) | tables().honorifics


def _with_rank_inside(rank: tuple[str, ...], known: Person) -> Role | None:
    """A post of which the rank is only a word: a Director General is no General."""
    return next((role for role in known.roles if set(rank) < set(plain_words(role.text))), None)


def _role(role: Role, known: Person, source: SourceIndex) -> Finding | None:
    alike = [own for own in known.roles if same_noun(role, own)]
    agreeing = [own for own in alike if _same_post(role, own)]
    if any(not portfolios_differ(role, own) and not _held_by_another(role, own, known, source) for own in agreeing):
        exact = any(role.noun == own.noun for own in agreeing)
        return None if exact else _held_by_name(role, known, source)
    if agreeing:
        return _not_this_post(role, known, agreeing[0], source)
    if alike:
        return _called(role.words, known, _closest(role, alike).words, source)
    return _held_elsewhere(role, known, source)


def _held_by_name(role: Role, known: Person, source: SourceIndex) -> Finding | None:
    """The very office of somebody else, for a person whom the source only calls a leader or head."""
    if role.noun in _COMMON or _near(known, frozenset((role.noun,)), source):
        return None
    holder = next(_holders(role, known, source.cast), None)
    return _belongs(role.words, known, holder, source) if holder is not None else None


def _same_post(role: Role, own: Role) -> bool:
    """Whether the words that make another post of it are the same, those that may be left out aside."""
    harmless = role_tables().harmless
    return role.qualifiers - harmless == own.qualifiers - harmless


def _closest(role: Role, alike: list[Role]) -> Role:
    return max(alike, key=lambda own: (len(role.fields & own.fields), own.noun == role.noun))


def _held_by_another(role: Role, own: Role, known: Person, source: SourceIndex) -> bool:
    """Whether the fields that are said are those of somebody else's post of this name, and none of this person's."""
    if not role.fields or not own.fields or role.fields & own.fields:
        return False
    return any(True for _ in _holders(role, known, source.cast))


def _not_this_post(role: Role, known: Person, own: Role, source: SourceIndex) -> Finding | None:
    holder = next(_holders(role, known, source.cast), None)
    if holder is not None:
        return _belongs(role.words, known, holder, source)
    told = role.fields & role_tables().portfolios
    if _near(known, told, source):
        return None
    return _called(role.words, known, own.words, source)


def _held_elsewhere(role: Role, known: Person, source: SourceIndex) -> Finding | None:
    """What the source does not call this person, but another; or an office for a person with another office."""
    table = role_tables()
    if _near(known, frozenset((role.noun,)), source):
        return None
    holder = next(_holders(role, known, source.cast), None)
    if holder is not None and (role.noun in table.exclusive or _is_told_apart(role, known, holder[1])):
        return _belongs(role.words, known, holder, source)
    if role.noun not in table.exclusive or role.noun in _COMMON:
        return None
    offices = [own for own in known.roles if own.noun in table.exclusive]
    if offices:
        return _called(role.words, known, offices[0].words, source)
    return None


def _is_told_apart(role: Role, known: Person, held: Words) -> bool:
    """Whether a noun that many can be is meant for one: with all that the source tells of it, or of a known person."""
    post = read_role(held)
    told = role.fields - {"local", "new", "old", "young", "senior"}
    return bool(known.roles) or (post is not None and bool(told) and told <= post.fields)


_ONCE = re.compile(r"\b(?:used to be|had been|was once|served as|once) (?:the |an? )?$")
"""What says "former" in other words."""
_COMMON = frozenset(("head", "leader", "chief", "boss", "manager", "director", "founder", "owner", "lawyer", "mp"))
"""Nouns that a writer may well choose for a post that the source calls otherwise."""


def _holders(role: Role, known: Person, cast: Cast) -> Iterator[tuple[Person, Words]]:
    """The others whom the source gives this very post, each with the words for it."""
    for other in cast.people:
        if other is known or other.fits(known.words) or known.fits(other.words):
            continue
        for own in other.roles:
            if own.noun == role.noun and _same_post(role, own) and _fields_meet(role, own, other):
                yield other, own.words
                break


def _fields_meet(role: Role, own: Role, other: Person) -> bool:
    if not role.fields or not own.fields:
        return not portfolios_differ(role, own) and not role.fields & role_tables().portfolios
    houses = (set(plain_words(house.text)) for house in other.organisations)
    return bool(role.fields & own.fields) or any(role.fields & house for house in houses)


def _near(known: Person, wanted: frozenset[str], source: SourceIndex) -> bool:
    """Whether a sentence that mentions the person has the words, not as what somebody else is."""
    if not wanted:
        return False
    needed = {part for word in wanted for part in word.split()}
    for mention in known.mentions:
        unit = source.unit(mention.start)
        if unit is None:
            continue
        span = Span(unit.start, unit.end)
        others = [role.words for person in source.cast.people_in(span) if person is not known for role in person.roles]
        said = source.text[unit.start : unit.end]
        for words in sorted(others, key=lambda words: -words.start):
            if unit.start <= words.start and words.end <= unit.end:
                said = said[: words.start - unit.start] + said[words.end - unit.start :]
        if needed <= set(plain_words(said)):
            return True
    return False


def _nationality(said: Person, known: Person, claim: Claim, source: SourceIndex) -> Finding | None:
    here = _countries(said, claim.names, claim.text)
    there = _countries(known, source.names, source.text) if here else {}
    if not there or here.keys() & there.keys():
        return None
    name = next(iter(here.values()))
    return _called(Words(name.text, name.start, name.end), known, next(iter(there.values())), source)


def _countries(person: Person, names: tuple[Name, ...], text: str) -> dict[str, Words]:
    """The countries that are printed beside a person as where he or she is from."""
    found: dict[str, Words] = {}
    for name in names:
        if name.kind not in (NameKind.COUNTRY, NameKind.NATIONALITY) or (country := country_of(name.text)) is None:
            continue
        beside = any(_beside(name, mention, text) for mention in person.mentions)
        if beside or any(_opens(name, role, text) for role in person.roles):
            found[country] = Words(name.text, name.start, name.end)
    return found


def _opens(name: Name, role: Role, text: str) -> bool:
    """Whether a nationality stands before the noun of a role, not in what somebody is the head of."""
    if name.kind is not NameKind.NATIONALITY or not role.words.start <= name.start < role.words.end:
        return False
    before = plain_words(text[role.words.start : name.start])
    return not any(word in role_tables().links for word in before)


def _beside(name: Name, mention: Name, text: str) -> bool:
    if name.end < mention.start:
        gap = text[name.end : mention.start]
        return gap == " " if name.kind is NameKind.NATIONALITY else gap in ("'s ", "’s ")
    return name.kind is NameKind.COUNTRY and text[mention.end : name.start] in (" of ", " from ", ", of ", ", from ")


def _called(words: Words, known: Person, printed: Words, source: SourceIndex) -> Finding:
    message = f"The article calls {known.name} {printed.text!r} ({source.where(printed.start)}), not {words.text!r}."
    evidence = (source.evidence(Span(printed.start, printed.end)),)
    return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_THING, message, words, evidence)


def _belongs(words: Words, known: Person, holder: tuple[Person, Words], source: SourceIndex) -> Finding:
    other, printed = holder
    own = f"; {known.name} is {known.roles[0].text!r}" if known.roles else f", not {known.name}"
    message = f"In the article {printed.text!r} is {other.name} ({source.where(printed.start)}){own}."
    evidence = (source.evidence(Span(printed.start, printed.end)),)
    return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_PERSON, message, words, evidence)
