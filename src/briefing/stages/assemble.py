"""Assemble: the finished briefing, with provenance and a digest over everything in it."""

from dataclasses import replace

from briefing.errors import PolicyError
from briefing.records.article import Article
from briefing.records.briefing import SCHEMA_VERSION, Briefing, Dropped, Fact, ModelUse, Provenance, SourceInfo
from briefing.records.checked import Checked, CheckedFact
from briefing.records.codec import content_sha256
from briefing.records.draft import Leaf
from briefing.settings import Policy
from briefing.version import __version__


def assemble(checked: Checked, *, policy: Policy, checks_version: str, model: ModelUse | None = None) -> Briefing:
    """The briefing of ``checked``. Policy ``drop`` lists failed facts under ``dropped``; ``raise`` refuses them.

    Raises ``PolicyError`` naming the first fact that did not pass, under policy ``raise`` only.
    """
    draft = checked.grounded.draft
    article = checked.grounded.reading.article
    failed = tuple(fact for fact in checked.facts if not fact.status.passed)
    if failed and policy is Policy.RAISE:
        raise PolicyError(_refusal(failed))
    dropping = failed if policy is Policy.DROP else ()
    kept = tuple(_fact(fact) for fact in checked.facts if fact not in dropping)
    briefing = Briefing(
        schema_version=SCHEMA_VERSION,
        profile=draft.profile,
        engine=draft.engine,
        headline=draft.headline,
        facts=kept,
        details=_linked(checked, kept),
        source_findings=checked.source_findings,
        omitted_figures=checked.omitted_figures,
        not_stated=draft.not_stated,
        dropped=(
            *(Dropped(note, "left out by the engine") for note in draft.dropped),
            *(Dropped(fact.grounded.fact.statement, f"{fact.status.value}: {_reason(fact)}") for fact in dropping),
        ),
        source=_source(article),
        provenance=Provenance(
            package_version=__version__,
            schema_version=SCHEMA_VERSION,
            checks_version=checks_version,
            engine=draft.engine,
            stages=checked.stages,
            warnings=article.warnings,
            model=model,
        ),
    )
    return sealed(briefing)


def sealed(briefing: Briefing) -> Briefing:
    """The briefing with the digest of its own content in its provenance."""
    return replace(briefing, provenance=replace(briefing.provenance, content_sha256=content_sha256(briefing)))


def _refusal(failed: tuple[CheckedFact, ...]) -> str:
    first = failed[0]
    more = f" and {len(failed) - 1} more" if len(failed) > 1 else ""
    return (
        f"fact {first.grounded.fact.id!r} is {first.status.value}{more}: {_reason(first)} "
        "Use policy 'flag' to keep such facts, marked, or 'drop' to leave them out"
    )


def _reason(fact: CheckedFact) -> str:
    return next((finding.message for finding in fact.findings if finding.status is fact.status), "")


def _fact(checked: CheckedFact) -> Fact:
    drafted = checked.grounded.fact
    return Fact(
        id=drafted.id,
        kind=drafted.kind,
        statement=drafted.statement,
        status=checked.status,
        evidence=checked.grounded.evidence,
        figures=checked.figures,
        findings=checked.findings,
        speaker=drafted.speaker,
        pointers=drafted.pointers,
        quotes=drafted.quotes,
        history=drafted.history,
        declared=drafted.declared,
    )


def _linked(checked: Checked, kept: tuple[Fact, ...]) -> tuple[Leaf, ...]:
    known = {fact.id for fact in kept}
    return tuple(
        replace(leaf, fact_ids=tuple(name for name in leaf.fact_ids if name in known))
        for leaf in checked.grounded.draft.details
    )


def _source(article: Article) -> SourceInfo:
    return SourceInfo(
        sha256=article.sha256,
        length=len(article.text),
        language=article.language,
        title=article.title,
        published_at=article.published_at,
    )
