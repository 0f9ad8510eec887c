"""The people of a text as entities: every mention, the fullest name, ranks, roles and organisations of each.

Who is the same goes by printed words alone: a surname, or a first and a last name, that fit one person. Where several
fit ("Zhou" of two brothers), the one mentioned last before it is meant, and asking by that name gives them all.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from briefing.records.article import Reading
from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.text.names_people import is_post
from briefing.text.names_tables import tables
from briefing.text.plain_words import plain_word, plain_words
from briefing.text.roles import Role, rank_of, read_role, role_tables
from briefing.text.roles_beside import roles_beside

_INITIAL = re.compile(r"[^\W\d_]\.")
_CAPITALISED = re.compile(r"(?<![\w-])(?:[^\W\d_a-zà-öø-ÿ]|al-)[\w'’-]*\w")
_SUFFIXES = frozenset(("sc", "kc", "qc", "mp", "mep", "msp", "md", "jr", "sr", "phd", "obe", "mbe", "cbe", "ii", "iii"))
_MOST_WORDS = 6
_SHORTEST_SURNAME = 2


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the text names.

    ``words`` are those of the fullest name in plain form, without titles ("godfrey", "otunga"); ``mentions`` stand in
    text order. ``certain`` is false if only capitals speak for a person. Empty tuples mean that nothing is printed.
    """

    name: str
    words: tuple[str, ...]
    mentions: tuple[Name, ...]
    ranks: tuple[Words, ...] = ()
    roles: tuple[Role, ...] = ()
    organisations: tuple[Words, ...] = ()
    certain: bool = True

    @property
    def surname(self) -> str:
        """The last word of the fullest name, or the word that the text uses alone, in plain form."""
        alone = [plain_word(mention.text) for mention in self.mentions if " " not in mention.text]
        return next((word for word in alone if word in self.words), self.words[-1])

    @property
    def given(self) -> tuple[str, ...]:
        """The words of the fullest name without the surname."""
        surname = self.surname
        return tuple(word for word in self.words if word != surname)

    def mentioned_in(self, span: Span) -> bool:
        """Whether a mention stands in ``span``."""
        return any(span.start <= mention.start < span.end for mention in self.mentions)

    def fits(self, wanted: Sequence[str]) -> bool:
        """Whether plain words can be this person's name or a short form of it: in this order, none of them new."""
        rest = iter(self.words)
        return bool(wanted) and all(any(_same_word(word, own) for own in rest) for word in wanted)

    def has_role(self, role: Role) -> bool:
        """Whether one of the roles is ``role``: the same noun and qualifiers, and no field that is not printed."""
        houses = {word for house in self.organisations for word in plain_words(house.text)}
        return any(_answers(own, role, houses) for own in self.roles)


