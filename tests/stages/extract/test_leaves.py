"""Fields are entered once and tied to every fact that covers their words."""

from briefing.records.quantity import Words
from briefing.stages.extract.leaves import Leaves, linked

TEXT = "Chad and Benin, then Chad again"


def test_the_same_words_enter_a_field_once() -> None:
    """A name that is repeated is one leaf, at its first place; another field takes it again."""
    leaves = Leaves(TEXT)
    for start in (0, 21):
        leaves.add("places", Words("Chad", start, start + 4))
    leaves.add("host", Words("Chad", 0, 4))
    assert [(leaf.field, leaf.start) for leaf in leaves.found] == [("places", 0), ("host", 0)]
    assert leaves.has("host")
    assert not leaves.has("name")


def test_figures_enter_by_place() -> None:
    """The same number twice is two leaves when the place counts."""
    leaves = Leaves(TEXT)
    for start in (0, 21):
        leaves.add("figures", Words("Chad", start, start + 4), once=False)
    assert len(leaves.found) == 2


def test_parts_that_were_not_found_are_left_out() -> None:
    """A leaf has only the parts that the article prints."""
    leaves = Leaves(TEXT)
    leaves.add("people", Words("Chad", 0, 4), {"name": Words("Chad", 0, 4), "rank": None})
    assert [part for part, _ in leaves.found[0].parts] == ["name"]


def test_linked_to_the_facts_that_cover_them() -> None:
    """Facts that share no character with a leaf are not named by it."""
    leaves = Leaves(TEXT)
    leaves.add("places", Words("Benin", 9, 14))
    (leaf,) = linked(leaves.found, [("f1", 0, 14), ("f2", 14, 31)])
    assert leaf.fact_ids == ("f1",)
