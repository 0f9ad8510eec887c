"""The word tables of one language, loaded once from a data file that a reader can check.

The tables live in ``data/<language>.toml``. A language without a file gets digits and nothing else, and says so
through ``Lexicon.words_known``.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntFlag
from functools import cache
from importlib import resources

from briefing.records.quantity import Hedge
from briefing.text.compounds import Numerals, Parts, inflected
from briefing.text.tokens import phrase

_HUNDREDS = 999
_MONTH_FIRST = frozenset(("US", "PH"))
"""Regions that print the month before the day in digits (CLDR short date patterns)."""

Phrase = tuple[str, ...]
Table = Mapping[str, object]


_MAY_LACK_ACCENTS = frozenset(
    (
        "cardinals",
        "scales",
        "ordinals",
        "fractions",
        "months",
        "weekdays",
        "durations",
        "units",
        "money_after",
        "relative",
        "scale_rules",
        "dates",
    )
)
"""The tables whose words are known without their accents too, if the language says so."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything that the reader knows of one language. Field names are the table names of the data file.

    Each is loaded once and is equal to itself only, so that what follows from its tables can be cached by it.
    """

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
    symbols_apart: Mapping[str, str]
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
    weekday_rules: Mapping[str, frozenset[str]]
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
    mixed: Mapping[str, Decimal]
    """Words for a whole and a half: "anderthalb"."""
    symbol_scales: Mapping[str, int]
    """Letters that are a scale only right before a currency sign: "45 M€"."""
    linkers: Phrases
    """What may stand between a scale and its unit: "millions d'euros"."""
    ages: Mapping[str, frozenset[str]]
    day_phrases: Phrases
    """Relative days of several words, with their distance from the anchor: "avant-hier"."""
    unit_phrases: Phrases
    """Units of time of several words: "fin de semana"."""
    behind: Phrases
    """Words behind a unit of time or a day that shift it, with their steps: "la semaine dernière"."""
    ago_before: Phrases
    in_always: Phrases
    clock_after: Phrases
    """Words behind which a bare number is a clock time: "a las 5"."""
    hour_after: Phrases
    clock_parts: Phrases
    """Minutes behind an hour in words: "y media", "moins le quart"."""
    joined_thousands: tuple[str, ...]
    """Parts by which a number word of more than a thousand is known.

    Empty where numbers are not written as one word.
    """
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
    """The word tables of ``language``; only digits and common signs if there is no table for it.

    A region may follow ("en-US"): it settles in which order the digits of a date stand.
    """
    import tomllib

    language, _, region = language.replace("_", "-").partition("-")
    folder = resources.files("briefing.text") / "data"
    known = language in available()
    source = folder / (f"{language}.toml" if known else "und.toml")
    data = tomllib.loads(source.read_text("utf-8"))
    if data.get("accents_optional"):
        data = {name: _unaccented(value) if name in _MAY_LACK_ACCENTS else value for name, value in data.items()}
    base = data.get("base")
    if isinstance(base, str):
        data = _merged(tomllib.loads((folder / f"{base}.toml").read_text("utf-8")), data)
    found = _build(data, language, words_known=known)
    return replace(found, month_first=True) if region.upper() in _MONTH_FIRST else found


def _unaccented(table: object) -> object:
    """A table of words with the same words without accents, where these are not words of the table themselves."""
    if isinstance(table, list):
        return list(dict.fromkeys([*table, *(_plain(str(word)) for word in table)]))
    if not isinstance(table, dict):
        return table
    if any(isinstance(value, list | dict) for value in table.values()):
        return {name: _unaccented(value) for name, value in table.items()}
    return {**{_plain(word): value for word, value in table.items()}, **table}


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def _merged(base: Table, own: Table) -> dict[str, object]:
    """Two data files as one; where both have an entry, that of ``own`` stands."""
    joined: dict[str, object] = {**base, **own}
    for key, value in base.items():
        mine = own.get(key)
        if isinstance(value, dict) and isinstance(mine, dict):
            joined[key] = _merged(value, mine)
    return joined


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
    numerals = _numerals(data, cardinals)
    _add_endings(data, numerals, ordinals, fractions)
    day_phrases = Phrases(_day_phrases(data))
    relative_days, multipliers = _single_words(_integers(data, "relative_days")), _words(data, "multipliers")
    durations, mixed = _words(data, "durations"), _words(data, "mixed")
    openers = {
        Opens.DATE: (
            *months, *weekdays, *relative_days, *day_phrases.keys(), *relative_phrases.keys(), *date_parts.keys(),
            *ordinals,
            *(word for name in ("relative", "dates") for word in _strings(_table(data, name).get("triggers"))),
        ),
        Opens.NUMBER: (
            *numerals, *scales, *vague, *mixed, *vague_multiplied, *fractions,
            *_strings(_table(data, "scale_rules").get("triggers")),
        ),
        Opens.FRACTION: fractions,
        Opens.MULTIPLIER: multipliers,
        Opens.ORDINAL: (*ordinals, *numerals, *_strings(_table(data, "scale_rules").get("bare"))),
        Opens.DURATION: durations,
        Opens.CLOCK: (*numerals, *times["words"], *times["half_before"]),
    }  # fmt: skip
    symbols = _words(money, "symbols")
    behind = ("units", "money_countries", "capital_units", "durations", "money_after")
    return Lexicon(
        language=language,
        words_known=words_known,
        group="".join(_strings(digits.get("group"))),
        decimal=str(digits.get("decimal", ".")),
        cardinals=numerals,
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
        symbols_apart=_words(money, "symbols_apart"),
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
        weekday_rules=_word_sets(data, "weekday_rules"),
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
        mixed={word: Decimal(value) for word, value in mixed.items()},
        symbol_scales=_integers(_table(data, "scale_rules"), "before_symbol"),
        linkers=_phrases(data, "unit_rules", "linkers"),
        ages=_word_sets(data, "ages"),
        day_phrases=day_phrases,
        unit_phrases=Phrases(
            [(words, unit) for key, unit in _words(relative, "units").items() if len(words := phrase(key)) > 1]
        ),
        behind=Phrases(_stepped(relative)),
        ago_before=_phrases(data, "relative", "ago_before", last=True),
        in_always=_phrases(data, "relative", "in_always", last=True),
        clock_after=_phrases(data, "times", "clock_after", last=True),
        hour_after=_phrases(data, "times", "hour_words_after", last=True),
        clock_parts=Phrases(_clock_parts(data)),
        joined_thousands=numerals.splits if isinstance(numerals, Numerals) else (),
        triggers=_flagged(openers),
        amount_before=frozenset(
            (
                ",",
                *symbols,
                *_words(money, "symbols_apart"),
                *(
                    phrase(words)[-1]
                    for words in (*_words(money, "before"), *_strings(_table(data, "ages").get("before")))
                ),
            )
        ),
        amount_behind=frozenset(
            (*symbols, *(phrase(words)[0] for name in behind for words in _table(data, name)))
        ).union(
            (words[0] for words, _ in _named(data, "percent", ("percent", "points", "basis_points"))),
            (phrase(words)[0] for words in _strings(_table(data, "ages").get("after"))),
            (phrase(words)[0] for words in _strings(_table(data, "unit_rules").get("compound_feet"))),
            _strings(_table(data, "ages").get("unit_behind")),
        ),
    )


def _numerals(data: Table, cardinals: dict[str, int]) -> Mapping[str, int]:
    """The cardinals, with the compounds of a language that writes numbers as one word."""
    rules = _table(data, "compounds")
    if not rules:
        return cardinals
    tens = {word: value for word, value in cardinals.items() if 20 <= value < 100 and value % 10 == 0}
    parts = Parts(
        units=_integers(rules, "units"),
        tens=tens,
        units_first=rules.get("order") == "units_first",
        joint=str(rules.get("and", "")),
        elided=frozenset(_strings(rules.get("elided"))),
        hundred=_strings(rules.get("hundred")),
        thousand=_strings(rules.get("thousand")),
        one_thousand=_strings(rules.get("one_thousand")),
        ands=_strings(rules.get("ands")),
        teen_hundreds=bool(rules.get("teen_hundreds")),
    )
    return Numerals(cardinals, parts)


def _add_endings(data: Table, numerals: Mapping[str, int], ordinals: dict[str, int], fractions: dict[str, int]) -> None:
    """Complete ordinals and fractions by the endings that the language gives them."""
    rules = _table(data, "ordinal_endings")
    if not rules:
        return
    ordinals |= {word + case: value for word, value in tuple(ordinals.items()) for case in _strings(rules.get("cases"))}
    cut = bool(rules.get("cut"))
    words = [(word, value) for word, value in numerals.items() if 20 <= value <= (_HUNDREDS if cut else 100)]
    ordinals |= inflected(words, _strings(rules.get("endings")), cut=cut)
    fractions |= {**inflected(words, _strings(rules.get("fractions")), cut=cut), **fractions}


def _single_words(table: Mapping[str, int]) -> dict[str, int]:
    return {word: value for word, value in table.items() if len(phrase(word)) == 1}


def _day_phrases(data: Table) -> list[tuple[Phrase, str]]:
    table = _integers(data, "relative_days").items()
    return [(words, str(value)) for key, value in table if len(words := phrase(key)) > 1]


def _stepped(relative: Table) -> list[tuple[Phrase, str]]:
    steps = (("behind_last", "-1"), ("behind_this", "0"), ("behind_next", "1"))
    return [(phrase(words), step) for name, step in steps for words in _strings(relative.get(name))]


def _clock_parts(data: Table) -> list[tuple[Phrase, str]]:
    times = _table(data, "times")
    parts = (("half_behind", "30"), ("quarter_behind", "15"), ("quarter_to", "-15"), ("three_quarters_behind", "45"))
    return [(phrase(words), minutes) for name, minutes in parts for words in _strings(times.get(name))]


def _phrases(data: Table, table: str, name: str, *, last: bool = False) -> Phrases:
    return Phrases([(phrase(words), "") for words in _strings(_table(data, table).get(name))], last=last)


def _flagged(openers: Mapping[Opens, Iterable[str]]) -> dict[str, int]:
    flags: dict[str, int] = {}
    for opens, words in openers.items():
        for word in words:
            flags[word] = flags.get(word, 0) | opens.value
    return flags


_EMPTY: frozenset[str] = frozenset()


class _WordSets(dict[str, frozenset[str]]):
    """A table of word lists in which a list that a language does not have is empty."""

    def __missing__(self, key: str) -> frozenset[str]:
        return _EMPTY


def _table(data: Table, name: str) -> Table:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _strings(value: object) -> tuple[str, ...]:
    """A list of words; a rule that is switched on or has one word is a list of one."""
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return (str(value),) if value is True or isinstance(value, str) else ()


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
