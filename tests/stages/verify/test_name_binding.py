"""Binding of names: what is said of one name is not said of another that stands elsewhere in the source."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.name_attached import check_attached
from briefing.stages.verify.name_binding import check_binding
from tests.stages.verify.held import held, only

SOURCE = (
    "Most of the dead were in Albay, where mud buried houses. In neighbouring Sorsogon, Governor Luz Escudero declared "
    "a state of calamity.\n\n"
    "Two aircraft of the Marren Air Force would carry food to the islands. The Marren Red Cross sent water trucks. "
    "A Greek tanker was hit by a mine off the coast, Egyptian officials said.\n\n"
    "Everton led through striker Freja Holm, who headed in a corner from Niamh Byrne after 20 minutes. "
    "The inquiry, led by Thomas Varga, found that officers had not been told of ammunition. Yolanda Reed "
    "takes over.\n\n"
    "The dead were Sgt. Daniel Whitcomb, 31, of Tulsa, and Capt. Keoni Kahale, 22, of Hilo. "
    "Lucia Soto, an astronomer at the University of Calder, praised the work. "
    "A team at the University of Dellen will look further. The Calder Rescue Service (CRS) and the Dellen Water Board "
    "(DWB) were thanked."
)


@pytest.mark.parametrize(
    ("draft", "rightful"),
    [
        ("Governor Luz Escudero has declared a state of calamity in Albay.", "Sorsogon"),
        ("Two aircraft of the Marren Red Cross are to carry food to the islands.", "Marren Air Force"),
        ("Niamh Byrne headed in a corner after 20 minutes.", "Freja Holm"),
        ("An inquiry led by Yolanda Reed found that officers had not been told of the ammunition.", "Thomas Varga"),
        ("An Egyptian tanker was hit by a mine off the coast.", "Greek"),
    ],
)
def test_another_name_in_the_place_is_shown(draft: str, rightful: str) -> None:
    """The name that the source has there is named, with its place."""
    finding = only(check_binding, draft, SOURCE)
    assert finding.status is Status.CHECK
    assert finding.code in (Code.OTHER_PERSON, Code.OTHER_THING)
    assert repr(rightful) in finding.message
    assert "paragraph" in finding.message
    assert finding.evidence[0].exact == rightful


@pytest.mark.parametrize(
    ("draft", "rightful"),
    [
        ("One of the dead was Daniel Whitcomb, 31, of Hilo.", "Tulsa"),
        ("Lucia Soto, an astronomer at the University of Dellen, praised the work.", "University of Calder"),
        ("The Calder Rescue Service (DWB) was thanked.", "CRS"),
    ],
)
def test_where_somebody_belongs_is_where_the_source_has_them(draft: str, rightful: str) -> None:
    """A home town, a house, an acronym of somebody else in the same article."""
    finding = only(check_attached, draft, SOURCE)
    assert (finding.status, finding.code) == (Status.CHECK, Code.OTHER_THING)
    assert rightful in finding.message


@pytest.mark.parametrize(
    "draft",
    [
        "In Sorsogon a state of calamity was declared by Governor Luz Escudero.",
        "The air force has two aircraft that would carry food to the islands.",
        "Freja Holm headed in a corner that Niamh Byrne had taken.",
        "Thomas Varga led an inquiry which found that officers had not been told of the ammunition.",
        "Yolanda Reed takes over.",
        "Keoni Kahale, of Hilo, and Daniel Whitcomb, of Tulsa, are dead.",
        "The astronomer Lucia Soto of the University of Calder praised the work.",
        "The DWB was thanked, and so was the Calder Rescue Service (CRS).",
        "A tanker from Greece was hit by a mine off the coast.",
        "Nothing of this has been said anywhere.",
    ],
)
def test_the_same_said_otherwise_is_not_objected_to(draft: str) -> None:
    """Another order, a short form, a country for its people, and what no sentence of the source says."""
    assert held(check_binding, draft, SOURCE) == []
    assert held(check_attached, draft, SOURCE) == []
