"""The long-lived object behind the functions: holds settings, briefs one article at a time.

The stages are imported when they are first used, so that `import briefing` and `briefing --help` stay quick.
"""

import datetime as dt
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ModelUnavailableError, UsageError
from briefing.records.article import Article
from briefing.records.briefing import Briefing
from briefing.records.comparison import Comparison
from briefing.records.report import Report
from briefing.settings import Plan, Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

    from briefing.llm.client import StructuredModel
    from briefing.profiles.catalog import ProfileChoice
    from briefing.records.explanation import Explanation
    from briefing.stages.verify.source import SourceIndex

Source = str | Path | Article
"""An article as text, as the path of a file, or already read. A ``str`` is always text, never a path."""

AUTO = "auto"
EMBEDDED = "embedded"
MODEL = "model"
LOCAL = "local"
REPLAY = "replay"
ENGINES = (AUTO, EMBEDDED, MODEL, LOCAL, REPLAY)


@dataclass(frozen=True, slots=True)
class Briefer:
    """Briefs articles under one set of settings; safe to share, because it never changes.

    ``engine`` "auto" is the model that the settings name, and the embedded engine if they name none. A local model is
    loaded for each article and gone after it, so that a briefer holds nothing that somebody would have to close.
    """

    settings: Settings = field(default_factory=Settings)
    engine: str = AUTO

    def brief(
        self,
        source: Source,
        *,
        profile: "ProfileChoice" = AUTO,
        title: str | None = None,
        published_at: dt.date | str | None = None,
    ) -> Briefing:
        """The briefing of one article. Raises ``InputError`` for a source or a profile that cannot be used.

        With a model, ``UsageError`` inside a running event loop: ``abrief`` is for that.
        """
        if self.uses_model:
            return _run(self.abrief(source, profile=profile, title=title, published_at=published_at))
        from briefing.pipeline import brief

        article = self.read(source, title=title, published_at=published_at)
        return brief(article, profile=profile, settings=self.settings)

    async def abrief(
        self,
        source: Source,
        *,
        profile: "ProfileChoice" = AUTO,
        title: str | None = None,
        published_at: dt.date | str | None = None,
    ) -> Briefing:
        """``brief`` for async callers: a model is waited for; the embedded engine works in a thread."""
        import asyncio

        if not self.uses_model:
            return await asyncio.to_thread(self.brief, source, profile=profile, title=title, published_at=published_at)
        from briefing.model_pipeline import Desk, brief

        article = await asyncio.to_thread(self.read, source, title=title, published_at=published_at)
        async with self._model() as writer:
            return await brief(
                article,
                profile=profile,
                policy=self.settings.policy,
                desk=Desk(
                    writer=writer,
                    reader=writer if self.settings.crosscheck else None,
                    prompts=self.settings.prompts,
                    plan=self._plan,
                ),
            )

    @property
    def uses_model(self) -> bool:
        """Whether a model drafts. Raises ``UsageError`` for an engine that is none, or that has no model."""
        if self.engine not in ENGINES:
            raise UsageError(f"unknown engine {self.engine!r}: use one of {', '.join(ENGINES)}")
        if self.engine == EMBEDDED:
            return False
        if self.settings.model is None and self.engine in (MODEL, REPLAY):
            raise ModelUnavailableError(
                f"engine {self.engine!r} has no model: set OPENAI_API_KEY, or OPENAI_BASE_URL and BRIEFING_MODEL "
                "(--base-url, --model); 'embedded' needs none"
            )
        if self.engine == LOCAL and (self.settings.model is None or self.settings.model.model_path is None):
            raise UsageError("engine 'local' has no model: give the path of a GGUF file (--model-path FILE.gguf)")
        if self.engine == REPLAY and self.settings.recordings is None:
            raise UsageError("engine 'replay' has no recordings: name their folder (--replay FOLDER)")
        return self.settings.model is not None

    @property
    def _plan(self) -> Plan:
        local = self.settings.model is not None and self.settings.model.model_path is not None
        return self.settings.plan or (Plan.FIGURE if local else Plan.ARTICLE)

    @asynccontextmanager
    async def _model(self) -> "AsyncIterator[StructuredModel]":
        """The model that the settings name, recorded or replayed if they say so; closed, and stopped if it is local."""
        from contextlib import AsyncExitStack, aclosing

        from briefing.llm.openai import OpenAIModel
        from briefing.llm.recording import Recorder, Replay

        settings, recordings = self.settings.model, self.settings.recordings
        if settings is None:
            raise ModelUnavailableError("no model is configured")
        if self.engine == REPLAY and recordings is not None:
            yield Replay(settings, recordings)
            return
        async with AsyncExitStack() as stack:
            if settings.model_path is not None:
                from briefing.llm.local import aserving

                endpoint = await stack.enter_async_context(aserving(settings.model_path))
                settings = replace(settings, base_url=endpoint.base_url, api_key=endpoint.api_key)
            model = await stack.enter_async_context(aclosing(OpenAIModel(settings)))
            yield model if recordings is None else Recorder(model, settings, recordings)

    def verify(self, text: Source, source: Source, *, published_at: dt.date | str | None = None) -> Report:
        """Anyone's text against a source. No model is asked, whatever the engine."""
        return self.open(source, published_at=published_at).verify(text)

    def open(self, source: Source, *, published_at: dt.date | str | None = None) -> "OpenSource":
        """A source that stays open for many drafts: the second and every later one costs a fraction of ``verify``.

        Raises ``InputError`` for a source that cannot be used.
        """
        return OpenSource(self, self.read(source, published_at=published_at))

    def check(self, briefing: Briefing, source: Source) -> Report:
        """A finished briefing against its source again; title, date and language are those that it records."""
        from briefing.proof import prove

        recorded = briefing.source
        article = replace(
            self.read(source),
            title=recorded.title,
            published_at=recorded.published_at,
            language=recorded.language,
        )
        return prove(briefing, article)

    def check_json(self, text: str, source: Source) -> Report:
        """The same on a briefing as JSON text, whose stored counts are compared as well."""
        from briefing.proof import count_changes
        from briefing.records.codec import stored_counts

        briefing = Briefing.from_json(text)
        report = self.check(briefing, source)
        changed = count_changes(briefing, stored_counts(text))
        return replace(report, findings=(*changed, *report.findings))

    def compare(
        self,
        old: Source,
        new: Source,
        *,
        briefing: Briefing | None = None,
        published_at: dt.date | str | None = None,
        new_published_at: dt.date | str | None = None,
    ) -> Comparison:
        """What moved between two versions of a story; with a briefing of ``old``, which of its facts are stale."""
        from briefing.versions.comparison import compare_versions, read_versions
        from briefing.versions.facts import fact_currency, same_source

        before = self.read(old, published_at=published_at)
        now = self.read(new, published_at=new_published_at or published_at)
        if briefing is None:
            language = _common_language(now, before)
            return compare_versions(read_versions(replace(before, language=language), replace(now, language=language)))
        same_source(briefing, before, now)
        recorded = briefing.source
        before = replace(before, title=recorded.title, published_at=recorded.published_at, language=recorded.language)
        now = replace(now, published_at=now.published_at or recorded.published_at, language=recorded.language)
        versions = read_versions(before, now)
        comparison = compare_versions(versions)
        return replace(comparison, facts=fact_currency(briefing, versions, comparison))

    def read(self, source: Source, *, title: str | None = None, published_at: dt.date | str | None = None) -> Article:
        """The article that ``source`` is; one that was read before is returned as it is."""
        from briefing.stages.read import read_path, read_text

        if isinstance(source, Article):
            return source
        day = parse_day(published_at)
        if isinstance(source, Path):
            return read_path(source, settings=self.settings, title=title, published_at=day)
        return read_text(source, settings=self.settings, title=title, published_at=day)


