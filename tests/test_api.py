"""The functions: one line over ``Briefer``, with the same results and errors."""

import asyncio
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from briefing import (
    Article,
    Briefer,
    Briefing,
    InputError,
    ModelError,
    Policy,
    PolicyError,
    Settings,
    Status,
    UsageError,
    asummarize,
    check,
    read_quantities,
    summarize,
    verify,
)
from briefing.errors import (
    EmptySourceError,
    InvalidBriefingError,
    ModelUnavailableError,
    NotTextError,
    SourceMismatchError,
    SourceNotFoundError,
    SourceTooLargeError,
    UnknownProfileError,
)
from tests import stories
from tests.profiles.own_models import Concert, Either

STORY = "Twelve cranes were sold in Port Ellery on Tuesday. The harbour has 30 cranes, said Ivo Brandes."


def test_summarize_takes_text_a_path_and_an_article(tmp_path: Path) -> None:
    """The three forms of one source give one briefing."""
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    from_text = summarize(STORY)
    assert from_text.facts
    assert summarize(file) == from_text
    assert summarize(Briefer().read(STORY)) == from_text


def test_a_string_is_text_and_never_a_path() -> None:
    """The name of a file that exists is briefed as the words that it is."""
    name = str(stories.path(stories.MISSION))
    assert summarize(name).source.length == len(name)


def test_asummarize_gives_the_same_briefing() -> None:
    """The async form is the same work in a thread."""
    assert asyncio.run(asummarize(STORY, published_at="2025-08-21")) == summarize(STORY, published_at="2025-08-21")


def test_asummarize_leaves_the_loop_free() -> None:
    """Several briefings can be awaited together."""

    async def both() -> tuple[Briefing, Briefing]:
        return await asyncio.gather(asummarize(STORY), asummarize(stories.text("village-choir")))

    one, two = asyncio.run(both())
    assert one == summarize(STORY)
    assert two == summarize(stories.text("village-choir"))


@pytest.mark.parametrize(
    "day",
    ["2025-08-21", dt.date(2025, 8, 21), dt.datetime(2025, 8, 21, 23, 59), "2025-08-21T16:40:00+02:00"],
)
def test_published_at_is_a_day_in_any_usual_form(day: str | dt.date) -> None:
    """A time of day is dropped, the day is kept."""
    assert summarize(STORY, published_at=day).source.published_at == dt.date(2025, 8, 21)


def test_the_title_is_the_headline() -> None:
    """A headline that is given is used as it stands."""
    briefing = summarize(STORY, title="Cranes sold")
    assert (briefing.headline, briefing.source.title) == ("Cranes sold", "Cranes sold")


def test_settings_are_taken_from_the_environment_or_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """``BRIEFING_*`` holds where no settings are given; given ones win."""
    monkeypatch.setenv("BRIEFING_MAX_FACTS", "1")
    assert len(summarize(stories.text("river-flood")).facts) == 1
    assert len(summarize(stories.text("river-flood"), settings=Settings()).facts) > 1


@pytest.mark.parametrize(
    ("name", "value"), [("BRIEFING_MAX_FACTS", "none"), ("BRIEFING_MAX_BYTES", "0"), ("BRIEFING_POLICY", "perhaps")]
)
def test_a_setting_that_makes_no_sense_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """The message quotes the value, so that one finds it in the environment."""
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=f"'{value}'"):
        summarize(STORY)


@pytest.mark.parametrize(
    ("source", "error", "says"),
    [
        ("", EmptySourceError, "empty"),
        (" \n\t ", EmptySourceError, "white space"),
        ("*** --- ***", EmptySourceError, "no sentence"),
        ("Twelve\0cranes", NotTextError, "NUL"),
        (Path("/no/such/file.txt"), SourceNotFoundError, "no such file"),
        (Path(__file__).parent, SourceNotFoundError, "folder"),
        ("Cranes. " * 300_000, SourceTooLargeError, "limit"),
    ],
)
def test_a_source_that_cannot_be_used_is_an_input_error(source: str | Path, error: type[InputError], says: str) -> None:
    """Each bad input has an error of its own that says what is wrong."""
    with pytest.raises(error, match=says):
        summarize(source)


def test_an_unknown_profile_names_the_known_ones() -> None:
    """A typing error is answered with the choices."""
    with pytest.raises(UnknownProfileError, match=r"'misson'.*mission"):
        summarize(STORY, profile="misson")


def test_a_pydantic_model_is_a_profile() -> None:
    """The class itself will do; what cannot be asked of a model is an error before anything is read."""
    assert summarize(STORY, profile=Concert, engine="embedded").profile == "tests.profiles.own_models.Concert"
    with pytest.raises(UsageError, match=r"Either\.seats"):
        summarize(STORY, profile=Either, engine="embedded")


