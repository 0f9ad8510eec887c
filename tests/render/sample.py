"""A briefing of an invented article, made by hand, with one fact of every status."""

import dataclasses
import datetime as dt
import hashlib
from decimal import Decimal

from briefing.records.article import Article
from briefing.records.briefing import Briefing, Dropped, Fact, Provenance, SourceInfo
from briefing.records.checked import CheckedFigure, StageNote
from briefing.records.draft import FactKind, Leaf
from briefing.records.findings import CheckName, Code, Finding, Status, Working
from briefing.records.quantity import DateReading, Hedge, Kind, Quantity, Words
from briefing.records.spans import Evidence, MatchKind, Span, evidence_at

TEXT = (
    "Second group of engineers reaches flooded Marlow Valley\n"
    "\n"
    "A group of 120 engineers from Norland landed in Marlow Valley on Monday. They join the 80 colleagues who have "
    "been at work there since early June, so that 200 Norland engineers are now in the valley.\n"
    "Norland has offered up to 500 people in all, said Major Ida Brandt, head of the Norland team. The mission is to "
    "be reviewed in six months.\n"
    "\n"
    "Nearly 340 houses were destroyed in the first week of the flood, and hundreds of people were hurt. Resolution 41 "
    "of the Valley Council set up the mission in May 2031; it runs for a year and may cost 2.5 million crowns.\n"
)


def article(text: str = TEXT, *, language: str = "en") -> Article:
    """An article with ``text``."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(text, digest, title=text.partition("\n")[0], published_at=dt.date(2031, 6, 17), language=language)


def span(words: str, nth: int = 0) -> Span:
    """Where ``words`` stand in the sample article, the ``nth`` time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def words(text: str, nth: int = 0) -> Words:
    """``text`` at its place in the sample article."""
    place = span(text, nth)
    return Words(text, place.start, place.end)


def proof(text: str, nth: int = 0, match: MatchKind = MatchKind.POINTED) -> Evidence:
    """``text`` as evidence from the sample article."""
    return evidence_at(TEXT, span(text, nth), match)


def finding(
    status: Status,
    code: Code,
    message: str,
    *evidence: Evidence,
    claim: str = "",
    working: Working | None = None,
    check: CheckName = CheckName.NUMBER,
) -> Finding:
    """A finding whose claim stands at the start of the text that was checked."""
    said = Words(claim, 0, len(claim)) if claim else None
    return Finding(check, status, code, message, said, evidence, working)


def figure(
    raw: str,
    status: Status,
    *,
    low: int | None = None,
    high: int | None = None,
    hedge: Hedge = Hedge.EXACT,
    low_inclusive: bool = True,
    high_inclusive: bool = True,
) -> CheckedFigure:
    """A cardinal at the start of its statement."""
    return CheckedFigure(
        Quantity(
            raw,
            0,
            len(raw),
            Kind.CARDINAL,
            hedge,
            low=None if low is None else Decimal(low),
            high=None if high is None else Decimal(high),
            low_inclusive=low_inclusive,
            high_inclusive=high_inclusive,
        ),
        status,
    )


SUM = Working(
    "sum",
    (words("120"), words("80")),
    words("200"),
    "120 + 80 = 200",
)

_LANDED = "A group of 120 engineers from Norland landed in Marlow Valley on Monday."
_JOIN = (
    "They join the 80 colleagues who have been at work there since early June, so that 200 Norland engineers are now "
    "in the valley."
)
_HOUSES = "Nearly 340 houses were destroyed in the first week of the flood, and hundreds of people were hurt."

