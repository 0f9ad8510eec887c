"""Countries and their nationalities: which country a word stands for."""

from functools import cache
from importlib import resources


@cache
def _forms() -> dict[str, str]:
    import tomllib

    data = tomllib.loads((resources.files("briefing.text") / "data" / "names.en.toml").read_text("utf-8"))
    same = {form: country for country, forms in data["same_countries"].items() for form in forms}
    forms = {country.casefold(): same.get(country, country) for country in data["countries"]}
    for country, nationalities in data["countries"].items():
        for word in nationalities:
            forms.setdefault(word.casefold(), same.get(country, country))
            forms.setdefault(word.casefold() + "s", same.get(country, country))
    for form, country in same.items():
        forms.setdefault(country.casefold(), country)
        forms.setdefault(form.casefold(), country)
    return forms


def country_of(name: str) -> str | None:
    """The country, or the region or town with a people, that its name or a nationality stands for; else ``None``.

    Names of one country are one: "UK", "Britain" and "British" give the same answer.
    """
    return _forms().get(name.casefold().removeprefix("the "))
