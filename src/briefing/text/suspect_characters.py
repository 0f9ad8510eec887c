"""Characters that hide something from whoever reads a text: those that no script, no emoji and no news wire needs."""

import re
from collections.abc import Iterator

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = "[^\\W_]"
_JOINER = "[\u200b-\u200d\u2060-\u2064\u180e]"
_ORDER_MARK = "\ufeff"
_LATIN = "[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f"
"""The flags of England, Scotland and Wales are written with tag characters."""
_WIRE = "^[ \t]*[\x01-\x04\x16\x17\x1f]{1,3}[ \t]*$"
"""What a news wire puts between its messages, alone on its line."""
_HIDDEN = re.compile(
    f"(?P<fine>{_FLAG}|{_WIRE})"
    f"|(?<={_LATIN}){_JOINER}+(?={_LATIN})"  # inside a Latin word or a number: nothing there needs a joiner
    # One editing system leaves a byte order mark behind the first letter of a paragraph; elsewhere it is a joiner.
    f"|(?<={_LATIN}{{2}}){_ORDER_MARK}+(?={_LATIN})|(?<=[0-9]){_ORDER_MARK}+(?=[0-9])"
    "|[\U000e0000-\U000e007f]+"  # tag characters: ASCII that cannot be seen
    "|[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"  # one picks a form of a character, several carry data
    "|(?<![\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
    "|[\x00-\x08\x0e-\x1f\x7f]+"
    "|[\u206a-\u206f\ufff9-\ufffb\U0001d173-\U0001d17a]+"
    # Symbol fonts leave a single one as a bullet or an icon; a run is a text of its own.
    "|[\ue000-\uf8ff\U000f0000-\U0010fffd]{3,}",
    re.MULTILINE,
)
_ANY_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ue000-\uf8ff"
    "\U0001d173-\U0001d17a\U0001f3f4\U000e0000-\U0010fffd]"
)
"""Every character that the pattern above can begin with or hold: few texts have one, and this is found out at once."""
_OVERRIDES = re.compile("[\u202d\u202e]")
_OTHER_DIRECTION = re.compile("[\u202a\u202b\u2066-\u2068]")
_END_OF_DIRECTION = re.compile("[\u202c\u2069\n]")
_AROUND = 200
_REACH = 400

_LOOK_LATIN = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d"  # Cyrillic, small
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408\u0423"  # and capital
    # Greek; alpha, beta and other signs of science are written beside Latin letters on purpose.
    "\u03bf\u03b9\u03bd\u03c1\u03c5\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
)
_MIXED = re.compile(f"[A-Za-z][{_LOOK_LATIN}]|[{_LOOK_LATIN}][A-Za-z]")
_WORD_END = re.compile(f"{_LETTER}*")
_WORD_START = re.compile(f"{_LETTER}*\\Z")
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_LONGEST_WORD = 60


def hidden(text: str) -> Iterator[tuple[int, int]]:
    """Places of characters that cannot be seen: joiners inside Latin words, tags, runs of selectors, controls."""
    if _ANY_HIDDEN.search(text) is None:
        return
    for match in _HIDDEN.finditer(text):
        if match.group("fine") is None:
            yield match.span()


def turned(text: str) -> Iterator[tuple[int, int]]:
    """Places that are shown in another order than they are stored in.

    An override always counts. Embeddings and isolates belong to text in a right-to-left script and count elsewhere;
    plain direction marks never do. A place runs to the character that ends it, or to the end of the line.
    """
    for pattern in (_OVERRIDES, _OTHER_DIRECTION):
        for match in pattern.finditer(text):
            around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            if pattern is _OTHER_DIRECTION and _RTL.search(around):
                continue
            end = _END_OF_DIRECTION.search(text, match.end(), match.end() + _REACH)
            yield match.start(), match.end() if end is None else end.end() - (end.group() == "\n")


def mixed_letters(text: str) -> Iterator[tuple[int, int]]:
    """Places of words that are mostly Latin with letters of Cyrillic or Greek that look Latin.

    Nothing in a text that is mostly Cyrillic or Greek: there a Latin name takes an ending of the other script.
    """
    seen = 0
    first = _MIXED.search(text)
    if first is None or len(_OTHER_SCRIPT.findall(text)) > len(_LATIN_LETTER.findall(text)):
        return
    for match in _MIXED.finditer(text, first.start()):
        if match.start() < seen:
            continue
        before = _WORD_START.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        start = match.start() if before is None else before.start()
        after = _WORD_END.match(text, match.end())
        end = match.end() if after is None else after.end()
        seen = end
        word = text[start:end]
        strange = sum(char in _LOOK_LATIN for char in word)
        latin = len(_LATIN_LETTER.findall(word))
        if strange < latin and strange == len(_OTHER_SCRIPT.findall(word)) and latin > 1:
            yield start, end
