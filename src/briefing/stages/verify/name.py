"""Check: every name of a claim is a name of the source, spelled as there.

A nationality stands for its country, initials for their long form, a surname for its bearer. A near miss is shown with
the source's spelling; a name that is made of two, or that the source does not have at all, is unsupported.
"""

import re
from collections.abc import Callable, Iterator

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import WORD, SourceIndex
from briefing.text.cast import Person, name_words
from briefing.text.countries import country_of
from briefing.text.equivalents import equivalents, one_spelling
from briefing.text.name_index import SMALL, telling_words
from briefing.text.names_acronyms import initials
from briefing.text.names_tables import tables
from briefing.text.plain_words import plain_word
from briefing.text.quotes import find_words
from briefing.text.roles import role_tables

_COUNTRIES = (NameKind.COUNTRY, NameKind.NATIONALITY)
_ENGLISH = "en"
"""The language of the word lists: elsewhere a capital alone is too little to call a name absent."""
_CAPITAL_NOUNS = frozenset(("de", "lb"))
"""Languages that print every noun with a capital."""
_SHORTEST_STRAY = 5
_SHORTEST_NAME = 3
_OPENING = re.compile(r"[\"“‘'(]*([^\W\d_a-z][^\W\d_]{2,})(?:['’]s\b| (?:said|says|told|added|argued|warned|denied) )")
_ADJECTIVES = ("ed", "ing", "ous", "ful", "ive", "ary", "less", "able", "ible", "ical")
"""Endings of words that a sentence may open with before a name."""
_OPENING_WORDS = 2
_PLACING = frozenset(
    (
        "in",
        "of",
        "from",
        "at",
        "near",
        "to",
        "across",
        "around",
        "outside",
        "over",
        "off",
        "into",
        "for",
        "with",
        "through",
    )
)


def check_name(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """One finding for every name of the claim, in text order; a name that repeats is checked each time."""
    found = [finding for name in claim.names if (finding := _check(name, claim, source)) is not None]
    return (*found, *_slips(claim, source), *_strangers(claim, source))


def _slips(claim: Claim, source: SourceIndex) -> Iterator[Finding]:
    """Words with a capital that nobody would take for names ("Kexya"), a slip away from a name of the source."""
    if claim.language in _CAPITAL_NOUNS:
        return
    for match in WORD.finditer(claim.text, claim.span.start, claim.span.end):
        if not match.group()[0].isupper():
            continue
        word = plain_word(match.group())
        if len(word) < _SHORTEST_STRAY or word in source.words:
            continue
        if any(name.start <= match.start() < name.end for name in claim.names):
            continue
        for known in source.name_index.near_words(word):
            if known[0] == word[0] or known[1:] == word[1:]:
                words = Words(match.group(), *match.span())
                yield _misspelled(words, source.name_index.with_word(known)[0], source)
                break


def _strangers(claim: Claim, source: SourceIndex) -> Iterator[Finding]:
    """A first word that only a name can be, and that the source does not have ("Sotheby's put ...", "Otunga said")."""
    match = _OPENING.match(claim.text, claim.span.start, claim.span.end)
    if (
        match is None
        or claim.language != _ENGLISH
        or any(name.start <= match.start(1) < name.end for name in claim.names)
    ):
        return
    word, low = match.group(1), plain_word(match.group(1))
    table = tables()
    common = low in table.stop or low in table.mass or low in role_tables().nouns or low.endswith("s")
    kinds = word in table.dates or word in table.heads or word in table.facilities or low in table.groups
    if not common and not kinds and low not in source.words and not source.name_index.near_words(low):
        message = f"The article does not name {word!r}."
        yield Finding(CheckName.NAME, Status.CHECK, Code.ABSENT, message, Words(word, *match.span(1)))


def _check(name: Name, claim: Claim, source: SourceIndex) -> Finding | None:
    words = Words(name.text, name.start, name.end)
    match = find_words(source.folded, name.text, near=claim.near)
    if match.spans:
        return _verified(words, match.spans[0], Code.SAME_WORDS, source)
    there = _as_country(name, source) or _as_equivalent(name, source)
    if there is not None:
        return _verified(words, there, Code.OTHER_NOTATION, source)
    parts = _as_person(name, source) or _parts(name, source) or _without_opening(name, claim, source)
    if parts is not None:
        return _in_other_notation(words, parts, source)
    if name.kind is NameKind.OTHER and claim.language in _CAPITAL_NOUNS:
        return None
    nearest = source.name_index.nearest(telling_words(name.text)) if _can_slip(name) else None
    if nearest is not None:
        return _misspelled(words, nearest, source)
    if _case_is_lost(claim) or (name.kind is NameKind.OTHER and claim.language != _ENGLISH):
        return None
    return _other(name, words, claim, source)


def _can_slip(name: Name) -> bool:
    """Whether a letter may be a slip: letters of an acronym or of a country make another one."""
    return name.kind not in (*_COUNTRIES, NameKind.ACRONYM) and len(name.text) > _SHORTEST_NAME


def _case_is_lost(claim: Claim) -> bool:
    """Whether the claim is printed without capitals, so that the few it has show nothing."""
    text = claim.text[claim.span.start : claim.span.end]
    return text[:1].islower() and not any(word[:1].isupper() and word[1:].islower() for word in text.split())


def _in_other_notation(words: Words, there: Span, source: SourceIndex) -> Finding:
    """Verified if every word is printed somewhere as the claim has it; a missing accent is shown."""
    for match in WORD.finditer(words.text):
        bare = match.group().casefold().removesuffix("'s").removesuffix("’s")
        if bare not in source.printed_words and plain_word(bare) in source.words:
            return _spelled(words, there, source)
    return _verified(words, there, Code.OTHER_NOTATION, source)


def _misspelled(words: Words, name: Name, source: SourceIndex) -> Finding:
    return _spelled(words, name.span, source)


def _spelled(words: Words, there: Span, source: SourceIndex) -> Finding:
    message = f"The article spells it {source.text[there.start : there.end]!r} ({source.where(there.start)})."
    return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_NOTATION, message, words, (source.evidence(there),))