@dataclass(frozen=True, slots=True)
class OpenSource:
    """An article that drafts are held against, one after the other; made by ``Briefer.open``.

    Its figures and names are read when the first draft comes, and what one draft needed serves the next. The verdicts
    are those of ``Briefer.verify``. It may be shared between threads.
    """

    briefer: Briefer
    article: Article
    _indexes: "dict[str, SourceIndex]" = field(default_factory=dict, repr=False, compare=False)

    def verify(self, text: Source) -> Report:
        """Anyone's text against the source. No model. Raises ``InputError`` for a text that cannot be used."""
        from briefing.pipeline import compare

        draft = self.briefer.read(text, published_at=self.article.published_at)
        language = _common_language(draft, self.article)
        return compare(replace(draft, language=language), self._index(language))

    def explain(self, text: Source) -> "tuple[Explanation, ...]":
        """Why each figure of a text is judged as it is, in text order. Raises ``InputError`` as ``verify`` does."""
        from briefing.pipeline import explain

        draft = self.briefer.read(text, published_at=self.article.published_at)
        language = _common_language(draft, self.article)
        return explain(replace(draft, language=language), self._index(language))

    def _index(self, language: str) -> "SourceIndex":
        """One index for each language: an article too short to tell its own is read in that of the draft."""
        from briefing.pipeline import index

        found = self._indexes.get(language)
        if found is None:
            found = self._indexes[language] = index(replace(self.article, language=language))
        return found


def _common_language(draft: Article, article: Article) -> str:
    """The article's language, which is the draft's too; of short texts, what the two tell together."""
    from briefing.text.language import UNKNOWN, detect_language

    known = (language for language in (article.language, draft.language) if language != UNKNOWN)
    return next(known, None) or detect_language(f"{article.text}\n{draft.text}")


def _run(work: "Coroutine[object, object, Briefing]") -> Briefing:
    """Wait for a model where no event loop runs. Raises ``UsageError`` that names the way out where one does."""
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    work.close()
    raise UsageError("an event loop is running here: await asummarize(), or Briefer.abrief(), instead")


def parse_day(value: dt.date | str | None) -> dt.date | None:
    """A publication date as a day; a date with a time keeps its day. Raises ``UsageError`` for other text."""
    if value is None or isinstance(value, dt.date):
        return value.date() if isinstance(value, dt.datetime) else value
    try:
        return dt.datetime.fromisoformat(value).date()
    except ValueError:
        raise UsageError(f"published_at {value!r} is no date: write it as 2024-07-17") from None
