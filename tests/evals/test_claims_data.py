"""The claims about the fixtures keep their format, stand on their articles, and are half wrong."""

from collections import Counter
from pathlib import Path

import pytest

from evals.claims_data import ClaimsError, Expect, article_path, load_claims
from evals.expected import FIXTURES

_CLAIM = '[[claim]]\nid = "a"\ntext = "Two came."\nexpect = "ok"\nclass = "same"\nabout = "two"\n'


def test_every_claim_concerns_words_of_its_article() -> None:
    """The words that a claim is about are printed in its article, so that a reader can judge it."""
    articles = {claim.fixture: article_path(claim.fixture).read_text(encoding="utf-8") for claim in load_claims()}
    assert [claim.id for claim in load_claims() if claim.about not in articles[claim.fixture]] == []


def test_ids_and_sentences_are_unique() -> None:
    """A claim is named once and made once."""
    claims = load_claims()
    assert len({claim.id for claim in claims}) == len(claims)
    assert len({(claim.fixture, claim.text) for claim in claims}) == len(claims)


def test_every_claim_is_one_sentence() -> None:
    """A claim starts with a capital or a digit and ends with its only full stop."""
    for claim in load_claims():
        assert claim.text[0].isupper() or claim.text[0].isdigit(), claim.id
        assert claim.text.endswith("."), claim.id
        assert ". " not in claim.text.replace("p.m. ", ""), claim.id


def test_true_and_wrong_are_about_as_many() -> None:
    """At least 210 claims, with at least 90 of either sort, on every fixture."""
    claims = load_claims()
    true = Counter(claim.expect is Expect.OK for claim in claims)
    assert len(claims) >= 210
    assert min(true[True], true[False]) >= 90
    assert {claim.fixture for claim in claims} == {path.parent.name for path in FIXTURES.glob("*/expected.json")}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('expect = "ok"', 'expect = "fine"', "'fine'"),
        ('about = "two"', 'about = " "', "not empty"),
        ('about = "two"', "about = 2", "not empty"),
        ('class = "same"\n', "", "class"),
        ("[[claim]]", "[[claim]", "not TOML"),
    ],
)
def test_a_malformed_claim_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    """What does not keep the format is an error that names the file and what is wrong."""
    (tmp_path / "story.toml").write_text(_CLAIM.replace(old, new), encoding="utf-8")
    with pytest.raises(ClaimsError, match=says) as caught:
        load_claims(tmp_path)
    assert "story.toml" in str(caught.value)


def test_a_folder_without_claims_is_refused(tmp_path: Path) -> None:
    """No claim at all would pass every gate, so it is an error."""
    with pytest.raises(ClaimsError, match="no claims"):
        load_claims(tmp_path)
