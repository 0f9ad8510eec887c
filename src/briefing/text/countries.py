"""Countries and their nationalities: which country a word stands for."""

from functools import cache
from importlib import resources


@cache
def _forms() -> dict[str, str]:
    import tomllib

    data = tomllib.loads((resources.files("briefing.text") / "data" / "names.en.toml").read_text("utf-8"))
    forms = {country.casefold(): country for country in data["countries"]}
    for country, nationalities in data["countries"].items():
        for word in nationalities:
            forms.setdefault(word.casefold(), country)
            forms.setdefault(word.casefold() + "s", country)
    return forms


def country_of(name: str) -> str | None:
    """The country that a country's name or a nationality stands for; ``None`` for other words."""
    return _forms().get(name.casefold().removeprefix("the "))