def _verified(words: Words, span: Span, code: Code, source: SourceIndex) -> Finding:
    shown = source.text[span.start : span.end]
    message = f"The article names {shown!r} ({source.where(span.start)})."
    return Finding(CheckName.NAME, Status.VERIFIED, code, message, words, (source.evidence(span),))


def _as_country(name: Name, source: SourceIndex) -> Span | None:
    """The source's "Kenya" for the claim's "Kenyan", or the other way round."""
    wanted = country_of(name.text)
    return None if wanted is None else source.countries.get(wanted)


def _as_equivalent(name: Name, source: SourceIndex) -> Span | None:
    """The source's other form of a name that everybody takes for the same, or that its initials make."""
    for form in equivalents(name.text):
        match = find_words(source.folded, form)
        if match.spans:
            return match.spans[0]
    if name.kind is not NameKind.ACRONYM:
        return None
    for other in source.names:
        if len(other.text) > len(name.text) and initials(other.text.replace("-", " ").split()) == name.text:
            return other.span
    return None


def _as_person(name: Name, source: SourceIndex) -> Span | None:
    """The fullest mention of the person whose name or short form this can be."""
    if name.kind is not NameKind.PERSON and not _like_a_person(name):
        return None
    people = source.cast.person_named(name.text)
    return _fullest(people[0]).span if people else None


def _fullest(person: Person) -> Name:
    return next(mention for mention in person.mentions if mention.text == person.name)


def _like_a_person(name: Name) -> bool:
    """Whether a name of unclear kind has two words or more, none of which makes it a thing."""
    table = tables()
    words = name.text.split()
    things = table.heads | table.suffixes | table.facilities | table.tails | table.nationalities
    return name.kind is NameKind.OTHER and len(words) > 1 and not any(word in things for word in words)


