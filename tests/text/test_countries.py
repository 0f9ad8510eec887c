"""Countries: a nationality stands for its country."""

import pytest

from briefing.text.countries import country_of


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kenya", "Kenya"),
        ("kenya", "Kenya"),
        ("Kenyan", "Kenya"),
        ("Kenyans", "Kenya"),
        ("Haitian", "Haiti"),
        ("the Bahamas", "Bahamas"),
        ("Bahamas", "Bahamas"),
    ],
)
def test_a_word_for_a_country_or_its_people_names_the_country(name: str, country: str) -> None:
    """Case and article do not matter."""
    found = country_of(name)
    assert found is not None
    assert found.removeprefix("The ").removeprefix("the ") == country


@pytest.mark.parametrize("name", ["", "Nairobi", "Kenyatta", "the", "Normil"])
def test_other_words_name_no_country(name: str) -> None:
    """Cities and people are not countries."""
    assert country_of(name) is None


def test_neighbours_are_told_apart() -> None:
    """Niger is not Nigeria, and Guinea is not Guinea-Bissau."""
    assert country_of("Nigerian") != country_of("Nigerien")
    assert country_of("Guinea") != country_of("Guinea-Bissau")
