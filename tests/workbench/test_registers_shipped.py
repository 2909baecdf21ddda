"""What the shipped actors keep to, so that a case of today finds them again in the program of tomorrow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.lang.de.stop_words import STOP_WORDS as GERMAN
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH

from workbench import registers, resources
from workbench.extraction.names_fold import core, fit, fold, pieces
from workbench.extraction.names_lexicon import register_entries
from workbench.registers import Row

FOLDER = resources.folder() / "registers"
FILES = sorted((FOLDER / "actors").glob("*.tsv"))
HEAD = ["id", "country", "kind", "inter", "parent", "side", "name_en", "name_de"]
HEAD += ["aliases_en", "aliases_de", "ucdp_name"]

#: ACLED's codes that fit a kind.
INTER = {
    "alliance": "8",
    "civilian": "567",
    "coalition": "8",
    "identity_militia": "34",
    "pmc": "38",
    "pro_gov_militia": "3",
    "rebel": "2",
    "state_force": "18",
    "un_force": "8",
    "unknown": "3",
}
#: Nouns of German and English news that no actor may be called by outright.
WORDS = """
    Armee Armeen Banden Befreiungsarmee Befreiungsfront Brigade Brigaden Bewegung Division Einheit Einheiten Extremisten
    Feind Front Garde Gegner Gruppe Gruppen Islamisten Kommando Kämpfer Koalition Kräfte Legion Luftwaffe Marine Miliz
    Milizen Militär Nationalarmee Nationalgarde Opposition Partei Polizei Präsidentengarde Rat Rebellen Regierung Regime
    Separatisten Soldaten Streitkräfte Terroristen Truppen Verbündete Volkswehr Widerstand
    army brigade coalition corps enemy extremists fighters force forces front gang gangs group groups guard insurgents
    junta legion liberation militants militia militias movement opposition party police rebels regime resistance
    separatists soldiers tiger tigers troops union victory
    Adler Bär Falken Funken Hoffnung Löwe Löwen Phoenix Riesen Schakal Schild Skorpion Sturm Tiger Wolf Wölfe Zorn
    eagle falcon fury giants hope jackal lion lions shield sparrow storm wolf wolves
""".split()
#: Ids older than the rule that an id begins with its country.
EARLY = """
    aqap ge_de_bw hamas hezbollah idf il_settlers iran_irgc is_k is_sahel is_wa jnim laf pa_forces peshmerga pij pkk
    unifil wagner
""".split()
#: Actors that are meant by a common noun.
COMMON_NOUNS = ("police_generic",)


def _rows() -> Iterator[Row]:
    for file in FILES:
        yield from (row for _, row in resources.table(file, ("id",)))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_has_the_same_columns(file: Path) -> None:
    assert file.read_text(encoding="utf-8").splitlines()[0].split("\t") == HEAD
    assert not any(row["name_en"] == "" for _, row in resources.table(file, tuple(HEAD)))


def test_ids_begin_with_the_country() -> None:
    """An id stays for good: what began without its country keeps its short name."""
    shape = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
    assert all(shape.fullmatch(row["id"]) for row in _rows())
    bare = (row for row in _rows() if row["country"] != "XX" and row["id"] not in EARLY)
    assert not [row["id"] for row in bare if not row["id"].startswith(row["country"].lower() + "_")]


def test_every_actor_has_a_name_in_both_languages() -> None:
    assert not [row["id"] for row in _rows() if not (row["name_en"] and row["name_de"])]


def test_the_inter_code_fits_the_kind() -> None:
    assert not [row["id"] for row in _rows() if not row["inter"] or row["inter"] not in INTER[row["kind"]]]


def test_no_name_outright_is_a_plain_word() -> None:
    known = registers.load(FOLDER)
    plain = {fold(word) for word in (*WORDS, *GERMAN, *ENGLISH)}
    own = (e for e in register_entries(known) if not e.shared and e.id not in COMMON_NOUNS)
    assert not [e.alias for e in own if fold(e.alias) in plain and not e.alias.isupper()]


def test_no_two_actors_are_told_apart_by_an_ending_alone() -> None:
    """A name of one that fits another's as an inflected form would link by the order of the files."""
    forms: dict[tuple[str, ...], set[tuple[str, tuple[str, ...]]]] = {}
    for entry in register_entries(registers.load(FOLDER)):
        words = tuple(piece.folded for piece in pieces(entry.alias))
        if not entry.shared:
            forms.setdefault(tuple(core(word) for word in words), set()).add((entry.id, words))
    clashes = [
        (one, other)
        for group in forms.values()
        for one, words in group
        for other, others in group
        if one < other and all(fit(a, b) or fit(b, a) for a, b in zip(words, others, strict=True))
    ]
    assert not clashes


def test_names_stand_in_one_cell_only_once() -> None:
    def twice(row: Row, column: str) -> bool:
        names = [name.strip() for name in row[column].split(";")]
        return len(names) != len(set(names))

    assert not [row["id"] for row in _rows() for column in ("aliases_en", "aliases_de") if twice(row, column)]


def test_the_first_force_of_a_country_is_its_army() -> None:
    """Soldiers of a country are those of the first force without a parent: no police, no secret service."""
    first: dict[str, str] = {}
    for row in _rows():
        if row["kind"] == "state_force" and not row["parent"] and row["country"] != "XX":
            first.setdefault(row["country"], row["name_en"])
    other = re.compile("polic|guard|intelligence|gendarm|directorate|security (?!forces)", re.IGNORECASE)
    assert not [name for name in first.values() if other.search(name)]
