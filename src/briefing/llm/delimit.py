"""Untrusted text inside a prompt: set apart, so that it can neither end its own block nor forge a sentence number."""

import re
from collections.abc import Iterable

_WHITE = re.compile(r"\s+")


def delimit(tag: str, text: str) -> str:
    """``text`` between ``<tag>`` and ``</tag>``; whatever in it looks like that tag is made harmless.

    The result is for a model to read. It is not the article any more: no offset may be taken from it.
    """
    forged = re.compile(rf"<(?=\s*/?\s*{re.escape(tag)}\b)", re.IGNORECASE)
    return f"<{tag}>\n{forged.sub('&lt;', text)}\n</{tag}>"


def numbered(sentences: Iterable[tuple[str, str]]) -> str:
    """Sentences as ``s1: words``, one line each, from pairs of identifier and text.

    White space is folded, so that a line break inside a sentence cannot begin a line with a number of its own.
    """
    return "\n".join(f"{identifier}: {_WHITE.sub(' ', text).strip()}" for identifier, text in sentences)
