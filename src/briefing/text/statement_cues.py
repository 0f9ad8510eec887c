"""The cues of a sentence ("may", "refused to", "is expected to", "police said") and the words that each reaches.

A cue reaches over its clause, or over what stands behind it; a few reach what stands before them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.text.statement_words import STOPS, Cue, Phrase, StatementWords

_UNTIL = 10
_STRONG = frozenset(";—–().?!")
_TO_END = frozenset((Cue.NEGATED, Cue.DENIED, Cue.CALLED, Cue.ALLEGED, Cue.PLANNED, Cue.EXPECTED))
_ATTRIBUTES = frozenset((Cue.PLANNED, Cue.EXPECTED, Cue.CALLED, Cue.SAID, Cue.KEPT))
_MODALS = frozenset(("will", "would", "shall", "should", "be", "won't", "'ll"))
"""Cues that reach only what stands behind them; the others reach their whole clause and what it introduces."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A cue and the words that it stands on."""

    cue: Cue
    first: int
    last: int
    words: Phrase


def reaches_in(
    texts: Sequence[str], bases: Sequence[str], printed: Sequence[str], tables: StatementWords
) -> list[Reach]:
    """Every cue of the sentence; a word inside a longer phrase is no cue of its own, unless it is a negation."""
    found: list[Reach] = []
    taken = 0
    for index, base in enumerate(bases):
        last = index
        for words, cue in tables.cues.get(base, ()):
            if index < taken and cue is not Cue.NEGATED:
                continue
            end = _matches(words, index, texts, bases, tables)
            if end is None or end < last or _is_name(printed, index, tables):
                continue
            if cue is Cue.NEGATED and _says_nothing(index, bases, tables):
                continue
            if cue is Cue.CONDITIONAL and index and bases[index - 1] in tables.not_conditional:
                continue
            if _is_attribute(index, end, cue, texts, tables):
                continue
            if _is_no_cue(words, index, end, texts, bases, tables):
                continue
            found.append(Reach(cue, index, end, words))
            last = end
        taken = max(taken, last)
    return found


def _is_no_cue(
    words: Phrase, index: int, end: int, texts: Sequence[str], bases: Sequence[str], tables: StatementWords
) -> bool:
    """As in "appear before a court", "on may 2", "were to"."""
    if end < len(bases) and (words[0], bases[end]) in tables.not_cues:
        return True
    if words == ("may",):
        return _is_month(index, texts)
    return words == ("be", "to") and texts[index] not in ("is", "are", "'s", "'re")


def _is_month(index: int, texts: Sequence[str]) -> bool:
    """Whether "may" in lower case is the month: "on may 2", "in may", "2 may"."""
    before, behind = texts[index - 1] if index else "", texts[index + 1] if index + 1 < len(texts) else ""
    return behind[:1].isdigit() or before[:1].isdigit() or before in ("in", "since", "until", "last", "early", "late")


def _is_attribute(index: int, end: int, cue: Cue, texts: Sequence[str], tables: StatementWords) -> bool:
    """As in "the promised homes", "without warning", "a plan": a cue word that only describes, or is a thing."""
    if cue not in _ATTRIBUTES or not index or end - index > 1:
        return False
    if cue in (Cue.SAID, Cue.KEPT) and texts[index - 1] == "to":
        return True  # "failed to warn people" reports nobody's words
    behind = texts[end] if end < len(texts) else ""
    return texts[index - 1] in tables.determiners and behind not in ("to", "that")


def _is_name(printed: Sequence[str], index: int, tables: StatementWords) -> bool:
    """Whether a cue word is printed as a name or a month is ("May", "Will"): with a capital inside the sentence."""
    return index > 0 and printed[index][0].isupper() and printed[index].lower() in tables.names


def _matches(
    words: Phrase, index: int, texts: Sequence[str], bases: Sequence[str], tables: StatementWords
) -> int | None:
    """The word behind a phrase that begins at ``index``; an adverb may stand between two of its words."""
    position = index
    for word in words:
        while (
            position > index
            and position < len(bases)
            and bases[position] != word
            and _is_adverb(texts[position], tables)
        ):
            position += 1
        if position >= len(bases) or bases[position] != word:
            return None
        position += 1
    return position


def _is_adverb(word: str, tables: StatementWords) -> bool:
    """Whether it may stand inside a phrase; "is unlikely to" is no "is to"."""
    return word in tables.adverbs or (word.endswith("ly") and len(word) > 4 and word not in tables.cues)


