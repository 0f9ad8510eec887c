"""Two versions of a story: what moved, and what did not."""

import random
import re
import textwrap
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import Change, ChangeKind, Sentences, Subject, compare
from tests import stories

every_story = pytest.mark.parametrize("story", stories.IDS)
UPDATE = (stories.FIXTURES / "river-flood" / "update.txt").read_text(encoding="utf-8")


def brief(change: Change) -> tuple[str, str, str, str]:
    """A change as a reader sees it."""
    old, new = (passage.text if passage is not None else "" for passage in (change.old, change.new))
    return change.subject.value, change.kind.value, old, new


def moved(old: str, new: str) -> list[tuple[str, str, str, str]]:
    """The changes between two texts."""
    return [brief(change) for change in compare(old, new).changes]


@every_story
def test_a_story_has_no_changes_against_itself(story: str) -> None:
    """Nothing moved is told as nothing."""
    comparison = compare(stories.article(story), stories.article(story))
    assert comparison.changes == ()
    assert comparison.moved == ()
    assert comparison.ok


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a fixture."""
    return text.strip().split("\n\n")


def shuffled(text: str) -> str:
    """The paragraphs in another order."""
    found = paragraphs(text)
    random.Random(len(text)).shuffle(found)
    return "\n\n".join(found)


def wrapped(text: str) -> str:
    """Lines broken at sixty columns."""
    return "\n\n".join(textwrap.fill(each, 60) for each in paragraphs(text))


def joined(text: str) -> str:
    """One paragraph."""
    return " ".join(text.split())


def cut(text: str) -> str:
    """A paragraph for every sentence."""
    return re.sub(r"(?<=[.!?]) (?=[A-Z])", "\n\n", text)


def typeset(text: str) -> str:
    """Curly marks, long dashes, hard spaces."""
    curly = re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")
    return curly.replace(" - ", " – ").replace(" per cent", "\u00a0per\u00a0cent").replace("ffi", "ﬃ")


@every_story
@pytest.mark.parametrize("change", [shuffled, wrapped, joined, cut, typeset], ids=lambda each: each.__name__)
def test_layout_is_no_change(story: str, change: object) -> None:
    """Paragraphs that moved or were cut otherwise, line ends and typography move no figure, name or quotation."""
    assert callable(change)
    assert moved(stories.text(story), change(stories.text(story))) == []


@every_story
@settings(max_examples=20, deadline=None)
@given(seed=st.randoms(use_true_random=False), width=st.integers(30, 90))
def test_any_order_and_any_width_is_no_change(story: str, seed: random.Random, width: int) -> None:
    """The same paragraphs, however they are sorted and wrapped."""
    found = paragraphs(stories.text(story))
    seed.shuffle(found)
    assert moved(stories.text(story), "\n\n".join(textwrap.fill(each, width) for each in found)) == []


def test_a_write_thru_is_told_at_a_glance() -> None:
    """Every figure, day, name, quotation and hedge that is another in the second version, and nothing else."""
    changes = [
        brief(change)
        for change in compare(stories.path("river-flood"), stories.FIXTURES / "river-flood" / "update.txt").changes
    ]
    assert changes == [
        ("figure", "changed", "At least nine people died", "At least 14 people died"),
        ("figure", "changed", "dozens were missing", "23 were missing"),
        ("date", "changed", "Wednesday", "Thursday"),
        ("figure", "changed", "sent 450 soldiers", "sent 540 soldiers"),
        ("figure", "hedge_changed", "About 1,200 residents", "1,200 residents"),
        ("name", "respelt", "Ingrid Vassal", "Ingrid Vasall"),
        ("quotation", "altered", "I expect the number of dead to rise.", "I do not expect the number of dead to rise."),
        ("figure", "changed", "More than 6,000 homes", "Some 2,500 homes"),
        (
            "wording",
            "changed",
            "said that repairs could take up to four days",
            "said that repairs would take up to four days",
        ),
        ("date", "changed", "Monday", "Tuesday"),
        ("quotation", "added", "", "We asked for new sandbags three times this year and got none,"),
        ("figure", "added", "", "three times"),
        ("date", "added", "", "this year"),
        ("name", "added", "", "Piet Corrigan"),
        (
            "wording",
            "gone",
            "the Orrin had probably passed, it said",
            "on the Orrin had passed, it said",
        ),
    ]


def test_both_sides_have_their_paragraph() -> None:
    """An editor finds the words before and the words now."""
    comparison = compare(stories.text("river-flood"), UPDATE)
    (soldiers,) = [change for change in comparison.changes if change.new and "soldiers" in change.new.text]
    assert soldiers.old is not None
    assert soldiers.new is not None
    assert (soldiers.old.where, soldiers.new.where) == ("paragraph 8", "paragraph 3")
    assert stories.text("river-flood")[soldiers.old.start : soldiers.old.end] == soldiers.old.text
    assert UPDATE[soldiers.new.start : soldiers.new.end] == soldiers.new.text
    assert soldiers.message == "'sent 450 soldiers' (paragraph 8) is now 'sent 540 soldiers' (paragraph 3)."
    assert (soldiers.old_figure and soldiers.old_figure.raw, soldiers.new_figure and soldiers.new_figure.raw) == (
        "450",
        "540",
    )


@dataclass(frozen=True)
class Tampered:
    """A fixture, words in it, and what they are replaced by; and the one change that has to come of it."""

    story: str
    old: str
    new: str
    change: tuple[str, str, str, str]


TAMPERED = (
    Tampered(
        "ferry-live",
        "risen to 17",
        "risen to 18",
        ("figure", "changed", "injured has risen to 17", "injured has risen to 18"),
    ),
    Tampered(
        "ferry-live", "221 passengers", "212 passengers", ("figure", "changed", "221 passengers", "212 passengers")
    ),
    Tampered("ferry-live", "at 13:52", "at 12:52", ("figure", "changed", "13:52", "12:52")),
    Tampered(
        "ferry-live",
        "87 metres",
        "87 feet",
        ("figure", "changed", "built in 2004 and is 87 metres", "built in 2004 and is 87 feet"),
    ),
    Tampered(
        "ferry-live",
        "about 3 kilometres",
        "3 kilometres",
        ("figure", "hedge_changed", "about 3 kilometres", "3 kilometres"),
    ),
    Tampered("ferry-live", "in May", "in March", ("date", "changed", "May", "March")),
    Tampered("ferry-live", "Carla Denholm", "Carla Denham", ("name", "respelt", "Carla Denholm", "Carla Denham")),
    Tampered("ferry-live", "Ivo Brandes", "Piet Corrigan", ("name", "changed", "Ivo Brandes", "Piet Corrigan")),
    Tampered(
        "ferry-live",
        "the lights went out",
        "the lights went on",
        (
            "quotation",
            "altered",
            "We hit something hard, and then the lights went out,",
            "We hit something hard, and then the lights went on,",
        ),
    ),
    Tampered(
        "ferry-live",
        "is not thought to be",
        "is thought to be",
        ("wording", "gone", "side but is not thought to be", "one side but is thought to be"),
    ),
    Tampered(
        "police-deployment",
        "nearly 438",
        "438",
        ("figure", "hedge_changed", "nearly 438 people were kidnapped", "438 people were kidnapped"),
    ),
    Tampered(
        "police-deployment",
        "up to 1,000 officers",
        "more than 1,000 officers",
        ("figure", "hedge_changed", "pledged up to 1,000 officers", "pledged more than 1,000 officers"),
    ),
)


@pytest.mark.parametrize("case", TAMPERED, ids=lambda case: f"{case.old} > {case.new}")
def test_one_edit_is_one_change(case: Tampered) -> None:
    """A single edit of a story is found, named for what it is, and nothing else is."""
    text = stories.text(case.story)
    assert text.count(case.old) == 1
    assert moved(text, text.replace(case.old, case.new)) == [case.change]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The bridge opens in two weeks.", "The bridge opens in a fortnight."),
        ("About 40 people were hurt in Lund.", "Around 40 people were hurt in Lund."),
        ("The fund holds $1.2 billion, it said.", "The fund holds 1,200 million dollars, it said."),
        ("The town was hit in May, police said.", "The town was hit on 4 May, police said."),
        ("Twelve boats and 30 divers searched the lake.", "30 divers and 12 boats searched the lake."),
        (
            "Three people died. Two bridges were shut after the storm.",
            "Two bridges were shut after the storm; three people died.",
        ),
        ('"We will stay," said Anna Brandt. "It is our town."', '"We will stay. It is our town," said Anna Brandt.'),
        ("The minister, Anna Brandt, spoke. Brandt left.", "The minister, Anna Brandt, spoke. Anna Brandt left."),
    ],
)
def test_the_same_in_other_words_is_no_change(old: str, new: str) -> None:
    """Another notation, order or cut of the same figures, names and quotations."""
    assert compare(old, new).changes == ()


def test_a_correction_is_told_apart_from_an_addition() -> None:
    """A value that stands where another stood is changed; one where nothing stood is new, one without an heir gone."""
    changes = moved(
        "Twelve people were hurt in Lund. Four helicopters came to the harbour.",
        "Fifteen people were hurt in Lund. Two children were pulled from the water by divers.",
    )
    assert changes == [
        ("figure", "changed", "Twelve people were hurt", "Fifteen people were hurt"),
        ("figure", "added", "", "Two children were pulled"),
        ("figure", "gone", "Four helicopters came", ""),
    ]


def test_what_stands_in_the_place_of_a_figure_is_shown() -> None:
    """A figure that left a sentence which stays: the words that stand there now."""
    (change,) = compare(
        "Police said that two men were still trapped.", "Police said that some men were still trapped."
    ).changes
    assert change.kind is ChangeKind.GONE
    assert change.note == "now: 'Police said that some men were still' (paragraph 1)"


def test_an_update_in_a_rewritten_sentence_is_a_change() -> None:
    """The toll in other words is the same toll."""
    (toll, *_) = moved(
        "At least 12 people were killed when a train derailed near Nordham, police said.",
        "The death toll from the train derailment near Nordham has risen to 17, police said.",
    )
    assert toll == ("figure", "changed", "At least 12 people were killed", "risen to 17")


def test_an_old_value_that_was_left_behind_is_pointed_out() -> None:
    """The lead was updated, the fifth paragraph was not: nobody sees that in a plain comparison."""
    old = "Some 12 people were injured. The mayor spoke. All 12 injured went home."
    comparison = compare(old, old.replace("Some 12", "Some 17"))
    assert [brief(change)[:2] for change in comparison.changes] == [("figure", "changed"), ("figure", "left")]
    assert "still stands" in comparison.changes[1].message


def test_an_earlier_toll_that_the_new_version_tells_is_not_left_behind() -> None:
    """Raising "an earlier toll of 12" is right."""
    comparison = compare(
        "Police said that 12 people were killed in Lund.",
        "Police said that 17 people were killed in Lund, raising an earlier toll of 12.",
    )
    assert [brief(change)[:2] for change in comparison.changes] == [("figure", "changed")]
    assert [change.note for change in comparison.moved] == ["the old version said so too"]


def test_the_same_number_of_something_else_is_named() -> None:
    """Twelve arrested is not twelve killed, and twelve men are not twelve women."""
    event = moved("Police arrested 12 people in Lund.", "Police killed 12 people in Lund.")
    thing = moved("Police arrested 12 men in Lund.", "Police arrested 12 women in Lund.")
    assert [change[1] for change in (*event, *thing)] == ["thing_changed", "thing_changed"]


def test_a_result_the_other_way_round_is_a_change() -> None:
    """Who won."""
    assert [change[1] for change in moved("Lund won 3-1 at home.", "Lund won 1-3 at home.")] == ["changed"]


def test_a_speaker_who_became_another_is_a_change() -> None:
    """Both names are in both versions, and still the words are somebody else's now."""
    story = "Anna Brandt met Marta Holm in Lund. {} said that the talks went well."
    assert moved(story.format("Brandt"), story.format("Holm")) == [("name", "changed", "Brandt", "Holm")]


