"""Finding quotes: the same words are found wherever they stand, and no changed figure, negation or name ever is."""

import time
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.records.spans import MatchKind, Span
from briefing.text.fold import fold
from briefing.text.quotes import QuoteMatch, find_quote, find_words

STORY = (
    "Vice-Admiral Ines Carvalho said on Monday that 1,250 sailors had left Port-Royal, 18 of them by air. “We didn’t "
    "lose a single ship,” she said — “not one.” Nearly 12,000 people signed the petition in re-\nopened halls, and "
    "3.5 per cent of them live in Straße 14. The ministry would not confirm a report that 250 more will join the 250 "
    "already there, at a cost of $14 million. The council of Besançon denied it.\n\nNobody was hurt, the admiral said."
)
SOURCE = fold(STORY)


def words(match: QuoteMatch, text: str = STORY) -> list[str]:
    """What the match covers in the source."""
    return [text[span.start : span.end] for span in match.spans]


def test_the_same_words_are_exact() -> None:
    """Words copied from the source are found where they stand."""
    match = find_quote(SOURCE, "1,250 sailors had left Port-Royal")
    assert match.kind is MatchKind.EXACT
    assert words(match) == ["1,250 sailors had left Port-Royal"]


@pytest.mark.parametrize(
    ("quote", "covered"),
    [
        ('"We didn\'t lose a single ship," she said', "“We didn’t lose a single ship,” she said"),
        ("We didn't lose a single ship.", "We didn’t lose a single ship"),
        ("« We didn't lose a single ship »", "We didn’t lose a single ship"),
        ("VICE-ADMIRAL INES CARVALHO", "Vice-Admiral Ines Carvalho"),
        ("the petition in reopened halls", "the petition in re-\nopened halls"),
        ("council of Besanc\u0327on", "council of Besançon"),
        ("denied it. Nobody was hurt", "denied it.\n\nNobody was hurt"),
        ("live in Strasse 14", "live in Straße 14"),
        ("1,250\u00a0sail\u00adors", "1,250 sailors"),
    ],
)
def test_other_typography_is_the_same_quote(quote: str, covered: str) -> None:
    """Quotation marks, dashes, spaces, case, broken words and accents forms do not make another quote."""
    match = find_quote(SOURCE, quote)
    assert match.kind is MatchKind.FOLDED
    assert words(match) == [covered]


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("1,200 came", "200"),
        ("2000 came", "200"),
        ("200,000 came", "200"),
        ("12.5 came", "12"),
        ("1 200 came", "200 came"),
        ("in all 1 200", "in all 1"),
        ("1'200 came", "200 came"),
        ("at -5 degrees", "5 degrees"),
        ("about .5 of it", "5 of it"),
        ("it can't be", "it can"),
        ("it can’t be", "it can"),
        ("officers came", "office"),
        ("cafe\u0301 closed", "cafe"),
        ("the 24/7 line", "the 24"),
    ],
)
def test_part_of_a_word_or_number_is_not_the_quote(source: str, quote: str) -> None:
    """A match never begins or ends inside a word or a number, however that is written."""
    assert not find_words(fold(source), quote).found


@pytest.mark.parametrize(
    ("source", "quote"),
    [("$200 came", "200"), ("10-15 came", "15"), ("in 2023, 200 came", "200 came"), ("ended. 200 came", "200 came")],
)
def test_neighbours_that_are_no_part_of_the_number_do_not_matter(source: str, quote: str) -> None:
    """A currency sign, the other end of a range, a year before a comma: the number still stands there."""
    assert find_words(fold(source), quote).kind is MatchKind.EXACT


def test_all_places_are_reported_and_context_chooses() -> None:
    """A quote that stands twice has two occurrences; the one closest to the given words is taken, else the first."""
    source = fold("It left. Then 250 came. It left. Then 250 went. It left.")
    places = [Span(0, 7), Span(24, 31), Span(48, 55)]
    match = find_quote(source, "It left")
    assert (match.occurrences, match.spans) == (tuple(places), (places[0],))
    assert find_quote(source, "It left", near=[Span(46, 47)]).spans == (places[2],)
    assert find_quote(source, "it left", near=[Span(25, 30)]).spans == (places[1],)


