"""The words of a sentence with their places give what cutting the text out would give."""

import pytest

from briefing.text.events import events
from briefing.text.quantities import read_quantities
from briefing.text.sentence_words import SentenceWords
from briefing.text.wording import content_stems, first_clause, last_clause, lower_words

SENTENCES = (
    "Police counted 12 boats in the harbour, and the council paid 300 pounds after they had left.",
    "| ward | 12 | 15 | 18 people | 200 |",
    "Ashby, 12, 15, Calder - 18 - 20",
    "5and 7 but_8 - 9 - x and10 so pre5. and 7pm - - 6",
    "İt closed 3 schools, 4 İt and 5",
    "12",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_the_clause_of_a_figure(text: str) -> None:
    """The same stems as those of the clause cut out of the text, figure left out."""
    words = SentenceWords(text, "en")
    for figure in read_quantities(text):
        around = last_clause(text[: figure.start]) + " " + first_clause(text[figure.end :])
        assert words.clause(figure.start, figure.end) == content_stems(around, "en"), figure.raw


@pytest.mark.parametrize("text", SENTENCES)
def test_what_stands_before_a_figure(text: str) -> None:
    """Its clause without words for events, and whether one of some words is there at all."""
    words, known = SentenceWords(text, "en"), events("en")
    for figure in read_quantities(text):
        before = text[: figure.start]
        clause = last_clause(before)
        acts = " ".join(word for word in lower_words(clause) if word in known.classes)
        assert words.before(figure.start) == content_stems(clause, "en") - content_stems(acts, "en")
        assert words.has_before(figure.start, known.pronouns) == bool(known.pronouns.intersection(lower_words(before)))


def test_a_clause_without_figures_of_words_is_cut_once() -> None:
    """All figures of a row share the stems of the row."""
    text = "| ward of Ashby | 12 | 15 | 18 |"
    words = SentenceWords(text, "en")
    found = {id(words.clause(figure.start, figure.end)) for figure in read_quantities(text)}
    assert len(found) == 1
