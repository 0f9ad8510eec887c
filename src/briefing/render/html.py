"""A briefing beside its article as one self-contained page: no script, no request, nothing an article can run.

The page is protected twice: everything is escaped, and the content security policy allows one style sheet by its
digest and nothing else.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.errors import SourceMismatchError
from briefing.records.article import Article
from briefing.records.briefing import Briefing, Fact
from briefing.records.draft import Leaf
from briefing.records.findings import Finding
from briefing.records.spans import Span
from briefing.render.controls import CONTROLS, code_point, visible
from briefing.render.highlights import Marks, anchor, marks, paragraphs, split_ranges
from briefing.render.wording import (
    STATUS_ICONS,
    STATUS_WORDS,
    field_label,
    figures_with_reading,
    label,
    other_derivations,
    passed,
    problems,
    reading,
    reasons,
    same_words,
    tally,
    workings,
)

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""Characters that no HTML page can hold; one visible character stands for each, so that offsets keep."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact with what the page shows beside it."""

    number: int
    fact: Fact
    reasons: tuple[Finding, ...]
    others: tuple[Finding, ...]
    """Findings that are not among the reasons; the page folds them away."""


def to_html(briefing: Briefing, article: Article) -> str:
    """One HTML page with the claims on the left and the whole article on the right.

    It works from a file, without JavaScript and without any request. Raises ``SourceMismatchError`` if the briefing
    was made from another text, because every highlight would be wrong.
    """
    if briefing.source.sha256 != article.sha256:
        raise SourceMismatchError(
            f"the briefing was made from a source with sha256 {briefing.source.sha256[:12]!r}, this article has "
            f"{article.sha256[:12]!r}: give the article that was briefed, or brief this one"
        )
    to_look_at, fine = problems(briefing.facts), passed(briefing.facts)
    found = marks(briefing, (*to_look_at, *fine), len(article.text))
    text = paragraphs(article.text, found)
    style = _style(split_ranges(text))
    return _template().render(
        style=_trusted(style),
        style_digest=base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii"),
        briefing=briefing,
        language=_language(briefing.source.language),
        tally=tally(briefing.counts),
        problems=_claims(to_look_at, first=1),
        passed=_claims(fine, first=len(to_look_at) + 1),
        details=_details(briefing.details),
        field_label=field_label,
        paragraphs=text,
        link=_Links(found),
    )


@dataclass(frozen=True, slots=True)
class _Links:
    """Gives templates the link to some words of the article, or nothing where the article has no such range."""

    found: Marks

    def __call__(self, start: int, end: int) -> str:
        span = Span(start, end)
        return f"#{anchor(span)}" if self.found.has(span) else ""


def _claims(facts: tuple[Fact, ...], *, first: int) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for number, fact in enumerate(facts, start=first):
        why = reasons(fact.findings, fact.status)
        others = tuple(finding for finding in fact.findings if finding not in why)
        claims.append(Claim(number, fact, why, others))
    return tuple(claims)


def _details(leaves: tuple[Leaf, ...]) -> dict[str, list[Leaf]]:
    by_field: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        by_field.setdefault(leaf.field, []).append(leaf)
    return by_field


def _language(tag: str) -> str:
    return tag if _LANGUAGE.fullmatch(tag) else ""


def _style(split: tuple[str, ...]) -> str:
    sheet = _file("briefing.css")
    # A range in several pieces has one anchor, at its first piece; these rules let the others follow it.
    rules = (f".text:has(#{name}:target) .{name}" for name in split)
    shown = ",\n".join(rules)
    return f"{sheet}{shown} {{ background: var(--target); color: var(--target-text); }}\n" if shown else sheet


def _file(name: str) -> str:
    # Slow to import for what it does, and only pages have files.
    from importlib import resources

    return resources.files("briefing.render").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template() -> "Template":
    # Jinja2 costs a third of the time that `import briefing` may take, and only pages need it.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["shown"] = _shown
    environment.filters["visible"] = visible
    environment.filters["label"] = label
    environment.globals.update(
        icons={status.value: icon for status, icon in STATUS_ICONS.items()},
        words={status.value: word for status, word in STATUS_WORDS.items()},
        figures_with_reading=figures_with_reading,
        other_derivations=other_derivations,
        reading=reading,
        same_words=same_words,
        workings=workings,
    )
    return environment.from_string(_file("briefing.html.j2"))


def _trusted(style: str) -> "Markup":
    from markupsafe import Markup

    # The style sheet is this package's own file and numbers; no word of an article gets into it.
    return Markup(style)  # noqa: S704


def _shown(text: str) -> "Markup":
    """``text`` escaped, its characters unchanged; those that cannot be seen carry a visible label and are isolated."""
    from markupsafe import Markup, escape

    def label_control(match: re.Match[str]) -> str:
        character = match.group()
        if character == "\r":
            return _stored(character)  # half of a line end, and nothing that could mislead
        return f'<bdi class="ctl" data-code="{code_point(character)}">{_stored(character)}</bdi>'

    # Escaping never adds a control character, so that what is found afterwards is the text's own.
    return Markup(CONTROLS.sub(label_control, str(escape(text))))  # noqa: S704


def _stored(character: str) -> str:
    if _UNSTORABLE.match(character):
        return "\ufffd"
    # A line end would be normalised, so it needs a reference; other control characters must not have one, because
    # browsers read references up to U+009F as other characters.
    return character if character <= "\x9f" and character != "\r" else f"&#{ord(character)};"
