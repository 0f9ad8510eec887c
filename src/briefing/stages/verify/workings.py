"""What the figures around a claim and in its source offer a derivation: operands, and what stands with what."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.records.article import TextUnit
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.stages.verify.candidates import OF_THE
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.derivations.cues import cues_of
from briefing.text.derivations.sums import LISTABLE
from briefing.text.derivations.workings import Workings
from briefing.text.wording import WORDS, content_stems, first_clause, lower_words, stem

_MAX_RANKED = 14
_SENTENCES = 2
_SHORT = 3
_OF_THE = 16
_REST_REACH = 70
_FROM_REACH = 30
_SIDE_WORDS = 3
_TURN_WORDS = 5
_MOST_LISTED = 6
_MOST_TERMS = 4
_LIST_GAP = 120
_JOINT = re.compile(r"\b(?:and|while|plus|with)\b|,")
_LAST_JOINT = re.compile(r"\b(?:and|while|plus|with)\b")
_OTHERS = re.compile(r"\s+(?:others?|more)\b", re.IGNORECASE)
_NO_JOINT = re.compile(r"^\W*(?:of|to|out|or|from|than)\b")
_OPERANDS = frozenset((Hedge.EXACT, Hedge.UP_TO, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.FEWER_THAN, Hedge.APPROXIMATE))
_NO_OPERANDS = frozenset((Kind.DATE, Kind.IDENTIFIER, Kind.ORDINAL, Kind.TIME, Kind.SCORE))


def workings_of(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Workings:
    """Everything that may serve to work ``figure`` out."""
    values = {(other.kind, other.stated) for other in claim.figures if other is not figure}
    telling = _telling(figure, claim, alignment)

    def general(each: Quantity) -> bool:
        return each.head is None or each.head in alignment.known.general_nouns

    covers = figure.head is not None and general(figure)

    def told(figures: Sequence[Quantity]) -> bool:
        return all((each.kind, each.stated) in values for each in figures)

    return Workings(
        _ranked(figure, source, alignment),
        together=lambda figures: _in_one_sentence(figures, source) or told(figures),
        general=general,
        told=told,
        named=lambda one, two: _named(one, two, claim, source, alignment),
        close=lambda figures: _close(figures, source),
        part=_part(figure, claim),
        direction=lambda change: _direction(change, claim, source),
        parted=lambda each: any(each in equation.parts for equation in source.equations if equation.holds),
        about=lambda each: bool(telling & source.stems_around(each.start)),
        older=lambda each: _older(each, claim, source, alignment),
        doubled=lambda figures: _doubled(figures, source),
        turn=_turn(figure, claim),
        happens=lambda each: bool(telling & alignment.source.of(each).clause),
        compared=lambda each: _compared(each, figure, claim, source),
        terms=terms_of(figure, claim),
        listed=lambda: _listed(figure, telling & alignment.claim.of(figure).near, source, covers),
    )


def _telling(figure: Quantity, claim: Claim, alignment: Alignment) -> frozenset[str]:
    """The claim's words that the source has as well, without those of the thing counted."""
    here = alignment.claim.of(figure)
    own = here.counted | ({stem(figure.head)} if figure.head is not None else frozenset())
    whole = OF_THE.match(claim.text, figure.end)
    if whole is not None:  # "£930,000 of the donations"
        own |= content_stems(claim.text[whole.end() : claim.span.end].split(" ", 1)[0], claim.language)
    return frozenset(word for word in here.sentence - own if word in alignment.source.rarity)


def _in_one_sentence(figures: Sequence[Quantity], source: SourceIndex) -> bool:
    return len({unit.id for each in figures if (unit := source.unit(each.start)) is not None}) == 1


