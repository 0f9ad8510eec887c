"""A request stays small: what is the same for every article is paid for with each of them."""

import pytest

from benchmarks.prompt_size import GOAL, MEASURED_ON, estimated, keys, main, schema, sizes
from briefing.profiles.catalog import PROFILES, profile


def test_the_mission_profile_keeps_to_its_size() -> None:
    """Rules, keys and schema together; the estimate needs no package and is rather too high than too low."""
    found = {size.profile: size.total for size in sizes(estimated)}
    assert found[MEASURED_ON] <= GOAL
    assert max(found.values()) <= 2000


def test_the_estimate_is_no_flattery() -> None:
    """Where the vocabulary is installed, it counts fewer tokens than the estimate, but not many."""
    bpe_openai = pytest.importorskip("bpe_openai")
    encoding = bpe_openai.get_encoding("o200k_base")
    for text in (schema(profile(MEASURED_ON)), keys(profile(MEASURED_ON))):
        assert 0.9 * estimated(text) <= len(encoding.encode(text)) <= estimated(text)


def test_the_table_names_every_profile(capsys: pytest.CaptureFixture[str]) -> None:
    """One line each, and the goal is met."""
    assert main([]) == 0
    out = capsys.readouterr().out
    assert all(shipped.name in out for shipped in PROFILES)
