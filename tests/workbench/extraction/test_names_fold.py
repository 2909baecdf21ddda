"""Spelling is folded, and offsets stay those of the text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extraction.names_fold import core, cut, declined, fit, fit_noun, fold, pieces, unspelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hay’et", "Hay'et"),
        ("Hay’at", "Hayat"),
        ("Haiʾat", "Haiat"),
        ("Straße", "STRASSE"),
        ("Erdoğan", "Erdogan"),
        ("Kobanê", unicodedata.normalize("NFD", "Kobanê")),
        ("AL", "al"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HTS-Kämpfer", ["HTS", "Kämpfer"]),
        ("al-AssadBerichten zufolge", ["al", "Assad", "Berichten", "zufolge"]),
        ("Hay’et Tahrir", ["Hay’et", "Tahrir"]),
        ("Assad's forces", ["Assad", "forces"]),
        ("die „Regimekräfte“", ["die", "„", "Regimekräfte", "“"]),
        ("(syrischen)", ["(", "syrischen", ")"]),
        ("McDonald", ["McDonald"]),
        ("200 Granaten", ["200", "Granaten"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_pieces(text: str, words: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == words


def test_a_hyphen_joins_and_a_stop_does_not() -> None:
    joined = {piece.text: piece.joined for piece in pieces("HTS-Kämpfer; Soldaten - Rebellen")}
    assert joined == {"HTS": False, "Kämpfer": True, ";": False, "Soldaten": False, "Rebellen": False}


def test_glued_words_are_joined() -> None:
    assert [piece.joined for piece in pieces("AssadBerichten")] == [False, True]


@given(st.text(alphabet=st.sampled_from("abÄß’'-– .(\u0301🇸\r\n9ABc"), max_size=40))
def test_every_piece_lies_on_its_letters(text: str) -> None:
    found = pieces(text)
    assert all(text[piece.start : piece.end] == piece.text for piece in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(piece.folded for piece in found)


@pytest.mark.parametrize(
    ("word", "alias", "expected"),
    [
        ("syrische", "syrische", 2),
        ("syrischen", "syrische", 1),
        ("islamischen", "islamischer", 1),
        ("syriens", "syrien", 1),
        ("streitkraften", "streitkrafte", 1),
        ("staates", "staat", 1),
        ("hama", "hamas", 0),
        ("armee", "arme", 0),
        ("russische", "syrische", 0),
    ],
)
def test_inflection_fits(word: str, alias: str, expected: int) -> None:
    assert fit(word, alias) == expected


@pytest.mark.parametrize(
    ("word", "alias", "expected"),
    [("messer", "messer", 2), ("messern", "messer", 1), ("messe", "messer", 0), ("bomber", "bombe", 0)],
)
def test_a_noun_is_no_adjective(word: str, alias: str, expected: int) -> None:
    assert fit_noun(word, alias) == expected


@given(st.sampled_from(["syrische", "armee", "gruppe", "streitkrafte", "staat", "aleppo", "iran", "miliz"]))
def test_what_fits_has_the_same_core(alias: str) -> None:
    forms = [alias + ending for ending in ("", "s", "n", "en", "es")]
    assert {core(form) for form in forms if fit(form, alias)} == {core(alias)}


def test_short_words_keep_their_letters() -> None:
    assert core("is") == "is"
    assert core("hts") == "hts"


def test_a_piece_carries_what_is_asked_of_every_word() -> None:
    (piece,) = pieces("Räumen")
    assert (piece.folded, piece.core, piece.capital, piece.joined) == ("raumen", "rau", True, False)


def test_a_compound_is_cut_and_its_link_left_out() -> None:
    (whole,) = pieces("Hamaskämpfer")
    name, head = cut(whole, 5, 5)
    assert [(p.start, p.end, p.text, p.joined) for p in (name, head)] == [
        (0, 5, "Hamas", False),
        (5, 12, "kämpfer", True),
    ]
    (linked,) = pieces("Regierungskämpfer")
    assert [p.text for p in cut(linked, 9, 10)] == ["Regierung", "kämpfer"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("syrische", True), ("syrischen", True), ("syrisch", False), ("syrien", False), ("syrischart", False)],
)
def test_a_stem_is_declined(word: str, expected: bool) -> None:
    assert declined(word, "syrisch") is expected


@pytest.mark.parametrize(
    ("spelt", "plain"),
    [("kraefte", "krafte"), ("loewe", "lowe"), ("fuehrer", "fuhrer"), ("bauer", "bauer"), ("quelle", "quelle")],
)
def test_umlauts_spelt_out_are_read_as_umlauts(spelt: str, plain: str) -> None:
    assert unspelt(spelt) == plain
