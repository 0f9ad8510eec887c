"""Words with a capital letter and the runs that they form: the raw material of names, before anything is classified."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.records.spans import Span
from briefing.text.names_tables import tables

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Rev|Sen|Gov|Rep|Hon|St|Jr|Sr|Det|Insp|Supt|Mme|Cmdr"
)
_INNER = "au|aux|de|du|des|sur|le|la|les|en|upon|on|in|ad|el|al|ul|ur"
_QUOTES = "\"'“”‘’«»([{ \u00a0\t"
_MAX_GAP = 9
"""Longest stretch between two capitalised words that can still belong to one personal name (" van der ")."""

_SECOND_PART = re.compile(r"-([^\W\d_A-Z]{1,8})(?![\w-])")
_OF_NAMES = frozenset({("Secretary", "State"), ("Republic", "Congo"), ("States", "America")})
_OWNERS = frozenset({"Children", "Women", "Men", "People"})
_AND_NAMES = frozenset({("Trinidad", "Tobago"), ("Antigua", "Barbuda"), ("Bosnia", "Herzegovina")})


@dataclass(frozen=True, slots=True)
class Token:
    """One capitalised word. ``initial`` words owe their capital, perhaps, to the start of a sentence only."""

    text: str
    start: int
    end: int
    initial: bool

    @property
    def bare(self) -> str:
        """The word without full stops, for looking it up."""
        return self.text.replace(".", "") if "." in self.text else self.text

    @property
    def shouted(self) -> bool:
        """Whether every letter is a capital and there are at least two."""
        return len(self.text) > 1 and self.text.isupper()


@cache
def _pattern() -> re.Pattern[str]:
    # Python's re has no class for upper case letters, so the ones that Latin, Greek and Cyrillic names use are listed.
    upper = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x386, 0x530)) if chr(code).isupper())
    word = rf"[{upper}]\w*"
    return re.compile(
        rf"(?<![\w.&-])(?:(?:{_ABBREVIATIONS})\.(?!\w)|(?:[{upper}]\.){{2,}}|[{upper}]\.(?=\s[{upper}])"
        rf"|(?:Co|Re|Non|Anti|Pre|Inter|Multi)-[^\W\d_]+"
        rf"|(?:(?:al|el|ash|as|ul)-)?{word}(?:['’](?!s\b){word}|-(?:(?:{_INNER})-)?{word})*)"
    )


def capitalised(text: str, sentences: Sequence[Span]) -> Iterator[Token]:
    """Every capitalised word of ``text`` in order."""
    starts = {span.start for span in sentences}
    previous, previous_end = "", -1
    for match in _pattern().finditer(text):
        start, end = match.span()
        if previous and start == previous_end + 1 and text[end : end + 1] == "-":
            end = _given_name_end(text, end)
        word = text[start:end]
        after_title = start == previous_end + 1 and previous[-1:] == "." and _opens_name(previous)
        initial = not after_title and _is_initial(text, start, starts, previous_end)
        yield Token(word, start, end, initial)
        previous, previous_end = word, end


def _given_name_end(text: str, end: int) -> int:
    """Where a word ends that goes on in lower case behind a hyphen, as given names do ("Han Seo-yeon")."""
    match = _SECOND_PART.match(text, end)
    if match is None or match.group(1) in tables().compounds or match.group(1).endswith(("ed", "ing")):
        return end
    return match.end()


def _opens_name(abbreviation: str) -> bool:
    bare = abbreviation.rstrip(".")
    return len(bare) == 1 or bare == "St" or bare in tables().title_starts or bare in tables().honorifics


def _is_initial(text: str, start: int, starts: set[int], previous_end: int) -> bool:
    at = start
    while at > 0 and text[at - 1] in _QUOTES and start - at < _MAX_GAP:
        if at in starts:
            return True
        at -= 1
    if at == 0 or at in starts:
        return True
    before = text[at - 1]
    if before in "\n\r":
        # Inside a sentence that somebody has cut, a line break is where the text was wrapped.
        return not starts or text[max(0, at - 2) : at - 1] in ("\n", "\r")
    if before == ".":
        return previous_end != at
    # A quotation that opens in mid-sentence starts a sentence of its own.
    return before in "!?:…•*|—–" or text[start - 1] in '"“«'


def runs(text: str, sentences: Sequence[Span]) -> Iterator[list[Token]]:
    """Capitalised words that stand side by side, with the small words of personal names between them bridged."""
    run: list[Token] = []
    for token in capitalised(text, sentences):
        if run and (token.initial or not _joined(text, run[-1], token)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _joined(text: str, left: Token, right: Token) -> bool:
    width = right.start - left.end
    if width > _MAX_GAP or width < 1:
        return False
    gap = text[left.end : right.start]
    if gap in (" ", "\u00a0", " & ", "\n") or (gap.isspace() and gap.count("\n") == 1):
        return True
    if gap in ("'s ", "’s "):
        return left.text in _OWNERS
    if gap in ("' ", "’ "):
        return left.text.endswith("s") and right.text in tables().heads
    small = gap.strip()
    if small in ("of", "of the"):
        return (left.text, right.text) in _OF_NAMES
    if small == "and":
        return (left.text, right.text) in _AND_NAMES
    return gap == f" {small} " and small in tables().particles and not right.shouted
