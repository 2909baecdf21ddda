from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.extraction import lexicon
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.lexicon_sections import OTHER
from workbench.model.claim import Category, Effect, Unit


def test_a_compound_is_known_by_its_last_part(lexicons: dict[str, Lexicon]) -> None:
    german = lexicons["de"]
    assert german.noun_category("grenzsoldaten") is Category.COMBATANT_STATE
    assert german.noun_category("hts-kämpfer") is Category.COMBATANT_NONSTATE
    assert german.noun_category("schulkinder") is Category.CHILD
    assert german.noun_category("nachmittag") is None


def test_things_are_told_from_people(lexicons: dict[str, Lexicon]) -> None:
    german = lexicons["de"]
    assert german.noun_thing("mörsergranaten") == Unit.MUNITIONS.value
    assert german.noun_thing("wohnhäuser") == OTHER
    assert german.noun_thing("t-72") == Unit.VEHICLES.value
    assert german.noun_thing("soldaten") is None
    assert lexicons["en"].noun_thing("villages") == Unit.AREAS.value


def test_a_verb_says_something_of_certain_units_only(lexicons: dict[str, Lexicon]) -> None:
    (seized,) = [word for word in lexicons["de"].verbs["erobert"] if word.form == "participle"]
    assert seized.effect(Unit.AREAS) is Effect.TERRITORY
    assert seized.effect(Unit.VEHICLES) is Effect.EQUIPMENT_CAPTURED
    assert seized.effect(Unit.PERSONS) is None


def test_every_key_of_a_vague_number_is_in_the_table(lexicons: dict[str, Lexicon], resources: Path) -> None:
    rows = (resources / "conventions" / "vague_numbers.tsv").read_text(encoding="utf-8").splitlines()
    keys = {row.partition("\t")[0] for row in rows}
    for known in lexicons.values():
        assert set(known.sections["numbers"]["vague"]) <= keys


@pytest.mark.parametrize("content", ["", "[]", "{}"])
def test_a_damaged_lexicon_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "de.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadResource, match=r"lexicon de\.json"):
        lexicon.load(path)


def test_a_wrong_effect_is_refused(resources: Path) -> None:
    data = json.loads((resources / "lexicon" / "de.json").read_text(encoding="utf-8"))
    data["nouns"] = [{"effect": "vaporised", "forms": ["weg"]}]
    with pytest.raises(ValueError, match="vaporised"):
        lexicon.build(data)


def test_ages_are_told_by_their_form(lexicons: dict[str, Lexicon]) -> None:
    assert lexicons["de"].is_age("24-Jährige")
    assert lexicons["en"].is_age("34-year-old")
    assert not lexicons["de"].is_age("24")
    assert not lexicons["de"].is_age("Jährige")


def test_a_language_without_an_ending_has_no_word_with_it(lexicons: dict[str, Lexicon]) -> None:
    assert "starben".endswith(lexicons["de"].endings("plural_verbs"))
    assert not "starben".endswith(lexicons["en"].endings("plural_verbs"))


def test_a_lexicon_is_read_once_as_long_as_its_files_stay(tmp_path: Path, resources: Path) -> None:
    for name in ("de.json", "roles_de.json"):
        shutil.copy(resources / "lexicon" / name, tmp_path)
    path = tmp_path / "de.json"
    first = lexicon.load(path)
    assert lexicon.load(path) is first
    for file in (path, tmp_path / "roles_de.json"):
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        again = lexicon.load(path)
        assert again is not first
        assert again.people == first.people
        first = again
    path.unlink()
    with pytest.raises(BadResource, match=r"de\.json cannot be read"):
        lexicon.load(path)


def test_phrases_are_made_once() -> None:
    known = lexicon.build({"language": "xx", "subsets": {"lead": ["mit dabei"]}})
    assert known.phrases("subsets", "lead") is known.phrases("subsets", "lead")
    assert known.phrases("subsets", "lead").match(["mit", "dabei"], 0) == (2, "mit dabei")
