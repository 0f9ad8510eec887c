"""Grounding: every fact is tied to spans of the article or says that it is not."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.records.article import Article, Reading
from briefing.records.draft import Draft, DraftFact, FactKind
from briefing.records.findings import CheckName, Code, Status
from briefing.records.grounded import GroundedFact
from briefing.records.spans import MatchKind
from briefing.stages.ground import ground
from briefing.stages.segment import sentences

STORY = (
    "The second group of 140 guards landed in Port-Royal on Monday. They join the 140 guards already there.\n"
    "“We’ll stay a year,” said Colonel Ana Ruiz. The ministry did not give a date. Ana Ruiz left."
)


def reading(text: str = STORY) -> Reading:
    """What the stages before hand over."""
    article = Article(text=text, sha256="")
    return Reading(article=article, units=sentences(article), quantities=())


def grounded(statement: str, *, pointers: tuple[str, ...] = (), quotes: tuple[str, ...] = ()) -> GroundedFact:
    """One fact through the stage."""
    fact = DraftFact("f1", FactKind.EVENT, statement, pointers=pointers, quotes=quotes)
    draft = Draft(profile="general", engine="test", headline="", facts=(fact,))
    return ground(reading(), draft).facts[0]


def test_a_pointer_becomes_the_sentence() -> None:
    """Code cuts the sentence that was pointed to; a pointer alone verifies nothing."""
    fact = grounded("More guards came.", pointers=("s1", "s1"))
    assert [evidence.exact for evidence in fact.evidence] == [
        "The second group of 140 guards landed in Port-Royal on Monday."
    ]
    assert fact.evidence[0].match is MatchKind.POINTED
    assert fact.findings == ()


def test_a_statement_that_stands_in_its_sentence_is_its_own_evidence() -> None:
    """Where the statement is the article's own words, the evidence is these words and no more."""
    fact = grounded("140 guards landed in Port-Royal", pointers=("s1", "s2"))
    assert [(one.exact, one.match) for one in fact.evidence] == [
        ("140 guards landed in Port-Royal", MatchKind.EXACT),
        ("They join the 140 guards already there.", MatchKind.POINTED),
    ]
    assert [(one.check, one.status, one.code) for one in fact.findings] == [
        (CheckName.EVIDENCE, Status.VERIFIED, Code.SAME_WORDS)
    ]


def test_the_statement_must_stand_in_the_sentence_that_was_pointed_to() -> None:
    """The same words elsewhere in the article do not turn a wrong pointer into a right one."""
    assert grounded("landed in Port-Royal", pointers=("s2",)).findings == ()
    fact = grounded("140 guards", pointers=("s2",))
    assert fact.evidence[0].start == STORY.index("140 guards already")


def test_a_statement_across_two_pointed_sentences_is_found() -> None:
    """Neighbouring sentences that were both pointed to count as one stretch."""
    fact = grounded("on Monday. They join the 140 guards", pointers=("s2", "s1"))
    assert [one.exact for one in fact.evidence] == ["on Monday. They join the 140 guards"]


def test_an_unknown_pointer_is_reported_and_the_rest_stands() -> None:
    """A sentence that the article does not have is named, with the ones that it has."""
    fact = grounded("More guards came.", pointers=("s99", "s1"))
    assert len(fact.evidence) == 1
    assert [(one.status, one.code) for one in fact.findings] == [(Status.UNSUPPORTED, Code.NO_EVIDENCE)]
    assert "'s99'" in fact.findings[0].message
    assert "s1 to s5" in fact.findings[0].message


def test_neither_pointer_nor_quote_is_not_checkable() -> None:
    """A fact that names no source words is marked, never passed."""
    fact = grounded("More guards came.")
    assert (fact.findings[0].status, fact.findings[0].code) == (Status.NOT_CHECKABLE, Code.NO_EVIDENCE)


def test_one_bad_quote_fails_alone() -> None:
    """Good quotes keep their evidence beside one that is not there; each has its own finding."""
    fact = grounded("Guards came.", quotes=("We'll stay a year", "They join the 150 guards", "  ", "group of 140"))
    assert [(one.status, one.code) for one in fact.findings] == [
        (Status.VERIFIED, Code.SAME_WORDS),
        (Status.UNSUPPORTED, Code.ABSENT),
        (Status.NOT_CHECKABLE, Code.NO_EVIDENCE),
        (Status.VERIFIED, Code.SAME_WORDS),
    ]
    assert [one.exact for one in fact.evidence] == ["We’ll stay a year", "group of 140"]
    absent = fact.findings[1]
    assert absent.evidence[0].exact == "They join the 140 guards"
    assert "has '150' for '140'" in absent.message


def test_an_altered_quote_is_to_be_checked_and_says_what_the_article_has() -> None:
    """Other wording with the same figures and names is evidence, but not a verified quote."""
    fact = grounded("Guards came.", quotes=("The second batch of 140 guards landed in Port-Royal on Monday",))
    assert (fact.findings[0].status, fact.findings[0].code) == (Status.CHECK, Code.ALTERED_QUOTE)
    assert "has 'batch' for 'group'" in fact.findings[0].message
    assert fact.evidence[0].match is MatchKind.FUZZY


def test_a_repeated_quote_reports_every_place_and_how_one_was_chosen() -> None:
    """The place closest to the pointers wins, else the first; the message says which rule it was."""
    first = grounded("Guards.", quotes=("140 guards",))
    assert first.evidence[0].start == STORY.index("140 guards")
    assert len(first.findings[0].evidence) == 2
    assert "stand 2 times" in first.findings[0].message
    assert "the first was taken" in first.findings[0].message
    close = grounded("Guards.", quotes=("140 guards",), pointers=("s3",))
    assert close.evidence[1].start == STORY.rindex("140 guards")
    assert "closest to the sentences pointed to" in close.findings[0].message


_PIECES = st.lists(
    st.sampled_from([*STORY.split(), "…", "...", "not", "150", "’", "\n", "", "\u00ad", "é"]), max_size=12
)
_QUOTES = st.lists(st.one_of(_PIECES.map(" ".join), st.text(max_size=30)), max_size=3).map(tuple)
_POINTERS = st.lists(st.one_of(st.sampled_from(["s1", "s2", "s3", "s9", "", "S1"]), st.text(max_size=3)), max_size=3)


@given(st.one_of(st.just(STORY), st.text(max_size=120)), _PIECES.map(" ".join), _POINTERS.map(tuple), _QUOTES)
def test_evidence_is_always_the_articles_words_at_its_place(
    text: str, statement: str, pointers: tuple[str, ...], quotes: tuple[str, ...]
) -> None:
    """For any article and any draft: no exception, sound spans, and a finding for every quote and unknown pointer."""
    fact = DraftFact("f1", FactKind.EVENT, statement, pointers=pointers, quotes=quotes)
    source = reading(text)
    result = ground(source, Draft(profile="general", engine="test", headline="", facts=(fact,))).facts[0]
    for evidence in (*result.evidence, *(one for finding in result.findings for one in finding.evidence)):
        assert text[evidence.start : evidence.end] == evidence.exact != ""
    assert sum(finding.check is CheckName.QUOTE for finding in result.findings) == len(quotes)
    if not pointers and not quotes:
        assert result.findings[0].status is Status.NOT_CHECKABLE
