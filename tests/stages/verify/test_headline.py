"""A headline and a standfirst say what the body says, or an editor is told; headlines may be short."""

import pytest

from briefing import Briefer, Settings
from briefing.records.findings import CheckName, Code, Finding, Status
from briefing.stages.verify.headline import headline_findings
from briefing.stages.verify.source import SourceIndex
from briefing.stages.verify.source_findings import find_in_source
from tests.stages.verify.held import index

ENGLISH = Briefer(Settings(language="en"))


def found(headline: str, *paragraphs: str) -> list[Finding]:
    """What is found in an article with this headline."""
    return headline_findings(index("\n\n".join((headline, *paragraphs))))


@pytest.mark.parametrize(
    ("headline", "body", "words"),
    [
        ("Fire kills 12 in Port Sund", "A fire in Port Sund killed 11 people, police said.", ("12", "11 people")),
        (
            "At least 207 killed in crane collapse",
            "The collapse of a crane killed at least 107 people.",
            ("207", "107"),
        ),
        ("More than 500 officers arrive", "Up to 500 officers arrived on Monday.", ("More than 500", "Up to 500")),
        ("Sales of boats fell 2 percent", "Sales of boats fell 9.6 percent in May.", ("2 percent", "9.6 percent")),
        ("Union to strike on 4 May", "The union said it would strike on 14 May.", ("4 May", "14 May")),
        ("Union to strike on 4 May", "The union said it would strike on 4 June.", ("4 May", "4 June")),
    ],
)
def test_another_value_bound_or_day_in_the_body_is_found(headline: str, body: str, words: tuple[str, str]) -> None:
    """Both words, the place of the body's, and a status that asks for a look."""
    (finding,) = found(headline, body, "The council meets next week.")
    assert (finding.status, finding.code) == (Status.CHECK, Code.TWO_VALUES)
    assert finding.check in (CheckName.NUMBER, CheckName.DATE)
    assert all(each in finding.message for each in (*words, "headline", "paragraph 2"))
    assert len(finding.evidence) == 2
    assert finding.claim is None


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Port pays $37 million to families", "$37 million"),
        ("Minister urges 37 million people to stay at home", "37 million people"),
        ("Prices of boats up 14%", "14%"),
    ],
)
def test_a_large_figure_that_the_body_does_not_have_is_found(headline: str, words: str) -> None:
    """Nobody can tell from the article where it comes from."""
    (finding,) = found(headline, "The port and the minister spoke of boats and families.", "They meet next week.")
    assert (finding.status, finding.code) == (Status.CHECK, Code.ABSENT)
    assert words in finding.message
    assert [evidence.exact for evidence in finding.evidence] != []


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Twelve die in fire", "A fire killed 12 people."),
        ("Port fined $4m", "The port was fined $4.2 million."),
        ("12,000 march in Port Sund", "Some 12,340 people marched in Port Sund."),
        ("2,500 officers to arrive", "More than 2,500 officers are to arrive."),
        ("More than 400 held", "Police held 438 people."),
        ("Dozens hurt in crash", "The crash hurt 43 people."),
        ("400 officers in all", "On Monday 200 officers arrived. They joined 200 officers, bringing the total to 400."),
        ("700 boats offered", "The yard offered 500 boats in May and 200 boats in June."),
        ("Five things to know about the ferry", "The ferry is old. It is slow."),
        ("11 best sleeping bags", "We slept in bags for a month."),
        ("Rosa Marin, actor, dies aged 75", "The actor Rosa Marin has died."),
        ("World Cup 2022: Sund beat Norland 4-2", "Sund have beaten Norland."),
        ("The day in 80 seconds", "Watch the video."),
        ("Mayor waits since 2019", "The mayor has waited for years."),
        ("BOAT INC 4TH QTR JAN 31 NET", "Net 4 million dollars in the quarter."),
        ("1 in 3 ferries is late", "One out of every three ferries is late. In May 140 ferries were late."),
        ("Fire kills 12", "The fire killed 12 people. In 2019 a fire killed 30 people. It hurt 17 people."),
        ("Ferry sinks on 4 May", "The ferry sank on Tuesday. The council meets on 14 May."),
    ],
)
def test_what_headlines_do_is_no_finding(headline: str, body: str) -> None:
    """They round, drop hedges, add up, list, name events by their year, and tell what ages and scores are known."""
    assert found(headline, body, "The council meets next week.") == []


