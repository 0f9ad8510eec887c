"""Names and figures alone prove nothing: what is said of them has to stand in the source as well."""

import pytest

from briefing import Code, Status, verify

SOURCE = (
    "The harbour of Port Elm was closed on Monday after a crane fell on a ferry. "
    "Mayor Ines Duarte said nobody was hurt. The ferry company Norlink expects to sail again on Thursday."
)


@pytest.mark.parametrize(
    "draft", ["Ines Duarte resigned over a bribery scandal.", "Norlink bought an airline and moved its headquarters."]
)
def test_an_invented_statement_about_real_names_is_never_passed(draft: str) -> None:
    """Every name is in the article, nothing of what is said is: the report says that it could not be checked."""
    report = verify(draft, SOURCE)
    assert not report.ok
    assert any(
        finding.code is Code.NO_EVIDENCE and finding.status is Status.NOT_CHECKABLE for finding in report.findings
    )


@pytest.mark.parametrize(
    "draft",
    [
        "A crane hit a ferry, and the harbour of Port Elm was closed.",
        "Mayor Ines Duarte said that no one had been hurt.",
        "Norlink hopes to sail again on Thursday.",
    ],
)
def test_the_articles_own_statements_in_other_words_are_not_called_unchecked(draft: str) -> None:
    """A paraphrase shares enough with one place of the article."""
    assert not any(finding.code is Code.NO_EVIDENCE for finding in verify(draft, SOURCE).findings)
