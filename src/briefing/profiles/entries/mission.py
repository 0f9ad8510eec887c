"""Deployments of police, soldiers or observers."""

from briefing.profiles.records import Cue, Field, Profile, Wanted

# fmt: off
_MONEY = (
    "budget", "budgeted", "cost", "costs", "fund", "funds", "funded", "funding", "financed", "financing",
    "dollar", "dollars", "euro", "euros", "$", "€", "£", "million", "billion",
)
_FORCE = (
    "rules of engagement", "use of force", "use force", "open fire", "self-defence", "self-defense", "lethal force",
)
_MONTHS = (
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.", "in may", "on may", "of may", "since may",
    *(f"{day} may" for day in range(1, 32)), *(f"may {day}" for day in range(1, 32)),
)
_ARRIVAL = ("arrived", "arrive", "arrives", "arriving", "arrival", "landed", "landing", "touched down", "flew in")
# fmt: on

MISSION = Profile(
    name="mission",
    purpose="deployments of police, soldiers or observers: mandate, contributors, strength, limits, next steps",
    fields=(
        Field("name", "Mission"),
        Field("acronyms", "Acronyms as printed"),
        Field("lead_nation", "Led by"),
        Field("host", "Host country"),
        Field("mandate_instrument", "Mandate"),
        Field("mandate_body", "Mandated by"),
        Field("mandate_adopted", "Mandate adopted"),
        Field("duration", "Duration"),
        Field("review", "Review"),
        Field("contributors", "Contributors"),
        Field("contributors_partial", "Printed list of contributors is partial"),
        Field("strength_arrived", "Strength: newly arrived"),
        Field("strength_present", "Strength: already there"),
        Field("strength_total", "Strength: deployed in all"),
        Field("strength_pledged", "Strength: pledged"),
        Field("strength_ceiling", "Strength: whole force as planned"),
        Field("officials", "Officials"),
        Field("places", "Places"),
        Field("casualties", "Killed or injured"),
        Field("kidnappings", "Kidnapped"),
        Field("displaced", "Displaced"),
        Field("tasks", "Tasks"),
        Field("limits", "Limits"),
        Field("next_steps", "Next steps"),
    ),
    wanted=(
        Wanted("lead_nation", "which country leads the mission"),
        Wanted("host", "in which country it is deployed"),
        Wanted("mandate_instrument", "the decision that the mission rests on"),
        Wanted("mandate_body", "who gave the mandate"),
        Wanted("duration", "how long it is to last"),
        Wanted("contributors", "which countries contribute"),
        Wanted("strength_total", "how many are deployed in all"),
        Wanted("strength_ceiling", "how strong the whole force is to be"),
        Wanted("tasks", "what the mission is to do"),
        Wanted("budget", "what it costs and who pays", _MONEY),
        Wanted("rules_of_engagement", "the rules of engagement", _FORCE),
        Wanted("arrival_date", "the calendar date of the arrival", _MONTHS, beside=_ARRIVAL),
    ),
    cues=(
        Cue("peacekeepers", 4),
        Cue("peacekeeping", 4),
        Cue("contingent", 3),
        Cue("contingents", 3),
        Cue("multinational", 3),
        Cue("support mission", 3),
        Cue("security mission", 3),
        Cue("observer mission", 3),
        Cue("stabilisation mission", 4),
        Cue("stabilization mission", 4),
        Cue("security council", 2),
        Cue("resolution", 1),
        Cue("mandate", 2),
        Cue("mandated", 2),
        Cue("mission", 2),
        Cue("deployment", 2),
        Cue("deployments", 2),
        Cue("deployed", 2),
        Cue("deploy", 2),
        Cue("troops", 2),
        Cue("soldiers", 1),
        Cue("battalion", 2),
        Cue("police officers", 1),
        Cue("police", 1),
        Cue("observers", 1),
        Cue("personnel", 1),
        Cue("gangs", 1),
        Cue("rotation", 1),
        Cue("force commander", 4),
    ),
    threshold=16,
    schema="briefing.profiles.mission.MissionExtraction",
)
