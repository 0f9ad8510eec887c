"""Segmenting: the article's headline, paragraphs and numbered sentences, each with its span.

Sentences exist so that a draft can point to them and a reader can find them; no check depends on a boundary being
right. The units never overlap, stand in text order and together cover every character that is not white space.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.records.article import Article, TextUnit, UnitKind
from briefing.records.spans import Span
from briefing.text.boundaries import closers_at, ends_with_stop, is_false_end

_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAY_END = re.compile(r"[.!?…。！？؟।]")
_BULLET = re.compile(r"[-*•–·]\s|\(?\d{1,2}[.)]\s")
_WRAP_COLUMNS = 100
"""Nobody wraps text by hand beyond this; longer lines are paragraphs."""
_SHORT_LINE = 0.6
"""A line this far below the width of its block was ended on purpose, not wrapped."""
_CHUNK = 4_000
"""The splitter takes time with the square of the unclosed quotation marks it sees at once."""


def sentences(article: Article) -> tuple[TextUnit, ...]:
    """The article's units, numbered "s1", "s2", ... in text order; never empty for a text with a word in it.

    A title that stands at the head of the text is the headline unit; a title that does not is no unit. Paragraphs
    end at blank lines; single line breaks end them too where lines are whole paragraphs, but not in wrapped text.
    Spans are trimmed of white space. Raises nothing, whatever the text.
    """
    text = article.text
    units: list[TextUnit] = []
    headline = _headline(article)
    begin = 0
    paragraph = 0
    if headline is not None:
        paragraph = 1
        units.append(TextUnit("s1", UnitKind.HEADLINE, paragraph, headline.start, headline.end))
        begin = headline.end
    for block in _paragraphs(text, begin):
        paragraph += 1
        for span in _with_words(text, _split(text, block, article.language)):
            units.append(TextUnit(f"s{len(units) + 1}", UnitKind.SENTENCE, paragraph, span.start, span.end))
    return tuple(units)


def _headline(article: Article) -> Span | None:
    title = (article.title or "").strip()
    if not title:
        return None
    start = len(article.text) - len(article.text.lstrip())
    end = start + len(title)
    if not article.text.startswith(title, start) or article.text[end : end + 200].lstrip(" \t")[:1] not in ("", "\n"):
        return None
    return Span(start, end)


def _paragraphs(text: str, begin: int) -> Iterator[Span]:
    """Trimmed spans of the paragraphs from ``begin`` on."""
    block: list[Span] = []
    last_end = begin
    for match in _LINE.finditer(text, begin):
        line = _trimmed(text, match.start(), match.end())
        blank_between = match.start() - last_end > 1
        if block and (line is None or blank_between):
            yield from _block_paragraphs(text, block)
            block = []
        if line is not None:
            block.append(line)
        last_end = match.end()
    yield from _block_paragraphs(text, block)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    body = piece.strip()
    if not body:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, first + len(body))


def _block_paragraphs(text: str, lines: list[Span]) -> Iterator[Span]:
    """Lines without a blank one between them, joined where the break is only a wrapped line."""
    if not lines:
        return
    width = max(line.end - line.start for line in lines)
    stops = sum(ends_with_stop(text[max(line.start, line.end - 24) : line.end]) for line in lines[:-1])
    wrapped = width <= _WRAP_COLUMNS and stops * 2 <= len(lines) - 1
    start = lines[0].start
    for line, following in pairwise(lines):
        if not wrapped or _ended_on_purpose(text, line, following, width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _ended_on_purpose(text: str, line: Span, following: Span, width: int) -> bool:
    if _BULLET.match(text, following.start, following.end):
        return True
    space = text.find(" ", following.start, following.end)
    word = (space if space >= 0 else following.end) - following.start
    filled = line.end - line.start + 1 + word
    if filled <= width * _SHORT_LINE:
        return True
    return filled <= width * 0.9 and ends_with_stop(text[max(line.start, line.end - 24) : line.end])


def _with_words(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """The spans of one paragraph; a stray stop or mark between two sentences goes with the one before it."""
    held: Span | None = None
    for span in spans:
        if held is not None and not any(char.isalnum() for char in text[span.start : span.end]):
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _split(text: str, paragraph: Span, language: str) -> Iterator[Span]:
    """The sentences of one paragraph."""
    start = paragraph.start
    for raw in _raw_ends(text, paragraph, language):
        end = closers_at(text, raw, paragraph.end)
        after = end
        while after < paragraph.end and text[after].isspace():
            after += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end <= start or after >= paragraph.end:
            continue
        # Only windows are cut out: whole sentences would be copied again and again where no end holds.
        window = text[max(start, end - 32) : end]
        if is_false_end(window, text[after : min(after + 64, paragraph.end)]):
            continue
        yield Span(start, end)
        start = after
    yield Span(start, paragraph.end)


def _raw_ends(text: str, paragraph: Span, language: str) -> Iterator[int]:
    """Where the splitter ends sentences, the end of the paragraph left out."""
    if _MAY_END.search(text, paragraph.start, paragraph.end) is None:
        return
    from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

    at = paragraph.start
    while at < paragraph.end:
        end = _chunk_end(text, at, paragraph.end)
        # Same length, so that offsets hold: line breaks inside a paragraph are spaces, and half a character
        # would not cross into the splitter.
        piece = _SURROGATE.sub("\ufffd", text[at:end]).replace("\n", " ")
        for boundary in get_sentence_boundaries(language, piece):
            if 0 < boundary["end_index"] < paragraph.end - at:
                yield at + boundary["end_index"]
        at = end


def _chunk_end(text: str, start: int, end: int) -> int:
    if end - start <= _CHUNK:
        return end
    limit = start + _CHUNK
    for stop in (". ", " "):
        found = text.rfind(stop, start + _CHUNK // 2, limit)
        if found >= 0:
            return found + len(stop)
    return limit
