"""A statement and the one who says it, given apart: joined, so that whatever reads the statement reads both."""

import re

from briefing.text.attribution import speech
from briefing.text.whole_words import find_whole

_LEADS = {
    "en": "According to {}, {}",
    "fr": "Selon {}, {}",
    "es": "Según {}, {}",
    "pt": "Segundo {}, {}",
    "it": "Secondo {}, {}",
    "de": "{}: {}",
}
_PLAIN = "{}: {}"
_WORD = re.compile(r"[^\W\d_]{2,}")
_OPENING = re.compile(
    r"(?:The|A|An|It|He|She|They|This|That|These|Those|There|In|On|At|By|For|From|Its|His|Her|Their)\b"
)


def said_by(speaker: str | None, statement: str, language: str) -> str:
    """``statement`` with ``speaker`` in front of it, unless it names them as the one who says it."""
    if speaker is None or not speaker.strip() or _named(speaker, statement, language):
        return statement
    text = statement
    if language == "en" and _OPENING.match(text):
        text = text[0].lower() + text[1:]
    return _LEADS.get(language, _PLAIN).format(speaker.strip(), text)


def _named(speaker: str, statement: str, language: str) -> bool:
    """Whether the statement gives its words to the speaker already."""
    names = [word for word in _WORD.findall(speaker) if word[0].isupper()] or _WORD.findall(speaker)
    if not names:
        return False
    said = [each.who.text for each in speech(statement, language).attributions if each.who is not None]
    if language not in _LEADS or (not said and language != "en"):
        said = [statement]  # a language of which the words of saying are not known
    return any(find_whole(who.casefold(), names[-1].casefold(), 0, len(who)) is not None for who in said)
