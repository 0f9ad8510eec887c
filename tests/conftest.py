"""What holds for every test: a clean environment, and no way out but loopback (see ``--allow-hosts`` in pyproject)."""

import os
import socket

import pytest
from pytest_socket import SocketConnectBlockedError

_OURS = ("BRIEFING_", "OPENAI_", "AZURE_OPENAI_")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting and no key of the person who runs the tests can change their outcome."""
    for name in list(os.environ):
        if name.startswith(_OURS) or name == "NO_COLOR":
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def no_name_lookups(monkeypatch: pytest.MonkeyPatch) -> None:
    """The network guard stops connections; this stops the query for a name that comes before them."""
    look_up = socket.getaddrinfo

    def loopback_only(
        host: str | None, port: int | str | None, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
    ) -> object:
        if host is not None and host not in _LOOPBACK:
            raise SocketConnectBlockedError(list(_LOOPBACK), str(host))
        return look_up(host, port, family, type, proto, flags)

    monkeypatch.setattr(socket, "getaddrinfo", loopback_only)
