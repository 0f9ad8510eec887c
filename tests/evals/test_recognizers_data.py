"""The specifications' results become spans and values, and what is left out is left out by class."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from evals.recognizers_data import EXCLUDED, FILE, Row, decimal, load_rows


def _load_all(folder: Path, results: Sequence[Mapping[str, object]], **fields: object) -> tuple[Row, ...]:
    row = {"lang": "English", "model": "NumberModel", "input": "of 12 ships", "reference": None, "results": results}
    with gzip.open(folder / FILE, "wt", encoding="utf-8") as file:
        file.write(json.dumps(row | fields) + "\n")
    return load_rows(folder)


def _load(folder: Path, results: Sequence[Mapping[str, object]], **fields: object) -> Row:
    return _load_all(folder, results, **fields)[0]


@pytest.mark.parametrize("end", [4, 5])
def test_span_does_not_depend_on_how_the_end_is_counted(tmp_path: Path, end: int) -> None:
    """The data counts ends inclusively in one language and exclusively in another; the words decide."""
    result = {"Text": "12", "TypeName": "number", "Start": 3, "End": end, "Resolution": {"value": "12"}}
    (expected,) = _load(tmp_path, [result]).results
    assert (expected.start, expected.end, expected.excluded) == (3, 5, None)


def test_missing_or_wrong_start_is_found_in_the_text(tmp_path: Path) -> None:
    """A result without a start, or with one that points elsewhere, stands where its words stand."""
    result: dict[str, object] = {"Text": "12", "TypeName": "number", "Resolution": {"value": "12"}}
    assert _load(tmp_path, [result]).results[0].start == 3
    assert _load(tmp_path, [result | {"Start": 7}]).results[0].start == 3


@pytest.mark.parametrize(
    ("family", "resolution", "reason"),
    [
        ("ordinal.relative", {"value": "current-1"}, "relative ordinal"),
        ("number", {"value": "100", "subtype": "power"}, "power"),
        ("temperature", {"value": None, "unit": "F"}, "unit without a number"),
        ("datetimeV2.set", {"values": [{"timex": "P1D", "value": "not resolved"}]}, "recurring set"),
        ("datetimeV2.timezone", {"values": [{"value": "UTC-08:00"}]}, "time zone"),
        ("datetimeV2.datetime", {"values": [{"timex": "PRESENT_REF", "value": "2024-05-03 00:00:00"}]}, "now"),
        ("datetimeV2.daterange", {"values": [{"timex": "2024-SU", "value": "not resolved"}]}, "no value given"),
        (
            "datetimeV2.timerange",
            {"values": [{"timex": "TMO", "start": "08:00:00", "end": "12:00:00"}]},
            "part of the day",
        ),
        ("datetimeV2.timerange", {"values": [{"timex": "(T08,T12,PT4H)", "start": "08:00:00"}]}, None),
        (
            "datetimeV2.daterange",
            {"values": [{"timex": "2000", "Mod": "end", "start": "2000-09-01", "end": "2001-01-01"}]},
            "cut of a period",
        ),
        (
            "datetimeV2.daterange",
            {"values": [{"timex": "2018-W22", "start": "2018-05-31", "end": "2018-06-04"}]},
            "cut of a period",
        ),
        ("datetimeV2.daterange", {"values": [{"timex": "2018-W22", "start": "2018-05-28", "end": "2018-06-04"}]}, None),
        ("datetimeV2.daterange", {"values": [{"timex": "2018-05", "start": "2018-05-01", "end": "2018-06-01"}]}, None),
        (
            "datetimeV2.datetimerange",
            {"values": [{"start": "2018-05-14 11:00:00"}, {"start": "2018-05-14 23:00:00"}]},
            "hours without am or pm",
        ),
        ("datetimeV2.date", {"values": [{"timex": "2024-05-03", "value": "2024-05-03"}]}, None),
        ("datetimeV2.daterange", {"values": [{"timex": "(2018-08-21,2018-08-25,P4BD)"}]}, "business days"),
        (
            "datetimeV2.datetime",
            {"values": [{"timex": "2018-05-03T23:59:59", "value": "2018-05-03 23:59:59"}]},
            "last second of a day",
        ),
        ("number", {"value": "26.4", "subtype": "fraction"}, "calculators' fraction"),
        ("number", {"value": "1E-07", "subtype": "fraction"}, "calculators' fraction"),
        ("number", {"value": "0.181818181818182", "subtype": "fraction"}, "calculators' fraction"),
        ("number", {"value": "0.0476190476190476", "subtype": "fraction"}, None),
        ("number", {"value": "3.25", "subtype": "fraction"}, None),
        ("number", {"value": "500000", "subtype": "fraction"}, None),
    ],
)
def test_exclusion_goes_by_class(
    tmp_path: Path, family: str, resolution: dict[str, object], reason: str | None
) -> None:
    """Each class that is left out is named and explained, whatever the words are."""
    result = {"Text": "12", "TypeName": family, "Start": 3, "End": 4, "Resolution": resolution}
    (expected,) = _load(tmp_path, [result]).results
    assert expected.excluded == reason


@pytest.mark.parametrize(
    ("words", "timex", "reason"),
    [
        ("few hours", "PT3H", "length without a number"),
        ("all day", "P1D", "length without a number"),
        ("three hours", "PT3H", None),
        ("3 hours", "PT3H", None),
        ("an hour", "PT1H", None),
        ("half an hour", "PT0.5H", None),
    ],
)
def test_a_length_whose_number_is_not_printed_is_left_out(
    tmp_path: Path, words: str, timex: str, reason: str | None
) -> None:
    """A length that the specification fixes at one or three is scored only where words or digits say so."""
    result = {"Text": words, "TypeName": "datetimeV2.duration", "Resolution": {"values": [{"timex": timex}]}}
    (expected,) = _load(tmp_path, [result], input=words, model="DateTimeModel").results
    assert expected.excluded == reason


@pytest.mark.parametrize(("words", "reason"), [("week 10", "week by its number"), ("this week", None)])
def test_a_week_by_its_number_is_left_out(tmp_path: Path, words: str, reason: str | None) -> None:
    """A week that is printed by its number is left out; the same week in other words is not."""
    week = {"timex": "2019-W10", "start": "2019-03-04", "end": "2019-03-11"}
    result = {"Text": words, "TypeName": "datetimeV2.daterange", "Resolution": {"values": [week]}}
    rows = _load(tmp_path, [result], input=words, model="DateTimeModel", reference="2019-03-05T00:00:00")
    assert rows.results[0].excluded == reason


@pytest.mark.parametrize(("words", "reason"), [("1 over 3", "division read out"), ("one in three", None)])
def test_a_division_is_left_out(tmp_path: Path, words: str, reason: str | None) -> None:
    """Arithmetic read out is left out; a share in the words of news is not."""
    value = {"value": "0.333333333333333", "subtype": "fraction"}
    result = {"Text": words, "TypeName": "number", "Resolution": value}
    assert _load(tmp_path, [result], input=words).results[0].excluded == reason


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("call +1-222-2222/2222", "222", "part of a code"),
        ("open report-2002-10-09.xlsx", "2002", "part of a code"),
        ("from 10-15 ships", "10", None),
        ("they made three-nought-four", "three", None),
    ],
)
def test_a_part_of_a_code_is_left_out(tmp_path: Path, text: str, words: str, reason: str | None) -> None:
    """Digits inside a telephone number or a file's name are left out; the ends of a range are not."""
    result = {"Text": words, "TypeName": "number", "Resolution": {"value": "3", "subtype": "integer"}}
    assert _load(tmp_path, [result], input=text).results[0].excluded == reason


