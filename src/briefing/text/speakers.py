"""The speakers of a text: whom its attributions mean, pronouns and descriptions resolved.

The same question is asked of the article and of a draft about it, both in terms of the article's people, so that two
speakers can be held against each other. Whoever cannot be told is unknown, and unknown is never another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefing.records.names import Name, NameKind
from briefing.records.quantity import Words
from briefing.records.spans import Span
from briefing.text.attribution import IMPLIED, Attribution, Speech, takes_over
from briefing.text.cast import Cast, Person, name_words
from briefing.text.plain_words import plain_word, plain_words
from briefing.text.speaker_phrases import (
    RUN,
    Sort,
    Speaker,
    described,
    head_of,
    is_surely_person,
    names_of,
    people_named,
)
from briefing.text.speech_frames import Frame
from briefing.text.speech_mentions import subject_of
from briefing.text.speech_words import SpeechWords, speech_words

_FIRST_PERSON = re.compile(r"\bI\b|\b(?:my|me|myself)\b")
_AGE_OR_WHO = re.compile(r",? \(?(?:aged )?\d{1,3}[,).]|, (?:who|whose)\b|, (?:a|an|the) \d{1,3}-year-old")
_STYLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame)\.? $")
_FRAMES_BACK = 4
_PARAGRAPHS_BACK = 1


@dataclass
class Speakers:
    """The speakers of one text, in terms of ``cast``, the people of the article."""

    speech: Speech
    cast: Cast
    language: str
    _known: dict[tuple[int, int], Speaker | None] = field(default_factory=dict)
    _words_around: dict[Person, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def words(self) -> SpeechWords | None:
        """The words of speech of the language."""
        return speech_words(self.language)

    def of(self, attribution: Attribution) -> Speaker | None:
        """Who is meant by the attribution's words; ``None`` if it has none."""
        if attribution.who is None or self.words is None:
            return None
        if attribution.kind == IMPLIED and self._for_another(attribution):
            return None
        key = (attribution.who.start, attribution.verb.start)
        if key not in self._known:
            self._known[key] = None  # a pronoun that leads back to itself means nobody
            self._known[key] = self._mean(attribution.who, attribution.who.start, attribution.sentence, self.words)
        return self._known[key]

    def _for_another(self, attribution: Attribution) -> bool:
        """Whether somebody reads out what another says ("read a statement on his behalf: ...")."""
        text = self.speech.text[attribution.sentence.start : attribution.covers[0].start].lower()
        return any(word in text for word in ("behalf", "statement", "letter", " read"))

    def _mean(self, who: Words, at: int, sentence: Span, words: SpeechWords) -> Speaker | None:
        low = who.text.lower()
        pronoun = words.pronouns.get(low)
        if pronoun in ("he", "she", "they", "it"):
            return self._antecedent(who, pronoun, at, words)
        if pronoun == "other":
            return None
        found = described(who, self.cast, words)
        if found.sort is Sort.PAPER:
            # Whoever is named beside a paper may have written it.
            return replace(found, maybe=tuple(dict.fromkeys(self._mentioned(sentence))))
        if found.people or found.sort in (Sort.BODY, Sort.PAPER) or found.unnamed:
            return found
        if found.sort is Sort.PERSON and low.startswith(("the ", "that ")) and not found.named:
            # "The 26-year-old", "the former boxer": whoever the text was speaking of.
            near = self._antecedent(who, _gender(found, words), at, words)
            if near is not None:
                return replace(found, maybe=near.people, unnamed=near.unnamed)
        if found.sort is Sort.UNKNOWN and not found.names:
            return replace(found, maybe=self._near(at))
        return found

    def _antecedent(self, who: Words, pronoun: str | None, at: int, words: SpeechWords) -> Speaker | None:
        """Whoever the sentence, or the sentences before it, are about."""
        for candidates, span in self._before(at, words):
            fitting = [each for each in candidates if _fits(each, pronoun, words)]
            if fitting and pronoun == "it":
                return replace(fitting[-1], words=who, sort=Sort.BODY, people=(), named=False)
            if fitting:
                others = dict.fromkeys(person for each in fitting for person in (*each.people, *each.maybe))
                maybe = tuple(person for person in others if person not in fitting[-1].people)
                return replace(fitting[-1], words=who, maybe=maybe, named=False)
            if pronoun not in ("it", "they"):
                named = dict.fromkeys(
                    person for person in self._mentioned(span) if person.certain or person in self._evident
                )
                people = tuple(person for person in named if _fits_gender(person, pronoun, words))
                if people:  # nobody is the subject; of several, nobody can tell which one is meant
                    alone = people if len(people) == 1 else ()
                    return Speaker(who, Sort.PERSON, alone, people if not alone else ())
        return None

    def _before(self, at: int, words: SpeechWords) -> Iterator[tuple[list[Speaker], Span]]:
        number = self.speech.frame_at(at)
        if number is None:
            return
        frames = self.speech.frames
        for index in range(number, max(-1, number - _FRAMES_BACK - 1), -1):
            frame = frames[index]
            span = Span(frame.start, min(frame.end, at))
            if frames[number].paragraph - frame.paragraph > _PARAGRAPHS_BACK:
                return
            whos = [
                each
                for each in self.speech.attributions
                if each.who is not None
                and each.sentence.start == frame.start
                and each.who.end <= span.end
                and each.who.start < at
            ]
            if index < number and len(whos) > 1:
                turned = [each for each in whos if takes_over(each, frame)]
                quoting = [each for each in whos if not each.indirect]
                whos = (quoting or turned or whos[:1])[-1:]
            found = [speaker for each in whos if (speaker := self.of(each)) is not None]
            if not found and not frame.bare:
                found = self._subject(frame, span, words)
            yield found, span

    def _subject(self, frame: Frame, span: Span, words: SpeechWords) -> list[Speaker]:
        """Whom a sentence without a verb of speech is about, if its subject can be told."""
        subject = subject_of(frame, words)
        if subject is not None and subject.end <= span.end:
            speaker = described(subject, self.cast, words)
            if speaker.people or speaker.sort in (Sort.BODY, Sort.PERSON):
                return [speaker]
        return []

    @cached_property
    def _evident(self) -> frozenset[Person]:
        """Those whom the words beside their name show to be people."""
        return frozenset(
            person for person in self.cast.people if is_surely_person(person) or self._is_beside_people(person)
        )

    @cached_property
    def persons(self) -> frozenset[Person]:
        """Those of the cast who are surely people: a role, a given name, an age, "he said" or "I" shows it."""
        found = set(self._evident)
        for attribution in self.speech.attributions:
            he = attribution.who is not None and attribution.who.text.lower() in ("he", "she")
            said = " ".join(self.speech.text[cover.start : cover.end] for cover in attribution.covers)
            if he or (not attribution.indirect and _FIRST_PERSON.search(said)):
                speaker = self.of(attribution)
                found.update(speaker.people if speaker is not None else ())
        return frozenset(found)

    def _is_beside_people(self, person: Person) -> bool:
        """Whether an age, "who" or a style stands beside a mention."""
        text = self.speech.text
        return any(
            _AGE_OR_WHO.match(text, mention.end) or _STYLED.search(text, max(0, mention.start - 8), mention.start)
            for mention in person.mentions
        )

    def _mentioned(self, span: Span) -> list[Person]:
        """Everybody who is named in ``span``, outside quotations."""
        text = " ".join(
            frame.masked[max(0, span.start - frame.start) : span.end - frame.start]
            for frame in self.speech.frames
            if frame.start < span.end and span.start < frame.end
        )
        return [person for run in RUN.finditer(text) for person in people_named(run.group(), self.cast)]

    def beside(self, at: int) -> frozenset[str]:
        """The words of the paragraph at ``at``."""
        number = self.speech.frame_at(at)
        if number is None:
            return frozenset()
        paragraph = self.speech.frames[number].paragraph
        return frozenset(plain_words(" ".join(each.text for each in self.speech.frames if each.paragraph == paragraph)))

    def _near(self, at: int) -> tuple[Person, ...]:
        """Everybody who is named in the paragraph at ``at`` and the one before it, up to there."""
        number = self.speech.frame_at(at)
        if number is None:
            return ()
        frames = self.speech.frames
        first = next(frame for frame in frames if frames[number].paragraph - frame.paragraph <= 1)
        return tuple(dict.fromkeys(self._mentioned(Span(first.start, frames[number].end))))

    def around(self, people: Sequence[Person]) -> frozenset[str]:
        """The words of every sentence that names one of ``people``, each for all that describe alike."""
        if self.words is None:
            return frozenset()
        alike = self.words.described_as
        found: set[str] = set()
        for person in people:
            if person not in self._words_around:
                numbers = {self.speech.frame_at(mention.start) for mention in person.mentions}
                text = " ".join(self.speech.frames[number].text for number in numbers if number is not None)
                self._words_around[person] = frozenset(alike.get(word, word) for word in plain_words(text))
            found |= self._words_around[person]
        return frozenset(found)


