"""Names are read from what is printed beside them, and never from a capital letter alone."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records.names import Name, NameKind
from briefing.records.spans import Span
from briefing.text.names import read_names

_SENTENCE = re.compile(r"\s*([^\n]+?(?:[.!?](?=\s)|\n|$))")


def names(text: str) -> tuple[Name, ...]:
    """Names with sentences cut the simple way."""
    return read_names(text, [Span(*match.span(1)) for match in _SENTENCE.finditer(text)])


def person(text: str, who: str) -> Name:
    """The first mention of ``who``."""
    return next(name for name in names(text) if name.text == who and name.kind is NameKind.PERSON)


def kinds(text: str) -> dict[str, NameKind]:
    """Kind by the printed words."""
    return {name.text: name.kind for name in names(text)}


def words(part: object) -> str | None:
    """The text of a part, or ``None``."""
    return getattr(part, "text", None)


POLICE = (
    "Guests were met by commanders of the Ruritanian Border Police (PFR), including Director General Anselm Okoro "
    "and Deputy Inspector General Lena St Clair. General Tomas Ndiaye, head of the Ghanaian contingent in "
    "Ruritania, saluted."
)


def test_a_two_word_post_is_kept_whole() -> None:
    """A "General" inside "Director General" is no rank of its own."""
    found = person(POLICE, "Anselm Okoro")
    assert (words(found.rank), words(found.role)) == (None, "Director General")
    assert words(found.organisation) == "Ruritanian Border Police"


def test_the_second_of_a_list_has_the_organisation_too() -> None:
    """People listed after "including" belong to the organisation before it."""
    found = person(POLICE, "Lena St Clair")
    assert words(found.rank) == "Deputy Inspector General"
    assert words(found.organisation) == "Ruritanian Border Police"


def test_rank_before_and_role_after() -> None:
    """A rank before the name and a role in the apposition after it are two parts."""
    found = person(POLICE, "Tomas Ndiaye")
    assert words(found.rank) == "General"
    assert words(found.role) == "head of the Ghanaian contingent in Ruritania"
    assert words(found.organisation) == "Ghanaian contingent"


def test_a_bracketed_acronym_belongs_to_its_long_form() -> None:
    """The long form carries its acronym, and the acronym is a mention of its own."""
    found = next(name for name in names(POLICE) if name.text == "Ruritanian Border Police")
    assert words(found.acronym) == "PFR"
    assert kinds(POLICE)["PFR"] is NameKind.ACRONYM


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        (
            "Ada Byron, the firm's chief financial officer, resigned.",
            "Ada Byron",
            "the firm's chief financial officer",
        ),
        ("It was seen by police chief Omar Velde on site.", "Omar Velde", "police chief"),
        ("Mina Sato, 41, a teacher from Osaka, won.", "Mina Sato", "a teacher from Osaka"),
    ],
)
def test_roles(text: str, who: str, role: str) -> None:
    """Roles are read before and after the name, past an age."""
    assert words(person(text, who).role) == role


def test_a_post_in_front_of_a_comma() -> None:
    """The words "the Secretary General, X" give X the post, and the organisation of the list."""
    text = "Staff of the Freedonian Civil Guard, among them Major Ann Roe and the Secretary General, Otto Brink."
    found = person(text, "Otto Brink")
    assert words(found.role) == "Secretary General"
    assert words(found.organisation) == "Freedonian Civil Guard"


def test_a_clause_of_speech_is_no_role() -> None:
    """The words ", the minister said" speak of somebody else."""
    assert person("Crowds cheered Paul Adeyemi, the minister said.", "Paul Adeyemi").role is None


def test_an_organisation_after_the_name() -> None:
    """The words "X of the Y Bank" name X's organisation."""
    found = person("Governor Ines Prado of the Central Bank of Freedonia spoke.", "Ines Prado")
    assert words(found.organisation) == "Central Bank of Freedonia"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "They landed at Amelia Hart International Airport today.",
            "Amelia Hart International Airport",
            NameKind.PLACE,
        ),
        (
            "Fights spread in the capital region of Santa-Rosa.",
            "capital region of Santa-Rosa",
            NameKind.PLACE,
        ),
        ("The UN Security Council met.", "UN Security Council", NameKind.ORGANISATION),
        (
            "He left the Ministry of Health and Care.",
            "Ministry of Health and Care",
            NameKind.ORGANISATION,
        ),
        ("Shares of Borealis Inc fell.", "Borealis Inc", NameKind.ORGANISATION),
        ("Troops from Trinidad and Tobago came.", "Trinidad and Tobago", NameKind.COUNTRY),
        ("A Sierra Leonean officer spoke.", "Sierra Leonean", NameKind.NATIONALITY),
        ("They met near Oldenmoor.", "Oldenmoor", NameKind.PLACE),
        ("Secretary of State Nora Lind agreed.", "Nora Lind", NameKind.PERSON),
        ("Reporters met Karel van der Meer, a lawyer.", "Karel van der Meer", NameKind.PERSON),
    ],
)
def test_kinds(text: str, name: str, kind: NameKind) -> None:
    """Head words, prepositions and tables decide the kind."""
    assert kinds(text).get(name) is kind


@pytest.mark.parametrize(
    "text",
    [
        "These people left. The men stayed. Kidnapping is on the rise.",
        "no capitals at all in this line about police and kenya",
        "POLICE SEIZE WEAPONS IN NIGHT RAID ON HARBOUR",
        "On Monday and Tuesday in October nothing happened.",
        "",
    ],
)
def test_capitals_alone_prove_nothing(text: str) -> None:
    """Sentence openings, dates and lines in capitals give no names."""
    assert names(text) == ()


def test_a_surname_alone_is_the_person_again() -> None:
    """Once a person is named in full, the surname stands for the person."""
    text = "Judge Vera Molnar ruled. Later Molnar left."
    assert [name.text for name in names(text) if name.kind is NameKind.PERSON] == ["Vera Molnar", "Molnar"]


def test_a_company_with_a_title_word_is_no_person() -> None:
    """A "General" before "Motors" is not a general."""
    assert kinds("Workers at General Motors struck.")["General Motors"] is NameKind.ORGANISATION


def test_a_wrapped_line_does_not_cut_a_name() -> None:
    """A line break inside a sentence is a space; without sentences it may open one."""
    text = "The deal was led by Ada\nByron, vice president at the Bank of\nFreedonia, on Friday."
    found = read_names(text, [Span(0, len(text))])
    assert [name.text for name in found] == ["Ada\nByron", "Bank of\nFreedonia"]
    assert found[0].role is not None


def test_an_employer_is_no_place() -> None:
    """After "economist at" stands a company as often as a place, so the kind stays open."""
    assert kinds("It was read by an economist at Wrightson Loewe today.")["Wrightson Loewe"] is not NameKind.PLACE


_PIECES = st.sampled_from(
    [
        "General",
        "Dr. ",
        " of ",
        "the ",
        "Kenya",
        "(PNH)",
        "’s ",
        ", ",
        ". ",
        "Police",
        "Ada Byron",
        "\n",
        "May",
        "1,000 ",
        "head of ",
        "É",
        "﻿",
        "said ",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=30).map("".join)))
def test_offsets_cut_the_printed_words(text: str) -> None:
    """Whatever the text: every name and part is a cut of it, in order, and names do not overlap."""
    found = names(text)
    for name in found:
        assert text[name.start : name.end] == name.text
        for part in (name.rank, name.role, name.organisation, name.acronym):
            assert part is None or text[part.start : part.end] == part.text
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
