"""A scripted endpoint that answers by what it is asked for: the draft, the second reading, the repair."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from briefing.settings import ModelSettings, Settings
from tests.llm.server import Json, Reply, Server, chat, serving

Said = Json | Reply
EXTRACT, CROSSCHECK, REPAIR = "extract", "crosscheck", "repair"


def figure(text: str, *sentences: str, **more: object) -> Json:
    """A figure as a model answers it."""
    return {
        "text": text, "sentences": list(sentences), "counts": "", "measure": "", "period": None, "place": None,
        "said_by": None, "derivation": None, **more,
    }  # fmt: skip


def text(words: str, *sentences: str, field: str | None = None) -> Json:
    """A plain statement as a model answers it, for a field of the profile."""
    said: Json = {"text": words, "sentences": list(sentences)}
    return said if field is None else said | {"field": field}


def verdicts(**judged: str) -> Json:
    """A second reading: a verdict for each fact by its number."""
    found = [{"id": name, "verdict": verdict, "sentences": [], "reason": ""} for name, verdict in judged.items()]
    return {"verdicts": found, "missing": [], "contradictions": []}


def rewritten(fact: str, words: str | None, *sentences: str) -> Json:
    """One statement written again, or given up without words."""
    action = "withdraw" if words is None else "rewrite"
    return {"id": fact, "action": action, "text": words, "sentences": list(sentences), "derivation": None}


def repaired(*items: Json) -> Json:
    """A repair."""
    return {"statements": list(items)}


def task_of(request: Json) -> str:
    """What a request asks for."""
    name = str(_at(request, "response_format", "json_schema", "name"))
    return {"Crosscheck": CROSSCHECK, "Repair": REPAIR}.get(name, EXTRACT)


def tasks(server: Server) -> list[str]:
    """What the endpoint was asked for, in order."""
    return [task_of(request) for request in server.requests]


def data_of(request: Json) -> str:
    """The data part of a request: what stands in the user role."""
    messages = request["messages"]
    assert isinstance(messages, list)
    return str(messages[1]["content"])


def answering(**answers: Said | Sequence[Said]) -> Callable[[Json], Reply]:
    """A script: for each task one answer for ever, or several one after the other, the last one for ever.

    A task that is not named supports everything, or repairs nothing.
    """
    queues: dict[str, list[Said]] = {
        CROSSCHECK: [{"verdicts": [], "missing": [{"text": "nothing", "sentences": []}], "contradictions": []}],
        REPAIR: [{"statements": [rewritten("f9999", None)]}],
    }
    queues |= {task: list(said) if isinstance(said, list | tuple) else [said] for task, said in answers.items()}  # type: ignore[list-item]

    def reply(request: Json) -> Reply:
        queue = queues[task_of(request)]
        said = queue.pop(0) if len(queue) > 1 else queue[0]
        return said if isinstance(said, Reply) else chat(json.dumps(said, ensure_ascii=False))

    return reply


@contextmanager
def endpoint(**answers: Said | Sequence[Said]) -> Iterator[tuple[Server, Settings]]:
    """A running endpoint and the settings that point to it."""
    with serving(answering(**answers)) as server:
        model = ModelSettings(model="m", base_url=server.url, deadline=20.0, attempts=2, reasks=0)
        yield server, Settings(model=model)


def _at(value: object, *keys: str) -> object:
    for key in keys:
        assert isinstance(value, Mapping), value
        value = value.get(key)
    return value
