"""The words of a source most similar to a quotation that it does not have, and in what the two differ."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from briefing.records.spans import Span
from briefing.text.critical import Token, TokenIndex, is_critical, is_negation, token_index, tokens
from briefing.text.fold import Folded

CUT_OFF = 90.0
"""Similarity, in percent of characters, from which other wording still counts as the same quotation."""
_NEAREST_CUT_OFF = 60.0
"""Below this the nearest words would only mislead."""
_MIN_WORDS = 4
_MIN_CHARS = 20
_MAX_WORDS = 400
_COMMON_WORD = 60
"""A word that stands more often than this says nothing about the place."""
_SLACK = 3
"""Words by which the window may be wider than the quotation, on each side."""
_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class NearestWords:
    """The most similar words; ``agrees`` when they may count as the same quotation."""

    span: Span
    agrees: bool
    differences: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    ratio: float
    first: Token
    last: Token
    edits: tuple[_Edit, ...]


def nearest_words(source: Folded, quote: Folded) -> NearestWords | None:
    """The most similar words of ``source``, or ``None`` when nothing is similar enough to show.

    They agree when at least nine characters in ten are the same and no figure, number word, negation or name
    differs. Time grows with the length of the quotation and hardly with the source, whose index is kept.
    """
    wanted = tokens(quote.text)[:_MAX_WORDS]
    if not wanted:
        return None
    index = token_index(source.text)
    candidates = [_align(source.text, index, quote.text, wanted, offset) for offset in _offsets(index, wanted)]
    best = max((one for one in candidates if one is not None), key=lambda one: one.ratio, default=None)
    if best is None or best.ratio < _NEAREST_CUT_OFF:
        return None
    edits = [edit for edit in best.edits if not edit.is_split]
    long_enough = len(wanted) >= _MIN_WORDS and len(quote.text) >= _MIN_CHARS and len(wanted) < _MAX_WORDS
    agrees = (
        long_enough and best.ratio >= CUT_OFF and not any(_changes_the_claim(edit, source, quote) for edit in edits)
    )
    span = source.original_span(best.first.start, best.last.end)
    return NearestWords(span, agrees, tuple(_in_words(edit, source, quote) for edit in edits))


def _offsets(index: TokenIndex, wanted: tuple[Token, ...]) -> list[int]:
    """The likeliest places of the quotation's first word, counted in tokens: where most words line up."""
    votes: Counter[int] = Counter()
    for limit in (_COMMON_WORD, len(index.tokens)):
        for number, token in enumerate(wanted):
            places = index.places.get(token.text, ())
            if len(places) <= limit:
                votes.update(place - number for place in places[:_COMMON_WORD])
        if votes:
            break
    near = {place: votes[place] * 2 + votes[place - 1] + votes[place + 1] for place in votes}
    return sorted(near, key=lambda place: (-near[place], place))[:_CANDIDATES]


def _align(text: str, index: TokenIndex, quote: str, wanted: tuple[Token, ...], offset: int) -> _Candidate | None:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    begin = max(0, offset - _SLACK)
    window = index.tokens[begin : max(begin, offset + len(wanted) + _SLACK)]
    steps = list(Levenshtein.opcodes([token.text for token in wanted], [token.text for token in window]))
    # Words of the window before the first and after the last word of the quotation are not part of it.
    while steps and steps[0].tag == "insert":
        steps.pop(0)
    while steps and steps[-1].tag == "insert":
        steps.pop()
    if not steps or steps[-1].dest_end <= steps[0].dest_start:
        return None
    first, last = window[steps[0].dest_start], window[steps[-1].dest_end - 1]
    edits = tuple(
        _Edit(wanted[run[0].src_start : run[-1].src_end], window[run[0].dest_start : run[-1].dest_end])
        for same, run in ((same, list(group)) for same, group in groupby(steps, key=lambda step: step.tag == "equal"))
        if not same
    )
    return _Candidate(fuzz.ratio(quote, text[first.start : last.end]), first, last, edits)


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
