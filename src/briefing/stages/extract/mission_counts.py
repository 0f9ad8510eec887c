"""The mission profile's figures: strength by measure, casualties, kidnappings and displacement.

The same number often stands for several measures, so each figure is told by the cue that stands nearest to it in its
own clause. A figure with no cue near it enters no field.
"""

import re
from dataclasses import dataclass

from briefing.records.quantity import Kind, Quantity, Words
from briefing.stages.extract.general import figure_parts, words_of
from briefing.stages.extract.leaves import Leaves
from briefing.stages.extract.scene import MAX_SENTENCE, Scene, Sentence

_PEOPLE = (
    r"(?:officers?|police(?:men|women)?|troops|soldiers?|personnel|peacekeepers?|observers?|monitors?|engineers?|medics?"
    r"|experts?|specialists?|rescuers?|firefighters?|gendarmes?|marines?|recruits?|reservists?|advisers?|instructors?"
    r"|trainers?|doctors?|nurses?|volunteers?|members?|staff|contingents?|force|men and women|battalions?)"
)
_WITH_PEOPLE = re.compile(rf"(?:[\w’'-]+ ){{0,4}}{_PEOPLE}\b", re.IGNORECASE)
_PEOPLE_OF = re.compile(rf"\b{_PEOPLE}\b", re.IGNORECASE)

# Field, then the cue; "before" cues count only when the figure follows, "after" cues only when it stands ahead.
_CUES: tuple[tuple[str, str, str], ...] = (
    (
        "strength_ceiling",
        "before",
        r"(?:force|mission|operation) of|ceiling (?:of|at)|(?:full|authori[sz]ed) strength(?: of)?",
    ),
    (
        "strength_ceiling",
        "before",
        r"\b(?:together|all (?:contributors|countries|nations|states))\b[^.;]{0,60}?\b(?:supply"
        r"|contribute|provide|send|field)",
    ),
    (
        "strength_ceiling",
        "after",
        r"to the (?:whole |entire |multinational )?(?:force|mission)\b|at full strength|[- ]strong (?:force|mission)",
    ),
    (
        "strength_total",
        "before",
        r"\btotal\b|\bin all\b|altogether|stands? at|(?:now )?(?:numbers|counts)|bring(?:s|ing)?\b|brought|strength to",
    ),
    ("strength_total", "after", r"\bin all\b|altogether|\bin total\b"),
    (
        "strength_present",
        "any",
        r"\balready\b|been there|been in the country|currently (?:deployed|stationed|there|serving)|existing|stationed",
    ),
    ("strength_total", "before", r"\b(?:mission|force|contingent)\b[^.;]{0,40}? (?:has|numbers|counts)\b"),
    ("strength_present", "before", r"\bjoin(?:ed|ing|s)?\b"),
    ("strength_present", "before", r"\b(?:has|have|had) (?=(?:[a-z]+ ){0,2}\d)"),
    (
        "departed",
        "any",
        r"\bleft (?=(?-i:[A-Z])|for |on |the (?:country|capital|base|airport))|set out|\bdeparted"
        r"|took off|flew out|with(?:drew|drawn)|pulled out|went home|returned home",
    ),
    (
        "strength_arrived",
        "any",
        r"\barriv(?:ed|es|ing)\b|\bland(?:ed|ing|s)\b|touched down|fl(?:ew|own) in(?:to)?\b|took in"
        r"|disembark\w+|\breached\b|stepped off",
    ),
    ("strength_pledged", "any", r"pledg\w+|commit(?:s|ted|ment)\b|promis\w+|\boffer(?:ed|s)?\b|agreed to send"),
    ("strength_pledged", "before", r"\b(?:will|would|to|also) (?:send|deploy|provide|contribute|supply)"),
    ("strength_pledged", "after", r"\b(?:will|would|to) be (?:deployed|sent|flown|dispatched)"),
    (
        "casualties",
        "any",
        r"\bkill(?:ed|ing|s)?\b|\bdead\b|\bdied\b|\bdeaths?\b|\binjur\w+|\bwounded\b|casualt\w+"
        r"|fatalit\w+|lost their lives|\bdeath toll",
    ),
    ("kidnappings", "any", r"kidnapp\w*|abduct\w*|\bhostages?\b|taken captive"),
    (
        "displaced",
        "any",
        r"displac\w+|\bfle[ed]\w*|uproot\w+|homeless|(?:leave|left|leaving) their (?:homes|houses"
        r"|villages)|\brefugees\b|evacuat\w+",
    ),
)
_PATTERN = re.compile("|".join(f"(?P<c{index}>{cue})" for index, (_, _, cue) in enumerate(_CUES)), re.IGNORECASE)
_BREAK = re.compile(r"[;:]\s|,\s(?!\d)|\s[–—-]\s")
_PERIOD = re.compile(
    r"\b(?:since|in|during|over|within) (?:the )?(?:start|beginning|first|past|last|year's|year’s|previous|early)\b"
    r"[^,.;]{0,60}?(?=[,.;]| and | but | as | when | by |$)"
    r"|\bsince (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    r"|\bso far this year|\bthis year|\blast (?:year|month|week)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\balready(?: (?:there|deployed|stationed|present|serving|on the ground|in place))?|\bbeen there\b"
)
_PREPOSITION = re.compile(r"\b(?:since|in|during|over|within) (?:the )?$", re.IGNORECASE)
_COUNTS = frozenset({Kind.CARDINAL})
_NO_PEOPLE_NEEDED = frozenset({"casualties", "kidnappings", "displaced"})