@pytest.mark.parametrize(
    ("quote", "pieces"),
    [
        ("Ines Carvalho … 1,250 sailors had left", ["Ines Carvalho", "1,250 sailors had left"]),
        ("Nearly 12,000 people [...] re-opened halls", None),
        ("Nearly 12,000 people [...] live in Straße 14.", ["Nearly 12,000 people", "live in Straße 14"]),
        ("... 18 of them by air ...", ["18 of them by air"]),
        ("a report . . . 250 more will join", ["a report", "250 more will join"]),
    ],
)
def test_words_left_out(quote: str, pieces: list[str] | None) -> None:
    """The pieces of an elided quote are found in order; every piece must be in the source as it is."""
    match = find_quote(SOURCE, quote)
    assert words(match) == (pieces or [])
    assert (match.kind is MatchKind.ELIDED) == (pieces is not None)
    assert not match.altered


def test_pieces_are_the_closest_ones() -> None:
    """Of several places the tightest chain is taken, not the first."""
    source = fold("The admiral said no. The admiral said on Monday that the ships had left.")
    match = find_quote(source, "The admiral said ... the ships had left")
    assert match.spans[0].start == 21


@pytest.mark.parametrize(
    "quote",
    [
        "250 … 14",
        "1,250 sailors … at a cost",
        "the ministry … Ines Carvalho",
        "300 more … at a cost of",
        "Ines … Nobody",
    ],
)
def test_pieces_out_of_order_or_too_small_prove_nothing(quote: str) -> None:
    """Pieces in the wrong order, with a wrong figure, or single words far apart are no quote."""
    assert find_quote(SOURCE, quote).kind is None


def test_an_ellipsis_of_the_source_leaves_nothing_out() -> None:
    """Pieces with no word between them are one place, also when the quotation has an ellipsis of its own elsewhere."""
    text = "“It did four circles... before the captain spoke. He said that we would land,” she recalled."
    match = find_quote(fold(text), "four circles... before the captain ... we would land")
    assert words(match, text) == ["four circles... before the captain", "we would land"]


def test_leaving_out_a_negation_is_an_altered_quote() -> None:
    """An ellipsis that swallows the "not" of its own sentence turns the sentence round, and is reported."""
    match = find_quote(SOURCE, "The ministry would ... confirm a report")
    assert match.altered
    assert match.differences == ("leaves out 'not'",)


@pytest.mark.parametrize(
    "quote",
    [
        "said on Monday that 1,260 sailors had left Port-Royal, 18 of them by air",
        "said on Monday that 1.250 sailors had left Port-Royal, 18 of them by air",
        "The ministry would confirm a report that 250 more will join the 250 already there",
        "The ministry would not confirm a report that 250 more will join the already there",
        "The ministry would not confirm a report that 250 more will join the two hundred and fifty already there",
        "Rear-Admiral Ines Carvalho said on Monday that 1,250 sailors had left Port-Royal",
        "Vice-Admiral Ines Cavalho said on Monday that 1,250 sailors had left Port-Royal",
        "250 more will join the 250 already there, at a cost of €14 million",
        "more will join the 250 already there, at a cost of $14 billion",
        "12,000 or more people signed the petition in reopened halls",
        "About 12,000 people signed the petition in reopened halls",
        "The mayor resigned on Friday",
        "The council of Besançon confirmed it",
    ],
)
def test_changed_claims_never_ground(quote: str) -> None:
    """One figure, number word, hedge, negation, currency or name changed: the quote is absent."""
    match = find_quote(SOURCE, quote)
    assert match.kind is None
    assert match.spans == ()


def test_other_wording_is_found_and_called_altered() -> None:
    """A small slip in ordinary words is found as fuzzy, and the difference is named."""
    match = find_quote(SOURCE, "sailors had already left Port-Royal, 18 of them by air")
    assert match.kind is MatchKind.FUZZY
    assert match.altered
    assert match.differences == ("adds 'already'",)
    assert words(match) == ["sailors had left Port-Royal, 18 of them by air"]


@pytest.mark.parametrize(
    ("quote", "covered"),
    [
        ("salors had left Port-Royal, 18 of them by ari", "sailors had left Port-Royal, 18 of them by air"),
        ("ministry would not confirm a reprot that 250 more", "ministry would not confirm a report that 250 more"),
        ("people the petition in re-opened halls, and", "people signed the petition in re-\nopened halls, and"),
        ("250 already there, at a cots", "250 already there, at a cost"),
        ("Nobody was hrt, the admirl siad", "Nobody was hurt, the admiral said"),
    ],
)
def test_slips_at_the_ends_do_not_move_them(quote: str, covered: str) -> None:
    """A slip in the first or last word, or a word dropped beside it, leaves the span where the quotation stands."""
    match = find_quote(SOURCE, quote)
    assert (match.kind, match.altered) == (MatchKind.FUZZY, True)
    assert words(match) == [covered]


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("He did not elaborate on the terms of the sale.", "did elaborate on the terms of the sale"),
        ("The plan for the port has received no support.", "The plan for the port has received support"),
        ("He won't go on with the plan for the port.", "will go on with the plan for the port"),
        ("They don't have half of her energy, he said.", "do have half of her energy, he said"),
    ],
)
def test_a_negation_dropped_beside_the_end_never_grounds(source: str, quote: str) -> None:
    """The word next to the first or last one counts too, where the quotation has another word there."""
    assert find_quote(fold(source), quote).kind is None


