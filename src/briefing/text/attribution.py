"""Who says what: the attributions of a text, with the words that each of them covers.

An attribution is a verb of speech with the words for the one who speaks ("the fire service said", "according to
police"), or a quotation beside its subject without such a verb. It covers the quotations of its sentence, the clause
that it reports, and the quotations that follow in the paragraph until somebody else speaks.

Only ``language`` with a table of verbs is read; any other gives quotations without speakers.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from briefing.records.article import Reading
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.text.quotations import Quotation, Quotations, quotations
from briefing.text.speech_frames import Frame, frames
from briefing.text.speech_mentions import Mention, mentions, nested_mention, subject_of
from briefing.text.speech_words import SpeechWords, speech_words

IMPLIED = "implied"
"""The kind of an attribution without a verb of speech: a quotation beside a subject, or behind a sentence about one."""
_ENOUGH_WORDS = 2
_DIRECTLY = 2
_ASIDE = 4
_INSIDE = 6
"""Characters between a verb and the subject of what it reports ("that")."""
_LEADS_IN = re.compile(r"[,:]?\s*(?:that|it|him|her|them|as|to be|of|how|what|the \w+)?[\s,:]*")
_TURNS = re.compile(r"(?:;|\b(?:but|while|whereas|although))\s*$", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words given to somebody.

    ``who`` is the whole phrase ("Luis Carranza, an analyst at Delmar Securities", "she", "officials"), ``None`` when
    the text has none. ``verb`` is empty, at the place of the quotation, when ``kind`` is ``IMPLIED``. ``kind`` is the
    verb's class in ``data/speech.<language>.toml``. ``covers`` are the quotations, with their marks, and the reported
    clause, in text order; ``indirect`` says that no quotation is among them. ``carried`` says that the speaker was
    named in an earlier sentence only.
    """

    who: Words | None
    verb: Words
    kind: str
    covers: tuple[Span, ...]
    indirect: bool
    sentence: Span
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """The attributions of one text in text order, and its quotations with what is said by whom."""

    text: str
    attributions: tuple[Attribution, ...]
    quotations: Quotations
    of_quotation: tuple[Attribution | None, ...]
    """The attribution of each quotation, in the order of ``quotations.all``."""
    frames: tuple[Frame, ...]
    _starts: tuple[int, ...]

    def said_at(self, span: Span) -> Attribution | None:
        """Who says the words at ``span``: by their quotation if they stand in one, else by the clause around them."""
        for number in range(len(self.quotations.all) - 1, -1, -1):
            if self.quotations.all[number].outer.contains(span):
                return self.of_quotation[number]
        found = [each for each in self.attributions if any(cover.contains(span) for cover in each.covers)]
        return max(found, key=lambda each: each.verb.start, default=None)

    def frame_at(self, offset: int) -> int | None:
        """The number of the sentence, a quotation counted with the words around it, that covers ``offset``."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.frames[number].end else None


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    """Every attribution of an article in text order."""
    return speech(reading.text, reading.article.language).attributions


@lru_cache(maxsize=8)
def speech(text: str, language: str = "en") -> Speech:
    """The quotations of ``text`` and who says what. Kept for the last few texts; raises nothing."""
    quoted = quotations(text)
    words = speech_words(language)
    if words is None:
        return Speech(text, (), quoted, tuple(None for _ in quoted.all), (), ())
    reader = _Reader(quoted, words, frames(text, quoted, words))
    for number in range(len(reader.frames)):
        _attribute(reader, number)
    _nest(reader)
    found, of = reader.found, reader.of
    return Speech(
        text=text,
        attributions=tuple(sorted(found, key=lambda each: (each.sentence.start, each.verb.start))),
        quotations=quoted,
        of_quotation=tuple(found[of[number]] if number in of else None for number in range(len(quoted.all))),
        frames=reader.frames,
        _starts=tuple(frame.start for frame in reader.frames),
    )


@dataclass(slots=True)
class _Reader:
    """What is known so far while one text is read from start to end."""

    quoted: Quotations
    words: SpeechWords
    frames: tuple[Frame, ...]
    found: list[Attribution] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    """Which of ``found`` each quotation has."""

    def outer(self, numbers: Sequence[int]) -> list[Span]:
        """The quotations with these numbers, with their marks."""
        return [self.quoted.all[number].outer for number in numbers]

    def add(self, attribution: Attribution, numbers: Sequence[int]) -> None:
        """Keep an attribution, and that these quotations are its."""
        self.of.update(dict.fromkeys(numbers, len(self.found)))
        self.found.append(attribution)

    def last_in(self, frame: Frame) -> int | None:
        """The attribution of a sentence that what follows goes on with."""
        carried = [self.of[number] for number in frame.quotations if number in self.of]
        if carried:
            return carried[-1]
        own = [index for index, each in enumerate(self.found) if each.sentence.start == frame.start]
        turned = [index for index in own if takes_over(self.found[index], frame)]
        return turned[-1] if turned else next(iter(own), None)


def takes_over(attribution: Attribution, frame: Frame) -> bool:
    """Whether another speaker takes over in the middle of a sentence ("X said yes, but Y said no")."""
    if attribution.who is None:
        return False
    return _TURNS.search(frame.masked, 0, max(0, attribution.who.start - frame.start)) is not None


def _attribute(reader: _Reader, number: int) -> None:
    """Add the attributions of one sentence, and whose its quotations are."""
    frame = reader.frames[number]
    said = mentions(frame, reader.words)
    if not said:
        if frame.quotations:
            _imply(reader, number)
        return
    by: dict[int, list[int]] = {}
    for quotation in frame.quotations:
        by.setdefault(_speaks(reader.quoted.all[quotation], said, frame), []).append(quotation)
    sentence = Span(frame.start, frame.end)
    for index, mention in enumerate(said):
        own = by.get(index, [])
        covers = tuple(sorted(reader.outer(own) + _clauses(frame, said, index)))
        reader.add(Attribution(mention.who, mention.verb, mention.kind, covers, not own, sentence), own)


def _speaks(quotation: Quotation, said: list[Mention], frame: Frame) -> int:
    """Which of the sentence's mentions gives the quotation its speaker."""
    start, end = quotation.outer.start, quotation.outer.end
    before = [index for index, mention in enumerate(said) if mention.end <= start]
    behind = [index for index, mention in enumerate(said) if mention.start >= end]
    if before and behind:
        last = said[before[-1]]
        led_in = _LEADS_IN.fullmatch(frame.masked[last.end - frame.start : start - frame.start])
        if led_in is None and said[behind[0]].start - end <= _DIRECTLY:
            return behind[0]
    if before:
        return before[-1]
    return behind[0] if behind else 0


