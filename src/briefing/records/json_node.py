"""JSON text as nodes that know their path, so that every complaint says where it stands.

Anything that JSON parsers commonly let pass (a key given twice, NaN, numbers of a thousand digits) becomes a ``Misfit``
in the tree: no type accepts it, so it is refused with its path when the reader comes by.
"""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from briefing.errors import InvalidBriefingError

_Choice = TypeVar("_Choice", bound=StrEnum)
_Value = TypeVar("_Value")

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BARE_KEY = re.compile(r"\w+")
_LONGEST_INTEGER = 18
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Misfit:
    """What the JSON held instead of a usable value, in words."""

    found: str


@dataclass(frozen=True, slots=True)
class Node:
    """One JSON value and its path ("facts[3].figures[0].low"; "" is the whole document)."""

    path: str
    value: object

    def refuse(self, expected: str) -> InvalidBriefingError:
        """The error for this node: where it is, what was expected, what was found."""
        where = self.path or "the document"
        return InvalidBriefingError(f"{where}: expected {expected}, found {_describe(self.value)}")

    def fields(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> "dict[str, Node]":
        """The members of an object that has all of ``required`` and nothing beyond ``optional``."""
        members = self.members()
        for key in required:
            if key not in members:
                raise InvalidBriefingError(f"{_join(self.path, key)}: expected this key, found nothing")
        for key, node in members.items():
            if key not in required and key not in optional:
                known = ", ".join((*required, *optional))
                raise InvalidBriefingError(f"{node.path}: expected one of the keys {known}, found another")
        return members

    def members(self) -> "dict[str, Node]":
        """The members of an object with any keys."""
        if not isinstance(self.value, dict):
            raise self.refuse("an object")
        return {str(key): Node(_join(self.path, str(key)), value) for key, value in self.value.items()}

    def items(self) -> "tuple[Node, ...]":
        """The items of a list."""
        if not isinstance(self.value, list):
            raise self.refuse("a list")
        return tuple(Node(f"{self.path}[{index}]", value) for index, value in enumerate(self.value))

    def text(self) -> str:
        """A string."""
        if not isinstance(self.value, str):
            raise self.refuse("text")
        return self.value

    def integer(self, *, minimum: int = 0) -> int:
        """A whole number of at least ``minimum``; true and false are none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < minimum:
            raise self.refuse(f"a whole number of at least {minimum}")
        return self.value

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.refuse("true or false")
        return self.value

    def decimal(self) -> Decimal:
        """A number in plain notation, as a string."""
        if not isinstance(self.value, str) or not _PLAIN_NUMBER.fullmatch(self.value):
            raise self.refuse('a number as a string in plain notation, such as "2500"')
        return Decimal(self.value)

    def day(self) -> dt.date:
        """A calendar day, as a string."""
        if isinstance(self.value, str) and _DAY.fullmatch(self.value):
            try:
                return dt.date.fromisoformat(self.value)
            except ValueError:
                pass
        raise self.refuse('a day such as "2024-07-17"')

    def choice(self, choices: type[_Choice]) -> _Choice:
        """One of the values of an enumeration."""
        for choice in choices:
            if choice.value == self.value:
                return choice
        raise self.refuse("one of " + ", ".join(choice.value for choice in choices))


def maybe(fields: dict[str, Node], key: str, read: Callable[[Node], _Value]) -> _Value | None:
    """What ``read`` makes of the member ``key``, or ``None`` if there is none."""
    return read(fields[key]) if key in fields else None


def parse(text: str) -> Node:
    """The document as a node. Raises ``InvalidBriefingError`` if ``text`` is not JSON."""
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=Misfit,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InvalidBriefingError(f"the document: expected JSON, found an error at {place}: {error.msg}") from None
    except RecursionError:
        raise InvalidBriefingError("the document: expected a briefing, found JSON that is nested too deeply") from None
    return Node("", value)


def _object(pairs: list[tuple[str, object]]) -> object:
    members: dict[str, object] = {}
    for key, value in pairs:
        if key in members:
            return Misfit(f"an object with the key {key!r} twice")
        members[key] = value
    return members


def _integer(digits: str) -> object:
    return int(digits) if len(digits) <= _LONGEST_INTEGER else Misfit(f"a number of {len(digits)} digits")


def _join(path: str, key: str) -> str:
    if not _BARE_KEY.fullmatch(key):
        return f"{path}[{_shorten(repr(key))}]"
    return f"{path}.{key}" if path else key


def _describe(value: object) -> str:
    if isinstance(value, Misfit):
        return value.found
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _shorten(repr(value))


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "..."
