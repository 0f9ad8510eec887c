"""The comparison: sentences first, then what stands in them, then what is left over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.pipeline import prepare
from briefing.records.article import Article
from briefing.records.briefing import SourceInfo
from briefing.records.comparison import Change, Comparison, Sentences
from briefing.stages.verify.source import SourceIndex
from briefing.text.alignment import Alignment
from briefing.text.events import events
from briefing.text.quotations import quotations
from briefing.versions.figure_changes import figure_changes, figures_moved
from briefing.versions.figures import Figures
from briefing.versions.groups import Group, groups
from briefing.versions.leftovers import settle
from briefing.versions.names import Names
from briefing.versions.pairs import Paired, paired
from briefing.versions.quotations import quotation_changes
from briefing.versions.values import Values
from briefing.versions.version import Line, Token, Version
from briefing.versions.wording import wording_changes


@dataclass(frozen=True)
class Versions:
    """Two versions of one story, sentence beside sentence."""

    old: Version
    new: Version

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The sentences that stand for each other."""
        return groups(self.old.lines, self.new.lines)

    @cached_property
    def partners(self) -> dict[int, tuple[Line, ...]]:
        """For the number of a sentence of the old version, those of the new one that stand for it, if any do."""
        return {
            number: tuple(self.new.lines[each] for each in group.new) for group in self.groups for number in group.old
        }


def read_versions(old: Article, new: Article) -> Versions:
    """Two articles, ready to be compared; both are taken to be in the language of the old one."""
    return Versions(Version(SourceIndex(prepare(old))), Version(SourceIndex(prepare(new))))


def compare_versions(versions: Versions) -> Comparison:
    """Which figures, dates, names, quotations and turning words moved from one version to the other.

    A paragraph that moved or was cut otherwise, typography and white space are no changes. Raises nothing, whatever
    the texts.
    """
    old, new = versions.old, versions.new
    known = events(old.article.language)
    alignment = Alignment(new.index.surrounded, old.index.surrounded, known)
    figures, names = Figures(Values(old, new, known)), Names(old, new)
    quoted = [each.outer for each in quotations(new.text).all]
    changes: list[Change] = []
    edited = 0
    for group in versions.groups:
        one, two = _tokens(old, group.old), _tokens(new, group.new)
        if group.same:
            figures.same_sentences(one, two)
            continue
        found = paired(one, two, figures.likeness)
        edited += len(group.new) if found.gaps or _other_figures(one, two, found) else 0
        figures.group(one, two, found)
        names.group(found.gaps)
        changes.extend(wording_changes(found.gaps, old, new, quoted))
    gone = _others(old, (number for group in versions.groups for number in group.old))
    added = _others(new, (number for group in versions.groups for number in group.new))
    figures.alone(_tokens(old, gone), _tokens(new, added))
    settled = settle(figures, alignment)
    changes += [*figure_changes(settled, figures), *names.changes(), *quotation_changes(old, new)]
    return Comparison(
        old=_info(old.article),
        new=_info(new.article),
        changes=tuple(sorted(changes, key=_place)),
        moved=tuple(sorted(figures_moved(settled, figures.values), key=_place)),
        sentences=Sentences(len(new.lines) - edited - len(added), edited, len(added), len(gone)),
    )


def _other_figures(old: Sequence[Token], new: Sequence[Token], found: Paired) -> bool:
    return any(old[first].text != new[second].text for first, second in found.pairs)


def _tokens(version: Version, numbers: Iterable[int]) -> list[Token]:
    return [token for number in numbers for token in version.lines[number].tokens]


def _others(version: Version, taken: Iterable[int]) -> list[int]:
    return sorted(set(range(len(version.lines))).difference(taken))


def _place(change: Change) -> tuple[bool, int]:
    passage = change.new or change.old
    return change.new is None, passage.start if passage is not None else 0


def _info(article: Article) -> SourceInfo:
    return SourceInfo(article.sha256, len(article.text), article.language, article.title, article.published_at)
