"""The table of the checks of words: shares of the faithful summaries, codes of all, nothing of a masked word."""

from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.records.quantity import Words
from evals.summaries import Judged
from evals.summaries_data import Summary
from evals.words import MASK, _unmasked, measured, sample, table


def judged(kind: str, *statuses: Status, words: str = "Norlink") -> Judged:
    """A summary with a finding for each status."""
    findings = tuple(
        Finding(CheckName.NAME, status, Code.ABSENT, "The article does not name it.", Words(words, 0, len(words)))
        for status in statuses
    )
    return Judged(Summary("A summary.", kind, "s1"), findings)


def test_shares_are_of_faithful_summaries() -> None:
    """A flag on a wrong summary is no false alarm."""
    rows = [judged("ok_literal", Status.CHECK), judged("ok_literal", Status.UNSUPPORTED), judged("ok_literal")]
    shares = measured("numeric", [*rows, judged("err_absent", Status.UNSUPPORTED)])
    assert {name for name in shares if "err_absent" in name} == set()
    assert float(shares["words.numeric_ok_literal_any"]) == 2 / 3
    assert float(shares["words.numeric_ok_literal_block"]) == 1 / 3


def test_the_table_counts_every_code_by_check_and_status() -> None:
    """What objects how often is read off the table."""
    shown = table("numeric", [judged("ok_literal", Status.CHECK, Status.CHECK), judged("ok_literal", Status.VERIFIED)])
    assert "name check absent" in shown
    assert shown.split("name check absent")[1].split()[0] == "2"


def test_a_sample_shows_the_words_on_both_sides() -> None:
    """Only findings on faithful summaries are drawn, by code or check."""
    rows = [judged("ok_literal", Status.CHECK), judged("err_absent", Status.CHECK, words="Elsewhere")]
    assert "Norlink" in sample(rows, "absent", 5, 0)
    assert "Elsewhere" not in sample(rows, "all", 5, 0)
    assert sample(rows, "negated", 5, 0) == ""


def test_a_masked_word_is_no_name() -> None:
    """What the makers of a summary took out counts neither way."""
    assert _unmasked(judged("orig", Status.UNSUPPORTED, words=MASK)).findings == ()