@pytest.mark.parametrize(
    "quote",
    [
        "18 of them by air, on Monday that 1,250 sailors had left Port-Royal",
        "to general surprise sailors had left Port-Royal, 18 of them by air. “We didn’t lose a single ship,” she said",
    ],
)
def test_more_than_two_strange_words_never_ground(quote: str) -> None:
    """Halves that change places and words that somebody else wrote are not slips, in however long a quotation."""
    assert find_quote(SOURCE, quote).kind is None


def test_a_nearly_quoted_sentence_that_stands_twice_is_reported_twice() -> None:
    """All places of the words are reported for a weak match as well, and the context chooses."""
    text = "Crews searched the whole harbour at night. It rained. Crews searched the whole harbour at night."
    quote = "Crews serched the whole harbour at night"
    match = find_quote(fold(text), quote)
    assert [span.start for span in match.occurrences] == [0, 54]
    assert match.spans == match.occurrences[:1]
    assert find_quote(fold(text), quote, near=[Span(50, 51)]).spans == match.occurrences[1:]


def test_other_punctuation_is_not_altered() -> None:
    """The same words with other punctuation or hyphens are a weaker match, but nothing is altered."""
    match = find_quote(SOURCE, "people signed the petition in re-opened halls and 3.5 per cent of them")
    assert (match.kind, match.altered) == (MatchKind.FUZZY, False)


def test_absent_quotes_show_the_nearest_words() -> None:
    """For a changed figure the source's words are shown, with the difference."""
    match = find_quote(SOURCE, "Nearly 13,000 people signed the petition")
    assert match.nearest is not None
    assert STORY[match.nearest.start : match.nearest.end] == "Nearly 12,000 people signed the petition"
    assert match.differences == ("has '13,000' for '12,000'",)


_BREAKS = [0, *(at for at in range(1, len(STORY)) if STORY[at - 1].isspace() != STORY[at].isspace()), len(STORY)]

_BROKEN = STORY.index("-\n") + 1
_WORD_BREAKS = [at for at in _BREAKS if at not in (_BROKEN, _BROKEN + 1)]
"""Without the line break inside "re-opened", which is inside a word."""


@given(st.sampled_from(_BREAKS), st.sampled_from(_BREAKS))
def test_every_stretch_of_the_source_is_found_exactly(one: int, other: int) -> None:
    """Any words of the source between two spaces are exact, at a place that has the same words."""
    quote = STORY[min(one, other) : max(one, other)].strip()
    assume(any(char.isalnum() for char in quote))
    match = find_quote(SOURCE, quote)
    assert match.kind is MatchKind.EXACT
    assert words(match) == [quote]
    assert all(STORY[span.start : span.end] == quote for span in match.occurrences)


@given(
    st.sampled_from(_WORD_BREAKS),
    st.sampled_from(_WORD_BREAKS),
    st.sampled_from(["space", "nfd", "soft", "case", "curly", "straight"]),
)
def test_typographic_variants_are_found_at_the_same_place(one: int, other: int, variant: str) -> None:
    """Whatever typography does to a stretch, it is found with the span that it had."""
    begin, end = min(one, other), max(one, other)
    stretch = STORY[begin:end]
    quote = stretch.strip()
    assume(
        any(char.isalpha() for char in quote)
        and STORY.count(quote) == 1
        and fold(STORY).text.count(fold(quote).text) == 1
    )
    changed = {
        "space": quote.replace(" ", "\u00a0"),
        "nfd": unicodedata.normalize("NFD", quote),
        "soft": "\u00ad".join(quote) if "\n" not in quote else quote,
        "case": quote.upper() if "\n" not in quote else quote,
        "curly": quote.replace("'", "’").replace("-", "–") if "\n" not in quote else quote,
        "straight": quote.replace("“", '"').replace("”", '"').replace("’", "'").replace("—", "-"),
    }[variant]
    match = find_quote(SOURCE, changed)
    assert match.kind in (MatchKind.EXACT, MatchKind.FOLDED)
    assert words(match) == [quote.strip(" \n")]


