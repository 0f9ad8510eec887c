"""The fixtures as the tests use them: articles read once, and their briefings."""

import json
from functools import cache
from pathlib import Path

from briefing import Article, Briefer, Briefing

FIXTURES = Path(__file__).parents[1] / "fixtures"
IDS = tuple(sorted(folder.name for folder in FIXTURES.iterdir() if folder.is_dir()))
WRONG_SUM = "harbour-budget"
"""The one story that contradicts itself, so that one of its facts is rightly not verified."""
MISSION = "police-deployment"


def path(story: str) -> Path:
    """The file with the article."""
    return FIXTURES / story / "article.txt"


def text(story: str) -> str:
    """The article's text."""
    return path(story).read_text(encoding="utf-8")


@cache
def article(story: str) -> Article:
    """The article, read with the title and the date of its source."""
    source = json.loads((FIXTURES / story / "source.json").read_text(encoding="utf-8"))
    return Briefer().read(text(story), title=source["title"], published_at=source["published_at"])


@cache
def briefing(story: str) -> Briefing:
    """The embedded engine's briefing of the story."""
    return Briefer().brief(article(story))
