"""The stage: true sentences pass as drafts, and whatever is changed in one is objected to where it was changed."""

import re
from collections.abc import Iterator

import pytest

from briefing import Article, Briefer, Report, Settings, Status
from briefing.pipeline import prepare
from briefing.records.article import Reading
from briefing.records.findings import CheckName, Finding
from briefing.records.quantity import Kind
from briefing.stages.verify.stage import CHECKS, verify_text
from tests import stories

_ENGLISH = Briefer(Settings(language="en"))
_NUMBER_WORDS = {
    "two": "three", "three": "four", "four": "five", "five": "six", "six": "seven", "seven": "eight",
    "eight": "nine", "nine": "ten", "ten": "eleven", "twelve": "thirteen", "twenty": "thirty",
}  # fmt: skip
_HEDGES = {
    "up to": "at least", "nearly": "more than", "more than": "fewer than", "about": "exactly",
    "at least": "fewer than", "fewer than": "at least", "some": "exactly", "as much as": "at least",
    "under": "over",
}  # fmt: skip
_FIGURES = frozenset((CheckName.NUMBER, CheckName.DATE))


class Sentence:
    """One true sentence, and where a change in it is made."""

    def __init__(self, story: str, reading: Reading, start: int, end: int) -> None:
        self.story, self.reading, self.start, self.end = story, reading, start, end
        self.text = reading.text[start:end]

    def changed(self, at: int, old: str, new: str) -> Report:
        """The report on the sentence with ``old`` at ``at`` replaced."""
        assert self.text[at : at + len(old)] == old
        return report(self.text[:at] + new + self.text[at + len(old) :], self.reading)


def report(draft: str, reading: Reading) -> Report:
    """The report on a draft in the language and on the day of its article."""
    article: Article = reading.article
    return verify_text(prepare(_ENGLISH.read(draft, published_at=article.published_at)), reading)


def sentences(story: str) -> Iterator[Sentence]:
    """The sentences of a story."""
    reading = prepare(stories.article(story))
    return (Sentence(story, reading, unit.start, unit.end) for unit in reading.units)


def objections(found: Report, at: int, end: int, checks: frozenset[CheckName]) -> list[Finding]:
    """Findings of ``checks`` that did not pass and point to words that hold ``[at, end)``."""
    return [
        finding
        for finding in found.findings
        if not finding.status.passed
        and finding.check in checks
        and finding.claim is not None
        and finding.claim.start <= at
        and end <= finding.claim.end
    ]


def elsewhere(sentence: Sentence, raw: str) -> bool:
    """Whether a changed figure is printed at another place of the article: what it is said of is another question."""
    printed = {quantity.raw.casefold() for quantity in sentence.reading.quantities}
    return raw.casefold() in printed or any(digits in printed for digits in re.findall(r"\d+", raw))


@pytest.mark.parametrize("story", [story for story in stories.IDS if story != stories.WRONG_SUM])
def test_an_article_as_a_draft_of_itself_passes(story: str) -> None:
    """No check objects to the source's own words; only sentences with nothing to check stay unchecked."""
    reading = prepare(stories.article(story))
    found = verify_text(reading, reading)
    bad = [finding for finding in found.findings if finding.status in (Status.UNSUPPORTED, Status.CHECK)]
    assert [finding.message for finding in bad] == []


@pytest.mark.parametrize("story", stories.IDS)
def test_any_digit_of_a_figure_changed_is_objected_to(story: str) -> None:
    """Amounts, dates, times, scores, identifiers: one digit, and the figure's own finding fails."""
    for sentence in sentences(story):
        for quantity in sentence.reading.quantities:
            if not sentence.start <= quantity.start < sentence.end:
                continue
            for match in re.finditer(r"\d", quantity.raw):
                digit = match.group()
                new = str((int(digit) % 9) + 1)
                raw = quantity.raw[: match.start()] + new + quantity.raw[match.end() :]
                if elsewhere(sentence, raw):
                    continue
                at = quantity.start - sentence.start + match.start()
                found = sentence.changed(at, digit, new)
                assert objections(found, at, at + 1, _FIGURES | {CheckName.QUOTE}), f"{quantity.raw!r} as {raw!r}"


@pytest.mark.parametrize("story", stories.IDS)
def test_any_number_word_changed_is_objected_to(story: str) -> None:
    """Figures in words are figures."""
    for sentence in sentences(story):
        for quantity in sentence.reading.quantities:
            if not sentence.start <= quantity.start < sentence.end or quantity.kind is Kind.IDENTIFIER:
                continue
            for match in re.finditer(r"[a-z]+", quantity.raw):
                new = _NUMBER_WORDS.get(match.group())
                raw = quantity.raw[: match.start()] + str(new) + quantity.raw[match.end() :]
                if new is None or elsewhere(sentence, raw):
                    continue
                at = quantity.start - sentence.start + match.start()
                found = sentence.changed(at, match.group(), new)
                assert objections(found, at, at + len(new), _FIGURES), f"{quantity.raw!r} as {raw!r}"


