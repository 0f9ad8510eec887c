"""Roles in a text wherever they stand, beside a name or not: "the acting director of procurement was told"."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.records.quantity import Words
from briefing.text.plain_words import plain_word
from briefing.text.roles import ROLE_WORD, Role, read_role, role_tables

_MOST_BEFORE = 4
_OF = re.compile(r" (?:of|for) (?:the )?[\w'’-]+(?: [\w'’-]+)?")


def role_phrases(text: str, start: int, end: int) -> Iterator[Role]:
    """The posts that one person holds and another does not, within ``start:end``, with what tells which one it is."""
    words = list(ROLE_WORD.finditer(text, start, end))
    plain = [plain_word(match.group().rstrip(".")) for match in words]
    for at, word in enumerate(plain):
        if word.rpartition("-")[2] not in _last_words() or (at + 1 < len(plain) and plain[at + 1] in _last_words()):
            continue
        first = _first(text, words, plain, at)
        stop = words[at].end()
        behind = _OF.match(text, stop, end)
        if behind is not None:
            stop = behind.end()
        role = read_role(Words(text[words[first].start() : stop], words[first].start(), stop))
        if role is not None and role.noun in role_tables().exclusive:
            yield role


@cache
def _last_words() -> frozenset[str]:
    """The last words of the nouns of such posts."""
    table = role_tables()
    return frozenset(word.split()[-1] for word, noun in table.nouns.items() if noun in table.exclusive)


def _first(text: str, words: list[re.Match[str]], plain: list[str], at: int) -> int:
    """The word with which the phrase begins that ends with the noun at ``at``."""
    table = role_tables()
    first = at
    while first > 0 and at - first < _MOST_BEFORE:
        before = plain[first - 1]
        apart = text[words[first - 1].end() : words[first].start()] not in (" ", "-")
        ends = before in table.stops or before in table.determiners or before in table.links
        if apart or ends or words[first - 1].group().endswith(("'s", "’s")):
            break
        first -= 1
    return first
