"""What a small model answers for one sentence of an article: nothing but words."""

from functools import cache
from typing import Annotated

from pydantic import Field, create_model

from briefing.profiles.statements import Strict

_STEP = 40
_LEAST, _MOST = 80, 320
"""Characters of a statement."""


class SentenceStatement(Strict):
    """One short statement. Where it comes from is known, since the model saw nothing else."""

    text: Annotated[str, Field(max_length=_MOST)]


def most_characters(sentence: str) -> int:
    """How long a statement of ``sentence`` may be: about as long as the sentence itself.

    Small models repeat themselves up to any limit; a close one costs little time. In steps, so that endpoints can keep
    the few schemas there are.
    """
    return min(_MOST, max(_LEAST, -(-len(sentence) // _STEP) * _STEP))


@cache
def schema_of_length(most: int) -> type[SentenceStatement]:
    """``SentenceStatement`` with a text of at most so many characters."""
    return create_model(
        SentenceStatement.__name__, __base__=SentenceStatement, text=(Annotated[str, Field(max_length=most)], ...)
    )
