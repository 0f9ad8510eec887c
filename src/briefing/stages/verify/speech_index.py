"""Who says what in the source: its speakers, asked by the place of words or by what is said."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from briefing.records.article import Reading
from briefing.records.spans import Evidence, MatchKind, Span, evidence_at
from briefing.text.attribution import Attribution, Speech, speech
from briefing.text.cast import Cast
from briefing.text.speaker_phrases import Same, Speaker
from briefing.text.speakers import Speakers, with_speakers
from briefing.text.speakers_compare import compare
from briefing.text.wording import content_stems

_INSIDE = 0.5
"""Words of which a larger share stands between marks are quoted."""
_DIGITS = re.compile(r"\d[\d.,]*")
_NEXT = 40
"""Characters between two sentences of one speaker that are taken together."""
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@dataclass(frozen=True, slots=True)
class Said:
    """Who else says something, where, how much of it, and how much of it the one who was asked about says at most."""

    speaker: Speaker
    span: Span
    share: float
    own: float
    stems: int


def said_stems(text: str, language: str) -> frozenset[str]:
    """Content stems and figures; "running" meets "run"."""
    stems = (_DOUBLED.sub(r"\1", stem) for stem in content_stems(text, language))
    return frozenset(stems) | {digits.strip(".,") for digits in _DIGITS.findall(text)}


@dataclass(frozen=True)
class Voices:
    """The speakers of one article. ``weigh`` says how much a set of stems tells."""

    reading: Reading
    known: Cast
    weigh: Callable[[frozenset[str]], float]

    @cached_property
    def speech(self) -> Speech:
        """The article's quotations and attributions."""
        return speech(self.reading.text, self.reading.article.language)

    @cached_property
    def cast(self) -> Cast:
        """The article's people, with those who only speak."""
        return with_speakers(self.speech, self.known, self.reading.article.language)

    @cached_property
    def speakers(self) -> Speakers:
        """The article's speakers."""
        return Speakers(self.speech, self.cast, self.reading.article.language)

    @property
    def has_quotations(self) -> bool:
        """Whether the article quotes at all; a text that lost its marks shows nothing of what was spoken."""
        return bool(self.speech.quotations.all)

    def is_quoted(self, span: Span) -> bool:
        """Whether words stand between marks, for the most part."""
        inside = sum(
            max(0, min(span.end, each.outer.end) - max(span.start, each.outer.start))
            for each in self.speech.quotations.all
            if each.inside is None
        )
        return inside > _INSIDE * (span.end - span.start)

    def attribution_at(self, span: Span) -> Attribution | None:
        """The attribution of the innermost quotation that has most of these words."""
        found = None
        for number, each in enumerate(self.speech.quotations.all):
            shared = min(span.end, each.outer.end) - max(span.start, each.outer.start)
            if shared > _INSIDE * (span.end - span.start):
                found = number
        return None if found is None else self.speech.of_quotation[found]

    def speaker_at(self, span: Span) -> Speaker | None:
        """Whose words stand at ``span``; ``None`` if nobody can tell."""
        attribution = self.attribution_at(span)
        return None if attribution is None else self.speakers.of(attribution)

    def evidence(self, span: Span) -> Evidence:
        """The words at ``span`` with the speaker beside them, where both stand in one sentence."""
        attribution = self.attribution_at(span)
        if attribution is not None and attribution.who is not None:
            first, last = min(span.start, attribution.who.start), max(span.end, attribution.who.end)
            if last - first <= 2 * (span.end - span.start) + 400:
                span = Span(first, last)
        return evidence_at(self.reading.text, span, MatchKind.FOLDED)

    def says(self, wanted: frozenset[str], speaker: Speaker) -> Said | None:
        """Who else, and surely not ``speaker``, says most of what has these stems; ``None`` if nobody does."""
        total = self.weigh(wanted)
        if not total:
            return None
        best: Said | None = None
        own = 0.0
        for span, stems, who, single in self._said:
            shared = wanted & stems
            share = self.weigh(shared) / total if shared else 0.0
            if not share:
                continue
            if who is None or compare(speaker, who, self.speakers) is not Same.OTHER:
                own = max(own, share if single else 0.0)
            elif best is None or share > best.share:
                best = Said(who, span, share, own, len(shared))
        return None if best is None else replace(best, own=own)

    @cached_property
    def _said(self) -> list[tuple[Span, frozenset[str], Speaker | None, bool]]:
        """What each attribution covers, with its speaker, and what one speaker says twice in a row, together.

        Sentences that nobody says, or nobody knows who, have no speaker.
        """
        single = [unit for each in self.speech.attributions if (unit := self._unit(each)) is not None]
        double = [
            (Span(one[0].start, max(one[0].end, two[0].end)), one[1] | two[1], one[2], False)
            for one, two in pairwise(single)
            if one[2] is not None
            and two[2] is not None
            and one[2].people
            and one[2].people == two[2].people
            and two[0].start - one[0].end <= _NEXT
        ]
        spoken = {self.speech.frame_at(each.sentence.start) for each in self.speech.attributions}
        spoken |= {self.speech.frame_at(cover.start) for each in self.speech.attributions for cover in each.covers}
        language = self.reading.article.language
        narrated = [
            (Span(frame.start, frame.end), said_stems(frame.text, language), None, True)
            for number, frame in enumerate(self.speech.frames)
            if number not in spoken
        ]
        return [*single, *double, *narrated]

    def _unit(self, attribution: Attribution) -> tuple[Span, frozenset[str], Speaker | None, bool] | None:
        """The words that an attribution covers, with its verb."""
        if not attribution.covers:
            return None
        text = self.reading.text
        pieces = [text[cover.start : cover.end] for cover in attribution.covers]
        stems = said_stems(" ".join((attribution.verb.text, *pieces)), self.reading.article.language)
        return attribution.sentence, stems, self.speakers.of(attribution), True
