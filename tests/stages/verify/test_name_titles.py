"""Titles: deputies are not their chiefs, former holders hold nothing, and a post belongs to whoever has it."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.name_titles import check_titles
from tests.stages.verify.held import held, only

SOURCE = (
    "Former labour minister Ada Lund and the acting director of procurement, Grace Otieno, met on Monday.\n\n"
    "Finance chief Peter Rono was there with Deputy Governor Josphat Tuwei. Chief executive Vera Molnar declined.\n\n"
    "Maj. Gen. Otis Hale spoke, as did Detective Sergeant Brian Devane and the Director General, Rameau Normil. "
    "Iranian director Shirin Daneshvar headed the jury; vice-captain Ines Duarte thanked her."
)


@pytest.mark.parametrize(
    ("draft", "printed"),
    [
        ("Labour minister Ada Lund was there.", "Former labour minister"),
        ("Ada Lund, the labour minister, was there.", "Former labour minister"),
        ("Director of procurement Grace Otieno was there.", "acting director of procurement"),
        ("Governor Josphat Tuwei was there.", "Deputy Governor"),
        ("Captain Ines Duarte was there.", "vice-captain"),
        ("The former finance chief, Peter Rono, was there.", "Finance chief"),
    ],
)
def test_a_qualifier_makes_another_post(draft: str, printed: str) -> None:
    """Whoever leaves out "former", "acting" or "deputy", or adds it, is shown the source's words."""
    finding = only(check_titles, draft, SOURCE)
    assert (finding.status, finding.code) == (Status.CHECK, Code.OTHER_THING)
    assert repr(printed) in finding.message
    assert finding.evidence[0].exact == printed


@pytest.mark.parametrize(
    ("draft", "printed"),
    [
        ("Gen. Otis Hale spoke.", "Maj. Gen."),
        ("Detective Inspector Brian Devane spoke.", "Detective Sergeant"),
        ("General Rameau Normil spoke.", "Director General"),
        ("The Iraqi director Shirin Daneshvar spoke.", "Iranian"),
    ],
)
def test_another_rank_or_nationality_is_shown(draft: str, printed: str) -> None:
    """A rank is another with a word more, and the general in a Director General is none."""
    finding = only(check_titles, draft, SOURCE)
    assert finding.status is Status.CHECK
    assert repr(printed) in finding.message


@pytest.mark.parametrize(
    ("draft", "holder"),
    [
        ("Chief executive Peter Rono was there.", "Vera Molnar"),
        ("Vera Molnar, the finance chief, declined.", "Peter Rono"),
        ("Detective Sergeant Vera Molnar declined.", "Brian Devane"),
    ],
)
def test_a_post_of_somebody_else_is_shown_with_its_holder(draft: str, holder: str) -> None:
    """Both names stand in the source, so only the post tells them apart."""
    finding = only(check_titles, draft, SOURCE)
    assert (finding.status, finding.code) == (Status.CHECK, Code.OTHER_PERSON)
    assert holder in finding.message


def test_a_post_without_a_name_keeps_its_qualifier() -> None:
    """A description that only an acting or former holder fits is shown with the source's words."""
    finding = only(check_titles, "The director of procurement was told on Monday.", SOURCE)
    assert (finding.status, finding.code) == (Status.CHECK, Code.OTHER_THING)
    assert "'acting director of procurement' (paragraph 1)" in finding.message
    assert held(check_titles, "The acting director of procurement was told on Monday.", SOURCE) == []
    assert held(check_titles, "The director of the museum was told on Monday.", SOURCE) == []


@pytest.mark.parametrize(
    "draft",
    [
        "Ada Lund, who used to be labour minister, was there.",
        "Ex-minister Ada Lund was there.",
        "The interim director of procurement, Grace Otieno, was there.",
        "The CFO, Peter Rono, was there.",
        "Vera Molnar, who leads the company, declined.",
        "Major General Otis Hale spoke.",
        "Det. Sgt. Devane spoke.",
        "Director General Rameau Normil spoke.",
        "Mr Normil spoke.",
        "Daneshvar, a director from Iran, spoke.",
        "Ines Duarte, a player, thanked her.",
        "Somebody else, President Nobody Known, thanked her.",
    ],
)
def test_the_same_post_in_other_words_is_not_objected_to(draft: str) -> None:
    """Other notation, a shorter form, a description that the source does not deny, and people it does not know."""
    assert held(check_titles, draft, SOURCE) == []
