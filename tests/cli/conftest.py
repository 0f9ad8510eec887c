"""The command line as a function."""

import pytest

from tests.cli.running import Runner


@pytest.fixture(name="run")
def run_fixture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """``run("verify", draft, "--source", article)`` gives exit code, stdout and stderr."""
    return Runner(capsys, monkeypatch)
