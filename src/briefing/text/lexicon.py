"""The word tables of one language, loaded once from a data file that a reader can check.

The tables live in ``data/<language>.toml``. A language without a file gets digits and nothing else, and says so
through ``Lexicon.words_known``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from importlib import resources

from briefing.text.compounds import Numerals, Parts, inflected
from briefing.text.tables import (
    Opens,
    Phrase,
    Phrases,
    Table,
    flagged,
    hedge_phrases,
    integers_of,
    merged,
    named_phrases,
    pairs_of,
    strings_of,
    table_of,
    unaccented,
    vocabulary_of,
    word_sets_of,
    words_of,
)
from briefing.text.tokens import phrase

_HUNDREDS = 999
_NOUN_TABLES = frozenset(("counting", "identifiers"))
"""Tables whose words mean nothing special behind a number: nouns, and words that name what precedes the number."""
_MONTH_FIRST = frozenset(("US", "PH"))
"""Regions that print the month before the day in digits (CLDR short date patterns)."""

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
    holidays: Phrases
    """Named days of the year, each with the rule that finds it in a year."""
    vocabulary: frozenset[str]
    """Every word that a table knows: a number before any other word has only a noun behind it."""
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
        data = {name: unaccented(value) if name in _MAY_LACK_ACCENTS else value for name, value in data.items()}
    base = data.get("base")
    if isinstance(base, str):
        data = merged(tomllib.loads((folder / f"{base}.toml").read_text("utf-8")), data)
    found = _build(data, language, words_known=known)
    return replace(found, month_first=True) if region.upper() in _MONTH_FIRST else found


def _build(data: Table, language: str, *, words_known: bool) -> Lexicon:
    digits = table_of(data, "digits")
    money = table_of(data, "money")
    relative = table_of(data, "relative")
    identifiers = table_of(data, "identifiers")
    times = word_sets_of(data, "times")
    relative_phrases = Phrases(
        [(phrase(words), name) for name in ("day_before", "day_after") for words in strings_of(relative.get(name))]
    )
    date_parts = Phrases(named_phrases(data, "dates", ("early", "mid", "late")))
    cardinals, scales, ordinals = (integers_of(data, name) for name in ("cardinals", "scales", "ordinals"))
    vague, vague_multiplied = pairs_of(data, "vague"), pairs_of(data, "vague_multiplied")
    fractions, months, weekdays = (integers_of(data, name) for name in ("fractions", "months", "weekdays"))
    numerals = _numerals(data, cardinals)
    _add_endings(data, numerals, ordinals, fractions)
    day_phrases = Phrases(_day_phrases(data))
    relative_days, multipliers = _single_words(integers_of(data, "relative_days")), words_of(data, "multipliers")
    durations, mixed = words_of(data, "durations"), words_of(data, "mixed")
    holidays = Phrases([(phrase(name), rule) for name, rule in words_of(data, "holidays").items()])
    openers = {
        Opens.DATE: (
            *holidays.keys(),
            *months, *weekdays, *relative_days, *day_phrases.keys(), *relative_phrases.keys(), *date_parts.keys(),
            *ordinals,
            *(word for name in ("relative", "dates") for word in strings_of(table_of(data, name).get("triggers"))),
        ),
        Opens.NUMBER: (
            *numerals, *scales, *vague, *mixed, *vague_multiplied, *fractions,
            *strings_of(table_of(data, "scale_rules").get("triggers")),
        ),
        Opens.FRACTION: fractions,
        Opens.MULTIPLIER: multipliers,
        Opens.ORDINAL: (*ordinals, *numerals, *strings_of(table_of(data, "scale_rules").get("bare"))),
        Opens.DURATION: durations,
        Opens.CLOCK: (*numerals, *times["words"], *times["half_before"]),
    }  # fmt: skip
    symbols = words_of(money, "symbols")
    behind = ("units", "money_countries", "capital_units", "durations", "money_after")
    return Lexicon(
        language=language,
        words_known=words_known,
        group="".join(strings_of(digits.get("group"))),
        decimal=str(digits.get("decimal", ".")),
        cardinals=numerals,
        scales=scales,
        scale_rules=word_sets_of(data, "scale_rules"),
        vague=vague,
        vague_multiplied=vague_multiplied,
        vague_scales=integers_of(data, "vague_scales"),
        ordinals=ordinals,
        ordinal_suffixes=word_sets_of(data, "ordinal_rules")["suffixes"],
        ordinal_rules=word_sets_of(data, "ordinal_rules"),
        fractions=fractions,
        multipliers={word: Decimal(value) for word, value in multipliers.items()},
        multiplier_rules=word_sets_of(data, "multiplier_rules"),
        before=Phrases(hedge_phrases(data, "hedges_before"), last=True),
        after=Phrases(hedge_phrases(data, "hedges_after")),
        hedge_rules=word_sets_of(data, "hedge_rules"),
        ranges=word_sets_of(data, "ranges"),
        negatives=word_sets_of(data, "negatives")["words"],
        percent=Phrases(named_phrases(data, "percent", ("percent", "points", "basis_points"))),
        ratios={name: frozenset(map(phrase, strings_of(value))) for name, value in table_of(data, "ratios").items()},
        symbols=words_of(money, "symbols"),
        symbols_apart=words_of(money, "symbols_apart"),
        prefixed=words_of(money, "prefixed"),
        money_before=Phrases([(phrase(words), code) for words, code in words_of(money, "before").items()], last=True),
        money_after=words_of(data, "money_after"),
        money_countries=Phrases([(phrase(words), code) for words, code in words_of(data, "money_countries").items()]),
        durations=durations,
        duration_rules=word_sets_of(data, "duration_rules"),
        units=Phrases([(phrase(words), unit) for words, unit in words_of(data, "units").items()]),
        unit_rules=word_sets_of(data, "unit_rules"),
        capital_units=words_of(data, "capital_units"),
        ages_after=Phrases([(phrase(words), "") for words in strings_of(table_of(data, "ages").get("after"))]),
        ages_before=Phrases(
            [(phrase(words), "") for words in strings_of(table_of(data, "ages").get("before"))], last=True
        ),
        months=months,
        month_rules=word_sets_of(data, "month_rules"),
        month_first=table_of(data, "month_rules").get("numeric_order") == "mdy",
        weekdays=weekdays,
        weekday_ambiguous=word_sets_of(data, "weekday_rules")["ambiguous"],
        weekday_joint=word_sets_of(data, "weekday_rules")["joint"],
        weekday_rules=word_sets_of(data, "weekday_rules"),
        dates=word_sets_of(data, "dates"),
        date_parts=date_parts,
        relative_days=relative_days,
        relative=word_sets_of(data, "relative"),
        relative_units=words_of(relative, "units"),
        relative_phrases=relative_phrases,
        times=times,
        meridiem=Phrases(named_phrases(data, "times", ("am", "pm"))),
        scores=word_sets_of(data, "scores"),
        identifiers=Phrases([(phrase(words), "") for words in strings_of(identifiers.get("before"))], last=True),
        identifier_rules=word_sets_of(data, "identifiers"),
        counting=word_sets_of(data, "counting"),
        irregular=words_of(table_of(data, "counting"), "irregular"),
        mixed={word: Decimal(value) for word, value in mixed.items()},
        symbol_scales=integers_of(table_of(data, "scale_rules"), "before_symbol"),
        linkers=_phrases(data, "unit_rules", "linkers"),
        ages=word_sets_of(data, "ages"),
        day_phrases=day_phrases,
        unit_phrases=Phrases(
            [(words, unit) for key, unit in words_of(relative, "units").items() if len(words := phrase(key)) > 1]
        ),
        behind=Phrases(_stepped(relative)),
        ago_before=_phrases(data, "relative", "ago_before", last=True),
        in_always=_phrases(data, "relative", "in_always", last=True),
        clock_after=_phrases(data, "times", "clock_after", last=True),
        hour_after=_phrases(data, "times", "hour_words_after", last=True),
        clock_parts=Phrases(_clock_parts(data)),
        joined_thousands=numerals.splits if isinstance(numerals, Numerals) else (),
        triggers=flagged(openers),
        amount_before=frozenset(
            (
                ",",
                *symbols,
                *words_of(money, "symbols_apart"),
                *(
                    phrase(words)[-1]
                    for words in (*words_of(money, "before"), *strings_of(table_of(data, "ages").get("before")))
                ),
            )
        ),
        holidays=holidays,
        vocabulary=frozenset(vocabulary_of({name: data[name] for name in data if name not in _NOUN_TABLES})),
        amount_behind=frozenset(
            (*symbols, *(phrase(words)[0] for name in behind for words in table_of(data, name)))
        ).union(
            (words[0] for words, _ in named_phrases(data, "percent", ("percent", "points", "basis_points"))),
            (phrase(words)[0] for words in strings_of(table_of(data, "ages").get("after"))),
            (phrase(words)[0] for words in strings_of(table_of(data, "unit_rules").get("compound_feet"))),
            strings_of(table_of(data, "ages").get("unit_behind")),
            *(strings_of(relative.get(name)) for name in ("inner_last", "inner_next")),
        ),
    )


def _numerals(data: Table, cardinals: dict[str, int]) -> Mapping[str, int]:
    """The cardinals, with the compounds of a language that writes numbers as one word."""
    rules = table_of(data, "compounds")
    if not rules:
        return cardinals
    tens = {word: value for word, value in cardinals.items() if 20 <= value < 100 and value % 10 == 0}
    parts = Parts(
        units=integers_of(rules, "units"),
        tens=tens,
        units_first=rules.get("order") == "units_first",
        joint=str(rules.get("and", "")),
        elided=frozenset(strings_of(rules.get("elided"))),
        hundred=strings_of(rules.get("hundred")),
        thousand=strings_of(rules.get("thousand")),
        one_thousand=strings_of(rules.get("one_thousand")),
        ands=strings_of(rules.get("ands")),
        teen_hundreds=bool(rules.get("teen_hundreds")),
    )
    return Numerals(cardinals, parts)


def _add_endings(data: Table, numerals: Mapping[str, int], ordinals: dict[str, int], fractions: dict[str, int]) -> None:
    """Complete ordinals and fractions by the endings that the language gives them."""
    rules = table_of(data, "ordinal_endings")
    if not rules:
        return
    ordinals |= {
        word + case: value for word, value in tuple(ordinals.items()) for case in strings_of(rules.get("cases"))
    }
    cut = bool(rules.get("cut"))
    words = [(word, value) for word, value in numerals.items() if 20 <= value <= (_HUNDREDS if cut else 100)]
    ordinals |= inflected(words, strings_of(rules.get("endings")), cut=cut)
    fractions |= {**inflected(words, strings_of(rules.get("fractions")), cut=cut), **fractions}


def _single_words(table: Mapping[str, int]) -> dict[str, int]:
    return {word: value for word, value in table.items() if len(phrase(word)) == 1}


def _day_phrases(data: Table) -> list[tuple[Phrase, str]]:
    table = integers_of(data, "relative_days").items()
    return [(words, str(value)) for key, value in table if len(words := phrase(key)) > 1]


def _stepped(relative: Table) -> list[tuple[Phrase, str]]:
    steps = (("behind_last", "-1"), ("behind_this", "0"), ("behind_next", "1"))
    return [(phrase(words), step) for name, step in steps for words in strings_of(relative.get(name))]


def _clock_parts(data: Table) -> list[tuple[Phrase, str]]:
    times = table_of(data, "times")
    parts = (("half_behind", "30"), ("quarter_behind", "15"), ("quarter_to", "-15"), ("three_quarters_behind", "45"))
    return [(phrase(words), minutes) for name, minutes in parts for words in strings_of(times.get(name))]


def _phrases(data: Table, table: str, name: str, *, last: bool = False) -> Phrases:
    return Phrases([(phrase(words), "") for words in strings_of(table_of(data, table).get(name))], last=last)
