"""Check: words are given to whoever says them in the article, and what stands between marks was said there.

A quotation that the article gives to somebody else is unsupported if both are named, else it asks for a look; words of
the article's own that a draft puts between marks ask for a look; indirect speech does if the sentence of the article
that says it gives it to somebody else and nothing alike to the one whom the draft names.
"""

from collections.abc import Iterator, Sequence

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from briefing.records.spans import MatchKind, Span, evidence_at
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.quoting import find_quoted
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.speech_index import Said, Voices, said_stems
from briefing.text.attribution import IMPLIED, Attribution, speech
from briefing.text.quotations import Quotation
from briefing.text.speaker_phrases import Same, Sort, Speaker
from briefing.text.speakers import Speakers
from briefing.text.speakers_compare import compare
from briefing.text.speech_words import ACCORDING, SpeechWords, speech_words
from briefing.text.wording import lower_words

_SEVERAL = 4
"""Words; fewer between marks are often a title, a term or a doubt, and nobody's speech."""
_MARKS = frozenset("\"“”«»„‘'")
_CAPITALS = 0.6
"""With a larger share of capitals a quotation is a title."""
_ALIKE = 0.5
_MARGIN = 0.25
_SHARED = 3
_ALL = 0.85
"""Two words are enough if they are nearly all there is, and the one whom the draft names says neither."""
_SAYS_NOTHING = frozenset(("said", "told", "added", ACCORDING, "asked", "wrote"))


def check_speaker(claim: Claim, source: SourceIndex) -> tuple[Finding, ...]:
    """Objections alone, in text order: words that are given to another than the article gives them to."""
    words = speech_words(claim.language)
    if words is None or claim.text.islower():
        return ()  # a text without capitals does not show its names
    if not _MARKS & set(claim.text[claim.span.start : claim.span.end]) and not words.verb.search(
        claim.text, claim.span.start, claim.span.end
    ):
        return ()
    ours = speech(claim.text, claim.language)
    draft = Speakers(ours, source.voices.cast, claim.language)
    found: list[Finding] = []
    for number, quotation in enumerate(ours.quotations.all):
        if claim.span.start <= quotation.outer.start < claim.span.end:
            attribution = ours.of_quotation[number]
            if attribution is not None:
                found += _quoted(quotation, attribution, draft, claim, source, words)
    indirect = [
        each for each in ours.attributions if each.indirect and claim.span.start <= each.verb.start < claim.span.end
    ]
    for said in _by_speaker(indirect):
        found += _reported(said, draft, source, words)
    return tuple(found)


def _quoted(
    quotation: Quotation,
    attribution: Attribution,
    draft: Speakers,
    claim: Claim,
    source: SourceIndex,
    words: SpeechWords,
) -> Iterator[Finding]:
    text = claim.text[quotation.inner.start : quotation.inner.end]
    match = find_quoted(text, source, near=claim.near)
    speaker = draft.of(attribution)
    if match.kind is None or speaker is None:
        return
    voices = source.voices
    where = Words(text, quotation.inner.start, quotation.inner.end)
    places = [(span,) for span in match.occurrences] if len(match.spans) == 1 else [match.spans]
    if not any(all(voices.is_quoted(span) for span in spans) for spans in places):
        if attribution.kind != IMPLIED and _is_speech(text) and voices.has_quotations:
            yield _not_quoted(where, places[0], source)
        return
    others = [_other(spans, speaker, voices) for spans in places]
    if all(other is not None for other in others) and others[0] is not None:
        span, other = others[0]
        yield _given_to_other(where, speaker, other, span, source)


def _is_speech(text: str) -> bool:
    """Whether words between marks are long enough to be speech, and no title."""
    said = text.split()
    capitals = sum(word[:1].isupper() for word in said)
    return len(lower_words(text)) >= _SEVERAL and capitals <= _CAPITALS * len(said)


def _other(spans: Sequence[Span], speaker: Speaker, voices: Voices) -> tuple[Span, Speaker] | None:
    """Somebody else whose words these are; ``None`` if they can be the speaker's own."""
    for span in spans:
        theirs = voices.speaker_at(span)
        if theirs is not None and compare(speaker, theirs, voices.speakers) is Same.OTHER:
            return span, theirs
    return None


def _not_quoted(where: Words, spans: Sequence[Span], source: SourceIndex) -> Finding:
    evidence = tuple(evidence_at(source.text, span, MatchKind.FOLDED) for span in spans)
    message = f"These words are the article's own, not a quotation ({source.where(spans[0].start)})."
    return Finding(CheckName.QUOTE, Status.CHECK, Code.NOT_QUOTED, message, where, evidence)


def _given_to_other(where: Words, speaker: Speaker, other: Speaker, span: Span, source: SourceIndex) -> Finding:
    persons = source.voices.speakers.persons
    both = bool(persons.intersection(speaker.people)) and bool(persons.intersection(other.people))
    sure = both and speaker.named and other.named
    people = both or (other.sort is Sort.PERSON and speaker.sort is Sort.PERSON)
    code = Code.OTHER_PERSON if people else Code.OTHER_SOURCE
    message = (
        f"The article gives these words to {other.shown} ({source.where(span.start)}); "
        f"the text that is checked to {speaker.shown}."
    )
    evidence = (source.voices.evidence(span),)
    status = Status.UNSUPPORTED if sure else Status.CHECK
    return Finding(CheckName.ATTRIBUTION, status, code, message, where, evidence)


def _reported(
    said: Sequence[Attribution], draft: Speakers, source: SourceIndex, words: SpeechWords
) -> Iterator[Finding]:
    """Indirect speech of one sentence that the article has from somebody else alone."""
    speaker = draft.of(said[0])
    if speaker is None or speaker.unnamed or speaker.sort is Sort.PAPER:
        return
    text = draft.speech.text
    names = {word for person in source.voices.cast.people for word in person.words}
    pieces = [each.verb.text for each in said if each.kind not in _SAYS_NOTHING]
    pieces += [text[span.start : span.end] for each in said for span in each.covers]
    wanted = frozenset(stem for stem in said_stems(" ".join(pieces), draft.language) if stem not in names)
    found = source.voices.says(wanted, speaker)
    if found is None or not _says_it(found):
        return
    other = found.speaker
    message = (
        f"In the article {other.shown} says this ({source.where(found.span.start)}); "
        f"the text that is checked gives it to {speaker.shown}."
    )
    code = Code.OTHER_PERSON if other.sort is Sort.PERSON and speaker.sort is Sort.PERSON else Code.OTHER_SOURCE
    evidence = (evidence_at(source.text, found.span, MatchKind.POINTED),)
    who = said[0].who
    yield Finding(CheckName.ATTRIBUTION, Status.CHECK, code, message, who, evidence)


def _says_it(found: Said) -> bool:
    if found.share < _ALIKE or found.share - found.own < _MARGIN:
        return False
    return found.stems >= _SHARED or (found.stems == _SHARED - 1 and found.share >= _ALL and not found.own)


def _by_speaker(said: Sequence[Attribution]) -> Iterator[list[Attribution]]:
    """Indirect speech of a sentence, together where one speaks ("she said ... and offered ...")."""
    groups: dict[tuple[int, int], list[Attribution]] = {}
    for each in said:
        if each.who is not None and each.covers:
            groups.setdefault((each.sentence.start, each.who.start), []).append(each)
    yield from groups.values()
