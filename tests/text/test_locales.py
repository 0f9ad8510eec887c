"""The reader in French, Spanish, German, Portuguese and Italian: hand cases by what a word table promises."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.events import events
from briefing.text.lexicon import available, lexicon
from briefing.text.quantities import read_quantities

ANCHOR = dt.date(2024, 9, 17)
"""A Tuesday."""
LANGUAGES = ("fr", "es", "de", "pt", "it")


def read(locale: str, text: str, anchor: dt.date | None = ANCHOR) -> tuple[Quantity, ...]:
    """The figures of a text."""
    return read_quantities(text, locale=locale, anchor=anchor)


def only(locale: str, text: str) -> Quantity:
    """The one figure of a text."""
    found = read(locale, text)
    assert len(found) == 1, [(quantity.raw, quantity.kind) for quantity in found]
    return found[0]


def test_every_language_of_the_project_has_its_words() -> None:
    """The six languages have word tables, and a table says that words are known."""
    assert set(LANGUAGES) | {"en"} <= set(available())
    assert all(lexicon(language).words_known for language in LANGUAGES)


@pytest.mark.parametrize(
    ("locale", "words", "value"),
    [
        ("fr", "soixante-dix", 70),
        ("fr", "soixante et onze", 71),
        ("fr", "quatre-vingts", 80),
        ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "cent quatre-vingt-dix-neuf", 199),
        ("fr", "vingt et un", 21),
        ("fr", "nonante-deux", 92),
        ("fr", "deux cent cinquante", 250),
        ("fr", "mille deux cents", 1200),
        ("fr", "deux millions cent mille", 2_100_000),
        ("fr", "mille milliards", 10**12),
        ("es", "veintiuno", 21),
        ("es", "treinta y uno", 31),
        ("es", "doscientos cincuenta y seis", 256),
        ("es", "mil millones", 10**9),
        ("es", "dos mil trescientos millones", 2_300_000_000),
        ("es", "tres millones doscientos mil", 3_200_000),
        ("de", "einundzwanzig", 21),
        ("de", "zweihundertfünfzig", 250),
        ("de", "zweitausenddreihundert", 2300),
        ("de", "neunzehnhundertneunundachtzig", 1989),
        ("de", "drei Millionen zweihunderttausend", 3_200_000),
        ("pt", "cento e vinte", 120),
        ("pt", "mil e duzentos", 1200),
        ("pt", "duas mil trezentas e quarenta e sete", 2347),
        ("pt", "três bilhões", 3 * 10**9),
        ("pt", "três mil milhões", 3 * 10**9),
        ("it", "ventuno", 21),
        ("it", "ventotto", 28),
        ("it", "centoventi", 120),
        ("it", "duemilatrecento", 2300),
        ("it", "quarantaquattromila", 44_000),
        ("it", "tre milioni e duecentomila", 3_200_000),
    ],
)
def test_numbers_in_words_have_their_value(locale: str, words: str, value: int) -> None:
    """A number in words is one figure over all of its words, with its exact value."""
    found = only(locale, f"({words})")
    assert (found.raw, found.stated) == (words, Decimal(value))


@pytest.mark.parametrize(
    ("locale", "text", "values"),
    [
        ("fr", "entre vingt et trente", ["20", "30"]),
        ("es", "entre mil y dos mil soldados", ["1000", "2000"]),
        ("pt", "entre cem e duzentos soldados", ["100", "200"]),
        ("it", "tra venti e trenta soldati", ["20", "30"]),
        ("de", "zwischen hundert und zweihundert Soldaten", ["100", "200"]),
    ],
)
def test_the_word_for_and_does_not_join_two_numbers_of_a_range(locale: str, text: str, values: list[str]) -> None:
    """The word for "and" inside a range parts two numbers, though it also joins tens and units."""
    found = only(locale, text)
    assert [str(found.low), str(found.high), found.hedge] == [*values, Hedge.RANGE]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("fr", "Un homme et une femme se sont vus."),
        ("fr", "Elle roule sur un vélo neuf."),
        ("es", "Un hombre y una mujer se vieron."),
        ("es", "Cada uno hizo lo suyo."),
        ("de", "Ein Mann und eine Frau sahen sich."),
        ("pt", "Um homem e uma mulher se viram."),
        ("pt", "Segundo o governo, nada mudou."),
        ("it", "Un uomo e una donna si sono visti."),
        ("it", "Tu sei bravo."),
        ("it", "Prima di partire ha cantato, secondo il giudice."),
    ],
)
def test_articles_and_homographs_are_no_figures(locale: str, text: str) -> None:
    """The article is not the number one, and words that are also number words are left alone."""
    assert read(locale, text) == ()


@pytest.mark.parametrize(
    ("locale", "text", "raw", "value", "currency"),
    [
        ("fr", "Il faut 1,2 milliard d'euros.", "1,2 milliard d'euros", "1200000000", "EUR"),
        ("fr", "Il faut 1,2 milliard d’euros.", "1,2 milliard d’euros", "1200000000", "EUR"),
        ("fr", "Le fonds pèse 45 M€.", "45 M€", "45000000", "EUR"),
        ("fr", "Le ticket vaut un euro.", "un euro", "1", "EUR"),
        ("es", "Cuesta 1.500 millones de dólares.", "1.500 millones de dólares", "1500000000", "USD"),
        ("de", "Es kostet 3,5 Mio. Euro pro Jahr.", "3,5 Mio. Euro", "3500000", "EUR"),
        ("de", "Es kostet 2 Mrd. Euro.", "2 Mrd. Euro", "2000000000", "EUR"),
        ("pt", "Custa R$ 3,5 milhões.", "R$ 3,5 milhões", "3500000", "BRL"),
        ("it", "Servono 500 milioni di euro.", "500 milioni di euro", "500000000", "EUR"),
    ],
)
def test_money_stands_behind_its_scale(locale: str, text: str, raw: str, value: str, currency: str) -> None:
    """Decimal commas, groups, scales and what links them to the currency make one sum."""
    found = only(locale, text)
    assert (found.raw, found.kind, found.stated, found.currency) == (raw, Kind.MONEY, Decimal(value), currency)


@pytest.mark.parametrize(
    ("locale", "text", "raw", "hedge", "low", "high"),
    [
        ("fr", "au moins 17 morts", "au moins 17", Hedge.AT_LEAST, "17", None),
        ("fr", "moins de 20 sièges", "moins de 20", Hedge.FEWER_THAN, None, "20"),
        ("fr", "plus d'un million", "plus d'un million", Hedge.MORE_THAN, "1000000", None),
        ("es", "al menos 17 muertos", "al menos 17", Hedge.AT_LEAST, "17", None),
        ("es", "menos 20 grados", "menos 20 grados", Hedge.EXACT, "-20", "-20"),
        ("de", "bis zu 1.000 Soldaten", "bis zu 1.000", Hedge.UP_TO, None, "1000"),
        ("pt", "pelo menos 17 mortos", "pelo menos 17", Hedge.AT_LEAST, "17", None),
        ("it", "non meno di 17 morti", "non meno di 17", Hedge.AT_LEAST, "17", None),
        ("it", "circa 500 o più", "circa 500 o più", Hedge.AT_LEAST, "500", None),
    ],
)
def test_hedges_are_bounds_and_minus_is_a_sign(
    locale: str, text: str, raw: str, hedge: Hedge, low: str | None, high: str | None
) -> None:
    """As in "au moins 17", a bound although "moins" alone is a sign; the bound wins over an approximation before it."""
    found = only(locale, text)
    assert (found.raw, found.hedge) == (raw, hedge)
    assert (found.low, found.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("locale", "text", "first", "last"),
    [
        ("fr", "le 1er mai 2023", "2023-05-01", "2023-05-01"),
        ("fr", "mardi dernier", "2024-09-10", "2024-09-10"),
        ("fr", "il y a trois jours", "2024-09-14", "2024-09-14"),
        ("fr", "avant-hier", "2024-09-15", "2024-09-15"),
        ("fr", "le mois dernier", "2024-08-01", "2024-08-31"),
        ("fr", "les années 90", "1990-01-01", "1999-12-31"),
        ("fr", "au XXIe siècle", "2001-01-01", "2100-12-31"),
        ("es", "el 3 de mayo de 2023", "2023-05-03", "2023-05-03"),
        ("es", "el treinta y uno de enero de 2023", "2023-01-31", "2023-01-31"),
        ("es", "hace tres días", "2024-09-14", "2024-09-14"),
        ("es", "el año pasado", "2023-01-01", "2023-12-31"),
        ("es", "pasado mañana", "2024-09-19", "2024-09-19"),
        ("es", "del 5 al 10 de mayo de 2023", "2023-05-05", "2023-05-10"),
        ("es", "el siglo XX", "1901-01-01", "2000-12-31"),
        ("de", "am 3. Mai 2023", "2023-05-03", "2023-05-03"),
        ("de", "vom 5. bis 10. Mai 2023", "2023-05-05", "2023-05-10"),
        ("de", "vor drei Tagen", "2024-09-14", "2024-09-14"),
        ("de", "am 22.04.", "2024-04-22", "2024-04-22"),
        ("de", "im 3. Quartal 2023", "2023-07-01", "2023-09-30"),
        ("de", "in den 1990er Jahren", "1990-01-01", "1999-12-31"),
        ("pt", "em 3 de maio de 2023", "2023-05-03", "2023-05-03"),
        ("pt", "há três dias", "2024-09-14", "2024-09-14"),
        ("pt", "na segunda-feira", "2024-09-16", "2024-09-16"),
        ("pt", "no dia 12", "2024-09-12", "2024-09-12"),
        ("pt", "nesta segunda-feira (16)", "2024-09-16", "2024-09-16"),
        ("es", "marcharon entre ellas el pasado 12 de junio", "2024-06-12", "2024-06-12"),
        ("it", "il 3 maggio 2023", "2023-05-03", "2023-05-03"),
        ("it", "tre giorni fa", "2024-09-14", "2024-09-14"),
        ("it", "l'altro ieri", "2024-09-15", "2024-09-15"),
        ("it", "gli anni Novanta", "1990-01-01", "1999-12-31"),
        ("it", "la settimana scorsa", "2024-09-09", "2024-09-15"),
    ],
)
def test_dates_are_intervals_of_days(locale: str, text: str, first: str, last: str) -> None:
    """Dates and relative words give their first and last day, as the language orders and shifts them."""
    found = only(locale, text)
    assert found.date is not None
    assert (str(found.date.first), str(found.date.last)) == (first, last)


@pytest.mark.parametrize(
    ("locale", "text", "minutes"),
    [
        ("fr", "à 14h30", 870),
        ("fr", "à 18 heures", 1080),
        ("de", "um 14 Uhr 30", 870),
        ("de", "um 18.30 Uhr", 1110),
        ("de", "um halb acht", 450),
        ("es", "a las 14:30", 870),
        ("es", "a las cinco y media de la tarde", 1050),
        ("pt", "às 14h30", 870),
        ("it", "alle 14.30", 870),
    ],
)
def test_clock_times_are_minutes_after_midnight(locale: str, text: str, minutes: int) -> None:
    """The words that open a clock time, and those behind the hour, are the language's own."""
    found = only(locale, text)
    assert (found.kind, found.stated) == (Kind.TIME, Decimal(minutes))