@pytest.mark.parametrize("story", stories.IDS)
def test_any_hedge_dropped_or_turned_is_objected_to(story: str) -> None:
    """A figure without its hedge, or with the contrary one, is not the source's."""
    for sentence in sentences(story):
        for quantity in sentence.reading.quantities:
            if not sentence.start <= quantity.start < sentence.end:
                continue
            hedge = next((hedge for hedge in _HEDGES if quantity.raw.lower().startswith(f"{hedge} ")), None)
            if hedge is None:
                continue
            at = quantity.start - sentence.start
            printed = quantity.raw[: len(hedge) + 1]
            for new in ("", f"{_HEDGES[hedge]} "):
                found = sentence.changed(at, printed, new)
                number_at = at + len(new)
                assert objections(found, number_at, number_at + 1, _FIGURES), f"{quantity.raw!r} with {new!r}"


@pytest.mark.parametrize("story", stories.IDS)
def test_a_letter_changed_in_a_long_name_is_objected_to(story: str) -> None:
    """Two capitalised words or more, one letter of one of them another: the name check shows the right spelling."""
    for sentence in sentences(story):
        for name in sentence.reading.names:
            if not sentence.start <= name.start < sentence.end or not re.fullmatch(
                r"[A-Z][a-z]{4,} [A-Z][a-z]{4,}", name.text
            ):
                continue
            for offset in (2, len(name.text) - 2):
                at = name.start - sentence.start + offset
                old = sentence.text[at]
                found = sentence.changed(at, old, "x" if old != "x" else "z")
                (finding, *_) = objections(found, at, at + 1, frozenset((CheckName.NAME,)))
                assert finding.status is Status.CHECK
                assert finding.evidence


@pytest.mark.parametrize("story", stories.IDS)
def test_a_word_changed_in_a_quotation_is_objected_to(story: str) -> None:
    """Each longer word of each quotation, in turn."""
    for sentence in sentences(story):
        for quote in re.finditer(r'"([^"]{20,})"', sentence.text):
            for word in re.finditer(r"[a-z]{5,}", quote.group(1)):
                at = quote.start(1) + word.start()
                found = sentence.changed(at, word.group(), "herring")
                assert objections(found, at, at + len("herring"), frozenset((CheckName.QUOTE,)))


def test_findings_of_a_draft_stand_in_text_order() -> None:
    """An editor reads them along the draft."""
    reading = prepare(stories.article(stories.MISSION))
    draft = "Kenya sent 200 officers on Tuesday. General Otunga came. In October 2023 it was authorised."
    starts = [finding.claim.start for finding in report(draft, reading).findings if finding.claim is not None]
    assert len(starts) >= 5
    assert starts == sorted(starts)


def test_every_sentence_of_a_draft_is_spoken_about() -> None:
    """A sentence with nothing to check says so; it is not passed in silence."""
    reading = prepare(stories.article(stories.MISSION))
    draft = "It was hot. Nobody was there to greet them. Kenya sent 200 officers."
    found = report(draft, reading)
    unchecked = [finding for finding in found.findings if finding.check is CheckName.EVIDENCE]
    assert [finding.claim.text for finding in unchecked if finding.claim] == [
        "It was hot.",
        "Nobody was there to greet them.",
    ]
    assert {finding.status for finding in unchecked} == {Status.NOT_CHECKABLE}


def test_every_figure_of_a_draft_has_the_status_of_its_finding() -> None:
    """Figures are listed with the verdict on them."""
    reading = prepare(stories.article(stories.MISSION))
    found = report("Kenya sent 200 officers, 300 in all, and pledged up to 1,000.", reading)
    assert {figure.quantity.raw: figure.status for figure in found.figures} == {
        "200": Status.VERIFIED,
        "300": Status.UNSUPPORTED,
        "up to 1,000": Status.VERIFIED,
    }


def test_a_report_carries_what_is_wrong_in_the_source() -> None:
    """Who checks a draft learns that its source contradicts itself."""
    reading = prepare(stories.article(stories.WRONG_SUM))
    found = report("The council voted.", reading)
    assert [finding.code.value for finding in found.source_findings] == ["wrong_sum"]


def test_checks_are_listed_once_each() -> None:
    """One entry a check: a check that is listed twice would report twice."""
    assert len(set(CHECKS)) == len(CHECKS)
