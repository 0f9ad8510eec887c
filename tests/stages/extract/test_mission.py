"""The mission profile is filled by reading, for missions of any kind and country."""

from collections.abc import Callable

from briefing.records.article import Reading
from briefing.records.draft import Draft
from briefing.settings import Settings
from briefing.stages.extract.embedded import extract

Read = Callable[..., Reading]

OBSERVERS = (
    "Some 120 unarmed observers from the African Union landed in Malawi on Friday ahead of the vote. "
    "The African Union Observer Mission (AUOM), led by Ghana, is tasked with watching polling stations "
    "in all districts. "
    "It was authorised by the African Union Peace and Security Council in March 2024 for three months "
    "and may not carry arms.\n\n"
    "About 80 observers were already in the country. The total number of observers now stands at 200. "
    "Colonel Ama Serwaa, head of the mission, said that more teams would follow. "
    "Several nations take part, among them Botswana, Zambia and Namibia. "
    "The mandate will be reviewed in two months, a senior Ghanaian army officer said."
)
RELIEF = (
    "Norway has promised up to 350 engineers for a disaster relief mission in Honduras. "
    "The relief operation is led by Canada and has been joined by Chile, Peru and Spain. "
    "A first team of 90 engineers arrived in Honduras on Sunday to help rebuild bridges. "
    "The storm killed at least 41 people in the last two weeks and displaced more than 60,000."
)
PEACE = (
    "The peacekeepers came at dawn. Fijian-led troops will remain in Timor-Leste for six months under Security Council "
    "resolution 4411. Gunmen kidnapped fewer than 20 aid workers during the first week of May. "
    "The deployed force of 900 soldiers must respect human rights law."
)


def mission(read: Read, text: str) -> Draft:
    """The draft under the mission profile."""
    return extract(read(text), profile="mission", settings=Settings())


def texts(draft: Draft, field: str) -> list[str]:
    """The leaves of one field."""
    return [leaf.text for leaf in draft.details if leaf.field == field]


def part(draft: Draft, field: str, name: str) -> str | None:
    """A part of the first leaf of a field."""
    leaf = next(leaf for leaf in draft.details if leaf.field == field)
    return next((words.text for key, words in leaf.parts if key == name), None)


def test_an_observer_mission(read: Read) -> None:
    """Name, acronym, lead, host, mandate, terms and contributors are found where they are printed."""
    draft = mission(read, OBSERVERS)
    assert texts(draft, "name") == ["African Union Observer Mission"]
    assert texts(draft, "acronyms") == ["AUOM"]
    assert texts(draft, "lead_nation") == ["Ghana"]
    assert texts(draft, "host") == ["Malawi"]
    assert texts(draft, "mandate_adopted") == ["March 2024"]
    assert texts(draft, "mandate_body") == ["African Union Peace and Security Council"]
    assert texts(draft, "duration") == ["three months"]
    assert texts(draft, "review") == ["in two months"]
    assert texts(draft, "contributors") == ["Botswana", "Zambia", "Namibia"]
    assert texts(draft, "contributors_partial") == ["among them"]
    assert texts(draft, "tasks") == ["watching polling stations in all districts"]
    assert any("may not carry arms" in text for text in texts(draft, "limits"))


def test_strength_is_told_apart_by_measure(read: Read) -> None:
    """Arrived, already there and in all are three fields, though all count observers."""
    draft = mission(read, OBSERVERS)
    assert [text[:8] for text in texts(draft, "strength_arrived")] == ["Some 120"]
    assert [text[:8] for text in texts(draft, "strength_present")] == ["About 80"]
    assert [text[:3] for text in texts(draft, "strength_total")] == ["200"]


def test_an_unnamed_official_stays_unnamed(read: Read) -> None:
    """Someone without a name has the words as printed and no name part; someone with one has it."""
    draft = mission(read, OBSERVERS)
    officials = {leaf.text: {key for key, _ in leaf.parts} for leaf in draft.details if leaf.field == "officials"}
    assert "name" not in officials["senior Ghanaian army officer"]
    assert {"name", "rank", "role"} <= officials["Colonel Ama Serwaa"]


def test_a_relief_mission(read: Read) -> None:
    """A pledge is no arrival, and a hedge stays with its figure."""
    draft = mission(read, RELIEF)
    assert texts(draft, "lead_nation") == ["Canada"]
    assert texts(draft, "host") == ["Honduras"]
    assert texts(draft, "contributors") == ["Chile", "Peru", "Spain"]
    assert texts(draft, "contributors_partial") == []
    assert texts(draft, "strength_pledged") == ["up to 350 engineers"]
    assert texts(draft, "strength_arrived") == ["90 engineers"]
    assert texts(draft, "casualties")[0].startswith("at least 41")
    assert part(draft, "casualties", "period") == "in the last two weeks"
    assert texts(draft, "displaced")[0].startswith("more than 60,000")


def test_a_peace_force(read: Read) -> None:
    """A nationality can name the lead; a force's size is its ceiling; kidnappings keep their period."""
    draft = mission(read, PEACE)
    assert texts(draft, "lead_nation") == ["Fijian"]
    assert texts(draft, "host") == ["Timor-Leste"]
    assert texts(draft, "mandate_instrument") == ["resolution 4411"]
    assert texts(draft, "duration") == ["six months"]
    assert [text[:3] for text in texts(draft, "strength_ceiling")] == ["900"]
    assert texts(draft, "kidnappings")[0].startswith("fewer than 20")
    assert "first week of May" in str(part(draft, "kidnappings", "period"))
    assert any("respect human rights law" in text for text in texts(draft, "limits"))


def test_what_is_lacking_is_named(read: Read) -> None:
    """Fields that editors ask for and the story leaves out are under not stated; those it has are not."""
    lacking = mission(read, PEACE).not_stated
    assert "what it costs and who pays" in lacking
    assert "which countries contribute" in lacking
    assert "how long it is to last" not in lacking


def test_the_profile_is_chosen_by_the_article(read: Read) -> None:
    """Without a wish, deployments get the mission profile and other stories the general one."""
    assert extract(read(OBSERVERS), settings=Settings()).profile == "mission"
    assert extract(read("The bakery opened. Bread sold well."), settings=Settings()).profile == "general"


def test_a_mission_that_ends(read: Read) -> None:
    """A decision to end names the body but dates no adoption, and a nation's own troops are there, not newly come."""
    text = (
        "The Security Council decided on Friday that the force, known as FOMINA, is to leave Malawi by June. "
        "Denmark, which has about 300 soldiers in the country, had asked for it. "
        "The peacekeeping mission has 4,000 soldiers in the country."
    )
    draft = mission(read, text)
    assert texts(draft, "acronyms") == ["FOMINA"]
    assert texts(draft, "mandate_body") == ["Security Council"]
    assert texts(draft, "mandate_adopted") == []
    assert texts(draft, "strength_present") == ["about 300 soldiers"]
    assert texts(draft, "strength_total") == ["4,000 soldiers"]
