"""The general part of a briefing: people, organisations, places, dates, figures, speech and next steps."""

from briefing.records.names import Name, NameKind
from briefing.records.quantity import Hedge, Kind, Quantity, Words
from briefing.stages.extract.clauses import looks_ahead
from briefing.stages.extract.cues import OPEN_QUESTION, QUOTED, SPEECH, is_furniture
from briefing.stages.extract.leaves import Leaves
from briefing.stages.extract.scene import Scene, Sentence
from briefing.stages.extract.speakers import speaker

_NO_FIGURE = frozenset({Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.IDENTIFIER})
_PARTICLES = frozenset({"Van", "Von", "De", "Da", "Di", "Al", "El", "Bin", "Mr", "Mrs", "Ms"})
_MAX_NEXT = 8
_MAX_SPEECH = 12
_MAX_STEP = 500


def fill_general(scene: Scene, leaves: Leaves) -> None:
    """Enter everything that the general part asks for, as far as the article has it."""
    _people(scene, leaves)
    _organisations(scene, leaves)
    _places(scene, leaves)
    for quantity in scene.reading.quantities:
        if quantity.kind is Kind.DATE:
            leaves.add("dates", words_of(quantity), {"measure": quantity.measure})
        elif quantity.kind not in _NO_FIGURE and not is_filler(quantity):
            leaves.add("figures", words_of(quantity), figure_parts(scene, quantity), once=False)
    _speech(scene, leaves)
    _next_steps(scene, leaves)


def is_filler(quantity: Quantity) -> bool:
    """Whether a small number in words counts nothing that matters ("one of them")."""
    return quantity.kind is Kind.CARDINAL and quantity.raw.casefold() in ("one", "a", "an") and quantity.measure is None


def words_of(quantity: Quantity) -> Words:
    """A figure's words, with its hedge and unit."""
    return Words(quantity.raw, quantity.start, quantity.end)


def figure_parts(scene: Scene, quantity: Quantity) -> dict[str, Words | None]:
    """What stands beside a figure: hedge, thing counted, measure, period and place."""
    return {
        "hedge": _hedge(scene, quantity),
        "counted": quantity.counted,
        "measure": quantity.measure,
        "period": quantity.period,
        "place": quantity.place,
    }


def _hedge(scene: Scene, quantity: Quantity) -> Words | None:
    if quantity.hedge in (Hedge.EXACT, Hedge.RANGE):
        return None
    if quantity.hedge is Hedge.VAGUE:
        return words_of(quantity)
    core = quantity.core
    start, end = (quantity.start, core.start) if core.start > quantity.start else (core.end, quantity.end)
    raw = scene.text[start:end]
    stripped = raw.strip(" ,(")
    if not stripped:
        return None
    begin = start + raw.index(stripped)
    return scene.cut(begin, begin + len(stripped))


def person_words(scene: Scene, name: Name) -> Words:
    """A person's name with the title that is printed right before it."""
    title = next((part for part in (name.rank, name.role) if part is not None and part.end == name.start - 1), None)
    if title is None:
        return Words(name.text, name.start, name.end)
    return scene.cut(title.start, name.end)


def best_mentions(scene: Scene) -> tuple[Name, ...]:
    """One mention for each person, the one with the most beside it; a surname alone joins the full name."""
    people: dict[str, Name] = {}
    by_surname: dict[str, str] = {}
    for name in scene.reading.names:
        if name.kind is not NameKind.PERSON:
            continue
        surname = name.text.rsplit(" ", 1)[-1]
        short = " " not in name.text or name.text.split()[0] in _PARTICLES
        key = by_surname.get(surname, name.text) if short else name.text
        by_surname.setdefault(surname, key)
        kept = people.get(key)
        if kept is None or (" " in name.text and _richness(name) > _richness(kept)):
            people[key] = name
    return tuple(people.values())


def _richness(name: Name) -> int:
    return sum(part is not None for part in (name.rank, name.role, name.organisation)) + (" " in name.text)


def person_parts(name: Name) -> dict[str, Words | None]:
    """The parts of a person's leaf."""
    return {
        "name": Words(name.text, name.start, name.end),
        "rank": name.rank,
        "role": name.role,
        "organisation": name.organisation,
    }


def _people(scene: Scene, leaves: Leaves) -> None:
    for name in best_mentions(scene):
        leaves.add("people", person_words(scene, name), person_parts(name))


def _organisations(scene: Scene, leaves: Leaves) -> None:
    short = {name.acronym.text for name in scene.reading.names if name.acronym is not None}
    for name in scene.reading.names:
        words = Words(name.text, name.start, name.end)
        if name.kind is NameKind.ORGANISATION:
            leaves.add("organisations", words, {"acronym": name.acronym})
        elif name.kind is NameKind.ACRONYM and name.text not in short:
            leaves.add("organisations", words)


def _places(scene: Scene, leaves: Leaves) -> None:
    for name in scene.reading.names:
        if name.kind in (NameKind.PLACE, NameKind.COUNTRY):
            leaves.add("places", Words(name.text, name.start, name.end))


def _speech(scene: Scene, leaves: Leaves) -> None:
    count = 0
    for sentence in scene.sentences:
        if SPEECH.search(sentence.text) is None or is_furniture(sentence.text):
            continue
        who = speaker(sentence)
        if who is None and QUOTED.search(sentence.text) is None:
            continue
        leaves.add("speech", sentence.cut(0, len(sentence.text)), {"speaker": who})
        count += 1
        if count >= _MAX_SPEECH:
            return


def _next_steps(scene: Scene, leaves: Leaves) -> None:
    steps = [sentence for sentence in scene.sentences if _is_step(sentence)]
    for sentence in steps[:_MAX_NEXT]:
        leaves.add("next_steps", sentence.cut(0, len(sentence.text)))


def _is_step(sentence: Sentence) -> bool:
    text = sentence.text
    return len(text) < _MAX_STEP and looks_ahead(text) and not is_furniture(text) and OPEN_QUESTION.search(text) is None