def test_engines_that_are_none_are_refused() -> None:
    """An unknown engine is a usage error that lists the engines; one that needs a model is a model error."""
    with pytest.raises(UsageError, match=r"'magic'.*embedded"):
        summarize(STORY, engine="magic")
    with pytest.raises(ModelUnavailableError, match="embedded"):
        summarize(STORY, engine="model")
    assert issubclass(ModelUnavailableError, ModelError)


def test_a_publication_date_that_is_none_is_a_usage_error() -> None:
    """The message shows how to write a date."""
    with pytest.raises(UsageError, match=r"'yesterday'.*2024-07-17"):
        summarize(STORY, published_at="yesterday")


def test_verify_reads_the_draft_in_the_language_and_on_the_date_of_its_source() -> None:
    """A short draft has no language of its own, and its Thursday is the source's."""
    report = verify("Twelve cranes were sold on 19 August 2025.", STORY, published_at="2025-08-21")
    assert report.ok
    assert not verify("Twelve cranes were sold on 20 August 2025.", STORY, published_at="2025-08-21").ok


def test_verify_of_two_short_texts_reads_their_words() -> None:
    """One sentence is too short to tell a language by; the two together are not, so that the words are read."""
    assert not verify("It cost 12 million dollars.", "It cost 12 million euros.").ok
    assert verify("It cost €12,000,000.", "It cost 12 million euros, said the owner.").ok


def test_verify_of_a_text_without_anything_to_check_is_not_ok() -> None:
    """What could not be checked is never passed."""
    report = verify("Cranes are large and yellow.", STORY)
    assert report.status is Status.NOT_CHECKABLE
    assert not report.ok


def test_check_takes_a_record_and_a_path(tmp_path: Path) -> None:
    """A finished briefing can be checked from memory and from its file."""
    briefing = summarize(STORY)
    file = tmp_path / "briefing.json"
    file.write_text(briefing.to_json(), encoding="utf-8")
    assert check(briefing, STORY).ok
    assert check(file, STORY).ok


def test_check_of_an_article_that_was_read_before_uses_the_recorded_date_and_language() -> None:
    """Title, date and language belong to the briefing: an article read without them is still the same article."""
    briefing = summarize(STORY, title="Cranes sold", published_at="2025-08-21", settings=Settings(language="de"))
    report = check(briefing, Briefer().read(STORY))
    assert [finding.message for finding in report.findings if finding.code.value == "changed"] == []


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", InvalidBriefingError), (b"\xff\xfe\x00", InvalidBriefingError), (b"{}", InvalidBriefingError)],
)
def test_a_file_that_is_no_briefing_is_refused(tmp_path: Path, content: bytes, error: type[InputError]) -> None:
    """Anything but a briefing's JSON is an input error."""
    file = tmp_path / "briefing.json"
    file.write_bytes(content)
    with pytest.raises(error):
        check(file, STORY)


def test_a_briefing_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message has the path; a folder is no briefing either."""
    with pytest.raises(SourceNotFoundError, match=r"nothing\.json"):
        check(tmp_path / "nothing.json", STORY)
    with pytest.raises(SourceNotFoundError, match="directory"):
        check(tmp_path, STORY)


def test_a_briefing_of_another_article_is_refused() -> None:
    """A proof against the wrong source is no proof."""
    with pytest.raises(SourceMismatchError, match="article that was briefed"):
        check(summarize(STORY), stories.text("village-choir"))


def test_policy_drop_lists_what_it_left_out_and_raise_names_the_fact() -> None:
    """Nothing is dropped in silence."""
    article = stories.article(stories.WRONG_SUM)
    flagged = summarize(article)
    dropped = summarize(article, settings=Settings(policy=Policy.DROP))
    failed = [fact for fact in flagged.facts if not fact.status.passed]
    assert [fact.statement for fact in failed] == [item.what for item in dropped.dropped if "check:" in item.reason]
    assert dropped.ok
    assert check(dropped, article).ok
    with pytest.raises(PolicyError, match=rf"'{failed[0].id}' is check: .*does not add up.*policy 'flag'"):
        summarize(article, settings=Settings(policy=Policy.RAISE))


def test_read_quantities_is_the_reader_itself() -> None:
    """Figures can be read without an article around them."""
    twelve, tuesday = read_quantities("Twelve cranes on Tuesday.", anchor=dt.date(2025, 8, 21))
    assert (twelve.raw, twelve.low) == ("Twelve", Decimal(12))
    assert tuesday.date is not None
    assert tuesday.date.first == dt.date(2025, 8, 19)


def test_a_briefer_is_shared_and_never_changes() -> None:
    """One object briefs many articles, in any order, with the same results."""
    briefer = Briefer(Settings(max_facts=3))
    first = briefer.brief(STORY)
    briefer.brief(stories.text("river-flood"))
    assert briefer.brief(STORY) == first
    assert isinstance(briefer.read(STORY), Article)
