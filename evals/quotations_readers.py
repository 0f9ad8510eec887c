"""Those who look for the same quotes in one run: ours, plain rapidfuzz, and langextract's aligner where installed."""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass

from briefing.text.critical import token_index
from briefing.text.fold import fold
from briefing.text.quotes import find_quote

Place = tuple[int, int]
LANGEXTRACT = "langextract"
INSTALL = "pip install 'briefing[bench]'"
_SCORE = 90.0
"""From this similarity on plain rapidfuzz says yes; a usual threshold."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where somebody says that a quote stands: nowhere if ``places`` is empty.

    ``marked`` says that the words are not called the same; ``nearest`` is what is shown for a quote that is absent.
    """

    places: tuple[Place, ...] = ()
    marked: bool = False
    nearest: Place | None = None


Ask = Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Contestant:
    """A name for the tables, and what makes a text ready to be asked for quotes."""

    name: str
    open: Callable[[str], Ask]


def contestants() -> tuple[Contestant, ...]:
    """Ours first, then rapidfuzz alone, then langextract, if it is there, as it comes and looking for whole quotes."""
    found = [Contestant("briefing", ours), Contestant("rapidfuzz", plain_rapidfuzz)]
    if importlib.util.find_spec("langextract"):
        found.append(Contestant(LANGEXTRACT, langextract_aligner))
        found.append(Contestant(f"{LANGEXTRACT} 2", lambda text: langextract_aligner(text, partial=False)))
    return tuple(found)


def ours(text: str) -> Ask:
    """The grounding of the package; the text is folded and its index built once."""
    source = fold(text)
    token_index(source.text)

    def ask(quote: str) -> Answer:
        match = find_quote(source, quote)
        nearest = (match.nearest.start, match.nearest.end) if match.nearest else None
        return Answer(tuple((span.start, span.end) for span in match.spans), match.altered, nearest)

    return ask


def plain_rapidfuzz(text: str) -> Ask:
    """The most similar stretch of small letters, widened to whole words; it knows only yes and no."""
    from rapidfuzz import fuzz

    small = _small(text)

    def ask(quote: str) -> Answer:
        found = fuzz.partial_ratio_alignment(_small(quote), small, score_cutoff=_SCORE)
        if found is None or found.dest_end <= found.dest_start or len(quote) > len(text):
            return Answer()
        start, end = found.dest_start, found.dest_end
        while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
        return Answer(((start, end),))

    return ask


def langextract_aligner(text: str, *, partial: bool = True) -> Ask:
    """``WordAligner.align_extractions``, one quote at a time; only its exact status is unmarked.

    By default it is content with the part of a quote in front of the first difference; without ``partial`` it looks
    for the whole.
    """
    from langextract.core.data import AlignmentStatus, Extraction
    from langextract.resolver import WordAligner

    def ask(quote: str) -> Answer:
        groups = WordAligner().align_extractions([[Extraction("quote", quote)]], text, accept_match_lesser=partial)
        interval = groups[0][0].char_interval if groups and groups[0] else None
        if interval is None or interval.start_pos is None or interval.end_pos is None:
            return Answer()
        marked = groups[0][0].alignment_status is not AlignmentStatus.MATCH_EXACT
        return Answer(((interval.start_pos, interval.end_pos),), marked)

    return ask


def _small(text: str) -> str:
    """Small letters, one for each character, so that places stay what they are."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
