"""The JSON of finished results: nothing lost on the way out, nothing overlooked on the way in."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import InvalidBriefingError
from briefing.records.briefing import Briefing, Dropped, Fact, Provenance, SourceInfo
from briefing.records.checked import CheckedFigure, StageNote
from briefing.records.codec import (
    briefing_from_json,
    briefing_to_json,
    content_sha256,
    report_to_json,
    stored_counts,
)
from briefing.records.draft import FactKind, Leaf
from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import DateReading, Hedge, Kind, Quantity, Words
from briefing.records.report import Report
from briefing.records.spans import Evidence, MatchKind

Record = TypeVar("Record")
TEXT = st.text(max_size=12)
OFFSETS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
DAYS = st.none() | st.dates()


def spanned(record: type[Record], **fields: st.SearchStrategy) -> st.SearchStrategy[Record]:
    """Strategy for a record with a well-formed ``start`` and ``end``."""
    return OFFSETS.flatmap(lambda span: st.builds(record, start=st.just(span[0]), end=st.just(span[1]), **fields))


def tuples(items: st.SearchStrategy[Record], max_size: int = 3) -> st.SearchStrategy[tuple[Record, ...]]:
    """Strategy for short tuples of ``items``."""
    return st.lists(items, max_size=max_size).map(tuple)


WORDS = spanned(Words, text=TEXT)
EVIDENCE = spanned(Evidence, exact=TEXT, prefix=TEXT, suffix=TEXT, match=st.sampled_from(MatchKind))
SMALL = st.none() | st.integers(0, 3000)
DATES = st.builds(
    DateReading,
    first=DAYS,
    last=DAYS,
    year=SMALL,
    month=SMALL,
    day=SMALL,
    weekday=SMALL,
    relative=st.booleans(),
    inferred=st.booleans(),
)
QUANTITIES = spanned(
    Quantity,
    raw=TEXT,
    kind=st.sampled_from(Kind),
    hedge=st.sampled_from(Hedge),
    low=st.none() | DECIMALS,
    high=st.none() | DECIMALS,
    low_inclusive=st.booleans(),
    high_inclusive=st.booleans(),
    stated=st.none() | DECIMALS,
    precision=st.none() | DECIMALS,
    pair=st.none() | st.tuples(DECIMALS, DECIMALS),
    unit=st.none() | TEXT,
    dimension=st.none() | TEXT,
    currency=st.none() | TEXT,
    date=st.none() | DATES,
    core_start=st.integers(-1, 50),
    core_end=st.integers(-1, 50),
    counted=st.none() | WORDS,
    head=st.none() | TEXT,
    measure=st.none() | WORDS,
    event=st.none() | TEXT,
    period=st.none() | WORDS,
    place=st.none() | WORDS,
)
FIGURES = st.builds(CheckedFigure, quantity=QUANTITIES, status=st.sampled_from(Status))
WORKINGS = st.builds(
    Working,
    operation=TEXT,
    operands=tuples(WORDS),
    result=WORDS,
    expression=TEXT,
    alternatives=st.integers(0, 9),
)
FINDINGS = st.builds(
    Finding,
    check=st.sampled_from(CheckName),
    status=st.sampled_from(Status),
    code=st.sampled_from(Code),
    message=TEXT,
    claim=st.none() | WORDS,
    evidence=tuples(EVIDENCE, 2),
    working=st.none() | WORKINGS,
)
FACTS = st.builds(
    Fact,
    id=TEXT,
    kind=st.sampled_from(FactKind),
    statement=TEXT,
    status=st.sampled_from(Status),
    evidence=tuples(EVIDENCE, 2),
    figures=tuples(FIGURES, 2),
    findings=tuples(FINDINGS, 2),
    speaker=st.none() | TEXT,
)
LEAVES = spanned(
    Leaf,
    field=st.sampled_from(["lead_nation", "officials", "strength.arrived"]),
    text=TEXT,
    fact_ids=tuples(TEXT),
    parts=st.dictionaries(st.sampled_from(["rank", "role", "position", "größe x"]), WORDS).map(
        lambda parts: tuple(parts.items())
    ),
)
BRIEFINGS = st.builds(
    Briefing,
    schema_version=st.just("1"),
    profile=TEXT,
    engine=TEXT,
    headline=TEXT,
    facts=tuples(FACTS, 2),
    details=tuples(LEAVES, 4),
    source_findings=tuples(FINDINGS, 1),
    omitted_figures=tuples(QUANTITIES, 1),
    not_stated=tuples(TEXT),
    dropped=tuples(st.builds(Dropped, what=TEXT, reason=TEXT)),
    source=st.builds(
        SourceInfo,
        sha256=TEXT,
        length=st.integers(0, 10**6),
        language=TEXT,
        title=st.none() | TEXT,
        published_at=DAYS,
    ),
    provenance=st.builds(
        Provenance,
        package_version=TEXT,
        schema_version=TEXT,
        checks_version=TEXT,
        engine=TEXT,
        stages=tuples(st.builds(StageNote, stage=TEXT, outcome=TEXT)),
        warnings=tuples(TEXT),
        content_sha256=TEXT,
    ),
)


def a_briefing() -> Briefing:
    """A small briefing with one figure, one finding and one person."""
    words = Words("200", 0, 3)
    evidence = Evidence("200 officers", 0, 12, "", " arrived", MatchKind.EXACT)
    quantity = Quantity("200", 0, 3, Kind.CARDINAL, low=Decimal(200), high=Decimal("2E+2"), stated=Decimal(200))
    finding = Finding(CheckName.NUMBER, Status.VERIFIED, Code.SAME_WORDS, "The source says 200.", words, (evidence,))
    figures = (CheckedFigure(quantity, Status.VERIFIED),)
    return Briefing(
        schema_version="1",
        profile="general",
        engine="embedded",
        headline="Officers arrive",
        facts=(
            Fact("f1", FactKind.EVENT, "200 officers", Status.VERIFIED, (evidence,), figures, (finding,)),
            Fact("f2", FactKind.EVENT, "They flew", Status.CHECK, (), (), ()),
        ),
        details=(Leaf("officials", "A. Person", 20, 29, ("f1",), (("rank", Words("General", 12, 19)),)),),
        source_findings=(),
        omitted_figures=(quantity,),
        not_stated=("cost",),
        dropped=(Dropped("paragraph 9", "not readable"),),
        source=SourceInfo("ab" * 32, 99, "en", "Officers arrive", dt.date(2024, 7, 17)),
        provenance=Provenance("0.1", "1", "1", "embedded", (StageNote("crosscheck", "skipped: no model"),)),
    )


def changed(path: str, value: object) -> str:
    """The JSON of ``a_briefing`` with the value at a dotted path replaced."""
    document = json.loads(briefing_to_json(a_briefing()))
    node = document
    *parents, last = [int(key) if key.isdecimal() else key for key in path.split(".")]
    for key in parents:
        node = node[key]
    node[last] = value
    return json.dumps(document)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(BRIEFINGS)
def test_a_briefing_survives_the_way_to_json_and_back(briefing: Briefing) -> None:
    """Whatever a briefing holds, reading its JSON gives an equal briefing, and writing that gives the same bytes."""
    text = briefing_to_json(briefing)
    again = briefing_from_json(text)
    assert again == briefing
    assert briefing_to_json(again) == text


def test_the_shape_is_the_documented_one() -> None:
    """Other tools find the keys that are documented, in their order, and numbers that no float can spoil."""
    text = briefing_to_json(a_briefing())
    document = json.loads(text)
    assert list(document) == [
        "schema_version",
        "profile",
        "engine",
        "headline",
        "facts",
        "details",
        "source_findings",
        "omitted_figures",
        "not_stated",
        "dropped",
        "counts",
        "source",
        "provenance",
    ]
    assert document["facts"][0]["figures"][0] == {
        "raw": "200",
        "start": 0,
        "end": 3,
        "status": "verified",
        "kind": "cardinal",
        "hedge": "exact",
        "low": "200",
        "low_inclusive": True,
        "high": "200",
        "high_inclusive": True,
        "stated": "200",
    }
    assert document["details"] == {
        "officials": [
            {
                "text": "A. Person",
                "start": 20,
                "end": 29,
                "facts": ["f1"],
                "rank": {"text": "General", "start": 12, "end": 19},
            }
        ]
    }
    assert document["counts"] == {"verified": 1, "derived": 0, "check": 1, "unsupported": 0, "not_checkable": 0}
    assert document["source"]["published_at"] == "2024-07-17"
    assert text.endswith("}\n")


def test_leaves_of_one_field_that_stand_apart_keep_their_order() -> None:
    """Details come back in the order in which they were given, even if fields alternate."""
    leaves = (Leaf("who", "a", 0, 1), Leaf("where", "b", 1, 2), Leaf("who", "c", 2, 3))
    briefing = dataclasses.replace(a_briefing(), details=leaves)
    assert briefing_from_json(briefing_to_json(briefing)).details == leaves


@pytest.mark.parametrize("parts", [("text",), ("rank", "rank"), ("order",)])
def test_parts_that_would_overwrite_each_other_are_refused(parts: tuple[str, ...]) -> None:
    """A leaf is never written with one of its parts lost."""
    leaf = Leaf("who", "a", 0, 1, parts=tuple((name, Words("x", 0, 1)) for name in parts))
    with pytest.raises(InvalidBriefingError, match=r"details\.who"):
        briefing_to_json(dataclasses.replace(a_briefing(), details=(leaf,)))


def test_a_figure_that_is_not_finite_is_refused() -> None:
    """NaN is never written as if it were a number."""
    quantity = Quantity("many", 0, 4, Kind.CARDINAL, low=Decimal("NaN"))
    with pytest.raises(InvalidBriefingError, match="NaN"):
        briefing_to_json(dataclasses.replace(a_briefing(), omitted_figures=(quantity,)))


def test_half_a_surrogate_pair_can_be_stored() -> None:
    """Text that UTF-8 cannot hold does not stop a briefing from being saved and read."""
    briefing = dataclasses.replace(a_briefing(), headline="broken \ud83d end")
    stored = briefing_to_json(briefing).encode("utf-8")
    assert briefing_from_json(stored.decode("utf-8")) == briefing


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("schema_version", "2", "schema_version: expected '1'"),
        ("schema_version", 1, "schema_version: expected text, found 1"),
        ("facts", None, "facts: expected a list, found null"),
        ("facts.0", [], "facts[0]: expected an object, found a list"),
        ("facts.0.status", "fine", "facts[0].status: expected one of verified, derived"),
        ("facts.0.kind", {}, "facts[0].kind: expected one of event"),
        ("facts.0.colour", "red", "facts[0].colour: expected one of the keys"),
        ("facts.0.speaker", None, "facts[0].speaker: expected text, found null"),
        ("facts.0.evidence.0.start", -2, "facts[0].evidence[0].start: expected a whole number of at least -1"),
        ("facts.0.evidence.0.start", True, "facts[0].evidence[0].start: expected a whole number"),
        ("facts.0.evidence.0.start", 13, "facts[0].evidence[0].end: expected a whole number of at least 13, found 12"),
        ("facts.0.evidence.0.end", 1.5, "facts[0].evidence[0].end: expected a whole number"),
        ("facts.0.figures.0.low", 200, "facts[0].figures[0].low: expected a number as a string"),
        ("facts.0.figures.0.low", float("nan"), "facts[0].figures[0].low: expected a number as a string"),
        ("facts.0.figures.0.low", "2E+2", "facts[0].figures[0].low: expected a number as a string"),
        ("facts.0.figures.0.low", "NaN", "facts[0].figures[0].low: expected a number as a string"),
        ("facts.0.figures.0.low", "٢٠٠", "facts[0].figures[0].low: expected a number as a string"),
        ("facts.0.figures.0.low_inclusive", 1, "facts[0].figures[0].low_inclusive: expected true or false"),
        ("facts.0.figures.0.pair", ["1"], "facts[0].figures[0].pair: expected two numbers, found 1"),
        ("facts.0.findings.0.code", "nope", "facts[0].findings[0].code: expected one of same_words"),
        ("details.officials.0.rank", "General", "details.officials[0].rank: expected an object"),
        ("details.officials.0.order", 5, "details: expected an order from 0"),
        ("details.officials", [], "details.officials: expected at least one leaf"),
        ("counts.verified", "1", "counts.verified: expected a whole number"),
        ("counts.done", 1, "counts.done: expected one of the keys"),
        ("source.published_at", "2024-02-30", "source.published_at: expected a day"),
        ("source.published_at", "20240217", "source.published_at: expected a day"),
        ("not_stated.0", {}, "not_stated[0]: expected text, found an object"),
    ],
)
def test_a_damaged_briefing_is_refused_with_the_place(path: str, value: object, message: str) -> None:
    """Whatever is wrong in a file, the message says where it stands and what was expected there."""
    with pytest.raises(InvalidBriefingError) as caught:
        briefing_from_json(changed(path, value))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("key", list(json.loads(briefing_to_json(a_briefing()))))
def test_a_missing_key_is_named(key: str) -> None:
    """No part of a briefing is made up when the file does not have it."""
    document = json.loads(briefing_to_json(a_briefing()))
    del document[key]
    with pytest.raises(InvalidBriefingError, match=f"^{key}: expected this key, found nothing"):
        briefing_from_json(json.dumps(document))


def test_a_number_of_thousands_of_digits_is_refused_with_the_place() -> None:
    """A number that Python itself would not read is refused like any other wrong value."""
    text = briefing_to_json(a_briefing()).replace('"length": 99', f'"length": {"9" * 5000}')
    with pytest.raises(InvalidBriefingError, match=r"^source\.length: .* found a number of 5000 digits"):
        briefing_from_json(text)


def test_a_key_given_twice_is_refused() -> None:
    """A file cannot say two things at one place and have one of them believed."""
    text = briefing_to_json(a_briefing()).replace('"statement": "They flew"', '"statement": "a", "statement": "b"')
    with pytest.raises(InvalidBriefingError, match=r"^facts\[1\]: .*'statement' twice"):
        briefing_from_json(text)


@pytest.mark.parametrize("text", ["", "no", "[1,", "\ufeff{}", "[" * 100_000, "nul", "{'a': 1}"])
def test_what_is_not_json_is_refused(text: str) -> None:
    """Any text at all gives a clear error, never a crash."""
    with pytest.raises(InvalidBriefingError, match="the document: expected"):
        briefing_from_json(text)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)


def places(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path in a JSON document."""
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in pairs:
        yield from places(member, (*path, str(key)))