@dataclass(frozen=True, slots=True)
class _Hit:
    field: str
    start: int
    end: int


def fill_counts(scene: Scene, leaves: Leaves) -> None:
    """Enter every count of people under the measure that its clause gives it."""
    for sentence in scene.sentences:
        counts = [quantity for quantity in sentence.quantities if quantity.kind in _COUNTS]
        if not counts or len(sentence.text) > MAX_SENTENCE:
            continue
        hits = [_Hit(_CUES[_index(match)][0], match.start(), match.end()) for match in _PATTERN.finditer(sentence.text)]
        sides = [_CUES[_index(match)][1] for match in _PATTERN.finditer(sentence.text)]
        for quantity in counts:
            hit = _nearest(sentence, quantity, list(zip(hits, sides, strict=True)))
            if hit is not None and hit.field != "departed" and _counts_people(sentence, quantity, hit.field):
                _enter(scene, leaves, sentence, quantity, hit)


def _index(match: re.Match[str]) -> int:
    return int((match.lastgroup or "c0")[1:])


def _nearest(sentence: Sentence, quantity: Quantity, hits: list[tuple[_Hit, str]]) -> _Hit | None:
    """The cue nearest to the figure in its clause; in the whole sentence when the clause has none."""
    start, end = quantity.start - sentence.start, quantity.end - sentence.start
    low, high = _clause_around(sentence.text, start, end)
    usable = [(_distance(hit, start, end), hit) for hit, side in hits if _right_side(hit, side, start, end)]
    within = [(far, hit) for far, hit in usable if low <= hit.start and hit.end <= high]
    for candidates in (within, usable):
        if candidates:
            return min(candidates, key=lambda pair: pair[0])[1]
    return None


def _clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    low = 0
    for match in _BREAK.finditer(text):
        if match.end() <= start:
            low = match.end()
        elif match.start() >= end:
            return low, match.start()
    return low, len(text)


def _right_side(hit: _Hit, side: str, start: int, end: int) -> bool:
    if side == "before":
        return hit.start < start
    return hit.start >= end if side == "after" else True


def _distance(hit: _Hit, start: int, end: int) -> int:
    return max(start - hit.end, hit.start - end, 0)


def _counts_people(sentence: Sentence, quantity: Quantity, field: str) -> bool:
    if field in _NO_PEOPLE_NEEDED:
        return True
    if quantity.counted is not None and _PEOPLE_OF.search(quantity.counted.text):
        return True
    after = sentence.text[quantity.end - sentence.start :].lstrip()
    if _WITH_PEOPLE.match(after):
        return True
    # "the contingent stands at 400", "bringing the total number of officers to 400"
    before = sentence.text[max(0, quantity.start - sentence.start - 90) : quantity.start - sentence.start]
    return _PEOPLE_OF.search(before) is not None


def _enter(scene: Scene, leaves: Leaves, sentence: Sentence, quantity: Quantity, hit: _Hit) -> None:
    parts = figure_parts(scene, quantity)
    if parts["measure"] is None or hit.field in _NO_PEOPLE_NEEDED:
        parts["measure"] = _measure(sentence, hit)
    if hit.field in _NO_PEOPLE_NEEDED:
        parts["period"] = _window(scene, sentence, quantity)
    there = _THERE.search(sentence.text) if hit.field == "strength_present" else None
    if there is not None:
        parts["measure"] = sentence.cut(there.start(), there.end())
    if hit.field == "strength_present":
        parts["duration"] = _duration(sentence, quantity)
    leaves.add(hit.field, _with_counted(scene, quantity), parts, once=False)


def _measure(sentence: Sentence, hit: _Hit) -> Words:
    """The cue with what is joined to it ("killed or injured")."""
    pair = re.compile(r"(?:\w+ (?:or|and) )?\w+(?: (?:or|and) \w+(?:ed|d))?").match(sentence.text, hit.start)
    end = hit.end if pair is None or " " not in pair.group() else max(hit.end, pair.end())
    if end > hit.end and not re.search(r"(?:ed|ad)$", sentence.text[hit.start : end]):
        end = hit.end
    return sentence.cut(hit.start, end)


def _window(scene: Scene, sentence: Sentence, quantity: Quantity) -> Words | None:
    """The longest reading of the period that the figure refers to."""
    near, read = _period(sentence, quantity), quantity.period
    if read is None or (near is not None and near.start <= read.start and read.end <= near.end):
        return near
    return _with_preposition(scene, read)


def _period(sentence: Sentence, quantity: Quantity) -> Words | None:
    at = quantity.start - sentence.start
    matches = list(_PERIOD.finditer(sentence.text))
    if not matches:
        return None
    found = min(matches, key=lambda match: abs(match.start() - at))
    words = found.group().rstrip()
    return sentence.cut(found.start(), found.start() + len(words))


def _with_preposition(scene: Scene, period: Words) -> Words:
    """The period with the word that says how it reaches ("since the start of the year")."""
    low = max(0, period.start - 14)
    match = _PREPOSITION.search(scene.text[low : period.start])
    return period if match is None else scene.cut(low + match.start(), period.end)


def _duration(sentence: Sentence, quantity: Quantity) -> Words | None:
    for other in sentence.quantities:
        if other.kind is Kind.DURATION and other.start >= quantity.end:
            return words_of(other)
    return None


def _with_counted(scene: Scene, quantity: Quantity) -> Words:
    counted = quantity.counted
    if counted is not None and 0 <= counted.start - quantity.end <= 12:
        return scene.cut(quantity.start, counted.end)
    return words_of(quantity)
