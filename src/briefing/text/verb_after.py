"""The verb right behind a name: what somebody is said to do."""

import re
from dataclasses import dataclass

from briefing.text.lemmas import lemma
from briefing.text.names_tables import tables

_LEAD = re.compile(
    r"(?:, (?:aged )?\d{1,3},| \(\d{1,3}\))?(?:, (?:the|its|an?|their|his|her) [^,.;:\"“”]{3,60},)?"
    r"(?:,? (?:who|which|that))?"
    r"((?: (?:has|have|had|is|are|was|were|been|be|will|would|also|later|then|first|now|never|not|to))*) ([a-z]{4,})\b"
)
_PASSIVE = frozenset(("is", "are", "was", "were", "been", "be"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its base form; ``passive`` if a form of "to be" stands before it."""

    base: str
    passive: bool


def verb_after(text: str, end: int, limit: int) -> Verb | None:
    """The verb that follows a name ending at ``end``, with "who", an age and auxiliaries between; ``None`` if none.

    Verbs of speech are left out: what follows them is somebody's words, and a matter of its own.
    """
    match = _LEAD.match(text, end, limit)
    if match is None:
        return None
    word = match.group(2)
    if word in tables().no_verbs or word in tables().speech or word.endswith("ly"):
        return None
    auxiliaries = match.group(1).split()
    return Verb(lemma(word), bool(auxiliaries) and auxiliaries[-1] in _PASSIVE)
