"""What a mission is to do and what binds it: tasks and limits, as phrases of the article."""

import re

from briefing.stages.extract.leaves import Leaves
from briefing.stages.extract.scene import Scene, Sentence

_SUBJECT = re.compile(
    r"\b(?:mission|force|deployment|reinforcement|initiative|contingent|operation|troops|peacekeepers|observers|officers"
    r"|soldiers|teams?|they|it|he)\b|\b[A-Z]{3,9}\b",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"\b(?:aims? to|aimed at|tasked with|(?:is |are )?mandated to|tasks? (?:are|include)|task is to"
    r"|goal is to|job is to|is to(?= (?!be\b|run\b|last\b|arrive\b))|are to(?= (?!be\b|arrive\b|supply\b|stay\b))"
    r"|(?:will|to) help(?: to)?|charged with|responsible for|continue to work to)\s+"
    r"(?!(?:in|with|the|an?|from|by|of|for|his|her|their|its|our|them|us|him|me|people|those)\b)(?=[a-z])"
)
_LIMIT = re.compile(
    r"\b(?:in (?:strict |full )?(?:compliance|accordance|line) with|have no power|has no power|(?:is|are) limited to"
    r"|(?:must|may|can|shall) (?:not |only |never )?"
    r"(?=respect|use|carry|open|act|enter|make|fire|observe|leave|comply|arrest|be armed)"
    r"|(?:is|are|was|were) not (?:authori[sz]ed|allowed|permitted) to|unarmed|only in self-defen[cs]e"
    r"|respect(?:ing)? (?=international|human))",
    re.IGNORECASE,
)
_END = re.compile(r"[,;:.]|\s(?:and (?:must|will|is|are|was|were|has|have|said)|which|who|while|but|over an? )\b|$")
_MAX = 6
_SHORTEST = 8


def fill_scope(scene: Scene, leaves: Leaves) -> None:
    """Enter the tasks and limits that the article states, up to a handful of each."""
    tasks = limits = 0
    for sentence in scene.sentences:
        if _SUBJECT.search(sentence.text) is None:
            continue
        if tasks < _MAX:
            tasks += _enter(sentence, leaves, "tasks", _TASK, after_cue=True)
        if limits < _MAX:
            limits += _enter(sentence, leaves, "limits", _LIMIT, after_cue=False)


def _enter(sentence: Sentence, leaves: Leaves, field: str, cue: re.Pattern[str], *, after_cue: bool) -> int:
    count = 0
    covered = 0
    for match in cue.finditer(sentence.text):
        start = match.end() if after_cue else match.start()
        if start < covered:
            continue
        end = _phrase_end(sentence.text, match.end())
        if end - start >= _SHORTEST:
            leaves.add(field, sentence.cut(start, end))
            count += 1
        covered = end
    return count


def _phrase_end(text: str, start: int) -> int:
    for match in _END.finditer(text, start):
        # A full stop inside an abbreviation or a number ends nothing.
        if match.group() in ".," and match.end() < len(text) and not text[match.end()].isspace():
            continue
        return match.start()
    return len(text)
