"""Overlapping ranges as pieces that do not overlap."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.records.spans import Span
from briefing.render.highlights import Marks, anchor, paragraphs, split_ranges


def marked(length: int, *spans: tuple[int, int]) -> Marks:
    """Claims 1, 2, ... on these ranges."""
    return Marks(length, {Span(*span): number for number, span in enumerate(spans, start=1)})


@given(st.text("ab\n \r\u2028", max_size=40), st.data())
def test_pieces_are_the_text_and_carry_exactly_their_ranges(text: str, data: st.DataObject) -> None:
    """Joined together the pieces are the article, and each range covers its words and no others."""
    edges = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(edges, edges), max_size=6))
    spans = [(start, end) for start, end in drawn if start < end]
    result = paragraphs(text, marked(len(text), *spans))
    assert "".join(p.before + "".join(piece.text for piece in p.pieces) for p in result) == text
    for start, end in spans:
        name = anchor(Span(start, end))
        covered = "".join(piece.text for p in result for piece in p.pieces if name in piece.ranges)
        assert covered == text[start:end].replace("\n", "")
        anchors = [name for p in result for piece in p.pieces for found in piece.anchors if found == name]
        assert len(anchors) == (1 if covered else 0)


def test_the_most_specific_claim_owns_the_words() -> None:
    """Where evidence overlaps, the words lead back to the claim that rests on the fewest of them."""
    (paragraph,) = paragraphs("0123456789", marked(10, (0, 10), (2, 5)))
    assert [(piece.text, piece.claim) for piece in paragraph.pieces] == [("01", 1), ("234", 2), ("56789", 1)]


def test_only_ranges_in_several_pieces_need_a_rule() -> None:
    """A range that is one piece is shown by its anchor; one that crosses others, or a line end, is not."""
    result = paragraphs("0123\n5678", marked(9, (0, 2), (1, 3), (3, 6)))
    assert set(split_ranges(result)) == {"e-0-2", "e-1-3", "e-3-6"}
    assert split_ranges(paragraphs("0123", marked(4, (0, 2), (2, 4)))) == ()


def test_a_piece_without_words_is_no_link() -> None:
    """Where two ranges leave a lone space or comma between them, no link without a name appears."""
    (paragraph,) = paragraphs("one, two", marked(8, (0, 8), (0, 3), (5, 8)))
    assert [piece.has_words for piece in paragraph.pieces] == [True, False, True]
