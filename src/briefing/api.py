"""The functions: each one line over ``Briefer``, so that there is one code path."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.briefer import AUTO, Briefer, Source
from briefing.errors import InvalidBriefingError, SourceNotFoundError
from briefing.records.briefing import Briefing
from briefing.records.comparison import Comparison
from briefing.records.quantity import Quantity
from briefing.records.report import Report
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.profiles.catalog import ProfileChoice


def summarize(
    source: Source,
    *,
    profile: "ProfileChoice" = AUTO,
    engine: str = AUTO,
    title: str | None = None,
    published_at: dt.date | str | None = None,
    settings: Settings | None = None,
) -> Briefing:
    """A briefing of one article in which every fact carries its proof.

    ``source`` is the text itself, a ``Path``, or an ``Article``. Relative dates ("on Tuesday") hang on
    ``published_at``; without it they keep their words and no day is invented. ``settings`` default to the environment.
    ``profile`` is the name of a shipped one, or a pydantic model of your own: the class, or its dotted path.
    Raises ``InputError`` for a source or profile that cannot be used, ``UsageError`` for an option that makes no
    sense, ``ModelError`` for an engine that is not available, ``PolicyError`` under policy "raise".
    """
    briefer = Briefer(settings or Settings.from_env(), engine)
    return briefer.brief(source, profile=profile, title=title, published_at=published_at)


async def asummarize(
    source: Source,
    *,
    profile: "ProfileChoice" = AUTO,
    engine: str = AUTO,
    title: str | None = None,
    published_at: dt.date | str | None = None,
    settings: Settings | None = None,
) -> Briefing:
    """``summarize`` for async callers; reading and checking run in a thread, so that the event loop stays free."""
    briefer = Briefer(settings or Settings.from_env(), engine)
    return await briefer.abrief(source, profile=profile, title=title, published_at=published_at)


def verify(
    text: Source,
    source: Source,
    *,
    published_at: dt.date | str | None = None,
    settings: Settings | None = None,
) -> Report:
    """Anyone's copy against a source: every figure, date, name and quotation of ``text``. No model.

    ``Report.ok`` is true when everything that was found is verified or derived. ``published_at`` is the source's, and
    the draft's relative dates hang on it too. Raises ``InputError`` for a text that cannot be used.
    """
    return Briefer(settings or Settings.from_env()).verify(text, source, published_at=published_at)


def check(briefing: Briefing | Path, source: Source, *, settings: Settings | None = None) -> Report:
    """A finished briefing against its source again: the proof, worked out anew and compared. No model, no network.

    ``briefing`` is a record or the path of its JSON. Raises ``InvalidBriefingError`` for a file that is no briefing
    and ``SourceMismatchError`` for another article.
    """
    briefer = Briefer(settings or Settings.from_env())
    if isinstance(briefing, Briefing):
        return briefer.check(briefing, source)
    return briefer.check_json(_json_of(briefing), source)


def compare(
    old: Source,
    new: Source,
    *,
    briefing: Briefing | Path | None = None,
    published_at: dt.date | str | None = None,
    new_published_at: dt.date | str | None = None,
    settings: Settings | None = None,
) -> Comparison:
    """Two versions of a story: which figures, dates, names, quotations and hedges moved. No model.

    ``Comparison.ok`` is true when nothing did; a paragraph that moved, typography and white space are nothing. With a
    ``briefing`` of ``old``, a record or the path of its JSON, every fact is found again in ``new`` and verified anew;
    ``ok`` then also says that none is stale. ``new_published_at`` is for a version of another day. Raises
    ``InputError`` for a text that cannot be used, ``InvalidBriefingError`` for a file that is no briefing and
    ``SourceMismatchError`` for one that was not made from ``old``.
    """
    briefer = Briefer(settings or Settings.from_env())
    made = Briefing.from_json(_json_of(briefing)) if isinstance(briefing, Path) else briefing
    return briefer.compare(old, new, briefing=made, published_at=published_at, new_published_at=new_published_at)


def _json_of(briefing: Path) -> str:
    try:
        return briefing.read_text("utf-8")
    except OSError as error:
        raise SourceNotFoundError(f"cannot read the briefing {str(briefing)!r}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InvalidBriefingError(f"{str(briefing)!r} is not UTF-8, so it is no briefing of this package") from None


def read_quantities(text: str, *, locale: str = "en", anchor: dt.date | None = None) -> tuple[Quantity, ...]:
    """Every figure, date and identifier of ``text`` in text order, none overlapping another.

    ``locale`` names the language whose words are read; of a language without a word table only digits and signs are.
    Relative dates hang on ``anchor`` and are marked inferred; without it they carry no days. Never raises on any text.
    """
    from briefing.text.quantities import read_quantities as read

    return read(text, locale=locale, anchor=anchor)
