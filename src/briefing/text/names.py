"""Names in a text: people with rank, role and organisation, organisations, places, countries and acronyms.

Reading goes by what is printed: word lists, titles, brackets and appositions. A capital letter at the start of a
sentence proves nothing, so such a word is a name only when something else says so. Where the kind is unclear, the
name is kept as ``other``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.text.names_acronyms import AcronymForms, acronym_forms, fits
from briefing.text.names_people import is_post, link_organisations, role_after, role_before, speaks, title_at
from briefing.text.names_tables import Tables, tables
from briefing.text.names_tokens import Token, runs
from briefing.text.roles import role_tables

__all__ = ["AcronymForms", "acronym_forms", "read_names"]

_LOWER = re.compile(r"\b[^\W\d_]{3,}\b")
_BRACKET = re.compile(r"\s?\(([A-Z][A-Z0-9&.-]{1,9})\)")
_OF_GAP = (" of ", " of the ")
_WIDE_GAP = (" for ", " for the ", " on ", " against ", " of ", " of the ")
_MAX_PERSON = 6
_SHORT = 2
_MAX_ORGANISATION = 12
_MAX_OF = 9
_ACRONYM = (2, 5)
_ACRONYM_IN_BRACKETS = 9
_ACRONYM_LONG = 8
_LEADS_ACRONYM = frozenset({"he ", "as ", "by ", "of ", "om "})
"""The ends of "the", "as", "by", "of", "from": after them even a long word in capitals is an acronym."""
_QUALIFIERS = frozenset({"Former", "Acting", "Interim", "Deputy", "Vice", "Assistant", "Outgoing"})
"""What makes another title of the title behind it."""
_DOTTED = frozenset({"UN", "EU"})
"""Two letters with full stops are more often initials or a state ("N.D.") than these."""


@dataclass(slots=True)
class _State:
    """What is known so far while one text is read from start to end."""

    text: str
    table: Tables
    lower: frozenset[str]
    names: list[Name] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)
    """Words with a capital inside a sentence: at the head of one they are names as well."""
    post: Words | None = None
    """The last post that stood alone ("the Director General, ..."): perhaps the role of the next name."""

    def add(self, kind: NameKind, start: int, end: int, acronym: Words | None = None) -> None:
        """Keep a name that is not a person."""
        self.names.append(Name(self.text[start:end], start, end, kind, acronym=acronym))


def read_names(text: str, sentences: Sequence[Span]) -> tuple[Name, ...]:
    """The names of ``text`` in text order, none overlapping another.

    ``sentences`` tell which capitals open a sentence; an empty sequence is allowed. Text without capitals, or all
    in capitals, gives few names or none. Never raises.
    """
    table = tables()
    lower = frozenset(filter(str.islower, set(_LOWER.findall(text))))
    state = _State(text, table, lower)
    pending: list[Token] = []
    found = list(runs(text, sentences))
    state.inside.update(token.text for run in found for token in run if not token.initial)
    for run in found:
        pending = _extend(state, pending, run)
    if pending:
        _classify(state, pending)
    return link_organisations(text, _known_people(state))


def _known_people(state: _State) -> list[Name]:
    """Names that were unclear when they came up, but are called a person somewhere else in the text."""
    full = {name.text for name in state.names if name.kind is NameKind.PERSON}
    return [
        replace(name, kind=NameKind.PERSON)
        if name.kind is NameKind.OTHER and (name.text in full or name.text in state.surnames)
        else name
        for name in state.names
    ]


def _extend(state: _State, pending: list[Token], run: list[Token]) -> list[Token]:
    """Join ``run`` to an organisation that goes on ("Ministry of Health"); classify what is complete."""
    if pending and _continues(state, pending, run):
        return [*pending, *run]
    if pending:
        _classify(state, pending)
    return run


def _continues(state: _State, left: list[Token], right: list[Token]) -> bool:
    gap = state.text[left[-1].end : right[0].start].replace("\n", " ")
    if len(left) > _MAX_ORGANISATION or len(gap) > _MAX_OF:
        return False
    if right[0].initial or right[0].text in state.table.dates or title_at(right, 0):
        return False
    head = left[-1].text
    if gap in _OF_GAP and (head in state.table.heads or head in ("House", "Bank")):
        return True
    if gap == " and " and right[-1].text in state.table.heads and len(right) <= 3:
        return head in state.table.domains or _titled_house(state, left)
    joins = any(token.text in state.table.joining for token in left)
    if gap in _WIDE_GAP and head in state.table.joining:
        return True
    inside = joins and left[-1].text not in state.table.heads and len(left) > 1 and len(right) <= 2
    return gap == " and " and inside and _plain(state, right) and _has_of(state, left)


def _titled_house(state: _State, left: list[Token]) -> bool:
    """Whether a run behind "the" can be the first half of a house's name ("the Disaster and ... Authority")."""
    table = state.table
    if left[0].text == "The":
        left = left[1:]
    elif state.text[max(0, left[0].start - 4) : left[0].start] != "the ":
        return False
    if not left or any(token.text in table.single for token in left):
        return False
    return not any(token.shouted for token in left) and _plain(state, left)