def _says_nothing(index: int, bases: Sequence[str], tables: StatementWords) -> bool:
    """As in "no doubt", "not only", "No 10"."""
    if bases[index] == "no" and index + 1 < len(bases) and (bases[index + 1][0].isdigit() or bases[index + 1] == "."):
        return True
    if bases[index] == "not" and "until" in bases[index : index + _UNTIL]:
        return True  # "not until Friday": on Friday
    return any(
        tuple(bases[start : start + len(words)]) == words
        for words in tables.not_negated
        for start in range(max(0, index - len(words) + 1), index + 1)
    )


def marks(
    texts: Sequence[str], clauses: Sequence[int], reaches: Sequence[Reach], tables: StatementWords
) -> tuple[list[bool], list[set[Cue]]]:
    """For every word whether it is negated, and the cues that reach it."""
    negated = [False] * len(texts)
    cues: list[set[Cue]] = [set() for _ in texts]
    turned: set[tuple[int, int]] = set()
    for reach in reaches:
        start, end = _plain_reach(texts, clauses, reach, tables)
        if reach.cue is Cue.SAID:
            start, end = _said_reach(texts, clauses, reach)
        if reach.cue is Cue.DENIED and reach.words in tables.backward and _denies_before(texts, reach, tables):
            start, end = _before(texts, reach.first), reach.first
        for index in range(start, end):
            if index in range(reach.first, reach.last):
                continue
            cues[index].add(reach.cue)
        if reach.cue in (Cue.NEGATED, Cue.DENIED) and (reach.first, reach.last) not in turned:
            turned.add((reach.first, reach.last))
            for index in range(start, end):
                if not reach.first <= index < reach.last:
                    negated[index] = not negated[index]
        if reach.words == ("unless",):
            _turn(negated, range(reach.last, end))
    _only_if(texts, clauses, negated)
    return negated, cues


def _denies_before(texts: Sequence[str], reach: Reach, tables: StatementWords) -> bool:
    """As in "plans to close it have been dropped", "a report that ... was false": denied is what stands before."""
    return any(word in tables.denied_nouns for word in texts[_before(texts, reach.first) : reach.first])


def _before(texts: Sequence[str], index: int) -> int:
    """Where what stands before a word begins: behind the last strong stop."""
    return next((at + 1 for at in range(index - 1, -1, -1) if texts[at] in _STRONG), 0)


def _turn(negated: list[bool], places: range) -> None:
    for index in places:
        negated[index] = not negated[index]


def _only_if(texts: Sequence[str], clauses: Sequence[int], negated: list[bool]) -> None:
    """As in "will only sell if": not, unless."""
    if "only" not in texts or "if" not in texts:
        return
    only, condition = texts.index("only"), texts.index("if")
    if only > condition:
        return
    _turn(negated, range(_clause_start(clauses, only), condition))
    end = condition
    while end < len(texts) and clauses[end] == clauses[condition]:
        end += 1
    _turn(negated, range(condition, end))


def _plain_reach(texts: Sequence[str], clauses: Sequence[int], reach: Reach, tables: StatementWords) -> tuple[int, int]:
    """The words that a cue reaches: its clause, what stands behind it, or only the noun that it describes."""
    before = texts[reach.first - 1] if reach.first else ""
    if before in tables.determiners and reach.last - reach.first == 1 and texts[reach.first].endswith(("ed", "ing")):
        return reach.last, min(reach.last + 2, len(texts))  # "the promised homes"
    whole = texts[reach.first].endswith("ly") or reach.words[0] in _MODALS
    to_end = reach.cue in _TO_END and not whole
    start = reach.last if to_end else _clause_start(clauses, reach.first)
    return start, _reach_end(texts, clauses, reach, tables)


def _clause_start(clauses: Sequence[int], index: int) -> int:
    start = index
    while start > 0 and clauses[start - 1] == clauses[index]:
        start -= 1
    return start


def _reach_end(texts: Sequence[str], clauses: Sequence[int], reach: Reach, tables: StatementWords) -> int:
    """The end of the clause, and of the one that "that" or "whether" opens right behind it."""
    end = reach.last
    clause = clauses[reach.last - 1]
    while end < len(texts):
        if clauses[end] != clause:
            if texts[end] not in tables.crossed:
                break
            clause = clauses[end]
        end += 1
    return end


def _said_reach(texts: Sequence[str], clauses: Sequence[int], reach: Reach) -> tuple[int, int]:
    """All behind a verb of saying; what stands before it too, where it closes the sentence or stands between commas."""
    before = _clause_start(clauses, reach.first)
    opened = before > 0 and texts[before] in (",", "”", '"')
    behind = reach.last
    closes = behind >= len(texts) or texts[behind] in STOPS or texts[behind] in ("on", "in", "at")
    adverb = reach.words[0] in ("reportedly", "allegedly", "alleged")
    start = 0 if (opened and closes) or adverb or (reach.words[0] == "accord") else reach.last
    return start, len(texts)
