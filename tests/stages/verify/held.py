"""A draft held against a source by one check alone."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from briefing import Briefer, Settings
from briefing.pipeline import prepare
from briefing.records.article import Article, UnitKind
from briefing.records.findings import Finding
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex

_ENGLISH = Briefer(Settings(language="en"))
"""The texts of the tests are too short to tell their language by."""

FIXTURES = sorted(Path(__file__).parents[3].joinpath("fixtures").glob("*/article.txt"))
PRINTED = st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF), min_size=1)

Check = Callable[[Claim, SourceIndex], tuple[Finding, ...]]


def english(text: str) -> Article:
    """A text as an article in English."""
    return _ENGLISH.read(text)


def sentences(there: SourceIndex) -> list[str]:
    """The sentences of an article, without its headline."""
    units = (unit for unit in there.reading.units if unit.kind is not UnitKind.HEADLINE)
    return [there.text[unit.start : unit.end] for unit in units]


@cache
def source(path: Path) -> SourceIndex:
    """An article of the fixtures as the checks see it."""
    return SourceIndex(prepare(english(path.read_text("utf-8"))))


def index(source: str, *, anchor: dt.date | None = None) -> SourceIndex:
    """The source as the checks see it."""
    return SourceIndex(prepare(_ENGLISH.read(source, published_at=anchor)))


def claims(draft: str, *, anchor: dt.date | None = None) -> list[Claim]:
    """The claims of a draft, one a sentence."""
    reading = prepare(_ENGLISH.read(draft, published_at=anchor))
    return [
        Claim(
            text=draft,
            span=unit.span,
            language="en",
            quantities=tuple(quantity for quantity in reading.quantities if unit.span.contains(quantity.span)),
            names=tuple(name for name in reading.names if unit.span.contains(name.span)),
        )
        for unit in reading.units
    ]


def held(check: Check, draft: str, source: str, *, anchor: dt.date | None = None) -> list[Finding]:
    """What ``check`` finds on every claim of the draft; both hang on the same day."""
    there = index(source, anchor=anchor)
    return [finding for claim in claims(draft, anchor=anchor) for finding in check(claim, there)]


def only(check: Check, draft: str, source: str, *, anchor: dt.date | None = None) -> Finding:
    """The one finding."""
    found = held(check, draft, source, anchor=anchor)
    assert len(found) == 1, [(finding.code.value, finding.message) for finding in found]
    return found[0]
