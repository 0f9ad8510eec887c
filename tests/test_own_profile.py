"""A profile of the user's own through the whole flow with a model."""

import json

import pytest

import briefing
from briefing import Settings, Status
from briefing.settings import Mode, ModelSettings
from tests.llm.scripted import data_of, endpoint
from tests.llm.server import Json, chat, serving
from tests.profiles.own_models import Concert, Prizes

pytestmark = pytest.mark.enable_socket

ARTICLE = (
    "Ada Byron sang in the Corn Hall on Tuesday.\n\n"
    "She was awarded the Silver Lyre. The prize is worth 4,000 euros.\n\n"
    "Tickets cost 12 euros, and 300 were sold."
)


def test_leaves_that_the_model_fills_are_facts_and_details() -> None:
    """Each is cut out of the sentences that it points to, and stands under the user's field."""
    said: Json = {
        "statements": [{"text": "Ada Byron sang in the Corn Hall on Tuesday.", "sentences": ["s1"], "field": "venue"}],
        "details": {"acts": [{"artist": {"text": "Ada Byron sang.", "sentences": ["s1"]}, "song": None}]},
    }
    with endpoint(extract=said) as (server, settings):
        made = briefing.summarize(ARTICLE, profile=Concert, settings=settings)
    assert made.profile == "tests.profiles.own_models.Concert"
    assert {leaf.field for leaf in made.details} == {"venue", "artist"}
    assert [fact.status for fact in made.facts] == [Status.VERIFIED] * 2
    asked = data_of(server.requests[0])
    assert "Concerts and festivals" in asked
    assert "venue: where it took place" in asked


def test_an_endpoint_that_knows_only_tools_can_be_asked() -> None:
    """The schema goes as a tool under the name of the user's model."""
    award = {"text": "She was awarded the Silver Lyre.", "sentences": ["s2"], "prize": "Silver Lyre"}
    answer = chat(tool=("PrizesExtraction", json.dumps({"details": {"awards": [award]}})))
    with serving(lambda request: answer) as server:
        model = ModelSettings(model="m", base_url=server.url, deadline=20.0, attempts=1, reasks=0, modes=(Mode.TOOLS,))
        made = briefing.summarize(ARTICLE, profile=Prizes, settings=Settings(model=model, crosscheck=False))
    assert [fact.statement for fact in made.facts] == [award["text"]]


def test_what_a_users_leaf_says_is_checked_like_anything_else() -> None:
    """A wrong figure in a field of the user's own is not believed."""
    award = {"text": "The Silver Lyre is worth 5,000 euros.", "sentences": ["s3"], "prize": "Silver Lyre"}
    with endpoint(extract={"details": {"awards": [award]}}) as (_, settings):
        made = briefing.summarize(ARTICLE, profile=Prizes, settings=settings)
    (fact,) = made.facts
    assert fact.status is Status.UNSUPPORTED
    assert [leaf.field for leaf in made.details] == ["awards"]
