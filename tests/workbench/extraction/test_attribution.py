from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Laut Polizei wurden neun Bauern getötet.", "Polizei"),
        ("Nach Angaben der Polizei wurden neun Bauern getötet.", "der Polizei"),
        ("Nach offiziellen Angaben wurden neun Bauern getötet.", "offiziellen Angaben"),
        ("Dem Ministerium zufolge wurden neun Bauern getötet.", "Dem Ministerium"),
        ("Neun Bauern seien getötet worden, teilte die Polizei mit.", "die Polizei"),
        ("Neun Bauern seien getötet worden, sagte ein Sprecher der Armee.", "ein Sprecher der Armee"),
        ("Die Polizei gab an, dass neun Bauern getötet wurden.", "Die Polizei"),
        ("Ein Arzt sagte am Montag, neun Bauern seien getötet worden.", "Ein Arzt"),
        ("Zeugen, die dort wohnen, berichteten, dass neun Bauern getötet wurden.", "Zeugen"),
        ("Neun Bauern wurden getötet, wie das Krankenhaus mitteilte.", "das Krankenhaus"),
        ("Ärzte ohne Grenzen sagte, neun Bauern seien getötet worden.", "Ärzte"),
        ("Ersten chinesischen Angaben zufolge wurden neun Bauern getötet.", "Ersten chinesischen Angaben"),
        ("Neun Tote meldete das Ministerium.", "das Ministerium"),
        ("Beim Angriff, so der Bericht, starben neun Bauern.", "der Bericht"),
        ("Neun Bauern wurden getötet.", ""),
    ],
)
def test_german_sources(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text)] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the police, nine farmers were killed.", "the police"),
        ("The police said nine farmers were killed.", "The police"),
        ("Nine farmers were killed, the police said.", "the police"),
        ("The ministry had reported that nine farmers were killed.", "The ministry"),
        ("Syria's general staff said nine farmers were killed.", "Syria's general staff"),
        ("Two officials said nine farmers were killed.", "Two officials"),
        ("According to two nurses, nine farmers were killed.", "two nurses"),
        ("Nine farmers were killed, said three neighbours.", "three neighbours"),
        ("The Observatory, a war monitor based in Coventry, said nine farmers were killed.", "The Observatory"),
        ("The mayor, Ahmed Ali, later said nine farmers were killed.", "The mayor"),
        ("Villagers, however, put the toll at nine.", "Villagers"),
        ("The rebels accused the army of killing nine farmers.", "The rebels"),
        ("“We have counted nine dead farmers,” said Dr Amin.", "Dr Amin"),
        ("On Monday, nine farmers were killed, said the ministry.", "the ministry"),
        ("The ministry, however, said that nine farmers were killed.", "The ministry"),
        ("Witnesses, in contrast, reported that nine farmers were killed.", "Witnesses"),
        ("Farmers in Homs put the toll at nine.", "Farmers in Homs"),
        ("Nine farmers were killed, fire officials said.", "officials"),
        ("The strike claimed nine lives, the mayor said.", "the mayor"),
        ("Shocked by reports that nine farmers were killed, he left.", ""),
        ("Nine farmers were killed.", ""),
    ],
)
def test_english_sources(extractor: Extractor, text: str, source: str) -> None:
    assert [claim.attribution_text for claim in claims(extractor, text, "en")] == [source]


def test_reported_speech_carries_the_speaker_on(extractor: Extractor) -> None:
    text = "Die Polizei sprach von neun getöteten Bauern. Vier weitere Bauern seien verletzt worden."
    assert [claim.attribution_text for claim in claims(extractor, text)] == ["Die Polizei", "Die Polizei"]


@pytest.mark.parametrize("repeated", ["Nach ihren Angaben", "Nach ihrer Zählung", "Den Angaben zufolge"])
def test_figures_of_the_same_source_again(extractor: Extractor, repeated: str) -> None:
    text = f"Die Polizei sprach von neun Toten. {repeated} wurden vier Bauern verletzt."
    assert [claim.attribution_text for claim in claims(extractor, text)] == ["Die Polizei", "Die Polizei"]


def test_own_voice_carries_nobody_on(extractor: Extractor) -> None:
    text = "Die Polizei sprach von neun getöteten Bauern. Vier Bauern wurden verletzt."
    assert [claim.attribution_text for claim in claims(extractor, text)][1] == ""


def test_each_number_has_its_own_source(extractor: Extractor) -> None:
    text = "Die Polizei sprach von neun Toten, laut Zeugen wurden zwanzig Bauern getötet."
    assert [claim.attribution_text for claim in claims(extractor, text)] == ["Die Polizei", "Zeugen"]


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        ("de", "Auf Seiten der Rebellen gab es 31 Tote, die Armee meldete fünf Gefallene.", ["", "die Armee"]),
        ("de", "In Homs starben sieben Menschen, Beamte sagten am Montag.", ["Beamte"]),
        ("en", "Nine people died, the army said three of its soldiers were hurt.", ["", "the army"]),
        ("en", "Nine people were killed on Monday, medics said, two of them in Homs.", ["medics", "medics"]),
        ("en", "No group has claimed the attack, in which 12 soldiers died.", [""]),
        ("de", "Keine Gruppe meldete sich nach dem Angriff, bei dem zwölf Soldaten starben.", [""]),
    ],
)
def test_who_begins_a_clause_tells_nothing_before_it(
    extractor: Extractor, language: str, text: str, sources: list[str]
) -> None:
    assert [claim.attribution_text or "" for claim in claims(extractor, text, language)] == sources


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Nine soldiers fell in the ambush, a toll confirmed by two doctors.", "two doctors"),
        ("de", "Drei Menschen starben, bestätigt vom Militärsprecher.", "Militärsprecher"),
        ("en", "Nine people have been documented killed, two of them women, according to the charity.", "the charity"),
        ("en", "Nine people died, as first reported.", ""),
    ],
)
def test_who_confirms_behind_the_verb(extractor: Extractor, language: str, text: str, source: str) -> None:
    assert (claims(extractor, text, language)[0].attribution_text or "") == source
