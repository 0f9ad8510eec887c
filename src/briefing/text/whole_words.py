"""Words of a text at their place: never the inside of a longer word or number."""

import re

from briefing.records.spans import Span


def find_whole(text: str, wanted: str, start: int, end: int) -> Span | None:
    """Where ``wanted`` first stands in ``text[start:end]`` as whole words, letter by letter; ``None`` if nowhere.

    "200" is not found in "1,200", nor "end" in "weekend"; white space stands for any white space.
    """
    words = wanted.split()
    if not words:
        return None
    inner = r"\s+".join(map(re.escape, words))
    # A digit run goes on over a point or a comma between digits.
    pattern = re.compile(rf"(?<!\w)(?<!\d[.,]){inner}(?!\w)(?![.,]\d)")
    found = pattern.search(text, start, end)
    return Span(*found.span()) if found is not None else None
