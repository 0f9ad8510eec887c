"""The proof again: a finished briefing passes against its article, and any change in either is found and placed."""

import dataclasses
import json
import random
import re
from collections.abc import Callable

import pytest

from briefing import Briefer, Briefing, Code, Finding, Report, Settings, Status
from briefing.errors import InvalidBriefingError, SourceMismatchError
from briefing.proof import count_changes
from briefing.records.briefing import Dropped
from briefing.records.codec import content_sha256
from briefing.stages.assemble import sealed
from tests import stories

SHORT = (
    "Kestrel Island has 212 inhabitants, 14 fewer than in 2019. The ferry costs 6 euros.\n\n"
    'The mayor, Ada Byron, said on 3 May that about 40 houses were empty. "We need a doctor," she said.'
)
_DIGIT = re.compile(r"\d")
_PATH = re.compile(r"[a-z_]+(?:\[\d+\]|\.[a-z_0-9]+)*(?=: )")


def changes(report: Report) -> list[Finding]:
    """Findings that say that something was changed."""
    return [finding for finding in report.findings if finding.code is Code.CHANGED]


def places(report: Report) -> list[str]:
    """The paths that these findings name."""
    return [match.group() for finding in changes(report) if (match := _PATH.match(finding.message)) is not None]


def other_digit(text: str, at: int) -> str:
    """The text with the digit at ``at`` made another one; never a leading zero, which JSON numbers refuse anyway."""
    return text[:at] + str((int(text[at]) % 9) + 1) + text[at + 1 :]


def found_out(text: str, source: str) -> tuple[bool, str]:
    """Whether the JSON ``text`` is refused or fails its check, and what is said about it."""
    try:
        report = Briefer().check_json(text, source)
    except (InvalidBriefingError, SourceMismatchError) as error:
        return True, str(error)
    return not report.ok and bool(changes(report)), " ".join(finding.message for finding in changes(report))


@pytest.mark.parametrize("story", stories.IDS)
def test_a_briefing_passes_against_its_article(story: str) -> None:
    """Nothing is reported as changed; the report is as good as the briefing was."""
    briefing = stories.briefing(story)
    report = Briefer().check_json(briefing.to_json(), stories.text(story))
    assert changes(report) == []
    assert report.ok is briefing.ok
    assert report.source_findings == briefing.source_findings


def test_the_report_has_every_finding_and_figure_of_the_facts() -> None:
    """Whoever checks sees what the briefing's maker saw."""
    briefing = stories.briefing(stories.MISSION)
    report = Briefer().check(briefing, stories.text(stories.MISSION))
    assert report.findings == tuple(finding for fact in briefing.facts for finding in fact.findings)
    assert report.figures == tuple(figure for fact in briefing.facts for figure in fact.figures)


def test_any_digit_of_a_whole_briefing_changed_is_found() -> None:
    """Every digit of one briefing's JSON, one after the other: offsets, amounts, hashes, versions, counts."""
    text = Briefer().brief(SHORT, published_at="2025-05-04").to_json()
    assert found_out(text, SHORT) == (False, "")
    digits = [match.start() for match in _DIGIT.finditer(text)]
    assert len(digits) > 500
    for at in digits:
        found, message = found_out(other_digit(text, at), SHORT)
        assert found, text[at - 60 : at + 20]
        assert message


@pytest.mark.parametrize("story", stories.IDS)
def test_digits_of_real_briefings_changed_are_found(story: str) -> None:
    """The same on a sample of the digits of every story."""
    text = stories.briefing(story).to_json()
    digits = [match.start() for match in _DIGIT.finditer(text)]
    for at in random.Random(story).sample(digits, 12):
        assert found_out(other_digit(text, at), stories.text(story))[0], text[at - 60 : at + 20]


def test_any_word_of_a_statement_changed_is_found_at_its_fact() -> None:
    """A statement in which one word is another fails, and the fact is named."""
    text = stories.text("fraud-trial")
    briefing = stories.briefing("fraud-trial")
    for number, fact in enumerate(briefing.facts):
        statement = re.sub(r"\w+", "herring", fact.statement, count=1)
        facts = (
            *briefing.facts[:number],
            dataclasses.replace(fact, statement=statement),
            *briefing.facts[number + 1 :],
        )
        report = Briefer().check(sealed(dataclasses.replace(briefing, facts=facts)), text)
        assert not report.ok
        assert any(place.startswith(f"facts[{number}].") for place in places(report))


