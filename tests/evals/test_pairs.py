"""The pairs are what their page says, and the eval tells caught from missed and true from wrong."""

from collections import Counter
from pathlib import Path

import pytest

from briefing.records.findings import CheckName, Code, Finding, Status
from evals.pairs import Outcome, as_text, failures, measured
from evals.pairs_data import GROUPS, Half, Pair, PairsError, load_pairs


def pair(*, wrong: bool, half: Half = Half.OPEN) -> Pair:
    """A pair of the names."""
    return Pair("names", half, "names-a-01-1", "The mayor spoke.\n", "The mayor wept.", wrong, "made_up", "a note")


def outcome(status: Status, *, wrong: bool, half: Half = Half.OPEN) -> Outcome:
    """What one finding of that status makes of a pair."""
    return Outcome(pair(wrong=wrong, half=half), (Finding(CheckName.NAME, status, Code.ABSENT, "Said."),))


def test_every_group_has_an_open_and_a_held_out_half_of_true_and_wrong_statements() -> None:
    """Half of each file is wrong, and no statement stands twice."""
    pairs = load_pairs()
    counts = Counter((one.group, one.half, one.wrong) for one in pairs)
    for group in GROUPS:
        for half in (Half.OPEN, Half.HELD_OUT):
            assert counts[group, half, True] == counts[group, half, False] == 50
    assert len({one.id for one in pairs}) == len(pairs)


def test_could_not_check_catches_nothing_and_counts_against_a_true_statement() -> None:
    """A wrong statement has to be objected to; a true one has to pass."""
    open_wrong, open_true = (outcome(Status.NOT_CHECKABLE, wrong=wrong) for wrong in (True, False))
    assert not open_wrong.flagged
    assert open_true.flagged
    shares = measured([outcome(Status.CHECK, wrong=True), open_wrong, outcome(Status.VERIFIED, wrong=False), open_true])
    assert shares == {"pairs.names_a_caught": 0.5, "pairs.names_a_flagged": 0.5}


def test_no_failure_of_the_held_out_half_is_printed() -> None:
    """Whoever writes rules sees the open passages only."""
    shown = failures([outcome(Status.VERIFIED, wrong=True), outcome(Status.VERIFIED, wrong=True, half=Half.HELD_OUT)])
    assert shown.count("names-a-01-1") == 1
    assert "held out" in as_text([outcome(Status.CHECK, wrong=True, half=Half.HELD_OUT)], classes=False)


def test_a_file_that_keeps_no_format_is_named(tmp_path: Path) -> None:
    """The message says which file, and which pair of it."""
    with pytest.raises(PairsError, match=r"quotes_a\.toml"):
        load_pairs(tmp_path)
    (tmp_path / "quotes_a.toml").write_text(
        '[[passage]]\nid = "x"\nsource = "A."\n[[passage.pair]]\nid = "x-1"\ntext = "A."\nexpect = "ok"\n', "utf-8"
    )
    with pytest.raises(PairsError, match="x-1"):
        load_pairs(tmp_path)
