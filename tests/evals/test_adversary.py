"""The adversary: what it says is false, nothing is tried twice, and what a model makes of it is counted honestly."""

from fractions import Fraction
from random import Random

import pytest

from evals.adversary import Outcome, as_text, main, measured, outcomes
from evals.adversary_data import Truth, stories, true_statements
from evals.adversary_mutations import MUTATIONS, Hostile, hostile


def truth(text: str, story: str = "police-deployment", *pointers: str) -> Truth:
    """A true statement about a fixture."""
    (found,) = [each for each in stories() if each.name == story]
    return Truth(found, text, pointers or ("s1",), "claim")


def made(kind: str, text: str, *pointers: str) -> list[str]:
    """The variants of one kind."""
    return list(MUTATIONS[kind](truth(text, "police-deployment", *pointers), Random(1)))


def test_true_statements_point_to_sentences_that_there_are() -> None:
    """Hundreds of them, from both sources."""
    everything = true_statements()
    assert len(everything) > 300
    assert {each.origin for each in everything} == {"claim", "embedded"}
    assert all(set(each.pointers) <= {unit.id for unit in each.story.reading.units} for each in everything)


def test_the_same_seed_gives_the_same_lies() -> None:
    """And none of them is the truth, nor stands in the article."""
    for each in true_statements()[::40]:
        one, two = (list(hostile(each, Random(3))) for _ in range(2))
        assert one == two
        same = [said for said in one if said.text == each.text]
        assert all(said.kind.startswith("pointer") or said.speaker is not None for said in same)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("digit changed", "Up to 1,000 officers were pledged."),
        ("hedge dropped", "Some 200 officers arrived."),
        ("hedge turned", "Officers arrived."),
        ("negation", "Officers arrived."),
        ("attribution dropped", "Officers arrived, according to the police."),
        ("roles reversed", "Kenya and Haiti work together."),
        ("quotation altered", "Officers arrived."),
        ("date", "Officers arrived."),
    ],
)
def test_where_falsehood_is_not_sure_there_is_no_variant(kind: str, text: str) -> None:
    """A bound that may still hold, a hedge that the article does not print, a sentence that says it of its own."""
    assert made(kind, text) == []


def test_variants_are_what_they_are_called() -> None:
    """One example of each sort of construction."""
    assert made("hedge dropped", "Nearly 438 people were kidnapped.") == ["438 people were kidnapped."]
    assert made("hedge turned", "Nearly 438 people were kidnapped.") == ["more than 438 people were kidnapped."]
    assert made("negation", "The officers have landed.") == ["The officers have not landed."]
    assert made("other event", "The officers landed.") == ["The officers left."]
    assert made("roles reversed", "Kenya sent officers to Haiti.") == ["Haiti sent officers to Kenya."]
    (changed,) = made("digit changed", "There were 51,377 people.")
    assert changed != "There were 51,377 people."


def test_the_flow_is_the_real_one() -> None:
    """A true statement passes, a wrong figure does not, and a pointer to nothing does not, whatever the model says."""
    right = truth("Kenya already had 200 officers in Haiti.", "police-deployment", "s8")
    said = [
        Hostile("true", right, right.text, right.pointers),
        Hostile("digit changed", right, "Kenya already had 700 officers in Haiti.", right.pointers),
        Hostile("pointer to nothing", right, "Kenya had 200 officers in Haiti.", ("s99",)),
    ]
    assert [one.passed for one in outcomes(said)] == [True, False, False]


def test_shares_and_table() -> None:
    """What passed is counted against the kind; a fact that is not there did not pass."""
    right = truth("x")
    gone = Outcome(Hostile("scale", right, "y", ("s1",)), None)
    (true,) = outcomes([Hostile("true", right, "Kenya already had 200 officers in Haiti.", ("s8",))])
    values = measured([true], {"scale": [gone, gone]})
    assert values["adversary.scale"] == values["adversary.caught"] == Fraction(1)
    assert values["adversary.tried"] == 2
    assert "all that is false" in as_text([true], {"scale": [gone]})


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """With a few of each kind it takes seconds; a restricted run has no gate."""
    assert main(["--most", "1"]) == 0
    assert "digit changed" in capsys.readouterr().out
