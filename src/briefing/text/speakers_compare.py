"""Whether the speaker of a draft is the speaker of the article: the same, surely another, or nobody can tell."""

from briefing.text.cast import Person
from briefing.text.countries import country_of
from briefing.text.plain_words import plain_words
from briefing.text.roles import Role, role_tables
from briefing.text.speaker_phrases import Same, Sort, Speaker
from briefing.text.speakers import Speakers
from briefing.text.speech_words import SpeechWords

_FOR_OTHERS = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_ANY_POST = frozenset(("counterpart", "official", "aide", "member", "rival", "colleague"))
_GENERIC = frozenset(("head", "leader", "chief", "boss"))


def compare(draft: Speaker, source: Speaker, speakers: Speakers) -> Same:
    """Whether ``draft`` is ``source``, one of the article's ``speakers``; only two known ones who differ are others."""
    words = speakers.words
    if words is None:
        return Same.UNKNOWN
    if draft.people and source.people:
        return _people_and_people(draft, source, speakers)
    if draft.names & source.names:
        return Same.SAME
    if speakers.persons.intersection(draft.people) or (draft.people and draft.role is not None):
        return _person_and_unnamed(draft, source, words)
    if draft.sort is Sort.PERSON and not draft.people:
        return _role_and_any(draft, source, speakers, words)
    if Sort.BODY in (draft.sort, source.sort):
        return _body_and_any(draft, source, speakers, words)
    if draft.last and not draft.names and source.people:
        return _described_and_any(draft, source, speakers, words)
    return _name_and_person(draft, source, speakers)


def _people_and_people(draft: Speaker, source: Speaker, speakers: Speakers) -> Same:
    if set(draft.people) & {*source.people, *source.maybe}:
        return Same.SAME
    return _name_and_person(draft, source, speakers) if _may_be_house(draft, source, speakers) else Same.OTHER


def _person_and_unnamed(draft: Speaker, source: Speaker, words: SpeechWords) -> Same:
    """Somebody of the cast against a body, a paper, or somebody whom the article does not name."""
    if source.sort in (Sort.BODY, Sort.PAPER):
        mine = any(_speaks_for(person) for person in draft.people) or _written_by(draft, source)
        return Same.UNKNOWN if mine else Same.OTHER
    if set(draft.people) & set(source.maybe):
        return Same.SAME
    if source.unnamed:
        return Same.OTHER
    if source.sort is Sort.PERSON:
        if any(_shares_role(person, source) for person in draft.people):
            return Same.SAME
        if source.role is not None and source.role.noun in words.speakers["posts"]:
            return Same.OTHER if all(person.roles for person in draft.people) else Same.UNKNOWN
    return Same.OTHER if source.maybe or source.names else Same.UNKNOWN


def _role_and_any(draft: Speaker, source: Speaker, speakers: Speakers, words: SpeechWords) -> Same:
    """Somebody by a role that nobody of the cast surely has, or without any."""
    if _written_by(draft, source):
        return Same.UNKNOWN
    if _sexes_differ(draft, source, words):
        return Same.OTHER
    if draft.role is None or not _is_post(draft, words):
        return _described_and_any(draft, source, speakers, words)
    if source.sort in (Sort.BODY, Sort.PAPER) or (source.names and source.names <= set(plain_words(draft.words.text))):
        # "The chief executive of X" for X itself.
        return Same.UNKNOWN if draft.role.noun in _FOR_OTHERS else Same.OTHER
    if source.unnamed:
        return Same.OTHER if not draft.unnamed and not _like(source, draft) else Same.UNKNOWN
    return _post_and_person(draft, source, speakers, words)


def _post_and_person(draft: Speaker, source: Speaker, speakers: Speakers, words: SpeechWords) -> Same:
    held = (*source.people, *source.maybe)
    if draft.role is None or any(own.noun in _ANY_POST for person in held for own in person.roles):
        return Same.UNKNOWN
    if any(_shares_role(person, draft) for person in held) or _like(source, draft):
        return Same.SAME
    wanted = {words.described_as.get(word, word) for word in (draft.last, *draft.role.qualifiers)}
    if not speakers.persons.intersection(held) or wanted <= speakers.around(held):
        return Same.UNKNOWN
    return Same.OTHER if source.people else Same.UNKNOWN


def _sexes_differ(draft: Speaker, source: Speaker, words: SpeechWords) -> bool:
    """Whether one is surely a man and the other a woman ("the father", "she said")."""
    ours, theirs = _sex(draft, words), _sex(source, words)
    return ours is not None and theirs is not None and ours != theirs


def _sex(speaker: Speaker, words: SpeechWords) -> str | None:
    pronoun = words.pronouns.get(speaker.words.text.lower())
    if pronoun in ("he", "she"):
        return pronoun
    said = {speaker.last} | {role.noun for person in speaker.people for role in person.roles}
    men, women = said & words.speakers["men"], said & words.speakers["women"]
    return None if bool(men) == bool(women) else ("he" if men else "she")


