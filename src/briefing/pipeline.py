"""The flow: one stage after the other, each accepting only what the one before it returns."""

from briefing.profiles.catalog import ProfileChoice
from briefing.records.article import Article, Reading
from briefing.records.briefing import Briefing
from briefing.records.explanation import Explanation
from briefing.records.report import Report
from briefing.settings import Settings
from briefing.stages.assemble import assemble
from briefing.stages.crosscheck import crosscheck
from briefing.stages.extract.embedded import extract
from briefing.stages.ground import ground
from briefing.stages.repair import repair
from briefing.stages.segment import sentences
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.stage import CHECKS_VERSION, verify, verify_text
from briefing.text.names import read_names
from briefing.text.quantities import read_quantities


def prepare(article: Article) -> Reading:
    """Everything that code reads in an article before anything is drafted: sentences, figures, names."""
    units = sentences(article)
    return Reading(
        article=article,
        units=units,
        quantities=read_quantities(article.text, locale=article.language, anchor=article.published_at),
        names=read_names(article.text, [unit.span for unit in units]),
    )


def brief(article: Article, *, profile: ProfileChoice, settings: Settings) -> Briefing:
    """The briefing of one article by the embedded engine."""
    reading = prepare(article)
    draft = extract(reading, profile=profile, settings=settings)
    grounded = ground(reading, draft)
    checked = verify(grounded)
    confirmed = crosscheck(checked)
    repaired = repair(confirmed)
    return assemble(repaired, policy=settings.policy, checks_version=CHECKS_VERSION)


def index(article: Article) -> SourceIndex:
    """An article, read once, that any number of drafts can be compared with."""
    return SourceIndex(prepare(article))


def explain(draft: Article, source: SourceIndex) -> tuple[Explanation, ...]:
    """Why each figure of a draft is judged as it is; costs about as much again as comparing."""
    from briefing.stages.verify.explain import explain as explained

    reading = prepare(draft)
    return explained(reading, source, verify_text(reading, source))


def compare(draft: Article, source: SourceIndex) -> Report:
    """Anyone's text against an article: no model, no briefing needed."""
    return verify_text(prepare(draft), source)
