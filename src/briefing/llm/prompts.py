"""Prompts are versioned files: loaded by one function, rendered strictly, fingerprinted.

A file has a TOML header between two ``---`` lines, then the rules (fixed text, for the system role), then the line
``=== data ===`` and the part that carries the article. Placeholders (``<<article>>``) are allowed in the data part
alone, so that no word of an article can ever stand among the rules; they are filled in one pass, so that an article
that contains placeholder or template syntax is passed on untouched.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefing.errors import PromptError

_PLACEHOLDER = re.compile(r"<<([a-z][a-z0-9_]*)>>")
_STRAY = re.compile(r"<<|>>")
_TASK = re.compile(r"[a-z][a-z0-9_-]*")
_VERSION = re.compile(r"v([1-9][0-9]*)")
_DATA_LINE = "=== data ==="
_HEADER_KEYS = ("task", "version", "schema", "purpose")


@dataclass(frozen=True, slots=True)
class RenderedPrompt:
    """A prompt that is ready to be sent: fixed ``rules`` for the system role, ``data`` for the user role.

    ``sha256`` is the fingerprint of the prompt file, not of the article: it goes into the provenance.
    """

    task: str
    version: str
    sha256: str
    rules: str
    data: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of one prompt. ``body`` is everything after the header; ``origin`` is the file it was read from."""

    task: str
    version: str
    schema: str
    """Name of the answer's schema."""
    purpose: str
    """What the answer must do, in one sentence."""
    body: str
    sha256: str
    """Of the whole file in UTF-8 with line feeds, so that a checkout on another system has the same fingerprint."""
    origin: str = ""

    @property
    def variables(self) -> frozenset[str]:
        """The names that ``render`` needs, no more and no fewer."""
        return frozenset(_PLACEHOLDER.findall(self.body))

    def render(self, **variables: str) -> RenderedPrompt:
        """The prompt with every placeholder filled once; values are data and are never looked into.

        Raises ``PromptError`` that names each variable that is missing, or that the prompt does not use.
        """
        where = f"prompt {self.task}/{self.version}"
        missing = sorted(self.variables - variables.keys())
        if missing:
            raise PromptError(f"{where} needs {_listed(missing)}: pass every placeholder to render()")
        unused = sorted(variables.keys() - self.variables)
        if unused:
            raise PromptError(f"{where} does not use {_listed(unused)}: it knows {_listed(sorted(self.variables))}")
        rules, data = _parts(self.body, where)
        filled = _PLACEHOLDER.sub(lambda match: variables[match.group(1)], data)
        return RenderedPrompt(task=self.task, version=self.version, sha256=self.sha256, rules=rules, data=filled)


def load_prompt(task: str, version: str | None = None, folder: Path | None = None) -> Prompt:
    """One prompt; without ``version`` the newest.

    ``folder`` holds the caller's own prompts (``folder/TASK/vN.md``); a task that it lacks is taken from the shipped
    ones. Raises ``PromptError`` that lists the tasks or versions there are, or says which line of a file is wrong.
    """
    root = _root(task, folder)
    versions = _versions(root, task)
    if not versions:
        raise PromptError(f"there is no prompt {task!r} in {root}: use one of {_listed(_tasks(root))}")
    chosen = max(versions) if version is None else _number(version)
    if chosen not in versions:
        known = [f"v{number}" for number in sorted(versions)]
        raise PromptError(f"prompt {task!r} has no version {version!r} in {root}: use one of {_listed(known)}")
    return _read(versions[chosen], task, f"v{chosen}")


def list_prompts(folder: Path | None = None) -> tuple[Prompt, ...]:
    """Every version of every prompt, by task and then by version. Raises ``PromptError`` as ``load_prompt`` does."""
    root = _shipped() if folder is None else folder
    return tuple(
        _read(path, task, f"v{number}")
        for task in _tasks(root)
        for number, path in sorted(_versions(root, task).items())
    )