def resealed(change: Callable[[Briefing], Briefing]) -> Report:
    """The check of the mission's briefing after a change whose author made the digest fit again."""
    forged = sealed(change(stories.briefing(stories.MISSION)))
    assert forged.provenance.content_sha256 == content_sha256(forged)
    return Briefer().check(forged, stories.text(stories.MISSION))


def first_fact(briefing: Briefing, **changes: object) -> Briefing:
    """The briefing with fields of its first fact replaced."""
    fact = dataclasses.replace(briefing.facts[0], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(briefing, facts=(fact, *briefing.facts[1:]))


def first_detail(briefing: Briefing, **changes: object) -> Briefing:
    """The briefing with fields of its first detail replaced."""
    leaf = dataclasses.replace(briefing.details[0], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(briefing, details=(leaf, *briefing.details[1:]))


FORGERIES: dict[str, tuple[Callable[[Briefing], Briefing], str]] = {
    "status": (lambda it: first_fact(it, status=Status.DERIVED), "facts[0].status"),
    "finding": (lambda it: first_fact(it, findings=it.facts[0].findings[:-1]), "facts[0].findings"),
    "figure": (lambda it: first_fact(it, figures=()), "facts[0].figures"),
    "evidence": (lambda it: first_fact(it, evidence=it.facts[1].evidence), "facts[0].evidence"),
    "statement": (lambda it: first_fact(it, statement=it.facts[0].statement.replace("200", "300")), "facts[0]"),
    "headline": (lambda it: dataclasses.replace(it, headline="Uganda flies second contingent"), "headline"),
    "detail": (lambda it: first_detail(it, text="Chief Inspector General Fritz St Forte"), "details.people.text"),
    "detail without a place": (
        lambda it: first_detail(it, text="Inspector Jean Dupont", start=-1, end=-1),
        "details.people.text",
    ),
    "detail at another place": (lambda it: first_detail(it, start=0, end=5), "details.people.text"),
    "source findings": (lambda it: dataclasses.replace(it, source_findings=()), "source_findings"),
    "a fact left out": (lambda it: dataclasses.replace(it, facts=it.facts[:-4]), "details.dates[5].facts"),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_briefing_fails_though_its_digest_fits(name: str) -> None:
    """Statuses, findings, figures, evidence, headline and details are worked out again, not believed."""
    change, place = FORGERIES[name]
    report = resealed(change)
    assert not report.ok
    assert any(found.startswith(place) for found in places(report)), [finding.message for finding in changes(report)]


def test_what_cannot_be_worked_out_again_is_under_the_digest() -> None:
    """A changed field that rests on nothing in the article breaks the digest, and the report says so."""
    briefing = stories.briefing(stories.MISSION)
    changed = dataclasses.replace(briefing, dropped=(Dropped("a fact", "left out by the engine"),))
    (finding,) = changes(Briefer().check(changed, stories.text(stories.MISSION)))
    assert "digest" in finding.message
    assert finding.status is Status.UNSUPPORTED


def test_counts_that_the_facts_do_not_bear_out_are_named() -> None:
    """The file's own counts are compared with its facts."""
    briefing = stories.briefing(stories.MISSION)
    value = json.loads(briefing.to_json())
    value["counts"]["verified"] += 1
    report = Briefer().check_json(json.dumps(value), stories.text(stories.MISSION))
    (finding,) = changes(report)
    assert finding.message.startswith("counts.verified: the briefing has 23, its facts give 22")
    assert count_changes(briefing, briefing.counts) == ()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("stands at 400 officers", "stands at 401 officers", "facts[8].evidence[0]"),
        ("another 200 police", "another 201 police", "facts[0].evidence[0]"),
        ("nearly 438", "almost 438", "facts[17].evidence[0]"),
        ("up to 1,000", "about 1,000", "facts[9].evidence[0]"),
        ("more than 2,500", "at least 2,500", "facts[13].evidence[0]"),
        ("Rameau Normil", "Rameau Normel", "facts[5].evidence[0]"),
        ("October 2023", "October 2022", "facts[19].evidence[0]"),
        ("resolution 2699", "resolution 2669", "facts[11].evidence[0]"),
        ("Until then the", "Until then, the", "facts[22].evidence[0]"),
    ],
)
def test_a_change_of_the_article_is_found_and_placed(old: str, new: str, place: str) -> None:
    """One digit, one letter of a name, one hedge, one comma: the source's hash tells, and the words are shown."""
    text = stories.text(stories.MISSION)
    assert text.count(old) == 1
    report = Briefer().check(stories.briefing(stories.MISSION), text.replace(old, new))
    assert not report.ok
    assert changes(report)[0].message.startswith("source.sha256: ")
    first = next(finding for finding in changes(report) if finding.message.startswith(f"{place}: the briefing has"))
    assert old in first.message.split(", the article has ")[0]
    assert new in first.message.split(", the article has ")[1]


@pytest.mark.parametrize("story", [story for story in stories.IDS if story != "village-choir"])
def test_any_digit_of_an_article_counts(story: str) -> None:
    """Whichever digit of the article is another, the check fails and shows the article's words."""
    text, briefing = stories.text(story), stories.briefing(story)
    digits = [match.start() for match in _DIGIT.finditer(text)]
    for at in random.Random(story).sample(digits, 10):
        report = Briefer().check(briefing, other_digit(text, at))
        assert not report.ok
        assert any("the article has" in finding.message for finding in changes(report)), text[at - 20 : at + 10]


def test_evidence_behind_an_inserted_word_is_said_to_have_moved() -> None:
    """One word more does not make everything behind it look invented."""
    text = stories.text(stories.MISSION).replace("Haiti took in", "Yesterday Haiti took in", 1)
    report = Briefer().check(stories.briefing(stories.MISSION), text)
    assert not report.ok
    assert sum("stand elsewhere" in finding.message for finding in changes(report)) == 1
    assert len(changes(report)) < 15


def test_a_changed_context_is_shown_as_context() -> None:
    """Where only the words around the evidence differ, the message shows these and not the evidence twice."""
    briefing = stories.briefing(stories.MISSION)
    evidence = dataclasses.replace(briefing.facts[3].evidence[0], suffix="x" * 32)
    fact = dataclasses.replace(briefing.facts[3], evidence=(evidence,))
    changed = dataclasses.replace(briefing, facts=(*briefing.facts[:3], fact, *briefing.facts[4:]))
    messages = [finding.message for finding in changes(Briefer().check(changed, stories.text(stories.MISSION)))]
    assert messages[0].startswith("facts[3].evidence[0]: behind ")
    assert "'" + "x" * 32 + "'" in messages[0]


@pytest.mark.parametrize("story", [story for story in stories.IDS if story != stories.MISSION])
def test_another_article_is_refused(story: str) -> None:
    """A briefing of another article is an error, not a list of differences."""
    with pytest.raises(SourceMismatchError, match=r"sha256 '[0-9a-f]{12}'.*Give the article that was briefed"):
        Briefer().check(stories.briefing(stories.MISSION), stories.text(story))


def damaged() -> dict[str, str]:
    """Texts that are no briefing."""
    good = Briefer().brief(SHORT).to_json()
    value = json.loads(good)
    return {
        "nothing": "",
        "no JSON": "this is not JSON",
        "a list": "[]",
        "an empty object": "{}",
        "cut off": good[: len(good) // 2],
        "cut off at its end": good.rstrip()[:-1],
        "other version": json.dumps({**value, "schema_version": "2"}),
        "no version": json.dumps({key: value[key] for key in value if key != "schema_version"}),
        "unknown key": json.dumps({**value, "colour": "red"}),
        "missing key": json.dumps({key: value[key] for key in value if key != "facts"}),
        "wrong type": json.dumps({**value, "facts": {}}),
        "not a number": good.replace('"start": 0', '"start": NaN', 1),
        "negative end": good.replace('"end": ', '"end": -', 1),
        "very deep": "[" * 100_000,
    }


@pytest.mark.parametrize("name", damaged())
def test_what_is_no_briefing_is_refused(name: str) -> None:
    """Truncated, foreign or garbled JSON is an input error that says where."""
    with pytest.raises(InvalidBriefingError, match=r"."):
        Briefer().check_json(damaged()[name], SHORT)


def test_a_dropped_fact_does_not_look_like_a_change() -> None:
    """A briefing whose failed facts were left out by policy passes its own check."""
    from briefing import Policy

    briefing = Briefer(Settings(policy=Policy.DROP)).brief(stories.article(stories.WRONG_SUM))
    report = Briefer().check(briefing, stories.text(stories.WRONG_SUM))
    assert changes(report) == []
    assert report.ok
