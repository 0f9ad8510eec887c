"""Proves a figure that the source does not print from figures that it does, with the working shown."""

from collections.abc import Sequence

from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import Hedge, Kind, Quantity, Words
from briefing.records.spans import Span
from briefing.stages.verify.candidates import OF_THE, in_cents_of
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.derivations import Workings, cues_of, derive
from briefing.text.wording import WORDS, lower_words

_MAX_RANKED = 14
_NEAR = 6
_SENTENCES = 2
_SHORT = 3
_OF_THE = 16
_REST_REACH = 70
_FROM_REACH = 30
_THEN = "then"
_OPERANDS = frozenset((Hedge.EXACT, Hedge.UP_TO, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.FEWER_THAN))
_NO_OPERANDS = frozenset((Kind.DATE, Kind.IDENTIFIER, Kind.ORDINAL, Kind.TIME, Kind.SCORE))


def derived_finding(figure: Quantity, claim: Claim, source: SourceIndex, alignment: Alignment) -> Finding | None:
    """The finding that proves ``figure`` from others, or ``None`` if no cue and no operands do."""
    language, figure = claim.language, in_cents_of(figure, source)
    operands = _ranked(figure, source, alignment)
    if not operands:
        return None
    values = {(other.kind, other.stated) for other in claim.figures if other is not figure}

    def together(figures: Sequence[Quantity]) -> bool:
        units = {unit.id for each in figures if (unit := source.unit(each.start)) is not None}
        return len(units) == 1 or all((each.kind, each.stated) in values for each in figures)

    def general(each: Quantity) -> bool:
        return each.head is None or each.head in alignment.known.general_nouns

    def told(figures: Sequence[Quantity]) -> bool:
        return all((each.kind, each.stated) in values for each in figures)

    workings = Workings(
        operands,
        together,
        general,
        told=told,
        named=lambda one, two: _named(one, two, claim, source, alignment),
        close=lambda figures: _close(figures, source),
        part=_part(figure, claim),
        direction=lambda change: _direction(change, claim, source),
        parted=lambda each: any(each in equation.parts for equation in source.equations if equation.holds),
    )
    cues = _words_near(figure, claim)
    if figure.kind is Kind.PERCENT:
        cues += _rest_behind(operands, source)
    if _told_of_then(claim, operands, source):
        cues.append(_THEN)
    found = derive(figure, cues, workings, cues_of(language))
    if found is None:
        return None
    working = Working(
        operation=found.operation,
        operands=tuple(Words(each.raw, each.start, each.end) for each in found.operands),
        result=claim.words(figure),
        expression=found.expression,
        alternatives=found.alternatives,
    )
    places = ", ".join(f"{each.raw} ({source.where(each.start)})" for each in found.operands)
    message = f"The article's figures give it: {found.expression}, from {places}."
    if found.alternatives:
        message += f" {found.alternatives} other set(s) of its figures would give it too."
    evidence = tuple(source.evidence(Span(each.start, each.end)) for each in found.operands)
    return Finding(CheckName.ARITHMETIC, Status.DERIVED, Code.DERIVED, message, claim.words(figure), evidence, working)


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


def _told_of_then(claim: Claim, operands: Sequence[Quantity], source: SourceIndex) -> bool:
    """Whether the claim speaks of the time that a change is counted from: "up 2.4 points from 2021"."""
    behind = [source.text[each.end : each.end + _FROM_REACH].lower().split(" from ") for each in operands]
    return any(date.raw.lower() in words[1] for date in claim.dates for words in behind if len(words) > 1)


def _direction(change: Quantity, claim: Claim, source: SourceIndex) -> int:
    """Whether the source says that a change was a rise (1) or a fall (-1); 0 if the words near by do not say."""
    known = cues_of(claim.language)
    behind = lower_words(source.text[change.end : change.end + _FROM_REACH])[:1]
    before = lower_words(source.text[max(0, change.start - _REST_REACH) : change.start])[-3:]
    for word in (*behind, *reversed(before)):
        if word in known.rising or word in known.falling:
            return 1 if word in known.rising else -1
    return 0


def _rest_behind(operands: Sequence[Quantity], source: SourceIndex) -> list[str]:
    """The words just behind the source's shares: "60 percent. The town is to borrow the rest"."""
    shares = [each for each in operands if each.kind is Kind.PERCENT]
    return [word for each in shares for word in lower_words(source.text[each.end : each.end + _REST_REACH])]


def _words_near(figure: Quantity, claim: Claim) -> list[str]:
    """The claim's words close to the figure; a cue elsewhere in the sentence speaks of something else."""
    before = lower_words(claim.text[claim.span.start : figure.start])[-_NEAR:]
    behind = lower_words(claim.text[figure.end : claim.span.end])[:_NEAR]
    return before + behind


def _ranked(figure: Quantity, source: SourceIndex, alignment: Alignment) -> tuple[Quantity, ...]:
    """The source's figures that could be operands, those whose words are most like the claim's first."""
    able = [
        other
        for other in source.figures
        if other.kind not in _NO_OPERANDS and other.hedge in _OPERANDS and other.stated is not None
    ]
    able.sort(key=lambda other: (-alignment.likeness(figure, other), other.start))
    return tuple(able[:_MAX_RANKED])
