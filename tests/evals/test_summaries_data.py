"""Judged summaries are read from a folder that is named, never from the project."""

import gzip
import json
from pathlib import Path

import pytest

from evals.summaries_data import ENVIRONMENT, MissingDataError, Summary, load_set, named_folder


def _write(path: Path, row: dict[str, object]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def test_a_set_is_joined_with_its_sources(tmp_path: Path) -> None:
    """A summary keeps its class, and its source is found by its id."""
    _write(tmp_path / "numeric_dev.claims.jsonl.gz", {"summary": "Two.", "bucket": "ok_literal", "source_id": "a"})
    _write(tmp_path / "numeric_dev.sources.jsonl.gz", {"text": "Two came.", "source_id": "a"})
    data = load_set("numeric", tmp_path)
    assert data.summaries == (Summary("Two.", "ok_literal", "a"),)
    assert data.sources == {"a": "Two came."}


def test_the_class_of_a_mutation_is_its_kind(tmp_path: Path) -> None:
    """The two sets name their classes by keys of their own."""
    _write(tmp_path / "mutations_dev.claims.jsonl.gz", {"summary": "Two.", "kind": "orig", "source_id": "a"})
    _write(tmp_path / "mutations_dev.sources.jsonl.gz", {"text": "Two came.", "source_id": "a"})
    assert load_set("mutations", tmp_path).summaries[0].kind == "orig"


@pytest.mark.parametrize("named", [True, False])
def test_missing_data_says_how_to_name_it(tmp_path: Path, named: bool) -> None:
    """Without a folder, or without the files in it, the message names the option and the variable."""
    with pytest.raises(MissingDataError, match=f"--data or {ENVIRONMENT}"):
        load_set("numeric", tmp_path if named else None)


def test_the_command_line_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable counts only where no folder is given."""
    monkeypatch.setenv(ENVIRONMENT, "there")
    assert named_folder(Path("here")) == Path("here")
    assert named_folder(None) == Path("there")
    monkeypatch.delenv(ENVIRONMENT)
    assert named_folder(None) is None
