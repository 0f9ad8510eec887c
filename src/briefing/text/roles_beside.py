"""The words beside a name that tell a role: a title or description before it, an apposition or "who ..." behind it."""

import re

from briefing.records.quantity import Words
from briefing.text.plain_words import plain_word
from briefing.text.roles import ROLE_WORD, last_noun, parted, read_role, role_tables

_Word = tuple[str, int, int]
_LOOK_BACK = 120
_MOST_WORDS = 9
_AGE = r"(?:, (?:aged )?\d{1,3}(?=,)| \(\d{1,3}\))?"
_WHO_IS = r"who (?:is|was) (?:also |now |currently |then )?"
_IS = r" (?:is|was|becomes?|became) (?:also |now |currently )?(?=(?:the|a|an|its|their|his|her)\b)"
_PHRASE = r"((?:[^,.;:()\n\"“”–—]|\n(?!\s*\n)|\.(?=\w)|(?<=\b[A-Z])\.){3,140}?)"
_VERB = r"who|which|that|said|says|told|added|and (?:[a-z]+ed|the|is|was|has|will)"
_AFTER = re.compile(
    rf"{_AGE}(?:,\s(?:{_WHO_IS})?| \(|\s[–—-]\s|{_IS}){_PHRASE}"
    rf"(?=[,.;:)–—]|\s-\s|\n\s*\n|\s(?:{_VERB})\b|$)"
)
_WHO = re.compile(r"(?:, (?:aged )?\d{1,3}(?=,))?, (who (\w+) (?:[^,.;:()\n\"“”]){3,80}?)(?=[,.;:)]|\sand\s|$)")
_ALSO = re.compile(rf", {_WHO_IS}((?:the|a|an) [^,.;:()\"“”]{{3,80}}?)(?=[,.;]|$)")


def roles_beside(text: str, start: int, end: int, *, low: int, high: int) -> tuple[Words, ...]:
    """The words that tell what the person named at ``start:end`` is, before the name and behind it.

    ``low`` and ``high`` bound the sentence. Words that hold no noun of a role are left out.
    """
    found = [_before(text, start, low), *_after(text, end, high)]
    return tuple(words for words in found if words is not None)


def _after(text: str, end: int, high: int) -> list[Words]:
    found: list[Words] = []
    window = text[end:high]
    who = _WHO.match(window)
    if who is not None and who.group(2) in role_tables().verbs:
        found.append(Words(who.group(1), end + who.start(1), end + who.end(1)))
    match = _AFTER.match(window)
    if match is not None and _opens_role(match.group(1)):
        words = Words(match.group(1), end + match.start(1), end + match.end(1))
        found.append(words)
        also = _ALSO.match(text, words.end, high)
        if also is not None and _opens_role(also.group(1)):
            found.append(Words(also.group(1), also.start(1), also.end(1)))
    return found


def _opens_role(phrase: str) -> bool:
    """Whether a noun of a role stands before the first word that ends one; a name in front of all is somebody else."""
    table = role_tables()
    plain = parted([plain_word(match.group().rstrip(".")) for match in ROLE_WORD.finditer(phrase)])
    if not plain or plain[0] in table.stops:
        return False
    end = next((at for at, word in enumerate(plain) if word in table.links or word in table.stops), len(plain))
    return last_noun(plain[:end]) is not None


def _before(text: str, start: int, low: int) -> Words | None:
    window = text[max(low, start - _LOOK_BACK) : start]
    apart = window.endswith(", ")
    if not apart and not window.endswith((" ", "\n")):
        return None
    offset = max(low, start - _LOOK_BACK)
    words: list[_Word] = []
    reach = len(window) - (2 if apart else 1)
    for match in reversed(list(ROLE_WORD.finditer(window))):
        if not _touches(window[match.end() : reach], match.group()):
            break
        words.insert(0, (match.group(), match.start(), match.end()))
        reach = match.start()
    if words and plain_word(words[-1][0]) in role_tables().links:
        return None  # "the president of Chile": the name is what somebody is president of
    taken, determined = _role_words(words)
    if not taken or (apart and not determined and low != offset + taken[0][1]):
        return None
    begin, stop = taken[0][1], taken[-1][2]
    said = Words(window[begin:stop], offset + begin, offset + stop)
    return said if read_role(said) is not None and _ends_with_noun([word for word, _, _ in taken]) else None


def _ends_with_noun(words: list[str]) -> bool:
    """Whether the noun of the role stands last, or before "of": what follows it otherwise is somebody's verb."""
    plain = parted([plain_word(word.rstrip(".")) for word in words])
    end = next((at for at, word in enumerate(plain) if word in role_tables().links and at), len(plain))
    noun = last_noun(plain[:end])
    return noun is not None and all(word in role_tables().qualifiers for word in plain[noun[1] : end])


def _touches(gap: str, word: str) -> bool:
    return gap in ("", " ", "\n", "-", "'s ", "’s ", " & ") or (gap == ". " and word.endswith("."))


def _role_words(words: list[_Word]) -> tuple[list[_Word], bool]:
    """The words of a role read backwards, and whether a determiner or an owner stands before them."""
    table = role_tables()
    taken: list[_Word] = []
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        plain = plain_word(word[0].rstrip("."))
        owner = word[0].endswith(("'s", "’s", "s'", "s’"))
        has_noun = _has_noun(taken)
        if plain in table.determiners:
            linked = at > 0 and plain_word(words[at - 1][0]) in table.links
            if linked and not has_noun:
                taken.insert(0, word)
                continue
            return _trim(taken), True
        if owner:
            return _trim([*_owner(words[: at + 1]), *taken]), True
        if plain in table.stops or (plain in table.links and has_noun) or len(taken) >= _MOST_WORDS:
            return _trim(taken), False
        taken.insert(0, word)
    return _trim(taken), False


def _has_noun(taken: list[_Word]) -> bool:
    plain = parted([plain_word(one[0].rstrip(".")) for one in taken])
    return last_noun(plain) is not None


def _owner(words: list[_Word]) -> list[_Word]:
    """The possessive at the end with the capitalised words that stand with it ("Portway Sul's")."""
    first = len(words) - 1
    while first > 0 and words[first][0][:1].isupper() and words[first - 1][0][:1].isupper():
        first -= 1
    return words[first:]


def _trim(taken: list[_Word]) -> list[_Word]:
    """Links and determiners at the front owe nothing to the role."""
    small = role_tables().links | role_tables().determiners
    while taken and plain_word(taken[0][0]) in small:
        taken = taken[1:]
    return taken
