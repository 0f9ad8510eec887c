"""The embedded engine: no model, no key, no network. Every word of its draft is cut from the article.

It ranks the article's own clauses into facts and fills the fields of a profile by rules. The same reading gives the
same draft.
"""

from briefing.profiles.catalog import PROFILES, Profile, ProfileChoice
from briefing.profiles.catalog import profile as profile_by_name
from briefing.profiles.recognise import may_state, recognise
from briefing.records.article import Reading
from briefing.records.draft import Draft, DraftFact, Leaf
from briefing.settings import Settings
from briefing.stages.extract.clauses import Clause, clauses, main_clause
from briefing.stages.extract.cues import OPEN_QUESTION, is_furniture
from briefing.stages.extract.general import fill_general
from briefing.stages.extract.leaves import Leaves, linked
from briefing.stages.extract.mission import fill_mission
from briefing.stages.extract.rank import choose, kind_of, ranked
from briefing.stages.extract.scene import Scene, Sentence, scene
from briefing.stages.extract.speakers import speaker

ENGINE = "embedded"
"""The engine's name in drafts and briefings."""
AUTO = "auto"
"""Lets the article's own words choose the profile."""

_ENOUGH = 2
_HEADING = 120
_OPEN_LENGTH = 260
_MAX_OPEN = 4


def extract(reading: Reading, *, profile: ProfileChoice = AUTO, settings: Settings) -> Draft:
    """The draft of one article: facts in text order, the fields of the profile, and what was looked for in vain.

    Every statement and field is a contiguous cut of the text. The facts are empty only when the reading has no
    sentence. Raises ``UnknownProfileError`` for a profile that nobody ships.
    """
    chosen = _profile(reading, profile)
    seen = scene(reading)
    leaves = Leaves(reading.text)
    fill_general(seen, leaves)
    if chosen.name == "mission":
        fill_mission(seen, leaves)
    story, furniture = _story(seen)
    facts, spans, left_out = _facts(seen, story, leaves, settings.max_facts)
    return Draft(
        profile=chosen.name,
        engine=ENGINE,
        headline=_headline(seen, story),
        facts=facts,
        details=linked(_in_order(leaves, chosen), spans),
        not_stated=_not_stated(seen, leaves, chosen),
        dropped=_dropped(furniture, left_out, settings.max_facts),
    )


def _profile(reading: Reading, name: ProfileChoice) -> Profile:
    return profile_by_name(recognise(reading.text) if name == AUTO else name)


def _story(seen: Scene) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of the story, and the page furniture around it; all of it is the story if nothing else is left."""
    furniture = [sentence for sentence in seen.sentences if is_furniture(sentence.text)]
    marked = {sentence.unit.id for sentence in furniture}
    story = [sentence for sentence in seen.sentences if sentence.unit.id not in marked]
    if not story:
        return list(seen.sentences), []
    if len(story) > _ENOUGH and _is_heading(story[0]):
        story = story[1:]
    return story, furniture


def _is_heading(sentence: Sentence) -> bool:
    """Whether the text opens with a line that is a headline, though nobody said so."""
    text = sentence.text
    if text.isupper():
        return True
    ends = text.rstrip()[-1:] in ".!?…\"”’')"
    return not ends and len(text) <= _HEADING and not sentence.quantities


def _facts(
    seen: Scene, story: list[Sentence], leaves: Leaves, limit: int
) -> tuple[tuple[DraftFact, ...], list[tuple[str, int, int]], int]:
    cut = [clause for sentence in story for clause in clauses(sentence)]
    profile_fields = sorted(leaf.start for leaf in leaves.found if leaf.field not in _EVERYWHERE)
    title = seen.reading.article.title or (story[0].text if story else "")
    kept, left_out = choose(ranked(cut, title=title, wanted=profile_fields), limit=limit)
    facts = tuple(_fact(clause, index, first=clause is cut[0]) for index, clause in enumerate(kept, 1))
    spans = [(fact.id, clause.start, clause.end) for fact, clause in zip(facts, kept, strict=True)]
    return facts, spans, left_out


_EVERYWHERE = frozenset({"people", "organisations", "places", "dates", "figures", "speech"})
"""Fields with so many leaves that they say nothing about the weight of a sentence."""


def _fact(clause: Clause, number: int, *, first: bool) -> DraftFact:
    who = speaker(clause.sentence)
    within = who is not None and clause.start <= who.start and who.end <= clause.end
    return DraftFact(
        id=f"f{number}",
        kind=kind_of(clause, first=first),
        statement=clause.text,
        pointers=(clause.sentence.unit.id,),
        speaker=who.text if who is not None and within else None,
    )


def _headline(seen: Scene, story: list[Sentence]) -> str:
    title = (seen.reading.article.title or "").strip()
    if title or not story:
        return title
    first = seen.sentences[0]
    return first.text if first is not story[0] and _is_heading(first) else main_clause(story[0]).text


def _in_order(leaves: Leaves, chosen: Profile) -> list[Leaf]:
    names = [field.name for known in (PROFILES[0], chosen) for field in known.fields]
    place = {name: names.index(name) for name in names}
    return sorted(leaves.found, key=lambda leaf: place.get(leaf.field, len(names)))


def _not_stated(seen: Scene, leaves: Leaves, chosen: Profile) -> tuple[str, ...]:
    sentences = [sentence.text for sentence in seen.sentences]
    lacking = [
        wanted.label
        for wanted in chosen.wanted
        # A field that no rule fills is empty whatever the article says; then its words decide.
        if (not may_state(sentences, wanted) if wanted.words else not leaves.has(wanted.name))
    ]
    # What the article itself says is not known, in its own words.
    said = [text for text in sentences if len(text) <= _OPEN_LENGTH and OPEN_QUESTION.search(text) is not None]
    return (*lacking, *said[:_MAX_OPEN])


def _dropped(furniture: list[Sentence], left_out: int, limit: int) -> tuple[str, ...]:
    notes = [f"{sentence.unit.id}, page furniture: {sentence.text[:80]!r}" for sentence in furniture]
    if left_out:
        notes.append(f"{left_out} more statements with figures: the limit is {limit} facts (max_facts)")
    return tuple(notes)
