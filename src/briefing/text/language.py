"""Telling the language of a text from its commonest words; good enough to choose rules, no more."""

import re
from functools import cache
from pathlib import Path

UNKNOWN = "und"
"""The ISO 639 code for a language that could not be told."""
_SAMPLE_CHARS = 6_000
_MIN_HITS = 2
_WORD = re.compile(r"[^\W\d_]+")


@cache
def common_words() -> dict[str, frozenset[str]]:
    """The commonest words by language code, in lower case; read from the package's data once."""
    import tomllib

    raw = (Path(__file__).parent / "data" / "languages.toml").read_text(encoding="utf-8")
    words: dict[str, str] = tomllib.loads(raw)["words"]
    return {language: frozenset(listed.split()) for language, listed in words.items()}


def detect_language(text: str) -> str:
    """The code of the language most of whose common words ``text`` uses: en, fr, es, de, pt or it.

    "und" when the text is too short or uses too few of them to tell. Only the beginning of a long text is read.
    """
    found = _WORD.findall(text[:_SAMPLE_CHARS].lower())
    hits = {language: sum(word in listed for word in found) for language, listed in common_words().items()}
    best = max(hits, key=lambda language: hits[language])
    if hits[best] < _MIN_HITS or hits[best] * 10 < len(found):
        return UNKNOWN
    return best
