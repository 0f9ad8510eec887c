"""The first word of a claim as a name: its capital proves nothing, but the source may know the name."""

import re
from dataclasses import replace

from briefing.records.names import Name, NameKind
from briefing.stages.verify.claim import Claim
from briefing.stages.verify.source import SourceIndex
from briefing.text.names_tables import tables
from briefing.text.plain_words import plain_word

_FIRST = re.compile(r"[\"“‘'(]*([^\W\d_a-z][^\W\d_]+(?:[-'’](?!s\b)[^\W\d_]+)*)")


def opened(claim: Claim, source: SourceIndex) -> Claim:
    """The claim with its first word among its names if that is a name of the source ("Otunga leads ...").

    A word that the source also prints without a capital stays a word. The claim itself if there is nothing to add.
    """
    match = _FIRST.match(claim.text, claim.span.start, claim.span.end)
    if match is None or any(name.start <= match.start(1) < name.end for name in claim.names):
        return claim
    word, plain = match.group(1), plain_word(match.group(1))
    known = source.name_index.with_word(plain)
    if not known or plain in tables().stop or word in tables().heads or source.prints_small(plain):
        return claim
    person = any(one.certain for one in source.cast.person_named(word))
    name = Name(word, *match.span(1), NameKind.PERSON if person else NameKind.OTHER)
    return replace(claim, names=(name, *claim.names))
