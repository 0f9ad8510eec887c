"""Options that several commands share."""

import argparse
from dataclasses import replace
from pathlib import Path

from briefing.briefer import AUTO, ENGINES, LOCAL, REPLAY, Briefer
from briefing.errors import UsageError
from briefing.settings import ModelSettings, Plan, Policy, Settings, local_model, model_changed


def add_output(parser: argparse.ArgumentParser) -> None:
    """``-o``, ``-q``, ``--no-progress``."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of stdout")
    parser.add_argument("-q", "--quiet", action="store_true", help="no notes on stderr, errors only")
    parser.add_argument("--no-progress", action="store_true", help="do not report progress on stderr")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """``--published-at``, ``--language``, ``--encoding``."""
    parser.add_argument(
        "--published-at", metavar="DATE", help="the article's date (2024-07-17); relative dates hang on it"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="language of the text (en, fr, ...); told from it if not given"
    )
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the file; told from it if not given")


def add_making(parser: argparse.ArgumentParser) -> None:
    """``--profile``, ``--engine``, ``--policy``, ``--strict``."""
    parser.add_argument(
        "--profile",
        default=AUTO,
        help="general, mission, disaster, election, court, earnings, or auto (default): told from the article; "
        "a pydantic model of your own is package.module.Model",
    )
    parser.add_argument(
        "--engine",
        default=AUTO,
        choices=ENGINES,
        help="who drafts; auto (default) is the model that is configured, else the embedded engine",
    )
    parser.add_argument(
        "--policy",
        choices=[policy.value for policy in Policy],
        help="what to do with facts that do not pass (default: flag)",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 if some fact is not verified")


def add_model(parser: argparse.ArgumentParser) -> None:
    """``--model`` and what goes with it."""
    group = parser.add_argument_group(
        "model", "an OpenAI-compatible endpoint; the key is OPENAI_API_KEY, never an option"
    )
    group.add_argument("-m", "--model", metavar="NAME", help="the model that drafts (default: BRIEFING_MODEL)")
    group.add_argument(
        "--model-path", metavar="FILE", help="a model in GGUF format, run on this machine (needs briefing[local])"
    )
    group.add_argument("--base-url", metavar="URL", help="the endpoint (default: OPENAI_BASE_URL, else OpenAI's)")
    group.add_argument("--max-tokens", type=int, metavar="N", help="most tokens of one answer (default: 4096)")
    group.add_argument("--deadline", type=float, metavar="SECONDS", help="most time for one answer (default: 120)")
    group.add_argument(
        "--plan",
        choices=[plan.value for plan in Plan],
        help="the whole article in one answer, or a sentence with figures at a time (default for --model-path)",
    )
    group.add_argument("--no-crosscheck", action="store_true", help="no second reading; the briefing says so")
    group.add_argument("--prompts", metavar="FOLDER", help="your own prompts in place of the shipped ones")
    group.add_argument("--record", metavar="FOLDER", help="keep the answers, to be replayed without a model")
    group.add_argument("--replay", metavar="FOLDER", help="take recorded answers; no model is asked")


def briefer_from(options: argparse.Namespace) -> Briefer:
    """The briefer that the environment and the options ask for; an option wins."""
    policy = getattr(options, "policy", None)
    settings = Settings.from_env().changed(
        policy=Policy(policy) if policy else None, language=getattr(options, "language", None)
    )
    engine = getattr(options, "engine", AUTO)
    if not hasattr(options, "replay"):
        return Briefer(settings, engine)
    if options.record and options.replay:
        raise UsageError("--record and --replay contradict each other: give one of them")
    folder = options.record or options.replay
    settings = replace(
        settings,
        model=_model_from(options, settings.model),
        crosscheck=not options.no_crosscheck,
        plan=Plan(options.plan) if options.plan else None,
        prompts=Path(options.prompts) if options.prompts else None,
        recordings=Path(folder) if folder else None,
    )
    return Briefer(settings, REPLAY if options.replay else engine)


def _model_from(options: argparse.Namespace, known: ModelSettings | None) -> ModelSettings | None:
    """The model that the options name: a file on this machine, or one behind an endpoint."""
    if options.model_path is None:
        return model_changed(
            known,
            model=options.model,
            base_url=options.base_url,
            max_tokens=options.max_tokens,
            deadline=options.deadline,
        )
    if options.base_url or options.engine not in (AUTO, LOCAL, REPLAY):
        other = "--base-url" if options.base_url else f"--engine {options.engine}"
        raise UsageError(f"--model-path and {other} contradict each other: give one of them")
    local = local_model(Path(options.model_path), max_tokens=options.max_tokens, deadline=options.deadline)
    return replace(local, model=options.model or local.model)
