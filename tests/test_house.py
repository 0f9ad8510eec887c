"""The rules that the tests themselves rest on."""

import ast
import os
import socket
import tomllib
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

ROOT = Path(__file__).resolve().parents[1]


def test_the_network_is_refused() -> None:
    """A test that reaches for another machine fails at once, whatever it tries to send."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        client.settimeout(0.1)
        with pytest.raises((SocketConnectBlockedError, UserWarning), match=r"192\.0\.2\.1"):
            client.connect(("192.0.2.1", 80))


def test_names_of_other_machines_are_not_looked_up() -> None:
    """Not even the name of another machine leaves this one."""
    with pytest.raises((SocketConnectBlockedError, UserWarning), match=r"www\.example\.org"):
        socket.create_connection(("www.example.org", 80))


def test_loopback_is_allowed() -> None:
    """A test may start a server of its own and talk to it."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        client.sendall(b"hello")
        served, _ = server.accept()
        with served:
            assert served.recv(5) == b"hello"


def test_no_key_reaches_a_test() -> None:
    """Settings and keys of the person who runs the tests are out of sight."""
    assert not [name for name in os.environ if name.startswith(("BRIEFING_", "OPENAI_"))]


def test_dependencies_have_floors_and_no_exact_pins() -> None:
    """An application can install this library beside others: every dependency has a floor, none an exact version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(project["dependencies"]) > 0
    for requirement in project["dependencies"]:
        assert ">=" in requirement, requirement
        assert "==" not in requirement, requirement


def test_every_test_states_its_promise() -> None:
    """Each test function has a docstring, so that the list of tests reads as the specification."""
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_the_lowest_versions_are_the_floors() -> None:
    """What ``make test-lowest`` installs is what the package declares: raising one floor means raising both."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    floors = dict(requirement.split(",")[0].split(">=") for requirement in project["dependencies"])
    lines = (ROOT / ".ci" / "lowest.txt").read_text(encoding="utf-8").splitlines()
    lowest = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert floors.keys() == lowest.keys()
    for name, floor in floors.items():
        assert f"{lowest[name]}.".startswith(f"{floor}."), f"{name}: floor {floor}, tested {lowest[name]}"
