"""Which quotations were added, are gone, or read otherwise, with the words that differ.

A quotation that was cut in two, or whose attribution moved into its middle, is the same one: what counts is which of
its words still stand between quotation marks.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.records.comparison import Change, ChangeKind, Passage, Subject
from briefing.records.spans import Span
from briefing.text.fold import fold
from briefing.text.quotations import quotations
from briefing.text.quotes import find_words
from briefing.versions.version import Version
from briefing.versions.words import Words, differences, words_of

_ALIKE = 0.5
"""Similarity in words from which two quotations are one, in other words."""
_A_PART = 0.8
"""Share of the shorter one's words that stand in the longer one, in their order, from which it was cut or went on."""
_SHORTEST = 2
"""A single word between quotation marks is a term, and comes and goes without anybody being quoted."""
_SHORTEST_PART = 3
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class _Quote:
    span: Span
    words: Words
    marked: str
    """The words and their marks, folded."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded words."""
        return self.words.keys


def quotation_changes(old: Version, new: Version) -> list[Change]:
    """Every change, in the order of the new version, what is gone last."""
    before, now = _without_the_same(_quotes(old), _quotes(new))
    # A text that mixes its marks can be read in two ways; where the words stand between the same marks, nothing moved.
    before = [quote for quote in before if quote.marked not in new.index.folded.text]
    now = [quote for quote in now if quote.marked not in old.index.folded.text]
    left_old, left_new = _uncovered(before, now), _uncovered(now, before)
    changes: list[Change] = []
    for here in [quote for quote in now if quote in left_new or left_old]:
        there = _partner(here, left_old if here not in left_new else before)
        if there is None:
            if here in left_new:
                changes.append(_added(here, old, new))
            continue
        changes.append(_altered(there, here, old, new))
        if there in left_old:
            left_old.remove(there)
    changes.extend(_gone(there, old, new) for there in left_old)
    return changes


def _quotes(version: Version) -> list[_Quote]:
    text = version.text
    outermost = (each for each in quotations(text).all if each.inside is None)
    found = (
        _Quote(
            span=each.inner,
            words=words_of(text[each.inner.start : each.inner.end]),
            marked=fold(text[each.outer.start : each.outer.end]).text,
        )
        for each in outermost
    )
    return [quote for quote in found if len(quote.keys) >= _SHORTEST]


def _without_the_same(old: Sequence[_Quote], new: Sequence[_Quote]) -> tuple[list[_Quote], list[_Quote]]:
    """Both sides without the quotations that they share."""
    shared = Counter(quote.keys for quote in old) & Counter(quote.keys for quote in new)
    return _rest(old, Counter(shared)), _rest(new, Counter(shared))


def _rest(quotes: Sequence[_Quote], shared: Counter[tuple[str, ...]]) -> list[_Quote]:
    left = []
    for quote in quotes:
        if shared[quote.keys]:
            shared[quote.keys] -= 1
        else:
            left.append(quote)
    return left


def _uncovered(quotes: Sequence[_Quote], others: Sequence[_Quote]) -> list[_Quote]:
    """The quotations of which some word does not stand between quotation marks of the other side.

    One that was cut in two is covered by its parts, one that was joined lies in the run of the others' words.
    """
    run = tuple(key for quote in quotes for key in quote.keys)
    covered: set[int] = set()
    for other in others:
        at = _find(other.keys, run)
        if at is not None:
            covered.update(range(at, at + len(other.keys)))
    others_run = tuple(key for quote in others for key in quote.keys)
    left, at = [], 0
    for quote in quotes:
        places = range(at, at + len(quote.keys))
        at += len(quote.keys)
        if not covered.issuperset(places) and _find(quote.keys, others_run) is None:
            left.append(quote)
    return left


def _find(keys: tuple[str, ...], run: tuple[str, ...]) -> int | None:
    size = len(keys)
    return next((at for at in range(len(run) - size + 1) if run[at] == keys[0] and run[at : at + size] == keys), None)


def _partner(quote: _Quote, others: Sequence[_Quote]) -> _Quote | None:
    """The quotation of the other side that this one is, in other words; the most alike."""
    best = max(((_likeness(quote, other), -other.span.start, other) for other in others), default=None)
    return best[2] if best is not None and best[0] >= _ALIKE else None


def _likeness(one: _Quote, two: _Quote) -> float:
    from rapidfuzz.distance import LCSseq

    shared = LCSseq.similarity(one.keys, two.keys)
    shorter = min(len(one.keys), len(two.keys))
    alike = 2 * shared / (len(one.keys) + len(two.keys))
    a_part = shorter >= _SHORTEST_PART and shared >= shorter * _A_PART
    return max(alike, _ALIKE) if a_part else alike


def _altered(old: _Quote, new: _Quote, before: Version, now: Version) -> Change:
    there, here = _passage(old, before), _passage(new, now)
    differing = "; ".join(differences(old.words, new.words))
    message = f"The quotation in {there.where} reads otherwise in {here.where}: {differing}."
    return Change(ChangeKind.ALTERED, Subject.QUOTATION, there, here, message, note=differing)


def _added(quote: _Quote, old: Version, new: Version) -> Change:
    here = _passage(quote, new)
    plain = find_words(old.index.folded, here.text)
    note = "the words stood in the old version, without quotation marks" if plain.found else ""
    message = f"A quotation is new ({here.where}): {_shown(here)}{_behind(note)}."
    return Change(ChangeKind.ADDED, Subject.QUOTATION, None, here, message, note=note)


def _gone(quote: _Quote, old: Version, new: Version) -> Change:
    there = _passage(quote, old)
    plain = find_words(new.index.folded, there.text)
    note = "the words still stand, without quotation marks" if plain.found else ""
    message = f"A quotation is gone ({there.where}): {_shown(there)}{_behind(note)}."
    return Change(ChangeKind.GONE, Subject.QUOTATION, there, None, message, note=note)


def _behind(note: str) -> str:
    return f"; {note}" if note else ""


def _passage(quote: _Quote, version: Version) -> Passage:
    return version.passage(quote.span.start, quote.span.end)


def _shown(passage: Passage) -> str:
    flat = " ".join(passage.text.split())
    return repr(flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…")