def _parts(name: Name, source: SourceIndex) -> Span | None:
    """A form whose words all belong to one name of the source, with its rank and role ("Commissioner Ama Boateng").

    Two people of one sentence are never made into one; only names of other things may change the order of their words.
    """
    person = name.kind is NameKind.PERSON
    spell = _spelling(name.kind)
    wanted = [spell(word) for word in WORD.findall(name.text) if word.lower() not in SMALL]
    if len(wanted) < 2 and (person or name.kind is NameKind.ACRONYM):
        return None
    for other in source.names:
        own = [spell(word) for word in WORD.findall(other.text) if word.lower() not in SMALL]
        titles = (other.rank, other.role, other.organisation, other.acronym)
        titled = {spell(word) for title in titles if title is not None for word in WORD.findall(title.text)}
        shared = [word for word in wanted if word in own]
        if not person and _leaves_out(wanted, own):
            continue
        if shared and (not person or _in_order(shared, own)) and titled.union(own).issuperset(wanted):
            return other.span
    return _run_of_words(wanted, source, name.kind) if len(wanted) > 1 else None


def _leaves_out(wanted: list[str], own: list[str]) -> bool:
    """Whether a word that makes another house of it is left out between the others ("Lagos [State] University")."""
    left_out = any(word in tables().telling and word not in wanted for word in own[1:-1])
    return left_out and own[0] in wanted and own[-1] in wanted


def _spelling(kind: NameKind) -> Callable[[str], str]:
    """How words are compared: those of houses and places without plural endings, those of people as they are."""
    return one_spelling if kind in (NameKind.ORGANISATION, NameKind.PLACE) else plain_word


def _without_opening(name: Name, claim: Claim, source: SourceIndex) -> Span | None:
    """The rest of a name whose first word may owe its capital to the sentence ("Troubled Japanese")."""
    first, _, rest = name.text.partition(" ")
    if name.kind is not NameKind.OTHER or not rest or claim.text[claim.span.start : name.start].strip("\"“‘'( "):
        return None
    if not first.endswith(_ADJECTIVES):
        return None
    match = find_words(source.folded, rest)
    if match.spans and source.cast.person_at(match.spans[0].start) is not None:
        return None  # the first word is part of somebody's name
    return match.spans[0] if match.spans else source.countries.get(country_of(rest) or "")


def _in_order(words: list[str], there: list[str]) -> bool:
    rest = iter(there)
    return all(word in rest for word in words)


def _run_of_words(wanted: list[str], source: SourceIndex, kind: NameKind) -> Span | None:
    """A place where these words stand together, with small words and marks between them."""
    spell, any_order = _spelling(kind), kind is not NameKind.PERSON
    for unit in source.reading.units:
        found = [
            match for match in WORD.finditer(source.text, unit.start, unit.end) if match.group().lower() not in SMALL
        ]
        plain = [spell(match.group()) for match in found]
        for at in range(len(plain) - len(wanted) + 1):
            run = plain[at : at + len(wanted)]
            if run == wanted or (any_order and sorted(run) == sorted(wanted)):
                return Span(found[at].start(), found[at + len(wanted) - 1].end())
    return None


def _other(name: Name, words: Words, claim: Claim, source: SourceIndex) -> Finding | None:
    """What is said of a name that the source does not have in any notation."""
    if name.kind is NameKind.PERSON or (_like_a_person(name) and not _is_added_to(name, source)):
        return _other_person(words, source)
    wanted = telling_words(name.text)
    first = not claim.text[claim.span.start : name.start].strip("\"“‘'( ")
    if name.kind is NameKind.OTHER and (first or len(wanted) == 1) and _said_together(wanted, source):
        return None
    similar = source.name_index.sharing(wanted)
    if similar and len(wanted) > 1:
        return _other_thing(words, wanted, similar[0], source)
    return _absent(words, Code.ABSENT, Status.CHECK if _only_where(name, claim) else Status.UNSUPPORTED)


