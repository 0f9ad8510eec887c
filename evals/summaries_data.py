"""Summaries of news texts that people judged, with their sources; the files are not part of the project.

`BRIEFING_EVAL_DATA` or an argument names their folder. Each set is two files of JSON lines, joined by `source_id`:
`numeric_dev` by the bucket that people's labels put a summary in, `mutations_dev` by the kind of seeded corruption.
"""

import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = "BRIEFING_EVAL_DATA"
SETS = {"numeric": "bucket", "mutations": "kind"}
"""Each set, and the key that says what a summary of it is."""


class MissingDataError(Exception):
    """The files are not there; the message says how to name their folder."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One summary; ``kind`` is its bucket or its corruption."""

    text: str
    kind: str
    source_id: str


@dataclass(frozen=True, slots=True)
class SummarySet:
    """Summaries and the texts that they are about, by ``source_id``."""

    name: str
    summaries: tuple[Summary, ...]
    sources: dict[str, str]


def load_set(name: str, folder: Path | None) -> SummarySet:
    """The set ``name``. Raises ``MissingDataError`` if no folder is named or the files are not in it."""
    if folder is None:
        raise MissingDataError(f"no data: name the folder with --data or {ENVIRONMENT}")
    claims, sources = (folder / f"{name}_dev.{part}.jsonl.gz" for part in ("claims", "sources"))
    for path in (claims, sources):
        if not path.is_file():
            raise MissingDataError(
                f"{path.name} is not in {str(folder)!r}: name its folder with --data or {ENVIRONMENT}"
            )
    kind = SETS[name]
    summaries = tuple(Summary(row["summary"], row[kind], row["source_id"]) for row in _rows(claims))
    return SummarySet(name, summaries, {row["source_id"]: row["text"] for row in _rows(sources)})


def named_folder(argument: Path | None) -> Path | None:
    """The folder that the command line or the environment names, if any."""
    if argument is not None or ENVIRONMENT not in os.environ:
        return argument
    return Path(os.environ[ENVIRONMENT])


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
