"""Sentences with their quotations masked, none of which ends inside a quotation or between one and its speaker.

The words of a quotation never take part in looking for a speaker: "I said no", between marks, is no attribution of the
article's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.text.boundaries import is_false_end
from briefing.text.quotations import Quotation, Quotations
from briefing.text.speech_words import SpeechWords

_END = re.compile(r"[.!?…](?=[\s\0]|$)|\0(?=\s+[\0A-Z0-9(])")
_TAG = re.compile(r"\s+[^.;:\0]{0,60}")
_MAX_TAG_WORDS = 5
"""Words between a quotation that ends with a question mark and its verb of speech ("...?" Smith asked)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with its quotations: ``masked`` has NUL for every character of them, and the same length."""

    start: int
    end: int
    paragraph: int
    text: str
    masked: str
    quotations: tuple[int, ...]

    @property
    def bare(self) -> bool:
        """Whether the sentence is nothing but quotations."""
        return not any(char.isalnum() for char in self.masked)

    def words(self, start: int, end: int) -> Words:
        """The frame's words, given by offsets inside it, at their place in the whole text."""
        return Words(self.text[start:end], self.start + start, self.start + end)


def frames(text: str, quoted: Quotations, words: SpeechWords) -> tuple[Frame, ...]:
    """The sentences of ``text``, none of which ends inside a quotation or between one and its speaker."""
    found: list[Frame] = []
    top = [(number, each) for number, each in enumerate(quoted.all) if each.inside is None]
    at = 0
    for index, paragraph in enumerate(quoted.paragraphs):
        own: list[tuple[int, Quotation]] = []
        while at < len(top) and top[at][1].outer.start < paragraph.end:
            own.append(top[at])
            at += 1
        masked = _mask(text, paragraph, own)
        for start, end in _sentences(text, masked, paragraph.start, own, words):
            inside = tuple(number for number, each in own if start <= each.outer.start - paragraph.start < end)
            first, last = paragraph.start + start, paragraph.start + end
            found.append(Frame(first, last, index, text[first:last], masked[start:end], inside))
    return tuple(found)


def _mask(text: str, paragraph: Span, own: list[tuple[int, Quotation]]) -> str:
    pieces = []
    at = paragraph.start
    for _, quotation in own:
        pieces.append(text[at : quotation.outer.start])
        pieces.append("\0" * (quotation.outer.end - quotation.outer.start))
        at = quotation.outer.end
    pieces.append(text[at : paragraph.end])
    return "".join(pieces).replace("\n", " ")


def _sentences(
    text: str, masked: str, base: int, own: list[tuple[int, Quotation]], words: SpeechWords
) -> Iterator[tuple[int, int]]:
    ends = {each.outer.end - base - 1: each for _, each in own}
    start = 0
    for match in _END.finditer(masked):
        at = match.end()
        before, after = text[base + start : base + at].strip(), text[base + at :][:80].strip()
        if not after or not before:
            continue
        quotation = ends.get(match.start())
        if quotation is not None:
            if not _quotation_ends(text, quotation, masked[at:], words):
                continue
        elif match.group() == "\0" or (after[0] not in "“\"‘'«„" and is_false_end(before, after)):
            continue
        yield start + len(masked[start:at]) - len(masked[start:at].lstrip()), at
        start = at
    rest = masked[start:]
    if rest.strip():
        yield start + len(rest) - len(rest.lstrip()), start + len(rest.rstrip())


def _quotation_ends(text: str, quotation: Quotation, behind: str, words: SpeechWords) -> bool:
    """Whether the sentence ends with this quotation, which a capital letter or another quotation follows."""
    last = text[quotation.inner.end - 1]
    if last not in ".!?…":
        return False
    if last == ".":
        return True
    tag = _TAG.match(behind)
    if tag is None or behind.lstrip().startswith("\0"):
        return True
    verb = words.verb.search(tag.group())
    return verb is None or len(tag.group()[: verb.start()].split()) > _MAX_TAG_WORDS
