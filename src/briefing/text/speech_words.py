"""The words with which a language gives words to somebody: verbs of speech in classes, and what stands around them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The lists of ``data/speech.<language>.toml`` as sets, and the verbs as one pattern.

    ``verb`` finds every form of every verb and ``according``; ``kinds`` gives the class of a form; ``plain`` are the
    forms that are speech by themselves. ``described_as`` gives the words that describe a speaker alike ("chairs" and
    "chairwoman") one name.
    """

    verb: re.Pattern[str]
    kinds: Mapping[str, str]
    plain: frozenset[str]
    according: frozenset[str]
    phrases: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]
    described_as: Mapping[str, str]
    speakers: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[int]]
    """The kinds of body that a noun can mean; bodies without a kind in common are not the same."""


ACCORDING = "according"
"""The class of "according to"."""


@cache
def speech_words(language: str) -> SpeechWords | None:
    """The words of ``language``; ``None`` for a language without a table, whose speakers nobody can tell."""
    import tomllib

    file = resources.files("briefing.text") / "data" / f"speech.{language}.toml"
    if not file.is_file():
        return None
    data = tomllib.loads(file.read_text("utf-8"))
    kinds = {form: kind for kind, forms in data["verbs"].items() for form in forms}
    strength, phrases, speakers = data["strength"], data["phrases"], data["speakers"]
    plain = {form for kind in strength["plain"] for form in data["verbs"][kind]}
    according = phrases["according"]
    forms = sorted((*kinds, *according), key=len, reverse=True)
    return SpeechWords(
        verb=re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b(?!['’-]\w)", re.IGNORECASE),
        kinds=kinds | dict.fromkeys(according, ACCORDING),
        plain=frozenset(plain.union(strength["also"]).difference(strength["never"])),
        according=frozenset(according),
        phrases={name: frozenset(words) for name, words in phrases.items()},
        pronouns={word: name for name, words in data["pronouns"].items() for word in words},
        described_as={word: line.split()[0] for line in speakers["roles"] for word in line.split()},
        speakers={name: frozenset(words) for name, words in speakers.items() if name not in ("roles", "kinds")},
        bodies={
            word: frozenset(number for number, line in enumerate(speakers["kinds"]) if word in line.split())
            for word in " ".join(speakers["kinds"]).split()
        },
    )