def _has_of(state: _State, run: list[Token]) -> bool:
    return " of " in state.text[run[0].start : run[-1].end]


def _plain(state: _State, run: list[Token]) -> bool:
    words = {token.text for token in run}
    table = state.table
    return not (words & table.heads or words & table.countries or words & table.nationalities or words & table.given)


def _classify(state: _State, run: list[Token]) -> None:
    """Break a run at dates and shouting, strip its opening, and name what is left."""
    if len(run) > 1 and all(token.text.isupper() for token in run):
        # A line in capitals shows nothing about what is a name; only a country stands out by itself.
        _country(state, run, state.text[run[0].start : run[-1].end])
        return
    piece: list[Token] = []
    for index, token in enumerate(run):
        if token.text in state.table.dates and not _names_no_date(state, run, index):
            _piece(state, piece)
            piece = []
        else:
            piece.append(token)
    _piece(state, piece)


def _names_no_date(state: _State, run: list[Token], index: int) -> bool:
    """Whether the short form of a month or a day is a word of a name ("Theresa May", "Nguyen Thi Thu Ha")."""
    token = run[index]
    if index > 0 and token.text == "May" and run[index - 1].text in state.table.given:
        return True
    if token.text not in state.table.date_names or token.text in ("May", "April", "June", "August"):
        return False
    return len(run) > 1 and not state.text[token.end : token.end + 3].strip(". \u00a0")[:1].isdigit()


def _piece(state: _State, run: list[Token]) -> None:
    run = _strip_opening(state, run)
    if not run:
        return
    at = _title_position(state, run)
    if at is None:
        _untitled(state, run)
        return
    index, length = at
    if index:
        _untitled(state, run[:index])
    start, end = run[index].start, run[index + length - 1].end
    rank = Words(state.text[start:end], start, end)
    _person(state, run[index + length :], rank)


def _strip_opening(state: _State, run: list[Token]) -> list[Token]:
    """Drop words that owe their capital to the sentence, and small words anywhere at the front."""
    opens = bool(run) and run[0].initial
    while run:
        first, low = run[0], run[0].text.lower().replace("’", "'")
        if not first.shouted and low in state.table.stop:
            if len(run) > 1 and (low in state.table.soft or _heads_a_name(state, run)):
                return run
        elif not (opens and len(run) > 1 and _only_opens(state, run, low)):
            return run
        run = run[1:]
    return run


def _only_opens(state: _State, run: list[Token], low: str) -> bool:
    noun = low.rpartition("-")[2]
    if (low in state.table.roles or noun in role_tables().nouns) and not title_at(run, 0):
        return True
    return low in state.lower and not _heads_a_name(state, run)


def _heads_a_name(state: _State, run: list[Token]) -> bool:
    first = run[0].text
    table = state.table
    return bool(title_at(run, 0)) or first in table.heads or first in table.given or first in table.nationalities


def _title_position(state: _State, run: list[Token]) -> tuple[int, int] | None:
    """Where in the run a rank or post stands that is followed by a name."""
    last = run[-1].bare
    if last in state.table.heads or last in state.table.suffixes or last in state.table.facilities:
        return None
    if last in state.table.tails and len(run) > 1:
        return None
    for index in range(len(run) - 1):
        length = _titles_at(state, run, index)
        if length and run[index + length].text not in state.table.not_people:
            return index, length
    return None


