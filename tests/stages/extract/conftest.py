"""Readings of short stories, made the way the pipeline makes them."""

import hashlib
from collections.abc import Callable

import pytest

from briefing.records.article import Article, Reading
from briefing.stages.segment import sentences
from briefing.text.names import read_names
from briefing.text.quantities import read_quantities

Read = Callable[..., Reading]


@pytest.fixture(name="read")
def read_fixture() -> Read:
    """A function from text to its reading."""

    def read(text: str, *, title: str | None = None) -> Reading:
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        article = Article(text, digest, title=title)
        units = sentences(article)
        return Reading(article, units, read_quantities(text), read_names(text, [unit.span for unit in units]))

    return read
