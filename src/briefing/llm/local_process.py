"""The process that holds a local model: llama.cpp's OpenAI-compatible server for one GGUF file, on loopback.

Run by path and without this package, by ``briefing.llm.local``. A process of its own, because a model that does not fit
into memory ends the process that loads it, and because ending a process frees everything for certain. It ends when its
standard input does, which happens also where the parent was killed and could not stop it.
"""

import os
import sys
from pathlib import Path

ADDRESS = "briefing-local-address:"
"""What the line with the address begins with; around it llama.cpp writes its own lines."""
KEY_VARIABLE = "BRIEFING_LOCAL_KEY"
"""Where the parent puts the key of the server: a command line can be read by every user of the machine."""
NOT_LOADED = 3
"""Exit code if llama.cpp refuses the file."""


def main(path: str, context: str, threads: str) -> None:
    """Serve until standard input ends, and end the process."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = path
    params.model_alias = {Path(path).stem}
    params.n_ctx = int(context)
    params.n_parallel = 1
    params.cpuparams.n_threads = int(threads)
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [os.environ.pop(KEY_VARIABLE)]
    params.ui = False
    params.offline = True
    # What the slot holds is used again without this, and by default it may grow to gigabytes.
    params.cache_ram_mib = 0
    try:
        server = xllamacpp.Server(params)
    except RuntimeError:
        sys.exit(NOT_LOADED)
    print(f"{ADDRESS}{server.listening_address}", flush=True)
    while sys.stdin.buffer.read(4096):
        pass
    # At once: letting go of the server would wait for the end of an answer that nobody wants any more.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
