"""The words that carry a sentence's meaning, in a form in which inflected forms meet."""

import re
from functools import lru_cache

from briefing.text.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]+")
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
        stem(word) for word in _WORD.findall(text.lower()) if len(word) > 2 and word not in stop and word not in numbers
    )
