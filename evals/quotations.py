"""``python -m evals.quotations``: are changed quotes found where they stand, and are false ones refused?

200 quotes of 30 words on average for each change, cut by chance from English articles. *Right*: the place is that of
the true words, to the letter but for punctuation at the ends, and whether or not the quote is called altered.
*Accepted*: a place is given and nothing is said against the words (ours: not ``altered``; langextract: its status is
exact). *Marked*: a place is given, but the words are not called the same. langextract's aligner and plain rapidfuzz
look for the same quotes in the same run. The articles are not in the repository: without them the eval says so and
passes. With ``--gate`` the exit code is 1 if a value breaks its limit in ``floors.toml``; 2 means that the floors
cannot be used.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from evals import quotations_changes as changes
from evals.gate import enforce
from evals.guarded import guarded, print_json
from evals.quotations_changes import Change
from evals.quotations_data import Quotation, load_articles, sample
from evals.quotations_readers import INSTALL, LANGEXTRACT, Answer, Contestant, contestants
from evals.summaries_data import named_folder

SAME: dict[str, tuple[Change | None, str]] = {
    "none": (None, "100 %"),
    "white space": (changes.white_space, "100 %"),
    "no-break space": (changes.no_break_space, "100 %"),
    "straight quotes": (changes.straight_quotes, "100 %"),
    "upper case": (changes.upper_case, "100 %"),
    "line-break hyphens": (changes.line_break_hyphens, "100 %"),
    "decomposed (NFD)": (changes.decomposed, "100 %"),
    "one typo": (changes.one_typo, ">= 99 %"),
    "three typos": (changes.three_typos, ">= 99 %"),
    "one word dropped": (changes.word_dropped, ">= 99 %"),
    "ellipsis": (changes.ellipsis, ">= 99 %"),
}
"""Changes that leave it the same quotation, with the share that is wanted right."""
OTHER: dict[str, Change] = {
    "one digit changed": changes.digit_changed,
    "negation added": changes.negation_added,
    "negation removed": changes.negation_removed,
    "halves swapped": changes.halves_swapped,
    "fabricated": changes.fabricated,
    "name exchanged": changes.name_exchanged,
    "typo in a name": changes.name_typo,
}
"""Changes that make it another quotation: none may be accepted."""
COUNT = 200
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One quote and what was answered."""

    quotation: Quotation
    answer: Answer

    @property
    def right(self) -> bool:
        """Whether the place is that of the true words."""
        places, article = self.quotation.places, self.quotation.article
        given = tuple(_trimmed(article, place) for place in self.answer.places)
        whole = _trimmed(article, (places[0][0], places[-1][1]))
        return given in (tuple(_trimmed(article, place) for place in places), (whole,))

    @property
    def shown(self) -> bool:
        """Whether the true words are at least shown as the nearest."""
        nearest = self.answer.nearest
        return self.right or (nearest is not None and Asked(self.quotation, Answer((nearest,))).right)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one contestant made of one change."""

    asked: tuple[Asked, ...]
    seconds: float

    @property
    def right(self) -> int:
        """Quotes at their place."""
        return sum(one.right for one in self.asked)

    @property
    def shown(self) -> int:
        """Quotes at their place, or refused with the true words shown beside them."""
        return sum(one.shown for one in self.asked)

    @property
    def accepted(self) -> int:
        """Quotes that are found and called the same words."""
        return sum(bool(one.answer.places) and not one.answer.marked for one in self.asked)

    @property
    def marked(self) -> int:
        """Quotes that are found and called altered."""
        return sum(bool(one.answer.places) and one.answer.marked for one in self.asked)


def ask_all(contestant: Contestant, quotations: Sequence[Quotation], *, seconds: float) -> Cell:
    """Ask for every quote, until ``seconds`` are used up; a text is made ready outside the time that is counted."""
    asked: list[Asked] = []
    spent = 0.0
    for quotation in quotations:
        ask = contestant.open(quotation.article)
        begun = time.process_time()
        answer = ask(quotation.quote)
        spent += time.process_time() - begun
        asked.append(Asked(quotation, answer))
        if spent > seconds:
            break
    return Cell(tuple(asked), spent)


def measured(cells: dict[str, Cell]) -> dict[str, Fraction]:
    """Ours by "quotations.ROW": the share right, or how many are found that must not be, accepted and marked."""
    values: dict[str, Fraction] = {}
    for name, cell in cells.items():
        key = f"quotations.{name.replace(' (NFD)', '').replace(' ', '_').replace('-', '_')}"
        if name in SAME and cell.asked:
            values[key] = Fraction(cell.right, len(cell.asked))
        elif cell.asked:
            values |= {f"{key}_accepted": Fraction(cell.accepted), f"{key}_marked": Fraction(cell.marked)}
    return values


def same_table(cells: dict[str, dict[str, Cell]]) -> str:
    """Shares right, one line for each change; of ours also how many carry a mark."""
    names = list(next(iter(cells.values())))
    lines = [f"{'spans right':<20}{'goal':>9}" + "".join(f"{name:>15}{'n':>5}{'marked':>8}{'ms':>9}" for name in names)]
    for row, (_, goal) in SAME.items():
        if row in cells:
            shown = (f"{_share(c)}{len(c.asked):>5}{c.marked:>8}{_ms(c)}" for c in cells[row].values())
            lines.append(f"{row:<20}{goal:>9}" + "".join(shown))
    return "\n".join(lines) + "\n"


def other_table(cells: dict[str, dict[str, Cell]]) -> str:
    """False quotes that were found, accepted and marked, one line for each change; of ours how many place the truth."""
    names = list(next(iter(cells.values())))
    head = "".join(f"{name:>15}{'n':>5}{'marked':>8}{'ms':>9}" for name in names)
    lines = [f"{'accepted wrongly':<20}{'goal':>9}{head}{'true words shown':>18}"]
    for row in OTHER:
        if row in cells:
            shown = "".join(f"{c.accepted:>15}{len(c.asked):>5}{c.marked:>8}{_ms(c)}" for c in cells[row].values())
            lines.append(f"{row:<20}{'0':>9}{shown}{next(iter(cells[row].values())).shown:>18}")
    return "\n".join(lines) + "\n"


def failures(row: str, cell: Cell) -> str:
    """Ours that came out otherwise, for ``--misses``."""
    wrong = [one for one in cell.asked if (not one.right if row in SAME else bool(one.answer.places))]
    return "".join(f"{row}: {_described(one)}\n" for one in wrong)


def _described(one: Asked) -> str:
    article = one.quotation.article
    given = [article[start:end] for start, end in one.answer.places]
    nearest = one.answer.nearest
    shown = "" if nearest is None else f"\n    nearest {article[nearest[0] : nearest[1]]!r}"
    true = [article[start:end] for start, end in one.quotation.places]
    return f"{one.quotation.quote!r}\n    true {true!r}\n    got {given!r} marked={one.answer.marked}{shown}"


def _trimmed(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Without what is neither letter nor digit at the ends."""
    start, end = place
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _share(cell: Cell) -> str:
    return f"{100 * cell.right / len(cell.asked):>13.1f} %" if cell.asked else f"{'-':>15}"