def prompts_in_use(folder: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Task and version of every prompt that ``load_prompt`` finds with this folder, sound or not."""
    tasks = sorted({*_tasks(_shipped()), *(_tasks(folder) if folder is not None else ())})
    return tuple((task, f"v{number}") for task in tasks for number in sorted(_versions(_root(task, folder), task)))


def stray_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Files in the folders of tasks that look like prompts and are never read, because they are not called vN.md."""
    root = _shipped() if folder is None else folder
    found = (path for task in _tasks(root) for path in sorted((root / task).glob("*.[mM][dD]*")))
    return tuple(path for path in found if path.suffix != ".md" or not _VERSION.fullmatch(path.stem))


def _root(task: str, folder: Path | None) -> Path:
    """The folder that a task is read from: the caller's if it has the task."""
    return folder if folder is not None and (task in _tasks(folder) or task not in _tasks(_shipped())) else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Path:
    """The folder of an installed wheel; in an editable install, which has none, that of the checkout."""
    from importlib.resources import as_file, files

    package = files("briefing")
    with as_file(package.joinpath("prompts")) as installed:
        checkout = installed.parents[2] / "prompts"
        for candidate in (installed, checkout):
            if candidate.is_dir():
                return candidate
    raise PromptError(f"no prompts in {installed} or {checkout}: reinstall the package")


def _tasks(root: Path) -> list[str]:
    if not root.is_dir():
        raise PromptError(f"the prompt folder {str(root)!r} does not exist")
    return sorted(entry.name for entry in root.iterdir() if entry.is_dir() and _TASK.fullmatch(entry.name))


def _versions(root: Path, task: str) -> dict[int, Path]:
    if task not in _tasks(root):
        return {}
    matches = ((_VERSION.fullmatch(path.stem), path) for path in (root / task).glob("*.md"))
    return {int(match.group(1)): path for match, path in matches if match}


def _number(version: str) -> int:
    match = _VERSION.fullmatch(version)
    return int(match.group(1)) if match else 0


def _read(path: Path, task: str, version: str) -> Prompt:
    from hashlib import sha256

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"cannot read the prompt {str(path)!r}: {error}") from error
    head, body = _split(text, path)
    header = _header(head, path)
    if (header["task"], header["version"]) != (task, version):
        raise PromptError(
            f"{path}: the header says {header['task']!r} {header['version']!r}, the path {task!r} {version!r}"
        )
    _check_body(body, str(path))
    digest = sha256(text.encode("utf-8")).hexdigest()
    return Prompt(**header, body=body, sha256=digest, origin=str(path.resolve()))


def _split(text: str, path: Path) -> tuple[str, str]:
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise PromptError(f"{path}: begin with a line '---', the header in TOML, and another line '---'")
    end = lines.index("---", 1)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]).strip("\n") + "\n"


def _header(head: str, path: Path) -> Mapping[str, str]:
    import tomllib

    try:
        found = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{path}: the header is not TOML: {error}") from error
    if set(found) != set(_HEADER_KEYS):
        raise PromptError(f"{path}: the header has {_listed(sorted(found))}; it needs {_listed(list(_HEADER_KEYS))}")
    wrong = [key for key, value in found.items() if not isinstance(value, str) or not value.strip()]
    if wrong:
        raise PromptError(f"{path}: the header's {_listed(wrong)} must be text in quotation marks")
    return {key: found[key] for key in _HEADER_KEYS}


def _check_body(body: str, where: str) -> None:
    rules, data = _parts(body, where)
    if _STRAY.search(rules):
        raise PromptError(f"{where}: a placeholder stands above '{_DATA_LINE}', where only fixed text may be")
    if _STRAY.search(_PLACEHOLDER.sub("", data)):
        raise PromptError(f"{where}: '<<' or '>>' without a placeholder name in lower case, such as <<article>>")


def _parts(body: str, where: str) -> tuple[str, str]:
    lines = body.split("\n")
    places = [index for index, line in enumerate(lines) if line == _DATA_LINE]
    if len(places) != 1:
        raise PromptError(f"{where}: has {len(places)} lines '{_DATA_LINE}'; it needs one, between rules and article")
    at = places[0]
    return "\n".join(lines[:at]).strip() + "\n", "\n".join(lines[at + 1 :]).strip() + "\n"


def _listed(names: list[str]) -> str:
    return ", ".join(repr(name) for name in names) or "nothing"
