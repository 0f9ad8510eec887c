"""Quotes cut from English articles by chance, with what was done to them; the articles are not part of the project.

`BRIEFING_EVAL_DATA` or an argument names the folder of the file. The same seed gives the same quotes.
"""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from evals.quotations_changes import Change
from evals.summaries_data import ENVIRONMENT, MissingDataError

FILE = "articles_dev.jsonl.gz"
_WORD = re.compile(r"\S+")
_WORDS = (12, 48)
"""Shortest and longest quote in words; the mean is 30."""
_TRIES = 6
"""Places of one article that are tried before the next article is taken."""
_ROUNDS = 3
"""Times that the articles are gone through; only a rare change, such as that of an accent, needs the second."""
_LONGEST = 12_000


@dataclass(frozen=True, slots=True)
class Quotation:
    """One changed quote; ``places`` are where its words stand in ``article``, several for one with an ellipsis."""

    article: str
    quote: str
    places: tuple[tuple[int, int], ...]


def load_articles(folder: Path | None) -> tuple[str, ...]:
    """The English articles. Raises ``MissingDataError`` if no folder is named or the file is not in it."""
    if folder is None:
        raise MissingDataError(f"no data: name the folder of {FILE} with --data or {ENVIRONMENT}")
    if not (folder / FILE).is_file():
        raise MissingDataError(f"{FILE} is not in {str(folder)!r}: name its folder with --data or {ENVIRONMENT}")
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return tuple(str(row["text"]) for row in rows if row["lang"] == "en")


def sample(
    articles: Sequence[str], change: Change | None, count: int, *, seed: str, keeps: bool
) -> tuple[Quotation, ...]:
    """``count`` quotes with ``change``, or fewer where no more are to be had; one from an article and round.

    A true quote stands once in its article. With ``keeps`` false the changed one stands there nowhere, so that
    whoever finds it is wrong.
    """
    chance = Random(seed)
    found: list[Quotation] = []
    for _ in range(_ROUNDS):
        for article in chance.sample(articles, len(articles)):
            if len(found) == count:
                return tuple(found)
            one = next(_tried(article, change, chance, keeps=keeps), None)
            if one is not None and one not in found:
                found.append(one)
    return tuple(found)


def joined(articles: Sequence[str], characters: int, *, seed: int) -> str:
    """One text of about so many characters, made of whole articles by chance, for the measuring of time."""
    parts: list[str] = []
    length = 0
    for article in Random(seed).sample(articles, len(articles)):
        parts.append(article)
        length += len(article) + 2
        if length >= characters:
            break
    return "\n\n".join(parts)[:characters]


def cut(text: str, chance: Random) -> tuple[int, int] | None:
    """The span of some 30 whole words of ``text`` by chance; ``None`` if it has not so many."""
    length = chance.randint(*_WORDS)
    words = list(_WORD.finditer(text))
    if len(words) <= length:
        return None
    first = chance.randrange(len(words) - length)
    return words[first].start(), words[first + length - 1].end()


def _tried(article: str, change: Change | None, chance: Random, *, keeps: bool) -> Iterator[Quotation]:
    if len(article) > _LONGEST:
        return
    for _ in range(_TRIES):
        place = cut(article, chance)
        if place is None:
            return
        start, end = place
        true = article[start:end]
        if article.count(true) != 1:
            continue
        if change is None:
            yield Quotation(article, true, (place,))
            continue
        changed = change(true, article, chance)
        if changed is None or (not keeps and _plain(changed.text) in _plain(article)):
            continue
        pieces = tuple((start + first, start + last) for first, last in changed.pieces)
        yield Quotation(article, changed.text, pieces or (place,))


def _plain(text: str) -> str:
    """Words only: what two texts with the same words have in common."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
