"""Counts of the members of a printed list: of the source's lists of names, and of the claim's own list."""

from collections.abc import Iterator

from briefing.records.quantity import Hedge, Kind, Quantity, Words
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.derivations.cues import cues_of
from briefing.text.derivations.lists import PrintedList, lists_of, own_list
from briefing.text.derivations.workings import Derivation
from briefing.text.quotes import find_words
from briefing.text.wording import WORDS, content_stems, stem

_MOST = 30
_HEDGES = (Hedge.EXACT, Hedge.AT_LEAST)
_ARTICLES = ("a ", "an ", "the ")


def counted(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Derivation | None:
    """The list that has as many members as ``figure`` says; ``None`` if it counts nothing that is listed."""
    count = figure.stated
    if figure.kind is not Kind.CARDINAL or figure.head is None or figure.hedge not in _HEDGES or count is None:
        return None
    if not 2 <= count <= _MOST or count != int(count):
        return None
    own = _own(figure, int(count), claim, source)
    if own is not None:
        return own
    fitting = [each for each in _lists(figure, claim, source, alignment) if len(each.members) == int(count)]
    fitting = [each for each in fitting if figure.hedge is Hedge.AT_LEAST or not each.partial]
    return _derivation(figure, fitting[0].members, len(fitting) - 1) if fitting else None


def _derivation(figure: Quantity, members: tuple[Words, ...], others: int = 0) -> Derivation:
    text = f"{', '.join(member.text for member in members)}: {len(members)}"
    if figure.hedge is Hedge.AT_LEAST:
        text += " by name"
    return Derivation("count", members, text, alternatives=others)


def _lists(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Iterator[PrintedList]:
    """The source's lists of things with the figure's noun, in sentences that tell something else of the claim too."""
    noun = figure.head or ""
    known = cues_of(claim.language)
    telling = frozenset(word for word in claim.stems if word in alignment.source.rarity) - {stem(noun)}
    for unit in source.reading.units:
        if telling & source.stems_around(unit.start):
            yield from lists_of(noun, source.text, unit.start, unit.end, known)


def _own(figure: Quantity, count: int, claim: Claim, source: SourceIndex) -> Derivation | None:
    """As in "three places: a barn, a shed and a hall", if one passage of the source names every one of them."""
    end = max(figure.end, figure.counted.end if figure.counted is not None else 0)
    members = own_list(claim.text[end : claim.span.end])
    if len(members) != count or figure.hedge is not Hedge.EXACT:
        return None
    stems = [content_stems(member, claim.language) for member in members]
    for unit in source.reading.units:
        if all(each and each <= source.stems_around(unit.start) for each in stems):
            words = tuple(_found(member, unit.start, unit.end, source) for member in members)
            return _derivation(figure, tuple(each for each in words if each is not None))
    return None


def _found(member: str, start: int, end: int, source: SourceIndex) -> Words | None:
    """A member where the source prints it in ``start:end``; its longest word where it is not printed whole."""
    bare = member
    for article in _ARTICLES:
        bare = bare.removeprefix(article)
    for words in (bare, max(WORDS.findall(bare), key=len)):
        for span in find_words(source.folded, words).spans:
            if start <= span.start < end:
                return Words(source.text[span.start : span.end], span.start, span.end)
    return None
