"""Segmenting: units that cover the text, never overlap, and cut news copy where an editor would."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.article import Article, UnitKind
from briefing.stages.segment import sentences


def cut(text: str, *, title: str | None = None, language: str = "en") -> list[str]:
    """The words of every unit."""
    article = Article(text=text, sha256="", title=title, language=language)
    return [text[unit.start : unit.end] for unit in sentences(article)]


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "pt", "it", "und", "xx", ""])
@pytest.mark.parametrize(
    "sentence",
    [
        "M. Normil left.",
        "Approx. 400 came.",
        "No. 10 was closed.",
        "The U.S. Army came.",
        "Gen. Otunga spoke.",
        "St. Fort spoke.",
        "Lt. Col. Adaeze Obi spoke.",
        "J. K. Moreau wrote a book.",
        "They met at 5 p.m. Monday.",
        "It stands in art. 19.",
        "“Where are they?” she asked.",
        "“Stop! Now!” he said.",
        "It rose by 3.5 per cent.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(language: str, sentence: str) -> None:
    """Titles, numbers and initials stay with what follows, whatever language the article was taken for."""
    assert cut(f"Ok then. {sentence} Then it rained.", language=language) == ["Ok then.", sentence, "Then it rained."]


@pytest.mark.parametrize(
    "text",
    [
        "He lives in the U.S.|The army came.",
        "It closed at 5 p.m.|The doors stayed shut.",
        "“They left.”|Nobody knew why.",
        "She said: “They left. We stay.”|Nobody knew why.",
        "They left!|Really?|Yes.",
        "They turned to Mr. M.|He said nothing.",
    ],
)
def test_real_ends_are_kept(text: str) -> None:
    """An abbreviation before a word that begins sentences, and stops inside closing quotes, still end one."""
    assert cut(text.replace("|", " ")) == text.split("|")


def test_headline_is_a_unit_of_its_own() -> None:
    """The title at the head of the text is the first unit and paragraph 1."""
    article = Article(text="\nGuards leave\n\nThey left. It rained.\n\nEnd.", sha256="", title="Guards leave")
    units = sentences(article)
    assert [(unit.id, unit.kind, unit.paragraph) for unit in units] == [
        ("s1", UnitKind.HEADLINE, 1),
        ("s2", UnitKind.SENTENCE, 2),
        ("s3", UnitKind.SENTENCE, 2),
        ("s4", UnitKind.SENTENCE, 3),
    ]
    assert article.text[units[0].start : units[0].end] == "Guards leave"


def test_title_from_elsewhere_is_no_unit() -> None:
    """A title that the text does not print has no span, so no unit; one that only begins the text neither."""
    assert cut("They left.", title="Guards leave") == ["They left."]
    assert cut("They left. It rained.", title="They left") == ["They left.", "It rained."]


def test_wrapped_lines_are_joined_and_long_lines_are_paragraphs() -> None:
    """A line break inside wrapped text is white space; between lines that are whole paragraphs it ends them."""
    wrapped = "The guards left the town on Friday and\nwent to the coast, where they met some\nothers. It rained."
    assert len(cut(wrapped)) == 2
    line = "The guards left the town on Friday and went to the coast, where they met others who had come by boat"
    article = Article(text=f"{line} on\n{line}.\n{line}.", sha256="")
    assert [unit.paragraph for unit in sentences(article)] == [1, 2, 3]


def test_sentences_on_lines_of_their_own_and_lists_are_split() -> None:
    """One sentence a line, subheads and bullets are paragraphs although no blank line stands between them."""
    assert cut("They left.\nIt rained.\nNobody came.") == ["They left.", "It rained.", "Nobody came."]
    assert cut("Sent so far:\n- 200 guards\n- four lorries") == ["Sent so far:", "- 200 guards", "- four lorries"]
    assert cut("Background\nThe guards left the town on Friday and went to the coast.")[0] == "Background"


HARD = st.text(
    alphabet=st.sampled_from(list("aA bB.. 1!?\"'”“’)(\n\n\r\u2028\x0b\x1c\u00a0…-é\u0301\U0001f600\ud800")),
    max_size=300,
)


@given(st.one_of(HARD, st.text(max_size=300)), st.sampled_from(["en", "fr", "und"]), st.booleans())
def test_units_cover_every_character_and_never_overlap(text: str, language: str, titled: bool) -> None:
    """Whatever the text: spans in order, trimmed, disjoint, numbered, and nothing but white space outside them."""
    title = text.strip().partition("\n")[0] if titled else None
    units = sentences(Article(text=text, sha256="", title=title, language=language))
    at = 0
    for number, unit in enumerate(units, start=1):
        assert unit.id == f"s{number}"
        assert text[at : unit.start].strip() == ""
        assert at <= unit.start < unit.end <= len(text)
        assert text[unit.start : unit.end] == text[unit.start : unit.end].strip()
        at = unit.end
    assert text[at:].strip() == ""
    assert [unit.paragraph for unit in units] == sorted(unit.paragraph for unit in units)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "word ",
        ".",
        ". ",
        "\n",
        "A. ",
        "“",
        "“a. ",
        '"',
        "Mr. A ",
        "and. so ",
        ")",
        "a\n",
        "a-",
        "(a. ",
        "' ",
        "x.x. ",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    """Half a megabyte of one thing over and over takes seconds at most; a quadratic step would take minutes."""
    text = "A. " + piece * (500_000 // len(piece)) + " B."
    begun = time.perf_counter()
    sentences(Article(text=text, sha256=""))
    assert time.perf_counter() - begun < 10