@pytest.mark.parametrize(
    ("locale", "text", "kind"),
    [
        ("fr", "La grève dure 18 heures.", Kind.DURATION),
        ("it", "La medaglia va alle 14 vittime.", Kind.CARDINAL),
        ("es", "Ayudó a las 5 víctimas.", Kind.CARDINAL),
        ("it", "Il corteo di 2000 persone si ferma.", Kind.CARDINAL),
        ("de", "Es kamen 2000 Menschen.", Kind.CARDINAL),
        ("es", "Cumple una pena de 35 años.", Kind.DURATION),
        ("es", "El detenido es un hombre de 35 años.", Kind.AGE),
        ("fr", "Marie, 35 ans, enseigne.", Kind.AGE),
        ("de", "Der 35-Jährige schwieg.", Kind.AGE),
        ("it", "Il 35enne tace.", Kind.AGE),
        ("it", "Altre sei sono ferite.", Kind.CARDINAL),
        ("fr", "Il touche 50 cents.", Kind.MONEY),
        ("de", "Mainz gewann 2:1.", Kind.SCORE),
        ("de", "Die Mischung ist 2:1.", Kind.RATIO),
        ("pt", "O Santos ganhou por 2 a 1.", Kind.SCORE),
    ],
)
def test_the_same_digits_are_read_as_what_they_are(locale: str, text: str, kind: Kind) -> None:
    """A number is a time, a year, an age, a length of time or a score only where its words make it so."""
    assert only(locale, text).kind is kind


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("fr", "la vingt et unième", 21),
        ("fr", "le 2e", 2),
        ("es", "el trigésimo segundo", 32),
        ("es", "el 21.º", 21),
        ("de", "der einundzwanzigste", 21),
        ("de", "der 21. Pfeiler", 21),
        ("pt", "a 21ª", 21),
        ("it", "il ventunesimo", 21),
    ],
)
def test_ordinals_of_several_words_are_one_figure(locale: str, text: str, value: int) -> None:
    """Ordinals are read over all their words, with the marks that the language puts behind digits."""
    found = only(locale, text)
    assert (found.kind, found.stated) == (Kind.ORDINAL, Decimal(value))


