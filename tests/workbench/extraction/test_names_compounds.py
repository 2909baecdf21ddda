"""Names inside a word are found, and only where the word ends as a compound with a name does."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from workbench.extraction import lexicon, names_compounds
from workbench.extraction.names_compounds import Compounds
from workbench.extraction.names_index import NameIndex
from workbench.extraction.roles import Roles
from workbench.model.actor import Actor
from workbench.registers import Registers

ROWS = (
    Actor("group", "Talibe", "rebel", "SY", aliases=("Talibe Süd", "ABC")),
    Actor("army", "Armee", "state_force", "SY"),
    Actor("police_generic", "Polizei", "state_force", "XX"),
)


@pytest.fixture(scope="module")
def compounds(resources: Path) -> Compounds:
    registers = Registers({row.id: row for row in ROWS}, {}, {}, frozenset({"armee"}))
    known = lexicon.load(resources / "lexicon" / "de.json")
    return Compounds(known, Roles(resources / "lexicon", "de"), NameIndex(resources, registers))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talibekämpfer", ["Talibe", "kämpfer"]),
        ("Talibemilizen", ["Talibe", "milizen"]),
        ("Talibesführer", ["Talibe", "führer"]),
        ("talibenahe Medien", ["talibe", "nahe", "Medien"]),
        ("Talibe-Kämpfer", ["Talibe", "Kämpfer"]),
        # What is no name of one actor's own, no compound, or ends as none does.
        ("Armeesoldaten", ["Armeesoldaten"]),
        ("Polizeisprecher", ["Polizeisprecher"]),
        ("Talibes", ["Talibes"]),
        ("Talibenamen", ["Talibenamen"]),
        ("talibekämpfer", ["talibekämpfer"]),
        ("TALIBEKÄMPFER", ["TALIBEKÄMPFER"]),
        ("", []),
    ],
)
def test_a_name_is_cut_off(compounds: Compounds, text: str, expected: list[str]) -> None:
    assert [piece.text for piece in compounds.pieces(text)] == expected


def test_a_common_name_says_whose_but_is_not_cut_off(compounds: Compounds) -> None:
    (piece,) = compounds.pieces("Armeesoldaten")
    assert compounds.part(piece) == (5, 5, True)
    (piece,) = compounds.pieces("Straße")
    assert compounds.part(piece) is None


def test_the_pieces_lie_on_their_letters(compounds: Compounds) -> None:
    text = "Die Talibekämpfer und derABC-Chef"
    assert all(text[piece.start : piece.end] == piece.text for piece in compounds.pieces(text))


def test_words_are_forgotten_once_they_are_many(compounds: Compounds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names_compounds, "_MOST_KNOWN", 2)
    for text in ("Wortbeginn", "Satzende", "Talibekämpfer", "Wortende", "Talibekämpfer"):
        assert len(compounds.pieces(text)) == 1 + text.startswith("Talibe")


def test_a_language_without_compounds_has_none(resources: Path) -> None:
    known = lexicon.load(resources / "lexicon" / "en.json")
    registers = Registers({row.id: row for row in ROWS}, {}, {})
    english = Compounds(known, Roles(resources / "lexicon", "en"), NameIndex(resources, registers))
    assert [piece.text for piece in english.pieces("Talibefighters")] == ["Talibefighters"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Die Hisbollahmiliz rückte vor.", "Hisbollahmiliz", "hezbollah"),
        ("Der Hamaschef sprach.", "Hamas", "hamas"),
        ("Die HTSKämpfer flohen.", "HTS", "sy_hts"),
        ("Sie griffen dieHTS an.", "HTS", "sy_hts"),
        ("talibannahe Medien", "taliban", "af_taliban"),
        ("Die Huthirebellen flohen.", "Huthirebellen", "ye_houthi"),
        ("In Khartum im Sudan starben zwei Armeesoldaten.", "Armeesoldaten", "sd_saf"),
        ("Zwei Armeesoldaten starben.", "Armeesoldaten", ""),
    ],
)
def test_names_in_words_are_linked(pipelines: dict[str, Language], text: str, words: str, who: str) -> None:
    found = {text[name.start : name.end]: name.register_id for name in pipelines["de"](text)._.names}
    assert found[words] == who
