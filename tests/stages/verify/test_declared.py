"""A working that the draft declares is found, read and recomputed; it is never believed, and never enough by itself."""

import pytest

import briefing
from briefing.pipeline import prepare
from briefing.records.checked import CheckedFact
from briefing.records.draft import DeclaredWorking, Draft, DraftFact, FactKind, Operand
from briefing.records.findings import Code, Status
from briefing.stages.ground import ground
from briefing.stages.verify.stage import verify

ARTICLE = (
    "Another 120 officers arrived on Tuesday. Before that 45 officers arrived in May. The town has 60 buses. "
    "The budget is 50 million euros. The school takes 20 million euros of the budget. Prices were 80 euros in 2020. "
    "In 2021 prices were 100 euros. Some 30 officers left."
)


def checked(statement: str, pointers: tuple[str, ...], operation: str, *operands: tuple[str, str]) -> CheckedFact:
    """The fact with its declared working after all checks."""
    reading = prepare(briefing.Briefer().read(ARTICLE))
    declared = DeclaredWorking(operation, tuple(Operand(*each) for each in operands))
    fact = DraftFact("f1", FactKind.FIGURE, statement, pointers, declared=declared)
    (found,) = verify(ground(reading, Draft("general", "model", "", (fact,)))).facts
    return found


def of_number(fact: CheckedFact) -> tuple[Status, Code]:
    """The worst that is said of the fact's first figure."""
    (finding,) = [each for each in fact.findings if each.claim and each.claim.start == fact.figures[0].quantity.start]
    return finding.status, finding.code


@pytest.mark.parametrize(
    ("statement", "pointers", "operation", "operands", "expression"),
    [
        ("165 officers arrived.", ("s1", "s2"), "sum", (("s1", "120"), ("s2", "45")), "120 + 45 = 165"),
        (
            "30 million euros of the budget is left by the school.",
            ("s4", "s5"),
            "difference",
            (("s4", "50 million euros"), ("s5", "20 million euros")),
            "50,000,000 - 20,000,000 = 30,000,000",
        ),
        (
            "The school takes 40 percent of the budget.",
            ("s4", "s5"),
            "share",
            (("s5", "20 million"), ("s4", "50 million")),
            "20,000,000 / 50,000,000 = 40 %",
        ),
    ],
)
def test_a_right_working_of_printed_figures_proves(
    statement: str, pointers: tuple[str, ...], operation: str, operands: tuple[tuple[str, str], ...], expression: str
) -> None:
    """Recomputed exactly, with operands at their place in the article."""
    fact = checked(statement, pointers, operation, *operands)
    assert of_number(fact) == (Status.DERIVED, Code.DERIVED), [each.message for each in fact.findings]
    (working,) = [each.working for each in fact.findings if each.working]
    assert working.expression == expression
    assert all(ARTICLE[each.start : each.end] == each.text for each in working.operands)


@pytest.mark.parametrize(
    ("operation", "operands"),
    [
        ("sum", (("s1", "120"), ("s2", "45"))),
        ("sum", (("s1", "120"), ("s1", "120"))),
        ("sum", (("s1", "120"), ("s2", "55"))),
        ("sum", (("s1", "120"), ("s9", "50"))),
        ("sum", (("s1", "120"), ("s2", "5"))),
        ("sum", (("s1", "120"), ("s2", "May"))),
        ("sum", (("s1", "170"),)),
        ("difference", (("s1", "120"), ("s2", "45"))),
        ("share", (("s1", "120"), ("s2", "45"))),
        ("multiple", (("s1", "120"), ("s2", "45"))),
        ("percentage_change", (("s1", "120"), ("s2", "45"))),
    ],
)
def test_a_false_working_is_unsupported(operation: str, operands: tuple[tuple[str, str], ...]) -> None:
    """Wrong arithmetic, an operand that its sentence does not print, one figure twice: each by name."""
    fact = checked("170 officers arrived.", ("s1", "s2"), operation, *operands)
    assert of_number(fact) == (Status.UNSUPPORTED, Code.WRONG_SUM)


@pytest.mark.parametrize(
    ("statement", "operation", "operands"),
    [
        ("180 officers arrived.", "sum", (("s1", "120"), ("s3", "60"))),
        ("150 officers arrived.", "sum", (("s1", "120"), ("s8", "30"))),
        ("165 officers were killed.", "sum", (("s1", "120"), ("s2", "45"))),
    ],
)
def test_right_arithmetic_of_other_things_asks_for_a_look(
    statement: str, operation: str, operands: tuple[tuple[str, str], ...]
) -> None:
    """Officers and buses, those who came and those who left, another event: 120 and 60 are 180, and prove nothing."""
    fact = checked(statement, ("s1",), operation, *operands)
    assert not fact.status.passed
    assert of_number(fact)[0] in (Status.CHECK, Status.UNSUPPORTED)


@pytest.mark.parametrize("operation", ["count", "rate", "time_between", "magic"])
def test_an_operation_that_is_not_recomputed_proves_nothing(operation: str) -> None:
    """The figure is judged as if no working were there."""
    fact = checked("170 officers arrived.", ("s1", "s2"), operation, ("s1", "120"), ("s2", "45"))
    assert of_number(fact) == (Status.UNSUPPORTED, Code.ABSENT)


def test_a_printed_figure_needs_no_working() -> None:
    """Its verdict is that of the article, whatever is declared beside it."""
    fact = checked("Another 120 officers arrived on Tuesday.", ("s1",), "sum", ("s2", "45"), ("s3", "60"))
    assert of_number(fact) == (Status.VERIFIED, Code.SAME_WORDS)
