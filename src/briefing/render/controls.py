"""Characters that a reader cannot see but a terminal or a browser obeys.

Control characters can rewrite a terminal, and directional ones can show a text in another order than it is stored in.
No format prints them as they are: a person who decides about a figure must see what is there.
"""

import re

CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""Everything of the kind except tab and line feed. Joiners that scripts need (ZWJ, ZWNJ) are not among them."""


def code_point(character: str) -> str:
    """The name by number, such as "U+202E"."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """``text`` with every control character spelled out, and white space made plain single spaces."""
    return CONTROLS.sub(lambda match: f"⟨{code_point(match.group())}⟩", plain_spaces(text))


def plain_spaces(text: str) -> str:
    """``text`` on one line: runs of line ends, tabs and spaces are one space."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
