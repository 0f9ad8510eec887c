"""Words in plain form: without case, accents and possessive ending, so that spellings of one word meet."""

import re
import unicodedata

LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""A word with its inner apostrophes and hyphens."""

_STROKES = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "’": "'", "‑": "-"}
)


def plain_word(word: str) -> str:
    """A word in lower case without accents and without "'s" at its end; letters with strokes lose them."""
    if word.isascii():
        return word.lower().removesuffix("'s")  # nearly every word; there is no accent to take off
    folded = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char)).translate(_STROKES)
    return bare.removesuffix("'s")


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text in plain form, those with hyphens whole."""
    return tuple(plain_word(match.group()) for match in LETTERS.finditer(text))
