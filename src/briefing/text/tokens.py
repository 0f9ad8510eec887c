"""One pass over a text: lower-cased tokens with their places.

A token is a run of letters, a run of digits with its separators, or one other character; white space only shows as a
gap. Digit runs are bounded, so that a megabyte of digits stays a list of short tokens and every later step is linear.
"""

import re
from itertools import accumulate

_TOKEN = re.compile(r"\s+|\d{1,24}(?:[.,]\d{1,24})*|[^\W\d_]+|.", re.DOTALL)
_PAD = 12


class Tokens:
    """Parallel lists over the tokens of one text.

    The lists end with padding (empty words), so that looking a few tokens past either end needs no bounds check:
    ``words[-1]`` and ``words[count]`` are both "".
    """

    __slots__ = ("count", "ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        if len(lowered) != len(text):
            # A few capitals lower to two characters ("İ"); offsets must keep counting the original.
            lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
        pieces = _TOKEN.findall(lowered)
        bounds = list(accumulate(map(len, pieces), initial=0))
        kept = [index for index, piece in enumerate(pieces) if not piece.isspace()]
        self.text = text
        self.count = len(kept)
        self.words: list[str] = [pieces[index] for index in kept] + [""] * _PAD
        self.starts: list[int] = [bounds[index] for index in kept] + [len(text)] * _PAD
        self.ends: list[int] = [bounds[index + 1] for index in kept] + [len(text)] * _PAD

    def glued(self, index: int) -> bool:
        """Whether token ``index`` touches the token before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def gap(self, index: int) -> str:
        """The white space between token ``index - 1`` and token ``index``."""
        if not 0 < index < self.count:
            return ""
        return self.text[self.ends[index - 1] : self.starts[index]]

    def capital(self, index: int) -> bool:
        """Whether token ``index`` begins with a capital letter in the text."""
        return index < self.count and self.text[self.starts[index]].isupper()

    def raw(self, first: int, last: int) -> str:
        """The text from token ``first`` up to, not including, token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def phrase(words: str) -> tuple[str, ...]:
    """The tokens of a phrase, cut as a text would be."""
    return tuple(piece for piece in _TOKEN.findall(words.lower()) if not piece.isspace())