def _gender(speaker: Speaker, words: SpeechWords) -> str | None:
    said = set(speaker.nouns)
    for person in speaker.people[:1]:
        said |= {plain_word(word) for role in person.roles for word in role.text.split()}
    male, female = said & words.speakers["male"], said & words.speakers["female"]
    return None if bool(male) == bool(female) else ("he" if male else "she")


def _fits(speaker: Speaker, pronoun: str | None, words: SpeechWords) -> bool:
    if pronoun == "it":
        return not speaker.role and not any(is_surely_person(person) for person in speaker.people)
    if pronoun == "they":
        return len(speaker.people) != 1
    if speaker.sort in (Sort.BODY, Sort.PAPER):
        return False
    gender = _gender(speaker, words)
    return pronoun is None or gender is None or gender == pronoun


def _fits_gender(person: Person, pronoun: str | None, words: SpeechWords) -> bool:
    return _fits(Speaker(Words("", 0, 0), Sort.PERSON, (person,)), pronoun, words)


def with_speakers(found: Speech, cast: Cast, language: str) -> Cast:
    """The cast, with whoever speaks by a name in ``found`` and is not yet in it.

    A name right beside a verb of speech is somebody's, even where no list knows it.
    """
    words = speech_words(language)
    if words is None:
        return cast
    more: dict[tuple[str, ...], Person] = {}
    for attribution in found.attributions:
        who = attribution.who
        if who is None or attribution.kind == IMPLIED or who.text.lower() in words.pronouns:
            continue
        speaker = described(who, cast, words)
        if speaker.people or speaker.sort is Sort.BODY or speaker.sort is Sort.PAPER:
            continue
        for run in names_of(who.text, head_of(who.text)):
            plain = name_words(run)
            if len(plain) > 1 and not run.isupper():
                roles = (speaker.role,) if speaker.role is not None else ()
                name = Name(run, who.start, who.end, NameKind.PERSON)
                more.setdefault(plain, Person(run, plain, (name,), roles=roles, certain=bool(roles)))
    return Cast((*cast.people, *more.values())) if more else cast