def test_words_that_became_a_quotation_are_said_to_have_stood_there() -> None:
    """A paraphrase between quotation marks is the likeliest of invented quotations."""
    (change,) = compare(
        "Anna Brandt said the town would never give in.", 'Anna Brandt said "the town would never give in".'
    ).changes
    assert (change.subject, change.kind) == (Subject.QUOTATION, ChangeKind.ADDED)
    assert "without quotation marks" in change.note


def test_a_shortened_quotation_shows_what_was_left_out() -> None:
    """What a speaker no longer says."""
    (change,) = compare(
        '"We will never leave, whatever they do to us," said Anna Brandt.', '"We will never leave," said Anna Brandt.'
    ).changes
    assert change.kind is ChangeKind.ALTERED
    assert change.note == "'whatever they do to us' was left out"


def test_the_number_of_the_version_is_no_figure() -> None:
    """The 3 of "UPDATE 3" counts versions, not events."""
    assert moved("UPDATE 2-Ferry aground off Lund, 12 hurt", "UPDATE 3-Ferry aground off Lund, 12 hurt") == []


def test_the_same_words_of_another_day_are_a_change() -> None:
    """The word "yesterday" in a story that was published a day later is another day."""
    text = "The talks began yesterday in Lund."
    same = compare(text, text, published_at="2025-08-21")
    later = compare(text, text, published_at="2025-08-21", new_published_at="2025-08-22")
    assert same.changes == ()
    assert [(change.subject, change.kind) for change in later.changes] == [(Subject.DATE, ChangeKind.CHANGED)]
    assert "of another date" in later.changes[0].note