def _described_and_any(draft: Speaker, source: Speaker, speakers: Speakers, words: SpeechWords) -> Same:
    """Somebody by a noun ("her mother"): another if the article calls somebody else so, and the speaker never."""
    if source.sort in (Sort.BODY, Sort.PAPER):
        ours, theirs = _kinds(draft, words), _kinds(source, words)
        apart = bool(ours and theirs and not ours & theirs)
        return Same.UNKNOWN if draft.unnamed and not apart else Same.OTHER
    word = words.described_as.get(draft.last, draft.last)
    held = (*source.people, *source.maybe)
    if draft.last in words.speakers["anybody"] or not speakers.persons.intersection(held) or not word:
        return Same.UNKNOWN
    if word in speakers.around(held) or word in source.nouns:
        return Same.UNKNOWN
    rest = speakers.persons.difference(held)
    return Same.OTHER if any(word in speakers.around((person,)) for person in rest) else Same.UNKNOWN


def _body_and_any(draft: Speaker, source: Speaker, speakers: Speakers, words: SpeechWords) -> Same:
    ours = _kinds(draft, words)
    if source.sort is Sort.BODY:
        theirs = _kinds(source, words)
        if ours and source.nouns & words.speakers["outsiders"]:
            return Same.OTHER
        return Same.OTHER if ours and theirs and not ours & theirs else Same.UNKNOWN
    # Whoever holds a post may speak for the body, and an officer for the police.
    own = {word for person in source.people for role in person.roles for word in plain_words(role.text)}
    own |= {word for person in source.people for house in person.organisations for word in plain_words(house.text)}
    own |= source.nouns | set(plain_words(source.role.text) if source.role is not None else ())
    if own & (draft.nouns | draft.names):
        return Same.UNKNOWN
    theirs = frozenset().union(*(words.bodies.get(word, frozenset()) for word in own))
    if ours and theirs:
        return Same.UNKNOWN if ours & theirs else Same.OTHER
    posts = words.speakers["posts"] | words.speakers["officers"] | role_tables().top | {"official"}
    ranked = any(person.ranks for person in source.people)
    known = bool(speakers.persons.intersection(source.people)) and bool(own)
    return Same.OTHER if known and not ranked and not own & posts else Same.UNKNOWN


def _may_be_house(draft: Speaker, source: Speaker, speakers: Speakers) -> bool:
    """Whether the draft's name can be that of a body for which somebody speaks, and not a person's."""
    persons = speakers.persons
    return draft.role is None and not persons.intersection(draft.people) and bool(persons.intersection(source.people))


def _name_and_person(draft: Speaker, source: Speaker, speakers: Speakers) -> Same:
    """A name that may be anything, most often a body's, against somebody who speaks for another house."""
    if not draft.names or not source.people or any(country_of(word) for word in draft.names):
        return Same.UNKNOWN
    houses = [plain_words(house.text) for person in source.people for house in person.organisations]
    own = {word for house in houses for word in house} | speakers.beside(source.words.start)
    own |= {word for person in source.people for role in person.roles for word in plain_words(role.text)}
    initials = {"".join(word[0] for word in house) for house in houses}
    if draft.names & (own | initials):
        return Same.UNKNOWN
    if houses:
        return Same.OTHER
    # Nobody's words but those of whoever holds a post are a body's.
    words = speakers.words
    posts = words.speakers["posts"] | words.speakers["officers"] if words is not None else frozenset()
    roles = {word for person in source.people for role in person.roles for word in plain_words(role.text)}
    known = bool(speakers.persons.intersection(source.people))
    ranked = any(person.ranks for person in source.people)
    return Same.OTHER if known and not ranked and not roles & (posts | role_tables().top) else Same.UNKNOWN


def _kinds(speaker: Speaker, words: SpeechWords) -> frozenset[int]:
    said = {*speaker.nouns, *speaker.names, *(word for person in speaker.people for word in person.words)}
    found = [words.bodies[noun] for noun in said if noun in words.bodies]
    return frozenset().union(*found)


def _written_by(draft: Speaker, source: Speaker) -> bool:
    """Whether the article speaks of a paper of the draft's speaker ("a letter from the prime minister")."""
    if source.sort is not Sort.PAPER:
        return False
    if set(draft.people) & set(source.maybe):
        return True
    there = set(plain_words(source.words.text))
    own = {word for person in draft.people for word in person.words} | draft.names
    return bool(there & own) or (draft.role is not None and set(draft.role.noun.split()) <= there)


def _is_post(speaker: Speaker, words: SpeechWords) -> bool:
    role = speaker.role
    if role is None:
        return False
    return bool(role.qualifiers) or role.noun.split()[-1] in words.speakers["posts"] or role.noun in role_tables().top


def _speaks_for(person: Person) -> bool:
    return any(role.noun in _FOR_OTHERS for role in person.roles)


def _shares_role(person: Person, speaker: Speaker) -> bool:
    """Whether one of the person's roles has the speaker's noun or one like it, with the same "deputy" or "former"."""
    role = speaker.role
    return role is not None and any(_same_role(own, role) for own in person.roles)


def _same_role(one: Role, two: Role) -> bool:
    if one.qualifiers != two.qualifiers:
        return False
    if one.noun == two.noun or one.noun.split()[-1] == two.noun.split()[-1]:
        return True
    top = role_tables().top
    generic = (one.noun in _GENERIC and two.noun in top and bool(two.fields)) or (
        two.noun in _GENERIC and one.noun in top
    )
    return generic and two.fields <= one.fields


def _like(one: Speaker, two: Speaker) -> bool:
    if one.role is None or two.role is None:
        return False
    return one.role.noun in _ANY_POST or _same_role(one.role, two.role)
