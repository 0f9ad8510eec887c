"""True statements about the fixtures, with the sentences that carry them: what the adversary starts from.

They are the hand-written claims that must pass and the facts that the embedded engine cuts. What a claim points to is
where its ``about`` words stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.briefer import Briefer
from briefing.pipeline import prepare
from briefing.records.article import Article, Reading
from briefing.text.fold import fold
from briefing.text.quotes import find_words
from briefing.text.wording import content_stems
from evals.claims_data import Expect, article_path, load_claims
from evals.expected import FIXTURES, load_all


@dataclass(frozen=True, slots=True)
class Story:
    """A fixture, read once."""

    name: str
    article: Article
    reading: Reading


@dataclass(frozen=True, slots=True)
class Truth:
    """A true statement and where the article says it."""

    story: Story
    text: str
    pointers: tuple[str, ...]
    origin: str
    """"claim" or "embedded"."""


@cache
def stories() -> tuple[Story, ...]:
    """Every fixture with its title and day."""
    briefer = Briefer()
    found = []
    for fixture in load_all(FIXTURES):
        article = briefer.read(article_path(fixture.id), published_at=fixture.published_at)
        found.append(Story(fixture.id, article, prepare(article)))
    return tuple(found)


@cache
def true_statements() -> tuple[Truth, ...]:
    """All of them, each once."""
    found = {(each.story.name, each.text): each for each in (*_claims(), *_embedded())}
    return tuple(found.values())


def _claims() -> Iterator[Truth]:
    by_name = {story.name: story for story in stories()}
    for claim in load_claims():
        if claim.expect is Expect.OK:
            story = by_name[claim.fixture]
            yield Truth(story, claim.text, _carrying(story.reading, claim.about, claim.text), "claim")


def _embedded() -> Iterator[Truth]:
    briefer = Briefer(engine="embedded")
    for story in stories():
        for fact in briefer.brief(story.article).facts:
            if fact.status.passed and fact.pointers:
                yield Truth(story, fact.statement, fact.pointers, "embedded")


def _carrying(reading: Reading, about: str, statement: str) -> tuple[str, ...]:
    """The sentences of the words that a claim is about, else the one that shares most words with it."""
    spans = find_words(fold(reading.text), about).spans
    units = [unit.id for unit in reading.units if any(unit.span.overlaps(span) for span in spans)]
    if units:
        return tuple(units[:3])
    wanted = content_stems(statement, reading.article.language)

    def shared(unit_text: str) -> int:
        return len(wanted & content_stems(unit_text, reading.article.language))

    best = max(reading.units, key=lambda unit: shared(reading.text[unit.start : unit.end]))
    return (best.id,)