@dataclass(frozen=True)
class Cast:
    """The people of one text, in the order in which they come up."""

    people: tuple[Person, ...]
    _places: dict[int, Person] = field(default_factory=dict, repr=False, compare=False)

    def person_named(self, words: str) -> tuple[Person, ...]:
        """Everybody whom a full or short form can mean ("Otunga", "General Godfrey Otunga"); titles do not count.

        Nobody if a word of it is nobody's. A word alone means those who go by it as a surname before any whose first
        name it is; a full name means its bearer, not another of whose name it is a part.
        """
        wanted = name_words(words)
        fitting = [person for person in self._with_word(wanted) if person.fits(wanted)]
        exact = [person for person in fitting if person.words == wanted]
        if not exact and len(wanted) == 1:
            exact = [person for person in fitting if wanted[0] in (person.surname, person.words[-1])]
        return tuple(exact or fitting)

    def people_with_role(self, words: str) -> tuple[Person, ...]:
        """Everybody to whom a description gives the role ("the mayor", "its chief executive", "union leader").

        The noun or its like must be printed with the person, with the same "deputy" or "former", and every further
        word of the description that tells which post. Nobody if ``words`` hold no role.
        """
        role = read_role(Words(words, 0, len(words)))
        if role is None:
            return ()
        return tuple(person for person in self.people if person.has_role(role))

    def person_at(self, offset: int) -> Person | None:
        """Whose name stands at ``offset``; ``None`` where no person is named."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        mention, person = self._mentions[at]
        return person if offset < mention.end else None

    def people_in(self, span: Span) -> tuple[Person, ...]:
        """Everybody who is named in ``span``, in the order of the first mention there."""
        first, last = bisect_right(self._starts, span.start - 1), bisect_right(self._starts, span.end - 1)
        return tuple(dict.fromkeys(person for _, person in self._mentions[first:last]))

    @cached_property
    def _mentions(self) -> list[tuple[Name, Person]]:
        pairs = [(mention, person) for person in self.people for mention in person.mentions]
        return sorted(pairs, key=lambda pair: pair[0].start)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention, _ in self._mentions]

    @cached_property
    def _by_word(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self.people:
            for word in dict.fromkeys(person.words):
                found.setdefault(word, []).append(person)
        return found

    def _with_word(self, wanted: Sequence[str]) -> list[Person]:
        if not wanted:
            return []
        longest = max(wanted, key=len)
        return self._by_word.get(longest, list(self.people) if len(longest) < _SHORTEST_SURNAME else [])


def cast_of(reading: Reading) -> Cast:
    """The people of ``reading``, with what is printed beside each mention. Never raises."""
    drafts: list[_Draft] = []
    mentions = [(name, name_words(name.text)) for name in reading.names if _may_be_person(reading.text, name)]
    for name, words in sorted(mentions, key=lambda pair: (-len(pair[1]), pair[0].start)):
        _settle(drafts, name, words)
    _later_mentions(reading, drafts)
    people = [_person(reading, draft) for draft in drafts if draft.kept]
    return Cast(tuple(sorted(people, key=lambda person: person.mentions[0].start)))


def name_words(text: str) -> tuple[str, ...]:
    """The words of a person's name in plain form, without titles before it and letters behind it ("KC")."""
    words = [plain_word(word.strip(".,;:()\"“”‘’'")) for word in text.replace("’s", "").replace("'s", "").split()]
    words = [word for word in words if word]
    titles = _title_words()
    while len(words) > 1 and words[0] in titles:
        words = words[1:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return tuple(words)


@cache
def _title_words() -> frozenset[str]:
    """Every word of a rank, a post or a style, which at the front of a name is none of its words."""
    table = tables()
    words = {plain_word(word) for title in table.ranks | table.posts | table.styles for word in title}
    return frozenset(words | set(map(plain_word, table.honorifics)) | set(role_tables().ranks) | {"the", "former"})


def _may_be_person(text: str, name: Name) -> bool:
    if name.kind is NameKind.PERSON:
        return True
    if name.kind is not NameKind.OTHER or text[max(0, name.start - 4) : name.start].lower() == "the ":
        return False
    table = tables()
    words = name.text.split()
    return len(words) <= _MOST_WORDS and not any(
        word in table.heads or word in table.suffixes or word in table.facilities or word in table.nationalities
        for word in words
    )


@dataclass(slots=True)
class _Draft:
    """Somebody while the mentions are being put together."""

    words: tuple[str, ...]
    mentions: list[Name]

    @property
    def kept(self) -> bool:
        return len(self.words) > 1 or any(mention.kind is NameKind.PERSON for mention in self.mentions)

    def before(self, offset: int) -> int:
        """How far before ``offset`` the nearest mention stands; large if all stand behind it."""
        return min((offset - one.start for one in self.mentions if one.start <= offset), default=1_000_000_000)


def _settle(drafts: list[_Draft], name: Name, words: tuple[str, ...]) -> None:
    """Give a mention to whom it fits, the longest names having come first; else somebody new."""
    if not words:
        return
    fitting = [draft for draft in drafts if _part_of(words, draft.words)]
    if len(words) == 1:
        last = [draft for draft in fitting if draft.words[-1] == words[0]]
        fitting = last or fitting
    if fitting:
        min(fitting, key=lambda draft: draft.before(name.start)).mentions.append(name)
    else:
        drafts.append(_Draft(words, [name]))


def _part_of(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words come in ``whole`` in their order, an initial standing for a word that begins with it."""
    rest = iter(whole)
    return all(any(_same_word(word, own) for own in rest) for word in words)


def _same_word(word: str, own: str) -> bool:
    return word == own or (len(word) == 1 and own.startswith(word))


def _later_mentions(reading: Reading, drafts: Sequence[_Draft]) -> None:
    """Surnames that stand alone where the reader of names could not tell them from a sentence's first word."""
    by_word: dict[str, list[_Draft]] = {}
    for draft in drafts:
        if len(draft.words) > 1 and draft.kept:
            by_word.setdefault(draft.words[-1], []).append(draft)
    ends = sorted((name.start, name.end) for name in reading.names)
    starts = [start for start, _ in ends]
    for unit in reading.units:
        for match in _CAPITALISED.finditer(reading.text, unit.start, unit.end):
            wanted = by_word.get(plain_word(match.group()))
            at = bisect_right(starts, match.start()) - 1
            if wanted is None or (at >= 0 and match.start() < ends[at][1]):
                continue
            start, end = match.span()
            end -= 2 if match.group().endswith(("'s", "’s")) else 0
            found = Name(reading.text[start:end], start, end, NameKind.PERSON)
            min(wanted, key=lambda draft: draft.before(start)).mentions.append(found)


def _person(reading: Reading, draft: _Draft) -> Person:
    mentions = tuple(sorted(draft.mentions, key=lambda name: name.start))
    fullest = max(mentions, key=lambda name: (len(name_words(name.text)), -name.start))
    said = dict.fromkeys(words for name in mentions for words in (*_roles_of(reading, name), *_office(name)))
    roles = [role for words in said if (role := read_role(words)) is not None]
    ranks = [name.rank for name in mentions if name.rank is not None and not is_post(name.rank.text)]
    houses = dict.fromkeys(name.organisation for name in mentions if name.organisation is not None)
    certain = bool(roles) or any(name.kind is NameKind.PERSON for name in mentions)
    return Person(fullest.text, draft.words, mentions, tuple(ranks), tuple(roles), tuple(houses), certain)


def _office(name: Name) -> Iterable[Words]:
    """A rank that is an office as well ("Captain" of a team, "Sheriff")."""
    rank = name.rank
    return (rank,) if rank is not None and plain_word(rank.text) in role_tables().exclusive else ()


def _roles_of(reading: Reading, name: Name) -> Iterable[Words]:
    unit = reading.unit_at(name.start)
    low, high = (unit.start, unit.end) if unit is not None else (name.start, name.end)
    lead = name.rank.start if name.rank is not None and not is_post(name.rank.text) else name.start
    styled = _style().search(reading.text[max(low, lead - 24) : lead])
    return roles_beside(
        reading.text, lead - (len(styled.group()) if styled is not None else 0), name.end, low=low, high=high
    )


@cache
def _style() -> re.Pattern[str]:
    """The styles and honorifics right before a name."""
    table = tables()
    words = sorted(
        {word for style in table.styles for word in style} | table.honorifics | {"Cllr"}, key=len, reverse=True
    )
    return re.compile(rf"\b(?:(?:{'|'.join(map(re.escape, words))})\.? )+$")


def _answers(own: Role, role: Role, houses: set[str]) -> bool:
    table = role_tables()
    same = own.noun == role.noun or (role.noun in ("head", "leader", "chief", "boss") and own.noun in table.top)
    if not same or own.qualifiers != role.qualifiers:
        return False
    return role.fields <= own.fields | houses


def same_rank(one: Words, two: Words) -> bool:
    """Whether two ranks are one in other notation ("Lt. Gen.", "Lieutenant General")."""
    return rank_of(one.text) == rank_of(two.text)