@pytest.mark.parametrize(
    ("headline", "body", "words"),
    [
        ("Members of Nispa to strike", "Members of Nipsa will strike, the union Nipsa said.", ("Nispa", "Nipsa")),
        ("BREAWATER BUYS FERRY", "The firm Breakwater Resources has bought a ferry.", ("BREAWATER", "Breakwater")),
        ("Mayor Jeremey Vane resigns", "The mayor, Jeremy Vane, has resigned.", ("Jeremey", "Jeremy")),
    ],
)
def test_a_name_that_is_spelled_otherwise_in_the_body_is_found(
    headline: str, body: str, words: tuple[str, str]
) -> None:
    """Both spellings; which one is right is for a person to say."""
    (finding,) = found(headline, body, "The council meets next week.")
    assert (finding.check, finding.status, finding.code) == (CheckName.NAME, Status.CHECK, Code.TWO_FORMS)
    assert all(word in finding.message for word in words)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Kenyan police arrive", "Police from Kenya have arrived."),
        ("Labor wins vote in Harbor Town", "Labour has won the vote, the Labour leader said in Harbour Town."),
        ("Russia’s ferries", "The Russians own ferries."),
        ("Marin meets Martin", "Rosa Marin met Ida Martin."),
        ("Boats sink", "The firm Bolts has sunk."),
    ],
)
def test_other_forms_and_other_names_are_left_alone(headline: str, body: str) -> None:
    """Peoples and countries, British and American spelling, endings, two names that the article has, short words."""
    assert found(headline, body, "The council meets next week.") == []


def test_a_standfirst_is_held_against_the_rest_of_the_body() -> None:
    """A toll of the sentence under the headline, below which the story goes on."""
    story = (
        "Fire in Port Sund",
        "A fire in Port Sund has killed 12 people",
        "The fire brigade came at noon.",
        "Police said 11 people were killed.",
        "The house is old.",
        "The council meets next week.",
    )
    (finding,) = found(*story)
    assert "standfirst" in finding.message
    assert "paragraph 4" in finding.message
    assert found(*story[:1], f"{story[1]}.", "In it, 11 people were killed.") == []


def test_a_title_beside_the_text_is_a_headline_too() -> None:
    """Its words have no place in the text, so that only those of the body are evidence."""
    article = ENGLISH.read("A fire killed 11 people.\n\nThe council meets next week.", title="Fire kills 12")
    source = SourceIndex(ENGLISH.open(article)._index("en").reading)
    (finding,) = headline_findings(source)
    assert "12" in finding.message
    assert [evidence.exact for evidence in finding.evidence] == ["killed 11 people"]


def test_one_contradiction_is_told_once() -> None:
    """Where the headline and the body are two values of one statement anyway, there is one finding."""
    source = index("Fire kills 12 people in Port Sund\n\nA fire kills 17 people in Port Sund.\n\nThe council meets.")
    assert len([each for each in find_in_source(source) if each.code is Code.TWO_VALUES]) == 1


@pytest.mark.parametrize("digit", range(10))
def test_any_digit_changed_in_a_headline_is_found(digit: int) -> None:
    """A toll, an amount and a share that the body prints, with the first digit changed."""
    for headline, body in (
        ("Fire kills {}3 in Port Sund", "A fire killed 43 people in Port Sund."),
        ("Port fined ${}3 million", "The port was fined $43 million."),
        ("Prices rise {}3%", "Prices rose by 43% in May."),
    ):
        if digit in (0, 4):
            continue
        assert len(found(headline.format(digit), body, "The council meets next week.")) == 1
