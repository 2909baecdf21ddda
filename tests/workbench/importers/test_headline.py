from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importers.headline import headline


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dutzende Tote bei Aleppo\n\nBei Kämpfen starben Dutzende.", "Dutzende Tote bei Aleppo"),
        ("\n\n  Five killed in Homs  \r\nFive soldiers were killed.", "Five killed in Homs"),
        ("Wie viele starben in Homs?\nNiemand weiß es.", "Wie viele starben in Homs?"),
        ("Five soldiers were killed.\nThree were wounded.", ""),
        ("Five killed", ""),
        ("Five killed\n  \n", ""),
        ("Die Armee sagte:\n„Fünf Tote“", ""),
        ("Fünf starben. Drei wurden verletzt\nweiter", ""),
        ("lang " * 30 + "\nText", ""),
        ("***\nText", ""),
        ("", ""),
    ],
)
def test_takes_a_first_line_that_looks_like_a_headline(text: str, title: str) -> None:
    assert headline(text) == title


@given(st.text(max_size=400))
def test_a_title_is_a_short_piece_of_the_text(text: str) -> None:
    title = headline(text)
    assert title in text
    assert len(title) <= 120
    assert title == title.strip()
