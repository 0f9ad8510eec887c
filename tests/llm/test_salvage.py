"""What is good in an answer is kept, what is not is named: one malformed item never costs the others."""

import json
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from briefing.llm.salvage import UnsalvageableError, salvage


class Item(BaseModel):
    """One thing."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(max_length=10)]
    role: Literal["start", "end"] | None
    sentences: Annotated[list[Annotated[str, Field(pattern=r"^s[0-9]+$")]], Field(min_length=1, max_length=2)]


class Part(BaseModel):
    """A part of its own, which may be empty."""

    model_config = ConfigDict(extra="forbid")
    items: Annotated[list[Item], Field(max_length=2)]
    one: Item | None


class Whole(BaseModel):
    """The answer."""

    model_config = ConfigDict(extra="forbid")
    items: Annotated[list[Item], Field(max_length=3)]
    part: Part


ONE = {"text": "one", "role": "end", "sentences": ["s1"]}
TWO = {"text": "two", "role": None, "sentences": ["s2"]}
EMPTY: dict[str, object] = {"items": [], "one": None}


def kept(answer: object) -> tuple[list[str], list[str]]:
    """The texts that were kept, of the list and of the part, and the places that were not."""
    found = salvage(Whole, answer if isinstance(answer, str) else json.dumps(answer))
    one = found.value.part.one
    items = [*found.value.items, *found.value.part.items, *([one] if one else [])]
    return [item.text for item in items], [note.split(":")[0] for note in found.dropped]


def test_an_answer_that_fits_is_kept_whole() -> None:
    """Nothing is dropped, nothing is changed."""
    assert kept({"items": [ONE, TWO], "part": {"items": [ONE], "one": TWO}}) == (["one", "two", "one", "two"], [])


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ({**TWO, "text": "t" * 11}, "items[1]"),
        ({**TWO, "sentences": []}, "items[1]"),
        ({**TWO, "text": None}, "items[1]"),
        ({"text": "two"}, "items[1]"),
        ("two", "items[1]"),
        (None, "items[1]"),
    ],
)
def test_a_malformed_item_of_a_list_is_left_out(item: object, place: str) -> None:
    """With its place; its neighbours stay."""
    texts, places = kept({"items": [ONE, item, TWO], "part": EMPTY})
    assert texts == ["one", "two"]
    assert place in places


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ({**TWO, "role": "middle"}, "items[0].role"),
        ({**TWO, "sentences": ["s2", "paragraph 3"]}, "items[0].sentences[1]"),
        ({**TWO, "sentences": ["s2", "s3", "s4"]}, "items[0].sentences[2]"),
        ({**TWO, "quote": "copied"}, "items[0].quote"),
    ],
)
def test_what_is_wrong_inside_an_item_costs_no_more_than_itself(item: object, place: str) -> None:
    """A field that may be null becomes null, an item of an inner list goes, an unknown key goes; all are named."""
    texts, places = kept({"items": [item], "part": EMPTY})
    assert texts == ["two"]
    assert places == [place]


@pytest.mark.parametrize("part", [None, 3, "x", [], {"items": 3}, {"one": {"text": "x"}}])
def test_a_part_that_is_malformed_does_not_cost_the_rest(part: object) -> None:
    """An answer that was cut off before its last part has that part empty, and says so."""
    texts, places = kept({"items": [ONE], "part": part})
    assert texts == ["one"]
    assert any(place.startswith("part") for place in places)


def test_the_caps_of_the_schema_hold() -> None:
    """More items than it allows are left out, each named."""
    texts, places = kept({"items": [ONE] * 5, "part": {"items": [TWO] * 3, "one": None}})
    assert texts == ["one"] * 3 + ["two"] * 2
    assert places == ["items[3]", "items[4]", "part.items[2]"]


@pytest.mark.parametrize(
    "text",
    [
        '```json\n{"items": [ONE], "part": {"items": [], "one": null}}\n```',
        'Here it is: {"items": [ONE], "part": {"items": [], "one": null}} I hope it helps.',
        '{"items": [ONE, {"text": "tw',
        '{"items": [ONE], "part": {"items": [{"te',
    ],
)
def test_fences_chatter_and_cuts_are_no_reason_to_lose_an_answer(text: str) -> None:
    """The object is found inside; one that was cut off is read up to the cut."""
    assert kept(text.replace("ONE", json.dumps(ONE)))[0] == ["one"]


@pytest.mark.parametrize("text", ["", "no object", "[1, 2]", "{nothing", '"{"'])
def test_nothing_to_keep_is_an_error_that_says_why(text: str) -> None:
    """And it does not repeat the answer, which may be the article's words."""
    with pytest.raises(UnsalvageableError) as caught:
        salvage(Item, text)
    assert str(caught.value)


def test_a_reason_never_shows_the_value() -> None:
    """What a model wrote may be the article's text: notes name the place and the rule."""
    found = salvage(Whole, json.dumps({"items": [{**ONE, "text": "secret words of the article"}], "part": EMPTY}))
    assert found.dropped == ("items[0]: text: String should have at most 10 characters",)
