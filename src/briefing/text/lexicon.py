"""The word tables of one language, loaded once from a data file that a reader can check.

The tables live in ``data/<language>.toml``. A language without a file gets digits and nothing else, and says so
through ``Lexicon.words_known``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntFlag
from functools import cache
from importlib import resources

from briefing.records.quantity import Hedge
from briefing.text.tokens import phrase

Phrase = tuple[str, ...]
Table = Mapping[str, object]


class Opens(IntFlag):
    """What a word may begin."""

    DATE = 1
    NUMBER = 2
    FRACTION = 4
    MULTIPLIER = 8
    ORDINAL = 16
    DURATION = 32
    CLOCK = 64


class Phrases:
    """Phrases by their first (or last) word, longest first, each with a value."""

    __slots__ = ("_by_word", "_last")

    def __init__(self, entries: Iterable[tuple[Phrase, str]], *, last: bool = False) -> None:
        by_word: dict[str, list[tuple[Phrase, str]]] = {}
        for words, value in entries:
            by_word.setdefault(words[-1 if last else 0], []).append((words, value))
        for found in by_word.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self._by_word = by_word
        self._last = last

    def __contains__(self, word: str) -> bool:
        return word in self._by_word

    def keys(self) -> Iterable[str]:
        """The words that phrases begin (or end) with."""
        return self._by_word.keys()

    def at(self, words: list[str], index: int) -> tuple[int, str] | None:
        """Length and value of the longest phrase that starts at ``index`` (or ends there), if any."""
        found = self._by_word.get(words[index])
        if found is None:
            return None
        for entry, value in found:
            size = len(entry)
            first = index - size + 1 if self._last else index
            if first >= 0 and tuple(words[first : first + size]) == entry:
                return size, value
        return None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that the reader knows of one language. Field names are the table names of the data file."""

    language: str
    words_known: bool
    group: str
    decimal: str
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    scale_rules: Mapping[str, frozenset[str]]
    vague: Mapping[str, tuple[int, int]]
    vague_multiplied: Mapping[str, tuple[int, int]]
    vague_scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    ordinal_rules: Mapping[str, frozenset[str]]
    fractions: Mapping[str, int]
    multipliers: Mapping[str, Decimal]
    multiplier_rules: Mapping[str, frozenset[str]]
    before: Phrases
    after: Phrases
    hedge_rules: Mapping[str, frozenset[str]]
    ranges: Mapping[str, frozenset[str]]
    negatives: frozenset[str]
    percent: Phrases
    ratios: Mapping[str, frozenset[Phrase]]
    symbols: Mapping[str, str]
    prefixed: Mapping[str, str]
    money_before: Phrases
    money_after: Mapping[str, str]
    money_countries: Phrases
    durations: Mapping[str, str]
    duration_rules: Mapping[str, frozenset[str]]
    units: Phrases
    unit_rules: Mapping[str, frozenset[str]]
    capital_units: Mapping[str, str]
    ages_after: Phrases
    ages_before: Phrases
    months: Mapping[str, int]
    month_rules: Mapping[str, frozenset[str]]
    month_first: bool
    weekdays: Mapping[str, int]
    weekday_ambiguous: frozenset[str]
    weekday_joint: frozenset[str]
    dates: Mapping[str, frozenset[str]]
    date_parts: Phrases
    relative_days: Mapping[str, int]
    relative: Mapping[str, frozenset[str]]
    relative_units: Mapping[str, str]
    relative_phrases: Phrases
    times: Mapping[str, frozenset[str]]
    meridiem: Phrases
    scores: Mapping[str, frozenset[str]]
    identifiers: Phrases
    identifier_rules: Mapping[str, frozenset[str]]
    counting: Mapping[str, frozenset[str]]
    irregular: Mapping[str, str]
    triggers: Mapping[str, int]
    """The words at which a figure may begin, and what each may open (bits of ``Opens``)."""
    amount_before: frozenset[str]
    amount_behind: frozenset[str]
    """The words before and behind a number that can make it more than a number; anything else is passed over."""


