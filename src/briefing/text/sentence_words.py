"""The words of one sentence with their places, cut once however many figures stand in it.

A table is often one sentence to the splitter. Cutting out the clause of each of its figures anew would cost the length
of the table times its figures.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from briefing.text.events import events
from briefing.text.lexicon import lexicon
from briefing.text.wording import (
    CLAUSE_BREAK,
    WORDS,
    content_stems,
    first_clause,
    is_content,
    last_clause,
    lower_words,
    stem,
)

Words = tuple[str, ...]


@dataclass(frozen=True)
class _Cut:
    """Words in lower case and where they begin and end; where the marks and words that part clauses do."""

    words: Words
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]
    break_ends: tuple[int, ...]


@dataclass(frozen=True)
class SentenceWords:
    """One sentence; offsets count from its start."""

    text: str
    language: str
    _ranges: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict, repr=False)
    _subjects: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict, repr=False)
    _first: dict[frozenset[str], int] = field(default_factory=dict, repr=False)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Content stems of the whole sentence."""
        return content_stems(self.text, self.language)

    def clause(self, start: int, end: int) -> frozenset[str]:
        """Content stems of the clause around a figure at ``start:end``, without the figure."""
        if not self._whole(start, end):
            around = last_clause(self.text[:start]) + " " + first_clause(self.text[end:])
            return content_stems(around, self.language)
        cut = self._cut
        behind = bisect_left(cut.breaks, end)
        stop = cut.breaks[behind] if behind < len(cut.breaks) else len(self.text)
        first, last = self._first_word(start), bisect_right(cut.ends, stop)
        inside, outside = bisect_right(cut.ends, start), bisect_left(cut.starts, end)
        if inside >= outside:
            return self._stems(first, last)
        return self._stems(first, inside) | self._stems(outside, last)

    def before(self, start: int) -> frozenset[str]:
        """Content stems of what the clause says before a figure at ``start``, less those of its words for events."""
        known = events(self.language).classes
        if not self._whole(start):
            text = last_clause(self.text[:start])
            acts = " ".join(word for word in lower_words(text) if word in known)
            return content_stems(text, self.language) - content_stems(acts, self.language)
        first, last = self._first_word(start), bisect_right(self._cut.ends, start)
        found = self._subjects.get((first, last))
        if found is None:
            acts = " ".join(word for word in self._cut.words[first:last] if word in known)
            found = self._stems(first, last) - content_stems(acts, self.language)
            self._subjects[first, last] = found
        return found

    def has_before(self, start: int, wanted: frozenset[str]) -> bool:
        """Whether one of the ``wanted`` words, in lower case, stands before ``start``."""
        if not self._whole(start):
            return not wanted.isdisjoint(lower_words(self.text[:start]))
        end = self._first.get(wanted)
        if end is None:
            pairs = zip(self._cut.words, self._cut.ends, strict=True)
            end = next((end for word, end in pairs if word in wanted), len(self.text) + 1)
            self._first[wanted] = end
        return end <= start

    @cached_property
    def _cut(self) -> _Cut:
        found = list(WORDS.finditer(self._lowered))
        breaks = list(CLAUSE_BREAK.finditer(self.text))
        return _Cut(
            words=tuple(match.group() for match in found),
            starts=tuple(match.start() for match in found),
            ends=tuple(match.end() for match in found),
            breaks=tuple(match.start() for match in breaks),
            break_ends=tuple(match.end() for match in breaks),
        )

    @cached_property
    def _lowered(self) -> str:
        return self.text.lower()

    def _whole(self, start: int, end: int | None = None) -> bool:
        """Whether no word is cut through where the text is cut at ``start``, and at ``end``: then the tables hold."""
        if len(self._lowered) != len(self.text):
            return False  # a few capitals lower to two characters ("İ")
        if start and _in_word(self.text[start - 1]):
            return False
        return end is None or end >= len(self.text) or not _in_word(self.text[end])

    def _first_word(self, start: int) -> int:
        """The first word of the clause that reaches up to ``start``."""
        before = bisect_right(self._cut.break_ends, start)
        return bisect_left(self._cut.starts, self._cut.break_ends[before - 1]) if before else 0

    def _stems(self, first: int, last: int) -> frozenset[str]:
        found = self._ranges.get((first, last))
        if found is None:
            known = lexicon(self.language)
            words = self._cut.words[first:last]
            found = self._ranges[first, last] = frozenset(stem(word) for word in words if is_content(word, known))
        return found


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
