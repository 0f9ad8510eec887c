"""The words for a speaker beside a verb: the noun phrase before or behind it, with what says who that is.

All offsets count from the start of the sentence, whose quotations are masked.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from briefing.text.speech_frames import Frame
from briefing.text.speech_words import SpeechWords

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*['’]?|[£$€%]\d[\d.,]*")
_MAX_WHO = 220
_MAX_WORDS = 14
_AGE = re.compile(r"\s*(?:aged\s)?\d{1,3}\s*")
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]+(?:,?\s[\w. ]{2,20})?(?:\s\([^)]{2,20}\))?\s?[-–—]+\s")
_AGENT = ("er", "or", "ist", "ian", "man", "woman")
"""The ends of nouns for people ("weather service forecaster")."""
_FOR_SOMEBODY = re.compile(r"(?:For|To)\s(?=[^\W\d_a-z])")
_RELATIVE = re.compile(
    r"\s*(?:which|whom|that|whose\s\w+)\s+(?=(?:the|an?|its|his|her|their|some)\s|[A-Z]|he\b|she\b|they\b|it\b)"
)
_TIME = re.compile(
    r"\s(?:(?:on|in|at|late|early)\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight)"
    r"(?:\s(?:morning|afternoon|evening|night))?\s*$"
    r"|\s(?:in|on|at|through|via|during)\s(?:an?|his|her|its|their|the)\s(?:[\w-]+\s)?\w+\s*$",
    re.IGNORECASE,
)

_Token = tuple[str, int, int]
"""A word with its place."""


def speaker_behind(frame: Frame, at: int, words: SpeechWords) -> tuple[int, int] | None:
    """The words for a speaker from ``at`` on, with what is said of them between commas."""
    masked = frame.masked
    hard = re.compile(r"[\0;:()—]|\s[-–]\s|\.$").search(masked, at)
    end = min(hard.start() if hard else len(masked), at + _MAX_WHO)
    start = at + len(masked[at:end]) - len(masked[at:end].lstrip())
    comma = masked.find(",", start, end)
    first_end = end if comma < 0 else comma
    for token in _TOKEN.finditer(masked, start, first_end):
        low = token.group().lower()
        if token.start() == start and (low in words.phrases["prepositions"] or low in ("that", "so", "when", "it")):
            return None
        if token.start() > start and low in words.phrases["stops_after"]:
            return _tight(masked, start, token.start())
        if low == "and" and not masked[token.end() : token.end() + 2].strip()[:1].isupper():
            return _tight(masked, start, token.start())
    if first_end == start:
        return None
    at = first_end
    while at < end and masked[at] == ",":
        comma = masked.find(",", at + 1, end)
        until = end if comma < 0 else comma
        if not _describes(masked[at + 1 : until], words):
            break
        at = until
    if at == end and hard is None and end - start >= _MAX_WHO:
        at = first_end
    return _tight(masked, start, at)


def _describes(insert: str, words: SpeechWords) -> bool:
    """Whether words between commas behind a speaker say who that is ("81", "the fleet commander", "who led it")."""
    tokens = [token.lower() for token in _TOKEN.findall(insert)]
    if not tokens:
        return False
    if tokens[0] in ("who", "whose") or _AGE.fullmatch(insert):
        return True
    if tokens[0] in words.phrases["breaks"] or tokens[0] in ("adding", "referring", "speaking", "saying"):
        return False
    return (
        tokens[0] not in words.phrases["prepositions"] and len(tokens) <= _MAX_WORDS and not tokens[0].endswith("ing")
    )


def without_adverbs(masked: str, start: int, end: int, words: SpeechWords) -> int:
    """Where ``masked[start:end]`` ends without the adverbs, helping verbs and times before the verb at ``end``."""
    adverbs = words.phrases["adverbs"]
    while True:
        piece = masked[start:end].rstrip()
        end = start + len(piece)
        word = piece.rpartition(" ")[2]
        if word.islower() and (word in adverbs or (word.endswith("ly") and len(word) > 4)) and len(piece) > len(word):
            end -= len(word)
            continue
        time = _TIME.search(masked[start:end])
        if time is not None and masked[start : start + time.start()].strip():
            end = start + time.start()
            continue
        return end


def subject_before(masked: str, start: int, end: int, words: SpeechWords) -> tuple[int, int] | None:
    """The noun phrase that ends right before a verb at ``end``, with what stands between commas behind it."""
    pieces = _pieces(masked, start, end)
    last = len(pieces) - 1
    body = masked[pieces[last][0] : pieces[last][1]]
    opening = _RELATIVE.match(body)
    if opening is not None:  # "..., which an aide said would ..."
        return _noun_phrase(masked, pieces[last][0] + opening.end(), pieces[last][1], words)
    if body.strip() and body.split()[0].lower() not in words.phrases["relatives"]:
        return _noun_phrase(masked, *pieces[last], words)
    # ", 81, who lost 63,000, said": the phrase stands before what is between the commas.
    index = last - 1 if body.strip() else last - 2
    while index > 0 and (_AGE.fullmatch(masked[slice(*pieces[index])]) or _opens_relative(masked, pieces[index])):
        index -= 1
    if index < 0:
        index = 0
    head = _noun_phrase(masked, *pieces[index], words)
    if head is None:
        return None
    return _tight(masked, head[0], max(head[1], pieces[last][0] - 1)) if not body.strip() else head


def _opens_relative(masked: str, piece: tuple[int, int]) -> bool:
    words = masked[slice(*piece)].split()
    return bool(words) and words[0].lower() in ("who", "whose", "which", "a", "an", "the")


def _pieces(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for comma in re.finditer(r",(?!\d{3})", masked[start:end]):
        found.append((start if not found else found[-1][1] + 1, start + comma.start()))
    found.append((start if not found else found[-1][1] + 1, end))
    return found


def _noun_phrase(masked: str, start: int, end: int, words: SpeechWords) -> tuple[int, int] | None:
    tokens = _behind_break([(token.group(), *token.span()) for token in _TOKEN.finditer(masked, start, end)], words)
    phrases = words.phrases
    if tokens and tokens[0][0].lower() in ("and", "but", "yet", "so"):
        tokens = tokens[1:]
    if len(tokens) > 2 and tokens[0][0].lower() == "it" and tokens[1][0] in ("was", "is"):
        tokens = tokens[2:]  # "it was Tadesse who called ..."
    tokens = _until(tokens, lambda token: token.lower() in phrases["relatives"])
    if tokens and (tokens[0][0].lower() in phrases["prepositions"] or tokens[0][0].lower().endswith("ly")):
        tokens = _behind_preposition(tokens, words)
    tokens = _until(tokens, lambda token: token.islower() and token in phrases["auxiliaries"])
    if not tokens or len(tokens) > _MAX_WORDS or tokens[0][0].lower() in ("not", "to"):
        return None
    return tokens[0][1], tokens[-1][2]


def _behind_break(tokens: list[_Token], words: SpeechWords) -> list[_Token]:
    """What stands behind the last word that opens a clause; "and" between two names opens none."""
    first = 0
    for index, (token, _, _) in enumerate(tokens[:-1]):
        low = token.lower()
        if low == "that" and index > first and is_verb(tokens[index + 1][0], words.phrases["auxiliaries"]):
            return tokens[first:index]  # "the trust that employed him"
        if low == "and" and not any(is_verb(each[0], words.phrases["auxiliaries"]) for each in tokens[first:index]):
            continue
        if token.islower() and low in words.phrases["breaks"]:
            first = index + 1
    return tokens[first:]


def _until(tokens: list[_Token], ends: Callable[[str], bool]) -> list[_Token]:
    """The tokens up to the first, not the very first, that ``ends`` holds for."""
    for index, (token, _, _) in enumerate(tokens):
        if index and ends(token):
            return tokens[:index]
    return tokens


def is_verb(token: str, stops: frozenset[str]) -> bool:
    """Whether a word in lower case is a verb by a list or its ending."""
    return token.islower() and (token in stops or token.endswith("ed"))


def _behind_preposition(tokens: list[_Token], words: SpeechWords) -> list[_Token]:
    """The noun phrase at the end of "in a post on social media the culture secretary"."""
    phrases = words.phrases
    for index in range(len(tokens) - 1, 0, -1):
        low, before = tokens[index][0].lower(), tokens[index - 1][0].lower()
        if low in phrases["determiners"] and before not in phrases["prepositions"]:
            return tokens[index:]
    index = len(tokens)
    while index > 0 and tokens[index - 1][0][:1].isupper() and tokens[index - 1][0].lower() not in phrases["days"]:
        index -= 1
    if index == 0:
        index = 1
    return tokens[index:]


def leading_subject(frame: Frame, words: SpeechWords, until: int) -> tuple[int, int] | None:
    """The subject with which a sentence begins, behind its opening phrase."""
    masked = frame.masked
    phrases = words.phrases
    openers = phrases["subordinators"] | phrases["prepositions"]
    dateline = _DATELINE.match(masked)
    pieces = _pieces(masked, dateline.end() if dateline else 0, until)
    for index, (start, end) in enumerate(pieces):
        tokens = [(each.group(), each.start(), each.end()) for each in _TOKEN.finditer(masked, start, end)]
        if not tokens:
            continue
        low = tokens[0][0].lower()
        if _FOR_SOMEBODY.match(masked, tokens[0][1]) and len(tokens) > 1 and until > end:
            return tokens[1][1], tokens[-1][2]  # "For Sabine Roth, who ..., it was"
        if low in phrases["relatives"]:
            continue
        opens = low in openers or (low.endswith(("ing", "ly")) and tokens[0][0][0].isupper() and len(low) > 5)
        if (opens or low in phrases["days"]) and index + 1 < len(pieces):
            continue
        if low in ("and", "but", "so", "yet"):
            tokens = tokens[1:]
        for number in range(1, len(tokens)):
            if _ends_subject(tokens[number - 1][0], tokens[number][0], words):
                tokens = tokens[:number]
                break
        whole = bool(tokens) and tokens[-1][2] == end
        tokens = tokens[:_MAX_WORDS]
        if not tokens:
            return None
        last = _with_apposition(masked, pieces[index + 1 :], words) if whole else None
        return tokens[0][1], last or without_adverbs(masked, tokens[0][1], tokens[-1][2], words)
    return None


def _ends_subject(before: str, token: str, words: SpeechWords) -> bool:
    """Whether ``token`` is the verb of a subject that ends with ``before``."""
    if is_verb(token, words.phrases["auxiliaries"]) or words.verb.fullmatch(token):
        return True
    # Behind a name, or a noun for a speaker, a word in lower case is a verb, unless it is such a noun itself.
    if before.endswith(("'s", "’s", "s'", "s’")) or not token.islower() or token in words.phrases["joins"]:
        return False
    lists = [words.speakers[name] for name in ("posts", "people", "bodies", "papers", "modifiers")]
    if not before[:1].isupper() and (token.endswith(_AGENT) or not any(before in nouns for nouns in lists)):
        return False
    return not any(token in nouns for nouns in lists)


def _with_apposition(masked: str, pieces: list[tuple[int, int]], words: SpeechWords) -> int | None:
    """Where a subject ends that goes on between commas ("their coach, Jorge Almeida, refused"), if it does."""
    for (start, end), _ in pairwise(pieces):
        tokens = [token.lower() for token in _TOKEN.findall(masked[start:end])]
        if (
            not tokens
            or len(tokens) > _MAX_WORDS
            or any(is_verb(token, words.phrases["auxiliaries"]) for token in tokens[:1])
        ):
            return None
        return end if _describes(masked[start:end], words) else None
    return None


def _tight(masked: str, start: int, end: int) -> tuple[int, int] | None:
    piece = masked[start:end]
    first, last = start + len(piece) - len(piece.lstrip(" ,")), start + len(piece.rstrip(" ,."))
    return (first, last) if first < last else None
