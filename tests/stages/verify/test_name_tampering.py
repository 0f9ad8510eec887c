"""Tampering with the names of the fixtures: every change is objected to, and the article agrees with itself."""

from itertools import pairwise
from pathlib import Path

import pytest

from briefing.records.article import UnitKind
from briefing.records.findings import Finding, Status
from briefing.records.spans import Span
from briefing.stages.verify.name import check_name
from briefing.stages.verify.name_attached import check_attached
from briefing.stages.verify.name_binding import check_binding
from briefing.stages.verify.name_titles import check_titles
from briefing.stages.verify.source import SourceIndex
from briefing.text.cast import Person
from briefing.text.roles import role_tables
from tests.stages.verify.held import FIXTURES, Check, claims, source

CHECKS: tuple[Check, ...] = (check_name, check_titles, check_binding, check_attached)
_SHORTEST = 5


def objections(draft: str, there: SourceIndex) -> list[Finding]:
    """What the checks of names do not pass."""
    return [
        finding
        for claim in claims(draft)
        for check in CHECKS
        for finding in check(claim, there)
        if not finding.status.passed
    ]


def people(there: SourceIndex) -> list[Person]:
    """The people of an article with a first and a last name."""
    return [person for person in there.cast.people if person.certain and len(person.words) > 1]


def fixtures() -> pytest.MarkDecorator:
    """Every fixture, by its name."""
    return pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)


@fixtures()
def test_an_article_agrees_with_itself(path: Path) -> None:
    """No sentence of an article is objected to against the article."""
    there = source(path)
    for unit in there.reading.units:
        if unit.kind is not UnitKind.HEADLINE:
            sentence = there.text[unit.start : unit.end]
            assert objections(sentence, there) == [], sentence


@fixtures()
def test_a_changed_letter_is_shown_with_the_right_spelling(path: Path) -> None:
    """In every longer word of every name, with the name as the article has it."""
    there = source(path)
    for person in people(there):
        for word in person.name.split():
            if len(word) < _SHORTEST or not word.isalpha():
                continue
            letter = "o" if word[3] != "o" else "u"
            draft = f"Reporters met {person.name.replace(word, word[:3] + letter + word[4:])} at noon."
            found = objections(draft, there)
            assert any(finding.status is Status.CHECK and person.name in finding.message for finding in found), draft


@fixtures()
def test_a_blend_of_two_people_is_nobody(path: Path) -> None:
    """The first name of one with the last name of the next is unsupported."""
    there = source(path)
    for one, two in pairwise(people(there)):
        blend = f"{one.name.split()[0]} {two.name.split()[-1]}"
        if there.cast.person_named(blend) or blend.casefold() in there.text.casefold():
            continue
        found = objections(f"Reporters met {blend} at noon.", there)
        assert any(finding.status is Status.UNSUPPORTED for finding in found), blend


@fixtures()
def test_two_people_in_each_others_place_are_shown(path: Path) -> None:
    """Exchanged within their own sentence, where both names stand."""
    there = source(path)
    for unit in there.reading.units:
        named = [
            name for name in there.reading.names_in(unit.span) if there.cast.person_at(name.start) in people(there)
        ]
        first = next((pair for pair in pairwise(named)), None)
        if first is None or there.cast.person_at(first[0].start) is there.cast.person_at(first[1].start):
            continue
        one, two = first
        text = there.text
        middle = text[one.end : two.start]
        draft = text[unit.start : one.start] + two.text + middle + one.text + text[two.end : unit.end]
        if one.role is not None or two.role is not None or one.rank is not None or two.rank is not None:
            assert objections(draft, there), draft


@fixtures()
def test_a_dropped_qualifier_is_shown(path: Path) -> None:
    """Whoever is deputy, acting or former stays so: the message has the article's words."""
    there = source(path)
    qualifiers = role_tables().qualifiers
    for person in people(there):
        for role in person.roles:
            bare = " ".join(word for word in role.text.split() if word.lower() not in qualifiers)
            same = [own for own in person.roles if own.noun == role.noun]
            if not role.qualifiers - role_tables().harmless or len(bare) == len(role.text) or len(same) > 1:
                continue
            found = objections(f"Reporters met {person.name}, the {bare.removeprefix('the ')}.", there)
            assert any(repr(role.text) in finding.message for finding in found), (person.name, role.text)


def test_the_span_of_a_finding_is_the_words_that_it_is_about() -> None:
    """In the draft and in the article."""
    there = source(FIXTURES[0])
    one, two = people(there)[:2]
    draft = f"Reporters met {one.name.split()[0]} {two.name.split()[-1]} at noon."
    for finding in objections(draft, there):
        assert finding.claim is not None
        assert draft[finding.claim.start : finding.claim.end] == finding.claim.text
        for evidence in finding.evidence:
            assert there.text[Span(evidence.start, evidence.end).start : evidence.end] == evidence.exact
