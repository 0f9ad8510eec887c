"""What is done to a true quotation before it is looked for: changes that keep it the same quote, and some that do not.

Every change takes a quote, the article that it is cut from and a source of chance. It gives the changed words, or
``None`` where there is nothing to change: no digit, no accent, no clause border. A slip and a dropped word hit ordinary
words only; in a figure, a number word, a negation or a name they would be another claim, which has rows of its own.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from briefing.text.critical import is_critical

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Changed:
    """The changed quote; ``pieces`` are the stretches of the true one that it must be found at, else the whole."""

    text: str
    pieces: tuple[Piece, ...] = ()


Change = Callable[[str, str, Random], Changed | None]

_WORD = re.compile(r"[^\W\d_]+(?!['’]t\b)")
_RUN = re.compile(r"\S+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SLIP_LETTERS = 4
"""A shorter word with a slip is another word."""
_BROKEN_LETTERS = 6
_SPACES = ("  ", "\n", " \t ", "\n\n", "   ")
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_ELLIPSES = (" ... ", " … ", " [...] ", " . . . ", "... ")
_HALF = 4
"""Words on either side of the border at which a quote is swapped, and of the gap that an ellipsis leaves."""
_BORDER = re.compile(r"[,;:]\s+|\s+(?=(?:and|but|that|which|when|while|after|because|as)\s)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|did|does|do|may|might|must)\b(?! (?:not|never)\b)"
)
_NEGATION = re.compile(r"\b(?:(?P<verb>[A-Za-z]+)n['’]t\b|(?P<cannot>cannot)\b|(?:not|never|no)\b ?)")
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}
_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a about after all also an and are as at be because been before but by can could for from had has have he her his
        if in into is it its more most not of on one or over said she so some than that the their them there they this
        to two up was we were what when which who will with would you
        """,
    )
)
_SHAPES = (
    "the X X of X said that X and X had X the X in X",
    "X X was X by X after the X X of X, which X the X for X, X said",
    "it is a X that X X will X with X and that the X of X has been X",
    "the X, who X X in X, would X the X and X more X than X because of the X X",
    "some X have X the X to X, but X are X on X X at the X",
    "X and X were X from X when the X X into a X of X and X, he said",
)


def white_space(quote: str, article: str, chance: Random) -> Changed | None:
    """Other white space between the words: doubled, tabs, line ends."""
    return _different(quote, re.sub(r"\s+", lambda _: chance.choice((" ", *_SPACES)), quote))


def no_break_space(quote: str, article: str, chance: Random) -> Changed | None:
    """Every space a no-break space, wide or narrow."""
    return _different(quote, re.sub(r"\s", lambda _: chance.choice("\u00a0\u202f"), quote))


def straight_quotes(quote: str, article: str, chance: Random) -> Changed | None:
    """Curly marks straight; where all are straight already, curly ones in their place."""
    straight = quote.translate(_STRAIGHT)
    if straight != quote:
        return Changed(straight)
    curly = re.sub(r"(?<=\w)'", "’", quote)
    curly = re.sub(r"(?<![\w.,!?])\"(?=\w)", "“", curly).replace('"', "”")
    return _different(quote, curly)


def upper_case(quote: str, article: str, chance: Random) -> Changed | None:
    """All capitals."""
    return _different(quote, quote.upper())


def line_break_hyphens(quote: str, article: str, chance: Random) -> Changed | None:
    """Up to three long words broken at a line end."""
    words = [m for m in _WORD.finditer(quote) if len(m.group()) >= _BROKEN_LETTERS and m.group().islower()]
    for word in sorted(chance.sample(words, min(3, len(words))), key=lambda found: -found.start()):
        at = chance.randrange(word.start() + 2, word.end() - 1)
        quote = f"{quote[:at]}-\n{quote[at:]}"
    return Changed(quote) if words else None


def decomposed(quote: str, article: str, chance: Random) -> Changed | None:
    """Accents as characters of their own (NFD)."""
    return _different(quote, unicodedata.normalize("NFD", quote))


def one_typo(quote: str, article: str, chance: Random) -> Changed | None:
    """One slip of one letter."""
    return _slips(quote, chance, 1)


def three_typos(quote: str, article: str, chance: Random) -> Changed | None:
    """Three slips in three words."""
    return _slips(quote, chance, 3)


def name_typo(quote: str, article: str, chance: Random) -> Changed | None:
    """One slip in a name: who is quoted, or spoken of, is no longer sure."""
    names = [m for m in _CAPITALISED.finditer(quote) if len(m.group()) >= _SLIP_LETTERS and _carries(m.group())]
    return Changed(_slip(quote, chance.choice(names), chance)) if names else None


def word_dropped(quote: str, article: str, chance: Random) -> Changed | None:
    """One word inside left out."""
    runs = [run for run in _RUN.finditer(quote) if _WORD.search(run.group())]
    inside = [run for run in runs[1:-1] if _is_ordinary(run.group().strip(".,;:'\"“”’()"))]
    if not inside:
        return None
    run = chance.choice(inside)
    return Changed(quote[: run.start()] + quote[run.end() :].lstrip())


