"""Who says a sentence, as far as the sentence itself prints it."""

import re

from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.stages.extract.cues import SPEECH
from briefing.stages.extract.scene import MAX_SENTENCE, Sentence

_AFTER = re.compile(r"\s(?:(?:the|a|an)\s)?(?:[\w'’-]+\s){0,5}?$")
_ACCORDING = re.compile(r"according to ((?:the |a |an )?[^,.;:\"“”]{3,90}?)(?=[,.;:\"“”]|$)", re.IGNORECASE)
_PHRASE_BEFORE = re.compile(
    r"(?:^|[,.;:\"“”]\s?|\b(?:that|and|but|as)\s)((?:(?:The|the|A|a|An|an|One|one|Its|its|Their|their|His|her)\s)?"
    r"(?:[\w'’-]+\s){1,7})$"
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "which", "that", "also", "later", "this", "you"})
_MAX_GAP = 160
_NEAREST = 4
_STARTS_PREDICATE = frozenset({"has", "have", "had", "was", "were", "is", "are", "met", "also", "then", "later", "now"})
_INVERTING = frozenset(",\"”’'?!»")
"""What stands before a verb whose speaker follows it; elsewhere a name after "said" belongs to what is said."""
_LIVING = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.ACRONYM)


def speaker(sentence: Sentence) -> Words | None:
    """The words for the one who speaks, or ``None`` when nobody does or only a pronoun stands there."""
    if len(sentence.text) > MAX_SENTENCE:
        return None
    for match in SPEECH.finditer(sentence.text):
        if match.group() == "according to":
            found = _according(sentence, match.start())
        else:
            found = _named_beside(sentence, match) or _described_before(sentence, match.start())
        if found is not None:
            return found
    return None


def _according(sentence: Sentence, at: int) -> Words | None:
    match = _ACCORDING.match(sentence.text, at)
    return None if match is None else sentence.cut(match.start(1), match.start(1) + len(match.group(1).rstrip()))


def _named_beside(sentence: Sentence, verb: re.Match[str]) -> Words | None:
    start, end = sentence.start + verb.start(), sentence.start + verb.end()
    before = [name for name in sentence.names if name.end <= start and name.kind in _LIVING]
    for name in reversed(before[-_NEAREST:]):
        if _is_subject(sentence, name, start):
            return _with_partner(sentence, name)
    if sentence.text[: verb.start()].rstrip()[-1:] not in _INVERTING:
        return None
    for name in sentence.names:
        if name.start >= end and name.kind in _LIVING:
            gap = sentence.text[verb.end() : name.start - sentence.start]
            lead = name.rank or name.role
            if lead is not None and lead.end <= name.start:
                gap = sentence.text[verb.end() : max(verb.end(), lead.start - sentence.start)]
            if verb.group() != "told" and len(gap) <= 40 and _AFTER.fullmatch(gap):
                return Words(name.text, name.start, name.end)
            return None
    return None


def _with_partner(sentence: Sentence, name: Name) -> Words:
    """The name, and the one joined to it when two people speak."""
    for other in sentence.names:
        gap = sentence.text[other.end - sentence.start : name.start - sentence.start]
        if other.kind in (NameKind.PERSON, NameKind.OTHER) and other.end < name.start and gap.strip() == "and":
            return sentence.cut(other.start - sentence.start, name.end - sentence.start)
    return Words(name.text, name.start, name.end)


def _is_subject(sentence: Sentence, name: Name, verb: int) -> bool:
    gap = re.sub(r"\s+", " ", sentence.text[name.end - sentence.start : verb - sentence.start])
    if gap in (" ", " has ", " had ", " also ", " later ") or re.fullmatch(r"'s? | \(\w+\) ", gap):
        return True
    if re.fullmatch(r", \d{1,3}, ", gap):
        return True
    apposition = len(gap) < _MAX_GAP and gap.startswith(", ") and gap.rstrip().endswith(",")
    return apposition and name.kind is NameKind.PERSON and name.role is not None


def _described_before(sentence: Sentence, at: int) -> Words | None:
    match = _PHRASE_BEFORE.search(sentence.text[max(0, at - 90) : at])
    if match is None:
        return None
    phrase = match.group(1).rstrip()
    start = max(0, at - 90) + match.start(1)
    words = _subject(phrase.split())
    phrase = phrase[: _length(phrase, len(words))]
    if not words or any(word.lower() in _PRONOUNS for word in words) or not _is_noun_phrase(words):
        return None
    return sentence.cut(start, start + len(phrase))


def _subject(words: list[str]) -> list[str]:
    """The subject alone, where its first verb stands before the verb of speech ("The council met and said")."""
    if not words or words[-1] not in ("and", "but", "also", "then", "later", "now", "has", "have", "had"):
        return words
    for index, word in enumerate(words):
        if index > 0 and (word.endswith("ed") or word in _STARTS_PREDICATE):
            return words[:index]
    return words[:-1]


def _length(phrase: str, count: int) -> int:
    at = 0
    for match in list(re.finditer(r"\S+", phrase))[:count]:
        at = match.end()
    return at


def _is_noun_phrase(words: list[str]) -> bool:
    determiner = words[0].lower() in ("the", "a", "an", "one", "its", "their", "his", "her")
    verbs = {"is", "are", "was", "were", "has", "have", "had", "will", "would", "to", "be", "been"}
    if verbs & {word.lower() for word in words}:
        return False
    plural = words[-1].endswith("s") or words[-1].lower() == "police"
    return (determiner and len(words) > 1) or (len(words) <= 4 and plural)
