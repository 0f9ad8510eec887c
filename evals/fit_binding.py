"""`python -m evals.fit_binding`: fits the weights of the binding, cross-validated by article, and prints the curve.

Logistic regression with a ridge. Of a wrong summary the figure that fits worst under the weights of the round before is
taken for the wrong one (multiple-instance learning). `--write` puts weights and threshold into the package. Needs numpy
(`pip install numpy`), which nothing else here does.
"""

import argparse
import random
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.text.alignment import FEATURES
from evals.binding_rows import FAITHFUL, SummaryRow, Vector, rows_of
from evals.summaries_data import SETS, MissingDataError, load_set, named_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_ROUNDS = 4
_STEPS = 30
_FOLDS = 5
_RATES = (0.01, 0.02, 0.03, 0.05, 0.08)
_HEADER = """# Weights of the features that tell whether two figures of one value are said of the same thing.
#
# Fitted by `python -m evals.fit_binding --write` on judged summaries (see evals/binding_rows.py); a larger sum is a
# better binding. Below `threshold`, a probability, an editor is asked to look.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Fit, print, and write on request; 0 if done, 2 if there is no data or no numpy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the judged summaries")
    parser.add_argument("--write", action="store_true", help="store weights and threshold in the package")
    parser.add_argument("--rate", type=float, default=0.03, help="share of faithful summaries that may be flagged")
    options = parser.parse_args(argv)
    try:
        import numpy as np  # noqa: F401
    except ImportError:
        print("fit_binding needs numpy: pip install numpy", file=sys.stderr)
        return 2
    try:
        sets = [load_set(name, named_folder(options.data)) for name in SETS]
    except MissingDataError as error:
        print(f"fit_binding: {error}", file=sys.stderr)
        return 2
    rows = [row for each in sets for row in rows_of(each)]
    scores = cross_validated(rows)
    thresholds = print_curve(scores)
    weights = fit(rows)
    for name, value in sorted(zip((*FEATURES, "bias"), weights, strict=True), key=lambda pair: -abs(pair[1])):
        print(f"{name:16}{value:+.2f}")
    if options.write:
        threshold = _quantile(scores["ok_literal"], options.rate)
        target = Path(str(files("briefing.text") / "data" / "binding.toml"))
        target.write_text(as_toml(weights, threshold), encoding="utf-8")
        print(f"written; ok_literal flagged {options.rate:.2f} by the binding alone, of {len(thresholds)} rates")
    return 0


def fit(rows: Sequence[SummaryRow]) -> list[float]:
    """Weights in the order of ``FEATURES``, the bias last."""
    weights: list[float] | None = None
    for _ in range(_ROUNDS):
        vectors, labels, masses = _examples(rows, weights)
        weights = _regression(vectors, labels, masses)
    return weights or []


def _examples(rows: Sequence[SummaryRow], weights: list[float] | None) -> tuple[list[Vector], list[float], list[float]]:
    vectors: list[Vector] = []
    labels: list[float] = []
    masses: list[float] = []

    def add(vector: Vector, label: float, mass: float) -> None:
        vectors.append(vector)
        labels.append(label)
        masses.append(mass)

    for row in rows:
        if row.kind in FAITHFUL:
            share = 1.0 / len(row.figures) ** 0.5 if row.figures else 0.0
            for figure in row.figures:
                add(_best(figure.same, weights), 1.0, share)
                for other in figure.others:
                    add(other, 0.0, share / len(figure.others))
        elif weights is not None and row.figures:
            worst = min((_best(figure.same, weights) for figure in row.figures), key=lambda each: score(weights, each))
            add(worst, 0.0, 1.0)
        else:
            for figure in row.figures:
                add(figure.same[0], 0.0, 1.0 / len(row.figures))
    return vectors, labels, masses


def _best(vectors: Sequence[Vector], weights: list[float] | None) -> Vector:
    return vectors[0] if weights is None else max(vectors, key=lambda each: score(weights, each))


def score(weights: Sequence[float], vector: Vector) -> float:
    """The weighted sum, before it becomes a probability."""
    return weights[-1] + sum(weight * value for weight, value in zip(weights, vector, strict=False))


def _regression(vectors: Sequence[Vector], labels: Sequence[float], masses: Sequence[float]) -> list[float]:
    """Newton's method with a ridge of one on every weight but the bias."""
    import numpy as np

    matrix: Array = np.hstack([np.array(vectors), np.ones((len(vectors), 1))])
    target, mass = np.array(labels), np.array(masses)
    ridge = np.ones(matrix.shape[1])
    ridge[-1] = 1e-6
    weights: Array = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-matrix @ weights))
        slope = matrix.T @ ((chance - target) * mass) + ridge * weights
        curvature = (matrix * (chance * (1 - chance) * mass)[:, None]).T @ matrix + np.diag(ridge)
        weights = weights - np.linalg.solve(curvature, slope)
    return [float(weight) for weight in weights]


def cross_validated(rows: Sequence[SummaryRow]) -> dict[str, list[float]]:
    """The score of every summary's worst figure, under weights that never saw its article, by kind."""
    articles = sorted({row.article for row in rows})
    random.Random(0).shuffle(articles)
    fold = {article: position % _FOLDS for position, article in enumerate(articles)}
    found: dict[str, list[float]] = {}
    for number in range(_FOLDS):
        weights = fit([row for row in rows if fold[row.article] != number])
        for row in rows:
            if fold[row.article] == number:
                worst = min((score(weights, _best(figure.same, weights)) for figure in row.figures), default=99.0)
                found.setdefault(row.kind, []).append(worst)
    return found


def print_curve(scores: Mapping[str, Sequence[float]]) -> list[float]:
    """What the binding alone catches at each share of ``ok_literal`` flagged; the thresholds."""
    kinds = [kind for kind in scores if kind != "ok_literal"]
    print("binding alone, cross-validated by article: share flagged")
    print("  ok_literal  score" + "".join(f"{kind:>24}" for kind in kinds))
    thresholds = []
    for rate in _RATES:
        threshold = _quantile(scores["ok_literal"], rate)
        shares = (sum(each < threshold for each in scores[kind]) / len(scores[kind]) for kind in kinds)
        print(f"  {rate:>10.2f}  {threshold:+5.2f}" + "".join(f"{share:>24.3f}" for share in shares))
        thresholds.append(threshold)
    return thresholds


def _quantile(scores: Sequence[float], rate: float) -> float:
    return sorted(scores)[int(rate * len(scores))]


def as_toml(weights: Sequence[float], threshold: float) -> str:
    """The data file that the package reads."""
    import math

    lines = [f"{name} = {value:.4f}" for name, value in zip(FEATURES, weights, strict=False)]
    probability = 1.0 / (1.0 + math.exp(-threshold))
    return (
        f"{_HEADER}\nbias = {weights[-1]:.4f}\nthreshold = {probability:.4f}\n\n[weights]\n" + "\n".join(lines) + "\n"
    )


if __name__ == "__main__":
    raise SystemExit(main())
