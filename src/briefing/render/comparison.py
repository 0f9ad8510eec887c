"""What moved between two versions, as a table for a terminal, as Markdown and as JSON."""

from collections.abc import Iterator, Sequence

from briefing.records.comparison import Change, ChangeKind, Comparison, Currency, FactCurrency, Passage, Subject
from briefing.records.quantity import Quantity
from briefing.render.controls import visible
from briefing.render.markdown import escaped
from briefing.render.wording import STATUS_WORDS, plural

KIND_WORDS = {
    ChangeKind.CHANGED: "changed",
    ChangeKind.HEDGE_CHANGED: "hedge",
    ChangeKind.THING_CHANGED: "other thing",
    ChangeKind.RESPELT: "respelt",
    ChangeKind.ALTERED: "altered",
    ChangeKind.ADDED: "added",
    ChangeKind.GONE: "gone",
    ChangeKind.LEFT: "not updated",
    ChangeKind.MOVED: "moved",
}
KIND_ICONS = {ChangeKind.ADDED: "+", ChangeKind.GONE: "-", ChangeKind.LEFT: "!", ChangeKind.MOVED: "="}
_OTHERWISE = "~"
_SECTIONS = {
    Subject.FIGURE: "Figures",
    Subject.DATE: "Dates",
    Subject.NAME: "Names",
    Subject.QUOTATION: "Quotations",
    Subject.WORDING: "Negations and doubt",
}
_COLOURS = {ChangeKind.ADDED: "32", ChangeKind.GONE: "31", ChangeKind.LEFT: "31", ChangeKind.MOVED: "2"}
_CHANGED_COLOUR = "33"
_CURRENCY_ICONS = {Currency.CURRENT: "✓", Currency.MOVED: "=", Currency.STALE: "✗", Currency.GONE: "-"}
_CURRENCY_COLOURS = {Currency.CURRENT: "32", Currency.MOVED: "32", Currency.STALE: "31", Currency.GONE: "31"}
_WIDEST = 42
_LONGEST_STATEMENT = 160
_NOTHING = "Nothing moved: figures, dates, names, quotations and hedges are the same."


def comparison_to_json(comparison: Comparison) -> str:
    """The comparison as JSON text, with everything that moved, whatever the other formats show."""
    return comparison.to_json()


def comparison_to_text(comparison: Comparison, *, everything: bool = False, colour: bool = False) -> str:
    """Tables for a terminal, a section for each subject, then the facts, then the counts; ends with a newline.

    ``everything`` adds what only stands elsewhere, and the facts that still hold. ``colour`` adds ANSI colours, which
    never carry meaning alone.
    """
    changes = (*comparison.changes, *(comparison.moved if everything else ()))
    lines: list[str] = []
    widths = [max(map(len, column), default=1) for column in zip(*map(_cells, changes), strict=True)]
    for subject, title in _SECTIONS.items():
        own = [change for change in changes if change.subject is subject]
        if own:
            lines += [title, *(line for change in own for line in _rows(change, widths, colour=colour)), ""]
    if comparison.facts is not None:
        lines += [*_facts_text(comparison.facts, everything=everything, colour=colour), ""]
    lines += _summary(comparison)
    return "\n".join(lines) + "\n"


def _rows(change: Change, widths: Sequence[int], *, colour: bool) -> Iterator[str]:
    badge = f"{_icon(change)} {KIND_WORDS[change.kind]}"
    padding = " " * (13 - len(badge))
    if colour:
        badge = f"\x1b[{_COLOURS.get(change.kind, _CHANGED_COLOUR)}m{badge}\x1b[0m"
    old, new = _cells(change)
    yield f"  {badge}{padding}  {old.ljust(widths[0])}  →  {new.ljust(widths[1])}  {_where(change)}"
    if change.note:
        yield f"{' ' * 17}{visible(change.note)}"


def _icon(change: Change) -> str:
    return KIND_ICONS.get(change.kind, _OTHERWISE)


def _cells(change: Change) -> tuple[str, str]:
    return _cell(change.old, change.old_figure), _cell(change.new, change.new_figure)


