"""The words of a source most similar to a quotation that it does not have, and in what the two differ."""

from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby, takewhile
from operator import itemgetter

from briefing.records.spans import Span
from briefing.text.critical import Token, TokenIndex, is_critical, is_negation, token_index, tokens
from briefing.text.fold import Folded
from briefing.text.wordwise import pair

CUT_OFF = 90.0
"""Similarity, in percent of characters, from which other wording still counts as the same quotation."""
_NEAREST_CUT_OFF = 60.0
"""Below this the nearest words would only mislead."""
_MIN_WORDS = 4
_MIN_CHARS = 20
_MAX_WORDS = 400
_FOREIGN_WORDS = 2
"""Words that may stand in the quotation and not in the source, slips apart; with more, somebody else speaks."""
_PLACES = 800
"""Places of words that are looked up for one quotation, those of its rarest words first."""
_CANDIDATES = 4
_REACHES = (3, 8)
"""Words by which the quotation may drift from the source; the second is tried where the first finds too little."""
_WORTH_ANOTHER_LOOK = 0.75
"""Share of the words that must stand near the place in their order, or no pairing makes it the same quotation."""


@dataclass(frozen=True, slots=True)
class NearestWords:
    """The most similar words; ``agrees`` when they may count as the same quotation.

    ``start`` and ``end`` are their place in the folded source, ``span`` the one in the original.
    """

    span: Span
    start: int
    end: int
    agrees: bool
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words of the quotation and the words of the source in their place."""

    quoted: tuple[Token, ...]
    printed: tuple[Token, ...]
    foreign: int
    """Words of the quotation that no word of the source resembles."""

    @property
    def is_split(self) -> bool:
        """Whether only the places where words are split differ ("re examined", "reexamined").

        Never for figures and negations: "20 15" is not "2015", and "not able" is not "notable".
        """
        words = [token.text for token in (*self.quoted, *self.printed)]
        if any(is_negation(word) or any(char.isdigit() for char in word) for word in words):
            return False
        return "".join(token.text for token in self.quoted) == "".join(token.text for token in self.printed)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The words of the source that a quotation was paired with."""

    first: Token
    last: Token
    edits: tuple[_Edit, ...]
    beyond: tuple[str, ...]
    """Words just outside, where the quotation has a word there that the source has not."""

    @property
    def foreign(self) -> int:
        """Words of the quotation that the source does not have."""
        return sum(edit.foreign for edit in self.edits)


def nearest_words(source: Folded, quote: Folded) -> NearestWords | None:
    """The most similar words of ``source``, or ``None`` when nothing is similar enough to show.

    They agree when at least nine characters in ten are the same, no figure, number word, negation or name differs, and
    no more than two words are foreign to the source. Time grows with the length of the quotation and hardly with the
    source, whose index is kept.
    """
    from rapidfuzz import fuzz

    wanted = tokens(quote.text)[:_MAX_WORDS]
    if not wanted:
        return None
    index = token_index(source.text)
    best = _best(index, wanted)
    if best is None:
        return None
    ratio = fuzz.ratio(quote.text, source.text[best.first.start : best.last.end])
    if ratio < _NEAREST_CUT_OFF:
        return None
    edits = [edit for edit in best.edits if not edit.is_split]
    long_enough = len(wanted) >= _MIN_WORDS and len(quote.text) >= _MIN_CHARS and len(wanted) < _MAX_WORDS
    agrees = (
        long_enough
        and ratio >= CUT_OFF
        and best.foreign <= _FOREIGN_WORDS
        and not any(is_negation(word) for word in best.beyond)
        and not any(_changes_the_claim(edit, source, quote) for edit in edits)
    )
    start, end = best.first.start, best.last.end
    differences = tuple(_in_words(edit, source, quote) for edit in edits)
    return NearestWords(source.original_span(start, end), start, end, agrees, differences)


def _best(index: TokenIndex, wanted: tuple[Token, ...]) -> _Stretch | None:
    """The stretch that most words of the quotation stand in; ``None`` if none has half of them in their order."""
    from rapidfuzz.distance import LCSseq

    words = [token.text for token in wanted]
    reach = _REACHES[-1]
    common = {
        offset: LCSseq.similarity(words, index.words[max(0, offset - reach) : max(0, offset + len(words) + reach)])
        for offset in _offsets(index, words)
    }
    offset = max(common, key=lambda one: common[one], default=0)
    if not common or 2 * common[offset] < len(words):
        return None
    best = _align(index, wanted, offset, _REACHES[0])
    if best is None or (best.foreign > _FOREIGN_WORDS and common[offset] >= _WORTH_ANOTHER_LOOK * len(words)):
        best = _align(index, wanted, offset, reach)
    return best


def _offsets(index: TokenIndex, words: list[str]) -> list[int]:
    """The likeliest places of the quotation's first word, counted in tokens: where most words line up."""
    places = [(index.places.get(word, []), number) for number, word in enumerate(words)]
    places.sort(key=lambda found: len(found[0]))
    votes: Counter[int] = Counter()
    left = _PLACES
    for found, number in places:
        votes.update([place - number for place in found[:left]])
        left -= len(found)
        if left <= 0:
            break
    likeliest = [place for place, _ in nlargest(4 * _CANDIDATES, votes.items(), key=itemgetter(1))]
    near = {place: votes[place] * 2 + votes[place - 1] + votes[place + 1] for place in likeliest}
    return sorted(near, key=lambda place: (-near[place], place))[:_CANDIDATES]


def _align(index: TokenIndex, wanted: tuple[Token, ...], offset: int, reach: int) -> _Stretch | None:
    begin, stop = max(0, offset - reach), max(0, offset + len(wanted) + reach)
    window = index.tokens(begin, stop)
    steps = pair([token.text for token in wanted], index.words[begin:stop], offset - begin, reach=reach)
    if not steps or steps[-1].end <= steps[0].start:
        return None
    first, last = steps[0].start, steps[-1].end
    edits = tuple(
        _Edit(
            wanted[run[0].first : run[-1].last], window[run[0].start : run[-1].end], sum(step.foreign for step in run)
        )
        for same, run in ((same, list(group)) for same, group in groupby(steps, key=lambda step: step.same))
        if not same
    )
    ahead, behind = (len(list(takewhile(lambda step: step.added, side))) for side in (steps, reversed(steps)))
    first, last = begin + first, begin + last
    beyond = (index.words[max(0, first - ahead - 1) : first] if ahead else ()) + (
        index.words[last : last + behind + 1] if behind else ()
    )
    return _Stretch(index.tokens(first, first + 1)[0], index.tokens(last - 1, last)[0], edits, beyond)


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
