"""Markdown: the order of a briefing, and articles that try to be markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.render.markdown import escaped, to_markdown
from tests.render.sample import briefing, hostile


def test_problems_come_first_and_nothing_is_missing() -> None:
    """An editor reads what needs a look before what passed, and every part of the briefing is there."""
    text = to_markdown(briefing())
    headings = re.findall("^#+ (.*)", text, flags=re.M)
    assert headings == [
        "Second group of engineers reaches flooded Marlow Valley",
        "Needs a look",
        "Verified",
        "Mission",
        "Findings about the source",
        "Not stated in the source",
        "Figures that no fact uses",
        "Left out",
    ]
    assert "6 facts: 3 verified (1 of them derived), 2 to check, 1 not supported." in text
    assert "- ✗ **not supported:** A third group of 300 engineers is on its way." in text
    assert "  - Working: 120 + 80 = 200, from “120” and “80”" in text
    assert "  - “Nearly 340”: below 340" in text
    assert "- **Officials:** Ida Brandt (rank: Major, role: head of the Norland team)" in text
    assert "- crosscheck skipped: no model" in text


def test_evidence_is_quoted_only_where_it_differs_from_the_statement() -> None:
    """A statement in the article's own words is not printed twice."""
    text = to_markdown(briefing())
    assert text.count("landed in Marlow Valley on Monday") == 1
    assert "  > They join the 80 colleagues" in text


@pytest.mark.parametrize(
    "attack",
    [
        "[click](https://evil.example)",
        "![x](https://evil.example/p.png)",
        "<script>alert(1)</script>",
        "<https://evil.example>",
        "see https://evil.example or www.evil.example",
        "&lt;b&gt;",
        "a\n# heading\n\n- list\n\n    code",
        "`code` **bold** _it_ ~~gone~~ $x$ | a | b |",
        "[x]: https://evil.example",
        "{{ site.secret }} {% include x %}",
        "mail@evil.example",
    ],
)
def test_words_of_an_article_stay_words(attack: str) -> None:
    """No text of an article becomes a link, an image, HTML, a heading or code, wherever it is printed."""
    markdown_it = pytest.importorskip("markdown_it")
    text = to_markdown(hostile(attack)[0])
    parser = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    kinds = {token.type for block in parser.parse(text) for token in (block, *(block.children or ()))}
    assert not kinds & {
        "link_open",
        "image",
        "html_inline",
        "html_block",
        "code_inline",
        "code_block",
        "fence",
        "table_open",
        "em_open",
        "s_open",
    }
    assert "{{" not in text
    assert "{%" not in text
    assert not re.search(r"(?<!\\)(:)//", text)
    assert "@evil" not in text
    assert len(re.findall("^# ", text, flags=re.M)) == 1


@given(st.text(max_size=60))
def test_escaped_text_shows_the_same_words(text: str) -> None:
    """Taking the escapes away gives back the text, so that nothing was changed or lost."""
    shown = escaped(text)
    assert "\n" not in shown
    back = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown).replace("@&#8288;", "@")
    back = re.sub(r"⟨U\+([0-9A-F]{4,6})⟩", lambda match: chr(int(match[1], 16)), back)
    assert back == re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def test_characters_that_hide_are_spelled_out() -> None:
    """A right-to-left override cannot make a figure look like another."""
    assert escaped("up to \u202e002\u202c\x1b[31m") == "up to ⟨U+202E⟩002⟨U+202C⟩⟨U+001B⟩\\[31m"


@pytest.mark.parametrize("start", ["1. x", "- x", "+ x", "* x", "> x", "# x", "=== x", "2) x"])
def test_a_quote_cannot_start_a_block(start: str) -> None:
    """Words at the start of a quoted line are no list, heading or rule."""
    assert re.match(r"\d*\\", escaped(start))
