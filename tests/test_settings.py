"""Settings: frozen, with safe defaults; only ``from_env`` looks at the environment."""

import dataclasses
import logging
import pickle

import pytest

from briefing import Policy, Settings, UsageError
from briefing.settings import DEFAULT_MODEL, ModelSettings, Secret, model_changed


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


def test_a_key_alone_is_the_default_model() -> None:
    """Nobody has to name a model; the endpoint is the SDK's own."""
    model = Settings.from_env({"OPENAI_API_KEY": "k"}).model
    assert model is not None
    assert (model.model, model.base_url) == (DEFAULT_MODEL, None)
    assert model.api_key is not None
    assert model.api_key.reveal() == "k"


def test_an_endpoint_of_ones_own_needs_the_name_of_its_model() -> None:
    """OPENAI_BASE_URL that some other tool set does not turn the model on; with BRIEFING_MODEL no key is needed."""
    assert Settings.from_env({"OPENAI_BASE_URL": "http://h/v1"}).model is None
    assert Settings.from_env({"OPENAI_BASE_URL": "http://h/v1", "OPENAI_API_KEY": "k"}).model is None
    model = Settings.from_env({"OPENAI_BASE_URL": "http://h/v1", "BRIEFING_MODEL": "m"}).model
    assert model == ModelSettings(model="m", base_url="http://h/v1")


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "BRIEFING_MODEL", "OPENAI_BASE_URL"])
def test_an_empty_model_variable_is_not_set(name: str) -> None:
    """A key of no characters is none."""
    assert Settings.from_env({name: ""}).model is None


def test_limits_of_the_environment() -> None:
    """Tokens and seconds are whole numbers above zero."""
    env = {"BRIEFING_MODEL": "m", "BRIEFING_MAX_TOKENS": "100", "BRIEFING_DEADLINE": "7"}
    model = Settings.from_env(env).model
    assert model is not None
    assert (model.max_tokens, model.deadline) == (100, 7.0)
    with pytest.raises(UsageError, match="BRIEFING_DEADLINE is 'soon'"):
        Settings.from_env({**env, "BRIEFING_DEADLINE": "soon"})


@pytest.mark.parametrize(
    "change",
    [
        {"model": " "},
        {"deadline": 0.0},
        {"deadline": float("nan")},
        {"deadline": float("inf")},
        {"attempts": 0},
        {"reasks": -1},
        {"max_tokens": 0},
        {"max_requests": 0},
        {"modes": ()},
    ],
)
def test_a_budget_that_allows_nothing_is_refused(change: dict[str, object]) -> None:
    """And so is one without an end."""
    with pytest.raises(UsageError):
        ModelSettings(**({"model": "m"} | change))  # type: ignore[arg-type]


def test_options_change_what_the_environment_says() -> None:
    """Each by itself; zero is refused and not taken for "not given"."""
    known = ModelSettings(model="m", base_url="http://h/v1", api_key=Secret("k"))
    assert model_changed(known) == known
    assert model_changed(known, model="n", deadline=3.0) == dataclasses.replace(known, model="n", deadline=3.0)
    assert model_changed(None) is None
    with pytest.raises(UsageError, match="max_tokens"):
        model_changed(known, max_tokens=0)
    with pytest.raises(UsageError, match="give --model"):
        model_changed(None, base_url="http://h/v1")


def test_a_secret_shows_itself_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """Neither printed, nor in the repr of what holds it, nor in a log; only by name."""
    secret = Secret("sk-very-secret")
    settings = Settings(model=ModelSettings(model="m", api_key=secret))
    with caplog.at_level(logging.INFO):
        logging.getLogger("any").info("%s %r %s", secret, secret, settings)
    shown = f"{secret} {secret!r} {settings} {settings!r} {dataclasses.asdict(settings)}" + caplog.text
    assert "very" not in shown
    assert secret.reveal() == "sk-very-secret"


def test_a_secret_is_equal_to_itself() -> None:
    """Settings that hold one compare, hash, and go to other processes."""
    assert Secret("a") == Secret("a") != Secret("b")
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2
    assert pickle.loads(pickle.dumps(Secret("a"))) == Secret("a")  # noqa: S301 - our own bytes
