"""How likely two figures of one value are said of the same thing: features of the words around, and a linear score.

Every feature is a number that a reader can recompute from the two sentences; the score is their weighted sum. The
weights are data (``data/binding.toml``), fitted by ``evals/fit_binding.py``. Numbers themselves never count as words.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from briefing.records.quantity import Kind, Quantity
from briefing.text.events import Events
from briefing.text.surroundings import Surrounded, Surroundings, same_value
from briefing.text.wording import stem

__all__ = ["FEATURES", "Alignment", "Surrounded", "Surroundings", "Weights", "weights"]

_SMALL_VALUE = 2
_MAX_RIVALS = 200
"""A text with more figures of one kind is a table; weighing each against each would take its time squared."""

FEATURES = (
    "sentence", "wide", "best", "near", "left", "right", "clause", "head_same", "head_differs", "head_there",
    "counted", "event_same", "event_differs", "period_differs", "names", "names_missing", "unique", "small", "rival",
    "is_date", "is_share", "is_age", "is_score", "subject_same", "subject_differs", "old_value",
)  # fmt: skip
"""Names of the features, in the order of a vector."""


@dataclass(frozen=True)
class Alignment:
    """One claim's text held against one source, figure by figure."""

    claim: Surrounded
    source: Surrounded
    known: Events
    _rivals: dict[tuple[int, Kind], list[tuple[float, Quantity]]] = field(default_factory=dict, repr=False)
    _likeness: dict[tuple[int, int], float] = field(default_factory=dict, repr=False)
    _best: dict[frozenset[str], float] = field(default_factory=dict, repr=False)
    _weights: dict[frozenset[str], float] = field(default_factory=dict, repr=False)

    def features(self, figure: Quantity, other: Quantity, *, occurrences: int) -> tuple[float, ...]:
        """The vector of ``FEATURES`` for a figure of the claim and one of the source.

        ``occurrences`` is how often the source has that value.
        """
        here, there = self.claim.of(figure), self.source.of(other)
        shares = self._shares(here, there)
        best = self._best_sentence(here)
        names = here.names & there.names
        heads = figure.head is not None and other.head is not None
        same_head = heads and figure.head == other.head
        events_known = figure.event is not None and other.event is not None
        differ = self.known.differ(figure.event, other.event)
        return (
            *shares[:2],
            shares[0] / best if best else 1.0,
            *shares[2:],
            float(same_head),
            float(heads and not same_head),
            float(figure.head is not None and stem(figure.head) in there.sentence),
            self._share(here.counted, there.counted | there.sentence),
            float(events_known and not differ and _same_event(figure, other)),
            float(differ),
            float(_periods_differ(figure, other)),
            len(names) / len(here.names) if here.names else 0.5,
            float(bool(here.names) and not names),
            1.0 / max(1, occurrences),
            float(other.stated is not None and other.stated <= _SMALL_VALUE),
            self._rival(figure, other),
            float(figure.kind is Kind.DATE),
            float(figure.kind in (Kind.PERCENT, Kind.RATIO)),
            float(figure.kind is Kind.AGE),
            float(figure.kind is Kind.SCORE),
            float(bool(here.subject & there.subject)),
            float(bool(here.subject and there.subject) and not here.subject & (there.subject | there.names)),
            float(there.role == "from" and here.role != "from"),
        )

    def _shares(self, here: Surroundings, there: Surroundings) -> tuple[float, ...]:
        return (
            self._share(here.sentence, there.sentence),
            self._share(here.sentence, there.wide),
            self._share(here.near, there.near),
            self._share(here.left, there.beside),
            self._share(here.right, there.beside),
            self._share(here.clause, there.clause),
        )

    def likeness(self, figure: Quantity, other: Quantity) -> float:
        """A plain measure of how alike two figures' words are, without the fitted weights; for ranking rivals."""
        key = (figure.start, self.source.set_of(other))
        found = self._likeness.get(key)
        if found is None:
            here, there = self.claim.of(figure), self.source.of(other)
            same_head = figure.head is not None and figure.head == other.head
            shared = self._share(here.sentence, there.sentence) + self._share(here.near, there.beside)
            event = 0.3 * _same_event(figure, other) - 0.5 * self.known.differ(figure.event, other.event)
            found = self._likeness[key] = shared + 0.3 * same_head + event
        return found

    def old_value(self, figure: Quantity, other: Quantity) -> bool:
        """Whether the source gives the value as what something was before a change, and the claim does not."""
        return self.source.of(other).role == "from" and self.claim.of(figure).role != "from"

    def periods_differ(self, figure: Quantity, other: Quantity) -> bool:
        """Whether both figures print a period and the two share no word."""
        return _periods_differ(figure, other)

    def _rival(self, figure: Quantity, other: Quantity) -> float:
        """By how much the best figure of another value fits the claim's words better than ``other`` does."""
        key = (figure.start, other.kind)
        ranked = self._rivals.get(key)
        if ranked is None:
            ranked = self._rivals[key] = self._two_best(figure, other.kind)
        own = self.likeness(figure, other)
        for likeness, one in ranked:
            if not same_value(one, other):
                return max(-1.0, min(1.0, likeness - own))
        return -1.0

    def _two_best(self, figure: Quantity, kind: Kind) -> list[tuple[float, Quantity]]:
        """The best figure, and the best of another value: one of the two is the rival of any figure."""
        sets = [(self.likeness(figure, alike[0]), alike) for alike in self.source.alike(kind, first=_MAX_RIVALS)]
        sets.sort(key=lambda pair: -pair[0])
        best: list[tuple[float, Quantity]] = []
        for likeness, alike in sets:
            for one in alike:
                if not best or not same_value(best[0][1], one):
                    best.append((likeness, one))
                if len(best) > 1:
                    return best
        return best

    def _best_sentence(self, here: Surroundings) -> float:
        """The largest share of the claim's words that any sentence of the source has."""
        found = self._best.get(here.sentence)  # figures of one sentence share the answer
        if found is None:
            words = sorted(word for word in here.sentence if word in self.source.places)
            held: dict[int, int] = {}
            for number, word in enumerate(words):
                for place in self.source.places[word]:
                    held[place] = held.get(place, 0) | 1 << number
            # Sentences with the same words count once: the rows of a list have most of theirs in common.
            shares = (
                self._share(here.sentence, frozenset(word for number, word in enumerate(words) if bits >> number & 1))
                for bits in set(held.values())
            )
            found = self._best[here.sentence] = max(shares, default=0.0)
        return found

    def _share(self, wanted: frozenset[str], there: frozenset[str]) -> float:
        """The weighted share of the wanted words that are there; words that the source never uses do not count."""
        if wanted.isdisjoint(there):
            return 0.0
        total = self._weight(wanted)
        return self._weight(wanted & there) / total if total else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        found = self._weights.get(words)  # the same words are wanted of many figures, and found around many
        if found is None:
            found = self._weights[words] = self.source.weight(words)
        return found


