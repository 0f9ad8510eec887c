"""Elections and referendums, from the poll to the count."""

from briefing.profiles.records import Cue, Field, Profile, Wanted

# fmt: off
_TURNOUT = (
    "turnout", "turn-out", "turned out", "took part", "taken part", "cast their", "voted", "queues", "queue", "queued",
    "cast ballots", "participation", "abstained", "abstention", "abstentions",
)
_FINAL = (
    "provisional", "preliminary", "partial", "final", "official", "counted", "count", "counting", "certify",
    "certified", "exit poll", "exit polls", "projection", "projections", "projected", "declared", "recount",
    "unofficial", "tally", "results", "result",
)
# fmt: on

ELECTION = Profile(
    name="election",
    purpose="elections: what was elected, turnout, results by contender, who won, state of the count, disputes",
    fields=(
        Field("body", "Office or body elected"),
        Field("date", "Date of the poll"),
        Field("turnout", "Turnout"),
        Field("results", "Results"),
        Field("winner", "Winner"),
        Field("count", "State of the count"),
        Field("change", "Change on the last poll"),
        Field("coalition", "Majorities and coalitions"),
        Field("disputes", "Disputed by"),
    ),
    wanted=(
        Wanted("turnout", "the turnout", _TURNOUT),
        Wanted("count", "whether the result is final", _FINAL),
        Wanted("dates", "when the poll was held"),
    ),
    cues=(
        Cue("election", 3),
        Cue("elections", 3),
        Cue("by-election", 3),
        Cue("re-elected", 2),
        Cue("referendum", 3),
        Cue("electoral commission", 3),
        Cue("election commission", 3),
        Cue("electoral", 2),
        Cue("polling stations", 4),
        Cue("polling station", 3),
        Cue("exit poll", 4),
        Cue("exit polls", 4),
        Cue("opinion polls", 1),
        Cue("ballot", 2),
        Cue("ballots", 2),
        Cue("turnout", 4),
        Cue("voters", 3),
        Cue("voter", 1),
        Cue("voted", 1),
        Cue("votes", 1),
        Cue("of the vote", 4),
        Cue("recount", 3),
        Cue("run-off", 3),
        Cue("runoff", 3),
        Cue("candidate", 1),
        Cue("candidates", 2),
        Cue("constituency", 2),
        Cue("constituencies", 2),
        Cue("incumbent", 1),
        Cue("seats", 2),
        Cue("coalition", 1),
        Cue("majority", 1),
        Cue("rigged", 2),
        Cue("rigging", 2),
        Cue("general election", 2),
        Cue("presidential election", 2),
        Cue("vote count", 2),
        Cue("landslide victory", 2),
    ),
    threshold=16,
    schema="briefing.profiles.election.ElectionExtraction",
)
