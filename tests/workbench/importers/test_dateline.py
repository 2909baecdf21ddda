from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importers.dateline import dateline

DAY = date(2025, 5, 14)


@pytest.mark.parametrize(
    "head",
    [
        "KHARTOUM, May 14, 2025 - Five soldiers were killed.",
        "Khartum, 14. Mai 2025 – Fünf Soldaten starben.",
        "Khartum. 14. Mai 2025. Fünf Soldaten starben.",
        "Kiew, 14.05.2025. Fünf Soldaten starben.",
        "GENF/KHARTUM (Agentur), 14. Mai 2025 (afp) – Fünf Soldaten starben.",
        "Nu\u0308rnberg/Mu\u0308nchen, 14. Mai 2025 – Fu\u0308nf Soldaten starben.",
        "Port-au-Prince, Wed. 14 May 2025 — Five died.",
        "14 May 2025: Five died.",
        "JERUSALEM, May 14, 2025 (Agency) -- Five died.",
        "14 May 2025",
        "Mittwoch, 14. Mai 2025, 17:05 Uhr",
        "Stand: 14.05.2025, 12:30 Uhr",
        "Published on May 14th, 2025 at 3:15 pm",
        "2025-05-14",
        "Updated: Wednesday, 14 May 2025 10:00 GMT",
    ],
)
def test_the_day_at_the_head_is_found(head: str) -> None:
    assert dateline(head) == DAY
    assert dateline(f"A headline\n\n{head}\n\nMore.") == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Am 14. Mai 2025 starben fünf Soldaten.",
        "Five soldiers were killed on May 14, 2025. Others fled.",
        "In Khartum starben am 14. Mai 2025 – so die Armee – fünf Soldaten.",
        "Since 14 May 2025 - the day of the attack - nobody came.",
        "KHARTOUM, May 14 - Five soldiers were killed.",
        "Khartum, 31.02.2025 – Fünf Soldaten starben.",
        "05/06/2025",
        "14. Mond 2025",
        "A line.\n" * 6 + "14 May 2025",
    ],
)
def test_a_day_that_the_text_tells_of_is_none(text: str) -> None:
    assert dateline(text) is None


@given(st.text(max_size=400))
def test_any_text_is_looked_at(text: str) -> None:
    assert dateline(text) is None or "20" in text or "19" in text
