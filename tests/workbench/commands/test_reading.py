from __future__ import annotations

from datetime import date

import pytest

from workbench.commands.asked import Asked
from workbench.commands.reading import Reader
from workbench.importers.read import read_pasted
from workbench.model.claim import Effect

TEXT = "Bei Kämpfen bei Homs wurden nach Angaben der Armee Dutzende Soldaten getötet."


def test_an_article_is_reckoned_as_if_nothing_else_were_in_the_case(reader: Reader) -> None:
    made = reader.read(read_pasted(TEXT).document, Asked("de", date(2024, 11, 28)), with_text=True)
    [figure] = made.reckoning.figures
    assert (figure.low, figure.best, figure.high) == (24, 24, 99) or (figure.low, figure.high) == (24, 99)
    assert made.text == TEXT
    assert set(made.sides) == {claim.id for claim in made.findings.claims}


def test_the_convention_that_is_asked_for_bounds_vague_numbers(reader: Reader) -> None:
    made = reader.read(read_pasted(TEXT).document, Asked("de", convention="acled"), with_text=False)
    [figure] = made.reckoning.figures
    assert figure.low == 12
    assert made.text is None


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    asked = Asked("de", date(2024, 11, 28), "Kämpfe")
    assert reader.find(TEXT, asked) == reader.find(TEXT, asked)


#: Texts, and how many were killed, by category, with the low and the high end.
FIGURES: list[tuple[str, dict[str, tuple[int, int | None]]]] = [
    # people told in one enumeration are added
    ("A doctor and two nurses were killed.", {"civilian": (3, 3)}),
    ("Two farmers and a child were killed in Idlib.", {"civilian": (3, 3)}),
    ("A woman and three men were killed by shelling.", {"civilian": (1, 1), "unspecified": (3, 3)}),
    ("A bomb killed nine people, two of them children.", {"unspecified": (9, 9)}),
    # a list that spells a number out is that number
    ("Five people, two women and three girls, were killed.", {"unspecified": (5, 5)}),
    ("Two brothers, a farmer and a teacher, were killed.", {"civilian": (2, 2)}),
    ("A family of four - a man, a woman and two boys - was killed.", {"unspecified": (4, 4)}),
    # a source's toll of nobody in particular rivals the civilians that another voice counts
    (
        "SOHR put the toll at 7, while the Syrian Network for Human Rights said 11 civilians died.",
        {"civilian": (7, 11)},
    ),
    ("Six civilians died, local media said. The Hammer page, however, put the toll at 9.", {"civilian": (6, 9)}),
    ("Up to five civilians died. Palmyra Post reported four fatalities.", {"civilian": (4, 4)}),
    (
        "Twenty were killed in all. The UN said that 12 civilians were killed.",
        {"civilian": (12, 12), "unspecified": (8, 8)},
    ),
    # a number and the parts that add up to it
    (
        "Five rebels were killed in two raids. In Homs, troops killed two rebels. Separately, three rebels died.",
        {"combatant_nonstate": (5, 5)},
    ),
    (
        "Troops killed three rebels. The rebel leader Ali and two other rebels were killed.",
        {"combatant_nonstate": (3, 3)},
    ),
    # a fighter without a number is one, and one of those counted elsewhere
    ("Troops killed insurgent leader Ali Khan and two of his fighters.", {"combatant_nonstate": (3, 3)}),
    ("Troops killed nine insurgents. Insurgent leader Ali Khan was killed.", {"combatant_nonstate": (9, 9)}),
    # another event of the same article adds
    ("Troops killed a rebel in Homs. Separately, two rebels were killed in Hama.", {"combatant_nonstate": (3, 3)}),
    ("Troops killed a rebel. In a separate raid, two rebels were killed.", {"combatant_nonstate": (3, 3)}),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_the_killed_of_an_article(reader: Reader, text: str, expected: dict[str, tuple[int, int | None]]) -> None:
    figures = reader.read(read_pasted(text).document, Asked("en"), with_text=False).reckoning.figures
    killed: dict[str, tuple[int, int | None]] = {}
    for f in figures:
        if f.effect is Effect.KILLED:
            low, high = killed.get(str(f.category), (0, 0))
            killed[str(f.category)] = (low + f.low, None if high is None or f.high is None else high + f.high)
    assert killed == expected
