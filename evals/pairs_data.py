"""Passages with true and wrong statements about them, as data: `pairs/<group>_<half>.toml`; see `pairs/README.md`."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

PAIRS = Path(__file__).with_name("pairs")
GROUPS = ("quotes", "names", "statements")
"""What the files are about: quotations and speakers; names; attribution, modality and polarity."""
_KEYS = {"id", "text", "expect", "class", "note"}


class PairsError(ValueError):
    """A file of pairs cannot be used; the message names the file and the pair."""


class Half(StrEnum):
    """Which of the passages: rules may be written by reading all but the second, never the second."""

    OPEN = "a"
    HELD_OUT = "b"
    MORE = "c"
    FURTHER = "d"
    """Open as well, like the third; not every group has them."""


_ALWAYS = frozenset((Half.OPEN, Half.HELD_OUT))


@dataclass(frozen=True, slots=True)
class Pair:
    """One passage and one statement about it; ``wrong`` says that a check must object."""

    group: str
    half: Half
    id: str
    source: str
    text: str
    wrong: bool
    kind: str
    note: str


def load_pairs(folder: Path = PAIRS) -> tuple[Pair, ...]:
    """Every pair, by group and half. Raises ``PairsError`` if a file is missing or does not keep the format."""
    return tuple(
        pair
        for group in GROUPS
        for half in Half
        if half in _ALWAYS or (folder / f"{group}_{half}.toml").is_file()
        for pair in _load(folder / f"{group}_{half}.toml", group)
    )


def _load(path: Path, group: str) -> tuple[Pair, ...]:
    try:
        passages = tomllib.loads(path.read_text(encoding="utf-8")).get("passage", [])
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise PairsError(f"{path.name} cannot be read: {error}") from None
    half = Half(path.stem.rpartition("_")[2])
    return tuple(
        _pair(path, group, half, str(passage["source"]).strip() + "\n", row)
        for passage in passages
        for row in passage.get("pair", [])
    )


def _pair(path: Path, group: str, half: Half, source: str, row: dict[str, str]) -> Pair:
    where = f"{path.name}, pair {row.get('id', '?')!r}"
    if set(row) != _KEYS:
        raise PairsError(f"{where} has the keys {', '.join(sorted(row))}: give {', '.join(sorted(_KEYS))}")
    if row["expect"] not in ("ok", "flag"):
        raise PairsError(f"{where} expects {row['expect']!r}: use ok or flag")
    return Pair(group, half, row["id"], source, row["text"], row["expect"] == "flag", row["class"], row["note"])
