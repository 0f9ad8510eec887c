"""How likely two figures of one value are said of the same thing: features of the words around, and a linear score.

Every feature is a number that a reader can recompute from the two sentences; the score is their weighted sum. The
weights are data (``data/binding.toml``), fitted by ``evals/fit_binding.py``. Numbers themselves never count as words.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources

from briefing.records.article import Reading, TextUnit
from briefing.records.names import NameKind
from briefing.records.quantity import Kind, Quantity
from briefing.records.spans import Span
from briefing.text.events import Events
from briefing.text.lexicon import lexicon
from briefing.text.wording import content_stems, first_clause, last_clause, lower_words, stem

_NEAR_WORDS = 4
_NEAR_CHARS = 90
_CAPITAL = re.compile(r"(?<![.!?]\s)(?<!^)\b[^\W\d_a-z][^\W\d_]+")
_SMALL_VALUE = 2
_MAX_RIVALS = 200
"""A text with more figures of one kind is a table; weighing each against each would take its time squared."""

FEATURES = (
    "sentence", "wide", "best", "near", "left", "right", "clause", "head_same", "head_differs", "head_there",
    "counted", "event_same", "event_differs", "period_differs", "names", "names_missing", "unique", "small", "rival",
    "is_date", "is_share", "is_age", "is_score", "subject_same", "subject_differs", "old_value",
)  # fmt: skip
"""Names of the features, in the order of a vector."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around one figure, as stems."""

    left: frozenset[str]
    right: frozenset[str]
    near: frozenset[str]
    """The few words on both sides."""
    clause: frozenset[str]
    sentence: frozenset[str]
    wide: frozenset[str]
    """The sentence with its neighbours."""
    names: frozenset[str]
    """Capitalised words of the sentence, lower case."""
    counted: frozenset[str]
    subject: frozenset[str]
    """Words of the name that stands nearest before the figure in its sentence, else behind it; lower case."""
    role: str
    """What a change makes of the figure: "from", "to", "by", or nothing."""