def _titles_at(state: _State, run: list[Token], index: int) -> int:
    """How many words from ``index`` on are titles that a name follows, several being one ("Deputy Health Minister")."""
    after = index + 1 if run[index].bare in state.table.honorifics else index
    last = len(run) - 1
    if run[after].text in _QUALIFIERS and after + 1 < last and title_at(run, after + 1):
        after += 1
    while after < last and (length := title_at(run, after)):
        if after + length > last:
            break
        after += length
    return after - index if after <= last else 0


def _person(state: _State, tokens: list[Token], title: Words | None) -> None:
    tokens = tokens[:_MAX_PERSON]
    start, end = tokens[0].start, tokens[-1].end
    if title is not None and title.text.rstrip(".") in state.table.honorifics:
        title = None
    lead = title.start if title is not None else start
    role = role_after(state.text, end) or role_before(state.text, lead) or _post_before(state, lead)
    rank = title
    if title is not None and role is None and is_post(title.text):
        # A post that is printed before the name is the person's role, unless the text gives another one as well.
        rank, role = None, title
    state.names.append(Name(state.text[start:end], start, end, NameKind.PERSON, rank=rank, role=role))
    if len(tokens) > 1 or title is not None:
        state.surnames.add(tokens[-1].text)


def _post_before(state: _State, lead: int) -> Words | None:
    post = state.post
    return post if post is not None and state.text[post.end : lead] == ", " else None


def _untitled(state: _State, run: list[Token]) -> None:
    """Name a run without a title; the first rule that fits decides."""
    start, end = run[0].start, run[-1].end
    words = [token.bare for token in run]
    whole = state.text[start:end]
    bracket = _BRACKET.match(state.text, end)
    if title_at(run, 0) == len(run):
        state.post = Words(whole, start, end)
        return
    if _country(state, run, whole):
        return
    if bracket is not None and len(run) > 1 and fits(bracket.group(1), words):
        acronym = Words(bracket.group(1), bracket.start(1), bracket.end(1))
        state.add(NameKind.ORGANISATION, start, end, acronym)
    elif _is_place(state, run, words):
        _place(state, start, end)
    elif _is_organisation(state, run, words):
        state.add(NameKind.ORGANISATION, start, end)
    elif len(run) == 1:
        _single(state, run[0])
    elif _leading_nationality(state, run) or _looks_like_person(state, run):
        return
    else:
        kind = NameKind.PLACE if _follows_place_word(state, start) and len(run) < 3 else NameKind.OTHER
        state.add(kind, start, end)


def _country(state: _State, run: list[Token], whole: str) -> bool:
    table = state.table
    if whole in table.countries:
        # "US" in capitals inside shouted text is as likely a pronoun.
        state.add(NameKind.COUNTRY, run[0].start, run[-1].end)
        return True
    if whole in table.nationalities:
        state.add(NameKind.NATIONALITY, run[0].start, run[-1].end)
        return True
    return False


def _is_place(state: _State, run: list[Token], words: Sequence[str]) -> bool:
    table = state.table
    if state.text[run[0].start : run[-1].end] in table.known_places:
        return True
    if len(run) < 2:
        return False
    if words[0] in table.place_starts and words[0] not in table.heads and len(run) < 4:
        return not (set(words) & table.heads)
    return words[-1] in table.facilities or words[-1] in table.tails


def _is_organisation(state: _State, run: list[Token], words: Sequence[str]) -> bool:
    table = state.table
    if len(run) == 1:
        return words[0] in table.single and not run[0].initial
    if state.text[run[0].start : run[-1].end] in table.heads:
        return True
    if any(word in table.suffixes for word in words[1:]):
        return True
    return any(word in table.heads for word in words) and not _opening_only(state, run, words)


def _opening_only(state: _State, run: list[Token], words: Sequence[str]) -> bool:
    """Whether the only head is a sentence's first word before a person ("Police John Smith")."""
    others = any(word in state.table.heads for word in words[1:])
    return run[0].initial and not others and " of " not in state.text[run[0].start : run[1].start] and len(run) > 2


def _place(state: _State, start: int, end: int) -> None:
    """Keep a place with the words that say what it is ("metropolitan region of ...")."""
    if state.text[max(0, start - 4) : start] in (" of ", "the "):
        match = _region().search(state.text[max(0, start - 60) : start])
        if match is not None:
            start -= len(match.group(1))
    state.add(NameKind.PLACE, start, end)


