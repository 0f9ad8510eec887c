"""Figures that the source prints with stray spaces."""

import pytest

from briefing.records.findings import Code, Status
from briefing.stages.verify.number import check_number
from tests.stages.verify.held import held, only


@pytest.mark.parametrize(
    ("source", "draft", "words"),
    [
        (
            "The dog was right in 98. 7 per cent of cases.",
            "The dog was right in 98.7 percent of cases.",
            "98. 7 per cent",
        ),
        ("Vets treated 56 , 000 dogs for it.", "Vets treated 56,000 dogs for it.", "56 , 000"),
        ("They won £53, 193, 914 on the draw.", "They won £53,193,914 on the draw.", "£53, 193, 914"),
    ],
)
def test_stray_spaces_do_not_hide_a_figure(source: str, draft: str, words: str) -> None:
    """The finding shows the source's words as they are printed there."""
    finding = only(check_number, draft, source)
    assert (finding.status, finding.code) == (Status.VERIFIED, Code.OTHER_NOTATION)
    assert [each.exact for each in finding.evidence] == [words]


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("The dog was right in 98. 7 per cent of cases.", "The dog was right in 98.6 percent of cases."),
        ("The dog was right in 98. 7 per cent of cases.", "The dog ran 98.7 miles."),
        ("It closed in 2007. 8 per cent of shops reopened.", "Sales rose by 7.8 percent."),
        ("They won £53, 193, 914 on the draw.", "They won $53,193,914 on the draw."),
        ("Vets treated 56, 000 dogs for it.", "Vets treated 56,000 horses for it."),
    ],
)
def test_other_figures_are_not_found_between_spaces(source: str, draft: str) -> None:
    """Another value, unit, currency or thing, or digits of two numbers, are no spaced figure."""
    assert all(not finding.status.passed for finding in held(check_number, draft, source))
