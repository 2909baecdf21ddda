"""The shipped registers keep their schema; a bad row is named."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from workbench import registers, resources
from workbench.errors import BadResource
from workbench.model.actor import CIVILIAN_SIDE, Actor, Source
from workbench.model.claim import Claim, Effect, Modifier, Quantity
from workbench.model.findings import Findings
from workbench.model.mention import Label, Mention
from workbench.model.span import Span

SHIPPED = resources.folder() / "registers"


@pytest.fixture(scope="module")
def shipped() -> registers.Registers:
    return registers.load(SHIPPED)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "registers"))


def _append(path: Path, *cells: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("\t".join(cells) + "\n")


def test_the_registers_are_not_small(shipped: registers.Registers) -> None:
    assert len(shipped.actors) >= 600
    assert len(shipped.sources) >= 60
    assert CIVILIAN_SIDE in shipped.sides


def test_actors_stand_on_known_sides(shipped: registers.Registers) -> None:
    assert {a.side for a in shipped.actors.values() if a.side} <= set(shipped.sides)
    assert shipped.actors["sy_gov_forces"].side == shipped.actors["sy_air_force"].side == "government"
    assert shipped.actors["sy_hts"].side == shipped.actors["sy_rebels_generic"].side == "opposition"
    assert shipped.actors["civ_children"].side == CIVILIAN_SIDE


def test_an_alias_names_one_actor_or_is_documented_as_shared(shipped: registers.Registers) -> None:
    rows: list[Actor | Source] = [*shipped.actors.values(), *shipped.sources.values()]
    named = Counter(name for row in rows for name in {n.casefold() for n in (row.name, *row.aliases)})
    assert {name for name, count in named.items() if count > 1} <= shipped.shared


def test_every_actor_has_names_in_both_languages(shipped: registers.Registers) -> None:
    files = (SHIPPED / "actors").glob("*.tsv")
    assert all(row["name_de"] and row["name_en"] for file in files for _, row in resources.table(file, ("name_de",)))


def test_colours_of_sides_differ(shipped: registers.Registers) -> None:
    assert len({side.colour for side in shipped.sides.values()}) == len(shipped.sides)
    okabe_ito = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442"}
    assert okabe_ito <= {side.colour for side in shipped.sides.values()}


def test_sources_carry_their_interest(shipped: registers.Registers) -> None:
    assert shipped.sources["sohr"].interest == "neutral"
    assert shipped.sources["ru_mod"].interest == "belligerent"
    assert shipped.sources["pro_gov_web"].interest == "aligned"


def test_aliases_come_from_both_languages(shipped: registers.Registers) -> None:
    assert {"Syrian army", "syrische Armee"} <= set(shipped.actors["sy_gov_forces"].aliases)
    assert "Beobachtungsstelle" in shipped.sources["sohr"].aliases


def test_another_language_is_a_column(copy: Path) -> None:
    path = copy / "actors" / "yemen.tsv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    tabs = head.count("\t") + 1
    added = [
        row + "\t" * (tabs - row.count("\t")) + "Ansar Dieu;Muster" * row.startswith("ye_houthi\t") for row in rows
    ]
    path.write_text("\n".join([f"{head}\taliases_fr", *added]), encoding="utf-8")
    assert {"Ansar Dieu", "Muster"} <= set(registers.load(copy).actors["ye_houthi"].aliases)


def test_what_a_reading_uses_comes_with_parents_and_sides(shipped: registers.Registers) -> None:
    mention = Mention(1, 0, Span(0, 1), "x", Label.ARMED_GROUP, actor="sy_air_force")
    quantity = Quantity(1, 1, 1, 1, Modifier.EXACT)
    claim = Claim(1, 0, Effect.KILLED, quantity, Span(0, 1), actor="civ", origin="sana", relay="reuters")
    used = registers.used_by(Findings("de", (mention,), (claim,), ()), shipped)
    assert set(used.actors) == {"sy_air_force", "sy_gov_forces", "civ"}
    assert set(used.sources) == {"sana", "reuters"}
    assert set(used.sides) == {"government", "civilian"}


def test_an_army_that_speaks_for_itself_comes_along(shipped: registers.Registers) -> None:
    quantity = Quantity(1, 1, 1, 1, Modifier.EXACT)
    claim = Claim(1, 0, Effect.KILLED, quantity, Span(0, 1), origin="sd_saf")
    assert set(registers.used_by(Findings("de", (), (claim,), ()), shipped).actors) == {"sd_saf"}


def test_an_unknown_id_in_a_reading_is_passed_over(shipped: registers.Registers) -> None:
    mention = Mention(1, 0, Span(0, 1), "x", Label.ARMED_GROUP, actor="nobody")
    assert not registers.used_by(Findings("de", (mention,), (), ()), shipped).actors


def test_a_duplicate_id_is_refused(copy: Path) -> None:
    _append(copy / "sides.tsv", "government", "Again", "Nochmal", "#000000", "99")
    with pytest.raises(BadResource, match=r"sides\.tsv, row \d+: the id government is there already"):
        registers.load(copy)


def test_a_duplicate_alias_is_refused(copy: Path) -> None:
    _append(copy / "actors" / "syria.tsv", "xx", "XX", "rebel", "2", "", "", "Xx", "Xx", "HTS", "", "")
    with pytest.raises(
        BadResource, match=r"'HTS' names both sy_hts \(syria.tsv, row \d+\) and xx \(syria.tsv, row \d+\)"
    ):
        registers.load(copy)


@pytest.mark.parametrize("alias", ["Hayat Tahrir al Sham", "Hay`at Tahrir al-Shám", "HAYʾAT TAHRIR AL-SHAM"])
def test_an_alias_that_differs_in_signs_the_search_passes_over_is_refused(copy: Path, alias: str) -> None:
    _append(copy / "actors" / "yemen.tsv", "xx", "XX", "rebel", "2", "", "", "Xx", "Xx", alias)
    with pytest.raises(BadResource, match=r"names both sy_hts \(syria.tsv, row \d+\) and xx \(yemen.tsv, row \d+\)"):
        registers.load(copy)


def test_every_region_has_a_file_of_its_own(copy: Path) -> None:
    (copy / "actors" / "moon.tsv").write_text(
        "id\tcountry\tkind\tinter\tparent\tside\tname_en\tname_de\taliases_en\taliases_de\n"
        "xx\tXX\trebel\t2\tsy_hts\t\tMoon Front\tMondfront\n",
        encoding="utf-8",
    )
    read = registers.load(copy)
    assert read.actors["xx"].aliases == ("Mondfront",)
    assert read.actors["xx"].parent == "sy_hts"


@pytest.mark.parametrize("name", ["sources.tsv", "sides.tsv", "shared_aliases.tsv", "spoken_for.tsv"])
def test_a_missing_table_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(BadResource, match=f"{name} is missing"):
        registers.load(copy)


def test_a_missing_folder_of_actors_is_named(copy: Path) -> None:
    shutil.rmtree(copy / "actors")
    with pytest.raises(BadResource, match="actors holds no table of actors"):
        registers.load(copy)


def test_a_circle_of_parents_is_refused(copy: Path) -> None:
    _append(copy / "actors" / "syria.tsv", "xa", "XX", "rebel", "2", "xb", "", "Xa", "Xa", "", "", "")
    _append(copy / "actors" / "syria.tsv", "xb", "XX", "rebel", "2", "xa", "", "Xb", "Xb", "", "", "")
    with pytest.raises(BadResource, match=r"syria\.tsv, row \d+: the parents of x[ab] lead back to it"):
        registers.load(copy)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("X!", "XX", "rebel", "2", "", "", "X", "X"), "not a short key"),
        (("xx", "XX", "rebel", "2", "", "", "", "X"), "has no name"),
        (("sy_hts", "SY", "rebel", "2", "", "", "X", "X"), r"the id sy_hts is there already \(syria.tsv, row \d+\)"),
        (("xx", "XX", "rebel", "2", "", "", "X", "X", "", "", "", "more"), "has 12 cells where the first line has 11"),
        (("xx", "Syria", "rebel", "2", "", "", "X", "X"), "the country 'Syria' is not a code"),
        (("xx", "XX", "rebel", "2", "", "", "X", "X", "Y;;Z"), "aliases_en of xx holds an empty name ''"),
        (("xx", "XX", "rebel", "2", "", "", "X", "X", "Y", "Z; ; A"), "aliases_de of xx holds an empty name ''"),
        (("xx", "XX", "rebel", "2", "", "", "X", "X", "Y;–"), "holds an empty name '–'"),
        (("xx", "XX", "robot", "2", "", "", "X", "X"), "the kind 'robot' is unknown"),
        (("xx", "XX", "rebel", "9", "", "", "X", "X"), "not one of ACLED's 1 to 8"),
        (("xx", "XX", "rebel", "two", "", "", "X", "X"), "inter 'two' is not a whole number"),
        (("xx", "XX", "rebel", "2", "nobody", "", "X", "X"), "parent 'nobody' of xx is no actor"),
        (("xx", "XX", "rebel", "2", "", "moon", "X", "X"), "sides.tsv lacks: 'moon'"),
    ],
)
def test_a_bad_actor_is_named(copy: Path, row: tuple[str, ...], sentence: str) -> None:
    _append(copy / "actors" / "syria.tsv", *row)
    with pytest.raises(BadResource, match=rf"syria\.tsv, row \d+.*{sentence}"):
        registers.load(copy)


@pytest.mark.parametrize(
    ("name", "row", "sentence"),
    [
        ("sides.tsv", ("both", "Both", "Beide", "#000000", "9"), "Choose another id"),
        ("sides.tsv", ("xx", "X", "X", "red", "9"), "the colour 'red' is not like"),
        ("sources.tsv", ("xx", "ngo", "keen", "", "", "X", "X", "", ""), "the interest 'keen' is unknown"),
        ("shared_aliases.tsv", ("Xx", "nobody", ""), "there is no actor or source 'nobody'"),
        ("shared_aliases.tsv", ("HTS", "sy_hts", ""), "'HTS' is an alias of sy_hts too"),
        ("shared_aliases.tsv", ("SNA", "sy_sna", ""), r"'SNA' is an alias of shared_aliases.tsv, row \d+ too"),
        ("shared_aliases.tsv", ("’", "sy_sna", ""), "the alias '’' is empty"),
        ("shared_aliases.tsv", ("Xx", "", ""), "there is no actor or source ''"),
        ("shared_aliases.tsv", ("Xx", "sy_sna;sy_sna", ""), "the row names twice 'sy_sna'"),
        ("sources.tsv", ("sy_hts", "ngo", "neutral", "", "", "X", "X"), r"is there already \(syria.tsv, row \d+\)"),
        ("spoken_for.tsv", ("Xx", "nobody"), "there is no source 'nobody'"),
        ("spoken_for.tsv", ("Moscow", "gov_ua"), "'Moscow' is empty, or speaks for two"),
        ("spoken_for.tsv", ("", "gov_ua"), "'' is empty, or speaks for two"),
        ("sources.tsv", ("xx", "ngo", "neutral", "moon", "", "X", "X"), "sides.tsv lacks: 'moon'"),
    ],
)
def test_other_bad_rows_are_named(copy: Path, name: str, row: tuple[str, ...], sentence: str) -> None:
    _append(copy / name, *row)
    with pytest.raises(BadResource, match=rf"{name}, row \d+.*{sentence}"):
        registers.load(copy)


HTS = Actor("hts", "Hayat Tahrir al-Sham", "rebel", "SY", side="opposition", aliases=("HTS", "Front"))
SNA = Actor("sna", "Syrian National Army", "rebel", "SY", aliases=("SNA",))
SOMALIS = Actor("so_gov", "Somali National Army", "state_force", "SO", aliases=("SNA",))
AGENCY = Source("agency", "Agency", "news_agency", aliases=("Front",))


def _registers(*rows: Actor | Source, shared: frozenset[str] = frozenset()) -> registers.Registers:
    actors = {row.id: row for row in rows if isinstance(row, Actor)}
    sources = {row.id: row for row in rows if isinstance(row, Source)}
    return registers.Registers(actors, sources, {}, shared)


SHARING = _registers(HTS, SNA, SOMALIS, shared=frozenset({"sna"}))


def test_a_case_that_changed_nothing_is_read_with_the_shipped_registers() -> None:
    same = registers.overlaid(SHARING, SHARING)
    assert same == SHARING
    assert registers.overlaid(SHARING, _registers()) == SHARING


def test_a_row_of_the_case_replaces_the_shipped_one() -> None:
    own = replace(HTS, side="government", aliases=("Nusra",))
    read = registers.overlaid(SHARING, _registers(own))
    assert read.actors == {**SHARING.actors, "hts": own}
    assert read.shared == {"sna"}


@pytest.mark.parametrize("claimant", [replace(HTS, aliases=("HTS", "SNA")), replace(AGENCY, aliases=("sna",))])
def test_a_name_that_the_case_gave_is_taken_from_all_others(claimant: Actor | Source) -> None:
    read = registers.overlaid(SHARING, _registers(claimant, SNA))
    rows: dict[str, Actor | Source] = {**read.actors, **read.sources}
    owners = {row.id for row in rows.values() if "sna" in {name.casefold() for name in row.aliases}}
    assert owners == {claimant.id}
    assert "sna" not in read.shared
    assert read.claimed["sna"] == {claimant.id}


def test_a_name_two_rows_of_the_case_claim_is_shared() -> None:
    read = registers.overlaid(SHARING, _registers(replace(SNA, aliases=("Front 7",)), replace(AGENCY, name="front 7")))
    assert "front 7" in read.shared
    assert read.claimed["front 7"] == {"sna", "agency"}


def test_a_shipped_row_keeps_its_own_name_to_be_shown_by() -> None:
    read = registers.overlaid(SHARING, _registers(Actor("wing", "Wing", "rebel", aliases=("Hayat Tahrir al-Sham",))))
    assert read.actors["hts"].name == HTS.name
    assert read.claimed["hayat tahrir al-sham"] == {"wing"}


def test_sides_of_the_case_come_first(shipped: registers.Registers) -> None:
    renamed = replace(shipped.sides["russia"], name="Moscow")
    read = registers.overlaid(shipped, registers.Registers({}, {}, {"russia": renamed}))
    assert read.sides["russia"].name == "Moscow"
    assert read.actors == shipped.actors