def _ms(cell: Cell) -> str:
    return f"{1000 * cell.seconds / len(cell.asked):>9.2f}" if cell.asked else f"{'-':>9}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the eval from the command line and return the exit code."""
    options = _parser().parse_args(argv)
    return guarded("evals.quotations", lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    readers = contestants()[: 1 if options.only_ours or options.json else None]
    cells: dict[str, dict[str, Cell]] = {}
    articles = load_articles(named_folder(options.data))
    for row, change in {**{name: kind for name, (kind, _) in SAME.items()}, **OTHER}.items():
        if options.row and row not in options.row:
            continue
        quotations = sample(articles, change, options.count, seed=f"{options.seed} {row}", keeps=row in SAME)
        cells[row] = {
            one.name: ask_all(one, quotations, seconds=options.seconds if one is not readers[0] else 1e9)
            for one in readers
        }
        if options.misses:
            sys.stdout.write(failures(row, cells[row][readers[0].name]))
    values = measured({row: by_name[readers[0].name] for row, by_name in cells.items()})
    _print(cells, values, options, alone=len(readers) == 1)
    return enforce(values) if options.gate else 0


def _print(
    cells: dict[str, dict[str, Cell]], values: dict[str, Fraction], options: argparse.Namespace, *, alone: bool
) -> None:
    if options.json:
        print_json(values)
        return
    sys.stdout.write(f"{same_table(cells)}\n{other_table(cells)}")
    if not alone and not any(LANGEXTRACT in by_name for by_name in cells.values()):
        sys.stderr.write(f"evals.quotations: langextract is not installed, so it was not asked: {INSTALL}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.quotations", description="Quotes found and refused.")
    parser.add_argument("--data", type=Path, help="folder of the articles; default: BRIEFING_EVAL_DATA")
    parser.add_argument("--row", action="append", choices=[*SAME, *OTHER], help="only this change")
    parser.add_argument("--count", type=int, default=COUNT, help="quotes for each change; default: 200")
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="time of a peer for each change; default: 60")
    parser.add_argument("--only-ours", action="store_true", help="leave rapidfuzz alone and langextract out")
    parser.add_argument("--misses", action="store_true", help="print what ours did not get right")
    parser.add_argument("--seed", type=int, default=0, help="of the quotes that are cut")
    parser.add_argument("--json", action="store_true", help="print our values as JSON")
    parser.add_argument("--gate", action="store_true", help="exit with 1 if a value breaks its limit in floors.toml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
