"""Words and clauses of a text, and the words that carry its meaning in a form in which inflected forms meet."""

import re
from functools import lru_cache

from briefing.text.lexicon import Lexicon, lexicon

WORDS = re.compile(r"[^\W\d_]+")
"""Runs of letters: what counts as a word wherever the words around a figure are compared."""
CLAUSE_BREAK = re.compile(r"[,;:()—–]|\s-\s|\b(?:and|but|while|who|which|after|before|when)\b")
"""The marks and words that part two clauses."""
_ENDINGS = (
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "ies",
    "ied",
    "ed",
    "es",
    "er",
    "ly",
    "al",
    "s",
    "y",
    "e",
)
_SHORTEST = 4
_PREFIX = 7


def lower_words(text: str) -> list[str]:
    """The words of ``text`` in lower case and in its order; digits are no words."""
    return WORDS.findall(text.lower())


def first_clause(text: str) -> str:
    """What stands before the first mark or word that parts two clauses; all of it if there is none."""
    return CLAUSE_BREAK.split(text, maxsplit=1)[0]


def last_clause(text: str) -> str:
    """What stands behind the last mark or word that parts two clauses; all of it if there is none."""
    return CLAUSE_BREAK.split(text)[-1]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude stem: the ending cut off, never below four letters ("deployed", "deployment" -> "deploy")."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:_PREFIX]


def content_stems(text: str, language: str) -> frozenset[str]:
    """Stems of the words of ``text`` that are no function words, no number words and no digits."""
    words = lexicon(language)
    stop, numbers = words.counting["stop"], words.triggers
    return frozenset(
        stem(word) for word in lower_words(text) if len(word) > 2 and word not in stop and word not in numbers
    )


def is_content(word: str, known: Lexicon) -> bool:
    """Whether a word in lower case is one that ``content_stems`` counts."""
    return len(word) > 2 and word not in known.counting["stop"] and word not in known.triggers
