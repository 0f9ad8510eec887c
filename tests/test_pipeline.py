"""The whole flow on every fixture: deterministic, grounded in the article, and counted right."""

import pytest

from briefing import Article, Briefer, Briefing, Status
from briefing.pipeline import index, prepare
from tests import stories

STAGES = ("crosscheck", "repair")


@pytest.fixture(name="story", params=stories.IDS)
def story_fixture(request: pytest.FixtureRequest) -> str:
    """The id of a fixture."""
    return str(request.param)


@pytest.fixture(name="article")
def article_fixture(story: str) -> Article:
    """Its article."""
    return stories.article(story)


@pytest.fixture(name="briefing")
def briefing_fixture(story: str) -> Briefing:
    """Its briefing."""
    return stories.briefing(story)


def test_same_input_same_bytes(article: Article, briefing: Briefing) -> None:
    """Two runs give the same JSON to the last byte."""
    assert Briefer().brief(article).to_json() == briefing.to_json()


def test_json_is_read_back_without_loss(briefing: Briefing) -> None:
    """What is stored is what was made."""
    assert Briefing.from_json(briefing.to_json()) == briefing


def test_every_word_is_the_articles(article: Article, briefing: Briefing) -> None:
    """Statements, headline and details are cuts of the article or its title."""
    assert briefing.headline in (article.title, *article.text.split("\n"))
    for fact in briefing.facts:
        assert fact.statement in article.text
        assert fact.speaker is None or fact.speaker in fact.statement
    for leaf in briefing.details:
        assert article.text[leaf.start : leaf.end] == leaf.text
        for name, words in leaf.parts:
            assert article.text[words.start : words.end] == words.text, name


def test_every_evidence_span_cuts_its_words(article: Article, briefing: Briefing) -> None:
    """The words, and the context on both sides, stand where the evidence says."""
    findings = [*briefing.source_findings, *(finding for fact in briefing.facts for finding in fact.findings)]
    pieces = [evidence for fact in briefing.facts for evidence in fact.evidence]
    pieces += [evidence for finding in findings for evidence in finding.evidence]
    assert pieces
    for evidence in pieces:
        assert article.text[evidence.start : evidence.end] == evidence.exact
        assert article.text[: evidence.start].endswith(evidence.prefix)
        assert article.text[evidence.end :].startswith(evidence.suffix)


def test_every_figure_and_finding_is_tied_to_words_of_its_statement(briefing: Briefing) -> None:
    """Offsets of figures and claims refer to the statement."""
    for fact in briefing.facts:
        for figure in fact.figures:
            assert fact.statement[figure.quantity.start : figure.quantity.end] == figure.quantity.raw
        for finding in fact.findings:
            assert finding.claim is not None
            assert fact.statement[finding.claim.start : finding.claim.end] == finding.claim.text


def test_every_working_points_to_printed_operands(article: Article, briefing: Briefing) -> None:
    """The figures of a sum are the article's, at their places."""
    for finding in briefing.source_findings:
        if finding.working is not None:
            for words in (*finding.working.operands, finding.working.result):
                assert article.text[words.start : words.end] == words.text


def test_every_fact_has_evidence_and_a_finding(briefing: Briefing) -> None:
    """No fact stands without proof, none without a verdict; what is cut from the article is never unsupported."""
    assert briefing.facts
    for fact in briefing.facts:
        assert fact.evidence
        assert fact.findings
        assert fact.status not in (Status.UNSUPPORTED, Status.NOT_CHECKABLE)


def test_the_status_of_a_fact_is_its_worst_finding(briefing: Briefing) -> None:
    """One finding that fails is enough, and it decides."""
    order = [Status.UNSUPPORTED, Status.CHECK, Status.NOT_CHECKABLE, Status.DERIVED, Status.VERIFIED]
    for fact in briefing.facts:
        assert fact.status is min((finding.status for finding in fact.findings), key=order.index)


def test_only_the_story_that_contradicts_itself_has_a_fact_to_look_at(story: str, briefing: Briefing) -> None:
    """The checks find nothing wrong in an article's own words, except where the article is wrong."""
    assert briefing.ok is (story != stories.WRONG_SUM)


def test_stages_that_need_a_model_say_that_they_did_not_run(briefing: Briefing) -> None:
    """Nothing counts as cross-checked when no model was there."""
    notes = {note.stage: note.outcome for note in briefing.provenance.stages}
    assert notes == dict.fromkeys(STAGES, "skipped: no model")


def test_counts_add_up(briefing: Briefing) -> None:
    """Every fact is counted once, under its status."""
    assert set(briefing.counts) == set(Status)
    assert sum(briefing.counts.values()) == len(briefing.facts)
    for status, number in briefing.counts.items():
        assert number == sum(fact.status is status for fact in briefing.facts)


def test_no_figure_of_the_article_is_lost(article: Article, briefing: Briefing) -> None:
    """A figure, or its like in value and thing, is in a fact or omitted; dates and times only in facts."""
    spans = [evidence.span for fact in briefing.facts for evidence in fact.evidence]
    omitted = set(briefing.omitted_figures)
    groups = {place.start: each for each in index(article).ranked_figures for place in each.places}
    for quantity in prepare(article).quantities:
        if quantity.kind.value in ("date", "time", "age", "ordinal"):
            continue
        group = groups[quantity.start]
        covered = any(span.overlaps(place.span) for span in spans for place in group.places)
        assert covered is (group.first not in omitted)


def test_ids_are_unique_and_details_point_to_facts_that_are_there(briefing: Briefing) -> None:
    """Whoever follows a detail arrives at a fact."""
    ids = [fact.id for fact in briefing.facts]
    assert len(ids) == len(set(ids))
    assert all(name in ids for leaf in briefing.details for name in leaf.fact_ids)


def test_provenance_names_source_and_versions(article: Article, briefing: Briefing) -> None:
    """The briefing says what it was made from and with."""
    assert briefing.source.sha256 == article.sha256
    assert briefing.source.length == len(article.text)
    assert briefing.source.published_at == article.published_at
    assert briefing.provenance.engine == briefing.engine == "embedded"
    assert briefing.provenance.checks_version
    assert len(briefing.provenance.content_sha256) == 64
