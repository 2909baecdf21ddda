from __future__ import annotations

from datetime import date

from workbench.commands.asked import Asked
from workbench.commands.reading import Reader
from workbench.importers.read import read_pasted

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
