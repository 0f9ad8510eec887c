"""Why a figure of a draft was judged as it was: its reading, the source figure it was held against, the reasons."""

from dataclasses import dataclass

from briefing.records.findings import Status, Working
from briefing.records.quantity import Quantity, Words


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure of a draft. Only built when it is asked for; nothing in it changes a verdict.

    ``held_against`` is the source's figure that relates to it best, ``None`` if none does; ``relation`` names how the
    values relate ("same", "entailed", ...), and ``probability`` (0 to 1) how likely both are said of the same thing.
    ``speaks_for`` and ``speaks_against`` are up to three reasons each, in words, the strongest first.
    """

    figure: Quantity
    status: Status
    held_against: Words | None = None
    relation: str | None = None
    probability: float | None = None
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    working: Working | None = None