def _only_where(name: Name, claim: Claim) -> bool:
    """Whether a name that the source lacks is only mentioned: it says where ("In Wales"), or does not open the claim.

    Writers add a place, a nation or a house from general knowledge; an editor has to look at it. Of one that opens the
    claim something is said that the source cannot have said.
    """
    before = claim.text[claim.span.start : name.start].lower().split()
    return len(before) > _OPENING_WORDS or bool(_PLACING.intersection(before))


def _is_added_to(name: Name, source: SourceIndex) -> bool:
    """Whether a name of unclear kind is no person's: what it shares with the source is the name of a thing."""
    shared = source.name_index.sharing(telling_words(name.text))
    people = [source.cast.person_at(other.start) for other in shared]
    return bool(shared) and not any(person is not None and person.certain for person in people)


def _said_together(wanted: tuple[str, ...], source: SourceIndex) -> bool:
    """Whether one sentence has all the words, in any number: perhaps a description that the claim made a name of."""
    spelled = {one_spelling(word) for word in wanted}
    if not spelled <= source.spelled_words:
        return False
    return any(spelled <= set(map(one_spelling, source.appearances.words_of(unit))) for unit in source.reading.units)


def _absent(words: Words, code: Code, status: Status = Status.UNSUPPORTED) -> Finding:
    return Finding(CheckName.NAME, status, code, f"The article does not name {words.text!r}.", words)


def _other_thing(words: Words, wanted: tuple[str, ...], similar: Name, source: SourceIndex) -> Finding:
    """Another house or place with a word of the name; one that only says more than the source asks for a look."""
    evidence = (source.evidence(similar.span),)
    where = source.where(similar.start)
    words_there = source.name_index.words_of(similar)
    if set(words_there) <= set(wanted) or wanted[0] != words_there[0]:
        message = f"The article has only {similar.text!r} ({where}), not the whole of {words.text!r}."
        return Finding(CheckName.NAME, Status.CHECK, Code.OTHER_THING, message, words, evidence)
    message = f"The article names {similar.text!r} ({where}), not {words.text!r}."
    return Finding(CheckName.NAME, Status.UNSUPPORTED, Code.OTHER_THING, message, words, evidence)


def _other_person(words: Words, source: SourceIndex) -> Finding | None:
    wanted = name_words(words.text)
    cast = source.cast
    with_last = [person for person in cast.people if wanted[-1] in person.words]
    with_first = [person for person in cast.people if wanted[0] in person.words and person not in with_last]
    if len(wanted) > 1 and with_last and with_first:
        one, two = _fullest(with_first[0]), _fullest(with_last[0])
        message = (
            f"The article names {one.text!r} ({source.where(one.start)}) and {two.text!r} ({source.where(two.start)}), "
            f"but nobody called {words.text!r}."
        )
        both = (source.evidence(one.span), source.evidence(two.span))
        return Finding(CheckName.NAME, Status.UNSUPPORTED, Code.OTHER_PERSON, message, words, both)
    if with_last and len(with_last[0].words) == 1 < len(wanted):
        return _more_than_printed(words, _fullest(with_last[0]), source)
    if with_last or with_first:
        known = _fullest((with_last or with_first)[0])
        message = f"The article names {known.text!r} ({source.where(known.start)}), not {words.text!r}."
        evidence = (source.evidence(known.span),)
        return Finding(CheckName.NAME, Status.UNSUPPORTED, Code.OTHER_PERSON, message, words, evidence)
    alone = find_words(source.folded, words.text.split()[-1]) if len(wanted) > 1 else None
    if alone is not None and alone.spans:
        span = alone.spans[0]
        return _more_than_printed(words, Name(source.text[span.start : span.end], *_ends(span), NameKind.OTHER), source)
    return _absent(words, Code.OTHER_PERSON)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _more_than_printed(words: Words, known: Name, source: SourceIndex) -> Finding:
    message = f"The article has only {known.text!r} ({source.where(known.start)}), not the whole of {words.text!r}."
    evidence = (source.evidence(known.span),)
    return Finding(CheckName.NAME, Status.CHECK, Code.ABSENT, message, words, evidence)
