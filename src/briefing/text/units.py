"""Units, their dimensions, and the conversions that are exact.

Factors are exact by definition: international yard and pound (1959), SI. Months and years convert into each other,
hours, days and weeks into each other; never months into days. Sizes that differ by country (ton, gallon, pint, barrel)
convert into nothing.
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources

from briefing.records.quantity import Kind


@cache
def _table() -> dict[str, tuple[str, Fraction]]:
    """Unit -> (dimension, size in the dimension's base unit)."""
    import tomllib

    text = (resources.files("briefing.text") / "data" / "units.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return {
        unit: (dimension, Fraction(str(factor))) for dimension, sizes in data.items() for unit, factor in sizes.items()
    }


def dimension_of(unit: str | None, kind: Kind) -> str | None:
    """The dimension of a unit ("length", "mass", "months"); ``None`` where it has none or is unknown."""
    if unit is None or kind is Kind.TIME:
        return None
    found = _table().get(unit)
    return found[0] if found else None


def in_unit(value: Decimal, unit: str, target: str) -> Fraction | None:
    """``value`` in another unit of the same dimension, exactly; ``None`` if no exact conversion exists."""
    one, two = _table().get(unit), _table().get(target)
    if unit == target:
        return Fraction(value)
    if one is None or two is None or one[0] != two[0]:
        return None
    return Fraction(value) * one[1] / two[1]
