"""Names that everybody takes for one: initials and their long forms, British and American spelling."""

from functools import cache
from importlib import resources

from briefing.text.plain_words import plain_word

_SHORTEST_PLURAL = 3


@cache
def _tables() -> tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, str]]:
    import tomllib

    data = tomllib.loads((resources.files("briefing.text") / "data" / "names.en.toml").read_text("utf-8"))
    short = {form.casefold(): acronym for acronym, forms in data["equivalents"].items() for form in forms}
    long = {acronym: tuple(forms) for acronym, forms in data["equivalents"].items()}
    return short, long, data["spellings"]


def equivalents(name: str) -> tuple[str, ...]:
    """The other forms under which a name is known everywhere ("UN" for "United Nations"), most often none."""
    short, long, _ = _tables()
    bare = name.replace(".", "") if name.replace(".", "").isupper() else name
    acronym = bare if bare in long else short.get(bare.casefold().removeprefix("the "))
    if acronym is None:
        return ()
    forms = (acronym, ".".join(acronym) + "." if acronym.isupper() else acronym, *long[acronym])
    return tuple(form for form in dict.fromkeys(forms) if form != name)


def one_spelling(word: str) -> str:
    """A word in plain form, in American spelling and without the ending of a plural: for names of things."""
    plain = plain_word(word)
    plain = _tables()[2].get(plain, plain)
    return plain[:-1] if plain.endswith("s") and len(plain) > _SHORTEST_PLURAL and not plain.endswith("ss") else plain
