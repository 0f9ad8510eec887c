"""What is wrong, or worth knowing, in the source itself: sums, figures given twice, two acronyms, orders to a model."""

from itertools import combinations

from briefing.records.article import TextUnit
from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Hedge, Kind, Quantity, Words
from briefing.records.spans import Span
from briefing.stages.verify.arithmetic import equation_finding
from briefing.stages.verify.headline import headline_findings
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.suspicion import suspect_findings
from briefing.text.events import Events, events
from briefing.text.wording import lower_words

_SAME_SENTENCE = 0.5
"""Share of content words that two sentences must have in common to be one statement made twice."""


def find_in_source(source: SourceIndex) -> tuple[Finding, ...]:
    """Findings about the source alone, in text order."""
    sums = [equation_finding(equation, source, None) for equation in source.equations]
    found = [*sums, *_two_forms(source), *_two_values(source), *suspect_findings(source)]
    told = {_places(finding) for finding in found}
    found += (finding for finding in headline_findings(source) if _places(finding) not in told)
    return tuple(sorted(found, key=lambda finding: finding.evidence[0].start if finding.evidence else 0))


def _places(finding: Finding) -> tuple[Span, ...]:
    return tuple(sorted(item.span for item in finding.evidence))


def _two_forms(source: SourceIndex) -> list[Finding]:
    found = []
    for forms in source.acronym_forms:
        message = (
            f"The article introduces {forms.introduced.text!r} ({source.where(forms.introduced.start)}) for "
            f"{forms.long_form.text!r} and later writes {forms.used.text!r} ({source.where(forms.used.start)})."
        )
        spans = (forms.introduced, forms.used)
        evidence = tuple(source.evidence(Span(words.start, words.end)) for words in spans)
        found.append(Finding(CheckName.NAME, Status.CHECK, Code.TWO_FORMS, message, None, evidence))
    return found


def _two_values(source: SourceIndex) -> list[Finding]:
    """One measure with two values: the same thing, event and period in two sentences that say the same otherwise."""
    known = events(source.reading.article.language)
    figures = [quantity for quantity in source.figures if _bound(quantity, known)]
    found = []
    for one, two in combinations(figures, 2):
        if _same_measure(one, two, known) and one.stated != two.stated and _same_statement(one, two, source):
            first, second = source.said(one), source.said(two)
            message = (
                f"The article gives {first.text!r} ({source.where(one.start)}) and {second.text!r} "
                f"({source.where(two.start)}) for what seems to be the same."
            )
            evidence = (source.evidence(Span(first.start, first.end)), source.evidence(Span(second.start, second.end)))
            found.append(Finding(CheckName.NUMBER, Status.CHECK, Code.TWO_VALUES, message, None, evidence))
    return found


def _bound(quantity: Quantity, known: Events) -> bool:
    """Only tolls ("12 injured") are counts that a whole story shares; most other figures repeat with other meanings."""
    return quantity.kind is Kind.CARDINAL and quantity.hedge is Hedge.EXACT and _event(quantity, known) in known.tolls


def _event(quantity: Quantity, known: Events) -> str | None:
    """What happened to them: "the number of injured has risen to 17" counts the injured, whatever the number does."""
    word = quantity.counted.text.casefold() if quantity.counted else ""
    told = known.classes.get(word)
    return told if told in known.tolls else quantity.event


def _same_measure(one: Quantity, two: Quantity, known: Events) -> bool:
    if _event(one, known) != _event(two, known):
        return False
    first, second = _head(one, known), _head(two, known)
    return (first is None or second is None or first == second) and _period(one.period) == _period(two.period)


def _head(quantity: Quantity, known: Events) -> str | None:
    """The thing counted, unless the word only repeats the event ("the number of injured")."""
    word = quantity.counted.text.casefold() if quantity.counted else ""
    return None if word in known.classes or quantity.head in known.general_nouns else quantity.head


def _scope(unit: TextUnit, source: SourceIndex) -> frozenset[str]:
    """Whom, when and where a sentence tells of: figures of different ones are not one measure."""
    directions = events(source.reading.article.language).directions
    words = lower_words(source.text[unit.start : unit.end])
    told = source.reading.quantities_in(unit.span)
    return frozenset(
        (
            *(name.text.casefold() for name in source.reading.names_in(unit.span)),
            *(quantity.raw.casefold() for quantity in told if quantity.kind in (Kind.DATE, Kind.ORDINAL)),
            *directions.intersection(words),
        )
    )


def _period(words: Words | None) -> str | None:
    return None if words is None else words.text.casefold()


def _same_statement(one: Quantity, two: Quantity, source: SourceIndex) -> bool:
    left, right = source.unit(one.start), source.unit(two.start)
    if left is None or right is None or left.id == right.id:
        return False
    if _scope(left, source) != _scope(right, source):
        return False
    first, second = source.stems_around(one.start), source.stems_around(two.start)
    smaller = min(len(first), len(second))
    return smaller > 0 and len(first & second) / smaller >= _SAME_SENTENCE
