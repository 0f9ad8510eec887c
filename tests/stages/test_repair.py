"""Repair: failed facts go back with the reason; what comes back is a draft like any other."""

import asyncio
from dataclasses import replace

from briefing.llm.prompts import load_prompt
from briefing.records.checked import Checked
from briefing.records.findings import Status
from briefing.stages import repair
from briefing.stages.ground import ground
from briefing.stages.verify.stage import verify
from tests.llm.fakes import Fake
from tests.llm.scripted import repaired, rewritten
from tests.stages.test_crosscheck import STORY, checked

RIGHT = "Kenya sent 200 officers."
WRONG = "Kenya sent 300 officers."


def rewrite(before: Checked, *items: dict[str, object]) -> tuple[repair.Rewritten, Fake]:
    """What the model makes of the failed facts, and what it was asked."""
    model = Fake([repaired(*items)])
    return asyncio.run(repair.rewrite(before, prompt=load_prompt(repair.TASK), model=model)), model


def test_only_failed_facts_are_sent_with_the_reason() -> None:
    """Each with its number, its pointers and what the check said."""
    before = checked(STORY, (RIGHT, "s1"), (WRONG, "s1"))
    _, model = rewrite(before, rewritten("f2", RIGHT, "s1"))
    rejected = model.asked[0].data.split("<rejected>")[1]
    assert "f1:" not in rejected
    assert f"f2: {WRONG} | pointed to: s1 | rejected: " in rejected
    assert "300 officers" in rejected.split("rejected: ")[1]


def test_numbers_that_were_not_asked_about_and_repeats_are_ignored() -> None:
    """A model cannot touch a fact that passed, nor answer twice for one that did not."""
    before = checked(STORY, (RIGHT, "s1"), (WRONG, "s1"))
    done, _ = rewrite(
        before, rewritten("f1", "Rain fell.", "s3"), rewritten("f2", RIGHT, "s1"), rewritten("f2", "Rain fell.", "s3")
    )
    assert [(fact.id, fact.statement) for fact in done.draft.facts] == [("f2", RIGHT)]


def test_old_pointers_stay_where_no_new_ones_are_given() -> None:
    """And the history grows, first wording first."""
    before = checked(STORY, (WRONG, "s1"))
    first = replace(before.facts[0].grounded.fact, history=("Kenya sent 400 officers.",))
    grounded = ground(before.grounded.reading, replace(before.grounded.draft, facts=(first,)))
    done, _ = rewrite(verify(grounded), rewritten("f1", RIGHT))
    (fact,) = done.draft.facts
    assert fact.pointers == ("s1",)
    assert fact.history == ("Kenya sent 400 officers.", WRONG)


def test_better_facts_take_their_place_and_worse_ones_do_not() -> None:
    """Place and number stay."""
    before = checked(STORY, (WRONG, "s1"), ("Nobody was hurt.", "s2"))
    better = checked(STORY, (RIGHT, "s1"), ("Everybody was killed in 1999.", "s2"))
    after = repair.merged(before, better)
    assert [fact.grounded.fact.statement for fact in after.facts] == [RIGHT, "Nobody was hurt."]
    assert [fact.statement for fact in after.grounded.draft.facts] == [RIGHT, "Nobody was hurt."]


def test_a_withdrawn_fact_is_listed_if_the_checks_reject_it_too() -> None:
    """One that only asks for a look, or that passed, stays."""
    before = checked(STORY, (WRONG, "s1"), (RIGHT, "s1"))
    after = repair.without(before, ("f1", "f2", "f9"))
    assert [fact.grounded.fact.id for fact in after.facts] == ["f2"]
    assert after.grounded.draft.dropped == (f"withdrawn: {WRONG}",)


def test_a_rewrite_without_words_is_a_withdrawal() -> None:
    """There is nothing to check in it."""
    done, _ = rewrite(checked(STORY, (WRONG, "s1")), rewritten("f1", "  ") | {"action": "rewrite"})
    assert done.withdrawn == ("f1",)
    assert done.draft.facts == ()


def test_the_speaker_of_a_fact_stays_in_it() -> None:
    """A rewrite that leaves the speaker out gets them back: an attribution cannot be lost on the way."""
    before = checked(STORY, (WRONG, "s1"))
    spoken = replace(before.facts[0].grounded.fact, speaker="the mayor")
    grounded = ground(before.grounded.reading, replace(before.grounded.draft, facts=(spoken,)))
    done, _ = rewrite(verify(grounded), rewritten("f1", RIGHT, "s1"))
    assert done.draft.facts[0].statement == "the mayor: Kenya sent 200 officers."


def test_nothing_failed_nothing_to_repair() -> None:
    """A fact that cannot be checked is no failure of the model's words."""
    assert repair.failed(checked(STORY, (RIGHT, "s1"))) == ()
    assert [fact.status for fact in repair.failed(checked(STORY, (WRONG, "s1")))] == [Status.UNSUPPORTED]