def test_days_in_other_words_are_the_same_when_the_date_is_known() -> None:
    """With the date of the story "Tuesday" is a day; without it nobody can tell."""
    old, new = "The talks began on Tuesday in Lund.", "The talks began on 19 August in Lund."
    assert compare(old, new, published_at="2025-08-21").changes == ()
    (unknown,) = compare(old, new).changes
    assert "without the date of the story" in unknown.note


def test_other_stories_share_nothing() -> None:
    """Two stories that have nothing to do with each other: everything is new or gone, next to nothing changed."""
    comparison = compare(stories.text("ferry-live"), stories.text("fraud-trial"))
    assert {change.kind for change in comparison.changes} <= {ChangeKind.ADDED, ChangeKind.GONE}


@settings(deadline=None)
@given(old=st.text(max_size=200), new=st.text(max_size=200))
def test_any_two_texts_can_be_compare(old: str, new: str) -> None:
    """No text breaks the comparison, and every passage is at its place."""
    old, new = f"x {old}".replace("\x00", ""), f"y {new}".replace("\x00", "")
    old, new = (text.replace("\r\n", "\n").replace("\r", "\n") for text in (old, new))
    for change in compare(old, new).changes:
        assert change.old is None or old[change.old.start : change.old.end] == change.old.text
        assert change.new is None or new[change.new.start : change.new.end] == change.new.text


