"""What a fixture holds: the story, where it comes from, and what a briefing of it must hold.

The format of ``expected.json`` is described in ``fixtures/README.md``.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from briefing.errors import InvalidBriefingError
from briefing.records.draft import FactKind
from briefing.records.findings import Code
from briefing.records.json_node import Node, maybe, parse
from briefing.records.quantity import Hedge, Kind

FIXTURES = Path(__file__).parents[1] / "fixtures"


class FixtureError(ValueError):
    """A fixture does not keep its format; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days of a date, both included; ``None`` twice where no day may be given."""

    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFigure:
    """A figure by value. ``context`` are words that its fact's statement must hold, alternatives divided by "|"."""

    id: str
    raw: str
    kind: Kind
    hedge: Hedge
    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool
    high_inclusive: bool
    unit: str | None = None
    currency: str | None = None
    pair: tuple[Decimal, ...] | None = None
    date: DayRange | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedFact:
    """A fact by the words that one statement must hold, and by the figures of that statement."""

    id: str
    kind: FactKind
    terms: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedName:
    """A name, and its rank, role and organisation as far as the story prints them."""

    text: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """Something that is wrong with the story itself, and words that the finding must show."""

    code: Code
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Everything that a briefing of one story must hold."""

    profile: str
    facts: tuple[ExpectedFact, ...]
    figures: tuple[ExpectedFigure, ...]
    names: tuple[ExpectedName, ...]
    details: tuple[tuple[str, str], ...]
    """Pairs of a field and a word that its leaves must hold."""
    source_findings: tuple[ExpectedFinding, ...]
    derived: tuple[str, ...]
    not_stated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fixture:
    """One story with its day of publication and what is expected of it."""

    id: str
    article: Path
    published_at: dt.date | None
    expected: Expected


def load_all(root: Path = FIXTURES) -> tuple[Fixture, ...]:
    """Every fixture under ``root``, by id. Raises ``FixtureError`` if there is none or one keeps no format."""
    folders = sorted(path.parent for path in root.glob("*/expected.json"))
    if not folders:
        raise FixtureError(f"no fixture under {root}: each is a folder with expected.json")
    return tuple(load(folder) for folder in folders)


def load(folder: Path) -> Fixture:
    """The fixture in ``folder``. Raises ``FixtureError`` that names the file and the place in it."""
    source = _fields(folder / "source.json")
    expected = _fields(folder / "expected.json")
    try:
        return Fixture(
            id=folder.name,
            article=folder / "article.txt",
            published_at=_open_day(source["published_at"]),
            expected=_expected(expected),
        )
    except KeyError as error:
        raise FixtureError(f"{folder.name}: the key {error} is missing") from error
    except InvalidBriefingError as error:
        raise FixtureError(f"{folder.name}: {error}") from error


def _fields(path: Path) -> dict[str, Node]:
    try:
        return parse(path.read_text(encoding="utf-8")).members()
    except (OSError, InvalidBriefingError) as error:
        raise FixtureError(f"{path.parent.name}/{path.name}: {error}") from error


def _expected(fields: dict[str, Node]) -> Expected:
    return Expected(
        profile=fields["profile"].text(),
        facts=tuple(_fact(node.members()) for node in fields["facts"].items()),
        figures=tuple(_figure(node.members()) for node in fields["figures"].items()),
        names=tuple(_name(node.members()) for node in fields["names"].items()),
        details=tuple((field, word) for field, node in fields["details"].members().items() for word in _texts(node)),
        source_findings=tuple(_finding(node.members()) for node in fields["source_findings"].items()),
        derived=tuple(node.members()["expression"].text() for node in fields["derived"].items()),
        not_stated=_texts(fields["not_stated"]),
    )


def _fact(fields: dict[str, Node]) -> ExpectedFact:
    kind = fields["kind"].choice(FactKind)
    return ExpectedFact(fields["id"].text(), kind, _texts(fields["terms"]), _texts(fields["figures"]))


def _figure(fields: dict[str, Node]) -> ExpectedFigure:
    return ExpectedFigure(
        id=fields["id"].text(),
        raw=fields["raw"].text(),
        kind=fields["kind"].choice(Kind),
        hedge=fields["hedge"].choice(Hedge),
        low=_open(fields["low"]),
        high=_open(fields["high"]),
        low_inclusive=fields["low_inclusive"].flag(),
        high_inclusive=fields["high_inclusive"].flag(),
        unit=maybe(fields, "unit", Node.text),
        currency=maybe(fields, "currency", Node.text),
        pair=maybe(fields, "pair", lambda node: tuple(item.decimal() for item in node.items())),
        date=maybe(fields, "date", _days),
        context=tuple(fields[key].text() for key in ("counted", "measure", "period", "place") if key in fields),
    )


def _days(node: Node) -> DayRange:
    first, last = (node.members()[end] for end in ("first", "last"))
    return DayRange(_open_day(first), _open_day(last))


def _name(fields: dict[str, Node]) -> ExpectedName:
    parts = tuple((key, fields[key].text()) for key in ("rank", "role", "organisation") if key in fields)
    return ExpectedName(fields["text"].text(), parts)


def _finding(fields: dict[str, Node]) -> ExpectedFinding:
    return ExpectedFinding(fields["code"].choice(Code), _texts(fields["words"]))


def _open_day(node: Node) -> dt.date | None:
    return None if node.value is None else node.day()


def _open(node: Node) -> Decimal | None:
    return None if node.value is None else node.decimal()


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(item.text() for item in node.items())
