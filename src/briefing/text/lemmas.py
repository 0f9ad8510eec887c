"""Base forms of English words, so that "bought" meets "buy" and "closing" meets "closed".

Irregular forms are a table; the rest are the regular endings. A base form is a key to compare by, not always a word:
the final "e" of a longer word is cut off, since the rules do not know whether it stood before "ing".
"""

from functools import cache, lru_cache
from importlib import resources

_DOUBLED = frozenset("bdgmnprt")
_SHORTEST = 3
_KEEPS_E = 4
_VOWELS = frozenset("aeiou")


@cache
def _irregular() -> dict[str, str]:
    import tomllib

    data = tomllib.loads((resources.files("briefing.text") / "data" / "lemmas.en.toml").read_text("utf-8"))
    found: dict[str, str] = {}
    for kind in ("verbs", "nouns"):
        for base, forms in data[kind].items():
            for form in (base, *forms.split()):
                found.setdefault(form, base)
    return found


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """The base form of a word in lower case, its possessive ending and final "e" cut off."""
    word = word.removesuffix("'s").removesuffix("’s").rstrip("'’") or word
    known = _irregular().get(word)
    if known is not None:
        return known
    return _regular(word)


def _regular(word: str) -> str:
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", "")):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST:
            return _bare(root + put, doubled=not put)
    for ending in ("sses", "xes", "ches", "shes"):
        if word.endswith(ending):
            return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        word = word[:-1]
    return _bare(word, doubled=False)


def _bare(root: str, *, doubled: bool) -> str:
    if doubled and len(root) > _SHORTEST and root[-1] == root[-2] and root[-1] in _DOUBLED:
        root = root[:-1]
    elif (
        doubled and len(root) == _SHORTEST and root[-2] in _VOWELS and root[-1] not in "wxy" and root[0] not in _VOWELS
    ):
        root += "e"  # "noted", "citing": a short verb without an "e" would double its consonant
    known = (_irregular().get(root) or _irregular().get(root + "e")) if doubled else None
    if known is not None:
        return known
    return root[:-1] if root.endswith("e") and len(root) > _KEEPS_E else root
