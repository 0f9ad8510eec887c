"""The mission profile: what is deployed where, who leads it, on what mandate, with whom, for how long."""

import re

from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.stages.extract.general import best_mentions, person_parts, person_words
from briefing.stages.extract.leaves import Leaves
from briefing.stages.extract.mission_counts import fill_counts
from briefing.stages.extract.mission_mandate import fill_mandate
from briefing.stages.extract.mission_scope import fill_scope
from briefing.stages.extract.scene import Scene
from briefing.text.names import acronym_forms

_IS_MISSION = re.compile(r"(?: \([A-Z]{2,9}\))? (?:mission|force|operation)\b", re.IGNORECASE)
_MISSION_HEADS = ("Mission", "Force", "Operation")
_DESCRIBED = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]{1,30}|[a-z-]{2,30}) )?(?:observer|observation|monitoring|peacekeeping|training"
    r"|support|relief|rescue"
    r"|stabili[sz]ation|policing|security|police|humanitarian|medical) (?:mission|force|operation)\b"
)
_KNOWN_AS = re.compile(r"\b(?:mission|force|operation),? (?:known|called|abbreviated)(?: as)? $", re.IGNORECASE)
_LEADS = re.compile(
    r"[- ](?:led\b|leads\b|is leading|is to lead|will lead|would lead|is heading|heads the"
    r"|agreed to lead|offered to lead)"
    r"|(?:'s|’s) (?:leadership|command)\b"
)
_LED_BY = re.compile(
    r"\b(?:led|headed|commanded|run) by (?:the )?$|\bunder (?:the )?(?:leadership|command) of (?:the )?$"
)
_INTO = re.compile(r"\b(?:in|to|into|across|throughout|inside) (?:the )?$")
_ON_THE_WAY = re.compile(
    r"\b(?:deploy\w*|arriv\w*|land\w*|sent|send|mission|force|stabili[sz]e|situation|restore|help)\b", re.IGNORECASE
)
_LIST_CUE = re.compile(
    r"\b(?:countries|nations|states|contributors|contribut\w+|participat\w+|taking part|take part"
    r"|pledg\w+|offer\w+|sent|send"
    r"|sends|joined by|drawn from|made up of|troops from|officers from|personnel from|teams from|contingents from)\b",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"(?:,|,? and|,? as well as|,? or)(?: the)? | and from ")