def _clauses(frame: Frame, said: list[Mention], index: int) -> list[Span]:
    """The words that a mention reports: behind it, or before it where it stands at the end or between commas."""
    mention = said[index]
    floor = said[index - 1].end if index else frame.start
    # "She said the ministry had offered ...": what the ministry offered is part of what she said.
    behind_it = [each for each in said[index + 1 :] if each.shared or each.start - mention.end > _INSIDE]
    ceiling = behind_it[0].start if behind_it else frame.end
    head = frame.masked[floor - frame.start : mention.start - frame.start]
    tail = frame.masked[mention.end - frame.start : ceiling - frame.start]
    behind, before = _trimmed(tail, mention.end), _trimmed(head, floor)
    if head.rstrip().endswith("\0") and not mention.shared:
        return []  # `"...," she told the court`
    trailing = mention.inverted or (
        head.rstrip().endswith(",") and before is not None and not mention.shared and _is_aside(tail)
    )
    spans = (before, behind) if trailing and tail.lstrip().startswith(",") else (before if trailing else behind,)
    return [span for span in spans if span is not None]


def _trimmed(piece: str, at: int) -> Span | None:
    """The span of ``piece`` at ``at`` without the marks around it; ``None`` for a word or less."""
    if len(_WORD.findall(piece.replace("\0", " "))) < _ENOUGH_WORDS:
        return None
    lead = len(piece) - len(piece.lstrip(" ,:;"))
    return Span(at + lead, at + len(piece.rstrip(" ,;.")))


def _is_aside(tail: str) -> bool:
    """Whether what follows "..., officials said" only says when, where or to whom."""
    found = _WORD.findall(tail.partition(",")[0])
    return tail.lstrip().startswith(",") or len(found) <= _ASIDE or found[0].lower() in ("on", "in", "at", "during")


def _imply(reader: _Reader, number: int) -> None:
    """Quotations of a sentence without a verb of speech: its subject's, or those of the one who speaks before."""
    frame = reader.frames[number]
    covers = tuple(reader.outer(frame.quotations))
    verb, sentence = Words("", covers[0].start, covers[0].start), Span(frame.start, frame.end)
    if not frame.bare:
        who = subject_of(frame, reader.words)
        reader.add(Attribution(who, verb, IMPLIED, covers, False, sentence), frame.quotations)
        return
    before = reader.frames[number - 1] if number else None
    last = _goes_on(reader, frame, before)
    if last is not None:
        told = reader.found[last]
        reader.found[last] = replace(told, covers=tuple(sorted((*told.covers, *covers))), indirect=False)
        reader.of.update(dict.fromkeys(frame.quotations, last))
    elif before is not None and not before.bare:
        who = subject_of(before, reader.words)
        reader.add(Attribution(who, verb, IMPLIED, covers, False, sentence, carried=True), frame.quotations)


def _goes_on(reader: _Reader, frame: Frame, before: Frame | None) -> int | None:
    """The attribution that a sentence of nothing but quotations goes on with."""
    first = reader.quoted.all[frame.quotations[0]]
    if first.continues is not None and first.continues in reader.of:
        return reader.of[first.continues]
    # A paragraph that is nothing but a quotation goes on with the one who spoke last.
    return reader.last_in(before) if before is not None else None


def _nest(reader: _Reader) -> None:
    """Give quotations inside others to the one whom the speaker quotes; without a verb they are the speaker's."""
    for number, quotation in enumerate(reader.quoted.all):
        if quotation.inside is None:
            continue
        outer = reader.quoted.all[quotation.inside]
        mention = nested_mention(reader.quoted.text, outer, quotation, reader.words)
        if mention is not None and mention.who is not None and mention.who.text.lower() not in ("i", "we"):
            told = Attribution(mention.who, mention.verb, mention.kind, (quotation.outer,), False, outer.inner)
            reader.add(told, (number,))
        elif quotation.inside in reader.of:
            reader.of[number] = reader.of[quotation.inside]
