"""An OpenAI-compatible endpoint on loopback that answers as a test tells it to, one scripted reply after the other."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Json = dict[str, object]


@dataclass(frozen=True)
class Reply:
    """One reply: a status, a body, headers; ``act`` may do something rude to the connection instead."""

    status: int = 200
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    act: str = ""
    """"reset": hang up in mid-body; "drip": a byte a second; "hang": no answer."""


def chat(
    content: str | None = None,
    *,
    finish: str | None = "stop",
    refusal: str | None = None,
    tool: tuple[str, str] | None = None,
    choices: bool = True,
) -> Reply:
    """A chat completion that says ``content``, or calls a tool by its name with arguments."""
    message: Json = {"role": "assistant", "content": content, "refusal": refusal}
    if tool is not None:
        function = {"name": tool[0], "arguments": tool[1]}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": function}]
    choice = {"index": 0, "message": message, "finish_reason": finish}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted-1",
        "choices": [choice] if choices else [],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }
    return Reply(body=json.dumps(body, ensure_ascii=False))


def failure(status: int, message: str = "no", *, retry_after: str | None = None) -> Reply:
    """An error as OpenAI-compatible endpoints send it."""
    headers = (("Retry-After", retry_after),) if retry_after is not None else ()
    return Reply(status, json.dumps({"error": {"message": message, "type": "error", "code": None}}), headers)


@dataclass
class Server:
    """The running endpoint: where it is, and what it was asked."""

    url: str
    requests: list[Json] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    """One that lets many clients knock at once: the default keeps five waiting and refuses the others."""

    request_queue_size = 256
    daemon_threads = True


Script = Sequence[Reply] | Callable[[Json], Reply]


@contextmanager
def serving(script: Script) -> Iterator[Server]:
    """Serve ``script`` on loopback: one reply a request, the last one for ever; or what a function answers."""
    state = Server("")
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            request: Json = json.loads(self.rfile.read(length))
            with lock:
                state.requests.append(request)
                number = len(state.requests) - 1
            reply = script(request) if callable(script) else script[min(number, len(script) - 1)]
            _send(self, reply)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    body = reply.body.encode("utf-8")
    if reply.act == "hang":
        time.sleep(5)
        return
    handler.send_response(reply.status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    for name, value in reply.headers:
        handler.send_header(name, value)
    handler.end_headers()
    try:
        if reply.act == "reset":
            handler.wfile.write(body[: len(body) // 2])
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_RDWR)
        elif reply.act == "drip":
            for position in range(len(body)):
                handler.wfile.write(body[position : position + 1])
                handler.wfile.flush()
                time.sleep(0.5)
        else:
            handler.wfile.write(body)
    except OSError:
        return  # the client has gone, which is what some tests are about
