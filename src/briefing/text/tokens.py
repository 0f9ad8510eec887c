"""One pass over a text: lower-cased tokens with their places.

A token is a run of letters, a run of digits with its separators, or one other character; white space only shows as a
gap. Digit runs are bounded, so that a megabyte of digits stays a list of short tokens and every later step is linear.
"""

import re
from itertools import accumulate

# Plain letters first, and possessive: most tokens are that, and nothing is tried twice.
_LISTED = r"\d{1,2}(?=(?:,\d{1,2}){2,60}(?![.,]?\d))|(?<=\d,)\d{1,2}(?=,\d{1,2}(?![.,]?\d))"
"""A number of a list without spaces ("22,24,26,31"): groups of two digits are no thousands, three no decimals."""
_TOKEN = re.compile(rf"(?:[a-z]++(?![^\W\d_])|[^\W\d_]++|{_LISTED}|\d{{1,24}}(?:[.,]\d{{1,24}})*|\S)\s*+")
_PAD = 12

HYPHENS = frozenset("-‐‑–")
"""What joins two words or numbers; the em dash parts them."""


class Tokens:
    """Parallel lists over the tokens of one text.

    The lists end with padding (empty words), so that looking a few tokens past either end needs no bounds check:
    ``words[-1]`` and ``words[count]`` are both "".
    """

    __slots__ = ("_sizes", "count", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        lowered = text.lower().replace("’", "'")
        if len(lowered) != len(text):
            # A few capitals lower to two characters ("İ"); offsets must keep counting the original.
            lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text).replace("’", "'")
        # Each piece is a token with the white space behind it: half as many pieces, and every start is a running sum.
        pieces = _TOKEN.findall(lowered)
        self.text = text
        self.count = len(pieces)
        self._sizes: list[int] = [*map(len, pieces), *([0] * _PAD)]
        self.starts: list[int] = list(accumulate(self._sizes, initial=len(text) - len(lowered.lstrip())))
        self.words: list[str] = list(map(str.rstrip, pieces))
        self.words += [""] * _PAD

    @property
    def caseless(self) -> bool:
        """Whether the text has no capital letter at all, so that a missing one says nothing."""
        return self.text.islower()

    def end(self, index: int) -> int:
        """Where token ``index`` ends in the text."""
        return self.starts[index] + len(self.words[index])

    def glued(self, index: int) -> bool:
        """Whether token ``index`` touches the token before it."""
        return 0 < index < self.count and self._sizes[index - 1] == len(self.words[index - 1])

    def gap(self, index: int) -> str:
        """The white space between token ``index - 1`` and token ``index``."""
        if not 0 < index < self.count:
            return ""
        start = self.starts[index]
        return self.text[start - self._sizes[index - 1] + len(self.words[index - 1]) : start]

    def capital(self, index: int) -> bool:
        """Whether token ``index`` begins with a capital letter in the text."""
        return index < self.count and self.text[self.starts[index]].isupper()

    def raw(self, first: int, last: int) -> str:
        """The text from token ``first`` up to, not including, token ``last``."""
        return self.text[self.starts[first] : self.end(last - 1)]


def phrase(words: str) -> tuple[str, ...]:
    """The tokens of a phrase, cut as a text would be."""
    return tuple(map(str.rstrip, _TOKEN.findall(words.lower().lstrip().replace("’", "'"))))
