"""Assembling: what failed is kept, left out with its reason, or refused; and the digest covers everything."""

import dataclasses

import pytest

from briefing import Policy, PolicyError, Settings, Status
from briefing.pipeline import prepare
from briefing.records.checked import Checked
from briefing.records.codec import content_sha256
from briefing.stages.assemble import assemble
from briefing.stages.crosscheck import crosscheck
from briefing.stages.extract.embedded import extract
from briefing.stages.ground import ground
from briefing.stages.repair import repair
from briefing.stages.verify.stage import CHECKS_VERSION, verify
from tests import stories


@pytest.fixture(name="checked", scope="module")
def checked_fixture() -> Checked:
    """The checked facts of the story that contradicts itself."""
    reading = prepare(stories.article(stories.WRONG_SUM))
    return verify(ground(reading, extract(reading, settings=Settings())))


def test_skipped_stages_say_so_in_order_and_change_nothing_else(checked: Checked) -> None:
    """Without a model nothing counts as confirmed or repaired."""
    after = repair(crosscheck(checked))
    assert [(note.stage, note.outcome) for note in after.stages] == [
        ("crosscheck", "skipped: no model"),
        ("repair", "skipped: no model"),
    ]
    assert dataclasses.replace(after, stages=()) == checked


def test_flag_keeps_every_fact(checked: Checked) -> None:
    """What failed stays visible, marked."""
    briefing = assemble(checked, policy=Policy.FLAG, checks_version=CHECKS_VERSION)
    assert len(briefing.facts) == len(checked.facts)
    assert briefing.counts[Status.CHECK] == 1
    assert not briefing.ok


def test_drop_lists_what_it_leaves_out_and_unlinks_it(checked: Checked) -> None:
    """The statement and the reason stay; no detail points to a fact that is gone."""
    flagged = assemble(checked, policy=Policy.FLAG, checks_version=CHECKS_VERSION)
    dropped = assemble(checked, policy=Policy.DROP, checks_version=CHECKS_VERSION)
    (gone,) = {fact.id for fact in flagged.facts} - {fact.id for fact in dropped.facts}
    assert any(gone in leaf.fact_ids for leaf in flagged.details)
    assert not any(gone in leaf.fact_ids for leaf in dropped.details)
    (item,) = [item for item in dropped.dropped if item.reason.startswith("check: ")]
    assert "does not add up" in item.reason


def test_raise_names_the_fact_and_the_way_out(checked: Checked) -> None:
    """The message says which fact, why, and which policy would keep it."""
    with pytest.raises(PolicyError, match=r"is check: .*does not add up.*'flag'.*'drop'"):
        assemble(checked, policy=Policy.RAISE, checks_version=CHECKS_VERSION)


def test_the_digest_covers_the_whole_content(checked: Checked) -> None:
    """It is the digest of this content, and of no other."""
    briefing = assemble(checked, policy=Policy.FLAG, checks_version=CHECKS_VERSION)
    assert briefing.provenance.content_sha256 == content_sha256(briefing)
    assert content_sha256(dataclasses.replace(briefing, not_stated=("more",))) != briefing.provenance.content_sha256
