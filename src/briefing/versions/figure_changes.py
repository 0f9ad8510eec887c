"""What became of the figures, told to an editor."""

from collections.abc import Iterator

from briefing.records.comparison import Change, ChangeKind, Passage, Subject
from briefing.records.quantity import Kind, Quantity
from briefing.versions.figures import Figures
from briefing.versions.leftovers import Settled
from briefing.versions.values import Values


def figure_changes(settled: Settled, figures: Figures) -> Iterator[Change]:
    """Every figure that changed, was left behind, is new or is gone."""
    values = figures.values
    for old, new in settled.pairs:
        difference = values.difference(old, new)
        if difference is not None:
            yield _changed(old, new, values, difference.kind, difference.why)
    for old, new, still in settled.left:
        yield _left(old, new, still, values)
    for new in settled.added:
        yield _added(new, values, figures.was_there.get(new.start))
    for old in settled.gone:
        yield _gone(old, values, figures.now_there.get(old.start))


def figures_moved(settled: Settled, values: Values) -> Iterator[Change]:
    """Every figure that only stands elsewhere, or is said once more or once less."""
    for old, new in settled.moved:
        there, here = values.old.said(old), values.new.said(new)
        message = f"{there.text!r} ({there.where}) stands elsewhere now: {here.text!r} ({here.where})."
        yield Change(ChangeKind.MOVED, _subject(old), there, here, message, old, new)
    for new, twin in settled.once_more:
        here, where = values.new.said(new), values.new.said(twin).where
        note = f"said once more; it stands in {where} as well"
        yield Change(ChangeKind.MOVED, _subject(new), None, here, _told(here, note), None, new, note)
    for old, new in settled.told_before:
        there, here, note = values.old.said(old), values.new.said(new), "the old version said so too"
        yield Change(ChangeKind.MOVED, _subject(new), there, here, _told(here, note), old, new, note)
    for old, twin in settled.once_less:
        there, where = values.old.said(old), values.old.said(twin).where
        note = f"said once less; it stood in {where} as well"
        yield Change(ChangeKind.MOVED, _subject(old), there, None, _told(there, note), old, None, note)


def _changed(old: Quantity, new: Quantity, values: Values, kind: ChangeKind, why: str) -> Change:
    there, here = values.old.said(old), values.new.said(new)
    message = f"{there.text!r} ({there.where}) is now {here.text!r} ({here.where}){': ' if why else ''}{why}."
    return Change(kind, _subject(old), there, here, message, old, new, why)


def _left(old: Quantity, new: Quantity, still: Quantity, values: Values) -> Change:
    there, updated, here = values.old.said(old), values.new.said(new), values.new.said(still)
    became = f"became {updated.text!r} ({updated.where})"
    message = f"{here.text!r} still stands ({here.where}), though {there.text!r} ({there.where}) {became}."
    return Change(ChangeKind.LEFT, _subject(old), there, here, message, old, still, f"elsewhere it {became}")


def _added(new: Quantity, values: Values, was: Passage | None) -> Change:
    here = values.new.said(new)
    note = f"before: {was.text!r} ({was.where})" if was is not None else ""
    return Change(ChangeKind.ADDED, _subject(new), None, here, _told(here, "new", note), None, new, note)


def _gone(old: Quantity, values: Values, now: Passage | None) -> Change:
    there = values.old.said(old)
    note = f"now: {now.text!r} ({now.where})" if now is not None else ""
    return Change(ChangeKind.GONE, _subject(old), there, None, _told(there, "gone", note), old, None, note)


def _told(passage: Passage, *parts: str) -> str:
    return f"{passage.text!r} ({passage.where}): {'; '.join(part for part in parts if part)}."


def _subject(figure: Quantity) -> Subject:
    return Subject.DATE if figure.kind is Kind.DATE else Subject.FIGURE
