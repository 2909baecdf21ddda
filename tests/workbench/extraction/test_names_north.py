"""Armed actors from the Middle East to the Caucasus and Ukraine, as German and English news name them."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import RESOURCES, naming
from workbench import conflicts, registers
from workbench.extraction import names
from workbench.model.actor import side_of_actor


def _actors(text: str, language: str = "de") -> dict[str, str | None]:
    found = names.mentions(naming(language)(text), None)
    return {mention.text: mention.actor for mention in found if mention.where is None}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Kämpfer der Sultan-Murad-Brigade starben bei Afrin.", "Sultan-Murad-Brigade", "sy_sultan_murad"),
        ("Die Hamsa-Division rückte vor.", "Hamsa-Division", "sy_hamza"),
        ("Die Tiger-Kräfte zogen sich aus Hama zurück.", "Tiger-Kräfte", "sy_tiger_forces"),
        (
            "Ein Offizier der Vierten Division der syrischen Armee",
            "Vierten Division der syrischen Armee",
            "sy_4th_division",
        ),
        ("In Damaskus in Syrien floh die Republikanische Garde.", "Republikanische Garde", "sy_republican_guard"),
        ("Gefechte mit Assad-Anhängern in Latakia", "Assad-Anhängern", "sy_assad_loyalists"),
        ("Drusische Milizen meldeten drei Tote.", "Drusische Milizen", "sy_druze"),
        ("Kämpferinnen der YPJ starben in Kobane.", "YPJ", "sy_ypj"),
        ("Die Kurdenmiliz meldete aus Afrin in Syrien elf Tote.", "Kurdenmiliz", "sy_ypg"),
        ("Failak al-Rahman verließ Ost-Ghuta.", "Failak al-Rahman", "sy_faylaq_rahman"),
        ("Truppen der syrischen Übergangsregierung", "Truppen der syrischen Übergangsregierung", "sy_new_forces"),
        ("Die Haschd al-Schaabi meldeten vier Tote.", "Haschd al-Schaabi", "iq_pmf"),
        ("Peschmerga der PUK erwiderten das Feuer.", "Peschmerga der PUK", "iq_pesh_puk"),
        ("Die Mahdi-Armee kämpfte in Nadschaf.", "Mahdi-Armee", "iq_mahdi"),
        ("Die Badr-Brigaden rückten in Tikrit ein.", "Badr-Brigaden", "iq_badr"),
        ("Ein General der Quds-Einheit starb.", "Quds-Einheit", "ir_quds"),
        ("In Damaskus in Syrien starb ein Kommandeur der NFL.", "NFL", "sy_nfl"),
        ("Die Basidsch-Miliz schoss auf Demonstranten.", "Basidsch-Miliz", "ir_basij"),
        ("Die iranischen Revolutionsgarden drohten.", "iranischen Revolutionsgarden", "iran_irgc"),
        ("Die Armee meldete aus Teheran im Iran drei Tote.", "Armee", "ir_forces"),
        ("Kämpfer der Fatemijun-Brigade starben.", "Fatemijun-Brigade", "ir_fatemiyoun"),
        ("Die saudi-arabische Luftwaffe flog Angriffe.", "saudi-arabische Luftwaffe", "sa_forces"),
        ("Das Asow-Regiment hielt das Stahlwerk.", "Asow-Regiment", "ua_azov"),
        ("Die DNR meldete aus Donezk in der Ukraine vier Tote.", "DNR", "ua_dpr"),
        ("Asow hielt Mariupol in der Ukraine.", "Asow", "ua_azov"),
        ("Der SBU nahm in Kiew zwei Männer fest.", "SBU", "ua_sbu"),
        ("Die Legion „Freiheit Russlands“ griff an.", "Legion „Freiheit Russlands“", "ua_frl"),
        ("Kämpfer des Russischen Freiwilligenkorps", "Russischen Freiwilligenkorps", "ua_rdk"),
        ("Die Schwarzmeerflotte verlor ein Schiff.", "Schwarzmeerflotte", "ru_black_sea_fleet"),
        ("Die Wagner-Gruppe rückte vor. Wagner meldete Verluste.", "Wagner", "wagner"),
        ("Die Rosgwardija sperrte die Straße.", "Rosgwardija", "ru_rosgvardia"),
        ("Die Achmat-Einheit zog aus Kursk ab.", "Achmat-Einheit", "ru_akhmat"),
        ("Die Nationalgarde in Charkiw in der Ukraine", "Nationalgarde", "ua_national_guard"),
        ("Nordkoreanische Soldaten starben in Kursk.", "Nordkoreanische Soldaten", "kp_forces"),
        ("Die Essedin-al-Kassam-Brigaden bekannten sich.", "Essedin-al-Kassam-Brigaden", "ps_qassam"),
        ("Die Al-Aksa-Märtyrerbrigaden bekannten sich.", "Al-Aksa-Märtyrerbrigaden", "ps_aqsa"),
        ("In Gaza und Rafah feuerten die Al-Kuds-Brigaden.", "Al-Kuds-Brigaden", "ps_saraya_quds"),
        ("Drei militante Palästinenser starben.", "militante Palästinenser", "ps_militants"),
        ("Die israelische Luftwaffe flog Angriffe.", "israelische Luftwaffe", "il_air_force"),
        ("Der Schin Bet vereitelte einen Anschlag.", "Schin Bet", "il_shin_bet"),
        ("Radikale Siedler griffen ein Dorf an.", "Radikale Siedler", "il_settlers"),
        ("Mitglieder der Radwan-Truppe starben.", "Radwan-Truppe", "lb_radwan"),
        ("Die Giganten-Brigaden eroberten Schabwa.", "Giganten-Brigaden", "ye_giants"),
        ("Die Separatisten nahmen Aden im Jemen ein.", "Separatisten", "ye_stc"),
        ("Die Volksverteidigungskräfte in Diyarbakir in der Türkei", "Volksverteidigungskräfte", "tr_hpg"),
        ("Die Verteidigungsarmee von Bergkarabach", "Verteidigungsarmee von Bergkarabach", "az_artsakh"),
    ],
)
def test_german_news(text: str, words: str, actor: str) -> None:
    assert _actors(text)[words] == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Sultan Suleiman Shah Division advanced.", "Sultan Suleiman Shah Division", "sy_suleiman_shah"),
        ("Druze fighters clashed with tribesmen.", "Druze fighters", "sy_druze"),
        ("Hurras al-Din claimed the attack.", "Hurras al-Din", "sy_hurras"),
        ("Maghawir al-Thawra left al-Tanf.", "Maghawir al-Thawra", "sy_free_army"),
        ("The Asayish arrested five men in Raqqa, Syria.", "Asayish", "sy_asayish"),
        ("The Asayish arrested five men in Erbil, Iraq.", "Asayish", "iq_asayish"),
        ("Asa’ib Ahl al-Haq lost three men.", "Asa’ib Ahl al-Haq", "iq_aah"),
        ("The Golden Division entered Mosul, Iraq.", "Golden Division", "iq_cts"),
        ("Jaish al-Adl attacked a post.", "Jaish al-Adl", "ir_jaish_adl"),
        ("Ukraine's Third Assault Brigade held the town.", "Ukraine's Third Assault Brigade", "ua_3rd_assault"),
        ("Kadyrovites entered the town.", "Kadyrovites", "ru_akhmat"),
        ("Chechen rebels attacked Grozny.", "Chechen rebels", "ru_chechen_separatists"),
        ("Two Palestinian gunmen were killed.", "Palestinian gunmen", "ps_militants"),
        ("Israeli police shot a man.", "Israeli police", "il_police"),
        ("The Qassam Brigades fired rockets.", "Qassam Brigades", "ps_qassam"),
        ("Amal lost two men near Tyre, Lebanon.", "Amal", "lb_amal"),
        ("Tareq Saleh's forces advanced.", "Tareq Saleh's forces", "ye_nrf"),
        ("The separatist STC seized Aden.", "separatist STC", "ye_stc"),
        ("Ethnic Armenian separatists laid down arms.", "Ethnic Armenian separatists", "az_artsakh"),
        ("The Kurdistan Freedom Hawks claimed the attack.", "Kurdistan Freedom Hawks", "tr_tak"),
    ],
)
def test_english_news(text: str, words: str, actor: str) -> None:
    assert _actors(text, "en")[words] == actor


def test_a_force_is_not_named_after_a_place_elsewhere() -> None:
    found = names.mentions(naming("de")("Die Quds-Einheit blieb in Damaskus."), None)
    assert [mention.text for mention in found] == ["Quds-Einheit", "Damaskus"]


@pytest.mark.parametrize(
    "text",
    [
        "Trainer Wagner war nach dem Spiel zufrieden.",
        "Die Höhle der Löwen läuft am Montag.",
        "Amal Clooney war in Berlin.",
        "Sadat und Begin schlossen Frieden.",
        "Der VDV fordert mehr Busse, das MEK rückte aus.",
        "Im Zoo leben Tiger, Löwen, Adler und Wölfe.",
        "Der rechte Sektor des Stadions blieb leer.",
        "Die Goldene Division der Handballer stieg auf.",
        "Sparta Prag gewann in Bochum.",
        "Der Hirak ging in Algerien auf die Straße.",
        "Die Friedensbrigaden arbeiten in Kolumbien.",
        "Die Anhänger feierten, die Bewegung wuchs, die Front der Wolken zog ab.",
    ],
)
def test_no_actor_in_other_news(text: str) -> None:
    assert not any(_actors(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "Security belt and airbag saved the driver.",
        "The popular resistance to the tax grew.",
        "The right sector of the field was wet.",
        "Joint Forces Command met in Norfolk.",
        "Amal and Sara went to school in London.",
        "The National Guard was sent to Los Angeles.",
        "The DNR measured an AQI of 300 in Oregon.",
        "The Jets of the NFL lost in Kansas City.",
    ],
)
def test_no_actor_in_other_english_news(text: str) -> None:
    assert not any(_actors(text, "en").values())


@pytest.mark.parametrize(
    ("conflict", "actor", "side"),
    [
        ("syria", "sy_4th_division", "government"),
        ("syria", "sy_assad_loyalists", "government"),
        ("syria", "ir_quds", "iran_allies"),
        ("syria_2024", "sy_hts", "government"),
        ("syria_2024", "sy_assad_loyalists", "former_government"),
        ("syria_2024", "sy_men_of_dignity", "druze"),
        ("iraq_is", "iq_kataib", "government"),
        ("iraq_is", "iq_pesh_puk", "kurdish_forces"),
        ("turkey_pkk", "tr_air_force", "government"),
        ("turkey_pkk", "tr_hpg", "kurdish_forces"),
        ("israel_palestine", "ps_nukhba", "palestinian_groups"),
        ("israel_hezbollah", "lb_radwan", "iran_allies"),
        ("iran", "ir_basij", "government"),
        ("yemen", "ye_giants", "yemen_government"),
        ("yemen", "sa_border", "yemen_government"),
        ("ukraine", "ua_azov", "ukraine"),
        ("ukraine", "ru_akhmat", "russia"),
        ("chechnya", "ru_chechen_separatists", "opposition"),
        ("armenia_azerbaijan", "az_artsakh", "armenia"),
    ],
)
def test_who_stands_where(conflict: str, actor: str, side: str) -> None:
    known = registers.load(RESOURCES / "registers")
    told = conflicts.load(RESOURCES / "registers", known)[conflict]
    assert side_of_actor(actor, conflicts.applied(known, told).actors) == side
