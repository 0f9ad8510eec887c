"""Running the command line inside a test."""

import io
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli.main import main

CONTROL = "\x1b[31mred\x1b[0m \x07 \x9b2J \u202etxet"
"""Characters that a terminal obeys."""


class Run(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


class Runner:
    """Calls ``main`` with arguments and, if given, bytes on stdin."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *argv: str | Path, stdin: bytes = b"") -> Run:
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        try:
            code = main([str(word) for word in argv])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = self._capsys.readouterr()
        assert "Traceback" not in out + err
        return Run(code, out, err)
