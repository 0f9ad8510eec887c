"""The check of polarity: a draft says what the article says, and not the opposite."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from briefing.records.findings import Code, Finding
from briefing.stages.verify.polarity import check_polarity
from briefing.stages.verify.source import SourceIndex
from tests.stages.verify.held import FIXTURES, PRINTED, claims, index, sentences, source

_AUXILIARY = re.compile(r"\b(was|were|has|have|had|will|is|are)\b(?! not\b)")
_NOT = re.compile(r"\b(was|were|has|have|had|will|is|are|would|did|could) not\b")
_SHARE = 0.6


def objections(draft: str, article: str | SourceIndex) -> list[Finding]:
    """What the check has against an English draft."""
    there = article if isinstance(article, SourceIndex) else index(article)
    return [finding for claim in claims(draft) for finding in check_polarity(claim, there)]


@pytest.mark.parametrize(
    ("article", "draft", "code"),
    [
        (
            "The panel rejected the appeal against the ban.",
            "The panel accepted the appeal against the ban.",
            Code.REVERSED,
        ),
        ("The krone weakened after the decision.", "The krone strengthened after the decision.", Code.REVERSED),
        ("The pipe was repaired before the test.", "The pipe was repaired after the test.", Code.REVERSED),
        (
            "Tear gas was fired before stones were thrown.",
            "Stones were thrown before tear gas was fired.",
            Code.REVERSED,
        ),
        ("Serious side effects were not reported.", "Serious side effects were reported.", Code.NEGATED),
        ("She refused to rule out a new striker.", "She ruled out a new striker.", Code.NEGATED),
        ("A man was arrested on Sunday. He has not been charged.", "The man has been charged.", Code.NEGATED),
        (
            "Wolves killed 212 sheep, 40 fewer than before.",
            "Wolves killed 212 sheep, 40 more than before.",
            Code.REVERSED,
        ),
        (
            "The union accused the port of hiring agency staff. The port denied it.",
            "The port admitted hiring agency staff.",
            Code.NEGATED,
        ),
    ],
)
def test_the_opposite_is_objected_to_with_the_sentence(article: str, draft: str, code: Code) -> None:
    """The finding says how the draft is turned round, and shows a sentence of the article."""
    (found,) = objections(draft, article)
    assert found.code is code
    assert found.evidence
    assert found.evidence[0].exact in article


@pytest.mark.parametrize(
    ("article", "draft"),
    [
        ("The talks ended without an agreement.", "The talks failed to reach an agreement."),
        (
            "Jobless numbers fell to their lowest level in nine years.",
            "Jobless numbers have not been lower for nine years.",
        ),
        ("Work will not start before the autumn.", "Work will start in the autumn at the earliest."),
        (
            "Police said they would not shoot the lynx except as a last resort.",
            "Police will shoot the lynx only as a last resort.",
        ),
        ("Less than half of the sum has arrived.", "More than half of the sum has not arrived."),
        ("Calder beat Westhaven 2-1 on Saturday.", "Westhaven lost 2-1 to Calder on Saturday."),
        ("An appeal court overturned the conviction.", "The conviction was quashed by an appeal court."),
    ],
)
def test_the_same_in_other_words_passes(article: str, draft: str) -> None:
    """A "not" may become a word that denies by itself; who beat whom may be told from either side."""
    assert objections(draft, article) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_an_article_agrees_with_itself(path: Path) -> None:
    """No sentence of an article is objected to against the article."""
    there = source(path)
    assert [found.message for sentence in sentences(there) for found in objections(sentence, there)] == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_a_not_put_in_or_taken_out_is_objected_to(path: Path) -> None:
    """Of the sentences that had a "not" put in or taken out, most are objected to."""
    there = source(path)
    changed = []
    for sentence in sentences(there):
        if _NOT.search(sentence):
            changed.append(_NOT.sub(r"\1", sentence, count=1))
        elif _AUXILIARY.search(sentence) and "no " not in sentence:
            changed.append(_AUXILIARY.sub(r"\1 not", sentence, count=1))
    caught = [draft for draft in changed if objections(draft, there)]
    assert len(caught) >= _SHARE * len(changed), [draft for draft in changed if draft not in caught]


@given(PRINTED, PRINTED)
@settings(max_examples=60, deadline=None)
def test_any_draft_is_held_against_any_article(draft: str, article: str) -> None:
    """Never an exception."""
    objections("A. " + draft, "A. " + article)
