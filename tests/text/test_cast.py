"""The people of a text: one entity for all mentions, with what is printed beside each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import Briefer, Settings
from briefing.pipeline import prepare
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.text.cast import Cast, cast_of, name_words, same_rank

_ENGLISH = Briefer(Settings(language="en"))

TEXT = (
    "Governor Lindiwe Mabaso suspended two officials on Monday. The county's finance chief, Peter Rono, and the acting "
    "director of procurement, Grace Wairimu Otieno, left at noon. Rono denied it.\n\n"
    "Deputy Governor Josphat Tuwei, who chairs the health board, ordered the audit. Former labour minister "
    "K. R. Menon drafted the law, said Ruth Adler, the union's leader. Maj. Gen. Otis Hale was there. "
    "Mabaso declined.\n\n"
    'Zhou Wenbin, the chairman, spoke after Zhou Wenjie, his brother. "Enough," said Dr. Aoife Brannigan of Marren '
    "University."
)


def cast(text: str = TEXT) -> Cast:
    """The people of a text in English."""
    return cast_of(prepare(_ENGLISH.read(text)))


def named(words: str, text: str = TEXT) -> list[str]:
    """The fullest names of those whom ``words`` can mean."""
    return [person.name for person in cast(text).person_named(words)]


def in_role(words: str) -> list[str]:
    """The fullest names of those to whom a description gives the role."""
    return [person.name for person in cast().people_with_role(words)]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Mabaso", ["Lindiwe Mabaso"]),
        ("Governor Mabaso", ["Lindiwe Mabaso"]),
        ("Major General Otis Hale", ["Otis Hale"]),
        ("Grace Otieno", ["Grace Wairimu Otieno"]),
        ("Menon", ["K. R. Menon"]),
        ("Dr Brannigan", ["Aoife Brannigan"]),
        ("Aoife", ["Aoife Brannigan"]),
        ("Zhou", ["Zhou Wenbin", "Zhou Wenjie"]),
        ("Peter Mabaso", []),
        ("Otunga", []),
        ("", []),
    ],
)
def test_a_short_form_means_whom_it_fits(words: str, whole: list[str]) -> None:
    """A surname, titles and left-out middle names lead to the person; a blend of two people to nobody."""
    assert named(words) == whole


@pytest.mark.parametrize(
    ("role", "whole"),
    [
        ("the governor", ["Lindiwe Mabaso"]),
        ("the deputy governor", ["Josphat Tuwei"]),
        ("finance chief", ["Peter Rono"]),
        ("the county's chief financial officer", ["Peter Rono"]),
        ("director of procurement", []),
        ("the acting director of procurement", ["Grace Wairimu Otieno"]),
        ("labour minister", []),
        ("the former minister", ["K. R. Menon"]),
        ("the union leader", ["Ruth Adler"]),
        ("chairwoman", ["Josphat Tuwei", "Zhou Wenbin"]),
        ("the table", []),
    ],
)
def test_a_description_leads_to_its_bearers(role: str, whole: list[str]) -> None:
    """The noun or its like must be printed beside the name, and "deputy", "acting" and "former" make another post."""
    assert in_role(role) == whole


def test_every_mention_is_kept_in_its_place() -> None:
    """Also a surname that opens a sentence, where the capital alone proves nothing."""
    (person,) = cast().person_named("Mabaso")
    assert [mention.text for mention in person.mentions] == ["Lindiwe Mabaso", "Mabaso"]
    assert all(TEXT[mention.start : mention.end] == mention.text for mention in person.mentions)
    assert cast().person_at(TEXT.rindex("Mabaso")) == person
    assert cast().person_at(TEXT.index("suspended")) is None


def test_what_is_printed_beside_a_name_is_read() -> None:
    """Rank, role and house with their places."""
    (hale,), (brannigan,) = cast().person_named("Hale"), cast().person_named("Brannigan")
    assert [rank.text for rank in hale.ranks] == ["Maj. Gen."]
    assert same_rank(hale.ranks[0], Words("Major General", 0, 13))
    assert [house.text for house in brannigan.organisations] == ["Marren University"]
    (otieno,) = cast().person_named("Otieno")
    assert [(role.text, role.noun, role.qualifiers) for role in otieno.roles] == [
        ("acting director of procurement", "director", frozenset({"acting"}))
    ]
    assert all(TEXT[role.words.start : role.words.end] == role.text for role in otieno.roles)


def test_people_of_a_sentence_come_in_its_order() -> None:
    """Each once, in the order of their first mention there."""
    paragraph = TEXT.index("Zhou")
    found = cast().people_in(Span(paragraph, len(TEXT)))
    assert [person.name for person in found] == ["Zhou Wenbin", "Zhou Wenjie", "Aoife Brannigan"]


def test_titles_are_no_part_of_a_name() -> None:
    """Ranks, posts and styles go, initials and small words stay."""
    assert name_words("Gen. Curtis A. Hollenbeck") == ("curtis", "a", "hollenbeck")
    assert name_words("Sir Joost van den Bossche KC") == ("joost", "van", "den", "bossche")
    assert name_words("María Dolores Peña") == ("maria", "dolores", "pena")


@given(st.text(max_size=200))
def test_any_text_has_a_cast(text: str) -> None:
    """Nothing raises, and whoever is found stands where the record says."""
    reading = prepare(_ENGLISH.read("Ada Byron said. " + text.replace("\0", "")))
    for person in cast_of(reading).people:
        for mention in person.mentions:
            assert reading.text[mention.start : mention.end] == mention.text
