"""Quotations: word for word, whatever the marks; altered or invented ones are shown beside the article's words."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.quote import check_quote
from tests.stages.verify.held import held, only

SOURCE = (
    '"There are streets that nobody has been able to enter," she said. "I expect the number of dead to rise."\n\n'
    "The mayor said that he would not resign and that 12 of his staff would stay."
)


@pytest.mark.parametrize(
    "draft",
    [
        '"I expect the number of dead to rise," she said.',
        "“I expect the number of dead to rise,” she said.",
        "«I expect the number of dead to rise», she said.",
        "„I expect the number of dead to rise“, she said.",
        "‘I expect the number of dead to rise,’ she said.",
        "'I expect the number of dead to rise,' she said.",
        "“i expect  the number of dead to rise”",
        'He "would not resign".',
        'She said "there are streets ... nobody has been able to enter".',
        "“There are streets … that nobody has been able to enter”",
        "“I expect the number of dead to rise",
    ],
)
def test_true_words_are_verified_in_any_marks(draft: str) -> None:
    """Curly, straight, single, low and angle marks, elisions, and a mark that the next paragraph closes."""
    finding = only(check_quote, draft, SOURCE)
    assert finding.status is Status.VERIFIED, finding.message
    assert finding.evidence


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        ('"I expect the number of dead to fall," she said.', "fall"),
        ('"I expect the number of injured to rise," she said.', "injured"),
        ('He "would resign".', "would"),
        ('"12 of my staff would stay"', "12 of his staff"),
        ('"13 of his staff would stay"', "12 of his staff"),
        ('She said "there are streets ... anybody has been able to enter".', "nobody"),
        ("‘I don’t expect the number of dead to rise,’ she said.", "I expect"),
        ("'I don't expect the number of dead to rise,' she said.", "I expect"),
        ("“There are houses that nobody has been able to enter.", "streets"),
    ],
)
def test_altered_words_are_not_verified(draft: str, says: str) -> None:
    """One word, one digit, one negation more or less: the article's words are shown."""
    finding = only(check_quote, draft, SOURCE)
    assert finding.status in (Status.CHECK, Status.UNSUPPORTED)
    assert finding.code in (Code.ALTERED_QUOTE, Code.ABSENT)
    assert says in finding.message or finding.code is Code.ABSENT


def test_an_invented_quotation_is_unsupported() -> None:
    """Nothing like it is offered where there is nothing like it."""
    finding = only(check_quote, '"We shall buy a bigger boat tomorrow," she said.', SOURCE)
    assert (finding.status, finding.code) == (Status.UNSUPPORTED, Code.ABSENT)
    assert finding.evidence == ()


def test_two_quotations_of_a_sentence_are_checked_apart() -> None:
    """The words between them are not taken for a quotation."""
    draft = '"I expect the number of dead to rise," she said, "and I am sure of it."'
    first, second = held(check_quote, draft, SOURCE)
    assert first.status is Status.VERIFIED
    assert second.status is not Status.VERIFIED
    assert first.claim is not None
    assert draft[first.claim.start : first.claim.end] == first.claim.text == "I expect the number of dead to rise,"


def test_a_closing_mark_opens_nothing() -> None:
    """A sentence that begins inside a quotation does not turn narration into one."""
    draft = 'of dead to rise," she said. He "would not resign", she added.'
    assert [finding.claim.text for finding in held(check_quote, draft, SOURCE) if finding.claim] == ["would not resign"]


@pytest.mark.parametrize(
    "draft",
    [
        "The dogs' kennels and the cats' baskets burned.",
        "It was the '80s, and the farmers' market was new.",
        "the mayor 's office and the ministers ' offices were closed",
        'A 5" pipe and a 6" pipe burst.',
        'He said "..." and left.',
    ],
)
def test_apostrophes_and_inches_are_no_quotations(draft: str) -> None:
    """Marks that quote nothing are left alone."""
    assert held(check_quote, draft, SOURCE) == []


def test_long_quotations_are_not_skipped() -> None:
    """Length does not hide an invention."""
    draft = "“" + "I never saw such a storm in all my years on this coast and " * 15 + "that is all.”"
    assert not only(check_quote, draft, SOURCE).status.passed


BROKEN = (
    '"We have heard that for forty years," Sommer said, "and our store rooms are still full."\n\n'
    '"I thought I could catch her on the bridge, but she does not look behind," Ishii said. "I was wrong."\n\n'
    '"It survived every test," said Dr. Zhao, who led the study. "I have stopped losing sleep over it."'
)


@pytest.mark.parametrize(
    "draft",
    [
        '"We have heard that for forty years, and our store rooms are still full," said Sommer.',
        '"It survived every test. I have stopped losing sleep over it," Zhao said.',
        '"I thought I could catch [Chelimo] on the bridge, but she does not look behind," Ishii said.',
        'Ishii said she "[could] catch her on the bridge".',
        'Ishii said: "[S]he does not look behind."',
        'Ishii said "she [Chelimo] does not look behind".',
    ],
)
def test_brackets_and_the_breaks_of_the_article_are_no_alteration(draft: str) -> None:
    """A word in brackets may stand for the article's, and a quotation may be printed without its "she said"."""
    finding = only(check_quote, draft, BROKEN)
    assert (finding.status, finding.code) == (Status.VERIFIED, Code.OTHER_NOTATION), finding.message


@pytest.mark.parametrize(
    "draft",
    [
        '"We have heard that for forty years, but our store rooms are still full," said Sommer.',
        '"We have heard that for forty years and I have stopped losing sleep over it," said Zhao.',
        '"It survived every test, and I have stopped losing sleep over it," Zhao said.',
        '"I thought I could [not] catch her on the bridge," Ishii said.',
        '"I thought I could catch her on the bridge, but she does [always] look behind," Ishii said.',
        '"I thought [she does not look] behind," Ishii said.',
        '"We have heard that for [50] years," Sommer said.',
    ],
)
def test_brackets_and_breaks_hide_no_alteration(draft: str) -> None:
    """No bracket takes a "not" or a figure away, and what is rejoined has the article's words."""
    assert not only(check_quote, draft, BROKEN).status.passed


def test_a_quotation_of_several_sentences_is_checked_as_a_whole() -> None:
    """Two sentences that the article has, but not together, are no quotation; one behind the first is not skipped."""
    draft = '"We have heard that for forty years. I was wrong. It survived every test," she said.'
    found = held(check_quote, draft, BROKEN)
    assert found
    assert not found[0].status.passed
    assert found[0].claim is not None
    assert found[0].claim.text == "We have heard that for forty years. I was wrong. It survived every test,"
