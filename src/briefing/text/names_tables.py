"""The word lists behind the reading of names, loaded once and only when names are read."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Tables:
    """Word lists as sets, keyed the way the reader asks. Phrases are tuples of words without full stops."""

    ranks: frozenset[tuple[str, ...]]
    posts: frozenset[tuple[str, ...]]
    styles: frozenset[tuple[str, ...]]
    title_starts: frozenset[str]
    longest_title: int
    honorifics: frozenset[str]
    roles: frozenset[str]
    speech: frozenset[str]
    given: frozenset[str]
    heads: frozenset[str]
    suffixes: frozenset[str]
    single: frozenset[str]
    groups: tuple[str, ...]
    domains: frozenset[str]
    joining: frozenset[str]
    facilities: frozenset[str]
    tails: frozenset[str]
    place_starts: frozenset[str]
    regions: tuple[str, ...]
    region_words: tuple[str, ...]
    before: frozenset[str]
    not_before: frozenset[str]
    known_places: frozenset[str]
    dates: frozenset[str]
    particles: frozenset[str]
    compounds: frozenset[str]
    date_names: frozenset[str]
    prepositions: frozenset[str]
    no_verbs: frozenset[str]
    mass: frozenset[str]
    telling: frozenset[str]
    stop: frozenset[str]
    soft: frozenset[str]
    not_people: frozenset[str]
    countries: frozenset[str]
    nationalities: frozenset[str]


def _phrases(words: Iterable[str]) -> frozenset[tuple[str, ...]]:
    # "Secretary of State" is two capitalised words with a bridge, as the tokens have it.
    return frozenset(tuple(part for part in word.replace(".", "").split() if part != "of") for word in words)


@cache
def tables() -> Tables:
    """The English word lists, read from the package's data on the first call."""
    import tomllib

    data = tomllib.loads(resources.files("briefing.text").joinpath("data/names.en.toml").read_text(encoding="utf-8"))
    people, organisations, places, words = data["people"], data["organisations"], data["places"], data["words"]
    ranks, posts = _phrases(people["ranks"]), _phrases(people["posts"])
    titles = ranks | posts
    return Tables(
        ranks=ranks,
        posts=posts,
        styles=_phrases(people["styles"]),
        title_starts=frozenset(title[0] for title in titles),
        longest_title=max(len(title) for title in titles),
        honorifics=frozenset(word.rstrip(".") for word in people["honorifics"]),
        roles=frozenset(people["roles"]),
        speech=frozenset(people["speech"]),
        given=frozenset(people["given"]),
        heads=frozenset(organisations["heads"]),
        suffixes=frozenset(organisations["suffixes"]),
        single=frozenset(organisations["single"]),
        groups=tuple(organisations["groups"]),
        domains=frozenset(organisations["domains"]),
        joining=frozenset(organisations["joining"]),
        facilities=frozenset(places["facilities"]),
        tails=frozenset(places["tails"]),
        place_starts=frozenset(places["starts"]),
        regions=tuple(places["regions"]),
        region_words=tuple(places["region_words"]),
        before=frozenset(places["before"]),
        not_before=frozenset(places["not_before"]),
        known_places=frozenset(places["known"]),
        dates=frozenset(words["months"]) | frozenset(words["weekdays"]),
        particles=frozenset(words["particles"]),
        compounds=frozenset(words["compounds"]),
        date_names=frozenset(words["date_names"]),
        prepositions=frozenset(words["prepositions"]),
        no_verbs=frozenset(words["no_verbs"]),
        mass=frozenset(words["mass"]),
        telling=frozenset(words["telling"]),
        stop=frozenset(words["stop"]),
        soft=frozenset(words["soft"]),
        not_people=frozenset(words["not_people"]),
        countries=frozenset(data["countries"]),
        nationalities=frozenset(form for forms in data["countries"].values() for form in forms)
        | frozenset(words["demonyms"]),
    )
