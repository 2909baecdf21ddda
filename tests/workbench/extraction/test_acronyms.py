"""Acronyms and words that several actors share: who is meant, and where it is left open."""

from __future__ import annotations

import pytest
from spacy.language import Language

from workbench.extraction.names import Name

SYRIA = "In Aleppo und Idlib in Syrien wurde gekämpft. "
SOMALIA = "In Mogadischu in Somalia wurde gekämpft. "


def _who(pipelines: dict[str, Language], text: str, words: str, language: str = "de") -> list[tuple[str, str]]:
    doc = pipelines[language](text)
    found: list[Name] = [name for name in doc._.names if text[name.start : name.end] == words]
    return [(name.register_id, "open" if name.confidence <= 0.5 else "linked") for name in found]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # The country that the article speaks of.
        (SYRIA + "Die SNA rückte vor.", "SNA", "sy_sna"),
        (SOMALIA + "Die SNA rückte vor.", "SNA", "so_gov"),
        ("Bei Beni im Kongo griff die ADF ein Dorf an.", "ADF", "cd_adf"),
        ("In Khartum im Sudan eroberte die SAF eine Brücke.", "SAF", "sd_saf"),
        ("In Quetta in Pakistan bekannte sich die BLA.", "BLA", "pk_bla"),
        ("In Khartum im Sudan rückte die Armee vor.", "Armee", "sd_saf"),
        ("Die israelische Luftwaffe griff in Gaza an. Israel sagt, die Armee habe gewarnt.", "Armee", "idf"),
        # Who is named in full.
        ("Die Somali National Army kämpft. Die SNA meldete Verluste.", "SNA", "so_gov"),
        # What a text explains wins, in brackets behind the name or the name behind it, and from then on.
        ("Die Freie Syrische Armee (FSA) rückte vor. Die FSA siegte.", "FSA", "sy_sna"),
        (SOMALIA + "Die Syrische Nationale Armee (SNA) war nicht da.", "SNA", "sy_sna"),
        ("Die SNA (Syrische Nationale Armee) rückte vor.", "SNA", "sy_sna"),
        ("Die Rapid Support Forces (RSF) und die RSF-Kämpfer.", "RSF", "sd_rsf"),
        # A name that an acronym stands beside is no explanation where it is known as another's.
        ("Das meldete Reuters (AFP).", "AFP", "afp"),
    ],
)
def test_who_is_meant(pipelines: dict[str, Language], text: str, words: str, who: str) -> None:
    assert set(_who(pipelines, text, words)) == {(who, "linked")}


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        # Nothing tells which.
        ("Die SNA rückte vor.", "de", "SNA"),
        ("In Syrien und in Somalia rückte die SNA vor.", "de", "SNA"),
        # The country speaks for one, the full name for another.
        (SYRIA + "Die Somali National Army schickt Helfer. Die SNA rückte vor.", "de", "SNA"),
        ("Russland und die Ukraine kämpfen. Die Armee rückte vor.", "de", "Armee"),
        # Two of one country, neither of them named.
        ("In Donezk in der Ukraine rückten prorussische Separatisten vor.", "de", "prorussische Separatisten"),
        # A text explains an acronym as someone the registers do not know.
        ("Bei Beni im Kongo half die Australian Defence Force (ADF). Die ADF flog ab.", "de", "ADF"),
        ("The Hill Tribes Society (HTS) met in Syria, said the HTS.", "en", "HTS"),
    ],
)
def test_what_stays_open(pipelines: dict[str, Language], text: str, language: str, words: str) -> None:
    assert set(_who(pipelines, text, words, language)) == {("", "open")}


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Das PDF steht bereit.", "de", "PDF"),
        ("THE WAR IS OVER", "en", "IS"),
        ("It was cut by EMC.", "en", "EMC"),
    ],
)
def test_what_names_nobody(pipelines: dict[str, Language], text: str, language: str, words: str) -> None:
    assert _who(pipelines, text, words, language) == []


def test_an_acronym_explained_twice_means_what_it_last_was(pipelines: dict[str, Language]) -> None:
    text = "Die Syrische Nationale Armee (SNA) und die Somali National Army (SNA): Die SNA siegte."
    assert [who for who, _ in _who(pipelines, text, "SNA")] == ["sy_sna", "so_gov", "so_gov"]


def test_in_capitals_an_acronym_that_is_no_word_is_one(pipelines: dict[str, Language]) -> None:
    assert _who(pipelines, "HTS TAKES ALEPPO", "HTS", "en") == [("sy_hts", "linked")]
    assert _who(pipelines, "Kämpfer des IS flohen.", "IS") == [("is", "linked")]


def test_the_levant_is_no_one_unknown(pipelines: dict[str, Language]) -> None:
    text = "The Islamic State of Iraq and the Levant (ISIL) fled, and ISIL lost."
    assert _who(pipelines, text, "ISIL", "en") == [("is", "linked")] * 2
