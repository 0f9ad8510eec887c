"""Words are found whole, and a number never inside a longer one."""

import pytest

from briefing.text.whole_words import find_whole


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("from 1,200 to 200 men", "200", "200"),
        ("only 1,200", "200", None),
        ("only 2.200", "200", None),
        ("200,000 people", "200", None),
        ("There were 200, all told.", "200", "200"),
        ("the weekend", "end", None),
        ("the end.", "end", "end"),
        ("General  Ana\nRuiz spoke", "Ana Ruiz", "Ana\nRuiz"),
        ("4.2 million euros", "4.2 million", "4.2 million"),
        ("a (b) c", "(b)", "(b)"),
        ("anything", " ", None),
    ],
)
def test_whole_words(text: str, wanted: str, found: str | None) -> None:
    """At their place, letter by letter; white space stands for any."""
    span = find_whole(text, wanted, 0, len(text))
    assert (None if span is None else text[span.start : span.end]) == found