def _cell(passage: Passage | None, figure: Quantity | None) -> str:
    """The words; of a figure the figure alone, where what it counts would take the place of what differs."""
    if passage is None:
        return "·"
    words = visible(passage.text)
    return _cut(visible(figure.raw) if figure is not None and len(words) > _WIDEST else words, _WIDEST)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _where(change: Change) -> str:
    """Both places; only one where they are the same, or where one side has nothing."""
    old, new = change.old, change.new
    if old is None or new is None:
        passage = old or new
        return passage.where if passage is not None else ""
    if old.where == new.where:
        return new.where
    return f"{old.where} → {new.where if old.headline else new.where.removeprefix('paragraph ')}"


def _facts_text(facts: Sequence[FactCurrency], *, everything: bool, colour: bool) -> Iterator[str]:
    yield "Facts of the briefing"
    shown = [fact for fact in facts if everything or not fact.currency.holds]
    if not shown:
        yield "  every fact still holds"
    for fact in shown:
        badge = f"{_CURRENCY_ICONS[fact.currency]} {fact.currency.value}"
        padding = " " * (9 - len(badge))
        if colour:
            badge = f"\x1b[{_CURRENCY_COLOURS[fact.currency]}m{badge}\x1b[0m"
        yield f"  {badge}{padding}  {visible(fact.fact_id)}  {_cut(visible(fact.statement), _LONGEST_STATEMENT)}"
        yield from (f"{' ' * 13}{visible(line)}" for line in fact_lines(fact))


def fact_lines(fact: FactCurrency) -> Iterator[str]:
    """Why a fact is what it is: each change inside its evidence, else the reason, and the verdict of the checks."""
    yield from [change.message for change in fact.changes] or [fact.message]
    if not fact.currency.holds and fact.currency is not Currency.GONE:
        yield f"checked against the new version: {STATUS_WORDS[fact.status]}"


def _summary(comparison: Comparison) -> Iterator[str]:
    count = len(comparison.changes)
    if count:
        parts = (f"{number} {KIND_WORDS[kind]}" for kind, number in comparison.counts.items() if _counted(kind, number))
        yield f"{count} {plural('change', count)}: {', '.join(parts)}."
    else:
        yield _NOTHING
    sentences = comparison.sentences
    edits = (("edited", sentences.edited), ("new", sentences.added), ("gone", sentences.gone))
    told = ", ".join(f"{number} {word}" for word, number in edits if number)
    if told:
        yield f"Sentences: {sentences.same} with the same words, {told}."
    if comparison.facts is not None:
        parts = (f"{number} {each.value}" for each, number in comparison.currency.items())
        yield f"{len(comparison.facts)} {plural('fact', len(comparison.facts))}: {', '.join(parts)}."


def _counted(kind: ChangeKind, number: int) -> bool:
    return bool(number) and kind is not ChangeKind.MOVED


def comparison_to_markdown(comparison: Comparison, *, everything: bool = False) -> str:
    """The same as Markdown: one table a subject, a list of the facts. Words of the articles are escaped."""
    changes = (*comparison.changes, *(comparison.moved if everything else ()))
    lines = ["# What moved", "", *(f"{escaped(line)}  " for line in _summary(comparison))]
    for subject, title in _SECTIONS.items():
        own = [change for change in changes if change.subject is subject]
        if own:
            lines += ["", f"## {title}", "", "| | before | now | where | |", "| --- | --- | --- | --- | --- |"]
            lines += [_markdown_row(change) for change in own]
    shown = [fact for fact in comparison.facts or () if everything or not fact.currency.holds]
    if shown:
        lines += ["", "## Facts of the briefing", ""]
    for fact in shown:
        icon = _CURRENCY_ICONS[fact.currency].replace("-", "–")  # a hyphen here would open another list
        lines.append(f"- {icon} **{fact.currency.value}** {escaped(fact.fact_id)}: {escaped(fact.statement)}")
        lines += [f"  - {escaped(line)}" for line in fact_lines(fact)]
    return "\n".join(lines) + "\n"


def _markdown_row(change: Change) -> str:
    old, new = (escaped(passage.text) if passage is not None else "" for passage in (change.old, change.new))
    return f"| {KIND_WORDS[change.kind]} | {old} | {new} | {_where(change)} | {escaped(change.note)} |"
