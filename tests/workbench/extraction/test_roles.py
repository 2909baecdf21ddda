"""Words for people and what they say of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.extraction.roles import Roles
from workbench.model.claim import Category

LEXICON = Path(__file__).parents[3] / "resources" / "lexicon"


@pytest.fixture(scope="module")
def german() -> Roles:
    return Roles(LEXICON, "de")


@pytest.fixture(scope="module")
def english() -> Roles:
    return Roles(LEXICON, "en")


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("Soldaten", Category.COMBATANT_STATE),
        ("Armeesoldaten", Category.COMBATANT_STATE),
        ("armeesoldaten", Category.COMBATANT_STATE),
        ("Regierungskämpfern", Category.COMBATANT_STATE),
        ("Kämpfer", Category.COMBATANT_NONSTATE),
        ("Rebellenkämpfer", Category.COMBATANT_NONSTATE),
        ("HTS-Kämpfer", Category.COMBATANT_NONSTATE),
        ("HTS-Truppen", Category.COMBATANT_NONSTATE),
        ("IS-Mitglieder", Category.COMBATANT_NONSTATE),
        ("Offizieren", Category.OFFICER),
        ("Polizisten", Category.POLICE),
        ("UN-Soldaten", Category.UN),
        ("Zivilisten", Category.CIVILIAN),
        ("Kindern", Category.CHILD),
        ("Schulkinder", Category.CHILD),
        ("Fernsehreporter", Category.JOURNALIST),
        ("Rettungssanitäter", Category.HEALTH),
        ("Selbstmordattentäter", Category.PERPETRATOR),
        ("Gefreiten", Category.COMBATANT_STATE),
        ("Oberfeldwebel", Category.OFFICER),
        ("Konteradmirals", Category.OFFICER),
        ("Sicherheitsbeamte", Category.POLICE),
        ("Drogenbosse", Category.COMBATANT_NONSTATE),
        ("Kartellmitglieder", Category.COMBATANT_NONSTATE),
        ("RSF-Soldaten", Category.COMBATANT_NONSTATE),
        ("Hebammen", Category.HEALTH),
        ("Lastwagenfahrern", Category.CIVILIAN),
        ("Goldgräber", Category.CIVILIAN),
        ("Minenräumer", Category.AID),
        ("Fotojournalisten", Category.JOURNALIST),
        ("Amokläufer", Category.PERPETRATOR),
        ("Kunden", None),
        ("Staatsanwalt", None),
        ("Zuschauer", None),
        ("Diplomaten", None),
        ("Menschen", Category.UNSPECIFIED),
        ("Mitgliedern", Category.UNSPECIFIED),
        ("syrische Armeesoldaten", Category.COMBATANT_STATE),
        ("Feuer", None),
        ("Tempel", None),
        ("Aktivisten", None),
        ("", None),
        ("...", None),
    ],
)
def test_german_roles(german: Roles, word: str, category: Category | None) -> None:
    assert german.category(word) == category


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("soldiers", Category.COMBATANT_STATE),
        ("HTS fighters", Category.COMBATANT_NONSTATE),
        ("UN peacekeepers", Category.UN),
        ("police officers", Category.POLICE),
        ("aid workers", Category.AID),
        ("children", Category.CHILD),
        ("sergeants", Category.COMBATANT_STATE),
        ("lieutenant colonel", Category.OFFICER),
        ("cartel gunmen", Category.COMBATANT_NONSTATE),
        ("midwives", Category.HEALTH),
        ("taxi drivers", Category.CIVILIAN),
        ("first responders", Category.AID),
        ("schoolgirls", Category.CHILD),
        ("kidnappers", Category.PERPETRATOR),
        ("drivers", None),
        ("customers", None),
        ("judges", None),
        ("people", Category.UNSPECIFIED),
        ("generally", None),
        ("human", None),
    ],
)
def test_english_roles(english: Roles, words: str, category: Category | None) -> None:
    assert english.category(words) == category


def test_two_words_are_a_role_together(english: Roles) -> None:
    assert english.names_pair("aid workers")
    assert not english.names_pair("two workers")


def test_what_may_end_a_role(german: Roles, english: Roles) -> None:
    assert german.may_end("armeesoldaten")
    assert english.may_end("workers")
    assert not german.may_end("tempel")


def test_the_words_come_folded(german: Roles) -> None:
    assert dict(german.words())["kampfer"] is Category.COMBATANT_NONSTATE


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"words": {"king": ["König"]}, "first_parts": {}}',
        '{"words": {}}',
        '{"words": {"civilian": "tot"}, "first_parts": {}}',
    ],
)
def test_a_damaged_lexicon_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "roles_de.json").write_text(content, encoding="utf-8")
    with pytest.raises(BadResource, match=r"roles_de\.json is damaged"):
        Roles(tmp_path, "de")


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_word_has_two_categories(language: str) -> None:
    content = json.loads((LEXICON / f"roles_{language}.json").read_text(encoding="utf-8"))["words"]
    listed = [word for words in content.values() for word in words]
    assert len(listed) == len(set(listed))
    assert set(content) <= set(Category)


def test_a_language_may_have_no_roles(tmp_path: Path) -> None:
    none = Roles(tmp_path, "xx")
    assert none.category("soldiers") is None
    assert not none.names_pair("aid workers")
    assert list(none.words()) == []


@pytest.mark.parametrize(
    ("more", "word", "category"),
    [
        ({}, "soldat", Category.COMBATANT_STATE),
        ({}, "soldats", None),
        ({"endings": ["s"]}, "soldats", Category.COMBATANT_STATE),
        ({"endings": ["s"]}, "parasoldats", None),
        ({"endings": ["s"], "compounds": True}, "parasoldats", Category.COMBATANT_STATE),
    ],
)
def test_endings_and_compounds_are_the_languages(
    tmp_path: Path, more: dict[str, object], word: str, category: Category | None
) -> None:
    content = {"words": {"combatant_state": ["soldat"]}, "first_parts": {}, **more}
    (tmp_path / "roles_xx.json").write_text(json.dumps(content), encoding="utf-8")
    assert Roles(tmp_path, "xx").category(word) == category
