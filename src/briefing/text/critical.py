"""Words that carry a claim: figures, number words and hedges, negations, names; in quotations they agree or fail it."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from briefing.text.language import common_words

_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)+"  # a number with its separators is one word
    r"|[^\W_]+(?:'[^\W_]+)*"
    r"|[$€£¥%‰°]"
    r"|(?<![^\s(])-(?=[\d$€£])"  # a minus sign
)
_SIGNS = frozenset("$€£¥%‰°-")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of a folded text, at its place there."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TokenIndex:
    """The tokens of a folded text by number: their words, where each begins, and where each word stands among them."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    places: dict[str, list[int]]

    def tokens(self, first: int, last: int) -> tuple[Token, ...]:
        """The tokens number ``first`` to ``last``, the last not included."""
        pairs = zip(self.words[first:last], self.starts[first:last], strict=True)
        return tuple(Token(word, start, start + len(word)) for word, start in pairs)


def tokens(folded_text: str) -> tuple[Token, ...]:
    """The words, numbers and signs of ``folded_text``; hyphenated words are two, a number with separators is one."""
    return tuple(Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(folded_text))


@lru_cache(maxsize=8)
def token_index(folded_text: str) -> TokenIndex:
    """The index of a source. Kept for the last few texts, since many quotes are held against one article."""
    words = tuple(_TOKEN.findall(folded_text))
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(word, []).append(number)
    return TokenIndex(words, tuple(match.start() for match in _TOKEN.finditer(folded_text)), places)


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    import tomllib

    raw = (Path(__file__).parent / "data" / "critical.toml").read_text(encoding="utf-8")
    listed: dict[str, dict[str, str]] = tomllib.loads(raw)
    negations, numbers = (
        frozenset(word for line in listed[name].values() for word in line.split()) for name in ("negations", "numbers")
    )
    return negations, numbers


@cache
def _common() -> frozenset[str]:
    return frozenset(word for words in common_words().values() for word in words)


def is_negation(word: str) -> bool:
    """Whether the folded ``word`` turns a statement round ("not", "didn't", "n'est", "denied")."""
    return word in _lists()[0] or word.endswith("n't") or word.startswith("n'")


def is_critical(word: str, *, printed: str) -> bool:
    """Whether the folded ``word``, ``printed`` like that in its text, may not change in a quotation.

    Figures, signs of money and percent, number words and hedges, negations, and every capitalised word that is not
    one of the commonest words of a language: at the head of a sentence a name looks like any other word, so that
    doubt counts as a name.
    """
    if word in _SIGNS or any(char.isdigit() for char in word):
        return True
    if is_negation(word) or word in _lists()[1]:
        return True
    return printed[:1].isupper() and word not in _common()
