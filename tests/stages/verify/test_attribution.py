"""The check of attribution: a draft is as certain as the article, and has the same one say it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from briefing.records.findings import Code, Finding, Status
from briefing.stages.verify.attribution import check_attribution
from briefing.stages.verify.source import SourceIndex
from tests.stages.verify.held import FIXTURES, PRINTED, claims, index, sentences, source

_HEDGES = (
    (re.compile(r"\b(may|might|could) (?!not\b)"), "will "),
    (re.compile(r"\b(is|are) expected to\b"), "will"),
)


def objections(draft: str, article: str | SourceIndex) -> list[Finding]:
    """What the check has against an English draft."""
    there = article if isinstance(article, SourceIndex) else index(article)
    return [finding for claim in claims(draft) for finding in check_attribution(claim, there)]


@pytest.mark.parametrize(
    ("article", "draft", "code"),
    [
        ("The company may close the bakery.", "The company will close the bakery.", Code.HEDGE_DROPPED),
        ("The museum plans to return the bronze.", "The museum has returned the bronze.", Code.HEDGE_DROPPED),
        ("The union called for a public inquiry.", "A public inquiry has been ordered.", Code.HEDGE_DROPPED),
        ("Trains will run again if the line passes an inspection.", "Trains will run again.", Code.HEDGE_DROPPED),
        ("Most of the volunteers were women.", "All of the volunteers were women.", Code.HEDGE_CHANGED),
        (
            "She is charged with three counts of fraud.",
            "She was found guilty of three counts of fraud.",
            Code.HEDGE_DROPPED,
        ),
        (
            "The study suggests that tea lowers the risk.",
            "The study proves that tea lowers the risk.",
            Code.HEDGE_DROPPED,
        ),
        ("The court overturned the conviction.", "The court may overturn the conviction.", Code.HEDGE_CHANGED),
        (
            "Residents reported the fire. The ministry said the blast occurred in an old depot.",
            "Residents said the blast occurred in an old depot.",
            Code.OTHER_PERSON,
        ),
        (
            "Heavy rain fell for days. The bridge collapsed on Sunday. It is not known whether the rain was the cause.",
            "Heavy rain caused the bridge to collapse on Sunday.",
            Code.HEDGE_CHANGED,
        ),
    ],
)
def test_another_certainty_or_speaker_is_objected_to(article: str, draft: str, code: Code) -> None:
    """The finding asks for a look, in one sentence, and shows a sentence of the article."""
    (found,) = objections(draft, article)
    assert (found.status, found.code) == (Status.CHECK, code)
    assert found.message.endswith(".")
    assert found.evidence[0].exact in article


@pytest.mark.parametrize(
    ("article", "draft"),
    [
        ("The company may close the bakery.", "The company could shut the bakery."),
        ("The site is to be chosen in the spring.", "The site is due to be picked in the spring."),
        ("A trial is not expected to begin before the autumn.", "A trial is unlikely to begin before the autumn."),
        ("Prosecutors allege that she took the money.", "Prosecutors say she took the money."),
        ("Officers said the road was closed.", "The road was closed, police said."),
        ("She is due to appear before magistrates on Monday.", "She is to go before magistrates on Monday."),
        ("The agency said the fire destroyed eleven houses.", "The fire destroyed eleven houses."),
    ],
)
def test_the_same_certainty_in_other_words_passes(article: str, draft: str) -> None:
    """Another word for "may", a plan in other words, and what an agency reports without dispute."""
    assert objections(draft, article) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_an_article_agrees_with_itself(path: Path) -> None:
    """No sentence of an article is objected to against the article."""
    there = source(path)
    assert [found.message for sentence in sentences(there) for found in objections(sentence, there)] == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.parent.name)
def test_a_doubt_that_is_taken_out_is_objected_to(path: Path) -> None:
    """A "may" or "is expected to" made "will": the draft is more certain than the article."""
    there = source(path)
    for sentence in sentences(there):
        for hedge, certain in _HEDGES:
            if hedge.search(sentence) and len(hedge.findall(sentence)) == 1 and " if " not in sentence:
                assert objections(hedge.sub(certain, sentence), there), sentence


@given(PRINTED, PRINTED)
@settings(max_examples=60, deadline=None)
def test_any_draft_is_held_against_any_article(draft: str, article: str) -> None:
    """Never an exception."""
    objections("A. " + draft, "A. " + article)
