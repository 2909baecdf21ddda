from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exporters.sentences import sentence_around
from workbench.model.span import Span


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Erster Satz. Fünf Soldaten starben. Dritter Satz.", "Fünf", "Fünf Soldaten starben."),
        ("Titel\r\nFünf Soldaten starben\r\nEnde", "starben", "Fünf Soldaten starben"),
        ("„Fünf starben.“ Das sagte er.", "Fünf", "„Fünf starben.“"),
        ("Am 28. November starben fünf. Ende.", "fünf", "Am 28. November starben fünf."),
        ("Gen. spoke. Gov. J. B. Smith said 1.200 died! Then silence.", "died", "Gov. J. B. Smith said 1.200 died!"),
        ("Die Zahl, z. B. fünf, stieg. Ende.", "fünf", "Die Zahl, z. B. fünf, stieg."),
        ("Alles in einem Stück ohne Punkt", "einem", "Alles in einem Stück ohne Punkt"),
        ("Eins. Zwei starben. Drei auch. Vier.", "Zwei starben. Drei", "Zwei starben. Drei auch."),
        ("von Bashar al-AssadBerichten zufolge. . Danach fünf Tote.", "fünf", "Danach fünf Tote."),
    ],
)
def test_cuts_the_sentence_around_a_span(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    assert sentence_around(text, Span(start, start + len(words))).of(text) == sentence


def test_a_text_without_an_end_is_cut_between_words() -> None:
    text = "wort " * 1000 + "fünf starben " + "wort " * 1000
    start = text.index("fünf")
    quoted = sentence_around(text, Span(start, start + 4)).of(text)
    assert 1000 < len(quoted) < 1300
    assert set(quoted.split()) == {"wort", "fünf", "starben"}


@given(st.text(max_size=300), st.data())
def test_a_sentence_covers_its_span_and_stays_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    sentence = sentence_around(text, span)
    assert 0 <= sentence.start <= span.start <= span.end <= sentence.end <= len(text)
