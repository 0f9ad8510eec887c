"""The main job, proven on the police deployment: what a briefing of it holds, and which drafts it lets pass."""

import datetime as dt
from decimal import Decimal

import pytest

from briefing import Briefer, Briefing, Code, Fact, Finding, Hedge, Kind, Status, check, summarize, verify
from briefing.records.checked import CheckedFigure
from briefing.records.draft import Leaf
from briefing.records.findings import CheckName
from tests import stories

PUBLISHED = dt.date(2024, 7, 17)


@pytest.fixture(name="briefing")
def briefing_fixture() -> Briefing:
    """The briefing without a publication date."""
    return stories.briefing(stories.MISSION)


@pytest.fixture(name="dated", scope="module")
def dated_fixture() -> Briefing:
    """The briefing with one."""
    return summarize(stories.text(stories.MISSION), published_at=PUBLISHED)


def figure(briefing: Briefing, raw: str, field: str) -> tuple[Fact, CheckedFigure]:
    """The figure printed as ``raw`` in the fact that the field's only leaf points to."""
    leaf = only(briefing, field)
    fact = next(fact for fact in briefing.facts if fact.id in leaf.fact_ids)
    return fact, next(figure for figure in fact.figures if figure.quantity.raw == raw)


def leaves(briefing: Briefing, field: str) -> list[Leaf]:
    """The leaves of a field."""
    return [leaf for leaf in briefing.details if leaf.field == field]


def only(briefing: Briefing, field: str) -> Leaf:
    """The one leaf of a field."""
    (leaf,) = leaves(briefing, field)
    return leaf


def parts(leaf: Leaf) -> dict[str, str]:
    """The named parts of a leaf."""
    return {name: words.text for name, words in leaf.parts}


def failed(draft: str, *, published_at: dt.date | None = None) -> list[Finding]:
    """Findings on a draft that did not pass."""
    report = verify(draft, stories.text(stories.MISSION), published_at=published_at)
    return [finding for finding in report.findings if not finding.status.passed]


def test_the_profile_is_chosen_from_the_words(briefing: Briefing) -> None:
    """Nobody has to say that this is a mission."""
    assert briefing.profile == "mission"


@pytest.mark.parametrize(
    ("field", "raw", "hedge", "low", "high", "status"),
    [
        ("strength_arrived", "200", Hedge.EXACT, 200, 200, Status.VERIFIED),
        ("strength_present", "200", Hedge.EXACT, 200, 200, Status.VERIFIED),
        ("strength_total", "400", Hedge.EXACT, 400, 400, Status.DERIVED),
        ("strength_pledged", "up to 1,000", Hedge.UP_TO, None, 1000, Status.VERIFIED),
        ("strength_ceiling", "more than 2,500", Hedge.MORE_THAN, 2500, None, Status.VERIFIED),
        ("casualties", "hundreds", Hedge.VAGUE, 200, 1000, Status.VERIFIED),
        ("displaced", "Thousands", Hedge.VAGUE, 2000, None, Status.VERIFIED),
        ("duration", "twelve months", Hedge.EXACT, 12, 12, Status.VERIFIED),
    ],
)
def test_every_strength_and_toll_is_there_with_its_hedge(
    briefing: Briefing, field: str, raw: str, hedge: Hedge, low: int | None, high: int | None, status: Status
) -> None:
    """Each figure is an interval, with the words around it kept, verified or derived, and in its field."""
    fact, found = figure(briefing, raw, field)
    assert found.quantity.hedge is hedge
    assert (found.quantity.low, found.quantity.high) == (
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
    )
    assert found.status is status
    assert fact.status.passed
    assert fact.evidence


def test_those_already_there_have_been_there_for_about_two_weeks(briefing: Briefing) -> None:
    """The time stays with the contingent that it tells of, and stays approximate."""
    _, weeks = figure(briefing, "about two weeks", "strength_present")
    assert (weeks.quantity.kind, weeks.quantity.hedge, weeks.quantity.unit) == (
        Kind.DURATION,
        Hedge.APPROXIMATE,
        "week",
    )
    assert weeks.status is Status.VERIFIED
    assert parts(only(briefing, "strength_present"))["duration"] == "about two weeks"


def test_the_total_shows_its_working(briefing: Briefing) -> None:
    """400 is proven from the 200 that arrived and the 200 that were there, each at its place."""
    text = stories.text(stories.MISSION)
    fact, _ = figure(briefing, "400", "strength_total")
    (sum_,) = [finding for finding in fact.findings if finding.code is Code.DERIVED]
    assert sum_.working is not None
    assert sum_.working.expression == "200 + 200 = 400"
    assert [text[words.start : words.end] for words in sum_.working.operands] == ["200", "200"]
    arrived, present = (
        leaf.start for field in ("strength_arrived", "strength_present") for leaf in leaves(briefing, field)
    )
    assert [words.start for words in sum_.working.operands] == [arrived, present]
    assert "200 + 200 = 400" in sum_.message


