"""The part that every story has."""

from briefing.profiles.records import Field, Profile, Wanted

GENERAL = Profile(
    name="general",
    purpose="any news story: who, what, when, where, figures, what was said and what comes next",
    fields=(
        Field("people", "People"),
        Field("organisations", "Organisations"),
        Field("places", "Places"),
        Field("dates", "Dates"),
        Field("figures", "Figures"),
        Field("speech", "Who said what"),
        Field("next_steps", "Next steps"),
    ),
    wanted=(
        Wanted("dates", "when it happened"),
        Wanted("places", "where it happened"),
    ),
    schema="briefing.profiles.general.GeneralExtraction",
)
