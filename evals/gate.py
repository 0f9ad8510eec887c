"""The floors of every eval: one file of limits, and what a run breaks of them."""

import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
"""The limits that are kept under version control."""
_BOUNDS = {"at_least", "at_most"}
_FINEST = 1_000_000
"""A float is read as the nearest fraction up to this denominator, so that 19/20 is not below 0.95."""


class FloorsError(ValueError):
    """The file of floors cannot be used; the message names the key."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Bounds of one metric. ``key`` is "section.metric"; a bound that is ``None`` does not hold."""

    key: str
    at_least: Fraction | None = None
    at_most: Fraction | None = None


def enforce(measured: Mapping[str, Fraction | float], path: Path = FLOORS) -> int:
    """The exit code for a run that measured ``measured`` (by "section.metric"): 1 if it breaks a limit, else 0.

    Every broken limit is named on stderr, and so is one of the same section that was not measured, which breaks
    nothing: a run may be restricted. Raises ``FloorsError`` if a section has no limit at all or one is malformed.
    """
    sections = dict.fromkeys(key.partition(".")[0] for key in measured)
    limits = tuple(limit for section in sections for limit in load_limits(section, path))
    broken = breaches(measured, limits)
    skipped = (
        f"{limit.key} was not measured, so its limit is not checked" for limit in limits if limit.key not in measured
    )
    sys.stderr.writelines(f"gate: {message}\n" for message in (*broken, *skipped))
    return 1 if broken else 0


def load_limits(section: str, path: Path = FLOORS) -> tuple[Limit, ...]:
    """The limits of ``section``. Raises ``FloorsError`` if there are none or a bound is not a number."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    table = tables.get(section)
    if not isinstance(table, dict) or not table:
        raise FloorsError(f"{path.name} has no limits for [{section}]: a gate without limits would pass everything")
    return tuple(_limit(f"{section}.{metric}", value) for metric, value in table.items())


def breaches(measured: Mapping[str, Fraction | float], limits: tuple[Limit, ...]) -> tuple[str, ...]:
    """One sentence for each limit that a measured value breaks; it begins with the key of the limit."""
    checked = ((_fraction(measured[limit.key]), limit) for limit in limits if limit.key in measured)
    return tuple(message for value, limit in checked if (message := _breach(value, limit)))


def show(value: Fraction) -> str:
    """A whole number without decimals; anything else cut after four, so that 0.89999 never reads as 0.9."""
    if value.denominator == 1:
        return str(value.numerator)
    return f"{Decimal(value.numerator * 10_000 // value.denominator) / 10_000:.4f}"


def _limit(key: str, value: object) -> Limit:
    if not isinstance(value, dict):
        return Limit(key, at_least=_bound(key, value))
    if not value or not set(value) <= _BOUNDS:
        raise FloorsError(f"{key} is {value!r}: give a number, or a table with at_least or at_most")
    bounds = {name: _bound(key, bound) for name, bound in value.items()}
    return Limit(key, at_least=bounds.get("at_least"), at_most=bounds.get("at_most"))


def _bound(key: str, value: object) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise FloorsError(f"{key} is {value!r}: give a number, or a table with at_least or at_most")
    return Fraction(value)


def _fraction(value: Fraction | float) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(value).limit_denominator(_FINEST)


def _breach(value: Fraction, limit: Limit) -> str | None:
    if limit.at_least is not None and value < limit.at_least:
        return f"{limit.key} is {show(value)}, below its floor of {show(limit.at_least)}"
    if limit.at_most is not None and value > limit.at_most:
        return f"{limit.key} is {show(value)}, above its ceiling of {show(limit.at_most)}"
    return None