@pytest.mark.parametrize(
    ("words", "day", "reason"),
    [("the day", "2019-03-05", "bare period"), ("today", "2019-03-05", None), ("the 12th", "2019-03-12", None)],
)
def test_a_bare_period_is_left_out(tmp_path: Path, words: str, day: str, reason: str | None) -> None:
    """A noun that names no day is left out where the specification takes it for the reference day."""
    result = {"Text": words, "TypeName": "datetimeV2.date", "Resolution": {"values": [{"value": day, "timex": day}]}}
    row = _load(tmp_path, [result], input=words, model="DateTimeModel", reference="2019-03-05T00:00:00")
    assert row.results[0].excluded == reason


@pytest.mark.parametrize(("words", "reason"), [("11ish", "chat spelling"), ("9p", "chat spelling"), ("9 pm", None)])
def test_chat_spelling_is_left_out(tmp_path: Path, words: str, reason: str | None) -> None:
    """Clock times in the spelling of chats are left out; those of news are not."""
    value = {"values": [{"value": "21:00:00", "timex": "T21"}]}
    result = {"Text": words, "TypeName": "datetimeV2.time", "Resolution": value}
    assert _load(tmp_path, [result], input=words, model="DateTimeModel").results[0].excluded == reason


@pytest.mark.parametrize(("words", "reason"), [("una", "article as a number"), ("one", None), ("1", None)])
def test_an_article_is_no_number(tmp_path: Path, words: str, reason: str | None) -> None:
    """The indefinite article of the Romance languages and German is left out; the word one is not."""
    result = {"Text": words, "TypeName": "number", "Resolution": {"value": "1", "subtype": "integer"}}
    assert _load(tmp_path, [result], input=words).results[0].excluded == reason
    assert reason is None or reason in EXCLUDED


@pytest.mark.parametrize(
    ("text", "timex", "reference", "reason"),
    [
        ("it ended on 12", "2024-05-12", None, "no reference day"),
        ("it ended on 12", "2024-05-12", "2024-05-20T00:00:00", None),
        ("in 2024 on 12", "2024-05-12", None, None),
        ("it ended on 12", "XXXX-05-12", None, None),
    ],
)
def test_missing_reference_day_excludes_only_what_hangs_on_it(
    tmp_path: Path, text: str, timex: str, reference: str | None, reason: str | None
) -> None:
    """Without a reference day, printed years and partial dates are still scored."""
    values = [{"timex": timex, "value": "2024-05-12"}]
    result: dict[str, object] = {"Text": "12", "TypeName": "datetimeV2.date", "Resolution": {"values": values}}
    row = _load(tmp_path, [result], input=text, reference=reference, model="DateTimeModel")
    assert row.results[0].excluded == reason


def test_other_languages_are_left_out(tmp_path: Path) -> None:
    """Only the six languages of the reader are loaded."""
    assert _load_all(tmp_path, [], lang="Japanese") == ()
    assert [row.locale for row in _load_all(tmp_path, [], lang="Italian")] == ["it"]


@pytest.mark.parametrize(("words", "value"), [("12,5", "12.5"), ("20%", "20"), ("1E-09", "1e-9"), ("null", None)])
def test_numbers_are_read_as_the_specification_prints_them(words: str, value: str | None) -> None:
    """Decimal commas, percent signs and exponents are notation; anything else is no number."""
    assert decimal(words) == (decimal(value) if value else None)
