"""Statements with figures are kept first, and what is kept stands in text order."""

from collections.abc import Callable

from briefing.records.article import Reading
from briefing.stages.extract.clauses import clauses
from briefing.stages.extract.rank import choose, ranked
from briefing.stages.extract.scene import scene

Read = Callable[..., Reading]

TEXT = "Birds sang in the old park. It was warm there. Some 40 boats sank on 3 May 2024. Nobody came to the pier."


def kept(read: Read, limit: int) -> list[str]:
    """The statements that are chosen of TEXT."""
    cut = [clause for sentence in scene(read(TEXT)).sentences for clause in clauses(sentence)]
    chosen, _ = choose(ranked(cut, title="", wanted=()), limit=limit)
    return [clause.text for clause in chosen]


def test_a_figure_outlives_the_lead(read: Read) -> None:
    """Where there is room for one statement only, it is the one with the figure."""
    assert kept(read, 1) == ["Some 40 boats sank on 3 May 2024."]


def test_what_is_kept_stands_in_text_order(read: Read) -> None:
    """Score decides what is kept, the article in which order."""
    assert kept(read, 2) == ["Birds sang in the old park.", "Some 40 boats sank on 3 May 2024."]


def test_rows_of_numbers_do_not_crowd_out_sentences(read: Read) -> None:
    """A table row states nothing without its heading, so it is not important."""
    text = "Iowa 3,450 3,550 2,815 2,426 2,334. The mill closed in autumn."
    cut = [clause for sentence in scene(read(text)).sentences for clause in clauses(sentence)]
    assert [one.important for one in ranked(cut, title="", wanted=())] == [False, False]
