"""Cases of the expression table: what a sentence must be read as, and where a reading differs from it."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias, cast

from briefing.records.quantity import Hedge, Kind, Quantity

FOLDER = Path(__file__).parent / "expressions"
LANGUAGES = ("en", "fr", "es", "de", "pt", "it")

ANY_HEDGE = "any"
"""Accepts every hedge: for words whose firmness readers of the language dispute ("cerca de")."""

_ARTICLES = frozenset(
    {"the", "a", "an", "le", "la", "les", "un", "une", "el", "los", "las", "una", "der", "die", "das", "dem", "den"}
    | {"ein", "eine", "o", "os", "as", "um", "uma", "il", "lo", "i", "gli"}
)

Field: TypeAlias = str | int | bool | list[str]


@dataclass(frozen=True, slots=True)
class Expected:
    """One figure that must be read; a field that is ``None`` is not compared.

    ``value`` stands for both bounds. ``low`` and ``high`` are compared together: an absent one means open-ended.
    """

    raw: str
    kind: Kind
    hedge: str = Hedge.EXACT
    value: Decimal | None = None
    stated: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    currency: str | None = None
    pair: tuple[Decimal, ...] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    unanchored: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence and all that must be read in it, in order."""

    id: str
    language: str
    text: str
    read: tuple[Expected, ...]
    anchor: dt.date | None = None
    ignore_identifiers: bool = False

    @property
    def group(self) -> str:
        """The class of expression: the middle part of the id."""
        return self.id.split("-")[1]


def load_cases(language: str) -> tuple[Case, ...]:
    """Return the cases of one language; ``KeyError`` or ``ValueError`` if an entry is malformed."""
    document = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return tuple(_case(entry, language) for entry in document["case"])


def _case(entry: dict[str, object], language: str) -> Case:
    anchor = entry.get("anchor")
    return Case(
        id=str(entry["id"]),
        language=language,
        text=str(entry["text"]),
        read=tuple(_expected(fields) for fields in cast("list[dict[str, Field]]", entry["read"])),
        anchor=dt.date.fromisoformat(str(anchor)) if anchor else None,
        ignore_identifiers=bool(entry.get("ignore_identifiers", False)),
    )


def _expected(fields: dict[str, Field]) -> Expected:
    unknown = fields.keys() - set(Expected.__slots__)
    if unknown:
        raise ValueError(f"unknown fields {sorted(unknown)!r} in the reading of {fields.get('raw')!r}")
    pair = fields.get("pair")
    return Expected(
        raw=str(fields["raw"]),
        kind=Kind(str(fields["kind"])),
        hedge=str(fields.get("hedge", Hedge.EXACT.value)),
        value=_number(fields, "value"),
        stated=_number(fields, "stated"),
        low=_number(fields, "low"),
        high=_number(fields, "high"),
        low_open=bool(fields.get("low_open", False)),
        high_open=bool(fields.get("high_open", False)),
        unit=_word(fields, "unit"),
        currency=_word(fields, "currency"),
        pair=tuple(Decimal(part) for part in pair) if isinstance(pair, list) else None,
        first=_date(fields, "first"),
        last=_date(fields, "last"),
        year=_whole(fields, "year"),
        month=_whole(fields, "month"),
        day=_whole(fields, "day"),
        unanchored=bool(fields.get("unanchored", False)),
        inferred=bool(fields.get("inferred", False)),
    )


def _number(fields: dict[str, Field], name: str) -> Decimal | None:
    return Decimal(str(fields[name])) if name in fields else None


def _word(fields: dict[str, Field], name: str) -> str | None:
    return str(fields[name]) if name in fields else None


def _whole(fields: dict[str, Field], name: str) -> int | None:
    return int(str(fields[name])) if name in fields else None


def _date(fields: dict[str, Field], name: str) -> dt.date | None:
    return dt.date.fromisoformat(str(fields[name])) if name in fields else None


def differences(case: Case, quantities: Sequence[Quantity]) -> list[str]:
    """Return in words what differs between a case and what was read; empty if the case holds."""
    got = [q for q in quantities if not (case.ignore_identifiers and q.kind is Kind.IDENTIFIER)]
    found: list[str] = []
    for expected, quantity in zip(case.read, got, strict=False):
        found += [f"{expected.raw!r}: {words}" for words in _differences(expected, quantity, case.text)]
    found += [f"{expected.raw!r}: not read" for expected in case.read[len(got) :]]
    found += [f"{quantity.raw!r}: read as {quantity.kind}, must not be" for quantity in got[len(case.read) :]]
    return found


def _differences(expected: Expected, got: Quantity, text: str) -> list[str]:
    pairs: list[tuple[str, object, object]] = [("kind", expected.kind, got.kind)]
    if _bare(expected.raw) != _bare(got.raw):
        pairs.append(("raw", expected.raw, got.raw))
    pairs.append(("span", got.raw, text[got.start : got.end]))
    if expected.hedge != ANY_HEDGE:
        pairs.append(("hedge", expected.hedge, got.hedge.value))
    pairs += _bounds(expected, got)
    wanted: list[tuple[str, object, object]] = [
        ("stated", expected.stated, got.stated),
        ("unit", expected.unit, got.unit),
        ("currency", expected.currency, got.currency),
        ("pair", expected.pair, got.pair),
    ]
    pairs += [triple for triple in wanted if triple[1] is not None]
    pairs += _dates(expected, got)
    return [f"{name} expected {want!s}, got {have!s}" for name, want, have in pairs if want != have]


def _bare(raw: str) -> str:
    """Drop a leading article: whether "the 1990s" begins at "the" is no matter of reading."""
    head, _, rest = raw.partition(" ")
    return rest if rest and head.lower() in _ARTICLES else raw


def _bounds(expected: Expected, got: Quantity) -> list[tuple[str, object, object]]:
    if expected.value is not None:
        return [("low", expected.value, got.low), ("high", expected.value, got.high)]
    if expected.low is None and expected.high is None:
        return []
    # How far below the stated number "nearly" reaches is the policy's matter, not the reader's.
    low = [] if expected.hedge == Hedge.NEARLY else [("low", expected.low, got.low)]
    pairs: list[tuple[str, object, object]] = [*low, ("high", expected.high, got.high)]
    if expected.low is not None:
        pairs.append(("low inclusive", not expected.low_open, got.low_inclusive))
    if expected.high is not None:
        pairs.append(("high inclusive", not expected.high_open, got.high_inclusive))
    return pairs


def _dates(expected: Expected, got: Quantity) -> list[tuple[str, object, object]]:
    date = got.date
    wanted: list[tuple[str, object, object]] = [
        ("first", expected.first, date and date.first),
        ("last", expected.last, date and date.last),
        ("year", expected.year, date and date.year),
        ("month", expected.month, date and date.month),
        ("day", expected.day, date and date.day),
        ("inferred", expected.inferred or None, date and date.inferred),
    ]
    pairs = [triple for triple in wanted if triple[1] is not None]
    if expected.unanchored:
        pairs.append(("days", "none", "none" if date and not (date.first or date.last) else date))
    return pairs
