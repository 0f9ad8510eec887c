"""What a number is once it is read: its exact value, its words, and the last place that was printed."""

from decimal import Decimal
from typing import NamedTuple

HUNDRED = 100
THOUSAND = 1000
TENTH = Decimal("0.1")


class Number(NamedTuple):
    """A number over the tokens ``first`` up to, not including, ``last``.

    ``precision`` is the last place that was printed. ``pair`` is set for fractions ("two-thirds"), ``vague`` for plural
    scales ("hundreds of thousands"): low bound and, unless open-ended, high bound. ``coefficient`` is what stood before
    the scale: 3 in "3 million".
    """

    value: Decimal
    first: int
    last: int
    precision: Decimal
    digits: bool = False
    pair: tuple[Decimal, Decimal] | None = None
    vague: tuple[Decimal, Decimal | None] | None = None
    scaled: bool = False
    coefficient: Decimal | None = None
