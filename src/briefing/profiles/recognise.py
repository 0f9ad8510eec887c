"""What the cue words of the catalogue say about an article: its profile, and what it may state. No model, no guess."""

from collections.abc import Iterable

from briefing.profiles.catalog import PROFILES, Profile, Wanted

_HEAD = 600
"""Characters in which an article says what it is about: a headline and two or three sentences."""


def recognise(text: str) -> str:
    """The name of the profile whose cues reach its threshold by the widest margin; else the first of the catalogue.

    What stands in the head counts twice: any long article has a court or an election in it somewhere.
    """
    lowered = text.lower()
    head = lowered[:_HEAD]
    scores = [
        (cue_score(lowered, known) + cue_score(head, known) - known.threshold, known.name)
        for known in PROFILES
        if known.cues
    ]
    margin, name = max(scores, key=lambda scored: scored[0])
    return name if margin >= 0 else PROFILES[0].name


def cue_score(lowered: str, candidate: Profile) -> int:
    """The weights of the profile's cues that stand in ``lowered`` (a text in lower case), each counted once."""
    return sum(cue.weight for cue in candidate.cues if has_words(lowered, cue.words))


def may_state(sentences: Iterable[str], wanted: Wanted) -> bool:
    """Whether a sentence has the words that go with ``wanted``; where none has, the article does not state it.

    Only for what has no field of its own. True says that it may be stated, not that it is.
    """
    return any(
        any(has_words(lowered, words) for words in wanted.words)
        and (not wanted.beside or any(has_words(lowered, words) for words in wanted.beside))
        for lowered in (sentence.lower() for sentence in sentences)
    )


def has_words(lowered: str, words: str) -> bool:
    """Whether ``words`` stand in ``lowered`` as whole words: "deploy" is not in "redeployed".

    Both in lower case. Where ``words`` begin or end with a sign ("$", "jan."), any neighbour will do on that side.
    """
    at = lowered.find(words)
    while at >= 0:
        end = at + len(words)
        open_before = at == 0 or not (words[0].isalnum() and lowered[at - 1].isalnum())
        open_after = end == len(lowered) or not (words[-1].isalnum() and lowered[end].isalnum())
        if open_before and open_after:
            return True
        at = lowered.find(words, at + 1)
    return False
