"""What a model answers on its second reading and when it is told what failed: closed lists and pointers, no quotes."""

from typing import Annotated, Literal

from pydantic import Field

from briefing.profiles.statements import Derivation, Line, SentenceId, Strict

FactId = Annotated[str, Field(max_length=5, pattern=r"^f[0-9]{1,4}$")]
"""The number of a statement, such as "f3"."""
_Pointers = Annotated[list[SentenceId], Field(max_length=6)]


class Judgement(Strict):
    """What the second reader says of one statement, by the sentences that decide it."""

    id: FactId
    verdict: Literal["supported", "partly", "not_supported", "cannot_tell"]
    sentences: _Pointers
    reason: Line


class Missing(Strict):
    """An important fact of the article that no statement tells."""

    text: Line
    sentences: _Pointers


class Contradiction(Strict):
    """Two statements that cannot both hold."""

    first: FactId
    second: FactId
    reason: Line


class Crosscheck(Strict):
    """The second, blind reading of all statements."""

    verdicts: Annotated[list[Judgement], Field(max_length=60)]
    missing: Annotated[list[Missing], Field(max_length=5)]
    contradictions: Annotated[list[Contradiction], Field(max_length=5)]


class Repaired(Strict):
    """What becomes of one statement that failed."""

    id: FactId
    action: Literal["rewrite", "withdraw"]
    text: Line | None
    sentences: _Pointers
    derivation: Derivation | None


class Repair(Strict):
    """The statements that failed, written again or given up."""

    statements: Annotated[list[Repaired], Field(max_length=60)]
