"""The facts of a briefing against a newer version of its article."""

import dataclasses

import pytest

from briefing import Briefing, Currency, FactCurrency, Status, compare, summarize
from briefing.errors import SourceMismatchError
from tests import stories
from tests.versions.test_comparison import UPDATE, cut, shuffled, typeset, wrapped

OLD = stories.text("river-flood")


def facts(old: str, new: str) -> tuple[FactCurrency, ...]:
    """The facts of the embedded engine's briefing of ``old`` against ``new``."""
    found = compare(old, new, briefing=summarize(old)).facts
    assert found is not None
    return found


def about(found: tuple[FactCurrency, ...], words: str) -> FactCurrency:
    """The one fact whose statement has these words."""
    (fact,) = [each for each in found if words in each.statement]
    return fact


@pytest.mark.parametrize("story", stories.IDS)
def test_every_fact_is_current_against_its_own_article(story: str) -> None:
    """Nothing is stale before anything has changed, not even a fact that did not pass its checks."""
    comparison = compare(stories.article(story), stories.article(story), briefing=stories.briefing(story))
    assert comparison.facts is not None
    assert {fact.currency for fact in comparison.facts} == {Currency.CURRENT}
    assert comparison.ok


@pytest.mark.parametrize("story", stories.IDS)
@pytest.mark.parametrize("layout", [shuffled, wrapped, cut, typeset], ids=lambda each: each.__name__)
def test_text_that_only_moved_makes_no_fact_stale(story: str, layout: object) -> None:
    """Evidence is found again by its words and surroundings, with offsets into the new version."""
    assert callable(layout)
    new = layout(stories.text(story))
    for fact in facts(stories.text(story), new):
        assert fact.currency.holds, fact
        assert len(fact.now) == len(fact.evidence)
        for evidence in fact.now:
            assert new[evidence.start : evidence.end] == evidence.exact


def test_no_briefing_is_not_all_current() -> None:
    """Who asks for no facts gets none, and no claim about them."""
    assert compare(OLD, UPDATE).facts is None


def test_a_changed_figure_makes_its_fact_stale() -> None:
    """The fact says what it rested on, what the new version says, and what the checks make of it now."""
    fact = about(facts(OLD, UPDATE), "450 soldiers")
    assert (fact.currency, fact.was, fact.status) == (Currency.STALE, Status.VERIFIED, Status.UNSUPPORTED)
    assert fact.message == "'sent 450 soldiers' (paragraph 8) is now 'sent 540 soldiers' (paragraph 3)."
    assert [change.new.text for change in fact.changes if change.new] == ["sent 540 soldiers"]
    assert "sent 540 soldiers with pumps" in fact.now[0].exact
    assert any("540 soldiers" in finding.message for finding in fact.findings)


def test_a_dropped_hedge_makes_its_fact_stale() -> None:
    """The number is the same, the claim is not."""
    fact = about(facts(OLD, UPDATE), "1,200 residents")
    assert fact.currency is Currency.STALE
    assert fact.message.endswith("the hedge is gone.")


def test_other_words_make_a_fact_stale_and_are_named() -> None:
    """A word that no check reads may still be the news: the editor sees which one it is."""
    fact = about(facts(OLD, OLD.replace("Calder were closed", "Calder were reopened")), "Two bridges")
    assert fact.currency is Currency.STALE
    assert fact.message == "The wording changed: 'closed' became 'reopened'."


def test_a_fact_that_moved_is_current_elsewhere() -> None:
    """The paragraph about the state of emergency went up; its facts hold."""
    fact = about(facts(OLD, UPDATE), "12 million euros")
    assert fact.currency is Currency.MOVED
    assert fact.message == "Its evidence stands word for word elsewhere now (paragraph 3)."


def test_only_what_changed_its_order_has_moved() -> None:
    """A paragraph put in at the top shifts every offset and moves nothing."""
    new = f"The rescue service spoke to reporters at noon.\n\n{OLD}"
    assert {fact.currency for fact in facts(OLD, new)} == {Currency.CURRENT}


def test_a_fact_whose_sentence_was_cut_out_is_gone() -> None:
    """Nothing like it stands in the new version."""
    sentence = "Fewer than 40 people were being treated in hospital, most of them for hypothermia."
    fact = about(facts(OLD, OLD.replace(f"{sentence}\n\n", "")), "Fewer than 40")
    assert (fact.currency, fact.now) == (Currency.GONE, ())


def test_words_around_the_evidence_that_turn_it_make_it_stale() -> None:
    """The evidence stands word for word, behind "the council denied that"."""
    old = "The dyke at Hallbeck was inspected in November. The mayor spoke to reporters on Monday in Quay Street."
    new = old.replace("The dyke at", "The council denied that the dyke at")
    fact = about(facts(old, new), "dyke")
    assert fact.currency is Currency.STALE
    assert "denied" in fact.message


def test_the_same_words_elsewhere_do_not_save_a_fact() -> None:
    """Of two equal quotes the one whose sentence changed is stale, though the words still stand in the other."""
    old = "Police said 12 people were hurt at the mill. The fire service said 12 people were hurt at the quay."
    made = summarize(old)
    fact = dataclasses.replace(
        made.facts[0], evidence=(dataclasses.replace(made.facts[0].evidence[0], exact="12 people", start=12, end=21),)
    )
    briefing = dataclasses.replace(made, facts=(fact,))
    found = compare(old, old.replace("12 people were hurt at the mill", "17 people were hurt there"), briefing=briefing)
    assert found.facts is not None
    assert found.facts[0].currency is Currency.STALE


def test_a_briefing_of_another_text_is_refused_with_the_fix() -> None:
    """The mistake is named: the wrong article, or the two versions in the wrong order."""
    briefing: Briefing = summarize(OLD)
    with pytest.raises(SourceMismatchError, match="give the version that was briefed as the old one"):
        compare(stories.text("village-choir"), UPDATE, briefing=briefing)
    with pytest.raises(SourceMismatchError, match="was made from the new version"):
        compare(UPDATE, OLD, briefing=briefing)


def test_title_and_date_of_the_briefing_hold_for_both_versions() -> None:
    """What was given when the briefing was made need not be given again."""
    briefing = summarize(OLD, published_at="2025-01-08")
    comparison = compare(OLD, UPDATE, briefing=briefing)
    assert str(comparison.old.published_at) == str(comparison.new.published_at) == "2025-01-08"
