"""Value right at the right place, on the strings of the Recognizers-Text specifications: `python -m evals.recognizers`.

Six languages, nine models. Ours, a plain regex over digits, and quantulum3 and text2num where installed, in one run.
A result is right if the readings that touch its words give one of its values, missed if nothing touches it, else wrong.
What is left out is listed by class with its reason. The data is not in the repository: `--data`, `BRIEFING_EVAL_DATA`.
"""

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.recognizers_data import EXCLUDED, FILE, LOCALES, Expected, Row, load_rows
from evals.recognizers_match import Reading, agrees
from evals.recognizers_readers import Contestant, contestants

_KINDS = {
    "NumberModel": {"", "cardinal", "ratio"},
    "OrdinalModel": {"", "ordinal"},
    "NumberRangeModel": {"", "range"},
    "PercentModel": {"", "percent"},
    "CurrencyModel": {"", "money"},
    "AgeModel": {"", "age"},
    "DimensionModel": {"", "measure"},
    "TemperatureModel": {"", "measure"},
    "DateTimeModel": {"", "date", "time", "duration"},
}
"""Kinds that are an extra reading where a model expects nothing; a reader that tells no kind is counted always."""


@dataclass(frozen=True, slots=True)
class Key:
    """A cell of the tables."""

    reader: str
    locale: str
    model: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A result that was not read right, for `--verbose`."""

    locale: str
    family: str
    verdict: str
    text: str
    words: str
    wanted: str
    got: str


@dataclass(slots=True)
class Tally:
    """Counts of one cell."""

    expected: int = 0
    right: int = 0
    missed: int = 0
    wrong: int = 0
    extra: int = 0

    def add(self, other: "Tally") -> None:
        """Add the counts of another cell."""
        self.expected += other.expected
        self.right += other.right
        self.missed += other.missed
        self.wrong += other.wrong
        self.extra += other.extra

    @property
    def share(self) -> float:
        """Right ones among the expected; 1.0 if nothing is expected."""
        return self.right / self.expected if self.expected else 1.0


def _verdict(expected: Expected, readings: Iterable[Reading]) -> tuple[str, list[Reading]]:
    touching = [r for r in readings if r.start < expected.end and expected.start < r.end]
    if not touching:
        return "missed", touching
    return ("right" if agrees(expected, touching) else "wrong"), touching


def score(reader: Contestant, rows: Iterable[Row]) -> tuple[dict[Key, Tally], list[Failure]]:
    """Return the counts of one reader by language and model, and what it did not read right."""
    tallies: dict[Key, Tally] = {}
    failures: list[Failure] = []
    for row in rows:
        if row.locale not in reader.locales:
            continue
        readings = reader.read(row.text, row.locale, row.reference)
        tally = tallies.setdefault(Key(reader.name, row.locale, row.model), Tally())
        if not row.results:
            tally.extra += sum(r.kind in _KINDS[row.model] for r in readings)
        for expected in row.results:
            if expected.excluded:
                continue
            verdict, touching = _verdict(expected, readings)
            tally.add(Tally(1, verdict == "right", verdict == "missed", verdict == "wrong"))
            if verdict != "right":
                failures.append(_failure(row, expected, verdict, touching))
    return tallies, failures


def _failure(row: Row, expected: Expected, verdict: str, touching: list[Reading]) -> Failure:
    wanted = " | ".join(c.value or f"{c.start}..{c.end}" for c in expected.candidates)
    got = "; ".join(_short(reading, row.text) for reading in touching)
    return Failure(row.locale, expected.family, verdict, row.text, row.text[expected.start : expected.end], wanted, got)


def _short(reading: Reading, text: str) -> str:
    days = f" {reading.first}..{reading.last}" if reading.kind == "date" else ""
    values = ",".join(str(value) for value in reading.values)
    return f"{text[reading.start : reading.end]!r} {reading.kind} [{values}]{days}"


def shares(tallies: dict[Key, Tally], reader: str = "briefing") -> dict[str, float]:
    """Return the share of English, of each other language, and of these together ("recognizers.others")."""
    found: dict[str, Tally] = {}
    for key, tally in tallies.items():
        if key.reader != reader:
            continue
        names = [f"recognizers.{key.locale}"] + ([] if key.locale == "en" else ["recognizers.others"])
        for name in names:
            found.setdefault(name, Tally()).add(tally)
    return {name: tally.share for name, tally in found.items()}


def tables(tallies: dict[Key, Tally], reader: str) -> str:
    """Return the table of one reader by language and model, with sums."""
    lines = [f"{reader:<26}{'expected':>9}{'right':>7}{'missed':>8}{'wrong':>7}{'extra':>7}{'share':>8}"]
    for locale in LOCALES.values():
        total = Tally()
        for key, tally in tallies.items():
            if (key.reader, key.locale) == (reader, locale):
                lines.append(_line(f"  {locale} {key.model}", tally))
                total.add(tally)
        if total.expected:
            lines.append(_line(f"{locale} all", total))
    return "\n".join(lines)


def _line(name: str, tally: Tally) -> str:
    counts = f"{tally.expected:>9}{tally.right:>7}{tally.missed:>8}{tally.wrong:>7}{tally.extra:>7}"
    return f"{name:<26}{counts}{tally.share:>8.3f}"


def exclusions(rows: Iterable[Row]) -> str:
    """Return what is left out: class, results in English and in the others, reason."""
    english: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for row in rows:
        for expected in row.results:
            if expected.excluded:
                (english if row.locale == "en" else others)[expected.excluded] += 1
    lines = [f"{'left out':<22}{'en':>5}{'others':>8}  why"]
    lines += [f"{name:<22}{english[name]:>5}{others[name]:>8}  {reason}" for name, reason in EXCLUDED.items()]
    return "\n".join(lines)


def _summary(tallies: dict[Key, Tally], names: Iterable[str]) -> str:
    lines = [f"{'share right':<22}{'en':>8}{'others':>8}"]
    for name in names:
        found = shares(tallies, name)
        cells = (found.get(f"recognizers.{part}") for part in ("en", "others"))
        lines.append(f"{name:<22}" + "".join("       -" if cell is None else f"{cell:>8.3f}" for cell in cells))
    return "\n".join(lines)


def _folder(argument: Path | None) -> Path:
    named = argument or (Path(os.environ["BRIEFING_EVAL_DATA"]) if "BRIEFING_EVAL_DATA" in os.environ else None)
    if named is None or not (named / FILE).is_file():
        raise SystemExit(f"{FILE} not found in {str(named)!r}: name its folder with --data or BRIEFING_EVAL_DATA")
    return named


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.recognizers", description=__doc__)
    parser.add_argument("--data", type=Path, help=f"folder of {FILE}; default: BRIEFING_EVAL_DATA")
    parser.add_argument("--lang", choices=list(LOCALES.values()), action="append", help="only this language")
    parser.add_argument("--model", help="only this model, for example DateTimeModel")
    parser.add_argument("--only-ours", action="store_true", help="leave the baseline and the peers out")
    parser.add_argument("--verbose", action="store_true", help="print what our reader did not read right")
    parser.add_argument("--json", action="store_true", help="print our shares as JSON")
    parser.add_argument("--gate", action="store_true", help="fail if a share is below its floor in floors.toml")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; return 1 if the gate was asked for and a share is below its floor."""
    options = _arguments(arguments)
    rows = [
        row
        for row in load_rows(_folder(options.data))
        if (not options.lang or row.locale in options.lang) and options.model in (None, row.model)
    ]
    readers = contestants()[: 1 if options.only_ours or options.json else None]
    tallies: dict[Key, Tally] = {}
    failures: list[Failure] = []
    for reader in readers:
        counted, failed = score(reader, rows)
        tallies |= counted
        failures += failed if reader is readers[0] else []
    if options.json:
        print(json.dumps(shares(tallies), indent=2))
    else:
        _print(tallies, failures if options.verbose else [], [reader.name for reader in readers], rows)
    if not options.gate:
        return 0
    from evals.gate import enforce

    return enforce(shares(tallies))


def _print(tallies: dict[Key, Tally], failures: list[Failure], names: list[str], rows: list[Row]) -> None:
    for f in failures:
        print(f"{f.locale} {f.family} {f.verdict}: {f.words!r} in {f.text!r}\n    want {f.wanted}\n    got  {f.got}")
    print("\n\n".join([*(tables(tallies, name) for name in names), _summary(tallies, names), exclusions(rows)]))


if __name__ == "__main__":
    sys.exit(main())
