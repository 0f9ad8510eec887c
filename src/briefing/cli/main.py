"""``briefing``: one parser, one module a command, errors as exit codes.

Data goes to stdout, everything else to stderr. Exit codes: 0 all verified, 1 some facts not verified (``verify``,
``check``, and ``summarize --strict``), something moved (``compare``) or a prompt is wrong (``prompts check``), 2 usage
or input that cannot be used, 4 model or provider, 130 interrupted.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from briefing.cli import check, compare, figures, prompts, summarize, verify
from briefing.cli.streams import complain, prepare
from briefing.errors import BriefingError, ModelError, PolicyError
from briefing.version import __version__

NOT_VERIFIED = 1
USAGE = 2
PROVIDER = 4
INTERRUPTED = 130
_BROKEN_PIPE = 141

_COMMANDS = (summarize, verify, check, compare, figures, prompts)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; never raises for bad input."""
    prepare()
    parser = _parser()
    options = parser.parse_args(argv)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BriefingError as error:
        complain(str(error))
        return _code(error)
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (head, less); what is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return code


def _code(error: BriefingError) -> int:
    if isinstance(error, ModelError):
        return PROVIDER
    return NOT_VERIFIED if isinstance(error, PolicyError) else USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Structured briefings of news articles in which every fact carries its proof.",
        epilog="Data goes to stdout, notes to stderr. '-' is stdin. 'briefing COMMAND --help' tells more.",
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.register(commands)
    return parser
