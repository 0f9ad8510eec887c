"""People: titles before a name, roles before and after it, and the organisation that is printed beside it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.text.names_tables import tables
from briefing.text.names_tokens import Token

_APPOSITION = re.compile(
    r"(?:,\s(?:aged )?\d{1,3})?,\s((?:[^,.;:()\n\"“”]|\n(?!\s*\n)){3,140}?)(?=[,.;)]|\n\s*\n|\s(?:who|which|that)\s|$)"
)
_LEADING = re.compile(
    r", (who (?:chairs|leads|heads|runs|directs|commands|oversees) [^,.;:()\n\"“”]{3,80}?)(?=[,.;]|\sand\s|$)"
)
_ROLE_WORD = re.compile(r"[^\W\d_][\w-]*")
_NOT_A_ROLE = frozenset(
    (
        "who",
        "which",
        "whose",
        "and",
        "but",
        "was",
        "is",
        "were",
        "are",
        "has",
        "had",
        "he",
        "she",
        "they",
        "it",
        "including",
        "speaking",
        "adding",
        "saying",
        "according",
        "when",
        "while",
        "after",
        "before",
        "as",
        "where",
        "because",
        "although",
        "though",
        "if",
    )
)
_BEFORE_NO_HEAD = frozenset(
    (
        "of",
        "for",
        "in",
        "at",
        "from",
        "with",
        "by",
        "to",
        "on",
        "after",
        "before",
        "as",
        "since",
        "during",
        "over",
        "under",
        "against",
        "amid",
        "near",
        "until",
    )
)
_POSTS_OF = frozenset({"Minister", "Secretary", "Commissioner", "Ambassador"})
_MODIFIERS = frozenset(
    (
        "former",
        "senior",
        "deputy",
        "police",
        "party",
        "opposition",
        "army",
        "chief",
        "prime",
        "foreign",
        "finance",
        "interior",
        "defence",
        "defense",
        "company",
        "transport",
        "economy",
        "energy",
        "environment",
        "education",
        "culture",
        "interior",
        "presidential",
        "council",
        "mission",
        "UN",
        "EU",
        "government",
        "press",
        "team",
        "club",
        "vice",
        "acting",
        "co",
        "general",
        "managing",
        "executive",
        "fire",
        "health",
        "trade",
        "justice",
        "home",
        "union",
        "spokes",
        "human",
        "rights",
        "football",
        "cricket",
        "rugby",
        "military",
        "navy",
        "city",
        "county",
        "district",
        "state",
        "local",
        "head",
        "first",
        "rebel",
    )
)
_BESIDE = re.compile(
    r"(?:['’]s?)?(?:,? (?:including|such as|among them|led by|headed by|represented by|commanded by|under))?(?: the)? ",
    re.IGNORECASE,
)
_NEXT_IN_LIST = re.compile(r",? and (?:the )?|, (?:the )?")
_OF = re.compile(r" (?:of|from|at|with) (?:the )?")
_LOOK_BACK = 48
_LOOK_FAR = 110
_SPEECH_AFTER = re.compile(r"[,]?\s(\w+)")
_AGE_AFTER = re.compile(r"(?:, (?:aged )?\d{1,3}\b| \(\d{1,3}\))")


def title_at(run: Sequence[Token], index: int) -> int:
    """How many words of ``run`` from ``index`` on are a rank or post, longest match; 0 when they are none."""
    table = tables()
    if index + 2 < len(run) and run[index + 1].text in _POSTS_OF and _names_a_field(run[index], run[index + 2]):
        return 2
    if run[index].bare not in table.title_starts:
        return 0
    for length in range(min(table.longest_title, len(run) - index), 0, -1):
        phrase = tuple(token.bare for token in run[index : index + length])
        if phrase in table.ranks or phrase in table.posts:
            return length
    return 0


def _names_a_field(word: Token, after: Token) -> bool:
    """Whether a word before "Minister" tells the ministry ("Industry Minister"), not a country or a person."""
    table = tables()
    other = word.text in table.nationalities or word.text in table.countries or word.text in table.given
    return not (other or word.shouted or "." in word.text or after.text == "State")


def is_post(title: str) -> bool:
    """Whether a title is a post ("Director General"), not a rank ("Chief Inspector")."""
    words = tuple(word for word in title.replace(".", "").split() if word != "of")
    return words not in tables().ranks and words not in tables().styles


def role_before(text: str, start: int) -> Words | None:
    """Role words in lower case right before ``start`` ("police chief"), or ``None``."""
    if start < 3 or text[start - 1] != " ":
        return None
    if text[start - 2] == ",":
        match = _described().search(text[max(0, start - _LOOK_FAR) : start])
        begin = max(0, start - _LOOK_FAR) + match.start(1) if match is not None else 0
        return None if match is None else Words(match.group(1), begin, start - 2)
    low = max(0, start - _LOOK_BACK)
    last = text[low : start - 1].rpartition(" ")[2]
    if last.isalpha() and last not in _role_ends():
        return None  # most names stand behind a plain word that is no role, and are done with here
    words = [(match.group(), low + match.start()) for match in _ROLE_WORD.finditer(text[low : start - 1])]
    first = _role_noun(text, words, start)
    if first is None:
        return None
    while first > 0 and _touch(text, words[first - 1], words[first]) and _modifies(text, words[first - 1]):
        first -= 1
    begin = words[first][1]
    return Words(text[begin : start - 1], begin, start - 1)


@cache
def _role_ends() -> frozenset[str]:
    """The words with which roles end."""
    return frozenset(role.split()[-1] for role in tables().roles)


def _role_noun(text: str, words: list[tuple[str, int]], start: int) -> int | None:
    """Which word the noun of a role right before ``start`` begins with: one word, or two ("chief executive")."""
    if not words or text[words[-1][1] + len(words[-1][0]) : start] != " ":
        return None
    roles = tables().roles
    if len(words) > 1 and f"{words[-2][0]} {words[-1][0]}" in roles and _touch(text, words[-2], words[-1]):
        return len(words) - 2
    return len(words) - 1 if words[-1][0] in roles else None


def _modifies(text: str, word: tuple[str, int]) -> bool:
    if word[0] in _MODIFIERS:
        return True
    # A capital counts only where a sentence opens: elsewhere it is a name ("City coach").
    before = text[max(0, word[1] - 2) : word[1]].strip()
    opens = word[1] == 0 or before in ("", ".", "?", "!") or before.isdigit()
    return opens and word[0] not in tables().nationalities and word[0].lower() not in tables().stop


def _touch(text: str, left: tuple[str, int], right: tuple[str, int]) -> bool:
    return text[left[1] + len(left[0]) : right[1]] in (" ", "-")


@cache
def _described() -> re.Pattern[str]:
    """Matches "its spokeswoman, " or "the head of the service, " before a name."""
    roles = "|".join(sorted(map(re.escape, tables().roles), key=len, reverse=True))
    return re.compile(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Aa]n?|['’]s)\s"
        rf"((?:(?!(?:that|the|an?|of|and|for|with|to|in)\s)[a-z-]+\s){{0,4}}(?:{roles})(?:\s(?:of"
        rf"|for)\s[^,.;:\"“”()]{{2,50}})?), $"
    )


def role_after(text: str, end: int) -> Words | None:
    """The apposition after a name, when it holds the noun of a role ("head of the mission"), or ``None``."""
    if text[end : end + 2] not in (", ", ",\n"):
        return None
    leads = _LEADING.match(text, end)
    if leads is not None:
        return Words(leads.group(1), leads.start(1), leads.end(1))
    match = _APPOSITION.match(text, end)
    if match is None:
        return None
    phrase = match.group(1)
    words = [word.group() for word in _ROLE_WORD.finditer(phrase)][:9]
    if not words or words[0].lower() in _NOT_A_ROLE or any(word in tables().speech for word in words):
        return None
    if not _names_a_role(words):
        return None
    return Words(phrase, match.start(1), match.end(1))


def _names_a_role(words: Sequence[str]) -> bool:
    roles = tables().roles
    # Only nouns before the first preposition can be the head: "a house of the mayor" is no role.
    for index, word in enumerate(words):
        if word in roles or (index == 0 and word.lower() in roles):
            return True
        if word in _BEFORE_NO_HEAD:
            return False
    return False


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a verb of speech or an age stands right beside the name at ``start:end``."""
    after = _SPEECH_AFTER.match(text, end)
    if after is not None and after.group(1) in tables().speech:
        return True
    if _AGE_AFTER.match(text, end) is not None:
        return True
    before = text[max(0, start - 14) : start].split()
    return bool(before) and before[-1] in tables().speech and before[-1] != "told" and text[start - 1] == " "


