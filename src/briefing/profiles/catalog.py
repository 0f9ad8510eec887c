"""The profiles that are shipped: what each is for, its fields with their labels, and how it knows its articles.

Plain data, without the schemas themselves: those need pydantic, which only the model path loads.
"""

from typing import TYPE_CHECKING, TypeAlias

from briefing.errors import UnknownProfileError
from briefing.profiles.entries.court import COURT
from briefing.profiles.entries.disaster import DISASTER
from briefing.profiles.entries.earnings import EARNINGS
from briefing.profiles.entries.election import ELECTION
from briefing.profiles.entries.general import GENERAL
from briefing.profiles.entries.mission import MISSION
from briefing.profiles.records import Cue, Field, Profile, Wanted

if TYPE_CHECKING:
    from pydantic import BaseModel

ProfileChoice: TypeAlias = "str | type[BaseModel]"
"""A shipped profile by name, a model of the user's own by dotted path, or that model itself."""

PROFILES: tuple[Profile, ...] = (GENERAL, MISSION, DISASTER, ELECTION, COURT, EARNINGS)
"""All shipped profiles; the first serves every article that no other one recognises."""


def profile(name: ProfileChoice) -> Profile:
    """The shipped profile of that name, or the one that a dotted path or a pydantic model stands for.

    Raises ``UnknownProfileError`` that names the known ones, and ``UsageError`` for a model that cannot be asked for.
    """
    if not isinstance(name, str) or "." in name:
        from briefing.profiles.own import own_profile

        return own_profile(name)
    for candidate in PROFILES:
        if candidate.name == name:
            return candidate
    known = ", ".join(candidate.name for candidate in PROFILES)
    raise UnknownProfileError(
        f"unknown profile {name!r}: use one of {known}, or auto; a model of your own is package.module.Model"
    )


__all__ = ["GENERAL", "MISSION", "PROFILES", "Cue", "Field", "Profile", "ProfileChoice", "Wanted", "profile"]
