"""The page: the article unchanged beside the claims, every link leads somewhere, and nothing can run or load."""

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceMismatchError
from briefing.records.article import Article
from briefing.render.html import to_html
from tests.render.sample import article, briefing, hostile

_VOID = {"meta", "link", "img", "br", "hr", "input", "base"}


class Page(HTMLParser):
    """The parts of a page that the tests look at."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str]] = []
        self.article = ""
        self.style = ""
        self.text = ""
        self.balanced = True
        # The parser of the standard library, unlike a browser, leaves carriage returns in the markup alone.
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        self.balanced = self.balanced and bool(self.open) and self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if ("div", "text") in self.open:
            self.article += data
        if self.open and self.open[-1][0] == "style":
            self.style += data
        else:
            self.text += data

    def values(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [value for _, attrs in self.tags if (value := attrs.get(name)) is not None]


ATTACKS = [
    "<script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "{{ 7*6 }} {% raw %} {# x #}",
    '" onerror="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "-->]]><!--",
    "&lt;b&gt; &amp;amp; &#60;",
    "\u202e002 \u2066x\u200b\ufeff",
    "a\tb\x0c\x1b\x85\x9b\r\nc",
    "\n\n leading and trailing \n\n",
]


def test_every_link_leads_to_an_anchor() -> None:
    """Each claim leads to its words in the article, and each marked word back to a claim."""
    page = Page(to_html(briefing(), article()))
    ids = page.values("id")
    links = page.values("href")
    assert len(ids) == len(set(ids))
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert sum(link.startswith("#e-") for link in links) >= len(briefing().facts)
    assert page.balanced
    assert not page.open


def test_the_whole_article_is_there_unchanged() -> None:
    """The right-hand pane holds the article character by character, highlights or not."""
    assert Page(to_html(briefing(), article())).article == article().text


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_article_cannot_change_the_page(attack: str) -> None:
    """Hostile text is shown as text in every place, and the page has the tags of a harmless one."""
    made, source = hostile(attack)
    harmless, plain = hostile("harmless")
    page, reference = Page(to_html(made, source)), Page(to_html(harmless, plain))
    assert page.article == attack
    tags = {tag for tag, _ in page.tags}
    assert tags <= {tag for tag, _ in reference.tags} | {"bdi", "p"}
    assert not tags & {"script", "img", "iframe", "object", "base", "form", "link"}
    names = {name for _, attrs in page.tags for name in attrs}
    assert names <= {name for _, attrs in reference.tags for name in attrs} | {"data-code"}
    assert page.balanced
    assert not page.open


def test_what_a_page_cannot_hold_keeps_its_place() -> None:
    """NUL and half surrogates are stood in for by one visible character, so that offsets still count right."""
    made, source = hostile("a\x00b\ud800c")
    text = to_html(made, source)
    text.encode("utf-8")
    page = Page(text)
    assert page.article == "a\ufffdb\ufffdc"
    assert {"U+0000", "U+D800"} <= set(page.values("data-code"))


def test_directional_characters_are_labelled_and_isolated() -> None:
    """An override is shown by name and cannot reach the words around it."""
    made, source = hostile("up to \u202e002")
    text = to_html(made, source)
    assert '<bdi class="ctl" data-code="U+202E">&#8238;</bdi>' in text
    assert "\u202e" not in text


@settings(deadline=None, max_examples=25)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=50))
def test_any_article_comes_through_unchanged(text: str) -> None:
    """Whatever characters an article has, its pane holds exactly these."""
    made, source = hostile(text)
    assert Page(to_html(made, source)).article == text


def test_the_policy_allows_one_style_sheet_and_nothing_else() -> None:
    """The page can load nothing and run nothing: its only style sheet is allowed by its digest."""
    text = to_html(briefing(), article())
    page = Page(text)
    (policy,) = [attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(page.style.encode("utf-8")).digest()).decode("ascii")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not page.values("src")
    assert not page.values("style")
    assert not re.search(r"url\(|@import|https?:|//", page.style)
    assert not [tag for tag, _ in page.tags if tag in {"script", "link", "img"}]


def test_the_language_of_the_article_is_declared() -> None:
    """Screen readers pronounce the article in its own language, and a tag that is none is not written."""
    source = article(language="ar")
    page = Page(to_html(briefing(source), source))
    assert ("div", {"class": "text", "lang": "ar"}) in page.tags
    odd = article(language='x" onload="')
    assert set(Page(to_html(briefing(odd), odd)).values("lang")) == {"en"}


def test_another_article_is_refused() -> None:
    """A page never shows evidence in a text that the briefing was not made from."""
    with pytest.raises(SourceMismatchError, match="give the article that was briefed"):
        to_html(briefing(), article("Something else."))


def test_a_range_outside_the_article_does_no_harm() -> None:
    """A briefing from a damaged file still renders; words without a place are quoted without a link."""
    source: Article = article("Short.")
    made = dataclasses.replace(briefing(source))
    page = Page(to_html(made, source))
    assert page.article == "Short."
    ids = page.values("id")
    assert all(link[1:] in ids for link in page.values("href"))