def test_tables_take_no_square_time() -> None:
    """Two pages of numbers are compared in seconds, not minutes."""
    rows = "\n".join(f"{number * 7919 % 99991} {number * 31 % 997} {number}" for number in range(600))
    other = "\n".join(f"{number * 7907 % 99991} {number * 37 % 997} {number}" for number in range(600))
    assert compare(rows, other).changes


def test_edits_that_nothing_names_are_counted() -> None:
    """No figure moved, and still the sentence says the opposite: the comparison says that it was edited."""
    old = "The bridge over the Orrin was closed by the council. The road to Calder is wet and dark. Nobody came."
    new = "The bridge over the Orrin was reopened by the council. The road to Calder is wet and dark. A choir sang."
    comparison = compare(old, new)
    assert comparison.sentences == Sentences(same=1, edited=1, added=1, gone=1)
    whole = compare(old, old.replace(". The", "; the"))
    assert (whole.sentences.edited, whole.sentences.added, whole.sentences.gone) == (0, 0, 0)


def test_mixed_quotation_marks_are_no_change() -> None:
    """Where a text mixes its marks, their reading may differ from version to version; the words between them do not."""
    old = "He called it 'the end of the road' and left. She said 'tis 'the beginning of it', too."
    assert moved(old, old.replace("'", "’")) == []
