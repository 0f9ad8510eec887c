"""Where a verb of speech finds the one who speaks: the words before or behind it in its sentence."""

import re
from dataclasses import dataclass

from briefing.records.quantity import Words
from briefing.text.quotations import Quotation
from briefing.text.speech_frames import Frame
from briefing.text.speech_phrases import is_verb, leading_subject, speaker_behind, subject_before, without_adverbs
from briefing.text.speech_words import ACCORDING, SpeechWords

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*['’]?|[£$€%]\d[\d.,]*")
_HARD = re.compile(r"[\0;:—()]|\s[-–]\s")
_REPORTED = re.compile(r"\s*(?:[:,]?\s*\0|[^.;:\0]{0,40}?\bthat\b)")
_NO_NAME = re.compile(r"\s(?:not to be|for (?:his|her|their)? ?(?:anonymity|name)|to (?:remain|stay) anonymous)")
_BESIDE = re.compile(r"\0[ ,]*(?:[^\s.;:,\0]+ ){0,5}$")
"""A quotation right before the verb, or before its speaker."""
_PASSIVE = re.compile(r"(?:\s\0+)?\sby\s(?![^,.;\0]*ing\b)")
_ABOUT = re.compile(r"\s(?:about|whether|if|why|how|by|what|when|who|where)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """A verb of speech with the words for the one who speaks. ``inverted``: they stand behind the verb."""

    who: Words | None
    verb: Words
    kind: str
    inverted: bool = False
    relative: bool = False
    """Whether it stands in a clause with "who" ("who asked not to be named")."""
    shared: bool = False
    """Whether the speaker stands with another verb ("she said ... and called for ...")."""

    @property
    def start(self) -> int:
        """Where verb and speaker begin."""
        if self.who is None or self.shared:
            return self.verb.start
        return min(self.verb.start, self.who.start)

    @property
    def end(self) -> int:
        """Where verb and speaker end."""
        if self.who is None or not (self.inverted or self.kind == ACCORDING):
            return self.verb.end
        return max(self.verb.end, self.who.end)


def mentions(frame: Frame, words: SpeechWords) -> list[Mention]:
    """The verbs of speech of a sentence with their speakers, in text order."""
    found: list[Mention] = []
    for match in words.verb.finditer(frame.masked):
        if found and frame.start + match.start() < found[-1].end:
            continue
        form = match.group().lower()
        if not _is_speech(frame, match, words):
            continue
        if words.kinds[form] == ACCORDING:
            span = speaker_behind(frame, match.end(), words)
            if span is not None:
                found.append(Mention(frame.words(*span), frame.words(*match.span()), ACCORDING))
            continue
        passive = _PASSIVE.match(frame.masked, match.end())
        inverted = speaker_behind(frame, passive.end(), words) if passive else _inverted(frame, match, words)
        span = inverted or _before(frame, match, words, found)
        if span is None:
            continue
        verb, who = frame.words(*match.span()), frame.words(*span)
        shared = any(each.who is not None and each.who.start <= who.start < each.who.end for each in found)
        before = frame.masked[: match.start()].rstrip().rpartition(" ")[2].lower()
        relative = before in words.phrases["relatives"]
        found.append(Mention(who, verb, words.kinds[form], inverted is not None, relative, shared))
    return found


def _is_speech(frame: Frame, match: re.Match[str], words: SpeechWords) -> bool:
    before = frame.masked[: match.start()].rstrip().rpartition(" ")[2].lower()
    if _PASSIVE.match(frame.masked, match.end()):
        return "\0" in frame.masked and match.group().lower().endswith(("ed", "led", "called", "said"))
    if before in ("be", "been", "was", "were", "being", "is", "are", "the", "a", "an", "of", "not to", "no"):
        # "was told", "the claims": what stands before them does not speak.
        return False
    if before == "to" and match.group().lower() in ("say", "tell"):
        return False
    form = match.group().lower()
    if form == "asked" and (
        _NO_NAME.match(frame.masked, match.end())
        or ((before.endswith(",") or not before) and _ABOUT.match(frame.masked, match.end()))
    ):
        return False  # "asked not to be named", "X, asked about it, said ..."
    if form in words.phrases["nouns"] and not _has_subject(before, frame.masked, match, words):
        return False
    if form in words.plain or words.kinds[form] == ACCORDING:
        return True
    if _REPORTED.match(frame.masked, match.end()) or _BESIDE.search(frame.masked, 0, match.start()):
        return True
    # "called it "reckless"", "dismissed the speech as "...".
    behind = frame.masked[match.end() :]
    at = behind.find("\0")
    return 0 <= at < 80 and not any(mark in behind[:at] for mark in ".;")


def _has_subject(before: str, masked: str, match: re.Match[str], words: SpeechWords) -> bool:
    """Whether a form that is a noun as well ("radio calls", "it calls") is a verb here."""
    printed = masked[: match.start()].rstrip().rpartition(" ")[2]
    if before in words.pronouns or printed[:1].isupper() or before in ("also", "then", "later"):
        return True
    return before.endswith("s") if not match.group().endswith("s") else masked[match.end() :].startswith(" that ")


def _inverted(frame: Frame, match: re.Match[str], words: SpeechWords) -> tuple[int, int] | None:
    """The speaker behind the verb: `"...," said the mayor, who ...`, `the road is closed, said police`."""
    masked = frame.masked
    head = masked[: match.start()].rstrip()
    if not head or head[-1] not in "\0,–—-" or match.group().lower().endswith("ing"):
        return None
    if words.kinds[match.group().lower()] == "told":
        return None
    span = speaker_behind(frame, match.end(), words)
    if span is None:
        return None
    if head[-1] == "\0":
        return span
    # Behind a comma: "X, the mayor, said the road was closed" is no inversion; its clause has a verb.
    if _is_subject_alone(head, words):
        return None
    phrase = masked[span[0] : span[1]]
    rest = masked[span[1] :].strip(" .")
    tokens = [token.lower() for token in _TOKEN.findall(phrase.partition(",")[0])]
    stops = words.phrases["auxiliaries"]
    if any(token in stops or token.endswith("ed") for token in tokens):
        return None
    return span if not rest or rest[0] == "," or rest.split()[0].lower() in words.phrases["stops_after"] else None


def _is_subject_alone(head: str, words: SpeechWords) -> bool:
    """Whether what stands before a comma is a subject with an apposition, and no clause."""
    start = max(mark.end() for mark in _HARD.finditer("\0" + head)) - 1
    pieces = head[start:].rstrip(" ,").split(", ")
    auxiliaries = words.phrases["auxiliaries"]
    return len(pieces) > 1 and not any(is_verb(token, auxiliaries) for token in _TOKEN.findall(head[start:]))


def _before(frame: Frame, match: re.Match[str], words: SpeechWords, found: list[Mention]) -> tuple[int, int] | None:
    """The speaker before the verb, the subject of its clause."""
    masked = frame.masked
    form = match.group().lower()
    start = 0
    for hard in _HARD.finditer(masked, 0, match.start()):
        start = hard.end()
    end = without_adverbs(masked, start, match.start(), words)
    last = masked[start:end].rstrip().rpartition(" ")[2].lower().strip(",")
    joined = last in ("and", "but", "or", "then") or form.endswith("ing")
    if form.endswith("ing") and last in words.phrases["starts"]:
        # "A woman kept saying": the verb before it has the subject.
        end = start + masked[start:end].rstrip().rfind(" ")
        joined = end < start
    if joined and found and found[-1].who is not None:
        who = found[-1].who
        return who.start - frame.start, who.end - frame.start
    if joined:
        return leading_subject(frame, words, match.start())
    if not masked[start:end].strip(" ,"):
        if start and found and found[-1].who is not None:
            who = found[-1].who
            return who.start - frame.start, who.end - frame.start
        return None
    resumes = found and found[-1].relative and masked[start:end].rstrip().endswith(",")
    if found and not resumes and found[-1].end - frame.start > start:
        start = min(found[-1].end - frame.start, end)
    return subject_before(masked, start, end, words)


def subject_of(frame: Frame, words: SpeechWords) -> Words | None:
    """The subject of a sentence, as far as its first verb can be told; ``None`` where it opens with a quotation."""
    until = frame.masked.find("\0")
    span = leading_subject(frame, words, len(frame.masked) if until < 0 else until)
    return frame.words(*span) if span is not None else None


def nested_mention(text: str, outer: Quotation, inner: Quotation, words: SpeechWords) -> Mention | None:
    """Who is quoted inside a quotation: "A woman kept saying, 'Is it over?'"."""
    start = max([outer.inner.start, *(outer.inner.start + end.end() for end in re.finditer(
        r"[.!?]\s", text[outer.inner.start : inner.outer.start]))])  # fmt: skip
    end = inner.outer.end
    masked = text[start : inner.outer.start] + "\0" * (end - inner.outer.start)
    frame = Frame(start, end, 0, text[start:end], masked.replace("\n", " "), ())
    said = mentions(frame, words)
    return said[-1] if said else None
