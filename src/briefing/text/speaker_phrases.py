"""Whom the words for a speaker mean by themselves: people of an article's cast, a body, or somebody without a name."""

import re
from dataclasses import dataclass
from enum import StrEnum

from briefing.records.quantity import Words
from briefing.text.cast import Cast, Person, name_words
from briefing.text.countries import country_of
from briefing.text.names_tables import tables
from briefing.text.plain_words import plain_word
from briefing.text.roles import Role, read_role, role_tables
from briefing.text.speech_words import SpeechWords

RUN = re.compile(
    r"(?<![\w-])(?:[^\W\d_a-zà-öø-ÿ]|al-|el-)[\w'’.-]*"
    r"(?:\s(?:(?:al|de|da|do|dos|del|della|di|la|le|van|der|den|von|bin|ibn|ter|ten|y|e)\s){0,2}"
    r"(?:[^\W\d_a-zà-öø-ÿ]|al-|el-)[\w'’.-]*)*"
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_POSSESSIVE = re.compile(r".*(?:['’]s|s['’])", re.DOTALL)
_HEAD_ENDS = re.compile(
    r",|\s(?:of|for|at|in|from|with|on|who|which|whose|to|near|outside|behind|familiar|that|by|under|close)\s|\("
)
_OPENING = re.compile(r"^(?:(?:The|A|An|One|Its|His|Her|Their|Our|But|And|In|On|At|For|As|Mr|Mrs|Ms|Miss|Dr)\b\.?\s*)+")
_UTTERANCE = re.compile(
    r"(.{2,80}?)['’]s?\s(?:\w+\s)?(?:verdict|view|words?|response|answer|reply|reaction|message|comments?|remarks?|description|conclusion|explanation)"
)
_UNNAMED = frozenset(("a", "an", "one", "another", "some", "several", "many", "two", "three", "other", "others"))
_SHORTEST_NAME = 3


class Sort(StrEnum):
    """What speaks."""

    PERSON = "person"
    BODY = "body"
    PAPER = "paper"
    UNKNOWN = "unknown"


class Same(StrEnum):
    """Whether two speakers are one."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks, in terms of one article's cast.

    ``people`` are all whom the words can mean, empty if nobody of the cast. ``maybe`` are others who stand near enough
    to be meant. ``named`` says that a name is printed in the words themselves. ``names`` are the words with capitals,
    in plain form; ``nouns`` the plain words that describe the speaker.
    """

    words: Words
    sort: Sort
    people: tuple[Person, ...] = ()
    maybe: tuple[Person, ...] = ()
    named: bool = False
    names: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    role: Role | None = None
    unnamed: bool = False
    last: str = ""
    """The noun of the phrase, in plain form; empty where it ends with a name."""

    @property
    def shown(self) -> str:
        """The speaker for a message: the name if there is one, else the words."""
        return self.people[0].name if len(self.people) == 1 else self.words.text


def described(who: Words, cast: Cast, words: SpeechWords) -> Speaker:
    """Whom a phrase that is no pronoun means, by the names, roles and nouns in it alone."""
    owner = _UTTERANCE.fullmatch(who.text)
    if owner is not None:  # "Strand's verdict": what follows is hers
        who = Words(owner.group(1), who.start, who.start + owner.end(1))
    head = head_of(who.text)
    tokens = [plain_word(token) for token in _TOKEN.findall(head)]
    role = read_role(Words(who.text, 0, len(who.text)))
    runs = names_of(who.text, head)
    names = frozenset(word for run in runs for word in name_words(run) if len(word) >= _SHORTEST_NAME)
    nouns = frozenset(tokens) - names
    last = tokens[-1] if tokens and not runs else ""
    sort = _sort(last, role, words)
    if sort in (Sort.BODY, Sort.PAPER):
        every = frozenset(word for run in capitals(who.text) for word in name_words(run[0]))
        return Speaker(who, sort, names=names | every, nouns=nouns, role=role, last=last)
    people = tuple(dict.fromkeys(person for run in runs for person in people_named(run, cast)))
    if people:
        sure = any(person.certain for person in people)
        return Speaker(who, Sort.PERSON if sure else Sort.UNKNOWN, people, (), True, names, nouns, role)
    unnamed = bool(tokens) and not names and (tokens[0] in _UNNAMED or _is_relative(who.text, last, words))
    holders = cast.people_with_role(who.text) if sort is Sort.PERSON and not unnamed and not names else ()
    return Speaker(who, sort, holders, (), bool(names), names, nouns, role, unnamed, last)


def _is_relative(text: str, last: str, words: SpeechWords) -> bool:
    """Whether a phrase means somebody by a tie to another ("the girls' father", "his wife")."""
    owned = text.lower().startswith(("his ", "her ", "their ")) or re.search(r"(?:['’]s|s['’])\s", text) is not None
    return last in words.speakers["kin"] and owned


def names_of(text: str, head: str) -> list[str]:
    """The runs of capitals that name the one who is meant, not whom he belongs to or works for."""
    found = capitals(head)
    if found and found[-1][2] == len(head):
        names = [found[-1][0]]
        for index in range(len(found) - 2, -1, -1):
            if head[found[index][2] : found[index + 1][1]].strip(" ,") not in ("and", "&", ""):
                break
            names.append(found[index][0])
        return names
    for piece in text[len(head) :].split(","):
        runs = capitals(piece.strip())
        if len(runs) == 1 and runs[0][2] == len(piece.strip()):
            lead = piece.strip()[: runs[0][1]].strip()
            if not lead or _POSSESSIVE.fullmatch(lead):
                return [runs[0][0]]
    return []


def capitals(text: str) -> list[tuple[str, int, int]]:
    """Runs of words with capitals, with their places, without an opening article and what has a possessive."""
    found = []
    for run in RUN.finditer(text):
        name, start = run.group(), run.start()
        for lead in (_OPENING.match(name), _POSSESSIVE.match(name)):
            if lead is not None and lead.end() > start - run.start():
                start = run.start() + lead.end()
        name = text[start : run.end()].strip()
        start = run.end() - len(name)
        if name and not all(country_of(word) for word in name.split()):
            found.append((name, start, run.end()))
    return found


def people_named(run: str, cast: Cast) -> tuple[Person, ...]:
    """Everybody of the cast whom a run of words with capitals can mean."""
    found = cast.person_named(run)
    if found:
        return found
    # "Milltown Jorge Almeida": a club's name in front belongs to nobody.
    parts = run.split()
    for first in range(1, len(parts)):
        found = cast.person_named(" ".join(parts[first:]))
        if found:
            return found if len(parts) - first > 1 or first == 1 else ()
    return ()


def head_of(text: str) -> str:
    """The phrase up to what only describes its noun."""
    end = _HEAD_ENDS.search(text)
    return text[: end.start()] if end is not None and end.start() else text


def _sort(last: str, role: Role | None, words: SpeechWords) -> Sort:
    lists = words.speakers
    single = last.removesuffix("s")
    if last in lists["papers"] or single in lists["papers"]:
        return Sort.PAPER
    if last in lists["bodies"] or single in lists["bodies"] or last.removesuffix("ies") + "y" in lists["bodies"]:
        return Sort.BODY
    if last != single and (single in lists["people"] or single in lists["posts"]) and last not in lists["posts"]:
        return Sort.BODY  # officials, scientists, union leaders
    if last in lists["people"] or last in lists["posts"] or (role is not None and last == role.noun.split()[-1]):
        return Sort.PERSON
    if last.endswith(("-old", "man", "woman")):
        return Sort.PERSON
    if last.endswith(("s", "people", "men", "women")) and not last.endswith("ss") and len(last) > _SHORTEST_NAME:
        return Sort.BODY  # producers, observers
    return Sort.UNKNOWN


def is_surely_person(person: Person) -> bool:
    """Whether more than capitals and a verb of speech shows that a name is a person's."""
    given, nouns = tables().given, role_tables().nouns
    return (
        bool(person.roles or person.ranks)
        or any(word in nouns for word in person.words[:-1])
        or any(mention.text.split()[0] in given for mention in person.mentions)
    )
