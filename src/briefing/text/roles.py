"""Roles: what somebody is, as words beside a name or in a sentence say it ("acting director of procurement").

A role has a noun, words that make another post of it ("deputy", "former"), and the field or house it is of. Reading
goes by word lists and punctuation; English only, other languages give none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from briefing.records.quantity import Words
from briefing.text.names_tables import tables
from briefing.text.plain_words import plain_word

ROLE_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?\.?")
"""A word of a role, with the full stop of its abbreviation."""
_LONGEST_NOUN = 3
_AT_THE_TOP = frozenset(("head", "leader", "chief", "boss"))
_SMALL = frozenset(("the", "a", "an", "of", "for", "at", "in", "and", "its", "his", "her", "their", "to", "on", "by"))


@dataclass(frozen=True, slots=True)
class Role:
    """One role as printed. ``noun`` is the one that stands for its like ("chair" -> "chairman").

    ``qualifiers`` are the words that make another post of it, each by the name of its class ("ex-" -> "former");
    ``fields`` the other words that tell which one, in plain form. Empty sets mean that none is printed.
    """

    words: Words
    noun: str
    qualifiers: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The role as printed."""
        return self.words.text


@dataclass(frozen=True, slots=True)
class RoleTables:
    """The word lists of roles as sets."""

    qualifiers: dict[str, str]
    nouns: dict[str, str]
    top: frozenset[str]
    fields: dict[str, str]
    verbs: dict[str, str]
    stops: frozenset[str]
    determiners: frozenset[str]
    links: frozenset[str]
    ranks: dict[str, str]
    portfolios: frozenset[str]
    exclusive: frozenset[str]
    harmless: frozenset[str]


@cache
def role_tables() -> RoleTables:
    """The English lists, read from the package's data on the first call."""
    import tomllib

    data = tomllib.loads(resources.files("briefing.text").joinpath("data/roles.en.toml").read_text(encoding="utf-8"))
    names = tables()
    qualifiers = {word.rstrip("-"): name for name, group in data["qualifiers"].items() for word in group}
    nouns = {word: word for word in (*names.roles, *data["nouns"]["more"])}
    # "Deputy head" is a head with a qualifier, not a noun of its own.
    nouns = {word: noun for word, noun in nouns.items() if word.replace("-", " ").split()[0] not in qualifiers}
    nouns.update({word: group[0] for group in data["nouns"]["same"] for word in group})
    stops = frozenset(data["words"]["stops"]) | names.speech
    return RoleTables(
        qualifiers=qualifiers,
        nouns=nouns,
        top=frozenset(data["nouns"]["top"]),
        fields={word: group[0] for group in data["nouns"]["fields"] for word in group},
        verbs=data["verbs"],
        stops=stops,
        determiners=frozenset(data["words"]["determiners"]),
        links=frozenset(data["words"]["links"]),
        ranks=data["ranks"],
        portfolios=frozenset(data["offices"]["portfolios"]),
        exclusive=frozenset(data["offices"]["exclusive"]),
        harmless=frozenset(data["offices"]["harmless"]),
    )


def read_role(words: Words) -> Role | None:
    """The role that ``words`` tell, or ``None`` if they hold no noun of a role.

    The noun is the last one before the first "of" or "for"; without one there, the first one behind.
    """
    table = role_tables()
    said = [match.group().rstrip(".") for match in ROLE_WORD.finditer(words.text)]
    plain = parted([word for word in map(plain_word, said) if word])
    verb = table.verbs.get(plain[1]) if len(plain) > 2 and plain[0] == "who" else None
    if verb is not None:
        return Role(words, verb, frozenset(), _fields(plain[2:]))
    end = next((at for at, word in enumerate(plain) if word in table.links and at), len(plain))
    found = last_noun(plain[:end])
    if found is None:
        return None
    start, stop = found
    noun = table.nouns[" ".join(plain[start:stop])]
    before = plain[:start]
    # "second-in-command" and "deputy head" qualify from before the noun; "president-elect" from behind it.
    marks = {table.qualifiers[word] for word in (*before, *plain[stop : stop + 1]) if word in table.qualifiers}
    rest = [word for word in (*before, *plain[stop:]) if word not in table.qualifiers]
    return Role(words, noun, frozenset(marks), _fields(rest))


def parted(plain: Sequence[str]) -> list[str]:
    """Words joined by hyphens taken apart where a part qualifies ("ex-minister", "vice-president", "co-chair")."""
    table = role_tables()
    found: list[str] = []
    for word in plain:
        head, _, tail = word.partition("-")
        qualified = head in table.qualifiers or (tail in table.qualifiers and word not in table.nouns)
        found += [head, *tail.split("-")] if tail and qualified else [word]
    return found


def last_noun(plain: Sequence[str]) -> tuple[int, int] | None:
    """Where the last noun of a role stands in ``plain`` words, as a range; ``None`` if there is none."""
    table = role_tables()
    for stop in range(len(plain), 0, -1):
        for length in range(min(_LONGEST_NOUN, stop), 0, -1):
            if " ".join(plain[stop - length : stop]) in table.nouns:
                return stop - length, stop
    return None


def _fields(words: Iterable[str]) -> frozenset[str]:
    table = role_tables()
    return frozenset(table.fields.get(word, word) for word in words if word not in _SMALL)


def rank_of(title: str) -> tuple[str, ...]:
    """A rank in full words: "Maj. Gen." -> ("major", "general")."""
    ranks = role_tables().ranks
    words = title.replace("-", " ").split()
    return tuple(
        part for word in words for part in ranks.get(plain_word(word.rstrip(".")), plain_word(word.rstrip("."))).split()
    )


def same_noun(one: Role, two: Role) -> bool:
    """Whether two roles have one noun, or one of them only says that somebody is at the top ("head", "leader")."""
    if one.noun == two.noun:
        return True
    top = role_tables().top
    return (one.noun in _AT_THE_TOP and two.noun in top) or (two.noun in _AT_THE_TOP and one.noun in top)


def portfolios_differ(one: Role, two: Role) -> bool:
    """Whether both roles tell a field of office and not one of them is the same ("finance", "health")."""
    known = role_tables().portfolios
    first, second = one.fields & known, two.fields & known
    return bool(first and second) and not first & second