def test_nearly_438_kidnapped_keeps_its_hedge_and_period(briefing: Briefing) -> None:
    """The figure is bounded from above, and counts the year's first three months."""
    fact, people = figure(briefing, "nearly 438", "kidnappings")
    assert (people.quantity.hedge, people.quantity.high, people.quantity.stated) == (
        Hedge.NEARLY,
        Decimal(438),
        Decimal(438),
    )
    assert not people.quantity.high_inclusive
    assert people.status is Status.VERIFIED
    assert parts(only(briefing, "kidnappings"))["period"] == "in the year's first three months"
    assert fact.status is Status.VERIFIED


def test_killed_or_injured_are_not_split(briefing: Briefing) -> None:
    """The article does not say how many of each, so that the briefing does not either."""
    assert parts(only(briefing, "casualties"))["measure"] == "killed or injured"


def test_the_resolution_is_an_identifier(briefing: Briefing) -> None:
    """2699 is a name, not an amount: it has no bounds and enters no sum."""
    fact, resolution = figure(briefing, "resolution 2699", "mandate_instrument")
    assert resolution.quantity.kind is Kind.IDENTIFIER
    assert (resolution.quantity.low, resolution.quantity.high) == (None, None)
    assert resolution.status is Status.VERIFIED
    assert fact.status is Status.VERIFIED


def test_the_mandate_names_body_date_and_duration(briefing: Briefing) -> None:
    """Who authorised it, when, and for how long."""
    assert only(briefing, "mandate_body").text == "UN Security Council"
    assert only(briefing, "mandate_adopted").text == "October 2023"
    assert only(briefing, "duration").text == "twelve months"
    _, when = figure(briefing, "October 2023", "mandate_adopted")
    assert when.quantity.date is not None
    assert (when.quantity.date.first, when.quantity.date.last) == (dt.date(2023, 10, 1), dt.date(2023, 10, 31))


def test_the_review_has_no_invented_date(briefing: Briefing) -> None:
    """Nine months hang on a day that the article does not give, and the finding says so."""
    fact, when = figure(briefing, "in nine months", "review")
    assert when.quantity.date is not None
    assert when.quantity.date.relative
    assert when.quantity.date.first is None
    (finding,) = [finding for finding in fact.findings if finding.check is CheckName.DATE]
    assert "none was worked out" in finding.message


def test_without_a_publication_date_no_relative_day_is_worked_out(briefing: Briefing) -> None:
    """Not one relative date has days."""
    relative = [
        figure.quantity.date
        for fact in briefing.facts
        for figure in fact.figures
        if figure.quantity.date is not None and figure.quantity.date.relative
    ]
    assert len(relative) >= 4
    assert all(date.first is None and not date.inferred for date in relative)


def test_with_a_publication_date_relative_days_resolve_and_say_that_they_are_inferred(dated: Briefing) -> None:
    """Tuesday is 16 July 2024, and in nine months is April 2025; both are marked, and the messages say it."""
    figures = {figure.quantity.raw: figure.quantity.date for fact in dated.facts for figure in fact.figures}
    tuesday, review = figures["Tuesday"], figures["in nine months"]
    assert tuesday is not None
    assert review is not None
    assert (tuesday.first, tuesday.last, tuesday.inferred) == (dt.date(2024, 7, 16), dt.date(2024, 7, 16), True)
    assert review.first is not None
    assert (review.first.year, review.first.month, review.inferred) == (2025, 4, True)
    messages = [finding.message for fact in dated.facts for finding in fact.findings if finding.check is CheckName.DATE]
    assert any("2024-07-16 (inferred)" in message for message in messages)
    printed = figures["October 2023"]
    assert printed is not None
    assert not printed.inferred


def test_kenya_leads_and_haiti_hosts(briefing: Briefing) -> None:
    """The two roles are not mixed up."""
    assert only(briefing, "lead_nation").text == "Kenya"
    assert only(briefing, "host").text == "Haiti"


def test_the_contributors_are_a_partial_list(briefing: Briefing) -> None:
    """Five countries are named, and the briefing says that there are more."""
    assert [leaf.text for leaf in leaves(briefing, "contributors")] == [
        "Bahamas",
        "Bangladesh",
        "Barbados",
        "Benin",
        "Chad",
    ]
    assert only(briefing, "contributors_partial").text == "including"


def test_officials_have_rank_role_and_organisation(briefing: Briefing) -> None:
    """Three named officials, each with what the article says of them."""
    officials = {parts(leaf).get("name"): parts(leaf) for leaf in leaves(briefing, "officials")}
    assert officials["Rameau Normil"]["role"] == "Director General"
    assert officials["Rameau Normil"]["organisation"] == "Haitian National Police"
    assert officials["Fritz St Fort"]["rank"] == "Chief Inspector General"
    assert officials["Fritz St Fort"]["organisation"] == "Haitian National Police"
    assert officials["Godfrey Otunga"]["rank"] == "General"
    assert officials["Godfrey Otunga"]["role"] == "head of Kenya's contingent"


def test_the_unnamed_official_stays_unnamed(briefing: Briefing) -> None:
    """A role without a name is kept as a role."""
    (unnamed,) = [leaf for leaf in leaves(briefing, "officials") if "name" not in parts(leaf)]
    assert unnamed.text == "senior Kenyan police official"


