"""A local model's server is started, found ready, and gone for certain. llama.cpp itself is played by a stand-in."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.errors import MissingExtraError, ModelUnavailableError
from briefing.llm import local
from briefing.llm.local import aserving, serving

FAKE = Path(__file__).with_name("fake_llama")


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A file that begins like a model."""
    path = tmp_path / "tiny.gguf"
    path.write_bytes(b"GGUF" + bytes(64))
    return path


@pytest.fixture
def llama(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The stand-in for xllamacpp, here and in the process."""
    monkeypatch.syspath_prepend(str(FAKE))
    monkeypatch.setenv("PYTHONPATH", str(FAKE))
    return monkeypatch


def runs(process_id: int) -> bool:
    """Whether a process exists, and not only because nobody has asked for its exit code yet."""
    try:
        os.kill(process_id, 0)
        return Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self").exists()


def gone(process_id: int) -> bool:
    """Whether a process has ended within a few seconds."""
    ends = time.monotonic() + 5
    while runs(process_id) and time.monotonic() < ends:
        time.sleep(0.05)
    return not runs(process_id)


@pytest.mark.parametrize("act", ["", "load"])
def test_the_endpoint_is_given_when_it_is_ready(model: Path, llama: pytest.MonkeyPatch, act: str) -> None:
    """On loopback, on a port of its own, with a key that no message shows; 503 is waited out."""
    llama.setenv("FAKE_LLAMA", act)
    with serving(model) as endpoint:
        assert endpoint.base_url.startswith("http://127.0.0.1:")
        assert endpoint.base_url.endswith("/v1")
        assert len(endpoint.api_key.reveal()) > 20
        assert endpoint.api_key.reveal() not in repr(endpoint)
        assert runs(endpoint.process_id)
    assert gone(endpoint.process_id)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_the_server_is_gone_after_an_error_or_an_interrupt(
    model: Path, llama: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """Whatever ends the block ends the server, and is passed on."""
    with pytest.raises(error), serving(model) as endpoint:
        raise error
    assert gone(endpoint.process_id)


def test_the_server_is_gone_when_its_task_is_cancelled(model: Path, llama: pytest.MonkeyPatch) -> None:
    """An async caller that gives up leaves nothing behind."""
    seen: list[int] = []

    async def work() -> None:
        async with aserving(model) as endpoint:
            seen.append(endpoint.process_id)
            await asyncio.sleep(600)

    async def run() -> None:
        task = asyncio.create_task(work())
        while not seen:
            await asyncio.sleep(0.02)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())
    assert gone(seen[0])


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_server_is_gone_when_its_parent_is_killed(model: Path, llama: pytest.MonkeyPatch) -> None:
    """Even a parent that had no chance to stop it."""
    code = (
        "import sys, time; from pathlib import Path; from briefing.llm.local import serving\n"
        "with serving(Path(sys.argv[1])) as endpoint:\n"
        "    print(endpoint.process_id, flush=True); time.sleep(600)"
    )
    source = str(Path(local.__file__).parents[2])
    llama.setenv("PYTHONPATH", os.pathsep.join([str(FAKE), source]))
    with subprocess.Popen([sys.executable, "-c", code, str(model)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        process_id = int(parent.stdout.readline())
        parent.send_signal(signal.SIGKILL)
    assert gone(process_id)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("refuse", r"tiny\.gguf.*cannot be loaded \(tensor 'x' is not within the file bounds\).*load it anew"),
        ("out of memory", r"tiny\.gguf.*ended with -?\d+.*use a smaller model"),
    ],
)
def test_a_model_that_cannot_be_loaded(model: Path, llama: pytest.MonkeyPatch, act: str, said: str) -> None:
    """The file, llama.cpp's reason and the fix."""
    llama.setenv("FAKE_LLAMA", act)
    with pytest.raises(ModelUnavailableError, match=said), serving(model):
        pytest.fail("it was served")


def test_a_server_that_never_starts_is_given_up(model: Path, llama: pytest.MonkeyPatch) -> None:
    """Within the time that was given, and its process is gone as well."""
    llama.setenv("FAKE_LLAMA", "hang")
    started = time.monotonic()
    with pytest.raises(ModelUnavailableError, match=r"not loaded within 0\.5 seconds"), serving(model, within=0.5):
        pytest.fail("it was served")
    assert time.monotonic() - started < 10


def test_what_is_no_model_is_refused_before_anything_starts(tmp_path: Path, llama: pytest.MonkeyPatch) -> None:
    """No such file, a folder, a file of another kind: the path and the option to give."""
    text = tmp_path / "notes.gguf"
    text.write_text("not a model", encoding="utf-8")
    for path, said in (
        (tmp_path / "none.gguf", r"there is no file .*none\.gguf"),
        (tmp_path, "cannot be read"),
        (text, r"notes\.gguf.*is no GGUF file"),
    ):
        with pytest.raises(ModelUnavailableError, match=rf"{said}.*--model-path"), serving(path):
            pytest.fail("it was served")


def test_without_the_extra_its_name_is_told(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, in the words of the shell."""
    monkeypatch.setattr(local, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'briefing\[local\]'"), serving(model):
        pytest.fail("it was served")