def available() -> tuple[str, ...]:
    """The languages whose words are known, sorted."""
    folder = resources.files("briefing.text") / "data"
    return tuple(
        sorted(name.removesuffix(".toml") for item in folder.iterdir() if len(name := item.name) == len("en.toml"))
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The word tables of ``language``; only digits and common signs if there is no table for it."""
    import tomllib

    folder = resources.files("briefing.text") / "data"
    known = language in available()
    source = folder / (f"{language}.toml" if known else "und.toml")
    return _build(tomllib.loads(source.read_text("utf-8")), language, words_known=known)


def _build(data: Table, language: str, *, words_known: bool) -> Lexicon:
    digits = _table(data, "digits")
    money = _table(data, "money")
    relative = _table(data, "relative")
    identifiers = _table(data, "identifiers")
    times = _word_sets(data, "times")
    relative_phrases = Phrases(
        [(phrase(words), name) for name in ("day_before", "day_after") for words in _strings(relative.get(name))]
    )
    date_parts = Phrases(_named(data, "dates", ("early", "mid", "late")))
    cardinals, scales, ordinals = (_integers(data, name) for name in ("cardinals", "scales", "ordinals"))
    vague, vague_multiplied = _pairs(data, "vague"), _pairs(data, "vague_multiplied")
    fractions, months, weekdays = (_integers(data, name) for name in ("fractions", "months", "weekdays"))
    relative_days, multipliers = _integers(data, "relative_days"), _words(data, "multipliers")
    durations = _words(data, "durations")
    openers = {
        Opens.DATE: (
            *months, *weekdays, *relative_days, *relative_phrases.keys(), *date_parts.keys(), *ordinals,
            *(word for name in ("relative", "dates") for word in _strings(_table(data, name).get("triggers"))),
        ),
        Opens.NUMBER: (
            *cardinals, *scales, *vague, *vague_multiplied, *fractions, *_strings(_table(data, "scale_rules").get("triggers")),
        ),
        Opens.FRACTION: fractions,
        Opens.MULTIPLIER: multipliers,
        Opens.ORDINAL: (*ordinals, *cardinals),
        Opens.DURATION: durations,
        Opens.CLOCK: (*cardinals, *times["words"]),
    }  # fmt: skip
    symbols, money_after = _words(money, "symbols"), _words(data, "money_after")
    behind = ("units", "money_countries", "capital_units", "durations", "money_after")
    return Lexicon(
        language=language,
        words_known=words_known,
        group="".join(_strings(digits.get("group"))),
        decimal=str(digits.get("decimal", ".")),
        cardinals=cardinals,
        scales=scales,
        scale_rules=_word_sets(data, "scale_rules"),
        vague=vague,
        vague_multiplied=vague_multiplied,
        vague_scales=_integers(data, "vague_scales"),
        ordinals=ordinals,
        ordinal_suffixes=_word_sets(data, "ordinal_rules")["suffixes"],
        ordinal_rules=_word_sets(data, "ordinal_rules"),
        fractions=fractions,
        multipliers={word: Decimal(value) for word, value in multipliers.items()},
        multiplier_rules=_word_sets(data, "multiplier_rules"),
        before=Phrases(_hedges(data, "hedges_before"), last=True),
        after=Phrases(_hedges(data, "hedges_after")),
        hedge_rules=_word_sets(data, "hedge_rules"),
        ranges=_word_sets(data, "ranges"),
        negatives=_word_sets(data, "negatives")["words"],
        percent=Phrases(_named(data, "percent", ("percent", "points", "basis_points"))),
        ratios={name: frozenset(map(phrase, _strings(value))) for name, value in _table(data, "ratios").items()},
        symbols=_words(money, "symbols"),
        prefixed=_words(money, "prefixed"),
        money_before=Phrases([(phrase(words), code) for words, code in _words(money, "before").items()], last=True),
        money_after=_words(data, "money_after"),
        money_countries=Phrases([(phrase(words), code) for words, code in _words(data, "money_countries").items()]),
        durations=durations,
        duration_rules=_word_sets(data, "duration_rules"),
        units=Phrases([(phrase(words), unit) for words, unit in _words(data, "units").items()]),
        unit_rules=_word_sets(data, "unit_rules"),
        capital_units=_words(data, "capital_units"),
        ages_after=Phrases([(phrase(words), "") for words in _strings(_table(data, "ages").get("after"))]),
        ages_before=Phrases([(phrase(words), "") for words in _strings(_table(data, "ages").get("before"))], last=True),
        months=months,
        month_rules=_word_sets(data, "month_rules"),
        month_first=_table(data, "month_rules").get("numeric_order") == "mdy",
        weekdays=weekdays,
        weekday_ambiguous=_word_sets(data, "weekday_rules")["ambiguous"],
        weekday_joint=_word_sets(data, "weekday_rules")["joint"],
        dates=_word_sets(data, "dates"),
        date_parts=date_parts,
        relative_days=relative_days,
        relative=_word_sets(data, "relative"),
        relative_units=_words(relative, "units"),
        relative_phrases=relative_phrases,
        times=times,
        meridiem=Phrases(_named(data, "times", ("am", "pm"))),
        scores=_word_sets(data, "scores"),
        identifiers=Phrases([(phrase(words), "") for words in _strings(identifiers.get("before"))], last=True),
        identifier_rules=_word_sets(data, "identifiers"),
        counting=_word_sets(data, "counting"),
        irregular=_words(_table(data, "counting"), "irregular"),
        triggers=_flagged(openers),
        amount_before=frozenset(
            (",", *symbols, *(phrase(words)[-1] for words in (*_words(money, "before"), *_strings(_table(data, "ages").get("before")))))
        ),
        amount_behind=frozenset(
            (*symbols, *(phrase(words)[0] for name in behind for words in _table(data, name)))
        ).union(
            (words[0] for words, _ in _named(data, "percent", ("percent", "points", "basis_points"))),
            (phrase(words)[0] for words in _strings(_table(data, "ages").get("after"))),
            (phrase(words)[0] for words in _strings(_table(data, "unit_rules").get("compound_feet"))),
        ),
    )


def _flagged(openers: Mapping[Opens, Iterable[str]]) -> dict[str, int]:
    flags: dict[str, int] = {}
    for opens, words in openers.items():
        for word in words:
            flags[word] = flags.get(word, 0) | opens.value
    return flags


class _WordSets(dict[str, frozenset[str]]):
    """A table of word lists in which a list that a language does not have is empty."""

    def __missing__(self, key: str) -> frozenset[str]:
        return frozenset()


def _table(data: Table, name: str) -> Table:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _words(data: Table, name: str) -> dict[str, str]:
    return {str(key): str(value) for key, value in _table(data, name).items()}


def _integers(data: Table, name: str) -> dict[str, int]:
    return {str(key): int(str(value)) for key, value in _table(data, name).items()}


def _pairs(data: Table, name: str) -> dict[str, tuple[int, int]]:
    pairs = {}
    for key, value in _table(data, name).items():
        low, high = _strings(value)
        pairs[str(key)] = (int(low), int(high))
    return pairs


def _word_sets(data: Table, name: str) -> Mapping[str, frozenset[str]]:
    return _WordSets({key: frozenset(_strings(value)) for key, value in _table(data, name).items()})


def _named(data: Table, table: str, names: tuple[str, ...]) -> list[tuple[Phrase, str]]:
    return [(phrase(words), name) for name in names for words in _strings(_table(data, table).get(name))]


def _hedges(data: Table, table: str) -> list[tuple[Phrase, str]]:
    return [(phrase(words), hedge.value) for hedge in Hedge for words in _strings(_table(data, table).get(hedge.value))]
