from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import BadResource
from workbench.training import names, recipes

TABLE = """
language = "de"
genitive = "s"
inhabitants = "er"
towns_with_inhabitants = '\\w+(burg|itz)'
given = "Ana Ben"
family = '''Roth
  Haddad'''
organisations = "PKK;Rotes\\n  Kreuz"

[towns]
DE = 1000000
rest = 20000000

[exonyms]
Munich = "München"
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "de.toml"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_is_read(table: Path) -> None:
    told = names.load(table)
    assert (told.given, told.family, told.organisations) == (["Ana", "Ben"], ["Roth", "Haddad"], ["PKK", "Rotes Kreuz"])
    assert {"Berlin", "Hamburg", "München", "Syrien"} <= set(told.places)
    assert not {"Munich", "Leipzig", "Syria", "Europäische Union"} & set(told.places)
    assert told.peoples == ["Hamburger", "Luxemburger"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("genitive =", "plural =", "de.toml lacks 'genitive'"), ("[towns]", "[towns", "de.toml is no TOML")],
)
def test_a_wrong_table_is_refused_with_a_sentence(table: Path, old: str, new: str, said: str) -> None:
    table.write_text(TABLE.replace(old, new), encoding="utf-8")
    with pytest.raises(BadResource, match=said):
        names.load(table)


def test_the_tables_that_ship_are_sound() -> None:
    for path in (recipes.FOLDER / "names").glob("*.toml"):
        told = names.load(path)
        assert len(told.places) > 1000
        assert not [
            name for name in (*told.given, *told.family, *told.organisations) if not name or name != name.strip()
        ]
