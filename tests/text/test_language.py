"""Telling a language from its commonest words."""

import pytest

from briefing.text.language import UNKNOWN, common_words, detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The police said that the men were in the house and that it was not clear who had been there before."),
        ("fr", "La police a dit que les hommes étaient dans la maison et que ce n'est pas clair pour le maire."),
        ("es", "La policía dijo que los hombres estaban en la casa y que no se sabe quién había estado con ellos."),
        ("de", "Die Polizei teilte mit, dass die Männer in dem Haus waren und dass es nicht klar ist, wer sie sind."),
        ("pt", "A polícia disse que os homens estavam na casa e que não se sabe quem foi com eles até o porto."),
        ("it", "La polizia ha detto che gli uomini erano nella casa e che non è chiaro chi sia stato con loro dopo."),
    ],
)
def test_six_languages_are_told_apart(language: str, text: str) -> None:
    """One sentence of news prose is enough."""
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "42", "Kenya Haiti", "полиция сообщила в пятницу", "xx " * 100 + "the of"])
def test_unknown_is_said(text: str) -> None:
    """Too little text, or text in no listed language, is "und" and never a guess."""
    assert detect_language(text) == UNKNOWN


def test_lists_are_lower_case_words() -> None:
    """An upper-case entry could never match, since text is lower-cased first."""
    for listed in common_words().values():
        assert len(listed) > 40
        assert all(word == word.lower() for word in listed)