def ellipsis(quote: str, article: str, chance: Random) -> Changed | None:
    """Some words inside left out, with an ellipsis in their place."""
    runs = list(_RUN.finditer(quote))
    gap = chance.randint(1, 6)
    if len(runs) < 2 * _HALF + gap:
        return None
    first = chance.randint(_HALF, len(runs) - gap - _HALF)
    left, right = runs[first - 1].end(), runs[first + gap].start()
    pieces = ((0, left), (right, len(quote)))
    return Changed(quote[:left] + chance.choice(_ELLIPSES) + quote[right:], pieces)


def digit_changed(quote: str, article: str, chance: Random) -> Changed | None:
    """Another digit in one place."""
    places = [at for at, char in enumerate(quote) if char in "0123456789"]
    if not places:
        return None
    at = chance.choice(places)
    digit = chance.choice([char for char in "0123456789" if char != quote[at]])
    return Changed(quote[:at] + digit + quote[at + 1 :])


def negation_added(quote: str, article: str, chance: Random) -> Changed | None:
    """A "not", "n't", "never" or "no" behind a verb that had none."""
    verbs = list(_VERB.finditer(quote))
    if not verbs:
        return None
    at = chance.choice(verbs).end()
    short = quote[:at].endswith(("is", "are", "was", "were", "has", "have", "had", "would", "could", "did", "does"))
    return Changed(quote[:at] + chance.choice((" not", " never", " no", "n't" if short else " not")) + quote[at:])


def negation_removed(quote: str, article: str, chance: Random) -> Changed | None:
    """One "not", "n't", "never", "no" or "cannot" taken away."""
    found = list(_NEGATION.finditer(quote))
    if not found:
        return None
    word = chance.choice(found)
    verb = word.group("verb")
    left = "can" if word.group("cannot") else _IRREGULAR.get(verb, verb) if verb else ""
    return Changed(quote[: word.start()] + left + quote[word.end() :])


def halves_swapped(quote: str, article: str, chance: Random) -> Changed | None:
    """What stands behind a clause border before what stands in front of it."""
    borders = [
        border
        for border in _BORDER.finditer(quote)
        if len(quote[: border.start()].split()) >= _HALF and len(quote[border.end() :].split()) >= _HALF
    ]
    if not borders:
        return None
    border = chance.choice(borders)
    first, second = quote[: border.start()], quote[border.end() :].rstrip(" .,;:")
    return Changed(f"{second}{border.group()}{first}")


def name_exchanged(quote: str, article: str, chance: Random) -> Changed | None:
    """Another capitalised word of the article in the place of one."""
    here = [found for found in _CAPITALISED.finditer(quote) if _carries(found.group())]
    others = sorted({found.group() for found in _CAPITALISED.finditer(article) if _carries(found.group())})
    if not here:
        return None
    name = chance.choice(here)
    fitting = [other for other in others if other != name.group()]
    return Changed(quote[: name.start()] + chance.choice(fitting) + quote[name.end() :]) if fitting else None


def fabricated(quote: str, article: str, chance: Random) -> Changed | None:
    """A sentence that nobody wrote, of the article's own words, about as long as the quote."""
    content = sorted({word.lower() for word in _WORD.findall(article) if len(word) >= _SLIP_LETTERS})
    content = [word for word in content if word not in _FUNCTION_WORDS]
    if not content:
        return None
    words: list[str] = []
    while len(words) < len(quote.split()):
        shape = chance.choice(_SHAPES).split()
        words += [part.replace("X", chance.choice(content)) for part in shape]
    sentence = " ".join(words[: len(quote.split())])
    return Changed(sentence[:1].upper() + sentence[1:] + ".")


def _slips(quote: str, chance: Random, count: int) -> Changed | None:
    words = [word for word in _WORD.finditer(quote) if _is_ordinary(word.group())]
    if len(words) < count:
        return None
    for word in sorted(chance.sample(words, count), key=lambda found: -found.start()):
        quote = _slip(quote, word, chance)
    return Changed(quote)


def _slip(quote: str, word: re.Match[str], chance: Random) -> str:
    """A letter left out, doubled, exchanged with the next, or hit beside its key; the first letter stays."""
    at = chance.randrange(word.start() + 1, word.end() - 1)
    here, following = quote[at], quote[at + 1]
    other = chance.choice([letter for letter in _LETTERS if letter != here])
    swapped = following + here if following != here else other + following
    new = chance.choice((following, here + here + following, swapped, other + following))
    return quote[:at] + new + quote[at + 2 :]


def _is_ordinary(word: str) -> bool:
    """Whether a slip in ``word`` leaves the claim as it is: small letters, long enough, and not a critical word."""
    return len(word) >= _SLIP_LETTERS and word.isalpha() and word.islower() and not is_critical(word, printed=word)


def _carries(word: str) -> bool:
    return word.lower() not in _FUNCTION_WORDS and is_critical(word.lower(), printed=word)


def _different(quote: str, changed: str) -> Changed | None:
    return Changed(changed) if changed != quote else None
