"""The mandate of a mission: the instrument, who adopted it and when, how long it runs and when it is reviewed."""

import re

from briefing.records.names import Name, NameKind
from briefing.records.quantity import Kind, Quantity, Words
from briefing.stages.extract.general import words_of
from briefing.stages.extract.leaves import Leaves
from briefing.stages.extract.scene import Scene, Sentence

_INSTRUMENT = re.compile(
    r"\b[Rr]esolution \d+(?: \(\d{4}\))?|\b(?:[Cc]ouncil )?[Dd]ecision (?:\d[\d/]*|[A-Z]{2,}/[\w/]+)"
    r"|\b(?:peace|ceasefire|bilateral|defence|defense|security|framework|cooperation) (?:agreement"
    r"|accord|treaty|pact|deal)\b"
    r"|\bat the (?:request|invitation) of (?:the )?[\w’' -]{3,40}?government\b"
)
_ADOPTS = re.compile(
    r"\b(?:authori[sz](?:ed|es|ing)|mandated|approved|adopted|endorsed|established|set up|created"
    r"|backed|requested by|voted)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"\b(?:decided|extended|renewed|ended|voted)\b", re.IGNORECASE)
"""What a body does with a mandate that exists: it names the body, but dates no adoption."""
_MANDATE = re.compile(r"\bmandate\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:mission|deployment|force|operation|contingent|troops|peacekeepers|observers|it)\b", re.IGNORECASE
)
_RUNS = re.compile(
    r"\b(?:initial|period of|for a period|mandate|will last|to last|is to run|will run|will stay"
    r"|to stay|will remain|to remain"
    r"|for up to|for at least|rotation|extend\w*|prolong\w*|deployed for|tour)\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\b(?:re-?examin\w*|review\w*|reassess\w*|evaluat\w*|be assessed|assess it|renew\w*|come up for)\b", re.IGNORECASE
)
_BODY_WORDS = (
    "Council",
    "Union",
    "Assembly",
    "Parliament",
    "Nations",
    "Commission",
    "Organisation",
    "Organization",
    "Congress",
    "Senate",
    "Cabinet",
    "Community",
    "League",
    "Security",
)
_BODY_ACRONYMS = frozenset(
    {"UN", "AU", "EU", "OSCE", "NATO", "SADC", "ECOWAS", "IGAD", "OAS", "EAC", "CARICOM", "ASEAN"}
)
_DAYS = 40
"""How far, in characters, a date may stand from the verb that it dates."""


def fill_mandate(scene: Scene, leaves: Leaves) -> None:
    """Enter instrument, body, adoption, duration and review, as far as the article states them."""
    _instrument(scene, leaves)
    for sentence in scene.sentences:
        if not leaves.has("mandate_body"):
            _adoption(sentence, leaves)
        if not leaves.has("review"):
            _review(sentence, leaves)
    for sentence in scene.sentences:
        if not leaves.has("duration"):
            _duration(sentence, leaves)


def _instrument(scene: Scene, leaves: Leaves) -> None:
    numbered = next((match for match in _INSTRUMENT.finditer(scene.text) if match.group()[-1:].isdigit()), None)
    match = numbered or _INSTRUMENT.search(scene.text)
    if match is not None:
        leaves.add("mandate_instrument", scene.cut(match.start(), match.end()))


def _adoption(sentence: Sentence, leaves: Leaves) -> None:
    adopts = _ADOPTS.search(sentence.text) or _MANDATE.search(sentence.text)
    verb = adopts or _DECIDES.search(sentence.text)
    if verb is None or _ABOUT.search(sentence.text) is None:
        return
    bodies = [name for name in sentence.names if _is_body(name)]
    if not bodies:
        return
    at = sentence.start + verb.start()
    body = min(bodies, key=lambda name: abs(name.start - at))
    leaves.add("mandate_body", Words(body.text, body.start, body.end))
    dates = [quantity for quantity in sentence.quantities if quantity.kind is Kind.DATE]
    if dates and adopts is not None:
        date = min(dates, key=lambda quantity: abs(quantity.start - at))
        if _gap(date, at, sentence.start + verb.end()) <= _DAYS + (body.end - body.start):
            leaves.add("mandate_adopted", words_of(date))


def _gap(quantity: Quantity, start: int, end: int) -> int:
    return max(quantity.start - end, start - quantity.end, 0)


def _is_body(name: Name) -> bool:
    if name.kind is NameKind.ACRONYM:
        return name.text in _BODY_ACRONYMS
    if name.kind not in (NameKind.ORGANISATION, NameKind.OTHER):
        return False
    return any(word in _BODY_WORDS for word in name.text.split())


def _review(sentence: Sentence, leaves: Leaves) -> None:
    cue = _REVIEW.search(sentence.text)
    if cue is None:
        return
    times = [quantity for quantity in sentence.quantities if quantity.kind in (Kind.DATE, Kind.DURATION)]
    if not times:
        return
    at = sentence.start + cue.start()
    when = min(times, key=lambda quantity: abs(quantity.start - at))
    leaves.add("review", words_of(when), {"measure": sentence.cut(cue.start(), cue.end())})


def _duration(sentence: Sentence, leaves: Leaves) -> None:
    review = leaves.first("review")
    if _ABOUT.search(sentence.text) is None:
        return
    for quantity in sentence.quantities:
        if quantity.kind is not Kind.DURATION or (review is not None and review.start == quantity.start):
            continue
        if _is_term(sentence, quantity):
            leaves.add("duration", words_of(quantity))
            return


def _is_term(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the duration is how long the mission runs, not how long somebody has been there."""
    start, end = quantity.start - sentence.start, quantity.end - sentence.start
    before = sentence.text[max(0, start - 60) : start]
    if "already" in before or "been" in before:
        return False
    if _RUNS.search(before + sentence.text[start : end + 30]):
        return True
    return before.endswith("for ") and _ADOPTS.search(sentence.text) is not None
