"""In which words two passages differ, told for an editor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.text.critical import tokens
from briefing.text.fold import fold


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage: folded, to be compared, and as they are printed."""

    keys: tuple[str, ...]
    printed: tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of ``text`` without typography and punctuation."""
    folded = fold(text)
    inside = tokens(folded.text)
    spans = [folded.original_span(token.start, token.end) for token in inside]
    return Words(tuple(token.text for token in inside), tuple(text[span.start : span.end] for span in spans))


def differences(old: Words, new: Words) -> Iterator[str]:
    """Each run of words that became others, was put in or was left out; nothing if the words are the same."""
    from rapidfuzz.distance import Levenshtein

    for step in Levenshtein.opcodes(old.keys, new.keys):
        was = _quoted(old.printed[step.src_start : step.src_end])
        now = _quoted(new.printed[step.dest_start : step.dest_end])
        if step.tag == "replace":
            yield f"{was} became {now}"
        elif step.tag == "insert":
            yield f"{now} was put in"
        elif step.tag == "delete":
            yield f"{was} was left out"


def _quoted(words: Sequence[str]) -> str:
    return repr(" ".join(" ".join(words).split()))
