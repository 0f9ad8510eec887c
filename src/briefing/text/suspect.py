"""What does not belong into an article: words that instruct a model, shapes of prompts, characters that hide something.

The words are data (``data/suspect.toml``). Nothing here decides what becomes of them: a story about such attacks
quotes them, and a person has to look.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib import resources

from briefing.text.fold import Folded
from briefing.text.suspect_characters import hidden, mixed_letters, turned


class Reason(StrEnum):
    """Why words are suspect."""

    INSTRUCTION = "instruction"
    """An order that only a model could follow: to set its instructions aside, to answer in some way."""
    PROMPT_SHAPE = "prompt_shape"
    """What stands in prompts and not in prose: turns of a chat, closed blocks, template syntax."""
    HIDDEN = "hidden"
    """Characters that cannot be seen where no script needs them."""
    DIRECTION = "direction"
    """Characters that show the text in another order than it is stored in."""
    MIXED_LETTERS = "mixed_letters"
    """A word in which a letter of another script looks like one of its own."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Suspect words, half open in code points of the original text, and why they are."""

    start: int
    end: int
    reason: Reason


@dataclass(frozen=True)
class _Shape:
    """One pattern of the data file; compiled when a text first has one of the words it needs, which few ever have."""

    reason: Reason
    source: str
    needs: tuple[str, ...]
    begins: bool
    raw: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, for the folded text or, if it is raw, the text as it stands."""
        return re.compile(self.source if self.raw else rf"\b(?:{self.source})", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The whole data file; ``openers`` are the words that an order may begin with ("please")."""

    openers: re.Pattern[str]
    listed: tuple[_Shape, ...]


_LOOK_BACK = 60
_BEFORE_ORDER = frozenset(".!?:;,…\"'“”‘’«»„()[]{}<>*#|-–—•/\\=+~`")
"""What may stand before an order: the end of a sentence or clause, a quotation mark, a bullet."""
_CARRIES_ON = frozenset(
    ("to", "not", "should", "would", "could", "can", "may", "might", "will", "must", "shall", "and", "or", "they", "we")
)
"""Words at the end of a wrapped line behind which a verb is no order."""
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\s*\Z)")


def suspicions(text: Folded) -> tuple[Suspicion, ...]:
    """Everything suspect in a text, in text order; what overlaps for one reason is one. Raises nothing.

    Offsets are those of ``text.original``. Takes time in proportion to its length.
    """
    original = text.original
    found = [*_shapes_in(text)]
    found += (Suspicion(start, end, Reason.HIDDEN) for start, end in hidden(original))
    if not original.isascii():
        found += (Suspicion(start, end, Reason.DIRECTION) for start, end in turned(original))
        found += (Suspicion(start, end, Reason.MIXED_LETTERS) for start, end in mixed_letters(original))
    return tuple(sorted(_joined(found), key=lambda each: (each.start, each.end)))


def _shapes_in(text: Folded) -> Iterator[Suspicion]:
    padded = f" {text.text}"
    for shape in _shapes().listed:
        if not any(word in padded for word in shape.needs):
            continue
        if shape.raw:
            spans = (match.span() for match in shape.pattern.finditer(text.original))
        else:
            spans = (_place(text, *match.span()) for match in shape.pattern.finditer(text.text))
        for start, end in spans:
            if not shape.begins or _is_order(text.original, start):
                yield Suspicion(start, end, shape.reason)


def _place(text: Folded, start: int, end: int) -> tuple[int, int]:
    span = text.original_span(start, end)
    return span.start, span.end


def _is_order(text: str, start: int) -> bool:
    """Whether the verb at ``start`` begins a sentence, a clause or a line."""
    before = _shapes().openers.sub("", text[max(0, start - _LOOK_BACK) : start])
    bare = before.rstrip()
    if not bare or bare[-1] in _BEFORE_ORDER:
        return True
    if "\n" not in before[len(bare) :]:
        return False
    last = _LAST_WORD.search(bare)
    return last is None or last.group().lower() not in _CARRIES_ON


def _joined(found: list[Suspicion]) -> Iterator[Suspicion]:
    """The suspicions of each reason, with those that overlap made one."""
    for reason in Reason:
        held: Suspicion | None = None
        for each in sorted((one for one in found if one.reason is reason), key=lambda one: one.start):
            if held is not None and each.start < held.end:
                held = Suspicion(held.start, max(held.end, each.end), reason)
                continue
            if held is not None:
                yield held
            held = each
        if held is not None:
            yield held


@cache
def _shapes() -> _Shapes:
    import tomllib

    data = tomllib.loads((resources.files("briefing.text") / "data" / "suspect.toml").read_text("utf-8"))
    words = {name: "|".join(listed) for name, listed in data["words"].items()}
    return _Shapes(
        openers=re.compile(rf"\b(?:(?:{words['open']}),?\s+)+\Z", re.IGNORECASE),
        listed=tuple(_shape(entry, words) for entry in data["shape"]),
    )


def _shape(entry: dict[str, object], words: dict[str, str]) -> _Shape:
    pattern = str(entry["pattern"])
    for name, listed in words.items():
        pattern = pattern.replace("{" + name + "}", listed)
    raw, begins = bool(entry.get("raw")), bool(entry.get("begins"))
    needs = entry["needs"]
    return _Shape(
        reason=Reason(str(entry["reason"])),
        source=pattern,
        needs=tuple(str(word) for word in needs) if isinstance(needs, list) else (),
        begins=begins,
        raw=raw,
    )
