"""How an eval on the judged texts ends: skipped without them, refused without limits, else as it says itself."""

import json
import sys
from collections.abc import Callable, Mapping
from fractions import Fraction

from evals.gate import FloorsError
from evals.summaries_data import MissingDataError


def guarded(name: str, run: Callable[[], int]) -> int:
    """The exit code of ``run``: 0 with a note on stderr if the texts are not here, 2 if the limits cannot be read."""
    try:
        return run()
    except MissingDataError as error:
        sys.stderr.write(f"{name}: skipped, {error}\n")
        return 0
    except FloorsError as error:
        sys.stderr.write(f"{name}: {error}\n")
        return 2


def print_json(values: Mapping[str, Fraction]) -> None:
    """What was measured as one JSON object on stdout."""
    sys.stdout.write(json.dumps({key: float(value) for key, value in values.items()}, indent=2) + "\n")
