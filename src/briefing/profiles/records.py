"""What the catalogue says of a profile. Plain data: the schemas need pydantic, which only the model path loads."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.profiles.general import GeneralExtraction


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a profile. ``label`` is what an editor reads."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that editors ask for and that is worth reporting under "not stated" when the article lacks it.

    Without ``words``, ``name`` is a field that rules fill, and it is lacking when that field is empty. With them the
    article may state it only if a sentence has one of ``words`` and, if there are any, one of ``beside`` (lower case):
    for what has no field, and for a field that no rule fills, whose being empty says nothing of the article.
    """

    name: str
    label: str
    words: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """A lower-case word or phrase that speaks for a profile: whole words, counted once however often they stand."""

    words: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A profile.

    An article belongs to it when the weights of its cues, those in the head counted twice, reach ``threshold``.
    """

    name: str
    purpose: str
    fields: tuple[Field, ...]
    wanted: tuple[Wanted, ...]
    schema: str
    """Dotted path of the pydantic model that a model fills."""
    cues: tuple[Cue, ...] = ()
    threshold: int = 0
    own: "type[GeneralExtraction] | None" = None
    """The schema itself, for a profile of the user's own."""

    def label(self, field: str) -> str:
        """The label of ``field`` for editors; the name itself, spaced, for a field that is not in the profile."""
        labels = {wanted.name: wanted.label for wanted in self.wanted}
        labels |= {known.name: known.label for known in self.fields}
        return labels.get(field, field.replace("_", " "))
