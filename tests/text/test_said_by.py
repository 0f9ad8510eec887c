"""A speaker who is given beside a statement comes into it, once, in the words of its language."""

import pytest

from briefing.text.said_by import said_by


@pytest.mark.parametrize(
    ("speaker", "statement", "language", "joined"),
    [
        ("General Ana Ruiz", "The flight is late.", "en", "According to General Ana Ruiz, the flight is late."),
        ("Ana Ruiz", "Kenya will stay.", "en", "According to Ana Ruiz, Kenya will stay."),
        ("the police", "Police held 20 people.", "en", "According to the police, Police held 20 people."),
        ("Ana Ruiz", "Ruiz was arrested.", "en", "According to Ana Ruiz, Ruiz was arrested."),
        ("Ana Ruiz", "Kenya will stay.", "fr", "Selon Ana Ruiz, Kenya will stay."),
        ("Ana Ruiz", "Kenya will stay.", "sv", "Ana Ruiz: Kenya will stay."),
        ("Ana Ruiz", "Ruiz said that Kenya will stay.", "en", None),
        ("the official", "Kenya will stay, the official said.", "en", None),
        ("", "Kenya will stay.", "en", None),
        (None, "Kenya will stay.", "en", None),
    ],
)
def test_speaker_and_statement_are_joined(
    speaker: str | None, statement: str, language: str, joined: str | None
) -> None:
    """``None`` stands for a statement that stays as it is: it names who says it, or nobody does."""
    expected = joined or statement
    assert said_by(speaker, statement, language) == expected