@cache
def _region() -> re.Pattern[str]:
    nouns, words = "|".join(tables().regions), "|".join(tables().region_words)
    return re.compile(rf"\b((?:(?:{words}) )*(?:{nouns}) of (?:the )?)$")


def _single(state: _State, token: Token) -> None:
    text, start, end = state.text, token.start, token.end
    if token.shouted:
        if _is_acronym(state, token):
            state.add(NameKind.ACRONYM, start, end)
        return
    if token.text in state.table.heads or title_at([token], 0) or _no_single(state, token.text):
        return
    if token.text in state.surnames:
        state.names.append(Name(token.text, start, end, NameKind.PERSON, role=role_after(text, end)))
    elif not token.initial and (_follows_place_word(state, start) or _region_before(text, start)):
        _place(state, start, end)
    elif (role := role_before(text, start)) is not None and not token.initial:
        state.names.append(Name(token.text, start, end, NameKind.PERSON, role=role))
    elif len(token.text) > 1 and (not token.initial or _named_inside(state, token.text)):
        state.add(NameKind.OTHER, start, end)


def _named_inside(state: _State, word: str) -> bool:
    """Whether a sentence's first word has its capital inside other sentences too, and is never printed without."""
    low = word.lower()
    return word in state.inside and low not in state.lower and low not in state.table.roles and len(word) > _SHORT


def _no_single(state: _State, word: str) -> bool:
    return word.lower() in state.table.stop or (not word.isalpha() and any(map(str.isdigit, word)))


def _is_acronym(state: _State, token: Token) -> bool:
    letters = token.bare
    if state.text[token.start - 1 : token.start] == "<":
        return False
    if "." in token.text and letters not in _DOTTED and len(letters) < 3:
        return False
    low, high = _ACRONYM
    if state.text[token.start - 1 : token.start] == "(" and state.text[token.end : token.end + 1] == ")":
        high = _ACRONYM_IN_BRACKETS
    elif state.text[max(0, token.start - 3) : token.start] in _LEADS_ACRONYM:
        high = _ACRONYM_LONG
    if letters.lower() in state.lower or not letters.isalpha():
        return False
    if not (low <= len(letters) <= high) or state.text[token.end : token.end + 2].strip("-–")[:1].isdigit():
        return False
    if letters.lower() in state.table.stop:
        return False
    before, after = state.text[max(0, token.start - 20) : token.start], state.text[token.end : token.end + 20]
    return any(letter.islower() for letter in before + after)


def _follows_place_word(state: _State, start: int) -> bool:
    before = state.text[max(0, start - 26) : start].split()
    if not before or state.text[start - 1] != " " or before[-1].lower() not in state.table.before:
        return False
    if len(before) < 2:
        return True
    # "An economist at X" works there: X is a company as often as a place.
    return before[-2] not in state.table.not_before and not (before[-1] == "at" and before[-2] in state.table.roles)


def _region_before(text: str, start: int) -> bool:
    near = text[max(0, start - 4) : start] in (" of ", "the ")
    return near and _region().search(text[max(0, start - 60) : start]) is not None


def _leading_nationality(state: _State, run: list[Token]) -> bool:
    """Handle "Kenyan Eliud Kipchoge": a nationality, then a person."""
    for length in (2, 1):
        lead = state.text[run[0].start : run[min(length, len(run)) - 1].end]
        if len(run) > length + 1 and lead in state.table.nationalities and run[length].text in state.table.given:
            state.add(NameKind.NATIONALITY, run[0].start, run[length - 1].end)
            _person(state, run[length:], None)
            return True
    return False


def _looks_like_person(state: _State, run: list[Token]) -> bool:
    start, end = run[0].start, run[-1].end
    if len(run) > 5 or any(token.shouted or token.text in state.table.nationalities for token in run):
        return False
    named = run[0].text in state.table.given or run[-1].text in state.surnames
    if not named and _post_before(state, start) is None and not _human_context(state.text, start, end):
        return False
    _person(state, run, None)
    return True


def _human_context(text: str, start: int, end: int) -> bool:
    return speaks(text, start, end) or role_after(text, end) is not None or role_before(text, start) is not None
