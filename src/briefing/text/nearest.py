"""The words of a source most similar to a quotation that it does not have, and in what the two differ."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import groupby

from briefing.records.spans import Span
from briefing.text.critical import Token, TokenIndex, is_critical, is_negation, token_index, tokens
from briefing.text.fold import Folded
from briefing.text.wordwise import REACH, Step, pair

CUT_OFF = 90.0
"""Similarity, in percent of characters, from which other wording still counts as the same quotation."""
_NEAREST_CUT_OFF = 60.0
"""Below this the nearest words would only mislead."""
_MIN_WORDS = 4
_MIN_CHARS = 20
_MAX_WORDS = 400
_FOREIGN_WORDS = 4
"""So many words in a row that the source does not have there are no slip: somebody else's words stand in the quote."""
_LOOKS_ALIKE = 60.0
"""Similarity, in percent of characters, of two runs of words that may be the same with slips."""
_PLACES = 2_000
"""Places of words that are looked up for one quotation, those of its rarest words first."""
_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class NearestWords:
    """The most similar words; ``agrees`` when they may count as the same quotation.

    ``spans`` are all places that are equally similar, in text order, ``span`` the first of them.
    """

    spans: tuple[Span, ...]
    agrees: bool
    differences: tuple[str, ...]

    @property
    def span(self) -> Span:
        """The first of the places."""
        return self.spans[0]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words of the quotation and the words of the source in their place."""

    quoted: tuple[Token, ...]
    printed: tuple[Token, ...]

    @property
    def is_split(self) -> bool:
        """Whether only the places where words are split differ ("re examined", "reexamined").

        Never for figures and negations: "20 15" is not "2015", and "not able" is not "notable".
        """
        words = [token.text for token in (*self.quoted, *self.printed)]
        if any(is_negation(word) or any(char.isdigit() for char in word) for word in words):
            return False
        return "".join(token.text for token in self.quoted) == "".join(token.text for token in self.printed)

    @property
    def is_foreign(self) -> bool:
        """Whether the quotation has a run of words here that nothing in the source resembles."""
        from rapidfuzz import fuzz

        if len(self.quoted) < _FOREIGN_WORDS:
            return False
        quoted, printed = (" ".join(token.text for token in side) for side in (self.quoted, self.printed))
        return fuzz.ratio(quoted, printed) < _LOOKS_ALIKE


@dataclass(frozen=True, slots=True)
class _Candidate:
    ratio: float
    first: Token
    last: Token
    edits: tuple[_Edit, ...]


def nearest_words(source: Folded, quote: Folded) -> NearestWords | None:
    """The most similar words of ``source``, or ``None`` when nothing is similar enough to show.

    They agree when at least nine characters in ten are the same, no figure, number word, negation or name differs, and
    no four words in a row are foreign to the source. Time grows with the length of the quotation and hardly with the
    source, whose index is kept.
    """
    wanted = tokens(quote.text)[:_MAX_WORDS]
    if not wanted:
        return None
    index = token_index(source.text)
    best = _best(source.text, quote.text, wanted, index)
    if not best or best[0].ratio < _NEAREST_CUT_OFF:
        return None
    edits = [edit for edit in best[0].edits if not edit.is_split]
    long_enough = len(wanted) >= _MIN_WORDS and len(quote.text) >= _MIN_CHARS and len(wanted) < _MAX_WORDS
    agrees = (
        long_enough
        and best[0].ratio >= CUT_OFF
        and not any(edit.is_foreign or _changes_the_claim(edit, source, quote) for edit in edits)
    )
    spans = sorted(source.original_span(one.first.start, one.last.end) for one in best)
    return NearestWords(tuple(spans), agrees, tuple(_in_words(edit, source, quote) for edit in edits))


def _best(text: str, quote: str, wanted: tuple[Token, ...], index: TokenIndex) -> list[_Candidate]:
    """The most similar stretch, and those beside it that have the same words."""
    from rapidfuzz.distance import Indel

    words = [token.text for token in wanted]
    offsets = _offsets(index, wanted)
    windows = {offset: [token.text for token in _window(index, offset, len(words))] for offset in offsets}
    distances = {offset: Indel.distance(words, window) - len(window) for offset, window in windows.items()}
    least = min(distances.values(), default=0)
    found: dict[int, _Candidate] = {}
    for offset in offsets:
        if distances[offset] == least:
            one = _align(text, index, quote, wanted, offset)
            if one is not None:
                found.setdefault(one.first.start, one)
    best = max(found.values(), key=lambda one: one.ratio, default=None)
    if best is None:
        return []
    same = text[best.first.start : best.last.end]
    return [one for one in found.values() if one is best or text[one.first.start : one.last.end] == same]


def _offsets(index: TokenIndex, wanted: tuple[Token, ...]) -> list[int]:
    """The likeliest places of the quotation's first word, counted in tokens: where most words line up."""
    places = [(index.places.get(token.text, ()), number) for number, token in enumerate(wanted)]
    places.sort(key=lambda found: len(found[0]))
    votes: Counter[int] = Counter()
    left = _PLACES
    for found, number in places:
        votes.update([place - number for place in found[:left]])
        left -= len(found)
        if left <= 0:
            break
    likeliest = nsmallest(4 * _CANDIDATES, votes, key=lambda place: (-votes[place], place))
    near = {place: votes[place] * 2 + votes[place - 1] + votes[place + 1] for place in likeliest}
    return sorted(near, key=lambda place: (-near[place], place))[:_CANDIDATES]


def _window(index: TokenIndex, offset: int, length: int) -> tuple[Token, ...]:
    return index.tokens[max(0, offset - REACH) : max(0, offset + length + REACH)]


def _align(text: str, index: TokenIndex, quote: str, wanted: tuple[Token, ...], offset: int) -> _Candidate | None:
    from rapidfuzz import fuzz

    window = _window(index, offset, len(wanted))
    steps = pair([token.text for token in wanted], [token.text for token in window], offset - max(0, offset - REACH))
    if not steps or steps[-1].end <= steps[0].start:
        return None
    first, last = window[steps[0].start], window[steps[-1].end - 1]
    edits = tuple(
        _Edit(wanted[run[0].first : run[-1].last], window[run[0].start : run[-1].end])
        for same, run in _runs(steps, wanted, window)
        if not same
    )
    return _Candidate(fuzz.ratio(quote, text[first.start : last.end]), first, last, edits)


def _runs(steps: Sequence[Step], wanted: tuple[Token, ...], window: tuple[Token, ...]) -> list[tuple[bool, list[Step]]]:
    """Steps next to each other that all keep the word, or all change it."""

    def keeps(step: Step) -> bool:
        quoted, printed = wanted[step.first : step.last], window[step.start : step.end]
        return len(quoted) == len(printed) == 1 and quoted[0].text == printed[0].text

    return [(same, list(run)) for same, run in groupby(steps, key=keeps)]


def _changes_the_claim(edit: _Edit, source: Folded, quote: Folded) -> bool:
    return any(
        is_critical(token.text, printed=_printed(token, text))
        for text, side in ((quote, edit.quoted), (source, edit.printed))
        for token in side
    )


def _printed(token: Token, text: Folded) -> str:
    span = text.original_span(token.start, token.end)
    return text.original[span.start : span.end]


def _in_words(edit: _Edit, source: Folded, quote: Folded) -> str:
    quoted = " ".join(_printed(token, quote) for token in edit.quoted)
    printed = " ".join(_printed(token, source) for token in edit.printed)
    if not printed:
        return f"adds {quoted!r}"
    return f"leaves out {printed!r}" if not quoted else f"has {quoted!r} for {printed!r}"
