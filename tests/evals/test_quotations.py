"""The eval of quotations: changes do what they say, places are judged to the letter, and missing data fails nothing."""

import gzip
import json
from pathlib import Path
from random import Random

import pytest

from evals import quotations_changes as changes
from evals.quotations import OTHER, SAME, Asked, ask_all, main, measured
from evals.quotations_data import Quotation, cut, joined, load_articles, sample
from evals.quotations_readers import Answer, Contestant, ours, plain_rapidfuzz
from evals.summaries_data import ENVIRONMENT, MissingDataError

ARTICLE = (
    "The harbour master said on Monday that 1,250 sailors had left Port Royal, and that the quay would not be closed. "
    "Officials in Bergen were asked about the café, but they didn’t answer. The council of Bergen has counted every "
    "vessel that passed the northern lighthouse, which is being painted by workers from Tromsø before winter comes."
)
CHANGES = {name: change for name, (change, _) in SAME.items() if change} | OTHER


@pytest.mark.parametrize("name", list(CHANGES))
def test_every_change_changes_and_is_repeatable(name: str) -> None:
    """Each gives other words than the quote, and the same ones for the same seed."""
    first, second = (CHANGES[name](ARTICLE, ARTICLE, Random(7)) for _ in range(2))
    assert first is not None
    assert first == second
    assert first.text != ARTICLE


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("one digit changed", "no figure here"),
        ("decomposed (NFD)", "plain"),
        ("halves swapped", "one clause without a border"),
        ("negation removed", "it is so"),
        ("one typo", "it is so"),
        ("ellipsis", "too short for it"),
        ("line-break hyphens", "short"),
        ("typo in a name", "nobody here"),
    ],
)
def test_where_there_is_nothing_to_change_there_is_no_quote(name: str, quote: str) -> None:
    """A row never counts quotes that its change left as they were."""
    assert CHANGES[name](quote, ARTICLE, Random(1)) is None


def test_slips_hit_ordinary_words_only() -> None:
    """Figures, names, number words and negations stay: a slip there would be another claim."""
    for seed in range(50):
        changed = changes.one_typo("Not one of 250 in Bergen saw nearly thousands land", ARTICLE, Random(seed))
        assert changed is not None
        assert changed.text.startswith("Not one of 250 in Bergen saw nearly thousands l")


def test_negations_are_taken_away_whole() -> None:
    """What is left of "didn’t", "won't" and "cannot" is the verb."""
    shown = {
        quote: getattr(changes.negation_removed(quote, "", Random(0)), "text", None)
        for quote in ("they didn’t go", "they won't go", "they cannot go", "they did not go")
    }
    assert list(shown.values()) == ["they did go", "they will go", "they can go", "they did go"]


def test_an_ellipsis_names_the_pieces_that_stay() -> None:
    """Every piece is a stretch of the quote that the changed one still has."""
    changed = changes.ellipsis(ARTICLE, ARTICLE, Random(3))
    assert changed is not None
    assert all(ARTICLE[first:last] in changed.text for first, last in changed.pieces)


def test_samples_are_repeatable_and_false_ones_stand_nowhere() -> None:
    """The same seed gives the same quotes; a quote that must not be found is not in its article by chance."""
    articles = tuple(ARTICLE.replace("1,250", f"1,{number}") for number in range(300, 320))
    one = sample(articles, changes.digit_changed, 5, seed="a", keeps=False)
    assert one == sample(articles, changes.digit_changed, 5, seed="a", keeps=False)
    assert all(quotation.quote not in quotation.article for quotation in one)
    true = sample(articles, None, 5, seed="a", keeps=True)
    assert [quotation.quote for quotation in true] == [
        quotation.article[quotation.places[0][0] : quotation.places[0][1]] for quotation in true
    ]


def test_cuts_are_whole_words_and_texts_have_the_length_asked_for() -> None:
    """A quote begins and ends at a space; the joined text is cut at the wanted number of characters."""
    place = cut(ARTICLE, Random(1))
    assert place is not None
    assert ARTICLE[place[0] - 1 : place[0]] in ("", " ")
    assert cut("Too short.", Random(1)) is None
    assert len(joined((ARTICLE, ARTICLE), 500, seed=1)) == 500


@pytest.mark.parametrize(
    ("places", "right"),
    [(((4, 8),), True), (((3, 9),), True), (((4, 14),), False), (((5, 8),), False), ((), False)],
)
def test_right_is_the_place_to_the_letter(places: tuple[tuple[int, int], ...], right: bool) -> None:
    """Punctuation at the ends does not count, a letter does."""
    assert Asked(Quotation("He “left” again.", "left", ((4, 8),)), Answer(places)).right is right


def test_pieces_or_the_whole_of_them_are_right() -> None:
    """For an ellipsis the pieces count, and so does the stretch from the first to the last; one piece does not."""
    quotation = Quotation("one two three four", "one ... four", ((0, 3), (14, 18)))
    assert Asked(quotation, Answer(((0, 3), (14, 18)))).right
    assert Asked(quotation, Answer(((0, 18),))).right
    assert not Asked(quotation, Answer(((0, 3),))).right


def test_values_count_what_is_accepted_and_what_is_marked() -> None:
    """A false quote with a mark is not accepted; shares are of all that were asked."""
    quotation = Quotation(ARTICLE, "x", ((0, 3),))
    answers = iter([Answer(((0, 3),)), Answer(((0, 3),), marked=True), Answer()])
    cell = ask_all(Contestant("x", lambda _: lambda _: next(answers)), [quotation] * 3, seconds=9)
    values = measured({"none": cell, "one digit changed": cell})
    assert values["quotations.none"] * 3 == 2
    assert [int(values[f"quotations.one_digit_changed_{what}"]) for what in ("accepted", "marked")] == [1, 1]


def test_ours_refuses_what_a_threshold_accepts() -> None:
    """The readers answer the same question: the baseline says yes to another digit, ours shows the true words."""
    false = "said on Monday that 1,260 sailors had left Port Royal"
    assert plain_rapidfuzz(ARTICLE)(false).places
    answer = ours(ARTICLE)(false)
    assert answer.places == ()
    assert answer.nearest is not None


def test_without_data_it_says_so_and_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Missing data fails nothing and is named on stderr."""
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert main([]) == 0
    assert "skipped" in capsys.readouterr().err
    with pytest.raises(MissingDataError, match="--data"):
        load_articles(Path("nowhere"))


def test_it_runs_from_file_to_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with the file gives a line for each row that was asked for; other languages are left out."""
    rows = [{"text": ARTICLE, "lang": "en"}, {"text": "Bonjour.", "lang": "fr"}]
    with gzip.open(tmp_path / "articles_dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row)}\n" for row in rows)
    assert main(["--data", str(tmp_path), "--row", "none", "--row", "fabricated", "--only-ours", "--count", "2"]) == 0
    printed = capsys.readouterr().out
    assert "none" in printed
    assert "fabricated" in printed
    assert "one typo" not in printed