def test_accents_may_be_missing() -> None:
    """A number word without its accent has the value of the word with it."""
    assert only("pt", "tres milhoes de casas").stated == Decimal(3_000_000)


def test_grouped_digits_never_begin_with_zero() -> None:
    """0.683 is no group of thousands in any language."""
    assert only("es", "El valor es 0.683 hoy mismo".replace(" hoy mismo", "")).stated == Decimal("0.683")


def test_tables_load_quickly_enough_to_be_loaded_on_demand() -> None:
    """The number words of one language are bounded, however many the language can build."""
    assert all(len(lexicon(language).cardinals) < 10_000 for language in LANGUAGES)


_SIGNS = (
    "12",
    "1.000",
    "10 000",
    "3,5",
    "%",
    "€",
    "$",
    ".",
    ",",
    ":",
    "-",
    "–",
    "'",
    "’",
    "(",
    ")",
    "\n",
    " ",
    "2024",
    "½",
)
_WORDS = """
    22/04 soixante dix et onze quatre vingt mille millions d' euros à h moins le mai
    veintiuno y mil millones de las mañana siglo XX hace días primero
    einundzwanzig zweitausend tausend und halb acht Uhr vor Tagen 3. Mai Mio.
    cento e dois segunda feira há dia às meia anos ventuno duemila mezzo scorsa sei
"""
_PIECES = (*_SIGNS, *_WORDS.split())


