"""Tokens of what is the same for every article: the rules, the keys of the answer and its JSON schema, by profile.

An endpoint that takes a schema bills it like text; a local server makes a grammar of it, which costs no tokens.
Counted with the vocabulary of current OpenAI models (o200k_base), which bpe-openai ships, so that nothing is
downloaded; without that package the count is estimated from the words and signs, a little too high.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.llm.prompts import load_prompt
from briefing.profiles.catalog import PROFILES, Profile
from briefing.profiles.sent import sent_schema
from briefing.stages.extract.model import TASK
from briefing.stages.extract.notation import fields_of

GOAL = 1800
"""Most tokens of the mission profile, all three parts together."""
MEASURED_ON = "mission"
_PIECE = re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9\s]+")
_JSON, _PROSE = 1.25, 1.1
"""Tokens a run of letters, of digits or of signs, rounded up from what was measured on these very texts."""

Counter = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Size:
    """The parts of one profile's request, in tokens."""

    profile: str
    rules: int
    keys: int
    schema: int

    @property
    def total(self) -> int:
        """All three."""
        return self.rules + self.keys + self.schema


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 1 if the mission profile is over the goal."""
    argparse.ArgumentParser(description=__doc__).parse_known_args(argv)
    count, how = counter()
    found = sizes(count)
    print(f"tokens of a request without its article ({how}; goal: at most {GOAL} for {MEASURED_ON})")
    print(f"  {'profile':<10} {'rules':>6} {'keys':>6} {'schema':>7} {'total':>6}")
    for size in found:
        print(f"  {size.profile:<10} {size.rules:>6} {size.keys:>6} {size.schema:>7} {size.total:>6}")
    total = next(size.total for size in found if size.profile == MEASURED_ON)
    if total > GOAL:
        print(f"prompt_size: {MEASURED_ON} takes {total} tokens, the goal is {GOAL}", file=sys.stderr)
    return 1 if total > GOAL else 0


def sizes(count: Counter) -> list[Size]:
    """Every shipped profile with the newest prompt."""
    rules = count(load_prompt(TASK).render(profile="", fields="", figures="", article="").rules)
    return [Size(profile.name, rules, count(keys(profile)), count(schema(profile))) for profile in PROFILES]


def keys(profile: Profile) -> str:
    """The keys of the answer as the prompt lists them."""
    return fields_of(sent_schema(profile))


def schema(profile: Profile) -> str:
    """The JSON schema as it is sent."""
    return json.dumps(sent_schema(profile).model_json_schema(), ensure_ascii=False, separators=(",", ":"))


def counter() -> tuple[Counter, str]:
    """How tokens are counted here, and a word on it."""
    try:
        import bpe_openai
    except ImportError:
        return estimated, "estimated"
    encoding = bpe_openai.get_encoding("o200k_base")
    return (lambda text: len(encoding.encode(text))), "o200k_base"


def estimated(text: str) -> int:
    """About as many tokens as ``text`` has, rather a few more: the signs of JSON take more than those of prose."""
    return round(len(_PIECE.findall(text)) * (_JSON if text.startswith("{") else _PROSE))


if __name__ == "__main__":
    sys.exit(main())
