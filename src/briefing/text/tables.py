"""The tables of a language's data file, brought into the shapes that look-ups need."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import IntFlag

from briefing.records.quantity import Hedge
from briefing.text.tokens import phrase

Phrase = tuple[str, ...]
Table = Mapping[str, object]
_EMPTY: frozenset[str] = frozenset()


class Opens(IntFlag):
    """What a word may begin."""

    DATE = 1
    NUMBER = 2
    FRACTION = 4
    MULTIPLIER = 8
    ORDINAL = 16
    DURATION = 32
    CLOCK = 64


class Phrases(dict[str, list[tuple[Phrase, str]]]):
    """Phrases by their first (or last) word, longest first, each with a value."""

    __slots__ = ("_last",)

    def __init__(self, entries: Iterable[tuple[Phrase, str]], *, last: bool = False) -> None:
        super().__init__()
        for words, value in entries:
            self.setdefault(words[-1 if last else 0], []).append((words, value))
        for found in self.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self._last = last

    def at(self, words: list[str], index: int) -> tuple[int, str] | None:
        """Length and value of the longest phrase that starts at ``index`` (or ends there), if any."""
        found = self.get(words[index])
        if found is None:
            return None
        for entry, value in found:
            size = len(entry)
            first = index - size + 1 if self._last else index
            if first >= 0 and tuple(words[first : first + size]) == entry:
                return size, value
        return None


class _WordSets(dict[str, frozenset[str]]):
    """A table of word lists in which a list that a language does not have is empty."""

    def __missing__(self, key: str) -> frozenset[str]:
        return _EMPTY


def merged(base: Table, own: Table) -> dict[str, object]:
    """Two data files as one; where both have an entry, that of ``own`` stands."""
    joined: dict[str, object] = {**base, **own}
    for key, value in base.items():
        mine = own.get(key)
        if isinstance(value, dict) and isinstance(mine, dict):
            joined[key] = merged(value, mine)
    return joined


def unaccented(table: object) -> object:
    """A table of words with the same words without accents, where these are not words of the table themselves."""
    if isinstance(table, list):
        return list(dict.fromkeys([*table, *(_plain(str(word)) for word in table)]))
    if not isinstance(table, dict):
        return table
    if any(isinstance(value, list | dict) for value in table.values()):
        return {name: unaccented(value) for name, value in table.items()}
    return {**{_plain(word): value for word, value in table.items()}, **table}


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def vocabulary_of(value: object) -> Iterator[str]:
    """The words of a table, its keys and its lists; of each phrase the first word."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from phrase(str(key))[:1]
            yield from vocabulary_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from vocabulary_of(inner)
    elif isinstance(value, str):
        yield from phrase(value)[:1]


def flagged(openers: Mapping[Opens, Iterable[str]]) -> dict[str, int]:
    """Every opening word with all that it may open, as bits."""
    flags: dict[str, int] = {}
    for opens, words in openers.items():
        for word in words:
            flags[word] = flags.get(word, 0) | opens.value
    return flags


def table_of(data: Table, name: str) -> Table:
    """One table of a data file; an empty one if the language has none such."""
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def strings_of(value: object) -> tuple[str, ...]:
    """A list of words; a rule that is switched on or has one word is a list of one."""
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return (str(value),) if value is True or isinstance(value, str) else ()


def words_of(data: Table, name: str) -> dict[str, str]:
    """The strings of a list; none if it is no list."""
    return {str(key): str(value) for key, value in table_of(data, name).items()}


def integers_of(data: Table, name: str) -> dict[str, int]:
    """A table of words, each with a word."""
    return {str(key): int(str(value)) for key, value in table_of(data, name).items()}


def pairs_of(data: Table, name: str) -> dict[str, tuple[int, int]]:
    """A table of words, each with a whole number."""
    pairs = {}
    for key, value in table_of(data, name).items():
        low, high = strings_of(value)
        pairs[str(key)] = (int(low), int(high))
    return pairs


def word_sets_of(data: Table, name: str) -> Mapping[str, frozenset[str]]:
    """A table of words, each with a low and a high bound."""
    return _WordSets({key: frozenset(strings_of(value)) for key, value in table_of(data, name).items()})


def named_phrases(data: Table, table: str, names: tuple[str, ...]) -> list[tuple[Phrase, str]]:
    """A table of word lists, as sets; a list that is not there is empty."""
    return [(phrase(words), name) for name in names for words in strings_of(table_of(data, table).get(name))]


def hedge_phrases(data: Table, table: str) -> list[tuple[Phrase, str]]:
    """The phrases of some lists of a table, each with the name of its list."""
    return [
        (phrase(words), hedge.value) for hedge in Hedge for words in strings_of(table_of(data, table).get(hedge.value))
    ]
