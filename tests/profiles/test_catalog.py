"""The catalogue of profiles: light data that agrees with the schemas."""

import re
from importlib import import_module

import pytest
from pydantic import BaseModel

from briefing.errors import UnknownProfileError
from briefing.profiles.catalog import GENERAL, MISSION, PROFILES, Profile, profile

every_profile = pytest.mark.parametrize("shipped", PROFILES, ids=lambda shipped: shipped.name)


def schema_of(shipped: Profile) -> type[BaseModel]:
    """The pydantic model that the catalogue names."""
    module, _, name = shipped.schema.rpartition(".")
    found = getattr(import_module(module), name)
    assert issubclass(found, BaseModel)
    return found


def test_a_profile_is_found_by_name() -> None:
    """The six shipped profiles answer to their names."""
    names = ("general", "mission", "disaster", "election", "court", "earnings")
    assert tuple(profile(name).name for name in names) == names == tuple(shipped.name for shipped in PROFILES)


@pytest.mark.parametrize("name", ["sport", "", "Mission", "auto"])
def test_an_unknown_name_lists_the_known_ones(name: str) -> None:
    """A wrong name is quoted and answered with what there is; nothing falls back in silence."""
    with pytest.raises(UnknownProfileError, match=re.escape(f"{name!r}: use one of general, mission, disaster")):
        profile(name)


@every_profile
def test_fields_agree_with_the_schema(shipped: Profile) -> None:
    """A field of the catalogue is one of the schema, in the profile's own part or in the general one."""
    schema = schema_of(shipped)
    known = set(schema.model_fields)
    if "details" in known:
        details = schema.model_fields["details"].annotation
        assert isinstance(details, type)
        assert issubclass(details, BaseModel)
        assert set(details.model_fields) <= {field.name for field in shipped.fields}, "a field has no label"
        known |= set(details.model_fields)
    assert {field.name for field in shipped.fields} <= known


@every_profile
def test_what_is_wanted_can_be_told(shipped: Profile) -> None:
    """What is reported as not stated is a field that rules fill, or has words that tell whether it may be stated.

    A field that only a model fills is empty after the embedded engine, whatever the article says.
    """
    by_rules = {field.name for field in GENERAL.fields}
    by_rules |= {field.name for field in shipped.fields} if shipped is MISSION else set()
    for wanted in shipped.wanted:
        assert (wanted.name in by_rules) != bool(wanted.words), wanted.name


@every_profile
def test_names_are_unique_and_labels_readable(shipped: Profile) -> None:
    """No field is listed twice, and every label is words for an editor, without underscores."""
    names = [field.name for field in shipped.fields]
    assert len(names) == len(set(names))
    labels = [shipped.label(name) for name in (*names, *(wanted.name for wanted in shipped.wanted), "no_such_field")]
    assert not [label for label in labels if "_" in label or not label]


@every_profile
def test_cues_are_lower_case_and_weigh_something(shipped: Profile) -> None:
    """A cue is looked for in lower case, once: one with a capital, or listed twice, would never or doubly count."""
    words = [cue.words for cue in shipped.cues]
    assert words == [word.lower() for word in words]
    assert len(words) == len(set(words))
    assert all(cue.weight > 0 for cue in shipped.cues)


@every_profile
def test_a_profile_is_known_by_more_than_one_word(shipped: Profile) -> None:
    """No single cue makes an article one of a profile, not even in its head, where it counts twice."""
    assert all(2 * cue.weight < shipped.threshold for cue in shipped.cues)
