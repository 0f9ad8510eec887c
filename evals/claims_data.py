"""Sentences about the fixtures, true and wrong, as data: `claims/<fixture id>.toml`.

Each `[[claim]]` has an `id`, one sentence in `text`, what must come out of it in `expect`, the way in which it is true
or wrong in one word (`class`), and in `about` the words of the article that it concerns. They were written from the
articles, never from the rules, so that what they show is not what the rules were made for.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from evals.expected import FIXTURES

CLAIMS = Path(__file__).with_name("claims")
_KEYS = ("id", "text", "expect", "class", "about")


class ClaimsError(ValueError):
    """A file of claims cannot be used; the message names the file and the claim."""


class Expect(StrEnum):
    """What the checks of numbers, dates and arithmetic must say of a claim."""

    OK = "ok"
    """Everything in it is verified or derived."""
    FLAG = "flag"
    """Something is ``check`` or ``unsupported``."""
    BLOCK = "block"
    """Something is ``unsupported``; ``check`` counts as caught as well."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim about one fixture."""

    fixture: str
    id: str
    text: str
    expect: Expect
    kind: str
    about: str


def load_claims(folder: Path = CLAIMS) -> tuple[Stated, ...]:
    """Every claim, by fixture. Raises ``ClaimsError`` if there is none or one does not keep the format."""
    claims = tuple(claim for path in sorted(folder.glob("*.toml")) for claim in _load(path))
    if not claims:
        raise ClaimsError(f"no claims in {str(folder)!r}")
    return claims


def article_path(fixture: str) -> Path:
    """Where the article of a fixture is."""
    return FIXTURES / fixture / "article.txt"


def _load(path: Path) -> tuple[Stated, ...]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("claim", [])
    except tomllib.TOMLDecodeError as error:
        raise ClaimsError(f"{path.name} is not TOML: {error}") from None
    return tuple(_claim(path, row) for row in rows)


def _claim(path: Path, row: dict[str, object]) -> Stated:
    where = f"{path.name}, claim {row.get('id', '?')!r}"
    if set(row) != set(_KEYS):
        raise ClaimsError(f"{where} has the keys {', '.join(sorted(row))}: give {', '.join(_KEYS)}")
    values = {key: value for key, value in row.items() if isinstance(value, str) and value.strip()}
    if len(values) != len(_KEYS):
        raise ClaimsError(f"{where}: every value is a text that is not empty")
    try:
        expect = Expect(values["expect"])
    except ValueError:
        raise ClaimsError(f"{where} expects {values['expect']!r}: use one of {', '.join(Expect)}") from None
    return Stated(path.stem, values["id"], values["text"], expect, values["class"], values["about"])
