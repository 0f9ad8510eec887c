"""Countries and their nationalities: which country a word stands for."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from briefing.records.spans import Span

_WORD = re.compile(r"[^\W\d_][\w'’.]*")
_MOST_WORDS = 4


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


def countries_in(name: str) -> Iterator[tuple[str, Span]]:
    """The countries that the words of a name stand for, with their places ("Kenyan" in "Kenyan Red Cross")."""
    words = list(_WORD.finditer(name))
    for first, match in enumerate(words):
        for last in range(min(len(words), first + _MOST_WORDS) - 1, first - 1, -1):
            end = words[last].end()
            country = country_of(name[match.start() : end].removesuffix("'s").removesuffix("’s"))
            if country is not None:
                yield country, Span(match.start(), end)
                break
