"""A source that is held open: the same verdicts as one call for each draft, and read once."""

import pytest

from briefing import Briefer, Settings, Status
from briefing.errors import EmptySourceError
from briefing.stages.verify import source as source_module
from briefing.stages.verify.stage import verify_text
from briefing.text.fold import Folded, fold
from tests import stories

DRAFTS = (
    "Kenya will send more than 1,000 officers.",
    "About 400 officers have arrived. The mission began in June.",
    "The choir sings.",
)


def test_an_open_source_gives_the_verdicts_of_one_call_each() -> None:
    """The order of the drafts does not matter, nor what was asked before."""
    briefer = Briefer(Settings())
    article = stories.text(stories.MISSION)
    opened = briefer.open(article, published_at="2024-07-17")
    alone = [briefer.verify(draft, article, published_at="2024-07-17") for draft in DRAFTS]
    assert [opened.verify(draft) for draft in DRAFTS] == alone
    assert [opened.verify(draft) for draft in reversed(DRAFTS)] == alone[::-1]


def test_an_open_source_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the first draft needed is there for the second."""
    folded: list[str] = []

    def counted(text: str) -> Folded:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(source_module, "fold", counted)
    opened = Briefer(Settings()).open(stories.text(stories.MISSION))
    reports = [opened.verify("Kenya sent officers to Haiti.") for _ in range(3)]
    assert len(folded) == 1
    assert reports[0] == reports[2]


def test_an_open_source_of_unknown_language_is_read_in_the_draft_s() -> None:
    """A short source alone does not tell its language; each draft may tell another."""
    opened = Briefer(Settings()).open("4 000 euros.")
    german = "Es waren viertausend Euro, sagte die Polizei am Montag in Berlin."
    english = "It was four thousand euros, the police said on Monday in Berlin."
    for draft in (german, english, german):
        figures = {each.quantity.raw: each.status for each in opened.verify(draft).figures}
        alone = {each.quantity.raw: each.status for each in Briefer(Settings()).verify(draft, "4 000 euros.").figures}
        assert figures == alone


def test_a_source_or_draft_without_words_is_refused() -> None:
    """The source when it is opened, the draft when it is checked."""
    with pytest.raises(EmptySourceError):
        Briefer(Settings()).open(" \n")
    with pytest.raises(EmptySourceError):
        Briefer(Settings()).open("Four boats sank.").verify("")


def test_an_index_gives_what_its_reading_gives() -> None:
    """The stage takes a prepared index or a bare reading."""
    from briefing.pipeline import index, prepare

    briefer = Briefer(Settings(language="en"))
    article, draft = briefer.read("Four boats sank on Monday."), prepare(briefer.read("Five boats sank."))
    report = verify_text(draft, index(article))
    assert report == verify_text(draft, prepare(article))
    assert report.status is Status.UNSUPPORTED
