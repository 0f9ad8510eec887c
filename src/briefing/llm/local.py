"""A local model: the OpenAI-compatible server of llama.cpp for one GGUF file, started on loopback and stopped again.

The server is a process of its own (``local_process.py``) on a port that the system chooses. It takes only requests that
carry a key made up for this one run: neither another user of the machine nor a web page in a browser can use it.
"""

import asyncio
import http.client
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from briefing.errors import MissingExtraError, ModelUnavailableError
from briefing.llm.local_process import ADDRESS, KEY_VARIABLE, NOT_LOADED
from briefing.settings import Secret

CONTEXT = 8192
"""Tokens that prompt and answer may take together. What more of them cost in memory is the model's matter."""
_MAGIC = b"GGUF"
_POLL = 0.05
_STARTS_WITHIN = 180.0
"""Seconds for loading: gigabytes from a slow disk take minutes, and a server that hangs must not hang its user."""
_STOPS_WITHIN = 5.0
_SAID = 300
"""Characters of llama.cpp's own error that a message repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEndpoint:
    """A running server: what a client needs to talk to it."""

    base_url: str
    api_key: Secret
    process_id: int


@contextmanager
def serving(
    path: Path, *, context: int = CONTEXT, threads: int | None = None, within: float = _STARTS_WITHIN
) -> Iterator[LocalEndpoint]:
    """The model of a GGUF file behind an endpoint, for as long as the block lasts; stopped however it ends.

    ``threads`` without a value are all cores but one. Raises ``MissingExtraError`` without xllamacpp and
    ``ModelUnavailableError`` for a file that is none, is not GGUF, or cannot be loaded ``within`` so many seconds.
    """
    server = _Server(path, context=context, threads=threads)
    try:
        server.start()
        ends = time.monotonic() + within
        while (endpoint := server.endpoint()) is None:
            server.refuse_after(ends, within)
            time.sleep(_POLL)
        yield endpoint
    finally:
        server.stop()


@asynccontextmanager
async def aserving(
    path: Path, *, context: int = CONTEXT, threads: int | None = None, within: float = _STARTS_WITHIN
) -> AsyncIterator[LocalEndpoint]:
    """``serving`` for async callers: the event loop goes on while the model loads."""
    server = _Server(path, context=context, threads=threads)
    try:
        server.start()
        ends = time.monotonic() + within
        while (endpoint := await asyncio.to_thread(server.endpoint)) is None:
            server.refuse_after(ends, within)
            await asyncio.sleep(_POLL)
        yield endpoint
    finally:
        server.stop()


def check_model_file(path: Path) -> None:
    """Raises ``ModelUnavailableError`` unless ``path`` is a readable file that begins as GGUF files do."""
    fix = "give the path of a model in GGUF format (--model-path FILE.gguf)"
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except FileNotFoundError:
        raise ModelUnavailableError(f"there is no file {str(path)!r}: {fix}") from None
    except OSError as error:
        raise ModelUnavailableError(f"{str(path)!r} cannot be read ({error.strerror}): {fix}") from None
    if magic != _MAGIC:
        raise ModelUnavailableError(f"{str(path)!r} is no GGUF file: {fix}")


@dataclass
class _Server:
    """The process, its log, and where it says that it listens."""

    path: Path
    context: int
    threads: int | None
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _process: "subprocess.Popen[bytes] | None" = None
    _folder: "tempfile.TemporaryDirectory[str] | None" = None

    def start(self) -> None:
        """Start the process; it is not ready yet."""
        if find_spec("xllamacpp") is None:
            raise MissingExtraError("a local model needs xllamacpp: pip install 'briefing[local]'")
        check_model_file(self.path)
        self._folder = tempfile.TemporaryDirectory(prefix="briefing-local-", ignore_cleanup_errors=True)
        program = Path(__file__).with_name("local_process.py")
        arguments = [str(self.path.absolute()), str(self.context), str(self.threads or _threads())]
        # -P: this folder has an openai.py, which must not stand in for the library of that name.
        # A file and not a pipe for what it says: nobody has to read that for the server to go on.
        with self._log(self._folder.name).open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter and a file of this package
                [sys.executable, "-P", str(program), *arguments],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, KEY_VARIABLE: self.key},
            )

    def endpoint(self) -> LocalEndpoint | None:
        """The endpoint once the model is loaded, ``None`` before. Raises ``ModelUnavailableError`` if it never will."""
        if self._process is None:
            return None
        code = self._process.poll()
        if code is not None:
            raise ModelUnavailableError(self._failure(code))
        address = next((line[len(ADDRESS) :] for line in self._lines() if line.startswith(ADDRESS)), None)
        if address is None or not _healthy(address):
            return None
        return LocalEndpoint(base_url=f"{address}/v1", api_key=Secret(self.key), process_id=self._process.pid)

    def refuse_after(self, ends: float, within: float) -> None:
        """Raises ``ModelUnavailableError`` once the time to start is over."""
        if time.monotonic() > ends:
            raise ModelUnavailableError(
                f"the model {str(self.path)!r} was not loaded within {within:g} seconds: use a smaller one"
            )

    def stop(self) -> None:
        """End the process, by force if it must be, and wait until it is gone."""
        process, self._process = self._process, None
        try:
            if process is not None:
                _end(process)
        finally:
            if self._folder is not None:
                self._folder.cleanup()

    def _lines(self) -> list[str]:
        """What the process has said so far, in whole lines."""
        if self._folder is None:
            return []
        text = self._log(self._folder.name).read_text(encoding="utf-8", errors="replace")
        return text[: text.rfind("\n") + 1].splitlines()

    @staticmethod
    def _log(folder: str) -> Path:
        return Path(folder) / "log"

    def _failure(self, code: int) -> str:
        lines = self._lines()
        said = next((line for line in lines if "error loading model" in line), lines[-1] if lines else "")
        reason = said.rpartition("error loading model: ")[2].strip()[:_SAID]
        if code == NOT_LOADED:
            fix = "it may be cut off, too new for this llama.cpp, or too large: load it anew, or take another one"
            return f"the model {str(self.path)!r} cannot be loaded ({reason}): {fix}"
        fix = "there may be too little memory for it: use a smaller model, or one with fewer bits (Q4_K_M)"
        return f"the process with the model {str(self.path)!r} ended with {code} ({reason}): {fix}"


def _threads() -> int:
    """All cores of this process but one, since threads wait for each other: with one that has no core all are slow."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, usable - 1)


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        if process.stdin is not None:
            process.stdin.close()
        process.terminate()
        process.wait(_STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        pass
    finally:
        # also where waiting was interrupted
        if process.poll() is None:
            process.kill()
            process.wait()


def _healthy(address: str) -> bool:
    """Whether the server takes requests; 503 is one that still loads. No proxy is asked for the way to loopback."""
    place = urlsplit(address)
    connection = http.client.HTTPConnection(place.hostname or "127.0.0.1", place.port, timeout=2)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
