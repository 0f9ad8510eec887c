"""Ways to make a true statement false, each false by construction.

Every function takes a true statement and gives hostile variants of it, or none where it cannot be sure that they are
false. How each is sure is said in its docstring; where an article could bear a variant out by chance (a value that it
prints or that two of its values give, a name that stands in the same sentence), that variant is not made.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, permutations
from random import Random

from briefing.records.draft import DeclaredWorking, Operand
from briefing.records.quantity import Hedge, Kind, Quantity
from briefing.text.attribution import speech
from briefing.text.names import read_names
from briefing.text.quantities import read_quantities
from briefing.text.wording import content_stems
from evals.adversary_data import Story, Truth

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PLAIN = (Kind.CARDINAL, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION)
_HEDGES = (
    "nearly", "almost", "about", "around", "some", "roughly", "up to", "as many as", "more than", "over", "at least",
    "fewer than", "less than", "under",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November")
_STRANGERS = ("Ilse Vantongeren", "Marek Dobrowolski", "Tomas Abreu", "Wanjiru Odhiambo")
_PLACES = ("Ostrava", "Lisbon", "Quito", "Winnipeg")
_TURNS = (
    ("arrived", "left"), ("landed", "left"), ("killed", "rescued"), ("injured", "killed"), ("kidnapped", "killed"),
    ("rose", "fell"), ("fell", "rose"), ("won", "lost"), ("lost", "won"), ("approved", "rejected"),
    ("rejected", "approved"), ("opened", "closed"), ("closed", "opened"), ("promised", "sent"), ("pledged", "sent"),
    ("convicted", "cleared"), ("cleared", "convicted"), ("above", "below"), ("below", "above"), ("higher", "lower"),
    ("lower", "higher"), ("gained", "lost"), ("before", "after"), ("increased", "decreased"), ("grew", "shrank"),
    ("acquitted", "convicted"), ("evacuated", "killed"), ("largest", "smallest"),
    ("first", "last"), ("cheaper", "dearer"), ("guilty", "innocent"), ("borrow", "lend"),
)  # fmt: skip
_FIRM = (
    ("may", "will"), ("might", "will"), ("is to", "has had to"), ("are to", "have had to"),
    ("will be", "has been"), ("is due", "took place"), ("plans to", "has agreed to"), ("expects", "has confirmed"),
)  # fmt: skip
_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|must)\b(?! not\b| no\b)")
_NOT = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|did|does|do|could) not\b")
_SYMMETRIC = re.compile(r"\b(?:and|or|with|met|between|both|joined|like|than)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"^According to [^,]+, |, according to [^,.]+|, (?:[A-Z]\w+ )*\w+ said(?=\.?$)")
_INVENTED = (
    "{name} resigned on the same evening.", "{name} is under investigation for bribery.",
    "{name} apologised to the families.", "{name} has been praised by the president.",
    "{name} called the report a fabrication.", "{name} will take the case to court.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hostile:
    """A false statement with what a hostile model gives beside it."""

    kind: str
    truth: Truth
    text: str
    pointers: tuple[str, ...]
    speaker: str | None = None
    declared: DeclaredWorking | None = None


Made = Iterator[str]
Mutation = Callable[[Truth, Random], Made]


def hostile(truth: Truth, rng: Random) -> Iterator[Hostile]:
    """Every variant of one true statement."""
    for kind, mutation in MUTATIONS.items():
        for text in mutation(truth, rng):
            if text != truth.text and text not in truth.story.article.text:
                yield Hostile(kind, truth, text, truth.pointers)
    yield from _spoken(truth)
    yield from _declared(truth, rng)
    yield from _pointing(truth, rng)


# --- figures ---


def digit(truth: Truth, rng: Random) -> Made:
    """A digit changed, in exact figures; the value is none that the article prints, nor a sum or difference of two."""
    taken = _near_values(truth.story)
    for figure in _exact(truth):
        for match in _DIGITS.finditer(figure.raw):
            places = [at for at, char in enumerate(match.group()) if char.isdigit()]
            at = rng.choice(places)
            old = match.group()[at]
            new = match.group()[:at] + rng.choice([c for c in "123456789" if c != old]) + match.group()[at + 1 :]
            changed = figure.raw[: match.start()] + new + figure.raw[match.end() :]
            text = _put(truth.text, figure, changed)
            value = _value_at(text, figure.start)
            if value is not None and value not in taken:
                yield text


def swapped_figure(truth: Truth, rng: Random) -> Made:
    """Another number of the article, counted of another noun; no figure of the article joins that number to it."""
    figures = truth.story.reading.quantities
    known = {(each.stated, each.head) for each in figures}
    for figure in _exact(truth):
        others = [
            each
            for each in figures
            if each.kind is figure.kind is Kind.CARDINAL
            and each.hedge is Hedge.EXACT
            and each.head not in (None, figure.head)
            and figure.head is not None
            and (each.stated, figure.head) not in known
            and (each.stated, None) not in known
            and each.stated != figure.stated
        ]
        if others:
            yield _put(truth.text, figure, rng.choice(others).raw)


def hedge_dropped(truth: Truth, rng: Random) -> Made:
    """The bare number in place of a hedged one that the article prints with just that hedge, and nowhere without."""
    printed = truth.story.reading.quantities
    bare = {each.stated for each in printed if each.hedge is Hedge.EXACT}
    hedged = {(each.hedge, each.stated) for each in printed}
    for figure in read_quantities(truth.text, locale="en"):
        word = next((hedge for hedge in _HEDGES if figure.raw.lower().startswith(hedge + " ")), None)
        if (
            word is not None
            and figure.kind in _PLAIN
            and figure.stated not in bare
            and (figure.hedge, figure.stated) in hedged
        ):
            rest = figure.raw[len(word) + 1 :]
            yield _put(truth.text, figure, rest[:1].upper() + rest[1:] if figure.start == 0 else rest)


def hedge_turned(truth: Truth, rng: Random) -> Made:
    """A bound ("more than", "fewer than") before an exact figure; the opposite bound for a bounded one."""
    for figure in _exact(truth):
        if figure.stated is not None and figure.stated > 1 and not _part_of_name(truth.text, figure):
            bound = rng.choice(("more than", "fewer than"))
            yield _put(truth.text, figure, f"{bound.capitalize() if figure.start == 0 else bound} {_low(figure.raw)}")
    for figure in read_quantities(truth.text, locale="en"):
        for one, two in (
            ("more than", "fewer than"),
            ("up to", "more than"),
            ("nearly", "more than"),
            ("at least", "fewer than"),
        ):
            if figure.kind in _PLAIN and figure.raw.lower().startswith(one + " "):
                yield _put(truth.text, figure, two + figure.raw[len(one) :])


def scale(truth: Truth, rng: Random) -> Made:
    """Thousand, million and billion exchanged."""
    for one, two in (
        ("million", "billion"),
        ("billion", "million"),
        ("thousand", "million"),
        ("percent", "percentage points"),
    ):
        if re.search(rf"\d {one}\b", truth.text):
            yield re.sub(rf"(\d) {one}\b", rf"\1 {two}", truth.text, count=1)


def unit(truth: Truth, rng: Random) -> Made:
    """Another currency or unit for the same number."""
    for one, two in (
        ("euros", "dollars"),
        ("€", "$"),
        ("£", "€"),
        ("metres", "feet"),
        ("months", "weeks"),
        ("weeks", "days"),
        ("years", "months"),
    ):
        if re.search(rf"(?<!\w){re.escape(one)}(?!\w)" if one.isalpha() else re.escape(one), truth.text):
            yield truth.text.replace(one, two, 1)


def date(truth: Truth, rng: Random) -> Made:
    """A weekday, month or year that the article has nowhere."""
    article = truth.story.article.text
    for names in (_DAYS, _MONTHS):
        for name in names:
            if re.search(rf"\b{name}\b", truth.text):
                others = [other for other in names if other not in article]
                if others:
                    yield re.sub(rf"\b{name}\b", rng.choice(others), truth.text, count=1)
    for match in re.finditer(r"\b(?:19|20)\d\d\b", truth.text):
        year = str(int(match.group()) - rng.choice((1, 2, 3)))
        if year not in article:
            yield truth.text[: match.start()] + year + truth.text[match.end() :]


# --- words ---


def name_replaced(truth: Truth, rng: Random) -> Made:
    """A name that the article does not have in place of one that it has."""
    for name in _names(truth.text):
        strange = rng.choice(_STRANGERS if " " in name else _PLACES)
        if strange not in truth.story.article.text:
            yield truth.text.replace(name, strange, 1)


def name_swapped(truth: Truth, rng: Random) -> Made:
    """Another person of the article, who is in none of the sentences that name the first, nor in those pointed to."""
    reading = truth.story.reading
    people = [name for name in dict.fromkeys(_names(reading.text)) if " " in name]
    for name in _names(truth.text):
        if name not in people:
            continue
        around = " ".join(
            reading.text[unit.start : unit.end]
            for unit in reading.units
            if name in reading.text[unit.start : unit.end] or unit.id in truth.pointers
        )
        others = [other for other in people if not any(part in around for part in other.split())]
        if others:
            yield truth.text.replace(name, rng.choice(others), 1)


def reversed_roles(truth: Truth, rng: Random) -> Made:
    """Two names change places around a verb that does not hold both ways."""
    names = _names(truth.text)
    for one, two in pairwise(names):
        start, end = truth.text.index(one), truth.text.rindex(two)
        between = truth.text[start + len(one) : end]
        if (
            start + len(one) < end
            and len(between.split()) > 1
            and "," not in between
            and not _SYMMETRIC.search(between)
        ):
            yield truth.text[:start] + two + between + one + truth.text[end + len(two) :]


def negated(truth: Truth, rng: Random) -> Made:
    """A "not" where the true statement has none, or the other way round."""
    if '"' in truth.text or "“" in truth.text:
        return
    removed = _NOT.search(truth.text)
    if removed is not None:
        yield truth.text[: removed.end() - 4] + truth.text[removed.end() :]
        return
    match = _AUXILIARY.search(truth.text)
    if match is not None:
        yield f"{truth.text[: match.end()]} not{truth.text[match.end() :]}"


def event(truth: Truth, rng: Random) -> Made:
    """A verb or an adjective exchanged for one that cannot hold as well."""
    yield from _exchanged(truth, _TURNS)


def made_firm(truth: Truth, rng: Random) -> Made:
    """What may happen, or is planned, told as certain or done."""
    yield from _exchanged(truth, _FIRM)


def attribution_dropped(truth: Truth, rng: Random) -> Made:
    """What the article only has from somebody, told without them; each of its sentences says who says it."""
    reading = truth.story.reading
    sentences = [reading.text[each.start : each.end] for each in reading.units if each.id in truth.pointers]
    if '"' in truth.text or "“" in truth.text or not all(speech(each, "en").attributions for each in sentences):
        return
    match = _ACCORDING.search(truth.text)
    if match is not None:
        rest = truth.text[: match.start()] + truth.text[match.end() :]
        yield rest[:1].upper() + rest[1:]


def quote_made(truth: Truth, rng: Random) -> Made:
    """The article's own words between marks, as somebody's speech."""
    people = [name for name in dict.fromkeys(_names(truth.story.reading.text)) if " " in name]
    said = truth.text.rstrip(".")
    plain = not any(mark in said for mark in '"“”') and not speech(said, "en").attributions
    if people and plain and len(said.split()) > 4 and truth.origin == "embedded" and "said" not in said:
        yield f'"{said}," said {rng.choice(people)}.'


def quote_altered(truth: Truth, rng: Random) -> Made:
    """One word of a quotation exchanged for another of the same article."""
    match = re.search(r'["“]([^"“”]{20,})["”]', truth.text)
    if match is None:
        return
    words = match.group(1).split(" ")
    at = rng.choice([place for place, word in enumerate(words) if len(word) > 3] or [0])
    words[at] = rng.choice(("never", "money", "gladly", "strangers"))
    yield truth.text[: match.start(1)] + " ".join(words) + truth.text[match.end(1) :]


def invented(truth: Truth, rng: Random) -> Made:
    """A sentence about a name of the article whose words the article does not have."""
    names = _names(truth.text)
    if names:
        text = rng.choice(_INVENTED).format(name=names[0])
        verb = text.removeprefix(names[0]).split()[-1].rstrip(".")
        if verb not in truth.story.article.text:
            yield text


MUTATIONS: Mapping[str, Mutation] = {
    "digit changed": digit,
    "figure of another thing": swapped_figure,
    "hedge dropped": hedge_dropped,
    "hedge turned": hedge_turned,
    "scale": scale,
    "unit or currency": unit,
    "date": date,
    "name replaced": name_replaced,
    "person exchanged": name_swapped,
    "roles reversed": reversed_roles,
    "negation": negated,
    "other event": event,
    "made firm": made_firm,
    "attribution dropped": attribution_dropped,
    "quotation made up": quote_made,
    "quotation altered": quote_altered,
    "invented": invented,
}


def _pointing(truth: Truth, rng: Random) -> Iterator[Hostile]:
    """A true statement with a sentence that there is not, and with one that shares neither a word nor a figure."""
    reading = truth.story.reading
    language = reading.article.language
    nowhere = f"s{len(reading.units) + rng.randint(1, 50)}"
    yield Hostile("pointer to nothing", truth, truth.text, (nowhere,))
    told = content_stems(truth.text, language)
    values = {each.stated for each in read_quantities(truth.text, locale=language)}
    others = [
        unit.id
        for unit in reading.units
        if not told & content_stems(reading.text[unit.start : unit.end], language)
        and not values & {each.stated for each in reading.quantities_in(unit.span)}
    ]
    if others:
        yield Hostile("pointer elsewhere", truth, truth.text, (rng.choice(others),))


def _spoken(truth: Truth) -> Iterator[Hostile]:
    """Words that the article gives to nobody, or to another, with a speaker beside the statement."""
    if '"' not in truth.text and "“" not in truth.text and "ccording to" not in truth.text:
        yield Hostile("speaker made up", truth, truth.text, truth.pointers, speaker=f"Minister {_STRANGERS[0]}")


def _declared(truth: Truth, rng: Random) -> Iterator[Hostile]:
    """A figure that the article does not have, with a working that is false, or right about unlike things."""
    reading = truth.story.reading
    printed = [each for each in reading.quantities if each.kind is Kind.CARDINAL and each.hedge is Hedge.EXACT]
    units = {unit.id: unit for unit in reading.units}
    taken = _near_values(truth.story)
    for figure in _exact(truth):
        if figure.kind is not Kind.CARDINAL or not figure.raw.replace(",", "").isdigit() or len(printed) < 2:
            continue
        one, two = rng.sample(printed, 2)
        operands = tuple(
            Operand(name, each.raw)
            for each in (one, two)
            for name, unit in units.items()
            if unit.span.contains(each.span)
        )
        total = (one.stated or Decimal(0)) + (two.stated or Decimal(0))
        wrong = total + rng.randint(1, 9)
        if wrong not in taken:
            text = _put(truth.text, figure, f"{wrong:,}")
            yield Hostile("false working", truth, text, truth.pointers, declared=DeclaredWorking("sum", operands))
        alien = None not in (one.head, two.head, figure.head) and len({one.head, two.head, figure.head}) == 3
        if alien and total not in {each.stated for each in reading.quantities}:
            text = _put(truth.text, figure, f"{total:,}")
            yield Hostile(
                "working of unlike things", truth, text, truth.pointers, declared=DeclaredWorking("sum", operands)
            )


# --- helpers ---


def _exact(truth: Truth) -> list[Quantity]:
    """Plain figures without a hedge, here and in the article, that are no part of a name."""
    figures = read_quantities(truth.text, locale="en")
    return [each for each in figures if each.kind in _PLAIN and each.hedge is Hedge.EXACT and each.stated is not None]


def _part_of_name(text: str, figure: Quantity) -> bool:
    return figure.raw[:1].isalpha() and figure.start == 0


def _near_values(story: Story) -> set[Decimal]:
    """Every value that the article prints, bounds included, and every sum and difference of two of them."""
    values = {
        value for each in story.reading.quantities for value in (each.stated, each.low, each.high) if value is not None
    }
    return (
        values
        | {one + two for one, two in permutations(values, 2)}
        | {one - two for one, two in permutations(values, 2)}
    )


def _value_at(text: str, start: int) -> Decimal | None:
    return next((each.stated for each in read_quantities(text, locale="en") if each.start == start), None)


def _put(text: str, figure: Quantity, new: str) -> str:
    return text[: figure.start] + new + text[figure.end :]


def _low(raw: str) -> str:
    return raw[:1].lower() + raw[1:]


def _names(text: str) -> list[str]:
    from briefing.records.spans import Span

    return [name.text for name in read_names(text, (Span(0, len(text)),))]


def _exchanged(truth: Truth, pairs: tuple[tuple[str, str], ...]) -> Made:
    for one, two in pairs:
        if re.search(rf"\b{one}\b", truth.text):
            yield re.sub(rf"\b{one}\b", two, truth.text, count=1)
            return
