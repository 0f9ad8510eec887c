"""The words that announce a figure which was worked out, and those that say when something began."""

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of one language that announce a figure which was worked out, by the operation."""

    sum: frozenset[str]
    difference: frozenset[str]
    change: frozenset[str]
    share: frozenset[str]
    earlier: frozenset[str]
    rest: frozenset[str]
    older: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    older_before: frozenset[str]
    older_behind: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    negations: frozenset[str]
    began: frozenset[str]
    since: frozenset[str]
    spans: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    partial: frozenset[str]
    complete: frozenset[str]
    beats: frozenset[str]


@cache
def cues_of(language: str) -> Cues:
    """The cue words of ``language``; none for a language without a table, so that nothing is derived."""
    import tomllib

    file = resources.files("briefing.text") / "data" / f"derivations.{language}.toml"
    data = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    return Cues(*(frozenset(data.get(field.name, ())) for field in fields(Cues)))