@pytest.mark.parametrize("locale", LANGUAGES)
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=24), glue=st.sampled_from((" ", "", "-")))
def test_spans_cut_the_words_in_every_locale(locale: str, pieces: list[str], glue: str) -> None:
    """Any mix of words reads without an exception; figures are the words at their places, none overlapping another."""
    text = glue.join(pieces)
    end = 0
    for quantity in read(locale, text):
        assert text[quantity.start : quantity.end] == quantity.raw != ""
        assert quantity.start >= end
        end = quantity.end


@pytest.mark.parametrize("locale", LANGUAGES)
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=12))
def test_reading_twice_gives_the_same_in_every_locale(locale: str, pieces: list[str]) -> None:
    """Nothing is remembered from one text to the next."""
    text = " ".join(pieces)
    assert read(locale, text) == read(locale, text)


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("piece", ["mille ", "und ", "e ", "tausend", "y un ", "12.", "vor ", "dos mil ", "2024-", "h"])
def test_hostile_repetition_is_read_in_time(locale: str, piece: str) -> None:
    """Twenty thousand characters of one word are read like any other text, in bounded time and size."""
    text = piece * (20_000 // len(piece))
    found = read(locale, text)
    assert all(len(quantity.raw) < len(text) or quantity.kind is Kind.IDENTIFIER for quantity in found)


@pytest.mark.parametrize(
    ("locale", "text", "happened"),
    [
        ("en", "At least 17 people were killed and 30 injured.", ["killed", "injured"]),
        ("fr", "Au moins 17 personnes ont été tuées et 30 blessées.", ["killed", "injured"]),
        ("es", "El ataque dejó 12 muertos y 30 heridos.", ["killed", "injured"]),
        ("de", "Es gab 12 Tote und 30 Verletzte.", ["killed", "injured"]),
        ("pt", "Os ataques deixaram 12 mortos e 30 feridos.", ["killed", "injured"]),
        ("it", "Sono morte 12 persone e 30 sono rimaste ferite.", ["killed", "injured"]),
    ],
)
def test_figures_are_bound_to_their_own_event(locale: str, text: str, happened: list[str]) -> None:
    """The dead and the injured of one sentence are told apart in every language."""
    assert [quantity.event for quantity in read(locale, text)] == happened


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_event_classes_of_english(language: str) -> None:
    """A class of events means the same in every language, and no word stands in two classes."""
    assert set(events(language).classes.values()) == set(events("en").classes.values())
    assert events(language).apart == events("en").apart
