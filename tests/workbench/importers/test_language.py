from __future__ import annotations

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnreadableArticle
from workbench.importers.language import PLAUSIBLE, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bei Kämpfen im Norden der Provinz wurden nach Angaben der Armee fünf Soldaten getötet.", "de"),
        ("At least five soldiers were killed in fighting in the north, the army said on Wednesday.", "en"),
        ("Унаслідок обстрілу загинули п'ятеро людей, ще семеро поранені, повідомив губернатор.", "uk"),
        ("Cinq soldats ont été tués lors de combats dans le nord du pays, a déclaré l'armée mercredi.", "fr"),
        ("37 Tote bei Kämpfen", "de"),
        ("Three killed in Gaza", "en"),
        ("ZWÖLF SOLDATEN GETÖTET", "de"),
    ],
)
def test_finds_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_what_a_page_says_decides_for_short_texts_only() -> None:
    assert language_of("Homs, Hama", "de-AT") == "de"
    assert language_of("At least five soldiers were killed in fighting in the north, the army said.", "de") == "en"


def test_what_a_page_says_has_to_be_a_language() -> None:
    assert language_of("Three killed", "x-default") == "en"


@given(st.text(max_size=300))
def test_any_text_has_one_of_the_plausible_languages(text: str) -> None:
    assert language_of(text) in PLAUSIBLE


def test_a_full_disk_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is unpacked into the folder for temporary files when it is first asked."""

    def refuse(_text: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("py3langid.rank", refuse)
    with pytest.raises(UnreadableArticle, match="No space left on device in the folder for temporary files"):
        language_of("Three killed in Gaza")
