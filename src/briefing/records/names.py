"""Names as the text prints them."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.records.quantity import Words
from briefing.records.spans import Span


class NameKind(StrEnum):
    """What a name names, as far as the text shows it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    COUNTRY = "country"
    NATIONALITY = "nationality"
    ACRONYM = "acronym"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name.

    ``rank`` and ``role`` are the words beside it ("General", "head of the Kenyan contingent in Haiti");
    ``acronym`` is the short form printed in brackets after it, and ``long_form`` the other way round.
    """

    text: str
    start: int
    end: int
    kind: NameKind
    rank: Words | None = None
    role: Words | None = None
    organisation: Words | None = None
    acronym: Words | None = None

    @property
    def span(self) -> Span:
        """The range of the name, without rank and role."""
        return Span(self.start, self.end)