@dataclass(frozen=True)
class Surrounded:
    """The surroundings of all figures of one text, worked out when they are asked for."""

    reading: Reading
    _figures: dict[int, Surroundings] = field(default_factory=dict, repr=False)
    _units: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _capitals: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)

    def of(self, quantity: Quantity) -> Surroundings:
        """The surroundings of a figure of this text."""
        found = self._figures.get(quantity.start)
        if found is None:
            found = self._figures[quantity.start] = self._around(quantity)
        return found

    def stems(self, unit: TextUnit) -> frozenset[str]:
        """Content stems of a sentence."""
        found = self._units.get(unit.id)
        if found is None:
            text = self.reading.text[unit.start : unit.end]
            found = self._units[unit.id] = content_stems(text, self.reading.article.language)
        return found

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much a stem tells: the logarithm of how few of the sentences have it."""
        counts: dict[str, int] = {}
        for unit in self.reading.units:
            for word in self.stems(unit):
                counts[word] = counts.get(word, 0) + 1
        total = len(self.reading.units) + 1
        return {word: math.log(total / count) for word, count in counts.items()}

    def weight(self, words: frozenset[str]) -> float:
        """How much these stems tell together; one that no sentence of this text has tells nothing."""
        rarity = self.rarity
        # Exactly rounded, so that the order of a set never decides between two figures.
        return math.fsum([rarity[word] for word in words if word in rarity])

    def _around(self, quantity: Quantity) -> Surroundings:
        reading = self.reading
        unit = reading.unit_at(quantity.start)
        language = reading.article.language
        start, end = (unit.start, unit.end) if unit else (quantity.start, quantity.end)
        before, behind = reading.text[start : quantity.start], reading.text[quantity.end : end]
        sentence = self.stems(unit) if unit else frozenset()
        clause = last_clause(before) + " " + first_clause(behind)
        left = frozenset(_content(before[-_NEAR_CHARS:], language)[-_NEAR_WORDS:])
        right = frozenset(_content(behind[:_NEAR_CHARS], language)[:_NEAR_WORDS])
        return Surroundings(
            left=left,
            right=right,
            near=left | right,
            clause=content_stems(clause, language),
            sentence=sentence,
            wide=self._wide(unit) if unit else sentence,
            names=self._names(start, end),
            counted=content_stems(quantity.counted.text, language) if quantity.counted else frozenset(),
            subject=self._subject(quantity, start, end),
            role=_role(before, language),
        )

    def _names(self, start: int, end: int) -> frozenset[str]:
        """The capitalised words of a sentence, looked for once however many figures it has."""
        found = self._capitals.get(start)
        if found is None:
            words = _CAPITAL.findall(self.reading.text[start:end])
            found = self._capitals[start] = frozenset(map(str.lower, words))
        return found

    def _subject(self, quantity: Quantity, start: int, end: int) -> frozenset[str]:
        names = [name for name in self.reading.names_in(Span(start, end)) if name.kind is not NameKind.NATIONALITY]
        before = [name for name in names if name.end <= quantity.start]
        chosen = before[-1] if before else names[0] if names else None
        return frozenset(chosen.text.lower().split()) if chosen is not None else frozenset()

    def _wide(self, unit: TextUnit) -> frozenset[str]:
        units = self.reading.units
        position = int(unit.id[1:]) - 1
        return frozenset().union(*(self.stems(near) for near in units[max(0, position - 1) : position + 2]))


def _role(before: str, language: str) -> str:
    """The word that gives a figure its place in a change: "down from 51.8", "rose to 12", "fell by 7"."""
    words = before.lower().split()[-3:]
    last = words[-1] if words else ""
    if last in lexicon(language).ranges["old"] or " ".join(words[-2:]) in lexicon(language).ranges["old"]:
        return "from"
    return last if last in ("to", "by") and len(words) > 1 and words[-2] in lexicon(language).ranges["changes"] else ""


def _content(text: str, language: str) -> list[str]:
    words = lexicon(language)
    stop = words.counting["stop"]
    return [stem(word) for word in lower_words(text) if len(word) > 2 and word not in stop]


@dataclass(frozen=True)
class Alignment:
    """One claim's text held against one source, figure by figure."""

    claim: Surrounded
    source: Surrounded
    known: Events
    _rivals: dict[tuple[int, Kind], list[tuple[float, Quantity]]] = field(default_factory=dict, repr=False)
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
            self._share(here.left, there.near | there.clause),
            self._share(here.right, there.near | there.clause),
            self._share(here.clause, there.clause),
        )

    def likeness(self, figure: Quantity, other: Quantity) -> float:
        """A plain measure of how alike two figures' words are, without the fitted weights; for ranking rivals."""
        here, there = self.claim.of(figure), self.source.of(other)
        same_head = figure.head is not None and figure.head == other.head
        shared = self._share(here.sentence, there.sentence) + self._share(here.near, there.near | there.clause)
        event = 0.3 * _same_event(figure, other) - 0.5 * self.known.differ(figure.event, other.event)
        return shared + 0.3 * same_head + event

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
            alike = [one for one in self.source.reading.quantities if one.kind is other.kind][:_MAX_RIVALS]
            best: list[tuple[float, Quantity]] = []
            for likeness, one in sorted(
                ((self.likeness(figure, one), one) for one in alike), key=lambda pair: -pair[0]
            ):
                # The best figure, and the best of another value: one of the two is the rival of any figure.
                if not best or not _same_value(best[0][1], one):
                    best.append((likeness, one))
                if len(best) > 1:
                    break
            ranked = self._rivals[key] = best
        own = self.likeness(figure, other)
        for likeness, one in ranked:
            if not _same_value(one, other):
                return max(-1.0, min(1.0, likeness - own))
        return -1.0

    def _best_sentence(self, here: Surroundings) -> float:
        """The largest share of the claim's words that any sentence of the source has."""
        found = self._best.get(here.sentence)  # figures of one sentence share the answer
        if found is None:
            source = self.source
            shares = (self._share(here.sentence, source.stems(unit)) for unit in source.reading.units)
            found = self._best[here.sentence] = max(shares, default=0.0)
        return found

    def _share(self, wanted: frozenset[str], there: frozenset[str]) -> float:
        """The weighted share of the wanted words that are there; words that the source never uses do not count."""
        total = self._weights.get(wanted)  # the same words are wanted of many figures
        if total is None:
            total = self._weights[wanted] = self.source.weight(wanted)
        return self.source.weight(wanted & there) / total if total else 0.0


def _same_event(one: Quantity, two: Quantity) -> bool:
    if one.event is None or two.event is None:
        return False
    return bool(set(one.event.split("+")) & set(two.event.split("+")))


def _same_value(one: Quantity, two: Quantity) -> bool:
    if one.date is not None and two.date is not None:
        first, second = one.date, two.date
        return (first.year, first.month, first.day, first.weekday) == (
            second.year, second.month, second.day, second.weekday,
        ) and one.raw.lower() == two.raw.lower()  # fmt: skip
    return (one.stated, one.pair, one.low, one.high) == (two.stated, two.pair, two.low, two.high)


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
