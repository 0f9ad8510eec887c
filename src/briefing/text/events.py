"""What happens to the thing that a figure counts: event words in classes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Events:
    """Event words of one language. ``apart`` holds the pairs of classes that tell different events.

    ``total_cues`` are the phrases that call a figure a total, ``total_words`` those of them that do so from anywhere in
    front of it. ``general_nouns`` cover others ("people" covers "passengers"), never the other way round.
    ``tolls`` are the classes whose count a story keeps, so that two counts of one are two values of it;
    ``earlier`` are words of looking back; ``directions`` tell places without a name apart ("the north", "the south").
    """

    classes: Mapping[str, str]
    apart: frozenset[frozenset[str]]
    auxiliaries: frozenset[str]
    joints: frozenset[str]
    total_words: frozenset[tuple[str, ...]]
    total_cues: tuple[tuple[str, ...], ...]
    general_nouns: frozenset[str]
    tolls: frozenset[str]
    number_of: frozenset[str]
    directions: frozenset[str]
    earlier: frozenset[str]
    pronouns: frozenset[str]
    changes: frozenset[str]
    losing: frozenset[str]

    def differ(self, one: str | None, two: str | None) -> bool:
        """Whether a claim's event, one class or several joined by "+", surely is not the source's, ``two``."""
        if one is None or two is None:
            return False
        left, right = frozenset(one.split("+")), frozenset(two.split("+"))
        if left & right:
            # "Killed or injured" does not say how many were killed.
            return left < right
        if left & self.tolls:
            return True
        return any(frozenset((a, b)) in self.apart for a in left for b in right)


@cache
def events(language: str) -> Events:
    """The event words of ``language``; none for a language without a table."""
    import tomllib

    file = resources.files("briefing.text") / "data" / f"events.{language}.toml"
    if not file.is_file():
        none: frozenset[str] = frozenset()
        return Events({}, frozenset(), none, none, frozenset(), (), none, none, none, none, none, none, none, none)
    data = tomllib.loads(file.read_text("utf-8"))
    phrases = data["phrases"]
    pairs = (frozenset(pair) for group in data["apart"]["sets"] for pair in combinations(group, 2))
    return Events(
        classes={word: name for name, words in data["classes"].items() for word in words},
        apart=frozenset(pairs),
        auxiliaries=frozenset(phrases["auxiliaries"]),
        joints=frozenset(phrases.get("joints", ())),
        total_words=frozenset((word,) for word in phrases["totals"]),
        total_cues=tuple(tuple(words.split()) for words in (*phrases["totals"], *phrases["total_phrases"])),
        general_nouns=frozenset(phrases["general_nouns"]),
        tolls=frozenset(phrases["tolls"]),
        number_of=frozenset(phrases["number_of"]),
        directions=frozenset(phrases.get("directions", ())),
        earlier=frozenset(phrases.get("earlier", ())),
        losing=frozenset(phrases.get("losing", ())),
        changes=frozenset(phrases.get("changes", ())),
        pronouns=frozenset(phrases.get("pronouns", ())),
    )
