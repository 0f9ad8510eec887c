"""Names: spelled as in the source, a nationality for its country, and nobody made of two people."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.name import check_name
from tests.stages.verify.held import claims, held, index, only

SOURCE = (
    "At the airport they were met by Chief Inspector General Fritz St Fort and the Director General, Rameau Normil. "
    "General Godfrey Otunga came from Kenya.\n\n"
    "The plane landed at Toussaint Louverture International Airport. "
    "The University of Marren and the Northern Strait Lines paid for it, said Dr José Pérez."
)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        ("Mr Rameau Normil met them.", Code.SAME_WORDS),
        ("Kenya sent them.", Code.SAME_WORDS),
        ("The Kenyan general came.", Code.OTHER_NOTATION),
        ("They flew to Toussaint Louverture Airport.", Code.OTHER_NOTATION),
        ("Marren University paid.", Code.OTHER_NOTATION),
        ("Dr Jose Perez said so.", Code.OTHER_NOTATION),
    ],
)
def test_a_name_of_the_source_is_verified(draft: str, code: Code) -> None:
    """The same words, a country's people, a shorter form, another order of a house's name, a missing accent."""
    finding = only(check_name, draft, SOURCE)
    assert finding.status is Status.VERIFIED or code is Code.OTHER_NOTATION
    assert finding.code is code, finding.message
    assert finding.evidence


def test_the_shorter_form_points_to_the_whole_name() -> None:
    """The evidence is the name that was meant, not the first name of its sentence."""
    finding = only(check_name, "They flew to Toussaint Louverture Airport.", SOURCE)
    assert finding.evidence[0].exact == "Toussaint Louverture International Airport"


@pytest.mark.parametrize(
    ("draft", "spelled"),
    [
        ("Mr Rameau Normel met them.", "Rameau Normil"),
        ("Fritz St Forte met them.", "Fritz St Fort"),
        ("General Godfrey Otunge came.", "Godfrey Otunga"),
        ("Northern Straight Lines paid.", "Northern Strait Lines"),
    ],
)
def test_a_misspelling_shows_the_sources_spelling(draft: str, spelled: str) -> None:
    """One letter is a slip to correct, not another person."""
    finding = only(check_name, draft, SOURCE)
    assert (finding.status, finding.code) == (Status.CHECK, Code.OTHER_NOTATION)
    assert repr(spelled) in finding.message


@pytest.mark.parametrize("draft", ["Mr John Carver met them.", "Mr Fritz Normil met them.", "Mr Godfrey Normil came."])
def test_another_person_is_unsupported(draft: str) -> None:
    """Also one who has the first name of one person of the sentence and the last name of another."""
    finding = only(check_name, draft, SOURCE)
    assert (finding.status, finding.code) == (Status.UNSUPPORTED, Code.OTHER_PERSON)
    assert "does not name" in finding.message or "but nobody called" in finding.message


@pytest.mark.parametrize("draft", ["Uganda sent them.", "The Ugandan general came.", "The WTO paid for it."])
def test_another_country_or_house_is_unsupported(draft: str) -> None:
    """A neighbour is not the country, and an acronym is not any house."""
    finding = only(check_name, draft, SOURCE)
    assert (finding.status, finding.code) == (Status.UNSUPPORTED, Code.ABSENT)


def test_every_mention_is_checked() -> None:
    """A name that is right once and wrong once is wrong once."""
    found = held(check_name, "Mr Rameau Normil spoke. Mr Rameau Normel left.", SOURCE)
    assert [finding.status for finding in found] == [Status.VERIFIED, Status.CHECK]


def test_evidence_is_taken_from_the_sentence_that_the_fact_rests_on() -> None:
    """Of several mentions, the one near the fact's evidence counts."""
    import dataclasses

    source = "Kenya sent police.\n\nIt rained for a week.\n\nIn the end Kenya paid."
    there = index(source)
    claim = dataclasses.replace(claims("Kenya paid.")[0], near=(there.reading.units[-1].span,))
    (finding,) = check_name(claim, there)
    assert "paragraph 3" in finding.message
