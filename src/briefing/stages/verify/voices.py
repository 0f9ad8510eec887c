"""Who says it, and who does it, in a claim and in the sentence of the source that says the same."""

from briefing.records.findings import Code
from briefing.stages.verify.statement import Beside
from briefing.text.sayers import Sayer, sayers

_LEAST = 0.6
_FEWEST = 2


def other_speaker(held: Beside) -> tuple[Code, str] | None:
    """The objection that the source has somebody else say it, who is never spoken of together with this one."""
    if held.claim is not held.whole:
        return None
    mine, theirs = sayers(held.whole, held.tables), sayers(held.said, held.tables)
    if len(mine) != 1 or not theirs or not all(one.who for one in theirs):
        return None
    who, others = mine[0].names or mine[0].who, frozenset[str]().union(*(one.who for one in theirs))
    spoken = held.whole.keys | held.whole.names
    if not _is_known(held, who) or who & (held.said.keys | held.said.names) or others & spoken:
        return None
    if held.source.together(who, others) or not _says_the_same(held, mine[0]):
        return None
    return Code.OTHER_PERSON, "The article has somebody else say this"


def _is_known(held: Beside, who: frozenset[str]) -> bool:
    """Whether the article speaks of the one who speaks, and that is somebody."""
    return bool(who - held.tables.generic) and all(held.source.speaks_of(topic) for topic in who)


def _says_the_same(held: Beside, mine: Sayer) -> bool:
    content = [word for index, word in enumerate(held.whole.words) if not mine.first <= index < mine.last]
    shared = {pair.claim.start for pair in held.paired}
    common = [word for word in content if word.start in shared]
    if len({word.topic for word in common}) < _FEWEST:
        return False
    return held.weight(common) >= _LEAST * held.weight(content)