_PARTIAL = re.compile(r"\b(?:including|such as|among them|among others|among which|like)\b", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:[Aa]|[Aa]n|[Tt]he|[Oo]ne)\s((?:(?:senior|top|high-ranking|ranking|police|military|army|government|defence|defense"
    r"|foreign|ministry|security|mission|western|diplomatic|UN|U\.N\.|EU|AU|[A-Z][a-z]+n|[A-Z][a-z]+(?:ese|ish|i))\s){1,4}"
    r"(?:official|officer|spokesman|spokeswoman|spokesperson|commander|diplomat|source|adviser))\b(?!\s[A-Z])"
)
_MIN_LIST = 2


def fill_mission(scene: Scene, leaves: Leaves) -> None:
    """Enter every field of the mission profile that the article states."""
    _name(scene, leaves)
    _acronyms(scene, leaves)
    lead = _lead_nation(scene, leaves)
    fill_mandate(scene, leaves)
    members = _contributors(scene, leaves)
    _host(scene, leaves, {*members, *([lead] if lead else [])})
    fill_counts(scene, leaves)
    _officials(scene, leaves)
    fill_scope(scene, leaves)


def _name(scene: Scene, leaves: Leaves) -> None:
    organisations = [name for name in scene.reading.names if name.kind in (NameKind.ORGANISATION, NameKind.OTHER)]
    followed = [name for name in organisations if " " in name.text and _IS_MISSION.match(scene.text, name.end)]
    headed = [name for name in organisations if name.text.rsplit(" ", 1)[-1] in _MISSION_HEADS and " " in name.text]
    for name in [*followed, *headed][:1]:
        leaves.add("name", Words(name.text, name.start, name.end), {"acronym": name.acronym})
        return
    match = _DESCRIBED.search(scene.text)
    if match is not None:
        start = match.start()
        first = match.group().split(" ", 1)[0].lower()
        if first in ("the", "a", "an", "this", "of", "in", "to", "for", "its", "new", "and", "our", "with"):
            start += len(first) + 1
        leaves.add("name", scene.cut(start, match.end()))


def _acronyms(scene: Scene, leaves: Leaves) -> None:
    named = leaves.first("name")
    wanted: set[str] = set()
    if named is not None:
        wanted |= {words.text for part, words in named.parts if part == "acronym"}
    for forms in acronym_forms(scene.text):
        if forms.introduced.text in wanted or _IS_MISSION.match(scene.text, forms.long_form.end):
            wanted |= {forms.introduced.text, forms.used.text}
    for name in scene.reading.names:
        if name.kind is NameKind.ACRONYM and (name.text in wanted or _names_mission(scene, name)):
            leaves.add("acronyms", Words(name.text, name.start, name.end))


def _names_mission(scene: Scene, name: Name) -> bool:
    """Whether the text calls the mission by this acronym ("the mission, known as X")."""
    before = scene.text[max(0, name.start - 40) : name.start]
    return _KNOWN_AS.search(before) is not None


def _lead_nation(scene: Scene, leaves: Leaves) -> str | None:
    for name in scene.reading.names:
        if name.kind not in (NameKind.COUNTRY, NameKind.NATIONALITY):
            continue
        before = scene.text[max(0, name.start - 30) : name.start]
        if (name.kind is NameKind.COUNTRY and _LED_BY.search(before)) or _LEADS.match(scene.text, name.end):
            leaves.add("lead_nation", Words(name.text, name.start, name.end))
            return name.text
    return None


def _host(scene: Scene, leaves: Leaves, not_host: set[str]) -> None:
    """The country that people are sent to: the one most often behind "in" or "to", in sentences of deployment."""
    scores: dict[str, int] = {}
    first: dict[str, Name] = {}
    for sentence in scene.sentences:
        weight = 2 if _ON_THE_WAY.search(sentence.text) else 1
        for name in sentence.names:
            if name.kind is not NameKind.COUNTRY or name.text in not_host:
                continue
            if _INTO.search(scene.text[max(0, name.start - 16) : name.start]):
                scores[name.text] = scores.get(name.text, 0) + weight
                first.setdefault(name.text, name)
    if scores:
        host = first[max(scores, key=lambda key: scores[key])]
        leaves.add("host", Words(host.text, host.start, host.end))


def _contributors(scene: Scene, leaves: Leaves) -> set[str]:
    """The longest printed list of countries in a sentence that speaks of contributing."""
    best: list[Name] = []
    home = None
    for sentence in scene.sentences:
        if _LIST_CUE.search(sentence.text) is None:
            continue
        for run in _country_runs(scene, [name for name in sentence.names if name.kind is NameKind.COUNTRY]):
            if len(run) > len(best):
                best, home = run, sentence
    if len(best) < _MIN_LIST or home is None:
        return set()
    for name in best:
        leaves.add("contributors", Words(name.text, name.start, name.end))
    _partial(scene, leaves, home.start, best)
    return {name.text for name in best}


def _country_runs(scene: Scene, countries: list[Name]) -> list[list[Name]]:
    runs: list[list[Name]] = []
    for name in countries:
        if runs and _LIST_GAP.fullmatch(scene.text[runs[-1][-1].end : name.start]):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _partial(scene: Scene, leaves: Leaves, sentence_start: int, members: list[Name]) -> None:
    low = max(sentence_start, members[0].start - 40)
    before = list(_PARTIAL.finditer(scene.text[low : members[0].start]))
    if before:
        leaves.add("contributors_partial", scene.cut(low + before[-1].start(), low + before[-1].end()))
        return
    after = re.compile(r",? (among others|and others|and several others)").match(scene.text, members[-1].end)
    if after is not None:
        leaves.add("contributors_partial", scene.cut(after.start(1), after.end(1)))


def _officials(scene: Scene, leaves: Leaves) -> None:
    for name in best_mentions(scene):
        if name.rank is not None or name.role is not None:
            leaves.add("officials", person_words(scene, name), person_parts(name))
    described: list[set[str]] = []
    for match in _UNNAMED.finditer(scene.text):
        words = set(match.group(1).split())
        if any(words <= earlier for earlier in described):
            continue
        described.append(words)
        # Unnamed in the article means unnamed here: the words as printed, and no name.
        leaves.add(
            "officials", scene.cut(match.start(1), match.end(1)), {"role": scene.cut(match.start(1), match.end(1))}
        )