FACTS = (
    Fact(
        "f1",
        FactKind.EVENT,
        _LANDED,
        Status.VERIFIED,
        (proof(_LANDED),),
        (figure("120", Status.VERIFIED, low=120, high=120),),
        (finding(Status.VERIFIED, Code.SAME_WORDS, "The source prints the same figure.", proof("120 engineers")),),
    ),
    Fact(
        "f2",
        FactKind.FIGURE,
        "With the 80 already there, the Norland team now has 200 engineers.",
        Status.DERIVED,
        (proof(_JOIN),),
        (figure("200 engineers", Status.DERIVED, low=200, high=200),),
        (
            finding(
                Status.DERIVED,
                Code.DERIVED,
                "The total follows from two printed figures.",
                proof("120"),
                proof("80"),
                working=SUM,
                check=CheckName.ARITHMETIC,
            ),
            finding(Status.VERIFIED, Code.SAME_WORDS, "The source prints the same figure.", proof("200 Norland")),
        ),
    ),
    Fact(
        "f3",
        FactKind.SPEECH,
        "Norland will send more than 500 people.",
        Status.CHECK,
        (proof("Norland has offered up to 500 people in all, said Major Ida Brandt, head of the Norland team."),),
        (figure("more than 500", Status.CHECK, low=500, low_inclusive=False, hedge=Hedge.MORE_THAN),),
        (
            finding(
                Status.CHECK,
                Code.HEDGE_CHANGED,
                "“more than 500” claims a larger number than the source, which says “up to 500”.",
                proof("up to 500 people"),
                claim="more than 500",
            ),
        ),
        speaker="Major Ida Brandt",
    ),
    Fact(
        "f4",
        FactKind.FIGURE,
        _HOUSES,
        Status.VERIFIED,
        (proof(_HOUSES),),
        (figure("Nearly 340", Status.VERIFIED, high=340, hedge=Hedge.NEARLY, high_inclusive=False),),
        (finding(Status.VERIFIED, Code.SAME_WORDS, "The source prints the same figure.", proof("Nearly 340 houses")),),
    ),
    Fact(
        "f5",
        FactKind.EVENT,
        "A third group of 300 engineers is on its way.",
        Status.UNSUPPORTED,
        (),
        (figure("300 engineers", Status.UNSUPPORTED, low=300, high=300),),
        (
            finding(
                Status.UNSUPPORTED,
                Code.ABSENT,
                "The source has no figure of 300 engineers; the nearest is “200 Norland engineers”.",
                proof("200 Norland engineers"),
                claim="300 engineers",
            ),
        ),
    ),
    Fact(
        "f6",
        FactKind.NEXT_STEP,
        "The mission is to be reviewed in six months.",
        Status.NOT_CHECKABLE,
        (proof("The mission is to be reviewed in six months."),),
        (
            CheckedFigure(
                Quantity("in six months", 31, 44, Kind.DATE, date=DateReading(relative=True)), Status.NOT_CHECKABLE
            ),
        ),
        (
            finding(
                Status.NOT_CHECKABLE,
                Code.UNANCHORED,
                "“in six months” counts from a day that the source does not give.",
                proof("in six months"),
                claim="in six months",
                check=CheckName.DATE,
            ),
        ),
    ),
)


def leaf(field: str, text: str, *fact_ids: str, **parts: str) -> Leaf:
    """A leaf whose words and parts stand in the sample article."""
    place = words(text)
    named = tuple((name, words(part)) for name, part in parts.items())
    return Leaf(field, place.text, place.start, place.end, fact_ids, named)


def briefing(source: Article | None = None) -> Briefing:
    """The sample briefing, made from ``source`` or the sample article."""
    made_from = source or article()
    money = span("2.5 million crowns")
    return Briefing(
        schema_version="1",
        profile="mission",
        engine="embedded",
        headline="Second group of engineers reaches flooded Marlow Valley",
        facts=FACTS,
        details=(
            leaf("lead_nation", "Norland", "f1"),
            leaf("officials", "Ida Brandt", "f3", rank="Major", role="head of the Norland team"),
            leaf("strength.arrived", "120 engineers", "f1"),
            leaf("strength.in_all", "200 Norland engineers", "f2"),
        ),
        source_findings=(
            finding(
                Status.VERIFIED,
                Code.DERIVED,
                "The article's own total adds up.",
                proof("200 Norland engineers"),
                working=SUM,
                check=CheckName.ARITHMETIC,
            ),
        ),
        omitted_figures=(
            Quantity(
                "2.5 million crowns",
                money.start,
                money.end,
                Kind.MONEY,
                low=Decimal("2.5E+6"),
                high=Decimal("2.5E+6"),
                currency="crown",
            ),
        ),
        not_stated=("who pays for the mission",),
        dropped=(Dropped("sentence s9", "it has no words of its own"),),
        source=SourceInfo(
            made_from.sha256, len(made_from.text), made_from.language, made_from.title, made_from.published_at
        ),
        provenance=Provenance(
            "0.1.0",
            "1",
            "1",
            "embedded",
            stages=(StageNote("crosscheck", "skipped: no model"), StageNote("repair", "skipped: no model")),
        ),
    )


def hostile(text: str) -> tuple[Briefing, Article]:
    """A briefing in which every free text is ``text``, and its article, which is ``text`` alone."""
    source = article(text)
    everything = Span(0, len(text))
    item = evidence_at(text, everything, MatchKind.EXACT)
    said = Words(text, 0, len(text))
    bad = Finding(
        CheckName.QUOTE,
        Status.UNSUPPORTED,
        Code.ABSENT,
        text,
        said,
        (item,),
        Working(text, (said,), said, text),
    )
    quantity = Quantity(text, 0, len(text), Kind.CARDINAL, Hedge.UP_TO, high=Decimal(7))
    fact = Fact(
        text,
        FactKind.EVENT,
        text,
        Status.UNSUPPORTED,
        (item,),
        (CheckedFigure(quantity, Status.UNSUPPORTED),),
        (bad,),
        speaker=text,
    )
    return (
        Briefing(
            schema_version="1",
            profile=text,
            engine=text,
            headline=text,
            facts=(fact, dataclasses.replace(fact, statement=f"{text} again")),
            details=(Leaf(text, text, 0, len(text), (text,), ((text, said),)),),
            source_findings=(bad,),
            omitted_figures=(quantity,),
            not_stated=(text,),
            dropped=(Dropped(text, text),),
            source=SourceInfo(source.sha256, len(text), text, text),
            provenance=Provenance(text, "1", text, text, (StageNote(text, text),), (text,)),
        ),
        source,
    )