def _named(one: Quantity, two: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """Whether the claim names two things, and each figure's sentence names one of them and not the other."""
    said = _capitals(claim.text[claim.span.start : claim.span.end])
    first, second = alignment.source.of(one), alignment.source.of(two)
    if one.kind is Kind.AGE:
        return bool(first.subject & said and second.subject & said and not first.subject & second.subject)
    left, right = _capitals(_sentence(one, source)) & said, _capitals(_sentence(two, source)) & said
    return bool(left - right and right - left)


def _capitals(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORDS.findall(text) if word[0].isupper() and len(word) > _SHORT)


def _sentence(figure: Quantity, source: SourceIndex) -> str:
    unit = source.unit(figure.start)
    return source.text[unit.start : unit.end] if unit is not None else ""


def _close(figures: Sequence[Quantity], source: SourceIndex) -> bool:
    places = [int(unit.id[1:]) for each in figures if (unit := source.unit(each.start)) is not None]
    return len(places) == len(figures) and max(places) - min(places) <= _SENTENCES


def _part(figure: Quantity, claim: Claim) -> bool:
    """Whether a whole stands right behind the figure: "eight of the nine counts"."""
    return any(
        0 < other.start - figure.end <= _OF_THE and OF_THE.fullmatch(claim.text, figure.end, other.start)
        for other in claim.figures
    )


def _direction(change: Quantity, claim: Claim, source: SourceIndex) -> int:
    """Whether the source says that a change was a rise (1) or a fall (-1); 0 if the words near by do not say."""
    known = cues_of(claim.language)
    behind = lower_words(source.text[change.end : change.end + _FROM_REACH])[:1]
    before = lower_words(source.text[max(0, change.start - _REST_REACH) : change.start])[-3:]
    for word in (*behind, *reversed(before)):
        if word in known.rising or word in known.falling:
            return 1 if word in known.rising else -1
    return 0


def _older(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> bool:
    """Whether the source prints a figure as what something was before."""
    known = cues_of(claim.language)
    if alignment.source.of(figure).role == "from":
        return True
    before = lower_words(source.text[max(0, figure.start - _FROM_REACH) : figure.start])[-1:]
    behind = lower_words(first_clause(source.text[figure.end : figure.end + _FROM_REACH]))[:_SIDE_WORDS]
    return bool(known.older_before.intersection(before)) or bool(known.older_behind.intersection(behind))


def _turn(figure: Quantity, claim: Claim) -> int:
    """1 if the words just before the figure, or right behind it, tell of a rise; -1 of a fall."""
    known = cues_of(claim.language)
    near = lower_words(claim.text[claim.span.start : figure.start])[-_TURN_WORDS:]
    near += lower_words(claim.text[figure.end : claim.span.end])[:1]
    up, down = not known.rising.isdisjoint(near), not known.falling.isdisjoint(near)
    return up - down


def _doubled(figures: Sequence[Quantity], source: SourceIndex) -> bool:
    """Whether one figure is a total that the source states of others among them."""
    values = [each.stated for each in figures]
    return any(
        equation.holds
        and equation.total.stated in values
        and equation.total.kind is figures[0].kind
        and any(part.stated in values for part in equation.parts)
        for equation in source.equations
    )


def _compared(distance: Quantity, figure: Quantity, claim: Claim, source: SourceIndex) -> int:
    """1 for "1.3 metres above the warning level" if the claim says the warning level, -1 for "below", else 0."""
    unit = source.unit(distance.start)
    if unit is None:
        return 0
    known = cues_of(claim.language)
    behind = first_clause(source.text[distance.end : unit.end])
    words = lower_words(behind)
    for at, word in enumerate(words[:_SIDE_WORDS]):
        if word in known.above or word in known.below:
            level = content_stems(" ".join(words[at + 1 :]), claim.language)
            said = content_stems(claim.text[claim.span.start : figure.start], claim.language)
            return (1 if word in known.above else -1) if level and level <= said else 0
    return 0


def terms_of(figure: Quantity, claim: Claim) -> int | None:
    """The three of "the three parties together hold 75 seats": a small count of other things before the figure."""
    before = [other for other in claim.figures if other.end <= figure.start]
    if len(before) != 1 or before[0].kind is not Kind.CARDINAL or before[0].hedge is not Hedge.EXACT:
        return None
    count = before[0]
    spelled = count.raw[:1].isalpha() and count.head is not None and count.head != figure.head
    small = count.stated is not None and 2 <= count.stated <= _MOST_TERMS
    return int(count.stated) if spelled and small and count.stated is not None else None


def _listed(
    figure: Quantity, telling: frozenset[str], source: SourceIndex, covers: bool
) -> Iterator[tuple[Quantity, ...]]:
    """The figures that one sentence about the claim's matter lists side by side, all of them."""
    if figure.kind not in LISTABLE or (figure.kind is Kind.CARDINAL and figure.head is None):
        return
    for unit in source.reading.units:
        figures = source.reading.quantities_in(unit.span)
        if len(figures) < 2 or not telling & source.stems_around(unit.start):
            continue
        parts = _parts(figure, figures, source.text, covers)
        if 2 <= len(parts) <= _MOST_LISTED and _side_by_side(parts, unit, source):
            yield parts


def _parts(figure: Quantity, figures: Sequence[Quantity], text: str, covers: bool) -> tuple[Quantity, ...]:
    alike = [each for each in figures if (each.kind, each.currency) == (figure.kind, figure.currency)]
    if figure.kind is not Kind.CARDINAL:
        return tuple(alike)
    if covers:
        # "One" is as often no count at all: "one of them said". "Three others" count what those before them do.
        headed = (each for each in alike if each.head is not None or _OTHERS.match(text, each.end))
        return tuple(each for each in headed if each.stated != 1)
    # "Five victims were found there, 12 in Leeds": a figure without a noun counts what the one before it does.
    same = [each for each in alike if each.head in (figure.head, None)]
    return tuple(same) if same and same[0].head is not None else ()


def _side_by_side(parts: Sequence[Quantity], unit: TextUnit, source: SourceIndex) -> bool:
    gaps = [source.text[one.end : two.start].lower() for one, two in pairwise(parts)]
    if any(each.hedge is not Hedge.EXACT or not each.stated for each in parts):
        return False
    if any(len(gap) > _LIST_GAP or not _JOINT.search(gap) or _NO_JOINT.search(gap) for gap in gaps):
        return False
    return any(_LAST_JOINT.search(gap) for gap in gaps)


def _ranked(figure: Quantity, source: SourceIndex, alignment: Alignment) -> tuple[Quantity, ...]:
    """The source's figures that could be operands, those whose words are most like the claim's first."""
    able = [
        other
        for other in source.figures
        if other.kind not in _NO_OPERANDS and other.hedge in _OPERANDS and other.stated is not None
    ]
    able.sort(key=lambda other: (-alignment.likeness(figure, other), other.start))
    return tuple(able[:_MAX_RANKED])
