"""Stands in for xllamacpp in the process of a local model; what it does is in the environment variable FAKE_LLAMA."""

import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace


class CommonParams(SimpleNamespace):
    """Takes whatever is set on it."""

    def __init__(self) -> None:
        super().__init__(model=SimpleNamespace(), cpuparams=SimpleNamespace(), hostnames=["0.0.0.0"])  # noqa: S104


class Server:
    """A server on loopback that says it is healthy, at once or from the third time on that it is asked."""

    def __init__(self, params: CommonParams) -> None:
        act = os.environ.get("FAKE_LLAMA", "")
        print("llama.cpp says something in front", flush=True)
        if act == "refuse":
            print("0.0 E error loading model: tensor 'x' is not within the file bounds", flush=True)
            raise RuntimeError("Failed to init server")
        if act == "out of memory":
            os._exit(137)  # as the kernel leaves it behind
        if act == "hang":
            time.sleep(600)
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(503 if act == "load" and len(asked) < 3 else 200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer((params.hostnames[0], params.port), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.listening_address = f"http://127.0.0.1:{server.server_address[1]}"