PLACES = [".".join(path) for path in places(json.loads(briefing_to_json(a_briefing()))) if path]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES), JSON_VALUES)
def test_reading_is_total(path: str, value: object) -> None:
    """With any JSON value at any place the file is either read, and then writes what it said, or refused."""
    text = changed(path, value)
    try:
        briefing = briefing_from_json(text)
    except InvalidBriefingError:
        return
    written = json.loads(briefing_to_json(briefing))
    written["counts"] = json.loads(text)["counts"]
    stored = json.loads(text)
    # A figure without a bound may leave its inclusive flags out or give their defaults.
    assert json.dumps(written, sort_keys=True) == json.dumps(stored, sort_keys=True) or "inclusive" in path


def test_counts_come_from_the_facts_and_the_stored_ones_can_be_seen() -> None:
    """A briefing with wrong counts loads with right ones, and the wrong ones stay visible for a check."""
    text = changed("counts.verified", 7)
    assert briefing_from_json(text).counts[Status.VERIFIED] == 1
    assert stored_counts(text)[Status.VERIFIED] == 7
    assert stored_counts(briefing_to_json(a_briefing())) == a_briefing().counts


def test_the_digest_covers_everything_but_itself() -> None:
    """One changed character anywhere changes the digest; storing the digest does not."""
    briefing = a_briefing()
    digest = content_sha256(briefing)
    sealed = dataclasses.replace(briefing, provenance=dataclasses.replace(briefing.provenance, content_sha256=digest))
    assert content_sha256(sealed) == digest
    assert content_sha256(briefing_from_json(briefing_to_json(sealed))) == digest
    assert content_sha256(dataclasses.replace(sealed, headline="Officers arrivd")) != digest


def test_a_report_lists_its_verdict_first() -> None:
    """The JSON of a report says how it ended, then every finding and figure."""
    briefing = a_briefing()
    report = Report(briefing.facts[0].findings, (), briefing.facts[0].figures)
    document = json.loads(report_to_json(report))
    assert list(document) == ["status", "ok", "counts", "findings", "source_findings", "figures", "omitted_figures"]
    assert (document["status"], document["ok"]) == ("verified", True)
    assert document["findings"][0]["claim"] == {"text": "200", "start": 0, "end": 3}
    assert document["figures"][0]["status"] == "verified"
