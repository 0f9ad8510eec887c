"""Properties of the reader that hold for any text, checked on texts made of news fragments and on arbitrary ones."""

import datetime as dt
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.records.quantity import Quantity, Words
from briefing.text.quantities import read_quantities

_ANCHOR = dt.date(2024, 9, 17)
_FRAGMENTS = st.sampled_from(
    (
        "about 400 officers", "$1.2bn", "two hundred and fifty-six people", "1 in 5", "last Tuesday", "3 May 2023",
        "between 3 and 4 million", "12:30pm", "COVID-19", "Boeing 737", "half an hour", "a third of voters", "2-1 win",
        "10 000", "minus 3 degrees", "mid-2023", "the first three months of the year", "up to 1,000", "killed", "and",
        "from", "to", "of", "the", "one", "a", "-", ",", "(", ")", "per cent", "million", "in", "next", "years", "May",
        "20-year-old", "½", "5", "19", "90s", "'", "twenty", "point", "first", "week", "before", "ago", "£2m-a-year",
    )
)  # fmt: skip
_NEWS = st.lists(_FRAGMENTS, max_size=25).map(" ".join)
_CLOSED = st.lists(_FRAGMENTS, min_size=1, max_size=20).map(lambda parts: f"Officials said {' '.join(parts)} there.")


@given(st.one_of(st.text(max_size=200), _NEWS))
def test_spans_cut_the_words_in_order_without_overlap(text: str) -> None:
    """Each figure's span cuts its raw words, the core lies in it, and no two figures share a character."""
    end = 0
    for quantity in read_quantities(text, anchor=_ANCHOR):
        assert text[quantity.start : quantity.end] == quantity.raw
        assert quantity.raw.strip()
        assert quantity.start >= end
        assert quantity.start <= quantity.core.start < quantity.core.end <= quantity.end
        end = quantity.end


@given(st.one_of(st.text(max_size=120), _NEWS))
def test_bound_words_cut_the_text_too(text: str) -> None:
    """What a figure is said of is quoted from the text at the place that is given."""
    for quantity in read_quantities(text, anchor=_ANCHOR):
        for words in (quantity.counted, quantity.measure, quantity.period):
            assert words is None or text[words.start : words.end] == words.text


@given(_NEWS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Nothing is remembered from one reading to the next."""
    assert read_quantities(text, anchor=_ANCHOR) == read_quantities(text, anchor=_ANCHOR)


@given(_NEWS)
def test_an_interval_is_never_upside_down(text: str) -> None:
    """Low is at most high, and a first day is never behind a last day."""
    for quantity in read_quantities(text, anchor=_ANCHOR):
        if quantity.low is not None and quantity.high is not None and quantity.kind.value != "time":
            assert quantity.low <= quantity.high
        if quantity.date is not None and quantity.date.first is not None and quantity.date.last is not None:
            assert quantity.date.first <= quantity.date.last


@settings(max_examples=200)
@given(_CLOSED)
def test_a_sentence_reads_the_same_inside_a_longer_text(text: str) -> None:
    """What stands in other sentences changes no reading; only the places move."""
    prefix = "Rescuers had come by boat. "
    alone = read_quantities(text, anchor=_ANCHOR)
    inside = read_quantities(f"{prefix}{text} Villagers helped.", anchor=_ANCHOR)
    assert [_moved(quantity, len(prefix)) for quantity in alone] == list(inside)


@given(st.text(max_size=300), st.sampled_from(("en", "de", "fr", "xx", "", "en-US")), st.none() | st.dates())
def test_no_text_raises(text: str, locale: str, anchor: dt.date | None) -> None:
    """Any text in any language with any anchor gives a tuple of figures."""
    assert isinstance(read_quantities(text, locale=locale, anchor=anchor), tuple)


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(
        quantity,
        start=quantity.start + by,
        end=quantity.end + by,
        core_start=quantity.core_start + by if quantity.core_start >= 0 else -1,
        core_end=quantity.core_end + by if quantity.core_end >= 0 else -1,
        counted=_words_moved(quantity.counted, by),
        measure=_words_moved(quantity.measure, by),
        period=_words_moved(quantity.period, by),
    )


def _words_moved(words: Words | None, by: int) -> Words | None:
    return None if words is None else Words(words.text, words.start + by, words.end + by)