@cache
def _group() -> re.Pattern[str]:
    groups = "|".join(tables().groups)
    return re.compile(rf"\b(?:of|for) (?:the )?((?:[^\W\d_][\w'’-]* ){{1,3}}(?:{groups}))\b")


def link_organisations(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The same names, people with the organisation that is printed with or just before them."""
    linked: list[Name] = []
    for index, name in enumerate(names):
        found = _organisation(text, names, linked, index) if name.kind is NameKind.PERSON else None
        linked.append(name if found is None else replace(name, organisation=found))
    return tuple(linked)


def _organisation(text: str, names: Sequence[Name], linked: Sequence[Name], index: int) -> Words | None:
    person = names[index]
    if person.role is not None and person.role.start > person.end:
        within = _inside(text, names, index, person.role)
        if within is not None:
            return within
    return _beside(text, linked, person) or _after(text, names, index)


def _inside(text: str, names: Sequence[Name], index: int, role: Words) -> Words | None:
    for other in names[index + 1 :]:
        if other.start >= role.end:
            break
        if other.kind is NameKind.ORGANISATION:
            return Words(other.text, other.start, other.end)
    match = _group().search(role.text)
    if match is None or not match.group(1)[0].isupper():
        return None
    return Words(match.group(1), role.start + match.start(1), role.start + match.end(1))


def _beside(text: str, linked: Sequence[Name], person: Name) -> Words | None:
    lead = min([person.start] + [words.start for words in (person.rank, person.role) if words is not None])
    for other in reversed(linked[-2:]):
        if other.kind is NameKind.ACRONYM and text[other.end : other.end + 1] == ")":
            continue
        if other.kind is NameKind.ORGANISATION:
            after = other.end if other.acronym is None else other.acronym.end + 1
            gap = text[after:lead]
            if after <= lead and _BESIDE.fullmatch(gap):
                return Words(other.text, other.start, other.end)
        if other.kind is NameKind.PERSON and other.organisation is not None and (person.rank or person.role):
            gap = text[other.end : lead]
            if other.organisation.end < other.start and _NEXT_IN_LIST.fullmatch(gap):
                return other.organisation
        return None
    return None


def _after(text: str, names: Sequence[Name], index: int) -> Words | None:
    if index + 1 >= len(names):
        return None
    person, other = names[index], names[index + 1]
    if other.kind is not NameKind.ORGANISATION or other.start - person.end > _LOOK_BACK:
        return None
    if _OF.fullmatch(text[person.end : other.start]):
        return Words(other.text, other.start, other.end)
    return None
