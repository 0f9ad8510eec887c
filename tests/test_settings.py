"""Settings: frozen, with safe defaults; only ``from_env`` looks at the environment."""

import dataclasses

import pytest

from briefing import Policy, Settings, UsageError


def test_an_empty_environment_gives_the_defaults() -> None:
    """Nothing has to be set."""
    assert Settings.from_env({}) == Settings()


def test_every_variable_is_taken() -> None:
    """Each field has its own."""
    found = Settings.from_env(
        {
            "BRIEFING_POLICY": "drop",
            "BRIEFING_MAX_BYTES": "1000",
            "BRIEFING_MAX_FACTS": "3",
            "BRIEFING_LANGUAGE": "fr",
        }
    )
    assert found == Settings(policy=Policy.DROP, max_bytes=1000, max_facts=3, language="fr")


@pytest.mark.parametrize("name", ["BRIEFING_MAX_BYTES", "BRIEFING_MAX_FACTS"])
@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "²"])
def test_a_number_that_is_none_is_refused(name: str, value: str) -> None:
    """The message names variable and value."""
    with pytest.raises(UsageError, match=f"{name} is '{value}'"):
        Settings.from_env({name: value})


@pytest.mark.parametrize("name", ["BRIEFING_MAX_BYTES", "BRIEFING_MAX_FACTS", "BRIEFING_LANGUAGE", "BRIEFING_POLICY"])
def test_an_empty_variable_is_not_set(name: str) -> None:
    """``BRIEFING_X=`` in a shell means nothing."""
    assert Settings.from_env({name: ""}) == Settings()


def test_settings_never_change() -> None:
    """A changed copy is another object."""
    settings = Settings()
    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.max_facts = 1  # type: ignore[misc]
    assert settings.changed(policy=Policy.RAISE, language="de") == Settings(policy=Policy.RAISE, language="de")
    assert settings.changed() == settings
