"""Finding the words of a quotation in the source the way editors print them: with brackets, or rejoined.

"I thought I could catch [Chelimo]" stands for "... catch her", and `"It is late," she said, "but not too late"` may be
printed in one piece. Whatever else differs is for ``find_quote`` to say.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.records.spans import MatchKind, Span
from briefing.stages.verify.source import SourceIndex
from briefing.text.critical import is_negation, tokens
from briefing.text.fold import fold
from briefing.text.quotations import Quotation
from briefing.text.quotes import QuoteMatch, find_quote, find_words

_BRACKET = re.compile(r"\[([^\[\]]{1,80})\]")
_CASE = re.compile(r"\[([^\W\d_])\](?=\w)")
"""One letter in brackets at the head of a word: its case was changed."""
_INSIDE_WORD = re.compile(r"\w*\[[^\[\]]{1,20}\]\w*")
_DOTS = re.compile(r"[\s.…]*")
_MOST_REPLACED = 5
"""Words of the source for which a bracket may stand."""
_MOST_BETWEEN = 100
"""Characters between two quotations that one speaker's name breaks."""
_STOPS = ".!?…"
_FEWEST = 4


def find_quoted(text: str, source: SourceIndex, *, near: Sequence[Span] = ()) -> QuoteMatch:
    """Like ``find_quote``; brackets and breaks of the article are no alteration, and give a fuzzy match without one."""
    found = find_quote(source.folded, text, near=near)
    if found.kind in (MatchKind.EXACT, MatchKind.FOLDED) or (found.kind is not None and not found.altered):
        return found
    if "[" in text:
        bracketed = _without_brackets(text, source, near)
        if bracketed is not None:
            return bracketed
    return _rejoined(text, source) or found


def _without_brackets(text: str, source: SourceIndex, near: Sequence[Span]) -> QuoteMatch | None:
    """The match of a quotation whose words in brackets stand for a few words of the source, or for none."""
    plain = _CASE.sub(r"\1", text)
    said = " ".join(match.group(1) for match in _BRACKET.finditer(plain) if not _DOTS.fullmatch(match.group(1)))
    if any(is_negation(token.text) or any(map(str.isdigit, token.text)) for token in tokens(fold(said).text)):
        return None
    cut = re.sub(r"^[\s.…]+|[\s.…]+$", "", _INSIDE_WORD.sub(" ... ", plain))
    found = find_quote(source.folded, cut, near=near)
    if found.kind not in (MatchKind.EXACT, MatchKind.FOLDED, MatchKind.ELIDED) or found.altered:
        return None
    own_gaps = sum(bool(_DOTS.fullmatch(match.group(1))) for match in _BRACKET.finditer(plain)) + plain.count("...")
    gaps = [source.text[left.end : right.start] for left, right in pairwise(found.spans)]
    wide = sum(len(gap.split()) > _MOST_REPLACED for gap in gaps)
    if wide > own_gaps + plain.count("…") or any(_tells(gap) for gap in gaps):
        return None
    return QuoteMatch(MatchKind.FUZZY, found.spans, found.occurrences)


def _tells(gap: str) -> bool:
    """Whether words that a bracket replaces carry a figure or a negation, which no bracket may take away."""
    return any(is_negation(token.text) or token.text[0].isdigit() for token in tokens(fold(gap).text))


def _rejoined(text: str, source: SourceIndex) -> QuoteMatch | None:
    """The match of a quotation that the article breaks to say who speaks."""
    if len(text.split()) < _FEWEST:
        return None
    for left, right in _broken(source):
        first, second = source.voices.speech.quotations.words(left), source.voices.speech.quotations.words(right)
        for joint in _joints(first, second):
            found = find_words(fold(joint + " " + second), text)
            if found.spans and found.spans[0].start < len(joint) < found.spans[0].end:
                start, end = left.inner.start + found.spans[0].start, right.inner.start - len(joint) - 1
                spans = (Span(start, left.inner.end), Span(right.inner.start, end + found.spans[0].end))
                return QuoteMatch(MatchKind.FUZZY, spans, (Span(spans[0].start, spans[1].end),))
    return None


def _joints(first: str, second: str) -> Iterator[str]:
    """How the first part may end where it is printed with the second: a new sentence needs its stop."""
    if not (second[:1].isupper() and first[-1] == ","):
        yield first
    if first[-1] == "," and second[:1].isupper():
        yield from (first[:-1] + stop for stop in ".!")
        if re.match(r"I\b", second):
            yield first


def _broken(source: SourceIndex) -> Iterator[tuple[Quotation, Quotation]]:
    """Two quotations of one paragraph and one speaker with no more than that speaker between them."""
    speech = source.voices.speech
    outer = [(number, each) for number, each in enumerate(speech.quotations.all) if each.inside is None]
    for (one, left), (two, right) in pairwise(outer):
        between = source.text[left.outer.end : right.outer.start]
        same = speech.of_quotation[one] is speech.of_quotation[two]
        if left.paragraph == right.paragraph and same and between.strip() and len(between) <= _MOST_BETWEEN:
            if any(stop in between.strip().rstrip(_STOPS) for stop in ".!?") and not _is_title(between):
                continue
            yield left, right


def _is_title(between: str) -> bool:
    """Whether the stops between are those of titles and initials ("said Dr. A. Lund")."""
    return all(len(word.rstrip(",.")) <= _FEWEST for word in between.split()[:-1] if word.endswith("."))
