"""An acronym that a text prints in two forms is reported, and ordinary acronyms are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.names_acronyms import acronym_forms, fits


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Regional Observer Mission (RROM) arrived. The ROM left.", ("RROM", "ROM")),
        ("The Regional Observer Mission (ROM) arrived. The RROM left.", ("ROM", "RROM")),
        ("The Freedonian National Guard (GNF) came. The FNG left.", ("GNF", "FNG")),
    ],
)
def test_two_forms_are_reported(text: str, pair: tuple[str, str]) -> None:
    """A doubled letter, or the initials in the place of what was introduced, is one acronym in two forms."""
    (found,) = acronym_forms(text)
    assert (found.introduced.text, found.used.text) == pair
    for part in (found.introduced, found.used, found.long_form):
        assert text[part.start : part.end] == part.text


@pytest.mark.parametrize(
    "text",
    [
        "The National Basketball Association (NBA) met. The WNBA met too.",
        "The International Monetary Fund (IMF) met its committee, the IMFC.",
        "The Regional Observer Mission (ROM) arrived. The ROM left.",
        "The Regional Observer Mission (RROM) and the Range Of Motion (ROM) programme met. The ROM left.",
        "The ROM and the RROM are never introduced.",
        "The European Union (EU) and the UEU.",
    ],
)
def test_other_acronyms_are_left_alone(text: str) -> None:
    """Acronyms that merely resemble each other are no finding."""
    assert acronym_forms(text) == ()


def test_fits_allows_another_language() -> None:
    """Letters may stand in another order, but most must be initials of the long form."""
    assert fits("PNH", ["Haitian", "National", "Police"])
    assert not fits("R", ["Jane", "Doe"])
    assert not fits("XYZ", ["Haitian", "National", "Police"])


@given(st.text(alphabet="ABS of(.) \n", max_size=120))
def test_never_an_exception(text: str) -> None:
    """Any text is answered, with cuts of it."""
    for found in acronym_forms(text):
        assert text[found.used.start : found.used.end] == found.used.text
