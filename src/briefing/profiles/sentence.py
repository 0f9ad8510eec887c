"""What a small model answers for one sentence of an article: nothing but words."""

from typing import Annotated

from pydantic import Field

from briefing.profiles.statements import Strict


class SentenceStatement(Strict):
    """One short statement. Where it comes from is known, since the model saw nothing else."""

    text: Annotated[str, Field(max_length=240)]
