"""What each class of summaries should come to, and what others reach on the same kind of data.

The other columns were measured on another half of the same data: the best package found (corroborate, which looks each
number up), and a study that bound figures by hand-written vetoes.
"""

from dataclasses import dataclass

ANY = "any"
BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted of one class, as printed; the others' shares are of summaries with any flag."""

    wanted: str
    package: float
    study: float


GOALS: dict[str, dict[str, Goal]] = {
    "numeric": {
        "err_absent": Goal("any >= .95, block >= .90", 0.74, 0.90),
        "err_present_elsewhere": Goal("any >= .60", 0.02, 0.51),
        "ok_literal": Goal("any <= .05, block <= .01", 0.007, 0.145),
        "ok_derived": Goal("block <= .30", 0.59, 0.85),
    },
    "mutations": {
        "orig": Goal("any <= .03, block <= .01", 0.01, 0.06),
        "perturb": Goal("any >= .99", 0.97, 0.98),
        "swap_in_article": Goal("any >= .85", 0.03, 0.77),
        "hedge_flip": Goal("any >= .98", 0.0, 1.0),
        "hedge_drop": Goal("any >= .95", 0.0, 0.81),
    },
}
"""By set and class, in the order in which they are printed."""
FAITHFUL = frozenset(("ok_literal", "ok_derived", "orig"))
"""Classes in which a flag is a false alarm."""