@given(st.sampled_from(_BREAKS), st.sampled_from(_BREAKS), st.integers(0, 40), st.sampled_from("0123456789"))
def test_one_changed_digit_never_grounds(one: int, other: int, which: int, digit: str) -> None:
    """Change any single digit of any stretch: it is found only if the source has exactly that somewhere."""
    quote = STORY[min(one, other) : max(one, other)].strip()
    digits = [at for at, char in enumerate(quote) if char.isdigit()]
    assume(digits)
    at = digits[which % len(digits)]
    assume(quote[at] != digit)
    changed = quote[:at] + digit + quote[at + 1 :]
    match = find_quote(SOURCE, changed)
    assert match.kind is None or changed in STORY


_ALPHABET = st.sampled_from([*"aab 1.,-'’“”…[]()$%\n\u00a0\u00ad\u0301éß", " not ", "...", "12", " Ana "])
TEXTS = st.one_of(st.lists(_ALPHABET, max_size=60).map("".join), st.text(max_size=60))


@given(TEXTS, TEXTS)
def test_any_text_and_any_quote_give_a_match_with_sound_spans(text: str, quote: str) -> None:
    """No text and no quote raise; spans lie inside the text, and the digits covered are the digits quoted."""
    match = find_quote(fold(text), quote)
    for span in (*match.spans, *match.occurrences, *((match.nearest,) if match.nearest else ())):
        assert 0 <= span.start < span.end <= len(text)
    if match.found:
        covered = "".join(words(match, text))
        assert [c for c in covered if c.isdigit()] == [c for c in quote if c.isdigit()]


@given(TEXTS)
def test_a_text_is_found_in_itself(text: str) -> None:
    """Every text with a word in it stands in itself."""
    assume(any(char.isalnum() for char in text))
    assert find_quote(fold(text), text).kind is MatchKind.EXACT


def test_hostile_lengths_end_soon() -> None:
    """A quote of a hundred thousand words, or one letter against a megabyte, takes seconds at most."""
    begun = time.perf_counter()
    find_quote(fold(STORY * 200), "the admiral said nothing of it " * 20_000)
    find_quote(fold("a" * 500_000), "a")
    find_quote(fold("a b " * 100_000), "a ... b ... a ... b x")
    find_quote(fold("a " * 100_000), "a b a b a b a b " * 25)
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize("unit", ["a", "a ", "the cat ", "no 1 ", "ab\u00ad", "“x” - ", "said ... "])
def test_a_megabyte_of_one_thing_ends_soon(unit: str) -> None:
    """Neither a quote of 2,000 characters nor one with a strange word makes a source of repeated words slow."""
    source = fold(unit * (1_000_000 // len(unit)))
    quote = unit * (2_000 // len(unit))
    begun = time.perf_counter()
    for words_quoted in (quote, f"{quote}zebra", f"zebra {quote}", f"{quote} ... {quote}", quote.upper()):
        find_quote(source, words_quoted)
    assert time.perf_counter() - begun < 10


@given(st.sampled_from(_WORD_BREAKS), st.sampled_from(_WORD_BREAKS), st.integers(0, 200), st.sampled_from("aeimnorst"))
def test_one_slip_is_found_at_its_place_or_not_at_all(one: int, other: int, which: int, letter: str) -> None:
    """Change any letter of any stretch: a match begins and ends where the stretch does, and says what is altered."""
    stretch = STORY[min(one, other) : max(one, other)].strip()
    letters = [at for at, char in enumerate(stretch) if char.islower() and char.isascii() and char != letter]
    assume(letters)
    at = letters[which % len(letters)]
    match = find_quote(SOURCE, stretch[:at] + letter + stretch[at + 1 :])
    if match.kind is MatchKind.FUZZY and len(stretch.split()) > 6:
        assert words(match)[0].strip(" \n.,“”—") in stretch
        assert match.altered


def test_a_quote_takes_about_a_millisecond() -> None:
    """On an article of 12,000 characters, once its index is there, the slowest kind of quote is quick."""
    source = fold("\n".join(STORY.replace("1,250", f"{number}") for number in range(20)))
    quote = "sailors had already left Port-Royal, 18 of them by air. “We didn’t lose any ship”"
    find_quote(source, quote)
    begun = time.perf_counter()
    for _ in range(20):
        find_quote(source, quote)
    assert (time.perf_counter() - begun) / 20 < 0.010