def test_the_airport_is_a_place(briefing: Briefing) -> None:
    """The whole name, in one piece."""
    assert "Toussaint Louverture International Airport" in [leaf.text for leaf in leaves(briefing, "places")]


def test_two_forms_of_one_acronym_are_a_finding_about_the_source(briefing: Briefing) -> None:
    """The article introduces MMSS and goes on with MSS: the editor is told, with both places."""
    (finding,) = [finding for finding in briefing.source_findings if finding.code is Code.TWO_FORMS]
    assert [evidence.exact for evidence in finding.evidence] == ["MMSS", "MSS"]
    assert "'MMSS'" in finding.message
    assert "'MSS'" in finding.message


def test_every_fact_passes(briefing: Briefing, dated: Briefing) -> None:
    """All of it is verified or derived, with a date and without."""
    assert briefing.ok
    assert dated.ok


def test_the_finished_briefing_passes_its_check(briefing: Briefing, dated: Briefing) -> None:
    """The proof can be worked out again, from the record and from its JSON."""
    text = stories.text(stories.MISSION)
    assert check(briefing, text).ok
    assert check(dated, text).ok
    assert Briefer().check_json(briefing.to_json(), text).ok


@pytest.mark.parametrize(
    "draft",
    [
        "Two hundred more Kenyan police landed on Tuesday.",
        "The contingent now counts 400 officers.",
        "Kenya has pledged up to 1,000 officers.",
        "The whole force is to have over 2,500 officers.",
        "Nearly 438 people were kidnapped.",
        "Fewer than 440 people were kidnapped.",
        "The mission was authorised in October 2023, for a year.",
        "UN Resolution 2699 is the basis of the mission.",
        "Kenya has had 200 officers in Haiti for about a fortnight.",
        "General Otunga came to the Toussaint Louverture airport.",
        'It is to "restore order jointly with the Haitian government".',
    ],
)
def test_a_true_draft_in_other_words_is_accepted(draft: str) -> None:
    """Other notation, entailed bounds and parts of names pass."""
    assert failed(draft) == []


@pytest.mark.parametrize(
    ("draft", "claim", "status", "code", "says"),
    [
        (
            "A second contingent of 300 Kenyan police arrived.",
            "300",
            Status.UNSUPPORTED,
            Code.ABSENT,
            "400 officers",
        ),
        (
            "Kenya will send more than 1,000 officers.",
            "more than 1,000",
            Status.UNSUPPORTED,
            Code.HEDGE_CHANGED,
            "pledged up to 1,000 officers",
        ),
        (
            "Resolution 2669 authorised the mission.",
            "Resolution 2669",
            Status.UNSUPPORTED,
            Code.ABSENT,
            "resolution 2699",
        ),
        ("1,000 officers have arrived.", "1,000", Status.CHECK, Code.HEDGE_DROPPED, "up to 1,000"),
        ("438 people were kidnapped.", "438", Status.CHECK, Code.HEDGE_DROPPED, "nearly 438 people were kidnapped"),
        (
            "At least 438 people were kidnapped.",
            "At least 438",
            Status.UNSUPPORTED,
            Code.HEDGE_CHANGED,
            "nearly 438",
        ),
        (
            "The mission was authorised for thirteen months.",
            "thirteen months",
            Status.UNSUPPORTED,
            Code.ABSENT,
            "twelve months",
        ),
        ("It was authorised in October 2022.", "October 2022", Status.UNSUPPORTED, Code.ABSENT, "October 2023"),
        ("Officers landed on Wednesday.", "Wednesday", Status.UNSUPPORTED, Code.ABSENT, "Tuesday"),
        ("Fritz St Forte met them.", "Fritz St Forte", Status.CHECK, Code.OTHER_NOTATION, "Fritz St Fort"),
        ("Uganda leads the mission.", "Uganda", Status.UNSUPPORTED, Code.ABSENT, "does not name"),
        (
            'It is to "restore peace jointly with the Haitian government".',
            "restore peace jointly with the Haitian government",
            Status.CHECK,
            Code.ALTERED_QUOTE,
            "restore order jointly with the Haitian government",
        ),
    ],
)
def test_a_false_draft_is_rejected_with_the_sources_words(
    draft: str, claim: str, status: Status, code: Code, says: str
) -> None:
    """One finding fails, it points to the words that are wrong, and the message has the article's."""
    (finding,) = failed(draft)
    assert finding.claim is not None
    assert finding.claim.text == claim
    assert draft[finding.claim.start : finding.claim.end] == claim
    assert (finding.status, finding.code) == (status, code)
    assert says in finding.message


def test_a_draft_with_days_is_checked_on_the_publication_date() -> None:
    """A calendar day passes when the article's Tuesday is that day, and not without a date to hang it on."""
    assert failed("Officers landed on 16 July 2024.", published_at=PUBLISHED) == []
    assert failed("Officers landed on 15 July 2024.", published_at=PUBLISHED)
    assert failed("Officers landed on 16 July 2024.")