def _same_event(one: Quantity, two: Quantity) -> bool:
    if one.event is None or two.event is None:
        return False
    return bool(set(one.event.split("+")) & set(two.event.split("+")))


def _periods_differ(one: Quantity, two: Quantity) -> bool:
    if one.period is None or two.period is None:
        return False
    return not set(one.period.text.lower().split()) & set(two.period.text.lower().split())


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted weights: one a feature, and a bias. Below the probability ``threshold`` a binding is doubted."""

    bias: float
    weights: tuple[float, ...]
    threshold: float

    def probability(self, features: Sequence[float]) -> float:
        """How likely two figures with these features are said of the same thing, from 0 to 1."""
        total = self.bias + sum(weight * value for weight, value in zip(self.weights, features, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def against(self, features: Sequence[float], typical: Sequence[float]) -> str:
        """The feature that speaks most against, compared with ``typical`` values."""
        losses = [
            (weight * (value - usual), name)
            for weight, value, usual, name in zip(self.weights, features, typical, FEATURES, strict=True)
        ]
        return min(losses)[1]


@cache
def weights() -> Weights:
    """The weights that are shipped."""
    import tomllib

    data = tomllib.loads((resources.files("briefing.text") / "data" / "binding.toml").read_text("utf-8"))
    return Weights(data["bias"], tuple(data["weights"][name] for name in FEATURES), data["threshold"])
